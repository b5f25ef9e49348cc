//! `trame log verify`: whether all is as it was written and signed, and if not, where.

use super::super::{TextOrJson, say};
use super::signed;
use crate::config::Config;
use anyhow::Context;
use checkpoints::{Altered, Verified, Why};
use event_store::LogReader;
use serde::Serialize;
use std::path::Path;
use std::process::ExitCode;
use transparency::{Checkpoint, Note, PublicKey};

#[derive(Serialize)]
struct Answer {
    ok: bool,
    events: u64,
    /// The first position that is not as it was, or may not be.
    first_bad: Option<u64>,
    /// What was signed, when that is asked for.
    #[serde(flatten)]
    signed: Option<Signed>,
}

#[derive(Serialize)]
struct Signed {
    /// The last position that may be the first bad one, when only a checkpoint tells.
    or_up_to: Option<u64>,
    /// How many checkpoints hold.
    checkpoints: u64,
    /// How many events the last of them covers.
    signed: u64,
}

pub(super) async fn run(
    log: &LogReader,
    config: &Config,
    against: Option<&Path>,
    with_checkpoints: bool,
    format: TextOrJson,
) -> anyhow::Result<ExitCode> {
    let key = signed::known(log, config).await?;
    let known = against.map(|file| read(file, key.as_ref())).transpose()?;
    let bar = say::bar(log.head().await?, "Verifying");
    let verified = checkpoints::verify(log, key, known.as_ref(), |position| bar.set_position(position)).await?;
    bar.finish_and_clear();
    match format {
        TextOrJson::Json => say::json(&answer(&verified, with_checkpoints))?,
        TextOrJson::Text => say::answer(&told(&verified))?,
    }
    Ok(if verified.is_good() {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}

/// A checkpoint of this log from a file.
fn read(file: &Path, key: Option<&PublicKey>) -> anyhow::Result<Checkpoint> {
    let name = file.display();
    let text = std::fs::read_to_string(file).with_context(|| format!("{name} cannot be read"))?;
    let key = key.context("this log has signed nothing: it can be compared with no checkpoint")?;
    let note = Note::parse(&text).with_context(|| name.to_string())?;
    Checkpoint::opened(&note, key).with_context(|| name.to_string())
}

fn answer(verified: &Verified, with_checkpoints: bool) -> Answer {
    let within = verified.altered.as_ref().map(|altered| &altered.within);
    let chain = verified.chain.first_bad;
    Answer {
        ok: verified.is_good(),
        events: verified.chain.events,
        first_bad: chain.or(within.map(|within| *within.start())),
        signed: with_checkpoints.then(|| Signed {
            or_up_to: within.filter(|_| chain.is_none()).map(|within| *within.end()),
            checkpoints: verified.checkpoints,
            signed: verified.signed,
        }),
    }
}

fn told(verified: &Verified) -> String {
    if let Some(bad) = verified.chain.first_bad {
        return format!("The chain breaks at position {bad}.");
    }
    let events = verified.chain.events;
    let Some(Altered { size, within, why }) = &verified.altered else {
        return format!(
            "The chain holds: {events} events. Checkpoints that hold: {}, the last of them over {} events.",
            verified.checkpoints, verified.signed
        );
    };
    let (from, to) = (within.start(), within.end());
    match why {
        Why::Rewritten => format!(
            "The log was rewritten, hashes and all: its first {size} events are not those that were signed. The first \
             altered one is at position {from} to {to}."
        ),
        Why::Shortened => format!("The log was cut: {size} events were signed, {events} are left."),
        Why::Forged => format!("The checkpoint of {size} events is not signed with the key of this log."),
        Why::Tile => format!(
            "The events are as they were signed up to {size}; the kept tree is not, at positions {from} to {to}: proofs \
             about them fail."
        ),
    }
}
