//! The bare database beside the log: rows as large, under a key, by as many writers; streams of them, and all, out again.

use super::hurried::{Hurried, Step, hurry, number};
use super::loading::EACH;
use super::{Ground, tell, tell_measured};
use event_store::Bare;
use serde_json::json;
use std::sync::Arc;
use std::time::Instant;
use uuid::Uuid;

/// As long as the payload of a note.
const PAYLOAD: [u8; 430] = [0x2a; 430];
/// How many streams of fifty rows are read back: a prime number.
const STREAMS: usize = 1_999;
/// How many rows are copied in.
const COPIED: u64 = 200_000;

struct Writer {
    bare: Bare,
    stream: Uuid,
    version: u64,
    rows: usize,
}

impl Hurried for Writer {
    async fn step(&mut self) -> anyhow::Result<Step> {
        let payloads = vec![PAYLOAD.as_slice(); self.rows];
        self.bare.insert(self.stream, self.version, &payloads).await?;
        let rows = u64::try_from(self.rows)?;
        self.version += rows;
        Ok(Step::Done(rows))
    }
}

/// Moves one row with all others.
struct Hot {
    bare: Bare,
    stream: Uuid,
}

impl Hurried for Hot {
    async fn step(&mut self) -> anyhow::Result<Step> {
        self.bare.insert_hot(self.stream, &PAYLOAD).await?;
        Ok(Step::Done(1))
    }
}

/// Reads streams of fifty rows in turn.
struct Reader {
    bare: Bare,
    streams: Arc<Vec<Uuid>>,
    turn: usize,
}

impl Hurried for Reader {
    async fn step(&mut self) -> anyhow::Result<Step> {
        // A step that has no divisor in common with the number of streams: each comes, and none after its neighbour.
        self.turn = (self.turn + 7_919) % self.streams.len().max(1);
        let Some(stream) = self.streams.get(self.turn) else {
            anyhow::bail!("no stream was kept");
        };
        let (rows, _) = self.bare.read(*stream).await?;
        anyhow::ensure!(rows == EACH, "a stream has {rows} rows");
        Ok(Step::Done(1))
    }
}

pub(super) async fn measure(ground: &Ground) -> anyhow::Result<()> {
    Bare::prepare(&ground.owner).await?;
    writing(ground).await?;
    hot(ground).await?;
    reading(ground).await?;
    copying(ground).await
}

async fn hot(ground: &Ground) -> anyhow::Result<()> {
    let stream = Uuid::now_v7();
    Bare::open(&ground.owner).await?.heat(stream).await?;
    let mut all = Vec::new();
    for _ in 0..8 {
        let bare = Bare::open(&ground.owner).await?;
        all.push(Hot { bare, stream });
    }
    tell_measured("limit_hot_c8", "ev/s", &hurry(ground.pace, all).await?)
}

async fn reading(ground: &Ground) -> anyhow::Result<()> {
    let bare = Bare::open(&ground.owner).await?;
    let streams: Vec<Uuid> = std::iter::repeat_with(Uuid::now_v7).take(STREAMS).collect();
    let payloads = vec![PAYLOAD.as_slice(); EACH];
    for stream in &streams {
        bare.insert(*stream, 1, &payloads).await?;
    }
    let streams = Arc::new(streams);
    for readers in [1_usize, 8] {
        let mut all = Vec::new();
        for number in 0..readers {
            all.push(Reader {
                bare: Bare::open(&ground.owner).await?,
                streams: Arc::clone(&streams),
                turn: number * 101,
            });
        }
        let case = format!("limit_load50_c{readers}");
        tell_measured(&case, "streams/s", &hurry(ground.pace, all).await?)?;
    }
    Ok(())
}

async fn writing(ground: &Ground) -> anyhow::Result<()> {
    for (case, writers, rows) in [
        ("limit_append1_c1", 1, 1),
        ("limit_append1_c8", 8, 1),
        ("limit_append1_c32", 32, 1),
        ("limit_batch10_c1", 1, 10),
        ("limit_batch10_c8", 8, 10),
    ] {
        let mut all = Vec::new();
        for _ in 0..writers {
            all.push(Writer {
                bare: Bare::open(&ground.owner).await?,
                stream: Uuid::now_v7(),
                version: 1,
                rows,
            });
        }
        tell_measured(case, "ev/s", &hurry(ground.pace, all).await?)?;
    }
    Ok(())
}

async fn copying(ground: &Ground) -> anyhow::Result<()> {
    let bare = Bare::open(&ground.owner).await?;
    let begun = Instant::now();
    bare.copy_in(COPIED, &PAYLOAD).await?;
    let extra = json!({ "n": COPIED });
    let per_second = number(COPIED) / begun.elapsed().as_secs_f64();
    tell("limit_rebuild_view", per_second, "ev/s", extra)?;
    // Once to warm the memory of the database, as the log's rows are by then.
    bare.copy_out().await?;
    let begun = Instant::now();
    let (rows, bytes) = bare.copy_out().await?;
    let extra = json!({ "n": rows, "bytes": bytes });
    tell(
        "limit_replay",
        number(rows) / begun.elapsed().as_secs_f64(),
        "ev/s",
        extra,
    )
}
