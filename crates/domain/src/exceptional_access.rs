//! Opening a case that would stay closed, with the reason said first: in an emergency, or to supervise one's own team.
//! Those who answer for the case find it in their list, it ends by itself, and somebody else reviews it.

use crate::words::{SupportCaseId, Text, WorkerId};
use crate::{Asked, Decided, Decider, Reason};
use decider::Fact;
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

/// Why a case must be opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Need {
    /// Somebody is in danger, and nobody who follows the case can be reached.
    Emergency,
    /// Who answers for a team must read what opens only with a reason.
    Supervision,
}

/// What a review finds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Finding {
    /// It was needed.
    Justified,
    /// It was not: what follows is outside Trame.
    Unjustified,
}

/// What may be asked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Command {
    /// Opens a case.
    Open {
        /// The case.
        support_case: SupportCaseId,
        /// For what.
        need: Need,
        /// Why, in words.
        reason: Text,
    },
    /// Ends it before its time.
    End,
    /// Says whether it was needed.
    Review {
        /// What the review finds.
        finding: Finding,
        /// In words, where there is something to say.
        words: Option<Text>,
    },
}

/// What came of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Event {
    /// A case was opened.
    Opened {
        /// The case.
        support_case: SupportCaseId,
        /// Who opened it.
        by: WorkerId,
        /// For what.
        need: Need,
        /// Why, in words.
        reason: Text,
        /// The last instant at which it is open.
        until: Timestamp,
        /// The last instant at which it should be reviewed.
        review_by: Timestamp,
    },
    /// It ended before its time.
    Ended,
    /// It was reviewed.
    Reviewed {
        /// What the review finds.
        finding: Finding,
        /// In words, where there is something to say.
        words: Option<Text>,
        /// Who reviewed it: never the one who opened.
        by: WorkerId,
    },
}

impl Fact for Event {
    const CAPABILITY: &'static str = "exceptional_access";
}

/// Why it is refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// It was opened already.
    AlreadyOpened,
    /// It was never opened.
    NotOpened,
    /// It is over already.
    AlreadyOver,
    /// Only who opened it ends it.
    NotTheOpener,
    /// Who opened it does not review it.
    SamePerson,
    /// It was reviewed already.
    AlreadyReviewed,
    /// The territory has not set how long such an access lasts, nor within how long it is reviewed.
    NoTimeSet,
}

impl Reason for Refusal {
    fn code(&self) -> &'static str {
        match self {
            Self::AlreadyOpened => "exceptional_access.already_opened",
            Self::NotOpened => "exceptional_access.not_opened",
            Self::AlreadyOver => "exceptional_access.already_over",
            Self::NotTheOpener => "exceptional_access.not_the_opener",
            Self::SamePerson => "exceptional_access.same_person",
            Self::AlreadyReviewed => "exceptional_access.already_reviewed",
            Self::NoTimeSet => "exceptional_access.no_time_set",
        }
    }
}

/// How far it has come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ExceptionalAccess {
    /// Nobody opened it.
    #[default]
    Unknown,
    /// Somebody opened it.
    Opened {
        /// Who.
        by: WorkerId,
        /// The last instant at which it is open.
        until: Timestamp,
        /// Whether she ended it.
        ended: bool,
        /// Whether somebody reviewed it.
        reviewed: bool,
    },
}

impl Decider for ExceptionalAccess {
    type Asked = Asked<Command>;
    type Event = Event;
    type Refusal = Refusal;

    fn decide(&self, asked: &Self::Asked) -> Result<Decided<Event>, Refusal> {
        let who = asked.by.worker;
        let event = match (&asked.command, *self) {
            (
                Command::Open {
                    support_case,
                    need,
                    reason,
                },
                Self::Unknown,
            ) => opened(asked, *support_case, *need, reason)?,
            (Command::Open { .. }, Self::Opened { .. }) => return Err(Refusal::AlreadyOpened),
            (Command::End | Command::Review { .. }, Self::Unknown) => return Err(Refusal::NotOpened),
            (Command::End, Self::Opened { by, .. }) if by != who => return Err(Refusal::NotTheOpener),
            (Command::End, Self::Opened { until, ended, .. }) if ended || until < asked.at => {
                return Err(Refusal::AlreadyOver);
            }
            (Command::End, Self::Opened { .. }) => Event::Ended,
            (Command::Review { .. }, Self::Opened { reviewed: true, .. }) => return Err(Refusal::AlreadyReviewed),
            (Command::Review { .. }, Self::Opened { by, .. }) if by == who => return Err(Refusal::SamePerson),
            (Command::Review { finding, words }, Self::Opened { .. }) => Event::Reviewed {
                finding: *finding,
                words: words.clone(),
                by: who,
            },
        };
        Ok(vec![event].into())
    }

    fn evolve(self, event: &Event) -> Self {
        match (event, self) {
            (Event::Opened { by, until, .. }, _) => Self::Opened {
                by: *by,
                until: *until,
                ended: false,
                reviewed: false,
            },
            (
                Event::Ended,
                Self::Opened {
                    by, until, reviewed, ..
                },
            ) => Self::Opened {
                by,
                until,
                ended: true,
                reviewed,
            },
            (Event::Reviewed { .. }, Self::Opened { by, until, ended, .. }) => Self::Opened {
                by,
                until,
                ended,
                reviewed: true,
            },
            (Event::Ended | Event::Reviewed { .. }, Self::Unknown) => Self::Unknown,
        }
    }
}

fn opened(asked: &Asked<Command>, support_case: SupportCaseId, need: Need, reason: &Text) -> Result<Event, Refusal> {
    let after = |hours: Option<u32>| {
        let span = SignedDuration::from_hours(i64::from(hours.ok_or(Refusal::NoTimeSet)?));
        Ok(asked.at.checked_add(span).unwrap_or(Timestamp::MAX))
    };
    Ok(Event::Opened {
        support_case,
        by: asked.by.worker,
        need,
        reason: reason.clone(),
        until: after(asked.in_force.exceptional_hours)?,
        review_by: after(asked.in_force.exceptional_review_hours)?,
    })
}

#[cfg(test)]
mod spec;
