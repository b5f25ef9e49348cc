//! Unwrapped keys in memory: few, for a short time, wiped when they go.

use crate::primitives::Key;
use crate::sabotage::{Sabotage, is_sabotaged};
use crate::sync::{Arc, AtomicU64, Mutex, Ordering, PoisonError};
use lru::LruCache;
use sealed::Subject;
use std::collections::BTreeSet;
use std::num::NonZeroUsize;
use std::time::{Duration, Instant};

/// How many keys are held at most.
pub(crate) const HELD: NonZeroUsize = NonZeroUsize::MIN.saturating_add(65_535);
/// How long a key is held: a subject that another process forgets is forgotten here by then, even when nobody told us.
const HELD_FOR: Duration = Duration::from_secs(60);

/// A key, or the knowledge that it was destroyed.
#[derive(Clone)]
pub(crate) enum Held {
    Key(Arc<Key>),
    Forgotten,
}

/// Subjects and their keys.
pub(crate) type Found = Vec<(Subject, Held)>;

pub(crate) struct Cache {
    held: Mutex<LruCache<Subject, (Held, Instant)>>,
    /// Grows whenever keys are destroyed, so that a key read before cannot be put back after.
    generation: AtomicU64,
}

impl Cache {
    /// Of at most so many keys.
    pub(crate) fn new(most: NonZeroUsize) -> Self {
        Self {
            held: Mutex::new(LruCache::new(most)),
            generation: AtomicU64::new(0),
        }
    }

    pub(crate) fn generation(&self) -> u64 {
        self.generation.load(Ordering::SeqCst)
    }

    /// What is held of these subjects, and those of which nothing is.
    pub(crate) fn take(&self, subjects: impl IntoIterator<Item = Subject>) -> (Found, BTreeSet<Subject>) {
        let wanted: BTreeSet<Subject> = subjects.into_iter().collect();
        let mut held = self.held.lock().unwrap_or_else(PoisonError::into_inner);
        let (mut found, mut missing) = (Vec::with_capacity(wanted.len()), BTreeSet::new());
        for subject in wanted {
            match held.get(&subject) {
                Some((key, since)) if since.elapsed() < HELD_FOR => found.push((subject, key.clone())),
                Some(_) | None => {
                    missing.insert(subject);
                }
            }
        }
        (found, missing)
    }

    /// Holds what was read when the cache was at `generation`.
    pub(crate) fn put(&self, generation: u64, found: &Found) {
        let too_early = is_sabotaged(Sabotage::GenerationReadTooEarly).then(|| self.generation());
        let mut held = self.held.lock().unwrap_or_else(PoisonError::into_inner);
        if too_early.unwrap_or_else(|| self.generation()) != generation {
            return;
        }
        for (subject, key) in found {
            held.put(*subject, (key.clone(), Instant::now()));
        }
    }

    /// Holds nothing any more: some key was destroyed, here or elsewhere.
    pub(crate) fn clear(&self) {
        let mut held = self.held.lock().unwrap_or_else(PoisonError::into_inner);
        self.generation.fetch_add(1, Ordering::SeqCst);
        held.clear();
    }
}
