//! The pen of the demonstration: writes acts in order, gives each its id, and seals each text under the right key.

use crate::act::{Act, Wish};
use crate::calendar::{Calendar, Moment};
use crate::{chance, typography};
use domain::words::{DomainOfLife, Text, WorkerId};
use sealed::{Compartment, Private, Subject};
use uuid::Uuid;

/// The acts of one lane.
pub(crate) struct Book<'a> {
    pub(crate) calendar: &'a Calendar,
    seed: u64,
    lane: u32,
    written: u32,
    acts: Vec<Act>,
}

impl<'a> Book<'a> {
    pub(crate) fn new(calendar: &'a Calendar, seed: u64, lane: u32) -> Self {
        Self {
            calendar,
            seed,
            lane,
            written: 0,
            acts: Vec::new(),
        }
    }

    /// A new id, made at that moment.
    pub(crate) fn id(&mut self, kind: &str, at: Moment) -> Uuid {
        self.written = self.written.wrapping_add(1);
        chance::id(
            self.seed,
            &format!("{} {kind} {}", self.lane, self.written),
            at.known_at,
        )
    }

    /// Writes a command down.
    pub(crate) fn write(&mut self, stream: Uuid, by: WorkerId, at: Moment, wish: Wish) {
        let command = self.id("command", at);
        self.acts.push(Act {
            lane: self.lane,
            command,
            stream,
            by,
            occurred_at: at.occurred_at,
            known_at: at.known_at,
            wish,
        });
    }

    /// The acts in the order in which they were written down.
    pub(crate) fn close(mut self) -> Vec<Act> {
        self.acts.sort_by_key(|act| act.known_at);
        self.acts
    }
}

/// A text about one person.
pub(crate) fn about(person: Uuid, compartment: Compartment, sentence: &str) -> Text {
    Private::new(Subject::Person(person), compartment, typography::set(sentence))
}

/// A text about a person in a life domain.
pub(crate) fn within(person: Uuid, domain: DomainOfLife, sentence: &str) -> Text {
    about(person, domain.compartment(), sentence)
}

/// A text about several people, under a key of its own.
pub(crate) fn shared(text: Uuid, compartment: Compartment, sentence: &str) -> Text {
    Private::new(Subject::Text(text), compartment, typography::set(sentence))
}
