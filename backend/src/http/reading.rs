//! Reading a case: the permit, the fold up to a day, the keys, the journal, in that order, for every view of a case.

use super::failure::Failure;
use super::worker::Worker;
use crate::app::Trame;
use crate::view::{Looking, MeetingKinds, Opening, Reminding, Thresholds, known_to, workers_named};
use access::Permit;
use contract::support_case::AsKnown;
use domain::configuration::Configuration;
use domain::words::{ServiceId, SupportCaseId, WorkerId};
use journal::Shown;
use projections::case_file::CaseFile;
use std::collections::BTreeSet;

/// A case ready to be shown to one reader.
pub(super) struct Reading {
    /// Its fold up to the day that is looked at.
    pub file: CaseFile,
    /// Its fold as it stands, when that is another.
    now: Option<CaseFile>,
    /// The means to open it.
    pub open: Opening,
    /// How it is looked at.
    pub looking: Looking,
    /// The configuration as it stands.
    pub configuration: Configuration,
}

impl Reading {
    /// Prepares a case for a reader, and journals the reading before anything is answered.
    ///
    /// # Errors
    /// A day that nobody records, not found when the case is unknown or forbidden, or a fault.
    pub(super) async fn of(
        trame: &Trame,
        worker: Worker,
        support_case: SupportCaseId,
        as_known: &AsKnown,
        what: Shown,
    ) -> Result<Self, Failure> {
        let as_known_on = Failure::unless_within("as_known_on", as_known.as_known_on)?;
        trame.reach(as_known.at_least).await?;
        let permit = trame
            .permit_for_case(worker.reader, support_case)
            .await?
            .ok_or_else(Failure::not_found)?;
        let position = trame.views_at();
        let facts = trame.facts_of_case(&permit, support_case).await?;
        let known_until = as_known_on.map(|day| day.end(trame.clock.zone()));
        let (file, now) = match known_until {
            None => (known_to(CaseFile::fold(support_case, &facts, None), &permit), None),
            Some(_) => {
                let now = CaseFile::fold(support_case, &facts, None);
                let then = CaseFile::fold(support_case, &facts, known_until).framed_by(&now);
                (known_to(then, &permit), Some(known_to(now, &permit)))
            }
        };
        let configuration = trame.configuration().await?;
        let today = as_known_on.unwrap_or_else(|| trame.clock.today());
        let files: Vec<&CaseFile> = now.iter().chain([&file]).collect();
        let open = opening(trame, worker, &permit, &files, &BTreeSet::new()).await?;
        trame
            .journal_reading(&permit, what, &[support_case.0], worker.at, position)
            .await?;
        let looking = Looking {
            today,
            as_known_on,
            thresholds: Thresholds::of(&configuration, today),
            meetings: MeetingKinds::of_configuration(configuration.clone()),
            reminding: Reminding {
                settings: configuration.reminders(today).cloned(),
                senders: trame.senders.media(),
                now: as_known_on.map_or(worker.at, |day| day.end(trame.clock.zone()).min(worker.at)),
            },
            answers_for: answers_for(&file, worker),
            table: trame.table().await?,
            position,
            topic: trame.topic(worker.reader.worker, support_case),
        };
        Ok(Self {
            file,
            now,
            open,
            looking,
            configuration,
        })
    }
}

impl Reading {
    /// The case as it stands, whatever day is looked at.
    pub(super) fn now(&self) -> &CaseFile {
        self.now.as_ref().unwrap_or(&self.file)
    }

    /// The means to open it, with more professionals than it names itself.
    ///
    /// # Errors
    /// A fault.
    pub(super) async fn opening_with(
        &self,
        trame: &Trame,
        worker: Worker,
        more: &BTreeSet<WorkerId>,
    ) -> Result<Opening, Failure> {
        let files: Vec<&CaseFile> = self.now.iter().chain([&self.file]).collect();
        opening(trame, worker, self.open.permit(), &files, more).await
    }
}

/// The means to open a case, with more professionals than it names itself.
///
/// # Errors
/// A fault.
async fn opening(
    trame: &Trame,
    worker: Worker,
    permit: &Permit,
    files: &[&CaseFile],
    more: &BTreeSet<WorkerId>,
) -> Result<Opening, Failure> {
    let mut named: BTreeSet<WorkerId> = files.iter().flat_map(|file| workers_named(file)).collect();
    named.extend(more);
    let workers = trame.workers(&named).await?;
    let zone = trame.clock.zone().clone();
    Ok(Opening::of_case(&trame.keyring, permit.clone(), files, workers, zone, worker.language).await?)
}

fn answers_for(file: &CaseFile, worker: Worker) -> ServiceId {
    file.opening
        .as_ref()
        .map_or(worker.reader.service, |opening| opening.what.service)
}
