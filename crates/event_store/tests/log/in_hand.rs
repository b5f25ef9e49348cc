//! A state that is in hand is answered only while it is the stored one.

use crate::tally::{Tally, Wish, insist, open};
use testkit::Database;
use uuid::Uuid;

async fn total(log: &crate::tally::Log, stream: Uuid) -> (u64, u64) {
    let (Tally { total }, version) = log.state::<Tally>(stream).await.unwrap();
    (total, version)
}

#[tokio::test]
async fn the_state_of_a_stream_is_the_stored_one_whoever_wrote_last() {
    let database = Database::fresh().await;
    let (here, there) = (open(&database).await, open(&database).await);
    let stream = Uuid::new_v4();
    assert_eq!(total(&here, stream).await, (0, 0));
    insist(&here, stream, Uuid::new_v4(), Wish::Add(1)).await;
    assert_eq!(total(&here, stream).await, (1, 1), "known from the command");
    assert_eq!(total(&there, stream).await, (1, 1), "read");
    for amount in [10, 100] {
        insist(&there, stream, Uuid::new_v4(), Wish::Add(amount)).await;
        let stored = total(&there, stream).await;
        assert_eq!(total(&here, stream).await, stored, "others have moved it");
        assert_eq!(total(&here, stream).await, stored, "in hand again");
    }
    insist(&here, stream, Uuid::new_v4(), Wish::AddMany(3)).await;
    assert_eq!(total(&here, stream).await, (114, 6));
    assert_eq!(total(&there, stream).await, (114, 6));
}

#[tokio::test]
async fn a_replay_with_two_decoders_gives_the_same_in_the_same_order() {
    let database = Database::fresh().await;
    let log = open(&database).await;
    for _ in 0..3 {
        insist(&log, Uuid::new_v4(), Uuid::new_v4(), Wish::AddMany(700)).await;
    }
    for after in [0, 1, 255, 256, 1_999, 2_100] {
        let mut decoded = log.replay_decoded(after, |stored| stored.position).await.unwrap();
        let mut seen = Vec::new();
        while let Some(part) = decoded.next().await.unwrap() {
            assert!(!part.is_empty());
            seen.extend(part);
        }
        assert_eq!(seen, (after + 1..=2_100).collect::<Vec<u64>>());
        let mut plain = log.replay(after).await.unwrap();
        let mut next = after + 1;
        while let Some(stored) = plain.next().await.unwrap() {
            assert_eq!(stored.position, next);
            next += 1;
        }
        assert_eq!(next, 2_101);
    }
}
