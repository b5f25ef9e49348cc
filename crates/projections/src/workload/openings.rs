//! Openings by town and life domain, with figures hidden that would tell of a few households.

use super::standing::Instant;
use crate::reach::{Reached, reached};
use crate::{Client, Fault, column};
use domain::words::DomainOfLife;
use std::collections::BTreeMap;

/// A table of openings.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Openings {
    /// The columns, the most frequent first.
    pub domains: Vec<DomainOfLife>,
    /// One row per town, by name.
    pub towns: Vec<TownOpenings>,
    /// Below this figure a cell is hidden.
    pub threshold: u32,
}

/// The openings of a town.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TownOpenings {
    /// The town; none when the record does not tell.
    pub town: Option<String>,
    /// One figure per column; none where it is hidden. Zero is zero.
    pub figures: Vec<Option<u32>>,
}

/// The cases opened between two instants, each counted in every domain it touches.
pub(super) async fn openings(
    client: &Client,
    reached: &Reached,
    from: Instant,
    until: Instant,
    threshold: u32,
) -> Result<Openings, Fault> {
    let statement = client.prepare_cached(OPENINGS).await?;
    let mut towns: BTreeMap<Option<String>, BTreeMap<DomainOfLife, u32>> = BTreeMap::new();
    let mut totals: BTreeMap<DomainOfLife, u32> = BTreeMap::new();
    for row in client
        .query(&statement, &reached.values(&[&from.at, &until.at]))
        .await?
    {
        let figures = towns.entry(row.try_get(0)?).or_default();
        let Some(domain) = row.try_get::<_, Option<&str>>(1)? else {
            continue;
        };
        let (domain, figure) = (column::from_code(domain)?, column::count(row.try_get(2)?));
        figures.insert(domain, figure);
        let total = totals.entry(domain).or_insert(0);
        *total = total.saturating_add(figure);
    }
    let mut domains: Vec<_> = totals.into_iter().collect();
    domains.sort_by_key(|(domain, total)| (std::cmp::Reverse(*total), *domain));
    let domains: Vec<_> = domains.into_iter().map(|(domain, _)| domain).collect();
    let figure = |of: &BTreeMap<_, u32>, domain| of.get(domain).copied().unwrap_or(0);
    let table: Vec<Vec<u32>> = towns
        .values()
        .map(|of| domains.iter().map(|domain| figure(of, domain)).collect())
        .collect();
    let towns = towns
        .into_keys()
        .zip(hidden(&table, threshold))
        .map(|(town, figures)| TownOpenings { town, figures })
        .collect();
    Ok(Openings {
        domains,
        towns,
        threshold,
    })
}

/// Hides what is below the threshold, then enough of the rest that no total of a row or a column gives it away.
/// Zero is never hidden.
fn hidden(table: &[Vec<u32>], threshold: u32) -> Vec<Vec<Option<u32>>> {
    let show = |figure: &u32| (*figure == 0 || *figure >= threshold).then_some(*figure);
    let mut shown: Vec<Vec<Option<u32>>> = table.iter().map(|row| row.iter().map(show).collect()).collect();
    let columns = table.first().map_or(0, Vec::len);
    let rows = (0..table.len()).map(|row| (0..columns).map(|column| (row, column)).collect::<Vec<_>>());
    let standing = (0..columns).map(|column| (0..table.len()).map(|row| (row, column)).collect::<Vec<_>>());
    let lines: Vec<Vec<(usize, usize)>> = rows.chain(standing).collect();
    // Each pass hides at least one more cell, so it ends.
    while let Some((row, column)) = lines
        .iter()
        .find_map(|line| next_to_hide(table, &shown, line, threshold))
    {
        if let Some(cell) = shown.get_mut(row).and_then(|row| row.get_mut(column)) {
            *cell = None;
        }
    }
    shown
}

/// The smallest figure to hide in a line whose hidden figures its total would give away: when there is one alone, or
/// when together they are below the threshold.
fn next_to_hide(
    table: &[Vec<u32>],
    shown: &[Vec<Option<u32>>],
    line: &[(usize, usize)],
    threshold: u32,
) -> Option<(usize, usize)> {
    let cell = |(row, column): &(usize, usize)| {
        let figure = *table.get(*row)?.get(*column)?;
        let is_shown = shown.get(*row)?.get(*column)?.is_some();
        Some((figure, is_shown))
    };
    let hidden: Vec<u32> = line
        .iter()
        .filter_map(cell)
        .filter(|(_, shown)| !shown)
        .map(|(figure, _)| figure)
        .collect();
    let gives_away = hidden.len() == 1 || (!hidden.is_empty() && hidden.iter().sum::<u32>() < threshold);
    if !gives_away {
        return None;
    }
    let open = line
        .iter()
        .filter(|place| cell(place).is_some_and(|(figure, shown)| shown && figure > 0));
    open.min_by_key(|place| cell(place).map(|(figure, _)| figure)).copied()
}

const OPENINGS: &str = concat!(
    "with opened as (
         select c.support_case,
             coalesce(d.commune, (
                 select i.commune from support_case_person p join person_identity i using (person)
                 where p.support_case = c.support_case and i.commune is not null
                 order by p.person limit 1)) as commune
         from support_case_register c
         left join household_dwelling d using (household)
         where exists (select from support_case_openness o
                 where o.support_case = c.support_case and o.from_at >= $6 and o.from_at < $7)
           and ",
    reached!(),
    "), touched as (
         select support_case, domain from opened join support_case_domain using (support_case) where first_at < $7
         union select support_case, domain from opened join plan_domain using (support_case) where first_at < $7
         union select support_case, unnest(domains) from opened join contact_held using (support_case)
             where occurred_at < $7
     )
     select o.commune, t.domain, count(*) from opened o left join touched t using (support_case)
     group by o.commune, t.domain"
);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hidden_figure_takes_a_second_one_with_it_and_zero_stays_zero() {
        let table = vec![vec![23, 31, 12], vec![14, 3, 9], vec![0, 7, 4]];
        let shown = hidden(&table, 5);
        assert_eq!(shown[0], [Some(23), Some(31), Some(12)]);
        assert_eq!(shown[1], [Some(14), None, None]);
        assert_eq!(shown[2], [Some(0), None, None]);
    }

    #[test]
    fn no_total_gives_a_hidden_figure_away() {
        let mut seed = 7_u32;
        let mut next = || {
            seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            (seed >> 16) % 13
        };
        for _ in 0..500 {
            let table: Vec<Vec<u32>> = (0..4).map(|_| (0..3).map(|_| next()).collect()).collect();
            let shown = hidden(&table, 5);
            for (figures, row) in table.iter().zip(&shown) {
                for (figure, cell) in figures.iter().zip(row) {
                    assert_eq!(*figure == 0, *cell == Some(0));
                    assert!(cell.is_none_or(|cell| cell == 0 || cell >= 5));
                }
            }
            let columns: Vec<Vec<(u32, Option<u32>)>> = (0..3)
                .map(|c| (0..4).map(|r| (table[r][c], shown[r][c])).collect())
                .collect();
            let rows = (0..4).map(|r| (0..3).map(|c| (table[r][c], shown[r][c])).collect());
            for line in columns.into_iter().chain(rows.collect::<Vec<Vec<_>>>()) {
                let hidden: Vec<u32> = line
                    .iter()
                    .filter(|(_, cell)| cell.is_none())
                    .map(|(n, _)| *n)
                    .collect();
                let others = line.iter().any(|(_, cell)| cell.is_some_and(|cell| cell > 0));
                let safe = hidden.is_empty() || (hidden.len() > 1 && hidden.iter().sum::<u32>() >= 5);
                assert!(safe || !others, "{line:?}");
            }
        }
    }
}
