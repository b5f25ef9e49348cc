//! Setting a signal aside.

use super::asking::Writing;
use super::failure::Failure;
use super::problems;
use super::worker::Worker;
use crate::app::{Audience, Trame};
use actix_web::HttpResponse;
use actix_web::web::{Data, Json, Path};
use contract::signal::SetSignalAside;
use domain::support_case::{Command, SupportCase};
use domain::words::SupportCaseId;
use projections::signal::Which;
use sealed::Compartment;

/// Sets a signal aside with a reason; new evidence raises it again.
#[utoipa::path(post, path = contract::paths::SIGNALS, tag = "support cases",
    params(("support_case" = SupportCaseId, Path)), request_body = SetSignalAside, responses(
    (status = 200, body = contract::Accepted),
    problems::Reading, problems::Missing, problems::Body, problems::Refused,
))]
pub(super) async fn set_aside(
    worker: Worker,
    support_case: Path<SupportCaseId>,
    body: Json<SetSignalAside>,
    trame: Data<Trame>,
) -> Result<HttpResponse, Failure> {
    let writing = Writing::to(&trame, worker, *support_case).await?;
    let reason = writing.text("reason", body.command, Compartment::Social, &body.reason)?;
    stands(&trame, &writing, &body).await?;
    let body = body.into_inner();
    let command = Command::SetSignalAside {
        signal: body.kind,
        evidence: body.evidence,
        reason,
    };
    writing
        .ask::<SupportCase, _>(support_case.0, body.command, None, command)
        .await
}

/// Whether the signal rests today on what was shown: nothing is set aside unseen, nor ahead of its time. Once the command
/// was accepted it is gone.
async fn stands(trame: &Trame, writing: &Writing<'_>, body: &SetSignalAside) -> Result<(), Failure> {
    let which = Which::One(writing.support_case());
    let found = trame.signalled(writing.permit(), which, Audience::Around).await?;
    let held = found
        .iter()
        .flat_map(|case| &case.signals)
        .find(|signal| signal.kind == body.kind);
    let shown = |signal: &domain::signal::Signal| body.evidence.iter().all(|each| signal.evidence.contains(each));
    if held.is_some_and(shown) || trame.log.accepted(body.command).await? {
        Ok(())
    } else {
        Err(Failure::unfit("evidence", "signal.gone"))
    }
}
