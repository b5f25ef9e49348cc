//! Someone at the door of a server, as a browser is: signs in once, and writes to the cases she follows.

use anyhow::{Context, ensure};
use contract::support_case::CaseList;
use contract::{Accepted, paths};
use domain::words::SupportCaseId;
use reqwest::redirect::Policy;
use serde_json::{Value, json};
use std::time::Duration;
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
        self.asked(base, command).await.unwrap_or(Told::Nothing)
    }

    async fn asked(&self, base: &str, command: &Command) -> anyhow::Result<Told> {
        let case = *self.cases.get(command.case).context("no such case")?;
        let (path, body) = command.as_body();
        let path = format!("{base}{}", paths::of_case(path, case));
        let answer = self.client.post(path).json(&body).send().await?;
        let status = answer.status();
        Ok(if status.is_success() {
            Told::Kept(answer.json().await?)
        } else if status.is_client_error() {
            Told::Refused(status.as_u16())
        } else {
            Told::Nothing
        })
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
