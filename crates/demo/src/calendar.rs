//! The days of the demonstration. The pictures are drawn on Thursday 19 November 2026; every date follows the day that
//! is shown as today, so that nothing drifts. No clock is read here.

use domain::words::Day;
use jiff::civil::{Date, Weekday, date};
use jiff::tz::TimeZone;
use jiff::{Span, Timestamp};

/// The day on which the pictures are drawn.
pub(crate) const DRAWN_ON: Date = date(2026, 11, 19);

/// The zone of the territory, written out so that no table of zones is needed.
const ZONE: &str = "CET-1CEST,M3.5.0,M10.5.0/3";

const MONTHS: [&str; 12] = [
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
];

/// Public holidays whose date does not move.
const HOLIDAYS: [(i8, i8); 8] = [(1, 1), (5, 1), (5, 8), (7, 14), (8, 15), (11, 1), (11, 11), (12, 25)];

/// When something happened, and when it was written down.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Moment {
    pub(crate) occurred_at: Timestamp,
    pub(crate) known_at: Timestamp,
}

/// The days around the one shown as today.
#[derive(Clone, Debug)]
pub(crate) struct Calendar {
    today: Day,
    zone: TimeZone,
}

impl Calendar {
    pub(crate) fn new(today: Day) -> Self {
        Self {
            today,
            zone: TimeZone::posix(ZONE).unwrap_or(TimeZone::UTC),
        }
    }

    pub(crate) fn today(&self) -> Day {
        self.today
    }

    /// A day of the pictures, moved along with today.
    pub(crate) fn drawn(&self, year: i16, month: i8, day: i8) -> Day {
        plus(Day(date(year, month, day)), Day(DRAWN_ON).days_to(self.today))
    }

    /// So many days before today.
    pub(crate) fn ago(&self, days: i32) -> Day {
        plus(self.today, -days)
    }

    /// How many days ago a day was.
    pub(crate) fn since(&self, day: Day) -> i32 {
        day.days_to(self.today)
    }

    /// An act of a day, written down a few minutes later.
    pub(crate) fn at(&self, day: Day, hour: i8, minute: i8) -> Moment {
        let occurred_at = self.instant(day, hour, minute);
        let known_at = occurred_at.checked_add(Span::new().minutes(4)).unwrap_or(occurred_at);
        Moment { occurred_at, known_at }
    }

    /// An act that was written down days later, unless that would be tomorrow.
    pub(crate) fn late(&self, day: Day, hour: i8, minute: i8, days: i32) -> Moment {
        let written_on = workday(plus(day, days));
        if written_on < self.today {
            Moment {
                occurred_at: self.instant(day, hour, minute),
                known_at: self.instant(written_on, 8, 50),
            }
        } else {
            self.at(day, hour, minute)
        }
    }

    pub(crate) fn instant(&self, day: Day, hour: i8, minute: i8) -> Timestamp {
        day.0
            .at(hour, minute, 0, 0)
            .to_zoned(self.zone.clone())
            .map_or_else(|_| day.start(&TimeZone::UTC), |zoned| zoned.timestamp())
    }
}

/// So many days later, or earlier.
pub(crate) fn plus(day: Day, days: i32) -> Day {
    day.0.checked_add(Span::new().days(days)).map_or(day, Day)
}

/// So many months later.
pub(crate) fn months(day: Day, months: i32) -> Day {
    day.0.checked_add(Span::new().months(months)).map_or(day, Day)
}

/// So many years earlier.
pub(crate) fn years_before(day: Day, years: i32) -> Day {
    day.0.checked_sub(Span::new().years(years)).map_or(day, Day)
}

/// The day itself, or the next day on which people are at work.
pub(crate) fn workday(day: Day) -> Day {
    let mut day = day;
    while !at_work(day) {
        day = plus(day, 1);
    }
    day
}

/// Neither a weekend nor a public holiday with a fixed date.
fn at_work(day: Day) -> bool {
    let holiday = HOLIDAYS.contains(&(day.0.month(), day.0.day()));
    !holiday && !matches!(day.0.weekday(), Weekday::Saturday | Weekday::Sunday)
}

/// « 14 janvier », « 1er mars ».
pub(crate) fn spoken(day: Day) -> String {
    let number = match day.0.day() {
        1 => "1er".to_owned(),
        other => other.to_string(),
    };
    format!("{number} {}", month(day))
}

/// « janvier ».
pub(crate) fn month(day: Day) -> &'static str {
    let place = usize::try_from(day.0.month()).unwrap_or(1);
    MONTHS.get(place.saturating_sub(1)).copied().unwrap_or("janvier")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_days_of_the_pictures_follow_today() {
        let drawn = Calendar::new(Day(DRAWN_ON));
        assert_eq!(drawn.drawn(2027, 1, 14), Day(date(2027, 1, 14)));
        let later = Calendar::new(plus(Day(DRAWN_ON), 7));
        assert_eq!(later.drawn(2027, 1, 14), Day(date(2027, 1, 21)));
        assert_eq!(later.since(later.ago(30)), 30);
    }

    #[test]
    fn an_act_of_ten_in_the_morning_is_nine_by_universal_time_in_winter() {
        let calendar = Calendar::new(Day(DRAWN_ON));
        let moment = calendar.at(calendar.today(), 10, 5);
        assert_eq!(moment.occurred_at.to_string(), "2026-11-19T09:05:00Z");
    }

    #[test]
    fn nobody_is_received_on_a_sunday_or_at_christmas() {
        assert_eq!(workday(Day(date(2026, 11, 22))), Day(date(2026, 11, 23)));
        assert_eq!(workday(Day(date(2026, 12, 25))), Day(date(2026, 12, 28)));
        assert_eq!(workday(Day(date(2026, 11, 19))), Day(date(2026, 11, 19)));
    }

    #[test]
    fn nothing_is_written_down_tomorrow() {
        let calendar = Calendar::new(Day(DRAWN_ON));
        let moment = calendar.late(calendar.ago(1), 14, 0, 5);
        assert!(moment.known_at < calendar.instant(calendar.today(), 0, 0));
    }

    #[test]
    fn the_first_of_a_month_is_an_ordinal() {
        assert_eq!(spoken(Day(date(2026, 3, 1))), "1er mars");
        assert_eq!(spoken(Day(date(2026, 12, 14))), "14 décembre");
    }
}
