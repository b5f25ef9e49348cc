//! Who a professional is now, and which services there are. No case is told here, so no permit is asked.

use crate::{Fault, SealedColumn, column};
use deadpool_postgres::GenericClient;
use domain::words::{OrganisationId, Profession, Role, ServiceId, TeamId, Text, WorkerId};
use jiff::Timestamp;
use tokio_postgres::Row;
use tokio_postgres::types::ToSql;
use uuid::Uuid;

/// A professional, by her newest post.
#[derive(Clone, Debug)]
pub struct WorkerRow {
    /// Who.
    pub worker: WorkerId,
    /// Her name, sealed.
    pub name: Text,
    /// Her login or the identifier of the record she comes from, sealed.
    pub identifier: Text,
    /// Her organisation.
    pub organisation: OrganisationId,
    /// Her service.
    pub service: ServiceId,
    /// Its name.
    pub service_name: String,
    /// Her team.
    pub team: Option<TeamId>,
    /// What she is trained for.
    pub profession: Profession,
    /// Her role in Trame.
    pub role: Role,
    /// Whether professional secrecy binds her.
    pub bound_by_secrecy: bool,
    /// Her working time, in hundredths of a full time.
    pub working_time: u16,
    /// Since when.
    pub since: Timestamp,
    /// Until when; none while she is there.
    pub until: Option<Timestamp>,
}

/// A service.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ServiceRow {
    /// Which.
    pub service: ServiceId,
    /// Its public name.
    pub name: String,
    /// Its organisation.
    pub organisation: OrganisationId,
    /// The public name of that.
    pub organisation_name: String,
}

/// Her newest post in each row, before it is filtered.
macro_rules! newest_posts {
    ($filter:literal) => {
        concat!(
            "select p.worker, p.name, p.identifier, p.organisation, p.service, coalesce(s.name, ''), p.team,
                 p.profession, p.role, p.bound_by_secrecy, p.working_time, p.since, p.until
             from (select distinct on (worker) * from organisation_post ",
            $filter,
            " order by worker, position desc) p
             left join organisation_service s on s.service = p.service"
        )
    };
}

/// These professionals, wherever they are.
///
/// # Errors
/// When they cannot be read.
pub async fn workers(client: &impl GenericClient, ids: &[WorkerId]) -> Result<Vec<WorkerRow>, Fault> {
    let ids: Vec<Uuid> = ids.iter().map(|id| id.0).collect();
    select(client, newest_posts!("where worker = any($1)"), &[&ids]).await
}

/// Everybody of a service who is there now.
///
/// # Errors
/// When they cannot be read.
pub async fn workers_of(client: &impl GenericClient, service: ServiceId) -> Result<Vec<WorkerRow>, Fault> {
    let sql = concat!(newest_posts!(""), " where p.service = $1 and p.until is null");
    select(client, sql, &[&service.0]).await
}

/// Everybody who ever held a post.
///
/// # Errors
/// When they cannot be read.
pub async fn all_workers(client: &impl GenericClient) -> Result<Vec<WorkerRow>, Fault> {
    select(client, newest_posts!(""), &[]).await
}

async fn select(
    client: &impl GenericClient,
    sql: &'static str,
    values: &[&(dyn ToSql + Sync)],
) -> Result<Vec<WorkerRow>, Fault> {
    let rows = client.query(&client.prepare_cached(sql).await?, values).await?;
    rows.iter().map(worker_row).collect()
}

fn worker_row(row: &Row) -> Result<WorkerRow, Fault> {
    Ok(WorkerRow {
        worker: WorkerId(row.try_get(0)?),
        name: row.try_get::<_, SealedColumn>(1)?.private(),
        identifier: row.try_get::<_, SealedColumn>(2)?.private(),
        organisation: OrganisationId(row.try_get(3)?),
        service: ServiceId(row.try_get(4)?),
        service_name: row.try_get(5)?,
        team: row.try_get::<_, Option<Uuid>>(6)?.map(TeamId),
        profession: column::from_code(row.try_get(7)?)?,
        role: column::from_code(row.try_get(8)?)?,
        bound_by_secrecy: row.try_get(9)?,
        working_time: row.try_get::<_, i16>(10)?.unsigned_abs(),
        since: row.try_get(11)?,
        until: row.try_get(12)?,
    })
}

/// All services, by name.
///
/// # Errors
/// When they cannot be read.
pub async fn services(client: &impl GenericClient) -> Result<Vec<ServiceRow>, Fault> {
    let sql = "select s.service, s.name, s.organisation, coalesce(b.name, '')
               from organisation_service s left join organisation_body b using (organisation)
               order by s.name, s.service";
    let rows = client.query(&client.prepare_cached(sql).await?, &[]).await?;
    rows.iter()
        .map(|row| {
            Ok(ServiceRow {
                service: ServiceId(row.try_get(0)?),
                name: row.try_get(1)?,
                organisation: OrganisationId(row.try_get(2)?),
                organisation_name: row.try_get(3)?,
            })
        })
        .collect()
}
