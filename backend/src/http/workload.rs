//! The load of a team.

use super::failure::Failure;
use super::problems;
use super::worker::Worker;
use crate::app::Trame;
use actix_web::HttpResponse;
use actix_web::web::{Data, Query};
use contract::workload::WorkloadQuery;

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
