//! The load of a service at the start of a day: who carries how much, what waits for somebody, how long people waited.

use super::delays::{FirstAppointments, first_appointments, summed_up};
use super::openings::{Openings, openings};
use super::standing::{Instant, Standing, standing};
use super::weighing::{points, ratio};
use crate::indicator::inside;
use crate::reach::Reached;
use crate::{Client, Fault, SealedColumn, column, configuration};
use access::{Permit, Reach};
use domain::configuration::{Configuration, Setting, Topic, Weights};
use domain::indicator::{Periods, Window, capacity};
use domain::words::{Day, ServiceId, SupportCaseId, Text, WorkerId};
use domain::workload::{Fullness, fullness};
use jiff::tz::TimeZone;
use jiff::{Span, Timestamp};
use std::collections::BTreeMap;
use uuid::Uuid;

/// How many months the trend shows.
const MONTHS: i64 = 6;

/// The load of a service.
#[derive(Clone, Debug)]
pub struct TeamLoad {
    /// Which service.
    pub service: ServiceId,
    /// Open cases.
    pub open: u32,
    /// Those of them with a deadline past due.
    pub overdue: u32,
    /// Points carried by somebody, in hundredths.
    pub load: u32,
    /// Points that can be carried, in hundredths.
    pub capacity: u32,
    /// Load over capacity on the first of each of the last months, oldest first.
    pub trend: Vec<MonthRatio>,
    /// Each worker of the service, the fullest first.
    pub workers: Vec<WorkerFigures>,
    /// Open cases for which somebody of another service answers: counted, and no figure of hers is told.
    pub elsewhere: u32,
    /// Open cases without a référent, the oldest first.
    pub unassigned: Vec<UnassignedRow>,
    /// The last whole quarter of the calendar: what is told of people is told of it alone.
    pub quarter: Window,
    /// How long people waited, over that quarter.
    pub first_appointments: FirstAppointments,
    /// Openings of that quarter.
    pub openings: Openings,
    /// The weights in force that day, since when, and where they come from; none before any was adopted.
    pub weights: Option<(Weights, Day, String)>,
}

/// A ratio on a day, in hundredths.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MonthRatio {
    /// The day.
    pub on: Day,
    /// Load over capacity.
    pub ratio: u32,
}

/// What one worker carries.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WorkerFigures {
    /// Who.
    pub worker: WorkerId,
    /// Her working time, in hundredths of a full time.
    pub working_time: u16,
    /// Open cases for which she answers.
    pub cases: u32,
    /// Points carried, in hundredths.
    pub load: u32,
    /// Points that can be carried, in hundredths.
    pub capacity: u32,
    /// Load over capacity, in hundredths.
    pub ratio: u32,
    /// In words.
    pub fullness: Fullness,
    /// The ratio on the first of each of the last months, oldest first.
    pub trend: Vec<MonthRatio>,
    /// Open cases with a deadline past due.
    pub overdue: u32,
}

/// An open case without a référent.
#[derive(Clone, Debug)]
pub struct UnassignedRow {
    /// Which.
    pub support_case: SupportCaseId,
    /// How it is called, sealed.
    pub label: Text,
    /// Since when nobody answers for it.
    pub since: Day,
    /// For how many days.
    pub days: u32,
    /// Whether there was a référent before.
    pub had_referent: bool,
}

/// The load of the service that the permit reaches, as of the first instant of a day in a zone; what is told of people, over
/// the last quarter that was over on that day, and is today.
///
/// # Errors
/// `OutOfReach` when the permit is not for the load of a service; else when it cannot be read.
pub async fn team(client: &Client, permit: &Permit, on: Day, today: Day, zone: &TimeZone) -> Result<TeamLoad, Fault> {
    let Reach::Service(service) = permit.reach() else {
        return Err(Fault::OutOfReach);
    };
    let reached = Reached::by(permit);
    let settings = configuration::adopted(client).await?;
    let now = Instant::start_of(on, zone);
    let cases = standing(client, &reached, now).await?;
    let currently = carried(client, service, now, &cases, weights(&settings, on)).await?;
    let mut past = Vec::new();
    for first in firsts(on) {
        let then = Instant::start_of(first, zone);
        let cases = standing(client, &reached, then).await?;
        past.push((
            first,
            carried(client, service, then, &cases, weights(&settings, first)).await?,
        ));
    }
    let quarter = Periods::quarter_over_on(on.min(today), zone);
    let (began, ended) = (
        Instant::start_of(quarter.from_on, zone),
        Instant::start_of(quarter.until_on, zone),
    );
    let waited = first_appointments(client, &reached, began, ended, zone).await?;
    let (fewest, target) = (inside(&settings, on), target_days(&settings, on));
    let (load, capacity) = sums(&currently);
    let elsewhere = currently.values().filter(|of| of.elsewhere).map(|of| of.cases).sum();
    Ok(TeamLoad {
        service,
        open: total(cases.iter().filter(|case| case.open)),
        overdue: total(cases.iter().filter(|case| case.overdue)),
        load,
        capacity,
        trend: past.iter().map(|(on, then)| month(*on, sums(then))).collect(),
        workers: figures(&currently, &past, weights(&settings, on)),
        elsewhere,
        unassigned: unassigned(client, &cases, now, zone).await?,
        first_appointments: summed_up(waited, target, fewest),
        openings: openings(client, &reached, began, ended, fewest).await?,
        quarter,
        weights: settings
            .on(Topic::Weights, on)
            .and_then(|(_, from, source)| Some((weights(&settings, on)?.clone(), from, source.to_owned()))),
    })
}

/// The first days of the last months, the oldest first, the month of the day asked included.
fn firsts(on: Day) -> Vec<Day> {
    let first = on.0.first_of_month();
    (0..MONTHS)
        .rev()
        .map(|back| Day(first.saturating_sub(Span::new().months(back))))
        .collect()
}

/// What one worker carries at an instant.
#[derive(Clone, Copy, Default)]
pub(super) struct Carried {
    working_time: u16,
    cases: u32,
    overdue: u32,
    pub(super) load: u32,
    pub(super) capacity: u32,
    /// Her post is in another service: her figures are for who answers for that one.
    pub(super) elsewhere: bool,
}

/// Those who follow cases in the service at an instant, and whoever else answers for one of its cases.
pub(super) async fn carried(
    client: &Client,
    service: ServiceId,
    instant: Instant,
    cases: &[Standing],
    weights: Option<&Weights>,
) -> Result<BTreeMap<WorkerId, Carried>, Fault> {
    let referents: Vec<Uuid> = cases
        .iter()
        .filter_map(|case| case.referent)
        .map(|worker| worker.0)
        .collect();
    let rows = client
        .query(
            &client.prepare_cached(POSTS).await?,
            &[&service.0, &instant.at, &referents],
        )
        .await?;
    let mut carried = BTreeMap::new();
    for row in rows {
        let working_time = row.try_get::<_, i16>(1)?.unsigned_abs();
        let capacity = weights.map_or(0, |weights| capacity(weights, working_time));
        carried.insert(
            WorkerId(row.try_get(0)?),
            Carried {
                working_time,
                capacity,
                elsewhere: row.try_get(2)?,
                ..Carried::default()
            },
        );
    }
    for case in cases {
        let Some(referent) = case.referent else { continue };
        let worker = carried.entry(referent).or_default();
        worker.cases = worker.cases.saturating_add(u32::from(case.open));
        worker.overdue = worker.overdue.saturating_add(u32::from(case.overdue));
        let more = weights.map_or(0, |weights| points(weights, case, instant.on));
        worker.load = worker.load.saturating_add(more);
    }
    Ok(carried)
}

/// Each with the post she held then, else with her newest.
const POSTS: &str = "
    select distinct on (p.worker) p.worker, p.working_time, p.service <> $1
    from organisation_post p
    where (p.service = $1 and p.role = 'worker' and p.since <= $2 and (p.until is null or p.until > $2))
       or p.worker = any($3)
    order by p.worker, (p.since <= $2 and (p.until is null or p.until > $2)) desc, p.position desc";

/// What the service itself carries, and can.
pub(super) fn sums(carried: &BTreeMap<WorkerId, Carried>) -> (u32, u32) {
    let own = carried.values().filter(|of| !of.elsewhere);
    own.fold((0, 0), |(load, capacity), worker| {
        (
            load.saturating_add(worker.load),
            capacity.saturating_add(worker.capacity),
        )
    })
}

fn month(on: Day, (load, capacity): (u32, u32)) -> MonthRatio {
    MonthRatio {
        on,
        ratio: ratio(load, capacity),
    }
}

fn figures(
    today: &BTreeMap<WorkerId, Carried>,
    past: &[(Day, BTreeMap<WorkerId, Carried>)],
    weights: Option<&Weights>,
) -> Vec<WorkerFigures> {
    let zones = weights.map_or([u32::MAX; 3], |weights| weights.zones);
    let then = |worker: &WorkerId| {
        let hers = |(on, carried): &(Day, BTreeMap<WorkerId, Carried>)| {
            let of = carried.get(worker).filter(|of| !of.elsewhere)?;
            Some(month(*on, (of.load, of.capacity)))
        };
        past.iter().filter_map(hers).collect()
    };
    let of = |(worker, of): (&WorkerId, &Carried)| {
        let ratio = ratio(of.load, of.capacity);
        WorkerFigures {
            worker: *worker,
            working_time: of.working_time,
            cases: of.cases,
            load: of.load,
            capacity: of.capacity,
            ratio,
            fullness: fullness(ratio, of.capacity, zones),
            trend: then(worker),
            overdue: of.overdue,
        }
    };
    let mut figures: Vec<_> = today.iter().filter(|(_, of)| !of.elsewhere).map(of).collect();
    figures.sort_by_key(|of| (std::cmp::Reverse(of.ratio), of.worker));
    figures
}

async fn unassigned(
    client: &Client,
    cases: &[Standing],
    now: Instant,
    zone: &TimeZone,
) -> Result<Vec<UnassignedRow>, Fault> {
    let waiting: BTreeMap<Uuid, Day> = cases
        .iter()
        .filter(|case| case.open && case.referent.is_none())
        .map(|case| (case.support_case.0, case.from_on))
        .collect();
    let ids: Vec<Uuid> = waiting.keys().copied().collect();
    let mut rows = Vec::with_capacity(ids.len());
    for row in client
        .query(&client.prepare_cached(WAITING).await?, &[&ids, &now.at])
        .await?
    {
        let case: Uuid = row.try_get(0)?;
        let left: Option<Timestamp> = row.try_get(2)?;
        let began = waiting.get(&case).copied().unwrap_or(now.on);
        let since = left.map_or(began, |left| Day::of(left, zone).max(began));
        rows.push(UnassignedRow {
            support_case: SupportCaseId(case),
            label: row.try_get::<_, SealedColumn>(1)?.private(),
            since,
            days: u32::try_from(since.days_to(now.on)).unwrap_or(0),
            had_referent: row.try_get(3)?,
        });
    }
    rows.sort_by_key(|row| (row.since, row.support_case));
    Ok(rows)
}

const WAITING: &str = "
    select c.support_case, c.label, max(r.until_at) filter (where r.until_at <= $2), count(r.*) > 0
    from support_case_register c
    left join support_case_referent r on r.support_case = c.support_case and r.from_at <= $2
    where c.support_case = any($1)
    group by c.support_case, c.label";

pub(super) fn weights(settings: &Configuration, on: Day) -> Option<&Weights> {
    if let (Setting::Weights(weights), ..) = settings.on(Topic::Weights, on)? {
        Some(weights)
    } else {
        None
    }
}

fn target_days(settings: &Configuration, on: Day) -> u32 {
    settings.figure(Topic::FirstAppointment, on).unwrap_or(0)
}

fn total<'a>(cases: impl Iterator<Item = &'a Standing>) -> u32 {
    column::count(i64::try_from(cases.count()).unwrap_or(i64::MAX))
}
