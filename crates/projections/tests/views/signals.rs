//! The ground of signals: what stands in a case, what takes it away again, and who may know of it.

use crate::ground::{Ground, OTHER_SERVICE, SERVICE, case, day, opening, person, reader, said, worker};
use access::{Permit, first_table};
use domain::contact::{self, Contact, DeadEnd, Held, Kind as How};
use domain::plan::{Command as Plans, Plan};
use domain::signal::{Calendar, Evidence, Kind, signals};
use domain::support_case::{ClosureReason, Command, DecidedMeasure, Measure, Opening, Story};
use domain::words::{ActionId, Day, Doer, DomainOfLife, Due, MeasureId, Role, StoryId, SupportCaseId, WorkerId};
use domain::{configuration, deadline, exclusion, person as people, support_case};
use jiff::tz::TimeZone;
use projections::signal::{Which, grounds};
use sealed::{Compartment, Private};
use uuid::Uuid;

const OPENED: &str = "2026-01-05T09:00:00Z";
const MEASURE: MeasureId = MeasureId(Uuid::from_u128(0x61));

fn hers(worker: WorkerId) -> Permit {
    Permit::for_answered_cases(&first_table().unwrap(), reader(worker, Role::Worker)).unwrap()
}

fn manager() -> Permit {
    Permit::for_signals(&first_table().unwrap(), reader(worker(9), Role::Manager)).unwrap()
}

/// The signals of all cases that a permit reaches, on a day, by the settings that a territory starts with.
async fn told(ground: &Ground, permit: &Permit, on: &str) -> Vec<(SupportCaseId, Vec<Kind>)> {
    let client = ground.client().await;
    let settings = configuration::first_settings();
    let mut known = configuration::Configuration::default();
    for (setting, in_force_on, source) in settings {
        let source = source.to_owned();
        let adopted = configuration::Event::Adopted {
            setting,
            in_force_on,
            source,
        };
        known = domain::fold(known, [&adopted]);
    }
    let today = day(on);
    let calendar = Calendar {
        today,
        zone: &TimeZone::UTC,
        cadence: known.cadence(today),
        thresholds: known.signals(today),
    };
    let found = grounds(&client, permit, Which::All, today).await.unwrap();
    let told = found.iter().map(|each| {
        let kinds = signals(&each.ground, &calendar)
            .iter()
            .map(|signal| signal.kind)
            .collect();
        (each.support_case, kinds)
    });
    told.filter(|(_, kinds): &(_, Vec<Kind>)| !kinds.is_empty()).collect()
}

/// The signals of the only case, on a day.
async fn of_one(ground: &Ground, on: &str) -> Vec<Kind> {
    let told = told(ground, &hers(worker(1)), on).await;
    told.into_iter().flat_map(|(_, kinds)| kinds).collect()
}

async fn opens(ground: &Ground, case: SupportCaseId, service: domain::words::ServiceId, referent: WorkerId) {
    let opened = Opening {
        service,
        people: vec![person(1)],
        ..opening(case, "2026-01-05")
    };
    ground.case(case, OPENED, Command::Open(opened)).await;
    ground
        .case(case, OPENED, Command::AppointReferent { worker: referent })
        .await;
}

fn held(words: Option<&str>) -> contact::Command {
    contact::Command::Note(Held {
        support_case: case(1),
        kind: How::Call,
        with: Vec::new(),
        domains: Vec::new(),
        shared: None,
        private: None,
        words: words.map(|words| said(case(1), words)),
    })
}

fn missed(excused: bool) -> contact::Command {
    contact::Command::Miss(contact::NotSeen {
        support_case: case(1),
        kind: How::Interview,
        excused,
        reason: None,
        domains: Vec::new(),
    })
}

fn dead(by_what: DeadEnd) -> contact::Command {
    contact::Command::FailToReach {
        support_case: case(1),
        by_what,
        note: None,
    }
}

async fn contact(ground: &Ground, number: u128, at: &str, command: contact::Command) {
    ground
        .ask::<Contact, _>(Uuid::from_u128(0x900 + number), at, command)
        .await;
}

fn measure(until: Option<Day>) -> Measure {
    Measure {
        measure: MEASURE,
        label: said(case(1), "AED"),
        domain: DomainOfLife::Parenting,
        from: day("2026-02-01"),
        until,
    }
}

#[tokio::test]
async fn a_contact_ends_a_silence_and_what_was_missed_before_it() {
    let ground = Ground::new().await;
    opens(&ground, case(1), SERVICE, worker(1)).await;
    assert_eq!(of_one(&ground, "2026-02-17").await, [Kind::Silence]);
    contact(&ground, 1, "2026-02-16T09:00:00Z", held(Some("Ça va."))).await;
    assert_eq!(of_one(&ground, "2026-02-17").await, []);
    contact(&ground, 2, "2026-02-17T09:00:00Z", missed(false)).await;
    contact(&ground, 3, "2026-02-18T09:00:00Z", missed(true)).await;
    assert_eq!(of_one(&ground, "2026-02-19").await, [], "she let it be known");
    contact(&ground, 4, "2026-02-19T09:00:00Z", missed(false)).await;
    assert_eq!(of_one(&ground, "2026-02-19").await, [Kind::MissedInARow]);
    // Written down late, it happened between the two.
    contact(&ground, 5, "2026-02-18T12:00:00Z", held(None)).await;
    assert_eq!(of_one(&ground, "2026-02-19").await, []);
    ground.follower.stop().await;
}

#[tokio::test]
async fn a_dead_end_stands_until_somebody_is_reached_or_another_way_is_known() {
    let ground = Ground::new().await;
    ground.registers(person(1), None).await;
    opens(&ground, case(1), SERVICE, worker(1)).await;
    contact(&ground, 1, "2026-01-10T09:00:00Z", dead(DeadEnd::LetterReturned)).await;
    contact(&ground, 2, "2026-01-11T09:00:00Z", dead(DeadEnd::NumberDead)).await;
    assert_eq!(
        of_one(&ground, "2026-01-12").await,
        [Kind::LetterReturned, Kind::NumberDead]
    );
    let details = people::Command::RecordContactDetails {
        channel: people::Channel::Phone,
        value: Private::person(person(1).0, Compartment::Identity, "06".to_owned()),
    };
    ground
        .ask::<people::Person, _>(person(1).0, "2026-01-12T09:00:00Z", details)
        .await;
    assert_eq!(of_one(&ground, "2026-01-12").await, []);
    contact(&ground, 3, "2026-01-13T09:00:00Z", dead(DeadEnd::NumberDead)).await;
    assert_eq!(of_one(&ground, "2026-01-13").await, [Kind::NumberDead]);
    contact(&ground, 4, "2026-01-14T09:00:00Z", held(None)).await;
    assert_eq!(of_one(&ground, "2026-01-14").await, []);
    ground.follower.stop().await;
}

#[tokio::test]
async fn measures_wait_run_and_end() {
    let ground = Ground::new().await;
    opens(&ground, case(1), SERVICE, worker(1)).await;
    contact(&ground, 1, "2026-01-20T09:00:00Z", held(None)).await;
    let decided = DecidedMeasure {
        measure: MEASURE,
        label: said(case(1), "AED"),
        domain: DomainOfLife::Parenting,
        on: day("2026-01-10"),
    };
    ground
        .case(case(1), "2026-01-10T09:00:00Z", Command::DecideMeasure(decided))
        .await;
    assert_eq!(of_one(&ground, "2026-01-25").await, []);
    assert_eq!(of_one(&ground, "2026-01-26").await, [Kind::MeasureUnstarted]);
    let start = Command::StartMeasure(measure(Some(day("2026-03-01"))));
    ground.case(case(1), "2026-02-01T09:00:00Z", start).await;
    assert_eq!(of_one(&ground, "2026-02-01").await, [Kind::TermWithoutRenewal]);
    let ask = Command::AskRenewal { measure: MEASURE };
    ground.case(case(1), "2026-02-02T09:00:00Z", ask).await;
    assert_eq!(of_one(&ground, "2026-02-02").await, []);
    let renew = |until| Command::RenewMeasure {
        measure: MEASURE,
        until: day(until),
    };
    ground.case(case(1), "2026-02-03T09:00:00Z", renew("2026-03-02")).await;
    assert_eq!(of_one(&ground, "2026-02-03").await, [Kind::TermWithoutRenewal]);
    ground.case(case(1), "2026-02-04T09:00:00Z", renew("2026-12-31")).await;
    assert_eq!(of_one(&ground, "2026-02-04").await, []);
    ground.case(case(1), "2026-02-05T09:00:00Z", renew("2026-03-03")).await;
    assert_eq!(of_one(&ground, "2026-02-05").await, [Kind::TermWithoutRenewal]);
    let end = Command::EndMeasure {
        measure: MEASURE,
        on: day("2026-02-20"),
    };
    ground.case(case(1), "2026-02-20T09:00:00Z", end).await;
    assert_eq!(of_one(&ground, "2026-02-20").await, []);
    ground.follower.stop().await;
}

#[tokio::test]
async fn a_right_that_ends_is_renewed_by_meeting_its_deadline() {
    let ground = Ground::new().await;
    opens(&ground, case(1), SERVICE, worker(1)).await;
    contact(&ground, 1, "2026-01-20T09:00:00Z", held(None)).await;
    let stream = Uuid::from_u128(0x71);
    let set = deadline::Command::Set(deadline::Setting {
        support_case: case(1),
        kind: deadline::Kind::Term,
        label: None,
        domain: Some(DomainOfLife::Rights),
        due: Due::On(day("2026-02-10")),
        legal: true,
        rule: None,
    });
    ground.ask::<deadline::Deadline, _>(stream, OPENED, set).await;
    assert_eq!(of_one(&ground, "2026-01-20").await, [Kind::TermWithoutRenewal]);
    let moved = deadline::Command::Move {
        due: Due::On(day("2026-06-10")),
        reason: said(case(1), "Prolongé"),
    };
    ground.ask::<deadline::Deadline, _>(stream, OPENED, moved).await;
    assert_eq!(of_one(&ground, "2026-01-20").await, []);
    ground
        .ask::<deadline::Deadline, _>(stream, OPENED, deadline::Command::Meet)
        .await;
    let later = of_one(&ground, "2026-06-09").await;
    assert!(!later.contains(&Kind::TermWithoutRenewal), "{later:?}");
    ground.follower.stop().await;
}

#[tokio::test]
async fn a_watched_case_tells_that_nobody_answers_and_nothing_else() {
    let ground = Ground::new().await;
    opens(&ground, case(1), SERVICE, worker(1)).await;
    let due = |kind, on: &str| {
        deadline::Command::Set(deadline::Setting {
            support_case: case(1),
            kind,
            label: None,
            domain: None,
            due: Due::On(day(on)),
            legal: false,
            rule: None,
        })
    };
    let reply = due(deadline::Kind::Reply, "2026-01-14");
    ground
        .ask::<deadline::Deadline, _>(Uuid::from_u128(0x81), OPENED, reply)
        .await;
    assert_eq!(of_one(&ground, "2026-01-14").await, []);
    assert_eq!(of_one(&ground, "2026-01-15").await, [Kind::DeadlineMissed]);
    let close = Command::Close {
        on: day("2026-01-20"),
        reason: ClosureReason::GoalsReached,
        watch_until: Some(day("2026-07-20")),
        balance: None,
    };
    ground.case(case(1), "2026-01-20T09:00:00Z", close).await;
    assert_eq!(of_one(&ground, "2026-01-21").await, []);
    for (stream, on) in [(0x82, "2026-02-20"), (0x83, "2026-04-20")] {
        let check_in = due(deadline::Kind::CheckIn, on);
        ground
            .ask::<deadline::Deadline, _>(Uuid::from_u128(stream), "2026-01-20T09:00:00Z", check_in)
            .await;
    }
    assert_eq!(of_one(&ground, "2026-04-20").await, [], "once is no silence");
    assert_eq!(of_one(&ground, "2026-04-21").await, [Kind::CheckInsUnanswered]);
    assert_eq!(of_one(&ground, "2026-07-21").await, [], "the watch is over");
    ground
        .ask::<deadline::Deadline, _>(Uuid::from_u128(0x82), "2026-04-21T09:00:00Z", deadline::Command::Meet)
        .await;
    assert_eq!(of_one(&ground, "2026-04-21").await, []);
    ground.follower.stop().await;
}

#[tokio::test]
async fn who_takes_over_meets_the_family_together() {
    let ground = Ground::new().await;
    opens(&ground, case(1), SERVICE, worker(2)).await;
    contact(&ground, 1, "2026-01-20T09:00:00Z", held(None)).await;
    let hand_over = |to| Command::HandOver {
        from: None,
        to,
        reason: None,
        met_on: None,
    };
    assert_eq!(told(&ground, &manager(), "2026-02-20").await, []);
    ground.case(case(1), "2026-01-25T09:00:00Z", hand_over(worker(1))).await;
    assert_eq!(of_one(&ground, "2026-02-09").await, []);
    assert_eq!(of_one(&ground, "2026-02-10").await, [Kind::HandoverUnmet]);
    let met = Command::MeetForHandover { on: day("2026-02-10") };
    ground.case(case(1), "2026-02-10T09:00:00Z", met).await;
    assert_eq!(of_one(&ground, "2026-02-10").await, []);
    // A référent named after a time without one changes hands too; the first one never does.
    ground.case(case(1), "2026-02-11T09:00:00Z", Command::StandDown).await;
    let appoint = Command::AppointReferent { worker: worker(1) };
    ground.case(case(1), "2026-02-12T09:00:00Z", appoint).await;
    assert_eq!(of_one(&ground, "2026-02-28").await, [Kind::HandoverUnmet]);
    ground.follower.stop().await;
}

#[tokio::test]
async fn actions_and_words_come_and_go() {
    let ground = Ground::new().await;
    opens(&ground, case(1), SERVICE, worker(1)).await;
    let (plan, action) = (Uuid::from_u128(0x81), ActionId(Uuid::from_u128(0x82)));
    let assign = Plans::AssignAction {
        support_case: case(1),
        action,
        goal: None,
        what: said(case(1), "Le dossier"),
        domain: DomainOfLife::Housing,
        doer: Doer::Worker(worker(1)),
        due_on: Some(day("2026-01-15")),
    };
    ground.ask::<Plan, _>(plan, OPENED, assign).await;
    assert_eq!(of_one(&ground, "2026-01-15").await, []);
    assert_eq!(of_one(&ground, "2026-01-16").await, [Kind::ActionOverdue]);
    let aside = Command::SetSignalAside {
        signal: Kind::ActionOverdue,
        evidence: vec![Evidence {
            item: Some(action.0),
            on: day("2026-01-15"),
            step: 1,
        }],
        reason: said(case(1), "La CAF répond jeudi."),
    };
    ground.case(case(1), "2026-01-16T09:00:00Z", aside).await;
    assert_eq!(of_one(&ground, "2026-01-16").await, []);
    let delay = Plans::DelayAction {
        action,
        due_on: day("2026-01-18"),
        reason: said(case(1), "La CAF n’a pas répondu."),
        blocker: domain::plan::Blocker::AnotherBody,
    };
    ground.ask::<Plan, _>(plan, "2026-01-17T09:00:00Z", delay).await;
    assert_eq!(of_one(&ground, "2026-01-18").await, []);
    assert_eq!(
        of_one(&ground, "2026-01-19").await,
        [Kind::ActionOverdue],
        "another date, late again"
    );
    let done = Plans::CompleteAction { action, result: None };
    ground.ask::<Plan, _>(plan, "2026-01-19T09:00:00Z", done).await;
    assert_eq!(of_one(&ground, "2026-01-19").await, []);

    assert_eq!(of_one(&ground, "2026-07-05").await, [Kind::Silence, Kind::NoVoice]);
    let story = Command::RecordStory(Story {
        story: StoryId(Uuid::from_u128(0x83)),
        speaker: person(1),
        words: said(case(1), "Je voudrais dormir."),
        read_back_on: None,
    });
    ground.case(case(1), "2026-07-05T09:00:00Z", story).await;
    assert_eq!(of_one(&ground, "2026-07-05").await, [Kind::Silence]);
    ground.follower.stop().await;
}

#[tokio::test]
async fn a_signal_is_told_to_who_follows_the_case_and_hidden_cases_count_nowhere() {
    let ground = Ground::new().await;
    ground.territory().await;
    for (number, service, referent) in [(1, SERVICE, 1), (2, SERVICE, 2), (3, OTHER_SERVICE, 1), (4, SERVICE, 1)] {
        opens(&ground, case(number), service, worker(referent)).await;
    }
    let join = Command::JoinTeam(support_case::Joining::of(worker(1)));
    ground.case(case(2), OPENED, join).await;
    let close = Command::Close {
        on: day("2026-02-01"),
        reason: support_case::ClosureReason::Moved,
        watch_until: None,
        balance: None,
    };
    ground.case(case(4), "2026-02-01T09:00:00Z", close).await;
    let silent =
        |numbers: &[u128]| -> Vec<_> { numbers.iter().map(|each| (case(*each), vec![Kind::Silence])).collect() };
    let on = "2026-02-20";
    assert_eq!(
        told(&ground, &hers(worker(1)), on).await,
        silent(&[1]),
        "not those where she only helps"
    );
    assert_eq!(
        told(&ground, &manager(), on).await,
        silent(&[1, 2]),
        "of her service, and open"
    );
    assert_eq!(told(&ground, &Permit::for_operation(), on).await, silent(&[1, 2, 3]));

    let exclude = exclusion::Command::Set {
        support_case: case(1),
        worker: worker(9),
        reason: said(case(1), "Une voisine."),
    };
    ground
        .ask::<exclusion::Exclusion, _>(Uuid::from_u128(0x91), OPENED, exclude)
        .await;
    assert_eq!(told(&ground, &manager(), on).await, silent(&[2]));
    ground.follower.stop().await;
}

#[tokio::test]
async fn who_may_not_know_of_a_domain_is_told_nothing_of_what_is_late_in_it() {
    let ground = Ground::new().await;
    opens(&ground, case(1), SERVICE, worker(1)).await;
    let assign = Plans::AssignAction {
        support_case: case(1),
        action: ActionId(Uuid::from_u128(0x82)),
        goal: None,
        what: said(case(1), "Le rendez-vous"),
        domain: DomainOfLife::Health,
        doer: Doer::Worker(worker(3)),
        due_on: Some(day("2026-01-15")),
    };
    ground.ask::<Plan, _>(Uuid::from_u128(0x81), OPENED, assign).await;
    let on = "2026-01-20";
    assert_eq!(
        of_one(&ground, on).await,
        [Kind::ActionOverdue],
        "the référent may know that it is there"
    );
    assert_eq!(told(&ground, &manager(), on).await, []);
    ground.follower.stop().await;
}
