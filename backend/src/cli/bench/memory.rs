//! What a replay, a server that does nothing, and stream heads that are remembered take of memory: each in a process of
//! its own, which holds nothing else.

use super::people::{People, address};
use super::record::{Event, Record, wish_about};
use super::{Ground, keys, open, say, tell};
use anyhow::Context;
use clap::{Args, ValueEnum};
use codec::{Log, ask_seen};
use event_store::Recorded;
use serde_json::{Value, json};
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Command, ExitCode, Stdio};
use std::time::Duration;
use tokio::task::{JoinSet, spawn_blocking};
use uuid::Uuid;

use crate::config::Config;

/// How many streams are remembered.
const STREAMS: usize = 10_000;
/// How many write before it is looked what they take.
const WARM: usize = 500;
const WRITERS: usize = 32;
/// A server that has done nothing for so long is idle.
const IDLE: Duration = Duration::from_secs(2);

/// What is done alone.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum What {
    /// Replays the log, up to a number of events.
    Replay,
    /// Appends to many streams.
    Heads,
}

/// One case in a process of its own.
#[derive(Args)]
pub(in crate::cli) struct Alone {
    #[arg(value_enum)]
    what: What,
    #[arg(long, default_value_t = 0)]
    events: u64,
}

impl Alone {
    pub(super) async fn run(self, config: Config) -> anyhow::Result<ExitCode> {
        let database = config.database.as_ref().context("a database must be named")?;
        let log = open(&database.0.parse()?, &config.keys_folder()).await?;
        let told = match self.what {
            What::Replay => replay(&log, self.events).await,
            What::Heads => heads(&log).await,
        };
        log.close().await;
        say::json(&told?)?;
        Ok(ExitCode::SUCCESS)
    }
}

async fn replay(log: &Log, events: u64) -> anyhow::Result<Value> {
    let mut all = log.replay(0).await?;
    let mut done = 0;
    while done < events
        && let Some(stored) = all.next().await?
    {
        let fact: Recorded<Event> = log.read(&stored)?;
        done = fact.position;
    }
    Ok(json!({ "n": done, "mib": peak() }))
}

/// The keys are those of one person: what is measured is streams, not people.
async fn heads(log: &Log) -> anyhow::Result<Value> {
    let person = Uuid::now_v7();
    append(log, person, WARM).await?;
    let before = resident(std::process::id()).context("the system does not tell")?;
    append(log, person, STREAMS).await?;
    let after = resident(std::process::id()).context("the system does not tell")?;
    Ok(json!({ "n": STREAMS, "mib": after - before, "before_mib": before }))
}

async fn append(log: &Log, person: Uuid, streams: usize) -> anyhow::Result<()> {
    let mut writing = JoinSet::new();
    for _ in 0..WRITERS {
        let log = log.clone();
        writing.spawn(async move {
            for _ in 0..streams.div_ceil(WRITERS) {
                let stream = Uuid::now_v7();
                let (order, asked) = wish_about(person, stream, 0, 1);
                let answer = ask_seen::<Record, _, _, _>(&log, stream, 0, order, asked).await;
                answer.map_err(|rejected| anyhow::anyhow!("an append was not accepted: {rejected:?}"))?;
            }
            anyhow::Ok(())
        });
    }
    while let Some(written) = writing.join_next().await {
        written??;
    }
    Ok(())
}

pub(super) async fn measure(ground: &Ground, grown: bool) -> anyhow::Result<()> {
    let case = if grown { "memory_replay_grown" } else { "memory_replay" };
    if ground.wants(case) {
        let all = ground.log.head().await?;
        let few = alone(ground, &["replay", "--events", &(all / 10).to_string()]).await?;
        let many = alone(ground, &["replay", "--events", &all.to_string()]).await?;
        let extra = json!({ "n": all, "mib_at_a_tenth": few, "times": many / few });
        tell(case, many, "MiB", extra)?;
    }
    if ground.wants("memory_heads") {
        let mib = alone(ground, &["heads"]).await?;
        tell("memory_heads", mib, "MiB", json!({ "n": STREAMS }))?;
    }
    if ground.wants("memory_server") {
        let people = People::open(ground).await?;
        let served = people.config.clone();
        let idle = spawn_blocking(move || idle(&served)).await?;
        people.close().await?;
        tell("memory_server", idle?, "MiB", json!({ "idle_s": IDLE.as_secs() }))?;
    }
    Ok(())
}

/// What a process of its own says that it took.
async fn alone(ground: &Ground, arguments: &[&str]) -> anyhow::Result<f64> {
    let database = address(&ground.owner, ground.owner.get_dbname().unwrap_or_default());
    let mut trame = trame(&database, &keys(&ground.home))?;
    trame.args(["bench", "alone"]).args(arguments);
    let done = spawn_blocking(move || trame.stdout(Stdio::piped()).output()).await??;
    anyhow::ensure!(done.status.success(), "a case that ran alone failed");
    let said: Value = serde_json::from_slice(&done.stdout)?;
    said.get("mib")
        .and_then(Value::as_f64)
        .context("a case that ran alone told nothing")
}

/// What a server takes that serves nobody.
fn idle(config: &Config) -> anyhow::Result<f64> {
    let database = config.database.as_ref().context("a database must be named")?;
    let mut trame = trame(&database.0, &config.keys_folder())?;
    trame.env("TRAME_UNSAFE_DATABASE", "true");
    let mut server = trame.args(["serve", "--port", "0"]).stderr(Stdio::piped()).spawn()?;
    let told = ready(&mut server).and_then(|()| {
        std::thread::sleep(IDLE);
        resident(server.id()).context("the system does not tell")
    });
    server.kill()?;
    server.wait()?;
    told
}

fn ready(server: &mut std::process::Child) -> anyhow::Result<()> {
    let said = server.stderr.take().context("a server without a voice")?;
    let mut lines = BufReader::new(said).lines();
    let ready = lines.any(|line| line.is_ok_and(|line| line.contains("is ready")));
    anyhow::ensure!(ready, "the server did not come up");
    // What it says from now on is read by nobody, and must not stop it.
    std::thread::spawn(move || lines.for_each(drop));
    Ok(())
}

/// This program on a database; where it lies stands in no list of processes.
fn trame(database: &str, keys: &Path) -> anyhow::Result<Command> {
    let mut trame = Command::new(std::env::current_exe()?);
    trame.env("TRAME_DATABASE", database).env("TRAME_KEYS", keys);
    Ok(trame)
}

/// The most memory this process has held, in MiB, where the system tells.
pub(super) fn peak() -> Option<f64> {
    status(std::process::id(), "VmHWM")
}

/// What a process holds now, in MiB.
fn resident(process: u32) -> Option<f64> {
    status(process, "VmRSS")
}

fn status(process: u32, name: &str) -> Option<f64> {
    let status = std::fs::read_to_string(format!("/proc/{process}/status")).ok()?;
    let line = status.lines().find(|line| line.starts_with(name))?;
    let kib: f64 = line.split_whitespace().nth(1)?.parse().ok()?;
    Some(kib / 1024.0)
}
