//! `trame log`: verify the chain, count, and show one event with what is sealed left sealed.

use super::{TextOrJson, say};
use crate::app::Territory;
use crate::config::Config;
use clap::Subcommand;
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

#[derive(Default, Serialize)]
struct Stats {
    events: u64,
    streams: u64,
    bytes: u64,
    by_kind: BTreeMap<String, u64>,
}

impl LogTask {
    pub(super) async fn run(self, config: Config) -> anyhow::Result<ExitCode> {
        let territory = Territory::open(&config).await?;
        let done = self.on(&territory).await;
        territory.close().await?;
        done
    }

    async fn on(self, territory: &Territory) -> anyhow::Result<ExitCode> {
        match self {
            Self::Verify { format } => verify(territory, format).await,
            Self::Stats { format } => stats(territory, format).await,
            Self::Show { position } => show(territory, position).await,
        }
    }
}

async fn verify(territory: &Territory, format: TextOrJson) -> anyhow::Result<ExitCode> {
    let bar = say::bar(territory.log.head().await?, "Verifying");
    let verified = territory.log.verify(|position| bar.set_position(position)).await?;
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

async fn stats(territory: &Territory, format: TextOrJson) -> anyhow::Result<ExitCode> {
    let mut stats = Stats::default();
    let mut after = 0;
    loop {
        let page = territory.log.page(after, 2_000).await?;
        let Some(last) = page.last() else { break };
        after = last.position;
        for event in &page {
            stats.events = stats.events.saturating_add(1);
            stats.bytes = stats
                .bytes
                .saturating_add(u64::try_from(event.payload.len()).unwrap_or(u64::MAX));
            // The first event of a stream is its version 1.
            stats.streams = stats.streams.saturating_add(u64::from(event.version == 1));
            let count = stats.by_kind.entry(event.kind.clone()).or_default();
            *count = count.saturating_add(1);
        }
    }
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

async fn show(territory: &Territory, position: u64) -> anyhow::Result<ExitCode> {
    let page = territory.log.page(position.saturating_sub(1), 1).await?;
    let Some(event) = page.first().filter(|event| event.position == position) else {
        anyhow::bail!("the log has no event at position {position}");
    };
    say::answer(&serde_json::to_string_pretty(&codec::print(event))?)?;
    Ok(ExitCode::SUCCESS)
}
