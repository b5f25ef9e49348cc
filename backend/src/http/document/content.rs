//! What a document holds, given out chunk by chunk to who may read where it lies.

use crate::app::Trame;
use crate::config::on_its_way;
use crate::fault::Fault;
use crate::http::failure::Failure;
use crate::http::problems;
use crate::http::worker::Worker;
use actix_web::http::header;
use actix_web::web::{Bytes, Data, Path};
use actix_web::{HttpRequest, HttpResponse};
use contents::Reading;
use domain::document::MediaType;
use domain::words::{Day, DocumentId, SupportCaseId};
use futures::{StreamExt, stream};
use journal::Shown;
use projections::case_file::CaseFile;
use tokio::time::Instant;

/// A picture is shown in a place of its own, where nothing runs.
const PICTURE: &str = "default-src 'none'; img-src 'self'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; \
     frame-ancestors 'none'; sandbox";
/// Viewers of PDF do not open in such a place; they are one by themselves.
const PDF: &str = "default-src 'none'; object-src 'self'; img-src 'self' data:; style-src 'unsafe-inline'; base-uri 'none'; \
     form-action 'none'; frame-ancestors 'none'";

/// Gives out what a document holds. A document that the reader may not read is not there.
#[utoipa::path(get, path = contract::paths::DOCUMENT_CONTENT, tag = "documents",
    params(("support_case" = SupportCaseId, Path), ("document" = DocumentId, Path)), responses(
    (status = 200, description = "The content, of the kind that it was deposited as.", body = Vec<u8>,
     content_type = "application/pdf"),
    (status = 410, body = contract::Problem, content_type = "application/problem+json",
     description = "What it held was erased."),
    problems::Reading, problems::Missing,
))]
pub(in crate::http) async fn give(
    worker: Worker,
    path: Path<(SupportCaseId, DocumentId)>,
    request: HttpRequest,
    trame: Data<Trame>,
) -> Result<HttpResponse, Failure> {
    let language = worker.language;
    let follows_a_link = request.headers().get(header::ACCEPT);
    let follows_a_link = follows_a_link
        .and_then(|told| told.to_str().ok())
        .is_some_and(|told| told.contains("text/html"));
    match gives(worker, path.into_inner(), &trame).await {
        Err(failure) if follows_a_link => Ok(failure.in_language(language).as_page()),
        answer => answer,
    }
}

async fn gives(
    worker: Worker,
    (support_case, document): (SupportCaseId, DocumentId),
    trame: &Trame,
) -> Result<HttpResponse, Failure> {
    let permit = trame
        .permit_for_case(worker.reader, support_case)
        .await?
        .ok_or_else(Failure::not_found)?;
    let position = trame.views_at();
    let facts = trame.facts_of_case(&permit, support_case).await?;
    let file = CaseFile::fold(support_case, &facts, None);
    let found = file.documents.iter().find(|each| each.document == document);
    let found = found.filter(|each| !each.withdrawn && permit.reads(each.compartment()));
    let found = found.ok_or_else(Failure::not_found)?;
    let there = found.there.as_ref().ok_or_else(Failure::not_found)?;
    let reading = trame.content(&permit, found).ok_or_else(Failure::not_found)?;
    let streams = [support_case.0, document.0];
    trame
        .journal_reading(&permit, Shown::DocumentContent, &streams, worker.at, position)
        .await?;
    let deposited_on = Day::of(there.stamp.occurred_at, trame.clock.zone());
    let what = What {
        media_type: there.held.media_type,
        bytes: there.held.bytes,
        deposited_on,
    };
    given(reading, what).await
}

struct What {
    media_type: MediaType,
    bytes: u64,
    deposited_on: Day,
}

/// The answer. Its first bytes are opened before it leaves, so that what cannot be opened is said.
async fn given(mut reading: Reading, what: What) -> Result<HttpResponse, Failure> {
    let first = match reading.next().await {
        Ok(first) => first.map(|bytes| Bytes::copy_from_slice(&bytes)),
        Err(contents::Fault::Closed) => return Err(Failure::erased()),
        Err(fault) => return Err(fault.into()),
    };
    // Who takes longer asks again, and is looked at again.
    let until = Instant::now() + on_its_way(what.bytes);
    let others = stream::unfold(Some(reading), move |reading| async move {
        let mut reading = reading?;
        if Instant::now() > until {
            tracing::info!("a content was taken too slowly: it ends before its end");
            return Some((
                Err(Fault::from(std::io::Error::from(std::io::ErrorKind::TimedOut))),
                None,
            ));
        }
        match reading.next().await {
            Ok(None) => None,
            Ok(Some(bytes)) => Some((Ok(Bytes::copy_from_slice(&bytes)), Some(reading))),
            Err(fault) => {
                tracing::error!(%fault, "a content ended before its end");
                Some((Err(Fault::from(fault)), None))
            }
        }
    });
    let all = stream::iter(first.map(Ok)).chain(others);
    let all = all.map(|bytes| bytes.map_err(|fault| actix_web::Error::from(Failure::from(fault))));
    let (day, extension) = (what.deposited_on.0, what.media_type.extension());
    let name = format!("inline; filename=\"trame-piece-{day}.{extension}\"");
    let within = match what.media_type {
        MediaType::Pdf => PDF,
        MediaType::Jpeg | MediaType::Png | MediaType::Webp => PICTURE,
    };
    Ok(HttpResponse::Ok()
        .content_type(what.media_type.mime())
        .insert_header((header::CONTENT_DISPOSITION, name))
        .insert_header((header::CONTENT_SECURITY_POLICY, within))
        .no_chunking(what.bytes)
        .streaming(Box::pin(all)))
}
