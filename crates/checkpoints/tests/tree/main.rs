//! Checkpoints and proofs against a real PostgreSQL: what was signed is kept, what was altered is found.

#![expect(clippy::unwrap_used, reason = "what a test needs must be there, else the test fails")]

mod altered;
mod keeping;
mod written;
