//! News of the newest position: from commits of this process, from other processes by NOTIFY, and from a look every
//! 250 ms in case both were missed. Says only that there is something new; readers then read the log itself.
//!
//! The look also hears the time that it is there, and notices a database that says nothing any more, or that came back
//! with less than was acknowledged.

use crate::clocks::Clocks;
use crate::{Fault, connection};
use jiff::Timestamp;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::watch;
use tokio::time::{Instant, sleep_until, timeout};
use tokio_postgres::{Client, Config, Statement};

const LOOK: &str = "select coalesce((select position from event order by position desc limit 1), 0), clock_timestamp()";
const LOOK_EVERY: Duration = Duration::from_millis(250);
/// Many commits in this time are told as one: each telling is a transaction, and all who listen wake.
const TELL_EVERY: Duration = Duration::from_millis(5);
const RECONNECT_AFTER: Duration = Duration::from_millis(200);
/// A look that takes longer than this means that nothing comes from there any more.
const LOOK_WITHIN: Duration = Duration::from_secs(10);

/// Moves the newest position forward, never back.
pub(crate) fn advance(newest: &watch::Sender<u64>, position: u64) {
    newest.send_if_modified(|known| {
        let newer = position > *known;
        if newer {
            *known = position;
        }
        newer
    });
}

/// Keeps `newest` and `clocks` up to date until `stop` says so, and tells other processes what this one committed.
pub(crate) async fn follow(
    config: Config,
    newest: watch::Sender<u64>,
    clocks: Arc<Clocks>,
    mut committed: watch::Receiver<u64>,
    mut stop: watch::Receiver<bool>,
) {
    loop {
        let followed = tokio::select! {
            followed = follow_once(&config, &newest, &clocks, &mut committed) => followed,
            _ = stop.wait_for(|stop| *stop) => return,
        };
        if let Err(fault) = followed {
            tracing::debug!(%fault, "listening again");
        }
        tokio::select! {
            () = tokio::time::sleep(RECONNECT_AFTER) => {}
            _ = stop.wait_for(|stop| *stop) => return,
        }
    }
}

async fn follow_once(
    config: &Config,
    newest: &watch::Sender<u64>,
    clocks: &Clocks,
    committed: &mut watch::Receiver<u64>,
) -> Result<(), Fault> {
    let (client, mut heard, connection) = connection::listen(config).await?;
    let ended = connection.abort_handle();
    let known = *newest.borrow();
    let result = async {
        let (telling, looking) = within(config, prepared(&client)).await?;
        let (there, now) = within(config, look(&client, &looking)).await?;
        clocks.heard(now);
        if there < known {
            tracing::error!(
                there,
                known,
                "the log is shorter than it was: this database lost what another had acknowledged"
            );
            newest.send_replace(there);
        }
        let mut next_look = Instant::now();
        let mut next_tell = Instant::now();
        loop {
            tokio::select! {
                told = heard.changed() => {
                    if told.is_err() {
                        return Ok(());
                    }
                    advance(newest, *heard.borrow_and_update());
                }
                changed = committed.changed(), if Instant::now() >= next_tell => {
                    if changed.is_err() {
                        return Ok(());
                    }
                    let position = *committed.borrow_and_update();
                    let told = async { Ok(client.execute(&telling, &[&position.to_string()]).await?) };
                    within(config, told).await?;
                    next_tell = Instant::now() + TELL_EVERY;
                }
                // Only to look at `committed` again.
                () = sleep_until(next_tell), if Instant::now() < next_tell => {}
                () = sleep_until(next_look) => {
                    let (there, now) = within(config, look(&client, &looking)).await?;
                    clocks.heard(now);
                    advance(newest, there);
                    next_look = Instant::now() + LOOK_EVERY;
                }
            }
        }
    }
    .await;
    ended.abort();
    result
}

/// Begins to listen; how to tell and how to look.
async fn prepared(client: &Client) -> Result<(Statement, Statement), Fault> {
    // A telling that is lost with the server is made up for by the look; it need not wait for the disk.
    client
        .batch_execute("set synchronous_commit = off; listen trame_log")
        .await?;
    let telling = client.prepare("select pg_notify('trame_log', $1)").await?;
    let looking = client.prepare(LOOK).await?;
    Ok((telling, looking))
}

async fn look(client: &Client, looking: &Statement) -> Result<(u64, Timestamp), Fault> {
    let row = client.query_one(looking, &[]).await?;
    Ok((row.try_get::<_, i64>(0)?.cast_unsigned(), row.try_get(1)?))
}

/// An answer that comes at once, or a database that answers nobody: then everybody else need not wait for it either.
async fn within<T>(config: &Config, asked: impl Future<Output = Result<T, Fault>>) -> Result<T, Fault> {
    match timeout(LOOK_WITHIN, asked).await {
        Ok(answered) => answered,
        Err(_silent) => {
            connection::hang_up(config);
            Err(Fault::Silent)
        }
    }
}
