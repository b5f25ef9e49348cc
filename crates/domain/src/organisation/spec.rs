//! The law of organisation, read aloud.
