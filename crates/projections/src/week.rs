//! What the cases of a référent ask of her soon, and what she waits for from others: dates and doers, no words.
//!
//! Asked over the rows of other views; it has none of its own.

use crate::reach::{Reached, answered};
use crate::{Client, Fault, SealedColumn, column};
use access::Permit;
use domain::deadline;
use domain::words::{Day, Doer, PersonId, ServiceId, SupportCaseId, Text, WorkerId};
use jiff::civil::Date;
use jiff::tz::TimeZone;
use tokio_postgres::Row;
use uuid::Uuid;

/// What a dated thing is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    /// A deadline of the case.
    Deadline(deadline::Kind),
    /// An action of a plan.
    Action,
    /// A decision of a team meeting, on its day and before.
    Decision,
}

/// A dated thing.
#[derive(Clone, Debug)]
pub struct DatedRow {
    /// What it is.
    pub what: What,
    /// The stream that tells of it: its own, a plan, a meeting.
    pub stream: Uuid,
    /// Which.
    pub item: Uuid,
    /// Of which case.
    pub support_case: SupportCaseId,
    /// How that is called, sealed.
    pub label: Text,
    /// When it is due; an action may have no date.
    pub due: Option<Day>,
    /// Whether the law or a judge sets that day.
    pub legal: bool,
    /// Who does it; none for a deadline of the case.
    pub doer: Option<Doer>,
    /// The day it was given or decided; none for a deadline.
    pub given_on: Option<Day>,
}

/// What is asked.
#[derive(Clone, Copy, Debug)]
pub struct Asked<'a> {
    /// Today in the territory.
    pub today: Day,
    /// The territory's zone.
    pub zone: &'a TimeZone,
    /// Up to this day.
    pub until: Day,
    /// How many rows at most.
    pub limit: u32,
}

/// What is late or due soon in the cases for which the reader answers and which are open or watched: their deadlines, and
/// the actions and decisions that she does herself. The nearest first.
///
/// # Errors
/// When it cannot be read.
pub async fn due(client: &Client, permit: &Permit, asked: &Asked<'_>) -> Result<Vec<DatedRow>, Fault> {
    rows(client, permit, DUE, asked).await
}

/// What other professionals and services have in hand in those cases. Those with the nearest date first, then those
/// without.
///
/// # Errors
/// When it cannot be read.
pub async fn awaited(client: &Client, permit: &Permit, asked: &Asked<'_>) -> Result<Vec<DatedRow>, Fault> {
    rows(client, permit, AWAITED, asked).await
}

async fn rows(client: &Client, permit: &Permit, sql: &'static str, asked: &Asked<'_>) -> Result<Vec<DatedRow>, Fault> {
    let reached = Reached::by(permit);
    let zone = crate::support_case::zone_name(asked.zone);
    let (service, worker) = (reached.answered(), permit.reader().worker.0);
    let limit = i64::from(asked.limit);
    let found = client
        .query(
            &client.prepare_cached(sql).await?,
            &[&service, &zone, &worker, &asked.today.0, &asked.until.0, &limit],
        )
        .await?;
    found.iter().map(dated_row).collect()
}

fn dated_row(row: &Row) -> Result<DatedRow, Fault> {
    let what = match row.try_get::<_, &str>(0)? {
        "action" => What::Action,
        "decision" => What::Decision,
        kind => What::Deadline(column::from_code(kind)?),
    };
    let doer = match (row.try_get::<_, Option<&str>>(7)?, row.try_get(8)?) {
        (Some("worker"), Some(id)) => Some(Doer::Worker(WorkerId(id))),
        (Some("service"), Some(id)) => Some(Doer::Service(ServiceId(id))),
        (Some(_), Some(id)) => Some(Doer::Person(PersonId(id))),
        (None | Some(_), _) => None,
    };
    Ok(DatedRow {
        what,
        stream: row.try_get(1)?,
        item: row.try_get(2)?,
        support_case: SupportCaseId(row.try_get(3)?),
        label: row.try_get::<_, SealedColumn>(4)?.private(),
        due: row.try_get::<_, Option<Date>>(5)?.map(Day),
        legal: row.try_get(6)?,
        doer,
        given_on: row.try_get::<_, Option<Date>>(9)?.map(Day),
    })
}

const DUE: &str = concat!(
    "with hers as materialized (
         select c.support_case, c.label, c.closed_at is null as open from support_case_register c
         where (c.closed_at is null or c.watch_until >= $4::date) and ",
    answered!("$1::uuid", "$3::uuid"),
    ")
     select * from (
         select d.kind, d.deadline as stream, d.deadline as item, h.support_case, h.label,
             coalesce(d.due_on, (d.due_at at time zone $2::text)::date) as due, d.legal,
             null::text as doer_kind, null::uuid as doer, null::date as given_on
         from hers h join deadline_span d using (support_case) where d.until_at is null
         union all
         select 'action', a.plan, a.action, h.support_case, h.label, a.due_on, false, a.doer_kind, a.doer,
             (a.given_at at time zone $2::text)::date
         from hers h join plan_action a using (support_case)
         where h.open and a.over_at is null and a.doer_kind = 'worker' and a.doer = $3::uuid
         union all
         select 'decision', t.team_meeting, t.decision, h.support_case, h.label, t.due_on, false, t.doer_kind, t.doer,
             (t.decided_at at time zone $2::text)::date
         from hers h join team_meeting_decision t using (support_case)
         where h.open and t.doer_kind = 'worker' and t.doer = $3::uuid and t.due_on >= $4::date and t.followed_at is null
     ) dated
     where due <= $5::date
     order by due, legal desc, item limit $6"
);

const AWAITED: &str = concat!(
    "with hers as materialized (
         select c.support_case, c.label from support_case_register c where c.closed_at is null and ",
    answered!("$1::uuid", "$3::uuid"),
    ")
     select * from (
         select 'action' as kind, a.plan as stream, a.action as item, h.support_case, h.label, a.due_on as due, false as legal,
             a.doer_kind, a.doer, (a.given_at at time zone $2::text)::date as given_on
         from hers h join plan_action a using (support_case) where a.over_at is null
         union all
         select 'decision', t.team_meeting, t.decision, h.support_case, h.label, t.due_on, false, t.doer_kind, t.doer,
             (t.decided_at at time zone $2::text)::date
         from hers h join team_meeting_decision t using (support_case) where t.due_on >= $4::date and t.followed_at is null
     ) dated
     where (doer_kind = 'service' or doer_kind = 'worker' and doer <> $3::uuid)
       and (due is null or due <= $5::date)
     order by due nulls last, given_on, item limit $6"
);

/// The cases for which the reader answers and which are open, or watched on a day, with their sealed names: those in which
/// a contact was held last first.
///
/// # Errors
/// When they cannot be read.
pub async fn cases(client: &Client, permit: &Permit, today: Day) -> Result<Vec<(SupportCaseId, Text)>, Fault> {
    let reached = Reached::by(permit);
    let (service, worker) = (reached.answered(), permit.reader().worker.0);
    let found = client
        .query(&client.prepare_cached(CASES).await?, &[&service, &worker, &today.0])
        .await?;
    found
        .iter()
        .map(|row| {
            let label = row.try_get::<_, SealedColumn>(1)?.private();
            Ok((SupportCaseId(row.try_get(0)?), label))
        })
        .collect()
}

const CASES: &str = concat!(
    "select c.support_case, c.label from support_case_register c
     left join lateral (
         select max(occurred_at) as at from contact_held h where h.support_case = c.support_case) met on true
     where (c.closed_at is null or c.watch_until >= $3::date) and ",
    answered!("$1::uuid", "$2::uuid"),
    " order by met.at desc nulls last, c.support_case"
);
