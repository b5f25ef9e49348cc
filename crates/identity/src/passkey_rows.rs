//! Passkeys and their challenges as they are stored.

use crate::account::{self, Account};
use crate::session::{Token, moved};
use crate::{Fault, PasskeyRefused};
use deadpool_postgres::{Pool, Transaction};
use jiff::{SignedDuration, Timestamp};
use uuid::Uuid;

/// How long a challenge waits for its answer.
pub const CHALLENGE_LASTS: SignedDuration = SignedDuration::from_mins(5);
/// More than anybody has devices.
const MOST: i64 = 10;

const ASK: &str = "
    insert into passkey_challenge (token, worker, state, ends_at) values ($1, $2, $3, $4)
    on conflict (token) do update set worker = excluded.worker, state = excluded.state, ends_at = excluded.ends_at";
const SWEEP: &str = "delete from passkey_challenge where ends_at <= $1";
/// Used once, whatever comes of it.
const TAKE: &str = "
    delete from passkey_challenge where token = $1 and worker is not distinct from $2
    returning state, ends_at > $3";
const CREDENTIALS: &str = "select credential from passkey where worker = $1";
const OWN: &str = "select id, name, made_at, used_at from passkey where worker = $1 order by made_at, id";
const COUNT: &str = "select count(*) from passkey where worker = $1";
/// Only while what it was shown to is still open.
const KEEP: &str = "
    insert into passkey (id, worker, credential, kept, name, made_at)
    select $1, $2, $3, $4, $5, $6 where exists (select 1 from session where token = $7 and worker = $2)
    on conflict do nothing";
const OWNER: &str = "select worker from passkey where credential = $1";
const HOLD: &str = "select id, kept from passkey where credential = $1 and worker = $2 for update";
const USED: &str = "update passkey set kept = $2, used_at = $3 where id = $1";
const IS_THERE: &str = "select 1 from passkey where id = $1 and worker = $2";
const REMOVE: &str = "delete from passkey where id = $1 and worker = $2";

/// Takes all of somebody's away.
pub(crate) const END: &str = "delete from passkey where worker = $1";

/// A passkey as it is stored for its owner.
pub(crate) struct Own {
    pub(crate) id: Uuid,
    pub(crate) name: Vec<u8>,
    pub(crate) made_at: Timestamp,
    pub(crate) used_at: Option<Timestamp>,
}

/// A new one.
pub(crate) struct New<'a> {
    pub(crate) id: Uuid,
    pub(crate) credential: &'a [u8],
    pub(crate) kept: &'a str,
    pub(crate) name: &'a [u8],
}

/// Remembers what was asked of a browser; of several questions to the same one, the last.
pub(crate) async fn ask(
    pool: &Pool,
    (token, worker): (&Token, Option<Uuid>),
    state: &str,
    now: Timestamp,
) -> Result<(), Fault> {
    let client = pool.get().await?;
    client.execute(SWEEP, &[&now]).await?;
    let ends_at = moved(now, CHALLENGE_LASTS);
    client
        .execute(ASK, &[&token.stored(), &worker, &state, &ends_at])
        .await?;
    Ok(())
}

/// What was asked of a browser: once, and in time.
pub(crate) async fn take(
    pool: &Pool,
    (token, worker): (&Token, Option<Uuid>),
    now: Timestamp,
) -> Result<Option<String>, Fault> {
    let client = pool.get().await?;
    let Some(row) = client.query_opt(TAKE, &[&token.stored(), &worker, &now]).await? else {
        return Ok(None);
    };
    let in_time: bool = row.try_get(1)?;
    let state = row.try_get(0)?;
    Ok(in_time.then_some(state))
}

/// The names that devices gave hers, so that none is made twice on the same one.
pub(crate) async fn credentials(pool: &Pool, worker: Uuid) -> Result<Vec<Vec<u8>>, Fault> {
    let rows = pool.get().await?.query(CREDENTIALS, &[&worker]).await?;
    Ok(rows.iter().map(|row| row.try_get(0)).collect::<Result<_, _>>()?)
}

pub(crate) async fn own(pool: &Pool, worker: Uuid) -> Result<Vec<Own>, Fault> {
    let rows = pool.get().await?.query(OWN, &[&worker]).await?;
    let own = rows.iter().map(|row| {
        Ok(Own {
            id: row.try_get(0)?,
            name: row.try_get(1)?,
            made_at: row.try_get(2)?,
            used_at: row.try_get(3)?,
        })
    });
    own.collect()
}

/// Keeps a new one. Why not, when it is not kept.
pub(crate) async fn keep(
    pool: &Pool,
    (worker, holder): (Uuid, &Token),
    new: &New<'_>,
    now: Timestamp,
) -> Result<Option<PasskeyRefused>, Fault> {
    let mut client = pool.get().await?;
    let transaction = client.transaction().await?;
    // Two that are added at once are counted one after the other.
    let account = account::hold(&transaction, worker).await?;
    if !account.is_some_and(|account| account.is_open() && !account.demonstration) {
        return Ok(Some(PasskeyRefused::Over));
    }
    let count: i64 = transaction.query_one(COUNT, &[&worker]).await?.try_get(0)?;
    if count >= MOST {
        return Ok(Some(PasskeyRefused::TooMany));
    }
    let New {
        id,
        credential,
        kept,
        name,
    } = new;
    let stored = holder.stored();
    let rows = transaction
        .execute(KEEP, &[id, &worker, credential, kept, name, &now, &stored])
        .await?;
    if rows == 0 {
        return Ok(Some(PasskeyRefused::Known));
    }
    transaction.commit().await?;
    Ok(None)
}

/// Whose the passkey of this name is.
pub(crate) async fn owner(pool: &Pool, credential: &[u8]) -> Result<Option<Uuid>, Fault> {
    let row = pool.get().await?.query_opt(OWNER, &[&credential]).await?;
    Ok(row.map(|row| row.try_get(0)).transpose()?)
}

/// It and what is kept of it, which nobody else changes until the end of the transaction.
pub(crate) async fn hold(
    transaction: &Transaction<'_>,
    credential: &[u8],
    account: &Account,
) -> Result<Option<(Uuid, String)>, Fault> {
    let row = transaction.query_opt(HOLD, &[&credential, &account.worker]).await?;
    let read = row.map(|row| Ok::<_, tokio_postgres::Error>((row.try_get(0)?, row.try_get(1)?)));
    Ok(read.transpose()?)
}

/// Keeps what its use changed.
pub(crate) async fn used(transaction: &Transaction<'_>, id: Uuid, kept: &str, now: Timestamp) -> Result<(), Fault> {
    transaction.execute(USED, &[&id, &kept, &now]).await?;
    Ok(())
}

/// Whether it is hers, still.
pub(crate) async fn is_there(transaction: &Transaction<'_>, id: Uuid, worker: Uuid) -> Result<bool, Fault> {
    Ok(transaction.query_opt(IS_THERE, &[&id, &worker]).await?.is_some())
}

/// Takes one away with what may have been opened by it; false when it is none of hers.
pub(crate) async fn remove(pool: &Pool, (worker, holder): (Uuid, &Token), id: Uuid) -> Result<bool, Fault> {
    let mut client = pool.get().await?;
    let transaction = client.transaction().await?;
    // Who signs in by it at this moment waits, and finds it gone.
    account::hold(&transaction, worker).await?;
    if transaction.execute(REMOVE, &[&id, &worker]).await? == 0 {
        return Ok(false);
    }
    account::end_others(&transaction, worker, holder).await?;
    transaction.commit().await?;
    Ok(true)
}
