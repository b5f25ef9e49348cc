//! The timeline of a case.

use super::failure::Failure;
use super::problems;
use super::reading::Reading;
use super::worker::Worker;
use crate::app::Trame;
use crate::view;
use actix_web::HttpResponse;
use actix_web::web::{Data, Path, Query};
use contract::support_case::AsKnown;
use domain::configuration::{Setting, Topic};
use domain::words::SupportCaseId;
use journal::Shown;

/// Shows the years of a case: lanes, knots, spells, silences and what is due.
#[utoipa::path(get, path = contract::paths::TIMELINE, tag = "support cases",
    params(("support_case" = SupportCaseId, Path), AsKnown), responses(
    (status = 200, body = contract::timeline::Timeline),
    problems::Reading, problems::Missing,
))]
pub(super) async fn timeline(
    worker: Worker,
    support_case: Path<SupportCaseId>,
    as_known: Query<AsKnown>,
    trame: Data<Trame>,
) -> Result<HttpResponse, Failure> {
    let last_visit = trame.last_visit(worker, *support_case).await?;
    let reading = Reading::of(&trame, worker, *support_case, &as_known, Shown::Timeline).await?;
    let cadence = match reading.configuration.on(Topic::Cadence, reading.looking.today) {
        Some((Setting::Cadence(cadence), ..)) => Some(cadence),
        Some(_) | None => None,
    };
    let shown = view::timeline(&reading.file, &reading.open, &reading.looking, cadence, last_visit)?;
    Ok(HttpResponse::Ok().json(shown.ok_or_else(Failure::not_found)?))
}
