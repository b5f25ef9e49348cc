//! Recomputes the whole chain and names the first position that is not as it was written. Constant memory.

use crate::chain_check::ChainCheck;
use crate::recorded::columns;
use crate::{Fault, Stored};
use deadpool_postgres::{Pool, Transaction};
use futures::TryStreamExt;
use std::pin::pin;
use tokio_postgres::IsolationLevel;

const ALL: &str = concat!("select ", columns!(), ", hash from event order by position");
/// Every event is one of a command, and the command tells the last of them: as far as the commands go, so far goes the log.
const TOLD: &str = "select coalesce(max(position), 0) from command";
const TELL_EVERY: u64 = 10_000;
/// How many hashes are handed on at once.
const PAGE: usize = 8_192;

/// What a verification found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Verification {
    /// Whether everything is as it was written.
    pub ok: bool,
    /// How many events were good, up to the first bad one.
    pub events: u64,
    /// The first position that is altered, missing, or of no command.
    pub first_bad: Option<u64>,
}

impl Verification {
    pub(crate) fn bad(events: u64, position: u64) -> Self {
        Self {
            ok: false,
            events,
            first_bad: Some(position),
        }
    }
}

/// `pages` hears the hashes of the good events, in order and without gaps.
pub(crate) async fn verify<E: From<Fault>>(
    pool: &Pool,
    mut progress: impl FnMut(u64) + Send,
    mut pages: impl AsyncFnMut(&[[u8; 32]]) -> Result<(), E>,
) -> Result<Verification, E> {
    let mut client = pool.get().await.map_err(Fault::from)?;
    // One snapshot for the events and their commands, whatever is appended meanwhile.
    let transaction = client
        .build_transaction()
        .isolation_level(IsolationLevel::RepeatableRead)
        .read_only(true)
        .start()
        .await
        .map_err(Fault::from)?;
    let found = compare(&transaction, &mut progress, &mut pages).await?;
    transaction.rollback().await.map_err(Fault::from)?;
    Ok(found)
}

async fn compare<E: From<Fault>>(
    transaction: &Transaction<'_>,
    progress: &mut impl FnMut(u64),
    pages: &mut impl AsyncFnMut(&[[u8; 32]]) -> Result<(), E>,
) -> Result<Verification, E> {
    let told = transaction.query_one(TOLD, &[]).await.map_err(Fault::from)?;
    let told: i64 = told.try_get(0).map_err(Fault::from)?;
    let rows = transaction.query_raw(ALL, std::iter::empty::<i64>()).await;
    let mut rows = pin!(rows.map_err(Fault::from)?);
    let mut check = ChainCheck::of(told.cast_unsigned());
    let mut page = Vec::with_capacity(PAGE);
    while let Some(row) = rows.try_next().await.map_err(Fault::from)? {
        let event = Stored::from_row(&row).map_err(Fault::from)?;
        let written: &[u8] = row.try_get(12).map_err(Fault::from)?;
        match check.take(&event, written) {
            Ok(hash) => page.push(hash),
            Err(bad) => {
                pages(&page).await?;
                return Ok(bad);
            }
        }
        if page.len() >= PAGE {
            pages(&page).await?;
            page.clear();
        }
        if check.events().is_multiple_of(TELL_EVERY) {
            progress(check.events());
        }
    }
    pages(&page).await?;
    progress(check.events());
    Ok(check.end())
}
