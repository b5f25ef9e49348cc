//! The timeline of a case: years in one glance.

use crate::support_case::{LevelPoint, News, Reserved};
use crate::{Plain, WorkerRef};
use domain::words::{Day, DomainOfLife, MeasureId, SupportCaseId, TeamMeetingId};
use domain::{contact, deadline, team_meeting};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// The timeline of a case.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Timeline {
    /// Which case.
    pub support_case: SupportCaseId,
    /// How it is called.
    pub label: Plain<String>,
    /// First names and ages of those who live together.
    pub people: Vec<NamedAge>,
    /// The first day.
    pub opened_on: Day,
    /// The last day, when it is closed.
    pub closed_on: Option<Day>,
    /// The day shown as today.
    pub today: Day,
    /// The past day it is shown as of; none when it stands as now.
    pub as_known_on: Option<Day>,
    /// Whether nothing was known of the case on that day.
    pub nothing_known: bool,
    /// Whether something shown is dated by the source it was imported from.
    pub from_source: bool,
    /// Référents, one after the other, with the gaps between them.
    pub referents: Vec<ReferentSpell>,
    /// One lane for each life domain that someone spoke of.
    pub lanes: Vec<Lane>,
    /// Team meetings: knots across lanes.
    pub meetings: Vec<Knot>,
    /// Turns of life.
    pub life_events: Vec<LifeEvent>,
    /// Where the link was lost, longer than the agreed rhythm.
    pub silences: Vec<Silence>,
    /// What is due, ahead or late.
    pub deadlines: Vec<Flag>,
    /// What is there and may not be read, where even that may be known, with the years.
    pub reserved: Vec<ReservedLane>,
    /// Acts that another record tells, such as an imported log.
    pub acts: Vec<Act>,
    /// What is new since the reader's last visit.
    pub since: Option<SinceLastVisit>,
    /// The position of the log that this answer knows.
    pub position: u64,
    /// The opaque word by which live updates name this case to this reader.
    pub topic: String,
}

/// A first name and an age.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct NamedAge {
    /// First name.
    pub first_name: Plain<String>,
    /// Age in years on the day shown; none for adults.
    pub child_age: Option<u32>,
}

/// A time with one référent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ReferentSpell {
    /// Who; none for a time without one.
    pub referent: Option<WorkerRef>,
    /// The first day.
    pub from: Day,
    /// The last day; none while it lasts.
    pub until: Option<Day>,
}

/// A life domain over time, or what touches none.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Lane {
    /// Which; none for what was said or is due outside any domain.
    pub domain: Option<DomainOfLife>,
    /// Levels in both voices, oldest first.
    pub levels: Vec<LevelPoint>,
    /// Contacts about it, oldest first.
    pub contacts: Vec<ContactMark>,
    /// Measures, oldest first.
    pub measures: Vec<MeasureBar>,
}

/// A contact.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ContactMark {
    /// When.
    pub on: Day,
    /// How they met.
    pub kind: contact::Kind,
    /// Who held it.
    pub by: Option<Plain<String>>,
    /// Whether it was missed.
    pub missed: bool,
    /// What those around the person may read.
    pub text: Option<Plain<String>>,
    /// Whether it was written down later after it happened than the territory calls usual.
    pub late_entry: bool,
    /// Whether it became known since the reader's last visit, by another.
    pub is_new: bool,
    /// Its position in the log.
    pub position: u64,
}

/// A measure.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct MeasureBar {
    /// Which.
    pub measure: MeasureId,
    /// How it is called.
    pub label: Plain<String>,
    /// The first day.
    pub from: Day,
    /// The last day or the term; none while open-ended.
    pub until: Option<Day>,
}

/// A team meeting.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Knot {
    /// Which.
    pub team_meeting: TeamMeetingId,
    /// What kind.
    pub kind: team_meeting::Kind,
    /// When.
    #[cfg_attr(feature = "openapi", schema(value_type = String, format = DateTime))]
    pub starts_at: Timestamp,
    /// The day, in the territory's zone.
    pub on: Day,
    /// The lanes it ties.
    pub domains: Vec<DomainOfLife>,
    /// How many decisions were taken.
    pub decisions: u32,
    /// Whether something of it became known since the reader's last visit, by another.
    pub is_new: bool,
    /// Whether it is over.
    pub closed: bool,
}

/// A turn of life.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct LifeEvent {
    /// When.
    pub on: Day,
    /// In words.
    pub text: Plain<String>,
    /// Whether it became known since the reader's last visit, by another.
    pub is_new: bool,
}

/// A time without contact, or without référent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Silence {
    /// The last day something was heard.
    pub from: Day,
    /// The day the link was found again; none while it lasts.
    pub until: Option<Day>,
    /// Its length, in days.
    pub days: u32,
    /// What lacked.
    pub lack: Lack,
}

/// What lacked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum Lack {
    /// A contact.
    Contact,
    /// A référent.
    Referent,
}

/// A date.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Flag {
    /// When.
    pub due_on: Day,
    /// What is due, for a deadline; none for an action or a decision.
    pub kind: Option<deadline::Kind>,
    /// In words.
    pub label: Option<Plain<String>>,
    /// Its domain.
    pub domain: Option<DomainOfLife>,
    /// Whether it is near or late; a date set by law is near earlier.
    pub near: bool,
    /// Whether it became known since the reader's last visit, by another.
    pub is_new: bool,
}

/// What is there and may not be read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ReservedLane {
    /// How many, in which domain.
    pub reserved: Reserved,
    /// In which years.
    pub years: Vec<i16>,
}

/// An act of another record.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Act {
    /// When.
    pub on: Day,
    /// What was done, as the record names it.
    pub text: Plain<String>,
    /// By whom, when the record tells.
    pub by: Option<Plain<String>>,
    /// Whether it came after the case was closed.
    pub after_closure: bool,
    /// Whether it became known since the reader's last visit, by another.
    pub is_new: bool,
    /// Its position in the log.
    pub position: u64,
}

/// What is new since a visit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SinceLastVisit {
    /// The day of that visit.
    pub on: Day,
    /// What is new, newest first.
    pub news: Vec<News>,
    /// How many items were corrected since.
    pub corrected: u32,
}
