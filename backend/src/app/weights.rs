//! How load is weighed: what is in force, what waits for a vote and what it would change.

use super::Trame;
use super::load::{told, zone};
use crate::fault::Fault;
use crate::http::{Failure, Worker};
use access::Permit;
use contract::weights::{ProposedWeights, Shift, WeightsBoard, WhatIf, WorkerShift};
use domain::configuration::{Configuration, Proposal, Setting, Topic, Weights};
use domain::words::{Day, ProposalId, WorkerId};
use journal::Shown;
use projections::workload;
use std::collections::BTreeSet;

impl Trame {
    /// The weights, to everybody who works here; what they would change, to who answers for a team.
    ///
    /// # Errors
    /// A fault.
    pub async fn weights(&self, worker: Worker) -> Result<WeightsBoard, Failure> {
        let permit = Permit::for_load(&self.table().await?, worker.reader);
        let position = self.views_at();
        let (settings, on) = (self.configuration().await?, self.clock.today());
        let waiting: Vec<(ProposalId, &Proposal, &Weights)> = waiting(&settings).collect();
        let mut proposals = Vec::with_capacity(waiting.len());
        for (proposal, waits, weights) in waiting {
            let mine = waits.by == worker.reader.worker;
            let (by, what_if) = match &permit {
                Some(permit) => self.would_change(worker, permit, on, waits.by, weights).await?,
                None => (None, None),
            };
            proposals.push(ProposedWeights {
                proposal,
                weights: told(weights.clone(), waits.in_force_on, waits.source.clone()),
                by,
                mine,
                what_if,
            });
        }
        if let Some(permit) = &permit {
            self.journal_reading(permit, Shown::Workload, &[], worker.at, position)
                .await?;
        }
        Ok(WeightsBoard {
            on,
            in_force: in_force(&settings, on),
            proposals,
            may_vote: permit.is_some(),
            position,
        })
    }

    /// Whether somebody may propose and adopt weights: who answers for a team.
    ///
    /// # Errors
    /// When she does not, or a fault.
    pub async fn may_vote_weights(&self, worker: Worker) -> Result<(), Failure> {
        Permit::for_load(&self.table().await?, worker.reader)
            .map(|_permit| ())
            .ok_or_else(|| Failure::not_allowed("problem.answers_for_no_team"))
    }

    /// Whether a proposal is one of weights: others are not voted here.
    ///
    /// # Errors
    /// Not found when it is another, or none; a fault.
    pub async fn proposes_weights(&self, proposal: ProposalId) -> Result<(), Failure> {
        let settings = self.configuration().await?;
        let other = settings
            .proposals()
            .any(|(id, waits)| id == proposal && !matches!(waits.setting, Setting::Weights(_)));
        if other { Err(Failure::not_found()) } else { Ok(()) }
    }

    async fn would_change(
        &self,
        worker: Worker,
        permit: &Permit,
        on: Day,
        by: WorkerId,
        weights: &Weights,
    ) -> Result<(Option<contract::WorkerRef>, Option<WhatIf>), Failure> {
        let client = self.client().await?;
        let shifts = workload::what_if(&client, permit, on, self.clock.zone(), weights)
            .await
            .map_err(Fault::from)?;
        let named: BTreeSet<WorkerId> = shifts.iter().filter_map(|shift| shift.worker).chain([by]).collect();
        let open = self.opening_of(permit, worker, &named, std::iter::empty()).await?;
        let mut team = None;
        let (mut workers, mut unchanged) = (Vec::new(), 0_u32);
        for each in &shifts {
            let shift = shown(each);
            let Some(who) = each.worker else {
                team = Some(shift);
                continue;
            };
            if shift.zone_before == shift.zone_after {
                unchanged = unchanged.saturating_add(1);
            } else if let Some(worker) = open.worker(who)? {
                workers.push(WorkerShift { worker, shift });
            }
        }
        workers.sort_by_key(|each| std::cmp::Reverse(each.shift.after));
        let what_if = team.map(|team| WhatIf {
            team,
            workers,
            unchanged,
        });
        Ok((open.worker(by)?, what_if))
    }
}

fn shown(shift: &workload::Shift) -> Shift {
    Shift {
        before: shift.before.ratio,
        zone_before: zone(shift.before.fullness),
        after: shift.after.ratio,
        zone_after: zone(shift.after.fullness),
    }
}

fn waiting(settings: &Configuration) -> impl Iterator<Item = (ProposalId, &Proposal, &Weights)> {
    settings.proposals().filter_map(|(id, waits)| {
        if let Setting::Weights(weights) = &waits.setting {
            Some((id, waits, weights))
        } else {
            None
        }
    })
}

fn in_force(settings: &Configuration, on: Day) -> Option<contract::workload::WeightsView> {
    if let (Setting::Weights(weights), from, source) = settings.on(Topic::Weights, on)? {
        Some(told(weights.clone(), from, source.to_owned()))
    } else {
        None
    }
}
