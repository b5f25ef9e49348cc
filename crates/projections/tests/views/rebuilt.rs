//! Whatever is asked in whatever order, and however absurd its values: no view is parked, each equals its rebuild, and the
//! figures equal a count made from the facts.

mod ahead;
mod aided;
mod asks;
mod case;
mod deposited;
mod directory;
mod passed_on;

use crate::ground::{Ground, SERVICE, case, day, instant, person, worker};
use access::Permit;
use domain::support_case;
use domain::words::{Day, Doer, DomainOfLife, SupportCaseId, WorkerId};
use jiff::Timestamp;
use jiff::tz::TimeZone;
use projections::support_case::{Asked, Phase, page};
use projections::workload::report;
use projections::{check, rebuild};
use proptest::prelude::{Strategy, any};
use proptest::test_runner::{Config, TestRunner};
use uuid::Uuid;

/// One thing that is asked: what, of which case, by whom, on which day of 2026, and how sensible its values are.
#[derive(Clone, Copy, Debug)]
struct Step {
    what: u8,
    which: u8,
    who: u8,
    on: u16,
    absurd: u8,
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let step = (0..84_u8, 0..4_u8, 0..4_u8, 0..300_u16, 0..12_u8).prop_map(|(what, which, who, on, absurd)| Step {
        what,
        which,
        who,
        on,
        absurd,
    });
    proptest::collection::vec(step, 100..260)
}

impl Step {
    fn at(self) -> String {
        let on = day("2026-01-01")
            .0
            .saturating_add(jiff::Span::new().days(i64::from(self.on)));
        format!("{on}T08:30:00.123456Z")
    }

    /// A day that is said in the wish: now and then one that no database keeps.
    fn on(self) -> Day {
        match self.absurd {
            0 => Day(jiff::civil::Date::MIN),
            1 => Day(jiff::civil::Date::MAX),
            _ => day(self.at().get(..10).unwrap()),
        }
    }

    /// The same for an instant.
    fn instant(self) -> Timestamp {
        match self.absurd {
            0 => Timestamp::MIN,
            1 => Timestamp::MAX,
            _ => instant(&self.at()),
        }
    }

    /// A public text, now and then with the sign that no column holds.
    fn public(self, text: &str) -> String {
        if self.absurd < 2 {
            format!("{text}\0")
        } else {
            text.to_owned()
        }
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

    /// A stream or an item of one case, of few, so that the same is met again.
    fn of(self, kind: u128) -> Uuid {
        Uuid::from_u128(kind << 16 | u128::from(self.which) << 8 | u128::from(self.on % 3))
    }

    /// An item that is met again in other streams too.
    fn anywhere(self, kind: u128) -> Uuid {
        Uuid::from_u128(kind << 16 | u128::from(self.on % 5))
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
        0..=23 => case::ask(ground, step).await,
        24..=31 => asks::plan(ground, step).await,
        32..=37 => asks::dates(ground, step).await,
        38..=43 => asks::meeting(ground, step).await,
        44..=47 => directory::people(ground, step).await,
        48..=53 => directory::organisation(ground, step).await,
        54..=55 => directory::configuration(ground, step).await,
        56..=61 => passed_on::ask(ground, step).await,
        62..=66 => asks::appointment(ground, step).await,
        67..=71 => ahead::ask(ground, step).await,
        76..=79 => deposited::ask(ground, step).await,
        80..=83 => aided::ask(ground, step).await,
        _ => asks::reminder(ground, step).await,
    }
}

/// What came of asking is of no interest here: a wish may be refused.
macro_rules! ask {
    ($ground:expr, $rule:ty, $stream:expr, $step:expr, $command:expr) => {
        drop($ground.try_ask::<$rule, _>($stream, &$step.at(), $command).await)
    };
}
use ask;

/// The end of the day that is told, where it lies before the instant that is claimed; no instant is that of the first day.
fn was_at(on: Day, claimed: Timestamp) -> Timestamp {
    if on < day("1900-01-01") {
        return Timestamp::MIN;
    }
    on.end(&TimeZone::UTC).min(claimed)
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
                support_case::Event::Opened(opening) => spells.push((was_at(opening.opened_on, then), None)),
                support_case::Event::Reopened { on, .. } => spells.push((was_at(on, then), None)),
                support_case::Event::Closed { on, .. } => spells.last_mut().unwrap().1 = Some(was_at(on, then)),
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
                | support_case::Event::TeamMemberJoined(_)
                | support_case::Event::TeamMemberLeft(_)
                | support_case::Event::CadenceAgreed { .. }
                | support_case::Event::ComplexityReviewed { .. }
                | support_case::Event::HandoverMeetingHeld { .. }
                | support_case::Event::MeasureDecided(_)
                | support_case::Event::MeasureStarted(_)
                | support_case::Event::MeasureRenewalAsked { .. }
                | support_case::Event::MeasureRenewed { .. }
                | support_case::Event::SignalSetAside { .. }
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

/// How many cases are listed to who may see everything.
async fn listed(client: &projections::Client) -> usize {
    let asked = Asked {
        phase: Phase::All,
        after: None,
        limit: 10,
        shared: &[],
        restrict_to: None,
        today: day("2026-06-01"),
        zone: &TimeZone::get("Pacific/Auckland").unwrap(),
        cadence: None,
    };
    page(client, &Permit::for_operation(), &asked).await.unwrap().rows.len()
}

async fn opened(ground: &Ground) -> usize {
    let mut opened = 0;
    for number in 0..4 {
        let facts = ground.log.facts::<support_case::Event>(case(number).0).await.unwrap();
        opened += usize::from(!facts.is_empty());
    }
    opened
}

#[test]
fn no_view_is_parked_and_a_rebuild_equals_the_live_view_whatever_was_asked() {
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
            let mut client = ground.client().await;
            let checked = check(&ground.log, |_| {}).await.unwrap();
            assert!(checked.iter().all(|view| view.equal), "{checked:?}");
            assert_eq!(listed(&client).await, opened(&ground).await);
            let at = instant("2026-01-01T00:00:00Z") + jiff::Span::new().hours(i64::from(when % 7_200));
            let told = report(&mut client, &Permit::for_operation(), at, &TimeZone::UTC)
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
