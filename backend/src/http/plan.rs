//! Agreeing goals, giving actions, finishing them.

use super::asking::Writing;
use super::failure::Failure;
use super::problems;
use super::worker::Worker;
use crate::app::Trame;
use actix_web::HttpResponse;
use actix_web::web::{Data, Json, Path};
use contract::plan::{AgreeGoal, AssignAction, CompleteAction};
use domain::plan::{Command, Plan};
use domain::words::{ActionId, SupportCaseId};
use sealed::Compartment;

/// Agrees a goal in the person's words.
#[utoipa::path(post, path = contract::paths::GOALS, tag = "plan",
    params(("support_case" = SupportCaseId, Path)), request_body = AgreeGoal, responses(
    (status = 200, body = contract::Accepted),
    problems::Reading, problems::Missing, problems::Body, problems::Refused,
))]
pub(super) async fn agree_goal(
    worker: Worker,
    support_case: Path<SupportCaseId>,
    body: Json<AgreeGoal>,
    trame: Data<Trame>,
) -> Result<HttpResponse, Failure> {
    let writing = Writing::to(&trame, worker, *support_case).await?;
    writing.new_or_own(body.plan.0).await?;
    let compartment = body.domain.compartment();
    let command = Command::AgreeGoal {
        support_case: *support_case,
        goal: body.goal,
        words: writing.text("words", body.goal.0, compartment, &body.words)?,
        domain: body.domain,
        sign: writing.text_of("sign", body.goal.0, compartment, body.sign.as_ref())?,
        target_on: Failure::unless_within("target_on", body.target_on)?,
    };
    writing.ask::<Plan, _>(body.plan.0, body.command, None, command).await
}

/// Gives an action to one doer.
#[utoipa::path(post, path = contract::paths::ACTIONS, tag = "plan",
    params(("support_case" = SupportCaseId, Path)), request_body = AssignAction, responses(
    (status = 200, body = contract::Accepted),
    problems::Reading, problems::Missing, problems::Body, problems::Refused,
))]
pub(super) async fn assign_action(
    worker: Worker,
    support_case: Path<SupportCaseId>,
    body: Json<AssignAction>,
    trame: Data<Trame>,
) -> Result<HttpResponse, Failure> {
    let writing = Writing::to(&trame, worker, *support_case).await?;
    writing.new_or_own(body.plan.0).await?;
    writing.knows(&body.doer, body.command).await?;
    let command = Command::AssignAction {
        support_case: *support_case,
        action: body.action,
        goal: body.goal,
        what: writing.text("what", body.action.0, body.domain.compartment(), &body.what)?,
        domain: body.domain,
        doer: body.doer.clone(),
        due_on: Failure::unless_within("due_on", body.due_on)?,
    };
    writing.ask::<Plan, _>(body.plan.0, body.command, None, command).await
}

/// Tells that an action is done.
#[utoipa::path(post, path = contract::paths::COMPLETE_ACTION, tag = "plan",
    params(("support_case" = SupportCaseId, Path), ("action" = ActionId, Path)), request_body = CompleteAction,
    responses(
    (status = 200, body = contract::Accepted),
    problems::Reading, problems::Missing, problems::Body, problems::Refused,
))]
pub(super) async fn complete_action(
    worker: Worker,
    path: Path<(SupportCaseId, ActionId)>,
    body: Json<CompleteAction>,
    trame: Data<Trame>,
) -> Result<HttpResponse, Failure> {
    let (support_case, action) = path.into_inner();
    let writing = Writing::acting(&trame, worker, support_case).await?;
    if !writing.owns(body.plan.0).await? {
        return Err(Failure::not_found());
    }
    let result = writing.text_of("result", action.0, Compartment::Social, body.result.as_ref())?;
    writing
        .ask::<Plan, _>(
            body.plan.0,
            body.command,
            None,
            Command::CompleteAction { action, result },
        )
        .await
}
