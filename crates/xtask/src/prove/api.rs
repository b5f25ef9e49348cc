//! The API against its own description: schemathesis makes requests from it, good and bad, for every operation.
//! No answer may be a fault of the server, and none may have a status that the description does not name.

use std::{
    path::Path,
    process::{Command, ExitCode, Stdio},
};

use anyhow::{Context, Result};

use super::demonstration::{Demonstration, PASSWORD};
use super::python;
use crate::places::Places;

/// The version that was tried; a newer one may ask other questions.
const SCHEMATHESIS: &str = "schemathesis==4.32.5";

/// How much to ask.
#[derive(clap::Args)]
pub(crate) struct Api {
    /// Examples for each operation.
    #[arg(long, default_value_t = 200)]
    examples: u32,
    /// Whom to sign in as.
    #[arg(long, default_value = "julie.marchand")]
    login: String,
    /// Her password in the demonstration.
    #[arg(long, default_value = PASSWORD)]
    password: String,
}

impl Api {
    /// Starts everything, asks, and stops everything.
    pub(crate) fn run(&self, places: &Places) -> Result<ExitCode> {
        let schemathesis = python::environment(places, &[SCHEMATHESIS])?.join("schemathesis");
        let mut trame = Demonstration::start(places)?;

        // The end of the session is asked apart, with a session of its own; live updates have no end to wait for.
        let rest = ["--exclude-name", "DELETE /api/session", "--exclude-path", "/api/events"];
        let strangers = trame.folder().join("strangers.toml");
        std::fs::write(&strangers, "").context("writing what to ask about")?;
        let known = trame.folder().join("known.toml");
        std::fs::write(&known, self.known(&trame)?).context("writing what to ask about")?;
        let mut held = true;
        for (about, selection) in [
            (&known, &rest[..]),
            (&strangers, &rest),
            (&strangers, &["--include-name", "DELETE /api/session"]),
        ] {
            let cookies = trame.sign_in(&self.login, &self.password)?;
            held &= self.ask(&schemathesis, trame.address(), &cookies, about, selection)?;
            trame.wait_until_well().context("after the questions")?;
        }
        Ok(if held { ExitCode::SUCCESS } else { ExitCode::FAILURE })
    }

    /// A case, a meeting and an action that this reader knows: invented identifiers alone would never pass the door.
    fn known(&self, trame: &Demonstration) -> Result<String> {
        let cookies = trame.sign_in(&self.login, &self.password)?;
        let read =
            |path: &str| -> Result<serde_json::Value> { Ok(serde_json::from_str(&trame.read(path, &cookies)?)?) };
        let meetings = read("/api/team-meetings")?;
        let meeting = meetings
            .pointer("/to_come/0/team_meeting")
            .and_then(serde_json::Value::as_str);
        let case = meetings
            .pointer("/to_come/0/cases/0/support_case")
            .and_then(serde_json::Value::as_str);
        let (meeting, case) = meeting
            .zip(case)
            .context("the demonstration has a meeting with a case to come")?;
        let seen = read(&format!("/api/support-cases/{case}"))?;
        let action = seen
            .pointer("/actions/0/action")
            .and_then(serde_json::Value::as_str)
            .unwrap_or(case);
        Ok(format!(
            "[parameters]\n\"path.support_case\" = \"{case}\"\n\"path.team_meeting\" = \"{meeting}\"\n\"path.action\" = \"{action}\"\n"
        ))
    }

    fn ask(&self, schemathesis: &Path, address: &str, cookies: &str, about: &Path, selection: &[&str]) -> Result<bool> {
        let mut ask = Command::new(schemathesis);
        ask.arg("--config-file")
            .arg(about)
            .arg("run")
            .arg(format!("{address}/api/openapi.json"))
            .arg("--no-color");
        ask.arg("--header")
            .arg(format!("Cookie: {cookies}"))
            .arg("--header")
            .arg(format!("Origin: {address}"));
        ask.args(["--checks", "not_a_server_error,status_code_conformance"]);
        ask.args([
            "--phases",
            "examples,coverage,fuzzing",
            "--max-examples",
            &self.examples.to_string(),
        ]);
        ask.args(["--continue-on-failure", "--request-timeout", "30", "--workers", "1"])
            .args(selection);
        let status = ask.stdin(Stdio::null()).status().context("cannot run schemathesis")?;
        Ok(status.success())
    }
}
