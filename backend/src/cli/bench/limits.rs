//! The bare database beside the log: rows as large, under a key, by as many writers; and all of them out again.

use super::hurried::{Hurried, Step, hurry, number};
use super::{Ground, tell, tell_measured};
use event_store::Bare;
use serde_json::json;
use std::time::Instant;
use uuid::Uuid;

/// As long as the payload of a note.
const PAYLOAD: [u8; 430] = [0x2a; 430];

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

pub(super) async fn measure(ground: &Ground) -> anyhow::Result<()> {
    Bare::prepare(&ground.owner).await?;
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
    let bare = Bare::open(&ground.owner).await?;
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
