//! Someone at the door of a server, as a browser is: signs in once, and writes to the cases she follows.

use anyhow::{Context, ensure};
use contract::support_case::CaseList;
use contract::{Accepted, Problem, paths};
use domain::words::SupportCaseId;
use reqwest::redirect::Policy;
use serde_json::{Value, json};
use std::time::{Duration, Instant};
use uuid::Uuid;

/// Who writes: she follows more cases than anybody else of the demonstration.
const LOGIN: &str = "julie.marchand";
/// Longer than a server tries to keep a command while its database is away.
const PATIENCE: Duration = Duration::from_secs(60);

/// She, at any server of one database: her session is in it.
#[derive(Clone)]
pub(crate) struct Door {
    client: reqwest::Client,
    cases: Vec<SupportCaseId>,
}

/// What is written: the smallest facts of a stream that many write, and of streams of their own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Wish {
    /// A strength, in the stream of a case.
    Strength(Uuid),
    /// A contact, in a stream that begins with it.
    Contact(Uuid),
}

/// One command.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Command {
    pub(crate) id: Uuid,
    /// Which of her cases.
    pub(crate) case: usize,
    pub(crate) wish: Wish,
    /// What it says.
    pub(crate) word: u32,
}

/// How somebody was answered while something was wrong.
#[derive(Clone, Debug)]
pub(crate) struct Heard {
    pub(crate) status: Option<u16>,
    /// The code of the problem, when the answer is one with a sentence.
    pub(crate) problem: Option<String>,
    pub(crate) took: Duration,
}

/// What came of it, as she was told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Told {
    Kept(Accepted),
    /// It was not kept, by this status.
    Refused(u16),
    /// Nothing that she could rely on.
    Nothing,
}

impl Door {
    /// Signs in with the password of the demonstration.
    pub(crate) async fn sign_in(base: &str, password: &str) -> anyhow::Result<Self> {
        let client = reqwest::Client::builder()
            .cookie_store(true)
            .redirect(Policy::none())
            .timeout(PATIENCE)
            .no_proxy()
            .build()?;
        let body = json!({ "login": LOGIN, "password": password });
        let path = format!("{base}{}", paths::SESSION);
        let signed_in = client.post(path).json(&body).send().await?;
        ensure!(
            signed_in.status().is_success(),
            "the sign-in was answered by {}",
            signed_in.status()
        );
        let path = format!("{base}{}", paths::SUPPORT_CASES);
        let list: CaseList = client.get(path).send().await?.error_for_status()?.json().await?;
        let cases: Vec<_> = list.cases.iter().map(|case| case.support_case).collect();
        ensure!(!cases.is_empty(), "there is no case to write to");
        Ok(Self { client, cases })
    }

    /// How many cases she writes to.
    pub(crate) fn cases(&self) -> usize {
        self.cases.len()
    }

    /// Asks a server to keep a command.
    pub(crate) async fn ask(&self, base: &str, command: &Command) -> Told {
        self.ask_and_hear(base, command).await.0
    }

    /// The same, with how it was answered.
    pub(crate) async fn ask_and_hear(&self, base: &str, command: &Command) -> (Told, Heard) {
        let begun = Instant::now();
        let (told, status, problem) = match self.asked(base, command).await {
            Ok((told, status, problem)) => (told, Some(status), problem),
            Err(_unheard) => (Told::Nothing, None, None),
        };
        let took = begun.elapsed();
        (told, Heard { status, problem, took })
    }

    async fn asked(&self, base: &str, command: &Command) -> anyhow::Result<(Told, u16, Option<String>)> {
        let case = *self.cases.get(command.case).context("no such case")?;
        let (path, body) = command.as_body();
        let path = format!("{base}{}", paths::of_case(path, case));
        let answer = self.client.post(path).json(&body).send().await?;
        let status = answer.status();
        Ok(if status.is_success() {
            (Told::Kept(answer.json().await?), status.as_u16(), None)
        } else if status.is_client_error() {
            (Told::Refused(status.as_u16()), status.as_u16(), None)
        } else {
            (Told::Nothing, status.as_u16(), problem(answer).await)
        })
    }

    /// Looks at her list of cases, no older than a position.
    pub(crate) async fn look(&self, base: &str, at_least: u64) -> Heard {
        let begun = Instant::now();
        let path = format!("{base}{}?at_least={at_least}", paths::SUPPORT_CASES);
        let (status, problem) = match self.client.get(path).send().await {
            Ok(answer) => (Some(answer.status().as_u16()), problem(answer).await),
            Err(_unheard) => (None, None),
        };
        let took = begun.elapsed();
        Heard { status, problem, took }
    }
}

/// The code of a problem that says in a sentence what is the matter.
async fn problem(answer: reqwest::Response) -> Option<String> {
    let problem: Problem = answer.json().await.ok()?;
    // A key without a sentence shows itself.
    problem.title.contains(' ').then_some(problem.code)
}

impl Heard {
    /// Whether it is a status 503 with a code of these and a sentence.
    pub(crate) fn says_why(&self) -> bool {
        let codes = ["problem.unavailable", "problem.clocks_apart"];
        self.status == Some(503) && self.problem.as_deref().is_some_and(|code| codes.contains(&code))
    }
}

impl Command {
    fn as_body(&self) -> (&'static str, Value) {
        let (command, word) = (self.id, format!("Essai {}", self.word));
        match self.wish {
            Wish::Strength(strength) => {
                let body = json!({ "command": command, "strength": strength, "text": word, "named_by": "worker" });
                (paths::STRENGTHS, body)
            }
            Wish::Contact(contact) => {
                let body = json!({ "command": command, "contact": contact, "kind": "call", "shared": word });
                (paths::CONTACTS, body)
            }
        }
    }
}
