//! The demonstration in a real log: loaded through the rules, once for ever, and taken up again after a cut.

#![expect(clippy::unwrap_used, reason = "a test whose ground is missing must fail")]

use codec::{Log, SealingCodec, Upcasters};
use demo::{Demonstration, load, plan};
use domain::configuration::{InForce, in_force_at_first};
use event_store::{EventStore, StoreConfig, pool};
use keyring::Keyring;
use std::sync::Mutex;
use std::time::Duration;
use tempfile::TempDir;
use testkit::Database;

async fn log(database: &Database, home: &TempDir) -> Log {
    let keys = pool(&database.config(), 4).unwrap();
    let keyring = Keyring::load(keys, &home.path().join("keys")).await.unwrap();
    let codec = SealingCodec::new(keyring, Upcasters::none());
    EventStore::open(StoreConfig::new(database.config()), codec)
        .await
        .unwrap()
}

fn in_force() -> InForce {
    in_force_at_first(Demonstration::default().today)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn it_loads_after_a_cut_and_a_second_load_adds_nothing() {
    let (database, home) = (Database::fresh().await, TempDir::new().unwrap());
    let log = log(&database, &home).await;
    let demonstration = Demonstration::default();

    // Cut off after a moment, as by a kill: what was accepted stays.
    let in_force = in_force();
    let cut = load(&log, &demonstration, &in_force, &|_, _| {});
    assert!(tokio::time::timeout(Duration::from_millis(700), cut).await.is_err());

    let heard = Mutex::new((0, 0));
    let began = std::time::Instant::now();
    let first = load(&log, &demonstration, &in_force, &|done, total| {
        let mut heard = heard.lock().unwrap();
        *heard = (heard.0.max(done), total);
    })
    .await
    .unwrap();
    println!("{first:?} in {:?}", began.elapsed());
    let commands = u64::try_from(plan(&demonstration).len()).unwrap();
    assert_eq!(*heard.lock().unwrap(), (commands, commands));
    assert_eq!((first.households, first.workers), (250, 30));
    let head = log.head().await.unwrap();
    assert!((12_000..25_000).contains(&head), "{head} events");

    let second = load(&log, &demonstration, &in_force, &|_, _| {}).await.unwrap();
    assert_eq!(second.events, 0);
    assert_eq!(log.head().await.unwrap(), head);
    assert!(log.verify(|_| {}).await.unwrap().first_bad.is_none());
    log.close().await;
}
