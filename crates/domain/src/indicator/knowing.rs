//! Every figure twice: as it was known when the period ended, and as it is known now, with what was written down meanwhile.

use super::by_support::by_support;
use super::{Definition, Indicator, Input, Ledger, Noted, Shown, Window, measured, shown};
use crate::configuration::History;
use crate::support_case::Support;
use std::collections::BTreeMap;

/// A figure with its definition, at two moments of knowing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Figure {
    /// What it is.
    pub definition: Definition,
    /// As it was known at the end of the period.
    pub then: Shown,
    /// As it is known now.
    pub now: Shown,
    /// As it is known now, by the kind of support, where it is told so.
    pub by_support: Vec<(Support, Shown)>,
    /// Why they may differ: facts of the time asked that were written down later, by kind; nothing where they are hidden.
    pub late: Vec<(Input, u32)>,
    /// Whether a setting that was adopted later is a reason too.
    pub revoted: bool,
}

/// All figures over a time, of facts in the order of the log.
#[must_use]
pub fn asked(facts: &[Noted], window: &Window, history: &History, fewest: u32) -> Vec<Figure> {
    let was_known = |fact: &&Noted| fact.known_at < window.until;
    let (was_set, is_set) = (history.known_before(window.until), history.now());
    let then_known = Ledger::of(facts.iter().filter(was_known));
    let now_known = Ledger::of(facts);
    let mut late: BTreeMap<Input, u32> = BTreeMap::new();
    for fact in facts.iter().filter(|fact| !was_known(fact) && fact.at < window.until) {
        let count = late.entry(fact.happening.input()).or_insert(0);
        *count = count.saturating_add(1);
    }
    let figure = |indicator: Indicator| {
        let definition = indicator.definition();
        let of = |ledger, settings| measured(indicator, ledger, window, settings);
        let (was, is) = (of(&then_known, &was_set), of(&now_known, &is_set));
        let revoted = was_set != is_set && of(&now_known, &was_set) != is;
        let seen = |measured| shown(&definition, measured, fewest);
        let (then, now) = match (seen(&was), seen(&is)) {
            // What is shown at one moment would give away what is hidden at the other.
            (hidden @ Shown::Hidden { .. }, _) | (_, hidden @ Shown::Hidden { .. }) => (hidden.clone(), hidden),
            both => both,
        };
        // Of a hidden figure not even that is told: what came later may be all that it counts.
        let told = !matches!(now, Shown::Hidden { .. });
        let of_it = |(input, count): (&Input, &u32)| definition.inputs.contains(input).then_some((*input, *count));
        Figure {
            by_support: by_support(&definition, &now, &now_known, window, &is_set, fewest),
            definition,
            then,
            now,
            late: late.iter().filter(|_| told).filter_map(of_it).collect(),
            revoted: told && revoted,
        }
    };
    Indicator::ALL.into_iter().map(figure).collect()
}
