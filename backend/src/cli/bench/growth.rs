//! What is done all day, on a log that is still small and on the same log grown: an append, and a page of who catches up.

use super::hurried::{Hurried, Step, hurry};
use super::loading::{EACH, load};
use super::{Ground, appends, tell};
use codec::Log;
use event_store::tend_database;
use serde_json::json;
use std::sync::Arc;
use std::sync::atomic::AtomicUsize;
use std::time::{Duration, Instant};
use tokio::task::JoinSet;

/// The small log is this part of the grown one: 100,000 of five million.
const PART: u64 = 50;
/// How many load at once.
const LOADERS: usize = 8;
/// How many events a page holds.
const PAGE: u32 = 500;
/// Nothing is loaded for longer than this.
const CAP: Duration = Duration::from_secs(3_600);

/// The median of an append and of a page, in ms.
struct Medians {
    events: u64,
    append: f64,
    page: f64,
}

pub(super) async fn measure(ground: &Ground, events: u64) -> anyhow::Result<()> {
    if events == 0 || !ground.wants("growth") {
        return Ok(());
    }
    let small = at(ground, events / PART).await?;
    let grown = at(ground, events).await?;
    for (case, before, after) in [
        ("growth_append", small.append, grown.append),
        ("growth_page", small.page, grown.page),
    ] {
        let extra = json!({
            "n": grown.events, "n_before": small.events,
            "p50_ms": after, "p50_ms_before": before,
        });
        tell(case, after / before, "times", extra)?;
    }
    Ok(())
}

/// Loads until the log holds so many, and measures.
async fn at(ground: &Ground, events: u64) -> anyhow::Result<Medians> {
    let missing = events.saturating_sub(ground.log.head().await?);
    let left = Arc::new(AtomicUsize::new(usize::try_from(missing)?.div_ceil(EACH)));
    let mut loaders = JoinSet::new();
    for _ in 0..LOADERS {
        loaders.spawn(load(ground.clone(), Arc::clone(&left), Instant::now(), CAP));
    }
    while let Some(loaded) = loaders.join_next().await {
        loaded??;
    }
    tend_database(&ground.owner).await?;
    let append = hurry(ground.pace, appends::own(&ground.log, 1).await?).await?;
    let head = ground.log.head().await?;
    let reader = Reader {
        log: ground.log.clone(),
        head,
        chance: 7,
    };
    let page = hurry(ground.pace, vec![reader]).await?;
    Ok(Medians {
        events: head,
        append: append.p50.unwrap_or(f64::NAN),
        page: page.p50.unwrap_or(f64::NAN),
    })
}

/// Reads pages anywhere in the log, as who was away reads them.
struct Reader {
    log: Log,
    head: u64,
    chance: u64,
}

impl Hurried for Reader {
    async fn step(&mut self) -> anyhow::Result<Step> {
        self.chance = self
            .chance
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        // Not among the newest, which are in hand.
        let after = (self.chance >> 20) % self.head.saturating_sub(5_000).max(1);
        let page = self.log.page(after, PAGE).await?;
        Ok(Step::Done(u64::try_from(page.len())?))
    }
}
