//! How a person may be reached for reminders, and what the gateway of text messages tells of them.

use super::asking::Writing;
use super::failure::{Failure, language};
use super::problems;
use super::worker::Worker;
use crate::app::Trame;
use actix_web::dev::Payload;
use actix_web::http::header;
use actix_web::web::{Data, Json, Path};
use actix_web::{FromRequest, HttpRequest, HttpResponse};
use contract::reminder::{AgreeReach, Receipt, WithdrawReach};
use domain::person::{Command, Person};
use domain::reminder::{Medium, Reach, address, number};
use domain::words::{Doer, PersonId, SupportCaseId};
use sealed::{Compartment, Private};
use std::future::{Ready, ready};

/// Agrees with a person of the case how she may be reached for reminders of her appointments.
#[utoipa::path(post, path = contract::paths::REACH, tag = "appointments",
    params(("support_case" = SupportCaseId, Path), ("person" = PersonId, Path)),
    request_body = AgreeReach, responses(
    (status = 200, body = contract::Accepted),
    problems::Reading, problems::Missing, problems::Body, problems::Refused,
))]
pub(super) async fn agree(
    worker: Worker,
    path: Path<(SupportCaseId, PersonId)>,
    body: Json<AgreeReach>,
    trame: Data<Trame>,
) -> Result<HttpResponse, Failure> {
    let (support_case, person) = path.into_inner();
    let body = body.into_inner();
    let writing = of_the_case(&trame, worker, support_case, person, body.command).await?;
    let unfit = |code| Failure::unfit("value", code);
    let value = match body.medium {
        Medium::Sms => number(&body.value.0).ok_or_else(|| unfit("problem.no_number"))?,
        Medium::Email => address(&body.value.0).ok_or_else(|| unfit("problem.no_address"))?,
    };
    for other in &body.shared_with {
        writing
            .knows(&Doer::Person(*other), body.command)
            .await
            .map_err(|failure| failure.of_field("shared_with"))?;
    }
    let reach = Reach {
        medium: body.medium,
        // Her own, under her own key: forgotten with her.
        value: Private::person(person.0, Compartment::Identity, value),
        privacy: body.privacy,
        shared_with: body.shared_with,
        hours: body.hours,
    };
    let wish = Command::AgreeReach {
        reach,
        asked_again: body.asked_again,
    };
    writing.ask::<Person, _>(person.0, body.command, None, wish).await
}

/// Writes down that she wants no reminders any more.
#[utoipa::path(post, path = contract::paths::WITHDRAW_REACH, tag = "appointments",
    params(("support_case" = SupportCaseId, Path), ("person" = PersonId, Path)),
    request_body = WithdrawReach, responses(
    (status = 200, body = contract::Accepted),
    problems::Reading, problems::Missing, problems::Body, problems::Refused,
))]
pub(super) async fn withdraw(
    worker: Worker,
    path: Path<(SupportCaseId, PersonId)>,
    body: Json<WithdrawReach>,
    trame: Data<Trame>,
) -> Result<HttpResponse, Failure> {
    let (support_case, person) = path.into_inner();
    let writing = of_the_case(&trame, worker, support_case, person, body.command).await?;
    writing
        .ask::<Person, _>(person.0, body.command, None, Command::WithdrawReach)
        .await
}

/// A permit to act on a case to which this person belongs.
async fn of_the_case(
    trame: &Trame,
    worker: Worker,
    support_case: SupportCaseId,
    person: PersonId,
    command: uuid::Uuid,
) -> Result<Writing<'_>, Failure> {
    let writing = Writing::acting(trame, worker, support_case).await?;
    writing
        .knows(&Doer::Person(person), command)
        .await
        .map_err(|_unknown| Failure::not_found())?;
    Ok(writing)
}

/// The gateway of text messages, known by its secret before anything of what it tells is read.
pub(super) struct Gateway;

impl FromRequest for Gateway {
    type Error = Failure;
    type Future = Ready<Result<Self, Failure>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let said = request.headers().get(header::AUTHORIZATION);
        let secret = said.and_then(|said| said.to_str().ok()?.strip_prefix("Bearer "));
        let trame = request.app_data::<Data<Trame>>();
        let is_known = trame
            .zip(secret)
            .is_some_and(|(trame, secret)| trame.senders.is_gateway(secret));
        let unknown = || Failure::not_signed_in().in_language(language(request));
        ready(if is_known { Ok(Self) } else { Err(unknown()) })
    }
}

/// Takes what the gateway of text messages tells: a receipt, or an answer. Told twice, it is heard once.
#[utoipa::path(post, path = contract::paths::SMS_RECEIPTS, tag = "appointments", security(()),
    request_body = Receipt, responses(
    (status = 204),
    problems::Reading, problems::Missing, problems::Body,
))]
pub(super) async fn receive(
    _gateway: Gateway,
    body: Json<Receipt>,
    trame: Data<Trame>,
) -> Result<HttpResponse, Failure> {
    if trame.hear(&body).await? {
        Ok(HttpResponse::NoContent().finish())
    } else {
        Err(Failure::not_found())
    }
}
