//! Readings are kept before the answer, only ever added, and dropped by whole months by the owner.

#![expect(clippy::unwrap_used, reason = "what a test needs must be there, else the test fails")]

use access::Permit;
use event_store::pool;
use jiff::Timestamp;
use journal::{Fault, Journal, Reading};
use testkit::Database;
use tokio_postgres::error::SqlState;
use uuid::Uuid;

fn reading(at: &str, streams: Vec<Uuid>) -> Reading {
    Reading {
        what: "case_home",
        streams,
        position: 12,
        at: at.parse::<Timestamp>().unwrap(),
    }
}

fn journal(database: &Database) -> Journal {
    Journal::start(pool(&database.config(), 2).unwrap())
}

#[tokio::test]
async fn a_reading_is_kept_with_who_what_why_and_when() {
    let database = Database::fresh().await;
    let (one, two) = (Uuid::from_u128(1), Uuid::from_u128(2));
    let permit = Permit::for_operation();
    let journal = journal(&database);
    journal
        .read(&permit, reading("2026-11-19T12:00:00Z", vec![one, two]))
        .await
        .unwrap();
    let owner = database.owner().await;
    let row = owner
        .query_one("select by, what, streams, purpose, position from journal.reading", &[])
        .await
        .unwrap();
    assert_eq!(row.get::<_, Uuid>(0), permit.reader().worker.0);
    assert_eq!(row.get::<_, String>(1), "case_home");
    assert_eq!(row.get::<_, Vec<Uuid>>(2), [one, two]);
    assert_eq!(row.get::<_, String>(3), "operation");
    assert_eq!(row.get::<_, i64>(4), 12);
}

#[tokio::test]
async fn many_readers_at_once_are_all_kept() {
    let database = Database::fresh().await;
    let journal = journal(&database);
    let mut readers = tokio::task::JoinSet::new();
    for number in 0..100_u128 {
        let journal = journal.clone();
        let streams = (0..number % 3).map(Uuid::from_u128).collect();
        readers.spawn(async move {
            let permit = Permit::for_operation();
            journal
                .read(&permit, reading("2026-11-30T23:59:59Z", streams))
                .await
                .unwrap();
            journal
                .read(&permit, reading("2026-12-01T00:00:00Z", Vec::new()))
                .await
                .unwrap();
        });
    }
    readers.join_all().await;
    let owner = database.owner().await;
    let count = |sql: &'static str| {
        let owner = &owner;
        async move { owner.query_one(sql, &[]).await.unwrap().get::<_, i64>(0) }
    };
    assert_eq!(count("select count(*) from journal.reading").await, 200);
    assert_eq!(count("select count(*) from journal.reading_2026_11").await, 100);
    assert_eq!(count("select count(*) from journal.reading where streams @> array[$$00000000-0000-0000-0000-000000000001$$::uuid]").await, 33);
    assert_eq!(count("select journal.prune('2026-12-01')::bigint").await, 1);
    assert_eq!(count("select count(*) from journal.reading").await, 100);
}

#[tokio::test]
async fn the_program_neither_reads_nor_changes_the_journal() {
    let database = Database::fresh().await;
    let program = event_store::connect(&database.config()).await.unwrap();
    for change in [
        "select * from journal.reading",
        "update journal.reading set what = ''",
        "delete from journal.reading",
        "truncate journal.reading",
    ] {
        let error = program.batch_execute(change).await.unwrap_err();
        assert_eq!(error.code(), Some(&SqlState::INSUFFICIENT_PRIVILEGE), "{change}");
    }
}

#[tokio::test]
async fn a_reading_that_cannot_be_kept_is_a_fault() {
    let database = Database::fresh().await;
    let journal = journal(&database);
    drop(database);
    let kept = journal
        .read(&Permit::for_operation(), reading("2026-11-19T12:00:00Z", Vec::new()))
        .await;
    assert!(
        matches!(kept, Err(Fault::Database(_) | Fault::Connection(_))),
        "{kept:?}"
    );
}
