//! Every figure twice: as it was known when its period ended, and as it is known now, with what was written down meanwhile.

use super::by_support::by_support;
use super::withheld::{Told, held_together, withheld};
use super::{Counts, Definition, Indicator, Input, Ledger, Noted, Period, Periods, Shown, Window, measured, shown};
use crate::configuration::{Configuration, History};
use crate::support_case::Support;
use crate::words::Day;
use std::collections::BTreeMap;

/// A figure with its definition, at two moments of knowing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Figure {
    /// What it is.
    pub definition: Definition,
    /// The first day of its period.
    pub from_on: Day,
    /// The day after the last.
    pub until_on: Day,
    /// As it was known at the end of its period; hidden for people where it is another figure now.
    pub then: Shown,
    /// As it is known now.
    pub now: Shown,
    /// As it is known now, by the kind of support, where it is told so.
    pub by_support: Vec<(Support, Shown)>,
    /// Why they may differ: facts of its period that were written down later, by kind; nothing where they are hidden.
    pub late: Vec<(Input, u32)>,
    /// Whether a setting that was adopted later is a reason too.
    pub revoted: bool,
}

/// All figures over a time, of facts in the order of the log. Those of people are told over the last whole quarter of the
/// calendar, whatever was asked.
#[must_use]
pub fn asked(facts: &[Noted], periods: &Periods, history: &History, fewest: u32) -> Vec<Figure> {
    let of = |period: Period| {
        let told_over_it = |of: &Indicator| Period::of(&of.definition()) == period;
        let indicators: Vec<Indicator> = Indicator::ALL.into_iter().filter(told_over_it).collect();
        over(facts, periods.window(period), &indicators, history, fewest)
    };
    let mut figures: Vec<Figure> = Period::ALL.into_iter().flat_map(of).collect();
    figures.sort_by_key(|figure| Indicator::ALL.iter().position(|of| *of == figure.definition.indicator));
    figures
}

/// What was known at a moment.
struct Moment {
    ledger: Ledger,
    settings: Configuration,
}

impl Moment {
    fn told(&self, of: &[Indicator], window: &Window, fewest: u32) -> Told {
        let seen = |indicator: &Indicator| {
            let measured = measured(*indicator, &self.ledger, window, &self.settings);
            (*indicator, shown(&indicator.definition(), &measured, fewest))
        };
        let mut told: Told = of.iter().map(seen).collect();
        withheld(&mut told, &self.ledger, window, &self.settings, fewest);
        told
    }
}

/// The figures of one period. What comes after it is no part of it, whatever was asked beside it.
fn over(facts: &[Noted], window: &Window, of: &[Indicator], history: &History, fewest: u32) -> Vec<Figure> {
    let was_known = |fact: &&Noted| fact.known_at < window.until;
    let of_it = || facts.iter().filter(|fact| fact.at <= window.until);
    let then = Moment {
        ledger: Ledger::of(of_it().filter(was_known)),
        settings: history.known_before(window.until),
    };
    let now = Moment {
        ledger: Ledger::of(of_it()),
        settings: history.now(),
    };
    let mut late: BTreeMap<Input, u32> = BTreeMap::new();
    for fact in facts.iter().filter(|fact| !was_known(fact) && fact.at < window.until) {
        let count = late.entry(fact.happening.input()).or_insert(0);
        *count = count.saturating_add(1);
    }
    let (was, is) = both(then.told(of, window, fewest), now.told(of, window, fewest), fewest);
    let figure = |indicator: &Indicator| {
        let (then_shown, now_shown) = (was.get(indicator)?.clone(), is.get(indicator)?.clone());
        let definition = indicator.definition();
        let revoted = then.settings != now.settings && {
            let by = |settings| measured(*indicator, &now.ledger, window, settings);
            by(&then.settings) != by(&now.settings)
        };
        // Of a hidden figure not even that is told: what came later may be all that it counts.
        let told = !is_hidden(&then_shown) && !is_hidden(&now_shown);
        let of_it = |(input, count): (&Input, &u32)| definition.inputs.contains(input).then_some((*input, *count));
        Some(Figure {
            by_support: by_support(&definition, &now_shown, &now.ledger, window, &now.settings, fewest),
            definition,
            from_on: window.from_on,
            until_on: window.until_on,
            then: then_shown,
            now: now_shown,
            late: late.iter().filter(|_| told).filter_map(of_it).collect(),
            revoted: told && revoted,
        })
    };
    of.iter().filter_map(figure).collect()
}

fn is_hidden(shown: &Shown) -> bool {
    matches!(shown, Shown::Hidden { .. })
}

/// What is told at both moments. Of people, the difference between two figures is a figure too: the earlier one is told only
/// where there is none. Were small differences hidden alone, what is hidden would be known to be small.
fn both(mut then: Told, mut now: Told, fewest: u32) -> (Told, Told) {
    let hidden = Shown::Hidden { fewer_than: fewest };
    for (indicator, is) in &mut now {
        let Some(was) = then.get_mut(indicator) else { continue };
        match indicator.definition().counts {
            Counts::ToActOn | Counts::Deeds => {}
            // What is shown at one moment would give away what is hidden at the other.
            Counts::People if is_hidden(was) || is_hidden(is) => {
                *was = hidden.clone();
                *is = hidden.clone();
            }
            Counts::People if *was != *is => *was = hidden.clone(),
            Counts::People => {}
        }
    }
    held_together(&mut then, fewest);
    held_together(&mut now, fewest);
    (then, now)
}
