//! `trame keys`: the epochs of keys, the root key and its escrow, and forgetting someone for good.

mod destroy;
mod escrow;
mod rotate;
mod status;

use super::TextOrJson;
use crate::app::Territory;
use crate::config::Config;
use clap::Subcommand;
use std::path::PathBuf;
use std::process::ExitCode;

#[derive(Subcommand)]
pub(super) enum Keys {
    /// List the epochs: since when, in which state, how many keys are wrapped in each. No secret is shown.
    Status {
        /// How to print the answer.
        #[arg(long, value_enum, default_value_t)]
        format: TextOrJson,
    },
    /// Begin a new epoch and wrap every living key again in it.
    ///
    /// The epoch before is retired; its key is destroyed once the shred horizon has passed, and from then on nothing
    /// that was forgotten before opens, in any backup. Servers go on meanwhile and hear of it. A rotation that was cut
    /// off is brought to its end when it is asked again. Once a day by cron is a good rhythm:
    /// `trame keys rotate --destroy-retired`.
    Rotate {
        /// Also destroy the keys of the epochs that were retired longer ago than the shred horizon.
        #[arg(long)]
        destroy_retired: bool,
        /// The shred horizon of this call, in days, instead of the one in force; 0 destroys at once, and every backup
        /// of the database that is older than this rotation becomes unreadable.
        #[arg(long, value_name = "DAYS", requires = "destroy_retired")]
        horizon: Option<u32>,
        /// Replace the root key itself instead, and wrap the epochs again under the new one. Print new sheets of escrow
        /// afterwards: the old ones hold the old key.
        #[arg(long, conflicts_with_all = ["destroy_retired", "horizon"])]
        root: bool,
    },
    /// Forget someone for good, under the two-person rule.
    ///
    /// The first person names whom and why, and signs in; nothing happens yet. Within the time in force another person
    /// confirms with the number that was printed. Then a tombstone is appended to the log, the keys are destroyed, and
    /// all that they sealed is shown as erased, everywhere and at once.
    Destroy(destroy::Destroy),
    /// Print three sheets of paper of which any two bring the root key back: one for the data protection officer, one
    /// for the director, one for the archive. Each printing makes new sheets that go together only among themselves.
    Escrow,
    /// Put the root key back from two sheets, typed at the terminal or given as files. A root key that is there is never
    /// replaced.
    Recover {
        /// A file with the letters of one sheet; given twice. Asked for at the terminal when left out.
        #[arg(long, value_name = "FILE")]
        sheet: Vec<PathBuf>,
    },
}

impl Keys {
    pub(super) async fn run(self, config: Config) -> anyhow::Result<ExitCode> {
        // Nothing can be opened before the root key is back.
        if let Self::Recover { sheet } = &self {
            return escrow::recover(&config, sheet).await;
        }
        let territory = Territory::open(&config).await?;
        let done = self.on(&territory, &config).await;
        territory.close().await?;
        done.map(|()| ExitCode::SUCCESS)
    }

    async fn on(self, territory: &Territory, config: &Config) -> anyhow::Result<()> {
        match self {
            Self::Status { format } => status::print(territory, format).await,
            Self::Rotate { root: true, .. } => rotate::root(territory).await,
            Self::Rotate {
                destroy_retired,
                horizon,
                root: false,
            } => rotate::epoch(territory, destroy_retired, horizon).await,
            Self::Destroy(destroy) => destroy.run(territory, config).await,
            Self::Escrow => escrow::print(territory).await,
            Self::Recover { .. } => Ok(()),
        }
    }
}
