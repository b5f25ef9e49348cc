//! The week of a worker: what today asks, what is due, what may be lost, what she waits for from others.

use crate::appointment::AppointmentLine;
use crate::signal::SignalView;
use crate::support_case::DoerView;
use crate::team_meeting::MeetingLine;
use crate::{Plain, WorkerRef};
use domain::deadline;
use domain::words::{Day, DomainOfLife, SupportCaseId};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// How to ask for a week.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::IntoParams))]
#[cfg_attr(feature = "openapi", into_params(parameter_in = Query))]
pub struct WeekQuery {
    /// Read no earlier state than this position.
    #[serde(default)]
    pub at_least: Option<u64>,
}

/// The week of a worker.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Week {
    /// Today in the territory.
    pub today: Day,
    /// How many days ahead a date is called near, where the territory adopted it.
    pub near_days: Option<u32>,
    /// Her meetings of today and of the days that are near, the nearest first.
    pub meetings: Vec<MeetingLine>,
    /// The appointments that she holds and of which nothing has come yet, of today, of the days that are near, and of as
    /// many that have passed. The earliest first.
    #[serde(default)]
    pub appointments: Vec<AppointmentLine>,
    /// Meetings that were held and whose minutes are not validated: their record is still to be written.
    pub to_record: Vec<MeetingLine>,
    /// What is late or due soon in the cases for which she answers, the nearest first.
    pub due: Vec<DueLine>,
    /// What others have in hand in those cases, the nearest first.
    pub awaited: Vec<DueLine>,
    /// The signals that hold in those cases.
    pub signals: Vec<CaseSignals>,
    /// The signals of her team, once those who follow each case had their time; none when she answers for no team.
    pub team: Option<Vec<CaseSignals>>,
    /// The cases for which she answers, those seen last first: with whom a contact is noted.
    pub cases: Vec<OwnCase>,
    /// The position of the log that this answer knows.
    pub position: u64,
}

/// Something with a date in a case.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct DueLine {
    /// Which: a deadline, an action or a decision.
    pub item: Uuid,
    /// Of which case.
    pub support_case: SupportCaseId,
    /// How that is called.
    pub label: Plain<String>,
    /// What kind of deadline; none for an action or a decision.
    pub kind: Option<deadline::Kind>,
    /// What is to be done, in words, when there are words the reader may read.
    pub what: Option<Plain<String>>,
    /// Its domain.
    pub domain: Option<DomainOfLife>,
    /// When; an action may have no date.
    pub due_on: Option<Day>,
    /// Whether the law or a judge sets that day.
    pub legal: bool,
    /// Who does it; none for a deadline of the case.
    pub doer: Option<DoerView>,
    /// The day it was given or decided.
    pub given_on: Option<Day>,
}

/// A case with its signals.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct CaseSignals {
    /// Which.
    pub support_case: SupportCaseId,
    /// How it is called.
    pub label: Plain<String>,
    /// Who answers for it.
    pub referent: Option<WorkerRef>,
    /// The signals that hold today.
    pub signals: Vec<SignalView>,
}

/// A case for which the reader answers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct OwnCase {
    /// Which.
    pub support_case: SupportCaseId,
    /// How it is called.
    pub label: Plain<String>,
}
