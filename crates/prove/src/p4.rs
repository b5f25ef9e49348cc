//! P4: a PostgreSQL and a standby that it waits for, under load. The first dies, freezes, or loses its line to the second
//! before it dies; the second is promoted. No acknowledged event is lost, and the servers, which are never started again,
//! find the second by themselves: the writer, the views, the keys and the accounts.

use crate::Asked;
use crate::book::Book;
use crate::door::Told;
use crate::machine::Server;
use crate::report::{Proof, Report};
use crate::site::{Happened, Site, kill_all};
use crate::traffic::{Traffic, command};
use anyhow::ensure;
use rand::RngExt;
use std::time::{Duration, Instant};
use tokio::time::sleep;

/// Servers that have not found the second by then never will.
const BACK_WITHIN: Duration = Duration::from_secs(60);
/// How long the first goes on without a line to the second.
const ALONE: Duration = Duration::from_millis(400);
const LOOK_AGAIN: Duration = Duration::from_millis(5);

/// How the first ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum End {
    /// With all its processes, as in a power cut.
    Dies,
    /// It answers nobody and lets nobody go.
    Freezes,
    /// The standby has heard nothing of it for a while when it dies.
    IsCutOffAndDies,
}

const ENDS: [End; 3] = [End::Dies, End::Freezes, End::IsCutOffAndDies];

/// What happened, and how fast the servers were back.
#[derive(Debug, Default)]
pub(crate) struct FailedOver {
    pub(crate) happened: Happened,
    /// How often the first ended in each way.
    ends: [u64; ENDS.len()],
    /// From the end of the first to the first acknowledgement by the second, by server and failover.
    back: Vec<Duration>,
    /// Servers whose views had not followed the second within the time in which a reader is answered.
    blind: u64,
}

/// Proves it.
pub(crate) fn prove(asked: &Asked, report: &mut Report) -> anyhow::Result<()> {
    let failovers = if asked.quick { 6 } else { 30 };
    let mut proof =
        Proof::begin("P4 failover to a standby that is waited for: nothing is lost, servers come back by themselves");
    tokio::runtime::Runtime::new()?.block_on(async {
        let mut site = Site::new(asked).await?;
        let came = site.failed_over(failovers, true).await?;
        came.happened.told(&mut proof, failovers);
        for (end, times) in ENDS.iter().zip(came.ends) {
            proof.says(&format!("the first {end:?}: {times} times"), times > 0);
        }
        let mut back = came.back;
        back.sort_unstable();
        let (median, worst) = (back.get(back.len() / 2), back.last());
        let seconds = |time: Option<&Duration>| time.map_or(f64::NAN, Duration::as_secs_f64);
        let text = format!(
            "the first acknowledgement by the second, after the end of the first: median {:.1} s, at the latest {:.1} s; \
             no server was started again",
            seconds(median),
            seconds(worst)
        );
        proof.says(&text, worst.is_some());
        let text = format!("{} times a server showed not what it had just acknowledged", came.blind);
        proof.says(&text, came.blind == 0);
        site.is_whole(&mut proof).await?;
        site.views_equal(&mut proof).await?;
        anyhow::Ok(())
    })?;
    report.close(proof);
    Ok(())
}

impl Site {
    /// Ends the first so many times while commands are under way, and promotes the second, which is then the first.
    pub(crate) async fn failed_over(&mut self, failovers: u64, waited_for: bool) -> anyhow::Result<FailedOver> {
        let mut came = FailedOver::default();
        let mut book = Book::open(&self.machine.owner().await?).await?;
        self.machine.add_standby(waited_for).await?;
        let mut servers = vec![self.machine.serve(None).await?];
        for (number, end) in (0..failovers).zip(ENDS.iter().cycle()) {
            if number * 2 >= failovers && servers.len() < 2 {
                servers.push(self.machine.serve(None).await?);
            }
            self.fail_over(*end, &servers, &mut book, &mut came).await?;
            if came.happened.is_wrong() {
                break;
            }
            self.machine.bury_postgres()?;
            self.machine.add_standby(waited_for).await?;
        }
        kill_all(&mut servers).await?;
        self.machine.bury_postgres()?;
        Ok(came)
    }

    async fn fail_over(
        &mut self,
        end: End,
        servers: &[Server],
        book: &mut Book,
        came: &mut FailedOver,
    ) -> anyhow::Result<()> {
        let bases: Vec<_> = servers.iter().map(|server| server.base.clone()).collect();
        let all: Vec<_> = (0..servers.len()).collect();
        let traffic = Traffic::begin(&self.door, &bases, &self.moments, self.random.random());
        self.wait_for_work(&traffic, &all).await?;
        if end == End::IsCutOffAndDies {
            self.machine.cut_the_line().await?;
            sleep(ALONE).await;
        }
        let under_way: usize = all.iter().map(|server| traffic.under_way(*server)).sum();
        match end {
            End::Freezes => self.machine.freeze_postgres()?,
            End::Dies | End::IsCutOffAndDies => self.machine.kill_postgres()?,
        }
        let ended = Instant::now();
        self.machine.promote().await?;
        let mut asked = Vec::new();
        for server in servers {
            let told = self.first_told(&server.base, &mut asked).await?;
            came.back.push(ended.elapsed());
            let seen = self.door.look(&server.base, told).await;
            came.blind += u64::from(seen.status != Some(200));
        }
        asked.extend(traffic.end().await);
        let happened = &mut came.happened;
        happened.faults += u64::from(under_way > 0);
        happened.with_two += u64::from(under_way > 0 && servers.len() > 1);
        happened.under_way += u64::try_from(under_way)?;
        if let Some(times) = ENDS
            .iter()
            .position(|one| *one == end)
            .and_then(|at| came.ends.get_mut(at))
        {
            *times += 1;
        }
        let client = self.machine.owner().await?;
        self.settle(asked, servers, &client, book, &mut came.happened).await?;
        came.happened.wrongs = book.wrongs(&client).await?;
        Ok(())
    }

    /// Asks a server for one thing after the other until one is kept, and notes them all.
    pub(crate) async fn first_told(&mut self, base: &str, asked: &mut Vec<crate::book::Asked>) -> anyhow::Result<u64> {
        let begun = Instant::now();
        loop {
            ensure!(begun.elapsed() < BACK_WITHIN, "a server did not come back by itself");
            let command = command(self.door.cases(), &mut self.random);
            let moment = self.moments.next();
            let told = self.door.ask(base, &command).await;
            asked.push(crate::book::Asked {
                command,
                server: 0,
                begun: moment,
                ended: self.moments.next(),
                told,
            });
            if let Told::Kept(kept) = told {
                return Ok(kept.position);
            }
            sleep(LOOK_AGAIN).await;
        }
    }
}
