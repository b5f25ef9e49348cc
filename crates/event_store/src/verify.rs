//! Recomputes the whole chain and names the first position that is not as it was written. Constant memory.

use crate::recorded::columns;
use crate::{Fault, Stored, chain};
use deadpool_postgres::{Pool, Transaction};
use futures::TryStreamExt;
use std::pin::pin;
use tokio_postgres::IsolationLevel;

const ALL: &str = concat!("select ", columns!(), ", hash from event order by position");
const TELL_EVERY: u64 = 10_000;

/// What a verification found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Verification {
    /// Whether everything is as it was written.
    pub ok: bool,
    /// How many events were good, up to the first bad one.
    pub events: u64,
    /// The first position that is altered, missing, or beyond the head.
    pub first_bad: Option<u64>,
}

impl Verification {
    fn bad(events: u64, position: u64) -> Self {
        Self {
            ok: false,
            events,
            first_bad: Some(position),
        }
    }
}

pub(crate) async fn verify(pool: &Pool, mut progress: impl FnMut(u64) + Send) -> Result<Verification, Fault> {
    let mut client = pool.get().await?;
    // One snapshot for the events and their head, whatever is appended meanwhile.
    let transaction = client
        .build_transaction()
        .isolation_level(IsolationLevel::RepeatableRead)
        .read_only(true)
        .start()
        .await?;
    let found = compare(&transaction, &mut progress).await?;
    transaction.rollback().await?;
    Ok(found)
}

async fn compare(transaction: &Transaction<'_>, progress: &mut impl FnMut(u64)) -> Result<Verification, Fault> {
    let head = transaction
        .query_opt("select position, hash from log_head", &[])
        .await?;
    let (head, head_hash) = match head {
        Some(row) => (row.try_get::<_, i64>(0)?.cast_unsigned(), row.try_get::<_, Vec<u8>>(1)?),
        None => return Ok(Verification::bad(0, 1)),
    };
    let mut rows = pin!(transaction.query_raw(ALL, std::iter::empty::<i64>()).await?);
    let mut before = chain::START;
    let mut events = 0_u64;
    while let Some(row) = rows.try_next().await? {
        let event = Stored::from_row(&row)?;
        let written: &[u8] = row.try_get(12)?;
        let expected = events.saturating_add(1);
        let hash = chain::hash(&before, &event);
        // A position that is missing is named itself, not the one after it.
        if event.position != expected || expected > head || hash != written {
            return Ok(Verification::bad(events, expected));
        }
        before = hash;
        events = expected;
        if events.is_multiple_of(TELL_EVERY) {
            progress(events);
        }
    }
    progress(events);
    if events < head {
        return Ok(Verification::bad(events, events.saturating_add(1)));
    }
    // The last event was rewritten together with its hash: only the head still knows the old one.
    if before != head_hash.as_slice() {
        return Ok(Verification::bad(events.saturating_sub(1), events));
    }
    Ok(Verification {
        ok: true,
        events,
        first_bad: None,
    })
}
