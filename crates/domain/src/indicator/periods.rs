//! Over which time a figure may be asked. What service did and what it has to act on, over any; what happened to people, over
//! whole quarters of the calendar alone, each of them asked as one: of two times that differ by a day, the difference would
//! tell of one family, and of times that overlap, sooner or later, a chain of them would.

use super::{Counts, Definition, Span, Window};
use crate::words::Day;
use jiff::Span as Length;
use jiff::tz::TimeZone;

/// How many months a quarter has, and a year.
const QUARTER: i8 = 3;
const YEAR: i8 = 12;

/// The time that is asked, and the times of the calendar that were over by then.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Periods {
    /// As it is asked.
    pub asked: Window,
    /// The last whole quarter of the calendar, for figures about people.
    pub quarter: Window,
    /// The last whole year of the calendar, for those of them that look back over a year.
    pub year: Window,
}

impl Periods {
    /// What is over when the time asked ends, and today.
    #[must_use]
    pub fn of(from_on: Day, until_on: Day, today: Day, zone: &TimeZone) -> Self {
        let over = until_on.min(today);
        Self {
            asked: Window::of(from_on, until_on, zone),
            quarter: last_over(over, QUARTER, zone),
            year: last_over(over, YEAR, zone),
        }
    }

    /// The last whole quarter of the calendar that was over on a day.
    #[must_use]
    pub fn quarter_over_on(day: Day, zone: &TimeZone) -> Window {
        last_over(day, QUARTER, zone)
    }

    /// The first day of which any figure asks: what was over before, and was known then, is in none of them.
    #[must_use]
    pub fn reach_back_to(&self) -> Day {
        let a_year_earlier = self.quarter.months_before(12).from_on;
        self.asked.from_on.min(self.year.from_on).min(a_year_earlier)
    }

    /// One of them.
    #[must_use]
    pub fn window(&self, period: Period) -> &Window {
        match period {
            Period::Asked => &self.asked,
            Period::Quarter => &self.quarter,
            Period::Year => &self.year,
        }
    }
}

/// Over which time a figure is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Period {
    /// The time that is asked.
    Asked,
    /// The last whole quarter of the calendar.
    Quarter,
    /// The last whole year of the calendar.
    Year,
}

impl Period {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Asked, Self::Quarter, Self::Year];

    /// That of a figure.
    #[must_use]
    pub fn of(definition: &Definition) -> Self {
        match (definition.counts, definition.span) {
            (Counts::ToActOn | Counts::Deeds, Span::AtEnd | Span::Period | Span::Year | Span::YearAfter) => Self::Asked,
            (Counts::People, Span::AtEnd | Span::Period | Span::YearAfter) => Self::Quarter,
            (Counts::People, Span::Year) => Self::Year,
        }
    }
}

/// The last period of so many months, counted from January, that was over on a day.
fn last_over(day: Day, months: i8, zone: &TimeZone) -> Window {
    let begun = i64::from((day.0.month() - 1) % months);
    let back = |months: i64| Day(day.0.first_of_month().saturating_sub(Length::new().months(months)));
    Window::of(back(begun + i64::from(months)), back(begun), zone)
}
