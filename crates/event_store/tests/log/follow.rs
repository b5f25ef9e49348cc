//! A follower sees every event once and in order, whoever writes.

use crate::tally::{Log, Wish, all, insist, open};
use event_store::Stored;
use std::time::Duration;
use testkit::Database;
use tokio::time::timeout;
use uuid::Uuid;

const PATIENCE: Duration = Duration::from_secs(60);

/// Follows as a projection does: a page after the last position, then waits for news.
async fn follow(log: Log, until: usize) -> Vec<Stored> {
    let mut newest = log.subscribe();
    let mut seen: Vec<Stored> = Vec::new();
    while seen.len() < until {
        let after = seen.last().map_or(0, |last| last.position);
        newest.wait_for(|newest| *newest > after).await.unwrap();
        let page = log.page(after, 7).await.unwrap();
        assert!(
            !page.is_empty(),
            "news of {} but nothing after {after}",
            *newest.borrow()
        );
        seen.extend(page);
    }
    seen
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn two_writers_and_a_follower_that_misses_and_repeats_nothing() {
    let database = Database::fresh().await;
    let (one, two, reader) = (open(&database).await, open(&database).await, open(&database).await);
    let follower = tokio::spawn(follow(reader, 200));
    let write = |log: Log| async move {
        for number in 0..10_u32 {
            let streams = (0..10).map(|_| insist(&log, Uuid::new_v4(), Uuid::new_v4(), Wish::Add(number + 1)));
            futures::future::join_all(streams).await;
        }
    };
    tokio::join!(write(one), write(two));
    let seen = timeout(PATIENCE, follower).await.unwrap().unwrap();
    let positions: Vec<u64> = seen.iter().map(|event| event.position).collect();
    assert_eq!(positions, (1..=200).collect::<Vec<u64>>());
}

#[tokio::test]
async fn who_writes_in_one_process_is_heard_in_the_other() {
    let database = Database::fresh().await;
    let (here, there) = (open(&database).await, open(&database).await);
    let answer = insist(&here, Uuid::new_v4(), Uuid::new_v4(), Wish::Add(1)).await;
    assert!(
        here.wait_for(answer.position, Duration::ZERO).await,
        "a writer knows its own commit at once"
    );
    assert!(there.wait_for(answer.position, PATIENCE).await);
    assert!(!there.wait_for(answer.position + 1, Duration::from_millis(1)).await);
}

#[tokio::test]
async fn news_come_again_after_the_listening_connections_die() {
    let database = Database::fresh().await;
    let (here, there) = (open(&database).await, open(&database).await);
    let owner = database.owner().await;
    for _ in 0..3 {
        owner
            .batch_execute(
                "select pg_terminate_backend(pid) from pg_stat_activity
                 where datname = current_database() and pid <> pg_backend_pid()",
            )
            .await
            .unwrap();
        let answer = insist(&here, Uuid::new_v4(), Uuid::new_v4(), Wish::Add(1)).await;
        assert!(
            timeout(PATIENCE, there.wait_for(answer.position, PATIENCE))
                .await
                .unwrap()
        );
    }
}

#[tokio::test]
async fn a_replay_gives_what_pages_give_from_any_position_on() {
    let database = Database::fresh().await;
    let log = open(&database).await;
    // More than one stretch of a replay.
    for _ in 0..21 {
        insist(&log, Uuid::new_v4(), Uuid::new_v4(), Wish::AddMany(1_000)).await;
    }
    insist(&log, Uuid::new_v4(), Uuid::new_v4(), Wish::Name("Nour".to_owned())).await;
    let written = all(&log).await;
    assert_eq!(written.len(), 21_001);
    for after in [0, 1, 19_999, 20_000, 20_998, 21_001, 50_000] {
        let mut replay = log.replay(after).await.unwrap();
        let mut replayed = Vec::new();
        while let Some(event) = replay.next().await.unwrap() {
            replayed.push(event);
        }
        let rest = written.iter().skip(usize::try_from(after).unwrap());
        assert!(replayed.iter().eq(rest), "after {after}");
    }
    // One that is given up holds nobody else up for good.
    for _ in 0..20 {
        log.replay(0).await.unwrap().next().await.unwrap();
    }
    assert_eq!(log.head().await.unwrap(), 21_001);
}

#[tokio::test]
async fn a_replay_stops_before_an_event_that_is_missing() {
    let database = Database::fresh().await;
    let log = open(&database).await;
    insist(&log, Uuid::new_v4(), Uuid::new_v4(), Wish::AddMany(3)).await;
    let owner = database.owner().await;
    let torn = "set session_replication_role = replica; delete from event where position = 2";
    owner.batch_execute(torn).await.unwrap();
    let mut replay = log.replay(0).await.unwrap();
    assert_eq!(replay.next().await.unwrap().unwrap().position, 1);
    assert!(replay.next().await.is_err());
}
