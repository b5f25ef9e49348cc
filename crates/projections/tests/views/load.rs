//! The figures, against a count made from the facts themselves.

use crate::ground::{
    BODY, Ground, OTHER_SERVICE, SERVICE, case, day, household, instant, opening, person, reader, worker,
};
use access::{Permit, first_table};
use domain::indicator::{Indicator, Periods, Shown};
use domain::support_case::{ClosureReason, Command, Complexity, Opening, Support};
use domain::words::{DomainOfLife, Due, Role};
use domain::{contact, deadline, organisation, support_case};
use jiff::tz::TimeZone;
use projections::indicator::figures;
use projections::workload::{Fullness, report, team, what_if};
use projections::{Fault, configuration};
use uuid::Uuid;

fn paris() -> TimeZone {
    TimeZone::get("Europe/Paris").unwrap()
}

fn close(on: &str) -> Command {
    Command::Close {
        on: day(on),
        reason: ClosureReason::Unknown,
        watch_until: None,
        balance: None,
    }
}

fn due(number: u128, due: Due) -> deadline::Command {
    deadline::Command::Set(deadline::Setting {
        support_case: case(number),
        kind: deadline::Kind::Imported,
        label: None,
        domain: None,
        due,
        legal: false,
        rule: None,
    })
}

/// As an import writes a case: the référent is appointed and the deadline set at the instant of the opening.
async fn imported(
    ground: &Ground,
    number: u128,
    from: &str,
    until: Option<&str>,
    referent: Option<u128>,
    at: Option<&str>,
) {
    ground
        .case(
            case(number),
            from,
            Command::Open(opening(case(number), from.get(..10).unwrap())),
        )
        .await;
    if let Some(referent) = referent {
        ground
            .case(
                case(number),
                from,
                Command::AppointReferent {
                    worker: worker(referent),
                },
            )
            .await;
    }
    if let Some(at) = at {
        let stream = Uuid::from_u128(0x9000 + number);
        ground
            .ask::<deadline::Deadline, _>(stream, from, due(number, Due::At(instant(at))))
            .await;
    }
    if let Some(until) = until {
        ground.case(case(number), until, close(until.get(..10).unwrap())).await;
    }
}

async fn acts(ground: &Ground, number: u128, by: Option<u128>, at: &str) {
    let command = Command::RecordAct {
        activity: crate::ground::said(case(number), "Confirmation"),
        worker: by.map(worker),
    };
    ground.case(case(number), at, command).await;
}

#[tokio::test]
async fn the_report_counts_to_the_microsecond() {
    let ground = Ground::new().await;
    ground.territory().await;
    ground.joins(worker(1), SERVICE, 100).await;
    let start = "2011-06-01T00:00:00Z";
    imported(&ground, 1, start, None, Some(1), Some("2011-05-31T23:59:59.999999Z")).await;
    imported(
        &ground,
        2,
        "2011-06-01T00:00:00.000001Z",
        None,
        Some(1),
        Some("2011-01-01T00:00:00Z"),
    )
    .await;
    imported(&ground, 3, "2011-01-01T00:00:00Z", Some(start), Some(1), Some(start)).await;
    imported(
        &ground,
        4,
        "2011-01-01T00:00:00Z",
        Some("2011-05-31T23:59:59.999999Z"),
        Some(2),
        None,
    )
    .await;
    // It ends before it starts.
    imported(
        &ground,
        5,
        "2011-01-02T00:00:00Z",
        Some("2011-01-01T00:00:00Z"),
        Some(2),
        None,
    )
    .await;
    imported(&ground, 6, "2011-03-01T00:00:00Z", None, None, None).await;
    acts(&ground, 1, Some(1), "2011-06-01T00:00:00Z").await;
    acts(&ground, 1, Some(1), "2011-06-03T12:00:00Z").await;
    acts(&ground, 1, None, "2011-06-02T00:00:00Z").await;
    acts(&ground, 2, Some(2), "2011-06-04T00:00:00Z").await;
    // After its closure.
    acts(&ground, 4, Some(1), "2012-01-01T00:00:00Z").await;
    acts(&ground, 4, Some(1), "2012-01-01T00:00:10Z").await;

    let mut client = ground.client().await;
    let told = report(&mut client, &Permit::for_operation(), instant(start), &TimeZone::UTC)
        .await
        .unwrap();
    assert_eq!((told.open, told.overdue), (3, 1));
    let of: Vec<_> = told
        .by_referent
        .iter()
        .map(|row| (row.worker, row.open, row.overdue))
        .collect();
    assert_eq!(of, [(worker(1), 2, 1)]);
    assert!(told.by_referent.first().unwrap().identifier.is_some());
    let services: Vec<_> = told
        .by_service
        .iter()
        .map(|row| (row.name.as_str(), row.open, row.overdue))
        .collect();
    assert_eq!(services, [("Val-de-Lys", 3, 1)]);
    let mut acted: Vec<_> = told
        .acts_by_worker
        .iter()
        .map(|row| (row.worker, row.acts, row.cases))
        .collect();
    acted.sort_unstable();
    assert_eq!(acted, [(worker(1), 4, 2), (worker(2), 1, 1)]);
    assert_eq!((told.cases, told.events, told.workers), (3, 6, 2));
    // Durations 2.5 days, 0 and 10 seconds; second acts after a day and after 10 seconds.
    let short = 10.0 / 86_400.0;
    let near = |figure: Option<f64>, expected: f64| (figure.unwrap() - expected).abs() < 1e-9;
    assert!(near(told.case_duration_days.median, short));
    assert!(near(told.case_duration_days.p90, short + (2.5 - short) * 0.8));
    assert!(near(told.second_act_delay_seconds.median, (86_400.0 + 10.0) / 2.0));
    // One microsecond later the second case is open too, and what was due at the instant is late.
    let later = instant("2011-06-01T00:00:00.000001Z");
    let told = report(&mut client, &Permit::for_operation(), later, &TimeZone::UTC)
        .await
        .unwrap();
    assert_eq!((told.open, told.overdue), (3, 2));
    ground.follower.stop().await;
}

#[tokio::test]
async fn what_is_due_on_a_day_is_late_once_that_day_is_over_in_the_territory() {
    let ground = Ground::new().await;
    imported(&ground, 1, "2026-01-01T00:00:00Z", None, None, None).await;
    let stream = Uuid::from_u128(1);
    ground
        .ask::<deadline::Deadline, _>(stream, "2026-01-01T00:00:00Z", due(1, Due::On(day("2026-06-10"))))
        .await;
    let moved = deadline::Command::Move {
        due: Due::On(day("2026-06-20")),
        reason: crate::ground::said(case(1), "À sa demande"),
    };
    ground
        .ask::<deadline::Deadline, _>(stream, "2026-06-12T12:00:00Z", moved)
        .await;
    ground
        .ask::<deadline::Deadline, _>(stream, "2026-06-25T12:00:00Z", deadline::Command::Meet)
        .await;
    let late = async |on: &str| {
        let at = day(on).start(&paris());
        report(&mut ground.client().await, &Permit::for_operation(), at, &paris())
            .await
            .unwrap()
            .overdue
    };
    assert_eq!(late("2026-06-10").await, 0);
    assert_eq!(late("2026-06-11").await, 1);
    assert_eq!(late("2026-06-13").await, 0);
    assert_eq!(late("2026-06-21").await, 1);
    assert_eq!(late("2026-06-26").await, 0);
    ground.follower.stop().await;
}

#[tokio::test]
async fn the_dashboard_weighs_each_case_as_on_the_day_and_agrees_with_the_report() {
    let ground = Ground::new().await;
    ground.territory().await;
    ground.joins(worker(1), SERVICE, 100).await;
    ground.joins(worker(2), SERVICE, 50).await;
    let zone = paris();
    let heavy = Opening {
        support: Support::CourtOrderedHomeSupport,
        children: 3,
        ..opening(case(1), "2026-01-10")
    };
    ground.case(case(1), "2026-01-10T09:00:00Z", Command::Open(heavy)).await;
    ground
        .case(
            case(1),
            "2026-01-10T09:00:00Z",
            Command::AppointReferent { worker: worker(1) },
        )
        .await;
    let complexities = vec![Complexity::Violence, Complexity::Distance];
    ground
        .case(
            case(1),
            "2026-05-15T09:00:00Z",
            Command::ReviewComplexity { complexities },
        )
        .await;
    let hand_over = Command::HandOver {
        from: None,
        to: worker(2),
        reason: None,
        met_on: None,
    };
    ground.case(case(1), "2026-09-15T09:00:00Z", hand_over).await;
    imported(
        &ground,
        2,
        "2026-03-01T09:00:00Z",
        None,
        Some(1),
        Some("2026-11-01T00:00:00Z"),
    )
    .await;
    imported(&ground, 3, "2026-10-20T09:00:00Z", None, None, None).await;
    imported(&ground, 4, "2026-02-20T09:00:00Z", None, Some(2), None).await;
    ground.case(case(4), "2026-10-01T09:00:00Z", Command::StandDown).await;
    let watched = Command::Close {
        on: day("2026-06-01"),
        reason: ClosureReason::GoalsReached,
        watch_until: Some(day("2026-12-31")),
        balance: None,
    };
    imported(&ground, 5, "2026-02-01T09:00:00Z", None, Some(1), None).await;
    ground.case(case(5), "2026-06-01T09:00:00Z", watched).await;

    let mut client = ground.client().await;
    let permit = Permit::for_load(&first_table().unwrap(), reader(worker(9), Role::Manager)).unwrap();
    let load = team(&client, &permit, day("2026-11-19"), day("2027-03-01"), &zone)
        .await
        .unwrap();
    let at = day("2026-11-19").start(&zone);
    let told = report(&mut client, &Permit::for_operation(), at, &zone).await.unwrap();
    assert_eq!((load.open, load.overdue), (4, 1));
    assert_eq!((told.open, told.overdue), (load.open, load.overdue));
    // Three children and two complexities: 1.0 x 2.0 x 1.4. A generalist case 0.6; watched 0.12.
    assert_eq!(load.load, 280 + 60 + 12);
    assert_eq!(load.capacity, 2_500 + 1_250);
    let of = |number| load.workers.iter().find(|row| row.worker == worker(number)).unwrap();
    assert_eq!((of(1).cases, of(1).load, of(1).overdue), (1, 72, 1));
    assert_eq!((of(2).cases, of(2).load, of(2).ratio), (1, 280, 22));
    assert_eq!(of(2).fullness, Fullness::Room);
    // On the first of June: the first case with two complexities still hers, the fifth open until nine in the morning.
    let june = load.trend.first().unwrap();
    assert_eq!(
        (june.on, june.ratio),
        (day("2026-06-01"), (280 + 60 + 60 + 60) * 100 / 3_750)
    );
    assert_eq!(load.trend.len(), 6);
    let waiting: Vec<_> = load
        .unassigned
        .iter()
        .map(|row| (row.support_case, row.since, row.had_referent))
        .collect();
    assert_eq!(
        waiting,
        [(case(4), day("2026-10-01"), true), (case(3), day("2026-10-20"), false)]
    );
    assert_eq!(load.unassigned.first().unwrap().days, 49);
    assert_eq!(load.weights.as_ref().unwrap().1, day("2015-01-01"));
    // A list of cases is no permit for a load.
    let other = crate::ground::own(worker(1));
    assert!(matches!(
        team(&client, &other, day("2026-11-19"), day("2027-03-01"), &zone).await,
        Err(Fault::OutOfReach)
    ));
    ground.follower.stop().await;
}

#[tokio::test]
async fn who_answers_from_another_service_is_counted_and_not_named() {
    let ground = Ground::new().await;
    ground.territory().await;
    ground.joins(worker(1), SERVICE, 100).await;
    ground.joins(worker(2), OTHER_SERVICE, 100).await;
    for (number, referent) in [(1, 1), (2, 2), (3, 2)] {
        imported(&ground, number, "2026-01-10T09:00:00Z", None, Some(referent), None).await;
    }
    let client = ground.client().await;
    let permit = Permit::for_load(&first_table().unwrap(), reader(worker(9), Role::Manager)).unwrap();
    let on = day("2026-11-19");
    let load = team(&client, &permit, on, on, &paris()).await.unwrap();
    let named: Vec<_> = load.workers.iter().map(|of| (of.worker, of.cases)).collect();
    assert_eq!(named, [(worker(1), 1)]);
    assert_eq!((load.open, load.elsewhere), (3, 2));
    assert_eq!(
        (load.load, load.capacity),
        (60, 2_500),
        "neither her load nor her time is the team's"
    );
    let (weights, ..) = load.weights.unwrap();
    let shifts = what_if(&client, &permit, on, &paris(), &weights).await.unwrap();
    let named: Vec<_> = shifts.iter().filter_map(|shift| shift.worker).collect();
    assert_eq!(named, [worker(1)]);
    // The figures over a time say the same of the team.
    let periods = Periods::of(day("2026-08-19"), on, on, &paris());
    let history = configuration::history(&client).await.unwrap();
    let figures = figures(&client, &permit, &periods, &history).await.unwrap().figures;
    let now = |indicator| {
        figures
            .iter()
            .find(|of| of.definition.indicator == indicator)
            .map(|of| &of.now)
    };
    assert_eq!(now(Indicator::LoadPerFullTime), Some(&Shown::Per { hundredths: 100 }));
    assert_eq!(now(Indicator::WeightedLoad), Some(&Shown::Per { hundredths: 2 }));
    ground.follower.stop().await;
}

#[tokio::test]
async fn waits_and_openings_look_back_over_a_quarter() {
    let ground = Ground::new().await;
    ground.territory().await;
    for number in 1..=6 {
        ground.registers(person(number), Some("Hautes-Rives")).await;
        ground.forms(household(number), &[person(number)], "Val-de-Lys").await;
        let opened = Opening {
            household: (number != 6).then_some(household(number)),
            people: vec![person(number)],
            requested_on: Some(day("2026-09-20")),
            ..opening(case(number), "2026-10-01")
        };
        ground
            .case(case(number), "2026-10-01T09:00:00Z", Command::Open(opened))
            .await;
        let rated = Command::Assess(support_case::Assessment {
            domain: DomainOfLife::Housing,
            voice: domain::words::Voice::Worker,
            level: Some(2.try_into().unwrap()),
            words: None,
        });
        ground.case(case(number), "2026-10-02T09:00:00Z", rated).await;
        let held = contact::Command::Note(contact::Held {
            support_case: case(number),
            kind: contact::Kind::Interview,
            with: Vec::new(),
            domains: vec![DomainOfLife::Budget],
            shared: None,
            private: None,
            words: None,
        });
        // The evening of the 30th in universal time is the 1st of October in the territory.
        let at = if number == 1 {
            "2026-09-30T22:30:00Z"
        } else {
            "2026-10-05T09:00:00Z"
        };
        ground
            .ask::<contact::Contact, _>(Uuid::from_u128(0x700 + number), at, held)
            .await;
    }
    let leave = organisation::Command::Register {
        name: "École".to_owned(),
        kind: organisation::Kind::School,
    };
    assert!(
        ground
            .try_ask::<organisation::Organisation, _>(BODY, "2026-01-01T00:00:00Z", leave)
            .await
            .is_err()
    );
    let client = ground.client().await;
    let permit = Permit::for_load(&first_table().unwrap(), reader(worker(9), Role::Manager)).unwrap();
    let load = team(&client, &permit, day("2027-01-01"), day("2027-03-01"), &paris())
        .await
        .unwrap();
    assert_eq!(
        (load.quarter.from_on, load.quarter.until_on),
        (day("2026-10-01"), day("2027-01-01"))
    );
    assert_eq!(load.first_appointments.days, [11, 15, 15, 15, 15, 15]);
    assert_eq!(
        (load.first_appointments.median, load.first_appointments.late),
        (Some(15), 0)
    );
    let towns: Vec<_> = load
        .openings
        .towns
        .iter()
        .map(|row| (row.town.as_deref(), row.figures.clone()))
        .collect();
    assert_eq!(load.openings.domains, [DomainOfLife::Housing, DomainOfLife::Budget]);
    // One household in Hautes-Rives is too few to be told. The totals are told nowhere, so that it hides alone.
    assert_eq!(
        towns,
        [
            (Some("Hautes-Rives"), vec![None, None]),
            (Some("Val-de-Lys"), vec![Some(5), Some(5)])
        ]
    );
    // A quarter is told when it is over, and then the same on each day: a day more would tell of one family.
    let same = team(&client, &permit, day("2027-03-01"), day("2027-03-01"), &paris())
        .await
        .unwrap();
    assert_eq!(
        (same.first_appointments, same.openings),
        (load.first_appointments, load.openings)
    );
    for (on, today) in [("2026-12-31", "2027-03-01"), ("2027-03-01", "2026-12-31")] {
        let before = team(&client, &permit, day(on), day(today), &paris()).await.unwrap();
        assert!(
            before.first_appointments.days.is_empty() && before.openings.towns.is_empty(),
            "{on}"
        );
    }
    ground.follower.stop().await;
}
