//! The real program on a machine of its own with the demonstration in it, somebody signed in who writes, and what came of
//! all that she asked while things went wrong.

mod views;

use crate::Asked;
use crate::book::{self, Book, Wrongs};
use crate::door::{Door, Told};
use crate::machine::{Machine, Server};
use crate::report::Proof;
use crate::traffic::{Moments, Traffic};
use anyhow::{Context, ensure};
use codec::Log;
use event_store::LogReader;
use projections::Snapshot;
use rand::rngs::StdRng;
use rand::{RngExt, SeedableRng};
use std::time::{Duration, Instant};
use tokio::time::sleep;
use tokio_postgres::Client;

/// How long a lost answer is asked for again.
const SETTLED_WITHIN: Duration = Duration::from_secs(90);
/// A server that answers nobody for so long is not at work.
const AT_WORK_WITHIN: Duration = Duration::from_secs(60);
const LOOK_AGAIN: Duration = Duration::from_millis(1);

/// What happened.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Happened {
    /// Kills, or pauses, while commands were under way.
    pub(crate) faults: u64,
    /// Of these, with two servers at once.
    pub(crate) with_two: u64,
    /// Commands under way at what was killed.
    pub(crate) under_way: u64,
    pub(crate) kept: u64,
    pub(crate) refused: u64,
    /// Left without an answer, and kept all the same.
    pub(crate) unheard: u64,
    /// Left without an answer, and kept by their repetition.
    pub(crate) repeated: u64,
    /// What was answered to the repetition of a command that was kept is not what it should be.
    pub(crate) unlike: u64,
    /// Kept by a server that had been overtaken.
    pub(crate) late: u64,
    pub(crate) wrongs: Wrongs,
}

/// The real program with a demonstration in it, and somebody signed in.
pub(crate) struct Site {
    pub(crate) machine: Machine,
    pub(crate) door: Door,
    log: Option<Log>,
    past: Vec<Snapshot>,
    pub(crate) moments: Moments,
    pub(crate) random: StdRng,
}

impl Happened {
    pub(crate) fn told(&self, proof: &mut Proof, wanted: u64) {
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
        Self::on(Machine::new(asked.program()?).await?, asked).await
    }

    /// The same on a machine given.
    pub(crate) async fn on(machine: Machine, asked: &Asked) -> anyhow::Result<Self> {
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

    /// Waits until the writers are at work, then until a moment that chance chooses at which commands are under way.
    pub(crate) async fn wait_for_work(&mut self, traffic: &Traffic, servers: &[usize]) -> anyhow::Result<()> {
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
    pub(crate) async fn settle(
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
    pub(crate) async fn is_whole(&self, proof: &mut Proof) -> anyhow::Result<()> {
        let verified = LogReader::new(&self.machine.config()?)?.verify(|_| {}).await?;
        let text = format!("the chain of all {} events holds", verified.events);
        proof.says(&text, verified.first_bad.is_none());
        let longest = self.machine.longest_recovery.as_secs_f64();
        proof.says(&format!("PostgreSQL was ready within {longest:.1} s each time"), true);
        Ok(())
    }
}

/// Ends all of them without a word.
pub(crate) async fn kill_all(servers: &mut Vec<Server>) -> anyhow::Result<()> {
    for server in servers.drain(..) {
        server.kill().await?;
    }
    Ok(())
}
