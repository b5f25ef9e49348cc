//! Failures in a row cost time: five are free, then each wait is twice the one before, up to a quarter of an hour.
//!
//! Counted for one login as tried from one place: whoever guesses waits, whoever owns the login does not.

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

/// Counts a try as a failure until it turns out well.
pub(crate) async fn count(pool: &Pool, source: &[u8], now: Timestamp) -> Result<(), NotSignedIn> {
    let client = pool.get().await.map_err(Fault::from)?;
    if client
        .query_opt(COUNT, &[&source, &now])
        .await
        .map_err(Fault::from)?
        .is_some()
    {
        return Ok(());
    }
    let wait = client.query_opt(WAIT, &[&source, &now]).await.map_err(Fault::from)?;
    let seconds = match wait {
        Some(row) => row.try_get::<_, f64>(0).map_err(Fault::from)?,
        None => 0.0,
    };
    // Whole seconds, rounded up, so that who waits as told is let in.
    let retry_after = Duration::try_from_secs_f64(seconds.ceil().max(1.0)).unwrap_or(Duration::from_secs(900));
    Err(NotSignedIn::TooManyAttempts { retry_after })
}

/// Forgets the failures after a success.
pub(crate) async fn forgive(pool: &Pool, source: &[u8]) -> Result<(), Fault> {
    pool.get()
        .await?
        .execute("delete from sign_in_failure where source = $1", &[&source])
        .await?;
    Ok(())
}
