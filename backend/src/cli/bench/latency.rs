//! From the answer to whoever appended until whoever follows has the fact in hand: in this process, and in another.

use super::hurried::percentile;
use super::record::{Event, Record, wish};
use super::{Ground, keys, open, tell};
use codec::{Log, ask_seen};
use event_store::Recorded;
use serde_json::json;
use std::collections::HashMap;
use std::time::{Duration, Instant};
use tokio::time::{sleep, timeout};
use uuid::Uuid;

/// How long after one append the next begins.
const APART: Duration = Duration::from_millis(10);
/// A fact that has not come by then never comes.
const PATIENCE: Duration = Duration::from_secs(10);

pub(super) async fn measure(ground: &Ground, appends: u32) -> anyhow::Result<()> {
    if ground.wants("latency") {
        one(
            ground,
            &ground.log,
            "latency",
            "the signal of the writer in this process",
            appends,
        )
        .await?;
    }
    if ground.wants("latency_other_process") {
        let other = open(&ground.owner, &keys(&ground.home)).await?;
        let done = one(
            ground,
            &other,
            "latency_other_process",
            "NOTIFY on a connection of its own",
            appends,
        )
        .await;
        other.close().await;
        done?;
    }
    Ok(())
}

pub(super) async fn one(ground: &Ground, followed: &Log, case: &str, how: &str, appends: u32) -> anyhow::Result<()> {
    let stream = Uuid::now_v7();
    let from = ground.log.head().await?;
    let following = tokio::spawn(follow(followed.clone(), from, u64::from(appends)));
    let mut told = HashMap::new();
    for version in 0..u64::from(appends) {
        let (order, asked) = wish(stream, version, 1);
        let called = Instant::now();
        let answer = ask_seen::<Record, _, _, _>(&ground.log, stream, version, order, asked).await;
        let answer = answer.map_err(|rejected| anyhow::anyhow!("an append was not accepted: {rejected:?}"))?;
        told.insert(answer.position, (called, Instant::now()));
        sleep(APART).await;
    }
    let (mut acks, mut calls) = (Vec::new(), Vec::new());
    for (position, seen) in timeout(PATIENCE, following).await??? {
        if let Some((called, answered)) = told.get(&position) {
            // Seen before the answer is no time at all.
            acks.push(seen.saturating_duration_since(*answered).as_secs_f64() * 1e3);
            calls.push(seen.saturating_duration_since(*called).as_secs_f64() * 1e3);
        }
    }
    let extra = json!({
        "n": acks.len(),
        "ack_p50_ms": percentile(&mut acks, 50), "ack_p99_ms": percentile(&mut acks, 99),
        "call_p50_ms": percentile(&mut calls, 50), "call_p99_ms": percentile(&mut calls, 99),
        "how": how,
    });
    tell(
        case,
        percentile(&mut acks, 99).unwrap_or(f64::NAN),
        "ms p99 ack->handler",
        extra,
    )
}

/// When each of so many facts was in hand.
async fn follow(log: Log, mut after: u64, facts: u64) -> anyhow::Result<Vec<(u64, Instant)>> {
    let until = after + facts;
    let mut newest = log.subscribe();
    let mut seen = Vec::new();
    while after < until {
        newest.wait_for(|newest| *newest > after).await?;
        for stored in log.page(after, 1_000).await? {
            let fact: Recorded<Event> = log.read(&stored)?;
            after = fact.position;
            seen.push((fact.position, Instant::now()));
        }
    }
    Ok(seen)
}
