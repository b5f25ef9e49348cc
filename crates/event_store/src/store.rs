//! The front of the log: open, read, follow, verify, close. How a command is handled stands in `handle.rs`.

mod succession;

pub use succession::{Held, Step};

use crate::clocks::Clocks;
use crate::lanes::{Lanes, Warm, warm};
use crate::read::Latecomers;
use crate::readers::Readers;
use crate::recent::Recent;
use crate::sequencer::{self, Asked, News, UnderWay, WAITING};
use crate::{Codec, Decoded, Fault, Recorded, Replay, Secrets, Stats, Stored, Verification};
use crate::{connection, read, signal, verify};
use deadpool_postgres::Pool;
use decider::{Decider, fold};
use jiff::Timestamp;
use std::collections::BTreeMap;
use std::num::NonZeroUsize;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::{mpsc, watch};
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
    /// How many streams are kept in hand, with the state their rule decides on.
    pub in_hand: NonZeroUsize,
    /// Where the time of recording is read.
    pub clock: Clock,
    /// Whether that clock must agree with the database's, else nothing is written: all but a clock of a test must.
    pub agrees: bool,
}

/// As many cases as a large team works on in a day.
const IN_HAND: NonZeroUsize = NonZeroUsize::MIN.saturating_add(3_999);

impl StoreConfig {
    /// The log of this database, with the system's clock.
    #[must_use]
    pub fn new(postgres: Config) -> Self {
        Self {
            postgres,
            readers: 8,
            in_hand: IN_HAND,
            clock: Arc::new(Timestamp::now),
            agrees: true,
        }
    }
}

/// The log, open. Clones share it.
pub struct EventStore<C> {
    pub(crate) inner: Arc<Inner<C>>,
}

impl<C> Clone for EventStore<C> {
    fn clone(&self) -> Self {
        Self {
            inner: Arc::clone(&self.inner),
        }
    }
}

pub(crate) struct Inner<C> {
    pub(crate) codec: Arc<C>,
    pub(crate) pool: Pool,
    pub(crate) readers: Readers,
    config: Config,
    epoch: u64,
    clock: Clock,
    /// What the database's clock says; nothing is ever heard of it when ours need not agree.
    clocks: Arc<Clocks>,
    pub(crate) lanes: Lanes,
    pub(crate) latecomers: Latecomers,
    pub(crate) under_way: UnderWay,
    pub(crate) waiting: mpsc::Sender<Asked>,
    newest: watch::Receiver<u64>,
    recent: Arc<Recent>,
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
        let readers = Readers::of(&config.postgres, config.readers)?;
        let clocks = Arc::new(Clocks::default());
        let (epoch, now) = take_epoch(&pool).await?;
        let heard: Arc<Clocks> = if config.agrees {
            Arc::clone(&clocks)
        } else {
            Arc::default()
        };
        heard.heard(now);
        let position = read::head(&readers).await?;
        let (waiting, submitted) = mpsc::channel(WAITING);
        let (newest, follow_newest) = watch::channel(position);
        let (committed, own_commits) = watch::channel(position);
        let (stop, stopping) = watch::channel(false);
        let recent = Arc::new(Recent::default());
        let news = News {
            committed,
            newest: newest.clone(),
            recent: Arc::clone(&recent),
        };
        let writer = sequencer::run(
            config.postgres.clone(),
            sequencer::Times {
                clock: Arc::clone(&config.clock),
                clocks: Arc::clone(&clocks),
            },
            epoch,
            submitted,
            news,
            stopping.clone(),
        );
        let follower = signal::follow(config.postgres.clone(), newest, heard, own_commits, stopping);
        let tasks = tokio::sync::Mutex::new(vec![tokio::spawn(writer), tokio::spawn(follower)]);
        let codec = Arc::new(codec);
        let lanes = Lanes::new(config.in_hand);
        let (config, clock) = (config.postgres, config.clock);
        Ok(Self {
            inner: Arc::new(Inner {
                codec,
                pool,
                readers,
                config,
                epoch,
                clock,
                clocks,
                lanes,
                latecomers: Latecomers::default(),
                under_way: UnderWay::default(),
                waiting,
                newest: follow_newest,
                recent,
                stop,
                tasks,
            }),
        })
    }

    pub(crate) fn folded<D: Decider>(&self, stored: &[Stored]) -> Result<(D, u64), Fault>
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

    /// The state of a stream and its version, as they are stored at this moment.
    ///
    /// A stream in hand is not read again: what is believed of it holds if its newest event is the one that was believed,
    /// since a stream only grows, and each command of it stands on the very facts it was decided on.
    ///
    /// # Errors
    /// When it cannot be read.
    pub async fn state<D: Decider>(&self, stream: Uuid) -> Result<(D, u64), Fault>
    where
        C: Codec<D::Event>,
    {
        let lane = self.inner.lanes.of(stream);
        let believed =
            warm::<D>(&mut *lane.lock().await).and_then(|held| Some((held.last?, held.state.clone(), held.version)));
        if let Some((last, state, version)) = believed
            && read::last(&self.inner.readers, stream).await? == Some(last)
        {
            return Ok((state, version));
        }
        let stored = read::stream(&self.inner.readers, stream).await?;
        let (state, version) = self.folded::<D>(&stored)?;
        let last = stored.last().map(|last| last.id);
        let mut held = lane.lock().await;
        // What a command believes of later versions may still come true: it is hers to give up.
        let replaced = match warm::<D>(&mut held) {
            Some(held) => held.version <= version && held.last != last,
            None => held.is_none(),
        };
        if replaced {
            *held = Some(Box::new(Warm::stored(state.clone(), version, last)));
        }
        Ok((state, version))
    }

    /// Whether a command was accepted before, so that its repetition is answered by what came of it, whatever has
    /// changed around it since.
    ///
    /// # Errors
    /// A fault.
    pub async fn accepted(&self, command: Uuid) -> Result<bool, Fault> {
        Ok(!read::commands(&self.inner.readers, &[command]).await?.is_empty())
    }

    /// The version of a stream; 0 when nothing is stored of it.
    ///
    /// # Errors
    /// When it cannot be read.
    pub async fn version(&self, stream: Uuid) -> Result<u64, Fault> {
        read::version(&self.inner.readers, stream).await
    }

    /// The facts of a stream, in order.
    ///
    /// # Errors
    /// When they cannot be read.
    pub async fn facts<E>(&self, stream: Uuid) -> Result<Vec<Recorded<E>>, Fault>
    where
        C: Codec<E>,
    {
        let stored = read::stream(&self.inner.readers, stream).await?;
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
        read::stream(&self.inner.readers, stream).await
    }

    /// Many streams at once, in the one order, up to a position when one is given.
    ///
    /// # Errors
    /// When they cannot be read.
    pub async fn streams(&self, streams: &[Uuid], up_to: Option<u64>) -> Result<Vec<Stored>, Fault> {
        read::streams(&self.inner.readers, streams, up_to).await
    }

    /// The next events after a position. Never misses one: positions have no gaps and appear in order.
    ///
    /// # Errors
    /// When they cannot be read.
    pub async fn page(&self, after: u64, limit: u32) -> Result<Vec<Stored>, Fault> {
        if let Some(page) = self.inner.recent.after(after, limit) {
            return Ok(page);
        }
        read::page(&self.inner.readers, after, limit).await
    }

    /// All events after a position, in the one order, up to the newest: for whoever reads many.
    ///
    /// # Errors
    /// When the database cannot be reached.
    pub async fn replay(&self, after: u64) -> Result<Replay, Fault> {
        let until = self.head().await?;
        Replay::open(&self.inner.config, after, until).await
    }

    /// The same, decoded by two others beside who reads: for whoever makes something of each event, such as a view.
    ///
    /// # Errors
    /// When the database cannot be reached.
    pub async fn replay_decoded<T: Send + 'static>(
        &self,
        after: u64,
        decode: impl Fn(&Stored) -> T + Send + Sync + 'static,
    ) -> Result<Decoded<T>, Fault> {
        Ok(Decoded::begin(self.replay(after).await?, decode))
    }

    /// Which stream holds this name.
    ///
    /// # Errors
    /// When it cannot be read.
    pub async fn reserved(&self, scope: &str, value: &str) -> Result<Option<Uuid>, Fault> {
        read::reserved(&self.inner.readers, &self.inner.codec.blind(scope, value)).await
    }

    /// The newest position, asked of the database.
    ///
    /// # Errors
    /// When it cannot be read.
    pub async fn head(&self) -> Result<u64, Fault> {
        read::head(&self.inner.readers).await
    }

    /// What the log holds, counted.
    ///
    /// # Errors
    /// When it cannot be read.
    pub async fn stats(&self) -> Result<Stats, Fault> {
        read::stats(&self.inner.readers).await
    }

    /// How many bytes each table and index of the log takes on disk.
    ///
    /// # Errors
    /// When it cannot be read.
    pub async fn footprint(&self) -> Result<BTreeMap<String, u64>, Fault> {
        read::footprint(&self.inner.readers).await
    }

    /// Recomputes the chain; `progress` hears now and then how many events were good so far.
    ///
    /// # Errors
    /// When the log cannot be read; a bad log is an answer, not an error.
    pub async fn verify(&self, progress: impl FnMut(u64) + Send) -> Result<Verification, Fault> {
        verify::verify(&self.inner.pool, progress, async |_: &[[u8; 32]]| Ok(())).await
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

    /// Whether our clock agrees with the database's, as far as it was heard: while they are apart, nothing is written.
    #[must_use]
    pub fn clocks_agree(&self) -> bool {
        self.inner.clocks.agree((self.inner.clock)())
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
    /// a process that was frozen or cut off cannot go on with what it believes: what was on its way is waited for. Writers
    /// side by side are otherwise legal: the key of the position orders them.
    ///
    /// # Errors
    /// When the fence cannot be set.
    pub async fn fence_older(&self) -> Result<(), Fault> {
        let mut client = self.inner.pool.get().await?;
        let epoch = self.inner.epoch.cast_signed();
        let transaction = client.transaction().await?;
        transaction.execute("select hold_log()", &[]).await?;
        transaction
            .execute("update log_writer set fence = greatest(fence, $1)", &[&epoch])
            .await?;
        Ok(transaction.commit().await?)
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
        self.inner.readers.close();
    }
}

/// A number of its own for this writer, and the time that it is in the database.
async fn take_epoch(pool: &Pool) -> Result<(u64, Timestamp), Fault> {
    let client = pool.get().await?;
    let take = "update log_writer set epoch = epoch + 1 returning epoch, clock_timestamp()";
    match client.query_opt(take, &[]).await? {
        Some(row) => Ok((row.try_get::<_, i64>(0)?.cast_unsigned(), row.try_get(1)?)),
        None => Err(Fault::Damaged("it has no writers")),
    }
}
