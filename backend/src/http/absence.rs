//! Days on which somebody is away, told by herself or by who answers for her team. Why is not asked.

use super::asking::{Circumstance, ask};
use super::failure::Failure;
use super::problems;
use super::worker::Worker;
use crate::app::Trame;
use actix_web::HttpResponse;
use actix_web::web::{Data, Json, Path};
use contract::workload::ahead::{DeclareAbsence, WithdrawAbsence};
use domain::words::AbsenceId;
use domain::workload::{Command, Workload};

/// Says when somebody is away.
#[utoipa::path(post, path = contract::paths::ABSENCES, tag = "workload", request_body = DeclareAbsence, responses(
    (status = 200, body = contract::Accepted),
    problems::Reading, problems::Missing, problems::Body, problems::Refused,
))]
pub(super) async fn declare(
    worker: Worker,
    body: Json<DeclareAbsence>,
    trame: Data<Trame>,
) -> Result<HttpResponse, Failure> {
    let whose = trame.whose_absence(worker, body.worker).await?;
    for (field, day) in [("from", body.from), ("until", body.until)] {
        Failure::within(field, day)?;
    }
    let command = Command::DeclareAbsence {
        absence: body.absence,
        from: body.from,
        until: body.until,
    };
    let now = Circumstance::now(body.command);
    Ok(HttpResponse::Ok().json(ask::<Workload, _>(&trame, worker, whose.0, now, command).await?))
}

/// Takes that back.
#[utoipa::path(post, path = contract::paths::WITHDRAW_ABSENCE, tag = "workload",
    params(("absence" = AbsenceId, Path)), request_body = WithdrawAbsence, responses(
    (status = 200, body = contract::Accepted),
    problems::Reading, problems::Missing, problems::Body, problems::Refused,
))]
pub(super) async fn withdraw(
    worker: Worker,
    absence: Path<AbsenceId>,
    body: Json<WithdrawAbsence>,
    trame: Data<Trame>,
) -> Result<HttpResponse, Failure> {
    let whose = trame.whose_absence(worker, body.worker).await?;
    let command = Command::WithdrawAbsence { absence: *absence };
    let now = Circumstance::now(body.command);
    Ok(HttpResponse::Ok().json(ask::<Workload, _>(&trame, worker, whose.0, now, command).await?))
}
