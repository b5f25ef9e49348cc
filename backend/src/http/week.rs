//! The week of a worker.

use super::failure::Failure;
use super::problems;
use super::worker::Worker;
use crate::app::Trame;
use actix_web::HttpResponse;
use actix_web::web::{Data, Query};
use contract::week::WeekQuery;

/// Shows what today asks, what is due, what may be lost, and what is awaited from others.
#[utoipa::path(get, path = contract::paths::WEEK, tag = "support cases", params(WeekQuery), responses(
    (status = 200, body = contract::week::Week),
    problems::Reading,
))]
pub(super) async fn week(worker: Worker, asked: Query<WeekQuery>, trame: Data<Trame>) -> Result<HttpResponse, Failure> {
    Ok(HttpResponse::Ok().json(trame.week(worker, asked.at_least).await?))
}
