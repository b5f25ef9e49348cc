//! Every setting ever adopted, with when that was known: what a figure was computed with on a past day is what was known
//! on that day, not what was voted since.

use super::{Configuration, Event, Setting, Topic};
use crate::fold;
use crate::words::Day;
use jiff::Timestamp;
use std::collections::BTreeSet;

/// A setting as it was adopted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Adoption {
    /// The setting and its value.
    pub setting: Setting,
    /// The first day it holds.
    pub in_force_on: Day,
    /// The law, study or vote it comes from.
    pub source: String,
    /// When it was known: to its source, else to Trame.
    pub known_at: Timestamp,
}

/// All adoptions, in the order of the log.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct History(Vec<Adoption>);

impl History {
    /// Of adoptions in the order of the log.
    #[must_use]
    pub fn of(adoptions: Vec<Adoption>) -> Self {
        Self(adoptions)
    }

    /// The configuration as it is known now.
    #[must_use]
    pub fn now(&self) -> Configuration {
        folded(self.0.iter())
    }

    /// The configuration as it was known before an instant. What a territory started with is the first word on its topic:
    /// nothing else was known before it, so it holds for the time before it was written down as well.
    #[must_use]
    pub fn known_before(&self, until: Timestamp) -> Configuration {
        let mut told: BTreeSet<Topic> = BTreeSet::new();
        let was_known = |one: &&Adoption| told.insert(one.setting.topic()) || one.known_at < until;
        folded(self.0.iter().filter(was_known))
    }
}

fn folded<'a>(adoptions: impl Iterator<Item = &'a Adoption>) -> Configuration {
    let events: Vec<Event> = adoptions
        .map(|one| Event::Adopted {
            setting: one.setting.clone(),
            in_force_on: one.in_force_on,
            source: one.source.clone(),
        })
        .collect();
    fold(Configuration::default(), &events)
}
