//! Reading back: one stream into its facts, and the whole log in its one order into a count per stream.
//!
//! Facts are decoded as rules and views have them, their text still sealed: nothing but a permit opens it. The cases
//! named `opened` open each text too, as a reader's screen does.

use super::hurried::{Hurried, Step, hurry, number};
use super::loading::EACH;
use super::record::Event;
use super::{Ground, tell, tell_measured};
use access::Permit;
use codec::Log;
use event_store::Recorded;
use keyring::Opened;
use serde_json::json;
use std::collections::HashMap;
use std::sync::Arc;
use std::time::Instant;
use uuid::Uuid;

/// Reads streams at random.
struct Reader {
    log: Log,
    streams: Arc<Vec<Uuid>>,
    chance: u64,
    opens: bool,
}

impl Hurried for Reader {
    async fn step(&mut self) -> anyhow::Result<Step> {
        self.chance = self
            .chance
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        let place = usize::try_from(self.chance >> 33)? % self.streams.len().max(1);
        let Some(stream) = self.streams.get(place) else {
            anyhow::bail!("nothing was loaded");
        };
        let facts: Vec<Recorded<Event>> = self.log.facts(*stream).await?;
        anyhow::ensure!(facts.len() == EACH, "a stream has {} facts", facts.len());
        if self.opens {
            open(&self.log, facts).await?;
        }
        Ok(Step::Done(1))
    }
}

/// Opens the text of each.
async fn open(log: &Log, facts: Vec<Recorded<Event>>) -> anyhow::Result<()> {
    let permit = Permit::for_operation();
    let texts: Vec<_> = facts
        .iter()
        .map(|fact| {
            let Event::Noted(note) = &fact.event;
            &note.text
        })
        .collect();
    let opened = log.codec().keyring().open_all(&permit, &texts).await?;
    anyhow::ensure!(
        opened.iter().all(|text| matches!(text, Opened::Value(_))),
        "a text did not open"
    );
    Ok(())
}

pub(super) async fn measure(ground: &Ground, streams: Vec<Uuid>, after: u64) -> anyhow::Result<()> {
    let streams = Arc::new(streams);
    for (opens, named) in [(false, "load50"), (true, "load50_opened")] {
        for readers in [1_u32, 8] {
            let case = format!("{named}_c{readers}");
            if ground.wants(&case) {
                let reader = |number| Reader {
                    log: ground.log.clone(),
                    streams: Arc::clone(&streams),
                    chance: (u64::from(number) + 1) * 7_919,
                    opens,
                };
                let all = (0..readers).map(reader).collect();
                tell_measured(&case, "streams/s", &hurry(ground.pace, all).await?)?;
            }
        }
    }
    if ground.wants("replay") {
        replay(ground, after, "replay", false).await?;
        replay(ground, after, "replay_opened", true).await?;
    }
    Ok(())
}

async fn replay(ground: &Ground, after: u64, case: &str, opens: bool) -> anyhow::Result<()> {
    let begun = Instant::now();
    let (mut events, mut each) = (0_u64, HashMap::<Uuid, u64>::new());
    let mut all = ground.log.replay(after).await?;
    let mut to_open = Vec::new();
    while let Some(stored) = all.next().await? {
        let fact: Recorded<Event> = ground.log.read(&stored)?;
        events += 1;
        *each.entry(fact.stream).or_default() += 1;
        if opens {
            to_open.push(fact);
            if to_open.len() == 1_000 {
                open(&ground.log, std::mem::take(&mut to_open)).await?;
            }
        }
    }
    if opens {
        open(&ground.log, to_open).await?;
    }
    let extra = json!({ "n": events, "streams": each.len(), "rss_mib": peak_memory() });
    tell(case, number(events) / begun.elapsed().as_secs_f64(), "ev/s", extra)
}

/// The most memory this process has held, in MiB, where the system tells.
fn peak_memory() -> Option<f64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find(|line| line.starts_with("VmHWM"))?;
    let kib: f64 = line.split_whitespace().nth(1)?.parse().ok()?;
    Some(kib / 1024.0)
}
