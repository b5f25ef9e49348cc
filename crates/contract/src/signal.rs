//! Signals: facts of today that show the link with a family loosening, each with its evidence, and setting one aside.

use crate::Plain;
use domain::signal::{Evidence, Kind};
use domain::words::Day;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// A fact that holds today.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SignalView {
    /// What it tells: the sentence is keyed by it.
    pub kind: Kind,
    /// The first day on which it held.
    pub since: Day,
    /// The days between two contacts that were agreed, for a silence.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rhythm_days: Option<u32>,
    /// What it rests on, the oldest first.
    pub evidence: Vec<EvidenceView>,
}

/// One thing that a signal rests on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct EvidenceView {
    /// The contact, measure, deadline, action or professional; none where the case itself is meant.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub item: Option<Uuid>,
    /// Its day: of the last contact, of a missed appointment, of a term, of a decision.
    pub on: Day,
    /// How many thresholds have passed since that day.
    pub step: u32,
    /// How many days lie between its day and today; negative when it is still to come.
    pub days: i32,
    /// How it is called, where it has a name and the reader may read it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub label: Option<Plain<String>>,
}

impl EvidenceView {
    /// As it is given back when the signal is set aside.
    #[must_use]
    pub fn mark(&self) -> Evidence {
        Evidence {
            item: self.item,
            on: self.on,
            step: self.step,
        }
    }
}

/// Sets a signal aside: what it rests on is known, and needs nothing more for now. New evidence raises it again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SetSignalAside {
    /// The command.
    pub command: Uuid,
    /// Which signal.
    pub kind: Kind,
    /// What it rests on, as it was shown.
    pub evidence: Vec<Evidence>,
    /// Why.
    pub reason: Plain<String>,
}
