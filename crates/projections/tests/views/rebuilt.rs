//! Whatever is asked in whatever order, each view equals its rebuild, and the figures equal a count made from the facts.

use crate::ground::{
    BODY, Ground, SERVICE, case, day, household, instant, meeting, opening, person, registration, said, worker,
};
use access::Permit;
use domain::support_case::{self, ClosureReason, Command as Case, Complexity, Intensity, Opening};
use domain::team_meeting::{self, Attendance, Participant, TeamMeeting};
use domain::words::{ActionId, DecisionId, Doer, DomainOfLife, Due, GoalId, SupportCaseId, WorkerId};
use domain::{contact, deadline, household as dwelling, organisation, person as people, plan};
use jiff::Timestamp;
use jiff::tz::TimeZone;
use projections::workload::report;
use projections::{check, rebuild};
use proptest::prelude::{Strategy, any};
use proptest::test_runner::{Config, TestRunner};
use uuid::Uuid;

/// One thing that is asked: what, of which case, by whom, on which day of 2026.
#[derive(Clone, Copy, Debug)]
struct Step {
    what: u8,
    which: u8,
    who: u8,
    on: u16,
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let step =
        (0..32_u8, 0..4_u8, 0..4_u8, 0..300_u16).prop_map(|(what, which, who, on)| Step { what, which, who, on });
    proptest::collection::vec(step, 60..160)
}

impl Step {
    fn at(self) -> String {
        let on = day("2026-01-01")
            .0
            .saturating_add(jiff::Span::new().days(i64::from(self.on)));
        format!("{on}T08:30:00.123456Z")
    }

    fn on(self) -> domain::words::Day {
        day(self.at().get(..10).unwrap())
    }

    fn domain(self) -> DomainOfLife {
        DomainOfLife::ALL[usize::from(self.on) % DomainOfLife::ALL.len()]
    }

    fn case(self) -> SupportCaseId {
        case(self.which.into())
    }

    fn worker(self) -> WorkerId {
        worker(self.who.into())
    }

    /// A stream or an item of its own for few of them, so that the same is met again.
    fn of(self, kind: u128) -> Uuid {
        Uuid::from_u128(kind << 16 | u128::from(self.which) << 8 | u128::from(self.on % 3))
    }

    fn doer(self) -> Doer {
        match self.who {
            0 => Doer::Person(person(1)),
            1 => Doer::Service(SERVICE),
            _ => Doer::Worker(self.worker()),
        }
    }
}

async fn take(ground: &Ground, step: Step) {
    match step.what {
        0..=11 => ask_case(ground, step).await,
        12..=17 => ask_plan(ground, step).await,
        18..=23 => ask_dates(ground, step).await,
        24..=28 => ask_meeting(ground, step).await,
        _ => ask_people(ground, step).await,
    }
}

async fn ask_case(ground: &Ground, step: Step) {
    let case = step.case();
    let command = match step.what {
        0 | 1 => Case::Open(Opening {
            household: Some(household(u128::from(step.who) % 2)),
            people: vec![person(step.who.into())],
            children: step.who,
            ..opening(case, step.at().get(..10).unwrap())
        }),
        2 => Case::AppointReferent { worker: step.worker() },
        3 => Case::HandOver {
            to: step.worker(),
            reason: Some(said(case, "Départ")),
            met_on: None,
        },
        4 => Case::StandDown,
        5 => Case::JoinTeam { worker: step.worker() },
        6 => Case::LeaveTeam { worker: step.worker() },
        7 => Case::Close {
            on: step.on(),
            reason: ClosureReason::Moved,
            watch_until: None,
            balance: None,
        },
        8 => Case::Reopen {
            on: step.on(),
            trigger: None,
        },
        9 => Case::ReviewComplexity {
            complexities: vec![Complexity::Violence, Complexity::Interpreter],
        },
        10 => Case::AgreeCadence {
            intensity: Intensity::Intensive,
        },
        _ => Case::RecordAct {
            activity: said(case, "Visite"),
            worker: (step.who > 0).then(|| step.worker()),
        },
    };
    drop(
        ground
            .try_ask::<support_case::SupportCase, _>(case.0, &step.at(), command)
            .await,
    );
}

async fn ask_plan(ground: &Ground, step: Step) {
    let (support_case, action) = (step.case(), ActionId(step.of(1)));
    let command = match step.what {
        12 => plan::Command::AgreeGoal {
            support_case,
            goal: GoalId(step.of(2)),
            words: said(support_case, "Un logement"),
            domain: step.domain(),
            sign: None,
            target_on: Some(step.on()),
        },
        13 | 14 => plan::Command::AssignAction {
            support_case,
            action,
            goal: None,
            what: said(support_case, "Le dossier"),
            domain: step.domain(),
            doer: step.doer(),
            due_on: Some(step.on()),
        },
        15 => plan::Command::CompleteAction { action, result: None },
        16 => plan::Command::AbandonAction {
            action,
            reason: said(support_case, "Refus"),
        },
        _ => plan::Command::DelayAction {
            action,
            due_on: step.on(),
            reason: said(support_case, "Pas de place"),
            blocker: plan::Blocker::Housing,
        },
    };
    drop(
        ground
            .try_ask::<plan::Plan, _>(Uuid::from_u128(0x100 + u128::from(step.which)), &step.at(), command)
            .await,
    );
}

async fn ask_dates(ground: &Ground, step: Step) {
    let support_case = step.case();
    let due = if step.who > 1 {
        Due::On(step.on())
    } else {
        Due::At(instant(&step.at()))
    };
    let command = match step.what {
        18 => deadline::Command::Set(deadline::Setting {
            support_case,
            kind: deadline::Kind::Reply,
            label: None,
            domain: None,
            due,
            legal: false,
        }),
        19 => deadline::Command::Move {
            due,
            reason: said(support_case, "Report"),
        },
        20 => deadline::Command::Meet,
        21 => deadline::Command::Withdraw {
            reason: said(support_case, "Sans objet"),
        },
        _ => {
            let held = contact::Held {
                support_case,
                kind: contact::Kind::Call,
                with: Vec::new(),
                domains: vec![step.domain()],
                shared: None,
                private: None,
                words: None,
            };
            let miss = contact::Command::Miss {
                support_case,
                kind: contact::Kind::Call,
                excused: false,
                reason: None,
            };
            let command = if step.what == 22 {
                contact::Command::Note(held)
            } else {
                miss
            };
            let stream = Uuid::from_u128(0x7_0000 + u128::from(step.which) * 1_000 + u128::from(step.on));
            return drop(ground.try_ask::<contact::Contact, _>(stream, &step.at(), command).await);
        }
    };
    drop(
        ground
            .try_ask::<deadline::Deadline, _>(step.of(3), &step.at(), command)
            .await,
    );
}

async fn ask_meeting(ground: &Ground, step: Step) {
    let participant = if step.on.is_multiple_of(2) {
        Participant::Worker(step.worker())
    } else {
        Participant::Person(person(1))
    };
    let command = match step.what {
        24 => team_meeting::Command::Schedule(team_meeting::Schedule {
            kind: team_meeting::Kind::CaseReview,
            service: SERVICE,
            starts_at: instant(&step.at()),
            chair: step.worker(),
            place: None,
        }),
        25 if step.who == 0 => team_meeting::Command::RecordAttendance {
            participant,
            attendance: Attendance::Excused,
        },
        25 => team_meeting::Command::Invite { participant },
        26 => team_meeting::Command::AddCase(team_meeting::AgendaItem {
            support_case: step.case(),
            question: said(step.case(), "Et après ?"),
            starts_at: instant(&step.at()),
            minutes: 20,
        }),
        27 => team_meeting::Command::RecordDecision(team_meeting::Decision {
            decision: DecisionId(step.of(4)),
            support_case: step.case(),
            text: said(step.case(), "On y va"),
            domains: vec![step.domain()],
            doer: step.doer(),
            due_on: step.on(),
            dissent: None,
        }),
        _ => team_meeting::Command::Close,
    };
    drop(
        ground
            .try_ask::<TeamMeeting, _>(meeting(u128::from(step.who) % 2).0, &step.at(), command)
            .await,
    );
}

async fn ask_people(ground: &Ground, step: Step) {
    let (home, who) = (household(u128::from(step.which) % 2), person(step.who.into()));
    match (step.what, step.on % 4) {
        (29, 0) => {
            let register = registration(who, Some("Val-de-Lys"));
            drop(ground.try_ask::<people::Person, _>(who.0, &step.at(), register).await);
        }
        (29, 1) => {
            let name = sealed::Private::person(
                who.0,
                sealed::Compartment::Identity,
                people::Name {
                    first: "Claire".to_owned(),
                    last: "Besnard".to_owned(),
                },
            );
            let correct = people::Command::CorrectName { name };
            drop(ground.try_ask::<people::Person, _>(who.0, &step.at(), correct).await);
        }
        (29, _) => {
            let leave = organisation::Command::Leave { worker: step.worker() };
            drop(
                ground
                    .try_ask::<organisation::Organisation, _>(BODY, &step.at(), leave)
                    .await,
            );
        }
        (30, 0) => drop(
            ground
                .try_ask::<dwelling::Household, _>(home.0, &step.at(), formed(home, who))
                .await,
        ),
        (30, 1) => {
            let leave = dwelling::Command::Leave {
                person: who,
                on: step.on(),
            };
            drop(
                ground
                    .try_ask::<dwelling::Household, _>(home.0, &step.at(), leave)
                    .await,
            );
        }
        (30, _) => {
            let member = dwelling::Member {
                person: who,
                place: dwelling::Place::Child,
            };
            let welcome = dwelling::Command::Welcome { member };
            drop(
                ground
                    .try_ask::<dwelling::Household, _>(home.0, &step.at(), welcome)
                    .await,
            );
        }
        _ => {
            let matters = dwelling::Command::DeclareKinship {
                person: who,
                kinship: dwelling::Kinship::Close,
                to: person(9),
                note: None,
            };
            drop(
                ground
                    .try_ask::<dwelling::Household, _>(home.0, &step.at(), matters)
                    .await,
            );
        }
    }
}

fn formed(home: domain::words::HouseholdId, who: domain::words::PersonId) -> dwelling::Command {
    dwelling::Command::Form {
        label: sealed::Private::new(
            sealed::Subject::Text(home.0),
            sealed::Compartment::Household,
            "Famille".to_owned(),
        ),
        members: vec![dwelling::Member {
            person: who,
            place: dwelling::Place::Adult,
        }],
        commune: None,
    }
}

/// Open, and the référents of open cases, counted from the facts alone.
async fn counted(ground: &Ground, at: Timestamp) -> (u32, Vec<(WorkerId, u32)>) {
    let mut open = 0;
    let mut by_referent = std::collections::BTreeMap::new();
    for number in 0..4 {
        let mut spells: Vec<(Timestamp, Option<Timestamp>)> = Vec::new();
        let mut referents: Vec<(WorkerId, Timestamp, Option<Timestamp>)> = Vec::new();
        for fact in ground.log.facts::<support_case::Event>(case(number).0).await.unwrap() {
            let then = fact.occurred_at;
            match fact.event {
                support_case::Event::Opened(_) | support_case::Event::Reopened { .. } => spells.push((then, None)),
                support_case::Event::Closed { .. } => spells.last_mut().unwrap().1 = Some(then),
                support_case::Event::ReferentAppointed { worker } => referents.push((worker, then, None)),
                support_case::Event::ReferentHandedOver { to, .. } => {
                    referents.last_mut().unwrap().2 = Some(then);
                    referents.push((to, then, None));
                }
                support_case::Event::ReferentStoodDown { .. } => referents.last_mut().unwrap().2 = Some(then),
                support_case::Event::StoryRecorded(_)
                | support_case::Event::StrengthIdentified(_)
                | support_case::Event::ObstacleIdentified(_)
                | support_case::Event::SituationAssessed(_)
                | support_case::Event::SummedUp { .. }
                | support_case::Event::TeamMemberJoined { .. }
                | support_case::Event::TeamMemberLeft { .. }
                | support_case::Event::CadenceAgreed { .. }
                | support_case::Event::ComplexityReviewed { .. }
                | support_case::Event::MeasureStarted(_)
                | support_case::Event::MeasureEnded { .. }
                | support_case::Event::LifeEventRecorded { .. }
                | support_case::Event::OrientationRequested { .. }
                | support_case::Event::OrientationDecided { .. }
                | support_case::Event::ActRecorded { .. } => {}
            }
        }
        if spells
            .iter()
            .any(|(from, until)| *from <= at && until.is_none_or(|until| until >= at))
        {
            open += 1;
            let holds = |(_, from, until): &&(WorkerId, Timestamp, Option<Timestamp>)| {
                *from <= at && until.is_none_or(|until| until > at)
            };
            if let Some((worker, ..)) = referents.iter().rev().find(holds) {
                *by_referent.entry(*worker).or_insert(0) += 1;
            }
        }
    }
    (open, by_referent.into_iter().collect())
}

#[test]
fn a_rebuild_equals_the_live_view_whatever_was_asked() {
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build()
        .unwrap();
    let config = Config {
        cases: 8,
        failure_persistence: None,
        ..Config::default()
    };
    let strategy = (steps(), any::<u16>());
    let ran = TestRunner::new(config).run(&strategy, |(steps, when)| {
        runtime.block_on(async {
            let ground = Ground::new().await;
            ground.territory().await;
            for number in 0..4 {
                ground.joins(worker(number), SERVICE, 100).await;
            }
            for step in steps {
                take(&ground, step).await;
            }
            let client = ground.client().await;
            let checked = check(&ground.log, |_| {}).await.unwrap();
            assert!(checked.iter().all(|view| view.equal), "{checked:?}");
            let at = instant("2026-01-01T00:00:00Z") + jiff::Span::new().hours(i64::from(when % 7_200));
            let told = report(&client, &Permit::for_operation(), at, &TimeZone::UTC)
                .await
                .unwrap();
            let by_referent: Vec<_> = told.by_referent.iter().map(|row| (row.worker, row.open)).collect();
            assert_eq!((told.open, by_referent), counted(&ground, at).await);
            rebuild(&ground.log, None, |_| {}).await.unwrap();
            let again = check(&ground.log, |_| {}).await.unwrap();
            assert!(again.iter().all(|view| view.equal), "{again:?}");
            ground.follower.stop().await;
            ground.log.close().await;
        });
        Ok(())
    });
    if let Err(failed) = ran {
        panic!("{failed}");
    }
}
