//! The way to the server and back: one exchange for all promises, and what can go wrong with it.
//!
//! A problem is known by its stable code and said in the language of this browser. No address carries personal content.

pub(crate) mod account;
pub(crate) mod appointment;
pub(crate) mod contact;
pub(crate) mod course;
pub(crate) mod deadline;
pub(crate) mod document;
pub(crate) mod exceptional_access;
pub(crate) mod financial_aid;
pub(crate) mod journal;
pub(crate) mod live;
pub(crate) mod passkey;
pub(crate) mod plan;
pub(crate) mod reading;
pub(crate) mod reminder;
pub(crate) mod session;
pub(crate) mod sharing;
pub(crate) mod signal;
pub(crate) mod support_case;
pub(crate) mod team_meeting;
pub(crate) mod timeline;
pub(crate) mod week;
pub(crate) mod weights;
pub(crate) mod workload;

use crate::{browser, words};
use contract::{
    Accepted, BUILD_HEADER, EDITION, Problem,
    document::{CONTENT, PART},
};
use gloo_net::http::{Method, RequestBuilder};
use leptos::{prelude::*, task::spawn_local};
use serde::{Serialize, de::DeserializeOwned};
use serde_json::Value;
use std::cell::Cell;
use web_sys::{AbortSignal, File, FormData};

/// Why no answer came.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Failure {
    /// The server was not reached; whether it heard is not known.
    Unreached,
    /// Nobody is signed in, or not any more.
    SignedOut,
    /// The rules, or the rights, say no.
    Refused(Refusal),
    /// There is no such thing for this reader.
    Unknown,
    /// This client is older than the server understands.
    TooOld,
    /// The server failed, or answered what cannot be read.
    Broken {
        /// The reference under which the server wrote it down.
        reference: Option<String>,
    },
}

/// What was refused, by code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Refusal {
    /// The stable code.
    pub(crate) code: String,
    /// The sentence, in the language of this browser.
    pub(crate) sentence: String,
    /// The field that has to change, when one does.
    pub(crate) field: Option<String>,
}

impl Failure {
    /// The sentence for a person who waits for an answer.
    pub(crate) fn sentence(&self) -> String {
        match self {
            Self::Unreached => words::say("failure-unreached"),
            Self::SignedOut => words::say("failure-signed-out"),
            Self::Refused(refusal) => refusal.sentence.clone(),
            Self::Unknown => words::say("failure-unknown"),
            Self::TooOld => words::say("problem-too_old"),
            Self::Broken { .. } => words::say("failure-broken"),
        }
    }

    /// The short reference to give to who helps.
    pub(crate) fn reference(&self) -> Option<&str> {
        match self {
            Self::Broken { reference } => reference.as_deref(),
            Self::Unreached | Self::SignedOut | Self::Refused(_) | Self::Unknown | Self::TooOld => None,
        }
    }

    /// Why, when a field is at fault.
    pub(crate) fn at_field(&self, name: &str) -> Option<String> {
        match self {
            Self::Refused(refusal) if refusal.field.as_deref() == Some(name) => Some(refusal.sentence.clone()),
            Self::Refused(_)
            | Self::Unreached
            | Self::SignedOut
            | Self::Unknown
            | Self::TooOld
            | Self::Broken { .. } => None,
        }
    }
}

/// How long an answer is waited for, in milliseconds: longer than the server takes at most. A question that is never
/// answered, such as one lost in a proxy, then says so and may be asked again.
const ANSWERED_WITHIN: u32 = 25_000;

/// The same of a file, which may come over a slow line.
const DEPOSITED_WITHIN: u32 = 310_000;

/// How the codes begin of what befalls every question alike.
const OF_ALL: &str = "problem.";

/// After how long without a question, in milliseconds, the server is told that somebody is still there.
const SILENT_FOR: f64 = 300_000.0;

thread_local! {
    static ASKED_AT: Cell<f64> = const { Cell::new(0.0) };
    static SIGNED_OUT: Cell<Option<RwSignal<bool>>> = const { Cell::new(None) };
    static WRITTEN: Cell<u64> = const { Cell::new(0) };
}

/// Where it is told that the session is over, so that the page asks to sign in again and keeps what was typed.
pub(crate) fn tell_signed_out(signal: RwSignal<bool>) {
    SIGNED_OUT.set(Some(signal));
}

/// The answer to a question or a wish.
pub(crate) type Answer<T> = Result<T, Failure>;

/// Asks for something.
async fn get<T: DeserializeOwned>(path: &str) -> Answer<T> {
    read(&exchange(Method::GET, path, None).await?)
}

/// Asks for a view that knows at least what was written from here.
async fn get_view<T: DeserializeOwned>(path: &str, asked: &[(&str, String)]) -> Answer<T> {
    let written = WRITTEN.get();
    let at_least = (written > 0).then(|| ("at_least", written.to_string()));
    let mut address = path.to_owned();
    for (place, (name, value)) in asked.iter().chain(at_least.as_ref()).enumerate() {
        address.push(if place == 0 { '?' } else { '&' });
        address.push_str(name);
        address.push('=');
        address.push_str(&String::from(js_sys::encode_uri_component(value)));
    }
    get(&address).await
}

/// Asks with a body, and reads the answer.
async fn post<T: DeserializeOwned>(path: &str, body: &impl Serialize) -> Answer<T> {
    let body = serde_json::to_string(body).map_err(|unwritable| broken(&unwritable))?;
    read(&exchange(Method::POST, path, Some(body)).await?)
}

/// Asks with a body, where nothing may come back.
async fn post_or_nothing<T: DeserializeOwned>(path: &str, body: &impl Serialize) -> Answer<Option<T>> {
    let body = serde_json::to_string(body).map_err(|unwritable| broken(&unwritable))?;
    let text = exchange(Method::POST, path, Some(body)).await?;
    if text.is_empty() {
        Ok(None)
    } else {
        read(&text).map(Some)
    }
}

/// Asks that something be written down. What is asked later knows of it.
async fn write(path: &str, body: &impl Serialize) -> Answer<Accepted> {
    let accepted: Accepted = post(path, body).await?;
    WRITTEN.set(WRITTEN.get().max(accepted.position));
    Ok(accepted)
}

/// Deposits a file with what it is. What is asked later knows of it.
async fn deposit(path: &str, told: &impl Serialize, file: &File) -> Answer<Accepted> {
    let told = serde_json::to_string(told).map_err(|unwritable| broken(&unwritable))?;
    // A browser that cannot put a form together is one that reached nobody.
    let form = FormData::new().or(Err(Failure::Unreached))?;
    let parts = form
        .append_with_str(PART, &told)
        .and(form.append_with_blob(CONTENT, file));
    parts.or(Err(Failure::Unreached))?;
    let accepted: Accepted = read(&send(Method::POST, path, Some(Body::Form(form))).await?)?;
    WRITTEN.set(WRITTEN.get().max(accepted.position));
    Ok(accepted)
}

/// Asks that something end.
async fn delete(path: &str) -> Answer<()> {
    exchange(Method::DELETE, path, None).await.map(drop)
}

fn read<T: DeserializeOwned>(text: &str) -> Answer<T> {
    let value: Value = serde_json::from_str(text).map_err(|unreadable| broken(&unreadable))?;
    reading::read(value).map_err(|_otherwise| Failure::Broken {
        reference: Some("json-form".to_owned()),
    })
}

/// What cannot be written or read is told by its kind only: the text itself may be personal.
fn broken(fault: &serde_json::Error) -> Failure {
    Failure::Broken {
        reference: Some(format!("json-{}-{}", fault.line(), fault.column())),
    }
}

/// Tells the server that somebody is there, when it has not been asked anything for a while: whoever writes a long text is
/// not idle.
pub(crate) fn stay() {
    if js_sys::Date::now() - ASKED_AT.get() > SILENT_FOR {
        // A session that is over shows itself.
        spawn_local(async { drop(session::who().await) });
    }
}

/// What goes with a question.
enum Body {
    /// Words, as JSON.
    Json(String),
    /// A file with what it is.
    Form(FormData),
}

async fn exchange(method: Method, path: &str, body: Option<String>) -> Answer<String> {
    send(method, path, body.map(Body::Json)).await
}

async fn send(method: Method, path: &str, body: Option<Body>) -> Answer<String> {
    ASKED_AT.set(js_sys::Date::now());
    let within = match body {
        Some(Body::Form(_)) => DEPOSITED_WITHIN,
        Some(Body::Json(_)) | None => ANSWERED_WITHIN,
    };
    let mut request = RequestBuilder::new(path)
        .method(method)
        .abort_signal(Some(&AbortSignal::timeout_with_u32(within)))
        .header("accept", "application/json");
    if let Some(build) = browser::meta("trame-build") {
        request = request.header(BUILD_HEADER, &format!("{EDITION}.{build}"));
    }
    request = request.header("accept-language", words::language().tag());
    let request = match body {
        Some(Body::Json(body)) => request.header("content-type", "application/json").body(body),
        // The browser itself says where its parts end.
        Some(Body::Form(form)) => request.body(form),
        None => request.build(),
    };
    // Whatever kept the request from leaving or the answer from coming looks the same from here.
    let answer = match request {
        Ok(request) => request.send().await.or(Err(Failure::Unreached))?,
        Err(_) => return Err(Failure::Unreached),
    };
    let text = answer.text().await.or(Err(Failure::Unreached))?;
    if answer.ok() {
        return Ok(text);
    }
    let failure = why(answer.status(), &text);
    if let (Failure::SignedOut, Some(signal)) = (&failure, SIGNED_OUT.get()) {
        signal.set(true);
    }
    Err(failure)
}

fn why(status: u16, text: &str) -> Failure {
    // A proxy may answer with a page of its own: its status still tells.
    let told: Option<Problem> = read(text).ok();
    match (status, told) {
        (426, _) => Failure::TooOld,
        (401, _) => Failure::SignedOut,
        (404, _) => Failure::Unknown,
        (400..500, Some(told)) => refused(told),
        // What only this wish needs is away, such as who looks at files: a sentence, and no fault of the service.
        (503, Some(told)) if !told.code.starts_with(OF_ALL) => refused(told),
        (502..=504, None) => Failure::Unreached,
        (_, told) => Failure::Broken {
            reference: told.and_then(|told| told.reference),
        },
    }
}

fn refused(told: Problem) -> Failure {
    Failure::Refused(Refusal {
        sentence: words::say_code(&told.code, &told.arguments, &told.title),
        code: told.code,
        field: told.field,
    })
}
