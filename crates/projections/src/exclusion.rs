//! Who is kept away from which case: every question over cases subtracts it, and the door of a case asks it first.

use crate::reach::{Reached, reached};
use crate::view::{Rows, View, change};
use crate::{Client, Fact, Fault, SealedColumn, column};
use access::Permit;
use domain::exclusion::Event;
use domain::words::{ExclusionId, SupportCaseId, Text, WorkerId};
use jiff::Timestamp;

/// One row for each exclusion.
pub struct Standing;

impl View for Standing {
    fn name(&self) -> &'static str {
        "exclusion_standing_v1"
    }

    fn tables(&self) -> &'static str {
        include_str!("../tables/exclusion_standing.sql")
    }

    fn apply(&self, fact: &Fact, rows: &mut Rows) -> Result<(), Fault> {
        let Fact::Exclusion(fact) = fact else { return Ok(()) };
        match &fact.event {
            Event::Set {
                support_case,
                worker,
                reason,
                by,
            } => change!(
                rows,
                "insert into exclusion_standing (exclusion, support_case, worker, reason, set_by, from_at, touched)
                 values ($1, $2, $3, $4, $5, $6, $7)",
                fact.stream,
                support_case.0,
                worker.0,
                SealedColumn::of(reason)?,
                by.0,
                fact.occurred_at,
                column::stored(fact.position),
            ),
            Event::Lifted { .. } => change!(
                rows,
                "update exclusion_standing set until_at = $2, touched = $3 where exclusion = $1",
                fact.stream,
                fact.occurred_at,
                column::stored(fact.position),
            ),
        }
        Ok(())
    }
}

/// An exclusion that stands.
#[derive(Clone, Debug)]
pub struct ExclusionRow {
    /// The exclusion.
    pub exclusion: ExclusionId,
    /// Who is kept away.
    pub worker: WorkerId,
    /// Why, sealed.
    pub reason: Text,
    /// Who decided it.
    pub set_by: WorkerId,
    /// Since when.
    pub from_at: Timestamp,
}

/// Who is kept away from a case that the permit reaches.
///
/// # Errors
/// When it cannot be read.
pub async fn standing(client: &Client, permit: &Permit, case: SupportCaseId) -> Result<Vec<ExclusionRow>, Fault> {
    let sql = concat!(
        "select x.exclusion, x.worker, x.reason, x.set_by, x.from_at
         from exclusion_standing x join support_case_register c using (support_case)
         where x.support_case = $6 and x.until_at is null and ",
        reached!(),
        " order by x.from_at, x.exclusion"
    );
    let reached = Reached::by(permit);
    let rows = client
        .query(&client.prepare_cached(sql).await?, &reached.values(&[&case.0]))
        .await?;
    rows.iter()
        .map(|row| {
            Ok(ExclusionRow {
                exclusion: ExclusionId(row.try_get(0)?),
                worker: WorkerId(row.try_get(1)?),
                reason: row.try_get::<_, SealedColumn>(2)?.private(),
                set_by: WorkerId(row.try_get(3)?),
                from_at: row.try_get(4)?,
            })
        })
        .collect()
}
