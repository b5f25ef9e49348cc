//! When something was, where the worker tells a day: a closure of the twentieth that is written on the eighth of the next
//! month was on the twentieth. When it was known is another question, and its answer is the entry.

use super::happening::{Happening, InCase, ToAction, ToDeadline, ToMeasure};
use crate::words::Day;
use jiff::Timestamp;
use jiff::tz::TimeZone;

impl Happening {
    /// The day that is told of it; none where it was when it was written.
    #[must_use]
    pub fn told_on(&self) -> Option<Day> {
        match self {
            Self::Case(InCase::Opened { on, .. } | InCase::Reopened { on } | InCase::Closed { on, watch_until: _ })
            | Self::Measure(
                _,
                ToMeasure::Decided { on } | ToMeasure::Started { from: on, until: _ } | ToMeasure::Ended { on },
            ) => Some(*on),
            Self::Action(_, ToAction::Done { on }) => *on,
            Self::Case(
                InCase::ReferentNamed { .. }
                | InCase::ReferentLeft
                | InCase::ComplexityReviewed { .. }
                | InCase::CadenceAgreed { .. }
                | InCase::Held { .. }
                | InCase::Missed { .. }
                | InCase::Acted,
            )
            | Self::Measure(_, ToMeasure::RenewalAsked | ToMeasure::Renewed { until: _ })
            | Self::Deadline(
                _,
                ToDeadline::Set { .. } | ToDeadline::Moved { .. } | ToDeadline::Met | ToDeadline::Withdrawn,
            )
            | Self::Action(_, ToAction::Given { .. } | ToAction::Delayed { .. } | ToAction::Abandoned)
            | Self::Meeting(..)
            | Self::Post(..) => None,
        }
    }

    /// When it was: the instant that its event claims, or the end of the day that is told of it, where that is earlier.
    #[must_use]
    pub fn was_at(&self, claimed: Timestamp, zone: &TimeZone) -> Timestamp {
        self.told_on().map_or(claimed, |on| on.end(zone).min(claimed))
    }
}
