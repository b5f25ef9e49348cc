//! When somebody is reminded of an appointment, or why she is not: from its time, her hours, what the territory voted and
//! what was sent before. Pure: the instant is given.

use super::{Hours, Outcome};
use crate::configuration::Reminders;
use jiff::civil::{DateTime, Time};
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp, ToSpan};

/// After each attempt that is known to have failed it is waited so many minutes; then it is given up.
const AGAIN_AFTER: [i64; 4] = [1, 5, 15, 60];

/// What is looked at with.
#[derive(Clone, Copy, Debug)]
pub struct Looking<'a> {
    /// What the territory voted.
    pub settings: &'a Reminders,
    /// Its zone.
    pub zone: &'a TimeZone,
    /// Now.
    pub now: Timestamp,
}

/// What somebody is reminded of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Meant {
    /// When it begins.
    pub starts_at: Timestamp,
    /// When that hour was set: what should have been told before then is not told.
    pub set_at: Timestamp,
    /// Her hours, where she named some.
    pub hours: Option<Hours>,
}

/// One reminder that is meant to be sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Notice {
    /// How many hours before, as voted.
    pub ahead_hours: u32,
    /// From when on.
    pub at: Timestamp,
}

/// What is known of one attempt to send.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Attempt {
    /// Which reminder of this hour.
    pub ahead_hours: u32,
    /// When it was taken.
    pub claimed_at: Timestamp,
    /// What came of it.
    pub outcome: Option<Outcome>,
}

/// How one reminder stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// It will be sent.
    Planned,
    /// It is being sent.
    Sending,
    /// This came of it.
    Came(Outcome),
    /// It was not sent while it was time.
    Missed,
}

/// The reminders of an appointment, the first one first: those whose hour had not passed when its hour was set. What
/// would come outside her hours comes before, never later.
#[must_use]
pub fn notices(looking: Looking<'_>, meant: Meant) -> Vec<Notice> {
    let hours = hours(looking, meant);
    let mut ahead = looking.settings.hours_ahead.clone();
    ahead.sort_unstable_by(|one, other| other.cmp(one));
    ahead.dedup();
    let mut all: Vec<Notice> = Vec::with_capacity(ahead.len());
    for ahead_hours in ahead {
        let before = SignedDuration::from_hours(ahead_hours.into());
        let Some(at) = meant
            .starts_at
            .checked_sub(before)
            .ok()
            .and_then(|at| within(at, hours, looking.zone))
        else {
            continue;
        };
        if at > meant.set_at && all.last().is_none_or(|last| last.at < at) {
            all.push(Notice { ahead_hours, at });
        }
    }
    all
}

/// The reminder that is to be sent now: the last whose time has come, unless it was tried, and within her hours. One that
/// is known not to have been sent is tried again, a few times and each time later.
#[must_use]
pub fn due(looking: Looking<'_>, meant: Meant, attempts: &[Attempt]) -> Option<Notice> {
    let now = looking.now;
    if meant.starts_at <= now || !is_within(now, hours(looking, meant), looking.zone) {
        return None;
    }
    let notice = notices(looking, meant).into_iter().rfind(|notice| notice.at <= now)?;
    let of_it = || {
        attempts
            .iter()
            .filter(|attempt| attempt.ahead_hours == notice.ahead_hours)
    };
    let Some(last) = of_it().max_by_key(|attempt| attempt.claimed_at) else {
        return Some(notice);
    };
    if of_it().any(|attempt| attempt.outcome != Some(Outcome::Unsent)) {
        return None;
    }
    let wait = AGAIN_AFTER.get(of_it().count().checked_sub(1)?)?;
    let again_at = last.claimed_at.checked_add(SignedDuration::from_mins(*wait)).ok()?;
    (again_at <= now).then_some(notice)
}

/// How one of the reminders of an appointment stands.
#[must_use]
pub fn standing(looking: Looking<'_>, meant: Meant, notice: Notice, attempts: &[Attempt]) -> Standing {
    let of_it = || {
        attempts
            .iter()
            .filter(|attempt| attempt.ahead_hours == notice.ahead_hours)
    };
    // What is known not to have been sent says less than any other attempt at it.
    let told = of_it()
        .filter(|attempt| attempt.outcome != Some(Outcome::Unsent))
        .max_by_key(|attempt| attempt.claimed_at);
    match told {
        Some(attempt) => return attempt.outcome.map_or(Standing::Sending, Standing::Came),
        None if of_it().count() > AGAIN_AFTER.len() => return Standing::Came(Outcome::Unsent),
        None => {}
    }
    let later = notices(looking, meant)
        .into_iter()
        .any(|other| other.at > notice.at && other.at <= looking.now);
    let over = meant.starts_at <= looking.now || later;
    match (over, of_it().count()) {
        (false, _) => Standing::Planned,
        (true, 0) => Standing::Missed,
        (true, _) => Standing::Came(Outcome::Unsent),
    }
}

/// Her hours, or those of the territory.
fn hours(looking: Looking<'_>, meant: Meant) -> Hours {
    meant
        .hours
        .filter(|hours| hours.sound())
        .unwrap_or(looking.settings.hours)
}

/// The instant itself when it lies in these hours, else the beginning of the last hour of them before it.
fn within(at: Timestamp, hours: Hours, zone: &TimeZone) -> Option<Timestamp> {
    let wall = zone.to_datetime(at);
    if is_inside(wall, hours) {
        return Some(at);
    }
    let last = Time::new(i8::try_from(hours.until.checked_sub(1)?).ok()?, 0, 0, 0).ok()?;
    let day = if wall.time() < last {
        wall.date().checked_sub(1.day()).ok()?
    } else {
        wall.date()
    };
    zone.to_ambiguous_timestamp(day.to_datetime(last)).compatible().ok()
}

fn is_within(at: Timestamp, hours: Hours, zone: &TimeZone) -> bool {
    is_inside(zone.to_datetime(at), hours)
}

fn is_inside(wall: DateTime, hours: Hours) -> bool {
    let hour = i16::from(wall.hour());
    i16::from(hours.from) <= hour && hour < i16::from(hours.until)
}
