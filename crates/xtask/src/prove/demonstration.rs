//! The demonstration, served from a folder of its own for as long as something is asked of it.

use std::{
    net::{Ipv4Addr, TcpListener},
    process::{Child, Command, Stdio},
    time::{Duration, Instant},
};

use anyhow::{Context, Result, bail};
use rustix::process::{Pid, Signal, kill_process};
use tempfile::TempDir;

use crate::{places::Places, start, voice};

/// The password of everybody in the demonstration.
pub(crate) const PASSWORD: &str = "fil-rouge-de-demonstration";

/// The demonstration has to be loaded before the first answer.
const READY: Duration = Duration::from_secs(900);

/// Trame with the demonstration, ended with this value, and the folder with it.
pub(crate) struct Demonstration {
    server: Child,
    address: String,
    folder: TempDir,
}

impl Demonstration {
    /// Builds the server, starts it and waits until it is well.
    pub(crate) fn start(places: &Places) -> Result<Self> {
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()
            .context("a runtime")?;
        let binaries = runtime.block_on(start::postgres(places))?;
        start::build_server(places, false)?;
        let folder = tempfile::tempdir().context("a folder to work in")?;
        let port = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()?.port();
        voice::step("Starting Trame with its demonstration");
        let mut trame = Command::new(places.trame(false));
        trame
            .args(["serve", "--demonstration", "--port", &port.to_string()])
            .arg("--data")
            .arg(folder.path().join("data"));
        trame
            .env("PGBIN", binaries.folder())
            .stdin(Stdio::null())
            .stdout(Stdio::null());
        let mut demonstration = Self {
            server: trame.spawn().context("cannot run trame")?,
            address: format!("http://127.0.0.1:{port}"),
            folder,
        };
        demonstration.wait_until_well()?;
        Ok(demonstration)
    }

    /// Where it answers.
    pub(crate) fn address(&self) -> &str {
        &self.address
    }

    /// The folder that goes with it.
    pub(crate) fn folder(&self) -> &std::path::Path {
        self.folder.path()
    }

    /// Waits until it answers that it is well.
    pub(crate) fn wait_until_well(&mut self) -> Result<()> {
        let begun = Instant::now();
        while begun.elapsed() < READY {
            if let Some(status) = self.server.try_wait()? {
                bail!("the server ended ({status})");
            }
            if ureq::get(format!("{}/api/health", self.address)).call().is_ok() {
                return Ok(());
            }
            std::thread::sleep(Duration::from_millis(200));
        }
        bail!("the server did not become ready in {} s", READY.as_secs())
    }

    /// Signs somebody in; her cookies, as a request sends them.
    pub(crate) fn sign_in(&self, login: &str, password: &str) -> Result<String> {
        let body = serde_json::json!({ "login": login, "password": password }).to_string();
        let answer = ureq::post(format!("{}/api/session", self.address))
            .header("content-type", "application/json")
            .header("origin", &self.address)
            .send(body)
            .with_context(|| format!("{login} could not sign in"))?;
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

    /// What is answered on a path to who shows these cookies, however long it is.
    pub(crate) fn read(&self, path: &str, cookies: &str) -> Result<String> {
        ureq::get(format!("{}{path}", self.address))
            .header("cookie", cookies)
            .call()
            .with_context(|| format!("reading {path}"))?
            .body_mut()
            .with_config()
            .limit(u64::MAX)
            .read_to_string()
            .with_context(|| format!("reading {path}"))
    }
}

impl Drop for Demonstration {
    fn drop(&mut self) {
        let pid = i32::try_from(self.server.id()).ok().and_then(Pid::from_raw);
        let told = pid.is_some_and(|pid| kill_process(pid, Signal::TERM).is_ok());
        if !told || self.server.wait().is_err() {
            voice::note("the server had already ended");
        }
    }
}
