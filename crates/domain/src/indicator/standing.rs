//! What goes on after a fact, and what ends with it: of a case in which nothing goes on, and of which nothing was written for
//! long, no figure tells, so that its facts need not be read.

use super::happening::{Happening, InCase, ToAction, ToDeadline, ToMeasure};
use crate::words::{Day, Due};
use jiff::tz::TimeZone;
use uuid::Uuid;

/// What goes on in a case, or ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Standing {
    /// The measure, deadline or action; the case itself when it is none of them.
    pub thing: Option<Uuid>,
    /// Whether it goes on.
    pub goes_on: bool,
    /// A day that figures may still ask of it when it does not.
    pub until_on: Option<Day>,
}

impl Happening {
    /// What it begins or ends; nothing where it does neither.
    #[must_use]
    pub fn standing(&self) -> Option<Standing> {
        let (thing, goes_on, until_on) = match self {
            Self::Case(InCase::Opened { .. } | InCase::Reopened { .. }) => (None, true, None),
            Self::Case(InCase::Closed { on: _, watch_until }) => (None, false, *watch_until),
            Self::Measure(measure, happened) => {
                let (goes_on, until_on) = match happened {
                    ToMeasure::Decided { on } => (true, *on),
                    ToMeasure::Started { from, until } => (true, until.map_or(*from, |until| until.max(*from))),
                    ToMeasure::Renewed { until } => (true, *until),
                    ToMeasure::Ended { on } => (false, *on),
                    ToMeasure::RenewalAsked => return None,
                };
                (Some(*measure), goes_on, Some(until_on))
            }
            Self::Deadline(deadline, ToDeadline::Set { due, .. } | ToDeadline::Moved { due }) => {
                (Some(*deadline), true, Some(day_of(*due)))
            }
            Self::Deadline(deadline, ToDeadline::Met | ToDeadline::Withdrawn) => (Some(*deadline), false, None),
            Self::Action(action, ToAction::Given { due_on }) => (Some(*action), true, *due_on),
            Self::Action(action, ToAction::Delayed { due_on }) => (Some(*action), true, Some(*due_on)),
            Self::Action(action, ToAction::Done { .. } | ToAction::Abandoned) => (Some(*action), false, None),
            Self::Case(
                InCase::ReferentNamed { .. }
                | InCase::ReferentLeft
                | InCase::ComplexityReviewed { .. }
                | InCase::CadenceAgreed { .. }
                | InCase::Held { .. }
                | InCase::Missed { .. }
                | InCase::Acted,
            )
            | Self::Meeting(..)
            | Self::Post(..) => return None,
        };
        Some(Standing {
            thing,
            goes_on,
            until_on,
        })
    }
}

/// The last day that an instant may fall on, wherever the territory is.
fn day_of(due: Due) -> Day {
    match due {
        Due::On(day) => day,
        Due::At(at) => {
            let day = Day::of(at, &TimeZone::UTC);
            day.0.tomorrow().map_or(day, Day)
        }
    }
}
