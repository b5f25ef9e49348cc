//! P6: what threads do to the memory that they share, for shuttle to try out in every order. Each counts what went wrong.

use crate::Stored;
use crate::lanes::Lanes;
use crate::recent::Recent;
use crate::sync::Arc;
use jiff::Timestamp;
use shuttle::thread::{self, JoinHandle};
use std::num::NonZeroUsize;
use std::sync::atomic::{AtomicU64, Ordering};
use uuid::Uuid;

/// The writer keeps what it stores, between which others write, and lets go of it once, while followers read: each is given
/// what follows the place where it is, without a gap.
pub fn followers_are_given_what_follows(wrong: &Arc<AtomicU64>) {
    let recent = Arc::new(Recent::default());
    let writer = {
        let recent = Arc::clone(&recent);
        thread::spawn(move || {
            for stored in [1..=3, 4..=5, 9..=13] {
                recent.keep(stored.map(event));
            }
            recent.forget();
            for stored in [14..=15, 20..=26] {
                recent.keep(stored.map(event));
            }
        })
    };
    let followers = [0, 2, 8].map(|from| {
        let (recent, wrong) = (Arc::clone(&recent), Arc::clone(wrong));
        thread::spawn(move || {
            let mut here = from;
            for _ in 0..4 {
                for event in recent.after(here, 3).unwrap_or_default() {
                    if event.position != here + 1 {
                        wrong.fetch_add(1, Ordering::SeqCst);
                    }
                    here = event.position;
                }
            }
        })
    });
    ended(followers.into_iter().chain([writer]), wrong);
}

/// Commands of several threads on the same streams find the same lanes, also while the least used are let go.
pub fn a_stream_has_one_lane(wrong: &Arc<AtomicU64>) {
    let lanes = Arc::new(Lanes::new(NonZeroUsize::MIN.saturating_add(1)));
    let threads = [0, 1, 2].map(|_| {
        let (lanes, wrong) = (Arc::clone(&lanes), Arc::clone(wrong));
        thread::spawn(move || {
            // Two streams, and room for two: none is let go.
            for stream in [1, 2, 1] {
                let stream = Uuid::from_u128(stream);
                let (one, again) = (lanes.of(stream), lanes.of(stream));
                if !Arc::ptr_eq(&one, &again) {
                    wrong.fetch_add(1, Ordering::SeqCst);
                }
            }
        })
    });
    ended(threads, wrong);
}

fn ended(threads: impl IntoIterator<Item = JoinHandle<()>>, wrong: &AtomicU64) {
    for thread in threads {
        if thread.join().is_err() {
            wrong.fetch_add(1, Ordering::SeqCst);
        }
    }
}

fn event(position: u64) -> Stored {
    Stored {
        position,
        id: Uuid::nil(),
        kind: String::new(),
        schema: 1,
        stream: Uuid::nil(),
        version: position,
        command: Uuid::nil(),
        by: Uuid::nil(),
        recorded_at: Timestamp::UNIX_EPOCH,
        occurred_at: Timestamp::UNIX_EPOCH,
        known_at: None,
        payload: Vec::new(),
    }
}
