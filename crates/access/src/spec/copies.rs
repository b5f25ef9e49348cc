//! A copy that somebody makes for another: what both may read, and nothing else, whatever ties the two to the case.

use super::{CASE, HERS, table, written};
use crate::{Permit, Reader, Relation, Right, Shared, Ties};
use domain::words::{ElementId, Profession, Role, WorkerId};
use proptest::collection::btree_set;
use proptest::prelude::{Strategy, prop_assert, prop_assert_eq, proptest};
use proptest::sample::select;
use sealed::Compartment;
use std::collections::BTreeSet;
use uuid::Uuid;

const ROLES: [Role; 3] = [Role::Worker, Role::Manager, Role::Partner];
const PROFESSIONS: [Profession; 2] = [Profession::SocialWorker, Profession::HealthProfessional];
const RELATIONS: [Relation; 5] = [
    Relation::Referent,
    Relation::TeamMember,
    Relation::OwnTeam,
    Relation::MeetingRoster,
    Relation::Share,
];

fn element() -> impl Strategy<Value = (ElementId, Compartment)> {
    (1_u128..4, select(&Compartment::ALL[..]))
        .prop_map(|(id, compartment)| (ElementId(Uuid::from_u128(id)), compartment))
}

fn permit(worker: u128) -> impl Strategy<Value = Option<Permit>> {
    (
        select(&ROLES[..]),
        select(&PROFESSIONS[..]),
        btree_set(select(&RELATIONS[..]), 1..3),
        btree_set(select(&Compartment::ALL[..]), 0..3),
        btree_set(element(), 0..4),
    )
        .prop_map(move |(role, profession, relations, compartments, elements)| {
            let reader = Reader {
                worker: WorkerId(Uuid::from_u128(worker)),
                role,
                profession,
                service: HERS,
            };
            let ties = Ties {
                answers_for: HERS,
                relations,
                reason_said: false,
                shared: Shared { compartments, elements },
            };
            Permit::for_case(&table(), reader, CASE, &ties)
        })
}

proptest! {
    #[test]
    fn a_copy_opens_what_both_open_and_nothing_else(hers in permit(1), theirs in permit(2)) {
        let (Some(hers), Some(theirs)) = (hers, theirs) else { return Ok(()) };
        let copy = hers.shared_with(&theirs);
        prop_assert_eq!(copy.reader(), hers.reader());
        for event in 1..5 {
            for compartment in Compartment::ALL {
                let text = written(compartment, ElementId(Uuid::from_u128(event)));
                let both = hers.opens(&text) && theirs.opens(&text);
                prop_assert_eq!(copy.opens(&text), both && compartment != Compartment::Draft);
                prop_assert!(!copy.writes(compartment));
            }
        }
    }

    #[test]
    fn a_family_receives_what_it_is_handed_as_far_as_who_hands_it_reads_it(
        hers in permit(1),
        handed in btree_set(element(), 0..4),
    ) {
        let Some(hers) = hers else { return Ok(()) };
        let copy = hers.handing_over(&handed);
        let named = |(_, compartment): &(ElementId, Compartment)| *compartment != Compartment::Identity;
        let handed: BTreeSet<_> = handed.into_iter().filter(named).collect();
        for event in 1..5 {
            for compartment in Compartment::ALL.into_iter().filter(|each| *each != Compartment::Identity) {
                let text = written(compartment, ElementId(Uuid::from_u128(event)));
                let is_handed = handed.contains(&(ElementId(Uuid::from_u128(event)), compartment));
                let may = is_handed && hers.opens(&text);
                prop_assert_eq!(copy.opens(&text), may && compartment != Compartment::Draft);
                prop_assert!(copy.right(compartment) <= Right::Shared);
            }
        }
        prop_assert_eq!(copy.reads(Compartment::Identity), hers.reads(Compartment::Identity));
    }
}
