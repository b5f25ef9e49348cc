//! The law of deadline, read aloud.
