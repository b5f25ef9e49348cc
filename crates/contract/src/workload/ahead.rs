//! The weeks ahead: a worker's own load and how each case counts, and what a team carries. Points and ratios are in
//! hundredths. There is no address at which the load of a colleague can be asked, except by who answers for her team.

use super::{WeightsView, Zone};
use crate::{Plain, ServiceRef, WorkerRef};
use domain::deadline;
use domain::support_case::{Complexity, Support};
use domain::words::{AbsenceId, Day, SupportCaseId, WorkerId};
use domain::workload::{Threshold, Why};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// How to ask for the weeks ahead.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::IntoParams))]
#[cfg_attr(feature = "openapi", into_params(parameter_in = Query))]
pub struct AheadQuery {
    /// Read no earlier state than this position.
    #[serde(default)]
    pub at_least: Option<u64>,
}

/// What the reader carries herself: compared with nobody.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct OwnLoad {
    /// Today in the territory.
    pub today: Day,
    /// Her service.
    pub service: ServiceRef,
    /// Her working time, in hundredths of a full time.
    pub working_time: u16,
    /// Points carried now, in hundredths.
    pub load: u32,
    /// Points that can be carried in her working time, in hundredths.
    pub capacity: u32,
    /// Load over capacity, in hundredths.
    pub ratio: u32,
    /// In words.
    pub fullness: Zone,
    /// The cases for which she answers and how each counts, the heaviest first.
    pub cases: Vec<CaseWeight>,
    /// This week and those ahead; none where nothing was voted.
    pub weeks: Vec<WeekAhead>,
    /// What is due in those weeks, the nearest first.
    pub dated: Vec<DatedLine>,
    /// Measures of her cases that were decided and have yet to begin; nobody knows when.
    pub unstarted: u32,
    /// When she is away, the nearest first.
    pub absences: Vec<AbsenceLine>,
    /// The thresholds that are foreseen to be crossed, the lower one first.
    pub warnings: Vec<Warning>,
    /// How load is computed; none where no weights were voted.
    pub weights: Option<WeightsView>,
    /// The position of the log that this answer knows.
    pub position: u64,
}

/// A case, and how its points come about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct CaseWeight {
    /// Which.
    pub support_case: SupportCaseId,
    /// How it is called.
    pub label: Plain<String>,
    /// The kind of support.
    pub support: Support,
    /// Open; otherwise closed and watched.
    pub open: bool,
    /// The base points of that kind, in hundredths.
    pub base: u32,
    /// The factor of its phase, in hundredths.
    pub phase: u32,
    /// How many children are concerned.
    pub children: u32,
    /// Their factor, in hundredths.
    pub siblings: u32,
    /// What makes it heavier, and by how much each, in hundredths.
    pub complexities: Vec<(Complexity, u32)>,
    /// Their factor together, in hundredths.
    pub complexity: u32,
    /// Its points, in hundredths.
    pub points: u32,
    /// The last day on which it is carried, as far as it is known.
    pub ends_on: Option<Day>,
}

/// A week ahead.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct WeekAhead {
    /// Its Monday.
    pub monday: Day,
    /// Points carried, in hundredths.
    pub load: u32,
    /// Points that can be carried, in hundredths.
    pub capacity: u32,
    /// Load over capacity, in hundredths.
    pub ratio: u32,
    /// In words.
    pub fullness: Zone,
    /// Working days away.
    pub away_days: u32,
    /// Cases that are known to end.
    pub ends: u32,
    /// Cases whose first months are over.
    pub opening_over: u32,
    /// Watches that are over.
    pub watch_over: u32,
    /// Measures that begin.
    pub begins: u32,
    /// Terms to be renewed or let end.
    pub renewals: u32,
    /// Other deadlines.
    pub deadlines: u32,
    /// Meetings.
    pub meetings: u32,
}

/// Something with a date in one of her cases. Its words stand in the case.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct DatedLine {
    /// Of which case.
    pub support_case: SupportCaseId,
    /// How it is called.
    pub label: Plain<String>,
    /// What it is.
    pub what: Dated,
    /// When.
    pub on: Day,
}

/// What a date ahead is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum Dated {
    /// A term that is to be renewed or let end.
    Renewal,
    /// A measure begins.
    Begins,
    /// Another deadline.
    Deadline(deadline::Kind),
}

/// Days on which somebody is away.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct AbsenceLine {
    /// Which.
    pub absence: AbsenceId,
    /// The first day.
    pub from: Day,
    /// The last day.
    pub until: Day,
}

/// A threshold that is foreseen to be crossed, with what is known to relieve.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Warning {
    /// Which.
    pub threshold: Threshold,
    /// The ratio where it begins, in hundredths.
    pub begins_at: u32,
    /// The Monday of the first week in which it is crossed.
    pub week: Day,
    /// Points carried in that week, in hundredths.
    pub load: u32,
    /// Points that can be carried in it, in hundredths.
    pub capacity: u32,
    /// Working days away in it.
    pub away_days: u32,
    /// The day since which it is to be seen by her and by who answers for her team; none while it is being written.
    pub told_on: Option<Day>,
    /// The points too many in that week, in hundredths.
    pub points: u32,
    /// The Monday of the first week after it that is under the threshold again, as far as is known.
    pub back_on: Option<Day>,
    /// What is known to lighten the load from then on, by the week in which it happens.
    pub lightens: Vec<Lightening>,
    /// How many terms are to be renewed or let end, and the last day of the weeks in which they are.
    pub renewals: Option<Renewals>,
}

/// What lightens a load.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Lightening {
    /// The Monday of the week in which it happens.
    pub monday: Day,
    /// Why.
    pub why: Why,
    /// How many cases.
    pub cases: u32,
}

/// Terms that are to be renewed or let end.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Renewals {
    /// How many.
    pub terms: u32,
    /// By this day.
    pub until: Day,
}

/// The weeks ahead of a service, for who answers for it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct TeamAhead {
    /// Today in the territory.
    pub today: Day,
    /// The service.
    pub service: ServiceRef,
    /// This week and those ahead, of all together; none where nothing was voted.
    pub weeks: Vec<WeekAhead>,
    /// Where normal, tense and overload begin, in hundredths; none where no weights were voted.
    pub zones: Vec<u32>,
    /// Each who follows cases.
    pub workers: Vec<WorkerAhead>,
    /// Open cases that wait for a référent.
    pub waiting: u32,
    /// Their points, in hundredths: nobody carries them yet.
    pub waiting_points: u32,
    /// Measures that were decided and have yet to begin; nobody knows when.
    pub unstarted: u32,
    /// The position of the log that this answer knows.
    pub position: u64,
}

/// The weeks ahead of one worker, for who answers for her team.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct WorkerAhead {
    /// Who.
    pub worker: WorkerRef,
    /// Her weeks.
    pub weeks: Vec<WeekAhead>,
    /// The thresholds that are foreseen to be crossed, the lower one first.
    pub warnings: Vec<Warning>,
}

/// Says when somebody is away. Why is not asked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct DeclareAbsence {
    /// The command.
    pub command: Uuid,
    /// The absence, made by the client.
    pub absence: AbsenceId,
    /// Who: herself when absent, else somebody of the team for which she answers.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub worker: Option<WorkerId>,
    /// The first day.
    pub from: Day,
    /// The last day.
    pub until: Day,
}

/// Takes that back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct WithdrawAbsence {
    /// The command.
    pub command: Uuid,
    /// Who: herself when absent, else somebody of the team for which she answers.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub worker: Option<WorkerId>,
}

/// The cases of somebody of the reader's team, and how each counts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct WorkerCases {
    /// Who.
    pub worker: WorkerRef,
    /// The cases for which she answers, the heaviest first.
    pub cases: Vec<CaseWeight>,
    /// The position of the log that this answer knows.
    pub position: u64,
}

/// Asks what passing cases from one to another would do. Nothing is written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct TryPassing {
    /// Who gives.
    pub giver: WorkerId,
    /// Who takes.
    pub taker: WorkerId,
    /// The cases.
    pub cases: Vec<SupportCaseId>,
}

/// What would come of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PassingTrial {
    /// Who gives.
    pub giver: WorkerRef,
    /// Her weeks.
    pub giver_weeks: Vec<TrialWeek>,
    /// Who takes.
    pub taker: WorkerRef,
    /// Her weeks.
    pub taker_weeks: Vec<TrialWeek>,
    /// How many cases would pass: as many handovers to hold.
    pub cases: u32,
    /// Their points today, in hundredths.
    pub points: u32,
    /// How many children would have another référent.
    pub children: u32,
    /// How often a child of these cases had another référent in the twelve months before, each child counted.
    pub changes_before: u32,
}

/// A week as it is, and as it would be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct TrialWeek {
    /// Its Monday.
    pub monday: Day,
    /// Working days away.
    pub away_days: u32,
    /// Load over capacity as it is, in hundredths.
    pub before: u32,
    /// In words.
    pub fullness_before: Zone,
    /// Load over capacity as it would be, in hundredths.
    pub after: u32,
    /// In words.
    pub fullness_after: Zone,
}
