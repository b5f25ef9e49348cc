//! Which figures of a table may be shown, when small ones tell of people: a small figure is hidden, and then as many others
//! as it takes so that no total gives it away. Zero is zero, and never hidden.
//!
//! A table with its totals is a network in which every figure flows: what a reader can work out about a hidden figure is
//! exactly how far it can move when the shown ones stay. That is asked here, and not a rule of thumb.

mod network;

use network::Network;
use serde::{Deserialize, Serialize};

/// A figure of a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Cell {
    /// As it is; zero as zero.
    Shown(u32),
    /// Hidden: small, or hidden with a small one.
    Hidden,
}

impl Cell {
    /// The figure, when it is shown.
    #[must_use]
    pub fn shown(self) -> Option<u32> {
        match self {
            Self::Shown(figure) => Some(figure),
            Self::Hidden => None,
        }
    }
}

/// A table as it may be shown, with its totals.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Published {
    /// The figures, row by row.
    pub rows: Vec<Vec<Cell>>,
    /// The total of each row.
    pub row_totals: Vec<Cell>,
    /// The total of each column.
    pub column_totals: Vec<Cell>,
    /// The total of all.
    pub total: Cell,
}

/// Whether a table comes with its totals, here or anywhere else.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Totals {
    /// They are told.
    Told,
    /// They are told nowhere, so that a small figure hides alone.
    Untold,
}

/// A table as it may be shown where no figure below the threshold may be known. Whoever sees it, the totals that are told
/// and the threshold can neither tell a small figure nor even that it is small.
#[must_use]
pub fn published(table: &[Vec<u32>], fewest: u32, totals: Totals) -> Published {
    let mut network = Network::of(table);
    match totals {
        Totals::Told => {}
        Totals::Untold => network.hide_totals(),
    }
    let small: Vec<usize> = network.below(fewest);
    for cell in &small {
        network.hide(*cell);
    }
    // Each turn hides at least one more figure, so it ends: where all are hidden, all can move.
    while let Some(cell) = small.iter().copied().find(|cell| !network.can_reach(*cell, fewest)) {
        if !network.hides_more_for(cell) {
            break;
        }
    }
    let (rows, columns) = (table.len(), table.first().map_or(0, Vec::len));
    let row = |of: usize| (0..columns).map(|column| network.cell(of, column)).collect();
    Published {
        rows: (0..rows).map(row).collect(),
        row_totals: (0..rows).map(|row| network.cell(row, columns)).collect(),
        column_totals: (0..columns).map(|column| network.cell(rows, column)).collect(),
        total: network.cell(rows, columns),
    }
}

#[cfg(test)]
mod spec;
