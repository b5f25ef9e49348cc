//! The chain names the first position at which somebody with all rights has meddled.

use crate::tally::{Log, Wish, ask, open};
use event_store::Verification;
use testkit::Database;
use uuid::Uuid;

async fn ten_events(database: &Database) -> Log {
    let log = open(database).await;
    for _ in 0..10 {
        ask(&log, Uuid::new_v4(), Wish::Add(1)).await.unwrap();
    }
    log
}

/// Who owns the cluster can switch the triggers off; the chain still tells.
async fn after(meddling: &str) -> Verification {
    let database = Database::fresh().await;
    let log = ten_events(&database).await;
    let owner = database.owner().await;
    owner
        .batch_execute(&format!("set session_replication_role = replica; {meddling}"))
        .await
        .unwrap();
    log.verify(|_| {}).await.unwrap()
}

fn bad_at(position: u64) -> Verification {
    Verification {
        ok: false,
        events: position - 1,
        first_bad: Some(position),
    }
}

#[tokio::test]
async fn an_untouched_log_verifies_and_tells_how_far_it_is() {
    let database = Database::fresh().await;
    let log = ten_events(&database).await;
    let mut told = 0;
    let verified = log.verify(|events| told = events).await.unwrap();
    assert_eq!(
        verified,
        Verification {
            ok: true,
            events: 10,
            first_bad: None
        }
    );
    assert_eq!(told, 10);
}

#[tokio::test]
async fn an_empty_log_verifies() {
    let database = Database::fresh().await;
    let verified = open(&database).await.verify(|_| {}).await.unwrap();
    assert_eq!(
        verified,
        Verification {
            ok: true,
            events: 0,
            first_bad: None
        }
    );
}

#[tokio::test]
async fn an_altered_payload_is_named() {
    assert_eq!(
        after("update event set payload = '\\x00' where position = 4").await,
        bad_at(4)
    );
}

#[tokio::test]
async fn an_altered_envelope_is_named() {
    assert_eq!(
        after("update event set by = gen_random_uuid() where position >= 3").await,
        bad_at(3)
    );
    assert_eq!(
        after("update event set known_at = now() where position = 10").await,
        bad_at(10)
    );
}

#[tokio::test]
async fn a_missing_event_is_named() {
    assert_eq!(after("delete from event where position = 6").await, bad_at(6));
    assert_eq!(after("delete from event where position > 8").await, bad_at(9));
}

#[tokio::test]
async fn two_exchanged_events_are_named() {
    let exchange = "update event set position = 0 where position = 5; update event set position = 5 where position = 6;
        update event set position = 6 where position = 0";
    assert_eq!(after(exchange).await, bad_at(5));
}

#[tokio::test]
async fn an_event_smuggled_in_behind_the_newest_is_named() {
    let smuggle =
        "insert into event select 11, id, kind, schema, stream, version + 1, command, by, recorded_at, occurred_at,
        known_at, payload, hash from event where position = 10";
    assert_eq!(after(smuggle).await, bad_at(11));
}

#[tokio::test]
async fn an_event_whose_command_is_gone_is_named() {
    assert_eq!(after("delete from command where position = 10").await, bad_at(10));
}
