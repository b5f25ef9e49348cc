//! A table with its totals as a network: a figure flows from its row to its column, a total of a column on to the row of
//! totals, the total of all to the column of totals, and a total of a row back to its row. What flows in flows out.

use super::Cell;
use std::collections::VecDeque;

/// A figure, with where it flows from and to.
#[derive(Clone, Copy, Debug)]
struct Flow {
    from: usize,
    to: usize,
    figure: u64,
    hidden: bool,
    is_total: bool,
}

/// A step along a figure: more of it, or less.
#[derive(Clone, Copy, Debug)]
struct Step {
    flow: usize,
    more: bool,
}

pub(super) struct Network {
    flows: Vec<Flow>,
    columns: usize,
    places: usize,
}

/// More than any table holds.
const BOUNDLESS: u64 = u64::MAX / 4;

impl Network {
    pub(super) fn of(table: &[Vec<u32>]) -> Self {
        let (rows, columns) = (table.len(), table.first().map_or(0, Vec::len));
        let figure = |row: usize, column: usize| {
            let found = table.get(row).and_then(|row| row.get(column));
            u64::from(found.copied().unwrap_or(0))
        };
        let place_of_column = |column: usize| rows + 1 + column;
        let mut flows = Vec::with_capacity((rows + 1) * (columns + 1));
        for row in 0..=rows {
            for column in 0..=columns {
                let (in_row, in_column) = (row < rows, column < columns);
                let sum: u64 = match (in_row, in_column) {
                    (true, true) => figure(row, column),
                    (true, false) => (0..columns).map(|column| figure(row, column)).sum(),
                    (false, true) => (0..rows).map(|row| figure(row, column)).sum(),
                    (false, false) => (0..rows)
                        .map(|row| (0..columns).map(|column| figure(row, column)).sum::<u64>())
                        .sum(),
                };
                let (from, to) = if in_row == in_column {
                    (row, place_of_column(column))
                } else {
                    (place_of_column(column), row)
                };
                flows.push(Flow {
                    from,
                    to,
                    figure: sum,
                    hidden: false,
                    is_total: !(in_row && in_column),
                });
            }
        }
        Self {
            flows,
            columns,
            places: rows + columns + 2,
        }
    }

    /// The figures that are not zero and below a threshold.
    pub(super) fn below(&self, fewest: u32) -> Vec<usize> {
        let small = |(_, flow): &(usize, &Flow)| flow.figure > 0 && flow.figure < u64::from(fewest);
        self.flows
            .iter()
            .enumerate()
            .filter(small)
            .map(|(place, _)| place)
            .collect()
    }

    pub(super) fn hide(&mut self, cell: usize) {
        if let Some(flow) = self.flows.get_mut(cell) {
            flow.hidden = true;
        }
    }

    pub(super) fn hide_totals(&mut self) {
        for total in self.flows.iter_mut().filter(|flow| flow.is_total) {
            total.hidden = true;
        }
    }

    pub(super) fn cell(&self, row: usize, column: usize) -> Cell {
        match self.flows.get(row * (self.columns + 1) + column) {
            Some(flow) if !flow.hidden => Cell::Shown(u32::try_from(flow.figure).unwrap_or(u32::MAX)),
            Some(_) | None => Cell::Hidden,
        }
    }

    /// Whether a hidden figure might as well be this large, for all that is shown.
    pub(super) fn can_reach(&self, cell: usize, size: u32) -> bool {
        let Some(of) = self.flows.get(cell) else { return true };
        let needed = u64::from(size).saturating_sub(of.figure);
        let mut moved = vec![0_i128; self.flows.len()];
        let mut found = 0;
        // More of the figure must come back to where it starts, through other hidden ones.
        while found < needed {
            let Some(path) = self.way_back(cell, &moved) else {
                return false;
            };
            let least = path.iter().map(|step| self.room(*step, &moved)).min().unwrap_or(0);
            let by = least.min(needed - found);
            for step in &path {
                if let Some(moved) = moved.get_mut(step.flow) {
                    *moved += if step.more { i128::from(by) } else { -i128::from(by) };
                }
            }
            found += by;
        }
        true
    }

    /// By how much a hidden figure can move that way: whoever reads knows that it is not zero.
    fn room(&self, step: Step, moved: &[i128]) -> u64 {
        let Some(flow) = self.flows.get(step.flow) else {
            return 0;
        };
        if step.more {
            return BOUNDLESS;
        }
        let now = i128::from(flow.figure) + moved.get(step.flow).copied().unwrap_or(0);
        u64::try_from(now - 1).unwrap_or(0)
    }

    /// The shortest way from where a figure flows to back to where it comes from, over hidden figures that can move.
    fn way_back(&self, cell: usize, moved: &[i128]) -> Option<Vec<Step>> {
        let of = self.flows.get(cell)?;
        let mut came: Vec<Option<Step>> = vec![None; self.places];
        let mut seen = vec![false; self.places];
        let mut next = VecDeque::from([of.to]);
        *seen.get_mut(of.to)? = true;
        while let Some(place) = next.pop_front() {
            if place == of.from {
                return self.walked(of.to, place, &came);
            }
            for (step, to) in self.steps_from(place) {
                let open = step.flow != cell && self.flows.get(step.flow).is_some_and(|flow| flow.hidden);
                if open && seen.get(to) == Some(&false) && self.room(step, moved) > 0 {
                    *seen.get_mut(to)? = true;
                    *came.get_mut(to)? = Some(step);
                    next.push_back(to);
                }
            }
        }
        None
    }

    fn steps_from(&self, place: usize) -> impl Iterator<Item = (Step, usize)> + '_ {
        self.flows.iter().enumerate().filter_map(move |(flow, of)| {
            if of.from == place {
                Some((Step { flow, more: true }, of.to))
            } else if of.to == place {
                Some((Step { flow, more: false }, of.from))
            } else {
                None
            }
        })
    }

    fn walked(&self, from: usize, to: usize, came: &[Option<Step>]) -> Option<Vec<Step>> {
        let (mut path, mut place) = (Vec::new(), to);
        while place != from {
            let step = came.get(place).copied().flatten()?;
            let flow = self.flows.get(step.flow)?;
            place = if step.more { flow.from } else { flow.to };
            path.push(step);
        }
        Some(path)
    }

    /// Hides what costs least so that a hidden figure can move further; says whether anything was left to hide.
    pub(super) fn hides_more_for(&mut self, cell: usize) -> bool {
        let fresh: Vec<usize> = self
            .cheapest_way(cell)
            .into_iter()
            .filter(|flow| self.flows.get(*flow).is_some_and(|flow| !flow.hidden))
            .collect();
        let chosen = if fresh.is_empty() {
            self.smallest_shown(cell).into_iter().collect()
        } else {
            fresh
        };
        for flow in &chosen {
            self.hide(*flow);
        }
        !chosen.is_empty()
    }

    /// The figures on the way back that hides least: small ones before large ones, totals last.
    fn cheapest_way(&self, cell: usize) -> Vec<usize> {
        let Some(of) = self.flows.get(cell) else {
            return Vec::new();
        };
        let mut costs: Vec<Option<u64>> = vec![None; self.places];
        let mut came: Vec<Option<Step>> = vec![None; self.places];
        let mut settled = vec![false; self.places];
        if let Some(cost) = costs.get_mut(of.to) {
            *cost = Some(0);
        }
        loop {
            let nearest = (0..self.places)
                .filter(|place| settled.get(*place) == Some(&false))
                .filter_map(|place| Some((costs.get(place).copied().flatten()?, place)))
                .min();
            let Some((cost, place)) = nearest else { break };
            if let Some(settled) = settled.get_mut(place) {
                *settled = true;
            }
            for (step, to) in self.steps_from(place) {
                let Some(price) = self.price(step).filter(|_| step.flow != cell) else {
                    continue;
                };
                let total = cost.saturating_add(price);
                if let (Some(known), Some(way)) = (costs.get_mut(to), came.get_mut(to))
                    && known.is_none_or(|known| total < known)
                {
                    *known = Some(total);
                    *way = Some(step);
                }
            }
        }
        let path = self.walked(of.to, of.from, &came).unwrap_or_default();
        path.into_iter().map(|step| step.flow).collect()
    }

    /// What it costs to go that way; none where nothing flows or the figure cannot be less.
    fn price(&self, step: Step) -> Option<u64> {
        let flow = self.flows.get(step.flow)?;
        if flow.figure == 0 || (!step.more && flow.figure < 2) {
            return None;
        }
        Some(match (flow.hidden, flow.is_total) {
            (true, _) => 0,
            (false, false) => flow.figure,
            (false, true) => flow.figure.saturating_add(1_000_000),
        })
    }

    /// The smallest figure that is still shown: of the same row or column first, totals last.
    fn smallest_shown(&self, cell: usize) -> Option<usize> {
        let of = self.flows.get(cell)?;
        let beside = |flow: &Flow| {
            [flow.from, flow.to]
                .iter()
                .any(|place| [of.from, of.to].contains(place))
        };
        let shown = self
            .flows
            .iter()
            .enumerate()
            .filter(|(_, flow)| !flow.hidden && flow.figure > 0);
        shown
            .min_by_key(|(_, flow)| (flow.is_total, !beside(flow), flow.figure))
            .map(|(place, _)| place)
    }
}
