//! Who looked at a case.

use super::failure::Failure;
use super::problems;
use super::worker::Worker;
use crate::app::Trame;
use actix_web::HttpResponse;
use actix_web::web::{Data, Json, Path, Query};
use contract::journal::{FindCase, ReadingsQuery};
use domain::words::SupportCaseId;

/// Finds the cases of a person who asks who looked at them, by her whole names: a service and its days, no content.
#[utoipa::path(post, path = contract::paths::FIND_CASE, tag = "rights", request_body = FindCase, responses(
    (status = 200, body = contract::journal::FoundCases),
    problems::Reading, problems::Body,
))]
pub(super) async fn find_case(
    worker: Worker,
    body: Json<FindCase>,
    trame: Data<Trame>,
) -> Result<HttpResponse, Failure> {
    Ok(HttpResponse::Ok().json(trame.find_case(worker, &body).await?))
}

/// Shows who looked at a case, to who watches over personal data: the newest days first, whole days.
#[utoipa::path(get, path = contract::paths::READINGS, tag = "rights",
    params(("support_case" = SupportCaseId, Path), ReadingsQuery), responses(
    (status = 200, body = contract::journal::ReadingList),
    problems::Reading, problems::Missing,
))]
pub(super) async fn readings(
    worker: Worker,
    support_case: Path<SupportCaseId>,
    asked: Query<ReadingsQuery>,
    trame: Data<Trame>,
) -> Result<HttpResponse, Failure> {
    Ok(HttpResponse::Ok().json(trame.readings(worker, *support_case, &asked).await?))
}
