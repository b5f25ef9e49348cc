//! `cargo xtask start`: everything that is needed, then the server, until an interrupt.
//! What can be known to fail is looked at before anything long is begun.

use std::{
    net::{Ipv4Addr, TcpListener},
    os::unix::process::{CommandExt, ExitStatusExt},
    path::{Path, PathBuf},
    process::{Command, ExitCode, ExitStatus},
};

use anyhow::{Context, Result, bail};
use cluster::{Binaries, Cluster};
use rustix::process::{Pid, Signal, kill_process};
use tokio::signal::unix::{SignalKind, signal};

use crate::{command, npm, places::Places, site, voice};

/// How Trame is to be started.
#[derive(clap::Args)]
pub(crate) struct Start {
    /// The port on the loopback address.
    #[arg(long, default_value_t = 8080)]
    port: u16,
    /// The folder of the database and the keys; made when it is not there [default: `data` at the root].
    #[arg(long, value_name = "DIR")]
    data: Option<PathBuf>,
    /// Start without the demonstration.
    #[arg(long)]
    empty: bool,
    /// Compile the server for speed (the first time takes longer).
    #[arg(long)]
    release: bool,
}

impl Start {
    /// Prepares, serves, and answers the server's exit status.
    pub(crate) fn run(&self, places: &Places) -> Result<ExitCode> {
        let data = self.data.clone().unwrap_or_else(|| places.root().join("data"));
        self.look_first(&data)?;
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()
            .context("a runtime")?;
        let binaries = runtime.block_on(postgres(places))?;
        site::build(places, &site::Wish::default())?;
        build_server(places, self.release)?;
        let mut trame = self.serve(places, &binaries, &data);
        let status = runtime.block_on(until_it_ends(&mut trame))?;
        Ok(exit_code(status))
    }

    /// A taken port and a folder in use are said before minutes are spent on compiling.
    fn look_first(&self, data: &Path) -> Result<()> {
        if TcpListener::bind((Ipv4Addr::LOCALHOST, self.port)).is_err() {
            bail!(
                "port {} is taken or not allowed: stop what listens there, or give another with --port",
                self.port
            );
        }
        Ok(Cluster::check_free(data)?)
    }

    fn serve(&self, places: &Places, binaries: &Binaries, data: &Path) -> Command {
        let mut trame = Command::new(places.trame(self.release));
        trame
            .arg("serve")
            .arg("--data")
            .arg(data)
            .arg("--port")
            .arg(self.port.to_string());
        if !self.empty {
            trame.arg("--demonstration");
        }
        trame.env("PGBIN", binaries.folder());
        trame
    }
}

/// PostgreSQL's programs, fetched when there are none.
pub(crate) async fn postgres(places: &Places) -> Result<Binaries> {
    let folder = npm::postgres(places)?;
    let found = cluster::ensure_binaries(Some(&folder), &|text| voice::step(text)).await?;
    voice::note(&format!("PostgreSQL {} in {}", found.major(), found.folder().display()));
    Ok(found)
}

/// The server's binary; cargo knows when there is nothing to do.
pub(crate) fn build_server(places: &Places, release: bool) -> Result<()> {
    voice::step("Compiling the server (some minutes the first time)");
    let mut cargo = command::cargo(places);
    cargo.args(["build", "-p", "backend"]);
    if release {
        cargo.arg("--release");
    }
    command::run(&mut cargo)
}

/// Runs a program in a group of its own and passes each request to end on to it, once.
///
/// In our own group a Ctrl-C on the terminal would reach it twice: from the terminal and from us.
pub(crate) async fn until_it_ends(command: &mut Command) -> Result<ExitStatus> {
    let name = Path::new(command.get_program()).display().to_string();
    let mut interrupt = signal(SignalKind::interrupt())?;
    let mut terminate = signal(SignalKind::terminate())?;
    let mut hang_up = signal(SignalKind::hangup())?;
    let child = command
        .process_group(0)
        .spawn()
        .with_context(|| format!("cannot run {name}"))?;
    let pid = i32::try_from(child.id())
        .ok()
        .and_then(Pid::from_raw)
        .context("a process has a number")?;
    let ending = tokio::task::spawn_blocking(move || {
        let mut child = child;
        child.wait()
    });
    tokio::pin!(ending);
    loop {
        let passed_on = tokio::select! {
            ended = &mut ending => return Ok(ended??),
            _ = interrupt.recv() => Signal::INT,
            _ = terminate.recv() => Signal::TERM,
            _ = hang_up.recv() => Signal::TERM,
        };
        // It may have ended by itself in this very moment; the next turn of the loop sees that.
        if kill_process(pid, passed_on).is_ok() {
            voice::note("stopping");
        }
    }
}

fn exit_code(status: ExitStatus) -> ExitCode {
    let number = status
        .code()
        .or_else(|| status.signal().map(|signal| 128_i32.saturating_add(signal)));
    number
        .and_then(|number| u8::try_from(number).ok())
        .map_or(ExitCode::FAILURE, ExitCode::from)
}
