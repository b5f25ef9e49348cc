//! P10: who is forgotten is gone, at once for whoever is served, and for whoever holds disks, backups and all living keys
//! once the epoch is destroyed. P10b: what a thief of database and backup reads are ciphertexts. Canaries go in through
//! the rules and the codec of the product, into a private cluster as the product runs it.

mod search;
mod territory;

use crate::Asked;
use crate::report::{Proof, Report};
use search::{Found, searched};
use std::path::Path;
use std::time::Duration;
use territory::{Spoken, Territory, Words, openable};

/// What came of one life: told, forgotten, rotated, searched.
pub(crate) struct Outcome {
    spoken: Spoken,
    /// Canaries of the one who is forgotten that opened before, at once after, and in what was restored.
    before: u64,
    at_once: u64,
    restored_today: u64,
    restored_by_a_thief: u64,
    /// Canaries of her child that opened at the end, and in what was restored today.
    others: u64,
    others_restored: u64,
    found: Found,
    chain_holds: bool,
}

/// Proves it.
pub(crate) fn prove(asked: &Asked, report: &mut Report) -> anyhow::Result<()> {
    let mut proof = Proof::begin("P10, P10b: who is forgotten is gone, and a stolen database says nothing");
    let outcome = lived(if asked.quick { 60 } else { 300 }, asked.seed)?;
    let Outcome { spoken, found, .. } = &outcome;
    let (hers, his) = (spoken.hers, spoken.his);
    proof.says(
        &format!(
            "{hers} canaries of one person, {his} of her child; before, all of hers open: {}",
            outcome.before
        ),
        outcome.before == hers && hers > 0,
    );
    proof.says(
        &format!(
            "tombstone, key destroyed: {} open in the running program",
            outcome.at_once
        ),
        outcome.at_once == 0,
    );
    proof.says(
        &format!(
            "a backup of before, restored today with the keys of today: {} open",
            outcome.restored_today
        ),
        outcome.restored_today == 0,
    );
    proof.says(
        &format!(
            "the same backup with all living keys and no memory of who was forgotten, after the epoch is destroyed: {} open",
            outcome.restored_by_a_thief
        ),
        outcome.restored_by_a_thief == 0,
    );
    proof.says(
        &format!(
            "her child keeps his own: {} open, {} in what was restored",
            outcome.others, outcome.others_restored
        ),
        outcome.others == his && outcome.others_restored == his && his > 0,
    );
    proof.says("the chain of hashes holds", outcome.chain_holds);
    proof.says(
        &format!(
            "{} files, {} MiB of heap, WAL, logs, keys and backup searched raw, in small letters, UTF-16, base64, hex and \
             unpacked: {} found",
            found.files,
            found.bytes >> 20,
            found.canaries
        ),
        found.canaries == 0,
    );
    proof.says(
        &format!(
            "a word that was written in clear on purpose is found: {} times",
            found.control
        ),
        found.control > 1,
    );
    report.close(proof);
    Ok(())
}

/// With a fault built in the proof must fail.
#[cfg(feature = "sabotage")]
pub(crate) fn prove_known_bad(asked: &Asked, report: &mut Report) -> anyhow::Result<()> {
    use keyring::{Sabotage, sabotage};
    let mut proof = Proof::begin("P10 with known-bad programs is noticed");
    for bad in [Sabotage::KeyKept, Sabotage::EpochKept] {
        sabotage(Some(bad));
        let outcome = lived(20, asked.seed);
        sabotage(None);
        let outcome = outcome?;
        let left = outcome.at_once + outcome.restored_by_a_thief;
        proof.says(&format!("P10 with {bad:?}: {left} still open, noticed"), left > 0);
    }
    report.close(proof);
    Ok(())
}

/// Without faults built in there is nothing to notice.
#[cfg(not(feature = "sabotage"))]
pub(crate) fn prove_known_bad(_: &Asked, _: &mut Report) -> anyhow::Result<()> {
    Ok(())
}

fn lived(canaries: u32, seed: u64) -> anyhow::Result<Outcome> {
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    runtime.block_on(life(canaries, seed))
}

async fn life(canaries: u32, seed: u64) -> anyhow::Result<Outcome> {
    let folder = tempfile::Builder::new().prefix("trame-prove-").tempdir()?;
    let place = |name: &str| folder.path().join(name);
    let words = Words::of(seed);
    let territory = Territory::open(&place("data"), &place("data/keys")).await?;
    let spoken = territory.speak(&words, canaries).await?;
    territory.write_in_clear(&words.control).await?;
    let (before, _) = territory.openable(&words).await?;
    territory.back_up(&place("backup")).await?;

    territory.forget().await?;
    let (at_once, _) = territory.openable(&words).await?;
    // What the keys folder is on the day of the restore.
    copied(&place("data/keys"), &place("keys-today"))?;
    territory.keyring.rotate(|_| {}).await?;
    territory.keyring.destroy_retired(Duration::ZERO).await?;
    let (_, others) = territory.openable(&words).await?;
    let chain_holds = territory.log.verify(|_| {}).await?.ok;
    territory.close().await?;

    let found = searched(&[&place("data"), &place("backup")], &words)?;
    copied(&place("data/keys"), &place("keys-stolen"))?;
    std::fs::remove_file(place("keys-stolen/forgotten"))?;
    cluster::put_back(&place("backup"), &place("today"))?;
    cluster::put_back(&place("backup"), &place("stolen"))?;
    let (restored_today, others_restored) = openable(&place("today"), &place("keys-today"), &words).await?;
    let (restored_by_a_thief, _) = openable(&place("stolen"), &place("keys-stolen"), &words).await?;
    Ok(Outcome {
        spoken,
        before,
        at_once,
        restored_today,
        restored_by_a_thief,
        others,
        others_restored,
        found,
        chain_holds,
    })
}

fn copied(from: &Path, to: &Path) -> anyhow::Result<()> {
    use std::os::unix::fs::DirBuilderExt;
    std::fs::DirBuilder::new().mode(0o700).create(to)?;
    for entry in std::fs::read_dir(from)? {
        let entry = entry?;
        std::fs::copy(entry.path(), to.join(entry.file_name()))?;
    }
    Ok(())
}
