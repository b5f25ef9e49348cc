//! The people of a case: who lives together, who matters outside, and the professionals around them.

use crate::{Plain, WorkerRef};
use domain::household::{Kinship, Place};
use domain::person;
use domain::words::{Day, DomainOfLife, PersonId};
use serde::{Deserialize, Serialize};

/// Someone around the person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct AroundView {
    /// Who.
    pub worker: WorkerRef,
    /// Whether she answers for the case.
    pub referent: bool,
    /// Since when, when it is known.
    pub since: Option<Day>,
    /// The last day that was agreed, when one was.
    pub until: Option<Day>,
    /// What she is there for, in words.
    pub function: Option<Plain<String>>,
    /// The life domains she helps with; the whole situation when none is named.
    pub scope: Vec<DomainOfLife>,
}

/// Someone of the household.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct MemberView {
    /// Who.
    pub person: PersonId,
    /// First name.
    pub first_name: Plain<String>,
    /// Last name.
    pub last_name: Plain<String>,
    /// How she wishes to be addressed.
    pub civility: person::Civility,
    /// Age in years on the day shown.
    pub age: Option<u32>,
    /// Her place.
    pub place: Place,
}

/// Someone who matters outside the household.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct KinView {
    /// Who.
    pub person: PersonId,
    /// First name.
    pub first_name: Plain<String>,
    /// What she is.
    pub kinship: Kinship,
    /// To whom.
    pub to: PersonId,
    /// In words.
    pub note: Option<Plain<String>>,
}
