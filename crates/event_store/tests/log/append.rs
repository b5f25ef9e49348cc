//! Appending: one effect per command, contiguous versions, unique names, the answer of the first time.

use crate::tally::{Refusal, Tally, Wish, ask, ask_as, assert_whole, insist, open, order};
use event_store::{Answer, EventStore, Fault, Rejected, StoreConfig};
use futures::future::join_all;
use jiff::Timestamp;
use std::time::Duration;
use testkit::{Database, FixedClock};
use uuid::Uuid;

#[tokio::test]
async fn what_a_rule_decides_is_kept_and_folds_again() {
    let database = Database::fresh().await;
    let log = open(&database).await;
    let stream = Uuid::new_v4();
    let first = ask(&log, stream, Wish::Add(2)).await.unwrap();
    assert_eq!(
        first,
        Answer {
            position: 1,
            version: 1,
            events: 1,
            repeated: false
        }
    );
    let second = ask(&log, stream, Wish::AddMany(3)).await.unwrap();
    assert_eq!(
        second,
        Answer {
            position: 4,
            version: 4,
            events: 3,
            repeated: false
        }
    );
    assert_eq!(log.state::<Tally>(stream).await.unwrap(), (Tally { total: 5 }, 4));
    assert_eq!(log.head().await.unwrap(), 4);
    assert_eq!(log.facts::<crate::tally::Event>(stream).await.unwrap().len(), 4);
    let stats = log.stats().await.unwrap();
    assert_eq!((stats.events(), stats.streams, stats.commands), (4, 1, 2));
    assert!(matches!(
        ask(&log, stream, Wish::Add(0)).await,
        Err(Rejected::Refused(Refusal::Zero))
    ));
    assert_whole(&log).await;
}

#[tokio::test]
async fn a_wish_already_fulfilled_adds_nothing_and_is_answered_with_the_head() {
    let database = Database::fresh().await;
    let log = open(&database).await;
    ask(&log, Uuid::new_v4(), Wish::Add(1)).await.unwrap();
    let (stream, command) = (Uuid::new_v4(), Uuid::new_v4());
    let answer = ask_as(&log, stream, command, Wish::Nothing).await.unwrap();
    assert_eq!(
        answer,
        Answer {
            position: 1,
            version: 0,
            events: 0,
            repeated: false
        }
    );
    assert!(ask_as(&log, stream, command, Wish::Nothing).await.unwrap().repeated);
    assert!(matches!(
        ask_as(&log, stream, command, Wish::Add(1)).await,
        Err(Rejected::CommandReused)
    ));
}

#[tokio::test]
async fn the_same_command_acts_once_even_when_asked_many_times_at_once() {
    let database = Database::fresh().await;
    let log = open(&database).await;
    let (stream, command) = (Uuid::new_v4(), Uuid::new_v4());
    let answers = join_all((0..20).map(|_| ask_as(&log, stream, command, Wish::Add(1)))).await;
    let answers: Vec<Answer> = answers.into_iter().map(Result::unwrap).collect();
    assert_eq!(answers.iter().filter(|answer| !answer.repeated).count(), 1);
    assert!(
        answers
            .iter()
            .all(|answer| (answer.position, answer.version, answer.events) == (1, 1, 1))
    );
    assert_eq!(log.head().await.unwrap(), 1);
}

#[tokio::test]
async fn the_same_command_id_with_another_wish_is_refused() {
    let database = Database::fresh().await;
    let log = open(&database).await;
    let (stream, command) = (Uuid::new_v4(), Uuid::new_v4());
    ask_as(&log, stream, command, Wish::Add(1)).await.unwrap();
    for (stream, wish) in [(stream, Wish::Add(2)), (Uuid::new_v4(), Wish::Add(1))] {
        assert!(matches!(
            ask_as(&log, stream, command, wish).await,
            Err(Rejected::CommandReused)
        ));
    }
    let mut other = order(command, "Add(1)");
    other.by = Uuid::from_u128(8);
    let answer = log.handle::<Tally>(stream, other, Wish::Add(1)).await;
    assert!(
        matches!(answer, Err(Rejected::CommandReused)),
        "another worker's command is not answered"
    );
}

#[tokio::test]
async fn many_commands_on_one_stream_are_all_kept_in_one_line() {
    let database = Database::fresh().await;
    let log = open(&database).await;
    let stream = Uuid::new_v4();
    join_all((0..40).map(|_| insist(&log, stream, Uuid::new_v4(), Wish::Add(1)))).await;
    assert_eq!(log.state::<Tally>(stream).await.unwrap(), (Tally { total: 40 }, 40));
    assert_whole(&log).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn no_rule_is_ever_decided_on_a_state_that_has_moved_on() {
    let database = Database::fresh().await;
    let (one, two) = (open(&database).await, open(&database).await);
    let stream = Uuid::new_v4();
    let asked = (0..40).map(|number| {
        let log = if number % 2 == 0 { one.clone() } else { two.clone() };
        async move {
            loop {
                match ask(&log, stream, Wish::AddBelow(5)).await {
                    Err(Rejected::Stale { .. }) => {}
                    settled => return settled,
                }
            }
        }
    });
    let settled = join_all(asked).await;
    assert_eq!(settled.iter().filter(|one| one.is_ok()).count(), 5);
    let refused = |one: &&Result<_, _>| matches!(one, Err(Rejected::Refused(Refusal::Full)));
    assert_eq!(settled.iter().filter(refused).count(), 35);
    assert_eq!(one.state::<Tally>(stream).await.unwrap(), (Tally { total: 5 }, 5));
    assert_whole(&one).await;
}

#[tokio::test]
async fn a_name_belongs_to_the_first_who_takes_it() {
    let database = Database::fresh().await;
    let log = open(&database).await;
    let streams: Vec<Uuid> = (0..10).map(|_| Uuid::new_v4()).collect();
    let taken = join_all(
        streams
            .iter()
            .map(|stream| ask(&log, *stream, Wish::Name("nour".to_owned()))),
    )
    .await;
    let winners: Vec<usize> = taken
        .iter()
        .enumerate()
        .filter(|(_, one)| one.is_ok())
        .map(|(at, _)| at)
        .collect();
    assert_eq!(winners.len(), 1);
    let losers = taken
        .iter()
        .filter(|one| matches!(one, Err(Rejected::Taken { scope: "tally.name" })))
        .count();
    assert_eq!(losers, 9);
    assert_eq!(
        log.reserved("tally.name", "nour").await.unwrap(),
        Some(streams[winners[0]])
    );
    assert_eq!(log.reserved("tally.name", "autre").await.unwrap(), None);
    // Who holds a name may take it again.
    ask(&log, streams[winners[0]], Wish::Name("nour".to_owned()))
        .await
        .unwrap();
    assert_whole(&log).await;
}

#[tokio::test]
async fn one_bad_command_fails_no_other_of_its_batch() {
    let database = Database::fresh().await;
    let log = open(&database).await;
    let too_late = {
        let mut order = order(Uuid::new_v4(), "beyond what PostgreSQL can store");
        order.occurred_at = Timestamp::MIN;
        order
    };
    let good = join_all((0..30).map(|_| ask(&log, Uuid::new_v4(), Wish::Add(1))));
    let bad = log.handle::<Tally>(Uuid::new_v4(), too_late, Wish::Add(1));
    let (good, bad) = tokio::join!(good, bad);
    assert!(matches!(bad, Err(Rejected::Fault(Fault::Database(_)))), "{bad:?}");
    assert!(good.iter().all(Result::is_ok));
    assert_eq!(assert_whole(&log).await.len(), 30);
}

#[tokio::test]
async fn an_edition_stands_only_on_the_version_its_author_saw() {
    let database = Database::fresh().await;
    let log = open(&database).await;
    let stream = Uuid::new_v4();
    ask(&log, stream, Wish::Add(1)).await.unwrap();
    let late = log
        .handle_seen::<Tally>(stream, 0, order(Uuid::new_v4(), "a"), Wish::Add(1))
        .await;
    assert!(matches!(late, Err(Rejected::Stale { .. })));
    log.handle_seen::<Tally>(stream, 1, order(Uuid::new_v4(), "b"), Wish::Add(1))
        .await
        .unwrap();
}

#[tokio::test]
async fn the_time_of_recording_never_goes_back() {
    let database = Database::fresh().await;
    let noon: Timestamp = "2026-11-19T12:00:00Z".parse().unwrap();
    let clock = FixedClock::at(noon);
    let config = StoreConfig {
        clock: clock.clock(),
        agrees: false,
        ..StoreConfig::new(database.config())
    };
    let log = EventStore::open(config, crate::tally::Plain).await.unwrap();
    ask(&log, Uuid::new_v4(), Wish::Add(1)).await.unwrap();
    clock.set(noon - jiff::SignedDuration::from_hours(1));
    ask(&log, Uuid::new_v4(), Wish::Add(1)).await.unwrap();
    clock.set(noon);
    clock.advance(Duration::from_secs(1));
    ask(&log, Uuid::new_v4(), Wish::Add(1)).await.unwrap();
    let recorded: Vec<Timestamp> = assert_whole(&log).await.iter().map(|event| event.recorded_at).collect();
    assert_eq!(recorded, [noon, noon, noon + jiff::SignedDuration::from_secs(1)]);
}

#[tokio::test]
async fn a_caller_who_leaves_loses_and_doubles_nothing() {
    let database = Database::fresh().await;
    let log = open(&database).await;
    let stream = Uuid::new_v4();
    let commands: Vec<Uuid> = (0..20).map(|_| Uuid::new_v4()).collect();
    for (command, patience) in commands.iter().zip(0_u64..) {
        let asked = insist(&log, stream, *command, Wish::Add(1));
        // Some leave before the command is sent, some while it is stored, some after.
        let left = tokio::time::timeout(Duration::from_micros(patience * 400), asked).await;
        drop(left);
    }
    for command in &commands {
        insist(&log, stream, *command, Wish::Add(1)).await;
    }
    assert_eq!(log.state::<Tally>(stream).await.unwrap(), (Tally { total: 20 }, 20));
    assert_whole(&log).await;
}

#[tokio::test]
async fn closing_answers_what_was_accepted_and_accepts_nothing_more() {
    let database = Database::fresh().await;
    let log = open(&database).await;
    let asked = join_all((0..50).map(|_| ask(&log, Uuid::new_v4(), Wish::Add(1))));
    let (answers, ()) = tokio::join!(asked, log.close());
    let accepted = answers.iter().filter(|answer| answer.is_ok()).count();
    assert!(matches!(
        ask(&log, Uuid::new_v4(), Wish::Add(1)).await,
        Err(Rejected::Fault(_))
    ));
    let again = open(&database).await;
    assert_eq!(assert_whole(&again).await.len(), accepted);
}

/// An event at this position, as if all those before it were there.
async fn grown_to(owner: &tokio_postgres::Client, position: i64) {
    let partitions = format!("select make_event_partitions({position})");
    owner.batch_execute(&partitions).await.unwrap();
    let event = "insert into event (position, id, kind, schema, stream, version, command, by, recorded_at, occurred_at,
            payload, hash)
        select $1, gen, 'tally.counted', 1, gen, 1, gen, gen, now(), now(), '', sha256('')
        from gen_random_uuid() as gen";
    owner.execute(event, &[&position]).await.unwrap();
}

#[tokio::test]
async fn partitions_are_made_ahead_of_need() {
    let database = Database::fresh().await;
    let owner = database.owner().await;
    grown_to(&owner, 19_999_999).await;
    let log = open(&database).await;
    let (one, two) = (Uuid::new_v4(), Uuid::new_v4());
    assert_eq!(ask(&log, one, Wish::Add(1)).await.unwrap().position, 20_000_000);
    assert_eq!(ask(&log, two, Wish::AddMany(2)).await.unwrap().position, 20_000_002);
    assert_eq!(log.streams(&[two, one], None).await.unwrap().len(), 3);
    assert_eq!(log.streams(&[two, one], Some(20_000_001)).await.unwrap().len(), 2);
    let near = "select relname::text from pg_class where relname in ('event_00002', 'event_00003')";
    let made = async || {
        let rows = owner.query(near, &[]).await.unwrap();
        rows.iter().map(|row| row.get(0)).collect::<Vec<String>>()
    };
    assert_eq!(made().await, ["event_00002"], "the next one is not near yet");
    log.close().await;
    grown_to(&owner, 29_500_000).await;
    let log = open(&database).await;
    assert_eq!(ask(&log, one, Wish::Add(1)).await.unwrap().position, 29_500_001);
    let mut both = made().await;
    both.sort();
    assert_eq!(both, ["event_00002", "event_00003"]);
    assert!(owner.batch_execute("truncate event_00002").await.is_err());
}
