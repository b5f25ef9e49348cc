//! The first form of the rights, read aloud.

use crate::{Permit, Purpose, Reach, Reader, Relation, Right, watches_the_log};
use domain::words::{Role, ServiceId, SupportCaseId, WorkerId};
use sealed::Compartment;
use uuid::Uuid;

fn reader(role: Role) -> Reader {
    Reader {
        worker: WorkerId(Uuid::from_u128(7)),
        role,
        service: ServiceId(Uuid::from_u128(1)),
    }
}

const CASE: SupportCaseId = SupportCaseId(Uuid::from_u128(9));
const HERS: ServiceId = ServiceId(Uuid::from_u128(1));
const OTHER: ServiceId = ServiceId(Uuid::from_u128(2));

#[test]
fn a_worker_sees_the_cases_of_her_service_in_which_she_takes_part() {
    for relation in [Relation::Referent, Relation::TeamMember] {
        assert!(Permit::for_case(reader(Role::Worker), CASE, HERS, relation).is_some());
        assert!(Permit::for_case(reader(Role::Worker), CASE, OTHER, relation).is_none());
    }
    assert!(Permit::for_case(reader(Role::Worker), CASE, HERS, Relation::None).is_none());
}

#[test]
fn a_manager_reads_the_load_of_her_team_without_the_notes() {
    let permit = Permit::for_load(reader(Role::Manager)).unwrap();
    assert_eq!(permit.purpose(), Purpose::Management);
    assert_eq!(permit.reach(), Reach::Load(HERS));
    assert!(!permit.reads(Compartment::Social));
    assert!(!permit.reads(Compartment::Draft));
    assert!(Permit::for_case(reader(Role::Manager), CASE, HERS, Relation::None).is_none());
}

#[test]
fn only_who_runs_the_platform_watches_its_log() {
    assert!(watches_the_log(reader(Role::Administrator)));
    for role in [Role::Worker, Role::Manager, Role::Intake, Role::Partner] {
        assert!(!watches_the_log(reader(role)));
    }
}

#[test]
fn nobody_else_sees_anything() {
    for role in [Role::Intake, Role::Partner, Role::Administrator] {
        assert!(Permit::for_case(reader(role), CASE, HERS, Relation::TeamMember).is_none());
        assert!(Permit::for_own_cases(reader(role)).is_none());
        assert!(Permit::for_load(reader(role)).is_none());
    }
    assert!(Permit::for_load(reader(Role::Worker)).is_none());
}

#[test]
fn health_is_known_to_exist_by_the_referent_and_not_at_all_by_the_team() {
    let referent = Permit::for_case(reader(Role::Worker), CASE, HERS, Relation::Referent).unwrap();
    let member = Permit::for_case(reader(Role::Worker), CASE, HERS, Relation::TeamMember).unwrap();
    assert_eq!(referent.right(Compartment::Health), Right::Exists);
    assert!(!referent.reads(Compartment::Health));
    assert_eq!(member.right(Compartment::Health), Right::None);
}

#[test]
fn a_list_opens_names_and_nothing_else() {
    let permit = Permit::for_own_cases(reader(Role::Worker)).unwrap();
    let opened: Vec<_> = Compartment::ALL
        .into_iter()
        .filter(|each| permit.reads(*each))
        .map(Compartment::number)
        .collect();
    assert_eq!(opened, [0, 1, 2]);
}
