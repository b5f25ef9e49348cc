//! Days and hours as people say them. The words are sentences of the table; the zone is the territory's.

use crate::{
    browser,
    words::{say, say_with},
};
use jiff::{
    Timestamp,
    civil::{Date, DateTime},
};
use std::cell::RefCell;

thread_local! {
    static ZONE: RefCell<String> = const { RefCell::new(String::new()) };
}

/// Says hours in the territory's zone from now on. Nothing that has an hour is shown before a session tells it.
pub(crate) fn speak_in(zone: &str) {
    ZONE.with_borrow_mut(|known| zone.clone_into(known));
}

/// The wall time of an instant, in the territory's zone.
pub(crate) fn wall(at: Timestamp) -> DateTime {
    ZONE.with_borrow(|zone| browser::on_the_wall(at, zone))
}

/// The day of an instant, in the territory's zone.
pub(crate) fn day_of(at: Timestamp) -> Date {
    wall(at).date()
}

fn number(day: Date) -> String {
    if day.day() == 1 {
        say("day-first")
    } else {
        day.day().to_string()
    }
}

fn month(day: Date) -> String {
    say(&format!("month-{}", day.month()))
}

/// The short name of a month: « nov. ».
pub(crate) fn short_month(day: Date) -> String {
    say(&format!("month-{}-short", day.month()))
}

/// « 19 nov. »
pub(crate) fn short(day: Date) -> String {
    say_with(
        "date-short",
        &[("day", number(day).into()), ("month", short_month(day).into())],
    )
}

/// « 19 nov. 2026 »
pub(crate) fn short_with_year(day: Date) -> String {
    let year = day.year().to_string();
    say_with(
        "date-short-year",
        &[
            ("day", number(day).into()),
            ("month", short_month(day).into()),
            ("year", year.into()),
        ],
    )
}

/// « 19 nov. » within a few months of today, with the year beyond.
pub(crate) fn near(day: Date, today: Date) -> String {
    let days = days_between(today, day);
    if (-150..=200).contains(&days) {
        short(day)
    } else {
        short_with_year(day)
    }
}

/// « jeudi 19 novembre 2026 »
pub(crate) fn long(day: Date) -> String {
    let weekday = say(&format!("weekday-{}", day.weekday().to_monday_one_offset()));
    let year = day.year().to_string();
    say_with(
        "date-long",
        &[
            ("weekday", weekday.into()),
            ("day", number(day).into()),
            ("month", month(day).into()),
            ("year", year.into()),
        ],
    )
}

/// « 19 novembre 2026 »
pub(crate) fn full(day: Date) -> String {
    let year = day.year().to_string();
    say_with(
        "date-full",
        &[
            ("day", number(day).into()),
            ("month", month(day).into()),
            ("year", year.into()),
        ],
    )
}

/// « novembre 2020 »
pub(crate) fn month_and_year(day: Date) -> String {
    let year = day.year().to_string();
    say_with(
        "date-month-year",
        &[("month", month(day).into()), ("year", year.into())],
    )
}

/// « nov. 2020 »
pub(crate) fn short_month_and_year(day: Date) -> String {
    let year = day.year().to_string();
    say_with(
        "date-month-year",
        &[("month", short_month(day).into()), ("year", year.into())],
    )
}

/// « 10 h 05 »
pub(crate) fn clock(time: DateTime) -> String {
    say_with(
        "clock",
        &[
            ("hour", time.hour().to_string().into()),
            ("minute", format!("{:02}", time.minute()).into()),
        ],
    )
}

/// « 19 nov. 2026, 10 h 05 »
pub(crate) fn day_and_clock(at: Timestamp) -> String {
    let wall = wall(at);
    say_with(
        "date-and-clock",
        &[
            ("date", short_with_year(wall.date()).into()),
            ("clock", clock(wall).into()),
        ],
    )
}

/// How many days from one to another; negative when the other is earlier.
pub(crate) fn days_between(from: Date, to: Date) -> i64 {
    from.until(to).map_or(0, |span| i64::from(span.get_days()))
}

/// « demain », « dans 11 jours », « il y a 9 jours ».
pub(crate) fn from_today(day: Date, today: Date) -> String {
    match days_between(today, day) {
        0 => say("today"),
        1 => say("tomorrow"),
        -1 => say("yesterday"),
        days if days > 0 => say_with("in-days", &[("days", days.into())]),
        days => say_with("days-ago", &[("days", (-days).into())]),
    }
}

/// « 34 ans », « 8 mois » for the youngest.
pub(crate) fn age(months: i64) -> String {
    if months < 24 {
        say_with("age-months", &[("months", months.into())])
    } else {
        say_with("age-years", &[("years", (months / 12).into())])
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn days_are_said_as_in_french() {
        let today = date(2026, 11, 19);
        assert_eq!(long(today), "jeudi 19\u{A0}novembre 2026");
        assert_eq!(short(date(2026, 12, 1)), "1er\u{A0}déc.");
        assert_eq!(near(date(2027, 1, 14), today), "14\u{A0}janv.");
        assert_eq!(near(date(2020, 11, 4), today), "4\u{A0}nov. 2020");
        assert_eq!(from_today(date(2026, 11, 20), today), "demain");
        assert_eq!(from_today(date(2026, 11, 30), today), "dans 11 jours");
        assert_eq!(from_today(date(2026, 11, 10), today), "il y a 9 jours");
        assert_eq!(clock(date(2026, 11, 19).at(10, 5, 0, 0)), "10\u{A0}h\u{A0}05");
    }
}
