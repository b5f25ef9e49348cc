//! The API against its own description: schemathesis makes requests from it, good and bad, for every operation.
//! No answer may be a fault of the server, and none may have a status that the description does not name.

use std::{
    net::{Ipv4Addr, TcpListener},
    path::{Path, PathBuf},
    process::{Child, Command, ExitCode, Stdio},
    time::{Duration, Instant},
};

use anyhow::{Context, Result, bail};
use rustix::process::{Pid, Signal, kill_process};

use crate::{apt, command, places::Places, start, voice};

/// The version that was tried; a newer one may ask other questions.
const SCHEMATHESIS: &str = "schemathesis==4.32.5";

/// The demonstration has to be loaded before the first answer.
const READY: Duration = Duration::from_secs(900);

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
    #[arg(long, default_value = "fil-rouge-de-demonstration")]
    password: String,
}

impl Api {
    /// Starts everything, asks, and stops everything.
    pub(crate) fn run(&self, places: &Places) -> Result<ExitCode> {
        let schemathesis = schemathesis(places)?;
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()
            .context("a runtime")?;
        let binaries = runtime.block_on(start::postgres(places))?;
        start::build_server(places, false)?;
        let work = tempfile::tempdir().context("a folder to work in")?;
        let port = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()?.port();
        voice::step("Starting Trame with its demonstration");
        let mut trame = Command::new(places.trame(false));
        trame
            .args(["serve", "--demonstration", "--port", &port.to_string()])
            .arg("--data")
            .arg(work.path().join("data"));
        trame
            .env("PGBIN", binaries.folder())
            .stdin(Stdio::null())
            .stdout(Stdio::null());
        let mut server = Server(trame.spawn().context("cannot run trame")?);
        let address = format!("http://127.0.0.1:{port}");
        server.wait_until_well(&address)?;

        // The end of the session is asked apart, with a session of its own; live updates have no end to wait for.
        let rest = ["--exclude-name", "DELETE /api/session", "--exclude-path", "/api/events"];
        let strangers = work.path().join("strangers.toml");
        std::fs::write(&strangers, "").context("writing what to ask about")?;
        let known = work.path().join("known.toml");
        std::fs::write(&known, self.known(&address)?).context("writing what to ask about")?;
        let mut held = true;
        for (about, selection) in [
            (&known, &rest[..]),
            (&strangers, &rest),
            (&strangers, &["--include-name", "DELETE /api/session"]),
        ] {
            let cookie = self.sign_in(&address)?;
            held &= self.ask(&schemathesis, &address, &cookie, about, selection)?;
            server.wait_until_well(&address).context("after the questions")?;
        }
        Ok(if held { ExitCode::SUCCESS } else { ExitCode::FAILURE })
    }

    fn sign_in(&self, address: &str) -> Result<String> {
        let body = serde_json::json!({ "login": self.login, "password": self.password }).to_string();
        let answer = ureq::post(format!("{address}/api/session"))
            .header("content-type", "application/json")
            .header("origin", address)
            .send(body)
            .with_context(|| format!("{} could not sign in", self.login))?;
        let cookies: Vec<&str> = answer
            .headers()
            .get_all("set-cookie")
            .iter()
            .filter_map(|cookie| cookie.to_str().ok()?.split(';').next())
            .collect();
        if cookies.is_empty() {
            bail!("signing in gave no session");
        }
        Ok(cookies.join("; "))
    }

    /// A case, a meeting and an action that this reader knows: invented identifiers alone would never pass the door.
    fn known(&self, address: &str) -> Result<String> {
        let cookie = self.sign_in(address)?;
        let read = |path: &str| -> Result<serde_json::Value> {
            let text = ureq::get(format!("{address}{path}"))
                .header("cookie", &cookie)
                .call()
                .with_context(|| format!("reading {path}"))?
                .body_mut()
                .read_to_string()?;
            Ok(serde_json::from_str(&text)?)
        };
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

    fn ask(&self, schemathesis: &Path, address: &str, cookie: &str, about: &Path, selection: &[&str]) -> Result<bool> {
        let mut ask = Command::new(schemathesis);
        ask.arg("--config-file")
            .arg(about)
            .arg("run")
            .arg(format!("{address}/api/openapi.json"))
            .arg("--no-color");
        ask.arg("--header")
            .arg(format!("Cookie: {cookie}"))
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

/// The server under question, ended with this value.
struct Server(Child);

impl Server {
    fn wait_until_well(&mut self, address: &str) -> Result<()> {
        let begun = Instant::now();
        while begun.elapsed() < READY {
            if let Some(status) = self.0.try_wait()? {
                bail!("the server ended ({status})");
            }
            if ureq::get(format!("{address}/api/health")).call().is_ok() {
                return Ok(());
            }
            std::thread::sleep(Duration::from_millis(200));
        }
        bail!("the server did not become ready in {} s", READY.as_secs())
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let pid = i32::try_from(self.0.id()).ok().and_then(Pid::from_raw);
        let told = pid.is_some_and(|pid| kill_process(pid, Signal::TERM).is_ok());
        if !told || self.0.wait().is_err() {
            voice::note("the server had already ended");
        }
    }
}

/// The tool in an environment of its own, in the target folder.
fn schemathesis(places: &Places) -> Result<PathBuf> {
    let folder = places.tools().join("schemathesis");
    let program = folder.join("bin/schemathesis");
    let done = folder.join(SCHEMATHESIS);
    // An environment holds its own path: one that was moved is there and does not run.
    let mut answers = Command::new(&program);
    if done.is_file() && command::succeeds_within(answers.arg("--version"), Duration::from_secs(60)) {
        return Ok(program);
    }
    voice::step("Fetching schemathesis from PyPI");
    let mut venv = Command::new("python3");
    venv.args(["-m", "venv", "--clear"]).arg(&folder);
    if command::run_quietly(&mut venv).is_err() {
        if !apt::works() {
            bail!("python3 with venv is needed: install it (Debian: `sudo apt-get install python3-venv`)");
        }
        apt::install(&["python3", "python3-venv"])?;
        command::run_quietly(&mut venv)?;
    }
    let mut pip = Command::new(folder.join("bin/pip"));
    command::run_quietly(pip.args(["install", "--quiet", "--disable-pip-version-check", SCHEMATHESIS]))?;
    std::fs::write(&done, "").context("noting that schemathesis is there")?;
    Ok(program)
}
