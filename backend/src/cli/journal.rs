//! `trame journal`: letting go of readings whose term is over.

use super::say;
use crate::app::Territory;
use crate::config::Config;
use anyhow::{Context, bail};
use clap::Subcommand;
use domain::configuration::{self, Configuration, Topic};
use jiff::ToSpan;
use std::process::ExitCode;

#[derive(Subcommand)]
pub(super) enum Journal {
    /// Drop the whole months that are older than the territory keeps (the setting `reading_journal`: 12 months at first).
    Prune,
}

impl Journal {
    pub(super) async fn run(self, config: Config) -> anyhow::Result<ExitCode> {
        let territory = Territory::open(&config).await?;
        let done = self.on(&territory, &config).await;
        territory.close().await?;
        done.map(|()| ExitCode::SUCCESS)
    }

    async fn on(self, territory: &Territory, config: &Config) -> anyhow::Result<()> {
        let Self::Prune = self;
        let today = territory.clock().await?.today();
        let settings = territory.log.state::<Configuration>(configuration::STREAM).await?.0;
        let Some(months) = settings.figure(Topic::ReadingJournal, today) else {
            bail!("no setting says how long readings are kept: nothing was dropped");
        };
        let before = today
            .0
            .checked_sub(i64::from(months).months())
            .context("so many months lie before any calendar")?;
        let dropped = ::journal::prune(&territory.owner(config)?, before)
            .await
            .context("only the owner of the database drops months: name it as owner")?;
        say::line(&match dropped {
            0 => format!("Nothing to drop: no whole month of readings ended before {before}."),
            1 => format!("1 month of readings that ended before {before} was dropped."),
            many => format!("{many} months of readings that ended before {before} were dropped."),
        });
        Ok(())
    }
}
