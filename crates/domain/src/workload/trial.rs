//! What passing cases from one worker to another would do, on a copy: nothing is written, and nothing is decided.

use super::{CarriedCase, Fullness, Known, Plan, Week, weeks};
use crate::words::{Day, SupportCaseId};
use std::collections::BTreeSet;

/// How full somebody is in a week.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Level {
    /// Points carried, in hundredths.
    pub load: u32,
    /// Points that can be carried, in hundredths.
    pub capacity: u32,
    /// Load over capacity, in hundredths.
    pub ratio: u32,
    /// In words.
    pub fullness: Fullness,
}

impl Level {
    fn of(week: &Week) -> Self {
        Self {
            load: week.load,
            capacity: week.capacity,
            ratio: week.ratio,
            fullness: week.fullness,
        }
    }
}

/// A week as it is, and as it would be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TrialWeek {
    /// Its Monday.
    pub monday: Day,
    /// Working days away: they stay hers.
    pub away_days: u32,
    /// As it is.
    pub before: Level,
    /// As it would be.
    pub after: Level,
}

/// What would come of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trial {
    /// The weeks of who gives.
    pub giver: Vec<TrialWeek>,
    /// The weeks of who takes.
    pub taker: Vec<TrialWeek>,
    /// The cases that would pass; of those that were named, the ones that she carries.
    pub passed: Vec<CarriedCase>,
}

impl Trial {
    /// How many children would have another référent.
    #[must_use]
    pub fn children(&self) -> u32 {
        let each = self.passed.iter().map(|case| case.children);
        each.fold(0, u32::saturating_add)
    }
}

/// What would come of passing some of the cases of one worker to another.
#[must_use]
pub fn trial(giver: &Known, taker: &Known, cases: &BTreeSet<SupportCaseId>, plan: &Plan<'_>) -> Trial {
    let passes = |case: &CarriedCase| cases.contains(&case.support_case);
    let (passed, kept): (Vec<_>, Vec<_>) = giver.cases.iter().cloned().partition(passes);
    let without = Known {
        cases: kept,
        ..giver.clone()
    };
    let with = Known {
        cases: [taker.cases.clone(), passed.clone()].concat(),
        ..taker.clone()
    };
    Trial {
        giver: both(giver, &without, plan),
        taker: both(taker, &with, plan),
        passed,
    }
}

fn both(is: &Known, would: &Known, plan: &Plan<'_>) -> Vec<TrialWeek> {
    let (before, after) = (weeks(is, plan), weeks(would, plan));
    let each = before.iter().zip(&after);
    each.map(|(before, after)| TrialWeek {
        monday: before.monday,
        away_days: before.away_days,
        before: Level::of(before),
        after: Level::of(after),
    })
    .collect()
}
