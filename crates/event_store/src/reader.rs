//! The log for those who only look at it: no codec, no key, no writer. What it reads may be damaged.

use crate::readers::Readers;
use crate::{Fault, Stats, Stored, Verification, connection, read, verify};
use deadpool_postgres::Pool;
use tokio_postgres::Config;

/// The log, to be looked at.
#[derive(Clone)]
pub struct LogReader {
    pool: Pool,
    readers: Readers,
}

impl LogReader {
    /// The log of a migrated database.
    ///
    /// # Errors
    /// When the connections cannot be set up.
    pub fn new(postgres: &Config) -> Result<Self, Fault> {
        Ok(Self {
            pool: connection::pool(postgres, 2)?,
            readers: Readers::of(postgres, 2)?,
        })
    }

    /// The newest position, 0 of an empty log.
    ///
    /// # Errors
    /// When it cannot be read.
    pub async fn head(&self) -> Result<u64, Fault> {
        read::head(&self.readers).await
    }

    /// The event at a position.
    ///
    /// # Errors
    /// When it cannot be read.
    pub async fn at(&self, position: u64) -> Result<Option<Stored>, Fault> {
        let page = read::page(&self.readers, position.saturating_sub(1), 1).await?;
        Ok(page.into_iter().find(|event| event.position == position))
    }

    /// What the log holds, counted.
    ///
    /// # Errors
    /// When it cannot be read.
    pub async fn stats(&self) -> Result<Stats, Fault> {
        read::stats(&self.readers).await
    }

    /// Recomputes the chain; `progress` hears now and then how many events were good so far.
    ///
    /// # Errors
    /// When the log cannot be read; a bad log is an answer, not an error.
    pub async fn verify(&self, progress: impl FnMut(u64) + Send) -> Result<Verification, Fault> {
        verify::verify(&self.pool, progress, async |_: &[[u8; 32]]| Ok(())).await
    }

    /// The same; `pages` hears the hashes of the good events on the way, in order and without gaps.
    ///
    /// # Errors
    /// When the log cannot be read, or what `pages` failed with.
    pub async fn verify_with<E: From<Fault>>(
        &self,
        progress: impl FnMut(u64) + Send,
        pages: impl AsyncFnMut(&[[u8; 32]]) -> Result<(), E>,
    ) -> Result<Verification, E> {
        verify::verify(&self.pool, progress, pages).await
    }

    /// The connections that read.
    #[must_use]
    pub fn pool(&self) -> &Pool {
        &self.pool
    }
}
