//! The weeks ahead: to each who follows cases her own, to who answers for a team those of the team. A figure of a worker
//! goes to nobody else.

use super::Trame;
use super::load::{told, zone};
use crate::fault::Fault;
use crate::http::{Failure, Worker};
use crate::view::Opening;
use access::Permit;
use contract::ServiceRef;
use contract::workload::ahead::{
    AbsenceLine, CaseWeight, Dated, DatedLine, Lightening, OwnLoad, Renewals, Warning, WeekAhead, WorkerAhead,
};
use domain::configuration::{Configuration, EarlyWarning, Topic, Weights};
use domain::indicator::{capacity, points, ratio, weighing};
use domain::words::{Day, DomainOfLife, SupportCaseId, Text, WorkerId};
use domain::workload::{
    CarriedCase, Crossing, Plan, Trial, Week, Why, crossings, fullness, relief, team, trial, weeks,
};
use jiff::Timestamp;
use jiff::tz::TimeZone;
use journal::Shown;
use projections::workload::{Ahead, Carrier, What, ahead, labels};
use sealed::Compartment;
use std::collections::{BTreeMap, BTreeSet};

impl Trame {
    /// What the reader carries herself, and what is known of her weeks ahead.
    ///
    /// # Errors
    /// When she follows no cases, or a fault.
    pub async fn own_load(&self, worker: Worker, at_least: Option<u64>) -> Result<OwnLoad, Failure> {
        let permit = Permit::for_answered_cases(&self.table().await?, worker.reader)
            .ok_or_else(|| Failure::not_allowed("problem.works_on_no_cases"))?;
        self.reach(at_least).await?;
        let position = self.views_at();
        let looking = Looking::of(self.configuration().await?, self.clock.today());
        let asked = looking.asked(self.clock.now(), self.clock.zone());
        let client = self.client().await?;
        let known = ahead(&client, &permit, &asked).await.map_err(Fault::from)?;
        let hers = match known.carriers.into_iter().next() {
            Some(hers) => hers,
            // She follows no case, and is in no post to do so.
            None => Carrier::of(worker.reader.worker, worker.reader.service, 0),
        };
        let names = labels(&client, &hers).await.map_err(Fault::from)?;
        drop(client);
        let open = self
            .opening_of(&permit, worker, &BTreeSet::new(), names.values())
            .await?;
        let shown: Vec<_> = names.keys().map(|case| case.0).collect();
        self.journal_reading(&permit, Shown::OwnLoad, &shown, worker.at, position)
            .await?;
        let service = self.service(worker.reader.service).await?;
        let telling = Telling {
            looking: &looking,
            open: &open,
            names: &names,
            zone: self.clock.zone(),
        };
        Ok(telling.own(&hers, service, position)?)
    }

    /// Of whom somebody may say when she is away: of herself when she follows cases, and of those of the team for which
    /// she answers. Who is unknown and who is of another team are the same.
    ///
    /// # Errors
    /// When she may not, or a fault.
    pub async fn whose_absence(&self, worker: Worker, asked: Option<WorkerId>) -> Result<WorkerId, Failure> {
        let (table, reader) = (self.table().await?, worker.reader);
        let Some(other) = asked.filter(|other| *other != reader.worker) else {
            return Permit::for_answered_cases(&table, reader)
                .map(|_permit| reader.worker)
                .ok_or_else(|| Failure::not_allowed("problem.works_on_no_cases"));
        };
        Permit::for_load(&table, reader).ok_or_else(|| Failure::not_allowed("problem.answers_for_no_team"))?;
        match self.reader(other).await? {
            Some(named) if named.service == reader.service => Ok(other),
            Some(_) | None => Err(Failure::not_found()),
        }
    }

    /// What is known of the weeks ahead of the reader's team.
    ///
    /// # Errors
    /// When she answers for no team, or a fault.
    pub async fn team_ahead(
        &self,
        worker: Worker,
        at_least: Option<u64>,
    ) -> Result<contract::workload::ahead::TeamAhead, Failure> {
        let permit = Permit::for_load(&self.table().await?, worker.reader)
            .ok_or_else(|| Failure::not_allowed("problem.answers_for_no_team"))?;
        self.reach(at_least).await?;
        let position = self.views_at();
        let looking = Looking::of(self.configuration().await?, self.clock.today());
        let asked = looking.asked(self.clock.now(), self.clock.zone());
        let known = ahead(&self.client().await?, &permit, &asked)
            .await
            .map_err(Fault::from)?;
        let named: BTreeSet<WorkerId> = known.carriers.iter().map(|carrier| carrier.worker).collect();
        let open = self
            .opening_of(&permit, worker, &named, std::iter::empty::<&Text>())
            .await?;
        self.journal_reading(&permit, Shown::WorkloadAhead, &[], worker.at, position)
            .await?;
        let of_each: Vec<Vec<Week>> = known.carriers.iter().map(|carrier| looking.weeks(carrier)).collect();
        let mut workers = Vec::with_capacity(of_each.len());
        for (carrier, weeks) in known.carriers.iter().zip(&of_each) {
            let Some(worker) = open.worker(carrier.worker)? else {
                continue;
            };
            workers.push(WorkerAhead {
                worker,
                weeks: weeks.iter().map(week).collect(),
                warnings: looking.warnings(carrier, weeks, self.clock.zone()),
            });
        }
        Ok(contract::workload::ahead::TeamAhead {
            today: looking.today,
            service: self.service(worker.reader.service).await?,
            weeks: team(&of_each, looking.zones()).iter().map(week).collect(),
            zones: looking
                .weights()
                .map_or_else(Vec::new, |weights| weights.zones.to_vec()),
            workers,
            waiting: counted(known.waiting.len()),
            waiting_points: looking.points(&known.waiting),
            unstarted: known.carriers.iter().map(|carrier| carrier.unstarted).sum(),
            position,
        })
    }
}

/// What is looked at: the settings of a day.
pub(super) struct Looking {
    configuration: Configuration,
    warning: Option<EarlyWarning>,
    pub(super) today: Day,
}

impl Looking {
    pub(super) fn of(configuration: Configuration, today: Day) -> Self {
        Self {
            warning: configuration.early_warning(today),
            configuration,
            today,
        }
    }

    pub(super) fn asked<'a>(&self, now: Timestamp, zone: &'a TimeZone) -> Ahead<'a> {
        Ahead {
            now,
            zone,
            weeks: self.warning.map_or(0, |warning| warning.weeks),
        }
    }

    fn weights(&self) -> Option<&Weights> {
        self.configuration.weights(self.today)
    }

    /// Where no weights were voted no ratio reaches any.
    fn zones(&self) -> [u32; 3] {
        self.weights().map_or([u32::MAX; 3], |weights| weights.zones)
    }

    /// The weeks of a worker; none where no weights were voted, or no look ahead.
    fn weeks(&self, carrier: &Carrier) -> Vec<Week> {
        let (Some(weights), Some(warning)) = (self.weights(), self.warning) else {
            return Vec::new();
        };
        let today = self.today;
        weeks(
            &carrier.known,
            &Plan {
                weights,
                warning,
                today,
            },
        )
    }

    /// The thresholds that are foreseen to be crossed.
    pub(super) fn crossings(&self, carrier: &Carrier) -> Vec<Crossing> {
        crossings(&self.weeks(carrier), self.zones())
    }

    pub(super) fn points(&self, cases: &[CarriedCase]) -> u32 {
        let weigh = |case: &CarriedCase| {
            let weights = self.weights()?;
            Some(points(weights, &case.weighed(), self.today))
        };
        cases.iter().filter_map(weigh).fold(0, u32::saturating_add)
    }

    /// What passing cases would do; none where no weights were voted, or no look ahead.
    pub(super) fn trial(&self, giver: &Carrier, taker: &Carrier, cases: &BTreeSet<SupportCaseId>) -> Option<Trial> {
        let (weights, warning, today) = (self.weights()?, self.warning?, self.today);
        let plan = Plan {
            weights,
            warning,
            today,
        };
        Some(trial(&giver.known, &taker.known, cases, &plan))
    }

    fn warnings(&self, carrier: &Carrier, weeks: &[Week], zone: &TimeZone) -> Vec<Warning> {
        let found = crossings(weeks, self.zones());
        let warning = |crossing: Crossing| {
            let relief = relief(weeks, &crossing);
            // What a former manager was told is being told to the present one.
            let hers = (crossing.threshold, carrier.service);
            let told = carrier.told.iter().find(|told| (told.threshold, told.service) == hers);
            Warning {
                threshold: crossing.threshold,
                begins_at: crossing.begins_at,
                week: crossing.week,
                load: crossing.load,
                capacity: crossing.capacity,
                away_days: crossing.away_days,
                told_on: told.map(|told| Day::of(told.told_at, zone)),
                points: relief.points,
                back_on: relief.back_on,
                lightens: relief
                    .known
                    .into_iter()
                    .map(|(monday, why, cases)| Lightening { monday, why, cases })
                    .collect(),
                renewals: relief.renewals.map(|(until, terms)| Renewals { terms, until }),
            }
        };
        found.into_iter().map(warning).collect()
    }
}

/// How what is known becomes an answer for one reader.
pub(super) struct Telling<'a> {
    pub(super) looking: &'a Looking,
    pub(super) open: &'a Opening,
    pub(super) names: &'a BTreeMap<SupportCaseId, Text>,
    pub(super) zone: &'a TimeZone,
}

impl Telling<'_> {
    fn own(&self, hers: &Carrier, service: ServiceRef, position: u64) -> Result<OwnLoad, Fault> {
        let looking = self.looking;
        let in_force = looking.configuration.on(Topic::Weights, looking.today);
        let (load, working_time) = (looking.points(&hers.known.cases), hers.known.working_time);
        let capacity = looking.weights().map_or(0, |weights| capacity(weights, working_time));
        let ratio = ratio(load.into(), capacity.into());
        let weeks = looking.weeks(hers);
        let cases = self.cases(hers)?;
        Ok(OwnLoad {
            today: looking.today,
            service,
            working_time,
            load,
            capacity,
            ratio,
            fullness: zone(fullness(ratio, capacity, looking.zones())),
            cases,
            warnings: looking.warnings(hers, &weeks, self.zone),
            weeks: weeks.iter().map(week).collect(),
            dated: self.dated(hers)?,
            unstarted: hers.unstarted,
            absences: hers
                .absences
                .iter()
                .map(|away| AbsenceLine {
                    absence: away.absence,
                    from: away.from,
                    until: away.until,
                })
                .collect(),
            weights: in_force
                .and_then(|(_, from, source)| Some(told(looking.weights()?.clone(), from, source.to_owned()))),
            position,
        })
    }

    /// How each case counts, the heaviest first.
    pub(super) fn cases(&self, hers: &Carrier) -> Result<Vec<CaseWeight>, Fault> {
        let mut cases = Vec::with_capacity(hers.known.cases.len());
        for case in &hers.known.cases {
            cases.extend(self.case(case)?);
        }
        cases.sort_by_key(|case| std::cmp::Reverse(case.points));
        Ok(cases)
    }

    fn case(&self, case: &CarriedCase) -> Result<Option<CaseWeight>, Fault> {
        let (Some(label), Some(weights)) = (self.names.get(&case.support_case), self.looking.weights()) else {
            return Ok(None);
        };
        let weighing = weighing(weights, &case.weighed(), self.looking.today);
        Ok(Some(CaseWeight {
            support_case: case.support_case,
            label: self.open.told(label)?,
            support: case.support,
            open: case.open,
            base: weighing.base,
            phase: weighing.phase,
            children: case.children,
            siblings: weighing.siblings,
            complexities: weighing.complexities,
            complexity: weighing.complexity,
            points: weighing.points,
            ends_on: case.ends_on,
        }))
    }

    /// The dates of which she may know.
    fn dated(&self, hers: &Carrier) -> Result<Vec<DatedLine>, Fault> {
        let mut lines = Vec::with_capacity(hers.dated.len());
        for dated in &hers.dated {
            let compartment = dated
                .domain
                .map_or(Compartment::Coordination, DomainOfLife::compartment);
            let Some(label) = self.names.get(&dated.support_case) else {
                continue;
            };
            if !self.open.permit().reads(compartment) {
                continue;
            }
            lines.push(DatedLine {
                support_case: dated.support_case,
                label: self.open.told(label)?,
                what: match dated.what {
                    What::Renewal => Dated::Renewal,
                    What::Begins => Dated::Begins,
                    What::Deadline(kind) => Dated::Deadline(kind),
                },
                on: dated.on,
            });
        }
        lines.sort_by_key(|line| line.on);
        Ok(lines)
    }
}

fn week(week: &Week) -> WeekAhead {
    WeekAhead {
        monday: week.monday,
        load: week.load,
        capacity: week.capacity,
        ratio: week.ratio,
        fullness: zone(week.fullness),
        away_days: week.away_days,
        ends: week.count(Why::Ends),
        opening_over: week.count(Why::OpeningOver),
        watch_over: week.count(Why::WatchOver),
        begins: week.begins,
        renewals: week.renewals,
        deadlines: week.deadlines,
        meetings: week.meetings,
    }
}

fn counted(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}
