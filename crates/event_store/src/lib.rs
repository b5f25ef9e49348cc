//! The log: one order of events in PostgreSQL. Appends at an expected version, reads, follows, verifies.
//!
//! Knows no capability, no key and no personal word: a [`Codec`] turns events into bytes and never shows them.
//! Nothing here changes or deletes an event.

mod bare;
mod chain;
mod chain_check;
mod clocks;
mod codec;
mod connection;
mod database;
mod disturb;
mod fault;
mod handle;
mod hashes;
mod lanes;
mod migrate;
mod order;
#[cfg(feature = "shuttle")]
pub mod races;
mod read;
mod reader;
mod readers;
mod recent;
mod recorded;
mod replay;
mod sabotage;
mod safety;
mod sequencer;
mod signal;
mod store;
mod sync;
mod verify;

/// How the one order is made, without a database: what the writer thinks, for whoever simulates it.
pub mod sequencing {
    pub use crate::recent::Recent;
    pub use crate::sequencer::{Head, Memory, Outcome, Proposed, Rows, Standing, Tip, arrange};
}

pub use bare::Bare;
pub use chain_check::ChainCheck;
pub use codec::{Codec, CodecFault, Encoded, Place, Secrets};
pub use connection::{ROLE, as_server, connect, pool};
pub use database::{create_database, drop_database, tend_database};
pub use disturb::Disturbance;
pub use fault::{Fault, is_passing};
pub use hashes::hashes;
pub use migrate::migrate;
pub use order::{Answer, Order, Rejected};
pub use read::{Kind, Stats};
pub use reader::LogReader;
pub use recorded::{Recorded, Stored};
pub use replay::{Decoded, Replay};
#[cfg(feature = "sabotage")]
pub use sabotage::sabotage;
pub use sabotage::{Sabotage, is_sabotaged};
pub use safety::switched_off;
pub use store::{Clock, EventStore, Held, Step, StoreConfig};
pub use verify::Verification;
