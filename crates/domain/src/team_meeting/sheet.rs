//! What is brought to a meeting beforehand: the sheet of each service, and the family's own.

use crate::words::{PersonId, ServiceId, SupportCaseId, Text, WorkerId};
use serde::{Deserialize, Serialize};

/// The sheet of a service: what is known, apart from what is made of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Contribution {
    /// On which case.
    pub support_case: SupportCaseId,
    /// Whose.
    pub service: ServiceId,
    /// By whom it was written.
    pub author: WorkerId,
    /// What is established.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub facts: Option<Text>,
    /// What was seen or heard, and by whom.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub observations: Option<Text>,
    /// What is made of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub analysis: Option<Text>,
    /// What is proposed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub proposal: Option<Text>,
}

impl Contribution {
    /// Whether nothing stands in it.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.facts.is_none() && self.observations.is_none() && self.analysis.is_none() && self.proposal.is_none()
    }
}

/// The family's own sheet, in its words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FamilySheet {
    /// On which case.
    pub support_case: SupportCaseId,
    /// Whose words.
    pub of: PersonId,
    /// Who wrote them down with her.
    pub author: WorkerId,
    /// What she wants said.
    pub words: Text,
    /// What she expects of the meeting.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub wishes: Option<Text>,
    /// With what she does not agree.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub disagreement: Option<Text>,
}
