//! An appointment: who of the service meets whom of a family, when, how and where. It is booked, moved or cancelled; what
//! came of it is the contact that refers to it, so that nothing about a meeting is told twice.
//!
//! Nobody is booked twice. No stream knows a worker's agenda, so each booking takes the next turn of the agenda of each who
//! holds it, as a name that only one can have: two that looked at the same agenda take the same turn, and one of them wins.

mod kind;
mod refusal;
mod reminding;

pub use kind::Kind;
pub use refusal::Refusal;

use crate::reminder::{Outcome, Reminder, Taken};
use crate::words::{AppointmentId, PersonId, ReminderId, Source, SupportCaseId, Text, WorkerId};
use crate::{Asked, Decided, Decider};
use decider::Fact;
use jiff::{SignedDuration, Timestamp};
use reminding::Wish;
use serde::{Deserialize, Serialize};

/// The longest an appointment lasts, in minutes: what lasts longer than a day is no appointment.
pub const LONGEST: u32 = 24 * 60;

/// The names that bookings take in an agenda.
pub const TURN: &str = "appointment.turn";
/// The name that is taken by whoever says first what became of an appointment: a contact, or its cancellation.
pub const OUTCOME: &str = "appointment.outcome";

/// From when, and for how long.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Span {
    /// When it begins.
    pub starts_at: Timestamp,
    /// How many minutes it lasts.
    pub minutes: u32,
}

impl Span {
    /// The instant at which it is over.
    #[must_use]
    pub fn ends_at(self) -> Timestamp {
        let lasts = SignedDuration::from_mins(i64::from(self.minutes));
        self.starts_at.checked_add(lasts).unwrap_or(Timestamp::MAX)
    }

    /// Whether two of them share an instant; one that begins as the other ends does not.
    #[must_use]
    pub fn overlaps(self, other: Self) -> bool {
        self.starts_at < other.ends_at() && other.starts_at < self.ends_at()
    }
}

/// What is booked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Booking {
    /// The case.
    pub support_case: SupportCaseId,
    /// Who of the service holds it: one, or several of them together.
    pub held_by: Vec<WorkerId>,
    /// With whom of the family.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub with: Vec<PersonId>,
    /// How they meet.
    pub kind: Kind,
    /// When.
    pub span: Span,
    /// Where, in words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<Text>,
    /// What for, in words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub purpose: Option<Text>,
}

/// The turn that a booking took in somebody's agenda.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Turn {
    /// Whose agenda.
    pub worker: WorkerId,
    /// Which: they are counted from one.
    pub turn: u64,
}

/// The agenda of somebody who may hold the appointment, as it was seen: when she is taken, and by nothing else.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Agenda {
    /// Whose.
    pub worker: WorkerId,
    /// The last turn that was taken in it; none is zero.
    pub turn: u64,
    /// The times of her other appointments that stand, around the one that is asked.
    pub taken: Vec<Span>,
}

/// Who gives an appointment up.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Party {
    /// The service.
    Service,
    /// The person, who let it be known.
    Person,
}

/// What may be asked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Command {
    /// Books it.
    Book {
        /// What is booked.
        booking: Booking,
        /// The agendas of those who may hold it. What the server saw is no part of the wish.
        #[serde(skip)]
        agendas: Vec<Agenda>,
    },
    /// Moves it.
    Move {
        /// The new time.
        span: Span,
        /// Why.
        reason: Text,
        /// The agendas of those who may hold it. What the server saw is no part of the wish.
        #[serde(skip)]
        agendas: Vec<Agenda>,
    },
    /// Gives it up.
    Cancel {
        /// Which: a rule does not know the name of its own stream.
        appointment: AppointmentId,
        /// Who does.
        by: Party,
        /// Why.
        reason: Text,
    },
    /// Takes a reminder, before it is sent: the program's alone.
    ClaimReminder {
        /// The message.
        reminder: Reminder,
    },
    /// Says what came of one that was taken: the program's alone.
    SettleReminder {
        /// The message.
        reminder: ReminderId,
        /// What is known of it.
        outcome: Outcome,
    },
}

/// What came of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Event {
    /// It was booked.
    Booked {
        /// What was booked.
        booking: Booking,
        /// The turns it took in the agendas of those who hold it.
        turns: Vec<Turn>,
    },
    /// It was moved.
    Moved {
        /// The new time.
        span: Span,
        /// Why.
        reason: Text,
        /// The turns it took in the agendas of those who hold it.
        turns: Vec<Turn>,
    },
    /// It was given up.
    Cancelled {
        /// By whom.
        by: Party,
        /// Why.
        reason: Text,
    },
    /// A reminder was taken, and is about to be sent.
    ReminderClaimed {
        /// The message.
        reminder: Reminder,
    },
    /// It is known what came of one, or that it is not known.
    ReminderSettled {
        /// The message.
        reminder: ReminderId,
        /// What is known.
        outcome: Outcome,
    },
}

impl Fact for Event {
    const CAPABILITY: &'static str = "appointment";
}

/// How an appointment stands.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Appointment {
    /// Nobody booked it.
    #[default]
    Unbooked,
    /// It stands.
    Booked(Standing),
    /// It was given up; a message about it may still be under way.
    Cancelled(Taken),
}

/// An appointment that stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    /// The case.
    pub support_case: SupportCaseId,
    /// Who holds it.
    pub held_by: Vec<WorkerId>,
    /// With whom of the family.
    pub with: Vec<PersonId>,
    /// How they meet.
    pub kind: Kind,
    /// When.
    pub span: Span,
    /// The turns it took last.
    pub turns: Vec<Turn>,
    /// The messages that were taken about it.
    pub reminders: Taken,
}

impl Appointment {
    /// The appointment of which something can have come by this instant.
    ///
    /// # Errors
    /// When it was never booked, was cancelled, or has not begun.
    pub fn begun(&self, at: Timestamp) -> Result<&Standing, Refusal> {
        match self {
            Self::Unbooked => Err(Refusal::NotBooked),
            Self::Cancelled(_) => Err(Refusal::Cancelled),
            Self::Booked(standing) if standing.span.starts_at > at => Err(Refusal::NotYet),
            Self::Booked(standing) => Ok(standing),
        }
    }

    /// The appointment as it stands.
    ///
    /// # Errors
    /// When it was never booked, or was cancelled.
    pub fn standing(&self) -> Result<&Standing, Refusal> {
        match self {
            Self::Unbooked => Err(Refusal::NotBooked),
            Self::Cancelled(_) => Err(Refusal::Cancelled),
            Self::Booked(standing) => Ok(standing),
        }
    }
}

impl Decider for Appointment {
    type Asked = Asked<Command>;
    type Event = Event;
    type Refusal = Refusal;

    fn decide(&self, asked: &Self::Asked) -> Result<Decided<Event>, Refusal> {
        match (&asked.command, self) {
            (Command::Book { booking, agendas }, Self::Unbooked) => {
                lies_ahead(asked, booking.span)?;
                let turns = turns(&booking.held_by, &[], agendas, booking.span)?;
                let booking = booking.clone();
                Ok(taking(turns.clone(), Event::Booked { booking, turns }))
            }
            (Command::Book { .. }, Self::Booked(_) | Self::Cancelled(_)) => Err(Refusal::AlreadyBooked),
            (Command::Move { span, reason, agendas }, Self::Booked(standing)) => {
                if standing.span.starts_at <= asked.at && asked.by.source == Source::Entered {
                    return Err(Refusal::HasBegun);
                }
                lies_ahead(asked, *span)?;
                let turns = turns(&standing.held_by, &standing.turns, agendas, *span)?;
                let moved = Event::Moved {
                    span: *span,
                    reason: reason.clone(),
                    turns: turns.clone(),
                };
                Ok(taking(turns, moved))
            }
            (Command::Cancel { by: Party::Person, .. }, Self::Booked(standing))
                if standing.span.starts_at <= asked.at && asked.by.source == Source::Entered =>
            {
                Err(Refusal::HasBegun)
            }
            (
                Command::Cancel {
                    appointment,
                    by,
                    reason,
                },
                Self::Booked(_),
            ) => {
                let cancelled = Event::Cancelled {
                    by: *by,
                    reason: reason.clone(),
                };
                Ok(Decided::from(vec![cancelled]).reserving(OUTCOME, outcome_of(*appointment)))
            }
            (Command::Move { .. } | Command::Cancel { .. }, Self::Unbooked) => Err(Refusal::NotBooked),
            (Command::Move { .. } | Command::Cancel { .. }, Self::Cancelled(_)) => Err(Refusal::Cancelled),
            (Command::ClaimReminder { reminder }, Self::Unbooked | Self::Booked(_) | Self::Cancelled(_)) => {
                reminding::decide(self, asked, Wish::Claim(reminder)).map(Decided::from)
            }
            (Command::SettleReminder { reminder, outcome }, Self::Unbooked | Self::Booked(_) | Self::Cancelled(_)) => {
                reminding::decide(self, asked, Wish::Settle(*reminder, *outcome)).map(Decided::from)
            }
        }
    }

    fn evolve(self, event: &Event) -> Self {
        match event {
            Event::Booked { booking, turns } => Self::Booked(Standing {
                support_case: booking.support_case,
                held_by: booking.held_by.clone(),
                with: booking.with.clone(),
                kind: booking.kind,
                span: booking.span,
                turns: turns.clone(),
                reminders: Taken::default(),
            }),
            Event::Moved { span, turns, .. } => match self {
                Self::Booked(standing) => Self::Booked(Standing {
                    span: *span,
                    turns: turns.clone(),
                    ..standing
                }),
                Self::Unbooked | Self::Cancelled(_) => self,
            },
            Event::Cancelled { .. } => match self {
                Self::Booked(standing) => Self::Cancelled(standing.reminders),
                Self::Unbooked => Self::Cancelled(Taken::default()),
                Self::Cancelled(_) => self,
            },
            Event::ReminderClaimed { reminder } => reminding::evolve(self, |taken| taken.take(*reminder)),
            Event::ReminderSettled { reminder, outcome } => {
                reminding::evolve(self, |taken| taken.settle(*reminder, *outcome))
            }
        }
    }
}

/// Refuses a time that is none, or that has passed when somebody asks for it now.
fn lies_ahead(asked: &Asked<Command>, span: Span) -> Result<(), Refusal> {
    if span.minutes == 0 {
        return Err(Refusal::EndsBeforeItBegins);
    }
    if span.minutes > LONGEST {
        return Err(Refusal::TooLong);
    }
    if span.starts_at < asked.at && asked.by.source == Source::Entered {
        return Err(Refusal::InThePast);
    }
    Ok(())
}

/// The next turn of each agenda, where all are free.
fn turns(held_by: &[WorkerId], own: &[Turn], agendas: &[Agenda], span: Span) -> Result<Vec<Turn>, Refusal> {
    if held_by.is_empty() {
        return Err(Refusal::HeldByNobody);
    }
    let mut turns = Vec::with_capacity(held_by.len());
    for worker in held_by {
        let agenda = agendas.iter().find(|agenda| agenda.worker == *worker);
        let left = if own.is_empty() {
            Refusal::NotOnTheCase
        } else {
            Refusal::HolderLeft
        };
        let agenda = agenda.ok_or(left)?;
        // An agenda that does not know this very appointment yet may not know others either.
        let known = own.iter().filter(|turn| turn.worker == *worker);
        if known.into_iter().any(|turn| turn.turn > agenda.turn) {
            return Err(Refusal::AgendaBehind);
        }
        if agenda.taken.iter().any(|taken| taken.overlaps(span)) {
            return Err(Refusal::Taken);
        }
        turns.push(Turn {
            worker: *worker,
            turn: agenda.turn.saturating_add(1),
        });
    }
    Ok(turns)
}

/// The fact, with the turns as names that nobody else can have.
fn taking(turns: Vec<Turn>, event: Event) -> Decided<Event> {
    turns
        .into_iter()
        .fold(vec![event].into(), |decided: Decided<Event>, turn| {
            decided.reserving(TURN, format!("{}:{}", turn.worker, turn.turn))
        })
}

/// The name under which what became of an appointment is said once.
#[must_use]
pub fn outcome_of(appointment: AppointmentId) -> String {
    appointment.to_string()
}

#[cfg(test)]
mod spec;
