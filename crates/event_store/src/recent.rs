//! The events that this process stored last, for those who follow it: they need not ask the database for them.
//!
//! Only what is committed comes in, one after the other without a gap; as soon as others have written in between, it
//! begins anew. So what is given is what the database would give, though there may be more.

use crate::Stored;
use crate::sabotage::{Sabotage, is_sabotaged};
use crate::sync::{Arc, Mutex, PoisonError};
use std::collections::VecDeque;

/// How many events are kept at most, and how many bytes of payload.
const EVENTS: usize = 1_024;
const BYTES: usize = 1 << 20;

/// The events that this process stored last.
#[derive(Default)]
pub struct Recent(Mutex<Kept>);

#[derive(Default)]
struct Kept {
    events: VecDeque<Arc<Stored>>,
    bytes: usize,
}

impl Recent {
    /// Takes in what was just committed, in order.
    pub fn keep(&self, events: impl Iterator<Item = Stored>) {
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        for event in events {
            let last = kept.events.back().map(|last| last.position);
            if last.is_some_and(|last| last.saturating_add(1) != event.position)
                && !is_sabotaged(Sabotage::OthersUnnoticed)
            {
                *kept = Kept::default();
            }
            kept.bytes = kept.bytes.saturating_add(event.payload.len());
            kept.events.push_back(Arc::new(event));
            while kept.events.len() > EVENTS || kept.bytes > BYTES {
                let Some(oldest) = kept.events.pop_front() else { break };
                kept.bytes = kept.bytes.saturating_sub(oldest.payload.len());
            }
        }
    }

    /// Lets go of all of it: the database that is asked next may not hold them.
    pub fn forget(&self) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Kept::default();
    }

    /// The next events after a position, when they are here.
    #[must_use]
    pub fn after(&self, position: u64, limit: u32) -> Option<Vec<Stored>> {
        let next = position.checked_add(1)?;
        let found: Vec<Arc<Stored>> = {
            let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
            let skipped = next.checked_sub(kept.events.front()?.position)?;
            if is_sabotaged(Sabotage::LookedUpInTwoSteps) {
                drop(kept);
                kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
            }
            let skipped = usize::try_from(skipped).ok()?;
            let limit = usize::try_from(limit).ok()?;
            kept.events.iter().skip(skipped).take(limit).cloned().collect()
        };
        (!found.is_empty()).then(|| found.iter().map(|event| Stored::clone(event)).collect())
    }
}

#[cfg(all(test, not(feature = "shuttle")))]
mod tests {
    use super::*;
    use jiff::Timestamp;
    use uuid::Uuid;

    fn event(position: u64, length: usize) -> Stored {
        Stored {
            position,
            id: Uuid::from_u128(position.into()),
            kind: "tally.added".to_owned(),
            schema: 1,
            stream: Uuid::nil(),
            version: position,
            command: Uuid::nil(),
            by: Uuid::nil(),
            recorded_at: Timestamp::UNIX_EPOCH,
            occurred_at: Timestamp::UNIX_EPOCH,
            known_at: None,
            payload: vec![0; length],
        }
    }

    fn positions(recent: &Recent, after: u64, limit: u32) -> Option<Vec<u64>> {
        Some(recent.after(after, limit)?.iter().map(|event| event.position).collect())
    }

    #[test]
    fn what_follows_a_kept_position_is_given_and_nothing_else() {
        let recent = Recent::default();
        assert_eq!(positions(&recent, 0, 10), None);
        recent.keep([5, 6, 7].map(|position| event(position, 1)).into_iter());
        assert_eq!(positions(&recent, 3, 10), None, "5 is not the next after 3");
        assert_eq!(positions(&recent, 4, 10), Some(vec![5, 6, 7]));
        assert_eq!(positions(&recent, 5, 1), Some(vec![6]));
        assert_eq!(positions(&recent, 7, 10), None);
        recent.keep([9].map(|position| event(position, 1)).into_iter());
        assert_eq!(positions(&recent, 6, 10), None, "others have written 8");
        assert_eq!(positions(&recent, 8, 10), Some(vec![9]));
        recent.forget();
        assert_eq!(positions(&recent, 8, 10), None);
    }

    #[test]
    fn the_oldest_go_when_there_are_too_many_or_they_are_too_large() {
        let recent = Recent::default();
        let many = u64::try_from(EVENTS).unwrap() + 10;
        recent.keep((1..=many).map(|position| event(position, 1)));
        assert_eq!(positions(&recent, 9, 1), None);
        assert_eq!(positions(&recent, 10, 1), Some(vec![11]));
        recent.keep([event(many + 1, BYTES - 1), event(many + 2, 2)].into_iter());
        assert_eq!(positions(&recent, many, 10), None);
        assert_eq!(positions(&recent, many + 1, 10), Some(vec![many + 2]));
        recent.keep([event(many + 3, BYTES + 1)].into_iter());
        assert_eq!(positions(&recent, many + 2, 10), None);
    }
}
