//! Cases: the reader's list, a search among them, one of them, and naming a strength.

use super::asking::Writing;
use super::failure::Failure;
use super::problems;
use super::reading::Reading;
use super::worker::Worker;
use crate::app::{Audience, Trame};
use crate::view::{case_view, signals};
use actix_web::HttpResponse;
use actix_web::web::{Data, Json, Path, Query};
use contract::support_case::{AsKnown, CaseQuery, IdentifyStrength, Search};
use domain::support_case::{Command, SupportCase, Trait};
use domain::words::SupportCaseId;
use journal::Shown;
use projections::signal::Which;
use sealed::Compartment;

/// Lists the cases in which the reader takes part, those with the nearest date first.
#[utoipa::path(get, path = contract::paths::SUPPORT_CASES, tag = "support cases", params(CaseQuery), responses(
    (status = 200, body = contract::support_case::CaseList),
    problems::Reading,
))]
pub(super) async fn list(worker: Worker, asked: Query<CaseQuery>, trame: Data<Trame>) -> Result<HttpResponse, Failure> {
    let list = trame.case_list(worker, &asked, None).await?;
    Ok(HttpResponse::Ok().json(list))
}

/// Searches the reader's own cases by names; a name never stands in a URL.
#[utoipa::path(post, path = contract::paths::SEARCH, tag = "support cases", request_body = Search, responses(
    (status = 200, body = contract::support_case::CaseList),
    problems::Reading, problems::Body,
))]
pub(super) async fn search(worker: Worker, asked: Json<Search>, trame: Data<Trame>) -> Result<HttpResponse, Failure> {
    let query = CaseQuery {
        phase: asked.phase,
        after: asked.after.clone(),
        at_least: None,
    };
    let list = trame.case_list(worker, &query, Some(&asked.names)).await?;
    Ok(HttpResponse::Ok().json(list))
}

/// Shows a case as it stands, or as it was known at the end of a past day.
#[utoipa::path(get, path = contract::paths::SUPPORT_CASE, tag = "support cases",
    params(("support_case" = SupportCaseId, Path), AsKnown), responses(
    (status = 200, body = contract::support_case::CaseView),
    problems::Reading, problems::Missing,
))]
pub(super) async fn detail(
    worker: Worker,
    support_case: Path<SupportCaseId>,
    as_known: Query<AsKnown>,
    trame: Data<Trame>,
) -> Result<HttpResponse, Failure> {
    let reading = Reading::of(&trame, worker, *support_case, &as_known, Shown::CaseHome).await?;
    let mut view = case_view(&reading.file, &reading.open, &reading.looking)?.ok_or_else(Failure::not_found)?;
    if reading.looking.as_known_on.is_none() {
        let audience = audience(worker, &reading);
        let found = trame
            .signalled(reading.open.permit(), Which::One(*support_case), audience)
            .await?;
        for case in &found {
            view.signals
                .extend(signals(&reading.file, &reading.open, case, reading.looking.today)?);
        }
    }
    Ok(HttpResponse::Ok().json(view))
}

/// Those around the person are told at once; who answers for the team leaves them their time.
fn audience(worker: Worker, reading: &Reading) -> Audience {
    let (rules, hers) = (&reading.file.rules, worker.reader.worker);
    if rules.referent == Some(hers) || rules.team.contains(&hers) {
        Audience::Around
    } else {
        Audience::Manager
    }
}

/// Names something that carries.
#[utoipa::path(post, path = contract::paths::STRENGTHS, tag = "support cases",
    params(("support_case" = SupportCaseId, Path)), request_body = IdentifyStrength, responses(
    (status = 200, body = contract::Accepted),
    problems::Reading, problems::Missing, problems::Body, problems::Refused,
))]
pub(super) async fn identify_strength(
    worker: Worker,
    support_case: Path<SupportCaseId>,
    body: Json<IdentifyStrength>,
    trame: Data<Trame>,
) -> Result<HttpResponse, Failure> {
    let writing = Writing::to(&trame, worker, *support_case).await?;
    let compartment = body
        .domain
        .map_or(Compartment::Social, domain::words::DomainOfLife::compartment);
    let text = writing.text("text", body.strength.0, compartment, &body.text)?;
    let named = Trait {
        id: body.strength,
        text,
        named_by: body.named_by,
        domain: body.domain,
        holder: body.holder,
        relative: body.relative,
    };
    writing
        .ask::<SupportCase, _>(support_case.0, body.command, None, Command::IdentifyStrength(named))
        .await
}
