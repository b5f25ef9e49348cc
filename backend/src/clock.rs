//! What time it is in the territory. A demonstration stands on its own day for ever, so that nothing drifts.

use domain::words::Day;
use jiff::tz::TimeZone;
use jiff::{Timestamp, Zoned};

/// The clock of a territory.
#[derive(Clone, Debug)]
pub struct Clock {
    zone: TimeZone,
    fixed: Option<Day>,
}

impl Clock {
    /// The clock of a zone; of an invented day when one is given.
    #[must_use]
    pub fn new(zone: TimeZone, fixed: Option<Day>) -> Self {
        Self { zone, fixed }
    }

    /// The present instant.
    #[must_use]
    pub fn now(&self) -> Timestamp {
        let now = Timestamp::now();
        let Some(day) = self.fixed else {
            return microseconds(now);
        };
        let time = Zoned::new(now, self.zone.clone()).time();
        microseconds(
            day.0
                .to_datetime(time)
                .to_zoned(self.zone.clone())
                .map_or(now, |zoned| zoned.timestamp()),
        )
    }

    /// The present day in the territory.
    #[must_use]
    pub fn today(&self) -> Day {
        Day::of(self.now(), &self.zone)
    }

    /// The territory's zone.
    #[must_use]
    pub fn zone(&self) -> &TimeZone {
        &self.zone
    }

    /// Whether the day is invented.
    #[must_use]
    pub fn is_invented(&self) -> bool {
        self.fixed.is_some()
    }
}

/// Instants are kept at microseconds.
fn microseconds(at: Timestamp) -> Timestamp {
    Timestamp::from_microsecond(at.as_microsecond()).unwrap_or(at)
}
