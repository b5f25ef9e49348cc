//! Keeping one professional away from one case: an ex-partner, a neighbour, a relative. While it stands the case does not
//! exist for her, in an emergency either.

use crate::words::{SupportCaseId, Text, WorkerId};
use crate::{Asked, Decided, Decider, Reason};
use decider::Fact;
use serde::{Deserialize, Serialize};

/// What may be asked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Command {
    /// Keeps someone away from a case.
    Set {
        /// The case.
        support_case: SupportCaseId,
        /// Who is kept away.
        worker: WorkerId,
        /// Why.
        reason: Text,
    },
    /// Lets her back: she sees again what her relations give her.
    Lift {
        /// Why it is not needed any more.
        reason: Text,
    },
}

/// What came of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Event {
    /// Someone is kept away from a case.
    Set {
        /// The case.
        support_case: SupportCaseId,
        /// Who is kept away.
        worker: WorkerId,
        /// Why.
        reason: Text,
        /// Who decided it.
        by: WorkerId,
    },
    /// She may come back.
    Lifted {
        /// Why it is not needed any more.
        reason: Text,
        /// Who decided it.
        by: WorkerId,
    },
}

impl Fact for Event {
    const CAPABILITY: &'static str = "exclusion";
}

/// Why it is refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// It was set already.
    AlreadySet,
    /// It was never set.
    NotSet,
    /// It was lifted: who must be kept away again is excluded anew.
    AlreadyLifted,
    /// Nobody excludes herself, nor lets herself back.
    Oneself,
}

impl Reason for Refusal {
    fn code(&self) -> &'static str {
        match self {
            Self::AlreadySet => "exclusion.already_set",
            Self::NotSet => "exclusion.not_set",
            Self::AlreadyLifted => "exclusion.already_lifted",
            Self::Oneself => "exclusion.oneself",
        }
    }
}

/// Whether someone is kept away.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Exclusion {
    /// Nobody is.
    #[default]
    Unknown,
    /// This professional is.
    Standing(WorkerId),
    /// Nobody is any more.
    Lifted,
}

impl Decider for Exclusion {
    type Asked = Asked<Command>;
    type Event = Event;
    type Refusal = Refusal;

    fn decide(&self, asked: &Self::Asked) -> Result<Decided<Event>, Refusal> {
        let by = asked.by.worker;
        let event = match (&asked.command, self) {
            (Command::Set { worker, .. }, Self::Unknown) if *worker == by => return Err(Refusal::Oneself),
            (
                Command::Set {
                    support_case,
                    worker,
                    reason,
                },
                Self::Unknown,
            ) => Event::Set {
                support_case: *support_case,
                worker: *worker,
                reason: reason.clone(),
                by,
            },
            (Command::Set { .. }, Self::Standing(_) | Self::Lifted) => return Err(Refusal::AlreadySet),
            (Command::Lift { .. }, Self::Standing(worker)) if *worker == by => return Err(Refusal::Oneself),
            (Command::Lift { reason }, Self::Standing(_)) => Event::Lifted {
                reason: reason.clone(),
                by,
            },
            (Command::Lift { .. }, Self::Unknown) => return Err(Refusal::NotSet),
            (Command::Lift { .. }, Self::Lifted) => return Err(Refusal::AlreadyLifted),
        };
        Ok(vec![event].into())
    }

    fn evolve(self, event: &Event) -> Self {
        match event {
            Event::Set { worker, .. } => Self::Standing(*worker),
            Event::Lifted { .. } => Self::Lifted,
        }
    }
}

#[cfg(test)]
mod spec;
