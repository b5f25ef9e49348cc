//! What may be shown, and the program of somebody who wants to know more.

mod attacker;

use super::{Cell, Published, Totals};
use attacker::Attacker;
use proptest::prelude::{Strategy, any, prop_assert};
use proptest::test_runner::{Config, TestRunner};

/// As it may be shown with its totals.
fn published(table: &[Vec<u32>], fewest: u32) -> Published {
    super::published(table, fewest, Totals::Told)
}

fn figures(of: &Published) -> Vec<Vec<Option<u32>>> {
    of.rows
        .iter()
        .map(|row| row.iter().map(|cell| cell.shown()).collect())
        .collect()
}

#[test]
fn a_hidden_figure_takes_others_with_it_and_zero_stays_zero() {
    let shown = published(&[vec![23, 31, 12], vec![14, 3, 9], vec![0, 7, 4]], 5);
    assert_eq!(
        figures(&shown),
        [
            vec![Some(23), Some(31), Some(12)],
            vec![Some(14), None, None],
            vec![Some(0), None, None],
        ]
    );
    assert_eq!(shown.total, Cell::Shown(103));
    assert_eq!(shown.row_totals, [Cell::Shown(66), Cell::Shown(26), Cell::Shown(11)]);
}

#[test]
fn where_no_total_is_told_only_small_figures_are_hidden() {
    let table = [vec![0, 3, 2], vec![23, 31, 12], vec![14, 3, 3]];
    let shown = super::published(&table, 5, Totals::Untold);
    assert_eq!(
        figures(&shown),
        [
            vec![Some(0), None, None],
            vec![Some(23), Some(31), Some(12)],
            vec![Some(14), None, None],
        ]
    );
    assert_eq!((shown.total, shown.row_totals[1]), (Cell::Hidden, Cell::Hidden));
    let told = figures(&published(&table, 5));
    let hidden = told.iter().flatten().filter(|cell| cell.is_none()).count();
    assert!(hidden > 4, "a total of five would tell that both are small: {told:?}");
}

#[test]
fn nothing_small_is_nothing_hidden() {
    let shown = published(&[vec![23, 0], vec![14, 5]], 5);
    assert_eq!(figures(&shown), [[Some(23), Some(0)], [Some(14), Some(5)]]);
}

#[test]
fn a_small_figure_alone_takes_its_totals_with_it() {
    let shown = published(&[vec![0, 3], vec![0, 0]], 5);
    assert_eq!(figures(&shown), [[Some(0), None], [Some(0), Some(0)]]);
    assert_eq!(shown.row_totals, [Cell::Hidden, Cell::Shown(0)]);
    assert_eq!((shown.column_totals[1], shown.total), (Cell::Hidden, Cell::Hidden));
}

#[test]
fn two_hidden_figures_of_a_row_are_told_by_their_columns_unless_others_are_hidden_too() {
    // Each column would give its own figure away.
    let shown = published(&[vec![2, 3, 40], vec![50, 60, 70]], 5);
    let hidden = figures(&shown)[1].iter().filter(|cell| cell.is_none()).count();
    assert!(hidden >= 2, "{shown:?}");
}

#[test]
fn an_empty_table_is_empty() {
    assert_eq!(published(&[], 5).total, Cell::Shown(0));
}

/// Tables as they occur: mostly small figures, a few large, many zeros.
fn tables() -> impl Strategy<Value = Vec<Vec<u32>>> {
    let figure = any::<u32>().prop_map(|chance| match chance % 10 {
        0..=2 => 0,
        3..=7 => chance / 10 % 14,
        _more => chance / 10 % 90,
    });
    (1_usize..=5, 1_usize..=5).prop_flat_map(move |(rows, columns)| {
        proptest::collection::vec(proptest::collection::vec(figure.clone(), columns), rows)
    })
}

/// Ten thousand tables, each with all that is shown of it: nobody works out a small figure, nor that one is small.
#[test]
fn whoever_sees_all_that_is_shown_recovers_no_small_figure() {
    let config = Config {
        cases: 10_000,
        failure_persistence: None,
        ..Config::default()
    };
    let outcome = TestRunner::new(config).run(&(tables(), 2_u32..=11), |(table, fewest)| {
        let shown = published(&table, fewest);
        let attacker = Attacker::with(&shown);
        for (row, figures) in table.iter().enumerate() {
            for (column, figure) in figures.iter().enumerate() {
                let cell = shown.rows[row][column];
                prop_assert!((*figure == 0) <= (cell == Cell::Shown(0)), "zero is shown: {shown:?}");
                let (least, most) = attacker.knows(row, column);
                prop_assert!(
                    least <= i64::from(*figure) && i64::from(*figure) <= most,
                    "the attacker errs"
                );
                if *figure > 0 && *figure < fewest {
                    prop_assert!(cell == Cell::Hidden, "shown: {shown:?}");
                    prop_assert!(most >= i64::from(fewest), "{table:?} as {shown:?}: {least} to {most}");
                }
            }
        }
        Ok(())
    });
    outcome.unwrap();
}

/// The attacker is worth something: of tables in which only small figures are hidden, he recovers many.
#[test]
fn without_a_second_figure_hidden_he_recovers_it() {
    let naive = Published {
        rows: vec![
            vec![Cell::Shown(14), Cell::Hidden],
            vec![Cell::Shown(7), Cell::Shown(9)],
        ],
        row_totals: vec![Cell::Shown(17), Cell::Shown(16)],
        column_totals: vec![Cell::Shown(21), Cell::Shown(12)],
        total: Cell::Shown(33),
    };
    assert_eq!(Attacker::with(&naive).knows(0, 1), (3, 3));
    // Two hidden in one row, told by a sum of equations and by neither alone.
    let crossed = Published {
        rows: vec![
            vec![Cell::Hidden, Cell::Hidden, Cell::Shown(9)],
            vec![Cell::Hidden, Cell::Hidden, Cell::Hidden],
        ],
        row_totals: vec![Cell::Shown(19), Cell::Shown(20)],
        column_totals: vec![Cell::Shown(12), Cell::Shown(15), Cell::Hidden],
        total: Cell::Shown(39),
    };
    assert_eq!(Attacker::with(&crossed).knows(1, 2), (3, 3));
}
