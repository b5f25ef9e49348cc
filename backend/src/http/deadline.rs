//! Deadlines of a case: set, met, moved with a reason, no longer due.

use super::asking::Writing;
use super::failure::Failure;
use super::problems;
use super::worker::Worker;
use crate::app::Trame;
use actix_web::HttpResponse;
use actix_web::web::{Data, Json, Path};
use contract::deadline::{MeetDeadline, MoveDeadline, SetDeadline, WithdrawDeadline};
use domain::deadline::{Command, Deadline, Setting};
use domain::words::{DeadlineId, DomainOfLife, Due, SupportCaseId};
use sealed::Compartment;
use uuid::Uuid;

/// Sets a deadline.
#[utoipa::path(post, path = contract::paths::DEADLINES, tag = "support cases",
    params(("support_case" = SupportCaseId, Path)), request_body = SetDeadline, responses(
    (status = 200, body = contract::Accepted),
    problems::Reading, problems::Missing, problems::Body, problems::Refused,
))]
pub(super) async fn set(
    worker: Worker,
    support_case: Path<SupportCaseId>,
    body: Json<SetDeadline>,
    trame: Data<Trame>,
) -> Result<HttpResponse, Failure> {
    let writing = Writing::acting(&trame, worker, *support_case).await?;
    writing.new_or_own(body.deadline.0).await?;
    if body.domain.is_some() && !writing.writes(written_in(body.domain)) {
        return Err(Failure::not_allowed("problem.not_writable"));
    }
    let setting = Setting {
        support_case: *support_case,
        kind: body.kind,
        label: writing.text_of("label", body.deadline.0, written_in(body.domain), body.label.as_ref())?,
        domain: body.domain,
        due: Due::On(Failure::within("due_on", body.due_on)?),
        legal: body.legal,
        rule: None,
    };
    let wish = Command::Set(setting);
    writing
        .ask::<Deadline, _>(body.deadline.0, body.command, None, wish)
        .await
}

/// Notes that the act was done in time, or late: the day tells which.
#[utoipa::path(post, path = contract::paths::MEET_DEADLINE, tag = "support cases",
    params(("support_case" = SupportCaseId, Path), ("deadline" = DeadlineId, Path)), request_body = MeetDeadline,
    responses(
    (status = 200, body = contract::Accepted),
    problems::Reading, problems::Missing, problems::Body, problems::Refused,
))]
pub(super) async fn meet(
    worker: Worker,
    path: Path<(SupportCaseId, DeadlineId)>,
    body: Json<MeetDeadline>,
    trame: Data<Trame>,
) -> Result<HttpResponse, Failure> {
    let (writing, deadline, _) = known(&trame, worker, *path).await?;
    asks(&writing, deadline, body.command, Command::Meet).await
}

/// Moves it to another day, with a reason.
#[utoipa::path(post, path = contract::paths::MOVE_DEADLINE, tag = "support cases",
    params(("support_case" = SupportCaseId, Path), ("deadline" = DeadlineId, Path)), request_body = MoveDeadline,
    responses(
    (status = 200, body = contract::Accepted),
    problems::Reading, problems::Missing, problems::Body, problems::Refused,
))]
pub(super) async fn move_to(
    worker: Worker,
    path: Path<(SupportCaseId, DeadlineId)>,
    body: Json<MoveDeadline>,
    trame: Data<Trame>,
) -> Result<HttpResponse, Failure> {
    let (writing, deadline, domain) = known(&trame, worker, *path).await?;
    let wish = Command::Move {
        due: Due::On(Failure::within("due_on", body.due_on)?),
        reason: writing.text("reason", body.command, written_in(domain), &body.reason)?,
    };
    asks(&writing, deadline, body.command, wish).await
}

/// Notes that nothing is due any more, with a reason.
#[utoipa::path(post, path = contract::paths::WITHDRAW_DEADLINE, tag = "support cases",
    params(("support_case" = SupportCaseId, Path), ("deadline" = DeadlineId, Path)), request_body = WithdrawDeadline,
    responses(
    (status = 200, body = contract::Accepted),
    problems::Reading, problems::Missing, problems::Body, problems::Refused,
))]
pub(super) async fn withdraw(
    worker: Worker,
    path: Path<(SupportCaseId, DeadlineId)>,
    body: Json<WithdrawDeadline>,
    trame: Data<Trame>,
) -> Result<HttpResponse, Failure> {
    let (writing, deadline, domain) = known(&trame, worker, *path).await?;
    let reason = writing.text("reason", body.command, written_in(domain), &body.reason)?;
    asks(&writing, deadline, body.command, Command::Withdraw { reason }).await
}

/// A deadline of the case of which she may know, for who acts there.
async fn known(
    trame: &Trame,
    worker: Worker,
    (support_case, deadline): (SupportCaseId, DeadlineId),
) -> Result<(Writing<'_>, DeadlineId, Option<DomainOfLife>), Failure> {
    let writing = Writing::acting(trame, worker, support_case).await?;
    if !writing.owns(deadline.0).await? {
        return Err(Failure::not_found());
    }
    let file = writing.file().await?;
    let each = file.deadlines.iter().find(|each| each.deadline == deadline);
    let domain = each.ok_or_else(Failure::not_found)?.setting.domain;
    // What is due in a domain that she may not read is not there for her.
    if domain.is_some_and(|domain| !writing.permit().reads(domain.compartment())) {
        return Err(Failure::not_found());
    }
    Ok((writing, deadline, domain))
}

async fn asks(
    writing: &Writing<'_>,
    deadline: DeadlineId,
    command: Uuid,
    wish: Command,
) -> Result<HttpResponse, Failure> {
    writing.ask::<Deadline, _>(deadline.0, command, None, wish).await
}

/// Where the words of a deadline lie: with its domain, or with what is done.
fn written_in(domain: Option<DomainOfLife>) -> Compartment {
    domain.map_or(Compartment::Coordination, DomainOfLife::compartment)
}
