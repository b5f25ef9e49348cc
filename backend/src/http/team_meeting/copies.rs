//! Minutes and lists of decisions as documents: which copies there are, and one of them.

use crate::app::{Copy, Trame};
use crate::fault::Fault;
use crate::http::failure::Failure;
use crate::http::problems;
use crate::http::worker::Worker;
use actix_web::HttpResponse;
use actix_web::http::header;
use actix_web::web::{Data, Path, Query};
use contract::team_meeting::CopyQuery;
use contract::workload::SheetLanguage;
use domain::words::{SupportCaseId, TeamMeetingId};
use sentences::Language;
use uuid::Uuid;

/// Lists the copies of the minutes of a case that the reader may have: those of all who received them for who passes minutes
/// on, else her own.
#[utoipa::path(get, path = contract::paths::MINUTES_COPIES, tag = "team meetings",
    params(("team_meeting" = TeamMeetingId, Path), ("support_case" = SupportCaseId, Path)), responses(
    (status = 200, body = contract::team_meeting::Copies),
    problems::Reading, problems::Missing,
))]
pub(in crate::http) async fn list(
    worker: Worker,
    path: Path<(TeamMeetingId, SupportCaseId)>,
    asked: Query<CopyQuery>,
    trame: Data<Trame>,
) -> Result<HttpResponse, Failure> {
    trame.reach(asked.at_least).await?;
    Ok(HttpResponse::Ok().json(trame.minutes_copies(worker, path.into_inner()).await?))
}

/// Gives the copy of the minutes of a case for one who received them, as an accessible PDF: what she may read, never more
/// than who asks for it may read.
#[utoipa::path(get, path = contract::paths::MINUTES_COPY, tag = "team meetings",
    params(("team_meeting" = TeamMeetingId, Path), ("support_case" = SupportCaseId, Path),
        ("recipient" = Uuid, Path, description = "The professional or the person who received them."), CopyQuery),
    responses(
    (status = 200, description = "The file.", body = Vec<u8>, content_type = "application/pdf"),
    problems::Reading, problems::Missing,
))]
pub(in crate::http) async fn copy(
    worker: Worker,
    path: Path<(TeamMeetingId, SupportCaseId, Uuid)>,
    asked: Query<CopyQuery>,
    trame: Data<Trame>,
) -> Result<HttpResponse, Failure> {
    let (team_meeting, support_case, recipient) = path.into_inner();
    trame.reach(asked.at_least).await?;
    let worker = speaking(worker, *asked);
    let copy = trame
        .minutes_copy(worker, (team_meeting, support_case), recipient)
        .await?;
    file(copy, "trame-compte-rendu").await
}

/// Gives the decisions of a case in a meeting as an accessible PDF, as soon as something is decided, to who leads it.
#[utoipa::path(get, path = contract::paths::DECISIONS_FILE, tag = "team meetings",
    params(("team_meeting" = TeamMeetingId, Path), ("support_case" = SupportCaseId, Path), CopyQuery), responses(
    (status = 200, description = "The file.", body = Vec<u8>, content_type = "application/pdf"),
    problems::Reading, problems::Missing,
))]
pub(in crate::http) async fn decisions(
    worker: Worker,
    path: Path<(TeamMeetingId, SupportCaseId)>,
    asked: Query<CopyQuery>,
    trame: Data<Trame>,
) -> Result<HttpResponse, Failure> {
    trame.reach(asked.at_least).await?;
    let worker = speaking(worker, *asked);
    file(
        trame.decision_list(worker, path.into_inner()).await?,
        "trame-releve-de-decisions",
    )
    .await
}

/// The reader, in the language that the link names.
fn speaking(worker: Worker, asked: CopyQuery) -> Worker {
    let language = match asked.language {
        Some(SheetLanguage::Fr) => Language::Fr,
        Some(SheetLanguage::En) => Language::En,
        None => worker.language,
    };
    Worker { language, ..worker }
}

/// A document as a file, made beside the requests; its name tells the day and nobody.
async fn file(copy: Copy, name: &str) -> Result<HttpResponse, Failure> {
    let name = format!("{name}-{}.pdf", copy.held_on.0);
    let made = tokio::task::spawn_blocking(move || minutes::pdf(&copy.document)).await;
    let bytes = made
        .map_err(|stopped| Fault::Io(stopped.into()))?
        .map_err(Fault::from)?;
    Ok(HttpResponse::Ok()
        .content_type("application/pdf")
        .insert_header((header::CONTENT_DISPOSITION, format!("attachment; filename=\"{name}\"")))
        .body(bytes))
}
