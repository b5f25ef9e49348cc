//! A person accompanied, or one who matters to her: who she is and how to reach her, all of it sealed under her own key.

mod reached;

use crate::reminder::{Medium, Reach};
use crate::words::{Day, Text};
use crate::{Asked, Decided, Decider, Reason};
use decider::Fact;
pub use reached::Reached;
use reached::decide;
use sealed::Private;
use serde::{Deserialize, Serialize};

/// First and last name, as the person says them.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Name {
    /// First name.
    pub first: String,
    /// Last name.
    pub last: String,
}

impl std::fmt::Debug for Name {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Name")
    }
}

/// How the person wishes to be addressed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Civility {
    /// Madame.
    Madam,
    /// Monsieur.
    Sir,
    /// Neutral wording.
    Neutral,
}

/// A way to reach a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Channel {
    /// A telephone number.
    Phone,
    /// An electronic address.
    Email,
    /// A postal address.
    Post,
}

/// An identifier that another body gave the person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Scheme {
    /// Family allowance number (CAF or MSA).
    FamilyAllowance,
    /// France Travail identifier.
    EmploymentAgency,
    /// Social security number.
    SocialSecurity,
    /// The identifier in the record she was imported from.
    Source,
}

/// What may be asked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Command {
    /// Makes a file for a person.
    Register {
        /// Her name.
        name: Private<Name>,
        /// Her birth date.
        birth: Option<Private<Day>>,
        /// Year and month of birth, `YYYY-MM`, for ages and statistics.
        birth_month: Option<String>,
        /// How she wishes to be addressed.
        civility: Civility,
        /// The town she lives in, as a commune code or name.
        commune: Option<String>,
    },
    /// Corrects her name.
    CorrectName {
        /// The right name.
        name: Private<Name>,
    },
    /// Records a way to reach her.
    RecordContactDetails {
        /// The kind.
        channel: Channel,
        /// The number or address.
        value: Text,
    },
    /// Records an identifier that another body gave her.
    RecordIdentifier {
        /// Which body.
        scheme: Scheme,
        /// The identifier.
        value: Text,
    },
    /// Agrees with her how she may be reached for reminders, in the place of what was agreed before.
    AgreeReach {
        /// By which way, where, when.
        reach: Reach,
        /// Whether she asks for it herself, after she had asked by this way that no more be sent, or after it was said that
        /// a message there may put her in danger.
        asked_again: bool,
    },
    /// She wants no reminders any more.
    WithdrawReach,
    /// She answered a reminder with the word that stops them.
    StopReach {
        /// By which way.
        medium: Medium,
    },
}

/// What came of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Event {
    /// A person has a file.
    Registered {
        /// Her name.
        name: Private<Name>,
        /// Her birth date.
        birth: Option<Private<Day>>,
        /// Year and month of birth, `YYYY-MM`.
        birth_month: Option<String>,
        /// How she wishes to be addressed.
        civility: Civility,
        /// The town she lives in.
        commune: Option<String>,
    },
    /// Her name was corrected.
    NameCorrected {
        /// The right name.
        name: Private<Name>,
    },
    /// A way to reach her is known.
    ContactDetailsRecorded {
        /// The kind.
        channel: Channel,
        /// The number or address.
        value: Text,
    },
    /// An identifier is known.
    IdentifierRecorded {
        /// Which body.
        scheme: Scheme,
        /// The identifier.
        value: Text,
    },
    /// It was agreed with her how she may be reached for reminders.
    ReachAgreed {
        /// By which way, where, when.
        reach: Reach,
    },
    /// She wants no reminders any more.
    ReachWithdrawn,
    /// She answered a reminder with the word that stops them.
    ReachStopped {
        /// By which way.
        medium: Medium,
    },
}

impl Fact for Event {
    const CAPABILITY: &'static str = "person";
}

/// Why it is refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// She has a file already.
    AlreadyRegistered,
    /// No file was made for her.
    NotRegistered,
    /// Her hours end before they begin.
    UnsoundHours,
    /// She stopped the messages of this way, and did not ask for them again.
    Stopped,
    /// It was said that a message of this way may put her in danger, and she did not ask for them herself.
    WasUnsafe,
    /// It was never agreed how she may be reached, or is not any more.
    NotReached,
}

impl Reason for Refusal {
    fn code(&self) -> &'static str {
        match self {
            Self::AlreadyRegistered => "person.already_registered",
            Self::NotRegistered => "person.not_registered",
            Self::UnsoundHours => "person.unsound_hours",
            Self::Stopped => "person.stopped",
            Self::WasUnsafe => "person.was_unsafe",
            Self::NotReached => "person.not_reached",
        }
    }
    fn field(&self) -> Option<&'static str> {
        match self {
            Self::UnsoundHours => Some("hours"),
            Self::Stopped | Self::WasUnsafe => Some("asked_again"),
            Self::AlreadyRegistered | Self::NotRegistered | Self::NotReached => None,
        }
    }
}

/// What the rules must know of a person: whether she has a file, and whether she may be reached.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Person {
    /// No file yet.
    #[default]
    Unknown,
    /// She has a file.
    Registered(Box<Reached>),
}

impl Person {
    /// How she may be reached for reminders, as agreed with her last; none where that does not stand.
    #[must_use]
    pub fn reach(&self) -> Option<&Reach> {
        match self {
            Self::Unknown => None,
            Self::Registered(reached) => reached.stands(),
        }
    }
}

impl Decider for Person {
    type Asked = Asked<Command>;
    type Event = Event;
    type Refusal = Refusal;

    fn decide(&self, asked: &Self::Asked) -> Result<Decided<Event>, Refusal> {
        use Command::{
            AgreeReach, CorrectName, RecordContactDetails, RecordIdentifier, Register, StopReach, WithdrawReach,
        };
        match (asked.command.clone(), self) {
            (
                Register {
                    name,
                    birth,
                    birth_month,
                    civility,
                    commune,
                },
                Self::Unknown,
            ) => Ok(vec![Event::Registered {
                name,
                birth,
                birth_month,
                civility,
                commune,
            }]
            .into()),
            (Register { .. }, Self::Registered(_)) => Err(Refusal::AlreadyRegistered),
            (CorrectName { name }, Self::Registered(_)) => Ok(vec![Event::NameCorrected { name }].into()),
            (RecordContactDetails { channel, value }, Self::Registered(_)) => {
                Ok(vec![Event::ContactDetailsRecorded { channel, value }].into())
            }
            (RecordIdentifier { scheme, value }, Self::Registered(_)) => {
                Ok(vec![Event::IdentifierRecorded { scheme, value }].into())
            }
            (wish @ (AgreeReach { .. } | WithdrawReach | StopReach { .. }), Self::Registered(reached)) => {
                decide(reached, wish).map(Decided::from)
            }
            (
                CorrectName { .. }
                | RecordContactDetails { .. }
                | RecordIdentifier { .. }
                | AgreeReach { .. }
                | WithdrawReach
                | StopReach { .. },
                Self::Unknown,
            ) => Err(Refusal::NotRegistered),
        }
    }

    fn evolve(self, event: &Event) -> Self {
        let reached = match self {
            Self::Unknown => Box::default(),
            Self::Registered(reached) => reached,
        };
        Self::Registered(match event {
            Event::Registered { .. }
            | Event::NameCorrected { .. }
            | Event::ContactDetailsRecorded { .. }
            | Event::IdentifierRecorded { .. } => reached,
            Event::ReachAgreed { reach } => Box::new(reached.agreed(reach)),
            Event::ReachWithdrawn => Box::new(reached.withdrawn()),
            Event::ReachStopped { medium } => Box::new(reached.stopped(*medium)),
        })
    }
}

#[cfg(test)]
mod spec;
