//! Records brought in through the whole log: twice, cut in the middle, interleaved, and broken in every way that was met.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "what a test needs must be there, else the test fails"
)]

mod carnet_de_bord;
mod event_log;
mod ground;
mod xes;
