//! Passing on what secrecy covers: an exchange with named people, a sharing with a category, their end, and who sees a case
//! otherwise than by acting in it.

mod told;
mod wish;

use super::asking::{Circumstance, ask};
use super::failure::Failure;
use super::problems;
use super::worker::Worker;
use crate::app::Trame;
use actix_web::HttpResponse;
use actix_web::web::{Data, Json, Path};
use contract::Plain;
use contract::sharing::{EndSharing, Exchange, SettleSharing, Share};
use domain::sharing::{Command, Sharing};
use domain::words::{ServiceId, SharingId, SupportCaseId, Text, said};
use sealed::{Compartment, Private, Subject};
use wish::Passing;

/// Tells who sees a case otherwise than by acting in it, on what that stands, and until when.
#[utoipa::path(get, path = contract::paths::SHARINGS, tag = "rights",
    params(("support_case" = SupportCaseId, Path)), responses(
    (status = 200, body = contract::sharing::SharingList),
    problems::Reading, problems::Missing,
))]
pub(super) async fn list(
    worker: Worker,
    support_case: Path<SupportCaseId>,
    trame: Data<Trame>,
) -> Result<HttpResponse, Failure> {
    Ok(HttpResponse::Ok().json(told::list(&trame, worker, *support_case).await?))
}

/// Hands items to named people; from this answer on each of them reads them, unless it waits for an agreement.
#[utoipa::path(post, path = contract::paths::EXCHANGES, tag = "rights",
    params(("support_case" = SupportCaseId, Path)), request_body = Exchange, responses(
    (status = 200, body = contract::Accepted),
    problems::Reading, problems::Missing, problems::Body, problems::Refused,
))]
pub(super) async fn exchange(
    worker: Worker,
    support_case: Path<SupportCaseId>,
    body: Json<Exchange>,
    trame: Data<Trame>,
) -> Result<HttpResponse, Failure> {
    let passing = Passing::of(&trame, worker, *support_case).await?;
    let recipients = passing.recipients(&body.recipients).await?;
    let opposed = |each: &domain::sharing::Recipient| passing.opposes(Some(each.worker), Some(each.service));
    let opposed = recipients.iter().any(opposed);
    let wished = passing.wished(body.sharing, &body.what, opposed).await?;
    asked(
        &trame,
        worker,
        body.sharing,
        body.command,
        Command::Exchange { wished, recipients },
    )
    .await
}

/// Opens items to a category of people; from this answer on they read them, unless it waits for an agreement.
#[utoipa::path(post, path = contract::paths::SHARINGS, tag = "rights",
    params(("support_case" = SupportCaseId, Path)), request_body = Share, responses(
    (status = 200, body = contract::Accepted),
    problems::Reading, problems::Missing, problems::Body, problems::Refused,
))]
pub(super) async fn share(
    worker: Worker,
    support_case: Path<SupportCaseId>,
    body: Json<Share>,
    trame: Data<Trame>,
) -> Result<HttpResponse, Failure> {
    let passing = Passing::of(&trame, worker, *support_case).await?;
    let opposed = passing.audience(body.audience).await?;
    let wished = passing.wished(body.sharing, &body.what, opposed).await?;
    let command = Command::Share {
        wished,
        audience: body.audience,
    };
    asked(&trame, worker, body.sharing, body.command, command).await
}

/// Ends it before its day: from this answer on it opens nothing.
#[utoipa::path(post, path = contract::paths::END_SHARING, tag = "rights",
    params(("support_case" = SupportCaseId, Path), ("sharing" = SharingId, Path)), request_body = EndSharing,
    responses(
    (status = 200, body = contract::Accepted),
    problems::Reading, problems::Missing, problems::Body, problems::Refused,
))]
pub(super) async fn end(
    worker: Worker,
    path: Path<(SupportCaseId, SharingId)>,
    body: Json<EndSharing>,
    trame: Data<Trame>,
) -> Result<HttpResponse, Failure> {
    let (support_case, sharing) = path.into_inner();
    told::may_end(&trame, worker, support_case, sharing).await?;
    let reason = body.reason.as_ref().filter(|reason| !reason.0.trim().is_empty());
    let reason = reason.map(|reason| said_of(sharing, "reason", Compartment::Activity, reason));
    let command = Command::End {
        reason: reason.transpose()?,
    };
    asked(&trame, worker, sharing, body.command, command).await
}

/// Agrees, or not, that the family was not told beforehand.
#[utoipa::path(post, path = contract::paths::SETTLE_SHARING, tag = "rights",
    params(("support_case" = SupportCaseId, Path), ("sharing" = SharingId, Path)), request_body = SettleSharing,
    responses(
    (status = 200, body = contract::Accepted),
    problems::Reading, problems::Missing, problems::Body, problems::Refused,
))]
pub(super) async fn settle(
    worker: Worker,
    path: Path<(SupportCaseId, SharingId)>,
    body: Json<SettleSharing>,
    trame: Data<Trame>,
) -> Result<HttpResponse, Failure> {
    let (support_case, sharing) = path.into_inner();
    told::may_settle(&trame, worker, support_case, sharing).await?;
    let command = match &body.declined {
        None => Command::Validate,
        Some(reason) => Command::Decline {
            reason: said_of(sharing, "declined", Compartment::Activity, reason)?,
        },
    };
    asked(&trame, worker, sharing, body.command, command).await
}

/// Lists the services to which something may be passed on.
#[utoipa::path(get, path = contract::paths::DIRECTORY, tag = "rights", responses(
    (status = 200, body = contract::sharing::Directory),
    problems::Reading,
))]
pub(super) async fn directory(worker: Worker, trame: Data<Trame>) -> Result<HttpResponse, Failure> {
    Ok(HttpResponse::Ok().json(trame.directory(worker).await?))
}

/// Lists the professionals of one of them.
#[utoipa::path(get, path = contract::paths::PROFESSIONALS, tag = "rights",
    params(("service" = ServiceId, Path)), responses(
    (status = 200, body = contract::sharing::Professionals),
    problems::Reading, problems::Missing,
))]
pub(super) async fn professionals(
    worker: Worker,
    service: Path<ServiceId>,
    trame: Data<Trame>,
) -> Result<HttpResponse, Failure> {
    Ok(HttpResponse::Ok().json(trame.professionals(worker, *service).await?))
}

async fn asked(
    trame: &Trame,
    worker: Worker,
    sharing: SharingId,
    command: uuid::Uuid,
    wish: Command,
) -> Result<HttpResponse, Failure> {
    let once = Circumstance::now(command);
    let accepted = ask::<Sharing, _>(trame, worker, sharing.0, once, wish).await?;
    // It holds once the views know it: only then it is answered.
    trame.holds(accepted.position).await?;
    Ok(HttpResponse::Ok().json(accepted))
}

/// What is said of it, sealed under a key of its own: it may speak of several.
fn said_of(
    sharing: SharingId,
    field: &str,
    compartment: Compartment,
    written: &Plain<String>,
) -> Result<Text, Failure> {
    let value = said(&written.0).map_err(|invalid| Failure::invalid(field, invalid))?;
    Ok(Private::new(Subject::Text(sharing.0), compartment, value))
}
