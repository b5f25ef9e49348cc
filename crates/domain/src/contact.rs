//! An interview, a visit, a call, or an appointment that was missed: what was said, by whom, and for whom to read.

use crate::words::{AppointmentId, DomainOfLife, PersonId, Source, SupportCaseId, Text, WorkerId};
use crate::{Asked, Decided, Decider, Reason, appointment};
use decider::Fact;
use serde::{Deserialize, Serialize};

/// How people met.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// Entretien.
    Interview,
    /// Visite à domicile.
    HomeVisit,
    /// Appel téléphonique.
    Call,
    /// Message ou courrier.
    Message,
    /// Accueil sans rendez-vous.
    DropIn,
    /// Visio.
    Video,
    /// Rencontre à l’extérieur, ni au bureau ni au domicile.
    Outside,
    /// Par un tiers, sans la personne.
    ThirdParty,
}

impl Kind {
    /// Whether the person herself was reached: what is heard of her from someone else keeps no link with her.
    #[must_use]
    pub fn reaches_the_person(self) -> bool {
        match self {
            Self::Interview
            | Self::HomeVisit
            | Self::Call
            | Self::Message
            | Self::DropIn
            | Self::Video
            | Self::Outside => true,
            Self::ThirdParty => false,
        }
    }

    /// Whether people met, in the same room or by video.
    #[must_use]
    pub fn is_a_meeting(self) -> bool {
        match self {
            Self::Interview | Self::HomeVisit | Self::DropIn | Self::Video | Self::Outside => true,
            Self::Call | Self::Message | Self::ThirdParty => false,
        }
    }

    /// The stable code, as sentences are keyed.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Interview => "interview",
            Self::HomeVisit => "home_visit",
            Self::Call => "call",
            Self::Message => "message",
            Self::DropIn => "drop_in",
            Self::Video => "video",
            Self::Outside => "outside",
            Self::ThirdParty => "third_party",
        }
    }
}

/// By what nobody was reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum DeadEnd {
    /// Un courrier est revenu.
    LetterReturned,
    /// Le numéro n’est plus attribué ou ne répond plus.
    NumberDead,
}

/// What may be asked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Command {
    /// Notes a contact that was held.
    Note(Held),
    /// Notes an appointment to which the person did not come.
    Miss(NotSeen),
    /// Notes that a known way to reach the person leads nowhere any more.
    FailToReach {
        /// The case.
        support_case: SupportCaseId,
        /// Which way.
        by_what: DeadEnd,
        /// What is known of it.
        note: Option<Text>,
    },
    /// Says what came of an appointment: the contact that was held, or that nobody came. It is said once.
    Attend {
        /// Which.
        appointment: AppointmentId,
        /// What came of it.
        came: Came,
    },
    /// Corrects what was noted: the first words stay in the log.
    Correct {
        /// The right text of the shared note.
        shared: Text,
        /// Why.
        reason: Option<Text>,
    },
}

/// What came of an appointment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(
    not(target_arch = "wasm32"),
    expect(
        clippy::large_enum_variant,
        reason = "most people come, and one is handled at a time"
    )
)]
pub enum Came {
    /// The person was seen; that is worth noting even when nothing was written of it.
    Seen(Held),
    /// She was not.
    NotSeen(NotSeen),
}

/// An appointment to which the person did not come.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NotSeen {
    /// The case.
    pub support_case: SupportCaseId,
    /// How they were to meet.
    pub kind: Kind,
    /// Whether she let it be known.
    pub excused: bool,
    /// What is known of why.
    pub reason: Option<Text>,
    /// The life domains it was to be about.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub domains: Vec<DomainOfLife>,
}

/// A contact that was held.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Held {
    /// The case.
    pub support_case: SupportCaseId,
    /// How they met.
    pub kind: Kind,
    /// With whom of the family.
    pub with: Vec<PersonId>,
    /// The life domains it was about.
    pub domains: Vec<DomainOfLife>,
    /// What those around the person may read.
    pub shared: Option<Text>,
    /// What only its author reads.
    pub private: Option<Text>,
    /// The person's own words, verbatim.
    pub words: Option<Text>,
}

/// What came of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(
    not(target_arch = "wasm32"),
    expect(clippy::large_enum_variant, reason = "most contacts are held")
)]
pub enum Event {
    /// A contact was held.
    Noted {
        /// Who held it.
        by: WorkerId,
        /// What was said.
        held: Held,
        /// The appointment of which it came, where one was booked.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        appointment: Option<AppointmentId>,
    },
    /// An appointment was missed.
    Missed {
        /// Who waited.
        by: WorkerId,
        /// The case.
        support_case: SupportCaseId,
        /// How they were to meet.
        kind: Kind,
        /// Whether she let it be known.
        excused: bool,
        /// What is known of why.
        reason: Option<Text>,
        /// The life domains it was to be about; an earlier fact tells none.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        domains: Vec<DomainOfLife>,
        /// The appointment of which it came, where it was booked in Trame.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        appointment: Option<AppointmentId>,
    },
    /// A known way to reach the person led nowhere.
    NotReached {
        /// Who tried.
        by: WorkerId,
        /// The case.
        support_case: SupportCaseId,
        /// Which way.
        by_what: DeadEnd,
        /// What is known of it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        note: Option<Text>,
    },
    /// The shared note was corrected.
    Corrected {
        /// Who corrects: the author.
        by: WorkerId,
        /// The right text.
        shared: Text,
        /// Why.
        reason: Option<Text>,
    },
}

impl Fact for Event {
    const CAPABILITY: &'static str = "contact";
}

/// Why it is refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// It is noted already.
    AlreadyNoted,
    /// Nothing was written: a contact says something.
    NothingNoted,
    /// It lies in the future.
    InTheFuture,
    /// There is nothing to correct.
    NotNoted,
    /// Only its author corrects a note.
    NotTheAuthor,
}

impl Reason for Refusal {
    fn code(&self) -> &'static str {
        match self {
            Self::AlreadyNoted => "contact.already_noted",
            Self::NothingNoted => "contact.nothing_noted",
            Self::InTheFuture => "contact.in_the_future",
            Self::NotNoted => "contact.not_noted",
            Self::NotTheAuthor => "contact.not_the_author",
        }
    }
    fn field(&self) -> Option<&'static str> {
        match self {
            Self::NothingNoted => Some("shared"),
            Self::InTheFuture => Some("occurred_at"),
            Self::AlreadyNoted | Self::NotNoted | Self::NotTheAuthor => None,
        }
    }
}

/// Whether a contact is noted, and by whom.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Contact {
    /// Not noted.
    #[default]
    Unknown,
    /// Noted by this worker.
    Noted(WorkerId),
}

impl Decider for Contact {
    type Asked = Asked<Command>;
    type Event = Event;
    type Refusal = Refusal;

    fn decide(&self, asked: &Self::Asked) -> Result<Decided<Event>, Refusal> {
        if asked.by.source == Source::Entered && asked.occurred_at > asked.at {
            return Err(Refusal::InTheFuture);
        }
        let by = asked.by.worker;
        match (asked.command.clone(), self) {
            (
                Command::Note(_) | Command::Miss(_) | Command::FailToReach { .. } | Command::Attend { .. },
                Self::Noted(_),
            ) => Err(Refusal::AlreadyNoted),
            (Command::Note(held), Self::Unknown) if says_nothing(&held) && asked.by.source == Source::Entered => {
                Err(Refusal::NothingNoted)
            }
            (Command::Note(held), Self::Unknown) => Ok(vec![noted(by, held, None)].into()),
            (Command::Attend { appointment, came }, Self::Unknown) => {
                let event = match came {
                    Came::Seen(held) => noted(by, held, Some(appointment)),
                    Came::NotSeen(not_seen) => missed(by, not_seen, Some(appointment)),
                };
                let said_once = appointment::outcome_of(appointment);
                Ok(Decided::from(vec![event]).reserving(appointment::OUTCOME, said_once))
            }
            (Command::Miss(not_seen), Self::Unknown) => Ok(vec![missed(by, not_seen, None)].into()),
            (
                Command::FailToReach {
                    support_case,
                    by_what,
                    note,
                },
                Self::Unknown,
            ) => Ok(vec![Event::NotReached {
                by,
                support_case,
                by_what,
                note,
            }]
            .into()),
            (Command::Correct { .. }, Self::Noted(author)) if *author != by => Err(Refusal::NotTheAuthor),
            (Command::Correct { shared, reason }, Self::Noted(_)) => {
                Ok(vec![Event::Corrected { by, shared, reason }].into())
            }
            (Command::Correct { .. }, Self::Unknown) => Err(Refusal::NotNoted),
        }
    }

    fn evolve(self, event: &Event) -> Self {
        match event {
            Event::Noted { by, .. }
            | Event::Missed { by, .. }
            | Event::NotReached { by, .. }
            | Event::Corrected { by, .. } => Self::Noted(*by),
        }
    }
}

fn noted(by: WorkerId, held: Held, appointment: Option<AppointmentId>) -> Event {
    Event::Noted { by, held, appointment }
}

fn missed(by: WorkerId, not_seen: NotSeen, appointment: Option<AppointmentId>) -> Event {
    let NotSeen {
        support_case,
        kind,
        excused,
        reason,
        domains,
    } = not_seen;
    Event::Missed {
        by,
        support_case,
        kind,
        excused,
        reason,
        domains,
        appointment,
    }
}

fn says_nothing(held: &Held) -> bool {
    held.shared.is_none() && held.private.is_none() && held.words.is_none()
}

#[cfg(test)]
mod spec;
