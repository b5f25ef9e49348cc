//! Signing behind the log, by one process or several, and proofs that anybody can check.

use crate::written::{Log, SEED, key};
use checkpoints::{
    Fault, Included, Keeper, admit, catch_up, consistency, dismiss, inclusion, is_admitted, newest, signer, witnesses,
};
use tokio::sync::watch;
use transparency::{is_consistent, is_included, nothing};

#[tokio::test]
async fn an_empty_log_has_nothing_to_sign() {
    let log = Log::of(0).await;
    assert_eq!(catch_up(log.pool(), &SEED).await.unwrap(), None);
    assert_eq!(newest(log.pool()).await.unwrap(), None);
    assert_eq!(inclusion(log.pool(), 1, 1).await.unwrap(), None);
}

#[tokio::test]
async fn each_event_is_proven_to_be_in_each_tree_that_holds_it() {
    // More than two full tiles, so that a proof needs both levels.
    let log = Log::of(700).await;
    let kept = log.signed().await;
    assert_eq!((kept.size, kept.root), (700, log.believed().await.root));
    for size in [1, 2, 255, 256, 257, 512, 513, 700] {
        let root = root_of(&log, size).await;
        for position in [1, 2, size / 2, size - 1, size] {
            if !(1..=size).contains(&position) {
                continue;
            }
            let Included { hash, proof } = inclusion(log.pool(), position, size).await.unwrap().unwrap();
            assert!(
                is_included(&hash, position - 1, size, &proof, &root),
                "{position} in {size}"
            );
        }
    }
    assert_eq!(inclusion(log.pool(), 0, 700).await.unwrap(), None);
    assert_eq!(inclusion(log.pool(), 701, 700).await.unwrap(), None);
    assert_eq!(
        inclusion(log.pool(), 1, 701).await.unwrap(),
        None,
        "so many were never signed"
    );
    let absurd = inclusion(log.pool(), u64::MAX, u64::MAX).await.unwrap();
    assert_eq!(absurd, None);
}

/// The root of a part of the log: that of the checkpoint that such a log would have.
async fn root_of(log: &Log, size: u64) -> [u8; 32] {
    let mut frontier = transparency::Frontier::default();
    for hash in event_store::hashes(log.pool(), 1..=size).await.unwrap() {
        frontier.append(transparency::leaf(&hash), |_, _| {});
    }
    frontier.root()
}

#[tokio::test]
async fn the_log_is_proven_to_have_only_grown() {
    let log = Log::of(3).await;
    let first = log.signed().await;
    log.written(3, 600, "tally.counted").await;
    let second = log.signed().await;
    assert_eq!((first.size, second.size), (3, 600));
    for (from, to) in [
        (1, 600),
        (3, 600),
        (256, 600),
        (257, 512),
        (599, 600),
        (600, 600),
        (0, 5),
    ] {
        let proof = consistency(log.pool(), from, to).await.unwrap().unwrap();
        let old = if from == 0 {
            nothing()
        } else {
            root_of(&log, from).await
        };
        assert!(
            is_consistent(from, &old, to, &root_of(&log, to).await, &proof),
            "{from} to {to}"
        );
    }
    assert_eq!(consistency(log.pool(), 4, 3).await.unwrap(), None);
    assert_eq!(consistency(log.pool(), 4, 601).await.unwrap(), None);
}

#[tokio::test]
async fn two_processes_sign_one_log_in_turns() {
    let log = Log::of(300).await;
    let (pool, newest_position) = (log.other_pool(), watch::channel(300));
    let keeper = Keeper::start(
        pool.clone(),
        signer(&pool, &SEED).await.unwrap(),
        newest_position.1.clone(),
    );
    log.signed().await;
    log.written(300, 500, "tally.counted").await;
    log.signed().await;
    log.written(500, 900, "tally.counted").await;
    // It signs the last on its way out, on top of what the other one signed.
    keeper.stop().await;
    assert_eq!(log.believed().await.size, 900);
    assert_eq!(log.believed().await.root, root_of(&log, 900).await);
    assert_eq!(log.signed().await.size, 900, "nothing is signed twice");
    let held = checkpoints::verify(&log.reader, Some(key()), None, |_| {})
        .await
        .unwrap();
    assert!(held.is_good(), "{held:?}");
    assert_eq!(held.signed, 900);
}

#[tokio::test]
async fn a_thousand_events_are_signed_without_waiting_for_the_second() {
    let log = Log::of(10).await;
    let pool = log.other_pool();
    let (told, heard) = watch::channel(10);
    let keeper = Keeper::start(pool.clone(), signer(&pool, &SEED).await.unwrap(), heard);
    log.written(10, 5_000, "tally.counted").await;
    told.send(5_000).unwrap();
    let signed = tokio::time::timeout(std::time::Duration::from_secs(30), async {
        while newest(log.pool())
            .await
            .unwrap()
            .is_none_or(|(kept, _)| kept.size < 5_000)
        {
            tokio::task::yield_now().await;
        }
    });
    signed.await.unwrap();
    keeper.stop().await;
}

#[tokio::test]
async fn a_log_has_one_key() {
    let log = Log::of(5).await;
    log.signed().await;
    let other = catch_up(log.pool(), &[8; 32]).await;
    assert!(matches!(other, Err(Fault::OtherKey)), "{other:?}");
}

#[tokio::test]
async fn what_was_altered_is_not_signed_again() {
    let log = Log::of(400).await;
    log.signed().await;
    log.meddle("update event set hash = decode(repeat('ab', 32), 'hex') where position = 390")
        .await;
    log.written(400, 401, "tally.counted").await;
    let signed = catch_up(log.pool(), &SEED).await;
    assert!(matches!(signed, Err(Fault::Altered { size: 400 })), "{signed:?}");

    let log = Log::of(400).await;
    log.signed().await;
    log.meddle("delete from event where position > 300").await;
    log.written(300, 350, "tally.counted").await;
    let signed = catch_up(log.pool(), &SEED).await;
    assert!(matches!(signed, Err(Fault::Altered { size: 400 })), "{signed:?}");
}

#[tokio::test]
async fn a_witness_may_ask_until_she_is_dismissed() {
    let log = Log::of(0).await;
    let pool = log.pool();
    let first = admit(pool, "département voisin").await.unwrap();
    assert!(is_admitted(pool, &first).await.unwrap());
    let second = admit(pool, "département voisin").await.unwrap();
    assert!(
        !is_admitted(pool, &first).await.unwrap(),
        "a new token replaces the old"
    );
    assert!(is_admitted(pool, &second).await.unwrap());
    assert_eq!(witnesses(pool).await.unwrap()[0].name, "département voisin");
    assert!(dismiss(pool, "département voisin").await.unwrap());
    assert!(!dismiss(pool, "département voisin").await.unwrap());
    assert!(!is_admitted(pool, &second).await.unwrap());
    assert_eq!(witnesses(pool).await.unwrap(), []);
}

#[tokio::test]
async fn the_program_can_take_nothing_back() {
    let log = Log::of(300).await;
    log.signed().await;
    let program = log.pool().get().await.unwrap();
    for sql in [
        "update log_checkpoint set at = now()",
        "delete from log_checkpoint",
        "truncate log_checkpoint",
        "delete from log_tile",
        "update log_tile set number = 9",
        "update checkpoint_key set origin = 'trame/other'",
        "delete from checkpoint_key",
        "delete from witness",
    ] {
        assert!(program.batch_execute(sql).await.is_err(), "{sql}");
        let owner = log.owner.batch_execute(sql).await;
        assert!(owner.is_err() || sql.ends_with("witness"), "the owner neither: {sql}");
    }
}
