//! The store model: what PostgreSQL keeps of a log, and what it refuses. No rule of the log lives here but the ones that
//! its tables enforce; what is written is up to the writers.

use super::capability::{No, State};
use event_store::sequencing::{Head, Proposed, Rows, Standing};
use event_store::{Answer, Sabotage, Stored, is_sabotaged};
use jiff::Timestamp;
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use uuid::Uuid;

/// What came of one statement that appends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Written {
    /// All of it.
    All,
    /// Nothing: the writer is fenced.
    Nothing,
    /// Nothing: a position, a command, a stream, a name or a version is there already.
    Violation,
}

/// A stored command.
pub(super) struct Known {
    pub(super) digest: [u8; 32],
    pub(super) answer: Answer,
}

struct Stream {
    capability: &'static str,
    /// Where its events stand, in order.
    positions: Vec<u64>,
}

/// The tables of a view: its rows, and how far it is.
#[derive(Default)]
pub(super) struct ViewTable {
    pub(super) rows: BTreeMap<Uuid, Row>,
    pub(super) cursor: u64,
}

/// What a view says of a stream.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Row {
    pub(super) state: State,
    pub(super) version: u64,
}

/// A message to be sent to the world outside.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Outgoing {
    Unsent,
    /// Somebody is at it, until then.
    Leased {
        until: i64,
        tries: u8,
    },
    Sent,
    /// Tried too often without an answer: people look after it.
    Unknown,
}

/// One database.
pub(super) struct Database {
    head: Head,
    epoch: u64,
    pub(super) fence: u64,
    /// Events with their hashes; the first stands at position `forgotten + 1`.
    events: Vec<(Stored, [u8; 32])>,
    forgotten: u64,
    streams: BTreeMap<Uuid, Stream>,
    commands: BTreeMap<Uuid, Known>,
    reservations: BTreeMap<Vec<u8>, Uuid>,
    pub(super) view: ViewTable,
    /// Messages, by the position of the event that asks for each.
    pub(super) outbox: BTreeMap<u64, Outgoing>,
}

impl Database {
    pub(super) fn new() -> Self {
        Self {
            head: Head {
                position: 0,
                hash: [0; 32],
                recorded_at: Timestamp::UNIX_EPOCH,
            },
            epoch: 0,
            fence: 0,
            events: Vec::new(),
            forgotten: 0,
            streams: BTreeMap::new(),
            commands: BTreeMap::new(),
            reservations: BTreeMap::new(),
            view: ViewTable::default(),
            outbox: BTreeMap::new(),
        }
    }

    /// A new writer comes.
    pub(super) fn take_epoch(&mut self) -> u64 {
        self.epoch += 1;
        self.epoch
    }

    pub(super) fn fence_older_than(&mut self, epoch: u64) {
        self.fence = self.fence.max(epoch);
    }

    pub(super) fn head(&self) -> &Head {
        &self.head
    }

    pub(super) fn known(&self, command: Uuid) -> Option<&Known> {
        self.commands.get(&command)
    }

    /// What stands of a batch, as it is read while the log is held.
    pub(super) fn held<'a>(&self, batch: impl Iterator<Item = &'a Proposed>) -> (Head, Standing) {
        let mut standing = Standing::default();
        for proposed in batch {
            let before = proposed.after.map(|(command, _)| command);
            for command in before.into_iter().chain([proposed.command]) {
                if let Some(known) = self.commands.get(&command) {
                    standing.commands.insert(command, (known.digest.to_vec(), known.answer));
                }
            }
            if let Some(stream) = self.streams.get(&proposed.stream) {
                let version = (Cow::Borrowed(stream.capability), stream.version());
                standing.streams.insert(proposed.stream, version);
            }
            for (_, blind) in &proposed.reservations {
                if let Some(holder) = self.reservations.get(blind) {
                    standing.reservations.insert(blind.clone(), *holder);
                }
            }
        }
        (self.head.clone(), standing)
    }

    /// Which of these commands are stored with the very events that are offered.
    pub(super) fn own<'a>(&self, batch: impl Iterator<Item = &'a Proposed>) -> BTreeSet<Uuid> {
        let own = batch.filter(|proposed| {
            let known = self.commands.get(&proposed.command);
            let last = known.and_then(|known| self.at(known.answer.position));
            last.is_some_and(|last| proposed.events.last().is_some_and(|(id, _)| *id == last.id))
        });
        own.map(|proposed| proposed.command).collect()
    }

    /// One statement, all or nothing.
    pub(super) fn append(&mut self, rows: &Rows, epoch: u64) -> Written {
        if epoch < self.fence && !is_sabotaged(Sabotage::FenceUnread) {
            return Written::Nothing;
        }
        if self.violates(rows) {
            return Written::Violation;
        }
        for (stream, capability) in &rows.new_streams {
            let begun = Stream {
                capability,
                positions: Vec::new(),
            };
            self.streams.insert(*stream, begun);
        }
        for (event, hash) in &rows.events {
            if let Some(stream) = self.streams.get_mut(&event.stream) {
                stream.positions.push(event.position);
            }
            if matches!(event.kind.as_str(), "deadline.set" | "team_meeting.scheduled") {
                self.outbox.insert(event.position, Outgoing::Unsent);
            }
            self.events.push((event.clone(), *hash));
        }
        for (command, digest, answer) in &rows.commands {
            let known = Known {
                digest: *digest,
                answer: *answer,
            };
            self.commands.insert(*command, known);
        }
        for (blind, _, stream, _) in &rows.reservations {
            self.reservations.insert(blind.clone(), *stream);
        }
        self.head = rows.head.clone();
        Written::All
    }

    /// Whether a unique index refuses.
    fn violates(&self, rows: &Rows) -> bool {
        let mut commands = BTreeSet::new();
        let command =
            |(command, _, _): &(Uuid, _, _)| self.commands.contains_key(command) || !commands.insert(*command);
        let stream = |(stream, _): &(Uuid, _)| self.streams.contains_key(stream);
        let name = |(blind, _, _, _): &(Vec<u8>, _, _, _)| self.reservations.contains_key(blind);
        let version = |(event, _): &(Stored, _)| {
            let stream = self.streams.get(&event.stream);
            stream.is_some_and(|stream| event.version <= stream.version())
        };
        let position = |(event, _): &(Stored, _)| event.position <= self.head.position;
        rows.commands.iter().any(command)
            || rows.new_streams.iter().any(stream)
            || rows.reservations.iter().any(name)
            || rows.events.iter().any(version)
            || rows.events.iter().any(position)
    }

    fn at(&self, position: u64) -> Option<&Stored> {
        let place = position.checked_sub(self.forgotten)?.checked_sub(1)?;
        self.events.get(usize::try_from(place).ok()?).map(|(event, _)| event)
    }

    pub(super) fn events(&self) -> &[(Stored, [u8; 32])] {
        &self.events
    }

    /// A stream, in order.
    pub(super) fn stream(&self, stream: Uuid) -> impl Iterator<Item = &Stored> {
        let positions = self.streams.get(&stream).map(|stream| stream.positions.as_slice());
        positions
            .unwrap_or_default()
            .iter()
            .filter_map(|position| self.at(*position))
    }

    pub(super) fn streams(&self) -> impl Iterator<Item = Uuid> {
        self.streams.keys().copied()
    }

    pub(super) fn version(&self, stream: Uuid) -> u64 {
        self.streams.get(&stream).map_or(0, Stream::version)
    }

    /// The next events after a position.
    pub(super) fn page(&self, after: u64, limit: usize) -> Vec<Stored> {
        let skipped = usize::try_from(after.saturating_sub(self.forgotten)).unwrap_or(usize::MAX);
        let page = self.events.iter().skip(skipped).take(limit);
        page.map(|(event, _)| event.clone()).collect()
    }

    /// Lets go of everything but the head: nobody will ask for it again.
    pub(super) fn forget(&mut self) {
        self.events.clear();
        self.forgotten = self.head.position;
        self.streams.clear();
        self.commands.clear();
        self.reservations.clear();
        self.outbox.clear();
    }
}

impl Stream {
    fn version(&self) -> u64 {
        u64::try_from(self.positions.len()).unwrap_or(u64::MAX)
    }
}

impl ViewTable {
    /// Takes in some events; the rows and how far it is are one transaction, except where a fault is built in.
    pub(super) fn apply(&mut self, page: &[Stored]) -> Result<(), No> {
        for event in page {
            self.take(event)?;
        }
        self.cursor = page.last().map_or(self.cursor, |last| last.position);
        Ok(())
    }

    fn take(&mut self, event: &Stored) -> Result<(), No> {
        let before = match self.rows.remove(&event.stream) {
            Some(row) => row.state,
            None => State::unborn(event).ok_or(No::Unreadable)?,
        };
        let row = Row {
            state: before.reading([event])?,
            version: event.version,
        };
        self.rows.insert(event.stream, row);
        Ok(())
    }
}
