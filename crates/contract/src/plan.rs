//! Agreeing goals, giving actions, and finishing them.

use crate::Plain;
use domain::words::{ActionId, Day, Doer, DomainOfLife, GoalId, PlanId};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// Agrees a goal in the person's words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct AgreeGoal {
    /// The command.
    pub command: Uuid,
    /// The plan of the case; a new one, made by the client, when the case has none yet.
    pub plan: PlanId,
    /// The goal, made by the client.
    pub goal: GoalId,
    /// In the person's words.
    pub words: Plain<String>,
    /// Its domain.
    pub domain: DomainOfLife,
    /// How one will see that it is reached.
    #[serde(default)]
    pub sign: Option<Plain<String>>,
    /// By when.
    #[serde(default)]
    pub target_on: Option<Day>,
}

/// Gives an action to one doer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct AssignAction {
    /// The command.
    pub command: Uuid,
    /// The plan of the case; a new one, made by the client, when the case has none yet.
    pub plan: PlanId,
    /// The action, made by the client.
    pub action: ActionId,
    /// The goal it serves.
    #[serde(default)]
    pub goal: Option<GoalId>,
    /// What is to be done.
    pub what: Plain<String>,
    /// Its domain.
    pub domain: DomainOfLife,
    /// Who does it.
    pub doer: Doer,
    /// By when.
    #[serde(default)]
    pub due_on: Option<Day>,
}

/// Tells that an action is done.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct CompleteAction {
    /// The command.
    pub command: Uuid,
    /// The plan in which the action stands.
    pub plan: PlanId,
    /// What came of it.
    #[serde(default)]
    pub result: Option<Plain<String>>,
}
