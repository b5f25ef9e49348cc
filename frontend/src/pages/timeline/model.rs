//! The plain logic of the timeline: which years are in sight, where a day and a level stand, which marks are drawn.
//!
//! Past and future have scales of their own. Above 400 marks, contacts and acts are drawn month by month with a count.

use crate::parts::{curve, days::days_between, weave};
use contract::timeline::{Lane, Timeline};
use domain::words::Voice;
use jiff::{ToSpan, civil::Date};

/// The most marks that are drawn one by one.
pub(crate) const MOST_MARKS: usize = 400;

/// How much time is in sight.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Zoom {
    /// Six years, or as many as the case has, up to twelve.
    Years,
    /// Two years.
    TwoYears,
    /// Six months.
    SixMonths,
    /// A week.
    Week,
}

impl Zoom {
    /// From far to near.
    pub(crate) const ALL: [Self; 4] = [Self::Years, Self::TwoYears, Self::SixMonths, Self::Week];

    /// The zoom in which a case opens: the nearest that holds its whole story.
    pub(crate) fn for_case(opened_on: Date, today: Date) -> Self {
        match days_between(opened_on, today) {
            ..=170 => Self::SixMonths,
            171..=700 => Self::TwoYears,
            701.. => Self::Years,
        }
    }

    /// One step nearer.
    pub(crate) fn nearer(self) -> Self {
        match self {
            Self::Years => Self::TwoYears,
            Self::TwoYears => Self::SixMonths,
            Self::SixMonths | Self::Week => Self::Week,
        }
    }

    /// One step farther.
    pub(crate) fn farther(self) -> Self {
        match self {
            Self::Years | Self::TwoYears => Self::Years,
            Self::SixMonths => Self::TwoYears,
            Self::Week => Self::SixMonths,
        }
    }
}

/// How many years the far zoom shows.
pub(crate) fn years_in_sight(opened_on: Date, today: Date) -> i64 {
    // Some weeks beyond an anniversary do not make another year of it: the window reaches back to the opening anyway.
    (days_between(opened_on, today) + 305).div_euclid(365).clamp(6, 12)
}

/// The days in sight before the future begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Window {
    /// The first.
    pub(crate) from: Date,
    /// The last.
    pub(crate) to: Date,
}

impl Window {
    /// The window of a zoom, around the day that is looked at, and never beyond today.
    pub(crate) fn of(zoom: Zoom, opened_on: Date, today: Date, looked_at: Option<Date>) -> Self {
        let length = match zoom {
            Zoom::Years => {
                (years_in_sight(opened_on, today) * 365 + 2).max(days_between(opened_on, today).min(12 * 365))
            }
            Zoom::TwoYears => 730,
            Zoom::SixMonths => 183,
            Zoom::Week => 7,
        };
        let latest = today;
        let wanted = looked_at.map_or(latest, |day| shift(day, length / 2));
        let to = if wanted > latest { latest } else { wanted };
        Self {
            from: shift(to, -length),
            to,
        }
    }
}

/// A day some days later, or earlier.
pub(crate) fn shift(day: Date, by: i64) -> Date {
    day.checked_add(by.days()).unwrap_or(day)
}

/// Where things stand on the drawing.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Frame {
    /// The days in sight.
    pub(crate) window: Window,
    /// Today.
    pub(crate) today: Date,
    /// The last day of the future in sight.
    pub(crate) until: Date,
    /// The width of the drawing.
    pub(crate) width: f64,
    /// Where the past begins.
    pub(crate) left: f64,
    /// Where today stands, or the right edge when today is out of sight.
    pub(crate) now: f64,
    /// Where the future begins, at its own scale; none when today is out of sight.
    pub(crate) future: Option<f64>,
    /// The top of the first lane.
    pub(crate) top: f64,
    /// The height of a lane.
    pub(crate) lane: f64,
}

impl Frame {
    /// The frame of a drawing of this width.
    pub(crate) fn of(window: Window, zoom: Zoom, today: Date, width: f64) -> Self {
        let narrow = width < 1000.0;
        let left = if narrow { 146.0 } else { 162.0 };
        let sees_today = window.to == today;
        let now = if sees_today {
            left + (width - left) * 0.7
        } else {
            width - 12.0
        };
        Self {
            window,
            today,
            until: shift(today, if zoom == Zoom::Week { 35 } else { 152 }),
            width,
            left,
            now,
            future: sees_today.then_some(now + 11.0),
            top: 100.0,
            lane: if narrow { 66.0 } else { 80.0 },
        }
    }

    /// Where a day stands.
    pub(crate) fn x(&self, day: Date) -> f64 {
        match self.future {
            Some(future) if day > self.today => {
                future
                    + (self.width - future) * part(days_between(self.today, day), days_between(self.today, self.until))
            }
            Some(_) | None => {
                let whole = days_between(self.window.from, self.window.to);
                self.left + (self.now - self.left) * part(days_between(self.window.from, day), whole)
            }
        }
    }

    /// Whether a day is in sight.
    pub(crate) fn sees(&self, day: Date) -> bool {
        let last = if self.future.is_some() {
            self.until
        } else {
            self.window.to
        };
        (self.window.from..=last).contains(&day)
    }

    /// Where a level stands in a lane: 5 above, 1 below.
    pub(crate) fn y(&self, lane: usize, level: f64) -> f64 {
        let unit = self.lane / 80.0;
        self.lane_top(lane) + unit * (12.0 + (5.0 - level) * 9.0)
    }

    /// The top of a lane.
    pub(crate) fn lane_top(&self, lane: usize) -> f64 {
        self.top + self.lane * f64::from(u32::try_from(lane).unwrap_or(0))
    }

    /// How long a change of level takes, at most: a week at the nearest, some months at the farthest.
    pub(crate) fn slope(&self) -> f64 {
        34.0
    }
}

fn part(days: i64, whole: i64) -> f64 {
    let float = |days: i64| f64::from(i32::try_from(days).unwrap_or(i32::MAX));
    float(days) / float(whole.max(1))
}

/// The code of a lane: its domain's, or that of what touches none.
pub(crate) fn code(lane: &Lane) -> &'static str {
    lane.domain.map_or(weave::OUTSIDE, |domain| domain.code())
}

/// The points of one voice in a lane, from the first day in sight to the last day the case is known.
pub(crate) fn points(frame: &Frame, lane: usize, of: &Lane, voice: Voice, end: Date) -> Vec<(f64, f64)> {
    let mut points = Vec::new();
    let mut carried = None;
    for point in of
        .levels
        .iter()
        .filter(|point| point.voice == voice && point.on.0 <= end)
    {
        let y = frame.y(lane, f64::from(point.level.number()));
        if point.on.0 < frame.window.from {
            carried = Some(y);
        } else if point.on.0 <= frame.window.to {
            if let Some(y) = carried.take() {
                points.push((frame.x(frame.window.from), y));
            }
            points.push((frame.x(point.on.0), y));
        }
    }
    if let Some(y) = carried {
        points.push((frame.x(frame.window.from), y));
    }
    if let Some((x, y)) = points.last().copied() {
        let last = if end > frame.window.to { frame.window.to } else { end };
        if frame.x(last) > x {
            points.push((frame.x(last), y));
        }
    }
    points
}

/// What a mark shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Shows {
    /// A contact, by its place in its lane.
    Contact(usize),
    /// Some contacts of one month.
    Contacts(usize),
    /// A team meeting, by its place.
    Knot(usize),
    /// A date, by its place.
    Flag(usize),
    /// A turn of life, by its place.
    Turn(usize),
    /// An act of another record, by its place.
    Act(usize),
    /// Some acts of one month.
    Acts(usize),
}

/// A mark on the drawing.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Mark {
    /// The code of its lane; none beside the lanes.
    pub(crate) thread: Option<&'static str>,
    /// In which lane it is met by the arrows; lanes come first, then acts, then turns of life.
    pub(crate) lane: usize,
    /// Its day.
    pub(crate) on: Date,
    /// Where it stands.
    pub(crate) x: f64,
    /// Where it stands.
    pub(crate) y: f64,
    /// What it shows.
    pub(crate) shows: Shows,
}

/// All marks in sight, lane by lane, each lane in the order of time.
pub(crate) fn marks(frame: &Frame, timeline: &Timeline, lanes: &[&Lane]) -> Vec<Mark> {
    let in_sight = |lane: &&Lane| lane.contacts.iter().filter(|contact| frame.sees(contact.on.0)).count();
    let acts = timeline.acts.iter().filter(|act| frame.sees(act.on.0)).count();
    let grouped = lanes.iter().map(in_sight).sum::<usize>() + acts > MOST_MARKS;
    let end = timeline.closed_on.map_or(frame.today, |day| day.0);
    let mut marks = Vec::new();
    for (place, lane) in lanes.iter().enumerate() {
        let course = points(frame, place, lane, thread_voice(lane), end);
        let height = |x: f64| curve::at(&course, frame.slope(), x).unwrap_or_else(|| frame.y(place, 3.0));
        let thread = Some(code(lane));
        let days = lane.contacts.iter().map(|contact| contact.on.0);
        one_by_one_or_monthly(frame, days, grouped, |on, shown| {
            let shows = shown.map_or_else(Shows::Contact, Shows::Contacts);
            let x = frame.x(on);
            marks.push(Mark {
                thread,
                lane: place,
                on,
                x,
                y: height(x),
                shows,
            });
        });
        for (number, knot) in timeline.meetings.iter().enumerate() {
            if frame.sees(knot.on.0) && lane.domain.is_some_and(|domain| knot.domains.contains(&domain)) {
                let x = frame.x(knot.on.0);
                marks.push(Mark {
                    thread,
                    lane: place,
                    on: knot.on.0,
                    x,
                    y: height(x.min(frame.now)),
                    shows: Shows::Knot(number),
                });
            }
        }
        for (number, flag) in timeline.deadlines.iter().enumerate() {
            if frame.sees(flag.due_on.0) && flag.domain == lane.domain {
                let x = frame.x(flag.due_on.0);
                marks.push(Mark {
                    thread,
                    lane: place,
                    on: flag.due_on.0,
                    x,
                    y: height(x.min(frame.now)),
                    shows: Shows::Flag(number),
                });
            }
        }
    }
    let below = lanes.len();
    let y = frame.lane_top(below) + 22.0;
    one_by_one_or_monthly(frame, timeline.acts.iter().map(|act| act.on.0), grouped, |on, shown| {
        let shows = shown.map_or_else(Shows::Act, Shows::Acts);
        marks.push(Mark {
            thread: None,
            lane: below,
            on,
            x: frame.x(on),
            y,
            shows,
        });
    });
    for (number, turn) in timeline.life_events.iter().enumerate() {
        if frame.sees(turn.on.0) {
            marks.push(Mark {
                thread: None,
                lane: below + 1,
                on: turn.on.0,
                x: frame.x(turn.on.0),
                y: 34.0,
                shows: Shows::Turn(number),
            });
        }
    }
    marks.sort_by_key(|mark| (mark.lane, mark.on));
    marks
}

/// The voice whose thread carries the marks: ours, else hers.
pub(crate) fn thread_voice(lane: &Lane) -> Voice {
    if lane.levels.iter().any(|point| point.voice == Voice::Worker) {
        Voice::Worker
    } else {
        Voice::Person
    }
}

/// Each day in sight with its place, or each month with its count.
fn one_by_one_or_monthly(
    frame: &Frame,
    days: impl Iterator<Item = Date>,
    grouped: bool,
    mut mark: impl FnMut(Date, Result<usize, usize>),
) {
    let seen = days.enumerate().filter(|(_, day)| frame.sees(*day));
    if !grouped {
        for (place, day) in seen {
            mark(day, Err(place));
        }
        return;
    }
    let mut months: Vec<(Date, usize)> = Vec::new();
    for (_, day) in seen {
        let month = day.first_of_month();
        match months.iter_mut().find(|(known, _)| *known == month) {
            Some((_, count)) => *count += 1,
            None => months.push((month, 1)),
        }
    }
    for (month, count) in months {
        let middle = shift(month, 14);
        let shown = if frame.sees(middle) && (middle <= frame.today) {
            middle
        } else {
            frame.window.to
        };
        mark(shown, Ok(count));
    }
}

/// The mark an arrow leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Arrow {
    /// To the mark before, in the same lane.
    Left,
    /// To the mark after, in the same lane.
    Right,
    /// To the nearest mark of a lane above.
    Up,
    /// To the nearest mark of a lane below.
    Down,
    /// To the first mark of the lane.
    Home,
    /// To the last mark of the lane.
    End,
}

/// Where an arrow leads from a mark.
pub(crate) fn step(marks: &[Mark], from: usize, arrow: Arrow) -> Option<usize> {
    let here = marks.get(from)?;
    let same = |mark: &&(usize, &Mark)| mark.1.lane == here.lane;
    let all: Vec<(usize, &Mark)> = marks.iter().enumerate().collect();
    let nearest = |lane: Option<usize>| {
        let lane = lane?;
        let there = all.iter().filter(|(_, mark)| mark.lane == lane);
        there
            .min_by(|(_, one), (_, two)| (one.x - here.x).abs().total_cmp(&(two.x - here.x).abs()))
            .map(|(place, _)| *place)
    };
    match arrow {
        Arrow::Left => from
            .checked_sub(1)
            .filter(|place| marks.get(*place).is_some_and(|mark| mark.lane == here.lane)),
        Arrow::Right => Some(from + 1).filter(|place| marks.get(*place).is_some_and(|mark| mark.lane == here.lane)),
        Arrow::Home => all.iter().find(same).map(|(place, _)| *place),
        Arrow::End => all.iter().rev().find(same).map(|(place, _)| *place),
        Arrow::Up => nearest(
            marks
                .iter()
                .map(|mark| mark.lane)
                .filter(|lane| *lane < here.lane)
                .max(),
        ),
        Arrow::Down => nearest(
            marks
                .iter()
                .map(|mark| mark.lane)
                .filter(|lane| *lane > here.lane)
                .min(),
        ),
    }
}

/// A line of the calendar, and what is written at it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Tick {
    /// The first day of a year.
    Year,
    /// The first day of a month.
    Month,
    /// A day.
    Day,
}

/// The lines of the calendar in the past: years, then quarters, months, days as the zoom comes nearer.
pub(crate) fn ticks(window: Window, zoom: Zoom) -> Vec<(Date, Tick)> {
    let mut ticks = Vec::new();
    let mut day = window.from;
    while day <= window.to {
        let first = day.day() == 1;
        let kept = match zoom {
            Zoom::Years => (first && day.month() == 1).then_some(Tick::Year),
            Zoom::TwoYears => (first && day.month() % 3 == 1).then_some(Tick::Month),
            Zoom::SixMonths => first.then_some(Tick::Month),
            Zoom::Week => Some(Tick::Day),
        };
        ticks.extend(kept.map(|tick| (day, tick)));
        let next = shift(day, 1);
        if next <= day {
            break;
        }
        day = next;
    }
    ticks
}

/// The first days of the months of the future in sight.
pub(crate) fn months_ahead(frame: &Frame) -> Vec<Date> {
    let mut months = Vec::new();
    let mut month = shift(frame.today.last_of_month(), 1);
    while month <= frame.until {
        months.push(month);
        month = shift(month.last_of_month(), 1);
    }
    months
}

#[cfg(test)]
#[path = "model_spec.rs"]
mod spec;
