//! `trame keys escrow` and `trame keys recover`: the root key on paper, and back.

use crate::app::Territory;
use crate::cli::say;
use crate::config::Config;
use anyhow::Context;
use jiff::Timestamp;
use std::io::IsTerminal;
use std::path::PathBuf;
use std::process::ExitCode;

/// Who holds each sheet.
const HOLDERS: [&str; 3] = ["the data protection officer", "the director", "the archive"];

pub(super) async fn print(territory: &Territory) -> anyhow::Result<()> {
    let sheets = territory.keyring.escrow().await?;
    let on = Timestamp::now().to_zoned(territory.zone().clone()).date();
    for (sheet, holder) in sheets.iter().zip(HOLDERS) {
        say::answer(&format!(
            "──────── Trame, root key, sheet {} of 3, printed {on} ────────\n\
             Held by: {holder}                    Name, signature: ______________________\n\n{}\n\n\
             Any two of the three sheets of this printing bring the root key back\n\
             (`trame keys recover`); one alone says nothing. Keep it in a safe, in a closed\n\
             envelope, never beside another sheet, never as a file or photograph.\n",
            sheet.number,
            sheet.lines().as_str()
        ))?;
    }
    say::line("Sheets of earlier printings go together only among themselves. Clear the printer's memory.");
    Ok(())
}

pub(super) async fn recover(config: &Config, files: &[PathBuf]) -> anyhow::Result<ExitCode> {
    if config.root_key.is_elsewhere() {
        anyhow::bail!(
            "the root key of this configuration does not lie in the keys folder: there is nothing to put back"
        );
    }
    let sheets = match files {
        [one, other] => [read(one)?, read(other)?],
        [] => tokio::task::spawn_blocking(|| anyhow::Ok([typed("one sheet")?, typed("another sheet")?])).await??,
        _ => anyhow::bail!("two sheets are needed: give --sheet twice, or not at all"),
    };
    let folder = config.keys_folder();
    keyring::recover(&folder, [&sheets[0], &sheets[1]])?;
    say::line(&format!("The root key is back in {}.", folder.display()));
    Ok(ExitCode::SUCCESS)
}

fn read(file: &PathBuf) -> anyhow::Result<String> {
    std::fs::read_to_string(file).with_context(|| format!("the sheet in {} cannot be read", file.display()))
}

/// The letters of a sheet on one line, unseen at a terminal.
fn typed(what: &str) -> anyhow::Result<String> {
    if std::io::stdin().is_terminal() {
        return Ok(rpassword::prompt_password(format!(
            "The letters of {what}, on one line: "
        ))?);
    }
    let mut line = String::new();
    std::io::stdin().read_line(&mut line)?;
    Ok(line)
}
