//! `trame log admit`, `dismiss` and `witnesses`: who may ask for checkpoints without an account.

use super::super::say;
use event_store::LogReader;
use std::process::ExitCode;

/// Admits one, and prints her token.
pub(super) async fn admit(log: &LogReader, name: &str) -> anyhow::Result<ExitCode> {
    let token = checkpoints::admit(log.pool(), name).await?;
    say::line(&format!(
        "{name} may ask with this token. It is shown this once; a token that she had before is worth nothing now."
    ));
    say::answer(token.as_str())?;
    Ok(ExitCode::SUCCESS)
}

/// Dismisses one.
pub(super) async fn dismiss(log: &LogReader, name: &str) -> anyhow::Result<ExitCode> {
    if !checkpoints::dismiss(log.pool(), name).await? {
        anyhow::bail!("no witness named {name} is admitted");
    }
    say::line(&format!("{name} may ask no more."));
    Ok(ExitCode::SUCCESS)
}

/// Lists them.
pub(super) async fn list(log: &LogReader) -> anyhow::Result<ExitCode> {
    for witness in checkpoints::witnesses(log.pool()).await? {
        say::answer(&format!("{}  {}", witness.since, witness.name))?;
    }
    Ok(ExitCode::SUCCESS)
}
