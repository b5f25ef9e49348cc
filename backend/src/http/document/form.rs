//! A deposit as it comes over the wire: what it is, then what it holds, a few bytes at a time.

use crate::app::{Deposited, Depositing, NotTaken, Trame};
use crate::http::failure::Failure;
use actix_multipart::{Field, Multipart};
use actix_web::web::Payload;
use actix_web::{HttpRequest, HttpResponse};
use contents::{Laid, Whose};
use contract::document::{CONTENT, PART};
use domain::document::MediaType;
use futures::StreamExt;
use serde::de::DeserializeOwned;
use std::time::Duration;
use tokio::time::timeout;

/// The largest part that says what a deposit is.
const LARGEST_PART: usize = 64 * 1024;
/// How long the rest of a deposit that is refused is heard.
const HEARD_FOR: Duration = Duration::from_secs(10);
/// What a browser calls a file of which it knows nothing.
const UNTOLD: &str = "application/octet-stream";

/// What comes.
pub(super) struct Form(Multipart);

impl Form {
    /// Of a request that says that it is one.
    pub(super) fn of(request: &HttpRequest, payload: Payload) -> Result<Self, Failure> {
        let is_one = request.headers().get(actix_web::http::header::CONTENT_TYPE);
        let is_one = is_one.and_then(|told| told.to_str().ok());
        if is_one.is_some_and(|told| told.starts_with("multipart/form-data")) {
            Ok(Self(Multipart::new(request.headers(), payload)))
        } else {
            Err(Failure::no_form())
        }
    }

    /// The part of this name, which comes next.
    async fn part(&mut self, name: &str) -> Result<Field, Failure> {
        match self.0.next().await {
            Some(Ok(field)) if field.name() == Some(name) => Ok(field),
            Some(Ok(_)) | None => Err(Failure::unreadable(name)),
            // What is told of a form that cannot be read may quote it.
            Some(Err(_)) => Err(Failure::unreadable("body")),
        }
    }

    /// What it is.
    pub(super) async fn said<T: DeserializeOwned>(&mut self) -> Result<T, Failure> {
        let mut field = self.part(PART).await?;
        let told = field.bytes(LARGEST_PART).await;
        let bytes = told
            .ok()
            .and_then(Result::ok)
            .ok_or_else(|| Failure::unreadable(PART))?;
        serde_json::from_slice(&bytes)
            .ok()
            .ok_or_else(|| Failure::unreadable(PART))
    }

    /// What it holds, laid down. Nothing is left of what is refused.
    pub(super) async fn content(&mut self, trame: &Trame, whose: Whose) -> Result<(Laid, MediaType), Failure> {
        let mut field = self.part(CONTENT).await?;
        let told = field.content_type().map(|told| told.essence_str().to_owned());
        let depositing = trame.deposits(whose).await.map_err(|not| not_taken(trame, not))?;
        let content = depositing.content();
        let taken = takes_in(trame, &mut field, depositing, told.as_deref()).await;
        if taken.is_err() {
            trame.drops_content(content).await;
        }
        taken
    }

    /// Hears what still comes of a deposit that is refused, for a moment: a browser that is not heard to its end takes the
    /// answer for a broken line.
    pub(super) async fn heard_to_its_end(&mut self, answer: &Result<HttpResponse, Failure>) {
        if answer.is_ok() {
            return;
        }
        let rest = async { while let Some(Ok(_)) = self.0.next().await {} };
        if timeout(HEARD_FOR, rest).await.is_err() {
            tracing::debug!("a refused deposit was longer than what is heard of one");
        }
    }
}

async fn takes_in(
    trame: &Trame,
    field: &mut Field,
    mut depositing: Depositing,
    told: Option<&str>,
) -> Result<(Laid, MediaType), Failure> {
    while let Some(bytes) = field.next().await {
        let bytes = bytes.ok().ok_or_else(|| Failure::unreadable(CONTENT))?;
        depositing.add(&bytes).await.map_err(|not| not_taken(trame, not))?;
        if depositing.has_begun() {
            as_told(depositing.media_type(), told)?;
        }
    }
    match depositing.finish().await.map_err(|not| not_taken(trame, not))? {
        Deposited::Kept(laid, media_type) => {
            as_told(Some(media_type), told)?;
            Ok((laid, media_type))
        }
        Deposited::Empty => Err(Failure::unfit(CONTENT, "document.empty")),
        Deposited::Unknown => Err(Failure::unfit(CONTENT, "document.unknown_type")),
        Deposited::Harmful => Err(Failure::unfit(CONTENT, "document.harmful")),
    }
}

/// What it is by its first bytes is one of what is taken, and what it is said to be.
fn as_told(media_type: Option<MediaType>, told: Option<&str>) -> Result<(), Failure> {
    let Some(media_type) = media_type else {
        return Err(Failure::unfit(CONTENT, "document.unknown_type"));
    };
    match told {
        Some(told) if told != UNTOLD && told != media_type.mime() => {
            Err(Failure::unfit(CONTENT, "document.other_type"))
        }
        Some(_) | None => Ok(()),
    }
}

fn not_taken(trame: &Trame, not: NotTaken) -> Failure {
    match not {
        NotTaken::TooLarge => Failure::content_too_large(trame.documents.largest_mib),
        NotTaken::Unscanned(unscanned) => {
            tracing::error!(error = %unscanned, "a deposit could not be looked at");
            Failure::unscanned()
        }
        NotTaken::Fault(fault) => fault.into(),
    }
}
