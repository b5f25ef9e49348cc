//! What went wrong, as a status and a problem (RFC 9457). The only room that knows both.

use crate::fault::Fault;
use actix_web::error::{InternalError, JsonPayloadError, PathError, QueryPayloadError};
use actix_web::http::header::ContentType;
use actix_web::http::{StatusCode, header};
use actix_web::{HttpRequest, HttpResponse, ResponseError};
use contract::Problem;
use domain::words::{Day, Invalid, within_time};
use domain::{Reason, appointment, document};
use event_store::Rejected;
use jiff::Timestamp;
use sentences::{Arg, Language, say};
use std::collections::BTreeMap;
use std::fmt;
use uuid::Uuid;

/// After how many seconds a request may be tried again that failed because the database was away.
const ASK_AGAIN_AFTER: u64 = 5;

/// Why a request is not answered as it wished.
#[derive(Debug)]
pub struct Failure {
    status: StatusCode,
    code: &'static str,
    arguments: Vec<(&'static str, String)>,
    field: Option<String>,
    reference: Option<String>,
    language: Language,
    wait_seconds: Option<u64>,
}

impl Failure {
    fn new(status: StatusCode, code: &'static str) -> Self {
        Self {
            status,
            code,
            arguments: Vec::new(),
            field: None,
            reference: None,
            language: Language::Fr,
            wait_seconds: None,
        }
    }

    /// There is no such thing, or not for this reader: the same answer, so that neither betrays the other.
    #[must_use]
    pub fn not_found() -> Self {
        Self::new(StatusCode::NOT_FOUND, "problem.not_found")
    }

    /// There is no session.
    #[must_use]
    pub fn not_signed_in() -> Self {
        Self::new(StatusCode::UNAUTHORIZED, "problem.not_signed_in")
    }

    /// The login or the password is wrong, or this account may not sign in from here: the same answer.
    #[must_use]
    pub fn sign_in_refused() -> Self {
        Self::new(StatusCode::UNAUTHORIZED, "session.refused")
    }

    /// The sign-in waited too long for what it still needs, or was ended elsewhere.
    #[must_use]
    pub fn sign_in_over() -> Self {
        Self::new(StatusCode::UNAUTHORIZED, "session.sign_in_over")
    }

    /// Too many failures in a row: wait.
    #[must_use]
    pub fn too_many_attempts(wait_seconds: u64) -> Self {
        let mut failure = Self::new(StatusCode::TOO_MANY_REQUESTS, "session.too_many_attempts");
        failure.arguments.push(("seconds", wait_seconds.to_string()));
        failure.wait_seconds = Some(wait_seconds);
        failure
    }

    /// More people sign in at once than passwords are checked: come again.
    #[must_use]
    pub fn busy() -> Self {
        let mut failure = Self::new(StatusCode::TOO_MANY_REQUESTS, "session.busy");
        failure.wait_seconds = Some(ASK_AGAIN_AFTER);
        failure
    }

    /// Nothing was heard of the database in time. What was asked may still be done: the same command, sent again, has
    /// one effect.
    #[must_use]
    pub fn unheard() -> Self {
        tracing::error!("a request was not answered in time");
        Self::passing("problem.unavailable")
    }

    /// Our clock is not the database's: nothing is written, and no session is judged by it.
    #[must_use]
    pub fn clocks_apart() -> Self {
        Self::passing("problem.clocks_apart")
    }

    fn passing(code: &'static str) -> Self {
        let mut failure = Self::new(StatusCode::SERVICE_UNAVAILABLE, code);
        failure.wait_seconds = Some(ASK_AGAIN_AFTER);
        failure
    }

    /// A content larger than what is taken.
    #[must_use]
    pub fn content_too_large(most_mib: u32) -> Self {
        let mut failure = Self::new(StatusCode::PAYLOAD_TOO_LARGE, "document.too_large");
        failure.field = Some(contract::document::CONTENT.to_owned());
        failure.arguments.push(("most", most_mib.to_string()));
        failure
    }

    /// A deposit that is no form of several parts.
    #[must_use]
    pub fn no_form() -> Self {
        Self::new(StatusCode::UNSUPPORTED_MEDIA_TYPE, "document.no_form")
    }

    /// What it held was sealed under a key that was destroyed.
    #[must_use]
    pub fn erased() -> Self {
        Self::new(StatusCode::GONE, "document.erased")
    }

    /// As many contents are taken in as are at the same time: come again.
    #[must_use]
    pub fn deposits_busy() -> Self {
        Self::passing("document.busy")
    }

    /// A content was too long on its way.
    #[must_use]
    pub fn too_slow() -> Self {
        Self::passing("document.too_slow")
    }

    /// The antivirus does not answer: nothing is kept that it did not look at.
    #[must_use]
    pub fn unscanned() -> Self {
        Self::passing("document.unscanned")
    }

    /// The page that asks was opened before an update.
    #[must_use]
    pub fn too_old() -> Self {
        Self::new(StatusCode::UPGRADE_REQUIRED, "problem.too_old")
    }

    /// Her role or relation does not allow it, and she may know that the thing exists.
    #[must_use]
    pub fn not_allowed(code: &'static str) -> Self {
        Self::new(StatusCode::FORBIDDEN, code)
    }

    /// A wish that cannot be built: the field and the reason.
    #[must_use]
    pub fn invalid(field: &str, invalid: Invalid) -> Self {
        let mut failure = Self::new(StatusCode::BAD_REQUEST, invalid.code());
        failure.field = Some(field.to_owned());
        if let Invalid::TooLong { most } = invalid {
            failure.arguments.push(("most", most.to_string()));
        }
        failure
    }

    /// A day that is asked or written, when it lies in the years that people record.
    ///
    /// # Errors
    /// When it lies outside: the field and the reason.
    pub fn within(field: &str, day: Day) -> Result<Day, Self> {
        day.within_time().map_err(|invalid| Self::invalid(field, invalid))
    }

    /// The same of a day that may be left out.
    ///
    /// # Errors
    /// As [`Self::within`].
    pub fn unless_within(field: &str, day: Option<Day>) -> Result<Option<Day>, Self> {
        day.map(|day| Self::within(field, day)).transpose()
    }

    /// An instant that is written, when it lies in the years that people record.
    ///
    /// # Errors
    /// When it lies outside: the field and the reason.
    pub fn unless_recorded(field: &str, at: Timestamp) -> Result<Timestamp, Self> {
        within_time(at).map_err(|invalid| Self::invalid(field, invalid))
    }

    /// A field whose value cannot be read.
    #[must_use]
    pub fn unreadable(field: &str) -> Self {
        let mut failure = Self::new(StatusCode::BAD_REQUEST, "problem.unreadable");
        failure.field = Some(field.to_owned());
        failure
    }

    /// A wish that cannot be: the field, and the reason by its code.
    #[must_use]
    pub fn unfit(field: &str, code: &'static str) -> Self {
        let mut failure = Self::new(StatusCode::BAD_REQUEST, code);
        failure.field = Some(field.to_owned());
        failure
    }

    /// The same about another field.
    #[must_use]
    pub fn of_field(mut self, field: &str) -> Self {
        if self.field.is_some() {
            self.field = Some(field.to_owned());
        }
        self
    }

    /// A count that its sentence tells.
    #[must_use]
    pub fn with_count(mut self, name: &'static str, count: usize) -> Self {
        self.arguments.push((name, count.to_string()));
        self
    }

    /// What the rules say no to.
    #[must_use]
    pub(super) fn refused(reason: &impl Reason) -> Self {
        let mut failure = Self::new(StatusCode::CONFLICT, reason.code());
        failure.arguments = reason.arguments();
        failure.field = reason.field().map(str::to_owned);
        failure
    }

    /// The code and the sentence of what the rules say no to, or what somebody was faster with.
    ///
    /// # Errors
    /// Itself, when it is anything else.
    pub(super) fn refusal(self, language: Language) -> Result<(String, String), Self> {
        if matches!(self.status, StatusCode::CONFLICT | StatusCode::PRECONDITION_FAILED) {
            let told = self.in_language(language).problem();
            Ok((told.code, told.title))
        } else {
            Err(self)
        }
    }

    /// Speaks the reader's language.
    #[must_use]
    pub fn in_language(mut self, language: Language) -> Self {
        self.language = language;
        self
    }

    fn problem(&self) -> Problem {
        let arguments: Vec<(&str, Arg<'_>)> = self
            .arguments
            .iter()
            .map(|(name, value)| (*name, spoken(value)))
            .collect();
        Problem {
            kind: format!("/api/docs#{}", self.code),
            title: say(self.language, self.code, &arguments),
            status: self.status.as_u16(),
            code: self.code.to_owned(),
            arguments: self
                .arguments
                .iter()
                .map(|(name, value)| ((*name).to_owned(), value.clone()))
                .collect::<BTreeMap<_, _>>(),
            field: self.field.clone(),
            reference: self.reference.clone(),
        }
    }
}

/// Numbers choose plurals; everything else is words.
fn spoken(value: &str) -> Arg<'_> {
    value.parse::<i64>().map_or_else(|_words| Arg::from(value), Arg::from)
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code)
    }
}

impl Failure {
    /// The same as a page, for who followed a link to something that is no screen.
    #[must_use]
    pub(super) fn as_page(&self) -> HttpResponse {
        let (tag, told) = (self.language.tag(), self.problem().title);
        let told = told.replace('&', "&amp;").replace('<', "&lt;");
        let page = format!(
            "<!doctype html><html lang=\"{tag}\"><meta charset=\"utf-8\">\
             <meta name=\"viewport\" content=\"width=device-width\"><title>Trame</title><p>{told}</p>"
        );
        HttpResponse::build(self.status)
            .content_type(ContentType::html())
            .insert_header((header::CACHE_CONTROL, "no-store"))
            .body(page)
    }
}

impl ResponseError for Failure {
    fn status_code(&self) -> StatusCode {
        self.status
    }

    fn error_response(&self) -> HttpResponse {
        let mut response = HttpResponse::build(self.status);
        response
            .content_type(contract::problem::MEDIA_TYPE)
            .insert_header((header::CACHE_CONTROL, "no-store"));
        if let Some(seconds) = self.wait_seconds {
            response.insert_header((header::RETRY_AFTER, seconds.to_string()));
        }
        response.json(self.problem())
    }
}

impl<F: Into<Fault>> From<F> for Failure {
    fn from(fault: F) -> Self {
        let fault = fault.into();
        let reference = short_reference();
        tracing::error!(%reference, error = %fault, "a request failed");
        if matches!(fault, Fault::Log(event_store::Fault::ClocksApart)) {
            return Self::clocks_apart();
        }
        if fault.is_passing() {
            return Self::passing("problem.unavailable");
        }
        if fault.is_of_somebody_forgotten() {
            return Self::new(StatusCode::CONFLICT, "problem.forgotten");
        }
        let status = match fault {
            Fault::Behind { .. } | Fault::RightsUnknown => StatusCode::SERVICE_UNAVAILABLE,
            Fault::Pool(_)
            | Fault::Log(_)
            | Fault::Keys(_)
            | Fault::View(_)
            | Fault::Identity(_)
            | Fault::Journal(_)
            | Fault::Contents(_)
            | Fault::Checkpoints(_)
            | Fault::Cluster(_)
            | Fault::Database(_)
            | Fault::Configuration(_)
            | Fault::Sheet(_)
            | Fault::Document(_)
            | Fault::Io(_) => StatusCode::INTERNAL_SERVER_ERROR,
        };
        let mut failure = Self::new(status, "problem.fault");
        failure.arguments.push(("reference", reference.clone()));
        failure.reference = Some(reference);
        failure
    }
}

/// « 7K2-41 »: short enough to be told on the telephone.
fn short_reference() -> String {
    const LETTERS: &[u8] = b"23456789ABCDEFGHJKMNPQRSTVWXYZ";
    let bytes = Uuid::new_v4().into_bytes();
    let letter = |byte: &u8| {
        LETTERS
            .get(usize::from(*byte) % LETTERS.len())
            .map_or('X', |letter| char::from(*letter))
    };
    let text: String = bytes.iter().take(5).map(letter).collect();
    let (head, tail) = text.split_at(3);
    format!("{head}-{tail}")
}

/// What came of asking a rule.
#[must_use]
pub(super) fn of_rejection<R: Reason>(rejected: Rejected<R>) -> Failure {
    match rejected {
        Rejected::Refused(reason) => Failure::refused(&reason),
        Rejected::CommandReused => Failure::new(StatusCode::CONFLICT, "problem.command_reused"),
        Rejected::Taken {
            scope: appointment::OUTCOME,
        } => Failure::new(StatusCode::CONFLICT, "appointment.outcome_known"),
        Rejected::Taken { scope: document::ASKED } => Failure::new(StatusCode::CONFLICT, "document.already_asked"),
        Rejected::Taken { .. } => Failure::new(StatusCode::CONFLICT, "problem.taken"),
        Rejected::Stale { .. } => Failure::new(StatusCode::PRECONDITION_FAILED, "problem.stale"),
        Rejected::Fault(fault) => Failure::from(fault),
    }
}

/// A body that cannot be read. What the reader of JSON says may quote it, so only the place is kept.
pub(super) fn of_body(error: JsonPayloadError, request: &HttpRequest) -> actix_web::Error {
    let failure = match &error {
        JsonPayloadError::OverflowKnownLength { .. } | JsonPayloadError::Overflow { .. } => {
            Failure::new(StatusCode::PAYLOAD_TOO_LARGE, "problem.too_large")
        }
        JsonPayloadError::ContentType => Failure::new(StatusCode::UNSUPPORTED_MEDIA_TYPE, "problem.not_json"),
        JsonPayloadError::Deserialize(_) | JsonPayloadError::Serialize(_) | JsonPayloadError::Payload(_) => {
            Failure::unreadable("body")
        }
        // The enum may grow with the framework: whatever it says, the body could not be read.
        &_ => Failure::unreadable("body"),
    };
    let response = failure.in_language(language(request)).error_response();
    InternalError::from_response(error, response).into()
}

/// A query that cannot be read.
pub(super) fn of_query(error: QueryPayloadError, request: &HttpRequest) -> actix_web::Error {
    let response = Failure::unreadable("query")
        .in_language(language(request))
        .error_response();
    InternalError::from_response(error, response).into()
}

/// A path whose identifier cannot be read names nothing that exists.
pub(super) fn of_path(error: PathError, request: &HttpRequest) -> actix_web::Error {
    let response = Failure::not_found().in_language(language(request)).error_response();
    InternalError::from_response(error, response).into()
}

/// A path of the API that does not exist.
pub(super) async fn no_such_path(request: HttpRequest) -> HttpResponse {
    Failure::not_found().in_language(language(&request)).error_response()
}

/// A path that exists, asked with a method it does not know.
pub(super) async fn method_not_allowed(request: HttpRequest) -> HttpResponse {
    Failure::new(StatusCode::METHOD_NOT_ALLOWED, "problem.method")
        .in_language(language(&request))
        .error_response()
}

/// The language that is asked for; French by default.
#[must_use]
pub(super) fn language(request: &HttpRequest) -> Language {
    let asked = request
        .headers()
        .get(header::ACCEPT_LANGUAGE)
        .and_then(|value| value.to_str().ok());
    Language::of(asked.unwrap_or("fr"))
}
