//! Signing in by a provider of identities: the way there, and the way back.

use super::failure::Failure;
use super::problems;
use super::session::{WAY, cookie, half_cookie, not_held, opened, peer, way_cookie};
use super::worker::token_in;
use crate::app::{Trame, Untold};
use actix_web::cookie::Cookie;
use actix_web::http::header;
use actix_web::web::{Data, Query};
use actix_web::{HttpRequest, HttpResponse};
use contract::account::Ways;
use identity::{Need, NotSignedIn, SignedIn, Way, place};
use jiff::Timestamp;
use serde::Deserialize;

/// What the provider sends back, as far as it is read.
#[derive(Deserialize)]
pub(super) struct Back {
    code: Option<String>,
    state: Option<String>,
}

/// Tells by which ways people come in here.
#[utoipa::path(get, path = contract::paths::WAYS, tag = "session", responses(
    (status = 200, body = Ways),
    problems::Reading,
))]
pub(super) async fn ways(trame: Data<Trame>) -> HttpResponse {
    let provider = trame.openid.as_ref().map(|openid| openid.name().to_owned());
    let passkeys = trame.identity.takes_passkeys();
    HttpResponse::Ok().json(Ways { provider, passkeys })
}

/// Sends to the provider of identities.
#[utoipa::path(get, path = contract::paths::OPENID, tag = "session", responses(
    (status = 303, description = "To the provider, with a cookie for the way back; or to the first page, which says why not."),
    problems::Reading, problems::Missing,
))]
pub(super) async fn leave(request: HttpRequest, trame: Data<Trame>) -> Result<HttpResponse, Failure> {
    let openid = trame.openid.clone().ok_or_else(Failure::not_found)?;
    let (to, way) = match openid.leave(&place(peer(&request))).await {
        Ok(left) => left,
        Err(untold) => return Ok(told(&untold)),
    };
    let token = trame.identity.leaves_for_provider(&way, Timestamp::now()).await?;
    Ok(HttpResponse::SeeOther()
        .cookie(way_cookie(token.as_str(), &trame))
        .insert_header((header::LOCATION, to.as_str()))
        .finish())
}

/// Where the provider sends back: opens a session, or the half of one. The first page says what came of it.
#[utoipa::path(get, path = contract::paths::OPENID_BACK, tag = "session",
    params(("code" = Option<String>, Query), ("state" = Option<String>, Query)), responses(
    (status = 303, description = "To the first page."),
    problems::Reading, problems::Missing,
))]
pub(super) async fn back(request: HttpRequest, back: Query<Back>, trame: Data<Trame>) -> Result<HttpResponse, Failure> {
    let openid = trame.openid.clone().ok_or_else(Failure::not_found)?;
    let now = Timestamp::now();
    let over = || entry("over", Some(not_held(WAY, &trame)));
    let Some(token) = token_in(&request, WAY) else {
        return Ok(over());
    };
    let Some(way) = trame.identity.comes_back(&token, now).await? else {
        return Ok(over());
    };
    let Some(code) = code_of(&back, &way) else {
        return Ok(over());
    };
    let from = peer(&request);
    let who = match openid.told((way, code), &place(from)).await {
        Ok(who) => who,
        Err(untold) => return Ok(told(&untold)),
    };
    match trame.identity.sign_in_by_provider(&who, from, now).await {
        Ok(SignedIn::Session(token, _)) => {
            opened(&request, &trame, &token).await?;
            Ok(entry("", Some(cookie(token.as_str(), &trame))))
        }
        Ok(SignedIn::Half(half, needs)) => {
            let needs = match needs {
                Need::Password => "password",
                Need::Code => "code",
                Need::Enrolment => "enrolment",
            };
            Ok(entry(needs, Some(half_cookie(half.as_str(), &trame))))
        }
        Err(NotSignedIn::Fault(fault)) => Err(fault.into()),
        Err(
            NotSignedIn::Wrong
            | NotSignedIn::FirstSecretOver
            | NotSignedIn::Unfit(_)
            | NotSignedIn::WrongCode
            | NotSignedIn::CodesRest
            | NotSignedIn::Passkey(_)
            | NotSignedIn::Over
            | NotSignedIn::TooManyAttempts { .. },
        ) => Ok(entry("unknown", None)),
    }
}

/// The code, when the state is the one that left with this browser. Both are random, and used once.
fn code_of(back: &Back, way: &Way) -> Option<String> {
    let same = back.state.as_deref() == Some(way.state.as_str());
    back.code.clone().filter(|_code| same)
}

fn told(untold: &Untold) -> HttpResponse {
    match untold {
        Untold::Elsewhere => {
            tracing::warn!("somebody of another organisation came by the provider of identities");
            entry("elsewhere", None)
        }
        Untold::Busy => {
            tracing::warn!("nobody more comes in by the provider of identities at this moment");
            entry("failed", None)
        }
        Untold::Provider(why) => {
            tracing::error!(why, "nobody comes in by the provider of identities");
            entry("failed", None)
        }
    }
}

/// To the first page, which says by a word of a closed list what came of it.
fn entry(word: &str, cookie: Option<Cookie<'static>>) -> HttpResponse {
    let to = if word.is_empty() {
        "/".to_owned()
    } else {
        format!("/?entry={word}")
    };
    let mut answer = HttpResponse::SeeOther();
    answer.insert_header((header::LOCATION, to));
    if let Some(cookie) = cookie {
        answer.cookie(cookie);
    }
    answer.finish()
}
