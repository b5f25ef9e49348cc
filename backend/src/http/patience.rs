//! Every request is answered within a bounded time, whatever becomes of the database: else people would stare at a page
//! that says nothing. Live updates are answered at once, and go on behind it.

use super::failure::{Failure, language};
use super::worker::turned_away;
use crate::app::Trame;
use crate::config::on_its_way;
use actix_web::body::MessageBody;
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::Method;
use actix_web::middleware::Next;
use actix_web::web;
use std::time::Duration;
use tokio::time::timeout;

/// Longer than the writer tries to keep a command while its database is away, so that it can say itself what came of it.
const ANSWER_WITHIN: Duration = Duration::from_secs(20);

/// A content comes over the line of who deposits it, which may be slow.
fn deposits(request: &ServiceRequest) -> bool {
    let path = request.path();
    *request.method() == Method::POST && (path.ends_with("/documents") || path.ends_with("/content"))
}

/// Answers in time, and nothing that depends on the time while our clock is not the database's.
pub(super) async fn answered(
    request: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<impl MessageBody>, actix_web::Error> {
    let asks_us = request.path().starts_with("/api/") && request.path() != contract::paths::HEALTH;
    let clocks_agree = request
        .app_data::<web::Data<Trame>>()
        .is_none_or(|trame| trame.log.clocks_agree());
    if asks_us && !clocks_agree {
        return Ok(turned_away(request, Failure::clocks_apart()));
    }
    let language = language(request.request());
    let largest = request
        .app_data::<web::Data<Trame>>()
        .map_or(0, |trame| trame.documents.largest_bytes());
    let (within, late): (_, fn() -> Failure) = if deposits(&request) {
        (on_its_way(largest), Failure::too_slow)
    } else {
        (ANSWER_WITHIN, Failure::unheard)
    };
    match timeout(within, next.call(request)).await {
        Ok(answered) => Ok(answered?.map_into_left_body()),
        // The command goes on by itself: only who waits for it leaves.
        Err(_late) => Err(late().in_language(language).into()),
    }
}
