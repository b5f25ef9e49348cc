//! `trame restore`: a backup becomes a data folder again. Checked before it is copied, verified before it is opened, and
//! whoever was forgotten since is forgotten again before anything can be served.

use super::TABLES;
use super::label::Label;
use crate::app::{Ground, Territory};
use crate::cli::{say, views};
use crate::config::Config;
use anyhow::{Context, bail};
use checkpoints::Verified;
use clap::Args;
use event_store::LogReader;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use transparency::{Checkpoint, Note};

/// Make a new data folder of a backup: `trame restore DIR --data NEW --keys FOLDER`.
///
/// The keys folder must be there first, as it is today: what was forgotten after the backup was taken is then forgotten
/// again. Nothing is served from it until all of this has passed.
#[derive(Args)]
pub(in crate::cli) struct Restore {
    /// The folder that `trame backup` made.
    #[arg(value_name = "DIR")]
    dir: PathBuf,
    /// A checkpoint from elsewhere, such as what a witness keeps: the restored log must begin with what it says.
    #[arg(long, value_name = "FILE")]
    against: Option<PathBuf>,
}

impl Restore {
    pub(in crate::cli) async fn run(self, config: Config) -> anyhow::Result<ExitCode> {
        if config.database.is_some() {
            bail!(
                "a backup becomes a data folder: name a new one with --data; a database of your own is restored by whoever \
                 runs it (`pgbackrest restore`), and `trame log verify --against` then says whether it is whole"
            );
        }
        let label = self.checked(&config)?;
        let tables = self.dir.join(TABLES);
        cluster::put_back(&tables, &config.data)?;
        if let Err(error) = verified(&config, &label, self.against.as_deref()).await {
            // What cannot be believed is not left where a server would open it.
            let postgres = config.data.join("postgres");
            std::fs::remove_dir_all(&postgres).with_context(|| format!("{} is to be removed", postgres.display()))?;
            return Err(error.context("what was restored cannot be believed, and was removed again"));
        }
        let territory = Territory::open(&config).await?;
        let done = forgotten_again(&territory).await;
        let events = territory.log.head().await?;
        territory.close().await?;
        done?;
        say::answer(&format!("{events} events are restored in {}", config.data.display()))?;
        say::line(
            "Hold it against the newest checkpoint that a witness keeps (`trame log verify --against`): by itself, an \
             older backup is a log in order.",
        );
        Ok(ExitCode::SUCCESS)
    }

    /// Whether it is whole, and what this Trame took.
    fn checked(&self, config: &Config) -> anyhow::Result<Label> {
        let label = Label::read(&self.dir)?;
        let source = config.root_source().map_err(anyhow::Error::msg)?;
        let keys = config.keys_folder();
        let mut fault = None;
        let ours = label.is_sealed_by(|bytes| match keyring::digest(&keys, &source, bytes) {
            Ok(digest) => digest,
            Err(error) => {
                fault = Some(error);
                [0; 32]
            }
        })?;
        if let Some(fault) = fault {
            return Err(fault)
                .context("the keys come first: put the keys folder in its place, and the root key with it");
        }
        if !ours {
            bail!(
                "the label of this backup was altered, or it belongs to a Trame with other keys; nothing was restored"
            );
        }
        if cluster::check_backup(&self.dir.join(TABLES))? != label.contents.files {
            bail!("the WAL or the manifest of this backup was altered, or a part is missing; nothing was restored");
        }
        Ok(label)
    }
}

/// The log begins with what was signed before the backup, and with what is known from elsewhere.
async fn verified(config: &Config, label: &Label, against: Option<&Path>) -> anyhow::Result<()> {
    let ground = Ground::open(config).await?;
    let done = begins(&ground, config, label, against).await;
    ground.close().await?;
    done
}

async fn begins(ground: &Ground, config: &Config, label: &Label, against: Option<&Path>) -> anyhow::Result<()> {
    let log = LogReader::new(&ground.postgres)?;
    let Some(seed) = keyring::seed(&config.keys_folder().join(keyring::CHECKPOINT_SEED))? else {
        bail!("checkpoint.key is not in the keys folder: what was signed cannot be verified");
    };
    let key = checkpoints::own_key(&seed)?;
    let mut notes: Vec<String> = label.contents.checkpoint.iter().cloned().collect();
    if let Some(file) = against {
        notes.push(std::fs::read_to_string(file).with_context(|| format!("{} cannot be read", file.display()))?);
    }
    for note in notes {
        let known = Checkpoint::opened(&Note::parse(&note)?, &key)?;
        let found: Verified = checkpoints::verify(&log, Some(key.clone()), Some(&known), |_| {}).await?;
        if !found.is_good() {
            bail!(
                "the log is not what was signed ({} events were, {} are here); `trame log verify` names the place in a \
                 copy that is still there",
                known.size,
                found.chain.events
            );
        }
    }
    Ok(())
}

async fn forgotten_again(territory: &Territory) -> anyhow::Result<()> {
    let behind = views::follow(territory).await?;
    if !behind.is_empty() {
        bail!("a view does not reach the end, so that it is not sure who was forgotten: nothing may be served yet");
    }
    let again = territory.forget_again().await?;
    if again > 0 {
        say::line(&format!("{again} keys that were forgotten since are destroyed again."));
    }
    Ok(())
}
