//! The figures of a scale by name, so that each can be shown, typed and put back.

use super::weights::{complexity_key, support_key};
use crate::words::{say, say_with};
use contract::workload::WeightsView;

/// A figure of a scale.
pub(crate) struct Figure {
    /// Its name, as a draft keeps it.
    pub(crate) name: String,
    /// In words.
    pub(crate) label: String,
    /// In hundredths.
    pub(crate) now: u32,
}

/// All that can be typed, in the order of the table.
pub(crate) fn figures(weights: &WeightsView) -> Vec<Figure> {
    let figure = |name: String, label, now| Figure { name, label, now };
    let base = weights.base.iter().map(|(support, now)| {
        let key = support_key(*support);
        figure(key.clone(), say(&key), *now)
    });
    let complexity = weights.complexity.iter().map(|(each, now)| {
        let key = complexity_key(*each);
        figure(key.to_owned(), say(key), *now)
    });
    let days = [("days", weights.opening_days.into())];
    let others = [
        ("opening", say_with("weight-opening", &days), weights.opening),
        ("watch", say("weight-watch"), weights.watch),
        ("sibling", say("weight-sibling"), weights.sibling),
        (
            "most_complexity",
            say("weight-most-complexity"),
            weights.most_complexity,
        ),
        ("capacity", say("weight-capacity"), weights.capacity),
    ];
    let others = others.map(|(name, label, now)| figure(name.to_owned(), label, now));
    let zones = ["zone-normal", "zone-tense", "zone-overload"]
        .into_iter()
        .zip(&weights.zones);
    let zones = zones.map(|(key, now)| {
        let label = say_with("weight-zone", &[("zone", say(key).into())]);
        figure(key.to_owned(), label, *now)
    });
    base.chain(complexity).chain(others).chain(zones).collect()
}

/// The same scale with what was typed in the place of what was left.
pub(crate) fn with(weights: &WeightsView, typed: &impl Fn(&str) -> Option<u32>) -> WeightsView {
    let put = |name: &str, now: u32| typed(name).unwrap_or(now);
    let zones = ["zone-normal", "zone-tense", "zone-overload"];
    WeightsView {
        base: weights
            .base
            .iter()
            .map(|(each, now)| (*each, put(&support_key(*each), *now)))
            .collect(),
        complexity: weights
            .complexity
            .iter()
            .map(|(each, now)| (*each, put(complexity_key(*each), *now)))
            .collect(),
        opening: put("opening", weights.opening),
        watch: put("watch", weights.watch),
        sibling: put("sibling", weights.sibling),
        most_complexity: put("most_complexity", weights.most_complexity),
        capacity: put("capacity", weights.capacity),
        zones: zones
            .into_iter()
            .zip(&weights.zones)
            .map(|(name, now)| put(name, *now))
            .collect(),
        ..weights.clone()
    }
}

/// What differs between two scales: the label, and both figures.
pub(crate) fn differences(one: &WeightsView, other: &WeightsView) -> Vec<(String, u32, u32)> {
    let others = figures(other);
    figures(one)
        .into_iter()
        .filter_map(|was| {
            let would = others.iter().find(|figure| figure.name == was.name)?;
            (would.now != was.now).then_some((was.label, was.now, would.now))
        })
        .collect()
}
