//! The days on which no office works, as a territory names them.

use super::Day;
use jiff::civil::{Date, Weekday};
use jiff::{Span, ToSpan};
use serde::{Deserialize, Serialize};

/// The public holidays of a territory, beside Saturdays and Sundays.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PublicHolidays {
    /// Those that keep their date: month and day.
    pub fixed: Vec<(i8, i8)>,
    /// Those that move with Easter Sunday: so many days after it.
    pub after_easter: Vec<i16>,
}

/// Beyond so many days in a row there is always a day of work: a calendar without one is no calendar.
const LONGEST_REST: usize = 31;

impl PublicHolidays {
    /// Whether each of them is a day of some year.
    #[must_use]
    pub fn is_sound(&self) -> bool {
        let leap = 2024;
        self.fixed
            .iter()
            .all(|(month, day)| Date::new(leap, *month, *day).is_ok())
            && self.after_easter.iter().all(|days| days.unsigned_abs() < 300)
    }

    /// Whether offices work on a day.
    #[must_use]
    pub fn is_working_day(&self, day: Day) -> bool {
        let rests = matches!(day.0.weekday(), Weekday::Saturday | Weekday::Sunday)
            || self.fixed.contains(&(day.0.month(), day.0.day()))
            || self.moves_here(day.0);
        !rests
    }

    fn moves_here(&self, day: Date) -> bool {
        let Some(easter) = easter(day.year()) else { return false };
        let after = easter.until(day).map_or(0, |span| span.get_days());
        self.after_easter.iter().any(|each| i32::from(*each) == after)
    }

    /// The day itself when offices work on it, else the first on which they do.
    #[must_use]
    pub fn on_or_after(&self, day: Day) -> Day {
        self.first(day, 1.day())
    }

    /// The day itself when offices work on it, else the last before it on which they do.
    #[must_use]
    pub fn on_or_before(&self, day: Day) -> Day {
        self.first(day, -1.day())
    }

    fn first(&self, day: Day, step: Span) -> Day {
        let days = std::iter::successors(Some(day), |day| day.0.checked_add(step).ok().map(Day));
        let mut days = days.take(LONGEST_REST);
        days.find(|day| self.is_working_day(*day)).unwrap_or(day)
    }

    /// The day that lies so many working days later; the day itself for none.
    #[must_use]
    pub fn working_days_after(&self, day: Day, working_days: u32) -> Day {
        (0..working_days).fold(day, |day, _| self.on_or_after(day.0.tomorrow().map_or(day, Day)))
    }

    /// The day that lies so many working days earlier; the day itself for none.
    #[must_use]
    pub fn working_days_before(&self, day: Day, working_days: u32) -> Day {
        (0..working_days).fold(day, |day, _| self.on_or_before(day.0.yesterday().map_or(day, Day)))
    }
}

fn easter(year: i16) -> Option<Date> {
    let easter = computus::gregorian(year.into()).ok()?;
    let (month, day) = (i8::try_from(easter.month).ok()?, i8::try_from(easter.day).ok()?);
    Date::new(year, month, day).ok()
}

#[cfg(test)]
mod tests {
    use super::{Day, PublicHolidays};
    use jiff::civil::{Date, date};

    fn france() -> PublicHolidays {
        PublicHolidays {
            fixed: vec![(1, 1), (5, 1), (5, 8), (7, 14), (8, 15), (11, 1), (11, 11), (12, 25)],
            after_easter: vec![1, 39, 50],
        }
    }

    fn rests(year: i16) -> Vec<Date> {
        let days = std::iter::successors(Some(date(year, 1, 1)), |day| day.tomorrow().ok());
        days.take_while(|day| day.year() == year)
            .filter(|day| {
                !matches!(
                    day.weekday(),
                    jiff::civil::Weekday::Saturday | jiff::civil::Weekday::Sunday
                ) && !france().is_working_day(Day(*day))
            })
            .collect()
    }

    #[test]
    fn the_eleven_holidays_of_france_are_known_in_every_year() {
        // As published for mainland France; those on a weekend are left out.
        let of_2026 = [
            (1, 1),
            (4, 6),
            (5, 1),
            (5, 8),
            (5, 14),
            (5, 25),
            (7, 14),
            (11, 11),
            (12, 25),
        ];
        assert_eq!(rests(2026), of_2026.map(|(month, day)| date(2026, month, day)));
        let of_2024 = [
            (1, 1),
            (4, 1),
            (5, 1),
            (5, 8),
            (5, 9),
            (5, 20),
            (8, 15),
            (11, 1),
            (11, 11),
            (12, 25),
        ];
        assert_eq!(rests(2024), of_2024.map(|(month, day)| date(2024, month, day)));
    }

    #[test]
    fn a_day_of_rest_gives_way_to_the_day_of_work_beside_it() {
        let easter_saturday = Day(date(2026, 4, 4));
        assert_eq!(france().on_or_after(easter_saturday), Day(date(2026, 4, 7)));
        assert_eq!(france().on_or_before(easter_saturday), Day(date(2026, 4, 3)));
        let work = Day(date(2026, 4, 8));
        assert_eq!((france().on_or_after(work), france().on_or_before(work)), (work, work));
    }

    #[test]
    fn working_days_pass_over_rest_and_come_back_over_it() {
        // From Thursday 30 April 2026: Monday 4, Tuesday 5 May.
        let thursday = Day(date(2026, 4, 30));
        assert_eq!(france().working_days_after(thursday, 2), Day(date(2026, 5, 5)));
        assert_eq!(france().working_days_before(Day(date(2026, 5, 5)), 2), thursday);
        assert_eq!(france().working_days_after(thursday, 0), thursday);
    }

    #[test]
    fn a_calendar_without_any_day_of_work_ends_nowhere_else() {
        let never = PublicHolidays {
            fixed: (1..=12)
                .flat_map(|month| (1..=31).map(move |day| (month, day)))
                .collect(),
            after_easter: Vec::new(),
        };
        let day = Day(date(2026, 4, 8));
        assert_eq!(never.on_or_after(day), day);
    }
}
