//! The law of plan, read aloud.
