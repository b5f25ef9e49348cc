//! Who looked at a case, for who watches over personal data: asked by the case, never by who looked.

use crate::{Plain, ServiceRef, WorkerRef};
use domain::exceptional_access::Need;
use domain::words::{Day, SupportCaseId};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// A search for the cases of a person who asks who looked at them, by her whole names.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct FindCase {
    /// First and last name, whole: at least two words.
    pub names: Plain<String>,
}

/// The cases that have somebody of that name: no label, no content.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct FoundCases {
    /// Each case, the newest first.
    pub found: Vec<FoundCase>,
    /// Whether there are more than are told: a name so common needs another way.
    pub more: bool,
}

/// A case, as somebody who may not read it can tell it from another.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct FoundCase {
    /// The case.
    pub support_case: SupportCaseId,
    /// The service that answers for it.
    pub service: ServiceRef,
    /// Who answers for it, or did last; none where nobody ever did.
    pub referent: Option<WorkerRef>,
    /// The day it was opened.
    pub opened_on: Day,
    /// The day it was closed; none while it is open.
    pub closed_on: Option<Day>,
}

/// Until when is asked.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::IntoParams))]
#[cfg_attr(feature = "openapi", into_params(parameter_in = Query))]
pub struct ReadingsQuery {
    /// The last day that is told; today when none is named.
    #[serde(default)]
    pub until: Option<Day>,
}

/// Who looked at a case, whole days, the newest first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ReadingList {
    /// The case.
    pub about: FoundCase,
    /// A line for each reader, view and day.
    pub lines: Vec<ReadingLine>,
    /// The day to ask for next; none when nothing older is kept.
    pub older_until: Option<Day>,
    /// The first day of the oldest month that is kept; none before the first reading of all.
    pub kept_since: Option<Day>,
    /// How long a reading is kept, in months; none where no setting says.
    pub kept_months: Option<u32>,
}

/// What one reader saw on one day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ReadingLine {
    /// The day.
    pub day: Day,
    /// Who; none where she is not known any more.
    pub by: Option<WorkerRef>,
    /// The code of what was shown.
    pub what: String,
    /// For what, by its code: `support`, `management`, `oversight`, `operation`; none of readings that kept no purpose.
    pub purpose: Option<String>,
    /// Whether the case was opened, rather than named in a list, a figure or a search.
    pub opened: bool,
    /// How often that day.
    pub times: u32,
    /// The first time.
    pub first_at: Timestamp,
    /// The last time.
    pub last_at: Timestamp,
    /// When it was opened with a reason that day: for what, and why in words.
    pub with_reason: Option<WithReason>,
}

/// A reason that was said.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct WithReason {
    /// For what.
    pub need: Need,
    /// Why, in words.
    pub reason: Plain<String>,
}
