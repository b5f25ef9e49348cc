//! What was agreed and decided, and what is due.

use crate::Plain;
use domain::team_meeting::{Outcome, Power, Votes, Weight};
use domain::words::{ActionId, Day, DeadlineId, DecisionId, Doer, DomainOfLife, GoalId, PlanId, TeamMeetingId};
use domain::{deadline, plan};
use serde::{Deserialize, Serialize};

/// A plan of the case.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PlanView {
    /// Which.
    pub plan: PlanId,
    /// What the rules know of it: a button asks them.
    pub rules: plan::Plan,
}

/// A goal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct GoalView {
    /// The plan in which it stands.
    pub plan: PlanId,
    /// Which.
    pub goal: GoalId,
    /// In the person's words.
    pub words: Plain<String>,
    /// Its domain.
    pub domain: DomainOfLife,
    /// How one will see that it is reached.
    pub sign: Option<Plain<String>>,
    /// By when.
    pub target_on: Option<Day>,
    /// Whether it is reached.
    pub reached: bool,
}

/// An action.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ActionView {
    /// The plan in which it stands.
    pub plan: PlanId,
    /// Which.
    pub action: ActionId,
    /// The goal it serves.
    pub goal: Option<GoalId>,
    /// What is to be done.
    pub what: Plain<String>,
    /// Its domain.
    pub domain: DomainOfLife,
    /// Who does it.
    pub doer: DoerView,
    /// By when.
    pub due_on: Option<Day>,
    /// How it goes.
    pub progress: plan::Progress,
    /// What came of it, or why it was given up.
    pub result: Option<Plain<String>>,
    /// How many days late on the day shown; none when in time or over.
    pub late_days: Option<u32>,
}

/// Who does something.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct DoerView {
    /// Who.
    pub doer: Doer,
    /// The name to show.
    pub name: Plain<String>,
}

/// A decision of a team meeting.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct DecisionView {
    /// Which.
    pub decision: DecisionId,
    /// Of which meeting.
    pub team_meeting: TeamMeetingId,
    /// In words.
    pub text: Plain<String>,
    /// The domains it ties together.
    pub domains: Vec<DomainOfLife>,
    /// Who does it.
    pub doer: DoerView,
    /// By when.
    pub due_on: Day,
    /// A different view, kept.
    pub dissent: Option<Plain<String>>,
    /// What weight it has, when that is known.
    #[serde(default)]
    pub weight: Option<Weight>,
    /// How those who have a voice voted, when they did.
    #[serde(default)]
    pub votes: Option<Votes>,
    /// On what it rests, when that is told.
    #[serde(default)]
    pub ground: Option<GroundView>,
    /// What came of it, and when that was told.
    #[serde(default)]
    pub outcome: Option<OutcomeView>,
    /// When it was taken.
    pub on: Day,
}

/// On what a decision rests.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct GroundView {
    /// With what power it was decided.
    pub power: Power,
    /// By whom, when one person holds that power.
    pub by: Option<Plain<String>>,
    /// The text it rests on, as it was called on that day.
    pub legal_basis: String,
    /// Why.
    pub reasons: Vec<Plain<String>>,
    /// Whether everybody was asked and nobody saw it otherwise.
    pub undisputed: bool,
}

/// What came of a decision.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct OutcomeView {
    /// What came of it.
    pub outcome: Outcome,
    /// When that was told.
    pub on: Day,
}

/// A date by which something is due.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct DeadlineView {
    /// Which.
    pub deadline: DeadlineId,
    /// What is due.
    pub kind: deadline::Kind,
    /// In words.
    pub label: Option<Plain<String>>,
    /// The law, paper or vote of the rule that set it; none where somebody did.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rule: Option<String>,
    /// Its domain.
    pub domain: Option<DomainOfLife>,
    /// When.
    pub due_on: Day,
    /// In how many days; negative when late.
    pub in_days: i32,
    /// Whether the law or a judge sets it.
    pub legal: bool,
    /// Whether it is near or late.
    pub near: bool,
}
