//! The register, the doors of a case, the reader's list and the index of names.

use crate::ground::{
    BODY, Ground, OTHER_SERVICE, SERVICE, case, day, household, instant, of_referent, opening, own, person, reader,
    said, worker,
};
use access::{Permit, Relation};
use domain::support_case::{Command, Joining, Leaving, Opening};
use domain::words::{Doer, DomainOfLife, Due, Role, SupportCaseId, Text};
use domain::{contact, deadline, household as dwelling, organisation, plan};
use jiff::SignedDuration;
use jiff::tz::TimeZone;
use projections::support_case::{Asked, Phase, names, page, streams, ties};
use std::collections::BTreeSet;
use uuid::Uuid;

/// How long who hands a case over still reads it.
const GRACE: SignedDuration = SignedDuration::from_hours(15 * 24);

const LATER: &str = "2026-11-19T10:00:00Z";

fn asked<'a>(limit: u32, zone: &'a TimeZone, cadence: &'a domain::configuration::Cadence) -> Asked<'a> {
    Asked {
        phase: Phase::Open,
        after: None,
        limit,
        shared: &[],
        restrict_to: None,
        today: day("2026-11-19"),
        zone,
        cadence: Some(cadence),
    }
}

fn cadence() -> domain::configuration::Cadence {
    let found = domain::configuration::first_settings()
        .into_iter()
        .find_map(|(setting, ..)| {
            if let domain::configuration::Setting::Cadence(cadence) = setting {
                Some(cadence)
            } else {
                None
            }
        });
    found.unwrap()
}

#[tokio::test]
async fn a_relation_begins_with_an_appointment_and_ends_with_a_departure() {
    let ground = Ground::new().await;
    ground
        .case(
            case(1),
            "2026-01-05T09:00:00Z",
            Command::Open(opening(case(1), "2026-01-05")),
        )
        .await;
    ground
        .case(
            case(1),
            "2026-01-05T09:00:00Z",
            Command::AppointReferent { worker: worker(1) },
        )
        .await;
    ground
        .case(
            case(1),
            "2026-02-01T09:00:00Z",
            Command::JoinTeam(Joining::of(worker(2))),
        )
        .await;
    let relation = async |of, at| {
        let client = ground.client().await;
        let asks = reader(worker(of), Role::Worker);
        let ties = ties(&client, asks, case(1), (instant(at), day("2026-03-15")), GRACE)
            .await
            .unwrap()
            .unwrap();
        assert_eq!(ties.answers_for, SERVICE);
        ties.relations
    };
    let only = |relation| BTreeSet::from([relation]);
    assert_eq!(relation(1, LATER).await, only(Relation::Referent));
    assert_eq!(relation(2, LATER).await, only(Relation::TeamMember));
    assert_eq!(relation(2, "2026-01-31T09:00:00Z").await, BTreeSet::new());
    let hand_over = Command::HandOver {
        from: None,
        to: worker(3),
        reason: None,
        met_on: None,
    };
    ground.case(case(1), "2026-03-01T09:00:00Z", hand_over).await;
    ground
        .case(
            case(1),
            "2026-03-02T09:00:00Z",
            Command::LeaveTeam(Leaving::of(worker(2))),
        )
        .await;
    assert_eq!(relation(1, LATER).await, BTreeSet::new());
    assert_eq!(relation(2, LATER).await, BTreeSet::new());
    assert_eq!(relation(3, LATER).await, only(Relation::Referent));
    // Whoever handed it over reads on until her successor has met the family.
    assert_eq!(relation(1, "2026-03-15T09:00:00Z").await, only(Relation::Handover));
    let client = ground.client().await;
    assert!(
        ties(
            &client,
            reader(worker(1), Role::Worker),
            case(9),
            (instant(LATER), day("2026-03-15")),
            GRACE
        )
        .await
        .unwrap()
        .is_none()
    );
    ground.follower.stop().await;
}

#[tokio::test]
async fn a_case_is_told_by_every_stream_that_names_it_whenever_it_came_to() {
    let ground = Ground::new().await;
    ground.registers(person(1), None).await;
    ground.forms(household(1), &[person(1)], "Val-de-Lys").await;
    let with_household = |case: SupportCaseId| Opening {
        household: Some(household(1)),
        people: vec![person(1)],
        ..opening(case, "2026-01-05")
    };
    for number in [1, 2] {
        let open = Command::Open(with_household(case(number)));
        ground.case(case(number), "2026-01-05T09:00:00Z", open).await;
        ground
            .case(
                case(number),
                "2026-01-05T09:00:00Z",
                Command::AppointReferent { worker: worker(1) },
            )
            .await;
    }
    // A child who comes to live there, and a grandmother who does not, after both cases were opened.
    let child = dwelling::Member {
        person: person(2),
        place: dwelling::Place::Child,
    };
    let joins = dwelling::Command::Welcome { member: child };
    ground
        .ask::<dwelling::Household, _>(household(1).0, "2026-02-01T09:00:00Z", joins)
        .await;
    let matters = dwelling::Command::DeclareKinship {
        person: person(3),
        kinship: dwelling::Kinship::Grandparent,
        to: person(2),
        note: None,
    };
    ground
        .ask::<dwelling::Household, _>(household(1).0, "2026-02-01T09:00:00Z", matters)
        .await;
    let (the_plan, the_deadline, held, missed) = (
        Uuid::from_u128(1),
        Uuid::from_u128(2),
        Uuid::from_u128(3),
        Uuid::from_u128(4),
    );
    ground
        .ask::<plan::Plan, _>(the_plan, "2026-02-02T09:00:00Z", assign(case(1), 1, "2026-12-24"))
        .await;
    ground
        .ask::<deadline::Deadline, _>(the_deadline, "2026-02-02T09:00:00Z", due(case(1), "2026-12-20"))
        .await;
    ground
        .ask::<contact::Contact, _>(held, "2026-02-03T09:00:00Z", meets(case(1)))
        .await;
    let miss = contact::Command::Miss(contact::NotSeen {
        support_case: case(1),
        kind: contact::Kind::Interview,
        excused: true,
        reason: None,
        domains: Vec::new(),
    });
    ground
        .ask::<contact::Contact, _>(missed, "2026-02-03T09:00:00Z", miss)
        .await;

    let client = ground.client().await;
    let told = |permit: Permit, number| {
        let client = &client;
        async move {
            streams(client, &permit, case(number))
                .await
                .unwrap()
                .into_iter()
                .collect::<BTreeSet<_>>()
        }
    };
    let of_all = [household(1).0, person(1).0, person(2).0, person(3).0];
    let first: BTreeSet<_> = of_all
        .into_iter()
        .chain([case(1).0, the_plan, the_deadline, held, missed])
        .collect();
    let second: BTreeSet<_> = of_all.into_iter().chain([case(2).0]).collect();
    let permit = |number| of_referent(worker(1), case(number));
    assert_eq!(told(permit(1), 1).await, first);
    assert_eq!(told(permit(2), 2).await, second);
    // A permit for one case opens no other.
    assert_eq!(told(permit(2), 1).await, BTreeSet::new());
    assert_eq!(told(own(worker(1)), 1).await, first);
    assert_eq!(told(own(worker(2)), 1).await, BTreeSet::new());
    ground.follower.stop().await;
}

fn assign(case: SupportCaseId, action: u128, due_on: &str) -> plan::Command {
    plan::Command::AssignAction {
        support_case: case,
        action: domain::words::ActionId(Uuid::from_u128(action)),
        goal: None,
        what: said(case, "Constituer le dossier"),
        domain: DomainOfLife::Housing,
        doer: Doer::Worker(worker(1)),
        due_on: Some(day(due_on)),
    }
}

fn due(case: SupportCaseId, on: &str) -> deadline::Command {
    deadline::Command::Set(deadline::Setting {
        support_case: case,
        kind: deadline::Kind::File,
        label: None,
        domain: Some(DomainOfLife::Housing),
        due: Due::On(day(on)),
        legal: true,
        rule: None,
    })
}

fn visit(case: SupportCaseId) -> contact::Held {
    contact::Held {
        support_case: case,
        kind: contact::Kind::HomeVisit,
        with: Vec::new(),
        domains: vec![DomainOfLife::Housing],
        shared: Some(said(case, "Vue chez elle.")),
        private: None,
        words: None,
    }
}

fn meets(case: SupportCaseId) -> contact::Command {
    contact::Command::Note(visit(case))
}

#[tokio::test]
async fn the_list_holds_her_cases_and_no_other_the_nearest_date_first() {
    let ground = Ground::new().await;
    let at = "2026-10-01T09:00:00Z";
    for number in 1..=6 {
        ground
            .case(case(number), at, Command::Open(opening(case(number), "2026-10-01")))
            .await;
        ground
            .case(case(number), at, Command::AppointReferent { worker: worker(1) })
            .await;
    }
    // Of another service; without her; closed.
    let elsewhere = Opening {
        service: OTHER_SERVICE,
        ..opening(case(7), "2026-10-01")
    };
    ground.case(case(7), at, Command::Open(elsewhere)).await;
    ground
        .case(case(7), at, Command::AppointReferent { worker: worker(1) })
        .await;
    ground
        .case(case(8), at, Command::Open(opening(case(8), "2026-10-01")))
        .await;
    let close = Command::Close {
        on: day("2026-11-01"),
        reason: domain::support_case::ClosureReason::GoalsReached,
        watch_until: None,
        balance: None,
    };
    ground.case(case(6), "2026-11-01T09:00:00Z", close).await;
    ground
        .ask::<deadline::Deadline, _>(Uuid::from_u128(1), at, due(case(3), "2026-11-10"))
        .await;
    ground
        .ask::<plan::Plan, _>(Uuid::from_u128(2), at, assign(case(5), 2, "2026-11-30"))
        .await;
    ground
        .ask::<plan::Plan, _>(Uuid::from_u128(3), at, assign(case(1), 3, "2026-11-25"))
        .await;
    ground
        .ask::<contact::Contact, _>(Uuid::from_u128(4), "2026-11-10T09:00:00Z", meets(case(1)))
        .await;
    // What was heard of her from someone else is no contact with her.
    let heard = contact::Command::Note(contact::Held {
        kind: contact::Kind::ThirdParty,
        ..visit(case(1))
    });
    ground
        .ask::<contact::Contact, _>(Uuid::from_u128(6), "2026-11-15T09:00:00Z", heard)
        .await;
    // Met deadlines and finished actions are no longer due.
    ground
        .ask::<deadline::Deadline, _>(Uuid::from_u128(5), at, due(case(2), "2026-11-20"))
        .await;
    ground
        .ask::<deadline::Deadline, _>(Uuid::from_u128(5), at, deadline::Command::Meet)
        .await;

    let client = ground.client().await;
    let (zone, cadence) = (TimeZone::UTC, cadence());
    let mut listed = Vec::new();
    let mut asked = asked(2, &zone, &cadence);
    loop {
        let page = page(&client, &own(worker(1)), &asked).await.unwrap();
        assert_eq!(page.total, 5);
        assert!(page.rows.len() <= 2);
        listed.extend(page.rows);
        let Some(next) = page.next else { break };
        asked.after = Some(next.to_string().parse().unwrap());
    }
    let order: Vec<_> = listed.iter().map(|row| (row.support_case, row.next_due)).collect();
    let expected = [
        (case(3), Some(day("2026-11-10"))),
        (case(1), Some(day("2026-11-25"))),
        (case(5), Some(day("2026-11-30"))),
        (case(2), None),
        (case(4), None),
    ];
    assert_eq!(order, expected);
    let seen = listed.iter().find(|row| row.support_case == case(1)).unwrap();
    assert_eq!(
        (seen.last_contact_on, seen.silence_days, seen.own),
        (Some(day("2026-11-10")), None, true)
    );
    // Forty-nine days without a contact, where one is agreed every twenty-eight.
    assert_eq!(listed.first().unwrap().silence_days, Some(49));

    asked.after = None;
    asked.phase = Phase::Closed;
    let closed = page(&client, &own(worker(1)), &asked).await.unwrap();
    assert_eq!(
        closed.rows.iter().map(|row| row.support_case).collect::<Vec<_>>(),
        [case(6)]
    );
    let only = [case(4), case(8)];
    asked.phase = Phase::All;
    asked.restrict_to = Some(&only);
    let found = page(&client, &own(worker(1)), &asked).await.unwrap();
    assert_eq!(
        (found.total, found.rows.first().map(|row| row.support_case)),
        (1, Some(case(4)))
    );
    let nobody = page(&client, &own(worker(2)), &asked).await.unwrap();
    assert_eq!((nobody.total, nobody.rows.len()), (0, 0));
    ground.follower.stop().await;
}

#[tokio::test]
async fn names_are_told_again_when_the_people_of_a_case_change() {
    let ground = Ground::new().await;
    ground.registers(person(1), None).await;
    ground.forms(household(1), &[person(1)], "Val-de-Lys").await;
    let at = "2026-01-05T09:00:00Z";
    let in_household = Opening {
        household: Some(household(1)),
        ..opening(case(1), "2026-01-05")
    };
    ground.case(case(1), at, Command::Open(in_household)).await;
    ground
        .case(case(2), at, Command::Open(opening(case(2), "2026-01-05")))
        .await;
    ground
        .case(case(1), at, Command::JoinTeam(Joining::of(worker(2))))
        .await;
    let everything = Permit::for_operation();
    let mut client = ground.client().await;
    let (all, first) = names(&mut client, &everything, 0).await.unwrap();
    assert_eq!(first, ground.log.head().await.unwrap());
    let told: Vec<_> = all.iter().map(|case| (case.support_case, case.people.len())).collect();
    assert_eq!(told, [(case(1), 1), (case(2), 0)]);
    assert_eq!(all.first().unwrap().participants, [worker(2)]);

    ground.registers(person(2), None).await;
    let member = dwelling::Member {
        person: person(2),
        place: dwelling::Place::Other,
    };
    let joins = dwelling::Command::Welcome { member };
    ground.ask::<dwelling::Household, _>(household(1).0, at, joins).await;
    let mut client = ground.client().await;
    let (changed, second) = names(&mut client, &everything, first).await.unwrap();
    let told: Vec<_> = changed
        .iter()
        .map(|case| (case.support_case, case.people.len()))
        .collect();
    assert_eq!(told, [(case(1), 2)]);
    assert!(names(&mut client, &everything, second).await.unwrap().0.is_empty());
    ground.follower.stop().await;
}

#[tokio::test]
async fn the_directory_tells_the_newest_post_and_opens_no_name() {
    let ground = Ground::new().await;
    ground.territory().await;
    ground.joins(worker(1), SERVICE, 100).await;
    ground.joins(worker(2), OTHER_SERVICE, 50).await;
    let leave = organisation::Command::Leave { worker: worker(1) };
    ground
        .ask::<organisation::Organisation, _>(BODY, "2020-01-01T00:00:00Z", leave)
        .await;
    ground.joins(worker(1), OTHER_SERVICE, 80).await;
    let client = ground.client().await;
    let found = projections::organisation::workers(&client, &[worker(1)]).await.unwrap();
    let row = found.first().unwrap();
    assert_eq!((row.service, row.working_time, row.until), (OTHER_SERVICE, 80, None));
    assert_eq!(row.service_name, "Hautes-Rives");
    let sealed: &Text = &row.name;
    assert!(sealed.sealed().is_some() && sealed.clear().is_none());
    assert_eq!(
        projections::organisation::workers_of(&client, SERVICE)
            .await
            .unwrap()
            .len(),
        0
    );
    assert_eq!(projections::organisation::all_workers(&client).await.unwrap().len(), 2);
    let services = projections::organisation::services(&client).await.unwrap();
    assert_eq!(
        services.iter().map(|row| row.name.as_str()).collect::<Vec<_>>(),
        ["Hautes-Rives", "Val-de-Lys"]
    );
    let settings = projections::configuration::adopted(&client).await.unwrap();
    let longest = settings.in_force(day("2026-11-19")).longest_watch_months;
    assert_eq!(longest, Some(12));
    ground.follower.stop().await;
}
