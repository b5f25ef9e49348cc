//! The law of household, read aloud.
