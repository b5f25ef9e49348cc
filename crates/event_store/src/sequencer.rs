//! The one writer of this process: takes the commands that wait, commits them together, and answers each after the flush.
//!
//! A commit is never cancelled: callers may leave, the command still acts once. When the connection dies, the same
//! commands are offered again: the ones that had been stored are then recognised by their ids, under the same lock.

mod batch;
mod columns;
mod session;
mod sql;
mod submission;
mod tips;
mod writer;

pub(crate) use submission::{Asked, Outcome, Proposed, Submission};
pub(crate) use writer::Writer;

use crate::{Clock, Fault, signal};
use std::time::Duration;
use tokio::sync::{mpsc, oneshot, watch};
use tokio::time::{Instant, sleep};
use tokio_postgres::Config;
use writer::Broken;

/// How many commands one commit takes at most.
const BATCH: usize = 256;
/// How many bytes of payload one commit takes, except that a single command always fits.
const BATCH_BYTES: usize = 8 << 20;
/// How many commands may wait; beyond it callers wait for room.
pub(crate) const WAITING: usize = 1024;
/// How long a batch is offered again when the database is away.
const PATIENCE: Duration = Duration::from_secs(10);

/// Runs until every sender is gone or `stop` says so, and what had been accepted is answered.
pub(crate) async fn run(
    config: Config,
    clock: Clock,
    epoch: u64,
    mut waiting: mpsc::Receiver<Asked>,
    news: News,
    mut stop: watch::Receiver<bool>,
) {
    let mut writer = Writer::new(config, clock, epoch);
    let mut held = None;
    loop {
        let first = match held.take() {
            Some(held) => Some(Asked::Store(held)),
            None => next(&mut waiting, &mut stop).await,
        };
        let Some(first) = first else { return };
        let (mut bytes, mut batch, mut settled) = (0_usize, Vec::new(), None::<oneshot::Sender<()>>);
        let mut next = Ok(first);
        while let Ok(asked) = next {
            match asked {
                Asked::Store(one) if !batch.is_empty() && bytes.saturating_add(one.bytes()) > BATCH_BYTES => {
                    held = Some(one);
                    break;
                }
                Asked::Store(one) => {
                    bytes = bytes.saturating_add(one.bytes());
                    batch.push(one);
                }
                Asked::Settle(told) => {
                    settled = Some(told);
                    break;
                }
            }
            if batch.len() >= BATCH || bytes >= BATCH_BYTES {
                break;
            }
            next = waiting.try_recv();
        }
        if !batch.is_empty() {
            commit(&mut writer, batch, &news, false).await;
        }
        if settled.is_some_and(|settled| settled.send(()).is_err()) {
            tracing::debug!("whoever waited for the writer to settle has left");
        }
    }
}

/// The next command; none when nothing more can come. What waited before the end is still given.
async fn next(waiting: &mut mpsc::Receiver<Asked>, stop: &mut watch::Receiver<bool>) -> Option<Asked> {
    tokio::select! {
        biased;
        next = waiting.recv() => return next,
        _ = stop.wait_for(|stop| *stop) => {}
    }
    waiting.close();
    waiting.recv().await
}

/// Where the newest position is announced after each commit.
pub(crate) struct News {
    pub(crate) committed: watch::Sender<u64>,
    pub(crate) newest: watch::Sender<u64>,
}

impl News {
    fn tell(&self, position: u64) {
        signal::advance(&self.newest, position);
        signal::advance(&self.committed, position);
    }
}

/// Stores a batch and answers everybody in it. `unknown`: it was offered before, and nobody knows whether it was stored.
async fn commit(writer: &mut Writer, batch: Vec<Submission>, news: &News, mut unknown: bool) {
    let until = Instant::now() + PATIENCE;
    let mut pause = Duration::from_millis(20);
    loop {
        match writer.store(&batch, unknown).await {
            Ok((outcomes, head)) => {
                news.tell(head);
                for (submission, outcome) in batch.into_iter().zip(outcomes) {
                    submission.answer(outcome);
                }
                return;
            }
            // The database refused one of them and kept none: each alone, so that one bad command fails no other.
            Err(Broken::Refused(_)) if batch.len() > 1 => {
                for submission in batch {
                    Box::pin(commit(writer, vec![submission], news, unknown)).await;
                }
                return;
            }
            Err(Broken::Refused(fault)) => return fail(batch, &fault),
            Err(Broken::Lost { during_commit, fault }) => {
                unknown |= during_commit;
                if Instant::now() >= until {
                    tracing::error!(%fault, commands = batch.len(), unknown, "commands could not be stored");
                    let fault = if unknown { Fault::UnknownOutcome } else { fault };
                    return fail(batch, &fault);
                }
                tracing::warn!(%fault, "the writer lost its connection and connects again");
                sleep(pause).await;
                pause = (pause * 2).min(Duration::from_secs(1));
            }
        }
    }
}

fn fail(batch: Vec<Submission>, fault: &Fault) {
    for submission in batch {
        submission.answer(Err(fault.clone()));
    }
}
