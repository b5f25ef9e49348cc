//! From a body to a wish: what of it may be passed on, to whom it goes, and what the rule must know beside.

use super::said_of;
use crate::app::Trame;
use crate::http::{Failure, Worker};
use crate::view::known_to;
use access::Permit;
use contract::sharing::{Informed, PassOn};
use domain::sharing::{Agreed, Audience, PriorInformation, Recipient, Wished};
use domain::words::{ConsentId, ElementId, ServiceId, SharingId, SupportCaseId, WorkerId};
use projections::case_file::CaseFile;
use projections::consent::OppositionRow;
use sealed::{Compartment, Private};
use std::collections::BTreeSet;

/// A case of which somebody may pass something on.
pub(super) struct Passing<'a> {
    trame: &'a Trame,
    worker: Worker,
    permit: Permit,
    /// What she knows of it.
    file: CaseFile,
    oppositions: Vec<OppositionRow>,
}

impl<'a> Passing<'a> {
    /// Asks for it; a case unknown or forbidden is not found.
    pub(super) async fn of(trame: &'a Trame, worker: Worker, case: SupportCaseId) -> Result<Self, Failure> {
        let permit = trame
            .permit_for_case(worker.reader, case)
            .await?
            .ok_or_else(Failure::not_found)?;
        if !permit.passes_on() {
            return Err(Failure::not_allowed("problem.passes_nothing_on"));
        }
        let facts = trame.facts_of_case(&permit, case).await?;
        let file = known_to(CaseFile::fold(case, &facts, None), &permit);
        Ok(Self {
            trame,
            worker,
            oppositions: trame.oppositions(&permit, case).await?,
            permit,
            file,
        })
    }

    /// Those who are named, as they stand now.
    pub(super) async fn recipients(&self, named: &BTreeSet<WorkerId>) -> Result<BTreeSet<Recipient>, Failure> {
        let rows = self.trame.present(named).await?;
        if rows.len() < named.len() {
            return Err(Failure::unfit("recipients", "problem.worker_unknown"));
        }
        let around = |worker| self.file.rules.referent == Some(worker) || self.file.rules.team.contains(&worker);
        Ok(rows
            .into_iter()
            .map(|row| Recipient {
                worker: row.worker,
                service: row.service,
                profession: row.profession,
                bound_by_secrecy: row.bound_by_secrecy,
                around: around(row.worker),
            })
            .collect())
    }

    /// Whether the person objects to the whole of a category.
    pub(super) async fn audience(&self, audience: Audience) -> Result<bool, Failure> {
        match audience {
            Audience::Service(service) => {
                if self.trame.service(service).await?.name.is_empty() {
                    return Err(Failure::unfit("recipients", "problem.service_unknown"));
                }
                Ok(self.opposes(None, Some(service)))
            }
            Audience::Team => Ok(self.opposes(None, None)),
            Audience::Meeting(meeting) => {
                if !self.file.meetings.contains_key(&meeting) {
                    return Err(Failure::not_found());
                }
                Ok(self.opposes(None, None))
            }
        }
    }

    /// Whether the person objects to somebody, or to a service.
    pub(super) fn opposes(&self, worker: Option<WorkerId>, service: Option<ServiceId>) -> bool {
        self.oppositions.iter().any(|each| each.speaks_of(worker, service))
    }

    /// What is wished, with what the rule must know beside.
    pub(super) async fn wished(&self, sharing: SharingId, what: &PassOn, opposed: bool) -> Result<Wished, Failure> {
        Failure::unless_within("until", Some(what.until))?;
        if what.until < self.trame.clock.today() {
            return Err(Failure::unfit("until", "sharing.ends_before"));
        }
        if !what.items.compartments.iter().all(|each| self.permit.reads(*each)) {
            return Err(Failure::unfit("items", "problem.passes_on_unread"));
        }
        let me = self.worker.reader.worker;
        let author = self.trame.present(&[me].into()).await?;
        Ok(Wished {
            support_case: self.file.support_case,
            basis: what.basis,
            purpose: said_of(sharing, "purpose", Compartment::Coordination, &what.purpose)?,
            of_elements: self.of_elements(&what.items.elements)?,
            items: what.items.clone(),
            until: what.until,
            informed: self.informed(sharing, &what.informed).await?,
            author_bound: author.iter().any(|row| row.bound_by_secrecy),
            agreed: self.agreed(what.consent).await?,
            opposed,
        })
    }

    /// The compartments in which elements lie: each is one of this case that she reads.
    fn of_elements(&self, elements: &BTreeSet<ElementId>) -> Result<BTreeSet<Compartment>, Failure> {
        let mut lie_in = BTreeSet::new();
        for element in elements {
            // A document is there whole or not at all: no part of it is passed on.
            let told = self.file.events.iter();
            let told = told.filter(|event| event.stamp.element == *element && event.what.lies_in.is_none());
            let texts = told.filter_map(|event| event.what.text.as_ref());
            let read = texts.filter(|text| self.permit.opens(text)).map(Private::compartment);
            let known: BTreeSet<_> = read.filter(|each| *each != Compartment::Draft).collect();
            if known.is_empty() {
                return Err(Failure::unfit("items", "problem.element_unknown"));
            }
            lie_in.extend(known);
        }
        Ok(lie_in)
    }

    async fn informed(&self, sharing: SharingId, informed: &Informed) -> Result<PriorInformation, Failure> {
        match informed {
            Informed::Given { on, by } => {
                Failure::unless_within("informed", Some(*on))?;
                let by = by.unwrap_or(self.worker.reader.worker);
                if self.trame.workers(&[by].into()).await?.is_empty() {
                    return Err(Failure::unfit("informed", "problem.worker_unknown"));
                }
                Ok(PriorInformation::Given { on: *on, by })
            }
            Informed::Withheld { reason } => Ok(PriorInformation::Withheld {
                reason: said_of(sharing, "withheld", Compartment::Activity, reason)?,
            }),
        }
    }

    /// The consent that is named, when it stands.
    async fn agreed(&self, consent: Option<ConsentId>) -> Result<Option<Agreed>, Failure> {
        let Some(consent) = consent else { return Ok(None) };
        let today = self.trame.clock.today();
        let rows = self.trame.consents(&self.permit, self.file.support_case).await?;
        let stands = rows
            .into_iter()
            .find(|row| row.consent == consent && row.withdrawn_at.is_none() && row.until >= today);
        Ok(stands.map(|row| Agreed {
            consent,
            workers: row.recipients.workers,
            services: row.recipients.services,
            scope: row.scope.into_iter().collect(),
            until: row.until,
        }))
    }
}
