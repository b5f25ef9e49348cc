//! The load by week ahead: the voted weights over what is known, and what lightens it. Integers, in hundredths.
//!
//! A week tells the load of its first day that is to come. Deadlines and meetings are counted beside it and weigh nothing:
//! no vote gave them points.

use super::{CarriedCase, Crossing, Known, Threshold};
use crate::configuration::{EarlyWarning, Weights};
use crate::indicator::{capacity, points, ratio};
use crate::words::{Day, SupportCaseId};
use jiff::Span;
use jiff::civil::Weekday;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// The working days of a week.
const WORKING_DAYS: u32 = 5;

/// How full a load is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fullness {
    /// No capacity is known, or she is away for most of the time: nothing can be said.
    Untold,
    /// There is room.
    Room,
    /// Normal.
    Normal,
    /// Tense.
    Tense,
    /// Too much.
    Overload,
}

/// The zone in which a ratio lies, in hundredths; the zones are where normal, tense and overload begin.
#[must_use]
pub fn fullness(ratio: u32, capacity: u32, [normal, tense, overload]: [u32; 3]) -> Fullness {
    if capacity == 0 {
        Fullness::Untold
    } else if ratio >= overload {
        Fullness::Overload
    } else if ratio >= tense {
        Fullness::Tense
    } else if ratio >= normal {
        Fullness::Normal
    } else {
        Fullness::Room
    }
}

/// How the weeks ahead are computed.
#[derive(Clone, Copy, Debug)]
pub struct Plan<'a> {
    /// The weights in force today.
    pub weights: &'a Weights,
    /// How far is looked ahead, as in force today.
    pub warning: EarlyWarning,
    /// Today in the territory.
    pub today: Day,
}

/// Why a case weighs less from one week to the next.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Why {
    /// It is known to end.
    Ends,
    /// Its watch is over.
    WatchOver,
    /// Its first months are over.
    OpeningOver,
}

/// A case that weighs less from the next week on, for what ends in this one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Change {
    /// Which.
    pub support_case: SupportCaseId,
    /// Why.
    pub why: Why,
    /// By how many points, in hundredths.
    pub points: u32,
}

/// A week, with what is known of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Week {
    /// Its Monday.
    pub monday: Day,
    /// Points carried on its first day to come, in hundredths.
    pub load: u32,
    /// Points that can be carried in it, in hundredths.
    pub capacity: u32,
    /// Load over capacity, in hundredths.
    pub ratio: u32,
    /// In words.
    pub fullness: Fullness,
    /// Working days on which she is away.
    pub away_days: u32,
    /// What lightens the next week.
    pub changes: Vec<Change>,
    /// Measures that begin.
    pub begins: u32,
    /// Terms to be renewed or let end.
    pub renewals: u32,
    /// Other deadlines.
    pub deadlines: u32,
    /// Meetings.
    pub meetings: u32,
}

impl Week {
    /// How many cases change so.
    #[must_use]
    pub fn count(&self, why: Why) -> u32 {
        counted(self.changes.iter().filter(|change| change.why == why))
    }
}

/// The weeks of one worker, this one first.
#[must_use]
pub fn weeks(known: &Known, plan: &Plan<'_>) -> Vec<Week> {
    (0..=plan.warning.weeks)
        .map(|ahead| {
            let monday = monday(plan.today, ahead);
            let next = monday_after(monday);
            let on = monday.max(plan.today);
            let load = known.cases.iter().map(|case| weight(case, plan.weights, on));
            let load = load.fold(0, u32::saturating_add);
            let away = away_days(&known.absences, monday);
            let (able, present) = able(known.working_time, away, plan);
            let ratio = ratio(load.into(), able.into());
            let within = |days: &[Day]| counted(days.iter().filter(|day| (on..next).contains(*day)));
            Week {
                monday,
                load,
                capacity: able,
                ratio,
                fullness: fullness(ratio, if present { able } else { 0 }, plan.weights.zones),
                away_days: away,
                changes: known
                    .cases
                    .iter()
                    .filter_map(|case| change(case, plan, on, next))
                    .collect(),
                begins: within(&known.begins),
                renewals: within(&known.renewals),
                deadlines: within(&known.deadlines),
                meetings: within(&known.meetings),
            }
        })
        .collect()
}

/// The weeks of a team: those of its workers together. Who is away for most of a week carries her cases all the same:
/// somebody must.
#[must_use]
pub fn team(of_workers: &[Vec<Week>], zones: [u32; 3]) -> Vec<Week> {
    let longest = of_workers.iter().max_by_key(|weeks| weeks.len());
    let together = |(index, first): (usize, &Week)| {
        let each = || of_workers.iter().filter_map(|weeks| weeks.get(index));
        let sum = |of: fn(&Week) -> u32| each().map(of).fold(0, u32::saturating_add);
        let (load, capacity) = (sum(|week| week.load), sum(|week| week.capacity));
        let ratio = ratio(load.into(), capacity.into());
        Week {
            monday: first.monday,
            load,
            capacity,
            ratio,
            fullness: fullness(ratio, capacity, zones),
            away_days: sum(|week| week.away_days),
            changes: each().flat_map(|week| week.changes.iter().copied()).collect(),
            begins: sum(|week| week.begins),
            renewals: sum(|week| week.renewals),
            deadlines: sum(|week| week.deadlines),
            meetings: sum(|week| week.meetings),
        }
    };
    longest.map_or_else(Vec::new, |weeks| weeks.iter().enumerate().map(together).collect())
}

/// The thresholds that are crossed in some week, each with the first one.
#[must_use]
pub fn crossings(weeks: &[Week], zones: [u32; 3]) -> Vec<Crossing> {
    let [_, tense, overload] = zones;
    let crossing = |threshold| {
        let (reached, begins_at) = match threshold {
            Threshold::Tense => (Fullness::Tense, tense),
            Threshold::Overload => (Fullness::Overload, overload),
        };
        let first = weeks.iter().position(|week| week.fullness >= reached)?;
        let week = weeks.get(first)?;
        let after = weeks.iter().skip(first);
        Some(Crossing {
            threshold,
            begins_at,
            week: week.monday,
            load: week.load,
            capacity: week.capacity,
            away_days: week.away_days,
            ends: after.map(|week| week.count(Why::Ends)).fold(0, u32::saturating_add),
            renewals: weeks.iter().map(|week| week.renewals).fold(0, u32::saturating_add),
        })
    };
    Threshold::ALL.into_iter().filter_map(crossing).collect()
}

/// What would bring a load back under a threshold that it crosses.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Relief {
    /// The points too many in the week of the crossing, in hundredths.
    pub points: u32,
    /// The Monday of the first week after it that is known to be under the threshold.
    pub back_on: Option<Day>,
    /// What is known to lighten the load from the crossing on, by the week in which it happens and by reason, as far as is
    /// looked ahead.
    pub known: Vec<(Day, Why, u32)>,
    /// The last day of the weeks in which terms are to be renewed or let end, and how many.
    pub renewals: Option<(Day, u32)>,
}

/// What is known to relieve a load that crosses a threshold in some week.
#[must_use]
pub fn relief(weeks: &[Week], crossing: &Crossing) -> Relief {
    let from = weeks
        .iter()
        .position(|week| week.monday >= crossing.week)
        .unwrap_or(weeks.len());
    let after = weeks.get(from..).unwrap_or_default();
    let under = |week: &Week| week.fullness != Fullness::Untold && week.ratio < crossing.begins_at;
    // The most that is still under the threshold, where a ratio is rounded a half upwards.
    let twice = u64::from(crossing.begins_at).saturating_mul(2).saturating_sub(1);
    let most = twice.saturating_mul(crossing.capacity.into()).saturating_sub(1) / 200;
    let most = u32::try_from(most).unwrap_or(u32::MAX);
    let lightens = |week: &Week| {
        let reasons: BTreeSet<Why> = week.changes.iter().map(|change| change.why).collect();
        let each = reasons.into_iter().map(|why| (week.monday, why, week.count(why)));
        each.collect::<Vec<_>>()
    };
    let renewed = weeks.iter().filter(|week| week.renewals > 0);
    let last = renewed.clone().map(|week| sunday(week.monday)).max();
    let renewals = renewed.map(|week| week.renewals).fold(0, u32::saturating_add);
    Relief {
        points: crossing.load.saturating_sub(most),
        back_on: after.iter().skip(1).find(|week| under(week)).map(|week| week.monday),
        known: after.iter().flat_map(lightens).collect(),
        renewals: last.map(|last| (last, renewals)),
    }
}

/// How many working days of a week fall into absences; a day that two of them name counts once.
#[must_use]
pub fn away_days(absences: &[(Day, Day)], monday: Day) -> u32 {
    let days = (0..WORKING_DAYS).map(|ahead| later(monday, ahead));
    counted(days.filter(|day| absences.iter().any(|(from, until)| (*from..=*until).contains(day))))
}

/// What she can carry in a week from which so many working days are taken, and whether she is there for enough of it.
fn able(working_time: u16, away: u32, plan: &Plan<'_>) -> (u32, bool) {
    let there = WORKING_DAYS.saturating_sub(away);
    let whole = capacity(plan.weights, working_time);
    let able = ratio(whole.saturating_mul(there).into(), u64::from(WORKING_DAYS) * 100);
    (
        able,
        there.saturating_mul(100) >= plan.warning.least_presence.saturating_mul(WORKING_DAYS),
    )
}

fn weight(case: &CarriedCase, weights: &Weights, on: Day) -> u32 {
    if case.stands_on(on) {
        points(weights, &case.weighed(), on)
    } else {
        0
    }
}

/// A case that weighs less on the second day than on the first.
fn change(case: &CarriedCase, plan: &Plan<'_>, on: Day, next: Day) -> Option<Change> {
    let (now, then) = (weight(case, plan.weights, on), weight(case, plan.weights, next));
    let over = case.stands_on(on) && !case.stands_on(next);
    let why = match (over, case.open) {
        (true, true) => Why::Ends,
        (true, false) => Why::WatchOver,
        (false, _) if then < now => Why::OpeningOver,
        (false, _) => return None,
    };
    Some(Change {
        support_case: case.support_case,
        why,
        points: now.saturating_sub(then),
    })
}

/// The Monday of the week that lies so many weeks ahead.
#[must_use]
pub fn monday(today: Day, ahead: u32) -> Day {
    let since = today.0.weekday().since(Weekday::Monday);
    let days = i64::from(ahead) * 7 - i64::from(since);
    Day(today.0.saturating_add(Span::new().days(days)))
}

fn monday_after(monday: Day) -> Day {
    later(monday, 7)
}

fn sunday(monday: Day) -> Day {
    later(monday, 6)
}

fn later(day: Day, days: u32) -> Day {
    Day(day.0.saturating_add(Span::new().days(i64::from(days))))
}

fn counted<T>(of: impl Iterator<Item = T>) -> u32 {
    u32::try_from(of.count()).unwrap_or(u32::MAX)
}
