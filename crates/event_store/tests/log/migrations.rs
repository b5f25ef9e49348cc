//! Migrations apply once, in order, and notice a file that was changed behind their back.

use event_store::{Fault, migrate};
use testkit::Database;

#[tokio::test]
async fn a_second_run_applies_nothing() {
    let database = Database::empty().await;
    let first = migrate(&database.config()).await.unwrap();
    assert_eq!(first.first(), Some(&"0001_event_log.sql"));
    assert!(migrate(&database.config()).await.unwrap().is_empty());
}

#[tokio::test]
async fn two_programs_that_start_at_once_migrate_once() {
    let database = Database::empty().await;
    let config = database.config();
    let (one, two) = tokio::join!(migrate(&config), migrate(&config));
    let (one, two) = (one.unwrap(), two.unwrap());
    assert!(one.is_empty() != two.is_empty());
}

#[tokio::test]
async fn an_applied_file_that_was_changed_is_named() {
    let database = Database::fresh().await;
    database
        .owner()
        .await
        .batch_execute("update migration set checksum = '\\x00' where number = 2")
        .await
        .unwrap();
    let changed = migrate(&database.config()).await;
    assert!(matches!(changed, Err(Fault::MigrationChanged { file }) if file == "0002_keyring.sql"));
}

#[tokio::test]
async fn a_database_of_a_newer_program_is_refused() {
    let database = Database::fresh().await;
    let newer = "insert into migration (number, file, checksum) values (9999, 'later.sql', '')";
    database.owner().await.batch_execute(newer).await.unwrap();
    assert!(matches!(
        migrate(&database.config()).await,
        Err(Fault::MigrationUnknown { number: 9999 })
    ));
}

#[tokio::test]
async fn every_table_says_what_it_is_for() {
    let database = Database::fresh().await;
    let silent = "select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where c.relkind in ('r', 'p') and n.nspname in ('public', 'journal') and obj_description(c.oid) is null";
    let silent = database.owner().await.query(silent, &[]).await.unwrap();
    let names: Vec<String> = silent.iter().map(|row| row.get(0)).collect();
    assert!(names.is_empty(), "{names:?}");
}
