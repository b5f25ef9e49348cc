//! The course of a case: who is around, how often they meet, who answers for it, how it ends and begins again.

pub(super) mod household;
pub(super) mod opening;

use super::asking::{Writing, ask};
use super::failure::Failure;
use super::problems;
use super::worker::Worker;
use crate::app::Trame;
use crate::http::asking::Circumstance;
use access::Relation;
use actix_web::HttpResponse;
use actix_web::web::{Data, Json, Path};
use contract::course::{AgreeCadence, CloseCase, HandOver, JoinTeam, LeaveTeam, ReopenCase};
use domain::support_case::{Command, Joining, Leaving, SupportCase};
use domain::words::{Day, SupportCaseId, WorkerId};
use sealed::Compartment;
use uuid::Uuid;

/// Has a colleague of the service join those around the person: she sees from this answer on what her relation gives her.
#[utoipa::path(post, path = contract::paths::TEAM, tag = "course of a case",
    params(("support_case" = SupportCaseId, Path)), request_body = JoinTeam, responses(
    (status = 200, body = contract::Accepted),
    problems::Reading, problems::Missing, problems::Body, problems::Refused,
))]
pub(super) async fn join(
    worker: Worker,
    support_case: Path<SupportCaseId>,
    body: Json<JoinTeam>,
    trame: Data<Trame>,
) -> Result<HttpResponse, Failure> {
    let writing = Writing::acting(&trame, worker, *support_case).await?;
    takes_part(&writing, "worker", body.worker, Relation::TeamMember, body.command).await?;
    let joining = Joining {
        worker: body.worker,
        function: writing.text_of(
            "function",
            body.command,
            Compartment::Coordination,
            body.function.as_ref(),
        )?,
        scope: body.scope.clone(),
        until: Failure::unless_within("until", body.until)?,
    };
    holds(&writing, body.command, Command::JoinTeam(joining)).await
}

/// Notes that a colleague leaves those around the person: what her relation gave her is over with this answer.
#[utoipa::path(post, path = contract::paths::LEAVE_TEAM, tag = "course of a case",
    params(("support_case" = SupportCaseId, Path), ("worker" = WorkerId, Path)), request_body = LeaveTeam, responses(
    (status = 200, body = contract::Accepted),
    problems::Reading, problems::Missing, problems::Body, problems::Refused,
))]
pub(super) async fn leave(
    worker: Worker,
    path: Path<(SupportCaseId, WorkerId)>,
    body: Json<LeaveTeam>,
    trame: Data<Trame>,
) -> Result<HttpResponse, Failure> {
    let (support_case, leaves) = path.into_inner();
    let writing = Writing::acting(&trame, worker, support_case).await?;
    let leaving = Leaving {
        reason: writing.text_of("reason", body.command, Compartment::Coordination, body.reason.as_ref())?,
        ..Leaving::of(leaves)
    };
    holds(&writing, body.command, Command::LeaveTeam(leaving)).await
}

/// Agrees a rhythm of contact.
#[utoipa::path(post, path = contract::paths::CADENCE, tag = "course of a case",
    params(("support_case" = SupportCaseId, Path)), request_body = AgreeCadence, responses(
    (status = 200, body = contract::Accepted),
    problems::Reading, problems::Missing, problems::Body, problems::Refused,
))]
pub(super) async fn agree_cadence(
    worker: Worker,
    support_case: Path<SupportCaseId>,
    body: Json<AgreeCadence>,
    trame: Data<Trame>,
) -> Result<HttpResponse, Failure> {
    let writing = Writing::acting(&trame, worker, *support_case).await?;
    let intensity = body.intensity;
    holds(&writing, body.command, Command::AgreeCadence { intensity }).await
}

/// Passes the case on to a colleague of the service, or has her answer for it where nobody does.
#[utoipa::path(post, path = contract::paths::HANDOVER, tag = "course of a case",
    params(("support_case" = SupportCaseId, Path)), request_body = HandOver, responses(
    (status = 200, body = contract::Accepted),
    problems::Reading, problems::Missing, problems::Body, problems::Refused,
))]
pub(super) async fn hand_over(
    worker: Worker,
    support_case: Path<SupportCaseId>,
    body: Json<HandOver>,
    trame: Data<Trame>,
) -> Result<HttpResponse, Failure> {
    let writing = Writing::acting(&trame, worker, *support_case).await?;
    takes_part(&writing, "to", body.to, Relation::Referent, body.command).await?;
    let command = match body.from {
        Some(from) => Command::HandOver {
            from: Some(from),
            to: body.to,
            reason: writing.text_of("reason", body.command, Compartment::Coordination, body.reason.as_ref())?,
            met_on: past(&trame, "met_on", body.met_on)?,
        },
        // Nobody passes it on: words about a passing would be lost.
        None if body.reason.is_some() || body.met_on.is_some() => {
            return Err(Failure::unfit("from", "problem.nobody_hands_over"));
        }
        None => Command::AppointReferent { worker: body.to },
    };
    holds(&writing, body.command, command).await
}

/// Ends the accompaniment.
#[utoipa::path(post, path = contract::paths::CLOSURE, tag = "course of a case",
    params(("support_case" = SupportCaseId, Path)), request_body = CloseCase, responses(
    (status = 200, body = contract::Accepted),
    problems::Reading, problems::Missing, problems::Body, problems::Refused,
))]
pub(super) async fn close(
    worker: Worker,
    support_case: Path<SupportCaseId>,
    body: Json<CloseCase>,
    trame: Data<Trame>,
) -> Result<HttpResponse, Failure> {
    let writing = Writing::acting(&trame, worker, *support_case).await?;
    let command = Command::Close {
        on: on_or_before_today(&trame, "on", body.on)?,
        reason: body.reason,
        watch_until: Failure::unless_within("watch_until", body.watch_until)?,
        balance: writing.text_of("balance", body.command, Compartment::Social, body.balance.as_ref())?,
    };
    holds(&writing, body.command, command).await
}

/// Begins the accompaniment again: nothing has to be told twice.
#[utoipa::path(post, path = contract::paths::REOPENING, tag = "course of a case",
    params(("support_case" = SupportCaseId, Path)), request_body = ReopenCase, responses(
    (status = 200, body = contract::Accepted),
    problems::Reading, problems::Missing, problems::Body, problems::Refused,
))]
pub(super) async fn reopen(
    worker: Worker,
    support_case: Path<SupportCaseId>,
    body: Json<ReopenCase>,
    trame: Data<Trame>,
) -> Result<HttpResponse, Failure> {
    let writing = Writing::acting(&trame, worker, *support_case).await?;
    let command = Command::Reopen {
        on: on_or_before_today(&trame, "on", body.on)?,
        trigger: writing.text_of("trigger", body.command, Compartment::Social, body.trigger.as_ref())?,
    };
    holds(&writing, body.command, command).await
}

/// Asks the rule, and answers once rights and lists know of it.
async fn holds(writing: &Writing<'_>, command: Uuid, wish: Command) -> Result<HttpResponse, Failure> {
    let (trame, stream) = (writing.trame(), writing.support_case().0);
    let accepted = ask::<SupportCase, _>(trame, writing.knocking(), stream, Circumstance::now(command), wish).await?;
    trame.holds(accepted.position).await?;
    Ok(HttpResponse::Ok().json(accepted))
}

/// Refuses who cannot be tied to the case: she is of another service, her role has no part in cases, or she is kept away.
/// Which of them is not told. Once the command was accepted she may have left.
async fn takes_part(
    writing: &Writing<'_>,
    field: &str,
    who: WorkerId,
    relation: Relation,
    command: Uuid,
) -> Result<(), Failure> {
    let trame = writing.trame();
    let may = trame.may_be(who, relation, writing.support_case()).await?;
    if may || trame.log.accepted(command).await? {
        Ok(())
    } else {
        Err(Failure::unfit(field, "problem.takes_no_part"))
    }
}

/// A day that has come in the territory.
fn on_or_before_today(trame: &Trame, field: &str, day: Day) -> Result<Day, Failure> {
    let day = Failure::within(field, day)?;
    if day > trame.clock.today() {
        return Err(Failure::unfit(field, "support_case.in_the_future"));
    }
    Ok(day)
}

/// The same for a day that may be left out.
fn past(trame: &Trame, field: &str, day: Option<Day>) -> Result<Option<Day>, Failure> {
    day.map(|day| on_or_before_today(trame, field, day)).transpose()
}
