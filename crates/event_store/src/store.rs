//! The front of the log: ask a rule and keep what it decides, read, follow, verify, close.

mod succession;

pub use succession::{Held, Step};

use crate::sequencer::{self, News, Outcome, Proposed, Submission, WAITING};
use crate::{Answer, Codec, Fault, Order, Place, Recorded, Rejected, Secrets, Stats, Stored, Verification};
use crate::{connection, read, signal, verify};
use deadpool_postgres::Pool;
use decider::{Decided, Decider, fold};
use jiff::Timestamp;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::{mpsc, oneshot, watch};
use tokio::task::JoinHandle;
use tokio_postgres::Config;
use uuid::Uuid;

/// Where the server reads the time.
pub type Clock = Arc<dyn Fn() -> Timestamp + Send + Sync>;

/// How to open the log.
#[derive(Clone)]
pub struct StoreConfig {
    /// The database.
    pub postgres: Config,
    /// How many connections may read at once.
    pub readers: usize,
    /// Where the time of recording is read.
    pub clock: Clock,
}

impl StoreConfig {
    /// The log of this database, with the system's clock.
    #[must_use]
    pub fn new(postgres: Config) -> Self {
        Self {
            postgres,
            readers: 8,
            clock: Arc::new(Timestamp::now),
        }
    }
}

/// The log, open. Clones share it.
pub struct EventStore<C> {
    inner: Arc<Inner<C>>,
}

impl<C> Clone for EventStore<C> {
    fn clone(&self) -> Self {
        Self {
            inner: Arc::clone(&self.inner),
        }
    }
}

struct Inner<C> {
    codec: Arc<C>,
    pool: Pool,
    config: Config,
    epoch: u64,
    waiting: mpsc::Sender<Submission>,
    newest: watch::Receiver<u64>,
    stop: watch::Sender<bool>,
    tasks: tokio::sync::Mutex<Vec<JoinHandle<()>>>,
}

impl<C: Secrets> EventStore<C> {
    /// Opens the log of a migrated database and starts its writer.
    ///
    /// # Errors
    /// When the database cannot be reached or was not migrated.
    pub async fn open(config: StoreConfig, codec: C) -> Result<Self, Fault> {
        let pool = connection::pool(&config.postgres, config.readers)?;
        let epoch = take_epoch(&pool).await?;
        let position = read::head(&pool).await?;
        let (waiting, submitted) = mpsc::channel(WAITING);
        let (newest, follow_newest) = watch::channel(position);
        let (committed, own_commits) = watch::channel(position);
        let (stop, stopping) = watch::channel(false);
        let news = News {
            committed,
            newest: newest.clone(),
        };
        let writer = sequencer::run(
            config.postgres.clone(),
            config.clock,
            epoch,
            submitted,
            news,
            stopping.clone(),
        );
        let follower = signal::follow(config.postgres.clone(), newest, own_commits, stopping);
        let tasks = tokio::sync::Mutex::new(vec![tokio::spawn(writer), tokio::spawn(follower)]);
        let codec = Arc::new(codec);
        let config = config.postgres;
        Ok(Self {
            inner: Arc::new(Inner {
                codec,
                pool,
                config,
                epoch,
                waiting,
                newest: follow_newest,
                stop,
                tasks,
            }),
        })
    }

    /// Asks the rule of a stream and keeps the facts it decides, once for this command. A lost race is decided again
    /// once.
    ///
    /// # Errors
    /// The refusal of the rule, a reused command id, a name that is taken, a second lost race, or a fault.
    pub async fn handle<D: Decider>(
        &self,
        stream: Uuid,
        order: Order,
        asked: D::Asked,
    ) -> Result<Answer, Rejected<D::Refusal>>
    where
        C: Codec<D::Event>,
        D::Asked: Sync,
    {
        match self.attempt::<D>(stream, &order, &asked, None).await {
            Err(Rejected::Stale) => self.attempt::<D>(stream, &order, &asked, None).await,
            other => other,
        }
    }

    /// The same for a wish that stands only on the version its author saw, such as the edition of a text.
    ///
    /// # Errors
    /// As [`EventStore::handle`]; `Stale` as soon as the stream is not at that version.
    pub async fn handle_seen<D: Decider>(
        &self,
        stream: Uuid,
        seen: u64,
        order: Order,
        asked: D::Asked,
    ) -> Result<Answer, Rejected<D::Refusal>>
    where
        C: Codec<D::Event>,
        D::Asked: Sync,
    {
        self.attempt::<D>(stream, &order, &asked, Some(seen)).await
    }

    async fn attempt<D: Decider>(
        &self,
        stream: Uuid,
        order: &Order,
        asked: &D::Asked,
        seen: Option<u64>,
    ) -> Result<Answer, Rejected<D::Refusal>>
    where
        C: Codec<D::Event>,
    {
        let digest = self.digest::<D>(stream, order);
        let (known, stored) = read::command_and_stream(&self.inner.pool, order.command, stream).await?;
        if let Some(known) = known {
            if known.digest != digest {
                return Err(Rejected::CommandReused);
            }
            return Ok(known.answer());
        }
        let (state, version) = self.folded::<D>(&stored)?;
        if seen.is_some_and(|seen| seen != version) {
            return Err(Rejected::Stale);
        }
        let decided = state.decide(asked).map_err(Rejected::Refused)?;
        let proposed = self.propose::<D>(stream, version, digest, order, decided).await?;
        // The writer answers everybody; it can only be gone when the whole runtime is going.
        let outcome = self.offer(proposed).await?.await.unwrap_or(Err(Fault::UnknownOutcome));
        settled::<D>(stream, outcome)
    }

    /// Of the whole wish: who asks, of which stream, and what. Not the instants, which a repetition may tell anew.
    fn digest<D: Decider>(&self, stream: Uuid, order: &Order) -> [u8; 32] {
        let mut wish = Vec::with_capacity(order.body.len().saturating_add(96));
        wish.extend_from_slice(D::CAPABILITY.as_bytes());
        wish.push(0);
        wish.extend_from_slice(stream.as_bytes());
        wish.extend_from_slice(order.by.as_bytes());
        wish.extend_from_slice(&order.body);
        self.inner.codec.digest(&wish)
    }

    async fn propose<D: Decider>(
        &self,
        stream: Uuid,
        expected: u64,
        digest: [u8; 32],
        order: &Order,
        decided: Decided<D::Event>,
    ) -> Result<Proposed, Fault>
    where
        C: Codec<D::Event>,
    {
        let codec = &self.inner.codec;
        let mut events = Vec::with_capacity(decided.events.len());
        for event in &decided.events {
            let place = Place {
                event: Uuid::now_v7(),
                stream,
                capability: D::CAPABILITY,
            };
            events.push((place.event, codec.encode(place, event).await?));
        }
        let blind = |name: &decider::Reservation| (name.scope, codec.blind(name.scope, &name.value));
        Ok(Proposed {
            stream,
            capability: D::CAPABILITY,
            expected,
            command: order.command,
            digest,
            by: order.by,
            occurred_at: order.occurred_at,
            known_at: order.known_at,
            events,
            reservations: decided.reservations.iter().map(blind).collect(),
        })
    }

    /// Gives a command to the writer; what comes out of it is known after the commit.
    async fn offer(&self, proposed: Proposed) -> Result<oneshot::Receiver<Result<Outcome, Fault>>, Fault> {
        let (submission, answer) = Submission::new(proposed);
        if self.inner.waiting.send(submission).await.is_err() {
            return Err(Fault::Closed);
        }
        Ok(answer)
    }

    fn folded<D: Decider>(&self, stored: &[Stored]) -> Result<(D, u64), Fault>
    where
        C: Codec<D::Event>,
    {
        let mut state = D::default();
        for one in stored {
            let event = self.inner.codec.decode(one)?;
            state = fold(state, [&event]);
        }
        Ok((state, stored.last().map_or(0, |last| last.version)))
    }

    /// The state of a stream and its version.
    ///
    /// # Errors
    /// When it cannot be read.
    pub async fn state<D: Decider>(&self, stream: Uuid) -> Result<(D, u64), Fault>
    where
        C: Codec<D::Event>,
    {
        self.folded(&read::stream(&self.inner.pool, stream).await?)
    }

    /// The facts of a stream, in order.
    ///
    /// # Errors
    /// When they cannot be read.
    pub async fn facts<E>(&self, stream: Uuid) -> Result<Vec<Recorded<E>>, Fault>
    where
        C: Codec<E>,
    {
        let stored = read::stream(&self.inner.pool, stream).await?;
        stored.iter().map(|one| self.read(one)).collect()
    }

    /// Reads the payload of a stored event.
    ///
    /// # Errors
    /// When it is not such an event.
    pub fn read<E>(&self, stored: &Stored) -> Result<Recorded<E>, Fault>
    where
        C: Codec<E>,
    {
        Ok(stored.read(&*self.inner.codec)?)
    }

    /// A stream as it is stored, in order.
    ///
    /// # Errors
    /// When it cannot be read.
    pub async fn stream(&self, stream: Uuid) -> Result<Vec<Stored>, Fault> {
        read::stream(&self.inner.pool, stream).await
    }

    /// Many streams at once, in the one order, up to a position when one is given.
    ///
    /// # Errors
    /// When they cannot be read.
    pub async fn streams(&self, streams: &[Uuid], up_to: Option<u64>) -> Result<Vec<Stored>, Fault> {
        read::streams(&self.inner.pool, streams, up_to).await
    }

    /// The next events after a position. Never misses one: positions have no gaps and appear in order.
    ///
    /// # Errors
    /// When they cannot be read.
    pub async fn page(&self, after: u64, limit: u32) -> Result<Vec<Stored>, Fault> {
        read::page(&self.inner.pool, after, limit).await
    }

    /// Which stream holds this name.
    ///
    /// # Errors
    /// When it cannot be read.
    pub async fn reserved(&self, scope: &str, value: &str) -> Result<Option<Uuid>, Fault> {
        read::reserved(&self.inner.pool, &self.inner.codec.blind(scope, value)).await
    }

    /// The newest position, asked of the database.
    ///
    /// # Errors
    /// When it cannot be read.
    pub async fn head(&self) -> Result<u64, Fault> {
        read::head(&self.inner.pool).await
    }

    /// What the log holds, counted.
    ///
    /// # Errors
    /// When it cannot be read.
    pub async fn stats(&self) -> Result<Stats, Fault> {
        read::stats(&self.inner.pool).await
    }

    /// Recomputes the chain; `progress` hears now and then how many events were good so far.
    ///
    /// # Errors
    /// When the log cannot be read; a bad log is an answer, not an error.
    pub async fn verify(&self, progress: impl FnMut(u64) + Send) -> Result<Verification, Fault> {
        verify::verify(&self.inner.pool, progress).await
    }
}

impl<C> EventStore<C> {
    /// The newest position this process knows of. It changes with each commit of any process.
    #[must_use]
    pub fn subscribe(&self) -> watch::Receiver<u64> {
        self.inner.newest.clone()
    }

    /// Waits until the log has reached a position; false when it has not within that time.
    pub async fn wait_for(&self, position: u64, within: Duration) -> bool {
        let mut newest = self.subscribe();
        let reached = tokio::time::timeout(within, newest.wait_for(|newest| *newest >= position)).await;
        matches!(reached, Ok(Ok(_)))
    }

    /// The codec, for those who read pages.
    #[must_use]
    pub fn codec(&self) -> &Arc<C> {
        &self.inner.codec
    }

    /// The connections that read.
    #[must_use]
    pub fn pool(&self) -> &Pool {
        &self.inner.pool
    }

    /// The database, for those who need connections of their own.
    #[must_use]
    pub fn database(&self) -> &Config {
        &self.inner.config
    }

    /// Forbids every writer that was opened before this one to append from now on: what a takeover does first, so that
    /// a process that was frozen or cut off cannot go on with what it believes. Writers side by side are otherwise
    /// legal: the lock of the head orders them.
    ///
    /// # Errors
    /// When the fence cannot be set.
    pub async fn fence_older(&self) -> Result<(), Fault> {
        let client = self.inner.pool.get().await?;
        let epoch = self.inner.epoch.cast_signed();
        client
            .execute("update log_head set fence = greatest(fence, $1)", &[&epoch])
            .await?;
        Ok(())
    }

    /// Accepts nothing more, lets the writer store and answer what it had accepted, and waits for that.
    pub async fn close(&self) {
        self.inner.stop.send_replace(true);
        for task in self.inner.tasks.lock().await.drain(..) {
            if let Err(error) = task.await {
                tracing::error!(%error, "a task of the log ended badly");
            }
        }
        self.inner.pool.close();
    }
}

/// What the caller learns of what came of her command.
fn settled<D: Decider>(stream: Uuid, outcome: Result<Outcome, Fault>) -> Result<Answer, Rejected<D::Refusal>> {
    match outcome? {
        Outcome::Stored(answer) => Ok(answer),
        Outcome::CommandReused => Err(Rejected::CommandReused),
        Outcome::Taken(scope) => Err(Rejected::Taken { scope }),
        Outcome::MovedOn => Err(Rejected::Stale),
        Outcome::OtherCapability => Err(Rejected::Fault(Fault::OtherCapability {
            stream,
            capability: D::CAPABILITY,
        })),
    }
}

async fn take_epoch(pool: &Pool) -> Result<u64, Fault> {
    let client = pool.get().await?;
    let row = client
        .query_opt("update log_head set epoch = epoch + 1 returning epoch", &[])
        .await?;
    match row {
        Some(row) => Ok(row.try_get::<_, i64>(0)?.cast_unsigned()),
        None => Err(Fault::Damaged("it has no head")),
    }
}
