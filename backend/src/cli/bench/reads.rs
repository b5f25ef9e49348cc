//! Reading back: one stream into its facts, and the whole log in its one order into a count per stream.
//!
//! Facts are decoded as rules and views have them, their text still sealed: nothing but a permit opens it. The cases
//! named `opened` open each text too, as a reader's screen does.

use super::hurried::{Hurried, Step, hurry, number};
use super::loading::EACH;
use super::memory::peak;
use super::record::{Event, Record};
use super::{Ground, tell, tell_measured};
use access::Permit;
use codec::Log;
use event_store::{Recorded, Stored};
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
    for readers in [1_u32, 8] {
        let case = format!("load50_state_c{readers}");
        if ground.wants(&case) {
            let of_state = |number| OfState {
                log: ground.log.clone(),
                streams: Arc::clone(&streams),
                turn: number,
            };
            let all = (0..readers).map(of_state).collect();
            tell_measured(&case, "streams/s", &hurry(ground.pace, all).await?)?;
        }
    }
    if ground.wants("replay") {
        replay(ground, after, "replay", false).await?;
        replay(ground, after, "replay_opened", true).await?;
    }
    if ground.wants("replay_two_decoders") {
        replay_decoded(ground, after).await?;
    }
    Ok(())
}

/// Asks for the states of a few hundred streams in turn, as a team works on them in a day: they are in hand.
struct OfState {
    log: Log,
    streams: Arc<Vec<Uuid>>,
    turn: u32,
}

impl Hurried for OfState {
    async fn step(&mut self) -> anyhow::Result<Step> {
        self.turn = (self.turn + 7) % 400;
        let Some(stream) = self
            .streams
            .get(usize::try_from(self.turn)? % self.streams.len().max(1))
        else {
            anyhow::bail!("nothing was loaded");
        };
        let (record, version) = self.log.state::<Record>(*stream).await?;
        anyhow::ensure!(
            version == u64::try_from(EACH)? && record.notes() == version,
            "a record holds {} notes",
            record.notes()
        );
        Ok(Step::Done(1))
    }
}

/// The same replay as views are rebuilt by: two decode, one counts.
async fn replay_decoded(ground: &Ground, after: u64) -> anyhow::Result<()> {
    let begun = Instant::now();
    let (mut events, mut each) = (0_u64, HashMap::<Uuid, u64>::new());
    let reading = ground.log.clone();
    let decode = move |stored: &Stored| reading.read::<Event>(stored);
    let mut all = ground.log.replay_decoded(after, decode).await?;
    while let Some(part) = all.next().await? {
        for fact in part {
            events += 1;
            *each.entry(fact?.stream).or_default() += 1;
        }
    }
    let extra = json!({ "n": events, "streams": each.len() });
    let per_second = number(events) / begun.elapsed().as_secs_f64();
    tell("replay_two_decoders", per_second, "ev/s", extra)
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
    let extra = json!({ "n": events, "streams": each.len(), "rss_mib": peak() });
    tell(case, number(events) / begun.elapsed().as_secs_f64(), "ev/s", extra)
}
