//! What documents hold: bytes sealed in chunks on their way into the database, and opened chunk by chunk for a permit.
//!
//! Only one chunk is ever in memory, and none in clear on a disk. A content is laid down before the event that names it;
//! one that no event came to name is thrown away. No event, no kind of document and no sentence is known here.

mod fault;
mod laying;
mod reading;

pub use fault::Fault;
pub use laying::{Laid, Laying};
pub use reading::Reading;

use access::Permit;
use deadpool_postgres::Pool;
use keyring::{Keyring, Place};
use sealed::{Compartment, Subject};
use std::time::Duration;
use uuid::Uuid;

/// How many bytes a chunk holds, all but the last.
pub const CHUNK: usize = 64 * 1024;

/// The name under which chunks are sealed: that of no event.
const KIND: &str = "document.content";

const SETTLE: &str = "update document_content set settled_at = now() where content = $1 and settled_at is null";
const CONFIRM: &str = "update document_content set begun_at = now() where content = $1 and settled_at is null";
const DISCARD: &str = "delete from document_content where content = $1 and settled_at is null";
const LEFT: &str = "
    select content, document from document_content
    where settled_at is null and begun_at < now() - make_interval(secs => $1) and content > $2
    order by content limit 100";

/// Where a content lies, and how it is sealed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Whose {
    /// The document, by its stream.
    pub document: Uuid,
    /// Whose key seals it.
    pub subject: Subject,
    /// The compartment it lies in.
    pub compartment: Compartment,
}

/// A content that may have been left behind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Left {
    /// Which.
    pub content: Uuid,
    /// The stream in which an event would name it.
    pub document: Uuid,
}

/// The contents of one territory. Clones share it.
#[derive(Clone)]
pub struct Contents {
    pool: Pool,
    keyring: Keyring,
}

impl Contents {
    /// Over the connections of the running program.
    #[must_use]
    pub fn new(pool: Pool, keyring: Keyring) -> Self {
        Self { pool, keyring }
    }

    /// Begins to lay down a content.
    ///
    /// # Errors
    /// When its key cannot be had, or the database fails.
    pub async fn lay(&self, whose: Whose) -> Result<Laying, Fault> {
        let keys = self.keyring.ensure([whose.subject]).await?;
        Laying::begin(self.pool.clone(), keys, whose).await
    }

    /// Tells that an event is about to name it: it counts as begun now. A machine that slept may find that it was taken for
    /// left behind.
    ///
    /// # Errors
    /// `LeftBehind` when it was thrown away meanwhile; else when the database fails.
    pub async fn confirm(&self, content: Uuid) -> Result<(), Fault> {
        match self.run(CONFIRM, content).await? {
            0 => Err(Fault::LeftBehind),
            _ => Ok(()),
        }
    }

    /// Notes that an event names it.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn settle(&self, content: Uuid) -> Result<(), Fault> {
        self.run(SETTLE, content).await.map(drop)
    }

    /// Throws it away, unless an event is known to name it.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn discard(&self, content: Uuid) -> Result<(), Fault> {
        self.run(DISCARD, content).await.map(drop)
    }

    /// How many rows it changed.
    async fn run(&self, sql: &'static str, content: Uuid) -> Result<u64, Fault> {
        let client = self.pool.get().await?;
        Ok(client.execute(&client.prepare_cached(sql).await?, &[&content]).await?)
    }

    /// Some of the contents that were begun so long ago, of which it is not known whether an event names them: those behind
    /// another, in the order of their names; none when there are no more.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn left(&self, since: Duration, behind: Uuid) -> Result<Vec<Left>, Fault> {
        let client = self.pool.get().await?;
        let statement = client.prepare_cached(LEFT).await?;
        let rows = client.query(&statement, &[&since.as_secs_f64(), &behind]).await?;
        let left = |row: &tokio_postgres::Row| {
            Ok(Left {
                content: row.try_get(0)?,
                document: row.try_get(1)?,
            })
        };
        rows.iter().map(left).collect()
    }

    /// Begins to read a content of so many bytes, for who holds a permit that reads its compartment.
    #[must_use]
    pub fn read(&self, permit: &Permit, content: Uuid, whose: Whose, bytes: u64) -> Reading {
        let (pool, keyring) = (self.pool.clone(), self.keyring.clone());
        Reading::begin(pool, keyring, permit.clone(), content, whose, bytes)
    }
}

/// The field of a chunk, bound to its bytes: chunks that change places, are missing at the end or come from elsewhere do
/// not open.
fn field(chunk: i32, last: bool) -> String {
    if last {
        format!("chunk {chunk} last")
    } else {
        format!("chunk {chunk}")
    }
}

fn place(content: Uuid, document: Uuid, field: &str) -> Place<'_> {
    Place {
        event: content,
        stream: document,
        kind: KIND,
        field,
    }
}
