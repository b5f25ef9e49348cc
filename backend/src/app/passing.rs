//! What passing cases within a team would do, on a copy, for who answers for it. Nothing is written.

use super::Trame;
use super::ahead::{Looking, Telling};
use super::load::zone;
use crate::fault::Fault;
use crate::http::{Failure, Worker};
use access::Permit;
use contract::workload::ahead::{PassingTrial, TrialWeek, TryPassing, WorkerCases};
use domain::words::{SupportCaseId, Text, WorkerId};
use journal::Shown;
use projections::workload::{Ahead, Carrier, ahead, changes, labels};
use std::collections::BTreeSet;
use uuid::Uuid;

impl Trame {
    /// The cases of somebody of the reader's team, and how each counts.
    ///
    /// # Errors
    /// When she answers for no team, not found when that one is none of hers, or a fault.
    pub async fn cases_of(&self, worker: Worker, whose: WorkerId) -> Result<WorkerCases, Failure> {
        let permit = self.permit_for_team(worker).await?;
        let position = self.views_at();
        let looking = Looking::of(self.configuration().await?, self.clock.today());
        let carrier = self.carrier(&permit, &looking, whose).await?;
        let names = labels(&self.client().await?, &carrier).await.map_err(Fault::from)?;
        let open = self
            .opening_of(&permit, worker, &BTreeSet::from([whose]), names.values())
            .await?;
        let shown: Vec<Uuid> = names.keys().map(|case| case.0).collect();
        self.journal_reading(&permit, Shown::WorkloadCases, &shown, worker.at, position)
            .await?;
        let telling = Telling {
            looking: &looking,
            open: &open,
            names: &names,
            zone: self.clock.zone(),
        };
        Ok(WorkerCases {
            worker: open.worker(whose)?.ok_or_else(Failure::not_found)?,
            cases: telling.cases(&carrier)?,
            position,
        })
    }

    /// What passing cases from one to another would do.
    ///
    /// # Errors
    /// When she answers for no team, unfit when both are one, not found when one of both is none of hers, or a fault.
    pub async fn try_passing(&self, worker: Worker, asked: &TryPassing) -> Result<PassingTrial, Failure> {
        let permit = self.permit_for_team(worker).await?;
        if asked.giver == asked.taker {
            return Err(Failure::unfit("taker", "problem.same_worker"));
        }
        let position = self.views_at();
        let looking = Looking::of(self.configuration().await?, self.clock.today());
        let giver = self.carrier(&permit, &looking, asked.giver).await?;
        let taker = self.carrier(&permit, &looking, asked.taker).await?;
        let cases: BTreeSet<SupportCaseId> = asked.cases.iter().copied().collect();
        let told = looking
            .trial(&giver, &taker, &cases)
            .ok_or_else(|| Failure::unfit("giver", "problem.no_weights"))?;
        let year = self
            .clock
            .now()
            .saturating_sub(jiff::SignedDuration::from_hours(24 * 365));
        let since = year.unwrap_or(jiff::Timestamp::MIN);
        let passed: Vec<Uuid> = told.passed.iter().map(|case| case.support_case.0).collect();
        let changed = changes(&self.client().await?, &permit, &passed, since)
            .await
            .map_err(Fault::from)?;
        let before = told.passed.iter().map(|case| {
            let times = changed.get(&case.support_case).copied().unwrap_or(0);
            times.saturating_mul(case.children)
        });
        let both = BTreeSet::from([asked.giver, asked.taker]);
        let open = self
            .opening_of(&permit, worker, &both, std::iter::empty::<&Text>())
            .await?;
        self.journal_reading(&permit, Shown::WorkloadTrial, &passed, worker.at, position)
            .await?;
        Ok(PassingTrial {
            giver: open.worker(asked.giver)?.ok_or_else(Failure::not_found)?,
            taker: open.worker(asked.taker)?.ok_or_else(Failure::not_found)?,
            cases: u32::try_from(told.passed.len()).unwrap_or(u32::MAX),
            points: looking.points(&told.passed),
            children: told.children(),
            changes_before: before.fold(0, u32::saturating_add),
            giver_weeks: told.giver.iter().map(week).collect(),
            taker_weeks: told.taker.iter().map(week).collect(),
        })
    }

    async fn permit_for_team(&self, worker: Worker) -> Result<Permit, Failure> {
        Permit::for_load(&self.table().await?, worker.reader)
            .ok_or_else(|| Failure::not_allowed("problem.answers_for_no_team"))
    }

    /// Somebody who follows cases in the service that the permit reaches.
    async fn carrier(&self, permit: &Permit, looking: &Looking, whose: WorkerId) -> Result<Carrier, Failure> {
        let asked: Ahead<'_> = looking.asked(self.clock.now(), self.clock.zone());
        let known = ahead(&self.client().await?, permit, &asked)
            .await
            .map_err(Fault::from)?;
        let found = known.carriers.into_iter().find(|carrier| carrier.worker == whose);
        found.ok_or_else(Failure::not_found)
    }
}

fn week(week: &domain::workload::TrialWeek) -> TrialWeek {
    TrialWeek {
        monday: week.monday,
        away_days: week.away_days,
        before: week.before.ratio,
        fullness_before: zone(week.before.fullness),
        after: week.after.ratio,
        fullness_after: zone(week.after.fullness),
    }
}
