//! The law of the access policy, read aloud.

use super::{AccessPolicy, Command, Event, Gap, Line, Purpose, Refusal, Relation, Right, Table};
use crate::fold;
use crate::spec::{KARIM, NOUR, asked, asked_by, day, days, few, given, id, lawful, one_of};
use crate::words::{Day, Profession, ProposalId, Role};
use proptest::prelude::{Strategy, prop_oneof};
use sealed::Compartment;
use std::collections::BTreeSet;

const SOURCE: &str = "Délibération";

/// What référents may do: read one compartment.
fn line(compartment: Compartment) -> Line {
    Line {
        roles: BTreeSet::from([Role::Worker]),
        professions: BTreeSet::new(),
        relation: Relation::Referent,
        purpose: Purpose::Support,
        write: BTreeSet::new(),
        read: BTreeSet::from([compartment]),
        shared: BTreeSet::new(),
        exists: BTreeSet::new(),
        after_reason: BTreeSet::new(),
        alert: false,
    }
}

fn table(compartment: Compartment) -> Table {
    Table {
        lines: vec![line(compartment)],
    }
}

fn proposal() -> ProposalId {
    id(1)
}

fn found() -> Command {
    Command::Found {
        table: table(Compartment::Coordination),
        in_force_on: day(1, 1),
        source: SOURCE.to_owned(),
    }
}

fn founded() -> Event {
    Event::Founded {
        table: table(Compartment::Coordination),
        in_force_on: day(1, 1),
        source: SOURCE.to_owned(),
    }
}

fn propose(table: Table, source: &str) -> Command {
    Command::Propose {
        proposal: proposal(),
        table,
        in_force_on: day(12, 1),
        source: source.to_owned(),
    }
}

fn proposed() -> Event {
    Event::Proposed {
        proposal: proposal(),
        table: table(Compartment::Social),
        in_force_on: day(12, 1),
        source: SOURCE.to_owned(),
        by: NOUR,
    }
}

fn adopt(today: Day) -> Command {
    Command::Adopt {
        proposal: proposal(),
        today,
    }
}

fn adopted(in_force_on: Day) -> Event {
    Event::Adopted {
        proposal: proposal(),
        in_force_on,
    }
}

fn withdraw() -> Command {
    Command::Withdraw { proposal: proposal() }
}

fn withdrawn() -> Event {
    Event::Withdrawn { proposal: proposal() }
}

#[test]
fn a_territory_is_founded_with_one_table() {
    given::<AccessPolicy>([]).when(asked(found())).then([founded()]);
    given::<AccessPolicy>([founded()])
        .when(asked(found()))
        .refused(Refusal::AlreadyFounded);
}

#[test]
fn one_person_proposes_and_another_adopts() {
    given::<AccessPolicy>([founded()])
        .when(asked_by(NOUR, propose(table(Compartment::Social), SOURCE)))
        .then([proposed()]);
    given::<AccessPolicy>([founded(), proposed()])
        .when(asked_by(NOUR, adopt(day(11, 19))))
        .refused(Refusal::SamePerson);
    given::<AccessPolicy>([founded(), proposed()])
        .when(asked_by(KARIM, adopt(day(11, 19))))
        .then([adopted(day(12, 1))]);
}

#[test]
fn no_table_holds_before_it_was_adopted() {
    given::<AccessPolicy>([founded(), proposed()])
        .when(asked_by(KARIM, adopt(day(12, 20))))
        .then([adopted(day(12, 20))]);
}

#[test]
fn a_proposal_is_settled_once() {
    given::<AccessPolicy>([founded()])
        .when(asked_by(KARIM, adopt(day(11, 19))))
        .refused(Refusal::NotProposed);
    given::<AccessPolicy>([founded(), proposed()])
        .when(asked(propose(table(Compartment::Social), SOURCE)))
        .refused(Refusal::AlreadyProposed);
    given::<AccessPolicy>([founded(), proposed()])
        .when(asked(withdraw()))
        .then([withdrawn()]);
    given::<AccessPolicy>([founded(), proposed(), withdrawn()])
        .when(asked_by(KARIM, adopt(day(11, 19))))
        .refused(Refusal::AlreadySettled);
    given::<AccessPolicy>([founded(), proposed(), adopted(day(12, 1))])
        .when(asked(withdraw()))
        .refused(Refusal::AlreadySettled);
}

#[test]
fn a_table_without_its_source_is_not_taken() {
    given::<AccessPolicy>([founded()])
        .when(asked(propose(table(Compartment::Social), "  ")))
        .refused(Refusal::NoSource);
}

#[test]
fn what_held_on_a_day_can_be_asked() {
    let policy: AccessPolicy = fold(AccessPolicy::default(), &[founded(), proposed(), adopted(day(12, 1))]);
    let read = |on: Day| policy.on(on).map(|adopted| adopted.table.clone());
    assert_eq!(read(Day(jiff::civil::date(2025, 12, 31))), None);
    assert_eq!(read(day(11, 30)), Some(table(Compartment::Coordination)));
    assert_eq!(read(day(12, 1)), Some(table(Compartment::Social)));
    assert_eq!(policy.proposals().count(), 0);
}

#[test]
fn nobody_sees_anything_before_the_first_table() {
    assert_eq!(AccessPolicy::default().on(day(12, 31)), None);
}

#[test]
fn a_table_that_says_what_no_table_may_say_is_refused() {
    let refused = |lines: Vec<Line>, gap: Gap| {
        given::<AccessPolicy>([founded()])
            .when(asked(propose(Table { lines }, SOURCE)))
            .refused(Refusal::Unlawful(gap));
    };
    let social = || line(Compartment::Social);
    let twice = BTreeSet::from([Compartment::Social]);
    refused(vec![], Gap::NoLine);
    refused(
        vec![Line {
            roles: BTreeSet::new(),
            ..social()
        }],
        Gap::NoRole,
    );
    refused(
        vec![Line {
            write: twice.clone(),
            ..social()
        }],
        Gap::SaidTwice,
    );
    refused(
        vec![Line {
            after_reason: BTreeSet::from([Compartment::Health]),
            ..social()
        }],
        Gap::ReasonForNothing,
    );
    refused(
        vec![Line {
            roles: BTreeSet::from([Role::Worker, Role::Administrator]),
            ..social()
        }],
        Gap::PlatformSees,
    );
    refused(
        vec![Line {
            purpose: Purpose::Operation,
            ..social()
        }],
        Gap::Operation,
    );
    refused(
        vec![Line {
            relation: Relation::Emergency,
            ..social()
        }],
        Gap::SilentEmergency,
    );
    refused(
        vec![Line {
            relation: Relation::Territory,
            ..social()
        }],
        Gap::OversightReads,
    );
    refused(
        vec![Line {
            purpose: Purpose::Oversight,
            ..social()
        }],
        Gap::OversightReads,
    );
    refused(
        vec![Line {
            relation: Relation::Share,
            ..social()
        }],
        Gap::ShareOpensMore,
    );
    refused(vec![social(), line(Compartment::Health)], Gap::TwoLines);
}

#[test]
fn a_line_that_names_a_profession_goes_before_the_line_of_all() {
    let of_nurses = Line {
        professions: BTreeSet::from([Profession::HealthProfessional]),
        ..line(Compartment::Health)
    };
    let table = Table {
        lines: vec![line(Compartment::Social), of_nurses.clone()],
    };
    assert_eq!(table.gap(), None);
    let asked = |profession| table.line(Role::Worker, profession, Relation::Referent, Purpose::Support);
    assert_eq!(asked(Profession::HealthProfessional), Some(&of_nurses));
    assert_eq!(asked(Profession::Educator), Some(&line(Compartment::Social)));
}

#[test]
fn what_opens_after_a_reason_is_known_to_be_there_before() {
    let after = Line {
        after_reason: BTreeSet::from([Compartment::Social]),
        alert: true,
        ..line(Compartment::Social)
    };
    assert_eq!(after.right(Compartment::Social, false), Right::Exists);
    assert_eq!(after.right(Compartment::Social, true), Right::Read);
    assert_eq!(after.right(Compartment::Health, true), Right::None);
}

fn commands() -> impl Strategy<Value = Command> {
    let tables = || one_of(&[Compartment::Social, Compartment::Health]).prop_map(table);
    prop_oneof![
        (tables(), days()).prop_map(|(table, in_force_on)| Command::Found {
            table,
            in_force_on,
            source: SOURCE.to_owned(),
        }),
        (few(), tables(), days()).prop_map(|(proposal, table, in_force_on)| Command::Propose {
            proposal,
            table,
            in_force_on,
            source: SOURCE.to_owned(),
        }),
        (few(), days()).prop_map(|(proposal, today)| Command::Adopt { proposal, today }),
        few().prop_map(|proposal| Command::Withdraw { proposal }),
    ]
}

#[test]
fn the_laws_hold() {
    lawful::<AccessPolicy, Command>(commands(), |_| true);
}
