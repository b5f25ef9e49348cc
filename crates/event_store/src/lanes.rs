//! Streams in hand: the state of those that were written last, so that the next command on them need not read them.
//!
//! A state here is a belief: what a rule accepts on it is checked again by the writer, and what a rule refuses on it is
//! decided again on what is stored. Commands on one stream are decided one after the other, each on the facts of the one
//! before it, and stored together.

use crate::EventStore;
use crate::sabotage::{Sabotage, is_sabotaged};
use crate::sequencer::Asked;
use crate::sync::{Arc, Mutex, PoisonError};
use decider::Decider;
use lru::LruCache;
use std::any::Any;
use std::num::NonZeroUsize;
use tokio::sync::oneshot;
use uuid::Uuid;

/// A stream, held by one command at a time; nothing is in it when it must be read.
pub(crate) type Lane = tokio::sync::Mutex<Option<Box<dyn Any + Send>>>;

/// What is believed of a stream.
pub(crate) struct Warm<D> {
    pub(crate) state: D,
    pub(crate) version: u64,
    /// The event that brought it there; none when the stream has none.
    pub(crate) last: Option<Uuid>,
    /// The command whose facts brought it there, while they may not be stored yet.
    pub(crate) after: Option<(Uuid, [u8; 32])>,
    /// Commands that were offered and may not be stored yet; all others are stored or were never offered.
    pub(crate) on_their_way: Vec<Uuid>,
}

/// How many commands of one stream are on their way before somebody waits for them.
pub(crate) const ON_THEIR_WAY: usize = 256;

/// The streams in hand, the least used of which are let go.
pub(crate) struct Lanes(Mutex<LruCache<Uuid, Arc<Lane>>>);

impl Lanes {
    pub(crate) fn new(most: NonZeroUsize) -> Self {
        Self(Mutex::new(LruCache::new(most)))
    }

    pub(crate) fn of(&self, stream: Uuid) -> Arc<Lane> {
        let mut lanes = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if is_sabotaged(Sabotage::LaneMadeInTwoSteps) && !lanes.contains(&stream) {
            drop(lanes);
            lanes = self.0.lock().unwrap_or_else(PoisonError::into_inner);
            lanes.put(stream, Arc::new(Lane::new(None)));
        }
        Arc::clone(lanes.get_or_insert(stream, || Arc::new(Lane::new(None))))
    }
}

impl<D> Warm<D> {
    /// A stream as it is stored.
    pub(crate) fn stored(state: D, version: u64, last: Option<Uuid>) -> Self {
        Self {
            state,
            version,
            last,
            after: None,
            on_their_way: Vec::new(),
        }
    }
}

/// What is believed of a stream as one of this capability.
pub(crate) fn warm<D: Decider>(held: &mut Option<Box<dyn Any + Send>>) -> Option<&mut Warm<D>> {
    held.as_mut()?.downcast_mut()
}

impl<C> EventStore<C> {
    /// Waits until all that was offered to the writer before is stored or refused.
    pub(crate) async fn settle(&self) {
        let (settled, wait) = oneshot::channel();
        if self.inner.waiting.send(Asked::Settle(settled)).await.is_ok() {
            // The writer is gone when it does not answer: then nothing is on its way any more.
            drop(wait.await);
        }
    }
}
