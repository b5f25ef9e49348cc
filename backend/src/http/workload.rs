//! The load of a team.

use super::failure::Failure;
use super::problems;
use super::worker::Worker;
use crate::app::Trame;
use actix_web::HttpResponse;
use actix_web::web::{Data, Query};
use contract::workload::{IndicatorsQuery, WorkloadQuery};

/// Shows the load of the reader's team on a day, to who answers for it.
#[utoipa::path(get, path = contract::paths::WORKLOAD, tag = "workload", params(WorkloadQuery), responses(
    (status = 200, body = contract::workload::Workload),
    problems::Reading,
))]
pub(super) async fn workload(
    worker: Worker,
    asked: Query<WorkloadQuery>,
    trame: Data<Trame>,
) -> Result<HttpResponse, Failure> {
    Ok(HttpResponse::Ok().json(trame.workload(worker, &asked).await?))
}

/// Shows the figures of the reader's team over a time, each with its definition, as they were known then and as they are
/// known now, to who answers for it.
#[utoipa::path(get, path = contract::paths::INDICATORS, tag = "workload", params(IndicatorsQuery), responses(
    (status = 200, body = contract::workload::Indicators),
    problems::Reading,
))]
pub(super) async fn indicators(
    worker: Worker,
    asked: Query<IndicatorsQuery>,
    trame: Data<Trame>,
) -> Result<HttpResponse, Failure> {
    Ok(HttpResponse::Ok().json(trame.indicators(worker, &asked).await?))
}
