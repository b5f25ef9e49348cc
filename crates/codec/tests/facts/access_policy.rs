//! The samples of the access policy.

use crate::sample::{day, id, samples};
use domain::access_policy::{Event, Line, Purpose, Relation, Table};
use domain::words::{Profession, ProposalId, Role, WorkerId};
use sealed::Compartment;
use std::collections::BTreeSet;

samples! {
    "founded", Event::Founded { .. } => |_| Event::Founded {
        table: table(),
        in_force_on: day(1, 1),
        source: "Délibération du conseil départemental".to_owned(),
    };
    "proposed", Event::Proposed { .. } => |_| Event::Proposed {
        proposal: id::<ProposalId>(0xf1),
        table: table(),
        in_force_on: day(2, 1),
        source: "Délibération du conseil départemental".to_owned(),
        by: id::<WorkerId>(0xa1),
    };
    "adopted", Event::Adopted { .. } => |_| Event::Adopted {
        proposal: id::<ProposalId>(0xf1),
        in_force_on: day(2, 1),
    };
    "withdrawn", Event::Withdrawn { .. } => |_| Event::Withdrawn { proposal: id::<ProposalId>(0xf1) };
}

/// A line in which every list says something.
fn table() -> Table {
    Table {
        lines: vec![Line {
            roles: BTreeSet::from([Role::Worker, Role::Manager]),
            professions: BTreeSet::from([Profession::HealthProfessional]),
            relation: Relation::TeamMember,
            purpose: Purpose::Support,
            write: BTreeSet::from([Compartment::Health]),
            read: BTreeSet::from([Compartment::Coordination, Compartment::Identity]),
            shared: BTreeSet::from([Compartment::Social]),
            exists: BTreeSet::from([Compartment::Budget]),
            after_reason: BTreeSet::from([Compartment::Identity]),
            alert: true,
        }],
    }
}
