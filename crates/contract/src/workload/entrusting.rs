//! Entrusting cases to somebody of the team: those that wait, or those of a colleague. Each case is a wish of its own.

use crate::Plain;
use domain::words::{SupportCaseId, WorkerId};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// Entrusts cases of the reader's team to one of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Entrust {
    /// Who answers for them now; none for cases that wait for somebody.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub giver: Option<WorkerId>,
    /// Who shall answer for them.
    pub taker: WorkerId,
    /// The cases, each with its command: what was done already is answered alike when it is asked again.
    pub cases: Vec<EntrustedCase>,
    /// Why, in words that those around each family read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<Plain<String>>,
}

/// A case that is entrusted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct EntrustedCase {
    /// Its command.
    pub command: Uuid,
    /// The case.
    pub support_case: SupportCaseId,
}

/// What came of it, case by case.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Entrusted {
    /// Those for which she answers from now on.
    pub entrusted: Vec<SupportCaseId>,
    /// Those that were refused, each with why.
    pub refused: Vec<NotEntrusted>,
    /// The position of the last that was written; none where all were refused.
    pub position: Option<u64>,
}

/// A case that was refused.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct NotEntrusted {
    /// The case.
    pub support_case: SupportCaseId,
    /// The stable code of why.
    pub code: String,
    /// The sentence.
    pub sentence: String,
}
