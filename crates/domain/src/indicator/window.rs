//! The time that is asked about: from the first instant of one day to the first instant of another.

use crate::words::Day;
use jiff::tz::TimeZone;
use jiff::{Span, Timestamp};

/// A period in the days of a territory. Its end is not part of it: what stands is told as of that instant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Window {
    /// The first day.
    pub from_on: Day,
    /// The day after the last.
    pub until_on: Day,
    /// The first instant.
    pub from: Timestamp,
    /// The first instant after it.
    pub until: Timestamp,
    /// The zone in which the days are meant.
    pub zone: TimeZone,
}

impl Window {
    /// From the start of a day to the start of another; empty when the other is not later.
    #[must_use]
    pub fn of(from_on: Day, until_on: Day, zone: &TimeZone) -> Self {
        let from_on = from_on.min(until_on);
        Self {
            from_on,
            until_on,
            from: from_on.start(zone),
            until: until_on.start(zone),
            zone: zone.clone(),
        }
    }

    /// The same length of time, some months before.
    pub(super) fn months_before(&self, months: i64) -> Self {
        let earlier = |day: Day| Day(day.0.saturating_sub(Span::new().months(months)));
        Self::of(earlier(self.from_on), earlier(self.until_on), &self.zone)
    }

    /// The twelve months that end with it.
    pub(super) fn year(&self) -> Self {
        let from = Day(self.until_on.0.saturating_sub(Span::new().months(12)));
        Self::of(from, self.until_on, &self.zone)
    }

    /// Whether an instant lies in it.
    #[must_use]
    pub fn holds(&self, at: Timestamp) -> bool {
        self.from <= at && at < self.until
    }

    pub(super) fn holds_day(&self, day: Day) -> bool {
        self.from_on <= day && day < self.until_on
    }

    /// The first instant of each of its days.
    pub(super) fn days(&self) -> Vec<Timestamp> {
        let mut days = Vec::new();
        let mut day = self.from_on;
        while day < self.until_on {
            days.push(day.start(&self.zone));
            let Ok(next) = day.0.tomorrow() else { break };
            day = Day(next);
        }
        days
    }
}
