//! Forgetting someone for good, under the two-person rule: one person asks, another confirms in time. What is confirmed is
//! the tombstone: it stands in the log before any key is destroyed, and says whose keys are to be gone, by opaque ids only.

use crate::words::WorkerId;
use crate::{Asked, Decided, Decider, Reason};
use decider::Fact;
use jiff::{SignedDuration, Timestamp};
use sealed::Subject;
use serde::{Deserialize, Serialize};

/// Why someone is to be forgotten: a closed list, since a reason in words could tell what is to be forgotten.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Ground {
    /// The time for which the law lets it be kept is over.
    RetentionOver,
    /// She asked for it, and the law grants it (GDPR, article 17).
    PersonAsked,
    /// A court ordered it.
    CourtOrder,
    /// It should never have been recorded.
    RecordedByMistake,
}

/// What may be asked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Command {
    /// Asks that all that these keys seal be forgotten.
    Request {
        /// Whose keys.
        subjects: Vec<Subject>,
        /// Why.
        ground: Ground,
    },
    /// Confirms what somebody else asked.
    Confirm,
    /// Takes back what was asked.
    Withdraw,
}

/// What came of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Event {
    /// Somebody asked that these keys be destroyed.
    Requested {
        /// Whose keys.
        subjects: Vec<Subject>,
        /// Why.
        ground: Ground,
        /// Who asked: never the one who confirms.
        by: WorkerId,
        /// The last instant at which somebody else may confirm.
        until: Timestamp,
    },
    /// Somebody else confirmed: the tombstone. From here on these keys are destroyed, also in what is restored later.
    Confirmed {
        /// Whose keys.
        subjects: Vec<Subject>,
    },
    /// It was taken back in time.
    Withdrawn,
}

impl Fact for Event {
    const CAPABILITY: &'static str = "erasure";
}

/// Why it is refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// Nobody is named.
    NobodyNamed,
    /// The territory has not set within how long to confirm.
    NoTimeSet,
    /// It was asked already.
    AlreadyRequested,
    /// It was never asked.
    NotRequested,
    /// The one who asked cannot confirm.
    SamePerson,
    /// The time to confirm is over.
    TooLate,
    /// It was confirmed: what is forgotten stays forgotten.
    AlreadyConfirmed,
    /// It was taken back.
    Withdrawn,
}

impl Reason for Refusal {
    fn code(&self) -> &'static str {
        match self {
            Self::NobodyNamed => "erasure.nobody_named",
            Self::NoTimeSet => "erasure.no_time_set",
            Self::AlreadyRequested => "erasure.already_requested",
            Self::NotRequested => "erasure.not_requested",
            Self::SamePerson => "erasure.same_person",
            Self::TooLate => "erasure.too_late",
            Self::AlreadyConfirmed => "erasure.already_confirmed",
            Self::Withdrawn => "erasure.withdrawn",
        }
    }
}

/// How far it has come.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Erasure {
    /// Nobody asked.
    #[default]
    Unasked,
    /// One person asked.
    Requested {
        /// Whose keys.
        subjects: Vec<Subject>,
        /// Who asked.
        by: WorkerId,
        /// The last instant to confirm.
        until: Timestamp,
    },
    /// Two persons agreed.
    Confirmed {
        /// Whose keys.
        subjects: Vec<Subject>,
    },
    /// It was taken back.
    Withdrawn,
}

impl Decider for Erasure {
    type Asked = Asked<Command>;
    type Event = Event;
    type Refusal = Refusal;

    fn decide(&self, asked: &Self::Asked) -> Result<Decided<Event>, Refusal> {
        match (&asked.command, self) {
            (Command::Request { subjects, ground }, Self::Unasked) => requested(asked, subjects, *ground),
            (Command::Request { .. }, Self::Requested { .. } | Self::Confirmed { .. } | Self::Withdrawn) => {
                Err(Refusal::AlreadyRequested)
            }
            (Command::Confirm, Self::Requested { by, .. }) if *by == asked.by.worker => Err(Refusal::SamePerson),
            (Command::Confirm, Self::Requested { until, .. }) if *until < asked.at => Err(Refusal::TooLate),
            (Command::Confirm, Self::Requested { subjects, .. }) => Ok(vec![Event::Confirmed {
                subjects: subjects.clone(),
            }]
            .into()),
            (Command::Withdraw, Self::Requested { .. }) => Ok(vec![Event::Withdrawn].into()),
            (Command::Confirm | Command::Withdraw, Self::Unasked) => Err(Refusal::NotRequested),
            (Command::Confirm | Command::Withdraw, Self::Confirmed { .. }) => Err(Refusal::AlreadyConfirmed),
            (Command::Confirm | Command::Withdraw, Self::Withdrawn) => Err(Refusal::Withdrawn),
        }
    }

    fn evolve(self, event: &Event) -> Self {
        match event {
            Event::Requested {
                subjects,
                ground: _,
                by,
                until,
            } => Self::Requested {
                subjects: subjects.clone(),
                by: *by,
                until: *until,
            },
            Event::Confirmed { subjects } => Self::Confirmed {
                subjects: subjects.clone(),
            },
            Event::Withdrawn => Self::Withdrawn,
        }
    }
}

fn requested(asked: &Asked<Command>, subjects: &[Subject], ground: Ground) -> Result<Decided<Event>, Refusal> {
    if subjects.is_empty() {
        return Err(Refusal::NobodyNamed);
    }
    let hours = asked.in_force.erasure_confirmation_hours.ok_or(Refusal::NoTimeSet)?;
    let until = asked
        .at
        .checked_add(SignedDuration::from_hours(i64::from(hours)))
        .unwrap_or(Timestamp::MAX);
    Ok(vec![Event::Requested {
        subjects: subjects.to_vec(),
        ground,
        by: asked.by.worker,
        until,
    }]
    .into())
}

#[cfg(test)]
mod spec;
