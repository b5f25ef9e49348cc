//! What a batch becomes behind a head: pure, so that each command sees what those before it did.

use super::tips::Tip;
use super::{Outcome, Proposed};
use crate::chain::{self, START};
use crate::sabotage::{Sabotage, is_sabotaged};
use crate::{Answer, Stored};
use jiff::Timestamp;
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use uuid::Uuid;

/// The newest event of the log, as far as who comes behind it must know.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Head {
    /// The newest position.
    pub position: u64,
    /// The hash of the event there.
    pub hash: [u8; 32],
    /// When it was recorded.
    pub recorded_at: Timestamp,
}

/// An empty log: what stands before the first event.
impl Default for Head {
    fn default() -> Self {
        Self {
            position: 0,
            hash: START,
            recorded_at: Timestamp::UNIX_EPOCH,
        }
    }
}

/// What is known of the commands, streams and names of a batch.
#[derive(Default)]
pub struct Standing {
    /// Commands that are stored: the digest of their wish, and what came of it.
    pub commands: BTreeMap<Uuid, (Vec<u8>, Answer)>,
    /// Streams that are there: their capability and version.
    pub streams: BTreeMap<Uuid, (Cow<'static, str>, u64)>,
    /// The command at the end of each stream that the writer remembers.
    pub last: BTreeMap<Uuid, (Uuid, [u8; 32])>,
    /// Names that are held, by blind index: by which stream.
    pub reservations: BTreeMap<Vec<u8>, Uuid>,
    /// Commands that a commit nobody heard of has stored: their first answer is still owed.
    pub own: BTreeSet<Uuid>,
}

/// The rows to write, and what each command is answered.
pub struct Rows {
    /// Where the head stands after them.
    pub head: Head,
    /// What came of each command of the batch, in its order.
    pub outcomes: Vec<Outcome>,
    /// Whether each outcome would be the same whatever others have written meanwhile, once the head is where it was.
    pub certain: bool,
    /// Events with their hashes.
    pub events: Vec<(Stored, [u8; 32])>,
    /// Commands with the digests of their wishes.
    pub commands: Vec<(Uuid, [u8; 32], Answer)>,
    /// Where each stream ends now.
    pub tips: BTreeMap<Uuid, Tip>,
    /// Streams that begin, with their capabilities.
    pub new_streams: Vec<(Uuid, &'static str)>,
    /// Names that are taken: blind index, scope, stream, position.
    pub reservations: Vec<(Vec<u8>, &'static str, Uuid, u64)>,
}

/// Orders a batch behind `head`.
pub fn arrange<'a>(
    batch: impl IntoIterator<Item = &'a Proposed>,
    mut standing: Standing,
    head: Head,
    now: Timestamp,
) -> Rows {
    let now = micros(now).max(head.recorded_at);
    let mut rows = Rows {
        head: Head {
            recorded_at: now,
            ..head
        },
        outcomes: Vec::new(),
        certain: true,
        events: Vec::new(),
        commands: Vec::new(),
        tips: BTreeMap::new(),
        new_streams: Vec::new(),
        reservations: Vec::new(),
    };
    for proposed in batch {
        let outcome = decide(proposed, &mut standing, &mut rows);
        rows.outcomes.push(outcome);
    }
    rows
}

fn decide(proposed: &Proposed, standing: &mut Standing, rows: &mut Rows) -> Outcome {
    if let Some((digest, answer)) = standing.commands.get(&proposed.command)
        && !is_sabotaged(Sabotage::ResultUnread)
    {
        return if digest.as_slice() == proposed.digest || is_sabotaged(Sabotage::WishUncompared) {
            let repeated = !standing.own.remove(&proposed.command);
            Outcome::Stored(Answer { repeated, ..*answer })
        } else {
            rows.certain = false;
            Outcome::CommandReused
        };
    }
    let version = match standing.streams.get(&proposed.stream) {
        Some((capability, _)) if capability != proposed.capability => {
            rows.certain = false;
            return Outcome::OtherCapability;
        }
        Some((_, version)) => *version,
        None => 0,
    };
    if version != proposed.expected || !follows(proposed, standing) {
        // A version only grows: what is behind it now will not stand, whoever else has written.
        rows.certain &= version > proposed.expected;
        return Outcome::MovedOn(version);
    }
    for (scope, blind) in &proposed.reservations {
        if standing
            .reservations
            .get(blind)
            .is_some_and(|holder| *holder != proposed.stream)
        {
            rows.certain = false;
            return Outcome::Taken(scope);
        }
    }
    let answer = append(proposed, version, rows);
    for (scope, blind) in &proposed.reservations {
        if standing.reservations.insert(blind.clone(), proposed.stream).is_none() {
            rows.reservations
                .push((blind.clone(), scope, proposed.stream, answer.position));
        }
    }
    if !proposed.events.is_empty() {
        let known = standing
            .streams
            .insert(proposed.stream, (Cow::Borrowed(proposed.capability), answer.version));
        if known.is_none() {
            rows.new_streams.push((proposed.stream, proposed.capability));
        }
        let tip = Tip {
            capability: proposed.capability,
            version: answer.version,
            by: (proposed.command, proposed.digest),
        };
        rows.tips.insert(proposed.stream, tip);
    }
    standing
        .commands
        .insert(proposed.command, (proposed.digest.to_vec(), answer));
    rows.commands.push((proposed.command, proposed.digest, answer));
    Outcome::Stored(answer)
}

/// Whether the command it was decided after is stored, and brought the stream to where it was expected. The version
/// alone would not tell: another command may have brought the stream to the same number.
fn follows(proposed: &Proposed, standing: &Standing) -> bool {
    let Some((command, digest)) = &proposed.after else {
        return true;
    };
    match standing.commands.get(command) {
        Some((stored, answer)) => stored.as_slice() == digest && answer.version == proposed.expected,
        None => standing.last.get(&proposed.stream) == Some(&(*command, *digest)),
    }
}

/// Gives its events their positions, versions and hashes.
fn append(proposed: &Proposed, mut version: u64, rows: &mut Rows) -> Answer {
    let mut events = 0_u32;
    for (id, encoded) in &proposed.events {
        version = version.saturating_add(1);
        events = events.saturating_add(1);
        let event = Stored {
            position: rows.head.position.saturating_add(1),
            id: *id,
            kind: encoded.kind.clone(),
            schema: encoded.schema,
            stream: proposed.stream,
            version,
            command: proposed.command,
            by: proposed.by,
            recorded_at: rows.head.recorded_at,
            occurred_at: micros(proposed.occurred_at),
            known_at: proposed.known_at.map(micros),
            payload: encoded.payload.clone(),
        };
        let hash = chain::hash(&rows.head.hash, &event);
        rows.head.position = event.position;
        rows.head.hash = hash;
        rows.events.push((event, hash));
    }
    Answer {
        position: rows.head.position,
        version,
        events,
        repeated: false,
    }
}

/// The instant as the database keeps it: what is hashed must be what is read back.
fn micros(at: Timestamp) -> Timestamp {
    Timestamp::from_microsecond(at.as_microsecond()).unwrap_or(at)
}
