//! Exceptional access: which case is open to whom for a time, and which openings wait for a review.

use crate::reach::{Reached, reached};
use crate::view::{Rows, View, change};
use crate::{Client, Fact, Fault, SealedColumn, column};
use access::Permit;
use domain::exceptional_access::{Event, Finding, Need};
use domain::words::{AccessId, ServiceId, SupportCaseId, Text, WorkerId};
use jiff::Timestamp;
use tokio_postgres::Row;
use uuid::Uuid;

/// One row for each opening.
pub struct Openings;

impl View for Openings {
    fn name(&self) -> &'static str {
        "exceptional_access_v1"
    }

    fn tables(&self) -> &'static str {
        include_str!("../tables/exceptional_access.sql")
    }

    fn apply(&self, fact: &Fact, rows: &mut Rows) -> Result<(), Fault> {
        let Fact::ExceptionalAccess(fact) = fact else {
            return Ok(());
        };
        let position = column::stored(fact.position);
        match &fact.event {
            Event::Opened {
                support_case,
                by,
                need,
                reason,
                until,
                review_by,
            } => change!(
                rows,
                "insert into exceptional_access
                     (access, support_case, worker, need, reason, from_at, until_at, review_by, touched)
                 values ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
                fact.stream,
                support_case.0,
                by.0,
                column::code(need)?,
                SealedColumn::of(reason)?,
                fact.occurred_at,
                column::instant(*until),
                column::instant(*review_by),
                position,
            ),
            Event::Ended => change!(
                rows,
                "update exceptional_access set until_at = $2, touched = $3 where access = $1",
                fact.stream,
                fact.occurred_at,
                position,
            ),
            Event::Reviewed { finding, words, by } => change!(
                rows,
                "update exceptional_access
                 set finding = $2, words = $3, reviewed_by = $4, reviewed_at = $5, touched = $6 where access = $1",
                fact.stream,
                column::code(finding)?,
                words.as_ref().map(SealedColumn::of).transpose()?,
                by.0,
                fact.occurred_at,
                position,
            ),
        }
        Ok(())
    }
}

/// An opening.
#[derive(Clone, Debug)]
pub struct OpeningRow {
    /// The access.
    pub access: AccessId,
    /// The case.
    pub support_case: SupportCaseId,
    /// How the case is called, sealed.
    pub label: Text,
    /// The service that answers for it.
    pub service: ServiceId,
    /// Who answers for it.
    pub referent: Option<WorkerId>,
    /// Who opened it.
    pub worker: WorkerId,
    /// For what.
    pub need: Need,
    /// Why, sealed.
    pub reason: Text,
    /// When.
    pub from_at: Timestamp,
    /// The last instant at which it is open.
    pub until_at: Timestamp,
    /// The last instant at which it should be reviewed.
    pub review_by: Timestamp,
    /// What its review found, and who found it.
    pub reviewed: Option<(Finding, WorkerId)>,
}

macro_rules! opening_columns {
    () => {
        "o.access, o.support_case, c.label, c.service, c.referent, o.worker, o.reason, o.from_at, o.until_at,
             o.review_by, o.finding, o.reviewed_by, o.need"
    };
}

/// How many openings are listed at once: the newest.
pub const LISTED: i64 = 200;

/// The openings of the cases that a permit reaches: first those that wait for a review, the oldest first; then the newest
/// that were reviewed. At most [`LISTED`]; only those that one professional opened, where she is named.
///
/// # Errors
/// When it cannot be read.
pub async fn openings(client: &Client, permit: &Permit, by: Option<WorkerId>) -> Result<Vec<OpeningRow>, Fault> {
    let sql = concat!(
        "select ",
        opening_columns!(),
        " from exceptional_access o join support_case_register c using (support_case)
         where ",
        reached!(),
        " and ($7::uuid is null or o.worker = $7)
         order by (o.finding is not null), case when o.finding is null then o.review_by end, o.from_at desc, o.access
         limit $6"
    );
    let reached = Reached::by(permit);
    let rows = client
        .query(
            &client.prepare_cached(sql).await?,
            &reached.values(&[&LISTED, &by.map(|worker| worker.0)]),
        )
        .await?;
    rows.iter().map(opening).collect()
}

/// All openings of one case that a permit reaches, the newest first.
///
/// # Errors
/// When it cannot be read.
pub async fn of_case(client: &Client, permit: &Permit, case: SupportCaseId) -> Result<Vec<OpeningRow>, Fault> {
    let sql = concat!(
        "select ",
        opening_columns!(),
        " from exceptional_access o join support_case_register c using (support_case)
         where o.support_case = $6 and ",
        reached!(),
        " order by o.from_at desc, o.access"
    );
    let reached = Reached::by(permit);
    let rows = client
        .query(&client.prepare_cached(sql).await?, &reached.values(&[&case.0]))
        .await?;
    rows.iter().map(opening).collect()
}

fn opening(row: &Row) -> Result<OpeningRow, Fault> {
    let finding: Option<String> = row.try_get(10)?;
    let finding = finding.map(|code| column::from_code::<Finding>(&code)).transpose()?;
    let reviewer: Option<Uuid> = row.try_get(11)?;
    Ok(OpeningRow {
        access: AccessId(row.try_get(0)?),
        support_case: SupportCaseId(row.try_get(1)?),
        label: row.try_get::<_, SealedColumn>(2)?.private(),
        service: ServiceId(row.try_get(3)?),
        referent: row.try_get::<_, Option<Uuid>>(4)?.map(WorkerId),
        worker: WorkerId(row.try_get(5)?),
        need: column::from_code(row.try_get::<_, &str>(12)?)?,
        reason: row.try_get::<_, SealedColumn>(6)?.private(),
        from_at: row.try_get(7)?,
        until_at: row.try_get(8)?,
        review_by: row.try_get(9)?,
        reviewed: finding.zip(reviewer.map(WorkerId)),
    })
}

/// The case of an access that the permit reaches.
///
/// # Errors
/// When it cannot be read.
pub async fn case_of(client: &Client, permit: &Permit, access: AccessId) -> Result<Option<SupportCaseId>, Fault> {
    let sql = concat!(
        "select o.support_case from exceptional_access o join support_case_register c using (support_case)
         where o.access = $6 and ",
        reached!()
    );
    let reached = Reached::by(permit);
    let row = client
        .query_opt(&client.prepare_cached(sql).await?, &reached.values(&[&access.0]))
        .await?;
    row.map(|row| Ok(SupportCaseId(row.try_get(0)?))).transpose()
}
