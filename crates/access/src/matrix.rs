//! The access matrix in its first form: what each reach may do in each compartment. Default deny.
//!
//! The full policy, as versioned data, comes through this same function.

use crate::{Reach, Relation};
use sealed::Compartment;
use serde::{Deserialize, Serialize};

/// What may be done in a compartment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Right {
    /// Nothing, not even that something is there.
    None,
    /// That something is there, by which service and when.
    Exists,
    /// To read.
    Read,
    /// To read and write.
    Write,
}

/// What a reach may do in a compartment. A draft (C11) is its author's alone: whoever reads one must also have
/// written it, which the caller checks against the envelope.
#[must_use]
pub fn right(reach: Reach, compartment: Compartment) -> Right {
    match reach {
        Reach::Everything => Right::Write,
        Reach::Case(_, Relation::Referent) => as_referent(compartment),
        Reach::Case(_, Relation::TeamMember) => as_team_member(compartment),
        Reach::Case(_, Relation::None) => Right::None,
        Reach::OwnCases => in_own_list(compartment),
        Reach::Load(_) => on_load(compartment),
    }
}

fn as_referent(compartment: Compartment) -> Right {
    match compartment {
        Compartment::Coordination
        | Compartment::Identity
        | Compartment::Household
        | Compartment::Budget
        | Compartment::Housing
        | Compartment::Work
        | Compartment::Social
        | Compartment::Protected
        | Compartment::Draft
        | Compartment::Activity => Right::Write,
        Compartment::Health | Compartment::ChildProtection | Compartment::Judicial => Right::Exists,
    }
}

fn as_team_member(compartment: Compartment) -> Right {
    match compartment {
        Compartment::Coordination | Compartment::Social | Compartment::Draft | Compartment::Activity => Right::Write,
        Compartment::Identity
        | Compartment::Household
        | Compartment::Budget
        | Compartment::Housing
        | Compartment::Work => Right::Read,
        Compartment::Health | Compartment::ChildProtection | Compartment::Judicial | Compartment::Protected => {
            Right::None
        }
    }
}

fn in_own_list(compartment: Compartment) -> Right {
    match compartment {
        Compartment::Coordination | Compartment::Identity | Compartment::Household => Right::Read,
        Compartment::Budget
        | Compartment::Housing
        | Compartment::Work
        | Compartment::Social
        | Compartment::ChildProtection
        | Compartment::Health
        | Compartment::Judicial
        | Compartment::Protected
        | Compartment::Draft
        | Compartment::Activity => Right::None,
    }
}

fn on_load(compartment: Compartment) -> Right {
    match compartment {
        Compartment::Coordination | Compartment::Identity | Compartment::Activity => Right::Read,
        Compartment::Household
        | Compartment::Budget
        | Compartment::Housing
        | Compartment::Work
        | Compartment::Social
        | Compartment::ChildProtection
        | Compartment::Health
        | Compartment::Judicial
        | Compartment::Protected
        | Compartment::Draft => Right::None,
    }
}
