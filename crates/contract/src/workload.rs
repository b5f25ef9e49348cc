//! The load of a team. Points and ratios are in hundredths: no floats travel.

pub mod ahead;
pub mod entrusting;

use crate::{Plain, ServiceRef, WorkerRef};
use domain::indicator::{Counts, Indicator, Input, Origin, Shown, Span};
use domain::words::{Day, DomainOfLife, SupportCaseId};
use serde::{Deserialize, Serialize};

/// How to look at the load.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::IntoParams))]
#[cfg_attr(feature = "openapi", into_params(parameter_in = Query))]
pub struct WorkloadQuery {
    /// As it was at the start of this day; today when absent.
    #[serde(default)]
    pub on: Option<Day>,
    /// Read no earlier state than this position.
    #[serde(default)]
    pub at_least: Option<u64>,
}

/// The load of a service on a day, as the reader may see it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Workload {
    /// The day: figures are as of its first instant.
    pub on: Day,
    /// The zone in which that instant is meant, such as `Europe/Paris`.
    pub zone: String,
    /// The service.
    pub service: ServiceRef,
    /// Open cases.
    pub open: u32,
    /// Open cases with a deadline past due.
    pub overdue: u32,
    /// Points carried, in hundredths.
    pub load: u32,
    /// Points that can be carried, in hundredths.
    pub capacity: u32,
    /// Load over capacity at the start of each of the last months, oldest first, in hundredths.
    pub trend: Vec<MonthRatio>,
    /// Each worker, where the reader may see it: a manager all of the team, a worker herself.
    pub workers: Vec<WorkerLoad>,
    /// Open cases for which somebody of another service answers: she is counted and not named.
    #[serde(default)]
    pub elsewhere: u32,
    /// Whether workers beside the reader are left out because their figures are theirs.
    pub others_withheld: bool,
    /// Open cases without a référent, the oldest first.
    pub unassigned: Vec<Unassigned>,
    /// The last whole quarter of the calendar: what is told of people is told of it alone.
    pub quarter: Quarter,
    /// How long people waited for a first appointment in that quarter.
    pub first_appointments: FirstAppointments,
    /// Openings of that quarter by town and domain.
    pub openings: Openings,
    /// How load is computed; none where no weights were voted.
    pub weights: Option<WeightsView>,
    /// The position of the log that this answer knows.
    pub position: u64,
}

/// A quarter of the calendar that is over.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Quarter {
    /// The first day.
    pub from: Day,
    /// The day after the last.
    pub until: Day,
}

/// A ratio on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct MonthRatio {
    /// The day.
    pub on: Day,
    /// Load over capacity, in hundredths.
    pub ratio: u32,
}

/// How full a load is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum Zone {
    /// De la place.
    Room,
    /// Normal.
    Normal,
    /// Tendu.
    Tense,
    /// Surcharge.
    Overload,
    /// No capacity is known for that day: nothing can be said.
    Untold,
}

/// The load of one worker.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct WorkerLoad {
    /// Who.
    pub worker: WorkerRef,
    /// Her working time, in hundredths of a full time.
    pub working_time: u16,
    /// Open cases for which she answers.
    pub cases: u32,
    /// Points carried, in hundredths.
    pub load: u32,
    /// Points that can be carried, in hundredths.
    pub capacity: u32,
    /// Load over capacity, in hundredths.
    pub ratio: u32,
    /// In words.
    pub zone: Zone,
    /// The ratio at the start of each of the last months, oldest first.
    pub trend: Vec<MonthRatio>,
    /// Open cases with a deadline past due.
    pub overdue: u32,
}

/// An open case without a référent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Unassigned {
    /// The case, to be entrusted to somebody.
    pub support_case: SupportCaseId,
    /// The name, shortened to its initial: « Famille O. ».
    pub short_label: Plain<String>,
    /// Since when.
    pub since: Day,
    /// For how many days.
    pub days: u32,
    /// Whether that is longer than the territory wants.
    pub too_long: bool,
    /// Whether there was a référent before.
    pub had_referent: bool,
}

/// How long people waited between asking and a first held contact, over a quarter.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct FirstAppointments {
    /// The target, in days.
    pub target_days: u32,
    /// One figure per request that was met, in days, the shortest first.
    pub days: Vec<u32>,
    /// Half were received within this many days; none when there are too few.
    pub median: Option<u32>,
    /// Nine in ten were; none when there are too few.
    pub p90: Option<u32>,
    /// How many were beyond the target.
    pub late: u32,
}

/// A table of openings, small figures hidden.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Openings {
    /// The columns.
    pub domains: Vec<DomainOfLife>,
    /// One row per town.
    pub towns: Vec<TownOpenings>,
    /// Below this figure a cell is hidden.
    pub threshold: u32,
}

/// The openings of a town.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct TownOpenings {
    /// The town.
    pub town: String,
    /// One figure per column; none where it is hidden. Zero is shown as zero.
    pub figures: Vec<Option<u32>>,
}

/// How load is computed: visible to all, contestable.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct WeightsView {
    /// In force since.
    pub in_force_on: Day,
    /// The vote or study they come from.
    pub source: String,
    /// Base points by kind of support, in hundredths.
    pub base: Vec<(domain::support_case::Support, u32)>,
    /// Multiplier in the first days of a case, in hundredths.
    pub opening: u32,
    /// For how many days.
    pub opening_days: u32,
    /// Multiplier of a closed case that is watched, in hundredths.
    #[serde(default)]
    pub watch: u32,
    /// What each further child adds, in hundredths.
    pub sibling: u32,
    /// What each complexity adds, in hundredths.
    pub complexity: Vec<(domain::support_case::Complexity, u32)>,
    /// The most that complexities add, in hundredths.
    pub most_complexity: u32,
    /// Capacity of a full time, in hundredths of a point.
    pub capacity: u32,
    /// Where normal, tense and overload begin, in hundredths.
    pub zones: Vec<u32>,
}

/// Over which time the figures are asked.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::IntoParams))]
#[cfg_attr(feature = "openapi", into_params(parameter_in = Query))]
pub struct IndicatorsQuery {
    /// The first day; three months before the end when absent.
    #[serde(default)]
    pub from: Option<Day>,
    /// The day after the last: figures are as of its first instant. Today when absent.
    #[serde(default)]
    pub until: Option<Day>,
    /// Read no earlier state than this position.
    #[serde(default)]
    pub at_least: Option<u64>,
}

/// A file of the figures over a time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::IntoParams))]
#[cfg_attr(feature = "openapi", into_params(parameter_in = Query))]
pub struct IndicatorsFileQuery {
    /// Which kind of file.
    pub format: SheetFormat,
    /// The first day; three months before the end when absent.
    #[serde(default)]
    pub from: Option<Day>,
    /// The day after the last: figures are as of its first instant. Today when absent.
    #[serde(default)]
    pub until: Option<Day>,
    /// Read no earlier state than this position.
    #[serde(default)]
    pub at_least: Option<u64>,
    /// The language of its words; the one of the request when absent, since a link cannot say it otherwise.
    #[serde(default)]
    pub language: Option<SheetLanguage>,
}

/// A kind of file that a spreadsheet opens.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum SheetFormat {
    /// Separated values.
    Csv,
    /// Office Open XML.
    Xlsx,
    /// OpenDocument.
    Ods,
}

impl SheetFormat {
    /// All of them, the open one first.
    pub const ALL: [Self; 3] = [Self::Ods, Self::Xlsx, Self::Csv];

    /// Its code, which is the ending of such a file's name.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::Xlsx => "xlsx",
            Self::Ods => "ods",
        }
    }
}

/// A file of what happened in the cases of a team over a time, for process mining.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::IntoParams))]
#[cfg_attr(feature = "openapi", into_params(parameter_in = Query))]
pub struct ProcessLogQuery {
    /// Which kind of file.
    pub format: ProcessLogFormat,
    /// The first day; three months before the end when absent.
    #[serde(default)]
    pub from: Option<Day>,
    /// The day after the last. Today when absent.
    #[serde(default)]
    pub until: Option<Day>,
    /// Read no earlier state than this position.
    #[serde(default)]
    pub at_least: Option<u64>,
    /// The language of its words; the one of the request when absent, since a link cannot say it otherwise.
    #[serde(default)]
    pub language: Option<SheetLanguage>,
}

/// A kind of file that a program for process mining opens.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum ProcessLogFormat {
    /// XES (IEEE 1849-2016): a trace for each case. Meetings, which concern several, are in none.
    Xes,
    /// OCEL 2.0 as JSON: cases and meetings.
    Ocel,
}

impl ProcessLogFormat {
    /// All of them.
    pub const ALL: [Self; 2] = [Self::Xes, Self::Ocel];

    /// Its code, as it is asked for.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Xes => "xes",
            Self::Ocel => "ocel",
        }
    }
}

/// The language of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum SheetLanguage {
    /// French.
    Fr,
    /// English.
    En,
}

/// The figures of a service over a time, each with its definition.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Indicators {
    /// The first day.
    pub from: Day,
    /// The day after the last.
    pub until: Day,
    /// The zone in which these days are meant.
    pub zone: String,
    /// The service.
    pub service: ServiceRef,
    /// The figures, in the order in which they are told.
    pub figures: Vec<Figure>,
    /// Below this, figures about people are hidden.
    pub threshold: u32,
    /// Whether something happened in so many cases that what happened can be had as a file for process mining.
    pub process_log: bool,
    /// The position of the log that this answer knows.
    pub position: u64,
}

/// A figure with what it is. Its formula is the sentence `indicator-…-formula` of its name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Figure {
    /// Its name.
    pub indicator: Indicator,
    /// The facts it is made from.
    pub inputs: Vec<Input>,
    /// Over which time.
    pub span: Span,
    /// What stands in its cells.
    pub counts: Counts,
    /// Where the definition comes from.
    pub origin: Origin,
    /// The setting in force at the end of the period that it was computed with; none where it needs none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub setting: Option<HeldAgainst>,
    /// The first day of its period: of the time asked, or, for figures about people, of the last whole quarter or year of
    /// the calendar.
    pub from: Day,
    /// The day after the last.
    pub until: Day,
    /// As it was known at the end of the period; hidden for people where it is another figure now.
    pub then: Shown,
    /// As it is known now.
    pub now: Shown,
    /// As it is known now, by the kind of support, where it is told so.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub by_support: Vec<OfSupport>,
    /// Facts of that time that were written down after it, by kind: they make the difference between the two.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub late: Vec<WrittenLater>,
    /// Whether a setting that was adopted after it is a reason too.
    #[serde(default)]
    pub revoted: bool,
}

/// A figure of one kind of support.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct OfSupport {
    /// Which kind.
    pub support: domain::support_case::Support,
    /// What may be seen of it.
    pub shown: Shown,
}

/// A setting that was in force.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct HeldAgainst {
    /// Since when.
    pub in_force_on: Day,
    /// The law, study or vote it comes from.
    pub source: String,
}

/// Facts that were written down later.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct WrittenLater {
    /// Of which kind.
    pub input: Input,
    /// How many.
    pub count: u32,
}
