//! The bare database beside the log, as comparisons of event stores measure it: rows as large, in clear, under a key, by as
//! many writers; streams of them, and all, out again and decoded.

use super::hurried::{Hurried, Step, hurry, number};
use super::loading::EACH;
use super::record::TEXT;
use super::{Ground, tell, tell_measured};
use event_store::Bare;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::json;
use std::sync::Arc;
use std::time::Instant;

/// How many streams each writer visits in turn.
const VISITED: u64 = 100;
/// How many streams of fifty are copied in and read back.
const STREAMS: usize = 4_000;

/// The note of the log, in clear.
#[derive(Debug, Serialize, Deserialize)]
struct Note {
    case_id: String,
    kind: String,
    actor: String,
    at: String,
    text: String,
    seq: u64,
    t0: i64,
}

impl Note {
    fn of(stream: &str, seq: u64) -> Self {
        Self {
            case_id: stream.to_owned(),
            kind: "NoteAdded".to_owned(),
            actor: "coordinator-17".to_owned(),
            at: "2026-01-15T09:30:00Z".to_owned(),
            text: TEXT.to_owned(),
            seq,
            t0: Timestamp::now().as_microsecond(),
        }
    }
}

/// Keeps one note in one commit.
struct Writer {
    bare: Bare,
    name: String,
    seq: u64,
}

impl Hurried for Writer {
    async fn step(&mut self) -> anyhow::Result<Step> {
        self.seq += 1;
        let stream = format!("{}-{}", self.name, self.seq % VISITED);
        let note = Note::of(&stream, self.seq);
        self.bare.keep(&stream, self.seq / VISITED, note).await?;
        Ok(Step::Done(1))
    }
}

/// Keeps ten notes in one commit.
struct Batches(Bare);

impl Hurried for Batches {
    async fn step(&mut self) -> anyhow::Result<Step> {
        self.0
            .keep_many((0..10).map(|seq| Note::of("batch", seq)).collect())
            .await?;
        Ok(Step::Done(10))
    }
}

/// Moves one row with all others.
struct Hot(Bare);

impl Hurried for Hot {
    async fn step(&mut self) -> anyhow::Result<Step> {
        self.0.keep_hot(Note::of("hot", 1)).await?;
        Ok(Step::Done(1))
    }
}

/// Reads streams of fifty notes, one here and one there.
struct Reader {
    bare: Bare,
    streams: Arc<Vec<String>>,
    turn: usize,
}

impl Hurried for Reader {
    async fn step(&mut self) -> anyhow::Result<Step> {
        // A step that has no divisor in common with the number of streams: each comes, and none after its neighbour.
        self.turn = (self.turn + 7_919) % self.streams.len().max(1);
        let Some(stream) = self.streams.get(self.turn) else {
            anyhow::bail!("no stream was kept");
        };
        let notes: Vec<Note> = self.bare.read(stream).await?;
        anyhow::ensure!(notes.len() == EACH, "a stream has {} rows", notes.len());
        Ok(Step::Done(1))
    }
}

pub(super) async fn measure(ground: &Ground) -> anyhow::Result<()> {
    Bare::prepare(&ground.owner).await?;
    for writers in [1_usize, 8, 32] {
        let mut all = Vec::new();
        for number in 0..writers {
            let bare = Bare::open(&ground.owner).await?;
            let name = format!("c{writers}w{number}");
            all.push(Writer { bare, name, seq: 0 });
        }
        tell_measured(
            &format!("limit_append1_c{writers}"),
            "ev/s",
            &hurry(ground.pace, all).await?,
        )?;
    }
    for writers in [1_usize, 8] {
        let all = each(ground, writers).await?.into_iter().map(Batches).collect();
        tell_measured(
            &format!("limit_batch10_c{writers}"),
            "ev/s",
            &hurry(ground.pace, all).await?,
        )?;
    }
    let all = each(ground, 8).await?.into_iter().map(Hot).collect();
    tell_measured("limit_hot_c8", "ev/s", &hurry(ground.pace, all).await?)?;
    let streams: Arc<Vec<String>> = Arc::new((0..STREAMS).map(|number| format!("case-{number}")).collect());
    copying(ground, &streams).await?;
    for readers in [1_usize, 8] {
        let reader = |(number, bare)| Reader {
            bare,
            streams: Arc::clone(&streams),
            turn: number * 101,
        };
        let all = each(ground, readers)
            .await?
            .into_iter()
            .enumerate()
            .map(reader)
            .collect();
        tell_measured(
            &format!("limit_load50_c{readers}"),
            "streams/s",
            &hurry(ground.pace, all).await?,
        )?;
    }
    Ok(())
}

/// So many connections.
async fn each(ground: &Ground, most: usize) -> anyhow::Result<Vec<Bare>> {
    let mut all = Vec::with_capacity(most);
    for _ in 0..most {
        all.push(Bare::open(&ground.owner).await?);
    }
    Ok(all)
}

async fn copying(ground: &Ground, streams: &[String]) -> anyhow::Result<()> {
    let bare = Bare::open(&ground.owner).await?;
    let each = u64::try_from(EACH)?;
    let copied = u64::try_from(streams.len())? * each;
    let took = bare.copy_in(streams, each, Note::of).await?;
    let extra = json!({ "n": copied });
    tell("limit_rebuild_view", number(copied) / took.as_secs_f64(), "ev/s", extra)?;
    // Once to warm the memory of the database, as the log's rows are by then.
    bare.copy_out::<Note>().await?;
    let begun = Instant::now();
    let (rows, distinct) = bare.copy_out::<Note>().await?;
    let extra = json!({ "n": rows, "streams": distinct });
    tell(
        "limit_replay",
        number(rows) / begun.elapsed().as_secs_f64(),
        "ev/s",
        extra,
    )
}
