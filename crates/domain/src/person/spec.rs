//! The law of person, read aloud.
