//! Team meetings: the list, the shared case view around one question, decisions, and the steps from a day to its end.

mod copies;
mod course;
mod step;

pub use copies::{Copies, CopyQuery, CopyView};
pub use course::{
    AddendumView, Course, FamilySheetView, FamilyView, FeedbackView, MinutesView, MovedView, OpenedView, SaidView,
    ShareView, SheetView, SummonsView, ValidatedView,
};
pub use step::{AddCase, FamilyInformation, GroundOf, ScheduleMeeting, Step, TakeStep};

use crate::support_case::CaseView;
use crate::{Plain, ServiceRef};
use domain::team_meeting::{
    Attendance, Capacity, Kind, MeetingRules, OnBehalf, Participant, Stage, TeamMeeting, Votes, Weight,
};
use domain::words::{Day, DecisionId, Doer, DomainOfLife, Profession, SupportCaseId, TeamMeetingId};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// The meetings of the reader: those to come first, then those held lately.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct MeetingList {
    /// Those to come, the nearest first.
    pub to_come: Vec<MeetingLine>,
    /// Those held, the latest first.
    pub held: Vec<MeetingLine>,
    /// The first day from which meetings held are listed: earlier ones are found in their cases.
    pub held_since: Day,
    /// The position of the log that this answer knows.
    pub position: u64,
}

/// A meeting in a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct MeetingLine {
    /// Which.
    pub team_meeting: TeamMeetingId,
    /// What kind.
    pub kind: Kind,
    /// The service that calls it.
    pub service: ServiceRef,
    /// When it begins.
    #[cfg_attr(feature = "openapi", schema(value_type = String, format = DateTime))]
    pub starts_at: Timestamp,
    /// The cases on its agenda that the reader may open.
    pub cases: Vec<MeetingCase>,
    /// How many cases are on its agenda in all.
    pub agenda: u32,
    /// How far it came.
    pub stage: Stage,
    /// Whether it is over.
    pub closed: bool,
}

/// A case on an agenda that the reader may open.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct MeetingCase {
    /// Which.
    pub support_case: SupportCaseId,
    /// How it is called.
    pub label: Plain<String>,
}

/// One case in one meeting: the page that all look at.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SharedView {
    /// Which meeting.
    pub team_meeting: TeamMeetingId,
    /// What kind.
    pub kind: Kind,
    /// The service that calls it.
    pub service: ServiceRef,
    /// When it begins.
    #[cfg_attr(feature = "openapi", schema(value_type = String, format = DateTime))]
    pub starts_at: Timestamp,
    /// What the rules know of it: a button asks them.
    pub rules: TeamMeeting,
    /// What this kind of meeting needs, as it is in force: the same rules ask it.
    pub in_force: Option<MeetingRules>,
    /// How far it came, and what is written of each step.
    pub course: Course,
    /// The question to settle.
    pub question: Plain<String>,
    /// For how long, in minutes.
    pub minutes: u16,
    /// Who is around the table, the family first.
    pub roster: Vec<Seat>,
    /// The agenda; other cases without a name.
    pub agenda: Vec<AgendaLine>,
    /// Views written down, those of absent people included.
    pub viewpoints: Vec<ViewpointView>,
    /// The case.
    pub case: CaseView,
}

/// Someone around the table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Seat {
    /// Who.
    pub participant: Participant,
    /// Her name, « Mme Besnard » for the person accompanied.
    pub name: Plain<String>,
    /// Her service, for professionals.
    pub service: Option<ServiceRef>,
    /// Her profession, for professionals.
    pub profession: Option<Profession>,
    /// Whether professional secrecy binds her; none for the family.
    pub bound_by_secrecy: Option<bool>,
    /// As what she sits there; none when the record is from before it was asked.
    pub capacity: Option<Capacity>,
    /// Whether she presides.
    pub chair: bool,
    /// Whether she is the référent of the case.
    pub referent: bool,
    /// Whether she is there; none when not told.
    pub attendance: Option<Attendance>,
    /// Whether her view is written down.
    pub wrote: bool,
}

/// A case's turn.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct AgendaLine {
    /// When.
    #[cfg_attr(feature = "openapi", schema(value_type = String, format = DateTime))]
    pub starts_at: Timestamp,
    /// For how long, in minutes.
    pub minutes: u16,
    /// Its rank, from 1.
    pub rank: u32,
    /// How it is called, for the case shown; other cases have no name here.
    pub label: Option<Plain<String>>,
    /// The référent's name as an initial and a last name, for the others.
    pub referent: Option<Plain<String>>,
    /// Whether it is the case shown.
    pub current: bool,
    /// Whether it is its turn now.
    #[serde(default)]
    pub turn: bool,
}

/// A view written down.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ViewpointView {
    /// Whose.
    pub of: Participant,
    /// Her name, with the service or the people she speaks for.
    pub name: Plain<String>,
    /// In words.
    pub text: Plain<String>,
    /// For whom she speaks, when not for herself.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub on_behalf_of: Option<OnBehalf>,
}

/// Writes down a decision.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct RecordDecision {
    /// The command.
    pub command: Uuid,
    /// The decision, made by the client.
    pub decision: DecisionId,
    /// In words.
    pub text: Plain<String>,
    /// The domains it ties together.
    #[serde(default)]
    pub domains: Vec<DomainOfLife>,
    /// Who does it.
    pub doer: Doer,
    /// By when.
    pub due_on: Day,
    /// A different view, kept.
    #[serde(default)]
    pub dissent: Option<Plain<String>>,
    /// What weight it has.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub weight: Option<Weight>,
    /// How those who have a voice voted, when they did.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub votes: Option<Votes>,
    /// On what it rests; the rules ask it of every decision that is not of an earlier record.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ground: Option<GroundOf>,
}
