//! `trame log`: verify chain and checkpoints, sign one, count, and show one event with what is sealed left sealed.

mod signed;
mod verify;
mod witnesses;

use super::{TextOrJson, say};
use crate::app::{Ground, Territory};
use crate::config::Config;
use clap::Subcommand;
use event_store::LogReader;
use serde::Serialize;
use std::collections::BTreeMap;
use std::path::PathBuf;
use std::process::ExitCode;

#[derive(Subcommand)]
pub(super) enum LogTask {
    /// Recompute the chain of hashes and every checkpoint, and name the first position that does not hold.
    Verify {
        /// A checkpoint from elsewhere, such as what a witness keeps: the log must begin with what it says.
        #[arg(long, value_name = "FILE")]
        against: Option<PathBuf>,
        /// Tell in JSON also how many checkpoints hold and how far they reach.
        #[arg(long)]
        checkpoints: bool,
        /// How to print the answer.
        #[arg(long, value_enum, default_value_t)]
        format: TextOrJson,
    },
    /// Count events, streams and bytes, by type.
    Stats {
        /// How to print the answer.
        #[arg(long, value_enum, default_value_t)]
        format: TextOrJson,
    },
    /// Sign what the log holds now, and print the checkpoint.
    Checkpoint,
    /// Print the public key with which checkpoints are signed: what a witness is given.
    Key,
    /// Let a witness ask for checkpoints, and print her token, once.
    Admit {
        /// Her name.
        name: String,
    },
    /// Let a witness ask no more.
    Dismiss {
        /// Her name.
        name: String,
    },
    /// List the witnesses that are admitted.
    Witnesses,
    /// Show one event as JSON; sealed values stay sealed.
    Show {
        /// Its position.
        position: u64,
    },
}

#[derive(Serialize)]
struct Stats {
    events: u64,
    streams: u64,
    bytes: u64,
    disk: u64,
    by_kind: BTreeMap<String, u64>,
}

impl LogTask {
    pub(super) async fn run(self, config: Config) -> anyhow::Result<ExitCode> {
        // Nothing of the log is trusted here: what it holds may be what is wrong with it.
        let ground = Ground::open(&config).await?;
        let log = LogReader::new(&ground.postgres)?;
        let done = self.on(&log, &config).await;
        let unborn = log.head().await.is_ok_and(|head| head == 0);
        ground.close().await?;
        if unborn {
            // A new folder becomes a whole territory, keys included, whichever call comes first.
            Territory::open(&config).await?.close().await?;
        }
        done
    }

    async fn on(self, log: &LogReader, config: &Config) -> anyhow::Result<ExitCode> {
        match self {
            Self::Verify {
                against,
                checkpoints,
                format,
            } => verify::run(log, config, against.as_deref(), checkpoints, format).await,
            Self::Checkpoint => signed::checkpoint(log, config).await,
            Self::Key => signed::key(log, config).await,
            Self::Admit { name } => witnesses::admit(log, &name).await,
            Self::Dismiss { name } => witnesses::dismiss(log, &name).await,
            Self::Witnesses => witnesses::list(log).await,
            Self::Stats { format } => stats(log, format).await,
            Self::Show { position } => show(log, position).await,
        }
    }
}

async fn stats(log: &LogReader, format: TextOrJson) -> anyhow::Result<ExitCode> {
    let counted = log.stats().await?;
    let stats = Stats {
        events: counted.events(),
        streams: counted.streams,
        bytes: counted.kinds.iter().map(|kind| kind.bytes).sum(),
        disk: counted.disk,
        by_kind: counted.kinds.into_iter().map(|kind| (kind.kind, kind.events)).collect(),
    };
    match format {
        TextOrJson::Json => say::json(&stats)?,
        TextOrJson::Text => {
            say::answer(&format!(
                "{} events in {} streams, {} bytes of payload, {} bytes on disk",
                stats.events, stats.streams, stats.bytes, stats.disk
            ))?;
            for (kind, count) in &stats.by_kind {
                say::answer(&format!("{count:>9}  {kind}"))?;
            }
        }
    }
    Ok(ExitCode::SUCCESS)
}

async fn show(log: &LogReader, position: u64) -> anyhow::Result<ExitCode> {
    let Some(event) = log.at(position).await? else {
        anyhow::bail!("the log has no event at position {position}");
    };
    say::answer(&serde_json::to_string_pretty(&codec::print(&event))?)?;
    Ok(ExitCode::SUCCESS)
}
