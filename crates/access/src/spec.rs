//! The rights that a territory starts with, read aloud, and the evaluation of any table.

mod copies;
mod evaluation;

use crate::{
    Permit, Purpose, Reach, Reader, Relation, Right, Shared, Ties, first_table, may_be, may_open, may_receive,
    shapes_the_policy, watches_the_log,
};
use domain::access_policy::Table;
use domain::words::{ElementId, Profession, Role, ServiceId, SupportCaseId, WorkerId};
use sealed::{Compartment, Private, Sealed, Subject};
use std::collections::BTreeSet;
use uuid::Uuid;

fn reader(role: Role) -> Reader {
    Reader {
        worker: WorkerId(Uuid::from_u128(7)),
        role,
        profession: Profession::SocialWorker,
        service: HERS,
    }
}

fn health_professional() -> Reader {
    Reader {
        profession: Profession::HealthProfessional,
        ..reader(Role::Worker)
    }
}

fn table() -> Table {
    first_table().unwrap()
}

fn tied(answers_for: ServiceId, relations: impl IntoIterator<Item = Relation>) -> Ties {
    Ties {
        answers_for,
        relations: relations.into_iter().collect(),
        reason_said: false,
        shared: Shared::default(),
    }
}

fn permit(reader: Reader, ties: &Ties) -> Option<Permit> {
    Permit::for_case(&table(), reader, CASE, ties)
}

fn numbers(permit: &Permit, right: Right) -> Vec<u8> {
    let given = Compartment::ALL.into_iter().filter(|each| permit.right(*each) == right);
    given.map(Compartment::number).collect()
}

const CASE: SupportCaseId = SupportCaseId(Uuid::from_u128(9));
const HERS: ServiceId = ServiceId(Uuid::from_u128(1));
const OTHER: ServiceId = ServiceId(Uuid::from_u128(2));

#[test]
fn the_first_table_says_nothing_that_no_table_may_say() {
    assert_eq!(table().gap(), None);
}

#[test]
fn a_worker_sees_the_cases_of_her_service_in_which_she_takes_part() {
    for relation in [Relation::Referent, Relation::TeamMember] {
        assert!(permit(reader(Role::Worker), &tied(HERS, [relation])).is_some());
        assert!(permit(reader(Role::Worker), &tied(OTHER, [relation])).is_none());
    }
    assert!(permit(reader(Role::Worker), &tied(HERS, [])).is_none());
}

#[test]
fn a_manager_reads_the_load_of_her_team_without_the_notes() {
    let permit = Permit::for_load(&table(), reader(Role::Manager)).unwrap();
    assert_eq!(permit.purpose(), Purpose::Management);
    assert_eq!(permit.reach(), Reach::Service(HERS));
    assert_eq!(numbers(&permit, Right::Read), [0, 1, 12]);
    assert_eq!(numbers(&permit, Right::Write), Vec::<u8>::new());
}

#[test]
fn a_manager_reads_the_notes_of_her_team_only_once_she_has_said_why() {
    let ties = tied(HERS, [Relation::OwnTeam]);
    let before = permit(reader(Role::Manager), &ties).unwrap();
    assert_eq!(before.right(Compartment::Social), Right::Exists);
    assert_eq!(before.right(Compartment::ChildProtection), Right::Exists);
    let said = Ties {
        reason_said: true,
        ..ties
    };
    let after = permit(reader(Role::Manager), &said).unwrap();
    assert!(after.reads(Compartment::Social) && !after.writes(Compartment::Social));
    assert_eq!(after.right(Compartment::Protected), Right::Exists);
    assert_eq!(after.right(Compartment::Health), Right::None);
}

#[test]
fn a_week_is_read_of_the_cases_for_which_one_answers_and_writes_nothing() {
    let week = Permit::for_answered_cases(&table(), reader(Role::Worker)).unwrap();
    assert_eq!(week.reach(), Reach::AnsweredCases);
    assert!(week.reads(Compartment::Budget) && week.reads(Compartment::Social));
    assert_eq!(week.right(Compartment::Health), Right::Exists);
    assert_eq!(numbers(&week, Right::Write), Vec::<u8>::new());
    for role in [Role::Intake, Role::Partner, Role::Administrator] {
        assert!(Permit::for_answered_cases(&table(), reader(role)).is_none());
    }
}

#[test]
fn a_manager_is_told_of_signals_by_names_and_dates_and_that_something_is_there() {
    let signals = Permit::for_signals(&table(), reader(Role::Manager)).unwrap();
    assert_eq!(signals.reach(), Reach::Service(HERS));
    assert_eq!(numbers(&signals, Right::Read), [0, 1, 12]);
    assert_eq!(numbers(&signals, Right::Exists), [2, 3, 4, 5, 6, 7, 9, 10]);
    assert_eq!(signals.right(Compartment::Health), Right::None);
    assert!(Permit::for_signals(&table(), reader(Role::Worker)).is_none());
}

#[test]
fn only_who_watches_over_the_platform_watches_its_log_and_shapes_the_policy() {
    for role in [Role::Administrator, Role::DataProtectionOfficer] {
        assert!(watches_the_log(reader(role)) && shapes_the_policy(reader(role)));
    }
    for role in [Role::Worker, Role::Manager, Role::Intake, Role::Partner] {
        assert!(!watches_the_log(reader(role)) && !shapes_the_policy(reader(role)));
    }
}

#[test]
fn who_would_write_as_the_one_who_answers_for_a_case_may_open_one() {
    for role in [Role::Worker, Role::Manager] {
        assert!(may_open(&table(), reader(role)), "{role:?}");
        assert!(may_be(&table(), reader(role), Relation::TeamMember), "{role:?}");
    }
    for role in [
        Role::Intake,
        Role::Partner,
        Role::Administrator,
        Role::DataProtectionOfficer,
    ] {
        assert!(!may_open(&table(), reader(role)), "{role:?}");
        assert!(!may_be(&table(), reader(role), Relation::Referent), "{role:?}");
    }
}

#[test]
fn who_runs_the_platform_or_watches_over_data_sees_no_case_through_any_relation() {
    let all = tied(
        HERS,
        [
            Relation::Referent,
            Relation::TeamMember,
            Relation::Handover,
            Relation::OwnTeam,
            Relation::MeetingRoster,
            Relation::Share,
            Relation::Emergency,
        ],
    );
    for role in [Role::Administrator, Role::DataProtectionOfficer] {
        assert!(permit(reader(role), &all).is_none());
        assert!(Permit::for_own_cases(&table(), reader(role)).is_none());
        assert!(Permit::for_load(&table(), reader(role)).is_none());
    }
}

#[test]
fn who_watches_over_data_sees_what_is_done_in_the_territory_and_no_content() {
    let officer = Permit::for_oversight(&table(), reader(Role::DataProtectionOfficer)).unwrap();
    assert_eq!(officer.reach(), Reach::Territory);
    assert_eq!(numbers(&officer, Right::Read), [0, 12]);
    let manager = Permit::for_oversight(&table(), reader(Role::Manager)).unwrap();
    assert_eq!(manager.reach(), Reach::Service(HERS));
    assert_eq!(numbers(&manager, Right::Read), [0, 1, 12]);
    for role in [Role::Worker, Role::Intake, Role::Partner, Role::Administrator] {
        assert!(Permit::for_oversight(&table(), reader(role)).is_none());
    }
}

#[test]
fn who_looked_at_a_case_is_told_to_who_watches_over_data_alone() {
    let officer = Permit::for_journal(&table(), reader(Role::DataProtectionOfficer)).unwrap();
    assert!(officer.reads_journal());
    for role in [
        Role::Worker,
        Role::Manager,
        Role::Intake,
        Role::Partner,
        Role::Administrator,
    ] {
        assert!(Permit::for_journal(&table(), reader(role)).is_none());
    }
    let manager = Permit::for_oversight(&table(), reader(Role::Manager)).unwrap();
    assert!(!manager.reads_journal() && !Permit::for_operation().reads_journal());
}

#[test]
fn nobody_has_a_list_or_a_load_whom_no_line_speaks_of() {
    for role in [Role::Intake, Role::Partner] {
        assert!(permit(reader(role), &tied(HERS, [Relation::TeamMember])).is_none());
        assert!(Permit::for_own_cases(&table(), reader(role)).is_none());
        assert!(Permit::for_load(&table(), reader(role)).is_none());
    }
    assert!(Permit::for_load(&table(), reader(Role::Worker)).is_none());
}

#[test]
fn the_referent_writes_what_she_follows_and_knows_that_health_is_there() {
    let referent = permit(reader(Role::Worker), &tied(HERS, [Relation::Referent])).unwrap();
    assert_eq!(numbers(&referent, Right::Write), [0, 1, 2, 3, 4, 5, 6, 10, 11, 12]);
    assert_eq!(numbers(&referent, Right::Exists), [7, 8, 9]);
    assert!(!referent.reads(Compartment::Health));
}

#[test]
fn health_belongs_to_health_professionals_and_the_social_notes_to_the_others() {
    let nurse = permit(health_professional(), &tied(HERS, [Relation::TeamMember])).unwrap();
    assert!(nurse.writes(Compartment::Health) && !nurse.reads(Compartment::Social));
    let member = permit(reader(Role::Worker), &tied(HERS, [Relation::TeamMember])).unwrap();
    assert!(member.writes(Compartment::Social) && !member.reads(Compartment::Health));
}

#[test]
fn who_hands_over_reads_on_and_writes_nothing_but_her_draft() {
    let permit = permit(reader(Role::Worker), &tied(HERS, [Relation::Handover])).unwrap();
    assert_eq!(numbers(&permit, Right::Write), [11]);
    assert_eq!(numbers(&permit, Right::Read), [0, 1, 2, 3, 4, 5, 6]);
}

#[test]
fn an_emergency_reaches_over_services_and_never_into_what_is_sealed() {
    let permit = permit(reader(Role::Intake), &tied(OTHER, [Relation::Emergency])).unwrap();
    assert_eq!(numbers(&permit, Right::Read), [0, 1, 2, 3, 4, 5, 6, 7, 8, 12]);
    assert_eq!(numbers(&permit, Right::Write), Vec::<u8>::new());
    assert_eq!(permit.right(Compartment::Protected), Right::None);
}

#[test]
fn a_list_opens_names_and_nothing_else() {
    let permit = Permit::for_own_cases(&table(), reader(Role::Worker)).unwrap();
    assert_eq!(numbers(&permit, Right::Read), [0, 1, 2, 12]);
    assert_eq!(numbers(&permit, Right::None).len(), 9);
}

fn with_shares(relation: Relation, compartments: &[Compartment], elements: &[(ElementId, Compartment)]) -> Ties {
    Ties {
        shared: Shared {
            compartments: compartments.iter().copied().collect(),
            elements: elements.iter().copied().collect(),
        },
        ..tied(OTHER, [relation])
    }
}

/// Something written, as it lies in the log.
fn written(compartment: Compartment, element: ElementId) -> Private<String> {
    Private::Sealed(Sealed {
        subject: Subject::Person(Uuid::from_u128(1)),
        compartment,
        field: "text".to_owned(),
        event: element.0,
        stream: CASE.0,
        kind: "support_case.summed_up".to_owned(),
        bytes: Vec::new(),
    })
}

const THIS: ElementId = ElementId(Uuid::from_u128(31));
const THAT: ElementId = ElementId(Uuid::from_u128(32));

#[test]
fn what_was_shared_is_read_and_nothing_else_is_known() {
    let shared = [Compartment::Identity, Compartment::Housing, Compartment::Draft];
    let ties = with_shares(Relation::Share, &shared, &[]);
    let partner = permit(reader(Role::Partner), &ties).unwrap();
    assert_eq!(numbers(&partner, Right::Read), [1, 4]);
    assert_eq!(numbers(&partner, Right::Exists), Vec::<u8>::new());
    assert_eq!(numbers(&partner, Right::Write), Vec::<u8>::new());
    assert_eq!(numbers(&partner, Right::None), [9, 10, 11, 12]);
    assert!(!partner.passes_on());
}

#[test]
fn nothing_is_shared_that_the_table_does_not_let_be_shared() {
    let each = Compartment::ALL.map(|compartment| (THIS, compartment));
    let all = with_shares(Relation::Share, &Compartment::ALL, &each);
    let partner = permit(reader(Role::Partner), &all).unwrap();
    assert_eq!(numbers(&partner, Right::Read), [0, 1, 2, 3, 4, 5, 6, 7, 8]);
    let worker = permit(reader(Role::Worker), &all).unwrap();
    assert_eq!(numbers(&worker, Right::Read), [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    for sealed in [Compartment::Judicial, Compartment::Protected, Compartment::Draft] {
        assert!(!partner.opens(&written(sealed, THIS)), "{sealed:?}");
    }
    for role in [Role::Intake, Role::Administrator, Role::DataProtectionOfficer] {
        assert!(permit(reader(role), &all).is_none());
        assert!(!may_receive(&table(), reader(role)));
    }
}

#[test]
fn an_element_opens_by_itself_and_its_neighbours_stay_closed() {
    let health = (THIS, Compartment::Health);
    let ties = with_shares(Relation::Share, &[Compartment::Identity], &[health]);
    let partner = permit(reader(Role::Partner), &ties).unwrap();
    assert!(partner.opens(&written(Compartment::Health, THIS)));
    assert!(!partner.opens(&written(Compartment::Health, THAT)));
    assert!(
        !partner.opens(&written(Compartment::Social, THIS)),
        "nor another part of it"
    );
    assert!(!partner.reads(Compartment::Health));
    assert!(!partner.opens_element(THIS, Compartment::Draft));
}

#[test]
fn what_was_shared_with_a_co_worker_opens_where_her_line_says_so() {
    let health = BTreeSet::from([Compartment::Health, Compartment::Activity]);
    let shared = Shared {
        compartments: health,
        elements: BTreeSet::new(),
    };
    let ties = Ties {
        shared,
        ..tied(HERS, [Relation::TeamMember])
    };
    let member = permit(reader(Role::Worker), &ties).unwrap();
    assert_eq!(member.right(Compartment::Health), Right::Read);
    // What she writes anyway she goes on writing.
    assert_eq!(member.right(Compartment::Activity), Right::Write);
}
