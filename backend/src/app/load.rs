//! The load of a team for who answers for it.

use super::Trame;
use crate::fault::Fault;
use crate::http::{Failure, Worker};
use access::Permit;
use contract::workload::{
    FirstAppointments, MonthRatio, Openings, Quarter, TownOpenings, Unassigned, WeightsView, WorkerLoad, Workload,
    WorkloadQuery, Zone,
};
use contract::{Plain, ServiceRef};
use domain::configuration::{Topic, Weights};
use domain::support_case::Support;
use domain::words::{Day, WorkerId};
use journal::Shown;
use projections::workload::{self, Fullness, TeamLoad, WorkerFigures};
use std::collections::BTreeSet;

impl Trame {
    /// The load of the reader's team on a day.
    ///
    /// # Errors
    /// When she does not answer for a team, on a day that nobody records, or a fault.
    pub async fn workload(&self, worker: Worker, asked: &WorkloadQuery) -> Result<Workload, Failure> {
        let permit = Permit::for_load(&self.table().await?, worker.reader)
            .ok_or_else(|| Failure::not_allowed("problem.answers_for_no_team"))?;
        let on = Failure::unless_within("on", asked.on)?;
        self.reach(asked.at_least).await?;
        let position = self.views_at();
        let on = on.unwrap_or_else(|| self.clock.today());
        let client = self.client().await?;
        let mut team = workload::team(&client, &permit, on, self.clock.today(), self.clock.zone())
            .await
            .map_err(Fault::from)?;
        if asked.on.is_none() {
            // Whom somebody answers for since this morning waits no more.
            let ids: Vec<_> = team.unassigned.iter().map(|row| row.support_case).collect();
            let now = projections::support_case::followed(&client, &permit, &ids)
                .await
                .map_err(Fault::from)?;
            let waits: BTreeSet<_> = now
                .iter()
                .filter(|row| row.referent.is_none())
                .map(|row| row.support_case)
                .collect();
            team.unassigned.retain(|row| waits.contains(&row.support_case));
        }
        let named: BTreeSet<WorkerId> = team.workers.iter().map(|figures| figures.worker).collect();
        let labels = team.unassigned.iter().map(|row| &row.label);
        let open = self.opening_of(&permit, worker, &named, labels).await?;
        let mut workers = Vec::with_capacity(team.workers.len());
        for figures in &team.workers {
            let Some(worker) = open.worker(figures.worker)? else {
                continue;
            };
            workers.push(worker_load(worker, figures));
        }
        workers.sort_by_key(|each| std::cmp::Reverse(each.ratio));
        let longest = self.configuration().await?.figure(Topic::Waiting, on);
        let mut unassigned = Vec::with_capacity(team.unassigned.len());
        for row in &team.unassigned {
            let (since, days, had_referent) = (row.since, row.days, row.had_referent);
            unassigned.push(Unassigned {
                support_case: row.support_case,
                short_label: open
                    .text(&row.label)?
                    .map_or_else(|| open.withheld(), |label| initial(&label.0)),
                since,
                days,
                too_long: longest.is_some_and(|longest| days > longest),
                had_referent,
            });
        }
        let shown: Vec<_> = team.unassigned.iter().map(|row| row.support_case.0).collect();
        self.journal_reading(&permit, Shown::Workload, &shown, worker.at, position)
            .await?;
        let service = self.service(team.service).await?;
        Ok(assembled(
            team,
            on,
            self.zone_name.clone(),
            service,
            workers,
            unassigned,
            position,
        ))
    }
}

fn worker_load(worker: contract::WorkerRef, figures: &WorkerFigures) -> WorkerLoad {
    WorkerLoad {
        worker,
        working_time: figures.working_time,
        cases: figures.cases,
        load: figures.load,
        capacity: figures.capacity,
        ratio: figures.ratio,
        zone: zone(figures.fullness),
        trend: months(&figures.trend),
        overdue: figures.overdue,
    }
}

pub(super) fn zone(fullness: Fullness) -> Zone {
    match fullness {
        Fullness::Room => Zone::Room,
        Fullness::Normal => Zone::Normal,
        Fullness::Tense => Zone::Tense,
        Fullness::Overload => Zone::Overload,
        Fullness::Untold => Zone::Untold,
    }
}

fn months(trend: &[workload::MonthRatio]) -> Vec<MonthRatio> {
    trend
        .iter()
        .map(|month| MonthRatio {
            on: month.on,
            ratio: month.ratio,
        })
        .collect()
}

fn assembled(
    team: TeamLoad,
    on: Day,
    zone: String,
    service: ServiceRef,
    workers: Vec<WorkerLoad>,
    unassigned: Vec<Unassigned>,
    position: u64,
) -> Workload {
    let waited = team.first_appointments;
    Workload {
        on,
        zone,
        service,
        open: team.open,
        overdue: team.overdue,
        load: team.load,
        capacity: team.capacity,
        trend: months(&team.trend),
        workers,
        elsewhere: team.elsewhere,
        others_withheld: false,
        unassigned,
        quarter: Quarter {
            from: team.quarter.from_on,
            until: team.quarter.until_on,
        },
        first_appointments: FirstAppointments {
            target_days: waited.target_days,
            days: waited.days,
            median: waited.median,
            p90: waited.p90,
            late: waited.late,
        },
        openings: Openings {
            domains: team.openings.domains,
            towns: team
                .openings
                .towns
                .into_iter()
                .map(|town| TownOpenings {
                    town: town.town.unwrap_or_default(),
                    figures: town.figures,
                })
                .collect(),
            threshold: team.openings.threshold,
        },
        weights: team.weights.map(|(weights, from, source)| told(weights, from, source)),
        position,
    }
}

pub(super) fn told(weights: Weights, in_force_on: Day, source: String) -> WeightsView {
    WeightsView {
        in_force_on,
        source,
        base: Support::ALL.map(|support| (support, weights.of(support))).to_vec(),
        opening: weights.opening,
        opening_days: weights.opening_days,
        watch: weights.watch,
        sibling: weights.sibling,
        complexity: weights.complexity,
        most_complexity: weights.most_complexity,
        capacity: weights.capacity,
        zones: weights.zones.to_vec(),
    }
}

/// « Famille O. » for « Famille Oudin »: the last word is the name.
fn initial(label: &str) -> Plain<String> {
    match label.trim().rsplit_once(' ') {
        Some((before, name)) => Plain(format!("{before} {}.", name.chars().take(1).collect::<String>())),
        None => Plain(format!("{}.", label.trim().chars().take(1).collect::<String>())),
    }
}
