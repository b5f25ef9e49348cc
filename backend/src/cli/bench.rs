//! `trame bench log`: what the log does in a second, on the path of every command: rule, sealing, chain, command ids.
//!
//! One line of JSON for each case, as soon as it is done: `{"peer", "case", "v", "unit", "extra"}`. The database must be
//! empty: what is measured stays in it.

mod appends;
mod browser;
mod growth;
mod hurried;
mod latency;
mod limits;
mod loading;
mod lost;
mod memory;
mod people;
mod reads;
mod rebuild;
mod record;
mod screen;

use super::say;
use crate::app;
use crate::config::{Config, Secret};
use anyhow::Context;
use clap::{Args, Subcommand};
use codec::{Log, SealingCodec, Upcasters};
use event_store::{EventStore, StoreConfig};
use hurried::{Measured, Pace};
use keyring::Keyring;
use serde_json::{Value, json};
use std::fs::DirBuilder;
use std::os::unix::fs::DirBuilderExt;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Duration;
use uuid::Uuid;

/// The owner of a private database.
const OWNER_OF_PRIVATE: &str = "postgres";

#[derive(Subcommand)]
pub(super) enum Bench {
    /// Appends, reads, replay and latency of the log, with sealing, hash chain and command ids as in production; then
    /// views, screens, memory and growth.
    Log(BenchLog),
    /// One case in a process of its own, so that its memory is that of nothing else. For `log`, not for people.
    #[command(hide = true)]
    Alone(memory::Alone),
}

/// Where to measure, and for how long. The environment variables are those that comparisons of event stores set.
#[derive(Args)]
pub(super) struct BenchLog {
    /// The host of the database, or the folder of its socket.
    #[arg(long, env = "PGHOST", default_value = "/var/run/postgresql")]
    host: String,
    /// Its port.
    #[arg(long, env = "PGPORT", default_value_t = 5432)]
    port: u16,
    /// The owner of the database.
    #[arg(long, env = "PGUSER", default_value = "postgres")]
    user: String,
    /// An empty database; without it, the one that `--database` names, or a private one that is thrown away.
    #[arg(long, env = "PEER_DB")]
    name: Option<String>,
    /// Seconds for each case.
    #[arg(long, env = "BENCH_SECS", default_value_t = 5.0)]
    seconds: f64,
    /// Seconds before each case that do not count.
    #[arg(long, default_value_t = 1.0)]
    warm_up: f64,
    /// How many events to load and replay.
    #[arg(long, env = "BENCH_N", default_value_t = 200_000)]
    events: usize,
    /// Seconds after which loading ends with what there is.
    #[arg(long, env = "BENCH_LOAD_CAP", default_value_t = 60.0)]
    load_cap: f64,
    /// How many appends the latency is measured on.
    #[arg(long, default_value_t = 500)]
    appends: u32,
    /// How many contacts the view is rebuilt from.
    #[arg(long, default_value_t = 50_000)]
    contacts: u64,
    /// How many screens are open, and how many things are written a second while they are.
    #[arg(long, default_value_t = 200)]
    viewers: usize,
    /// Grow the log to this many events, and measure there again what is to be as fast as at the beginning.
    #[arg(long, default_value_t = 0)]
    growth: u64,
    /// Measure the bare database beside it: rows as large under a key, and nothing more.
    #[arg(long)]
    limits: bool,
    /// Only the cases that begin with one of these names.
    #[arg(long, env = "BENCH_CASES", value_delimiter = ',')]
    cases: Vec<String>,
}

/// A log opened to be measured.
#[derive(Clone)]
struct Ground {
    log: Log,
    owner: tokio_postgres::Config,
    /// A folder that is thrown away, with the keys of the log in it.
    home: PathBuf,
    pace: Pace,
    cases: Vec<String>,
}

impl Bench {
    pub(super) async fn run(self, config: Config) -> anyhow::Result<ExitCode> {
        let bench = match self {
            Self::Log(bench) => bench,
            Self::Alone(alone) => return alone.run(config).await,
        };
        let home = std::env::temp_dir().join(format!("trame-bench-{}", Uuid::new_v4().simple()));
        DirBuilder::new().mode(0o700).create(&home)?;
        let measured = bench.on_its_ground(config, &home).await;
        std::fs::remove_dir_all(&home)?;
        measured.map(|()| ExitCode::SUCCESS)
    }
}

impl BenchLog {
    /// On the database that is named, else on a private one that is thrown away: never on that of the data folder.
    async fn on_its_ground(self, config: Config, home: &Path) -> anyhow::Result<()> {
        if let Some(owner) = self.named(&config)? {
            event_store::migrate(&owner).await?;
            return self.measure(owner, home).await;
        }
        let data = home.join("data");
        let ground = app::Ground::open(&Config { data, ..config }).await?;
        let mut owner = ground.postgres.clone();
        owner.user(OWNER_OF_PRIVATE);
        let measured = self.measure(owner, home).await;
        ground.close().await?;
        measured
    }

    async fn measure(self, owner: tokio_postgres::Config, home: &Path) -> anyhow::Result<()> {
        let pace = Pace {
            warm_up: seconds(self.warm_up)?,
            measured: seconds(self.seconds)?,
        };
        let log = open(&owner, &keys(home)).await?;
        anyhow::ensure!(log.head().await? == 0, "the log of this database is not empty");
        let ground = Ground {
            log: log.clone(),
            owner,
            home: home.to_owned(),
            pace,
            cases: self.cases.clone(),
        };
        let done = self.each(&ground).await;
        log.close().await;
        done
    }

    async fn each(&self, ground: &Ground) -> anyhow::Result<()> {
        if self.limits {
            limits::measure(ground).await?;
        }
        appends::measure(ground).await?;
        loading::measure(ground, self.events, seconds(self.load_cap)?).await?;
        latency::measure(ground, self.appends).await?;
        lost::measure(ground, self.appends).await?;
        rebuild::measure(ground, self.contacts).await?;
        screen::measure(ground, self.viewers, self.appends).await?;
        growth::measure(ground, self.growth).await?;
        memory::measure(ground, self.growth > 0).await
    }
}

/// Where the keys of the log lie.
fn keys(home: &Path) -> PathBuf {
    home.join("keys")
}

/// Another log of the same database, as another process would open it.
async fn open(postgres: &tokio_postgres::Config, keys: &Path) -> anyhow::Result<Log> {
    let keyring = Keyring::load(event_store::pool(postgres, 4)?, keys).await?;
    let codec = SealingCodec::new(keyring, Upcasters::none());
    Ok(EventStore::open(StoreConfig::new(postgres.clone()), codec).await?)
}

impl BenchLog {
    /// The database that is named, as who may make tables in it.
    fn named(&self, config: &Config) -> anyhow::Result<Option<tokio_postgres::Config>> {
        match (&self.name, &config.database) {
            (Some(name), _) => {
                let mut owner = tokio_postgres::Config::new();
                owner.user(&self.user).dbname(name).port(self.port);
                if self.host.starts_with('/') {
                    owner.host_path(PathBuf::from(&self.host));
                } else {
                    owner.host(&self.host);
                }
                Ok(Some(owner))
            }
            // What the reader of URLs says may quote the password, so it is not kept.
            (None, Some(Secret(url))) => {
                let owner = url.parse().ok().context("the address of the database cannot be read")?;
                Ok(Some(owner))
            }
            (None, None) => Ok(None),
        }
    }
}

impl Ground {
    fn wants(&self, case: &str) -> bool {
        self.cases.is_empty() || self.cases.iter().any(|wanted| case.starts_with(wanted.as_str()))
    }
}

fn seconds(given: f64) -> anyhow::Result<Duration> {
    Duration::try_from_secs_f64(given).with_context(|| format!("{given} is not a number of seconds"))
}

/// Says what a case came to.
fn tell(case: &str, figure: f64, unit: &str, extra: Value) -> anyhow::Result<()> {
    let peer = if case.starts_with("limit_") { "limit" } else { "product" };
    say::json(&json!({ "peer": peer, "case": case, "v": figure, "unit": unit, "extra": extra }))
}

/// The same for a case in which many hurried.
fn tell_measured(case: &str, unit: &str, measured: &Measured) -> anyhow::Result<()> {
    let extra = json!({
        "conflicts_per_s": measured.conflicts_per_second,
        "p50_ms": measured.p50,
        "p99_ms": measured.p99,
        "conflict_p99_ms": measured.conflict_p99,
    });
    tell(case, measured.done_per_second, unit, extra)
}
