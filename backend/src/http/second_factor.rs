//! The second step of signing in, and the application that it asks for.

use super::failure::{Failure, language};
use super::problems;
use super::session::{HALF, Holder, SigningIn, cookie, half_cookie, held, held_half, not_held, opened, peer, refused};
use super::worker::Worker;
use crate::app::Trame;
use actix_web::http::StatusCode;
use actix_web::web::{Data, Json};
use actix_web::{FromRequest, HttpRequest, HttpResponse};
use contract::Plain;
use contract::account::{
    AskEnrolment, ConfirmEnrolment, Enrolment, Entered, Proof, QrCode, RecoveryCodes, SecondFactorView,
};
use identity::{NotSignedIn, Offer, Token};
use jiff::Timestamp;
use qrcodegen::{QrCode as Drawing, QrCodeEcc};

/// The empty squares around a code, without which no camera finds it.
const QUIET: i32 = 4;

/// Ends a sign-in by what is shown beside the password.
#[utoipa::path(post, path = contract::paths::SIGN_IN_CODE, tag = "session", request_body = Proof, responses(
    (status = 200, body = Entered, description = "Signed in; the answer sets a strict cookie."),
    problems::Reading, problems::Body,
    (status = 429, body = contract::Problem, content_type = "application/problem+json"),
))]
pub(super) async fn sign_in_code(
    SigningIn(half): SigningIn,
    request: HttpRequest,
    body: Json<Proof>,
    trame: Data<Trame>,
) -> Result<HttpResponse, Failure> {
    let language = language(&request);
    let entered = trame
        .identity
        .sign_in_with(&half, &proof(body.into_inner()), peer(&request), Timestamp::now())
        .await
        .map_err(|why| refused(why).in_language(language))?;
    opened(&request, &trame, &entered.token).await?;
    Ok(HttpResponse::Ok()
        .cookie(cookie(entered.token.as_str(), &trame))
        .cookie(not_held(HALF, &trame))
        .json(Entered {
            recovery_codes_left: entered.recovery_codes_left,
        }))
}

/// Tells what the account of who asks has beside its password.
#[utoipa::path(get, path = contract::paths::SECOND_FACTOR, tag = "session", responses(
    (status = 200, body = SecondFactorView),
    problems::Reading,
))]
pub(super) async fn second_factor(
    worker: Worker,
    request: HttpRequest,
    trame: Data<Trame>,
) -> Result<HttpResponse, Failure> {
    let session = trame.identity.session(&held(&request)?, Timestamp::now()).await?;
    let known = trame.identity.second_factor(worker.reader.worker.0).await?;
    let known = known.as_ref();
    Ok(HttpResponse::Ok().json(SecondFactorView {
        since: known.map(|known| known.made_at),
        recovery_codes_left: known.map_or(0, |known| known.recovery_codes_left),
        recovered_at: known.and_then(|known| known.recovered_at),
        wrong_codes: known.map_or(0, |known| known.wrong),
        wrong_since: known.map(|known| known.wrong_since),
        may_have_one: session.is_some_and(|session| !session.demonstration),
    }))
}

/// Shows the secret of a new application; what she has goes on until a code confirms it.
#[utoipa::path(post, path = contract::paths::SECOND_FACTOR, tag = "session", request_body = AskEnrolment, responses(
    (status = 200, body = Enrolment),
    problems::Reading, problems::Body,
    (status = 429, body = contract::Problem, content_type = "application/problem+json"),
))]
pub(super) async fn enrol(
    _holder: Holder,
    request: HttpRequest,
    body: Json<AskEnrolment>,
    trame: Data<Trame>,
) -> Result<HttpResponse, Failure> {
    let language = language(&request);
    let now = Timestamp::now();
    let asked = body.into_inner();
    let (worker, offer) = match (&asked.password, held_half(&request)) {
        // Who tells no password is not signed in yet, else one would be missed.
        (None, Some(half)) => {
            let known = trame.identity.half(&half, now).await?;
            let known = known.ok_or_else(|| refused(NotSignedIn::Over).in_language(language))?;
            (known.worker, trame.identity.offer_at_sign_in(&half, now).await)
        }
        (Some(_), _) | (None, None) => {
            let worker = Worker::extract(&request).await?.reader.worker.0;
            let password = asked.password.unwrap_or(Plain(String::new()));
            let proof = asked.proof.map(proof);
            let shown = (password.0.as_str(), proof.as_ref());
            let token = held(&request)?;
            let offer = trame.identity.offer_again((worker, &token), shown, peer(&request), now);
            (worker, offer.await)
        }
    };
    let offer = offer.map_err(|why| unconfirmed(why).in_language(language))?;
    let name = trame.name_of(worker, language).await?;
    Ok(HttpResponse::Ok().json(shown(&offer, &name)?))
}

/// Confirms a new application by a code that it shows; from then on it is asked for. The codes for the day on which it is
/// lost are shown once. Who was signing in is in.
#[utoipa::path(post, path = contract::paths::CONFIRM_SECOND_FACTOR, tag = "session", request_body = ConfirmEnrolment,
    responses(
    (status = 200, body = RecoveryCodes),
    problems::Reading, problems::Body,
    (status = 429, body = contract::Problem, content_type = "application/problem+json"),
))]
pub(super) async fn confirm(
    _holder: Holder,
    request: HttpRequest,
    body: Json<ConfirmEnrolment>,
    trame: Data<Trame>,
) -> Result<HttpResponse, Failure> {
    let language = language(&request);
    let now = Timestamp::now();
    let holder = match held_half(&request) {
        Some(half) if trame.identity.half(&half, now).await?.is_some() => half,
        Some(_) | None => {
            Worker::extract(&request).await?;
            held(&request)?
        }
    };
    let confirmed = trame.identity.confirm(&holder, &body.code.0, peer(&request), now).await;
    let confirmed = confirmed.map_err(|why| refused(why).in_language(language))?;
    let mut answer = HttpResponse::build(StatusCode::OK);
    if let Some((token, _)) = &confirmed.entered {
        opened(&request, &trame, token).await?;
        answer
            .cookie(cookie(token.as_str(), &trame))
            .cookie(not_held(HALF, &trame));
    }
    Ok(answer.json(RecoveryCodes {
        recovery_codes: confirmed.recovery_codes.into_iter().map(Plain).collect(),
    }))
}

/// The answer to a password that fits while something is still needed.
pub(super) fn half_answer(half: &Token, needs: identity::Need, trame: &Trame) -> HttpResponse {
    let needs = match needs {
        identity::Need::Password => contract::account::Need::Password,
        identity::Need::Code => contract::account::Need::Code,
        identity::Need::Enrolment => contract::account::Need::Enrolment,
    };
    HttpResponse::Accepted()
        .cookie(half_cookie(half.as_str(), trame))
        .json(contract::account::SignInNeeds { needs })
}

pub(super) fn proof(told: Proof) -> identity::Proof {
    match told {
        Proof::Code(code) => identity::Proof::Code(code.0),
        Proof::RecoveryCode(code) => identity::Proof::RecoveryCode(code.0),
    }
}

/// Who is signed in and does not prove again who she is stays signed in: her screen is told so at the field.
pub(super) fn unconfirmed(why: NotSignedIn) -> Failure {
    match why {
        NotSignedIn::Wrong => Failure::unfit("password", "account.password_wrong"),
        NotSignedIn::FirstSecretOver
        | NotSignedIn::Unfit(_)
        | NotSignedIn::WrongCode
        | NotSignedIn::CodesRest
        | NotSignedIn::Passkey(_)
        | NotSignedIn::Over
        | NotSignedIn::TooManyAttempts { .. }
        | NotSignedIn::Fault(_) => refused(why),
    }
}

fn shown(offer: &Offer, name: &str) -> Result<Enrolment, Failure> {
    let label = encoded(&format!("Trame:{name}"));
    let address = format!(
        "otpauth://totp/{label}?secret={}&issuer=Trame&algorithm=SHA1&digits=6&period=30",
        offer.secret
    );
    let drawing = Drawing::encode_text(&address, QrCodeEcc::Medium);
    let drawing = drawing.map_err(|_long| Failure::unreadable("name"))?;
    Ok(Enrolment {
        secret: Plain(offer.secret.clone()),
        qr: drawn(&drawing),
    })
}

fn drawn(drawing: &Drawing) -> QrCode {
    let mut path = String::new();
    for y in 0..drawing.size() {
        for x in (0..drawing.size()).filter(|&x| drawing.get_module(x, y)) {
            let (across, down) = (x.saturating_add(QUIET), y.saturating_add(QUIET));
            path.push_str(&format!("M{across} {down}h1v1h-1z"));
        }
    }
    let side = drawing.size().saturating_add(QUIET.saturating_mul(2));
    QrCode {
        side: u32::try_from(side).unwrap_or_default(),
        path: Plain(path),
    }
}

/// A text within an address: what is not a plain letter or digit by its bytes (RFC 3986).
fn encoded(text: &str) -> String {
    let mut encoded = String::new();
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            encoded.push(char::from(byte));
        } else {
            encoded.push_str(&format!("%{byte:02X}"));
        }
    }
    encoded
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_stands_in_an_address_by_its_bytes() {
        assert_eq!(encoded("Trame:Hélène A."), "Trame%3AH%C3%A9l%C3%A8ne%20A.");
    }

    #[test]
    fn a_code_is_drawn_with_its_quiet_zone() {
        let drawing = Drawing::encode_text("a", QrCodeEcc::Low).unwrap();
        let drawn = drawn(&drawing);
        assert_eq!(drawn.side, 29, "21 squares and four on each side");
        assert!(
            drawn.path.0.starts_with("M4 4h1v1h-1z"),
            "the corner of the first finder"
        );
    }
}
