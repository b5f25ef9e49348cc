//! The law of team_meeting, read aloud.
