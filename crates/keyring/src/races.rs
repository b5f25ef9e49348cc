//! P6: what threads do to the keys that they hold together, for shuttle to try out in every order. It counts what went
//! wrong.

use crate::cache::{Cache, Held};
use crate::primitives::Key;
use crate::sync::Arc;
use sealed::Subject;
use shuttle::sync::Mutex;
use shuttle::thread;
use std::num::NonZeroUsize;
use std::sync::PoisonError;
use std::sync::atomic::{AtomicU64, Ordering};
use uuid::Uuid;

/// A key is destroyed while others read it and hold it: once that is done, nobody finds it held any more.
pub fn a_destroyed_key_is_held_by_nobody(wrong: &Arc<AtomicU64>) {
    let subject = Subject::Person(Uuid::nil());
    let cache = Arc::new(Cache::new(NonZeroUsize::MIN));
    // Whether the database still has the key.
    let stored = Arc::new(Mutex::new(true));
    let readers = [0, 1].map(|_| {
        let (cache, stored) = (Arc::clone(&cache), Arc::clone(&stored));
        thread::spawn(move || {
            for _ in 0..2 {
                let (_, missing) = cache.take([subject]);
                if !missing.is_empty() {
                    let seen = cache.generation();
                    let is_there = *stored.lock().unwrap_or_else(PoisonError::into_inner);
                    let held = if is_there {
                        Held::Key(Arc::new(Key::default()))
                    } else {
                        Held::Forgotten
                    };
                    cache.put(seen, &vec![(subject, held)]);
                }
            }
        })
    });
    let forgets = {
        let (cache, stored, wrong) = (Arc::clone(&cache), Arc::clone(&stored), Arc::clone(wrong));
        thread::spawn(move || {
            *stored.lock().unwrap_or_else(PoisonError::into_inner) = false;
            cache.clear();
            for _ in 0..2 {
                let (found, _) = cache.take([subject]);
                let is_held = found.iter().any(|(_, held)| matches!(held, Held::Key(_)));
                wrong.fetch_add(u64::from(is_held), Ordering::SeqCst);
            }
        })
    };
    for thread in readers.into_iter().chain([forgets]) {
        wrong.fetch_add(u64::from(thread.join().is_err()), Ordering::SeqCst);
    }
    let (found, _) = cache.take([subject]);
    let is_held = found.iter().any(|(_, held)| matches!(held, Held::Key(_)));
    wrong.fetch_add(u64::from(is_held), Ordering::SeqCst);
}
