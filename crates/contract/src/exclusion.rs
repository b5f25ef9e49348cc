//! Keeping a professional away from a case.

use crate::{Plain, WorkerRef};
use domain::words::{ExclusionId, WorkerId};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// Keeps someone away: from then on the case does not exist for her.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Exclude {
    /// The command.
    pub command: Uuid,
    /// The exclusion, made by the client.
    pub exclusion: ExclusionId,
    /// Who is kept away.
    pub worker: WorkerId,
    /// Why.
    pub reason: Plain<String>,
}

/// Lets her back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct LiftExclusion {
    /// The command.
    pub command: Uuid,
    /// Why it is not needed any more.
    pub reason: Plain<String>,
}

/// Who is kept away from a case now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ExclusionList {
    /// Each of them, the oldest first.
    pub exclusions: Vec<ExclusionLine>,
    /// The position the answer knows.
    pub position: u64,
}

/// Someone who is kept away.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ExclusionLine {
    /// The exclusion.
    pub exclusion: ExclusionId,
    /// Who.
    pub worker: WorkerRef,
    /// Why.
    pub reason: Plain<String>,
    /// Who decided it.
    pub set_by: Option<WorkerRef>,
    /// Since when.
    pub since: Timestamp,
}
