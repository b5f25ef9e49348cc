//! A wish on its way in, and what came of it.

use crate::{CodecFault, Fault};
use jiff::Timestamp;
use uuid::Uuid;

/// The circumstances of one command.
#[derive(Clone)]
pub struct Order {
    /// The id the client gave the command: it acts once, for ever.
    pub command: Uuid,
    /// The worker who asks.
    pub by: Uuid,
    /// When it happened, as claimed.
    pub occurred_at: Timestamp,
    /// When the source recorded it; only for imported and demonstration events.
    pub known_at: Option<Timestamp>,
    /// The bytes of the wish; only a keyed digest of them is stored.
    pub body: Vec<u8>,
}

impl std::fmt::Debug for Order {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Order({})", self.command)
    }
}

/// What came of a command that was accepted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Answer {
    /// Position of its last event, or of the newest event when there was nothing to add.
    pub position: u64,
    /// The version of the stream after it.
    pub version: u64,
    /// How many events it added.
    pub events: u32,
    /// Whether the command had been accepted before, and this is the answer it got then.
    pub repeated: bool,
}

/// Why a command was not accepted.
#[derive(Debug)]
pub enum Rejected<R> {
    /// The rules say no.
    Refused(R),
    /// The id was already used for another wish.
    CommandReused,
    /// A name that must be unique is held by another stream.
    Taken {
        /// The kind of name.
        scope: &'static str,
    },
    /// Someone was faster, again and again, or the client saw another version than the one that stands.
    Stale {
        /// The version that stands, as far as this process knows; what is decided on it is checked again.
        version: u64,
    },
    /// The world failed.
    Fault(Fault),
}

impl<R> From<Fault> for Rejected<R> {
    fn from(fault: Fault) -> Self {
        Self::Fault(fault)
    }
}

impl<R> From<CodecFault> for Rejected<R> {
    fn from(fault: CodecFault) -> Self {
        Self::Fault(Fault::Codec(fault))
    }
}
