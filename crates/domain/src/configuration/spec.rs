//! The law of configuration, read aloud.
