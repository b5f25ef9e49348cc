//! The views on a real log: what rows come of facts, who may see them, and that a rebuild gives the same.

#![expect(clippy::unwrap_used, reason = "what a test needs must be there, else the test fails")]

mod ahead;
mod cases;
mod deadlines;
mod engine;
mod ground;
mod indicator;
mod load;
mod meetings;
mod rebuilt;
mod signals;
mod stuck;
