//! A team meeting: those around a person agree a day, meet around one question, and write down what they decided.

use crate::words::{Day, DecisionId, Doer, DomainOfLife, PersonId, ServiceId, Source, SupportCaseId, Text, WorkerId};
use crate::{Asked, Decided, Decider, Reason};
use decider::Fact;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// What kind of meeting it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// Synthèse.
    CaseReview,
    /// Équipe pluridisciplinaire.
    MultidisciplinaryTeam,
    /// Bilan d’une mesure.
    MeasureReview,
    /// Conférence familiale.
    FamilyConference,
}

/// Someone around the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Participant {
    /// A professional.
    Worker(WorkerId),
    /// The person accompanied or someone of her family.
    Person(PersonId),
}

/// For whom someone around the table speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum OnBehalf {
    /// Her service, whose view it is.
    Service(ServiceId),
    /// The people accompanied, who elected her to speak for them.
    ElectedByPeople,
}

/// Whether she is there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Attendance {
    /// There until the end.
    Present,
    /// There for a part.
    InPart,
    /// Absent, and let it be known.
    Excused,
    /// Absent.
    Absent,
}

/// What may be asked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Command {
    /// Agrees a day.
    Schedule(Schedule),
    /// Invites someone.
    Invite {
        /// Whom.
        participant: Participant,
    },
    /// Tells who is there.
    RecordAttendance {
        /// Who.
        participant: Participant,
        /// Whether she is there.
        attendance: Attendance,
    },
    /// Puts a case on the agenda with the question to settle.
    AddCase(AgendaItem),
    /// Writes down how someone sees it.
    GiveViewpoint {
        /// On which case.
        support_case: SupportCaseId,
        /// Whose view.
        of: Participant,
        /// In words.
        text: Text,
        /// For whom she speaks, when not for herself.
        on_behalf_of: Option<OnBehalf>,
    },
    /// Writes down a decision.
    RecordDecision(Decision),
    /// Ends the meeting.
    Close,
}

/// When and by whom a meeting is held.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Schedule {
    /// What kind.
    pub kind: Kind,
    /// The service that calls it.
    pub service: ServiceId,
    /// When it begins.
    pub starts_at: Timestamp,
    /// Who presides.
    pub chair: WorkerId,
    /// Where.
    pub place: Option<Text>,
}

/// A case on the agenda.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AgendaItem {
    /// The case.
    pub support_case: SupportCaseId,
    /// The question to settle.
    pub question: Text,
    /// When its turn comes.
    pub starts_at: Timestamp,
    /// For how long, in minutes.
    pub minutes: u16,
}

/// What was decided: who does what, by when, and who saw it otherwise.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Decision {
    /// Which.
    pub decision: DecisionId,
    /// On which case.
    pub support_case: SupportCaseId,
    /// In words.
    pub text: Text,
    /// The life domains it ties together.
    pub domains: Vec<DomainOfLife>,
    /// Who does it.
    pub doer: Doer,
    /// By when.
    pub due_on: Day,
    /// A different view, kept.
    pub dissent: Option<Text>,
    /// What weight it has; not told by earlier records.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub weight: Option<Weight>,
    /// How those who have a voice voted, when they did.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub votes: Option<Votes>,
}

/// What weight a decision has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Weight {
    /// Avis.
    Opinion,
    /// Décision.
    Decision,
    /// Réorientation.
    Reorientation,
    /// Aide.
    Aid,
    /// Sanction.
    Sanction,
}

/// How those who have a voice voted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Votes {
    /// In favour.
    pub in_favour: u16,
    /// Against.
    pub against: u16,
    /// Neither.
    pub abstained: u16,
}

/// What came of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Event {
    /// It has a day.
    Scheduled(Schedule),
    /// Someone was invited.
    Invited {
        /// Who.
        participant: Participant,
    },
    /// It is known who is there.
    AttendanceRecorded {
        /// Who.
        participant: Participant,
        /// Whether she is there.
        attendance: Attendance,
    },
    /// A case is on the agenda.
    CaseAdded(AgendaItem),
    /// A view was written down.
    ViewpointGiven {
        /// On which case.
        support_case: SupportCaseId,
        /// Whose view.
        of: Participant,
        /// In words.
        text: Text,
        /// For whom she spoke, when not for herself.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        on_behalf_of: Option<OnBehalf>,
    },
    /// A decision was taken.
    DecisionRecorded(Decision),
    /// It is over.
    Closed,
}

impl Fact for Event {
    const CAPABILITY: &'static str = "team_meeting";
}

/// Why it is refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// It has a day already.
    AlreadyScheduled,
    /// It has no day yet.
    NotScheduled,
    /// It is over.
    Closed,
    /// She is invited already.
    AlreadyInvited,
    /// She is not invited.
    NotInvited,
    /// This case is on the agenda already.
    CaseAlreadyOnAgenda,
    /// This case is not on the agenda.
    CaseNotOnAgenda,
    /// This decision is written down already.
    AlreadyDecided,
    /// The date lies before the meeting.
    DueBeforeTheMeeting,
    /// A meeting that decided nothing is not closed: say so as a decision.
    NothingDecided,
}

impl Reason for Refusal {
    fn code(&self) -> &'static str {
        match self {
            Self::AlreadyScheduled => "team_meeting.already_scheduled",
            Self::NotScheduled => "team_meeting.not_scheduled",
            Self::Closed => "team_meeting.closed",
            Self::AlreadyInvited => "team_meeting.already_invited",
            Self::NotInvited => "team_meeting.not_invited",
            Self::CaseAlreadyOnAgenda => "team_meeting.case_already_on_agenda",
            Self::CaseNotOnAgenda => "team_meeting.case_not_on_agenda",
            Self::AlreadyDecided => "team_meeting.already_decided",
            Self::DueBeforeTheMeeting => "team_meeting.due_before_the_meeting",
            Self::NothingDecided => "team_meeting.nothing_decided",
        }
    }
    fn field(&self) -> Option<&'static str> {
        match self {
            Self::DueBeforeTheMeeting => Some("due_on"),
            Self::CaseNotOnAgenda | Self::CaseAlreadyOnAgenda => Some("support_case"),
            Self::AlreadyInvited | Self::NotInvited => Some("participant"),
            Self::AlreadyScheduled
            | Self::NotScheduled
            | Self::Closed
            | Self::AlreadyDecided
            | Self::NothingDecided => None,
        }
    }
}

/// Where a meeting stands. No personal content, so it may travel to the browser.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum TeamMeeting {
    /// No day yet.
    #[default]
    Unplanned,
    /// It has a day and is not over.
    Open(Sitting),
    /// It is over.
    Closed,
}

/// What the rules must know of a meeting that is not over.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Sitting {
    /// The first day on which something decided there can be due, wherever the territory lies.
    pub held_on: Day,
    /// Who is invited.
    pub invited: BTreeSet<Participant>,
    /// How many decisions were taken on each case.
    pub agenda: BTreeMap<SupportCaseId, u32>,
    /// The decisions taken.
    pub decisions: BTreeSet<DecisionId>,
}

impl Decider for TeamMeeting {
    type Asked = Asked<Command>;
    type Event = Event;
    type Refusal = Refusal;

    fn decide(&self, asked: &Self::Asked) -> Result<Decided<Event>, Refusal> {
        match (asked.command.clone(), self) {
            (Command::Schedule(schedule), Self::Unplanned) => Ok(vec![Event::Scheduled(schedule)].into()),
            (Command::Schedule(_), Self::Open(_) | Self::Closed) => Err(Refusal::AlreadyScheduled),
            (_, Self::Unplanned) => Err(Refusal::NotScheduled),
            (_, Self::Closed) => Err(Refusal::Closed),
            (command, Self::Open(sitting)) => sitting.decide(command, asked.by.source),
        }
    }

    fn evolve(self, event: &Event) -> Self {
        match (self, event) {
            (Self::Unplanned, Event::Scheduled(schedule)) => Self::Open(Sitting {
                held_on: earliest_day(schedule.starts_at),
                invited: BTreeSet::new(),
                agenda: BTreeMap::new(),
                decisions: BTreeSet::new(),
            }),
            (Self::Open(_), Event::Closed) => Self::Closed,
            (Self::Open(sitting), event) => Self::Open(sitting.evolve(event)),
            (state @ (Self::Unplanned | Self::Closed), _) => state,
        }
    }
}

/// The earliest day it can be anywhere at that instant, since the rules know no zone: nothing decided on the very day of
/// a meeting is ever refused, in no territory.
fn earliest_day(at: Timestamp) -> Day {
    let earliest = at.saturating_sub(jiff::SignedDuration::from_hours(12)).unwrap_or(at);
    Day::of(earliest, &jiff::tz::TimeZone::UTC)
}

impl Sitting {
    fn decide(&self, command: Command, source: Source) -> Result<Decided<Event>, Refusal> {
        let one = |event| Ok(vec![event].into());
        match command {
            Command::Schedule(_) => Err(Refusal::AlreadyScheduled),
            Command::Invite { participant } if self.invited.contains(&participant) => Err(Refusal::AlreadyInvited),
            Command::Invite { participant } => one(Event::Invited { participant }),
            Command::RecordAttendance { participant, .. } if !self.invited.contains(&participant) => {
                Err(Refusal::NotInvited)
            }
            Command::RecordAttendance {
                participant,
                attendance,
            } => one(Event::AttendanceRecorded {
                participant,
                attendance,
            }),
            Command::AddCase(item) if self.agenda.contains_key(&item.support_case) => Err(Refusal::CaseAlreadyOnAgenda),
            Command::AddCase(item) => one(Event::CaseAdded(item)),
            Command::GiveViewpoint { support_case, .. } if !self.agenda.contains_key(&support_case) => {
                Err(Refusal::CaseNotOnAgenda)
            }
            Command::GiveViewpoint {
                support_case,
                of,
                text,
                on_behalf_of,
            } => one(Event::ViewpointGiven {
                support_case,
                of,
                text,
                on_behalf_of,
            }),
            Command::RecordDecision(decision) if !self.agenda.contains_key(&decision.support_case) => {
                Err(Refusal::CaseNotOnAgenda)
            }
            Command::RecordDecision(decision) if self.decisions.contains(&decision.decision) => {
                Err(Refusal::AlreadyDecided)
            }
            Command::RecordDecision(decision) if source == Source::Entered && decision.due_on < self.held_on => {
                Err(Refusal::DueBeforeTheMeeting)
            }
            Command::RecordDecision(decision) => {
                let taken = decision.decision.to_string();
                // No other meeting may use the id: whoever follows a decision follows one.
                let decided = Decided::from(vec![Event::DecisionRecorded(decision)]);
                Ok(decided.reserving("team_meeting.decision", taken))
            }
            Command::Close if self.decisions.is_empty() => Err(Refusal::NothingDecided),
            Command::Close => one(Event::Closed),
        }
    }

    fn evolve(mut self, event: &Event) -> Self {
        match event {
            Event::Invited { participant } => {
                self.invited.insert(*participant);
            }
            Event::CaseAdded(item) => {
                self.agenda.entry(item.support_case).or_insert(0);
            }
            Event::DecisionRecorded(decision) => {
                self.decisions.insert(decision.decision);
                let taken = self.agenda.entry(decision.support_case).or_insert(0);
                *taken = taken.saturating_add(1);
            }
            Event::Scheduled(_) | Event::AttendanceRecorded { .. } | Event::ViewpointGiven { .. } | Event::Closed => {}
        }
        self
    }
}

#[cfg(test)]
mod spec;
