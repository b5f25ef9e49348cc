//! `trame log checkpoint` and `trame log key`: what is signed, and with which key it can be checked.

use super::super::say;
use crate::config::Config;
use checkpoints::Fault;
use event_store::LogReader;
use std::process::ExitCode;
use transparency::PublicKey;

/// Signs and prints.
pub(super) async fn checkpoint(log: &LogReader, config: &Config) -> anyhow::Result<ExitCode> {
    let Some(seed) = keyring::seed(&config.keys_folder().join(keyring::CHECKPOINT_SEED))? else {
        anyhow::bail!(
            "there is no {} in {}: `trame serve` makes it at its first start",
            keyring::CHECKPOINT_SEED,
            config.keys_folder().display()
        );
    };
    checkpoints::catch_up(log.pool(), &seed).await?;
    let Some((_, note)) = checkpoints::newest(log.pool()).await? else {
        anyhow::bail!("the log is empty: there is nothing to sign");
    };
    say::answer(note.to_string().trim_end())?;
    Ok(ExitCode::SUCCESS)
}

/// Prints the key.
pub(super) async fn key(log: &LogReader, config: &Config) -> anyhow::Result<ExitCode> {
    let Some(key) = known(log, config).await? else {
        anyhow::bail!("this log has signed nothing yet: `trame serve` begins with it");
    };
    say::answer(&key.to_string())?;
    Ok(ExitCode::SUCCESS)
}

/// The public key of this log: that of the keys folder, else the one that the database names, which says so.
pub(super) async fn known(log: &LogReader, config: &Config) -> Result<Option<PublicKey>, crate::fault::Fault> {
    match keyring::seed(&config.keys_folder().join(keyring::CHECKPOINT_SEED))? {
        Some(seed) => Ok(Some(checkpoints::own_key(&seed)?)),
        None => match checkpoints::known_key(log.pool()).await {
            Ok(Some(key)) => {
                say::line("The key of the log is not in the keys folder: the one that the database names is used.");
                Ok(Some(key))
            }
            Ok(None) => Ok(None),
            Err(Fault::Key(_)) => Ok(None),
            Err(fault) => Err(fault.into()),
        },
    }
}
