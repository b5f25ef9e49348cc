//! `trame log`: verify the chain, count, and show one event with what is sealed left sealed.

use super::{TextOrJson, say};
use crate::app::{Ground, Territory};
use crate::config::Config;
use clap::Subcommand;
use event_store::LogReader;
use serde::Serialize;
use std::collections::BTreeMap;
use std::process::ExitCode;

#[derive(Subcommand)]
pub(super) enum LogTask {
    /// Recompute the chain of hashes and name the first position that does not hold.
    Verify {
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
    /// Show one event as JSON; sealed values stay sealed.
    Show {
        /// Its position.
        position: u64,
    },
}

#[derive(Serialize)]
struct Verified {
    ok: bool,
    events: u64,
    first_bad: Option<u64>,
}

#[derive(Serialize)]
struct Stats {
    events: u64,
    streams: u64,
    bytes: u64,
    by_kind: BTreeMap<String, u64>,
}

impl LogTask {
    pub(super) async fn run(self, config: Config) -> anyhow::Result<ExitCode> {
        // Nothing of the log is trusted here: what it holds may be what is wrong with it.
        let ground = Ground::open(&config).await?;
        let log = LogReader::new(&ground.postgres)?;
        let done = self.on(&log).await;
        let unborn = log.head().await.is_ok_and(|head| head == Some(0));
        ground.close().await?;
        if unborn {
            // A new folder becomes a whole territory, keys included, whichever call comes first.
            Territory::open(&config).await?.close().await?;
        }
        done
    }

    async fn on(self, log: &LogReader) -> anyhow::Result<ExitCode> {
        match self {
            Self::Verify { format } => verify(log, format).await,
            Self::Stats { format } => stats(log, format).await,
            Self::Show { position } => show(log, position).await,
        }
    }
}

async fn verify(log: &LogReader, format: TextOrJson) -> anyhow::Result<ExitCode> {
    let bar = say::bar(log.head().await?.unwrap_or(0), "Verifying");
    let verified = log.verify(|position| bar.set_position(position)).await?;
    bar.finish_and_clear();
    let answer = Verified {
        ok: verified.ok,
        events: verified.events,
        first_bad: verified.first_bad,
    };
    match (format, answer.first_bad) {
        (TextOrJson::Json, _) => say::json(&answer)?,
        (TextOrJson::Text, None) => say::answer(&format!("The chain holds: {} events.", answer.events))?,
        (TextOrJson::Text, Some(bad)) => say::answer(&format!("The chain breaks at position {bad}."))?,
    }
    Ok(if answer.ok {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}

async fn stats(log: &LogReader, format: TextOrJson) -> anyhow::Result<ExitCode> {
    let counted = log.stats().await?;
    let stats = Stats {
        events: counted.events(),
        streams: counted.streams,
        bytes: counted.kinds.iter().map(|kind| kind.bytes).sum(),
        by_kind: counted.kinds.into_iter().map(|kind| (kind.kind, kind.events)).collect(),
    };
    match format {
        TextOrJson::Json => say::json(&stats)?,
        TextOrJson::Text => {
            say::answer(&format!(
                "{} events in {} streams, {} bytes of payload",
                stats.events, stats.streams, stats.bytes
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
