//! Delays and lengths by the kind of support under which people came: a kind with few is hidden, and with it as many others
//! as it takes so that the total does not tell of it.

use super::{Definition, Indicator, Ledger, Measured, Shown, Summary, Window, measured, shown};
use crate::configuration::Configuration;
use crate::disclosure::{Cell, Totals, published};
use crate::support_case::Support;
use std::collections::BTreeSet;

impl Indicator {
    /// Whether it is told by the kind of support as well.
    fn is_told_by_support(self) -> bool {
        match self {
            Self::FirstAppointment | Self::StartOfMeasures | Self::Length => true,
            Self::OpenCaseload
            | Self::ActiveCaseload
            | Self::GhostRate
            | Self::LoadPerFullTime
            | Self::WeightedLoad
            | Self::UnstartedMeasures
            | Self::Unassigned
            | Self::OverdueDeadlines
            | Self::OverdueRate
            | Self::RenewalsAtRisk
            | Self::ContactIntensity
            | Self::NoShow
            | Self::Flow
            | Self::Returns
            | Self::ReferentChanges
            | Self::Turnover
            | Self::MeetingsHeld
            | Self::MeetingsPostponed
            | Self::FamilyPresent
            | Self::MinutesInTime
            | Self::ActionsInTime => false,
        }
    }
}

/// A figure by the kind of support, where it is told so; nothing where the whole is hidden.
pub(super) fn by_support(
    definition: &Definition,
    whole: &Shown,
    ledger: &Ledger,
    window: &Window,
    settings: &Configuration,
    fewest: u32,
) -> Vec<(Support, Shown)> {
    if !definition.indicator.is_told_by_support() || !matches!(whole, Shown::Days(_)) {
        return Vec::new();
    }
    let kinds: BTreeSet<Support> = ledger.cases.values().filter_map(|case| case.support).collect();
    let parts: Vec<(Support, Measured, u32)> = kinds
        .into_iter()
        .filter_map(|support| {
            let part = measured(definition.indicator, &ledger.of_support(support), window, settings);
            let Measured::Days { days, target: _ } = &part else {
                return None;
            };
            let count = u32::try_from(days.len()).unwrap_or(u32::MAX);
            (count > 0).then_some((support, part, count))
        })
        .collect();
    let counts: Vec<u32> = parts.iter().map(|(.., count)| *count).collect();
    let cells = published(&[counts], fewest, Totals::Told).rows.into_iter().flatten();
    let told = |((support, part, _), cell): ((Support, Measured, u32), Cell)| {
        let seen = match cell {
            Cell::Shown(_) => shown(definition, &part, fewest),
            Cell::Hidden => Shown::Hidden { fewer_than: fewest },
        };
        (support, without_target(seen))
    };
    parts.into_iter().zip(cells).map(told).collect()
}

/// How many were late is told of the whole alone: parts of it would give small ones away.
fn without_target(seen: Shown) -> Shown {
    match seen {
        Shown::Days(summary) => Shown::Days(Summary {
            target: None,
            late: None,
            ..summary
        }),
        Shown::Count(_)
        | Shown::Share { .. }
        | Shown::Balance { .. }
        | Shown::Per { .. }
        | Shown::Hidden { .. }
        | Shown::Nothing
        | Shown::Unset => seen,
    }
}
