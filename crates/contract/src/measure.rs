//! Measures: decided, begun, renewed, ended; and meeting the family together when a case changes hands.

use crate::Plain;
use domain::words::{Day, DomainOfLife, MeasureId};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// Notes that a measure was decided, or begins it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct NoteMeasure {
    /// The command.
    pub command: Uuid,
    /// The measure, made by the client; the same when one that was decided begins.
    pub measure: MeasureId,
    /// How it is called.
    pub label: Plain<String>,
    /// Its domain.
    pub domain: DomainOfLife,
    /// Whether it begins, or was only decided.
    pub stage: Stage,
    /// The day of the decision, or the first day.
    pub on: Day,
    /// The term, when one that begins has one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Day>,
}

/// How far a measure is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum Stage {
    /// Decided, not begun.
    Decided,
    /// It begins.
    Started,
}

/// Notes what becomes of a measure.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct FollowMeasure {
    /// The command.
    pub command: Uuid,
    /// What.
    pub what: Following,
}

/// What becomes of a measure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum Following {
    /// Its renewal was asked for.
    RenewalAsked,
    /// It has another term.
    Renewed {
        /// The new term.
        until: Day,
    },
    /// It ended, or was given up before it began.
    Ended {
        /// The last day.
        on: Day,
    },
}

/// Notes that the new référent met the family together with who knew it before.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct MeetForHandover {
    /// The command.
    pub command: Uuid,
    /// The day.
    pub on: Day,
}
