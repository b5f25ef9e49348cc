//! Who sees a case otherwise than by acting in it, for one reader: those who act in it and who answers for it are told all
//! of it; who receives something is told of that alone.

use crate::app::Trame;
use crate::http::reading::Reading;
use crate::http::{Failure, Worker};
use crate::view::Opening;
use access::{Permit, Reader, Relation, Right, Shared, Ties};
use contract::sharing::{ConsentLine, OpenedLine, OppositionLine, SharingLine, SharingList, Standing};
use contract::support_case::{AccessCell, AccessColumn, AsKnown};
use contract::{ServiceRef, WorkerRef};
use domain::consent::Named;
use domain::sharing::Audience;
use domain::words::{ServiceId, SharingId, SupportCaseId, Text, WorkerId};
use journal::Shown;
use projections::consent::{ConsentRow, OppositionRow};
use projections::exceptional_access::OpeningRow;
use projections::sharing::{ActRow, Standing as Stands};
use sealed::Compartment;
use std::collections::{BTreeMap, BTreeSet};

/// What a reader may do with the exchanges and sharings of a case.
struct Standpoint {
    me: Reader,
    /// What is open to her now.
    held: BTreeSet<SharingId>,
    /// She acts in the case, or answers for it.
    knows_all: bool,
    /// She ends whatever was passed on, whoever did.
    ends_all: bool,
    /// She answers for the service.
    answers: bool,
}

impl Standpoint {
    fn of(permit: &Permit, ties: &Ties, held: BTreeSet<SharingId>) -> Self {
        let acts = [Relation::Referent, Relation::TeamMember, Relation::OwnTeam];
        let answers = ties.relations.contains(&Relation::OwnTeam);
        Self {
            me: permit.reader(),
            held,
            knows_all: permit.reads(Compartment::Coordination) && acts.iter().any(|each| ties.relations.contains(each)),
            ends_all: answers || permit.keeps_away(),
            answers,
        }
    }

    fn is_told_of(&self, row: &ActRow) -> bool {
        self.knows_all || self.held.contains(&row.sharing)
    }

    fn ends(&self, row: &ActRow) -> bool {
        let stands = matches!(row.standing, Stands::Open | Stands::Waits);
        let transmitted = row.basis == domain::sharing::Basis::AuthorityReport && row.standing != Stands::Waits;
        self.knows_all && stands && !transmitted && (self.ends_all || row.by == self.me.worker)
    }

    fn settles(&self, row: &ActRow) -> bool {
        self.answers && row.standing == Stands::Waits && row.by != self.me.worker
    }
}

async fn standpoint(trame: &Trame, worker: Worker, case: SupportCaseId) -> Result<(Permit, Standpoint), Failure> {
    let ties = trame.ties(worker.reader, case).await?.ok_or_else(Failure::not_found)?;
    let table = trame.table().await?;
    let permit = Permit::for_case(&table, worker.reader, case, &ties).ok_or_else(Failure::not_found)?;
    let held = trame.held(&table, &[worker.reader], Some(case)).await?;
    let held = held.into_iter().flat_map(|held| held.acts).collect();
    let standpoint = Standpoint::of(&permit, &ties, held);
    Ok((permit, standpoint))
}

async fn row(
    trame: &Trame,
    worker: Worker,
    case: SupportCaseId,
    sharing: SharingId,
) -> Result<(Standpoint, ActRow), Failure> {
    let (permit, from) = standpoint(trame, worker, case).await?;
    let rows = trame.acts_of_sharing(&permit, case).await?;
    let row = rows.into_iter().find(|row| row.sharing == sharing);
    let row = row.filter(|row| from.is_told_of(row)).ok_or_else(Failure::not_found)?;
    Ok((from, row))
}

/// Whether she may end it: who passed it on, the référent, who answers for the service.
pub(super) async fn may_end(
    trame: &Trame,
    worker: Worker,
    case: SupportCaseId,
    sharing: SharingId,
) -> Result<(), Failure> {
    let (from, row) = row(trame, worker, case, sharing).await?;
    if from.knows_all && (from.ends_all || row.by == from.me.worker) {
        Ok(())
    } else {
        Err(Failure::not_allowed("problem.ends_no_sharing"))
    }
}

/// Whether she may agree that the family was not told: who answers for the service.
pub(super) async fn may_settle(
    trame: &Trame,
    worker: Worker,
    case: SupportCaseId,
    sharing: SharingId,
) -> Result<(), Failure> {
    let (from, _row) = row(trame, worker, case, sharing).await?;
    if from.answers {
        Ok(())
    } else {
        Err(Failure::not_allowed("problem.settles_no_sharing"))
    }
}

/// The list for one reader.
pub(super) async fn list(trame: &Trame, worker: Worker, case: SupportCaseId) -> Result<SharingList, Failure> {
    let (permit, from) = standpoint(trame, worker, case).await?;
    let reading = Reading::of(trame, worker, case, &AsKnown::default(), Shown::Sharings).await?;
    let acts = trame.acts_of_sharing(&permit, case).await?;
    let acts: Vec<ActRow> = acts.into_iter().filter(|row| from.is_told_of(row)).collect();
    let (mut consents, mut oppositions, mut opened) = (Vec::new(), Vec::new(), Vec::new());
    if from.knows_all {
        consents = trame.consents(&permit, case).await?;
        oppositions = trame.oppositions(&permit, case).await?;
        opened = trame.open_now(&permit, case).await?;
    }
    let people = named(&acts, &consents, &oppositions, &opened);
    let open = reading.opening_with(trame, worker, &people).await?;
    let open = open.also(&trame.keyring, texts(&acts, &oppositions, &opened)).await?;
    let services = trame.service_names().await?;
    let telling = Telling {
        from: &from,
        open: &open,
        services: &services,
    };
    let today = trame.clock.today();
    Ok(SharingList {
        columns: telling.columns(trame, &permit, case, &acts, &reading).await?,
        acts: acts.iter().map(|row| telling.act(row)).collect::<Result<_, _>>()?,
        consents: consents
            .iter()
            .map(|row| telling.consent(row, row.withdrawn_at.is_none() && row.until >= today))
            .collect::<Result<_, _>>()?,
        oppositions: oppositions
            .iter()
            .map(|row| telling.opposition(row))
            .collect::<Result<_, _>>()?,
        opened: opened
            .iter()
            .filter_map(|row| telling.opened(row).transpose())
            .collect::<Result<_, _>>()?,
        passes_on: permit.passes_on(),
        keeps_away: from.knows_all && from.ends_all,
        offers: offers(&permit),
        position: reading.looking.position,
    })
}

/// What she may pass on whole: what she reads herself and is not hers alone. Whom the case is about is always told.
fn offers(permit: &Permit) -> Vec<Compartment> {
    let never = [Compartment::Identity, Compartment::Draft, Compartment::Activity];
    let offered = |each: &Compartment| permit.passes_on() && permit.reads(*each) && !never.contains(each);
    Compartment::ALL.into_iter().filter(offered).collect()
}

fn named(
    acts: &[ActRow],
    consents: &[ConsentRow],
    oppositions: &[OppositionRow],
    opened: &[OpeningRow],
) -> BTreeSet<WorkerId> {
    let of_acts = acts.iter().flat_map(|row| {
        let others = [
            Some(row.by),
            row.ended_by,
            row.validated_by,
            row.informed.map(|(_, by)| by),
        ];
        row.recipients.iter().copied().chain(others.into_iter().flatten())
    });
    let agreed = consents.iter().map(|row| &row.recipients);
    let objected = oppositions.iter().map(|row| &row.against);
    let of_words = agreed.chain(objected).flat_map(|named| named.workers.iter().copied());
    of_acts
        .chain(of_words)
        .chain(opened.iter().map(|row| row.worker))
        .collect()
}

fn texts<'a>(
    acts: &'a [ActRow],
    oppositions: &'a [OppositionRow],
    opened: &'a [OpeningRow],
) -> impl Iterator<Item = &'a Text> {
    let of_acts = acts.iter().flat_map(|row| {
        let others = [row.withheld.as_ref(), row.reason.as_ref()];
        [&row.purpose].into_iter().chain(others.into_iter().flatten())
    });
    of_acts
        .chain(oppositions.iter().filter_map(|row| row.words.as_ref()))
        .chain(opened.iter().map(|row| &row.reason))
}

struct Telling<'a> {
    from: &'a Standpoint,
    open: &'a Opening,
    services: &'a BTreeMap<ServiceId, String>,
}

impl Telling<'_> {
    fn worker(&self, worker: Option<WorkerId>) -> Result<Option<WorkerRef>, Failure> {
        Ok(worker.map(|worker| self.open.worker(worker)).transpose()?.flatten())
    }

    fn workers<'w>(&self, workers: impl IntoIterator<Item = &'w WorkerId>) -> Result<Vec<WorkerRef>, Failure> {
        let mut told = Vec::new();
        for worker in workers {
            told.extend(self.open.worker(*worker)?);
        }
        Ok(told)
    }

    fn service(&self, service: ServiceId) -> ServiceRef {
        ServiceRef {
            service,
            name: self.services.get(&service).cloned().unwrap_or_default(),
        }
    }

    fn act(&self, row: &ActRow) -> Result<SharingLine, Failure> {
        let all = self.from.knows_all;
        let hers = |worker: &&WorkerId| all || **worker == self.from.me.worker;
        Ok(SharingLine {
            sharing: row.sharing,
            audience: row.audience,
            service: match row.audience {
                Some(Audience::Service(service)) => Some(self.service(service)),
                Some(Audience::Team | Audience::Meeting(_)) | None => None,
            },
            bound_only: row.bound_only,
            recipients: self.workers(row.recipients.iter().filter(hers))?,
            basis: row.basis,
            purpose: self.open.told(&row.purpose)?,
            compartments: row.compartments.clone(),
            elements: row.elements,
            since: row.from_at,
            until: row.until,
            informed_on: row.informed.map(|(on, _)| on),
            informed_by: self.worker(row.informed.map(|(_, by)| by))?,
            withheld: self.open.text_of(row.withheld.as_ref().filter(|_| all))?,
            by: self.worker(Some(row.by))?,
            standing: standing(row.standing),
            ended_by: self.worker(row.ended_by)?,
            reason: self.open.text_of(row.reason.as_ref().filter(|_| all))?,
            endable: self.from.ends(row),
            to_settle: self.from.settles(row),
        })
    }

    fn people(&self, named: &Named) -> Result<(Vec<WorkerRef>, Vec<ServiceRef>), Failure> {
        let services = named.services.iter().map(|service| self.service(*service)).collect();
        Ok((self.workers(&named.workers)?, services))
    }

    fn consent(&self, row: &ConsentRow, stands: bool) -> Result<ConsentLine, Failure> {
        let (workers, services) = self.people(&row.recipients)?;
        Ok(ConsentLine {
            consent: row.consent,
            person: row.person,
            name: contract::Plain(self.open.name(row.person)?.first),
            workers,
            services,
            scope: row.scope.clone(),
            means: row.means,
            on: row.on,
            until: row.until,
            stands,
        })
    }

    fn opposition(&self, row: &OppositionRow) -> Result<OppositionLine, Failure> {
        let (workers, services) = self.people(&row.against)?;
        Ok(OppositionLine {
            opposition: row.opposition,
            person: row.person,
            name: contract::Plain(self.open.name(row.person)?.first),
            workers,
            services,
            words: self.open.text_of(row.words.as_ref())?,
            since: row.from_at,
        })
    }

    fn opened(&self, row: &OpeningRow) -> Result<Option<OpenedLine>, Failure> {
        let Some(worker) = self.open.worker(row.worker)? else {
            return Ok(None);
        };
        Ok(Some(OpenedLine {
            worker,
            need: row.need,
            reason: self.open.told(&row.reason)?,
            until: row.until_at,
        }))
    }

    /// What each of those with whom something is shared may see of it now, whether she acts in the case beside or not.
    async fn columns(
        &self,
        trame: &Trame,
        permit: &Permit,
        case: SupportCaseId,
        acts: &[ActRow],
        reading: &Reading,
    ) -> Result<Vec<AccessColumn>, Failure> {
        let rules = &reading.now().rules;
        let named = acts.iter().flat_map(|row| &row.recipients);
        let mut people: BTreeSet<WorkerId> = named.chain(&rules.team).copied().collect();
        people.extend(rules.referent);
        if !self.from.knows_all {
            people = BTreeSet::from([permit.reader().worker]);
        }
        let readers: Vec<Reader> = people.iter().filter_map(|worker| self.open.reader(*worker)).collect();
        let table = trame.table().await?;
        let mut columns = Vec::new();
        for one in &trame.held(&table, &readers, Some(case)).await? {
            let (Some(worker), Some(reader)) = (self.open.worker(one.worker)?, self.open.reader(one.worker)) else {
                continue;
            };
            let ties = Ties {
                answers_for: one.answers_for,
                relations: BTreeSet::from([Relation::Share]),
                reason_said: false,
                shared: Shared::default(),
            };
            let hers = acts.iter().filter(|row| one.acts.contains(&row.sharing));
            let lies_in: BTreeSet<Compartment> = hers.flat_map(|row| row.reaches.iter().copied()).collect();
            let may = Permit::for_case(&table, reader, case, &ties);
            columns.push(AccessColumn {
                own: one.worker == permit.reader().worker,
                rights: Compartment::ALL
                    .into_iter()
                    .map(|compartment| AccessCell {
                        compartment,
                        right: shared_right(may.as_ref(), &lies_in, compartment),
                    })
                    .collect(),
                worker,
            });
        }
        Ok(columns)
    }
}

/// What of a compartment is shared, where the table lets it be.
fn shared_right(may: Option<&Permit>, lies_in: &BTreeSet<Compartment>, compartment: Compartment) -> Right {
    match may {
        Some(may) if lies_in.contains(&compartment) && may.right(compartment) >= Right::Shared => Right::Shared,
        Some(_) | None => Right::None,
    }
}

fn standing(stands: Stands) -> Standing {
    match stands {
        Stands::Waits => Standing::Waits,
        Stands::Open => Standing::Open,
        Stands::Declined => Standing::Declined,
        Stands::Ended => Standing::Ended,
        Stands::Over => Standing::Over,
        Stands::Withdrawn => Standing::Withdrawn,
        Stands::Opposed => Standing::Opposed,
    }
}
