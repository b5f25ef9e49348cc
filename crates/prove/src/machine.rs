//! A machine with the real program on it: a PostgreSQL of its own that keeps what it promised, servers in processes of
//! their own, and ways to end both as a power cut does.

mod disk;
mod pair;

use anyhow::{Context, bail};
use cluster::{Cluster, Options};
use disk::Disk;
use rustix::process::{Pid, Signal, kill_process};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Output, Stdio};
use std::time::{Duration, Instant};
use tempfile::TempDir;
use tokio::io::{AsyncBufReadExt, BufReader};
use tokio::process::{Child, ChildStderr, Command};
use tokio_postgres::{Client, Config, NoTls};

const DATABASE: &str = "trame";
/// Where its PostgreSQL lies.
const DATA: &str = "data";
/// A program that is not ready by then will not be.
const READY: Duration = Duration::from_secs(120);

/// Something that is built into a server on purpose: a variable and its value.
pub(crate) type Bad = (&'static str, String);

/// A machine.
pub(crate) struct Machine {
    /// The disk of its PostgreSQL, when that is a small one of its own: it goes before the folder that it lies in.
    disk: Option<Disk>,
    program: PathBuf,
    /// The PostgreSQL that takes writes.
    cluster: Option<Cluster>,
    /// Another that receives what the first one writes.
    standby: Option<Cluster>,
    /// One that froze.
    frozen: Option<Cluster>,
    /// Where any of them can be spoken to.
    hosts: Vec<PathBuf>,
    folder: TempDir,
    /// The longest time that PostgreSQL needed to be back.
    pub(crate) longest_recovery: Duration,
}

/// A server in a process of its own, killed when dropped.
pub(crate) struct Server {
    child: Child,
    /// Where it serves.
    pub(crate) base: String,
}

impl Machine {
    /// With an empty database.
    pub(crate) async fn new(program: PathBuf) -> anyhow::Result<Self> {
        Self::on(program, |_| Ok(None)).await
    }

    /// With an empty database on a disk of so many MiB; only root can.
    pub(crate) async fn with_small_disk(program: PathBuf, megabytes: u32) -> anyhow::Result<Self> {
        Self::on(program, |data| Disk::of(data, megabytes).map(Some)).await
    }

    async fn on(program: PathBuf, disk: impl FnOnce(&Path) -> anyhow::Result<Option<Disk>>) -> anyhow::Result<Self> {
        let folder = tempfile::Builder::new().prefix("trame-prove-").tempdir()?;
        let mut machine = Self {
            disk: disk(&folder.path().join(DATA))?,
            program,
            cluster: None,
            standby: None,
            frozen: None,
            hosts: Vec::new(),
            folder,
            longest_recovery: Duration::ZERO,
        };
        machine.start_postgres().await?;
        let cluster = machine.cluster()?.url("postgres");
        event_store::create_database(&cluster, DATABASE).await?;
        Ok(machine)
    }

    fn cluster(&self) -> anyhow::Result<&Cluster> {
        self.cluster.as_ref().context("PostgreSQL does not run")
    }

    /// One of its databases, wherever it is that writes are taken.
    fn database(&self, name: &str) -> String {
        let hosts: Vec<String> = self.hosts.iter().map(|host| host.display().to_string()).collect();
        let hosts = hosts.join(",");
        format!("host={hosts} user=postgres dbname={name} target_session_attrs=read-write")
    }

    /// Its database, as its owner.
    pub(crate) fn config(&self) -> anyhow::Result<Config> {
        self.config_of(DATABASE)
    }

    /// Another database, as its owner.
    pub(crate) fn config_of(&self, name: &str) -> anyhow::Result<Config> {
        Ok(self.database(name).parse()?)
    }

    /// Makes another database that holds what its own holds, to the byte. Whoever was connected to either is not any more.
    pub(crate) async fn twin(&self, name: &str) -> anyhow::Result<()> {
        let config: Config = self.cluster()?.url("postgres").parse()?;
        let (client, connection) = config.connect(NoTls).await?;
        tokio::spawn(connection);
        let end = "select pg_terminate_backend(pid) from pg_stat_activity where datname = any($1)";
        client.execute(end, &[&[DATABASE, name].as_slice()]).await?;
        client.batch_execute(&format!("drop database if exists {name}")).await?;
        client
            .batch_execute(&format!("create database {name} template {DATABASE}"))
            .await?;
        Ok(())
    }

    /// A connection as the owner.
    pub(crate) async fn owner(&self) -> anyhow::Result<Client> {
        // Where writes are taken now: one that froze would let nobody in and refuse nobody.
        let config: Config = self.cluster()?.url(DATABASE).parse()?;
        let (client, connection) = config.connect(NoTls).await?;
        // It ends with the client, or with PostgreSQL, which this machine kills.
        tokio::spawn(connection);
        Ok(client)
    }

    /// A place for something of the proof's own.
    pub(crate) fn beside(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// The folder of the keys.
    pub(crate) fn keys(&self) -> PathBuf {
        self.folder.path().join("keys")
    }

    /// Starts PostgreSQL, which recovers from whatever happened.
    pub(crate) async fn start_postgres(&mut self) -> anyhow::Result<()> {
        let begun = Instant::now();
        self.cluster = Some(self.start(DATA).await?);
        self.longest_recovery = self.longest_recovery.max(begun.elapsed());
        Ok(())
    }

    async fn start(&mut self, place: &str) -> anyhow::Result<Cluster> {
        let cluster = Cluster::start(&self.folder.path().join(place), Options::default()).await?;
        let host = cluster.socket_dir().to_owned();
        if !self.hosts.contains(&host) {
            self.hosts.push(host);
        }
        Ok(cluster)
    }

    /// Whether PostgreSQL still runs.
    pub(crate) fn has_postgres(&self) -> bool {
        self.cluster.as_ref().is_some_and(|cluster| cluster.pid().is_some())
    }

    /// Ends PostgreSQL and all its processes without a word.
    pub(crate) fn kill_postgres(&mut self) -> anyhow::Result<()> {
        let cluster = self.cluster.take().context("PostgreSQL does not run")?;
        kill(cluster)
    }

    fn command(&self, database: &str, arguments: &[&str], bad: &[Bad]) -> Command {
        let mut command = Command::new(&self.program);
        command
            .args(arguments)
            .args(["--database", &self.database(database), "--keys"])
            .arg(self.keys())
            // Away from any trame.toml of who proves.
            .current_dir(self.folder.path())
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .kill_on_drop(true);
        for (name, _) in std::env::vars().filter(|(name, _)| name.starts_with("TRAME_")) {
            command.env_remove(name);
        }
        command.envs(bad.iter().map(|(name, value)| (*name, value.as_str())));
        command
    }

    /// Runs the program to its end.
    pub(crate) async fn run(&self, arguments: &[&str]) -> anyhow::Result<Output> {
        let program = self.program.display();
        let output = self.command(DATABASE, arguments, &[]).output().await;
        output.with_context(|| format!("{program}: build it with `cargo build -p backend`, or name it with --program"))
    }

    /// Serves on a free port, with a fault built in or none.
    pub(crate) async fn serve(&self, bad: Option<&Bad>) -> anyhow::Result<Server> {
        self.serve_with(&[], bad.map_or(&[], std::slice::from_ref)).await
    }

    /// The same in the place of all that served before.
    pub(crate) async fn take_over(&self, bad: Option<&Bad>) -> anyhow::Result<Server> {
        self.serve_with(&["--take-over"], bad.map_or(&[], std::slice::from_ref))
            .await
    }

    /// The same, with more said on the command line or in the environment.
    pub(crate) async fn serve_with(&self, more: &[&str], around: &[Bad]) -> anyhow::Result<Server> {
        self.serve_on(DATABASE, more, around).await
    }

    /// The same on another database.
    pub(crate) async fn serve_on(&self, database: &str, more: &[&str], around: &[Bad]) -> anyhow::Result<Server> {
        let arguments = [&["serve", "--port", "0"], more].concat();
        let mut child = self.command(database, &arguments, around).spawn()?;
        let told = child.stderr.take().context("a server without a voice")?;
        let base = tokio::time::timeout(READY, ready(told))
            .await
            .context("the server is not ready")??;
        Ok(Server { child, base })
    }
}

/// Reads until the server says where it is, then goes on reading, so that it never waits for a reader.
async fn ready(told: ChildStderr) -> anyhow::Result<String> {
    let mut lines = BufReader::new(told).lines();
    let mut said = Vec::new();
    while let Some(line) = lines.next_line().await? {
        if let Some(base) = line.strip_prefix("Trame is ready at ") {
            let base = base.to_owned();
            tokio::spawn(async move { while let Ok(Some(_)) = lines.next_line().await {} });
            return Ok(base);
        }
        said.push(line);
    }
    bail!("the server ended: {}", said.join("; "))
}

impl Server {
    /// Ends it without a word.
    pub(crate) async fn kill(mut self) -> anyhow::Result<()> {
        Ok(self.child.kill().await?)
    }

    /// Holds its breath, as a machine does that is frozen and moved.
    pub(crate) fn pause(&self) -> anyhow::Result<()> {
        send(self.child.id().context("the server is gone")?, Signal::STOP)
    }

    /// Goes on as if nothing had happened.
    pub(crate) fn wake(&self) -> anyhow::Result<()> {
        send(self.child.id().context("the server is gone")?, Signal::CONT)
    }
}

/// Ends a PostgreSQL and all its processes without a word.
fn kill(cluster: Cluster) -> anyhow::Result<()> {
    let head = cluster.pid().context("PostgreSQL is gone already")?;
    // Stopped first: it would take note of the end of the others, and start new ones.
    send(head, Signal::STOP)?;
    for each in children(head)? {
        send(each, Signal::KILL)?;
    }
    send(head, Signal::KILL)?;
    // Waits for the end of the head, and calls its watch off.
    drop(cluster);
    Ok(())
}

/// Sends a signal; who is gone by then does not hear it.
fn send(process: u32, signal: Signal) -> anyhow::Result<()> {
    let pid = i32::try_from(process)
        .ok()
        .and_then(Pid::from_raw)
        .context("no process")?;
    match kill_process(pid, signal) {
        Ok(()) | Err(rustix::io::Errno::SRCH) => Ok(()),
        Err(refused) => Err(refused.into()),
    }
}

/// The processes that one has started, from the system's table of processes.
fn children(of: u32) -> anyhow::Result<Vec<u32>> {
    let mut found = Vec::new();
    for entry in fs::read_dir("/proc").context("the table of processes")?.flatten() {
        let Some(process) = entry.file_name().to_str().and_then(|name| name.parse().ok()) else {
            continue;
        };
        // Gone meanwhile, or not ours to look at.
        let Ok(stat) = fs::read_to_string(entry.path().join("stat")) else {
            continue;
        };
        // "pid (name) state parent …": the name may hold anything, even brackets.
        let parent = stat
            .rsplit_once(')')
            .and_then(|(_, rest)| rest.split_whitespace().nth(1)?.parse().ok());
        if parent == Some(of) {
            found.push(process);
        }
    }
    Ok(found)
}
