//! The one writer of this process: takes the commands that wait, commits them together, and answers each after the flush.
//!
//! A commit is never cancelled: callers may leave, the command still acts once. When the connection dies, the same
//! commands are offered again: the ones that had been stored are then recognised by their ids.

mod batch;
mod columns;
mod memory;
mod session;
mod sql;
mod submission;
mod tips;
mod under_way;
mod writer;

pub use batch::{Head, Rows, Standing, arrange};
pub use memory::Memory;
pub(crate) use submission::{Asked, Submission};
pub use submission::{Outcome, Proposed};
pub use tips::Tip;
pub(crate) use under_way::UnderWay;
pub(crate) use writer::Writer;

use crate::clocks::Clocks;
use crate::recent::Recent;
use crate::{Clock, Fault, signal};
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::{mpsc, oneshot, watch};
use tokio::task::yield_now;
use tokio::time::{Instant, sleep};
use tokio_postgres::Config;
use writer::Broken;

/// How many commands one commit takes at most.
const BATCH: usize = 256;
/// How many bytes of payload one commit takes, except that a single command always fits.
const BATCH_BYTES: usize = 8 << 20;
/// Those who were just answered and ask again are waited for, for this part of the time that a commit takes: else half of
/// them would be stored while the other half waits, turn by turn.
const GATHERING: u32 = 8;
/// And for no longer than this.
const GATHERING_AT_MOST: Duration = Duration::from_micros(500);
/// How many commands may wait; beyond it callers wait for room.
pub(crate) const WAITING: usize = 1024;
/// How long a batch is offered again when the database is away.
const PATIENCE: Duration = Duration::from_secs(10);

/// Where the writer reads the time, and what it must agree with.
pub(crate) struct Times {
    pub(crate) clock: Clock,
    pub(crate) clocks: Arc<Clocks>,
}

/// Runs until every sender is gone or `stop` says so, and what had been accepted is answered.
pub(crate) async fn run(
    config: Config,
    times: Times,
    epoch: u64,
    mut waiting: mpsc::Receiver<Asked>,
    news: News,
    mut stop: watch::Receiver<bool>,
) {
    let mut writer = Writer::new(config, times, epoch, Arc::clone(&news.recent));
    let mut held = None;
    let mut pace = Pace::default();
    loop {
        let first = match held.take() {
            Some(held) => Some(Asked::Store(held)),
            None => next(&mut waiting, &mut stop).await,
        };
        let Some(first) = first else { return };
        let (mut bytes, mut batch, mut settled) = (0_usize, Vec::new(), Vec::<oneshot::Sender<()>>::new());
        let gathering = Instant::now();
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
                // What comes behind it may go along: all that was asked before comes to its end with it.
                Asked::Settle(told) => settled.push(told),
            }
            if batch.len() >= BATCH || bytes >= BATCH_BYTES || settled.len() >= BATCH {
                break;
            }
            next = waiting.try_recv();
            while next.is_err() && settled.is_empty() && pace.expects_more(batch.len(), gathering) {
                yield_now().await;
                next = waiting.try_recv();
            }
        }
        if !batch.is_empty() {
            let (together, begun) = (batch.len(), Instant::now());
            let others = commit(&mut writer, batch, &news, false, &waiting).await;
            pace = Pace {
                callers: together.saturating_add(others),
                commit: begun.elapsed(),
            };
        }
        for settled in settled {
            if settled.send(()).is_err() {
                tracing::debug!("whoever waited for the writer to settle has left");
            }
        }
    }
}

/// How the last commit went.
#[derive(Default)]
struct Pace {
    /// How many were answered, and how many waited meanwhile.
    callers: usize,
    commit: Duration,
}

impl Pace {
    /// Whether it is worth waiting for more than have come by now.
    fn expects_more(&self, come: usize, since: Instant) -> bool {
        let patience = (self.commit / GATHERING).min(GATHERING_AT_MOST);
        come > 0 && come < self.callers.min(BATCH) && since.elapsed() < patience
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
    /// What was committed, for those who follow.
    pub(crate) recent: Arc<Recent>,
}

impl News {
    fn tell(&self, position: u64) {
        signal::advance(&self.newest, position);
        signal::advance(&self.committed, position);
    }
}

/// Stores a batch and answers everybody in it; tells how many others were waiting by then. `unknown`: it was offered
/// before, and nobody knows whether it was stored.
async fn commit(
    writer: &mut Writer,
    batch: Vec<Submission>,
    news: &News,
    mut unknown: bool,
    waiting: &mpsc::Receiver<Asked>,
) -> usize {
    let until = Instant::now() + PATIENCE;
    let mut pause = Duration::from_millis(20);
    loop {
        match writer.store(&batch, unknown).await {
            Ok((outcomes, head)) => {
                let others = waiting.len();
                news.tell(head);
                for (submission, outcome) in batch.into_iter().zip(outcomes) {
                    submission.answer(outcome);
                }
                return others;
            }
            // The database refused one of them and kept none: each alone, so that one bad command fails no other.
            Err(Broken::Refused(_)) if batch.len() > 1 => {
                for submission in batch {
                    Box::pin(commit(writer, vec![submission], news, unknown, waiting)).await;
                }
                return 0;
            }
            Err(Broken::Refused(fault)) => return fail(batch, &fault),
            Err(Broken::Lost { during_commit, fault }) => {
                unknown |= during_commit;
                if Instant::now() >= until {
                    tracing::error!(%fault, commands = batch.len(), unknown, "commands could not be stored");
                    let fault = if unknown { Fault::UnknownOutcome } else { fault };
                    return fail(batch, &fault);
                }
                tracing::warn!(%fault, "commands could not be stored yet and are offered again");
                sleep(pause).await;
                pause = (pause * 2).min(Duration::from_secs(1));
            }
        }
    }
}

/// Answers everybody with a fault: how many waited then does not matter.
fn fail(batch: Vec<Submission>, fault: &Fault) -> usize {
    for submission in batch {
        submission.answer(Err(fault.clone()));
    }
    0
}
