//! Signing in and out, and who one is.

use super::failure::Failure;
use super::problems;
use super::second_factor::half_answer;
use super::worker::{COOKIE, Worker, named, token_in};
use crate::app::Trame;
use actix_web::cookie::time::Duration;
use actix_web::cookie::{Cookie, SameSite};
use actix_web::dev::Payload;
use actix_web::http::header;
use actix_web::web::{Data, Json, Path};
use actix_web::{FromRequest, HttpRequest, HttpResponse};
use contract::account::SignInNeeds;
use contract::session::{Browser, SessionLine, SessionList, SignIn, System, device};
use identity::{CHALLENGE_LASTS, NotSignedIn, PasskeyRefused, PasswordRefused, SignedIn, Token, WAY_LASTS};
use jiff::Timestamp;
use std::future::{Ready, ready};
use std::net::{IpAddr, Ipv6Addr};
use uuid::Uuid;

/// The name of the cookie that carries the half of a sign-in.
pub(super) const HALF: &str = "trame_sign_in";

/// The name of the cookie of somebody who was sent to a provider of identities.
pub(super) const WAY: &str = "trame_way";

/// The name of the cookie of a browser that was asked for a passkey.
pub(super) const KEY: &str = "trame_key";

/// Tells who is signed in.
#[utoipa::path(get, path = contract::paths::SESSION, tag = "session", responses(
    (status = 200, body = contract::session::Me),
    problems::Reading,
))]
pub(super) async fn me(worker: Worker, trame: Data<Trame>) -> Result<HttpResponse, Failure> {
    Ok(HttpResponse::Ok().json(trame.me(worker).await?))
}

/// Opens a session, or the half of one that still needs something; the answer sets a strict cookie.
#[utoipa::path(post, path = contract::paths::SESSION, tag = "session", request_body = SignIn, responses(
    (status = 204, description = "Signed in."),
    (status = 202, body = SignInNeeds, description = "The password fits, and something is still needed."),
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
    let signed = signed.map_err(|why| refused(why).in_language(language))?;
    answered(&request, &trame, signed).await
}

/// The answer to a password that fits.
pub(super) async fn answered(request: &HttpRequest, trame: &Trame, signed: SignedIn) -> Result<HttpResponse, Failure> {
    match signed {
        SignedIn::Session(token, _) => {
            opened(request, trame, &token).await?;
            let mut answer = HttpResponse::NoContent();
            answer.cookie(cookie(token.as_str(), trame));
            if held_half(request).is_some() {
                answer.cookie(not_held(HALF, trame));
            }
            Ok(answer.finish())
        }
        SignedIn::Half(half, needs) => Ok(half_answer(&half, needs, trame)),
    }
}

/// Why a sign-in goes no further.
pub(super) fn refused(why: NotSignedIn) -> Failure {
    match why {
        NotSignedIn::Wrong => Failure::sign_in_refused(),
        NotSignedIn::FirstSecretOver => Failure::not_allowed("session.first_secret_over"),
        NotSignedIn::Unfit(PasswordRefused::TooShort) => {
            Failure::unfit("new_password", "password.too_short").with_count("least", identity::SHORTEST)
        }
        NotSignedIn::Unfit(PasswordRefused::TooLong) => {
            Failure::unfit("new_password", "password.too_long").with_count("most", identity::LONGEST)
        }
        NotSignedIn::Unfit(PasswordRefused::Stolen) => Failure::unfit("new_password", "password.stolen"),
        NotSignedIn::Unfit(PasswordRefused::TooNear) => Failure::unfit("new_password", "password.too_near"),
        NotSignedIn::WrongCode => Failure::unfit("code", "session.code_refused"),
        NotSignedIn::CodesRest => Failure::unfit("code", "session.codes_rest"),
        // Whether somebody has this key or nobody, and what is wrong with it, is not told.
        NotSignedIn::Passkey(PasskeyRefused::Unbelieved | PasskeyRefused::Copied) => {
            Failure::unfit("answer", "passkey.refused")
        }
        NotSignedIn::Passkey(PasskeyRefused::Over) => Failure::unfit("answer", "passkey.over"),
        NotSignedIn::Passkey(PasskeyRefused::Unfindable) => Failure::unfit("answer", "passkey.unfindable"),
        NotSignedIn::Passkey(PasskeyRefused::Known) => Failure::unfit("answer", "passkey.known"),
        NotSignedIn::Passkey(PasskeyRefused::TooMany) => Failure::unfit("answer", "passkey.too_many"),
        NotSignedIn::Over => Failure::sign_in_over(),
        NotSignedIn::TooManyAttempts { retry_after } => Failure::too_many_attempts(retry_after.as_secs().max(1)),
        NotSignedIn::Fault(identity::Fault::Busy) => Failure::busy(),
        NotSignedIn::Fault(fault) => Failure::from(fault),
    }
}

/// Keeps on what a session was opened, and ends the one that the same browser held before (ASVS 5.0, 7.2.4).
pub(super) async fn opened(request: &HttpRequest, trame: &Trame, token: &Token) -> Result<(), Failure> {
    if let Some(before) = token_in(request, COOKIE).filter(|before| before != token) {
        trame.identity.sign_out(&before).await?;
    }
    let (browser, system) = device(agent(request));
    Ok(trame.identity.opened_on(token, browser.code(), system.code()).await?)
}

/// Ends the session.
#[utoipa::path(delete, path = contract::paths::SESSION, tag = "session", responses(
    (status = 204, description = "Signed out, or never signed in."),
    problems::Reading,
))]
pub(super) async fn sign_out(request: HttpRequest, trame: Data<Trame>) -> Result<HttpResponse, Failure> {
    if let Some(held) = token_in(&request, COOKIE) {
        trame.identity.sign_out(&held).await?;
    }
    Ok(HttpResponse::NoContent().cookie(not_held(COOKIE, &trame)).finish())
}

/// Lists the open sessions of who asks: her own, and nobody else's.
#[utoipa::path(get, path = contract::paths::SESSIONS, tag = "session", responses(
    (status = 200, body = SessionList),
    problems::Reading,
))]
pub(super) async fn own(worker: Worker, request: HttpRequest, trame: Data<Trame>) -> Result<HttpResponse, Failure> {
    let own = trame
        .identity
        .own_sessions(worker.reader.worker.0, &held(&request)?, Timestamp::now())
        .await?;
    let sessions = own
        .into_iter()
        .map(|each| SessionLine {
            session: each.id,
            this: each.this,
            browser: Browser::of_code(&each.browser),
            system: System::of_code(&each.system),
            opened_at: each.made_at,
            seen_at: each.seen_at,
            ends_at: each.ends_at,
        })
        .collect();
    Ok(HttpResponse::Ok().json(SessionList { sessions }))
}

/// Ends one of the sessions of who asks.
#[utoipa::path(delete, path = contract::paths::OWN_SESSION, tag = "session",
    params(("session" = Uuid, Path)), responses(
    (status = 204, description = "It is over."),
    problems::Reading, problems::Missing,
))]
pub(super) async fn end_own(worker: Worker, session: Path<Uuid>, trame: Data<Trame>) -> Result<HttpResponse, Failure> {
    // A session of somebody else is as unknown as none.
    if !trame.identity.end_own_session(worker.reader.worker.0, *session).await? {
        return Err(Failure::not_found());
    }
    Ok(HttpResponse::NoContent().finish())
}

/// Ends all sessions of who asks but the one from which she does.
#[utoipa::path(delete, path = contract::paths::SESSIONS, tag = "session", responses(
    (status = 204, description = "They are over."),
    problems::Reading,
))]
pub(super) async fn end_others(
    worker: Worker,
    request: HttpRequest,
    trame: Data<Trame>,
) -> Result<HttpResponse, Failure> {
    trame
        .identity
        .end_other_sessions(worker.reader.worker.0, &held(&request)?)
        .await?;
    Ok(HttpResponse::NoContent().finish())
}

/// The token of the half of a sign-in, when the request holds one.
pub(super) fn held_half(request: &HttpRequest) -> Option<Token> {
    token_in(request, HALF)
}

/// Who holds the half of a sign-in; a stranger learns nothing of what would be read of her.
pub(super) struct SigningIn(pub(super) Token);

impl FromRequest for SigningIn {
    type Error = Failure;
    type Future = Ready<Result<Self, Failure>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let stranger = || Failure::not_signed_in().in_language(super::failure::language(request));
        ready(held_half(request).map(Self).ok_or_else(stranger))
    }
}

/// Who holds the half of a sign-in or, as far as is known yet, a session.
pub(super) struct Holder;

impl FromRequest for Holder {
    type Error = Failure;
    type Future = Ready<Result<Self, Failure>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let stranger = || Failure::not_signed_in().in_language(super::failure::language(request));
        let holds = held_half(request).is_some() || token_in(request, COOKIE).is_some();
        ready(holds.then_some(Self).ok_or_else(stranger))
    }
}

/// The token of the request.
pub(super) fn held(request: &HttpRequest) -> Result<Token, Failure> {
    token_in(request, COOKIE).ok_or_else(Failure::not_signed_in)
}

/// How the browser calls itself.
fn agent(request: &HttpRequest) -> &str {
    let told = request.headers().get(header::USER_AGENT);
    told.and_then(|told| told.to_str().ok()).unwrap_or_default()
}

/// From where the request comes: as the socket says, since a header could be invented; and as a proxy says that the
/// operator trusts, since behind one all people would else be one place, and could shut each other out.
pub(super) fn peer(request: &HttpRequest) -> IpAddr {
    let socket = request
        .peer_addr()
        .map_or(IpAddr::V6(Ipv6Addr::UNSPECIFIED), |peer| peer.ip());
    let trusted = request.app_data::<Data<Trame>>().map(|trame| &*trame.trusted_proxies);
    let told = request.headers().get_all(header::X_FORWARDED_FOR);
    let told: Vec<&str> = told
        .filter_map(|told| told.to_str().ok())
        .flat_map(|told| told.split(','))
        .collect();
    came_from(socket, trusted.unwrap_or_default(), &told)
}

/// The last address that no trusted proxy stands for; each proxy adds at the end where it was asked from.
fn came_from(socket: IpAddr, trusted: &[IpAddr], told: &[&str]) -> IpAddr {
    let mut from = socket.to_canonical();
    for told in told.iter().rev() {
        match told.trim().parse::<IpAddr>() {
            Ok(before) if trusted.contains(&from) => from = before.to_canonical(),
            Ok(_) | Err(_) => break,
        }
    }
    from
}

/// The cookie of a session.
pub(super) fn cookie(token: &str, trame: &Trame) -> Cookie<'static> {
    strict(COOKIE, token, trame)
}

/// The cookie of the half of a sign-in, which ends with it.
pub(super) fn half_cookie(token: &str, trame: &Trame) -> Cookie<'static> {
    let mut cookie = strict(HALF, token, trame);
    let lasts = trame.identity.half_lasts().as_secs();
    cookie.set_max_age(Duration::seconds(i64::try_from(lasts).unwrap_or(i64::MAX)));
    cookie
}

/// The cookie of somebody who was sent to a provider. It comes back with her from there, which a strict one would not.
pub(super) fn way_cookie(token: &str, trame: &Trame) -> Cookie<'static> {
    let mut cookie = strict(WAY, token, trame);
    cookie.set_same_site(SameSite::Lax);
    cookie.set_max_age(Duration::seconds(WAY_LASTS.as_secs()));
    cookie
}

/// The cookie of a browser that was asked for a passkey, which ends with the challenge.
pub(super) fn key_cookie(token: &str, trame: &Trame) -> Cookie<'static> {
    let mut cookie = strict(KEY, token, trame);
    cookie.set_max_age(Duration::seconds(CHALLENGE_LASTS.as_secs()));
    cookie
}

/// A cookie that takes another away.
pub(super) fn not_held(name: &'static str, trame: &Trame) -> Cookie<'static> {
    let mut gone = strict(name, "", trame);
    gone.make_removal();
    gone
}

fn strict(name: &'static str, token: &str, trame: &Trame) -> Cookie<'static> {
    Cookie::build(named(name, trame.secure_cookies), token.to_owned())
        .path("/")
        .http_only(true)
        .same_site(SameSite::Strict)
        .secure(trame.secure_cookies)
        .finish()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_trusted_proxy_says_where_somebody_comes_from() {
        let address = |text: &str| text.parse::<IpAddr>().unwrap();
        let (proxy, outer, her) = (address("10.0.0.1"), address("10.0.0.2"), address("192.0.2.7"));
        let trusted = [proxy, outer];
        assert_eq!(
            came_from(her, &trusted, &["198.51.100.9"]),
            her,
            "she asks without a proxy"
        );
        assert_eq!(came_from(proxy, &[], &["192.0.2.7"]), proxy, "nobody is trusted");
        assert_eq!(came_from(proxy, &trusted, &["192.0.2.7"]), her);
        assert_eq!(
            came_from(proxy, &trusted, &["198.51.100.9", " 192.0.2.7", "10.0.0.2"]),
            her
        );
        assert_eq!(came_from(proxy, &trusted, &["192.0.2.7", "unknown"]), proxy);
        assert_eq!(came_from(proxy, &trusted, &[]), proxy);
        assert_eq!(came_from(address("::ffff:10.0.0.1"), &trusted, &["192.0.2.7"]), her);
    }
}
