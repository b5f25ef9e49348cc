//! How load is weighed: what is in force, what waits for a vote, and what it would change. Visible to all who work here.

use crate::WorkerRef;
use crate::workload::{WeightsView, Zone};
use domain::words::{Day, ProposalId};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// The weights of a territory.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct WeightsBoard {
    /// The day.
    pub on: Day,
    /// In force that day; none before any were voted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub in_force: Option<WeightsView>,
    /// What waits for somebody else to adopt it.
    pub proposals: Vec<ProposedWeights>,
    /// Whether the reader may propose others, and adopt what somebody else proposed: who answers for a team.
    pub may_vote: bool,
    /// The position of the log that this answer knows.
    pub position: u64,
}

/// Weights that wait for a second person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ProposedWeights {
    /// Which.
    pub proposal: ProposalId,
    /// The weights, from when on they shall hold, and where they come from.
    pub weights: WeightsView,
    /// Who proposed them, to who may vote.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<WorkerRef>,
    /// Whether it was the reader: then somebody else adopts them.
    pub mine: bool,
    /// What they would make of the reader's team today, to who answers for one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub what_if: Option<WhatIf>,
}

/// What other weights would make of a team.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct WhatIf {
    /// The team as a whole.
    pub team: Shift,
    /// Those of the team who would stand in another zone.
    pub workers: Vec<WorkerShift>,
    /// How many would stand in the same.
    pub unchanged: u32,
}

/// A load by the weights in force and by others.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Shift {
    /// Load over capacity today, in hundredths.
    pub before: u32,
    /// Its zone.
    pub zone_before: Zone,
    /// Load over capacity with the others, in hundredths.
    pub after: u32,
    /// Its zone.
    pub zone_after: Zone,
}

/// The same of somebody.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct WorkerShift {
    /// Who.
    pub worker: WorkerRef,
    /// What would change.
    pub shift: Shift,
}

/// Proposes other weights.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ProposeWeights {
    /// The command, made by the client: the same again has no further effect.
    pub command: Uuid,
    /// The proposal, named by the client.
    pub proposal: ProposalId,
    /// The weights, from when on they shall hold, and the vote or study they come from.
    pub weights: WeightsView,
}

/// Adopts a proposal, or takes it back.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SettleProposal {
    /// The command, made by the client.
    pub command: Uuid,
}
