//! The secret address at which a calendar elsewhere reads appointments, and what it reads there.

use super::failure::{Failure, language};
use super::problems;
use super::worker::Worker;
use crate::app::{Trame, calendar_path};
use actix_web::web::{Data, Path};
use actix_web::{HttpRequest, HttpResponse};
use contract::appointment::{CalendarAddress, NewCalendarAddress};
use domain::words::WorkerId;
use identity::Token;

/// Tells whether who asks has an address; the address itself is never shown again.
#[utoipa::path(get, path = contract::paths::CALENDAR_ADDRESS, tag = "appointments", responses(
    (status = 200, body = CalendarAddress),
    problems::Reading,
))]
pub(super) async fn address(worker: Worker, trame: Data<Trame>) -> Result<HttpResponse, Failure> {
    let since = trame.identity.calendar_address(worker.reader.worker.0).await?;
    Ok(HttpResponse::Ok().json(CalendarAddress { since }))
}

/// Makes an address, in the place of the one before; it is shown this once.
#[utoipa::path(post, path = contract::paths::CALENDAR_ADDRESS, tag = "appointments", responses(
    (status = 200, body = NewCalendarAddress),
    problems::Reading,
))]
pub(super) async fn renew(worker: Worker, trame: Data<Trame>) -> Result<HttpResponse, Failure> {
    let token = trame
        .identity
        .renew_calendar_address(worker.reader.worker.0, worker.at)
        .await?;
    Ok(HttpResponse::Ok().json(NewCalendarAddress {
        path: calendar_path(token.as_str()),
    }))
}

/// Takes the address back: whoever has it reads nothing any more.
#[utoipa::path(delete, path = contract::paths::CALENDAR_ADDRESS, tag = "appointments", responses(
    (status = 204),
    problems::Reading,
))]
pub(super) async fn revoke(worker: Worker, trame: Data<Trame>) -> Result<HttpResponse, Failure> {
    trame.identity.revoke_calendar_address(worker.reader.worker.0).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// The appointments of whom this address was made for, as iCalendar: when, how, and the reference of the case.
#[utoipa::path(get, path = contract::paths::CALENDAR, tag = "appointments",
    params(("secret" = String, Path)), security(()), responses(
    (status = 200, body = String, content_type = "text/calendar"),
    problems::Missing, problems::Reading,
))]
pub(super) async fn feed(
    request: HttpRequest,
    secret: Path<String>,
    trame: Data<Trame>,
) -> Result<HttpResponse, Failure> {
    let language = language(&request);
    let unknown = || Failure::not_found().in_language(language);
    let token = Token::from_cookie(&secret);
    let worker = trame.identity.whose_calendar(&token).await?.ok_or_else(unknown)?;
    let reader = trame.reader(WorkerId(worker)).await?.ok_or_else(unknown)?;
    let calendar = trame.calendar(reader, language).await?;
    Ok(HttpResponse::Ok()
        .content_type("text/calendar; charset=utf-8")
        .body(calendar))
}
