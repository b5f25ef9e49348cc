//! Second factors as they are stored.

use crate::session::{Token, moved};
use crate::{Fault, account, passkey_rows};
use deadpool_postgres::{Pool, Transaction};
use jiff::{SignedDuration, Timestamp};
use uuid::Uuid;

/// How many wrong codes a day an account takes from everywhere together: at three good codes in a million, who knows the
/// password finds one in one day of three thousand.
const WRONG_A_DAY: i32 = 100;
const DAY: SignedDuration = SignedDuration::from_hours(24);
/// How long a secret that was shown waits for its code.
const OFFER_LASTS: SignedDuration = SignedDuration::from_mins(15);

const FIND: &str = "
    select f.made_at, f.wrong, f.wrong_since,
        (select count(*) from recovery_code c where c.worker = f.worker and c.used_at is null),
        (select max(used_at) from recovery_code c where c.worker = f.worker)
    from second_factor f where f.worker = $1";
/// Counts a try and looks whether it is one too many, in one statement: of tries at the same moment each sees the others.
const TRY: &str = "
    update second_factor set
        wrong = case when wrong_since <= $3 then 1 else wrong + 1 end,
        wrong_since = case when wrong_since <= $3 then $2 else wrong_since end
    where worker = $1 and (wrong < $4 or wrong_since <= $3)
    returning sealed_as, secret";
/// In one statement, so that of two that show the same code one is too late. The try was no wrong one.
const TAKE_STEP: &str = "
    update second_factor set last_step = $2, wrong = greatest(wrong - 1, 0) where worker = $1 and last_step < $2";
const USE_RECOVERY: &str = "update recovery_code set used_at = $3 where worker = $1 and code = $2 and used_at is null";
const OFFER: &str = "
    insert into second_factor_offer (worker, holder, sealed_as, secret, ends_at) values ($1, $2, $3, $4, $5)
    on conflict (worker) do update set holder = excluded.holder, sealed_as = excluded.sealed_as,
        secret = excluded.secret, ends_at = excluded.ends_at";
const OFFERED: &str = "select worker, sealed_as, secret from second_factor_offer where holder = $1 and ends_at > $2";
const HAS_ONE: &str = "select 1 from second_factor where worker = $1";
/// Only while what it was shown to is still open.
const TAKE_OFFER: &str = "
    delete from second_factor_offer o where o.holder = $1 and o.sealed_as = $2
        and (exists (select 1 from session s where s.token = o.holder and s.worker = o.worker)
            or exists (select 1 from sign_in_half h where h.token = o.holder and h.worker = o.worker))";
const KEEP: &str = "
    insert into second_factor (worker, sealed_as, secret, last_step, wrong_since, made_at)
    values ($1, $2, $3, $4, $5, $5)";

/// What an account has beside its password, as its owner is told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SecondFactor {
    /// Since when.
    pub made_at: Timestamp,
    /// How many codes on paper were not used yet.
    pub recovery_codes_left: u32,
    /// When one was used last.
    pub recovered_at: Option<Timestamp>,
    /// How many wrong codes were tried in the day that began then.
    pub wrong: u32,
    /// When that day began.
    pub wrong_since: Timestamp,
}

pub(crate) struct Kept {
    pub(crate) sealed_as: Uuid,
    pub(crate) secret: Vec<u8>,
}

pub(crate) struct Offered {
    pub(crate) worker: Uuid,
    pub(crate) sealed_as: Uuid,
    pub(crate) secret: Vec<u8>,
}

pub(crate) async fn find(pool: &Pool, worker: Uuid) -> Result<Option<SecondFactor>, Fault> {
    let client = pool.get().await?;
    let Some(row) = client.query_opt(FIND, &[&worker]).await? else {
        return Ok(None);
    };
    let (wrong, left): (i32, i64) = (row.try_get(1)?, row.try_get(3)?);
    Ok(Some(SecondFactor {
        made_at: row.try_get(0)?,
        recovery_codes_left: u32::try_from(left).unwrap_or_default(),
        recovered_at: row.try_get(4)?,
        wrong: u32::try_from(wrong).unwrap_or_default(),
        wrong_since: row.try_get(2)?,
    }))
}

pub(crate) async fn has_one(transaction: &Transaction<'_>, worker: Uuid) -> Result<bool, Fault> {
    Ok(transaction.query_opt(HAS_ONE, &[&worker]).await?.is_some())
}

/// The secret against which a code is tried; the try is a wrong one until its code is taken. None when codes rest.
pub(crate) async fn tried(pool: &Pool, worker: Uuid, now: Timestamp) -> Result<Option<Kept>, Fault> {
    let client = pool.get().await?;
    let yesterday = moved(now, -DAY);
    let tried = client
        .query_opt(TRY, &[&worker, &now, &yesterday, &WRONG_A_DAY])
        .await?;
    let Some(row) = tried else {
        return Ok(None);
    };
    Ok(Some(Kept {
        sealed_as: row.try_get(0)?,
        secret: row.try_get(1)?,
    }))
}

/// Takes the code of a half minute; false when that one, or a later one, was taken before.
pub(crate) async fn take_step(pool: &Pool, worker: Uuid, step: i64) -> Result<bool, Fault> {
    Ok(pool.get().await?.execute(TAKE_STEP, &[&worker, &step]).await? > 0)
}

pub(crate) async fn use_recovery_code(pool: &Pool, worker: Uuid, code: &[u8], now: Timestamp) -> Result<bool, Fault> {
    let client = pool.get().await?;
    Ok(client.execute(USE_RECOVERY, &[&worker, &code, &now]).await? > 0)
}

pub(crate) async fn offer(
    pool: &Pool,
    worker: Uuid,
    holder: &Token,
    (sealed_as, secret): (Uuid, &[u8]),
    now: Timestamp,
) -> Result<(), Fault> {
    let client = pool.get().await?;
    let ends_at = moved(now, OFFER_LASTS);
    client
        .execute(OFFER, &[&worker, &holder.stored(), &sealed_as, &secret, &ends_at])
        .await?;
    Ok(())
}

pub(crate) async fn offered(pool: &Pool, holder: &Token, now: Timestamp) -> Result<Option<Offered>, Fault> {
    let client = pool.get().await?;
    let Some(row) = client.query_opt(OFFERED, &[&holder.stored(), &now]).await? else {
        return Ok(None);
    };
    Ok(Some(Offered {
        worker: row.try_get(0)?,
        sealed_as: row.try_get(1)?,
        secret: row.try_get(2)?,
    }))
}

/// Puts the new secret in the place of the old one, with its codes; false when it was confirmed or replaced meanwhile.
pub(crate) async fn confirm(
    pool: &Pool,
    offered: &Offered,
    holder: &Token,
    step: i64,
    codes: &[Vec<u8>],
    now: Timestamp,
) -> Result<bool, Fault> {
    let mut client = pool.get().await?;
    let transaction = client.transaction().await?;
    let (worker, held) = (offered.worker, holder.stored());
    // Who signs in at this moment is asked for it too, or ended.
    account::hold(&transaction, worker).await?;
    if transaction.execute(TAKE_OFFER, &[&held, &offered.sealed_as]).await? == 0 {
        return Ok(false);
    }
    transaction
        .execute("delete from second_factor where worker = $1", &[&worker])
        .await?;
    transaction
        .execute(KEEP, &[&worker, &offered.sealed_as, &offered.secret, &step, &now])
        .await?;
    for code in codes {
        transaction
            .execute(
                "insert into recovery_code (code, worker) values ($1, $2)",
                &[code, &worker],
            )
            .await?;
    }
    // What was opened without it ends, but for the one from which she confirms it.
    for end in [
        "delete from session where worker = $1 and token <> $2",
        "delete from sign_in_half where worker = $1 and token <> $2",
    ] {
        transaction.execute(end, &[&worker, &held]).await?;
    }
    transaction.commit().await?;
    Ok(true)
}

pub(crate) async fn reset(pool: &Pool, worker: Uuid) -> Result<bool, Fault> {
    let mut client = pool.get().await?;
    let transaction = client.transaction().await?;
    account::hold(&transaction, worker).await?;
    let had = transaction
        .execute("delete from second_factor where worker = $1", &[&worker])
        .await?;
    for end in [
        passkey_rows::END,
        "delete from second_factor_offer where worker = $1",
        "delete from sign_in_half where worker = $1",
        "delete from session where worker = $1",
    ] {
        transaction.execute(end, &[&worker]).await?;
    }
    transaction.commit().await?;
    Ok(had > 0)
}
