//! What a person says about the sharing of what concerns her: she agrees, for some people, some things and a time, and may
//! take it back; or she objects. Both are facts of hers; what stands on them ends with them.

use crate::words::{Day, PersonId, ServiceId, SupportCaseId, Text, WorkerId};
use crate::{Asked, Decided, Decider, Reason};
use decider::Fact;
use jiff::tz::TimeZone;
use sealed::Compartment;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// How she said it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Means {
    /// Aloud, to who writes it down.
    Spoken,
    /// In writing.
    Written,
    /// By electronic means.
    Digital,
}

/// Those whom she means.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Named {
    /// These professionals.
    #[serde(default)]
    pub workers: BTreeSet<WorkerId>,
    /// Those of these services.
    #[serde(default)]
    pub services: BTreeSet<ServiceId>,
}

impl Named {
    fn is_empty(&self) -> bool {
        self.workers.is_empty() && self.services.is_empty()
    }
}

/// A consent as it is given.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Agreement {
    /// The case.
    pub support_case: SupportCaseId,
    /// Who agrees.
    pub person: PersonId,
    /// With whom it may be shared.
    pub recipients: Named,
    /// What may be shared.
    pub scope: BTreeSet<Compartment>,
    /// How she said it.
    pub means: Means,
    /// The day on which she said it.
    pub on: Day,
    /// The last day on which it holds.
    pub until: Day,
}

/// What may be asked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Command {
    /// Writes down that she agrees.
    Give(Agreement),
    /// Writes down that she takes it back.
    Withdraw {
        /// In her words, where she gave any.
        words: Option<Text>,
    },
    /// Writes down that she objects.
    Oppose {
        /// The case.
        support_case: SupportCaseId,
        /// Who objects.
        person: PersonId,
        /// To whom; to everybody when nobody is named.
        against: Named,
        /// In her words, where she gave any.
        words: Option<Text>,
    },
    /// Writes down that she does not object any more.
    LiftOpposition,
}

/// What came of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Event {
    /// She agrees.
    Given(Agreement),
    /// She took it back.
    Withdrawn {
        /// In her words, where she gave any.
        words: Option<Text>,
        /// Who wrote it down.
        by: WorkerId,
    },
    /// She objects.
    Opposed {
        /// The case.
        support_case: SupportCaseId,
        /// Who objects.
        person: PersonId,
        /// To whom; to everybody when nobody is named.
        against: Named,
        /// In her words, where she gave any.
        words: Option<Text>,
    },
    /// She does not object any more.
    OppositionLifted {
        /// Who wrote it down.
        by: WorkerId,
    },
}

impl Fact for Event {
    const CAPABILITY: &'static str = "consent";
}

/// Why it is refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// It was written down already.
    AlreadyGiven,
    /// It was never given.
    NotGiven,
    /// It was taken back already.
    AlreadyWithdrawn,
    /// There is no such opposition.
    NotOpposed,
    /// A consent names those with whom it may be shared.
    NobodyNamed,
    /// A consent says what may be shared.
    NoScope,
    /// Its last day is over.
    EndsBefore,
    /// Nobody has agreed yet on a day to come.
    GivenLater,
}

impl Reason for Refusal {
    fn code(&self) -> &'static str {
        match self {
            Self::AlreadyGiven => "consent.already_given",
            Self::NotGiven => "consent.not_given",
            Self::AlreadyWithdrawn => "consent.already_withdrawn",
            Self::NotOpposed => "consent.not_opposed",
            Self::NobodyNamed => "consent.nobody_named",
            Self::NoScope => "consent.no_scope",
            Self::EndsBefore => "consent.ends_before",
            Self::GivenLater => "consent.given_later",
        }
    }
    fn field(&self) -> Option<&'static str> {
        match self {
            Self::NobodyNamed => Some("recipients"),
            Self::NoScope => Some("scope"),
            Self::EndsBefore => Some("until"),
            Self::GivenLater => Some("on"),
            Self::AlreadyGiven | Self::NotGiven | Self::AlreadyWithdrawn | Self::NotOpposed => None,
        }
    }
}

/// Where it stands.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Consent {
    /// She said nothing.
    #[default]
    Unknown,
    /// She agrees.
    Given(Agreement),
    /// She took it back.
    Withdrawn,
    /// She objects.
    Opposed,
    /// She does not object any more.
    Lifted,
}

impl Decider for Consent {
    type Asked = Asked<Command>;
    type Event = Event;
    type Refusal = Refusal;

    fn decide(&self, asked: &Self::Asked) -> Result<Decided<Event>, Refusal> {
        let by = asked.by.worker;
        let event = match (&asked.command, self) {
            (Command::Give(agreement), Self::Unknown) => given(asked, agreement)?,
            (
                Command::Oppose {
                    support_case,
                    person,
                    against,
                    words,
                },
                Self::Unknown,
            ) => Event::Opposed {
                support_case: *support_case,
                person: *person,
                against: against.clone(),
                words: words.clone(),
            },
            (
                Command::Give(_) | Command::Oppose { .. },
                Self::Given(_) | Self::Withdrawn | Self::Opposed | Self::Lifted,
            ) => return Err(Refusal::AlreadyGiven),
            (Command::Withdraw { words }, Self::Given(_)) => Event::Withdrawn {
                words: words.clone(),
                by,
            },
            (Command::Withdraw { .. }, Self::Withdrawn) => return Err(Refusal::AlreadyWithdrawn),
            (Command::Withdraw { .. }, Self::Unknown | Self::Opposed | Self::Lifted) => return Err(Refusal::NotGiven),
            (Command::LiftOpposition, Self::Opposed) => Event::OppositionLifted { by },
            (Command::LiftOpposition, Self::Unknown | Self::Given(_) | Self::Withdrawn | Self::Lifted) => {
                return Err(Refusal::NotOpposed);
            }
        };
        Ok(vec![event].into())
    }

    fn evolve(self, event: &Event) -> Self {
        match event {
            Event::Given(agreement) => Self::Given(agreement.clone()),
            Event::Withdrawn { .. } => Self::Withdrawn,
            Event::Opposed { .. } => Self::Opposed,
            Event::OppositionLifted { .. } => Self::Lifted,
        }
    }
}

fn given(asked: &Asked<Command>, agreement: &Agreement) -> Result<Event, Refusal> {
    // As for a sharing, a day more or less is nobody's fault.
    let today = Day::of(asked.at, &TimeZone::UTC);
    if agreement.recipients.is_empty() {
        return Err(Refusal::NobodyNamed);
    }
    if agreement.scope.is_empty() {
        return Err(Refusal::NoScope);
    }
    if agreement.until.days_to(today) > 1 {
        return Err(Refusal::EndsBefore);
    }
    if today.days_to(agreement.on) > 1 {
        return Err(Refusal::GivenLater);
    }
    Ok(Event::Given(agreement.clone()))
}

#[cfg(test)]
mod spec;
