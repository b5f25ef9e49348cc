//! Live updates: a position and an opaque word for what changed among the reader's own cases; never content.

use super::failure::Failure;
use super::problems;
use super::worker::{COOKIE, Worker, token_in};
use crate::app::{Screen, Told, Trame};
use actix_web::http::header;
use actix_web::web::{Bytes, Data};
use actix_web::{HttpRequest, HttpResponse};
use contract::live::Changed;
use futures::stream;
use std::time::Duration;

/// How often a line that says nothing keeps the connection, and the session is looked at again.
const HEARTBEAT: Duration = Duration::from_secs(20);

/// Streams what changed among the reader's cases, as server-sent events named `changed`.
#[utoipa::path(get, path = contract::paths::EVENTS, tag = "server", responses(
    (status = 200, description = "A stream of `changed` events.", content_type = "text/event-stream",
     body = contract::live::Changed),
    problems::Reading,
))]
pub(super) async fn events(worker: Worker, request: HttpRequest, trame: Data<Trame>) -> Result<HttpResponse, Failure> {
    let token = token_in(&request, COOKIE);
    let token = token.ok_or_else(Failure::not_signed_in)?;
    let screen = Screen {
        worker: worker.reader.worker,
        token,
        seen: trame.views_at(),
    };
    let listener = Listener {
        trame,
        screen,
        opened: false,
    };
    let lines = stream::unfold(listener, |mut listener| async move {
        let line = listener.next().await?;
        Some((Ok::<_, actix_web::Error>(line), listener))
    });
    Ok(HttpResponse::Ok()
        .content_type("text/event-stream")
        .insert_header((header::CACHE_CONTROL, "no-store"))
        .insert_header(("x-accel-buffering", "no"))
        .streaming(Box::pin(lines)))
}

/// One open connection.
struct Listener {
    trame: Data<Trame>,
    screen: Screen,
    opened: bool,
}

impl Listener {
    /// The next lines to send; none when the connection is over.
    async fn next(&mut self) -> Option<Bytes> {
        if !self.opened {
            self.opened = true;
            return Some(said(&Changed {
                position: self.screen.seen,
                topic: None,
            }));
        }
        let mut reached = self.trame.views_reached();
        loop {
            if !self.trame.is_serving() {
                return None;
            }
            let seen = self.screen.seen;
            // No guard of the position is held over a wait: it would stop the views and with them everybody.
            let waited = tokio::time::timeout(HEARTBEAT, reached.wait_for(|position| *position > seen))
                .await
                .map(|reached| reached.map(|position| *position));
            if matches!(waited, Ok(Err(_))) {
                return None;
            }
            let (position, topics) = match self.trame.told(&self.screen).await {
                Told::SignedOut => return None,
                // What changed could not be found out: the client asks everything again.
                Told::Unknown { position } => (position, vec![None]),
                Told::Changed { position, topics } => (position, topics.into_iter().map(Some).collect()),
            };
            self.screen.seen = position;
            if !topics.is_empty() {
                let lines = topics.into_iter().map(|topic| said(&Changed { position, topic }));
                return Some(lines.collect::<Vec<_>>().concat().into());
            }
            if waited.is_err() {
                return Some(Bytes::from_static(b": still here\n\n"));
            }
        }
    }
}

fn said(changed: &Changed) -> Bytes {
    let topic = changed
        .topic
        .as_ref()
        .map_or_else(|| "null".to_owned(), |topic| format!("\"{topic}\""));
    let Changed { position, .. } = changed;
    Bytes::from(format!(
        "event: changed\nid: {position}\ndata: {{\"position\":{position},\"topic\":{topic}}}\n\n"
    ))
}
