//! Those who ask over HTTP, each with the session that she opened with a password of her own.

use super::people::Person;
use crate::machine::Machine;
use anyhow::{Context, ensure};
use contract::paths;
use reqwest::redirect::Policy;
use serde_json::{Value, json};
use std::time::Duration;

/// What everybody chooses.
const PASSWORD: &str = "sept mots que personne ne lie";
const PATIENCE: Duration = Duration::from_secs(60);
/// Between the parts of a form.
const BOUNDARY: &str = "ThePartsOfADeposit";

/// How something is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Verb {
    Get,
    Post,
    Delete,
}

/// What is sent with it.
#[derive(Clone, Debug)]
pub(crate) enum Body {
    Nothing,
    Json(Value),
    /// A form of two parts: what is wished, and a content.
    Form(Value, Vec<u8>),
}

/// One request.
#[derive(Clone, Debug)]
pub(crate) struct Request {
    pub(crate) verb: Verb,
    pub(crate) path: String,
    pub(crate) body: Body,
}

/// What came back.
#[derive(Clone, Debug)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    /// All but the time of day.
    pub(crate) headers: Vec<(String, String)>,
    pub(crate) body: Vec<u8>,
}

/// Somebody, or nobody, at any server of one database.
#[derive(Clone)]
pub(crate) struct Visitor {
    pub(crate) who: Option<Person>,
    client: reqwest::Client,
    cookie: Option<String>,
}

impl Verb {
    /// As the description of the API calls it.
    pub(crate) fn code(self) -> &'static str {
        match self {
            Self::Get => "get",
            Self::Post => "post",
            Self::Delete => "delete",
        }
    }
}

fn client() -> anyhow::Result<reqwest::Client> {
    Ok(reqwest::Client::builder()
        .redirect(Policy::none())
        .timeout(PATIENCE)
        .no_proxy()
        .build()?)
}

impl Visitor {
    /// Somebody without a session.
    pub(crate) fn nobody() -> anyhow::Result<Self> {
        Ok(Self {
            who: None,
            client: client()?,
            cookie: None,
        })
    }

    /// Gives somebody of the directory an account, as an operator does, and lets her in.
    pub(crate) async fn come_in(machine: &Machine, base: &str, who: Person) -> anyhow::Result<Self> {
        let opened = machine
            .run(&["account", "open", who.login, "--worker", who.login])
            .await?;
        let said = String::from_utf8_lossy(&opened.stderr);
        ensure!(opened.status.success(), "no account for {}: {said}", who.login);
        let secret = String::from_utf8(opened.stdout)?.trim().to_owned();
        let mut visitor = Self {
            who: Some(who),
            ..Self::nobody()?
        };
        let half = json!({ "login": who.login, "password": secret });
        visitor.signs(base, paths::SESSION, &half).await?;
        let chosen = json!({ "password": PASSWORD });
        visitor.signs(base, paths::SIGN_IN_PASSWORD, &chosen).await?;
        Ok(visitor)
    }

    /// One step of a sign-in: the cookies that it gives are kept.
    async fn signs(&mut self, base: &str, path: &str, body: &Value) -> anyhow::Result<()> {
        let answer = self
            .ask(base, &Request::post(path.to_owned(), body.clone()))
            .await
            .context("a sign-in")?;
        ensure!(
            (200..300).contains(&answer.status),
            "a sign-in was answered by {}",
            answer.status
        );
        let set = answer.headers.iter().filter(|(name, _)| name == "set-cookie");
        let set = set.filter_map(|(_, value)| value.split(';').next());
        let kept: Vec<&str> = set.filter(|cookie| !cookie.ends_with('=')).collect();
        ensure!(!kept.is_empty(), "a sign-in gave no cookie");
        self.cookie = Some(kept.join("; "));
        Ok(())
    }

    /// Asks, and hears the whole answer.
    pub(crate) async fn ask(&self, base: &str, request: &Request) -> anyhow::Result<Answer> {
        let response = self.begin(base, request).await?;
        let mut headers: Vec<(String, String)> = response
            .headers()
            .iter()
            .filter(|(name, _)| *name != "date")
            .map(|(name, value)| (name.to_string(), String::from_utf8_lossy(value.as_bytes()).into_owned()))
            .collect();
        headers.sort();
        Ok(Answer {
            status: response.status().as_u16(),
            headers,
            body: response.bytes().await?.to_vec(),
        })
    }

    /// Asks, and leaves the answer unheard.
    pub(crate) async fn begin(&self, base: &str, request: &Request) -> anyhow::Result<reqwest::Response> {
        let url = format!("{base}{}", request.path);
        let mut sent = match request.verb {
            Verb::Get => self.client.get(url),
            Verb::Post => self.client.post(url),
            Verb::Delete => self.client.delete(url),
        };
        if let Some(cookie) = &self.cookie {
            sent = sent.header("cookie", cookie);
        }
        sent = match &request.body {
            Body::Nothing => sent,
            Body::Json(value) => sent.json(value),
            Body::Form(wish, content) => sent
                .header("content-type", format!("multipart/form-data; boundary={BOUNDARY}"))
                .body(form(wish, content)),
        };
        Ok(sent.send().await?)
    }
}

impl Request {
    pub(crate) fn get(path: String) -> Self {
        Self {
            verb: Verb::Get,
            path,
            body: Body::Nothing,
        }
    }

    pub(crate) fn post(path: String, body: Value) -> Self {
        Self {
            verb: Verb::Post,
            path,
            body: Body::Json(body),
        }
    }
}

/// A deposit as a browser sends it.
fn form(wish: &Value, content: &[u8]) -> Vec<u8> {
    let head = format!(
        "--{BOUNDARY}\r\nContent-Disposition: form-data; name=\"document\"\r\n\r\n{wish}\r\n\
         --{BOUNDARY}\r\nContent-Disposition: form-data; name=\"content\"; filename=\"scan.pdf\"\r\n\
         Content-Type: application/pdf\r\n\r\n"
    );
    [head.as_bytes(), content, format!("\r\n--{BOUNDARY}--\r\n").as_bytes()].concat()
}
