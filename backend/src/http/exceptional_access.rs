//! Whom to ask about somebody, opening a case with a reason, and the review of it.

use super::asking::{Circumstance, ask};
use super::failure::Failure;
use super::problems;
use super::worker::Worker;
use crate::app::Trame;
use actix_web::HttpResponse;
use actix_web::web::{Data, Json, Path};
use contract::Plain;
use contract::exceptional_access::{EndAccess, FindReferent, OpenExceptionally, ReviewAccess};
use domain::exceptional_access::{Command, ExceptionalAccess};
use domain::words::{AccessId, Text, said};
use sealed::{Compartment, Private, Subject};

/// Finds who follows somebody, by her whole names: a service and a référent to ask, no content.
#[utoipa::path(post, path = contract::paths::FIND_REFERENT, tag = "rights", request_body = FindReferent, responses(
    (status = 200, body = contract::exceptional_access::FoundReferents),
    problems::Reading, problems::Body,
))]
pub(super) async fn find_referent(
    worker: Worker,
    body: Json<FindReferent>,
    trame: Data<Trame>,
) -> Result<HttpResponse, Failure> {
    Ok(HttpResponse::Ok().json(trame.find_referent(worker, &body).await?))
}

/// Lists the cases that were opened with a reason, as far as the reader is told of them.
#[utoipa::path(get, path = contract::paths::ACCESSES, tag = "rights", responses(
    (status = 200, body = contract::exceptional_access::AccessList),
    problems::Reading,
))]
pub(super) async fn list(worker: Worker, trame: Data<Trame>) -> Result<HttpResponse, Failure> {
    Ok(HttpResponse::Ok().json(trame.access_list(worker).await?))
}

/// Opens a case for the time that the territory set; who answers for it finds it in her list from then on.
#[utoipa::path(post, path = contract::paths::ACCESSES, tag = "rights", request_body = OpenExceptionally, responses(
    (status = 200, body = contract::Accepted),
    problems::Reading, problems::Missing, problems::Body, problems::Refused,
))]
pub(super) async fn open(
    worker: Worker,
    body: Json<OpenExceptionally>,
    trame: Data<Trame>,
) -> Result<HttpResponse, Failure> {
    let reason = text("reason", body.access, &body.reason)?;
    trame
        .may_open_exceptionally(worker, body.support_case, body.need)
        .await?;
    let command = Command::Open {
        support_case: body.support_case,
        need: body.need,
        reason,
    };
    let once = Circumstance::now(body.command);
    let accepted = ask::<ExceptionalAccess, _>(&trame, worker, body.access.0, once, command).await?;
    trame.holds(accepted.position).await?;
    Ok(HttpResponse::Ok().json(accepted))
}

/// Ends it before its time.
#[utoipa::path(post, path = contract::paths::END_ACCESS, tag = "rights",
    params(("access" = AccessId, Path)), request_body = EndAccess, responses(
    (status = 200, body = contract::Accepted),
    problems::Reading, problems::Missing, problems::Body, problems::Refused,
))]
pub(super) async fn end(
    worker: Worker,
    access: Path<AccessId>,
    body: Json<EndAccess>,
    trame: Data<Trame>,
) -> Result<HttpResponse, Failure> {
    // Whose it is, is known to the log at once: an access of somebody else is as unknown as none.
    if !trame.opened_by(*access, worker).await? {
        return Err(Failure::not_found());
    }
    let once = Circumstance::now(body.command);
    let accepted = ask::<ExceptionalAccess, _>(&trame, worker, access.0, once, Command::End).await?;
    trame.holds(accepted.position).await?;
    Ok(HttpResponse::Ok().json(accepted))
}

/// Says whether it was needed.
#[utoipa::path(post, path = contract::paths::REVIEW_ACCESS, tag = "rights",
    params(("access" = AccessId, Path)), request_body = ReviewAccess, responses(
    (status = 200, body = contract::Accepted),
    problems::Reading, problems::Missing, problems::Body, problems::Refused,
))]
pub(super) async fn review(
    worker: Worker,
    access: Path<AccessId>,
    body: Json<ReviewAccess>,
    trame: Data<Trame>,
) -> Result<HttpResponse, Failure> {
    trame.watches_over(worker, *access).await?;
    let words = body.words.as_ref().filter(|words| !words.0.trim().is_empty());
    let command = Command::Review {
        finding: body.finding,
        words: words.map(|words| text("words", *access, words)).transpose()?,
    };
    let once = Circumstance::now(body.command);
    let accepted = ask::<ExceptionalAccess, _>(&trame, worker, access.0, once, command).await?;
    trame.holds(accepted.position).await?;
    Ok(HttpResponse::Ok().json(accepted))
}

/// What is said of an access, sealed under a key of its own: it may speak of several.
fn text(field: &str, access: AccessId, written: &Plain<String>) -> Result<Text, Failure> {
    let value = said(&written.0).map_err(|invalid| Failure::invalid(field, invalid))?;
    Ok(Private::new(Subject::Text(access.0), Compartment::Activity, value))
}
