//! The course of a case: it opens, people join and leave, the rhythm changes, it passes on, it ends and begins again.

use crate::Plain;
use domain::household::Place;
use domain::person::Civility;
use domain::support_case::{ClosureReason, Intensity, Support};
use domain::words::{Day, DomainOfLife, PersonId, SupportCaseId, WorkerId};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// Opens a case, with the files of its people and their household. Asked again with the same ids it does nothing twice.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct OpenCase {
    /// The command.
    pub command: Uuid,
    /// The case, made by the client.
    pub support_case: SupportCaseId,
    /// How it is called, such as « Famille B. ».
    pub label: Plain<String>,
    /// Who lives together, those who are accompanied first; at least one, at most thirty.
    pub people: Vec<NewMember>,
    /// The town, when it is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub commune: Option<String>,
    /// The kind of support.
    pub support: Support,
    /// The rhythm of contact at the start.
    pub intensity: Intensity,
    /// The first day.
    pub opened_on: Day,
    /// The day help was asked for, when it was earlier.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub requested_on: Option<Day>,
    /// Whether who opens it answers for it. Otherwise it waits to be entrusted by who answers for the team.
    pub answered: bool,
}

/// Someone of a household of whom nothing was known.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct NewMember {
    /// First name.
    pub first: Plain<String>,
    /// Last name.
    pub last: Plain<String>,
    /// How she wishes to be addressed.
    pub civility: Civility,
    /// Her birth date, when it is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub born_on: Option<Plain<Day>>,
    /// Her place in the household.
    pub place: Place,
}

/// Someone comes to live in the household of a case.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Welcome {
    /// The command.
    pub command: Uuid,
    /// Who: made by the client for somebody new, or somebody whom the case knows.
    pub person: PersonId,
    /// What is told of her.
    pub who: Comer,
}

/// Somebody who comes to live in a household.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum Comer {
    /// Somebody of whom nothing was known.
    New(NewMember),
    /// Somebody whom the case knows.
    Known {
        /// Her place in the household.
        place: Place,
    },
}

/// Someone no longer lives in the household.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct MoveOut {
    /// The command.
    pub command: Uuid,
    /// Since when.
    pub on: Day,
}

/// A colleague joins those around the person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct JoinTeam {
    /// The command.
    pub command: Uuid,
    /// Who.
    pub worker: WorkerId,
    /// What she is there for, in words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub function: Option<Plain<String>>,
    /// The life domains she helps with; the whole situation when none is named.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub scope: Vec<DomainOfLife>,
    /// The last day that was agreed, when one was.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Day>,
}

/// A colleague leaves those around the person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct LeaveTeam {
    /// The command.
    pub command: Uuid,
    /// Why.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<Plain<String>>,
}

/// Agrees a rhythm of contact.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct AgreeCadence {
    /// The command.
    pub command: Uuid,
    /// The rhythm.
    pub intensity: Intensity,
}

/// Passes the case on to a colleague of the service, or has her answer for it where nobody does.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct HandOver {
    /// The command.
    pub command: Uuid,
    /// From whom, as she who asks saw it; nobody where no one answers for the case.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<WorkerId>,
    /// To whom.
    pub to: WorkerId,
    /// Why.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<Plain<String>>,
    /// The day they met the family together, when they did.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub met_on: Option<Day>,
}

/// Ends the accompaniment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct CloseCase {
    /// The command.
    pub command: Uuid,
    /// The last day.
    pub on: Day,
    /// Why.
    pub reason: ClosureReason,
    /// Until when a light link is kept, when it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub watch_until: Option<Day>,
    /// What was done and what was not, reviewed together.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub balance: Option<Plain<String>>,
}

/// Begins again without retelling.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ReopenCase {
    /// The command.
    pub command: Uuid,
    /// The first day.
    pub on: Day,
    /// What brought it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub trigger: Option<Plain<String>>,
}
