//! One command on its way to the commit, and what comes back to its caller.

use super::UnderWay;
use super::under_way::OnItsWay;
use crate::{Answer, Encoded, Fault};
use jiff::Timestamp;
use tokio::sync::oneshot;
use uuid::Uuid;

/// A decided command with its encoded events.
pub struct Proposed {
    /// The stream.
    pub stream: Uuid,
    /// Its capability.
    pub capability: &'static str,
    /// The version it was decided on.
    pub expected: u64,
    /// The command, with its digest, whose facts it was decided on before they were stored: it stands only if these
    /// were indeed stored and nothing came after them.
    pub after: Option<(Uuid, [u8; 32])>,
    /// The id of the command.
    pub command: Uuid,
    /// The digest of the whole wish.
    pub digest: [u8; 32],
    /// The worker who asks.
    pub by: Uuid,
    /// When it happened, as claimed.
    pub occurred_at: Timestamp,
    /// When the source recorded it.
    pub known_at: Option<Timestamp>,
    /// The facts, with their ids.
    pub events: Vec<(Uuid, Encoded)>,
    /// The names that they take: scope and blind index.
    pub reservations: Vec<(&'static str, Vec<u8>)>,
}

/// What came of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// It is stored, now or before.
    Stored(Answer),
    /// Its id belongs to another wish.
    CommandReused,
    /// A name is held by another stream.
    Taken(&'static str),
    /// The stream is not where it was decided on any more, but at this version.
    MovedOn(u64),
    /// The stream belongs to another capability.
    OtherCapability,
}

/// What the writer is asked.
#[expect(clippy::large_enum_variant, reason = "nearly all that is asked is to store")]
pub(crate) enum Asked {
    /// To store a command.
    Store(Submission),
    /// To tell when all that was asked before has come to its end.
    Settle(oneshot::Sender<()>),
}

/// A command that waits for the commit.
pub(crate) struct Submission {
    pub(crate) proposed: Proposed,
    reply: oneshot::Sender<Result<Outcome, Fault>>,
    /// Until it is answered, or nobody can answer it any more.
    _on_its_way: OnItsWay,
}

impl Submission {
    pub(crate) fn new(proposed: Proposed, under_way: &UnderWay) -> (Self, oneshot::Receiver<Result<Outcome, Fault>>) {
        let (reply, answer) = oneshot::channel();
        let submission = Self {
            _on_its_way: under_way.with(proposed.command),
            proposed,
            reply,
        };
        (submission, answer)
    }

    /// How much it weighs in a batch.
    pub(super) fn bytes(&self) -> usize {
        self.proposed
            .events
            .iter()
            .map(|(_, encoded)| encoded.payload.len())
            .sum()
    }

    pub(super) fn answer(self, outcome: Result<Outcome, Fault>) {
        if self.reply.send(outcome).is_err() {
            // The caller left: the command has acted all the same, and its repetition will find the answer.
            tracing::debug!("a caller left before its answer");
        }
    }
}
