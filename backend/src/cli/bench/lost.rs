//! The same latency when something is wrong beside it: nobody tells the other process, or somebody else's transaction
//! stays open.

use super::latency::one;
use super::{Ground, keys, open};
use event_store::Disturbance;
use std::time::Duration;
use tokio::time::{sleep, timeout};

/// How often the one who tells is cut off, and how often it is looked whether the other has come.
const AGAIN: Duration = Duration::from_millis(20);
/// A process that does not listen by then never does.
const PATIENCE: Duration = Duration::from_secs(10);

pub(super) async fn measure(ground: &Ground, appends: u32) -> anyhow::Result<()> {
    if ground.wants("latency_signal_lost") {
        signal_lost(ground, appends).await?;
    }
    if ground.wants("visibility_foreign_transaction") {
        let foreign = Disturbance::open(&ground.owner).await?;
        foreign.write_and_stay().await?;
        let other = open(&ground.owner, &keys(&ground.home)).await?;
        let how = "another process, while a foreign transaction that has written stays open";
        let done = one(ground, &other, "visibility_foreign_transaction", how, appends).await;
        other.close().await;
        done?;
    }
    Ok(())
}

/// Whoever would tell is cut off each time it comes back; whoever listens stays, and hears nearly nothing.
async fn signal_lost(ground: &Ground, appends: u32) -> anyhow::Result<()> {
    let disturbance = Disturbance::open(&ground.owner).await?;
    let before = disturbance.telling().await?;
    let other = open(&ground.owner, &keys(&ground.home)).await?;
    let heard = timeout(PATIENCE, async {
        loop {
            let new = disturbance.telling().await?;
            let new: Vec<i32> = new.into_iter().filter(|pid| !before.contains(pid)).collect();
            if !new.is_empty() {
                return anyhow::Ok(new);
            }
            sleep(AGAIN).await;
        }
    });
    let kept = heard.await??;
    let cutting = tokio::spawn(async move {
        while disturbance.cut_all_but(&kept).await.is_ok() {
            sleep(AGAIN).await;
        }
    });
    let how = "a look every 250 ms, whoever tells being cut off";
    let done = one(ground, &other, "latency_signal_lost", how, appends).await;
    cutting.abort();
    other.close().await;
    done
}
