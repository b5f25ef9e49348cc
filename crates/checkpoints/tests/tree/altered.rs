//! A verification compares all that was ever signed with what the log holds now, and names the place.

use crate::written::{Log, key};
use checkpoints::{Altered, Verified, Why, verify};
use transparency::Checkpoint;

async fn verified(log: &Log, known: Option<&Checkpoint>) -> Verified {
    verify(&log.reader, Some(key()), known, |_| {}).await.unwrap()
}

/// A log of 1,000 events with checkpoints at 300, 600 and 1,000.
async fn signed_three_times() -> Log {
    let log = Log::of(300).await;
    log.signed().await;
    log.written(300, 600, "tally.counted").await;
    log.signed().await;
    log.written(600, 1_000, "tally.counted").await;
    log.signed().await;
    log
}

async fn altered(log: &Log, known: Option<&Checkpoint>) -> Altered {
    let found = verified(log, known).await;
    assert!(!found.is_good());
    assert!(found.chain.ok, "the chain alone does not see it");
    found.altered.unwrap()
}

#[tokio::test]
async fn a_log_that_nobody_touched_holds() {
    let log = signed_three_times().await;
    let known = log.believed().await;
    log.written(1_000, 1_010, "tally.counted").await;
    for known in [None, Some(&known)] {
        let found = verified(&log, known).await;
        assert!(found.is_good(), "{found:?}");
        assert_eq!((found.chain.events, found.checkpoints, found.signed), (1_010, 3, 1_000));
    }
    assert!(verified(&Log::of(0).await, None).await.is_good());
}

#[tokio::test]
async fn an_event_rewritten_with_all_hashes_after_it_is_found() {
    let log = signed_three_times().await;
    log.meddle("delete from event where position > 699").await;
    log.written(699, 1_000, "tally.rewritten").await;
    let found = altered(&log, None).await;
    // The tile of 513 to 768 is kept, and narrows it down.
    let expected = Altered {
        size: 1_000,
        within: 601..=768,
        why: Why::Rewritten,
    };
    assert_eq!(found, expected);
    assert_eq!(verified(&log, None).await.signed, 600);
    // Without the tile, the checkpoints still tell.
    log.meddle("delete from log_tile where number = 2").await;
    assert_eq!(altered(&log, None).await.within, 601..=1_000);
}

#[tokio::test]
async fn events_cut_off_with_their_commands_are_found() {
    let log = signed_three_times().await;
    log.meddle("delete from event where position > 800; delete from command where position > 800")
        .await;
    log.written(800, 800, "tally.counted").await;
    let expected = Altered {
        size: 1_000,
        within: 801..=1_000,
        why: Why::Shortened,
    };
    assert_eq!(altered(&log, None).await, expected);
}

#[tokio::test]
async fn an_older_backup_is_found_by_who_saw_more() {
    let log = signed_three_times().await;
    let known = log.believed().await;
    log.meddle(
        "delete from event where position > 600; delete from log_checkpoint where size > 600;
         delete from log_tile where number > 1; delete from command where position > 600",
    )
    .await;
    assert!(verified(&log, None).await.is_good(), "by itself an older log is a log");
    let found = altered(&log, Some(&known)).await;
    assert_eq!(
        (found.size, found.within, found.why),
        (1_000, 601..=1_000, Why::Shortened)
    );

    // And so it stays when it grows in another way, and is signed by who stole the key.
    log.written(600, 1_200, "tally.rewritten").await;
    log.signed().await;
    assert!(verified(&log, None).await.is_good());
    let found = altered(&log, Some(&known)).await;
    assert_eq!((found.size, found.why), (1_000, Why::Rewritten));
    assert_eq!(found.within, 1..=1_000, "all that the thief signed may be rewritten");
}

#[tokio::test]
async fn a_checkpoint_that_was_altered_is_found() {
    let log = signed_three_times().await;
    log.meddle("update log_checkpoint set signature = overlay(signature placing '\\x00' from 3) where size = 600")
        .await;
    let found = altered(&log, None).await;
    assert_eq!((found.size, found.why), (600, Why::Forged));
    // Without a key only the roots are compared.
    let keyless = verify(&log.reader, None, None, |_| {}).await.unwrap();
    assert!(keyless.is_good());
}

#[tokio::test]
async fn a_tile_that_was_altered_or_taken_is_found() {
    for meddling in [
        "update log_tile set root = decode(repeat('00', 32), 'hex') where number = 1",
        "delete from log_tile where number = 1",
    ] {
        let log = signed_three_times().await;
        log.meddle(meddling).await;
        let found = altered(&log, None).await;
        assert_eq!((found.size, found.why), (600, Why::Tile), "{meddling}");
    }
}

#[tokio::test]
async fn a_broken_chain_names_the_place_by_itself() {
    let log = signed_three_times().await;
    log.meddle("update event set payload = '\\x00' where position = 650")
        .await;
    let found = verified(&log, None).await;
    assert_eq!((found.chain.first_bad, found.checkpoints), (Some(650), 2));
}
