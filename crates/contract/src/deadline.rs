//! Deadlines of a case: set, met, moved, no longer due.

use crate::Plain;
use domain::deadline::Kind;
use domain::words::{Day, DeadlineId, DomainOfLife};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// Sets a deadline.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SetDeadline {
    /// The command.
    pub command: Uuid,
    /// The deadline, made by the client.
    pub deadline: DeadlineId,
    /// What is due.
    pub kind: Kind,
    /// In words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub label: Option<Plain<String>>,
    /// Its domain; of the whole situation when none is named.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub domain: Option<DomainOfLife>,
    /// The last day that is in time.
    pub due_on: Day,
    /// Whether the law or a judge sets it.
    pub legal: bool,
}

/// Notes that the act was done.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct MeetDeadline {
    /// The command.
    pub command: Uuid,
}

/// Moves a deadline.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct MoveDeadline {
    /// The command.
    pub command: Uuid,
    /// The last day that is in time now.
    pub due_on: Day,
    /// Why.
    pub reason: Plain<String>,
}

/// Notes that nothing is due any more.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct WithdrawDeadline {
    /// The command.
    pub command: Uuid,
    /// Why.
    pub reason: Plain<String>,
}
