//! What those who hold a post in the service carry, and who of them left.

use super::Window;
use super::ledger::{Case, Ledger, PostSpell, Spell, held_at};
use super::shown::Measured;
use super::weighing::{Weighed, capacity, points};
use crate::configuration::{Configuration, Setting, Topic, Weights};
use crate::words::{Day, WorkerId};
use jiff::Timestamp;
use std::collections::{BTreeMap, BTreeSet};

impl Ledger {
    fn posts_at(&self, at: Timestamp) -> BTreeMap<WorkerId, u16> {
        let holds = |from: Timestamp, until: Option<Timestamp>| from <= at && until.is_none_or(|until| until > at);
        let held = self.posts.iter().filter(|post| holds(post.from, post.until));
        held.map(|post| (post.worker, post.working_time)).collect()
    }

    pub(super) fn per_full_time(&self, at: Timestamp) -> Measured {
        let posts = self.posts_at(at);
        let carried = self.open(at).filter(|(case, _)| case.is_carried_by(&posts, at)).count();
        let working_time: u64 = posts.values().copied().map(u64::from).sum();
        Measured::Per {
            part: u64::try_from(carried).unwrap_or(u64::MAX).saturating_mul(100),
            whole: working_time,
            behind: u32::try_from(posts.len()).unwrap_or(u32::MAX),
            touched: 0,
        }
    }

    /// Points of the cases for which somebody in post answers, watched ones included, for the points that the posts can
    /// carry.
    pub(super) fn weighted(&self, window: &Window, settings: &Configuration) -> Measured {
        let Some(weights) = weights(settings, window.until_on) else {
            return Measured::Unset;
        };
        let posts = self.posts_at(window.until);
        let carried = self
            .cases
            .values()
            .filter(|case| case.is_carried_by(&posts, window.until));
        let load = carried.filter_map(|case| weight(case, window, weights));
        Measured::Per {
            part: load.map(u64::from).sum(),
            whole: posts.values().map(|time| u64::from(capacity(weights, *time))).sum(),
            behind: u32::try_from(posts.len()).unwrap_or(u32::MAX),
            touched: 0,
        }
    }

    /// Those who left in twelve months, for the mean of those who were there at its beginning and at its end.
    pub(super) fn turnover(&self, window: &Window) -> Measured {
        let year = window.year();
        let there = |at: Timestamp| u64::try_from(self.posts_at(at).len()).unwrap_or(u64::MAX);
        let (first, last) = (there(year.from), there(year.until));
        let after = self.posts_at(year.until);
        let left = |post: &&PostSpell| post.until.is_some_and(|at| year.holds(at)) && !after.contains_key(&post.worker);
        let leavers: BTreeSet<_> = self.posts.iter().filter(left).map(|post| post.worker).collect();
        Measured::Per {
            part: u64::try_from(leavers.len()).unwrap_or(u64::MAX).saturating_mul(2),
            whole: first.saturating_add(last),
            behind: u32::try_from(first.saturating_add(last) / 2).unwrap_or(u32::MAX),
            touched: u32::try_from(leavers.len()).unwrap_or(u32::MAX),
        }
    }
}

impl Case {
    /// Whether one of these posts answers for it: what another service carries is no load of this one.
    fn is_carried_by(&self, posts: &BTreeMap<WorkerId, u16>, at: Timestamp) -> bool {
        self.referent_at(at).is_some_and(|worker| posts.contains_key(&worker))
    }
}

/// The weights in force on a day.
fn weights(settings: &Configuration, on: Day) -> Option<&Weights> {
    if let (Setting::Weights(weights), ..) = settings.on(Topic::Weights, on)? {
        Some(weights)
    } else {
        None
    }
}

fn weight(case: &Case, window: &Window, weights: &Weights) -> Option<u32> {
    let open = case.open_at(window.until);
    let watched =
        |spell: &&Spell| spell.from <= window.until && spell.watch_until.is_some_and(|until| until >= window.until_on);
    let spell = open.or_else(|| case.spells.iter().rev().find(watched))?;
    let complexities = held_at(&case.complexities, window.until).unwrap_or_default();
    let weighed = Weighed {
        support: case.support?,
        children: case.children,
        complexities: &complexities,
        open: open.is_some(),
        from_on: spell.from_on,
    };
    Some(points(weights, &weighed, window.until_on))
}
