//! Signing in and out, and who one is.

use crate::{Plain, ServiceRef};
use domain::words::{Day, Profession, Role, WorkerId};
use serde::{Deserialize, Serialize};

/// Asks for a session.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SignIn {
    /// The login.
    pub login: Plain<String>,
    /// The password.
    pub password: Plain<String>,
}

/// Who is signed in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Me {
    /// Who.
    pub worker: WorkerId,
    /// Her name.
    pub name: Plain<String>,
    /// Her role.
    pub role: Role,
    /// Her profession.
    pub profession: Profession,
    /// Her service.
    pub service: ServiceRef,
    /// Whether she may see the load of her team.
    pub sees_load: bool,
    /// Whether she works on cases.
    pub works_on_cases: bool,
    /// Whether she may ask who follows somebody.
    pub finds_referents: bool,
    /// Whether she is told of cases that were opened with a reason.
    pub told_of_accesses: bool,
    /// Whether these are invented people: the screen says so.
    pub demonstration: bool,
    /// Today in the territory's zone; the invented day of a demonstration.
    pub today: Day,
    /// The territory's time zone, such as `Europe/Paris`.
    pub zone: String,
}
