//! A date by which an act is due: set, met, moved with a reason, or no longer due. By hand, or by a rule of the territory.

pub mod rule;

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
    /// Nouvelles à prendre après une clôture.
    CheckIn,
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
    /// Lets go what a rule set, since what it was counted from holds no more.
    Lapse,
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
    /// The rule that set it; none where somebody did.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rule: Option<ByRule>,
}

/// The rule by which something is due, as it was in force: nothing in it is about a person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ByRule {
    /// Its name among the rules.
    pub code: String,
    /// What is due, as it is shown.
    pub name: String,
    /// The law, paper or vote it comes from.
    pub source: String,
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
    /// What a rule counted it from holds no more.
    Lapsed,
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
    /// Somebody set it: no rule lets it go.
    SetByHand,
}

impl Reason for Refusal {
    fn code(&self) -> &'static str {
        match self {
            Self::AlreadySet => "deadline.already_set",
            Self::NotSet => "deadline.not_set",
            Self::Over => "deadline.over",
            Self::SetByHand => "deadline.set_by_hand",
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
    /// Due by a rule.
    ByRule,
    /// Let go by its rule, which may set it again.
    Lapsed,
    /// Met or withdrawn.
    Over,
}

impl Decider for Deadline {
    type Asked = Asked<Command>;
    type Event = Event;
    type Refusal = Refusal;

    fn decide(&self, asked: &Self::Asked) -> Result<Decided<Event>, Refusal> {
        let event = match (asked.command.clone(), self) {
            (Command::Set(setting), Self::Unset | Self::Lapsed) => Event::Set(setting),
            (Command::Set(_), Self::Standing | Self::ByRule | Self::Over) => return Err(Refusal::AlreadySet),
            (Command::Meet, Self::Standing | Self::ByRule) => Event::Met,
            (Command::Move { due, reason }, Self::Standing | Self::ByRule) => Event::Moved { due, reason },
            (Command::Withdraw { reason }, Self::Standing | Self::ByRule) => Event::Withdrawn { reason },
            (Command::Lapse, Self::ByRule) => Event::Lapsed,
            (Command::Lapse, Self::Standing) => return Err(Refusal::SetByHand),
            (_, Self::Unset) => return Err(Refusal::NotSet),
            (_, Self::Lapsed | Self::Over) => return Err(Refusal::Over),
        };
        Ok(vec![event].into())
    }

    fn evolve(self, event: &Event) -> Self {
        match event {
            Event::Set(setting) if setting.rule.is_some() => Self::ByRule,
            Event::Set(_) => Self::Standing,
            Event::Moved { .. } => self,
            Event::Lapsed => Self::Lapsed,
            Event::Met | Event::Withdrawn { .. } => Self::Over,
        }
    }
}

#[cfg(test)]
mod spec;
