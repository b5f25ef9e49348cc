//! What is known of the weeks ahead: each date where it belongs, each permit its own, and a rebuild that tells the same.

use crate::ground::{Ground, OTHER_SERVICE, SERVICE, case, day, instant, opening, reader, said, worker};
use access::{Permit, first_table};
use domain::deadline;
use domain::support_case::{Command, DecidedMeasure, Measure};
use domain::words::{AbsenceId, DomainOfLife, Due, MeasureId, Role};
use domain::workload::{self, Crossing, Threshold, Workload};
use jiff::tz::TimeZone;
use projections::workload::{Ahead, Carrier, TeamAhead, What, ahead, changes, labels, warned};
use projections::{check, rebuild};
use uuid::Uuid;

const MORNING: &str = "2026-11-19T08:00:00Z";
const BEFORE: &str = "2026-10-01T08:00:00Z";

async fn seen(ground: &Ground, permit: &Permit) -> TeamAhead {
    let zone = TimeZone::get("Europe/Paris").unwrap();
    let asked = Ahead {
        now: instant(MORNING),
        zone: &zone,
        weeks: 12,
    };
    ahead(&ground.client().await, permit, &asked).await.unwrap()
}

fn of(seen: &TeamAhead, number: u128) -> &Carrier {
    seen.carriers.iter().find(|one| one.worker == worker(number)).unwrap()
}

async fn opens(ground: &Ground, number: u128, referent: Option<u128>) {
    let open = Command::Open(opening(case(number), "2026-10-01"));
    ground.case(case(number), BEFORE, open).await;
    if let Some(referent) = referent {
        let worker = worker(referent);
        ground
            .case(case(number), BEFORE, Command::AppointReferent { worker })
            .await;
    }
}

async fn starts(ground: &Ground, number: u128, measure: u128, from: &str, until: Option<&str>) {
    let start = Command::StartMeasure(Measure {
        measure: MeasureId(Uuid::from_u128(measure)),
        label: said(case(number), "Aide éducative à domicile"),
        domain: DomainOfLife::Parenting,
        from: day(from),
        until: until.map(day),
    });
    ground.case(case(number), BEFORE, start).await;
}

async fn due(ground: &Ground, number: u128, stream: u128, kind: deadline::Kind, on: &str) {
    let set = deadline::Command::Set(deadline::Setting {
        support_case: case(number),
        kind,
        label: None,
        domain: None,
        due: Due::On(day(on)),
        legal: false,
        rule: None,
    });
    ground
        .ask::<deadline::Deadline, _>(Uuid::from_u128(stream), BEFORE, set)
        .await;
}

async fn foresees(ground: &Ground, number: u128, thresholds: &[Threshold]) {
    let crossings = thresholds.iter().map(|threshold| Crossing {
        threshold: *threshold,
        begins_at: 110,
        week: day("2026-12-14"),
        load: 2_800,
        capacity: 2_500,
        away_days: 0,
        ends: 0,
        renewals: 0,
    });
    let command = workload::Command::Foresee {
        service: SERVICE,
        crossings: crossings.collect(),
    };
    ground.ask::<Workload, _>(worker(number).0, MORNING, command).await;
}

async fn away(ground: &Ground, number: u128, absence: u128, from: &str, until: &str) {
    let command = workload::Command::DeclareAbsence {
        absence: AbsenceId(Uuid::from_u128(absence)),
        from: day(from),
        until: day(until),
    };
    ground.ask::<Workload, _>(worker(number).0, BEFORE, command).await;
}

/// Nour (1) follows three cases, Karim (2) one; a fourth waits, and Lucie (3) of another service follows one there.
async fn team() -> Ground {
    let ground = Ground::new().await;
    ground.territory().await;
    ground.joins(worker(1), SERVICE, 80).await;
    ground.joins(worker(2), SERVICE, 100).await;
    ground.joins(worker(3), OTHER_SERVICE, 100).await;
    for number in 1..=3 {
        opens(&ground, number, Some(1)).await;
    }
    opens(&ground, 4, Some(2)).await;
    opens(&ground, 5, None).await;
    // Both measures of the first have a term, one of the second goes on, the third waits for its own.
    starts(&ground, 1, 0xa1, "2026-10-05", Some("2026-12-15")).await;
    starts(&ground, 1, 0xa2, "2026-10-05", Some("2026-12-20")).await;
    starts(&ground, 2, 0xa3, "2026-10-05", Some("2026-12-01")).await;
    starts(&ground, 2, 0xa4, "2026-12-07", None).await;
    let decide = Command::DecideMeasure(DecidedMeasure {
        measure: MeasureId(Uuid::from_u128(0xa5)),
        label: said(case(3), "Accompagnement budgétaire"),
        domain: DomainOfLife::Budget,
        on: day("2026-11-02"),
    });
    ground.case(case(3), BEFORE, decide).await;
    due(&ground, 3, 0xb1, deadline::Kind::Term, "2027-01-10").await;
    due(&ground, 3, 0xb2, deadline::Kind::Hearing, "2026-11-30").await;
    due(&ground, 3, 0xb3, deadline::Kind::Reply, "2026-11-01").await;
    ground
}

#[tokio::test]
async fn each_date_that_is_known_stands_where_it_belongs() {
    let ground = team().await;
    let all = seen(&ground, &Permit::for_operation()).await;
    let nour = of(&all, 1);
    assert_eq!(
        (nour.service, nour.known.working_time, nour.unstarted),
        (SERVICE, 80, 1)
    );
    let ends: Vec<_> = nour
        .known
        .cases
        .iter()
        .map(|one| (one.support_case, one.ends_on))
        .collect();
    assert_eq!(
        ends,
        [(case(1), Some(day("2026-12-20"))), (case(2), None), (case(3), None)]
    );
    assert_eq!(
        nour.known.renewals,
        [
            day("2026-12-15"),
            day("2026-12-20"),
            day("2026-12-01"),
            day("2027-01-10")
        ]
    );
    assert_eq!(nour.known.begins, [day("2026-12-07")]);
    assert_eq!(
        nour.known.deadlines,
        [day("2026-11-30")],
        "what is past is late and not ahead"
    );
    let hearing = nour.dated.iter().find(|dated| dated.on == day("2026-11-30")).unwrap();
    assert_eq!(
        (hearing.support_case, hearing.what),
        (case(3), What::Deadline(deadline::Kind::Hearing))
    );
    let waiting: Vec<_> = all.waiting.iter().map(|one| one.support_case).collect();
    assert_eq!(waiting, [case(5)]);
    ground.follower.stop().await;
}

#[tokio::test]
async fn a_renewal_that_was_asked_for_is_no_end_any_more() {
    let ground = team().await;
    let measure = MeasureId(Uuid::from_u128(0xa2));
    ground.case(case(1), MORNING, Command::AskRenewal { measure }).await;
    let all = seen(&ground, &Permit::for_operation()).await;
    let first = of(&all, 1).known.cases.first().unwrap();
    assert_eq!((first.support_case, first.ends_on), (case(1), None));
    ground.follower.stop().await;
}

#[tokio::test]
async fn each_permit_reaches_its_own() {
    let ground = team().await;
    let table = first_table().unwrap();
    let workers = |seen: &TeamAhead| seen.carriers.iter().map(|one| one.worker).collect::<Vec<_>>();
    let manager = Permit::for_load(&table, reader(worker(9), Role::Manager)).unwrap();
    let team = seen(&ground, &manager).await;
    assert_eq!(workers(&team), [worker(1), worker(2)]);
    let own = Permit::for_answered_cases(&table, reader(worker(2), Role::Worker)).unwrap();
    let hers = seen(&ground, &own).await;
    assert_eq!(workers(&hers), [worker(2)], "a worker sees herself and nobody else");
    assert_eq!(hers.waiting, []);
    let names = labels(&ground.client().await, of(&hers, 2)).await.unwrap();
    assert_eq!(names.into_keys().collect::<Vec<_>>(), [case(4)]);
    let cases = Permit::for_own_cases(&table, reader(worker(2), Role::Worker)).unwrap();
    let zone = TimeZone::UTC;
    let asked = Ahead {
        now: instant(MORNING),
        zone: &zone,
        weeks: 12,
    };
    assert!(
        ahead(&ground.client().await, &cases, &asked).await.is_err(),
        "the permit of lists is for no load"
    );
    ground.follower.stop().await;
}

#[tokio::test]
async fn how_often_a_case_changed_hands_is_told_to_who_reaches_it() {
    let ground = team().await;
    let passed = Command::HandOver {
        from: None,
        to: worker(2),
        reason: None,
        met_on: None,
    };
    ground.case(case(1), MORNING, passed).await;
    let table = first_table().unwrap();
    for (number, times) in [(2, Some(1)), (1, None)] {
        let own = Permit::for_answered_cases(&table, reader(worker(number), Role::Worker)).unwrap();
        let client = ground.client().await;
        let found = changes(&client, &own, &[case(1).0], instant(BEFORE)).await.unwrap();
        assert_eq!(found.get(&case(1)).copied(), times, "worker {number}");
    }
    ground.follower.stop().await;
}

/// It is Thursday. Were her Monday left out now that it is over, the week would ease though nothing changed.
#[tokio::test]
async fn what_is_over_of_this_week_still_counts_for_it_and_is_not_listed() {
    let ground = team().await;
    away(&ground, 1, 0xf3, "2026-11-12", "2026-11-16").await;
    let all = seen(&ground, &Permit::for_operation()).await;
    let nour = of(&all, 1);
    assert_eq!(nour.known.absences, [(day("2026-11-12"), day("2026-11-16"))]);
    assert_eq!(nour.absences, []);
    ground.follower.stop().await;
}

#[tokio::test]
async fn what_was_told_and_has_not_eased_is_kept_and_a_rebuild_tells_the_same() {
    let ground = team().await;
    away(&ground, 1, 0xf1, "2026-12-14", "2026-12-18").await;
    away(&ground, 1, 0xf2, "2026-11-02", "2026-11-06").await;
    away(&ground, 2, 0xf1, "2026-12-21", "2026-12-24").await;
    let back = workload::Command::WithdrawAbsence {
        absence: AbsenceId(Uuid::from_u128(0xf1)),
    };
    ground.ask::<Workload, _>(worker(2).0, MORNING, back).await;
    foresees(&ground, 1, &Threshold::ALL).await;
    foresees(&ground, 2, &[Threshold::Tense]).await;
    foresees(&ground, 2, &[]).await;
    foresees(&ground, 1, &[Threshold::Tense]).await;
    for round in ["live", "rebuilt"] {
        let all = seen(&ground, &Permit::for_operation()).await;
        let nour = of(&all, 1);
        assert_eq!(
            nour.known.absences,
            [(day("2026-12-14"), day("2026-12-18"))],
            "{round}: what is over is not ahead"
        );
        let told: Vec<_> = nour.told.iter().map(|told| (told.threshold, told.week)).collect();
        assert_eq!(told, [(Threshold::Tense, day("2026-12-14"))], "{round}");
        let karim = of(&all, 2);
        assert_eq!((karim.told.len(), karim.absences.len()), (0, 0), "{round}");
        let client = ground.client().await;
        assert_eq!(warned(&client).await.unwrap(), [(worker(1), SERVICE)], "{round}");
        drop(client);
        let checked = check(&ground.log, |_| {}).await.unwrap();
        assert!(checked.iter().all(|view| view.equal), "{checked:?}");
        rebuild(&ground.log, None, |_| {}).await.unwrap();
    }
    ground.follower.stop().await;
}
