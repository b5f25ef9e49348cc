//! Who looked at a case, for who watches over personal data: asked by the case, never by who looked.

use super::Trame;
use super::oversight::{FOUND, service_ref, worker_ref};
use crate::fault::Fault;
use crate::http::{Failure, Worker};
use crate::view::Opening;
use ::journal::{Readings, SeenLine, Shown};
use access::Permit;
use contract::ServiceRef;
use contract::journal::{FindCase, FoundCase, FoundCases, ReadingLine, ReadingList, ReadingsQuery, WithReason};
use domain::configuration::Topic;
use domain::words::{Day, ServiceId, SupportCaseId, WorkerId};
use projections::exceptional_access::OpeningRow;
use projections::support_case::NamelessRow;
use std::collections::{BTreeMap, BTreeSet};

impl Trame {
    /// The cases of a person who asks who looked at them.
    ///
    /// # Errors
    /// When she does not watch over personal data, when the name is not whole, or a fault.
    pub async fn find_case(&self, worker: Worker, asked: &FindCase) -> Result<FoundCases, Failure> {
        let permit = self.permit_for_journal(worker).await?;
        let position = self.views_at();
        let named = self.named(&asked.names).await?;
        let rows = projections::support_case::nameless(&self.client().await?, &permit, &named)
            .await
            .map_err(Fault::from)?;
        let shown: Vec<_> = rows.iter().take(FOUND).collect();
        let referents = shown.iter().filter_map(|row| row.referent).collect();
        let open = self.opening_of(&permit, worker, &referents, std::iter::empty()).await?;
        let services = self.service_names().await?;
        let mut found = Vec::with_capacity(shown.len());
        for row in &shown {
            found.push(found_case(row, &open, &services)?);
        }
        let cases: Vec<_> = shown.iter().map(|row| row.support_case.0).collect();
        self.journal_reading(&permit, Shown::FindCase, &cases, worker.at, position)
            .await?;
        Ok(FoundCases {
            found,
            more: rows.len() > FOUND,
        })
    }

    /// Who looked at a case, until a day.
    ///
    /// # Errors
    /// When she does not watch over personal data, on a day that nobody records, not found when there is no such case, or a
    /// fault.
    pub async fn readings(
        &self,
        worker: Worker,
        case: SupportCaseId,
        asked: &ReadingsQuery,
    ) -> Result<ReadingList, Failure> {
        let permit = self.permit_for_journal(worker).await?;
        let until = Failure::unless_within("until", asked.until)?.unwrap_or_else(|| self.clock.today());
        let position = self.views_at();
        let client = self.client().await?;
        let about = projections::support_case::nameless(&client, &permit, &[case])
            .await
            .map_err(Fault::from)?;
        let about = *about.first().ok_or_else(Failure::not_found)?;
        let openings = projections::exceptional_access::of_case(&client, &permit, case)
            .await
            .map_err(Fault::from)?;
        drop(client);
        let end = until.end(self.clock.zone());
        let seen = self
            .journal
            .of_case(&permit, case.0, end, &self.zone_name)
            .await
            .map_err(Fault::from)?;
        let named: BTreeSet<WorkerId> = seen
            .lines
            .iter()
            .map(|line| WorkerId(line.by))
            .chain(about.referent)
            .collect();
        let reasons = openings.iter().map(|opening| &opening.reason);
        let open = self.opening_of(&permit, worker, &named, reasons).await?;
        let services = self.service_names().await?;
        let mut lines = Vec::with_capacity(seen.lines.len());
        for line in &seen.lines {
            lines.push(reading_line(line, &openings, &open)?);
        }
        self.journal_reading(&permit, Shown::Readings, &[case.0], worker.at, position)
            .await?;
        Ok(ReadingList {
            about: found_case(&about, &open, &services)?,
            lines,
            older_until: older_until(&seen),
            kept_since: seen.kept_since.map(Day),
            kept_months: self
                .configuration()
                .await?
                .figure(Topic::ReadingJournal, self.clock.today()),
        })
    }

    async fn permit_for_journal(&self, worker: Worker) -> Result<Permit, Failure> {
        Permit::for_journal(&self.table().await?, worker.reader)
            .ok_or_else(|| Failure::not_allowed("problem.reads_no_journal"))
    }
}

/// The day before the last that was told, when somebody looked at the case earlier.
fn older_until(seen: &Readings) -> Option<Day> {
    let last = seen.lines.last().filter(|_| seen.older)?;
    last.day.yesterday().ok().map(Day)
}

fn found_case(row: &NamelessRow, open: &Opening, services: &BTreeMap<ServiceId, String>) -> Result<FoundCase, Fault> {
    let service: ServiceRef = service_ref(services, row.service);
    Ok(FoundCase {
        support_case: row.support_case,
        service,
        referent: worker_ref(open, row.referent)?,
        opened_on: row.opened_on,
        closed_on: row.closed_on,
    })
}

fn reading_line(line: &SeenLine, openings: &[OpeningRow], open: &Opening) -> Result<ReadingLine, Fault> {
    let by = WorkerId(line.by);
    // What she opened with a reason while she looked: the first and the last look may lie on either side of its end.
    let opening = openings
        .iter()
        .find(|opening| opening.worker == by && opening.from_at <= line.last_at && line.first_at <= opening.until_at)
        .filter(|_| line.opened);
    let with_reason = opening
        .map(|opening| {
            Ok::<_, Fault>(WithReason {
                need: opening.need,
                reason: open.told(&opening.reason)?,
            })
        })
        .transpose()?;
    Ok(ReadingLine {
        day: Day(line.day),
        by: open.worker(by)?,
        what: line.what.clone(),
        purpose: line.purpose.clone(),
        opened: line.opened,
        times: line.times,
        first_at: line.first_at,
        last_at: line.last_at,
        with_reason,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use sentences::{Language, knows};

    #[test]
    fn each_view_that_opens_a_case_is_told_in_a_sentence() {
        let opens = Shown::ALL.into_iter().filter(|shown| Shown::opens(shown.code()));
        let untold: Vec<_> = opens
            .map(|shown| format!("looked-{}", shown.code()))
            .filter(|key| !knows(Language::Fr, key) || !knows(Language::En, key))
            .collect();
        assert_eq!(untold, Vec::<String>::new());
    }
}
