//! Who watches a simulated world from outside, shares no thought with it, and says what went against a promise.

use super::capability::State;
use super::database::{Database, Outgoing, Row};
use super::server::{Ask, Told};
use event_store::Answer;
use jiff::Timestamp;
use std::collections::BTreeMap;
use uuid::Uuid;

/// What it has seen.
#[derive(Default)]
pub(super) struct Witness {
    /// The first promise that was broken.
    pub(super) wrong: Option<String>,
    position: u64,
    hash: [u8; 32],
    recorded_at: Timestamp,
    versions: BTreeMap<Uuid, u64>,
    /// How many events each command has made, and for which wish it was asked first.
    commands: BTreeMap<Uuid, Seen>,
    /// The command that fulfilled each wish.
    fulfilled: BTreeMap<u64, Uuid>,
    acknowledged: BTreeMap<Uuid, Answer>,
    /// What the providers did for each message: under which keys, each of which acts once.
    pub(super) effects: BTreeMap<u64, Vec<u64>>,
}

#[derive(Default)]
struct Seen {
    wish: u64,
    events: u32,
}

impl Witness {
    pub(super) fn finds(&mut self, holds: bool, words: impl FnOnce() -> String) {
        if !holds && self.wrong.is_none() {
            self.wrong = Some(words());
        }
    }

    /// A command was made for a wish.
    pub(super) fn asked(&mut self, ask: &Ask) {
        let seen = self.commands.entry(ask.command).or_default();
        if seen.wish == 0 {
            seen.wish = ask.number;
        }
    }

    /// A writer of this epoch may have appended; no clock that is believed says a later time than `latest`.
    pub(super) fn looks(&mut self, database: &Database, epoch: u64, latest: Timestamp) {
        let from = usize::try_from(self.position).unwrap_or(usize::MAX);
        let news = database.events().get(from..).unwrap_or_default();
        self.finds(news.is_empty() || epoch >= database.fence, || {
            format!("the writer of epoch {epoch} wrote behind the fence {}", database.fence)
        });
        for (event, hash) in news {
            let position = self.position + 1;
            self.finds(event.position == position, || {
                format!("position {} stands where {position} should", event.position)
            });
            let version = self.versions.entry(event.stream).or_default();
            *version += 1;
            let expected = *version;
            self.finds(event.version == expected, || {
                format!("version {} at {position} is not {expected}", event.version)
            });
            self.finds(event.recorded_at >= self.recorded_at, || {
                format!("the time goes back at {position}")
            });
            self.finds(event.recorded_at <= latest, || {
                format!(
                    "position {position} is dated {} at {latest} or before",
                    event.recorded_at
                )
            });
            self.finds(event.hash_after(&self.hash) == *hash, || {
                format!("the chain breaks at {position}")
            });
            (self.position, self.hash, self.recorded_at) = (position, *hash, event.recorded_at);
            let seen = self.commands.entry(event.command).or_default();
            seen.events += 1;
            let by = *self.fulfilled.entry(seen.wish).or_insert(event.command);
            self.finds(by == event.command, || {
                format!("position {position} fulfils a wish for the second time")
            });
        }
    }

    /// Somebody was told something about her command.
    pub(super) fn told(&mut self, ask: &Ask, told: &Told) {
        let Told::Stored(answer) = told else { return };
        let own = self
            .commands
            .get(&ask.command)
            .is_some_and(|seen| seen.wish == ask.number);
        self.finds(own, || "another wish was accepted under a used id".to_owned());
        let first = *self.acknowledged.entry(ask.command).or_insert(*answer);
        self.finds(place(&first) == place(answer), || {
            format!("a command is answered by {answer:?} after {first:?}")
        });
    }

    /// A follower was given a position.
    pub(super) fn given(&mut self, after: u64, position: u64) {
        self.finds(position == after + 1, || {
            format!("a follower at {after} was given {position}")
        });
    }

    /// What must hold when everything has come to rest.
    pub(super) fn concludes(&mut self, database: &Database) {
        let (last, head) = (self.position, database.head().position);
        self.finds(last == head, || {
            format!("the head stands at {head}, the last event at {last}")
        });
        for (command, answer) in &self.acknowledged {
            let known = database.known(*command).map(|known| known.answer);
            let made = self.commands.get(command).map_or(0, |seen| seen.events);
            if known.map(|known| place(&known)) != Some(place(answer)) || made != answer.events {
                let words = format!("acknowledged was {answer:?}; stored is {known:?}, with {made} events");
                self.wrong.get_or_insert(words);
            }
        }
        self.compares_the_view(database);
        for (row, outgoing) in &database.outbox {
            let effects = self.effects.get(row).map_or(0, Vec::len);
            let right = match outgoing {
                Outgoing::Sent => effects == 1,
                Outgoing::Unknown => effects <= 1,
                Outgoing::Unsent | Outgoing::Leased { .. } => false,
            };
            if !right {
                let words = format!("the message of {row} is {outgoing:?} and acted {effects} times");
                self.wrong.get_or_insert(words);
            }
        }
    }

    /// The view as it was written live, against one that is built of each stream alone.
    fn compares_the_view(&mut self, database: &Database) {
        self.finds(database.view.cursor == self.position, || {
            format!("the view stands at {}", database.view.cursor)
        });
        let rebuilt = database.streams().filter_map(|stream| {
            let first = State::unborn(database.stream(stream).next()?)?;
            let state = first.reading(database.stream(stream)).ok()?;
            let version = database.version(stream);
            Some((stream, Row { state, version }))
        });
        let rebuilt: BTreeMap<Uuid, Row> = rebuilt.collect();
        let same = database.view.rows == rebuilt;
        self.finds(same, || "the view is unlike its rebuild".to_owned());
    }
}

fn place(answer: &Answer) -> (u64, u64, u32) {
    (answer.position, answer.version, answer.events)
}
