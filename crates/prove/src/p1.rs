//! P1: whoever dies, each acknowledged command has acted exactly once, where it was told to; each command whose answer was
//! lost is settled by repeating it. Sixteen writers at the real program over HTTP, one server and two at once on one
//! database; killed are servers, PostgreSQL with all its processes, and both; a frozen server that wakes up after another
//! took over writes nothing. P3: after each schedule of faults every view rebuilt from the first event equals the live one.

use crate::Asked;
use crate::book::{Book, head};
use crate::machine::Bad;
use crate::report::{Proof, Report};
use crate::site::{Happened, Site, kill_all};
use crate::traffic::Traffic;
use rand::RngExt;
use std::slice;

/// How often each happens.
struct Numbers {
    kills: u64,
    pauses: u64,
}

/// How often in a schedule the views are looked at while all goes on.
const PAST: u64 = 7;

/// What is killed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Victim {
    Server,
    Postgres,
    Both,
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

impl Site {
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
            let younger = self.machine.take_over(bad).await?;
            let overtaken_at = head(&client).await?;
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
}
