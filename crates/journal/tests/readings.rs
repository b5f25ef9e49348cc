//! Readings are kept before the answer, only ever added, and dropped by whole months by the owner.

#![expect(clippy::unwrap_used, reason = "what a test needs must be there, else the test fails")]

use access::{Permit, Reader, first_table};
use domain::words::{Profession, Role, ServiceId, WorkerId};
use event_store::pool;
use jiff::Timestamp;
use journal::{Fault, Journal, Reading, Readings, SeenLine, Shown};
use testkit::Database;
use tokio_postgres::error::SqlState;
use uuid::Uuid;

fn reading(at: &str, streams: Vec<Uuid>) -> Reading {
    Reading {
        what: Shown::CaseHome,
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

const CASE: Uuid = Uuid::from_u128(0xca5e);
const OTHER: Uuid = Uuid::from_u128(0x07e4);

fn reader(number: u128, role: Role) -> Reader {
    Reader {
        worker: WorkerId(Uuid::from_u128(number)),
        role,
        profession: Profession::SocialWorker,
        service: ServiceId(Uuid::from_u128(0x51)),
    }
}

fn officer() -> Permit {
    Permit::for_journal(&first_table().unwrap(), reader(0xd0, Role::DataProtectionOfficer)).unwrap()
}

async fn reads(journal: &Journal, by: u128, what: Shown, at: &str, streams: &[Uuid]) {
    let permit = Permit::for_own_cases(&first_table().unwrap(), reader(by, Role::Worker)).unwrap();
    let seen = Reading {
        what,
        ..reading(at, streams.to_vec())
    };
    journal.read(&permit, seen).await.unwrap();
}

async fn asked(journal: &Journal, case: Uuid, before: &str) -> Readings {
    let before = before.parse().unwrap();
    journal.of_case(&officer(), case, before, "Europe/Paris").await.unwrap()
}

fn told(readings: &Readings) -> Vec<(String, u128, &str, bool, u32)> {
    let line = |line: &SeenLine| {
        let by = line.by.as_u128();
        (line.day.to_string(), by, line.what.clone(), line.opened, line.times)
    };
    let lines = readings.lines.iter().map(line);
    lines
        .map(|(day, by, what, opened, times)| {
            let what = Shown::ALL.into_iter().find(|shown| shown.code() == what).unwrap();
            (day, by, what.code(), opened, times)
        })
        .collect()
}

#[tokio::test]
async fn who_looked_at_a_case_is_told_by_day_of_the_zone_reader_and_view() {
    let database = Database::fresh().await;
    let journal = journal(&database);
    reads(&journal, 1, Shown::CaseHome, "2026-11-19T08:00:00Z", &[CASE]).await;
    reads(&journal, 1, Shown::CaseHome, "2026-11-19T16:00:00Z", &[CASE]).await;
    // Half past midnight in Paris: the next day there.
    reads(&journal, 1, Shown::CaseHome, "2026-11-19T23:30:00Z", &[CASE]).await;
    reads(&journal, 2, Shown::OwnCases, "2026-11-19T09:00:00Z", &[OTHER, CASE]).await;
    reads(&journal, 2, Shown::Timeline, "2026-11-19T09:30:00Z", &[OTHER]).await;
    let seen = asked(&journal, CASE, "2026-11-21T00:00:00Z").await;
    assert_eq!(
        told(&seen),
        [
            ("2026-11-20".to_owned(), 1, "case_home", true, 1),
            ("2026-11-19".to_owned(), 1, "case_home", true, 2),
            ("2026-11-19".to_owned(), 2, "own_cases", false, 1),
        ]
    );
    let twice = &seen.lines[1];
    assert_eq!(
        (
            twice.first_at.to_string(),
            twice.last_at.to_string(),
            twice.purpose.as_deref()
        ),
        (
            "2026-11-19T08:00:00Z".to_owned(),
            "2026-11-19T16:00:00Z".to_owned(),
            Some("support")
        )
    );
    assert_eq!(
        (seen.older, seen.kept_since.unwrap().to_string().as_str()),
        (false, "2026-11-01")
    );
    let before = asked(&journal, CASE, "2026-11-19T08:30:00Z").await;
    assert_eq!(told(&before), [("2026-11-19".to_owned(), 1, "case_home", true, 1)]);
    assert_eq!(
        asked(&journal, Uuid::from_u128(9), "2026-11-21T00:00:00Z").await.lines,
        []
    );
}

#[tokio::test]
async fn an_answer_ends_with_a_whole_day_and_says_that_there_are_older_ones() {
    let database = Database::fresh().await;
    let journal = journal(&database);
    for (day, readers) in [("17", 3_u128), ("18", 120), ("19", 150)] {
        let mut all = tokio::task::JoinSet::new();
        for number in 0..readers {
            let journal = journal.clone();
            let at = format!("2026-11-{day}T10:00:00Z");
            all.spawn(async move { reads(&journal, number, Shown::CaseHome, &at, &[CASE]).await });
        }
        all.join_all().await;
    }
    let newest = asked(&journal, CASE, "2026-11-21T00:00:00Z").await;
    assert_eq!((newest.lines.len(), newest.older), (270, true));
    let rest = asked(&journal, CASE, "2026-11-17T23:00:00Z").await;
    assert_eq!((rest.lines.len(), rest.older), (3, false));
}

#[tokio::test]
async fn only_who_watches_over_data_asks_the_journal() {
    let database = Database::fresh().await;
    let journal = journal(&database);
    reads(&journal, 1, Shown::CaseHome, "2026-11-19T08:00:00Z", &[CASE]).await;
    let table = first_table().unwrap();
    let manager = Permit::for_oversight(&table, reader(3, Role::Manager)).unwrap();
    let worker = Permit::for_own_cases(&table, reader(1, Role::Worker)).unwrap();
    for permit in [manager, worker, Permit::for_operation()] {
        let asked = journal.of_case(&permit, CASE, Timestamp::MAX, "Europe/Paris").await;
        assert!(matches!(asked, Err(Fault::NotAllowed)), "{asked:?}");
    }
}
