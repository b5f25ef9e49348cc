//! A date by which an act is due: set, met, moved with a reason, or no longer due.

use crate::words::{DomainOfLife, Due, SupportCaseId, Text};
use crate::{Asked, Decided, Decider, Reason};
use decider::Fact;
use serde::{Deserialize, Serialize};

/// What is due.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// Audience.
    Hearing,
    /// Fin d’un contrat ou d’une mesure.
    Term,
    /// Réponse attendue.
    Reply,
    /// Bilan ou revue.
    Review,
    /// Dossier à déposer.
    File,
    /// Told by an imported record.
    Imported,
}

/// What may be asked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Command {
    /// Sets it.
    Set(Setting),
    /// Tells that the act was done.
    Meet,
    /// Moves it.
    Move {
        /// The new date.
        due: Due,
        /// Why.
        reason: Text,
    },
    /// Tells that nothing is due any more.
    Withdraw {
        /// Why.
        reason: Text,
    },
}

/// What is due, when, for which case.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Setting {
    /// The case.
    pub support_case: SupportCaseId,
    /// What is due.
    pub kind: Kind,
    /// In words.
    pub label: Option<Text>,
    /// Its domain.
    pub domain: Option<DomainOfLife>,
    /// When.
    pub due: Due,
    /// Whether the law or a judge sets it.
    pub legal: bool,
}

/// What came of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Event {
    /// It was set.
    Set(Setting),
    /// It was met.
    Met,
    /// It was moved.
    Moved {
        /// The new date.
        due: Due,
        /// Why.
        reason: Text,
    },
    /// Nothing is due any more.
    Withdrawn {
        /// Why.
        reason: Text,
    },
}

impl Fact for Event {
    const CAPABILITY: &'static str = "deadline";
}

/// Why it is refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// It is set already.
    AlreadySet,
    /// It is not set.
    NotSet,
    /// It was met or withdrawn.
    Over,
}

impl Reason for Refusal {
    fn code(&self) -> &'static str {
        match self {
            Self::AlreadySet => "deadline.already_set",
            Self::NotSet => "deadline.not_set",
            Self::Over => "deadline.over",
        }
    }
}

/// Whether it still stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Deadline {
    /// Not set.
    #[default]
    Unset,
    /// Due.
    Standing,
    /// Met or withdrawn.
    Over,
}

impl Decider for Deadline {
    type Asked = Asked<Command>;
    type Event = Event;
    type Refusal = Refusal;

    fn decide(&self, asked: &Self::Asked) -> Result<Decided<Event>, Refusal> {
        match (asked.command.clone(), self) {
            (Command::Set(setting), Self::Unset) => Ok(vec![Event::Set(setting)].into()),
            (Command::Set(_), Self::Standing | Self::Over) => Err(Refusal::AlreadySet),
            (Command::Meet, Self::Standing) => Ok(vec![Event::Met].into()),
            (Command::Move { due, reason }, Self::Standing) => Ok(vec![Event::Moved { due, reason }].into()),
            (Command::Withdraw { reason }, Self::Standing) => Ok(vec![Event::Withdrawn { reason }].into()),
            (Command::Meet | Command::Move { .. } | Command::Withdraw { .. }, Self::Unset) => Err(Refusal::NotSet),
            (Command::Meet | Command::Move { .. } | Command::Withdraw { .. }, Self::Over) => Err(Refusal::Over),
        }
    }

    fn evolve(self, event: &Event) -> Self {
        match event {
            Event::Set(_) | Event::Moved { .. } => Self::Standing,
            Event::Met | Event::Withdrawn { .. } => Self::Over,
        }
    }
}

#[cfg(test)]
mod spec;
