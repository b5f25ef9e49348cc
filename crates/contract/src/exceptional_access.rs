//! Opening a case with a reason, and the review of it; and the answer to a colleague's search: a référent exists, ask her.

use crate::{Plain, ServiceRef, WorkerRef};
use domain::exceptional_access::{Finding, Need};
use domain::words::{AccessId, SharingId, SupportCaseId};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// A search for who follows somebody, by her whole names.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct FindReferent {
    /// First and last name, whole: at least two words.
    pub names: Plain<String>,
}

/// Who follows somebody of that name: no label, no content.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct FoundReferents {
    /// Each case that has somebody of that name.
    pub found: Vec<FoundReferent>,
    /// Whether there are more than are told: a name so common needs another way.
    pub more: bool,
}

/// A case that is followed, and whom to ask.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct FoundReferent {
    /// The case, to be opened in an emergency.
    pub support_case: SupportCaseId,
    /// The service that answers for it.
    pub service: ServiceRef,
    /// Who answers for it; none while it waits for somebody.
    pub referent: Option<WorkerRef>,
}

/// Opens a case.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct OpenExceptionally {
    /// The command.
    pub command: Uuid,
    /// The access, made by the client.
    pub access: AccessId,
    /// The case.
    pub support_case: SupportCaseId,
    /// For what.
    pub need: Need,
    /// Why, in words: those who answer for the case read it at once.
    pub reason: Plain<String>,
}

/// Ends an access before its time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct EndAccess {
    /// The command.
    pub command: Uuid,
}

/// Says whether an access was needed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ReviewAccess {
    /// The command.
    pub command: Uuid,
    /// What the review finds.
    pub finding: Finding,
    /// In words, where there is something to say.
    #[serde(default)]
    pub words: Option<Plain<String>>,
}

/// The accesses that the reader is told of.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct AccessList {
    /// First those that wait for a review, the most urgent first; then the newest that were reviewed.
    pub accesses: Vec<AccessLine>,
    /// Whether older ones are left out.
    pub more: bool,
    /// What waits for the reader to agree that a family was not told, the newest first.
    #[serde(default)]
    pub to_settle: Vec<ToSettle>,
    /// The position the answer knows.
    pub position: u64,
}

/// Something passed on of which the family was not told.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ToSettle {
    /// Which.
    pub sharing: SharingId,
    /// Of which case.
    pub support_case: SupportCaseId,
    /// How the case is called, where this reader may know.
    pub label: Option<Plain<String>>,
    /// Who passes it on.
    pub by: Option<WorkerRef>,
    /// Since when it waits.
    pub since: Timestamp,
}

/// An access.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct AccessLine {
    /// The access.
    pub access: AccessId,
    /// The case.
    pub support_case: SupportCaseId,
    /// How the case is called, where this reader may know.
    pub label: Option<Plain<String>>,
    /// The service that answers for it.
    pub service: ServiceRef,
    /// Who answers for it.
    pub referent: Option<WorkerRef>,
    /// Who opened it.
    pub opened_by: Option<WorkerRef>,
    /// For what.
    pub need: Need,
    /// Why, in words.
    pub reason: Plain<String>,
    /// When.
    pub opened_at: Timestamp,
    /// The last instant at which it is open.
    pub until: Timestamp,
    /// Whether it is open now.
    pub open: bool,
    /// The last instant at which it should be reviewed.
    pub review_by: Timestamp,
    /// What its review found.
    pub finding: Option<Finding>,
    /// Who reviewed it.
    pub reviewed_by: Option<WorkerRef>,
    /// Whether the reader may review it.
    pub reviewable: bool,
}
