//! Documents of a case: listed, asked for, deposited with what they hold, renewed, taken back.
//!
//! A deposit is a form of two parts: what it is, then what it holds, so that no word of it stands in an address or a header.

pub(super) mod content;
mod form;

use super::asking::{Circumstance, Writing, attempt};
use super::failure::{Failure, of_rejection};
use super::problems;
use super::reading::Reading;
use super::worker::Worker;
use crate::app::Trame;
use crate::view::documents;
use actix_web::web::{Data, Json, Path, Payload, Query};
use actix_web::{HttpRequest, HttpResponse};
use contents::Whose;
use contract::Plain;
use contract::document::{DepositDocument, RenewDocument, RequestDocument, WithdrawDocument};
use contract::support_case::AsKnown;
use domain::document::{About, Command, Deposit, Document, Held, Kind, Piece, Renewal, Request, Seen};
use domain::words::{ContentId, DocumentId, Doer, DomainOfLife, SupportCaseId, Text};
use event_store::Rejected;
use form::Form;
use journal::Shown;
use projections::case_file::{CaseFile, DocumentFile};
use sealed::{Compartment, Private, Subject};
use uuid::Uuid;

/// Lists the documents of a case of which the reader may know.
#[utoipa::path(get, path = contract::paths::DOCUMENTS, tag = "documents",
    params(("support_case" = SupportCaseId, Path), AsKnown), responses(
    (status = 200, body = contract::document::Documents),
    problems::Reading, problems::Missing,
))]
pub(super) async fn list(
    worker: Worker,
    support_case: Path<SupportCaseId>,
    as_known: Query<AsKnown>,
    trame: Data<Trame>,
) -> Result<HttpResponse, Failure> {
    let reading = Reading::of(&trame, worker, *support_case, &as_known, Shown::Documents).await?;
    let largest = trame.documents.largest_bytes();
    let view = documents(&reading.file, &reading.open, &reading.looking, largest)?;
    Ok(HttpResponse::Ok().json(view.ok_or_else(Failure::not_found)?))
}

/// Asks for a document, unless such a piece is there and good, or asked for already.
#[utoipa::path(post, path = contract::paths::REQUEST_DOCUMENT, tag = "documents",
    params(("support_case" = SupportCaseId, Path)), request_body = RequestDocument, responses(
    (status = 200, body = contract::Accepted),
    problems::Reading, problems::Missing, problems::Body, problems::Refused,
))]
pub(super) async fn request(
    worker: Worker,
    support_case: Path<SupportCaseId>,
    body: Json<RequestDocument>,
    trame: Data<Trame>,
) -> Result<HttpResponse, Failure> {
    let writing = Writing::to(&trame, worker, *support_case).await?;
    let which = Which::of(body.about, body.kind, body.domain)?;
    let lies = lies(&writing, body.document, which, body.command).await?;
    let request = Request {
        support_case: *support_case,
        about: which.about,
        kind: which.kind,
        domain: which.domain,
        from: lies.words(&writing, "from", body.from.as_ref())?,
        due_on: Failure::unless_within("due_on", body.due_on)?,
    };
    // What was asked a moment ago counts, whoever asked.
    trame.reach(Some(trame.log.head().await?)).await?;
    let mut seen = seen(&writing, &writing.file().await?, which);
    if let About::Person(person) = which.about {
        let piece = (person, which.kind);
        seen.elsewhere = trame
            .has_elsewhere(worker.reader, writing.permit(), piece, *support_case)
            .await?;
    }
    let wish = Command::Request { request, seen };
    writing
        .ask::<Document, _>(body.document.0, body.command, None, wish)
        .await
}

/// Deposits a document with what it holds, whether it was asked for or not.
#[utoipa::path(post, path = contract::paths::DOCUMENTS, tag = "documents",
    params(("support_case" = SupportCaseId, Path)),
    request_body(content = contract::document::DepositForm, content_type = "multipart/form-data"), responses(
    (status = 200, body = contract::Accepted),
    problems::Reading, problems::Missing, problems::Body, problems::Refused,
))]
pub(super) async fn deposit(
    worker: Worker,
    support_case: Path<SupportCaseId>,
    request: HttpRequest,
    payload: Payload,
    trame: Data<Trame>,
) -> Result<HttpResponse, Failure> {
    let mut form = Form::of(&request, payload)?;
    let _place = trame.place_to_deposit().ok_or_else(Failure::deposits_busy)?;
    let answer = deposits(&trame, worker, *support_case, &mut form).await;
    form.heard_to_its_end(&answer).await;
    answer
}

async fn deposits(
    trame: &Trame,
    worker: Worker,
    support_case: SupportCaseId,
    form: &mut Form,
) -> Result<HttpResponse, Failure> {
    let writing = Writing::to(trame, worker, support_case).await?;
    let body: DepositDocument = form.said().await?;
    let which = Which::of(body.about, body.kind, body.domain)?;
    let lies = lies(&writing, body.document, which, body.command).await?;
    let title = lies.words(&writing, "title", body.title.as_ref())?;
    let valid_until = Failure::unless_within("valid_until", body.valid_until)?;
    let (held, content) = lies.takes_in(trame, form).await?;
    let once = Laid {
        lies,
        content,
        command: body.command,
    };
    let deposit = Deposit {
        support_case,
        about: which.about,
        kind: which.kind,
        domain: which.domain,
        title,
        valid_until,
        held,
    };
    once.keeps(writing, Command::Deposit { deposit, content }).await
}

/// Puts a newer content in the place of what was deposited.
#[utoipa::path(post, path = contract::paths::DOCUMENT_CONTENT, tag = "documents",
    params(("support_case" = SupportCaseId, Path), ("document" = DocumentId, Path)),
    request_body(content = contract::document::RenewForm, content_type = "multipart/form-data"), responses(
    (status = 200, body = contract::Accepted),
    problems::Reading, problems::Missing, problems::Body, problems::Refused,
))]
pub(super) async fn renew(
    worker: Worker,
    path: Path<(SupportCaseId, DocumentId)>,
    request: HttpRequest,
    payload: Payload,
    trame: Data<Trame>,
) -> Result<HttpResponse, Failure> {
    let mut form = Form::of(&request, payload)?;
    let _place = trame.place_to_deposit().ok_or_else(Failure::deposits_busy)?;
    let answer = renews(&trame, worker, path.into_inner(), &mut form).await;
    form.heard_to_its_end(&answer).await;
    answer
}

async fn renews(
    trame: &Trame,
    worker: Worker,
    (support_case, document): (SupportCaseId, DocumentId),
    form: &mut Form,
) -> Result<HttpResponse, Failure> {
    let (writing, lies) = known(trame, worker, support_case, document).await?;
    let body: RenewDocument = form.said().await?;
    let lies = lies.apart(&writing, body.command);
    let title = lies.words(&writing, "title", body.title.as_ref())?;
    let valid_until = Failure::unless_within("valid_until", body.valid_until)?;
    let (held, content) = lies.takes_in(trame, form).await?;
    let once = Laid {
        lies,
        content,
        command: body.command,
    };
    let renewal = Renewal {
        title,
        valid_until,
        held,
    };
    once.keeps(writing, Command::Renew { renewal, content }).await
}

/// Takes a document back, or no longer asks for it, with a reason.
#[utoipa::path(post, path = contract::paths::WITHDRAW_DOCUMENT, tag = "documents",
    params(("support_case" = SupportCaseId, Path), ("document" = DocumentId, Path)), request_body = WithdrawDocument,
    responses(
    (status = 200, body = contract::Accepted),
    problems::Reading, problems::Missing, problems::Body, problems::Refused,
))]
pub(super) async fn withdraw(
    worker: Worker,
    path: Path<(SupportCaseId, DocumentId)>,
    body: Json<WithdrawDocument>,
    trame: Data<Trame>,
) -> Result<HttpResponse, Failure> {
    let (support_case, document) = path.into_inner();
    let (writing, lies) = known(&trame, worker, support_case, document).await?;
    // What is said of it is told also when what it held was forgotten.
    let lies = lies.apart(&writing, body.command);
    let reason = writing.text_under("reason", lies.subject, lies.compartment, &body.reason)?;
    let wish = Command::Withdraw { reason };
    writing.ask::<Document, _>(document.0, body.command, None, wish).await
}

/// What a document is.
#[derive(Clone, Copy)]
struct Which {
    about: About,
    kind: Kind,
    domain: Option<DomainOfLife>,
}

impl Which {
    /// Refuses a domain that says nothing of where such a piece lies: who names one relies on it.
    fn of(about: About, kind: Kind, domain: Option<DomainOfLife>) -> Result<Self, Failure> {
        if domain.is_some_and(|domain| !kind.lies_with(domain)) {
            return Err(Failure::unfit("domain", "document.other_domain"));
        }
        Ok(Self { about, kind, domain })
    }

    fn lies_in(self) -> Compartment {
        self.kind.compartment(self.domain)
    }
}

/// Where a document lies, and under whose key.
#[derive(Clone, Copy)]
struct Lies {
    document: DocumentId,
    subject: Subject,
    compartment: Compartment,
}

impl Lies {
    fn of(writing: &Writing<'_>, document: DocumentId, which: Which) -> Self {
        Self {
            document,
            subject: match which.about {
                About::Person(person) => Subject::Person(person.0),
                About::Household => writing.subject_of(document.0),
            },
            compartment: which.lies_in(),
        }
    }

    /// The same under a key of its own where it is about all: one deposit by mistake can be forgotten without the others.
    fn apart(self, writing: &Writing<'_>, of: Uuid) -> Self {
        match self.subject {
            Subject::Text(_) => Self {
                subject: writing.subject_of(of),
                ..self
            },
            Subject::Person(_) | Subject::Worker(_) | Subject::SupportCase(_) => self,
        }
    }

    /// Words that may be left out.
    fn words(self, writing: &Writing<'_>, field: &str, words: Option<&Plain<String>>) -> Result<Option<Text>, Failure> {
        let said = words.filter(|words| !words.0.trim().is_empty());
        said.map(|words| writing.text_under(field, self.subject, self.compartment, words))
            .transpose()
    }

    /// Takes in what it holds, sealed, before any event names it.
    async fn takes_in(self, trame: &Trame, form: &mut Form) -> Result<(Held, ContentId), Failure> {
        let whose = Whose {
            document: self.document.0,
            subject: self.subject,
            compartment: self.compartment,
        };
        let (laid, media_type) = form.content(trame, whose).await?;
        let held = Held {
            media_type,
            bytes: laid.bytes,
            fingerprint: Private::new(self.subject, self.compartment, laid.fingerprint),
        };
        Ok((held, ContentId(laid.content)))
    }
}

/// Where a document lies that is new to the log, or one of this case of which she may know; whom it is about is known, and
/// she may write there.
async fn lies(writing: &Writing<'_>, document: DocumentId, which: Which, command: Uuid) -> Result<Lies, Failure> {
    let lies = Lies::of(writing, document, which);
    if !writing.writes(lies.compartment) {
        return Err(Failure::not_allowed("problem.not_writable"));
    }
    writing.new_or_own(document.0).await?;
    if let About::Person(person) = which.about {
        writing
            .knows(&Doer::Person(person), command)
            .await
            .map_err(|failure| failure.of_field("about"))?;
    }
    Ok(lies)
}

/// A document of the case of which she may know, and where she may write.
async fn known(
    trame: &Trame,
    worker: Worker,
    support_case: SupportCaseId,
    document: DocumentId,
) -> Result<(Writing<'_>, Lies), Failure> {
    let writing = Writing::to(trame, worker, support_case).await?;
    if !writing.owns(document.0).await? {
        return Err(Failure::not_found());
    }
    let file = writing.file().await?;
    let found = file.documents.iter().find(|each| each.document == document);
    let found = found.filter(|each| writing.permit().reads(each.compartment()));
    let found = found.ok_or_else(Failure::not_found)?;
    let which = Which {
        about: found.about,
        kind: found.kind,
        domain: found.domain,
    };
    let lies = Lies::of(&writing, document, which);
    if !writing.writes(lies.compartment) {
        return Err(Failure::not_allowed("problem.not_writable"));
    }
    Ok((writing, lies))
}

/// The pieces of one kind about the same of which she may know, as the views know them. Turns are counted where it lies.
fn seen(writing: &Writing<'_>, file: &CaseFile, which: Which) -> Seen {
    let same = |each: &&DocumentFile| each.about == which.about && each.kind == which.kind;
    let known = |each: &&DocumentFile| writing.permit().reads(each.compartment());
    let alike: Vec<&DocumentFile> = file.documents.iter().filter(same).filter(known).collect();
    let asked = alike
        .iter()
        .filter(|each| each.asked.is_some() && each.compartment() == which.lies_in());
    let piece = |each: &&DocumentFile| match &each.there {
        None => Piece::Awaited,
        Some(there) => Piece::There {
            valid_until: there.valid_until,
        },
    };
    Seen {
        asked: u64::try_from(asked.count()).unwrap_or(u64::MAX),
        pieces: alike.iter().filter(|each| !each.withdrawn).map(piece).collect(),
        elsewhere: false,
    }
}

/// A content that was laid down, and that an event is to name.
struct Laid {
    lies: Lies,
    content: ContentId,
    command: Uuid,
}

impl Laid {
    /// Asks the rule to name it. One that it will not name is thrown away; of one of which nobody knows whether it is named,
    /// the log says it later. It was long on its way: whether she may write there is asked again.
    async fn keeps(self, writing: Writing<'_>, wish: Command) -> Result<HttpResponse, Failure> {
        let Self { lies, content, command } = self;
        let trame = writing.trame();
        let writing = match writing.again().await {
            Ok(writing) if writing.writes(lies.compartment) => writing,
            Ok(_) => {
                trame.drops_content(content).await;
                return Err(Failure::not_allowed("problem.not_writable"));
            }
            Err(failure) => {
                trame.drops_content(content).await;
                return Err(failure);
            }
        };
        trame.confirms_content(content).await?;
        let circumstance = Circumstance::now(command);
        match attempt::<Document, _>(trame, writing.knocking(), lies.document.0, circumstance, wish).await? {
            Ok(accepted) => {
                if accepted.repeated {
                    trame.drops_content(content).await;
                } else {
                    trame.keeps_content(content).await;
                }
                Ok(HttpResponse::Ok().json(accepted))
            }
            Err(rejected) => {
                if !matches!(rejected, Rejected::Fault(_)) {
                    trame.drops_content(content).await;
                }
                Err(of_rejection(rejected))
            }
        }
    }
}
