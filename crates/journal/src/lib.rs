//! Who read what, why and when: kept apart from the log, before the answer leaves, and never to measure staff.
//!
//! The program adds to it, and asks it by the case alone: what somebody reads all day is no question it answers. The owner
//! drops old months.

mod answers;
mod shown;

pub use answers::{Readings, SeenLine};
pub use shown::Shown;

use access::{Permit, Purpose};
use deadpool_postgres::Pool;
use jiff::tz::TimeZone;
use jiff::{Timestamp, civil};
use std::collections::BTreeSet;
use std::sync::Arc;
use tokio::sync::{mpsc, oneshot};
use tokio_postgres::{Config, NoTls};
use uuid::Uuid;

/// How many readings one flush takes.
const TOGETHER: usize = 256;

const KEEP: &str = "
    insert into journal.reading (at, by, what, streams, purpose, position)
    select at, by, what, case streams when '' then '{}'::uuid[] else string_to_array(streams, ' ')::uuid[] end,
        purpose, position
    from unnest($1::timestamptz[], $2::uuid[], $3::text[], $4::text[], $5::text[], $6::bigint[])
        as read (at, by, what, streams, purpose, position)";
const LAST_VISIT: &str = "select journal.last_visit($1, $2, $3)";
const PRUNE: &str = "select journal.prune($1)";
const MAKE_MONTH: &str = "select journal.make_month($1)";

/// The reading could not be kept: the answer must not leave.
#[derive(Clone, Debug, thiserror::Error)]
pub enum Fault {
    /// The database failed.
    #[error("a reading could not be kept: {0}")]
    Database(Arc<tokio_postgres::Error>),
    /// No connection could be had.
    #[error("no connection to the database of the journal: {0}")]
    Connection(Arc<deadpool_postgres::PoolError>),
    /// Asked with a permit that does not read the journal.
    #[error("this permit does not read the journal")]
    NotAllowed,
    /// The program is ending.
    #[error("the journal is closing")]
    Closed,
}

impl From<tokio_postgres::Error> for Fault {
    fn from(error: tokio_postgres::Error) -> Self {
        Self::Database(Arc::new(error))
    }
}

impl From<deadpool_postgres::PoolError> for Fault {
    fn from(error: deadpool_postgres::PoolError) -> Self {
        Self::Connection(Arc::new(error))
    }
}

/// What an answer is about to show.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading {
    /// The view.
    pub what: Shown,
    /// The cases or people it is about.
    pub streams: Vec<Uuid>,
    /// How far the log had been followed by it.
    pub position: u64,
    /// When.
    pub at: Timestamp,
}

struct Kept {
    reading: Reading,
    by: Uuid,
    purpose: &'static str,
    reply: oneshot::Sender<Result<(), Fault>>,
}

/// The journal of readings. Clones share it.
#[derive(Clone)]
pub struct Journal {
    readings: mpsc::Sender<Kept>,
    pool: Pool,
}

impl Journal {
    /// Starts to keep readings, with connections as the running program. Needs a tokio runtime.
    #[must_use]
    pub fn start(pool: Pool) -> Self {
        let (readings, waiting) = mpsc::channel(TOGETHER);
        tokio::spawn(keep(pool.clone(), waiting));
        Self { readings, pool }
    }

    /// When the holder of a permit last looked at a stream before an instant: asked for herself, so that a screen can
    /// tell what is new since.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn last_visit(
        &self,
        permit: &Permit,
        stream: Uuid,
        before: Timestamp,
    ) -> Result<Option<Timestamp>, Fault> {
        let client = self.pool.get().await?;
        let row = client
            .query_one(LAST_VISIT, &[&permit.reader().worker.0, &stream, &before])
            .await?;
        Ok(row.try_get(0)?)
    }

    /// Keeps a reading; await it before the answer leaves.
    ///
    /// # Errors
    /// When it could not be kept: then the answer must not leave.
    pub async fn read(&self, permit: &Permit, reading: Reading) -> Result<(), Fault> {
        let (reply, kept) = oneshot::channel();
        let purpose = purpose(permit.purpose());
        let wish = Kept {
            reading,
            by: permit.reader().worker.0,
            purpose,
            reply,
        };
        if self.readings.send(wish).await.is_err() {
            return Err(Fault::Closed);
        }
        kept.await.unwrap_or(Err(Fault::Closed))
    }
}

/// Drops the whole months that ended before a day, as the owner of the database; answers how many.
///
/// # Errors
/// When the database cannot be reached, or this is not its owner.
pub async fn prune(owner: &Config, before: civil::Date) -> Result<u32, Fault> {
    let (client, connection) = owner.connect(NoTls).await?;
    let driven = tokio::spawn(connection);
    let row = client.query_one(PRUNE, &[&before]).await;
    drop(client);
    driven.abort();
    Ok(row?.try_get::<_, i32>(0)?.unsigned_abs())
}

fn purpose(purpose: Purpose) -> &'static str {
    match purpose {
        Purpose::Support => "support",
        Purpose::Management => "management",
        Purpose::Oversight => "oversight",
        Purpose::Operation => "operation",
    }
}

/// Keeps what waits in one flush, then answers everybody.
async fn keep(pool: Pool, mut waiting: mpsc::Receiver<Kept>) {
    let mut months = BTreeSet::new();
    let mut together = Vec::with_capacity(TOGETHER);
    while waiting.recv_many(&mut together, TOGETHER).await > 0 {
        let kept = match store(&pool, &together, &mut months).await {
            // A connection that died meanwhile is replaced. A reading kept twice harms nobody; one lost would.
            Err(Fault::Database(error)) if error.is_closed() => store(&pool, &together, &mut months).await,
            kept => kept,
        };
        if let Err(fault) = &kept {
            tracing::error!(%fault, readings = together.len(), "readings could not be kept");
        }
        for one in together.drain(..) {
            if one.reply.send(kept.clone()).is_err() {
                tracing::debug!("a reader left before the reading was kept");
            }
        }
    }
}

async fn store(pool: &Pool, together: &[Kept], months: &mut BTreeSet<civil::Date>) -> Result<(), Fault> {
    let client = pool.get().await?;
    for one in together {
        let month = one.reading.at.to_zoned(TimeZone::UTC).date().first_of_month();
        if !months.contains(&month) {
            client.execute(MAKE_MONTH, &[&one.reading.at]).await?;
            months.insert(month);
        }
    }
    let at: Vec<Timestamp> = together.iter().map(|one| one.reading.at).collect();
    let by: Vec<Uuid> = together.iter().map(|one| one.by).collect();
    let what: Vec<&str> = together.iter().map(|one| one.reading.what.code()).collect();
    // Lists of different lengths do not fit in one array of arrays, so each travels as text.
    let streams: Vec<String> = together.iter().map(|one| spelled(&one.reading.streams)).collect();
    let purposes: Vec<&str> = together.iter().map(|one| one.purpose).collect();
    let positions: Vec<i64> = together.iter().map(|one| one.reading.position.cast_signed()).collect();
    let statement = client.prepare_cached(KEEP).await?;
    client
        .execute(&statement, &[&at, &by, &what, &streams, &purposes, &positions])
        .await?;
    Ok(())
}

fn spelled(streams: &[Uuid]) -> String {
    streams.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ")
}
