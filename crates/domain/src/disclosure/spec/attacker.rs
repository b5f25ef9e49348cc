//! Somebody with pen and paper: every row and column is an equation between what is shown and what is not. She solves them
//! exactly, adds them up, and narrows each unknown from both sides until nothing moves. Shares no thought with the network.

use crate::disclosure::{Cell, Published};

/// An equation: a sum of unknowns, each with a sign, comes to a figure.
#[derive(Clone, Debug)]
struct Equation {
    signs: Vec<i64>,
    comes_to: i64,
}

pub(super) struct Attacker {
    columns: usize,
    bounds: Vec<(i64, i64)>,
}

const FAR: i64 = 1 << 40;

impl Attacker {
    pub(super) fn with(shown: &Published) -> Self {
        let (rows, columns) = (shown.rows.len(), shown.column_totals.len());
        let cell = |row: usize, column: usize| match (row < rows, column < columns) {
            (true, true) => shown.rows[row][column],
            (true, false) => shown.row_totals[row],
            (false, true) => shown.column_totals[column],
            (false, false) => shown.total,
        };
        let wide = columns + 1;
        let all: Vec<Cell> = (0..=rows)
            .flat_map(|row| (0..=columns).map(move |column| (row, column)))
            .map(|(row, column)| cell(row, column))
            .collect();
        let line = |places: Vec<usize>| {
            let total = places.len() - 1;
            let mut equation = Equation {
                signs: vec![0; all.len()],
                comes_to: 0,
            };
            for (nth, place) in places.into_iter().enumerate() {
                let sign = if nth == total { -1 } else { 1 };
                match all[place] {
                    Cell::Shown(figure) => equation.comes_to -= sign * i64::from(figure),
                    Cell::Hidden => equation.signs[place] = sign,
                }
            }
            equation
        };
        let mut equations: Vec<Equation> = (0..=rows)
            .map(|row| line((0..wide).map(|column| row * wide + column).collect()))
            .chain((0..wide).map(|column| line((0..=rows).map(|row| row * wide + column).collect())))
            .collect();
        equations.extend(solved(&equations));
        let bounds = all
            .iter()
            .map(|cell| match cell {
                Cell::Shown(figure) => (i64::from(*figure), i64::from(*figure)),
                // A zero would have been shown.
                Cell::Hidden => (1, FAR),
            })
            .collect();
        Self {
            columns,
            bounds: narrowed(bounds, &equations),
        }
    }

    /// Between what and what the figure lies.
    pub(super) fn knows(&self, row: usize, column: usize) -> (i64, i64) {
        self.bounds[row * (self.columns + 1) + column]
    }
}

/// The same equations, solved as far as they go: whole numbers all along, since every sign is one.
fn solved(equations: &[Equation]) -> Vec<Equation> {
    let mut rest: Vec<Equation> = equations.to_vec();
    let mut done: Vec<Equation> = Vec::new();
    let unknowns = equations.first().map_or(0, |equation| equation.signs.len());
    for unknown in 0..unknowns {
        let Some(found) = rest.iter().position(|equation| equation.signs[unknown].abs() == 1) else {
            continue;
        };
        let pivot = rest.swap_remove(found);
        for equation in rest.iter_mut().chain(done.iter_mut()) {
            let times = equation.signs[unknown] * pivot.signs[unknown];
            if times != 0 {
                for (sign, by) in equation.signs.iter_mut().zip(&pivot.signs) {
                    *sign -= times * by;
                }
                equation.comes_to -= times * pivot.comes_to;
            }
        }
        done.push(pivot);
    }
    done
}

fn narrowed(mut bounds: Vec<(i64, i64)>, equations: &[Equation]) -> Vec<(i64, i64)> {
    // She gives up what would take her all night.
    for _turn in 0..100 {
        let before = bounds.clone();
        for equation in equations {
            for unknown in 0..bounds.len() {
                let sign = equation.signs[unknown];
                if sign == 0 {
                    continue;
                }
                let others = |largest: bool| -> i64 {
                    let each = |(place, by): (usize, &i64)| {
                        let (least, most) = bounds[place];
                        let high = (*by > 0) == largest;
                        by * if high { most } else { least }
                    };
                    let not_this = equation
                        .signs
                        .iter()
                        .enumerate()
                        .filter(|(place, by)| *place != unknown && **by != 0);
                    not_this.map(each).sum()
                };
                let (least, most) = (equation.comes_to - others(true), equation.comes_to - others(false));
                let (least, most) = if sign > 0 { (least, most) } else { (-most, -least) };
                let size = sign.abs();
                let (least, most) = (
                    least.div_euclid(size) + i64::from(least.rem_euclid(size) != 0),
                    most.div_euclid(size),
                );
                let known = bounds[unknown];
                bounds[unknown] = (known.0.max(least), known.1.min(most));
            }
        }
        if bounds == before {
            break;
        }
    }
    bounds
}
