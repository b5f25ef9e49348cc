//! What is known of the weeks ahead of those who follow cases: who carries what, what ends, what is due, who is away.
//! What the weeks weigh, `domain::workload` says.

use super::standing::{Instant, Standing, standing};
use super::told::{self, Absence, Standing as Told};
use crate::reach::{Reached, answered, reached};
use crate::support_case::zone_name;
use crate::{Fault, SealedColumn, column};
use access::{Permit, Reach};
use deadpool_postgres::GenericClient;
use domain::deadline::Kind;
use domain::words::{Day, DomainOfLife, ServiceId, SupportCaseId, Text, WorkerId};
use domain::workload::{CarriedCase, Known, Running, known_end, monday};
use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Span, Timestamp};
use std::collections::{BTreeMap, BTreeSet};
use uuid::Uuid;

/// From when on, and how far.
#[derive(Clone, Copy, Debug)]
pub struct Ahead<'a> {
    /// The present instant.
    pub now: Timestamp,
    /// The territory's zone.
    pub zone: &'a TimeZone,
    /// So many weeks beside the present one.
    pub weeks: u32,
}

impl Ahead<'_> {
    fn today(&self) -> Day {
        Day::of(self.now, self.zone)
    }

    /// A day that no week ahead holds any more.
    fn until(&self) -> Day {
        let span = Span::new().days(i64::from(self.weeks).saturating_add(1).saturating_mul(7));
        Day(self.today().0.saturating_add(span))
    }
}

/// A date that stands in a case.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Dated {
    /// The case.
    pub support_case: SupportCaseId,
    /// Of which domain, when one is told: who may not know of it is not told of the date.
    pub domain: Option<DomainOfLife>,
    /// What it is.
    pub what: What,
    /// When.
    pub on: Day,
}

/// What a date ahead is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    /// A term that is to be renewed or let end.
    Renewal,
    /// A measure begins.
    Begins,
    /// Another deadline.
    Deadline(Kind),
}

/// One worker, with all that is known of her weeks ahead.
#[derive(Clone, Debug)]
pub struct Carrier {
    /// Who.
    pub worker: WorkerId,
    /// Her service.
    pub service: ServiceId,
    /// What is known.
    pub known: Known,
    /// The dates among it, with their cases.
    pub dated: Vec<Dated>,
    /// Measures of her cases that were decided and have yet to begin; nobody knows when.
    pub unstarted: u32,
    /// Her absences that are not over.
    pub absences: Vec<Absence>,
    /// What was told of her and has not eased.
    pub told: Vec<Told>,
}

impl Carrier {
    /// One who carries nothing yet.
    #[must_use]
    pub fn of(worker: WorkerId, service: ServiceId, working_time: u16) -> Self {
        Self {
            worker,
            service,
            known: Known {
                working_time,
                ..Known::default()
            },
            dated: Vec::new(),
            unstarted: 0,
            absences: Vec::new(),
            told: Vec::new(),
        }
    }
}

/// Those who follow cases, and the open cases that wait for one.
#[derive(Clone, Debug, Default)]
pub struct TeamAhead {
    /// Who follows cases in the services that the permit reaches; herself alone where it is for her own.
    pub carriers: Vec<Carrier>,
    /// Open cases without a référent.
    pub waiting: Vec<CarriedCase>,
}

/// What is known ahead of those who follow the cases that a permit reaches: a service's, all, or the reader's own. Each is
/// told by the cases of her own service.
///
/// # Errors
/// When it cannot be read.
pub async fn ahead(client: &impl GenericClient, permit: &Permit, asked: &Ahead<'_>) -> Result<TeamAhead, Fault> {
    let cases = standing(client, &Reached::by(permit), Instant::of(asked.now, asked.zone)).await?;
    let ids: Vec<Uuid> = cases.iter().map(|case| case.support_case.0).collect();
    let mut dates = dates(client, &ids, asked).await?;
    let mut carriers = carriers(client, permit, &cases).await?;
    let mut waiting = Vec::new();
    for case in cases {
        let of_case = dates.remove(&case.support_case).unwrap_or_default();
        let carrier = case.referent.and_then(|referent| carriers.get_mut(&referent));
        let is_unassigned = case.referent.is_none() && case.open;
        let service = case.service;
        let carried = carried(case, &of_case, asked.today());
        match carrier {
            Some(carrier) if carrier.service == service => carries(carrier, carried, of_case),
            Some(_) | None if is_unassigned => waiting.push(carried),
            Some(_) | None => {}
        }
    }
    let workers: Vec<Uuid> = carriers.keys().map(|worker| worker.0).collect();
    // The present week counts all its days, so those on which she was away count too, to its end.
    let mut absences = told::absences(client, &workers, monday(asked.today(), 0)).await?;
    let mut told = told::crossings(client, &workers).await?;
    for (worker, on) in meetings(client, &workers, asked).await? {
        if let Some(carrier) = carriers.get_mut(&worker) {
            carrier.known.meetings.push(on);
        }
    }
    for (worker, carrier) in &mut carriers {
        carrier.absences = absences.remove(worker).unwrap_or_default();
        carrier.known.absences = carrier.absences.iter().map(|away| (away.from, away.until)).collect();
        carrier.absences.retain(|away| away.until >= asked.today());
        carrier.told = told.remove(worker).unwrap_or_default();
    }
    Ok(TeamAhead {
        carriers: carriers.into_values().collect(),
        waiting,
    })
}

/// How cases are called, sealed; none of one that is unknown.
///
/// # Errors
/// When it cannot be read.
pub async fn labels(client: &impl GenericClient, carrier: &Carrier) -> Result<BTreeMap<SupportCaseId, Text>, Fault> {
    let ids: Vec<Uuid> = carrier.known.cases.iter().map(|case| case.support_case.0).collect();
    let sql = "select support_case, label from support_case_register where support_case = any($1)";
    let rows = client.query(&client.prepare_cached(sql).await?, &[&ids]).await?;
    rows.iter()
        .map(|row| {
            let label = row.try_get::<_, SealedColumn>(1)?.private();
            Ok((SupportCaseId(row.try_get(0)?), label))
        })
        .collect()
}

/// How often each of some cases that a permit reaches had another référent since an instant.
///
/// # Errors
/// When it cannot be read.
pub async fn changes(
    client: &impl GenericClient,
    permit: &Permit,
    cases: &[Uuid],
    since: Timestamp,
) -> Result<BTreeMap<SupportCaseId, u32>, Fault> {
    let reached = Reached::by(permit);
    let rows = client
        .query(
            &client.prepare_cached(CHANGES).await?,
            &reached.values(&[&cases, &since, &reached.answered()]),
        )
        .await?;
    rows.iter()
        .map(|row| Ok((SupportCaseId(row.try_get(0)?), column::count(row.try_get(1)?))))
        .collect()
}

const CHANGES: &str = concat!(
    "select s.support_case, count(*) from support_case_referent s
     join support_case_register c on c.support_case = s.support_case
     where s.support_case = any($6) and s.rank > 1 and s.from_at >= $7 and (",
    reached!(),
    " or ",
    answered!("$8::uuid", "$3::uuid"),
    ") group by s.support_case"
);

fn carried(case: Standing, dates: &OfCase, today: Day) -> CarriedCase {
    let ends_on = if case.open {
        let running: Vec<Running> = dates.running.values().copied().collect();
        known_end(&running, today)
    } else {
        case.watch_until
    };
    CarriedCase {
        support_case: case.support_case,
        support: case.support,
        children: case.children,
        complexities: case.complexities,
        open: case.open,
        from_on: case.from_on,
        ends_on,
    }
}

fn carries(carrier: &mut Carrier, case: CarriedCase, dates: OfCase) {
    if case.open {
        carrier.unstarted = carrier.unstarted.saturating_add(dates.unstarted);
        for dated in dates.dated {
            match dated.what {
                What::Renewal => carrier.known.renewals.push(dated.on),
                What::Begins => carrier.known.begins.push(dated.on),
                What::Deadline(_) => carrier.known.deadlines.push(dated.on),
            }
            carrier.dated.push(dated);
        }
    }
    carrier.known.cases.push(case);
}

/// Who follows cases: those in post as that, and whoever else answers for a case.
async fn carriers(
    client: &impl GenericClient,
    permit: &Permit,
    cases: &[Standing],
) -> Result<BTreeMap<WorkerId, Carrier>, Fault> {
    let (service, alone) = match permit.reach() {
        Reach::Service(service) => (Some(service.0), None),
        Reach::AnsweredCases => (Some(permit.reader().service.0), Some(permit.reader().worker.0)),
        Reach::Everything => (None, None),
        Reach::Case(_) | Reach::OwnCases | Reach::Received | Reach::Territory => return Err(Fault::OutOfReach),
    };
    let referents: BTreeSet<Uuid> = cases.iter().filter_map(|case| Some(case.referent?.0)).collect();
    let referents: Vec<Uuid> = referents.into_iter().collect();
    let rows = client
        .query(&client.prepare_cached(IN_POST).await?, &[&service, &alone, &referents])
        .await?;
    let mut carriers = BTreeMap::new();
    for row in rows {
        let worker = WorkerId(row.try_get(0)?);
        let working_time = row.try_get::<_, i16>(2)?.unsigned_abs();
        let carrier = Carrier::of(worker, ServiceId(row.try_get(1)?), working_time);
        carriers.insert(worker, carrier);
    }
    Ok(carriers)
}

/// Each with her newest post, when it stands.
const IN_POST: &str = "
    select worker, service, working_time from (
        select distinct on (worker) worker, service, working_time, role, until
        from organisation_post order by worker, position desc) newest
    where until is null and ($1::uuid is null or service = $1) and ($2::uuid is null or worker = $2)
      and (role = 'worker' or worker = any($3))";

/// What stands in a case.
#[derive(Default)]
struct OfCase {
    running: BTreeMap<Uuid, Running>,
    dated: Vec<Dated>,
    unstarted: u32,
}

async fn dates(
    client: &impl GenericClient,
    cases: &[Uuid],
    asked: &Ahead<'_>,
) -> Result<BTreeMap<SupportCaseId, OfCase>, Fault> {
    let (zone, today, until) = (zone_name(asked.zone), asked.today(), asked.until());
    let mut found: BTreeMap<SupportCaseId, OfCase> = BTreeMap::new();
    for row in client
        .query(&client.prepare_cached(STANDS).await?, &[&cases, &zone])
        .await?
    {
        let support_case = SupportCaseId(row.try_get(0)?);
        let of_case = found.entry(support_case).or_default();
        let (item, on) = (row.try_get(2)?, Day(row.try_get::<_, Date>(3)?));
        let domain: Option<&str> = row.try_get(4)?;
        let dated = |what| {
            Ok::<_, Fault>(Dated {
                support_case,
                domain: domain.map(column::from_code).transpose()?,
                what,
                on,
            })
        };
        let is_ahead = on >= today && on < until;
        match row.try_get::<_, &str>(1)? {
            "decided" => of_case.unstarted = of_case.unstarted.saturating_add(1),
            "running" => {
                of_case.running.entry(item).or_insert(Running { term: None });
                if is_ahead && on > today {
                    of_case.dated.push(dated(What::Begins)?);
                }
            }
            _ => {
                // Rows of what runs come before those of terms: the term of what is no measure is that of a contract.
                if let Some(running) = of_case.running.get_mut(&item) {
                    running.term = Some(on);
                }
                if is_ahead {
                    of_case.dated.push(dated(What::Renewal)?);
                }
            }
        }
    }
    for row in client
        .query(&client.prepare_cached(DUE).await?, &[&cases, &zone, &today.0, &until.0])
        .await?
    {
        let support_case = SupportCaseId(row.try_get(0)?);
        let domain: Option<&str> = row.try_get(3)?;
        found.entry(support_case).or_default().dated.push(Dated {
            support_case,
            domain: domain.map(column::from_code).transpose()?,
            what: What::Deadline(column::from_code(row.try_get(1)?)?),
            on: Day(row.try_get::<_, Date>(2)?),
        });
    }
    Ok(found)
}

const STANDS: &str = "
    select support_case, what, item, coalesce(on_day, (at at time zone $2::text)::date) as stands_on, domain
    from signal_item
    where support_case = any($1) and what in ('decided', 'running', 'term') and (on_day is not null or at is not null)
    order by support_case, what, item";

const DUE: &str = "
    select support_case, kind, due, domain from (
        select support_case, kind, deadline, coalesce(due_on, (due_at at time zone $2::text)::date) as due, domain
        from deadline_span where support_case = any($1) and until_at is null and kind <> 'term') dated
    where due >= $3::date and due < $4::date
    order by due, deadline";

/// In which meetings ahead they sit, and when.
async fn meetings(
    client: &impl GenericClient,
    workers: &[Uuid],
    asked: &Ahead<'_>,
) -> Result<Vec<(WorkerId, Day)>, Fault> {
    let until = asked.until().start(asked.zone);
    let rows = client
        .query(&client.prepare_cached(SITTINGS).await?, &[&workers, &asked.now, &until])
        .await?;
    rows.iter()
        .map(|row| {
            let starts_at: Timestamp = row.try_get(1)?;
            Ok((WorkerId(row.try_get(0)?), Day::of(starts_at, asked.zone)))
        })
        .collect()
}

const SITTINGS: &str = "
    select seated.worker, m.starts_at from team_meeting_sitting m
    join lateral (
        select p.participant as worker from team_meeting_participant p
        where p.team_meeting = m.team_meeting and p.kind = 'worker'
        union
        select m.chair) seated on true
    where m.closed_at is null and m.starts_at >= $2 and m.starts_at < $3 and seated.worker = any($1)
    order by m.starts_at, seated.worker";
