//! Who knocks: known from her session, with her role and service as they are now.

use super::failure::{Failure, language};
use crate::app::Trame;
use access::Reader;
use actix_web::body::{EitherBody, MessageBody};
use actix_web::dev::{Payload, ServiceRequest, ServiceResponse};
use actix_web::http::{Method, header};
use actix_web::middleware::Next;
use actix_web::{FromRequest, HttpRequest, ResponseError, web};
use domain::words::{Author, Source, WorkerId};
use identity::Token;
use jiff::Timestamp;
use sentences::Language;
use std::future::Future;
use std::pin::Pin;

/// The name of the cookie that carries the session.
pub(super) const COOKIE: &str = "trame_session";

/// Where the page stands that asks, as the browser sees it, and the answers that are ours.
const FETCH_SITE: &str = "sec-fetch-site";
const OUR_PAGES: [&[u8]; 2] = [b"same-origin", b"none"];

/// The name of a cookie. Where people come over TLS it bears the prefix by which browsers keep it to this very host: no
/// neighbour of the domain can set it.
pub(super) fn named(name: &str, secure: bool) -> String {
    if secure {
        format!("__Host-{name}")
    } else {
        name.to_owned()
    }
}

/// The token that a request holds in the cookie of this name.
pub(super) fn token_in(request: &HttpRequest, name: &str) -> Option<Token> {
    let secure = request
        .app_data::<web::Data<Trame>>()
        .is_some_and(|trame| trame.secure_cookies);
    let cookie = request.cookie(&named(name, secure))?;
    Some(Token::from_cookie(cookie.value()))
}

/// A signed-in worker and the instant of her request.
#[derive(Clone, Copy, Debug)]
pub struct Worker {
    /// Who, in which role, of which service.
    pub reader: Reader,
    /// When the request arrived.
    pub at: Timestamp,
    /// The language she reads.
    pub language: Language,
}

impl Worker {
    /// She, as the author of a wish.
    #[must_use]
    pub fn author(&self) -> Author {
        Author {
            worker: self.reader.worker,
            source: Source::Entered,
        }
    }
}

impl FromRequest for Worker {
    type Error = Failure;
    type Future = Pin<Box<dyn Future<Output = Result<Self, Failure>>>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let request = request.clone();
        Box::pin(async move {
            let language = language(&request);
            known(&request, language)
                .await
                .map_err(|failure| failure.in_language(language))
        })
    }
}

async fn known(request: &HttpRequest, language: Language) -> Result<Worker, Failure> {
    let trame = request
        .app_data::<web::Data<Trame>>()
        .ok_or_else(Failure::not_signed_in)?;
    let token = token_in(request, COOKIE).ok_or_else(Failure::not_signed_in)?;
    let session = trame
        .identity
        .session(&token, Timestamp::now())
        .await?
        .ok_or_else(Failure::not_signed_in)?;
    let reader = trame
        .reader(WorkerId(session.worker))
        .await?
        .ok_or_else(Failure::not_signed_in)?;
    Ok(Worker {
        reader,
        at: trame.clock.now(),
        language,
    })
}

/// A request that changes something comes from our own pages: the browser says from where, and a strict cookie does
/// the rest.
pub(super) async fn same_origin(
    request: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<impl MessageBody>, actix_web::Error> {
    let changes = !matches!(*request.method(), Method::GET | Method::HEAD | Method::OPTIONS);
    let told = request
        .headers()
        .get(header::ORIGIN)
        .and_then(|origin| origin.to_str().ok());
    let host = request.connection_info().host().to_owned();
    let foreign = told.is_some_and(|origin| origin.split_once("://").is_none_or(|(_, from)| from != host));
    // A browser also says from what kind of place its page asks, in a header that no page can set.
    let site = request.headers().get(FETCH_SITE);
    let from_elsewhere = site.is_some_and(|site| !OUR_PAGES.contains(&site.as_bytes()));
    if changes && (foreign || from_elsewhere) {
        return Ok(turned_away(request, Failure::not_allowed("problem.foreign_origin")));
    }
    Ok(next.call(request).await?.map_into_left_body())
}

/// A page that was opened before an update, and no longer speaks as the server does, is told to reload.
pub(super) async fn up_to_date(
    request: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<impl MessageBody>, actix_web::Error> {
    let told = request.headers().get(contract::BUILD_HEADER);
    let answered = told.is_none_or(|build| build.to_str().is_ok_and(contract::is_answered));
    if !answered {
        return Ok(turned_away(request, Failure::too_old()));
    }
    Ok(next.call(request).await?.map_into_left_body())
}

pub(super) fn turned_away<B>(request: ServiceRequest, failure: Failure) -> ServiceResponse<EitherBody<B>> {
    let failure = failure.in_language(language(request.request()));
    request
        .into_response(failure.error_response().map_into_boxed_body())
        .map_into_right_body()
}
