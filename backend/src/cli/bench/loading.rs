//! Loading streams of fifty events, each in one commit; what is measured by reading reads them.

use super::hurried::number;
use super::record::{Record, wish};
use super::{Ground, reads, tell};

use codec::ask_seen;
use event_store::tend_database;
use serde_json::json;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};
use tokio::task::JoinSet;
use uuid::Uuid;

/// How many events a stream holds.
pub(super) const EACH: usize = 50;
/// How many load at once.
const LOADERS: usize = 4;

pub(super) async fn measure(ground: &Ground, events: usize, cap: Duration) -> anyhow::Result<()> {
    if !["load_phase", "load50_c1", "load50_opened_c1", "replay"]
        .iter()
        .any(|case| ground.wants(case))
    {
        return Ok(());
    }
    // The log is never emptied: the load comes on top of what the appends left.
    let before = ground.log.head().await?;
    let disk_before = ground.log.stats().await?.disk;
    let begun = Instant::now();
    let left = Arc::new(AtomicUsize::new(events / EACH));
    let mut loaders = JoinSet::new();
    for _ in 0..LOADERS {
        loaders.spawn(load(ground.clone(), Arc::clone(&left), begun, cap));
    }
    let mut streams = Vec::new();
    while let Some(loaded) = loaders.join_next().await {
        streams.extend(loaded??);
    }
    let took = begun.elapsed().as_secs_f64();
    let loaded = u64::try_from(streams.len() * EACH)?;
    let grown = ground.log.stats().await?.disk.saturating_sub(disk_before);
    let extra = json!({ "n": loaded, "bytes_on_disk_per_event": number(grown) / number(loaded.max(1)) });
    tell("load_phase", number(loaded) / took, "ev/s", extra)?;
    tend_database(&ground.owner).await?;
    reads::measure(ground, streams, before).await
}

async fn load(ground: Ground, left: Arc<AtomicUsize>, begun: Instant, cap: Duration) -> anyhow::Result<Vec<Uuid>> {
    let mut loaded = Vec::new();
    while begun.elapsed() < cap
        && left
            .fetch_update(Ordering::Relaxed, Ordering::Relaxed, |left| left.checked_sub(1))
            .is_ok()
    {
        let stream = Uuid::now_v7();
        let (order, asked) = wish(stream, 0, EACH);
        let answer = ask_seen::<Record, _, _, _>(&ground.log, stream, 0, order, asked).await;
        answer.map_err(|rejected| anyhow::anyhow!("a stream was not loaded: {rejected:?}"))?;
        loaded.push(stream);
    }
    Ok(loaded)
}
