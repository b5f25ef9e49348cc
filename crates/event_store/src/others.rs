//! What other processes may have written, as far as this one has heard: what it remembers of a stream stands until then.

use crate::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

/// For how long a look at the log tells that nothing else was written: four looks that were missed.
const TOLD_FOR: Duration = Duration::from_secs(1);

/// What was heard.
pub(crate) struct Others(Mutex<Heard>);

struct Heard {
    /// Up to this position others may have written.
    position: u64,
    /// When the log was last looked at, with success.
    looked: Option<Instant>,
    /// How often the writer has connected: the host that it found last may hold less than the one before.
    era: u64,
}

/// As of when something of the log was known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct AsOf {
    era: u64,
    position: u64,
}

impl Others {
    /// Nothing is known of what stands before this position.
    pub(crate) fn behind(position: u64) -> Self {
        Self(Mutex::new(Heard {
            position,
            looked: None,
            era: 0,
        }))
    }

    /// Others may have written up to here.
    pub(crate) fn wrote(&self, position: u64) {
        self.with(|heard| heard.position = heard.position.max(position));
    }

    /// All that was written before this instant has been heard of.
    pub(crate) fn looked(&self, at: Instant) {
        self.with(|heard| heard.looked = Some(at));
    }

    /// The writer has connected anew.
    pub(crate) fn reconnected(&self) {
        self.with(|heard| heard.era = heard.era.saturating_add(1));
    }

    /// What is read or written from now on, at this position, is as of then.
    pub(crate) fn era(&self) -> impl Fn(u64) -> AsOf + use<> {
        let era = self.with(|heard| heard.era);
        move |position| AsOf { era, position }
    }

    /// Whether nobody else has written since, as far as was heard of late.
    pub(crate) fn silent_since(&self, known: AsOf) -> bool {
        self.with(|heard| {
            heard.era == known.era
                && heard.position <= known.position
                && heard.looked.is_some_and(|looked| looked.elapsed() < TOLD_FOR)
        })
    }

    fn with<T>(&self, what: impl FnOnce(&mut Heard) -> T) -> T {
        what(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

#[cfg(all(test, not(feature = "shuttle")))]
mod tests {
    use super::*;

    #[test]
    fn what_is_known_stands_until_others_write_or_nothing_is_heard_any_more() {
        let others = Others::behind(5);
        let at = others.era();
        assert!(!others.silent_since(at(7)), "nobody has looked yet");
        others.looked(Instant::now());
        assert!(others.silent_since(at(5)) && others.silent_since(at(7)));
        assert!(!others.silent_since(at(4)), "what stands before is not known");
        others.wrote(7);
        others.wrote(6);
        assert!(others.silent_since(at(7)) && !others.silent_since(at(6)));
        others.reconnected();
        assert!(!others.silent_since(at(9)), "another host may hold less");
        assert!(others.silent_since(others.era()(9)));
        if let Some(long_ago) = Instant::now().checked_sub(TOLD_FOR) {
            others.looked(long_ago);
            assert!(!others.silent_since(others.era()(9)), "nothing was heard of late");
        }
    }
}
