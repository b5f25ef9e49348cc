//! What holds for every table, whatever a territory writes in it: tried with tables drawn at random, beside a second
//! reading that goes through the lines one cell at a time.

use super::{CASE, HERS, OTHER};
use crate::{Permit, Purpose, Reader, Relation, Right, Shared, Ties};
use domain::access_policy::{Line, Table};
use domain::words::{Profession, Role, WorkerId};
use proptest::collection::{btree_set, vec};
use proptest::prelude::{Just, Strategy, any, prop_assert, prop_assert_eq, prop_oneof, proptest};
use proptest::sample::select;
use sealed::Compartment;
use std::collections::BTreeSet;
use uuid::Uuid;

const ROLES: [Role; 6] = [
    Role::Worker,
    Role::Manager,
    Role::Intake,
    Role::Partner,
    Role::Administrator,
    Role::DataProtectionOfficer,
];
const PROFESSIONS: [Profession; 3] = [
    Profession::SocialWorker,
    Profession::HealthProfessional,
    Profession::Unknown,
];
const RELATIONS: [Relation; 8] = [
    Relation::Referent,
    Relation::TeamMember,
    Relation::Handover,
    Relation::OwnTeam,
    Relation::MeetingRoster,
    Relation::Share,
    Relation::Emergency,
    Relation::Territory,
];

fn compartments() -> impl Strategy<Value = BTreeSet<Compartment>> {
    btree_set(select(&Compartment::ALL[..]), 0..4)
}

fn line() -> impl Strategy<Value = Line> {
    (
        btree_set(select(&ROLES[..]), 0..3),
        btree_set(select(&PROFESSIONS[..]), 0..2),
        select(&RELATIONS[..]),
        prop_oneof![4 => Just(Purpose::Support), 1 => Just(Purpose::Management), 1 => Just(Purpose::Operation)],
        (
            compartments(),
            compartments(),
            compartments(),
            compartments(),
            compartments(),
        ),
        any::<bool>(),
    )
        .prop_map(
            |(roles, professions, relation, purpose, (write, read, shared, exists, after_reason), alert)| Line {
                roles,
                professions,
                relation,
                purpose,
                write,
                read,
                shared,
                exists,
                after_reason,
                alert,
            },
        )
}

fn table() -> impl Strategy<Value = Table> {
    vec(line(), 0..6).prop_map(|lines| Table { lines })
}

fn reader() -> impl Strategy<Value = Reader> {
    (select(&ROLES[..]), select(&PROFESSIONS[..])).prop_map(|(role, profession)| Reader {
        worker: WorkerId(Uuid::from_u128(7)),
        role,
        profession,
        service: HERS,
    })
}

fn ties() -> impl Strategy<Value = Ties> {
    let shared = compartments().prop_map(|compartments| Shared {
        compartments,
        elements: BTreeSet::new(),
    });
    (
        btree_set(select(&RELATIONS[..]), 0..3),
        any::<bool>(),
        any::<bool>(),
        shared,
    )
        .prop_map(|(relations, own_service, reason_said, shared)| Ties {
            answers_for: if own_service { HERS } else { OTHER },
            relations,
            reason_said,
            shared,
        })
}

/// The cell of a table, read without what the product reads it with.
fn cell(table: &Table, reader: Reader, ties: &Ties, compartment: Compartment) -> Right {
    let mut best = Right::None;
    for relation in &ties.relations {
        let across_services = matches!(
            relation,
            Relation::MeetingRoster | Relation::Share | Relation::Emergency | Relation::Territory
        );
        if !across_services && reader.service != ties.answers_for {
            continue;
        }
        let speaks = |line: &&Line| {
            line.roles.contains(&reader.role) && line.relation == *relation && line.purpose == Purpose::Support
        };
        let named = table
            .lines
            .iter()
            .filter(speaks)
            .find(|line| line.professions.contains(&reader.profession));
        let others = table
            .lines
            .iter()
            .filter(speaks)
            .find(|line| line.professions.is_empty());
        let Some(line) = named.or(others) else { continue };
        let mut right = if line.write.contains(&compartment) {
            Right::Write
        } else if line.read.contains(&compartment) {
            Right::Read
        } else if line.exists.contains(&compartment) {
            Right::Exists
        } else if line.shared.contains(&compartment) {
            Right::Shared
        } else {
            Right::None
        };
        if line.after_reason.contains(&compartment) && !ties.reason_said && right > Right::Exists {
            right = Right::Exists;
        }
        best = best.max(right);
    }
    // What was shared is read where it may be shared; a draft never is.
    let may_be_shared = best == Right::Shared || best == Right::Exists;
    if may_be_shared && compartment != Compartment::Draft && ties.shared.compartments.contains(&compartment) {
        best = Right::Read;
    }
    best
}

proptest! {
    #[test]
    fn a_permit_gives_exactly_what_the_lines_give(
        table in table().prop_filter("lawful", |table| table.gap().is_none()), reader in reader(), ties in ties(),
    ) {
        let permit = Permit::for_case(&table, reader, CASE, &ties);
        for compartment in Compartment::ALL {
            let given = permit.as_ref().map_or(Right::None, |permit| permit.right(compartment));
            prop_assert_eq!(given, cell(&table, reader, &ties, compartment));
        }
        let anything = Compartment::ALL.into_iter().any(|each| cell(&table, reader, &ties, each) > Right::None);
        prop_assert_eq!(permit.is_some(), anything);
    }

    #[test]
    fn without_a_relation_there_is_no_permit(table in table(), reader in reader(), mut ties in ties()) {
        ties.relations.clear();
        prop_assert!(Permit::for_case(&table, reader, CASE, &ties).is_none());
    }

    #[test]
    fn a_reason_never_takes_a_right_away(table in table(), reader in reader(), ties in ties()) {
        let right = |reason_said, compartment| {
            let ties = Ties { reason_said, ..ties.clone() };
            Permit::for_case(&table, reader, CASE, &ties).map_or(Right::None, |permit| permit.right(compartment))
        };
        for compartment in Compartment::ALL {
            prop_assert!(right(true, compartment) >= right(false, compartment));
        }
    }

    #[test]
    fn no_lawful_table_lets_who_runs_the_platform_see_a_case(
        table in table().prop_filter("lawful", |table| table.gap().is_none()), ties in ties(),
    ) {
        let administrator = Reader {
            worker: WorkerId(Uuid::from_u128(8)),
            role: Role::Administrator,
            profession: Profession::Unknown,
            service: HERS,
        };
        prop_assert!(Permit::for_case(&table, administrator, CASE, &ties).is_none());
        prop_assert!(Permit::for_own_cases(&table, administrator).is_none());
        prop_assert!(Permit::for_load(&table, administrator).is_none());
    }
}
