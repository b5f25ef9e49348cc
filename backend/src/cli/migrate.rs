//! `trame migrate`: opening a territory already brings its database up to date; this only says so.

use super::say;
use crate::app::Territory;
use crate::config::Config;
use std::process::ExitCode;

pub(super) async fn run(config: Config) -> anyhow::Result<ExitCode> {
    let territory = Territory::open(&config).await?;
    let position = territory.log.head().await?;
    territory.close().await?;
    say::line(&format!("The database is up to date; the log holds {position} events."));
    Ok(ExitCode::SUCCESS)
}
