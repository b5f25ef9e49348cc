//! What is done with cases rather than in them: who was kept away, who opened one with a reason, and whom to ask.

use super::Trame;
use crate::fault::Fault;
use crate::http::{Failure, Worker};
use crate::view::Opening;
use access::{Permit, Reach, Reader, Relation, Ties};
use contract::exceptional_access::{AccessLine, AccessList, FindReferent, FoundReferent, FoundReferents, ToSettle};
use contract::exclusion::{ExclusionLine, ExclusionList};
use contract::{Plain, ServiceRef, WorkerRef};
use domain::access_policy::Table;
use domain::exceptional_access::{ExceptionalAccess, Need};
use domain::words::{AccessId, ExclusionId, ServiceId, SupportCaseId, WorkerId};
use journal::Shown;
use projections::exceptional_access::{LISTED, OpeningRow};
use std::collections::{BTreeMap, BTreeSet};

/// How many cases a search for a référent tells: a name so common that more have it needs another way.
pub(super) const FOUND: usize = 20;

impl Trame {
    /// A permit to keep somebody away from a case or to let her back; none when the case is unknown to this reader.
    ///
    /// # Errors
    /// When she may see the case and not do this, or a fault.
    pub async fn permit_to_keep_away(&self, worker: Worker, case: SupportCaseId) -> Result<Permit, Failure> {
        let through_case = self.permit_for_case(worker.reader, case).await?;
        if let Some(permit) = through_case.as_ref().filter(|permit| permit.keeps_away()) {
            return Ok(permit.clone());
        }
        // Who answers for the service keeps away by her office, whether or not she may open the case.
        let answers = match self.ties(worker.reader, case).await? {
            Some(ties) => ties.relations.contains(&Relation::OwnTeam),
            None => false,
        };
        match Permit::for_oversight(&self.table().await?, worker.reader) {
            Some(permit) if answers => Ok(permit),
            Some(_) | None if through_case.is_some() => Err(Failure::not_allowed("problem.keeps_nobody_away")),
            Some(_) | None => Err(Failure::not_found()),
        }
    }

    /// Who is kept away from a case.
    ///
    /// # Errors
    /// As [`Self::permit_to_keep_away`].
    pub async fn exclusion_list(&self, worker: Worker, case: SupportCaseId) -> Result<ExclusionList, Failure> {
        let permit = self.permit_to_keep_away(worker, case).await?;
        let position = self.views_at();
        let client = self.client().await?;
        let rows = projections::exclusion::standing(&client, &permit, case)
            .await
            .map_err(Fault::from)?;
        let named: BTreeSet<WorkerId> = rows.iter().flat_map(|row| [row.worker, row.set_by]).collect();
        let reasons = rows.iter().map(|row| &row.reason);
        let open = self.opening_of(&permit, worker, &named, reasons).await?;
        let mut exclusions = Vec::with_capacity(rows.len());
        for row in &rows {
            let Some(kept_away) = open.worker(row.worker)? else {
                continue;
            };
            exclusions.push(ExclusionLine {
                exclusion: row.exclusion,
                worker: kept_away,
                reason: open.told(&row.reason)?,
                set_by: open.worker(row.set_by)?,
                since: row.from_at,
            });
        }
        self.journal_reading(&permit, Shown::Exclusions, &[case.0], worker.at, position)
            .await?;
        Ok(ExclusionList { exclusions, position })
    }

    /// Who follows somebody of a name: the answer to a colleague's search, without content.
    ///
    /// # Errors
    /// When her role opens nothing in an emergency, when the name is not whole, or a fault.
    pub async fn find_referent(&self, worker: Worker, asked: &FindReferent) -> Result<FoundReferents, Failure> {
        let permit = Permit::for_finding(&self.table().await?, worker.reader)
            .ok_or_else(|| Failure::not_allowed("problem.finds_nobody"))?;
        let position = self.views_at();
        let named = self.named(&asked.names).await?;
        let rows = projections::support_case::followed(&self.client().await?, &permit, &named)
            .await
            .map_err(Fault::from)?;
        let shown: Vec<_> = rows.iter().take(FOUND).collect();
        let referents = shown.iter().filter_map(|row| row.referent).collect();
        let open = self.opening_of(&permit, worker, &referents, std::iter::empty()).await?;
        let services = self.service_names().await?;
        let mut found = Vec::with_capacity(shown.len());
        for row in &shown {
            found.push(FoundReferent {
                support_case: row.support_case,
                service: service_ref(&services, row.service),
                referent: worker_ref(&open, row.referent)?,
            });
        }
        let cases: Vec<_> = shown.iter().map(|row| row.support_case.0).collect();
        self.journal_reading(&permit, Shown::FindReferent, &cases, worker.at, position)
            .await?;
        Ok(FoundReferents {
            found,
            more: rows.len() > FOUND,
        })
    }

    /// The cases that have somebody of these whole names, whoever may know of them: what is told of them is asked under a
    /// permit.
    ///
    /// # Errors
    /// When the names are not whole, or a fault.
    pub(super) async fn named(&self, names: &Plain<String>) -> Result<Vec<SupportCaseId>, Failure> {
        if names.0.split_whitespace().count() < 2 {
            return Err(Failure::unfit("names", "problem.name_not_whole"));
        }
        let mut client = self.client().await?;
        self.names.refresh(&mut client, &self.keyring).await?;
        Ok(self.names.whole(&names.0).await)
    }

    /// Whether a reader may open a case with a reason, for what she needs it.
    ///
    /// # Errors
    /// Not found when the case is unknown, when she is kept away from it, or when nothing would open; or a fault.
    pub async fn may_open_exceptionally(&self, worker: Worker, case: SupportCaseId, need: Need) -> Result<(), Failure> {
        let table = self.table().await?;
        let ties = self.ties(worker.reader, case).await?.ok_or_else(Failure::not_found)?;
        let said = match need {
            Need::Emergency => Ties {
                relations: BTreeSet::from([Relation::Emergency]),
                reason_said: true,
                ..ties
            },
            Need::Supervision => Ties {
                relations: ties
                    .relations
                    .into_iter()
                    .filter(|held| *held == Relation::OwnTeam)
                    .collect(),
                reason_said: true,
                ..ties
            },
        };
        let would_open = Permit::for_case(&table, worker.reader, case, &said);
        would_open.map(|_permit| ()).ok_or_else(Failure::not_found)
    }

    /// The accesses with a reason that a reader is told of: those to her own cases, those of the service or the territory
    /// over which she watches, and her own.
    ///
    /// # Errors
    /// When she is told of none by her role, or a fault.
    pub async fn access_list(&self, worker: Worker) -> Result<AccessList, Failure> {
        let table = self.table().await?;
        let reader = worker.reader;
        let mut permits = permits(&table, reader).peekable();
        if permits.peek().is_none() {
            return Err(Failure::not_allowed("problem.watches_over_nothing"));
        }
        let position = self.views_at();
        let services = self.service_names().await?;
        let client = self.client().await?;
        let (mut told, mut accesses, mut more) = (BTreeSet::new(), Vec::new(), false);
        let to_settle = self.to_settle(&table, worker, position).await?;
        for (permit, by) in permits {
            let rows = projections::exceptional_access::openings(&client, &permit, by)
                .await
                .map_err(Fault::from)?;
            more |= i64::try_from(rows.len()).is_ok_and(|many| many >= LISTED);
            let new: Vec<OpeningRow> = rows.into_iter().filter(|row| told.insert(row.access)).collect();
            let named = new.iter().flat_map(|row| {
                let reviewer = row.reviewed.map(|(_, reviewer)| reviewer);
                [Some(row.worker), row.referent, reviewer].into_iter().flatten()
            });
            let named = named.collect();
            let texts = new.iter().flat_map(|row| [&row.label, &row.reason]);
            let open = self.opening_of(&permit, worker, &named, texts).await?;
            for row in &new {
                accesses.push(self.access_line(row, &permit, &open, &services)?);
            }
            let cases: Vec<_> = new.iter().map(|row| row.support_case.0).collect();
            self.journal_reading(&permit, Shown::ExceptionalAccesses, &cases, worker.at, position)
                .await?;
        }
        accesses.sort_by_key(|line| (line.finding.is_some(), line.finding.is_none().then_some(line.review_by)));
        Ok(AccessList {
            accesses,
            more,
            to_settle,
            position,
        })
    }

    /// What waits for who answers for a service to agree that a family was not told. Nobody agrees to her own.
    async fn to_settle(&self, table: &Table, worker: Worker, position: u64) -> Result<Vec<ToSettle>, Failure> {
        let permit = Permit::for_oversight(table, worker.reader);
        let Some(permit) = permit.filter(|permit| matches!(permit.reach(), Reach::Service(_))) else {
            return Ok(Vec::new());
        };
        let client = self.client().await?;
        let rows = projections::sharing::waiting(&client, &permit, self.clock.today())
            .await
            .map_err(Fault::from)?;
        let rows: Vec<_> = rows.into_iter().filter(|row| row.by != worker.reader.worker).collect();
        let named = rows.iter().map(|row| row.by).collect();
        let labels = rows.iter().map(|row| &row.label);
        let open = self.opening_of(&permit, worker, &named, labels).await?;
        let mut lines = Vec::with_capacity(rows.len());
        for row in &rows {
            lines.push(ToSettle {
                sharing: row.sharing,
                support_case: row.support_case,
                label: open.text(&row.label)?,
                by: open.worker(row.by)?,
                since: row.from_at,
            });
        }
        let cases: Vec<_> = rows.iter().map(|row| row.support_case.0).collect();
        self.journal_reading(&permit, Shown::SharingsToSettle, &cases, worker.at, position)
            .await?;
        Ok(lines)
    }

    fn access_line(
        &self,
        row: &OpeningRow,
        permit: &Permit,
        open: &Opening,
        services: &BTreeMap<ServiceId, String>,
    ) -> Result<AccessLine, Fault> {
        let own = row.worker == permit.reader().worker;
        Ok(AccessLine {
            access: row.access,
            support_case: row.support_case,
            label: open.text(&row.label)?,
            service: service_ref(services, row.service),
            referent: worker_ref(open, row.referent)?,
            opened_by: open.worker(row.worker)?,
            need: row.need,
            reason: open.told(&row.reason)?,
            opened_at: row.from_at,
            until: row.until_at,
            open: row.until_at > self.clock.now(),
            review_by: row.review_by,
            finding: row.reviewed.map(|(finding, _)| finding),
            reviewed_by: worker_ref(open, row.reviewed.map(|(_, reviewer)| reviewer))?,
            reviewable: row.reviewed.is_none() && !own && watches(permit),
        })
    }

    /// Whether a reader watches over an access: only then she reviews it.
    ///
    /// # Errors
    /// Not found when she does not, or a fault.
    pub async fn watches_over(&self, worker: Worker, access: AccessId) -> Result<(), Failure> {
        let permit = Permit::for_oversight(&self.table().await?, worker.reader).ok_or_else(Failure::not_found)?;
        let client = self.client().await?;
        let case = projections::exceptional_access::case_of(&client, &permit, access)
            .await
            .map_err(Fault::from)?;
        case.map(|_case| ()).ok_or_else(Failure::not_found)
    }

    /// Whether an access was opened by this reader.
    ///
    /// # Errors
    /// A fault.
    pub async fn opened_by(&self, access: AccessId, worker: Worker) -> Result<bool, Fault> {
        let state = self.log.state::<ExceptionalAccess>(access.0).await?.0;
        Ok(matches!(state, ExceptionalAccess::Opened { by, .. } if by == worker.reader.worker))
    }

    /// Whether an exclusion stands on a case that the permit reaches.
    ///
    /// # Errors
    /// A fault.
    pub async fn keeps_away(
        &self,
        permit: &Permit,
        case: SupportCaseId,
        exclusion: ExclusionId,
    ) -> Result<bool, Fault> {
        let rows = projections::exclusion::standing(&self.client().await?, permit, case).await?;
        Ok(rows.iter().any(|row| row.exclusion == exclusion))
    }

    /// The names of all services.
    ///
    /// # Errors
    /// A fault.
    pub async fn service_names(&self) -> Result<BTreeMap<ServiceId, String>, Fault> {
        let services = projections::organisation::services(&self.client().await?).await?;
        Ok(services.into_iter().map(|row| (row.service, row.name)).collect())
    }
}

/// What lets a reader be told of accesses, and whose where only her own.
pub(super) fn permits(table: &Table, reader: Reader) -> impl Iterator<Item = (Permit, Option<WorkerId>)> + use<> {
    let watched = Permit::for_oversight(table, reader).map(|permit| (permit, None));
    let followed = Permit::for_own_cases(table, reader).map(|permit| (permit, None));
    let hers = Permit::for_finding(table, reader).map(|permit| (permit, Some(reader.worker)));
    [watched, followed, hers].into_iter().flatten()
}

fn watches(permit: &Permit) -> bool {
    match permit.reach() {
        Reach::Service(_) => true,
        Reach::Territory => permit.purpose() == access::Purpose::Oversight,
        Reach::Case(_) | Reach::OwnCases | Reach::AnsweredCases | Reach::Received | Reach::Everything => false,
    }
}

pub(super) fn service_ref(services: &BTreeMap<ServiceId, String>, service: ServiceId) -> ServiceRef {
    ServiceRef {
        service,
        name: services.get(&service).cloned().unwrap_or_default(),
    }
}

pub(super) fn worker_ref(open: &Opening, worker: Option<WorkerId>) -> Result<Option<WorkerRef>, Fault> {
    Ok(worker.map(|worker| open.worker(worker)).transpose()?.flatten())
}
