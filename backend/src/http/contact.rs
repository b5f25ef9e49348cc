//! Noting a contact.

use super::appointment::lies_in;
use super::asking::Writing;
use super::failure::Failure;
use super::problems;
use super::worker::Worker;
use crate::app::Trame;
use actix_web::HttpResponse;
use actix_web::web::{Data, Json, Path};
use contract::Plain;
use contract::contact::NoteContact;
use domain::appointment::Appointment;
use domain::contact::{Came, Command, Contact, Held, NotSeen};
use domain::words::{AppointmentId, SupportCaseId};
use sealed::Compartment;

/// Notes a contact that was held, an appointment that was missed, or a way to reach the person that leads nowhere.
#[utoipa::path(post, path = contract::paths::CONTACTS, tag = "contacts",
    params(("support_case" = SupportCaseId, Path)), request_body = NoteContact, responses(
    (status = 200, body = contract::Accepted),
    problems::Reading, problems::Missing, problems::Body, problems::Refused,
))]
pub(super) async fn note(
    worker: Worker,
    support_case: Path<SupportCaseId>,
    body: Json<NoteContact>,
    trame: Data<Trame>,
) -> Result<HttpResponse, Failure> {
    let writing = Writing::to(&trame, worker, *support_case).await?;
    let body = body.into_inner();
    writing.new_or_own(body.contact.0).await?;
    let text = |field, compartment, text| writing.text_of(field, body.contact.0, compartment, text);
    if let Some(appointment) = body.appointment {
        return came_of(&writing, appointment, body).await;
    }
    let shared = text("shared", Compartment::Social, body.shared.as_ref())?;
    let command = match (body.missed, body.not_reached) {
        (Some(_), Some(_)) => return Err(Failure::unfit("not_reached", "contact.missed_and_not_reached")),
        (None, Some(by_what)) => {
            refuse_words(&body)?;
            Command::FailToReach {
                support_case: *support_case,
                by_what,
                note: shared,
            }
        }
        (Some(missed), None) => {
            refuse_words(&body)?;
            Command::Miss(NotSeen {
                support_case: *support_case,
                kind: body.kind,
                excused: missed.excused,
                reason: shared,
                domains: body.domains,
            })
        }
        (None, None) => Command::Note(Held {
            support_case: *support_case,
            kind: body.kind,
            with: body.with,
            domains: body.domains,
            shared,
            private: text("private", Compartment::Draft, body.private.as_ref())?,
            words: text("words", Compartment::Social, body.words.as_ref())?,
        }),
    };
    writing
        .ask::<Contact, _>(body.contact.0, body.command, body.occurred_at, command)
        .await
}

/// Notes what came of an appointment: a contact that refers to it, at its hour when nothing else is said.
async fn came_of(
    writing: &Writing<'_>,
    appointment: AppointmentId,
    body: NoteContact,
) -> Result<HttpResponse, Failure> {
    // It is said once: who only drafts does not say it for those who act.
    writing.acts()?;
    let shared = writing.text_of("shared", body.contact.0, lies_in(writing), body.shared.as_ref())?;
    if !writing.owns(appointment.0).await? {
        return Err(Failure::not_found());
    }
    if body.not_reached.is_some() {
        return Err(Failure::unfit("not_reached", "appointment.not_reached"));
    }
    let state = writing.trame().log.state::<Appointment>(appointment.0).await?.0;
    let begun = state.begun(writing.knocking().at).map_err(|no| Failure::refused(&no))?;
    let occurred_at = body.occurred_at.unwrap_or(begun.span.starts_at);
    let support_case = writing.support_case();
    let came = match body.missed {
        Some(missed) => {
            refuse_words(&body)?;
            Came::NotSeen(NotSeen {
                support_case,
                kind: body.kind,
                excused: missed.excused,
                reason: shared,
                domains: body.domains,
            })
        }
        None => Came::Seen(Held {
            support_case,
            kind: body.kind,
            private: writing.text_of("private", body.contact.0, Compartment::Draft, body.private.as_ref())?,
            words: writing.text_of("words", body.contact.0, Compartment::Social, body.words.as_ref())?,
            with: if body.with.is_empty() {
                begun.with.clone()
            } else {
                body.with
            },
            domains: body.domains,
            shared,
        }),
    };
    let command = Command::Attend { appointment, came };
    writing
        .ask::<Contact, _>(body.contact.0, body.command, Some(occurred_at), command)
        .await
}

/// A fact without a meeting holds neither: what was typed is refused, never left out.
fn refuse_words(body: &NoteContact) -> Result<(), Failure> {
    let typed = [("private", &body.private), ("words", &body.words)];
    let written = |typed: &Option<Plain<String>>| typed.as_ref().is_some_and(|typed| !typed.0.trim().is_empty());
    match typed.into_iter().find(|(_, typed)| written(typed)) {
        Some((field, _)) => Err(Failure::unfit(field, "contact.missed_with_words")),
        None => Ok(()),
    }
}
