//! Figures that add up with others: where one of them is hidden, the others are withheld that would give it away.
//!
//! What opened and closed is tied to what is open, which is shown on any day: what was open, and what opened, is what closed,
//! and what is open. As a network, one can move only with the other, so both are hidden or none, and with them whatever
//! tells one of them again: how many support ended, in this quarter or, a year later, among those that may have come back.

use super::shown::is_few;
use super::{Indicator, Ledger, Shown, Window, measured};
use crate::configuration::Configuration;
use std::collections::BTreeMap;

/// What is told at one moment of knowing, before it is held together.
pub(super) type Told = BTreeMap<Indicator, Shown>;

/// Withholds what would give hidden figures away at one moment of knowing. All are of people, over the same quarter.
pub(super) fn withheld(told: &mut Told, ledger: &Ledger, window: &Window, settings: &Configuration, fewest: u32) {
    let earlier = window.months_before(12);
    let flow = measured(Indicator::Flow, ledger, &earlier, settings);
    if is_few(&flow, fewest) {
        hide(told, Indicator::Returns, fewest);
    }
    let closed_since = ledger.active_and_closed(window);
    if 0 < closed_since && closed_since < fewest {
        hide(told, Indicator::ActiveCaseload, fewest);
    }
    held_together(told, fewest);
}

/// Whatever the reason why a figure is hidden: those go with it.
pub(super) fn held_together(told: &mut Told, fewest: u32) {
    if is_hidden(told, Indicator::Flow) {
        hide(told, Indicator::Length, fewest);
    }
    // Active are the open ones that are not without an act, and those that were closed since.
    if is_hidden(told, Indicator::GhostRate) {
        hide(told, Indicator::ActiveCaseload, fewest);
    }
}

fn hide(told: &mut Told, indicator: Indicator, fewest: u32) {
    if let Some(shown) = told.get_mut(&indicator) {
        *shown = Shown::Hidden { fewer_than: fewest };
    }
}

fn is_hidden(told: &Told, indicator: Indicator) -> bool {
    matches!(told.get(&indicator), Some(Shown::Hidden { .. }))
}
