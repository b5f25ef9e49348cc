//! The task that follows the log and signs: a second after something was added, or a thousand events after the last
//! time. Several processes may run it: they take turns, and find what the other signed.

use crate::rows::{self, Kept, TileRoot};
use crate::{Fault, identity};
use deadpool_postgres::Pool;
use jiff::Timestamp;
use std::slice::from_ref;
use std::time::Duration;
use tokio::sync::watch;
use tokio::task::JoinHandle;
use tokio::time::{Instant, timeout_at};
use transparency::{Frontier, Signer, Tile, leaf};

const SIGN_EVERY: Duration = Duration::from_secs(1);
const SIGN_AFTER: u64 = 1_000;
/// The most events between two checkpoints of a log that nobody followed for a while.
const AT_ONCE: u64 = 16_384;
/// After a fault there is no hurry.
const TRY_AGAIN: Duration = Duration::from_secs(10);
/// One process signs at a time.
const LOCK: i64 = 7_161_073;

const TAKE_TURN: &str = "select pg_advisory_xact_lock($1)";
/// A checkpoint that a crash takes is signed again, over the same events: it need not be waited for.
const WITHOUT_WAITING: &str = "set local synchronous_commit = off";
const HEAD: &str = "select position from event order by position desc limit 1";

/// The running task.
pub struct Keeper {
    stop: watch::Sender<bool>,
    task: JoinHandle<()>,
}

impl Keeper {
    /// Starts it. `newest` tells of each new position of the log.
    #[must_use]
    pub fn start(pool: Pool, signer: Signer, newest: watch::Receiver<u64>) -> Self {
        let (stop, stopping) = watch::channel(false);
        let task = tokio::spawn(keep(Signing::new(pool, signer), newest, stopping));
        Self { stop, task }
    }

    /// Signs what is left to sign, and ends.
    pub async fn stop(self) {
        self.stop.send_replace(true);
        if let Err(error) = self.task.await {
            tracing::error!(%error, "the task of the checkpoints ended badly");
        }
    }
}

/// Signs all that the log holds now; answers the newest checkpoint, none of an empty log.
///
/// # Errors
/// When the log is not what was signed before, or the database fails.
pub async fn catch_up(pool: &Pool, seed: &[u8; 32]) -> Result<Option<Kept>, Fault> {
    let mut signing = Signing::new(pool.clone(), identity::signer(pool, seed).await?);
    while signing.step().await? {}
    rows::newest(&pool.get().await?).await
}

async fn keep(mut signing: Signing, mut newest: watch::Receiver<u64>, mut stop: watch::Receiver<bool>) {
    loop {
        let signed = signing.all().await;
        let pause = match &signed {
            Ok(()) => SIGN_EVERY,
            Err(fault) => {
                tracing::error!(%fault, "no checkpoint could be signed");
                // What is believed may be what is wrong: it is read anew.
                signing.frontier = None;
                TRY_AGAIN
            }
        };
        tokio::select! {
            () = due(&mut newest, signing.size(), Instant::now() + pause, signed.is_ok()) => {}
            _ = stop.wait_for(|stop| *stop) => break,
        }
    }
    if let Err(fault) = signing.all().await {
        tracing::error!(%fault, "the last checkpoint could not be signed");
    }
}

/// Waits until there is something to sign and it is time, or until there is much of it.
async fn due(newest: &mut watch::Receiver<u64>, signed: u64, pause: Instant, hurries: bool) {
    let much = newest.wait_for(|newest| hurries && *newest >= signed.saturating_add(SIGN_AFTER));
    // Of a log that is gone nothing more comes; whoever holds this task then stops it.
    if timeout_at(pause, much).await.is_ok_and(|heard| heard.is_ok()) {
        return;
    }
    tokio::time::sleep_until(pause).await;
    if newest.wait_for(|newest| *newest > signed).await.is_err() {
        std::future::pending::<()>().await;
    }
}

/// A signer on its way along the log.
struct Signing {
    pool: Pool,
    signer: Signer,
    /// The edge of the tree as it was signed last; none before it was read.
    frontier: Option<Frontier>,
}

impl Signing {
    fn new(pool: Pool, signer: Signer) -> Self {
        Self {
            pool,
            signer,
            frontier: None,
        }
    }

    fn size(&self) -> u64 {
        self.frontier.as_ref().map_or(0, Frontier::size)
    }

    async fn all(&mut self) -> Result<(), Fault> {
        while self.step().await? {}
        Ok(())
    }

    /// Signs at most so many events at once; answers whether there are more.
    async fn step(&mut self) -> Result<bool, Fault> {
        let mut client = self.pool.get().await?;
        let transaction = client.transaction().await?;
        transaction.batch_execute(WITHOUT_WAITING).await?;
        transaction.execute(TAKE_TURN, &[&LOCK]).await?;
        let kept = rows::newest(&transaction).await?;
        let head = transaction.query_opt(HEAD, &[]).await?;
        let head = match head {
            Some(row) => row.try_get::<_, i64>(0)?.cast_unsigned(),
            None => 0,
        };
        let mut frontier = self.at(kept.as_ref(), head).await?;
        let size = head.min(frontier.size().saturating_add(AT_ONCE));
        if size > frontier.size() {
            let filled = self.grow(&mut frontier, size).await?;
            let kept = self.signed(&frontier);
            rows::keep(&transaction, &kept, &filled).await?;
        }
        transaction.commit().await?;
        self.frontier = Some(frontier);
        Ok(size < head)
    }

    /// The edge of the tree at the newest checkpoint: as it is believed, when that leads to what was signed.
    async fn at(&self, kept: Option<&Kept>, head: u64) -> Result<Frontier, Fault> {
        let Some(kept) = kept else {
            // What was signed and is gone was not taken away by this program.
            return match self.size() {
                0 => Ok(Frontier::default()),
                size => Err(Fault::Altered { size }),
            };
        };
        let altered = Fault::Altered { size: kept.size };
        if head < kept.size || self.size() > kept.size || !kept.is_signed_by(self.signer.public()) {
            return Err(altered);
        }
        let frontier = match &self.frontier {
            Some(believed) => {
                // Another process may have signed since.
                let mut frontier = believed.clone();
                self.grow(&mut frontier, kept.size).await?;
                frontier
            }
            None => {
                let everything = 0..kept.size;
                let tiles = rows::tiles(&self.pool, from_ref(&everything), kept.size).await?;
                Frontier::of(kept.size, &tiles)?
            }
        };
        if frontier.root() == kept.root {
            Ok(frontier)
        } else {
            Err(altered)
        }
    }

    /// Adds the events up to a position; answers the tiles that this fills.
    async fn grow(&self, frontier: &mut Frontier, size: u64) -> Result<Vec<TileRoot>, Fault> {
        let mut filled = Vec::new();
        while frontier.size() < size {
            let first = frontier.size().saturating_add(1);
            let last = size.min(frontier.size().saturating_add(AT_ONCE));
            for hash in event_store::hashes(&self.pool, first..=last).await? {
                frontier.append(leaf(&hash), |subtree, root| {
                    let root = *root;
                    filled.extend(Tile::with_root(subtree).map(|tile| TileRoot { tile, root }));
                });
            }
        }
        Ok(filled)
    }

    fn signed(&self, frontier: &Frontier) -> Kept {
        let mut kept = Kept {
            size: frontier.size(),
            root: frontier.root(),
            signature: Vec::new(),
            at: Timestamp::now(),
        };
        let text = kept.checkpoint(self.signer.public()).to_string();
        kept.signature = self.signer.sign(&text).bytes;
        kept
    }
}
