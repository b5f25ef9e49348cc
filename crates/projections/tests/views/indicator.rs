//! The figures of a team over the log itself: each fact reaches the service it belongs to, with both its times.

use crate::ground::{BODY, Ground, SERVICE, case, day, opening, reader, worker};
use access::{Permit, first_table};
use domain::configuration::{Configuration, STREAM, Setting, Topic};
use domain::indicator::{Indicator, Input, Periods, Shown, Window};
use domain::support_case::{ClosureReason, Command};
use domain::words::{Due, Role};
use domain::{contact, deadline, organisation};
use jiff::tz::TimeZone;
use projections::indicator::{Figures, course, figures};
use projections::workload::team;
use projections::{Fault, configuration};
use uuid::Uuid;

fn paris() -> TimeZone {
    TimeZone::get("Europe/Paris").unwrap()
}

fn permit() -> Permit {
    Permit::for_load(&first_table().unwrap(), reader(worker(9), Role::Manager)).unwrap()
}

fn due(number: u128, on: &str) -> deadline::Command {
    deadline::Command::Set(deadline::Setting {
        support_case: case(number),
        kind: deadline::Kind::Review,
        label: None,
        domain: None,
        due: Due::On(day(on)),
        legal: false,
        rule: None,
    })
}

async fn held(ground: &Ground, number: u128, stream: u128, at: &str) {
    let held = contact::Held {
        support_case: case(number),
        kind: contact::Kind::HomeVisit,
        with: Vec::new(),
        domains: Vec::new(),
        shared: None,
        private: None,
        words: None,
    };
    ground
        .ask::<contact::Contact, _>(Uuid::from_u128(stream), at, contact::Command::Note(held))
        .await;
}

/// Two cases of the service: one met and late, one closed.
async fn lived(ground: &Ground) {
    ground.territory().await;
    ground.joins(worker(1), SERVICE, 80).await;
    for number in [1, 2] {
        ground
            .case(
                case(number),
                "2025-07-06T08:00:00Z",
                Command::Open(opening(case(number), "2025-07-06")),
            )
            .await;
    }
    let appoint = Command::AppointReferent { worker: worker(1) };
    ground.case(case(1), "2025-07-06T09:00:00Z", appoint).await;
    held(ground, 1, 0x71, "2025-07-16T09:00:00Z").await;
    let late = Uuid::from_u128(0x91);
    ground
        .ask::<deadline::Deadline, _>(late, "2025-07-16T09:00:00Z", due(1, "2025-09-01"))
        .await;
    let close = Command::Close {
        on: day("2025-09-10"),
        reason: ClosureReason::Unknown,
        watch_until: None,
        balance: None,
    };
    ground.case(case(2), "2025-09-10T09:00:00Z", close).await;
}

async fn seen(ground: &Ground) -> Figures {
    let client = ground.client().await;
    let periods = Periods::of(day("2025-07-01"), day("2025-10-01"), day("2026-11-19"), &paris());
    let history = configuration::history(&client).await.unwrap();
    figures(&client, &permit(), &periods, &history).await.unwrap()
}

fn now(figures: &Figures, indicator: Indicator) -> &Shown {
    let found = figures
        .figures
        .iter()
        .find(|figure| figure.definition.indicator == indicator);
    &found.unwrap().now
}

#[tokio::test]
async fn the_figures_of_a_team_are_those_of_its_screen() {
    let ground = Ground::new().await;
    lived(&ground).await;
    let figures = seen(&ground).await;
    assert_eq!(now(&figures, Indicator::OpenCaseload), &Shown::Count(1));
    assert_eq!(now(&figures, Indicator::OverdueDeadlines), &Shown::Count(1));
    let client = ground.client().await;
    let load = team(&client, &permit(), day("2025-10-01"), day("2027-03-01"), &paris())
        .await
        .unwrap();
    assert_eq!((load.open, load.overdue), (1, 1));
    let Shown::Per { hundredths } = now(&figures, Indicator::WeightedLoad) else {
        panic!("a ratio");
    };
    assert_eq!(load.workers.first().map(|worker| worker.ratio), Some(*hundredths));
}

#[tokio::test]
async fn what_the_log_learnt_since_is_told_beside_what_was_known_then() {
    // Everything is written today, long after it happened.
    let ground = Ground::new().await;
    lived(&ground).await;
    let figures = seen(&ground).await;
    let open = figures
        .figures
        .iter()
        .find(|figure| figure.definition.indicator == Indicator::OpenCaseload);
    let open = open.unwrap();
    let (then, now) = (open.then.clone(), open.now.clone());
    let late: Vec<Input> = open.late.iter().map(|(input, _)| *input).collect();
    assert_eq!((then, now), (Shown::Count(0), Shown::Count(1)));
    assert_eq!(late, [Input::Opening, Input::Closure]);
}

#[tokio::test]
async fn a_closure_that_is_typed_later_was_on_the_day_that_is_told() {
    let ground = Ground::new().await;
    lived(&ground).await;
    let close = Command::Close {
        on: day("2025-09-20"),
        reason: ClosureReason::Unknown,
        watch_until: None,
        balance: None,
    };
    ground.case(case(1), "2025-10-08T09:00:00Z", close).await;
    assert_eq!(now(&seen(&ground).await, Indicator::OpenCaseload), &Shown::Count(0));
    let client = ground.client().await;
    let load = team(&client, &permit(), day("2025-10-01"), day("2027-03-01"), &paris())
        .await
        .unwrap();
    assert_eq!(
        (load.open, load.overdue),
        (0, 0),
        "the screen of the load says the same"
    );
    let before = team(&client, &permit(), day("2025-09-20"), day("2027-03-01"), &paris())
        .await
        .unwrap();
    assert_eq!(before.open, 1, "the day itself is not over");
}

#[tokio::test]
async fn a_setting_voted_since_is_no_part_of_what_was_known_then() {
    let ground = Ground::new().await;
    lived(&ground).await;
    let adopt = domain::configuration::Command::Adopt {
        setting: Setting::Waiting { days: 3 },
        in_force_on: day("2025-09-01"),
        source: "Vote".to_owned(),
    };
    ground
        .ask::<Configuration, _>(STREAM, "2025-11-01T09:00:00Z", adopt)
        .await;
    let client = ground.client().await;
    let until = day("2025-10-01");
    let history = configuration::history(&client).await.unwrap();
    assert_eq!(history.now().figure(Topic::Waiting, until), Some(3));
    assert_eq!(
        history
            .known_before(until.start(&paris()))
            .figure(Topic::Waiting, until),
        Some(14),
        "what the territory started with, though that was written later as well"
    );
    assert_eq!(history.known_before(jiff::Timestamp::MAX), history.now());
}

#[tokio::test]
async fn what_was_over_long_before_is_not_read_for_it() {
    let ground = Ground::new().await;
    lived(&ground).await;
    let before = seen(&ground).await;
    for number in 11..=20 {
        let open = Command::Open(opening(case(number), "2019-01-06"));
        ground.at_once(case(number), "2019-01-06T08:00:00Z", open).await;
        let set = due(number, "2019-03-01");
        let stream = Uuid::from_u128(0x900 + number);
        ground
            .asked_at_once::<deadline::Deadline, _>(stream, "2019-01-07T08:00:00Z", set)
            .await;
        ground
            .asked_at_once::<deadline::Deadline, _>(stream, "2019-02-20T08:00:00Z", deadline::Command::Meet)
            .await;
        let close = Command::Close {
            on: day("2019-06-10"),
            reason: ClosureReason::Unknown,
            watch_until: None,
            balance: None,
        };
        ground.at_once(case(number), "2019-06-10T09:00:00Z", close).await;
    }
    assert_eq!(seen(&ground).await, before, "no figure, and no fact more");
    // One of them whose deadline was never met stands on.
    let open = Command::Open(opening(case(30), "2019-01-06"));
    ground.at_once(case(30), "2019-01-06T08:00:00Z", open).await;
    assert_eq!(seen(&ground).await.facts, before.facts + 1);
}

#[tokio::test]
async fn who_left_carries_nothing_any_more() {
    let ground = Ground::new().await;
    lived(&ground).await;
    let left = organisation::Command::Leave { worker: worker(1) };
    ground
        .ask::<organisation::Organisation, _>(BODY, "2025-09-15T09:00:00Z", left)
        .await;
    assert_eq!(now(&seen(&ground).await, Indicator::LoadPerFullTime), &Shown::Nothing);
}

#[tokio::test]
async fn who_answers_for_no_team_has_no_figures() {
    let ground = Ground::new().await;
    lived(&ground).await;
    let client = ground.client().await;
    let periods = Periods::of(day("2025-07-01"), day("2025-10-01"), day("2026-11-19"), &paris());
    let history = configuration::history(&client).await.unwrap();
    let asked = figures(&client, &Permit::for_operation(), &periods, &history).await;
    assert!(matches!(asked, Err(Fault::OutOfReach)));
}

#[tokio::test]
async fn what_a_day_tells_stands_before_what_happened_in_the_course_of_it() {
    let ground = Ground::new().await;
    lived(&ground).await;
    let open = Command::Open(opening(case(3), "2025-07-11"));
    ground.case(case(3), "2025-07-14T08:00:00Z", open).await;
    held(&ground, 3, 0x31, "2025-07-11T09:00:00Z").await;
    let client = ground.client().await;
    let settings = configuration::history(&client).await.unwrap().now();
    let over = Window::of(day("2025-07-11"), day("2025-07-12"), &paris());
    let course = course(&client, &permit(), &over, &settings).await.unwrap();
    let told: Vec<Input> = course.facts.iter().map(|noted| noted.happening.input()).collect();
    assert_eq!(told, [Input::Opening, Input::Contact], "{course:?}");
    assert_eq!(course.cases.into_iter().collect::<Vec<_>>(), [case(3)]);
}
