//! Signing in and out, and who one is.

use super::failure::Failure;
use super::problems;
use super::worker::{COOKIE, Worker};
use crate::app::Trame;
use actix_web::cookie::{Cookie, SameSite};
use actix_web::web::{Data, Json};
use actix_web::{HttpRequest, HttpResponse};
use contract::session::SignIn;
use identity::{NotSignedIn, Token};
use jiff::Timestamp;
use std::net::{IpAddr, Ipv6Addr};

/// Tells who is signed in.
#[utoipa::path(get, path = contract::paths::SESSION, tag = "session", responses(
    (status = 200, body = contract::session::Me),
    problems::Reading,
))]
pub(super) async fn me(worker: Worker, trame: Data<Trame>) -> Result<HttpResponse, Failure> {
    Ok(HttpResponse::Ok().json(trame.me(worker).await?))
}

/// Opens a session; the answer sets a strict cookie.
#[utoipa::path(post, path = contract::paths::SESSION, tag = "session", request_body = SignIn, responses(
    (status = 204, description = "Signed in."),
    problems::Reading, problems::Body,
    (status = 429, body = contract::Problem, content_type = "application/problem+json"),
))]
pub(super) async fn sign_in(
    request: HttpRequest,
    body: Json<SignIn>,
    trame: Data<Trame>,
) -> Result<HttpResponse, Failure> {
    let language = super::failure::language(&request);
    let signed = trame
        .identity
        .sign_in(&body.login.0, &body.password.0, peer(&request), Timestamp::now())
        .await;
    let (token, _) = signed.map_err(|refused| match refused {
        NotSignedIn::Wrong => Failure::sign_in_refused().in_language(language),
        NotSignedIn::TooManyAttempts { retry_after } => {
            Failure::too_many_attempts(retry_after.as_secs().max(1)).in_language(language)
        }
        NotSignedIn::Fault(fault) => Failure::from(fault).in_language(language),
    })?;
    Ok(HttpResponse::NoContent()
        .cookie(cookie(token.as_str(), &trame))
        .finish())
}

/// Ends the session.
#[utoipa::path(delete, path = contract::paths::SESSION, tag = "session", responses(
    (status = 204, description = "Signed out, or never signed in."),
    problems::Reading,
))]
pub(super) async fn sign_out(request: HttpRequest, trame: Data<Trame>) -> Result<HttpResponse, Failure> {
    if let Some(held) = request.cookie(COOKIE) {
        trame.identity.sign_out(&Token::from_cookie(held.value())).await?;
    }
    let mut gone = cookie("", &trame);
    gone.make_removal();
    Ok(HttpResponse::NoContent().cookie(gone).finish())
}

/// From where the request comes, as the socket says: a header could be invented.
fn peer(request: &HttpRequest) -> IpAddr {
    request
        .peer_addr()
        .map_or(IpAddr::V6(Ipv6Addr::UNSPECIFIED), |peer| peer.ip())
}

fn cookie(token: &str, trame: &Trame) -> Cookie<'static> {
    Cookie::build(COOKIE, token.to_owned())
        .path("/")
        .http_only(true)
        .same_site(SameSite::Strict)
        .secure(trame.secure_cookies)
        .finish()
}
