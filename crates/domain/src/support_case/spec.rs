//! The law of support_case, read aloud.
