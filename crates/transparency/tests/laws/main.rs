//! The laws of the tree: the vectors of RFC 6962, the definition taken literally, and a library that is not ours.

#![expect(clippy::unwrap_used, reason = "what a test needs must be there, else the test fails")]

mod naive;
mod notes;
mod tree;
