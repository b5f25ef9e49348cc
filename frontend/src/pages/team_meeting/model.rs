//! The plain logic of the shared view: where moments stand on their axis, how threads run to their knots.

use contract::support_case::Moment;
use jiff::{Timestamp, civil::Date};

use crate::parts::days::days_between;

/// A moment on the axis of time, from 0 (the opening) to 1 (today).
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Stop {
    /// The day.
    pub(crate) on: Date,
    /// Where it stands.
    pub(crate) at: f64,
    /// Whether a team met on it.
    pub(crate) meeting: bool,
}

/// The stops of the time control, oldest first. The last is today, whatever happened on it.
pub(crate) fn stops(moments: &[Moment], today: Date) -> Vec<Stop> {
    let mut days: Vec<(Date, bool)> = moments
        .iter()
        .map(|moment| (moment.on.0, moment.meeting))
        .filter(|(day, _)| *day < today)
        .collect();
    days.sort_by_key(|(day, meeting)| (*day, !meeting));
    days.dedup_by_key(|(day, _)| *day);
    let meets_today = moments.iter().any(|moment| moment.on.0 == today && moment.meeting);
    let first = days.first().map_or(today, |(day, _)| *day);
    let whole = days_between(first, today).max(1);
    days.push((today, meets_today));
    days.into_iter()
        .map(|(on, meeting)| Stop {
            on,
            at: part(days_between(first, on), whole),
            meeting,
        })
        .collect()
}

fn part(days: i64, whole: i64) -> f64 {
    let float = |days: i64| f64::from(i32::try_from(days).unwrap_or(i32::MAX));
    float(days) / float(whole)
}

/// The stop before a day, and the stop after it.
pub(crate) fn around(stops: &[Stop], day: Date) -> (Option<Date>, Option<Date>) {
    (
        stops.iter().rev().find(|stop| stop.on < day).map(|stop| stop.on),
        stops.iter().find(|stop| stop.on > day).map(|stop| stop.on),
    )
}

/// The stops whose day is written below the axis: first and last, and meetings that leave room for each other.
pub(crate) fn labelled(stops: &[Stop]) -> Vec<Stop> {
    const ROOM: f64 = 0.16;
    let (Some(first), Some(last)) = (stops.first(), stops.last()) else {
        return Vec::new();
    };
    let mut shown = vec![*first];
    let mut reached = first.at;
    for stop in stops.iter().filter(|stop| stop.meeting && stop.on != last.on) {
        if stop.at - reached >= ROOM && last.at - stop.at >= ROOM {
            shown.push(*stop);
            reached = stop.at;
        }
    }
    if last.on != first.on {
        shown.push(*last);
    }
    shown
}

/// The curve of a thread from the end of its line to a knot.
pub(crate) fn tie(from: (f64, f64), to: (f64, f64)) -> String {
    let bend = (to.0 - from.0) * 0.62;
    format!(
        "M{:.1} {:.1}C{:.1} {:.1} {:.1} {:.1} {:.1} {:.1}",
        from.0,
        from.1,
        from.0 + bend,
        from.1,
        to.0 - bend,
        to.1,
        to.0,
        to.1
    )
}

/// How many minutes of a turn are spent, while it lasts.
pub(crate) fn spent(starts_at: Timestamp, minutes: u16, now: Timestamp) -> Option<i64> {
    let spent = now.duration_since(starts_at).as_secs() / 60;
    (0..=i64::from(minutes)).contains(&spent).then_some(spent)
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::words::Day;
    use jiff::civil::date;

    fn moment(day: Date, meeting: bool) -> Moment {
        Moment { on: Day(day), meeting }
    }

    #[test]
    fn the_axis_runs_from_the_first_moment_to_today_and_each_day_stands_once() {
        let today = date(2026, 11, 19);
        let moments = [
            moment(date(2026, 11, 9), false),
            moment(date(2026, 11, 14), true),
            moment(date(2026, 11, 14), false),
        ];
        let stops = stops(&moments, today);
        assert_eq!(stops.iter().map(|stop| stop.on.day()).collect::<Vec<_>>(), [9, 14, 19]);
        assert_eq!(stops.iter().map(|stop| stop.at).collect::<Vec<_>>(), [0.0, 0.5, 1.0]);
        assert_eq!(
            stops.iter().map(|stop| stop.meeting).collect::<Vec<_>>(),
            [false, true, false]
        );
    }

    #[test]
    fn a_new_case_has_today_alone() {
        let today = date(2026, 11, 19);
        let stops = stops(&[], today);
        assert_eq!(stops.len(), 1);
        assert_eq!(labelled(&stops).len(), 1);
        assert_eq!(around(&stops, today), (None, None));
    }

    #[test]
    fn arrows_go_to_the_stop_before_and_after_even_from_a_day_between() {
        let today = date(2026, 11, 19);
        let stops = stops(&[moment(date(2026, 1, 1), true), moment(date(2026, 6, 1), true)], today);
        assert_eq!(
            around(&stops, date(2026, 3, 12)),
            (Some(date(2026, 1, 1)), Some(date(2026, 6, 1)))
        );
        assert_eq!(around(&stops, today), (Some(date(2026, 6, 1)), None));
    }

    #[test]
    fn a_turn_tells_its_minutes_only_while_it_lasts() {
        let start: Timestamp = "2026-11-19T09:05:00Z".parse().unwrap();
        let at = |minutes: i64| start.checked_add(jiff::SignedDuration::from_mins(minutes)).unwrap();
        assert_eq!(spent(start, 45, at(22)), Some(22));
        assert_eq!(spent(start, 45, at(-1)), None);
        assert_eq!(spent(start, 45, at(46)), None);
    }

    #[test]
    fn a_thread_leaves_its_line_level_and_reaches_its_knot_level() {
        assert_eq!(
            tie((0.0, 10.0), (100.0, 50.0)),
            "M0.0 10.0C62.0 10.0 38.0 50.0 100.0 50.0"
        );
    }
}
