//! Appends: each writer her own streams, or all the same one; at the version that was seen, or decided again.

use super::hurried::{Hurried, Step, hurry};
use super::record::{Record, wish};
use super::{Ground, tell_measured};
use codec::{Log, ask, ask_seen};
use event_store::Rejected;
use sealed::Subject;
use uuid::Uuid;

/// How many streams each writer visits in turn.
const STREAMS: usize = 100;

/// Appends at the version she knows; on a conflict goes on from the version that she is told.
pub(super) struct Writer {
    log: Log,
    streams: Vec<(Uuid, u64)>,
    turn: usize,
    notes: usize,
}

impl Writer {
    /// Each stream is the record of one person.
    fn people(&self) -> impl Iterator<Item = Uuid> {
        self.streams.iter().map(|(stream, _)| *stream)
    }
}

impl Hurried for Writer {
    async fn step(&mut self) -> anyhow::Result<Step> {
        self.turn = (self.turn + 1) % self.streams.len();
        let Some((stream, version)) = self.streams.get_mut(self.turn) else {
            anyhow::bail!("a writer without a stream");
        };
        let (order, asked) = wish(*stream, *version, self.notes);
        match ask_seen::<Record, _, _, _>(&self.log, *stream, *version, order, asked).await {
            Ok(answer) => {
                *version = answer.version;
                Ok(Step::Done(u64::from(answer.events)))
            }
            Err(Rejected::Stale { version: stands }) => {
                *version = stands;
                Ok(Step::Conflict)
            }
            Err(rejected) => anyhow::bail!("an append was not accepted: {rejected:?}"),
        }
    }
}

/// Appends to one stream whatever its version: the rule decides again.
struct Insistent {
    log: Log,
    stream: Uuid,
    seq: u64,
}

impl Hurried for Insistent {
    async fn step(&mut self) -> anyhow::Result<Step> {
        self.seq += 1;
        let (order, asked) = wish(self.stream, self.seq, 1);
        match ask::<Record, _, _, _>(&self.log, self.stream, order, asked).await {
            Ok(answer) => Ok(Step::Done(u64::from(answer.events))),
            Err(Rejected::Stale { .. }) => Ok(Step::Conflict),
            Err(rejected) => anyhow::bail!("an append was not accepted: {rejected:?}"),
        }
    }
}

/// Makes the keys of the people that will be written about: in life a person is known before a note is taken on her.
async fn meet(log: &Log, people: impl IntoIterator<Item = Uuid>) -> anyhow::Result<()> {
    let people = people.into_iter().map(Subject::Person);
    log.codec().keyring().ensure(people).await?;
    Ok(())
}

fn writer(log: &Log, streams: impl IntoIterator<Item = Uuid>, notes: usize) -> Writer {
    Writer {
        log: log.clone(),
        streams: streams.into_iter().map(|stream| (stream, 0)).collect(),
        turn: 0,
        notes,
    }
}

/// So many writers, each with streams of her own.
pub(super) async fn own(log: &Log, writers: usize) -> anyhow::Result<Vec<Writer>> {
    own_with(log, writers, 1).await
}

async fn own_with(log: &Log, writers: usize, notes: usize) -> anyhow::Result<Vec<Writer>> {
    let streams = || std::iter::repeat_with(Uuid::now_v7).take(STREAMS);
    let all: Vec<Writer> = (0..writers).map(|_| writer(log, streams(), notes)).collect();
    meet(log, all.iter().flat_map(Writer::people)).await?;
    Ok(all)
}

pub(super) async fn measure(ground: &Ground) -> anyhow::Result<()> {
    for writers in [1, 8, 32] {
        let case = format!("append1_c{writers}");
        if ground.wants(&case) {
            let all = own(&ground.log, writers).await?;
            tell_measured(&case, "ev/s", &hurry(ground.pace, all).await?)?;
        }
    }
    if ground.wants("hot_c8") {
        let hot = Uuid::now_v7();
        let all = (0..8).map(|_| writer(&ground.log, [hot], 1)).collect();
        tell_measured("hot_c8", "ev/s", &hurry(ground.pace, all).await?)?;
    }
    if ground.wants("hot_decided_c8") {
        let stream = Uuid::now_v7();
        let insistent = |_| Insistent {
            log: ground.log.clone(),
            stream,
            seq: 0,
        };
        let all = (0..8).map(insistent).collect();
        tell_measured("hot_decided_c8", "ev/s", &hurry(ground.pace, all).await?)?;
    }
    for writers in [1, 8] {
        let case = format!("batch10_c{writers}");
        if ground.wants(&case) {
            let all = own_with(&ground.log, writers, 10).await?;
            tell_measured(&case, "ev/s", &hurry(ground.pace, all).await?)?;
        }
    }
    Ok(())
}
