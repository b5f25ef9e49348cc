//! Legal dates are days of the territory's calendar; instants are kept where a record gives them.

use super::Invalid;
use jiff::{Timestamp, civil::Date, tz::TimeZone};
use serde::{Deserialize, Serialize};
use std::{fmt, str::FromStr};

/// The years that people record: whoever is accompanied was born in them, and no measure lasts beyond.
pub const YEARS: std::ops::RangeInclusive<i16> = 1900..=2199;

/// A day of the calendar, in the territory's zone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "openapi", schema(value_type = String, format = Date, example = "2026-11-19"))]
#[serde(transparent)]
pub struct Day(pub Date);

impl Day {
    /// The day of an instant in a zone.
    #[must_use]
    pub fn of(at: Timestamp, zone: &TimeZone) -> Self {
        Self(at.to_zoned(zone.clone()).date())
    }

    /// The first instant of the day in a zone.
    #[must_use]
    pub fn start(self, zone: &TimeZone) -> Timestamp {
        self.0
            .to_zoned(zone.clone())
            .map_or(Timestamp::MAX, |zoned| zoned.timestamp())
    }

    /// The last microsecond of the day in a zone: what is due on a day is late only when the day is over.
    #[must_use]
    pub fn end(self, zone: &TimeZone) -> Timestamp {
        let next = self
            .0
            .tomorrow()
            .map_or(Timestamp::MAX, |tomorrow| Self(tomorrow).start(zone));
        next.checked_sub(jiff::Span::new().microseconds(1)).unwrap_or(next)
    }

    /// The same day, when it lies in the years that people record.
    ///
    /// # Errors
    /// When it lies outside.
    pub fn within_time(self) -> Result<Self, Invalid> {
        if YEARS.contains(&self.0.year()) {
            Ok(self)
        } else {
            Err(Invalid::OutOfTime)
        }
    }

    /// How many days from this one to another; negative when the other is earlier.
    #[must_use]
    pub fn days_to(self, other: Self) -> i32 {
        self.0.until(other.0).map_or(0, |span| span.get_days())
    }
}

/// The same instant, when it lies in the years that people record.
///
/// # Errors
/// When it lies outside.
pub fn within_time(at: Timestamp) -> Result<Timestamp, Invalid> {
    Day::of(at, &TimeZone::UTC).within_time().map(|_day| at)
}

impl FromStr for Day {
    type Err = Invalid;
    fn from_str(text: &str) -> Result<Self, Invalid> {
        text.trim().parse().map(Self).or(Err(Invalid::NotADay))
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// When something is due: a day by law or agreement, or the exact instant of an imported record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Due {
    /// Before this day is over.
    On(Day),
    /// Before this instant.
    At(Timestamp),
}

impl Due {
    /// The last instant that is still in time.
    #[must_use]
    pub fn until(self, zone: &TimeZone) -> Timestamp {
        match self {
            Self::On(day) => day.end(zone),
            Self::At(at) => at,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Day, Invalid, Timestamp, within_time};
    use jiff::civil::{Date, date};

    #[test]
    fn days_and_instants_lie_in_the_years_that_people_record() {
        for kept in [date(1900, 1, 1), date(2026, 11, 19), date(2199, 12, 31)] {
            assert_eq!(Day(kept).within_time(), Ok(Day(kept)));
        }
        for absurd in [Date::MIN, date(1899, 12, 31), date(2200, 1, 1), Date::MAX] {
            assert_eq!(Day(absurd).within_time(), Err(Invalid::OutOfTime));
        }
        assert_eq!(within_time(Timestamp::UNIX_EPOCH), Ok(Timestamp::UNIX_EPOCH));
        assert_eq!(within_time(Timestamp::MIN), Err(Invalid::OutOfTime));
        assert_eq!(within_time(Timestamp::MAX), Err(Invalid::OutOfTime));
    }
}
