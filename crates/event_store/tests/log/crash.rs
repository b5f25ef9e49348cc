//! Whatever dies in whatever order, each acknowledged command has acted exactly once.

use crate::tally::{Log, Tally, Wish, ask_as, assert_whole, insist, open};
use event_store::{Answer, Rejected};
use futures::future::join_all;
use proptest::prelude::{Just, Strategy, any, prop_oneof};
use proptest::test_runner::{Config, TestRunner};
use std::collections::BTreeMap;
use std::time::Duration;
use testkit::Database;
use uuid::Uuid;

/// What happens next.
#[derive(Clone, Debug)]
enum Step {
    /// These commands are asked at once: which stream, which command id, how much.
    Ask(Vec<(u8, u8)>),
    /// Every connection of the programs is cut while these commands are asked.
    Cut(Vec<(u8, u8)>, u16),
    /// One of the two programs is closed and opened again.
    Reopen(bool),
    /// One of the two programs is dropped without a word and opened again.
    Abandon(bool),
}

fn commands() -> impl Strategy<Value = Vec<(u8, u8)>> {
    proptest::collection::vec((0..4_u8, any::<u8>()), 1..24)
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let step = prop_oneof![
        3 => commands().prop_map(Step::Ask),
        3 => (commands(), 0..3_000_u16).prop_map(|(commands, after)| Step::Cut(commands, after)),
        1 => any::<bool>().prop_map(Step::Reopen),
        1 => any::<bool>().prop_map(Step::Abandon),
        1 => Just(Step::Ask(vec![(0, 0), (0, 0), (0, 0)])),
    ];
    proptest::collection::vec(step, 1..10)
}

/// The same command id always carries the same wish on the same stream.
fn wish(stream: u8, number: u8) -> (Uuid, Uuid, Wish) {
    let id = u128::from(stream) << 8 | u128::from(number);
    let wish = if number.is_multiple_of(5) {
        Wish::AddMany(3)
    } else {
        Wish::Add(u32::from(number))
    };
    (
        Uuid::from_u128(1 << 64 | u128::from(stream)),
        Uuid::from_u128(1 << 65 | id),
        wish,
    )
}

type Acknowledged = BTreeMap<(u8, u8), Answer>;

async fn ask_all(logs: &[Log; 2], commands: &[(u8, u8)], acknowledged: &mut Acknowledged) {
    let asked = commands.iter().enumerate().map(|(at, (stream, number))| {
        let (id, command, wish) = wish(*stream, *number);
        async move { ((*stream, *number), ask_as(&logs[at % 2], id, command, wish).await) }
    });
    for (key, answer) in join_all(asked).await {
        match answer {
            Ok(answer) => match acknowledged.get(&key) {
                Some(before) => {
                    assert!(
                        answer.repeated || before.repeated,
                        "{key:?} was acknowledged as new twice"
                    );
                    let same = |one: &Answer| (one.position, one.version, one.events);
                    assert_eq!(same(&answer), same(before), "the answer of {key:?} changed");
                }
                None => {
                    acknowledged.insert(key, answer);
                }
            },
            // Told that it did not act, or that nobody knows: the caller may ask again.
            Err(Rejected::Stale { .. } | Rejected::Fault(_) | Rejected::Refused(_)) => {}
            Err(other) => panic!("{other:?}"),
        }
    }
}

async fn cut(database: &Database, after: Duration) {
    let owner = database.owner().await;
    // The moment of the cut is part of the case: nothing is waited for.
    tokio::time::timeout(after, std::future::pending::<()>())
        .await
        .unwrap_err();
    owner
        .batch_execute(
            "select pg_terminate_backend(pid) from pg_stat_activity
             where datname = current_database() and pid <> pg_backend_pid()",
        )
        .await
        .unwrap();
}

async fn live_through(steps: Vec<Step>) {
    let database = Database::fresh().await;
    let mut logs = [open(&database).await, open(&database).await];
    let mut acknowledged = Acknowledged::new();
    for step in steps {
        match step {
            Step::Ask(commands) => ask_all(&logs, &commands, &mut acknowledged).await,
            Step::Cut(commands, after) => {
                let cut = cut(&database, Duration::from_micros(u64::from(after)));
                tokio::join!(ask_all(&logs, &commands, &mut acknowledged), cut);
            }
            Step::Reopen(second) => {
                let log = &mut logs[usize::from(second)];
                log.close().await;
                *log = open(&database).await;
            }
            Step::Abandon(second) => logs[usize::from(second)] = open(&database).await,
        }
    }
    let log = open(&database).await;
    let events = assert_whole(&log).await;
    for ((stream, number), answer) in &acknowledged {
        let (id, command, _) = wish(*stream, *number);
        let effect: Vec<_> = events.iter().filter(|event| event.command == command).collect();
        assert_eq!(
            effect.len(),
            usize::try_from(answer.events).unwrap(),
            "each acknowledged command acts once"
        );
        assert!(effect.iter().all(|event| event.stream == id));
        assert_eq!(effect.last().map(|event| event.position), Some(answer.position));
    }
    // Those of which nobody knew can be asked again, and then everything has acted exactly once.
    let mut counted = BTreeMap::<Uuid, usize>::new();
    for event in &events {
        *counted.entry(event.command).or_default() += 1;
    }
    for stream in 0..4 {
        for number in 1..=255_u8 {
            let (id, command, wish) = wish(stream, number);
            if let Some(events) = counted.get(&command) {
                let again = insist(&log, id, command, wish).await;
                assert!(again.repeated);
                assert_eq!(usize::try_from(again.events).unwrap(), *events);
            }
        }
    }
    log.close().await;
}

#[test]
fn any_interleaving_of_commands_duplicates_and_crashes_leaves_one_effect_each() {
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build()
        .unwrap();
    let mut runner = TestRunner::new(Config {
        cases: 16,
        max_shrink_iters: 40,
        ..Config::default()
    });
    runner
        .run(&steps(), |steps| {
            runtime.block_on(live_through(steps));
            Ok(())
        })
        .unwrap();
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_storm_of_cut_connections_loses_no_acknowledged_command() {
    let database = Database::fresh().await;
    let log = open(&database).await;
    let stream = Uuid::new_v4();
    let writing = async {
        for _ in 0..20 {
            join_all((0..8).map(|_| insist(&log, stream, Uuid::new_v4(), Wish::Add(1)))).await;
        }
    };
    let storm = async {
        for after in 0..12_u64 {
            cut(&database, Duration::from_millis(after * 3)).await;
        }
    };
    tokio::join!(writing, storm);
    assert_eq!(log.state::<Tally>(stream).await.unwrap().0.total, 160);
    assert_whole(&log).await;
}
