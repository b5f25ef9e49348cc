//! Passkeys: signing in by one, and those of who is signed in.

use super::failure::{Failure, language};
use super::problems;
use super::second_factor::{proof, unconfirmed};
use super::session::{KEY, answered, held, key_cookie, not_held, peer, refused};
use super::worker::{Worker, token_in};
use crate::app::Trame;
use actix_web::web::{Data, Json, Path};
use actix_web::{HttpRequest, HttpResponse};
use contract::Plain;
use contract::passkey::{
    AddPasskey, LONGEST_NAME, PasskeyChallenge, PasskeyLine, PasskeyList, ProveAgain, ShowPasskey,
};
use domain::words::{Invalid, said};
use identity::{NotSignedIn, PasskeyRefused};
use jiff::Timestamp;
use uuid::Uuid;

/// Asks a browser for a passkey; a strict cookie binds the challenge to it.
#[utoipa::path(post, path = contract::paths::ASK_PASSKEY, tag = "session", responses(
    (status = 200, body = PasskeyChallenge),
    problems::Reading, problems::Missing,
    (status = 429, body = contract::Problem, content_type = "application/problem+json"),
))]
pub(super) async fn ask(request: HttpRequest, trame: Data<Trame>) -> Result<HttpResponse, Failure> {
    let language = language(&request);
    there(&trame)?;
    let asked = trame.identity.ask_passkey(peer(&request), Timestamp::now()).await;
    let (token, options) = asked.map_err(|why| refused(why).in_language(language))?;
    Ok(HttpResponse::Ok()
        .cookie(key_cookie(token.as_str(), &trame))
        .json(PasskeyChallenge {
            options: Plain(options),
        }))
}

/// Signs in by a passkey, which stands for password and code; each challenge is answered once.
#[utoipa::path(post, path = contract::paths::SIGN_IN_PASSKEY, tag = "session", request_body = ShowPasskey, responses(
    (status = 204, description = "Signed in; the answer sets a strict cookie."),
    problems::Reading, problems::Body, problems::Missing,
))]
pub(super) async fn sign_in(
    request: HttpRequest,
    body: Json<ShowPasskey>,
    trame: Data<Trame>,
) -> Result<HttpResponse, Failure> {
    let no = |why| refused(why).in_language(language(&request));
    there(&trame)?;
    let token = token_in(&request, KEY).ok_or_else(|| no(NotSignedIn::Passkey(PasskeyRefused::Over)))?;
    let signed = trame
        .identity
        .sign_in_by_passkey(&token, &body.answer.0, peer(&request), Timestamp::now())
        .await;
    let mut answer = answered(&request, &trame, signed.map_err(no)?).await?;
    // A cookie that cannot be set is no reason to send somebody away.
    drop(answer.add_cookie(&not_held(KEY, &trame)));
    Ok(answer)
}

/// Lists the passkeys of who asks.
#[utoipa::path(get, path = contract::paths::PASSKEYS, tag = "session", responses(
    (status = 200, body = PasskeyList),
    problems::Reading,
))]
pub(super) async fn own(worker: Worker, request: HttpRequest, trame: Data<Trame>) -> Result<HttpResponse, Failure> {
    let who = worker.reader.worker.0;
    let session = trame.identity.session(&held(&request)?, Timestamp::now()).await?;
    let own = trame.identity.own_passkeys(who).await?;
    let passkeys = own
        .into_iter()
        .map(|each| PasskeyLine {
            passkey: each.id,
            name: each.name.map(Plain),
            made_at: each.made_at,
            used_at: each.used_at,
        })
        .collect();
    Ok(HttpResponse::Ok().json(PasskeyList {
        passkeys,
        may_have_some: trame.identity.takes_passkeys() && session.is_some_and(|session| !session.demonstration),
        asks_code: trame.identity.second_factor(who).await?.is_some(),
    }))
}

/// Asks her device for a new passkey, once she has proved again who she is.
#[utoipa::path(post, path = contract::paths::OFFER_PASSKEY, tag = "session", request_body = ProveAgain, responses(
    (status = 200, body = PasskeyChallenge),
    problems::Reading, problems::Body, problems::Missing,
    (status = 429, body = contract::Problem, content_type = "application/problem+json"),
))]
pub(super) async fn offer(
    worker: Worker,
    request: HttpRequest,
    body: Json<ProveAgain>,
    trame: Data<Trame>,
) -> Result<HttpResponse, Failure> {
    there(&trame)?;
    let (token, who) = (held(&request)?, worker.reader.worker.0);
    let ProveAgain { password, proof: shown } = body.into_inner();
    let shown = shown.map(proof);
    let called = trame.name_of(who, worker.language).await?;
    let offered = trame
        .identity
        .offer_passkey(
            (who, &token),
            &called,
            (&password.0, shown.as_ref()),
            peer(&request),
            Timestamp::now(),
        )
        .await;
    let options = offered.map_err(|why| unconfirmed(why).in_language(worker.language))?;
    Ok(HttpResponse::Ok().json(PasskeyChallenge {
        options: Plain(options),
    }))
}

/// Keeps the passkey that her device made.
#[utoipa::path(post, path = contract::paths::PASSKEYS, tag = "session", request_body = AddPasskey, responses(
    (status = 204, description = "It opens from now on."),
    problems::Reading, problems::Body, problems::Missing,
))]
pub(super) async fn add(
    worker: Worker,
    request: HttpRequest,
    body: Json<AddPasskey>,
    trame: Data<Trame>,
) -> Result<HttpResponse, Failure> {
    there(&trame)?;
    let name =
        called(&body.name.0).map_err(|invalid| Failure::invalid("name", invalid).in_language(worker.language))?;
    let (token, who) = (held(&request)?, worker.reader.worker.0);
    let added = trame
        .identity
        .add_passkey((who, &token), (&name, &body.answer.0), Timestamp::now())
        .await;
    added.map_err(|why| refused(why).in_language(worker.language))?;
    Ok(HttpResponse::NoContent().finish())
}

/// Takes one of hers away, once she has proved again who she is, and ends her other sessions.
#[utoipa::path(post, path = contract::paths::REMOVE_PASSKEY, tag = "session", params(("passkey" = Uuid, Path)),
    request_body = ProveAgain, responses(
    (status = 204, description = "It opens nothing any more."),
    problems::Reading, problems::Body, problems::Missing,
    (status = 429, body = contract::Problem, content_type = "application/problem+json"),
))]
pub(super) async fn remove(
    worker: Worker,
    request: HttpRequest,
    passkey: Path<Uuid>,
    body: Json<ProveAgain>,
    trame: Data<Trame>,
) -> Result<HttpResponse, Failure> {
    let (token, who) = (held(&request)?, worker.reader.worker.0);
    let ProveAgain { password, proof: shown } = body.into_inner();
    let shown = shown.map(proof);
    let removed = trame
        .identity
        .remove_passkey(
            (who, &token),
            *passkey,
            (&password.0, shown.as_ref()),
            peer(&request),
            Timestamp::now(),
        )
        .await;
    let removed = removed.map_err(|why| unconfirmed(why).in_language(worker.language))?;
    // One of somebody else is as unknown as none.
    if !removed {
        return Err(Failure::not_found().in_language(worker.language));
    }
    Ok(HttpResponse::NoContent().finish())
}

/// There are passkeys, or there is no such thing.
fn there(trame: &Trame) -> Result<(), Failure> {
    trame
        .identity
        .takes_passkeys()
        .then_some(())
        .ok_or_else(Failure::not_found)
}

/// What she calls it.
fn called(name: &str) -> Result<String, Invalid> {
    let name = said(name)?;
    if name.chars().count() > LONGEST_NAME {
        return Err(Invalid::TooLong { most: LONGEST_NAME });
    }
    Ok(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_passkey_has_a_short_name() {
        assert_eq!(called("  Téléphone du service "), Ok("Téléphone du service".to_owned()));
        assert_eq!(called(" "), Err(Invalid::Empty));
        let long = "é".repeat(LONGEST_NAME + 1);
        assert_eq!(called(&long), Err(Invalid::TooLong { most: LONGEST_NAME }));
    }
}
