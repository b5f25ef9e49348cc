//! The one question of what stood at an instant: which cases were open or watched, who answered for each, what was late.

use crate::reach::{Reached, answered, reached};
use crate::{Fault, column};
use deadpool_postgres::GenericClient;
use domain::support_case::{Complexity, Support};
use domain::words::{Day, ServiceId, SupportCaseId, WorkerId};
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use tokio_postgres::Row;

/// An instant with its day in the zone that is asked about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Instant {
    pub(super) at: Timestamp,
    pub(super) on: Day,
}

impl Instant {
    /// The first instant of a day.
    pub(super) fn start_of(on: Day, zone: &TimeZone) -> Self {
        Self { at: on.start(zone), on }
    }

    pub(super) fn of(at: Timestamp, zone: &TimeZone) -> Self {
        Self {
            at,
            on: Day::of(at, zone),
        }
    }
}

/// A case at an instant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Standing {
    pub(super) support_case: SupportCaseId,
    pub(super) service: ServiceId,
    /// Who answered for it then.
    pub(super) referent: Option<WorkerId>,
    /// Open; otherwise closed and watched.
    pub(super) open: bool,
    /// Whether a deadline that stood then was past.
    pub(super) overdue: bool,
    /// The first day of the spell.
    pub(super) from_on: Day,
    /// Until when a closed one is watched.
    pub(super) watch_until: Option<Day>,
    pub(super) support: Support,
    pub(super) children: u32,
    pub(super) complexities: Vec<Complexity>,
}

/// The cases that were open at an instant, and those that were closed and watched.
pub(super) async fn standing(
    client: &impl GenericClient,
    reached: &Reached,
    instant: Instant,
) -> Result<Vec<Standing>, Fault> {
    let statement = client.prepare_cached(STANDING).await?;
    let rows = client
        .query(
            &statement,
            &reached.values(&[&instant.at, &instant.on.0, &reached.answered()]),
        )
        .await?;
    rows.iter().map(read).collect()
}

fn read(row: &Row) -> Result<Standing, Fault> {
    let codes: Vec<&str> = row.try_get(8)?;
    let complexities: Result<Vec<_>, _> = codes.into_iter().map(column::from_code).collect();
    Ok(Standing {
        support_case: SupportCaseId(row.try_get(0)?),
        service: ServiceId(row.try_get(1)?),
        referent: row.try_get::<_, Option<uuid::Uuid>>(2)?.map(WorkerId),
        open: row.try_get(3)?,
        overdue: row.try_get(4)?,
        from_on: Day(row.try_get::<_, Date>(5)?),
        support: column::from_code(row.try_get(6)?)?,
        children: column::count(row.try_get::<_, i16>(7)?.into()),
        complexities: complexities?,
        watch_until: row.try_get::<_, Option<Date>>(9)?.map(Day),
    })
}

/// Opened at the instant or before, and not closed before it; a day that is told and ends before the entry is when it was
/// (`Happening::was_at`). Where late entries make two référents overlap, the one
/// that was written later holds.
const STANDING: &str = concat!(
    "select c.support_case, c.service, r.worker, o.open,
         o.open and exists (
             select from deadline_span d
             where d.support_case = c.support_case and d.from_at <= $6
               and (d.until_at is null or d.until_at >= $6)
               and (d.due_at < $6 or d.due_on < $7)) as overdue,
         o.from_on, c.support, c.children, coalesce(x.complexities, '{}'), o.watch_until
     from support_case_register c
     join lateral (
         select from_on, watch_until, until_at is null or (until_at >= $6 and until_on >= $7::date) as open
         from support_case_openness s
         where s.support_case = c.support_case and (s.from_at <= $6 or s.from_on < $7)
           and (s.until_at is null or (s.until_at >= $6 and s.until_on >= $7) or s.watch_until >= $7)
         order by 3 desc, rank desc limit 1) o on true
     left join lateral (
         select worker from support_case_referent s
         where s.support_case = c.support_case and s.from_at <= $6 and (s.until_at is null or s.until_at > $6)
         order by rank desc limit 1) r on true
     left join lateral (
         select complexities from support_case_complexity s
         where s.support_case = c.support_case and s.from_at <= $6
         order by from_at desc, position desc limit 1) x on true
     where (",
    reached!(),
    " or ",
    answered!("$8::uuid", "$3::uuid"),
    ") order by c.support_case"
);
