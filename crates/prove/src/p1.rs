//! P1: whoever dies, each acknowledged command has acted exactly once, where it was told to; each command whose answer was
//! lost is settled by repeating it. Sixteen writers at the real program over HTTP, one server and two at once on one
//! database; killed are servers, PostgreSQL with all its processes, and both; a frozen server that wakes up after another
//! took over writes nothing. P3: after each schedule of faults every view rebuilt from the first event equals the live one.

use crate::Asked;
use crate::book::{self, Book, Wrongs, head};
use crate::door::{Door, Told};
use crate::machine::{Bad, Machine, Server};
use crate::report::{Proof, Report};
use crate::tally::Plain;
use crate::traffic::{Moments, Traffic};
use anyhow::{Context, ensure};
use codec::Log;
use event_store::{EventStore, LogReader, StoreConfig};
use projections::Snapshot;
use rand::rngs::StdRng;
use rand::{RngExt, SeedableRng};
use std::slice;
use std::time::{Duration, Instant};
use tokio::time::sleep;
use tokio_postgres::Client;

/// How often each happens.
struct Numbers {
    kills: u64,
    pauses: u64,
}

/// How long a lost answer is asked for again.
const SETTLED_WITHIN: Duration = Duration::from_secs(90);
/// A server that answers nobody for so long is not at work.
const AT_WORK_WITHIN: Duration = Duration::from_secs(60);
/// How often in a schedule the views are looked at while all goes on.
const PAST: u64 = 7;
const LOOK_AGAIN: Duration = Duration::from_millis(1);

mod views;

/// What is killed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Victim {
    Server,
    Postgres,
    Both,
}

/// What happened.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Happened {
    /// Kills, or pauses, while commands were under way.
    pub(crate) faults: u64,
    /// Of these, with two servers at once.
    with_two: u64,
    /// Commands under way at what was killed.
    under_way: u64,
    kept: u64,
    refused: u64,
    /// Left without an answer, and kept all the same.
    unheard: u64,
    /// Left without an answer, and kept by their repetition.
    repeated: u64,
    /// What was answered to the repetition of a command that was kept is not what it should be.
    unlike: u64,
    /// Kept by a server that had been overtaken.
    pub(crate) late: u64,
    pub(crate) wrongs: Wrongs,
}

/// The real program with a demonstration in it, and somebody signed in.
pub(crate) struct Site {
    pub(crate) machine: Machine,
    door: Door,
    log: Option<Log>,
    past: Vec<Snapshot>,
    moments: Moments,
    random: StdRng,
}

impl Numbers {
    fn of(asked: &Asked) -> Self {
        if asked.quick {
            return Self { kills: 10, pauses: 3 };
        }
        Self { kills: 200, pauses: 20 }
    }
}

/// Proves it.
pub(crate) fn prove(asked: &Asked, report: &mut Report) -> anyhow::Result<()> {
    tokio::runtime::Runtime::new()?.block_on(async {
        let numbers = Numbers::of(asked);
        let mut site = Site::new(asked).await?;
        for (victim, name) in [
            (Victim::Server, "P1 servers killed: nothing is lost, doubled or moved"),
            (
                Victim::Postgres,
                "P1 PostgreSQL killed: nothing is lost, doubled or moved",
            ),
            (
                Victim::Both,
                "P1 servers and PostgreSQL killed: nothing is lost, doubled or moved",
            ),
        ] {
            let mut proof = Proof::begin(name);
            let happened = site.killed(victim, numbers.kills, None).await?;
            happened.told(&mut proof, numbers.kills);
            site.is_whole(&mut proof).await?;
            site.views_equal(&mut proof).await?;
            report.close(proof);
        }
        let mut proof = Proof::begin("P1 a server that wakes up after it was overtaken writes nothing");
        let happened = site.paused(numbers.pauses, None).await?;
        happened.told(&mut proof, numbers.pauses);
        proof.says(
            &format!("{} written by who was overtaken", happened.late),
            happened.late == 0,
        );
        site.is_whole(&mut proof).await?;
        site.views_equal(&mut proof).await?;
        report.close(proof);
        let mut proof = Proof::begin("P3 a view rebuilt equals the live one, at positions of the past too");
        site.past_equal(&mut proof).await?;
        report.close(proof);
        Ok(())
    })
}

impl Happened {
    fn told(&self, proof: &mut Proof, wanted: u64) {
        let text = format!(
            "{} times while commands were under way ({} of them in all), {} with two servers at once",
            self.faults, self.under_way, self.with_two
        );
        proof.says(&text, self.faults >= wanted && self.under_way > 0);
        let text = format!("{} commands acknowledged, {} refused", self.kept, self.refused);
        proof.says(&text, self.kept > 0);
        let text = format!(
            "{} commands left without an answer: {} kept all the same, {} kept by their repetition",
            self.unheard + self.repeated,
            self.unheard,
            self.repeated
        );
        proof.says(&text, self.unheard + self.repeated > 0);
        let text = format!("{} repetitions answered otherwise than they should", self.unlike);
        proof.says(&text, self.unlike == 0);
        proof.says(&format!("{}", self.wrongs), self.wrongs.total() == 0);
    }

    /// Whether something is not as it should be.
    pub(crate) fn is_wrong(&self) -> bool {
        self.wrongs.total() + self.late + self.unlike > 0
    }
}

impl Site {
    /// Loads the demonstration and signs somebody in.
    pub(crate) async fn new(asked: &Asked) -> anyhow::Result<Self> {
        let machine = Machine::new(asked.program()?).await?;
        let loaded = machine.run(&["demo"]).await?;
        let said = String::from_utf8_lossy(&loaded.stderr);
        ensure!(loaded.status.success(), "the demonstration cannot be loaded: {said}");
        // It is printed for whoever wants to look around.
        let password = said
            .lines()
            .find_map(|line| line.split_once("password"))
            .map(|(_, password)| password.trim())
            .context("the demonstration told no password")?;
        let server = machine.serve(None).await?;
        let door = Door::sign_in(&server.base, password).await?;
        server.kill().await?;
        Ok(Self {
            machine,
            door,
            log: None,
            past: Vec::new(),
            moments: Moments::default(),
            random: StdRng::seed_from_u64(asked.seed),
        })
    }

    /// Kills so many times while commands are under way: with one server in the first half of the runs, then with two.
    pub(crate) async fn killed(&mut self, victim: Victim, kills: u64, bad: Option<&Bad>) -> anyhow::Result<Happened> {
        let mut happened = Happened::default();
        let mut client = self.machine.owner().await?;
        let mut book = Book::open(&client).await?;
        let mut servers = vec![self.machine.serve(bad).await?];
        while happened.faults < kills && !happened.is_wrong() {
            // A fault is built into one server: two would only stand in each other's way.
            if happened.faults * 2 >= kills && servers.len() < 2 && bad.is_none() {
                servers.push(self.machine.serve(bad).await?);
            }
            let bases: Vec<_> = servers.iter().map(|server| server.base.clone()).collect();
            let traffic = Traffic::begin(&self.door, &bases, &self.moments, self.random.random());
            let chosen = self.random.random_range(0..servers.len());
            let at_risk: Vec<_> = match victim {
                Victim::Server => vec![chosen],
                Victim::Postgres | Victim::Both => (0..servers.len()).collect(),
            };
            self.wait_for_work(&traffic, &at_risk).await?;
            if happened.faults.is_multiple_of((kills / PAST).max(1)) {
                self.look_at_views().await?;
            }
            let under_way: usize = at_risk.iter().map(|server| traffic.under_way(*server)).sum();
            match victim {
                Victim::Server => servers.swap_remove(chosen).kill().await?,
                Victim::Postgres => self.machine.kill_postgres()?,
                Victim::Both if self.random.random() => {
                    self.machine.kill_postgres()?;
                    kill_all(&mut servers).await?;
                }
                Victim::Both => {
                    kill_all(&mut servers).await?;
                    self.machine.kill_postgres()?;
                }
            }
            if victim != Victim::Server {
                self.machine.start_postgres().await?;
                client = self.machine.owner().await?;
            }
            while servers.len() < bases.len() {
                servers.push(self.machine.serve(bad).await?);
            }
            happened.faults += u64::from(under_way > 0);
            happened.with_two += u64::from(under_way > 0 && servers.len() > 1);
            happened.under_way += u64::try_from(under_way)?;
            let asked = traffic.end().await;
            self.settle(asked, &servers, &client, &mut book, &mut happened).await?;
            happened.wrongs = book.wrongs(&client).await?;
        }
        kill_all(&mut servers).await?;
        Ok(happened)
    }

    /// Freezes a server so many times while commands are under way, lets another take over, and wakes the first.
    pub(crate) async fn paused(&mut self, pauses: u64, bad: Option<&Bad>) -> anyhow::Result<Happened> {
        let mut happened = Happened::default();
        let client = self.machine.owner().await?;
        let mut book = Book::open(&client).await?;
        let mut elder = self.machine.serve(bad).await?;
        while happened.faults < pauses && !happened.is_wrong() {
            let elders = Traffic::begin(
                &self.door,
                slice::from_ref(&elder.base),
                &self.moments,
                self.random.random(),
            );
            self.wait_for_work(&elders, &[0]).await?;
            elder.pause()?;
            let under_way = elders.under_way(0);
            happened.faults += u64::from(under_way > 0);
            happened.under_way += u64::try_from(under_way)?;
            // What a takeover does first.
            let newer = EventStore::open(StoreConfig::new(self.machine.config()?), Plain).await?;
            newer.fence_older().await?;
            newer.close().await;
            let overtaken_at = head(&client).await?;
            let younger = self.machine.serve(bad).await?;
            let youngers = Traffic::begin(
                &self.door,
                slice::from_ref(&younger.base),
                &self.moments,
                self.random.random(),
            );
            self.wait_for_work(&youngers, &[0]).await?;
            elder.wake()?;
            let mut asked = elders.end().await;
            // And those who still come to it.
            let late = Traffic::begin(
                &self.door,
                slice::from_ref(&elder.base),
                &self.moments,
                self.random.random(),
            );
            asked.extend(late.end().await);
            for one in &asked {
                let position = Book::position_of(&client, one.command.id).await?;
                happened.late += u64::from(position.is_some_and(|position| position > overtaken_at));
            }
            asked.extend(youngers.end().await);
            elder.kill().await?;
            let servers = [younger];
            self.settle(asked, &servers, &client, &mut book, &mut happened).await?;
            happened.wrongs = book.wrongs(&client).await?;
            let [younger] = servers;
            elder = younger;
        }
        elder.kill().await?;
        Ok(happened)
    }

    /// Waits until the writers are at work, then until a moment that chance chooses at which commands are under way.
    async fn wait_for_work(&mut self, traffic: &Traffic, servers: &[usize]) -> anyhow::Result<()> {
        let (begun, enough) = (Instant::now(), self.random.random_range(30..200));
        while traffic.answered() < enough {
            ensure!(begun.elapsed() < AT_WORK_WITHIN, "the servers answer nobody");
            sleep(LOOK_AGAIN).await;
        }
        sleep(Duration::from_micros(self.random.random_range(0..8_000))).await;
        while servers.iter().all(|server| traffic.under_way(*server) == 0) && begun.elapsed() < AT_WORK_WITHIN {
            tokio::task::yield_now().await;
        }
        Ok(())
    }

    /// Asks again for each answer that was lost, at another server where there is one, and notes all that was told.
    async fn settle(
        &self,
        asked: Vec<book::Asked>,
        servers: &[Server],
        client: &Client,
        book: &mut Book,
        happened: &mut Happened,
    ) -> anyhow::Result<()> {
        for mut one in asked {
            if one.told == Told::Nothing {
                let kept_at = Book::position_of(client, one.command.id).await?;
                let other = servers.get((one.server + 1) % servers.len()).context("no server")?;
                let begun = Instant::now();
                while one.told == Told::Nothing && begun.elapsed() < SETTLED_WITHIN {
                    one.told = self.door.ask(&other.base, &one.command).await;
                    sleep(LOOK_AGAIN).await;
                }
                one.ended = self.moments.next();
                match (one.told, kept_at) {
                    (Told::Kept(told), Some(position)) => {
                        happened.unheard += 1;
                        happened.unlike += u64::from(told.position != position || !told.repeated);
                    }
                    (Told::Kept(_), None) => happened.repeated += 1,
                    (Told::Refused(_) | Told::Nothing, _) => happened.unlike += 1,
                }
            }
            match one.told {
                Told::Kept(_) => happened.kept += 1,
                Told::Refused(_) => happened.refused += 1,
                Told::Nothing => {}
            }
            book.note(one);
        }
        Ok(())
    }

    /// The chain of the whole log holds, and PostgreSQL was always back.
    async fn is_whole(&self, proof: &mut Proof) -> anyhow::Result<()> {
        let verified = LogReader::new(&self.machine.config()?)?.verify(|_| {}).await?;
        let text = format!("the chain of all {} events holds", verified.events);
        proof.says(&text, verified.first_bad.is_none());
        let longest = self.machine.longest_recovery.as_secs_f64();
        proof.says(&format!("PostgreSQL was ready within {longest:.1} s each time"), true);
        Ok(())
    }
}

async fn kill_all(servers: &mut Vec<Server>) -> anyhow::Result<()> {
    for server in servers.drain(..) {
        server.kill().await?;
    }
    Ok(())
}
