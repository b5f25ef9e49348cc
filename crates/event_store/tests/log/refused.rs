//! The database refuses what must not be: by privilege to the program, by trigger to everybody.

use crate::tally::{Wish, ask, assert_whole, open};
use event_store::{Fault, Rejected};
use testkit::Database;
use tokio_postgres::error::SqlState;
use uuid::Uuid;

const CHANGES: [&str; 6] = [
    "update event set payload = '\\x00'",
    "delete from event",
    "truncate event",
    "update event_00000 set version = 2",
    "delete from event_00000",
    "truncate event_00000",
];

#[tokio::test]
async fn nobody_changes_or_empties_the_log() {
    let database = Database::fresh().await;
    let log = open(&database).await;
    ask(&log, Uuid::new_v4(), Wish::Add(1)).await.unwrap();
    let program = event_store::connect(&database.config()).await.unwrap();
    let owner = database.owner().await;
    for change in CHANGES {
        for who in [&program, &owner] {
            let error = who.batch_execute(change).await.unwrap_err();
            assert_eq!(error.code(), Some(&SqlState::INSUFFICIENT_PRIVILEGE), "{change}");
        }
    }
    assert_eq!(assert_whole(&log).await.len(), 1);
}

#[tokio::test]
async fn the_program_may_not_rewrite_what_commands_and_names_became() {
    let database = Database::fresh().await;
    let program = event_store::connect(&database.config()).await.unwrap();
    for change in [
        "update command set events = 0",
        "delete from command",
        "delete from reservation",
        "update reservation set stream = gen_random_uuid()",
        "delete from stream",
        "delete from log_writer",
        "insert into log_writer values (false, 1, 1)",
        "drop table event",
        "alter table event disable trigger all",
        "create table public.other (id int)",
        "select journal.prune(current_date)",
    ] {
        let error = program.batch_execute(change).await.unwrap_err();
        assert_eq!(error.code(), Some(&SqlState::INSUFFICIENT_PRIVILEGE), "{change}");
        program.batch_execute("reset role").await.unwrap();
    }
}

#[tokio::test]
async fn signed_in_by_itself_the_program_cannot_become_its_owner() {
    let database = Database::fresh().await;
    let mut config = database.config();
    let owner = config.get_user().unwrap_or("postgres").to_owned();
    config.user(event_store::ROLE);
    let program = event_store::connect(&config).await.unwrap();
    for way in [
        "set role none".to_owned(),
        "reset role".to_owned(),
        format!("set role {owner}"),
        format!("set session authorization {owner}"),
    ] {
        // Some ways are refused and some lead nowhere; after each of them the log still stands.
        drop(program.batch_execute(&way).await);
        for change in [
            "set session_replication_role = replica",
            "alter table event disable trigger all",
            "delete from event",
        ] {
            let error = program.batch_execute(change).await.unwrap_err();
            assert_eq!(error.code(), Some(&SqlState::INSUFFICIENT_PRIVILEGE), "{way}; {change}");
        }
    }
}

#[tokio::test]
async fn the_program_makes_and_drops_schemas_of_views() {
    let database = Database::fresh().await;
    let program = event_store::connect(&database.config()).await.unwrap();
    program
        .batch_execute("create schema view_v2; create table view_v2.line (id int); alter schema view_v2 rename to view")
        .await
        .unwrap();
    program.batch_execute("drop schema view cascade").await.unwrap();
}

#[tokio::test]
async fn a_writer_from_before_the_fence_appends_no_more() {
    let database = Database::fresh().await;
    let (old, new) = (open(&database).await, open(&database).await);
    ask(&old, Uuid::new_v4(), Wish::Add(1)).await.unwrap();
    ask(&new, Uuid::new_v4(), Wish::Add(1)).await.unwrap();
    new.fence_older().await.unwrap();
    let fenced = ask(&old, Uuid::new_v4(), Wish::Add(1)).await;
    assert!(
        matches!(fenced, Err(Rejected::Fault(Fault::Fenced { .. }))),
        "{fenced:?}"
    );
    ask(&new, Uuid::new_v4(), Wish::Add(1)).await.unwrap();
    let reopened = open(&database).await;
    ask(&reopened, Uuid::new_v4(), Wish::Add(1)).await.unwrap();
    assert_eq!(assert_whole(&new).await.len(), 4);
}

#[tokio::test]
async fn an_append_that_waits_while_its_writer_is_fenced_is_not_stored() {
    let database = Database::fresh().await;
    let log = open(&database).await;
    ask(&log, Uuid::new_v4(), Wish::Add(1)).await.unwrap();
    let mut owner = database.owner().await;
    let fencing = owner.transaction().await.unwrap();
    fencing
        .batch_execute("select hold_log(); update log_writer set fence = epoch + 1")
        .await
        .unwrap();
    let appending = tokio::spawn({
        let log = log.clone();
        async move { ask(&log, Uuid::new_v4(), Wish::Add(1)).await }
    });
    let waits = "select count(*) from pg_locks where relation = 'event'::regclass and not granted";
    while fencing.query_one(waits, &[]).await.unwrap().get::<_, i64>(0) == 0 {}
    fencing.commit().await.unwrap();
    let fenced = appending.await.unwrap();
    assert!(
        matches!(fenced, Err(Rejected::Fault(Fault::Fenced { .. }))),
        "{fenced:?}"
    );
    assert_eq!(assert_whole(&log).await.len(), 1);
}

#[tokio::test]
async fn of_two_that_write_the_same_position_one_looks_again() {
    let database = Database::fresh().await;
    let (one, other) = (open(&database).await, open(&database).await);
    let stream = Uuid::new_v4();
    ask(&one, stream, Wish::Add(1)).await.unwrap();
    ask(&other, Uuid::new_v4(), Wish::Add(1)).await.unwrap();
    // The first believes to stand at 1: the position behind it is taken.
    assert_eq!(ask(&one, stream, Wish::Add(1)).await.unwrap().position, 3);
    assert_eq!(ask(&other, stream, Wish::Add(1)).await.unwrap().position, 4);
    assert_eq!(assert_whole(&one).await.len(), 4);
}

#[tokio::test]
async fn a_second_event_of_one_version_is_refused_by_the_database_itself() {
    let database = Database::fresh().await;
    let log = open(&database).await;
    let stream = Uuid::new_v4();
    ask(&log, stream, Wish::Add(1)).await.unwrap();
    let forged = format!(
        "insert into event select 2, gen_random_uuid(), kind, schema, stream, version, command, by, recorded_at,
            occurred_at, known_at, payload, hash from event where stream = '{stream}'"
    );
    let program = event_store::connect(&database.config()).await.unwrap();
    let error = program.batch_execute(&forged).await.unwrap_err();
    assert_eq!(error.code(), Some(&SqlState::UNIQUE_VIOLATION));
}
