//! Whether our clock agrees with the database's. A log that is never changed must not bear dates of another year: while
//! the two are apart nothing is written, and it goes on by itself once they agree again.

use crate::sabotage::{Sabotage, is_sabotaged};
use jiff::{SignedDuration, Timestamp};
use std::sync::{Mutex, PoisonError};
use std::time::Instant;

/// How far apart two clocks may be that agree.
const APART: SignedDuration = SignedDuration::from_secs(60);

/// What the database's clock said last, and when: between two looks only the monotonic clock is believed.
#[derive(Default)]
pub(crate) struct Clocks(Mutex<Option<(Timestamp, Instant)>>);

impl Clocks {
    /// Takes note of what the database's clock says at this moment.
    pub(crate) fn heard(&self, theirs: Timestamp) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Some((theirs, Instant::now()));
    }

    /// Whether it could be this time; it could be any as long as the database has said nothing.
    pub(crate) fn agree(&self, ours: Timestamp) -> bool {
        let heard = *self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let Some((theirs, at)) = heard else { return true };
        let since = SignedDuration::try_from(at.elapsed()).unwrap_or(SignedDuration::MAX);
        let expected = theirs.saturating_add(since).unwrap_or(theirs);
        ours.duration_since(expected).abs() <= APART || is_sabotaged(Sabotage::ClockBelieved)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_minute_is_forgiven_and_a_year_is_not() {
        let clocks = Clocks::default();
        let noon: Timestamp = "2026-11-19T12:00:00Z".parse().unwrap();
        assert!(clocks.agree(noon));
        clocks.heard(noon);
        assert!(clocks.agree(noon + SignedDuration::from_secs(50)));
        assert!(clocks.agree(noon - SignedDuration::from_secs(50)));
        assert!(!clocks.agree(noon + SignedDuration::from_hours(365 * 24)));
        assert!(!clocks.agree(noon - SignedDuration::from_hours(365 * 24)));
        assert!(!clocks.agree(Timestamp::MAX) && !clocks.agree(Timestamp::MIN));
    }
}
