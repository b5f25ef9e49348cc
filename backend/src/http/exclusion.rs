//! Keeping a professional away from a case, and letting her back.

use super::asking::{Circumstance, ask};
use super::failure::Failure;
use super::problems;
use super::worker::Worker;
use crate::app::Trame;
use actix_web::HttpResponse;
use actix_web::web::{Data, Json, Path};
use contract::Plain;
use contract::exclusion::{Exclude, LiftExclusion};
use domain::exclusion::{Command, Exclusion};
use domain::words::{ExclusionId, SupportCaseId, Text, said};
use sealed::{Compartment, Private, Subject};

/// Lists who is kept away from a case.
#[utoipa::path(get, path = contract::paths::EXCLUSIONS, tag = "rights",
    params(("support_case" = SupportCaseId, Path)), responses(
    (status = 200, body = contract::exclusion::ExclusionList),
    problems::Reading, problems::Missing,
))]
pub(super) async fn list(
    worker: Worker,
    support_case: Path<SupportCaseId>,
    trame: Data<Trame>,
) -> Result<HttpResponse, Failure> {
    Ok(HttpResponse::Ok().json(trame.exclusion_list(worker, *support_case).await?))
}

/// Keeps somebody away: from this answer on the case does not exist for her.
#[utoipa::path(post, path = contract::paths::EXCLUSIONS, tag = "rights",
    params(("support_case" = SupportCaseId, Path)), request_body = Exclude, responses(
    (status = 200, body = contract::Accepted),
    problems::Reading, problems::Missing, problems::Body, problems::Refused,
))]
pub(super) async fn set(
    worker: Worker,
    support_case: Path<SupportCaseId>,
    body: Json<Exclude>,
    trame: Data<Trame>,
) -> Result<HttpResponse, Failure> {
    trame.permit_to_keep_away(worker, *support_case).await?;
    if trame.workers(&[body.worker].into()).await?.is_empty() {
        return Err(Failure::unfit("worker", "problem.worker_unknown"));
    }
    let command = Command::Set {
        support_case: *support_case,
        worker: body.worker,
        reason: reason(body.exclusion, &body.reason)?,
    };
    let accepted = ask::<Exclusion, _>(
        &trame,
        worker,
        body.exclusion.0,
        Circumstance::now(body.command),
        command,
    )
    .await?;
    // It holds once the views know it: only then it is answered.
    trame.holds(accepted.position).await?;
    Ok(HttpResponse::Ok().json(accepted))
}

/// Lets her back: she sees again what her relations give her.
#[utoipa::path(post, path = contract::paths::LIFT_EXCLUSION, tag = "rights",
    params(("support_case" = SupportCaseId, Path), ("exclusion" = ExclusionId, Path)), request_body = LiftExclusion,
    responses(
    (status = 200, body = contract::Accepted),
    problems::Reading, problems::Missing, problems::Body, problems::Refused,
))]
pub(super) async fn lift(
    worker: Worker,
    path: Path<(SupportCaseId, ExclusionId)>,
    body: Json<LiftExclusion>,
    trame: Data<Trame>,
) -> Result<HttpResponse, Failure> {
    let (support_case, exclusion) = path.into_inner();
    let permit = trame.permit_to_keep_away(worker, support_case).await?;
    if !trame.log.accepted(body.command).await? && !trame.keeps_away(&permit, support_case, exclusion).await? {
        return Err(Failure::not_found());
    }
    let command = Command::Lift {
        reason: reason(exclusion, &body.reason)?,
    };
    let accepted = ask::<Exclusion, _>(&trame, worker, exclusion.0, Circumstance::now(body.command), command).await?;
    trame.holds(accepted.position).await?;
    Ok(HttpResponse::Ok().json(accepted))
}

/// Why, sealed under a key of its own: it speaks of the family and of the professional.
fn reason(exclusion: ExclusionId, reason: &Plain<String>) -> Result<Text, Failure> {
    let value = said(&reason.0).map_err(|invalid| Failure::invalid("reason", invalid))?;
    Ok(Private::new(Subject::Text(exclusion.0), Compartment::Activity, value))
}
