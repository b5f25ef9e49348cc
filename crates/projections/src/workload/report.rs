//! The report of the command line: what was open and late at an instant, and the acts of the whole log.

use super::standing::{Instant, standing};
use crate::reach::{Reached, reached};
use crate::{Client, Fault, column, organisation};
use access::Permit;
use deadpool_postgres::GenericClient;
use domain::words::{ServiceId, Text, WorkerId};
use jiff::Timestamp;
use jiff::tz::TimeZone;
use std::collections::{BTreeMap, BTreeSet};

/// The figures of a log.
#[derive(Clone, Debug)]
pub struct Report {
    /// Open cases: opened at the instant or before, not closed before it.
    pub open: u32,
    /// Those of them with a deadline before the instant.
    pub overdue: u32,
    /// By who answered for them at the instant, in no order: names are sealed.
    pub by_referent: Vec<ReferentFigures>,
    /// By service, the most first, then by name.
    pub by_service: Vec<ServiceFigures>,
    /// Acts kept from another record, by who did them, in no order.
    pub acts_by_worker: Vec<WorkerActs>,
    /// Cases with at least one such act.
    pub cases: u64,
    /// Such acts.
    pub events: u64,
    /// Workers with at least one.
    pub workers: u64,
    /// From first act to last, in days.
    pub case_duration_days: Quantiles,
    /// From first act to second, in seconds, of cases with two.
    pub second_act_delay_seconds: Quantiles,
}

/// What a worker answered for.
#[derive(Clone, Debug)]
pub struct ReferentFigures {
    /// Who.
    pub worker: WorkerId,
    /// Her sealed identifier, when she is in the directory.
    pub identifier: Option<Text>,
    /// Open cases.
    pub open: u32,
    /// Late ones.
    pub overdue: u32,
}

/// What a service answered for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ServiceFigures {
    /// Which.
    pub service: ServiceId,
    /// Its name.
    pub name: String,
    /// Open cases.
    pub open: u32,
    /// Late ones.
    pub overdue: u32,
}

/// What a worker did.
#[derive(Clone, Debug)]
pub struct WorkerActs {
    /// Who.
    pub worker: WorkerId,
    /// Her sealed identifier, when she is in the directory.
    pub identifier: Option<Text>,
    /// Acts.
    pub acts: u64,
    /// Cases on which she acted.
    pub cases: u64,
}

/// Half and nine tenths, linearly interpolated; none without figures.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Quantiles {
    /// Half are at or below.
    pub median: Option<f64>,
    /// Nine in ten are.
    pub p90: Option<f64>,
}

/// The figures at an instant, of the cases that the permit reaches.
///
/// # Errors
/// When they cannot be read.
pub async fn report(client: &mut Client, permit: &Permit, at: Timestamp, zone: &TimeZone) -> Result<Report, Fault> {
    // All figures of one moment, whatever is written meanwhile.
    let tx = client
        .build_transaction()
        .isolation_level(tokio_postgres::IsolationLevel::RepeatableRead)
        .read_only(true)
        .start()
        .await?;
    let client = &tx;
    let reached = Reached::by(permit);
    let mut open = Figures::default();
    let mut by_referent: BTreeMap<WorkerId, Figures> = BTreeMap::new();
    let mut by_service: BTreeMap<ServiceId, Figures> = BTreeMap::new();
    for case in standing(client, &reached, Instant::of(at, zone)).await? {
        if !case.open {
            continue;
        }
        open.count(case.overdue);
        by_service.entry(case.service).or_default().count(case.overdue);
        if let Some(referent) = case.referent {
            by_referent.entry(referent).or_default().count(case.overdue);
        }
    }
    let acts = acts(client, &reached).await?;
    let named: BTreeSet<_> = by_referent
        .keys()
        .copied()
        .chain(acts.iter().map(|(worker, ..)| *worker))
        .collect();
    let identifiers = identifiers(client, named).await?;
    let known = |worker: &WorkerId| identifiers.get(worker).cloned();
    let [cases, events, workers] = totals(client, &reached).await?;
    Ok(Report {
        open: open.open,
        overdue: open.overdue,
        by_referent: by_referent
            .into_iter()
            .map(|(worker, of)| ReferentFigures {
                worker,
                identifier: known(&worker),
                open: of.open,
                overdue: of.overdue,
            })
            .collect(),
        by_service: named_services(client, by_service).await?,
        acts_by_worker: acts
            .into_iter()
            .map(|(worker, acts, cases)| WorkerActs {
                worker,
                identifier: known(&worker),
                acts,
                cases,
            })
            .collect(),
        cases,
        events,
        workers,
        case_duration_days: quantiles(client, &reached, DURATION).await?,
        second_act_delay_seconds: quantiles(client, &reached, SECOND_ACT).await?,
    })
}

#[derive(Clone, Copy, Default)]
struct Figures {
    open: u32,
    overdue: u32,
}

impl Figures {
    fn count(&mut self, overdue: bool) {
        self.open = self.open.saturating_add(1);
        self.overdue = self.overdue.saturating_add(u32::from(overdue));
    }
}

async fn identifiers(
    client: &impl GenericClient,
    workers: BTreeSet<WorkerId>,
) -> Result<BTreeMap<WorkerId, Text>, Fault> {
    let workers: Vec<_> = workers.into_iter().collect();
    let rows = organisation::workers(client, &workers).await?;
    Ok(rows.into_iter().map(|row| (row.worker, row.identifier)).collect())
}

async fn named_services(
    client: &impl GenericClient,
    figures: BTreeMap<ServiceId, Figures>,
) -> Result<Vec<ServiceFigures>, Fault> {
    let services = organisation::services(client).await?;
    let names: BTreeMap<_, _> = services.into_iter().map(|row| (row.service, row.name)).collect();
    let named = |(service, of): (ServiceId, Figures)| ServiceFigures {
        service,
        name: names.get(&service).cloned().unwrap_or_default(),
        open: of.open,
        overdue: of.overdue,
    };
    let mut rows: Vec<_> = figures.into_iter().map(named).collect();
    rows.sort_by(|a, b| {
        b.open
            .cmp(&a.open)
            .then_with(|| a.name.as_bytes().cmp(b.name.as_bytes()))
    });
    Ok(rows)
}

async fn acts(client: &impl GenericClient, reached: &Reached) -> Result<Vec<(WorkerId, u64, u64)>, Fault> {
    let rows = client
        .query(&client.prepare_cached(ACTS).await?, &reached.values(&[]))
        .await?;
    rows.iter()
        .map(|row| {
            let figure = |column| row.try_get(column).map(column::position);
            Ok((WorkerId(row.try_get(0)?), figure(1)?, figure(2)?))
        })
        .collect()
}

async fn totals(client: &impl GenericClient, reached: &Reached) -> Result<[u64; 3], Fault> {
    let row = client
        .query_one(&client.prepare_cached(TOTALS).await?, &reached.values(&[]))
        .await?;
    let figure = |column| row.try_get(column).map(column::position);
    Ok([figure(0)?, figure(1)?, figure(2)?])
}

async fn quantiles(client: &impl GenericClient, reached: &Reached, sql: &'static str) -> Result<Quantiles, Fault> {
    let row = client
        .query_one(&client.prepare_cached(sql).await?, &reached.values(&[]))
        .await?;
    Ok(Quantiles {
        median: row.try_get(0)?,
        p90: row.try_get(1)?,
    })
}

const ACTS: &str = concat!(
    "select a.worker, count(*), count(distinct a.support_case)
     from contact_recorded_act a join support_case_register c using (support_case)
     where a.worker is not null and ",
    reached!(),
    " group by a.worker order by a.worker"
);

const TOTALS: &str = concat!(
    "select count(distinct a.support_case), count(*), count(distinct a.worker)
     from contact_recorded_act a join support_case_register c using (support_case)
     where ",
    reached!()
);

const DURATION: &str = concat!(
    "select percentile_cont(0.5) within group (order by days), percentile_cont(0.9) within group (order by days)
     from (
         select extract(epoch from max(a.occurred_at) - min(a.occurred_at))::double precision / 86400 as days
         from contact_recorded_act a join support_case_register c using (support_case)
         where ",
    reached!(),
    " group by a.support_case) spans"
);

const SECOND_ACT: &str = concat!(
    "select percentile_cont(0.5) within group (order by late), percentile_cont(0.9) within group (order by late)
     from (
         select extract(epoch from a.occurred_at - lag(a.occurred_at) over spoken)::double precision as late,
             row_number() over spoken as rank
         from contact_recorded_act a join support_case_register c using (support_case)
         where ",
    reached!(),
    " window spoken as (partition by a.support_case order by a.occurred_at, a.position)) acts
     where rank = 2"
);
