//! A replay whose events are decoded by two others beside who reads the database: in order all the same.
//!
//! Parts of the log go to the two in turn, through channels that hold a few, and are taken from them in the same turn.
//! Whoever takes slowly makes all of them wait, the database included; whoever leaves ends them.

use super::{MISSING, Replay, stored};
use crate::{Fault, Stored};
use bytes::Bytes;
use std::mem::swap;
use std::sync::Arc;
use tokio::sync::mpsc::{self, Receiver, Sender};

/// How many events travel together.
const PART: usize = 256;
/// How many parts wait before and behind each decoder.
const WAITING: usize = 2;

/// Rows that follow each other, behind a position.
type Rows = Result<(u64, Vec<Bytes>), Fault>;
/// What a decoder made of them.
type Made<T> = Result<Vec<T>, Fault>;

/// The events after a position, decoded, in the one order.
pub struct Decoded<T> {
    /// Who decodes the next part, and who the one after it.
    next: Receiver<Made<T>>,
    other: Receiver<Made<T>>,
    /// How many events are still to come.
    left: u64,
}

impl<T: Send + 'static> Decoded<T> {
    pub(crate) fn begin(replay: Replay, decode: impl Fn(&Stored) -> T + Send + Sync + 'static) -> Self {
        let left = replay.until.saturating_sub(replay.after);
        let decode = Arc::new(decode);
        let (to_next, next) = decoder(Arc::clone(&decode));
        let (to_other, other) = decoder(decode);
        tokio::spawn(read(replay, to_next, to_other));
        Self { next, other, left }
    }

    /// The next events; none at the end.
    ///
    /// # Errors
    /// When they cannot be read, or when one is missing.
    pub async fn next(&mut self) -> Result<Option<Vec<T>>, Fault> {
        let made = self.next.recv().await.transpose()?;
        swap(&mut self.next, &mut self.other);
        let came = made.as_ref().map_or(0, Vec::len);
        self.left = self.left.saturating_sub(u64::try_from(came).unwrap_or(u64::MAX));
        // A decoder that is gone before the end has taken its part with it.
        if made.is_none() && self.left > 0 {
            return Err(MISSING);
        }
        Ok(made)
    }
}

/// One who decodes the parts that are sent to her.
fn decoder<T: Send + 'static>(
    decode: Arc<impl Fn(&Stored) -> T + Send + Sync + 'static>,
) -> (Sender<Rows>, Receiver<Made<T>>) {
    let (send, mut rows) = mpsc::channel::<Rows>(WAITING);
    let (made, receive) = mpsc::channel(WAITING);
    tokio::spawn(async move {
        while let Some(part) = rows.recv().await {
            let part = part.and_then(|(after, rows)| decoded(after, &rows, &*decode));
            if made.send(part).await.is_err() {
                return;
            }
        }
    });
    (send, receive)
}

fn decoded<T>(after: u64, rows: &[Bytes], decode: &impl Fn(&Stored) -> T) -> Made<T> {
    let mut made = Vec::with_capacity(rows.len());
    for (row, position) in rows.iter().zip(after.saturating_add(1)..) {
        let event = stored(row)?;
        if event.position != position {
            return Err(MISSING);
        }
        made.push(decode(&event));
    }
    Ok(made)
}

/// Sends the rows in parts to the one and the other in turn, until the end or until nobody takes them.
async fn read(mut replay: Replay, mut next: Sender<Rows>, mut other: Sender<Rows>) {
    loop {
        let part = part(&mut replay).await;
        let last = match &part {
            Ok((_, rows)) if rows.is_empty() => return,
            Ok(_) => false,
            Err(_) => true,
        };
        if next.send(part).await.is_err() || last {
            return;
        }
        swap(&mut next, &mut other);
    }
}

async fn part(replay: &mut Replay) -> Rows {
    let after = replay.after;
    let mut rows = Vec::with_capacity(PART);
    while rows.len() < PART
        && let Some(row) = replay.row().await?
    {
        rows.push(row);
    }
    Ok((after, rows))
}
