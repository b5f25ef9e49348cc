//! What was decided, on what it rests, and what came of it.

use super::rules::Power;
use crate::words::{Day, DecisionId, Doer, DomainOfLife, SupportCaseId, Text, WorkerId};
use serde::{Deserialize, Serialize};

/// What was decided: who does what, by when, with what power and why, and who saw it otherwise.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Decision {
    /// Which.
    pub decision: DecisionId,
    /// On which case.
    pub support_case: SupportCaseId,
    /// In words.
    pub text: Text,
    /// The life domains it ties together.
    pub domains: Vec<DomainOfLife>,
    /// Who does it.
    pub doer: Doer,
    /// By when.
    pub due_on: Day,
    /// A different view, kept.
    pub dissent: Option<Text>,
    /// What weight it has; not told by earlier records.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub weight: Option<Weight>,
    /// How those who have a voice voted, when they did.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub votes: Option<Votes>,
    /// Why, who had the power, and on what text; not told by earlier records.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ground: Option<Ground>,
}

/// What a decision rests on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ground {
    /// With what power it was decided.
    pub power: Power,
    /// By whom, when one person holds that power.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<WorkerId>,
    /// The code of the text it rests on, one of those in force for this kind of meeting.
    pub legal_basis: String,
    /// Why; at least one reason.
    pub reasons: Vec<Text>,
    /// Whether everybody was asked and nobody saw it otherwise.
    pub undisputed: bool,
}

/// What weight a decision has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Weight {
    /// Avis.
    Opinion,
    /// Décision.
    Decision,
    /// Réorientation.
    Reorientation,
    /// Aide.
    Aid,
    /// Sanction.
    Sanction,
}

/// How those who have a voice voted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Votes {
    /// In favour.
    pub in_favour: u16,
    /// Against.
    pub against: u16,
    /// Neither.
    pub abstained: u16,
}

/// What came of a decision.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// It was done.
    CarriedOut,
    /// It was given up.
    GivenUp,
}
