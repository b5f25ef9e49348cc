//! P5b: the model is reality. The same histories are lived by the store model and by the real log on PostgreSQL, and every
//! answer and every stored event is compared. One writer after the other, so that there is one right order.

use super::capability::Bytes;
use super::database::Database;
use super::server::{Ask, Server, Told};
use super::wishes::{Cast, FIRST_DAY};
use crate::report::{Proof, Report};
use event_store::{Answer, EventStore, Order, Rejected, Sabotage, StoreConfig, Stored};
use futures::future::join_all;
use jiff::Timestamp;
use jiff::tz::TimeZone;
use rand::rngs::StdRng;
use rand::seq::IteratorRandom;
use rand::{RngExt, SeedableRng};
use std::collections::BTreeSet;
use std::rc::Rc;
use std::time::Duration;
use testkit::FixedClock;
use tokio_postgres::Config;
use uuid::Uuid;

/// How many servers write, one after the other.
const SERVERS: usize = 2;

/// What is done in a history, and how often it was.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Done {
    accepted: u64,
    repeated: u64,
    refused: u64,
    reused: u64,
    taken: u64,
    stale: u64,
    misplaced: u64,
    together: u64,
    crashed: u64,
    fenced: u64,
}

/// Histories, and what came of comparing them.
#[derive(Debug, Default)]
pub(crate) struct Compared {
    histories: u64,
    asked: u64,
    events: u64,
    done: Done,
    pub(crate) differing: u64,
    /// The first difference, with its seed.
    first: Option<String>,
}

/// Proves it.
pub(crate) fn prove(asked: &crate::Asked, report: &mut Report) -> anyhow::Result<()> {
    let histories = if asked.quick { 300 } else { 20_000 };
    let mut proof = Proof::begin("P5b the model is reality");
    let compared = tokio::runtime::Runtime::new()?.block_on(compared(histories, asked.seed, None))?;
    let text = format!(
        "{} histories from seed {} on, with {} commands and {} events, by the model and by PostgreSQL: {} otherwise",
        compared.histories, asked.seed, compared.asked, compared.events, compared.differing
    );
    proof.says(&text, compared.differing == 0 && compared.events > 0);
    if let Some(words) = &compared.first {
        proof.says(words, false);
    }
    let done = compared.done;
    for (what, count) in [
        ("commands accepted", done.accepted),
        ("answered as the first time", done.repeated),
        ("refused by a rule", done.refused),
        ("ids used for another wish", done.reused),
        ("names held by another stream", done.taken),
        ("wishes on a version that is gone", done.stale),
        ("streams taken for another capability's", done.misplaced),
        ("times several commands of one stream at once", done.together),
        ("servers dropped and opened anew", done.crashed),
        ("commands of a writer that lost its epoch", done.fenced),
    ] {
        proof.says(&format!("{count} {what}"), count > 0);
    }
    report.close(proof);
    Ok(())
}

/// Both sides, and the clock that they share.
struct Twins {
    config: Config,
    clock: FixedClock,
    logs: Vec<EventStore<Bytes>>,
    database: Database,
    servers: Vec<Server>,
    /// Built into the real side alone.
    bad: Option<Sabotage>,
}

/// Lives so many histories on both sides.
pub(crate) async fn compared(histories: u64, seed: u64, bad: Option<Sabotage>) -> anyhow::Result<Compared> {
    let real = testkit::Database::fresh().await;
    let first = FIRST_DAY.to_zoned(TimeZone::UTC)?.timestamp();
    let mut twins = Twins {
        config: real.config(),
        clock: FixedClock::at(first),
        logs: Vec::new(),
        database: Database::new(),
        servers: Vec::new(),
        bad,
    };
    for _ in 0..SERVERS {
        twins.logs.push(twins.open().await?);
        twins.servers.push(Server::open(&mut twins.database));
    }
    let mut compared = Compared::default();
    for number in 0..histories {
        let seed = seed.wrapping_add(number);
        if let Some(words) = twins.live(seed, &mut compared).await? {
            compared.differing += 1;
            compared.first.get_or_insert(format!("seed {seed}: {words}"));
            // From here on the two stand at different positions.
            break;
        }
        compared.histories += 1;
    }
    compared.events = twins.database.head().position;
    for log in &twins.logs {
        log.close().await;
    }
    Ok(compared)
}

/// One history under way.
struct History {
    random: StdRng,
    cast: Cast,
    accepted: Vec<Ask>,
    touched: BTreeSet<Uuid>,
    number: u64,
}

impl Twins {
    async fn open(&self) -> Result<EventStore<Bytes>, event_store::Fault> {
        let config = StoreConfig {
            clock: self.clock.clock(),
            agrees: false,
            ..StoreConfig::new(self.config.clone())
        };
        EventStore::open(config, Bytes).await
    }

    /// Lives one history, and says where the two differ when they do.
    async fn live(&mut self, seed: u64, compared: &mut Compared) -> anyhow::Result<Option<String>> {
        let mut random = StdRng::seed_from_u64(seed);
        let mut history = History {
            cast: Cast::of(random.random()),
            random,
            accepted: Vec::new(),
            touched: BTreeSet::new(),
            number: 0,
        };
        for step in 0..history.random.random_range(6..14) {
            self.clock
                .advance(Duration::from_secs(history.random.random_range(0..7_200)));
            let site = history.random.random_range(0..SERVERS);
            match history.random.random_range(0..40) {
                0 => self.crash(site, &mut compared.done).await?,
                1 => {
                    self.logs[site].fence_older().await?;
                    self.database.fence_older_than(self.servers[site].epoch);
                }
                _ => {}
            }
            let asks = history.asks(&self.database, &mut compared.done);
            compared.asked += u64::try_from(asks.len())?;
            let by_model = self.by_model(site, &asks, &mut history.random);
            let by_log = self.by_log(site, &asks).await;
            if by_model != by_log {
                return Ok(Some(format!(
                    "step {step}: {by_model:?} in the model, {by_log:?} in reality"
                )));
            }
            let fenced = self.servers[site].epoch < self.database.fence;
            for (ask, told) in asks.iter().zip(&by_model) {
                history.touched.insert(ask.stream);
                compared.done.count(*told, fenced);
                if matches!(told, Told::Stored(_)) {
                    history.accepted.push(ask.clone());
                }
            }
            if fenced {
                self.crash(site, &mut compared.done).await?;
            }
        }
        for stream in &history.touched {
            let in_model: Vec<Stored> = self.database.stream(*stream).cloned().collect();
            let in_log = self.logs[0].stream(*stream).await?;
            if !alike(&in_model, &in_log) {
                return Ok(Some(format!(
                    "stream {stream}: {in_model:?} in the model, {in_log:?} in reality"
                )));
            }
        }
        self.database.forget();
        Ok(None)
    }

    /// A server goes without a word, and another comes.
    async fn crash(&mut self, site: usize, done: &mut Done) -> anyhow::Result<()> {
        done.crashed += 1;
        self.logs[site] = self.open().await?;
        self.servers[site] = Server::open(&mut self.database);
        Ok(())
    }

    /// What the model answers to commands that come at once, in their order.
    fn by_model(&mut self, site: usize, asks: &[Ask], random: &mut StdRng) -> Vec<Told> {
        let now = self.clock.now();
        let (server, database) = (&mut self.servers[site], &mut self.database);
        let mut id = || Uuid::from_u128(random.random());
        let mut answers = Vec::new();
        for (place, ask) in asks.iter().enumerate() {
            // The client is the place of the command among those at once.
            let ask = Ask {
                client: place,
                ..ask.clone()
            };
            answers.extend(server.handle(database, ask, 0, now, &mut id));
        }
        while server.has_work() {
            server.arrange(now);
            answers.extend(server.commit(database, now, &mut id).1);
        }
        answers.sort_by_key(|(ask, _)| ask.client);
        answers.into_iter().map(|(_, told)| told).collect()
    }

    /// What the real log answers.
    async fn by_log(&self, site: usize, asks: &[Ask]) -> Vec<Told> {
        built_in(self.bad);
        let answers = asks.iter().map(|ask| async move {
            let order = Order {
                command: ask.command,
                by: ask.by.0,
                occurred_at: ask.occurred_at,
                known_at: None,
                body: ask.body().to_vec(),
            };
            let circumstances = ask.at(self.clock.now());
            let answered = ask
                .wish
                .ask(&self.logs[site], ask.stream, ask.seen, order, circumstances);
            match answered.await {
                Ok(answer) => Told::Stored(answer),
                Err(Rejected::Refused(code)) => Told::Refused(code),
                Err(Rejected::CommandReused) => Told::Reused,
                Err(Rejected::Taken { .. }) => Told::Taken,
                Err(Rejected::Stale { .. }) => Told::Stale,
                Err(Rejected::Fault(_)) => Told::Fault,
            }
        });
        let told = join_all(answers).await;
        built_in(None);
        told
    }
}

/// Builds a fault in, or none.
#[cfg(feature = "sabotage")]
fn built_in(bad: Option<Sabotage>) {
    event_store::sabotage(bad);
}

/// There are none in this build.
#[cfg(not(feature = "sabotage"))]
fn built_in(_: Option<Sabotage>) {}

/// The same events, but for the ids that chance gave them.
fn alike(one: &[Stored], other: &[Stored]) -> bool {
    let nameless = |stored: &Stored| Stored {
        id: Uuid::nil(),
        ..stored.clone()
    };
    one.iter().map(nameless).eq(other.iter().map(nameless))
}

impl History {
    /// What is asked next: mostly one command, sometimes several of one stream at once.
    fn asks(&mut self, database: &Database, done: &mut Done) -> Vec<Ask> {
        let first = self.ask(database, done);
        if !self.random.random_ratio(1, 6) {
            return vec![first];
        }
        done.together += 1;
        let mut asks = vec![first];
        for _ in 0..self.random.random_range(1..4) {
            let another = self.ask(database, done);
            let stream = asks[0].stream;
            asks.push(
                if another.stream == stream && another.wish.capability() == asks[0].wish.capability() {
                    another
                } else {
                    asks[0].clone()
                },
            );
        }
        asks
    }

    fn ask(&mut self, database: &Database, done: &mut Done) -> Ask {
        self.number += 1;
        let number = self.number;
        let before = self.accepted.iter().choose(&mut self.random).cloned();
        match (self.random.random_range(0..10), before) {
            (0, Some(ask)) => return ask,
            (1, Some(ask)) => return Ask { number, ..ask },
            _ => {}
        }
        let misplaced = self.random.random_ratio(1, 25);
        let (stream, wish) = if misplaced {
            self.cast.misplaced(&mut self.random)
        } else {
            self.cast.wish(&mut self.random)
        };
        done.misplaced += u64::from(misplaced);
        let version = database.version(stream);
        let seen = match self.random.random_range(0..10) {
            0 => Some(version),
            1 => version.checked_sub(1),
            2 => Some(version + 1),
            _ => None,
        };
        Ask {
            client: 0,
            number,
            command: Uuid::from_u128(self.random.random()),
            stream,
            wish: Rc::new(wish),
            seen,
            by: self.cast.worker(self.random.random_range(0..3)),
            occurred_at: Timestamp::constant(1_793_577_600, 0),
        }
    }
}

impl Done {
    fn count(&mut self, told: Told, fenced: bool) {
        let count = match told {
            Told::Stored(Answer { repeated: false, .. }) => &mut self.accepted,
            Told::Stored(_) => &mut self.repeated,
            Told::Refused(_) => &mut self.refused,
            Told::Reused => &mut self.reused,
            Told::Taken => &mut self.taken,
            Told::Stale => &mut self.stale,
            Told::Fault if fenced => &mut self.fenced,
            Told::Fault => return,
        };
        *count += 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
    async fn the_model_and_postgresql_answer_alike() {
        // In 20261261 several commands wait behind a writer that has lost its epoch.
        let compared = compared(40, 20_261_255, None).await.unwrap();
        assert_eq!(compared.first, None);
        assert!(compared.events > 100, "{compared:?}");
    }
}
