//! What is appended to be measured: notes of about 400 bytes on a person, their text sealed under her own key. Every
//! event of a comparison's other stores has the same fields.

use codec::Wish;
use decider::{Asked, Decided, Decider, Fact};
use jiff::Timestamp;
use sealed::{Compartment, Private};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// 258 characters, as long as what is written after a visit.
pub(super) const TEXT: &str = "Called the family; housing benefit form is complete, the school asked for a meeting next week and \
    the tenancy office confirmed the date. Follow up with the key worker about transport and the overdue invoice; \
    notes may be shared with the school nurse on request.";

#[derive(Clone, Serialize)]
pub(super) enum Command {
    Write(Vec<Note>),
}

#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) enum Event {
    Noted(Note),
}

#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct Note {
    case_id: Uuid,
    kind: String,
    actor: String,
    at: Timestamp,
    pub(super) text: Private<String>,
    seq: u64,
    t0: i64,
}

/// The record of one person: how many notes it holds.
#[derive(Clone, Default)]
pub(super) struct Record {
    notes: u64,
}

impl Record {
    /// How many notes it holds.
    pub(super) fn notes(&self) -> u64 {
        self.notes
    }
}

/// Why a note is not taken.
#[derive(Debug)]
pub(super) enum Refusal {
    NothingSaid,
}

impl Fact for Event {
    const CAPABILITY: &'static str = "bench_record";
}

impl Decider for Record {
    type Asked = Asked<Command, Uuid, Timestamp, ()>;
    type Event = Event;
    type Refusal = Refusal;

    fn decide(&self, asked: &Self::Asked) -> Result<Decided<Event>, Refusal> {
        match &asked.command {
            Command::Write(notes) if notes.is_empty() => Err(Refusal::NothingSaid),
            Command::Write(notes) => Ok(notes.iter().cloned().map(Event::Noted).collect::<Vec<_>>().into()),
        }
    }

    fn evolve(self, event: &Event) -> Self {
        match event {
            Event::Noted(_) => Self {
                notes: self.notes.saturating_add(1),
            },
        }
    }
}

/// A note of this record on a person.
fn note(record: Uuid, person: Uuid, seq: u64, now: Timestamp) -> Note {
    Note {
        case_id: record,
        kind: "NoteAdded".to_owned(),
        actor: "coordinator-17".to_owned(),
        at: now,
        text: Private::person(person, Compartment::Social, TEXT.to_owned()),
        seq,
        t0: now.as_microsecond(),
    }
}

/// The wish to write so many notes, under a new command id.
pub(super) fn wish(record: Uuid, seq: u64, notes: usize) -> (Wish, Asked<Command, Uuid, Timestamp, ()>) {
    wish_about(record, record, seq, notes)
}

/// The same, on a person who has other records too.
pub(super) fn wish_about(
    person: Uuid,
    record: Uuid,
    seq: u64,
    notes: usize,
) -> (Wish, Asked<Command, Uuid, Timestamp, ()>) {
    let by = Uuid::from_u128(17);
    let now = Timestamp::now();
    let notes = (seq..).take(notes).map(|seq| note(record, person, seq, now)).collect();
    let wish = Wish {
        command: Uuid::now_v7(),
        by,
        known_at: None,
        claims_time: false,
    };
    let asked = Asked {
        by,
        at: now,
        occurred_at: now,
        in_force: (),
        command: Command::Write(notes),
    };
    (wish, asked)
}
