//! The log as a witness sees it: checkpoints and proofs, for an administrator or a witness that was admitted.

use super::failure::{Failure, language};
use super::problems;
use super::worker::Worker;
use crate::app::Trame;
use access::watches_the_log;
use actix_web::dev::Payload;
use actix_web::http::header;
use actix_web::web::{Data, Query};
use actix_web::{FromRequest, HttpRequest, HttpResponse, web};
use checkpoints::Token;
use contract::log::{Consistency, ConsistencyQuery, Inclusion, InclusionQuery};
use std::future::Future;
use std::pin::Pin;

/// Whoever may watch the log: known from a session, or from the token of a witness.
pub(super) struct Watcher;

impl FromRequest for Watcher {
    type Error = Failure;
    type Future = Pin<Box<dyn Future<Output = Result<Self, Failure>>>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let (request, worker) = (request.clone(), Worker::from_request(request, payload));
        Box::pin(async move {
            let language = language(&request);
            if let Some(token) = token(&request) {
                let admitted = is_admitted(&request, &token).await;
                return admitted.map_err(|failure| failure.in_language(language));
            }
            if watches_the_log(worker.await?.reader) {
                Ok(Self)
            } else {
                Err(Failure::not_allowed("problem.watches_no_log").in_language(language))
            }
        })
    }
}

/// The token of a witness, when one is shown.
fn token(request: &HttpRequest) -> Option<Token> {
    let shown = request.headers().get(header::AUTHORIZATION)?.to_str().ok()?;
    shown.strip_prefix("Bearer ").map(Token::from_header)
}

async fn is_admitted(request: &HttpRequest, token: &Token) -> Result<Watcher, Failure> {
    let trame = request
        .app_data::<web::Data<Trame>>()
        .ok_or_else(Failure::not_signed_in)?;
    if checkpoints::is_admitted(trame.log.pool(), token).await? {
        Ok(Watcher)
    } else {
        Err(Failure::not_signed_in())
    }
}

/// Shows the newest checkpoint as a signed note: origin, size and root, and the signature of the log.
#[utoipa::path(get, path = contract::paths::CHECKPOINT, tag = "log", security(("session" = []), ("witness" = [])),
    responses(
        (status = 200, body = String, content_type = "text/plain"),
        problems::Reading, problems::Missing,
))]
pub(super) async fn checkpoint(_: Watcher, trame: Data<Trame>) -> Result<HttpResponse, Failure> {
    let newest = checkpoints::newest(trame.log.pool()).await?;
    let (_, note) = newest.ok_or_else(Failure::not_found)?;
    Ok(HttpResponse::Ok()
        .content_type("text/plain; charset=utf-8")
        .body(note.to_string()))
}

/// Proves that an event is in the log.
#[utoipa::path(get, path = contract::paths::INCLUSION, tag = "log", params(InclusionQuery),
    security(("session" = []), ("witness" = [])),
    responses(
        (status = 200, body = Inclusion),
        problems::Reading, problems::Missing,
))]
pub(super) async fn inclusion(
    _: Watcher,
    asked: Query<InclusionQuery>,
    trame: Data<Trame>,
) -> Result<HttpResponse, Failure> {
    let InclusionQuery { position, size } = *asked;
    let included = checkpoints::inclusion(trame.log.pool(), position, size).await?;
    let included = included.ok_or_else(Failure::not_found)?;
    Ok(HttpResponse::Ok().json(Inclusion {
        position,
        size,
        hash: transparency::written(&included.hash),
        proof: included.proof.iter().map(transparency::written).collect(),
    }))
}

/// Proves that the log only grew from one size to another.
#[utoipa::path(get, path = contract::paths::CONSISTENCY, tag = "log", params(ConsistencyQuery),
    security(("session" = []), ("witness" = [])),
    responses(
        (status = 200, body = Consistency),
        problems::Reading, problems::Missing,
))]
pub(super) async fn consistency(
    _: Watcher,
    asked: Query<ConsistencyQuery>,
    trame: Data<Trame>,
) -> Result<HttpResponse, Failure> {
    let ConsistencyQuery { from, to } = *asked;
    let proof = checkpoints::consistency(trame.log.pool(), from, to).await?;
    let proof = proof.ok_or_else(Failure::not_found)?;
    Ok(HttpResponse::Ok().json(Consistency {
        from,
        to,
        proof: proof.iter().map(transparency::written).collect(),
    }))
}
