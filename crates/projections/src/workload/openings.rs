//! Openings by town and life domain, with figures hidden that would tell of a few households. Its totals are told nowhere:
//! a case counts in each domain that it touches, so that they would count nothing.

use super::standing::Instant;
use crate::reach::{Reached, reached};
use crate::{Client, Fault, column};
use domain::disclosure::{Totals, published};
use domain::words::DomainOfLife;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

/// A table of openings.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Openings {
    /// The columns, by the figures shown, the highest first: by their true totals their order would tell of hidden ones.
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
    for row in client
        .query(
            &statement,
            &reached.values(&[&from.at, &until.at, &from.on.0, &until.on.0]),
        )
        .await?
    {
        let figures = towns.entry(row.try_get(0)?).or_default();
        let Some(domain) = row.try_get::<_, Option<&str>>(1)? else {
            continue;
        };
        figures.insert(column::from_code(domain)?, column::count(row.try_get(2)?));
    }
    let touched: BTreeSet<DomainOfLife> = towns.values().flat_map(BTreeMap::keys).copied().collect();
    let table: Vec<Vec<u32>> = towns
        .values()
        .map(|of| {
            touched
                .iter()
                .map(|domain| of.get(domain).copied().unwrap_or(0))
                .collect()
        })
        .collect();
    let rows = published(&table, threshold, Totals::Untold).rows;
    let mut columns: Vec<(DomainOfLife, Vec<Option<u32>>)> = touched
        .into_iter()
        .enumerate()
        .map(|(column, domain)| {
            (
                domain,
                rows.iter()
                    .map(|row| row.get(column).and_then(|cell| cell.shown()))
                    .collect(),
            )
        })
        .collect();
    columns.sort_by_key(|(domain, figures)| (Reverse(figures.iter().flatten().sum::<u32>()), *domain));
    let towns = towns
        .into_keys()
        .enumerate()
        .map(|(row, town)| TownOpenings {
            town,
            figures: columns
                .iter()
                .map(|(_, figures)| figures.get(row).copied().flatten())
                .collect(),
        })
        .collect();
    let domains = columns.into_iter().map(|(domain, _)| domain).collect();
    Ok(Openings {
        domains,
        towns,
        threshold,
    })
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
                 where o.support_case = c.support_case
                 and not (o.from_at < $6 or o.from_on < $8::date) and (o.from_at < $7 or o.from_on < $9::date))
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
