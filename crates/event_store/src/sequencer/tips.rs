//! What the writer remembers of the streams it wrote: where each ends, so that an append need not ask.
//!
//! True only as long as nobody else has written to the log, which every append proves by the position it takes.

use lru::LruCache;
use std::num::NonZeroUsize;
use uuid::Uuid;

/// The end of a stream.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tip {
    /// Its capability.
    pub capability: &'static str,
    /// Its version.
    pub version: u64,
    /// The command that brought it there, and the digest of its wish.
    pub by: (Uuid, [u8; 32]),
}

pub(super) struct Tips(LruCache<Uuid, Tip>);

impl Tips {
    pub(super) fn new(most: NonZeroUsize) -> Self {
        Self(LruCache::new(most))
    }

    pub(super) fn of(&mut self, stream: Uuid) -> Option<Tip> {
        self.0.get(&stream).copied()
    }

    pub(super) fn keep(&mut self, stream: Uuid, tip: Tip) {
        self.0.put(stream, tip);
    }

    pub(super) fn forget(&mut self) {
        self.0.clear();
    }
}
