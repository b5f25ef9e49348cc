//! The law of contact, read aloud.
