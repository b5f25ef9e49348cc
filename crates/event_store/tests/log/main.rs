//! The promises of the log, against a real PostgreSQL: one order, one effect per command, nothing altered unseen.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "what a test needs must be there, else the test fails"
)]

mod append;
mod crash;
mod follow;
mod in_hand;
mod migrations;
mod refused;
mod succession;
mod tally;
mod verify;
