//! The password: chosen after a first secret, and changed by its owner.

use super::failure::{Failure, language};
use super::problems;
use super::second_factor::unconfirmed;
use super::session::{SigningIn, answered, held, peer, refused};
use super::worker::Worker;
use crate::app::Trame;
use actix_web::web::{Data, Json};
use actix_web::{HttpRequest, HttpResponse};
use contract::account::{ChangePassword, ChoosePassword, SignInNeeds};
use identity::NotSignedIn;
use jiff::Timestamp;

/// Chooses a password after a first secret, which is spent by it.
#[utoipa::path(post, path = contract::paths::SIGN_IN_PASSWORD, tag = "session", request_body = ChoosePassword, responses(
    (status = 204, description = "Signed in."),
    (status = 202, body = SignInNeeds, description = "The password is hers, and something is still needed."),
    problems::Reading, problems::Body,
))]
pub(super) async fn choose(
    SigningIn(half): SigningIn,
    request: HttpRequest,
    body: Json<ChoosePassword>,
    trame: Data<Trame>,
) -> Result<HttpResponse, Failure> {
    let language = language(&request);
    let no = |why| refused(why).in_language(language);
    let now = Timestamp::now();
    let known = trame
        .identity
        .half(&half, now)
        .await?
        .ok_or_else(|| no(NotSignedIn::Over))?;
    let near = trame.known_of(known.worker).await?;
    let chosen = trame
        .identity
        .choose_password(&half, &body.password.0, &near, now)
        .await;
    answered(&request, &trame, chosen.map_err(no)?).await
}

/// Changes the password of who asks, and ends her other sessions.
#[utoipa::path(post, path = contract::paths::PASSWORD, tag = "session", request_body = ChangePassword, responses(
    (status = 204, description = "It is changed."),
    problems::Reading, problems::Body,
    (status = 429, body = contract::Problem, content_type = "application/problem+json"),
))]
pub(super) async fn change(
    worker: Worker,
    request: HttpRequest,
    body: Json<ChangePassword>,
    trame: Data<Trame>,
) -> Result<HttpResponse, Failure> {
    let (token, who) = (held(&request)?, worker.reader.worker.0);
    let near = trame.known_of(who).await?;
    let words = (body.present.0.as_str(), body.password.0.as_str());
    let changed = trame
        .identity
        .change_password((who, &token), words, &near, peer(&request), Timestamp::now())
        .await;
    changed.map_err(|why| unconfirmed(why).in_language(worker.language))?;
    Ok(HttpResponse::NoContent().finish())
}
