//! Sharing what secrecy covers: two legal acts. An *exchange* hands items to named people; a *sharing* opens them to a
//! category of people. Each stands on exactly one basis of the law, has a purpose and an end, and says whether the family
//! was told beforehand. What it opens is decided where rights are evaluated, never here.

mod basis;

pub use basis::{Basis, PriorInformation};

use crate::words::{ConsentId, Day, ElementId, Profession, ServiceId, SupportCaseId, TeamMeetingId, Text, WorkerId};
use crate::{Asked, Decided, Decider, Reason};
use decider::Fact;
use sealed::Compartment;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// What is passed on.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Items {
    /// All that lies in these compartments, as long as it lasts.
    #[serde(default)]
    pub compartments: BTreeSet<Compartment>,
    /// These things alone, as they were written.
    #[serde(default)]
    pub elements: BTreeSet<ElementId>,
}

/// Somebody to whom an exchange is addressed, as she stood when it was made.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Recipient {
    /// Who.
    pub worker: WorkerId,
    /// Her service.
    pub service: ServiceId,
    /// What she is trained for.
    pub profession: Profession,
    /// Whether professional secrecy binds her.
    pub bound_by_secrecy: bool,
    /// Whether she was among those around the person.
    pub around: bool,
}

/// The category to which a record is opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Audience {
    /// The professionals of a service.
    Service(ServiceId),
    /// Those around the person, as long as each of them is.
    Team,
    /// Those invited to a meeting on whose agenda the case stands, until it is over.
    Meeting(TeamMeetingId),
}

/// The consent on which something stands, as it was given.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Agreed {
    /// Which.
    pub consent: ConsentId,
    /// The professionals that she named.
    pub workers: BTreeSet<WorkerId>,
    /// The services that she named.
    pub services: BTreeSet<ServiceId>,
    /// What she agreed to.
    pub scope: BTreeSet<Compartment>,
    /// The last day on which it holds.
    pub until: Day,
}

/// What is wished of an exchange or a sharing, whoever receives it. What others know of it stands beside the wish and is no
/// part of it: the same wish, sent again, is the same.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Wished {
    /// The case.
    pub support_case: SupportCaseId,
    /// On what it stands.
    pub basis: Basis,
    /// What for, in words.
    pub purpose: Text,
    /// What is passed on.
    pub items: Items,
    /// The compartments in which those elements lie.
    #[serde(skip)]
    pub of_elements: BTreeSet<Compartment>,
    /// The last day on which it holds.
    pub until: Day,
    /// Whether the family was told beforehand.
    pub informed: PriorInformation,
    /// Whether professional secrecy binds who passes it on.
    #[serde(skip)]
    pub author_bound: bool,
    /// The consent behind it that stands now, where there is one.
    #[serde(skip)]
    pub agreed: Option<Agreed>,
    /// Whether the person objects to one of those who would receive it.
    #[serde(skip)]
    pub opposed: bool,
}

/// An exchange or a sharing as it stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Terms {
    /// The case.
    pub support_case: SupportCaseId,
    /// On what it stands.
    pub basis: Basis,
    /// What for, in words.
    pub purpose: Text,
    /// What is passed on; whom the case is about always is.
    pub items: Items,
    /// All compartments that something of it lies in.
    pub reaches: BTreeSet<Compartment>,
    /// The last day on which it holds.
    pub until: Day,
    /// Whether the family was told beforehand.
    pub informed: PriorInformation,
    /// The consent on which it stands.
    pub consent: Option<ConsentId>,
    /// Who passes it on.
    pub by: WorkerId,
}

/// What may be asked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Command {
    /// Hands items to named people.
    Exchange {
        /// What, why, until when.
        wished: Wished,
        /// To whom.
        recipients: BTreeSet<Recipient>,
    },
    /// Opens items to a category of people.
    Share {
        /// What, why, until when.
        wished: Wished,
        /// To whom.
        audience: Audience,
    },
    /// Agrees that the family was not told beforehand.
    Validate,
    /// Does not agree: nothing is passed on.
    Decline {
        /// Why.
        reason: Text,
    },
    /// Ends it before its day.
    End {
        /// Why, where there is something to say.
        reason: Option<Text>,
    },
}

/// What came of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Event {
    /// Items were handed to named people.
    Exchanged {
        /// What, why, until when.
        terms: Terms,
        /// To whom, as each stood then.
        recipients: BTreeSet<Recipient>,
    },
    /// Items were opened to a category of people.
    Shared {
        /// What, why, until when.
        terms: Terms,
        /// To whom.
        audience: Audience,
        /// Whether it opens only to those of them whom professional secrecy binds.
        bound_only: bool,
    },
    /// Somebody who answers for the service agreed that the family was not told beforehand.
    Validated {
        /// Who: never the one who passes it on.
        by: WorkerId,
    },
    /// She did not agree: nothing was passed on.
    Declined {
        /// Why.
        reason: Text,
        /// Who.
        by: WorkerId,
    },
    /// It ended before its day.
    Ended {
        /// Why, where something was said.
        reason: Option<Text>,
        /// Who ended it.
        by: WorkerId,
    },
}

impl Fact for Event {
    const CAPABILITY: &'static str = "sharing";
}

/// Why it is refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// It was made already.
    AlreadyMade,
    /// It was never made.
    NotMade,
    /// It ended, or was declined.
    AlreadyOver,
    /// Nothing waits for an agreement.
    NothingToValidate,
    /// Who passes it on does not agree to it herself.
    SamePerson,
    /// Nothing is passed on.
    NoItem,
    /// Drafts and figures of activity are nobody else's.
    NotShareable,
    /// An exchange names those to whom it is addressed.
    NobodyNamed,
    /// Nobody passes something on to herself.
    Oneself,
    /// Its last day is over.
    EndsBefore,
    /// The family was told after the day on which it is passed on, so it was not.
    InformedLater,
    /// On this basis the family is always told.
    MustBeInformed,
    /// On this basis only a professional bound by secrecy passes something on.
    AuthorNotBound,
    /// On this basis nobody receives it whom secrecy does not bind.
    RecipientNotBound,
    /// To who is not bound by secrecy, only whom the case is about and who acts in it may be told.
    MoreThanCoordination,
    /// On this basis it is addressed to named people only.
    NamedOnly,
    /// A care team is those around the person, and nobody else.
    NotAround,
    /// A report to the authority is a copy of chosen elements, not a record that is opened.
    CopyOnly,
    /// There is no consent that stands.
    NoConsent,
    /// The consent that stands covers less, others, or a shorter time.
    BeyondConsent,
    /// The person objects.
    Opposed,
    /// What was reported to the authority is not taken back.
    Transmitted,
}

impl Reason for Refusal {
    fn code(&self) -> &'static str {
        match self {
            Self::AlreadyMade => "sharing.already_made",
            Self::NotMade => "sharing.not_made",
            Self::AlreadyOver => "sharing.already_over",
            Self::NothingToValidate => "sharing.nothing_to_validate",
            Self::SamePerson => "sharing.same_person",
            Self::NoItem => "sharing.no_item",
            Self::NotShareable => "sharing.not_shareable",
            Self::NobodyNamed => "sharing.nobody_named",
            Self::Oneself => "sharing.oneself",
            Self::EndsBefore => "sharing.ends_before",
            Self::InformedLater => "sharing.informed_later",
            Self::MustBeInformed => "sharing.must_be_informed",
            Self::AuthorNotBound => "sharing.author_not_bound",
            Self::RecipientNotBound => "sharing.recipient_not_bound",
            Self::MoreThanCoordination => "sharing.more_than_coordination",
            Self::NamedOnly => "sharing.named_only",
            Self::NotAround => "sharing.not_around",
            Self::CopyOnly => "sharing.copy_only",
            Self::NoConsent => "sharing.no_consent",
            Self::BeyondConsent => "sharing.beyond_consent",
            Self::Opposed => "sharing.opposed",
            Self::Transmitted => "sharing.transmitted",
        }
    }
    fn field(&self) -> Option<&'static str> {
        match self {
            Self::NoItem | Self::NotShareable | Self::MoreThanCoordination | Self::CopyOnly => Some("items"),
            Self::NobodyNamed | Self::Oneself | Self::RecipientNotBound | Self::NotAround | Self::Opposed => {
                Some("recipients")
            }
            Self::EndsBefore => Some("until"),
            Self::InformedLater | Self::MustBeInformed => Some("informed"),
            Self::NamedOnly | Self::NoConsent | Self::BeyondConsent | Self::AuthorNotBound => Some("basis"),
            Self::AlreadyMade
            | Self::NotMade
            | Self::AlreadyOver
            | Self::NothingToValidate
            | Self::SamePerson
            | Self::Transmitted => None,
        }
    }
}

/// How far it has come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Sharing {
    /// Nothing was passed on.
    #[default]
    Unknown,
    /// It was made.
    Made {
        /// Who passes it on.
        by: WorkerId,
        /// Of which case.
        support_case: SupportCaseId,
        /// On what it stands.
        basis: Basis,
        /// Whether somebody must still agree that the family was not told.
        waits: bool,
    },
    /// It ended, or was declined.
    Over,
}

impl Decider for Sharing {
    type Asked = Asked<Command>;
    type Event = Event;
    type Refusal = Refusal;

    fn decide(&self, asked: &Self::Asked) -> Result<Decided<Event>, Refusal> {
        let who = asked.by.worker;
        let event = match (&asked.command, *self) {
            (Command::Exchange { wished, recipients }, Self::Unknown) => basis::exchanged(asked, wished, recipients)?,
            (Command::Share { wished, audience }, Self::Unknown) => basis::shared(asked, wished, *audience)?,
            (Command::Exchange { .. } | Command::Share { .. }, Self::Made { .. } | Self::Over) => {
                return Err(Refusal::AlreadyMade);
            }
            (Command::Validate | Command::Decline { .. } | Command::End { .. }, Self::Unknown) => {
                return Err(Refusal::NotMade);
            }
            (Command::Validate | Command::Decline { .. } | Command::End { .. }, Self::Over) => {
                return Err(Refusal::AlreadyOver);
            }
            (Command::Validate | Command::Decline { .. }, Self::Made { waits: false, .. }) => {
                return Err(Refusal::NothingToValidate);
            }
            (Command::Validate | Command::Decline { .. }, Self::Made { by, .. }) if by == who => {
                return Err(Refusal::SamePerson);
            }
            (Command::Validate, Self::Made { .. }) => Event::Validated { by: who },
            (Command::Decline { reason }, Self::Made { .. }) => Event::Declined {
                reason: reason.clone(),
                by: who,
            },
            (
                Command::End { .. },
                Self::Made {
                    basis: Basis::AuthorityReport,
                    waits: false,
                    ..
                },
            ) => return Err(Refusal::Transmitted),
            (Command::End { reason }, Self::Made { .. }) => Event::Ended {
                reason: reason.clone(),
                by: who,
            },
        };
        Ok(vec![event].into())
    }

    fn evolve(self, event: &Event) -> Self {
        match (event, self) {
            (Event::Exchanged { terms, .. } | Event::Shared { terms, .. }, _) => Self::Made {
                by: terms.by,
                support_case: terms.support_case,
                basis: terms.basis,
                waits: terms.informed.waits(),
            },
            (
                Event::Validated { .. },
                Self::Made {
                    by,
                    support_case,
                    basis,
                    ..
                },
            ) => Self::Made {
                by,
                support_case,
                basis,
                waits: false,
            },
            (Event::Validated { .. }, Self::Unknown | Self::Over) => self,
            (Event::Declined { .. } | Event::Ended { .. }, _) => Self::Over,
        }
    }
}

impl Event {
    /// The terms of what was passed on, where this event makes it.
    #[must_use]
    pub fn terms(&self) -> Option<&Terms> {
        match self {
            Self::Exchanged { terms, .. } | Self::Shared { terms, .. } => Some(terms),
            Self::Validated { .. } | Self::Declined { .. } | Self::Ended { .. } => None,
        }
    }
}

#[cfg(test)]
mod spec;
