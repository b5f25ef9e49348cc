//! Booking, moving and giving up an appointment.

use super::asking::{Circumstance, Writing, attempt};
use super::failure::{Failure, of_rejection};
use super::problems;
use super::worker::Worker;
use crate::app::Trame;
use actix_web::HttpResponse;
use actix_web::web::{Data, Json, Path};
use contract::Plain;
use contract::appointment::{BookAppointment, CancelAppointment, MoveAppointment};
use domain::appointment::{Agenda, Appointment, Booking, Command, Refusal, Span, TURN};
use domain::words::{AppointmentId, Doer, SupportCaseId, Text, WorkerId};
use event_store::Rejected;
use sealed::Compartment;
use std::collections::BTreeSet;
use uuid::Uuid;

/// How often an agenda is looked at when somebody else was faster, or when a view was behind.
const TRIES: u8 = 12;

/// Books an appointment; a worker who is taken at that time is not booked twice.
#[utoipa::path(post, path = contract::paths::APPOINTMENTS, tag = "appointments",
    params(("support_case" = SupportCaseId, Path)), request_body = BookAppointment, responses(
    (status = 200, body = contract::Accepted),
    problems::Reading, problems::Missing, problems::Body, problems::Refused,
))]
pub(super) async fn book(
    worker: Worker,
    support_case: Path<SupportCaseId>,
    body: Json<BookAppointment>,
    trame: Data<Trame>,
) -> Result<HttpResponse, Failure> {
    let writing = Writing::acting(&trame, worker, *support_case).await?;
    let body = body.into_inner();
    writing.new_or_own(body.appointment.0).await?;
    for person in &body.with {
        writing
            .knows(&Doer::Person(*person), body.command)
            .await
            .map_err(|failure| failure.of_field("with"))?;
    }
    let span = Span {
        starts_at: Failure::unless_recorded("starts_at", body.starts_at)?,
        minutes: body.minutes,
    };
    let mut named: BTreeSet<WorkerId> = body.held_by.into_iter().collect();
    if named.is_empty() {
        named.insert(writing.worker());
    }
    let held_by: Vec<WorkerId> = named.into_iter().collect();
    let booking = Booking {
        support_case: *support_case,
        held_by: held_by.clone(),
        with: body.with,
        kind: body.kind,
        span,
        place: words(&writing, "place", body.appointment, body.place.as_ref())?,
        purpose: words(&writing, "purpose", body.appointment, body.purpose.as_ref())?,
    };
    let wish = |agendas| Command::Book {
        booking: booking.clone(),
        agendas,
    };
    in_agendas(&writing, (body.appointment, body.command), &held_by, span, wish).await
}

/// Moves an appointment to where those who hold it are free.
#[utoipa::path(post, path = contract::paths::MOVE_APPOINTMENT, tag = "appointments",
    params(("support_case" = SupportCaseId, Path), ("appointment" = AppointmentId, Path)),
    request_body = MoveAppointment, responses(
    (status = 200, body = contract::Accepted),
    problems::Reading, problems::Missing, problems::Body, problems::Refused,
))]
pub(super) async fn move_to(
    worker: Worker,
    path: Path<(SupportCaseId, AppointmentId)>,
    body: Json<MoveAppointment>,
    trame: Data<Trame>,
) -> Result<HttpResponse, Failure> {
    let (support_case, appointment) = path.into_inner();
    let writing = to_own(&trame, worker, support_case, appointment).await?;
    let body = body.into_inner();
    let span = Span {
        starts_at: Failure::unless_recorded("starts_at", body.starts_at)?,
        minutes: body.minutes,
    };
    let reason = said(&writing, appointment, &body.reason)?;
    let state = trame.log.state::<Appointment>(appointment.0).await?.0;
    // Where none stands nobody holds it, and the rule says why it cannot be moved.
    let held_by = state
        .standing()
        .map(|standing| standing.held_by.clone())
        .unwrap_or_default();
    let wish = |agendas| Command::Move {
        span,
        reason: reason.clone(),
        agendas,
    };
    in_agendas(&writing, (appointment, body.command), &held_by, span, wish).await
}

/// Gives an appointment up: its time is free again.
#[utoipa::path(post, path = contract::paths::CANCEL_APPOINTMENT, tag = "appointments",
    params(("support_case" = SupportCaseId, Path), ("appointment" = AppointmentId, Path)),
    request_body = CancelAppointment, responses(
    (status = 200, body = contract::Accepted),
    problems::Reading, problems::Missing, problems::Body, problems::Refused,
))]
pub(super) async fn cancel(
    worker: Worker,
    path: Path<(SupportCaseId, AppointmentId)>,
    body: Json<CancelAppointment>,
    trame: Data<Trame>,
) -> Result<HttpResponse, Failure> {
    let (support_case, appointment) = path.into_inner();
    let writing = to_own(&trame, worker, support_case, appointment).await?;
    let body = body.into_inner();
    let wish = Command::Cancel {
        appointment,
        by: body.by,
        reason: said(&writing, appointment, &body.reason)?,
    };
    writing
        .ask::<Appointment, _>(appointment.0, body.command, None, wish)
        .await
}

/// A permit to act on a case of which this is an appointment.
async fn to_own(
    trame: &Trame,
    worker: Worker,
    support_case: SupportCaseId,
    appointment: AppointmentId,
) -> Result<Writing<'_>, Failure> {
    let writing = Writing::acting(trame, worker, support_case).await?;
    if !writing.owns(appointment.0).await? {
        return Err(Failure::not_found());
    }
    Ok(writing)
}

/// Asks the rule with the agendas of those who hold the appointment, as they are now, again whenever somebody was faster.
async fn in_agendas(
    writing: &Writing<'_>,
    (appointment, command): (AppointmentId, Uuid),
    held_by: &[WorkerId],
    span: Span,
    wish: impl Fn(Vec<Agenda>) -> Command,
) -> Result<HttpResponse, Failure> {
    let (trame, worker) = (writing.trame(), writing.knocking());
    let around = around_the_case(writing, held_by).await?;
    for _ in 0..TRIES {
        let agendas = trame.agendas(writing.permit(), &around, span, appointment).await?;
        let circumstance = Circumstance::now(command);
        match attempt::<Appointment, _>(trame, worker, appointment.0, circumstance, wish(agendas)).await? {
            Ok(accepted) => return Ok(HttpResponse::Ok().json(accepted)),
            Err(Rejected::Taken { scope: TURN } | Rejected::Refused(Refusal::AgendaBehind)) => {}
            Err(rejected) => return Err(of_rejection(rejected)),
        }
    }
    Err(Failure::refused(&Refusal::AgendaBehind))
}

/// Those of them who may act on the case now.
async fn around_the_case(writing: &Writing<'_>, held_by: &[WorkerId]) -> Result<Vec<WorkerId>, Failure> {
    let trame = writing.trame();
    let mut around = Vec::with_capacity(held_by.len());
    for worker in held_by {
        let Some(reader) = trame.reader(*worker).await? else {
            continue;
        };
        let permit = trame.permit_for_case(reader, writing.support_case()).await?;
        if permit.is_some_and(|permit| permit.writes(Compartment::Coordination)) {
            around.push(*worker);
        }
    }
    Ok(around)
}

/// Words about an appointment lie where she may write of the person.
pub(super) fn lies_in(writing: &Writing<'_>) -> Compartment {
    if writing.writes(Compartment::Social) {
        Compartment::Social
    } else {
        Compartment::Health
    }
}

fn words(
    writing: &Writing<'_>,
    field: &str,
    of: AppointmentId,
    text: Option<&Plain<String>>,
) -> Result<Option<Text>, Failure> {
    writing.text_of(field, of.0, lies_in(writing), text)
}

fn said(writing: &Writing<'_>, of: AppointmentId, reason: &Plain<String>) -> Result<Text, Failure> {
    writing.text("reason", of.0, lies_in(writing), reason)
}
