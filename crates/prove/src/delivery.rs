//! The delivery line: what is delivered is what is stored, each event once and in order, whatever happens to writers,
//! signals and connections: 32 writers in two processes, one of which is killed again and again; a transaction of somebody
//! else that is open all the time, and somebody who holds the log now and then; followers that come anew, and signals cut off.

use crate::report::{Proof, Report};
use crate::tally::{Add, Log, ask, open};
use anyhow::Context;
use rand::rngs::StdRng;
use rand::{RngExt, SeedableRng};
use std::process::Stdio;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::time::Duration;
use testkit::Database;
use tokio::process::{Child, Command};
use tokio::sync::watch;
use tokio::task::{JoinHandle, JoinSet};
use tokio::time::{Instant, sleep, timeout};
use tokio_postgres::{Client, Config};
use uuid::Uuid;

/// Writers of one process.
const WRITERS: u64 = 16;
/// Streams that all of them write.
const STREAMS: u128 = 24;
const KILLS: u64 = 4;
/// A follower that has not got the last event by then does not get it.
const DELIVERED_WITHIN: Duration = Duration::from_secs(10);

/// A transaction that began before all others and sees nothing of them: whoever asks it for gaps waits for ever.
const FOREIGN: &str = "
    begin isolation level repeatable read; select txid_current(); select count(*) from event;
    lock table event in access share mode";
const CUT_SIGNALS: &str = "
    select count(pg_terminate_backend(pid)) from pg_stat_activity
    where datname = current_database() and pid <> pg_backend_pid()
        and (query like '%pg_notify%' or query like 'select coalesce((select position from event%clock_timestamp()')";

/// What happened, and what came of it.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Delivered {
    pub(crate) stored: u64,
    followers: u64,
    /// Followers that were not given each event once and in order.
    pub(crate) wrong: u64,
    kills: u64,
    /// Events that a killed process had stored.
    by_killed: u64,
    reconnected: u64,
    cut: u64,
    locked: u64,
}

/// Proves it.
pub(crate) fn prove(asked: &crate::Asked, report: &mut Report) -> anyhow::Result<()> {
    let seeds = if asked.quick { 3 } else { 10 };
    let mut proof = Proof::begin("Delivery: delivered = distinct = stored, in order");
    tokio::runtime::Runtime::new()?.block_on(async {
        let mut sum = Delivered::default();
        for number in 0..seeds {
            let one = delivered(asked.seed.wrapping_add(number)).await?;
            let text = format!(
                "seed {}: {} events stored, {} of {} followers were given other than that",
                asked.seed.wrapping_add(number),
                one.stored,
                one.wrong,
                one.followers
            );
            proof.says(&text, one.wrong == 0 && one.stored > 0 && one.followers > 0);
            sum.add(one);
        }
        for (what, count) in [
            ("processes with 16 writers each killed", sum.kills),
            ("events stored by processes that were killed", sum.by_killed),
            ("times a follower came anew", sum.reconnected),
            ("connections of signals cut", sum.cut),
            ("times somebody else held the log", sum.locked),
        ] {
            proof.says(&format!("{count} {what}"), count > 0);
        }
        proof.says(
            &format!("{seeds} transactions of somebody else open all the time"),
            true,
        );
        anyhow::Ok(())
    })?;
    report.close(proof);
    Ok(())
}

impl Delivered {
    fn add(&mut self, one: Self) {
        self.stored += one.stored;
        self.followers += one.followers;
        self.wrong += one.wrong;
        self.kills += one.kills;
        self.by_killed += one.by_killed;
        self.reconnected += one.reconnected;
        self.cut += one.cut;
        self.locked += one.locked;
    }
}

/// One world: writers, followers and what happens to them.
pub(crate) async fn delivered(seed: u64) -> anyhow::Result<Delivered> {
    let mut random = StdRng::seed_from_u64(seed);
    let database = Database::fresh().await;
    let mut happened = Delivered::default();
    let foreign = database.owner().await;
    foreign.batch_execute(FOREIGN).await?;
    let owner = database.owner().await;
    let log = open(database.config()).await?;
    let stop = Arc::new(AtomicBool::new(false));
    let mut writers = JoinSet::new();
    for number in 0..WRITERS {
        writers.spawn(write(log.clone(), seed ^ number, Some(Arc::clone(&stop))));
    }
    // The end is not known before: it is told when all writers have gone home.
    let end = Arc::new(AtomicU64::new(u64::MAX));
    let steady = tokio::spawn(follow(log.clone(), 0, Arc::clone(&end)));
    let elsewhere = tokio::spawn(follow(open(database.config()).await?, 0, Arc::clone(&end)));
    let coming_anew = come_anew(database.config(), Arc::clone(&end), seed);
    for number in 0..KILLS {
        let mut writing = Writing::begin(&database.url(), seed ^ (number + 100))?;
        let before = by_others(&owner, &writing).await?;
        let begun = Instant::now();
        while by_others(&owner, &writing).await? == before && begun.elapsed() < DELIVERED_WITHIN {
            sleep(Duration::from_millis(5)).await;
        }
        sleep(Duration::from_millis(random.random_range(0..120))).await;
        happened.cut += cut(&owner).await?;
        if random.random() {
            lock(&owner, random.random_range(1..60)).await?;
            happened.locked += 1;
        }
        sleep(Duration::from_millis(random.random_range(0..80))).await;
        writing.child.kill().await?;
        happened.kills += 1;
        happened.by_killed += by_others(&owner, &writing).await?;
    }
    stop.store(true, Ordering::SeqCst);
    writers.join_all().await;
    let stored = stored(&owner).await?;
    end.store(u64::try_from(stored.len())?, Ordering::SeqCst);
    happened.stored = u64::try_from(stored.len())?;
    let (anew, times) = coming_anew.await?;
    happened.reconnected = times;
    for given in [steady.await?, elsewhere.await?, anew] {
        happened.followers += 1;
        happened.wrong += u64::from(given != stored);
    }
    log.close().await;
    foreign.batch_execute("rollback").await?;
    Ok(happened)
}

/// Follows until all is delivered, or nothing more comes.
async fn follow(log: Log, from: u64, end: Arc<AtomicU64>) -> Vec<Uuid> {
    let mut given = Vec::new();
    let (mut here, mut newest) = (from, log.subscribe());
    let mut last = Instant::now();
    while here < end.load(Ordering::SeqCst) && last.elapsed() < DELIVERED_WITHIN {
        if !is_more(&mut newest, here, Duration::from_millis(100)).await {
            continue;
        }
        let Ok(page) = log.page(here, 200).await else { continue };
        if let Some(event) = page.last() {
            (here, last) = (event.position, Instant::now());
        }
        given.extend(page.iter().map(|event| event.id));
    }
    given
}

/// Waits for news of something after a position, for so long.
async fn is_more(newest: &mut watch::Receiver<u64>, here: u64, within: Duration) -> bool {
    let waiting = async { newest.wait_for(|newest| *newest > here).await.is_ok() };
    timeout(within, waiting).await.unwrap_or(false)
}

/// Follows in short visits, each on connections of its own, from where the last one left.
fn come_anew(config: Config, end: Arc<AtomicU64>, seed: u64) -> JoinHandle<(Vec<Uuid>, u64)> {
    let mut random = StdRng::seed_from_u64(seed ^ 77);
    tokio::spawn(async move {
        let (mut given, mut times) = (Vec::<Uuid>::new(), 0);
        let mut last = Instant::now();
        let mut here = 0;
        while here < end.load(Ordering::SeqCst) && last.elapsed() < DELIVERED_WITHIN {
            let Ok(log) = open(config.clone()).await else { continue };
            times += 1;
            let mut newest = log.subscribe();
            for _ in 0..random.random_range(1..6) {
                if !is_more(&mut newest, here, Duration::from_millis(300)).await {
                    break;
                }
                let Ok(page) = log.page(here, random.random_range(1..400)).await else {
                    break;
                };
                if let Some(event) = page.last() {
                    (here, last) = (event.position, Instant::now());
                }
                given.extend(page.iter().map(|event| event.id));
            }
            log.close().await;
        }
        (given, times)
    })
}

/// Writes until told to stop; for ever when nobody tells.
async fn write(log: Log, seed: u64, stop: Option<Arc<AtomicBool>>) {
    let mut random = StdRng::seed_from_u64(seed);
    while !stop.as_ref().is_some_and(|stop| stop.load(Ordering::SeqCst)) {
        let stream = Uuid::from_u128(random.random_range(1..=STREAMS));
        let add = Add {
            amount: random.random(),
            times: random.random_range(1..4),
        };
        // Whether it was kept, and which, the log tells: what is not kept is not delivered.
        drop(ask(&log, stream, command(seed, &mut random), add).await);
    }
}

/// The ids of commands begin with the seed of their writer, so that the log tells who wrote.
fn command(seed: u64, random: &mut StdRng) -> Uuid {
    Uuid::from_u128(u128::from(seed) << 64 | u128::from(random.random::<u64>()))
}

/// A process of its own with sixteen writers; killed when dropped.
struct Writing {
    child: Child,
    seed: u64,
}

impl Writing {
    fn begin(url: &str, seed: u64) -> anyhow::Result<Self> {
        let child = Command::new(std::env::current_exe()?)
            .args(["writers", "--database", url, "--seed", &seed.to_string()])
            .stdin(Stdio::null())
            .kill_on_drop(true)
            .spawn()
            .context("a process that writes")?;
        Ok(Self { child, seed })
    }
}

/// What such a process does.
pub(crate) fn write_until_killed(url: &str, seed: u64) -> anyhow::Result<()> {
    tokio::runtime::Runtime::new()?.block_on(async {
        let log = open(url.parse()?).await?;
        let mut writers = JoinSet::new();
        for number in 0..WRITERS {
            writers.spawn(write(log.clone(), seed.wrapping_add(number << 40), None));
        }
        writers.join_all().await;
        Ok(())
    })
}

/// How many events a process has stored.
async fn by_others(client: &Client, writing: &Writing) -> anyhow::Result<u64> {
    let mut count = 0;
    for number in 0..WRITERS {
        let seed = u128::from(writing.seed.wrapping_add(number << 40));
        let (first, last) = (
            Uuid::from_u128(seed << 64),
            Uuid::from_u128(seed << 64 | u128::from(u64::MAX)),
        );
        let sql = "select coalesce(sum(events), 0) from command where id between $1 and $2";
        let row = client.query_one(sql, &[&first, &last]).await?;
        count += row.try_get::<_, i64>(0)?.cast_unsigned();
    }
    Ok(count)
}

async fn cut(client: &Client) -> anyhow::Result<u64> {
    let row = client.query_one(CUT_SIGNALS, &[]).await?;
    Ok(row.try_get::<_, i64>(0)?.cast_unsigned())
}

/// Holds the log for so many milliseconds.
async fn lock(client: &Client, milliseconds: u32) -> anyhow::Result<()> {
    let seconds = f64::from(milliseconds) / 1_000.0;
    let sql = format!("begin; select hold_log(); select pg_sleep({seconds}); commit");
    Ok(client.batch_execute(&sql).await?)
}

/// The ids of all that is stored, in order.
async fn stored(client: &Client) -> anyhow::Result<Vec<Uuid>> {
    let rows = client.query("select id from event order by position", &[]).await?;
    Ok(rows.iter().map(|row| row.try_get(0)).collect::<Result<_, _>>()?)
}
