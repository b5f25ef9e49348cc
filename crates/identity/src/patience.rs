//! Failures in a row cost time: five are free, then each wait is twice the one before, up to a quarter of an hour.
//!
//! Counted for one login as tried from one place: whoever guesses waits, whoever owns the login does not. Whoever tries many
//! logins from one place waits too; who came in from there before does not wait for that.

use crate::{Fault, NotSignedIn};
use deadpool_postgres::Pool;
use jiff::Timestamp;
use std::time::Duration;

/// In one statement, so that tries at the same time wait for each other and the sixth sees the fifth.
const COUNT: &str = "
    insert into sign_in_failure as known (source, failures, last_at) values ($1, 1, $2)
    on conflict (source) do update set
        failures = case when known.last_at < $2 - interval '1 day' then 1 else known.failures + 1 end,
        last_at = $2
    where known.failures < 5
        or known.last_at + least(2 ^ least(known.failures - 5, 20), 900) * interval '1 second' <= $2
    returning failures";
const WAIT: &str = "
    select extract(epoch from last_at + least(2 ^ least(failures - 5, 20), 900) * interval '1 second' - $2)::float8
    from sign_in_failure where source = $1";
const FORGIVE: &str = "delete from sign_in_failure where source = $1";

/// A month: who works somewhere comes in from there more often.
const IS_KNOWN: &str =
    "select 1 from sign_in_failure where source = $1 and good_at > $2::timestamptz - interval '30 days'";
/// A hundred at once, as a large building makes on a Monday, then one in ten seconds: 360 an hour, of the hundreds of
/// thousands that could be hashed.
const COUNT_PLACE: &str = "
    insert into sign_in_place as known (place, tries, last_at) values ($1, 1, $2)
    on conflict (place) do update set
        tries = greatest(known.tries - extract(epoch from $2 - known.last_at)::float8 / 10, 0) + 1, last_at = $2
    where known.tries - extract(epoch from $2 - known.last_at)::float8 / 10 <= 99
    returning tries";
const WAIT_PLACE: &str = "
    select (tries - 99) * 10 - extract(epoch from $2 - last_at)::float8 from sign_in_place where place = $1";
const FORGIVE_PLACE: &str = "update sign_in_place set tries = greatest(tries - 1, 0) where place = $1";
const WELCOME: &str = "update sign_in_failure set failures = 0, good_at = $2 where source = $1";

const SWEEP: &str = "
    delete from sign_in_failure where last_at < $1::timestamptz - interval '1 day'
        and (good_at is null or good_at < $1::timestamptz - interval '30 days')";
const SWEEP_PLACES: &str = "delete from sign_in_place where last_at < $1::timestamptz - interval '1 day'";

/// Counts a try as a failure until it turns out well.
pub(crate) async fn count(pool: &Pool, source: &[u8], now: Timestamp) -> Result<(), NotSignedIn> {
    counted(pool, (COUNT, WAIT), source, now).await
}

/// The same of a place, for a login that nobody came in with from there lately. Whether it was counted.
pub(crate) async fn count_place(
    pool: &Pool,
    (place, source): (&[u8], &[u8]),
    now: Timestamp,
) -> Result<bool, NotSignedIn> {
    let client = pool.get().await.map_err(Fault::from)?;
    let known = client
        .query_opt(IS_KNOWN, &[&source, &now])
        .await
        .map_err(Fault::from)?;
    drop(client);
    if known.is_some() {
        return Ok(false);
    }
    counted(pool, (COUNT_PLACE, WAIT_PLACE), place, now).await?;
    Ok(true)
}

async fn counted(
    pool: &Pool,
    (count, wait): (&'static str, &'static str),
    what: &[u8],
    now: Timestamp,
) -> Result<(), NotSignedIn> {
    let client = pool.get().await.map_err(Fault::from)?;
    let counted = client.query_opt(count, &[&what, &now]).await.map_err(Fault::from)?;
    if counted.is_some() {
        return Ok(());
    }
    let left = client.query_opt(wait, &[&what, &now]).await.map_err(Fault::from)?;
    let seconds = match left {
        Some(row) => row.try_get::<_, f64>(0).map_err(Fault::from)?,
        None => 0.0,
    };
    // Whole seconds, rounded up, so that who waits as told is let in.
    let retry_after = Duration::try_from_secs_f64(seconds.ceil().max(1.0)).unwrap_or(Duration::from_secs(900));
    Err(NotSignedIn::TooManyAttempts { retry_after })
}

/// Counts a question that anybody may ask, of a place alone: nobody has said yet who she is.
pub(crate) async fn count_question(pool: &Pool, place: &[u8], now: Timestamp) -> Result<(), NotSignedIn> {
    counted(pool, (COUNT_PLACE, WAIT_PLACE), place, now).await
}

/// A question that was answered well counts for nothing.
pub(crate) async fn forgive_question(pool: &Pool, place: &[u8]) -> Result<(), Fault> {
    pool.get().await?.execute(FORGIVE_PLACE, &[&place]).await?;
    Ok(())
}

/// Forgets the failures after a success.
pub(crate) async fn forgive(pool: &Pool, source: &[u8]) -> Result<(), Fault> {
    pool.get().await?.execute(FORGIVE, &[&source]).await?;
    Ok(())
}

/// Forgets them, and remembers that this login came in from there. The place where it was counted tried nothing.
pub(crate) async fn welcome(pool: &Pool, source: &[u8], counted: Option<&[u8]>, now: Timestamp) -> Result<(), Fault> {
    let client = pool.get().await?;
    client.execute(WELCOME, &[&source, &now]).await?;
    if let Some(place) = counted {
        client.execute(FORGIVE_PLACE, &[&place]).await?;
    }
    Ok(())
}

/// Takes away what nobody waits for any more.
pub(crate) async fn sweep(pool: &Pool, now: Timestamp) -> Result<(), Fault> {
    let client = pool.get().await?;
    for sweep in [SWEEP, SWEEP_PLACES] {
        client.execute(sweep, &[&now]).await?;
    }
    Ok(())
}
