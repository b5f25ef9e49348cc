//! Lists of meetings, and agendas that name only what the reader may open.

use crate::ground::{Ground, SERVICE, case, day, instant, meeting, opening, own, person, said, worker};
use domain::support_case::Command as Case;
use domain::team_meeting::{AgendaItem, Command, Decision, Kind, Participant, Schedule, TeamMeeting};
use domain::words::{DecisionId, Doer, SupportCaseId, TeamMeetingId};
use projections::team_meeting::{agenda, of_reader};
use uuid::Uuid;

const AT: &str = "2026-10-01T09:00:00Z";

async fn scheduled(ground: &Ground, number: u128, starts_at: &str, chair: u128, cases: &[SupportCaseId]) {
    let schedule = Schedule {
        kind: Kind::CaseReview,
        service: SERVICE,
        starts_at: instant(starts_at),
        chair: worker(chair),
        place: None,
        held_on: None,
    };
    ground
        .ask::<TeamMeeting, _>(meeting(number).0, AT, Command::Schedule(schedule))
        .await;
    for case in cases {
        let item = AgendaItem {
            support_case: *case,
            question: said(*case, "Que faire avant la trêve ?"),
            starts_at: instant(starts_at),
            minutes: 30,
        };
        ground
            .ask::<TeamMeeting, _>(meeting(number).0, AT, Command::AddCase(item))
            .await;
    }
}

#[tokio::test]
async fn a_reader_finds_the_meetings_of_her_cases_and_those_she_sits_in() {
    let ground = Ground::new().await;
    ground.territory().await;
    ground.joins(worker(1), SERVICE, 100).await;
    for number in [1, 2] {
        ground
            .case(case(number), AT, Case::Open(opening(case(number), "2026-10-01")))
            .await;
    }
    ground
        .case(case(1), AT, Case::AppointReferent { worker: worker(1) })
        .await;
    scheduled(&ground, 1, "2026-12-01T09:00:00Z", 9, &[case(2), case(1)]).await;
    scheduled(&ground, 2, "2026-11-25T09:00:00Z", 9, &[case(2)]).await;
    scheduled(&ground, 3, "2026-11-01T09:00:00Z", 9, &[case(1)]).await;
    scheduled(&ground, 4, "2026-11-22T09:00:00Z", 1, &[case(2)]).await;
    for participant in [Participant::Worker(worker(3)), Participant::Person(person(1))] {
        ground
            .ask::<TeamMeeting, _>(
                meeting(2).0,
                AT,
                Command::Invite {
                    participant,
                    standing: None,
                },
            )
            .await;
    }
    let decision = Decision {
        decision: DecisionId(Uuid::from_u128(1)),
        support_case: case(1),
        text: said(case(1), "Déposer le dossier"),
        domains: Vec::new(),
        doer: Doer::Worker(worker(1)),
        due_on: day("2026-12-15"),
        dissent: None,
        weight: None,
        votes: None,
        ground: None,
    };
    ground
        .ask::<TeamMeeting, _>(meeting(3).0, AT, Command::RecordDecision(decision))
        .await;
    ground
        .ask::<TeamMeeting, _>(meeting(3).0, "2026-11-01T11:00:00Z", Command::Close)
        .await;

    let client = ground.client().await;
    let (from, since) = (instant("2026-11-19T00:00:00Z"), instant("2026-06-01T00:00:00Z"));
    let ids = |rows: &[projections::team_meeting::MeetingRow]| -> Vec<TeamMeetingId> {
        rows.iter().map(|row| row.team_meeting).collect()
    };
    let hers = of_reader(&client, &own(worker(1)), from, since).await.unwrap();
    assert_eq!(ids(&hers.to_come), [meeting(4), meeting(1)]);
    assert_eq!(ids(&hers.held), [meeting(3)]);
    let shared = hers.to_come.last().unwrap();
    assert_eq!((shared.agenda, shared.cases.len()), (2, 1));
    assert_eq!(shared.cases.first().unwrap().0, case(1));
    let invited = of_reader(&client, &own(worker(3)), from, since).await.unwrap();
    assert_eq!((ids(&invited.to_come), invited.held.len()), (vec![meeting(2)], 0));
    assert!(
        of_reader(&client, &own(worker(4)), from, since)
            .await
            .unwrap()
            .to_come
            .is_empty()
    );

    let lines = agenda(&client, &own(worker(1)), meeting(1)).await.unwrap();
    let told: Vec<_> = lines
        .iter()
        .map(|line| (line.rank, line.support_case, line.label.is_some()))
        .collect();
    assert_eq!(told, [(1, case(2), false), (2, case(1), true)]);
    let named = lines.last().unwrap();
    assert_eq!((named.referent, named.referent_name.is_some()), (Some(worker(1)), true));
    ground.follower.stop().await;
}
