//! The chain, checked event by event wherever the events come from: what a verification concludes from each.

use crate::chain::{self, START};
use crate::{Stored, Verification};

impl Stored {
    /// The hash that this event must bear when the one before it bears `before`; 32 zeroes stand before the first.
    #[must_use]
    pub fn hash_after(&self, before: &[u8; 32]) -> [u8; 32] {
        chain::hash(before, self)
    }
}

/// A check on its way through the log.
#[derive(Clone, Debug)]
pub struct ChainCheck {
    told: u64,
    before: [u8; 32],
    events: u64,
}

impl ChainCheck {
    /// Begins before the first event of a log whose commands tell of events up to `told`.
    #[must_use]
    pub fn of(told: u64) -> Self {
        Self::after(told, 0, START)
    }

    /// Goes on after so many events that were checked, the last of which bears this hash.
    #[must_use]
    pub fn after(told: u64, events: u64, hash: [u8; 32]) -> Self {
        Self {
            told,
            before: hash,
            events,
        }
    }

    /// Takes the next event and the hash that stands beside it; answers that hash when it holds.
    ///
    /// # Errors
    /// What the verification ends with, when the event is altered, missing, or of no command.
    pub fn take(&mut self, event: &Stored, written: &[u8]) -> Result<[u8; 32], Verification> {
        let expected = self.events.saturating_add(1);
        let hash = chain::hash(&self.before, event);
        // A position that is missing is named itself, not the one after it.
        if event.position != expected || expected > self.told || hash != written {
            return Err(Verification::bad(self.events, expected));
        }
        self.before = hash;
        self.events = expected;
        Ok(hash)
    }

    /// How many events were good so far.
    #[must_use]
    pub fn events(&self) -> u64 {
        self.events
    }

    /// What is concluded when no event is left. Whether the newest were rewritten together with their hashes is told by
    /// what was signed of them, not by the chain.
    #[must_use]
    pub fn end(&self) -> Verification {
        if self.events < self.told {
            return Verification::bad(self.events, self.events.saturating_add(1));
        }
        Verification {
            ok: true,
            events: self.events,
            first_bad: None,
        }
    }
}
