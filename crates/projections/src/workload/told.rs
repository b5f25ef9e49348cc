//! Absences that stand, and the thresholds that were told and have not eased.

use crate::view::{Rows, View, change};
use crate::{Client, Fact, Fault, column};
use deadpool_postgres::{GenericClient, Transaction};
use domain::words::{AbsenceId, Day, ServiceId, WorkerId};
use domain::workload::{Event, Threshold};
use jiff::Timestamp;
use jiff::civil::Date;
use std::collections::BTreeMap;
use tokio_postgres::IsolationLevel;
use uuid::Uuid;

/// One row for each absence, and for each threshold.
pub struct Told;

impl View for Told {
    fn name(&self) -> &'static str {
        "workload_ahead_v1"
    }

    fn tables(&self) -> &'static str {
        include_str!("../../tables/workload_ahead.sql")
    }

    fn apply(&self, fact: &Fact, rows: &mut Rows) -> Result<(), Fault> {
        let Fact::Workload(fact) = fact else { return Ok(()) };
        match &fact.event {
            Event::AbsenceDeclared { absence, from, until } => change!(
                rows,
                "insert into workload_absence (absence, worker, from_on, until_on) values ($1, $2, $3, $4)",
                absence.0,
                fact.stream,
                column::day(*from),
                column::day(*until),
            ),
            Event::AbsenceWithdrawn { absence } => change!(
                rows,
                "delete from workload_absence where worker = $1 and absence = $2",
                fact.stream,
                absence.0,
            ),
            Event::ThresholdCrossed { service, crossing } => change!(
                rows,
                "insert into workload_crossing (worker, threshold, service, week_on, position, known_at)
                 values ($1, $2, $3, $4, $5, $6)",
                fact.stream,
                column::code(&crossing.threshold)?,
                service.0,
                column::day(crossing.week),
                column::stored(fact.position),
                fact.known(),
            ),
            Event::ThresholdEased { threshold } => change!(
                rows,
                "delete from workload_crossing where worker = $1 and threshold = $2",
                fact.stream,
                column::code(threshold)?,
            ),
        }
        Ok(())
    }
}

/// An absence that stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Absence {
    /// Which.
    pub absence: AbsenceId,
    /// The first day.
    pub from: Day,
    /// The last day.
    pub until: Day,
}

/// A threshold that was told and has not eased.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Standing {
    /// Which.
    pub threshold: Threshold,
    /// To whose manager it was told.
    pub service: ServiceId,
    /// The Monday for which it was told.
    pub week: Day,
    /// When it was told.
    pub told_at: Timestamp,
}

/// The absences of some workers that are not over on a day, the nearest first.
pub(super) async fn absences(
    client: &impl GenericClient,
    workers: &[Uuid],
    from: Day,
) -> Result<BTreeMap<WorkerId, Vec<Absence>>, Fault> {
    let sql = "select worker, absence, from_on, until_on from workload_absence
         where worker = any($1) and until_on >= $2 order by worker, from_on, until_on, absence";
    let rows = client
        .query(&client.prepare_cached(sql).await?, &[&workers, &from.0])
        .await?;
    let mut found: BTreeMap<WorkerId, Vec<Absence>> = BTreeMap::new();
    for row in rows {
        found.entry(WorkerId(row.try_get(0)?)).or_default().push(Absence {
            absence: AbsenceId(row.try_get(1)?),
            from: Day(row.try_get::<_, Date>(2)?),
            until: Day(row.try_get::<_, Date>(3)?),
        });
    }
    Ok(found)
}

/// The thresholds that were told of some workers and have not eased.
pub(super) async fn crossings(
    client: &impl GenericClient,
    workers: &[Uuid],
) -> Result<BTreeMap<WorkerId, Vec<Standing>>, Fault> {
    let sql = "select worker, threshold, service, week_on, known_at from workload_crossing
         where worker = any($1) order by worker, threshold";
    let rows = client.query(&client.prepare_cached(sql).await?, &[&workers]).await?;
    let mut found: BTreeMap<WorkerId, Vec<Standing>> = BTreeMap::new();
    for row in rows {
        found.entry(WorkerId(row.try_get(0)?)).or_default().push(Standing {
            threshold: column::from_code(row.try_get(1)?)?,
            service: ServiceId(row.try_get(2)?),
            week: Day(row.try_get::<_, Date>(3)?),
            told_at: row.try_get(4)?,
        });
    }
    Ok(found)
}

/// The turn of one server to look ahead, as long as the transaction lasts: all that is asked in it stands at one moment.
/// None while another server has its turn.
///
/// # Errors
/// When the database does not answer.
pub async fn turn(client: &mut Client) -> Result<Option<Transaction<'_>>, Fault> {
    let transaction = client.build_transaction().read_only(true);
    let transaction = transaction
        .isolation_level(IsolationLevel::RepeatableRead)
        .start()
        .await?;
    let row = transaction
        .query_one("select pg_try_advisory_xact_lock($1)", &[&TURN])
        .await?;
    let is_mine: bool = row.try_get(0)?;
    Ok(is_mine.then_some(transaction))
}

const TURN: i64 = 7_161_074;

/// The workers of whom something was told that has not eased.
///
/// # Errors
/// When it cannot be read.
pub async fn warned(client: &impl GenericClient) -> Result<Vec<(WorkerId, ServiceId)>, Fault> {
    let sql = "select distinct worker, service from workload_crossing order by worker, service";
    let rows = client.query(&client.prepare_cached(sql).await?, &[]).await?;
    rows.iter()
        .map(|row| Ok((WorkerId(row.try_get(0)?), ServiceId(row.try_get(1)?))))
        .collect()
}
