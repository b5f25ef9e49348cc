//! Loading streams of fifty events, each in one commit; what is measured by reading reads them.

use super::hurried::number;
use super::record::{Record, wish};
use super::{Ground, reads, tell};

use codec::ask_seen;
use event_store::tend_database;
use serde_json::json;
use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};
use tokio::task::JoinSet;
use uuid::Uuid;

/// How many events a stream holds.
pub(super) const EACH: usize = 50;
/// What is measured on what was loaded.
const CASES: [&str; 7] = [
    "load_phase",
    "bytes_per_event",
    "load50_c1",
    "load50_opened_c1",
    "load50_state_c1",
    "replay",
    "replay_two_decoders",
];
/// How many load at once.
const LOADERS: usize = 4;

pub(super) async fn measure(ground: &Ground, events: usize, cap: Duration) -> anyhow::Result<()> {
    if !CASES.iter().any(|case| ground.wants(case)) {
        return Ok(());
    }
    // The log is never emptied: the load comes on top of what the appends left.
    let before = ground.log.head().await?;
    let before_on_disk = ground.log.footprint().await?;
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
    tell("load_phase", number(loaded) / took, "ev/s", json!({ "n": loaded }))?;
    bytes(ground, &before_on_disk, loaded).await?;
    tend_database(&ground.owner).await?;
    reads::measure(ground, streams, before).await
}

/// What an event takes on disk, and which table or index takes it.
async fn bytes(ground: &Ground, before: &BTreeMap<String, u64>, loaded: u64) -> anyhow::Result<()> {
    let each = |bytes: u64| number(bytes) / number(loaded.max(1));
    let mut grown: BTreeMap<String, u64> = ground.log.footprint().await?;
    for (name, bytes) in &mut grown {
        *bytes = bytes.saturating_sub(before.get(name).copied().unwrap_or(0));
    }
    let parts: BTreeMap<&String, f64> = grown.iter().map(|(name, bytes)| (name, each(*bytes))).collect();
    let extra = json!({ "n": loaded, "parts": parts });
    tell("bytes_per_event", each(grown.values().sum()), "bytes", extra)
}

pub(super) async fn load(
    ground: Ground,
    left: Arc<AtomicUsize>,
    begun: Instant,
    cap: Duration,
) -> anyhow::Result<Vec<Uuid>> {
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
