//! `trame keys rotate`: a new epoch, or a new root key.

use crate::app::Territory;
use crate::cli::say;
use domain::configuration::{self, Configuration, Topic};
use domain::words::Day;
use jiff::Timestamp;
use std::time::Duration;

const DAY: u64 = 24 * 60 * 60;

pub(super) async fn epoch(territory: &Territory, destroy: bool, horizon: Option<u32>) -> anyhow::Result<()> {
    let keyring = &territory.keyring;
    let rotated = keyring
        .rotate(|keys| {
            if keys.is_multiple_of(100_000) {
                say::line(&format!("{keys} keys…"));
            }
        })
        .await?;
    let begun = if rotated.begun {
        "has begun"
    } else {
        "was brought to its end"
    };
    say::answer(&format!(
        "epoch {} {begun}; {} keys were wrapped again",
        rotated.epoch, rotated.keys
    ))?;
    if !destroy {
        return Ok(());
    }
    let days = match horizon {
        Some(days) => days,
        None => in_force(territory).await?,
    };
    let destroyed = keyring
        .destroy_retired(Duration::from_secs(u64::from(days).saturating_mul(DAY)))
        .await?;
    match destroyed.as_slice() {
        [] => say::answer(&format!("no epoch was retired {days} days ago or earlier"))?,
        several => {
            for epoch in several {
                say::answer(&format!(
                    "epoch {epoch} is destroyed: whatever was wrapped in it opens nowhere any more"
                ))?;
            }
        }
    }
    Ok(())
}

/// How long the key of a retired epoch is kept, in days, as adopted.
async fn in_force(territory: &Territory) -> anyhow::Result<u32> {
    let configuration = territory.log.state::<Configuration>(configuration::STREAM).await?.0;
    let today = Day::of(Timestamp::now(), territory.zone());
    configuration
        .figure(Topic::ShredHorizon, today)
        .ok_or_else(|| anyhow::anyhow!("no shred horizon is in force: give one with --horizon"))
}

pub(super) async fn root(territory: &Territory) -> anyhow::Result<()> {
    territory.keyring.rotate_root().await?;
    say::answer("the root key is replaced, and every epoch is wrapped again under the new one")?;
    say::line("The sheets of escrow hold the old key: print new ones with `trame keys escrow`, and burn the old.");
    Ok(())
}
