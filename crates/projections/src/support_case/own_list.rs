//! The reader's own cases, those with the nearest date first, page by page.

use crate::reach::{Reached, reached};
use crate::{Client, Fault, SealedColumn, column};
use access::Permit;
use domain::configuration::Cadence;
use domain::signal;
use domain::support_case::Intensity;
use domain::words::{Day, ServiceId, SupportCaseId, Text, WorkerId};
use jiff::civil::Date;
use jiff::tz::TimeZone;
use std::fmt;
use std::str::FromStr;
use tokio_postgres::Row;
use uuid::Uuid;

/// Which cases are asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Phase {
    /// Those that are open.
    Open,
    /// Those that are closed.
    Closed,
    /// All.
    All,
}

/// What is asked of the list.
#[derive(Clone, Debug)]
pub struct Asked<'a> {
    /// Which cases.
    pub phase: Phase,
    /// The last row of the page before.
    pub after: Option<Cursor>,
    /// How many rows at most.
    pub limit: u32,
    /// Cases of which something is shared with the reader: each of them is listed too, without its dates.
    pub shared: &'a [SupportCaseId],
    /// Only these, such as what a search found.
    pub restrict_to: Option<&'a [SupportCaseId]>,
    /// Today in the territory.
    pub today: Day,
    /// The territory's zone.
    pub zone: &'a TimeZone,
    /// The rhythms of contact in force today.
    pub cadence: Option<&'a Cadence>,
}

/// Where a page ended: the date and the case of its last row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cursor {
    due: Option<Day>,
    support_case: SupportCaseId,
}

impl fmt::Display for Cursor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.due {
            Some(due) => write!(f, "{due}.{}", self.support_case.0.simple()),
            None => write!(f, "none.{}", self.support_case.0.simple()),
        }
    }
}

impl FromStr for Cursor {
    type Err = Fault;

    fn from_str(text: &str) -> Result<Self, Fault> {
        let wrong = || Fault::Unreadable("a cursor of another form");
        let (due, case) = text.split_once('.').ok_or_else(wrong)?;
        let due = if due == "none" {
            None
        } else {
            let due = Day(due.parse().or(Err(wrong()))?);
            // A day that no column holds ended no page, and is not asked of the database.
            if column::day(due) != due.0 {
                return Err(wrong());
            }
            Some(due)
        };
        let support_case = SupportCaseId(Uuid::try_parse(case).or(Err(wrong()))?);
        Ok(Self { due, support_case })
    }
}

/// A page of the list.
#[derive(Clone, Debug)]
pub struct Page {
    /// The cases, those with the nearest date first, then those without.
    pub rows: Vec<CaseRow>,
    /// How many there are on all pages.
    pub total: u64,
    /// What to give as `after` for the next page; none on the last.
    pub next: Option<Cursor>,
}

/// A case in the list.
#[derive(Clone, Debug)]
pub struct CaseRow {
    /// Which.
    pub support_case: SupportCaseId,
    /// How it is called, sealed.
    pub label: Text,
    /// The service that answers for it.
    pub service: ServiceId,
    /// Whether it is open.
    pub open: bool,
    /// The first day.
    pub opened_on: Day,
    /// The last day, when it is closed.
    pub closed_on: Option<Day>,
    /// Who answers for it.
    pub referent: Option<WorkerId>,
    /// Whether that is the reader.
    pub own: bool,
    /// Whether something of it is shared with her, and she does not take part.
    pub received: bool,
    /// The nearest date of a deadline, an action or a decision; a late one of the first two comes before.
    pub next_due: Option<Day>,
    /// Whether that date is set by law.
    pub due_by_law: bool,
    /// The day of the last contact that was held.
    pub last_contact_on: Option<Day>,
    /// Days since the last contact, or since the opening, when they exceed the agreed rhythm.
    pub silence_days: Option<u32>,
}

/// The cases that a permit reaches: with [`Permit::for_own_cases`], those in which the reader takes part.
///
/// # Errors
/// When they cannot be read.
pub async fn page(client: &Client, permit: &Permit, asked: &Asked<'_>) -> Result<Page, Fault> {
    let reached = Reached::by(permit);
    let zone = zone_name(asked.zone);
    let (open, closed) = match asked.phase {
        Phase::Open => (true, false),
        Phase::Closed => (false, true),
        Phase::All => (true, true),
    };
    let shared: Vec<Uuid> = asked.shared.iter().map(|case| case.0).collect();
    let only: Option<Vec<Uuid>> = asked.restrict_to.map(|cases| cases.iter().map(|case| case.0).collect());
    let after_due = asked.after.map(|after| after.due.map_or(Date::MAX, |day| day.0));
    let after_case = asked.after.map(|after| after.support_case.0);
    // One more than asked tells whether there is a next page.
    let limit = i64::from(asked.limit) + 1;
    let values = reached.values(&[
        &zone,
        &asked.today.0,
        &open,
        &closed,
        &only,
        &after_due,
        &after_case,
        &limit,
        &Date::MAX,
        &shared,
    ]);
    let mut rows = client.query(&client.prepare_cached(LIST).await?, &values).await?;
    let counted = client
        .query_one(
            &client.prepare_cached(COUNT).await?,
            &reached.values(&[&open, &closed, &only, &shared]),
        )
        .await?;
    let more = rows.len() > usize::try_from(asked.limit).unwrap_or(usize::MAX);
    if more {
        rows.pop();
    }
    let rows = rows
        .iter()
        .map(|row| case_row(row, permit, asked))
        .collect::<Result<Vec<_>, _>>()?;
    let next = rows.last().filter(|_| more).map(|last| Cursor {
        due: last.next_due,
        support_case: last.support_case,
    });
    Ok(Page {
        rows,
        total: column::position(counted.try_get(0)?),
        next,
    })
}

fn case_row(row: &Row, permit: &Permit, asked: &Asked<'_>) -> Result<CaseRow, Fault> {
    let opened_on = Day(row.try_get(3)?);
    let closed_on: Option<Date> = row.try_get(4)?;
    let open = row.try_get(5)?;
    let referent = row.try_get::<_, Option<Uuid>>(6)?.map(WorkerId);
    let last_contact_on = row.try_get::<_, Option<Date>>(9)?.map(Day);
    let intensity = column::from_code(row.try_get(7)?)?;
    let quiet_since = Day(row.try_get(10)?);
    let received = row.try_get(12)?;
    Ok(CaseRow {
        support_case: SupportCaseId(row.try_get(0)?),
        label: row.try_get::<_, SealedColumn>(1)?.private(),
        service: ServiceId(row.try_get(2)?),
        open,
        opened_on,
        closed_on: closed_on.map(Day),
        referent,
        own: referent == Some(permit.reader().worker),
        received,
        next_due: row.try_get::<_, Option<Date>>(8)?.map(Day),
        due_by_law: row.try_get::<_, Option<bool>>(11)?.unwrap_or(false),
        last_contact_on,
        silence_days: if open && !received {
            silence(asked, intensity, quiet_since)
        } else {
            None
        },
    })
}

/// Days without contact, once they exceed the share of the rhythm at which their lack is called a silence.
fn silence(asked: &Asked<'_>, intensity: Intensity, since: Day) -> Option<u32> {
    let cadence = asked.cadence?;
    let allowed = signal::tolerated_quiet(cadence, intensity)?;
    let quiet = u32::try_from(since.days_to(asked.today)).ok()?;
    (quiet > allowed).then_some(quiet)
}

/// The name by which the database knows a zone; one without a name is taken for UTC.
pub(crate) fn zone_name(zone: &TimeZone) -> &str {
    zone.iana_name().unwrap_or("UTC")
}

const LIST: &str = concat!(
    "with listed as (
         select c.support_case, c.label, c.service, c.opened_on, c.closed_on, c.closed_at is null as open,
             c.referent, c.intensity, near.due as next_due, near.legal as due_by_law, (met.at at time zone $6)::date as last_contact_on,
             coalesce(greatest((met.at at time zone $6)::date, (acted.at at time zone $6)::date,
                 spell.from_on), c.opened_on) as quiet_since, not own.reached as received
         from support_case_register c
         -- A permit that names no service answers neither yes nor no.
         cross join lateral (select coalesce(",
    reached!(),
    ", false) as reached) own
         left join lateral (
             select max(occurred_at) as at from contact_held h
             -- What is heard from someone else keeps no link with the person.
             where own.reached and h.support_case = c.support_case and h.kind <> 'third_party') met on true
         -- An act of another record tells no more: it ends a silence here as it does for a signal.
         left join lateral (
             select max(occurred_at) as at from contact_recorded_act r
             where own.reached and r.support_case = c.support_case) acted on true
         left join lateral (
             select from_on from support_case_openness o where o.support_case = c.support_case
             order by rank desc limit 1) spell on true
         left join lateral (
             select due, legal from (
                 select coalesce(d.due_on, (d.due_at at time zone $6)::date) as due, d.legal
                     from deadline_span d where d.support_case = c.support_case and d.until_at is null
                 union all
                 select a.due_on, false from plan_action a where a.support_case = c.support_case and a.over_at is null
                 union all
                 select t.due_on, false from team_meeting_decision t
                     where t.support_case = c.support_case and t.due_on >= $7 and t.followed_at is null) dated
             where own.reached and due is not null order by due, legal desc limit 1) near on true
         where ($10::uuid[] is null or c.support_case = any($10))
           and (case when c.closed_at is null then $8::boolean else $9::boolean end)
           and (own.reached or c.support_case = any($15::uuid[])))
     select support_case, label, service, opened_on, closed_on, open, referent, intensity, next_due,
         last_contact_on, quiet_since, due_by_law, received
     from listed
     where $11::date is null or (coalesce(next_due, $14::date), support_case) > ($11::date, $12::uuid)
     order by coalesce(next_due, $14::date), support_case
     limit $13"
);

const COUNT: &str = concat!(
    "select count(*) from support_case_register c
     where ($8::uuid[] is null or c.support_case = any($8))
       and (case when c.closed_at is null then $6::boolean else $7::boolean end)
       and (c.support_case = any($9::uuid[]) or ",
    reached!(),
    ")"
);
