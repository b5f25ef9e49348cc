//! What is open to somebody because it was shared with her: the permit for each such case, and when an open screen must
//! hear of one.

use super::Trame;
use crate::fault::Fault;
use crate::http::{Failure, Worker};
use crate::view::known_to;
use access::{Permit, Reader, Relation, Ties};
use contract::sharing::{Directory, Professionals};
use contract::{ServiceRef, WorkerRef};
use domain::access_policy::Table;
use domain::words::{ServiceId, SupportCaseId, WorkerId};
use jiff::SignedDuration;
use projections::case_file::CaseFile;
use projections::consent::{ConsentRow, OppositionRow};
use projections::exceptional_access::OpeningRow;
use projections::organisation::WorkerRow;
use projections::sharing::{ActRow, Held};
use std::collections::{BTreeMap, BTreeSet};

impl Trame {
    /// The cases of which something is shared with a reader now, each with the permit that this gives her.
    ///
    /// # Errors
    /// A fault.
    pub(super) async fn received(
        &self,
        table: &Table,
        reader: Reader,
    ) -> Result<BTreeMap<SupportCaseId, Permit>, Fault> {
        let held = self.held(table, &[reader], None).await?;
        let permit = |held: &Held| Some((held.support_case, through(table, reader, held)?));
        Ok(held.iter().filter_map(permit).collect())
    }

    /// What is shared with each of these now: of one case, or of all.
    ///
    /// # Errors
    /// A fault.
    pub async fn held(
        &self,
        table: &Table,
        readers: &[Reader],
        case: Option<SupportCaseId>,
    ) -> Result<Vec<Held>, Fault> {
        let asked = receivers(table, readers);
        if asked.is_empty() {
            return Ok(Vec::new());
        }
        let now = (self.clock.now(), self.clock.today());
        Ok(projections::sharing::held(&self.client().await?, &asked, case, now).await?)
    }

    /// The cases of which these readers must hear after what was written between two positions because something of them is
    /// shared, or was: what was passed on, or ended; and what was written that each of them may know of, nothing else.
    pub(super) async fn touched_of_shares(
        &self,
        table: &Table,
        grace: SignedDuration,
        readers: &[Reader],
        range: (u64, u64),
    ) -> Result<BTreeSet<(WorkerId, SupportCaseId)>, Fault> {
        let asked = receivers(table, readers);
        if asked.is_empty() {
            return Ok(BTreeSet::new());
        }
        // Before a connection is taken: what is held takes one of its own.
        let held = self.held(table, readers, None).await?;
        let client = self.client().await?;
        let changed = projections::sharing::changed(&client, &asked, range).await?;
        let mut told: BTreeSet<_> = changed.into_iter().collect();
        let known: BTreeMap<WorkerId, Reader> = readers.iter().map(|reader| (reader.worker, *reader)).collect();
        let permits: Vec<Permit> = held
            .iter()
            .filter(|held| !told.contains(&(held.worker, held.support_case)))
            .filter_map(|held| through(table, *known.get(&held.worker)?, held))
            .collect();
        if permits.is_empty() {
            return Ok(told);
        }
        let now = self.clock.now();
        let touched = projections::support_case::touched(&client, &permits, range, now, grace).await?;
        for permit in &permits {
            let access::Reach::Case(case) = permit.reach() else {
                continue;
            };
            let hers = (permit.reader().worker, case);
            if touched.contains(&hers) && self.knows_of_something(permit, case, range).await? {
                told.insert(hers);
            }
        }
        Ok(told)
    }

    /// The exchanges and sharings of a case.
    ///
    /// # Errors
    /// A fault.
    pub async fn acts_of_sharing(&self, permit: &Permit, case: SupportCaseId) -> Result<Vec<ActRow>, Fault> {
        let client = self.client().await?;
        Ok(projections::sharing::acts(&client, permit, case, self.clock.today()).await?)
    }

    /// What the people of a case agreed to.
    ///
    /// # Errors
    /// A fault.
    pub async fn consents(&self, permit: &Permit, case: SupportCaseId) -> Result<Vec<ConsentRow>, Fault> {
        Ok(projections::consent::consents(&self.client().await?, permit, case).await?)
    }

    /// To what the people of a case object now.
    ///
    /// # Errors
    /// A fault.
    pub async fn oppositions(&self, permit: &Permit, case: SupportCaseId) -> Result<Vec<OppositionRow>, Fault> {
        Ok(projections::consent::oppositions(&self.client().await?, permit, case).await?)
    }

    /// Who has a case open with a reason now.
    ///
    /// # Errors
    /// A fault.
    pub async fn open_now(&self, permit: &Permit, case: SupportCaseId) -> Result<Vec<OpeningRow>, Fault> {
        let (client, now) = (self.client().await?, self.clock.now());
        let rows = projections::exceptional_access::openings(&client, permit, None).await?;
        let open = rows.into_iter().filter(|row| row.support_case == case);
        Ok(open.filter(|row| row.from_at <= now && row.until_at > now).collect())
    }

    /// Those of some professionals who are there now.
    ///
    /// # Errors
    /// A fault.
    pub async fn present(&self, named: &BTreeSet<WorkerId>) -> Result<Vec<WorkerRow>, Fault> {
        let now = self.clock.now();
        let rows = self.workers(named).await?;
        Ok(rows
            .into_iter()
            .filter(|row| row.until.is_none_or(|until| until > now))
            .collect())
    }

    /// The services to which something may be passed on.
    ///
    /// # Errors
    /// When she passes nothing on by her role, or a fault.
    pub async fn directory(&self, worker: Worker) -> Result<Directory, Failure> {
        Permit::for_own_cases(&self.table().await?, worker.reader)
            .ok_or_else(|| Failure::not_allowed("problem.works_on_no_cases"))?;
        let services = self.service_names().await?;
        let mut services: Vec<ServiceRef> = services
            .into_iter()
            .map(|(service, name)| ServiceRef { service, name })
            .collect();
        services.sort_by(|one, other| one.name.cmp(&other.name));
        Ok(Directory { services })
    }

    /// The professionals of a service who are there now.
    ///
    /// # Errors
    /// As [`Self::directory`].
    pub async fn professionals(&self, worker: Worker, service: ServiceId) -> Result<Professionals, Failure> {
        let permit = Permit::for_own_cases(&self.table().await?, worker.reader)
            .ok_or_else(|| Failure::not_allowed("problem.works_on_no_cases"))?;
        let client = self.client().await?;
        let rows = projections::organisation::workers_of(&client, service)
            .await
            .map_err(Fault::from)?;
        let named: BTreeSet<WorkerId> = rows.iter().map(|row| row.worker).collect();
        let open = self.opening_of(&permit, worker, &named, std::iter::empty()).await?;
        let mut workers = Vec::with_capacity(rows.len());
        for row in &rows {
            workers.extend(open.worker(row.worker)?);
        }
        workers.sort_by(|one: &WorkerRef, other| one.name.cmp(&other.name));
        Ok(Professionals { service, workers })
    }

    /// Whether something was written between two positions of which she may know.
    async fn knows_of_something(
        &self,
        permit: &Permit,
        case: SupportCaseId,
        (after, up_to): (u64, u64),
    ) -> Result<bool, Fault> {
        let facts = self.facts_of_case(permit, case).await?;
        let file = known_to(CaseFile::fold(case, &facts, None), permit);
        let mut positions = file.events.iter().map(|event| event.stamp.position);
        Ok(positions.any(|position| position > after && position <= up_to))
    }
}

/// Those with whom anything may be shared at all.
fn receivers(table: &Table, readers: &[Reader]) -> Vec<(WorkerId, ServiceId)> {
    let may = |reader: &&Reader| access::may_receive(table, **reader);
    readers
        .iter()
        .filter(may)
        .map(|reader| (reader.worker, reader.service))
        .collect()
}

/// What a share alone gives her.
pub(super) fn through(table: &Table, reader: Reader, held: &Held) -> Option<Permit> {
    let ties = Ties {
        answers_for: held.answers_for,
        relations: BTreeSet::from([Relation::Share]),
        reason_said: false,
        shared: held.shared.clone(),
    };
    Permit::for_case(table, reader, held.support_case, &ties)
}
