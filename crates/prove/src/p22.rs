//! P22: PostgreSQL away for long, its disk full, the clock of the server a year off. Acknowledgements stop, nothing that was
//! acknowledged is lost, whoever asks meanwhile is told why within a bounded time, and all goes on by itself.

mod askers;

use crate::Asked;
use crate::book::{self, Book};
use crate::machine::{Bad, Machine, Server};
use crate::report::{Proof, Report};
use crate::site::{Happened, Site};
use crate::traffic::Traffic;
use anyhow::{Context, ensure};
use askers::Seen;
use rand::RngExt;
use std::fs;
use std::path::PathBuf;
use std::slice;
use std::time::{Duration, Instant};
use tokio_postgres::Client;

/// No answer may take longer: neither a sentence that says why, nor anything else.
const ANSWERED_WITHIN: Duration = Duration::from_secs(25);
/// Room for the demonstration, and some WAL.
const DISK_MEGABYTES: u32 = 1024;
/// How far the clock goes.
const OFF: [&str; 2] = ["+365d", "-365d"];

/// What happened while something was wrong.
pub(crate) struct Outage {
    pub(crate) happened: Happened,
    pub(crate) seen: Seen,
    /// From its end to the first acknowledgement.
    back: Duration,
    /// What else is to be told.
    notes: Vec<String>,
}

/// How long each lasts.
struct Lengths {
    down: Duration,
    full: Duration,
    off: Duration,
}

impl Lengths {
    fn of(asked: &Asked) -> Self {
        let [down, full, off] = if asked.quick { [25, 15, 10] } else { [600, 120, 120] };
        Self {
            down: Duration::from_secs(down),
            full: Duration::from_secs(full),
            off: Duration::from_secs(off),
        }
    }
}

/// Proves it.
pub(crate) fn prove(asked: &Asked, report: &mut Report) -> anyhow::Result<()> {
    let lengths = Lengths::of(asked);
    tokio::runtime::Runtime::new()?.block_on(async {
        let mut site = Site::new(asked).await?;
        let mut proof =
            Proof::begin("P22 PostgreSQL away: acknowledgements stop, nothing is lost, all goes on by itself");
        let outage = site.without_postgres(lengths.down).await?;
        outage.told(&mut proof, lengths.down);
        site.is_whole(&mut proof).await?;
        site.views_equal(&mut proof).await?;
        report.close(proof);

        let mut proof = Proof::begin("P22 the clock of the server a year off: no date is wrong, nothing is lost");
        let outage = site.clock_off(lengths.off, None).await?;
        outage.told(&mut proof, lengths.off);
        let (back, ahead) = misdated(&site.machine.owner().await?).await?;
        proof.says(
            &format!("{back} events are dated before the one before them"),
            back == 0,
        );
        proof.says(&format!("{ahead} events are dated in the future"), ahead == 0);
        site.is_whole(&mut proof).await?;
        site.views_equal(&mut proof).await?;
        report.close(proof);
        anyhow::Ok(())
    })?;
    let mut proof =
        Proof::begin("P22 the disk of PostgreSQL full: acknowledgements stop, nothing is lost, all goes on by itself");
    if rustix::process::geteuid().is_root() {
        tokio::runtime::Runtime::new()?.block_on(async {
            let machine = Machine::with_small_disk(asked.program()?, DISK_MEGABYTES).await?;
            let mut site = Site::on(machine, asked).await?;
            let outage = site.disk_full(lengths.full).await?;
            outage.told(&mut proof, lengths.full);
            site.is_whole(&mut proof).await?;
            site.views_equal(&mut proof).await
        })?;
    } else {
        proof.says("not carried out: only root can mount a small disk", false);
    }
    report.close(proof);
    Ok(())
}

impl Outage {
    fn told(&self, proof: &mut Proof, lasted: Duration) {
        let Self { happened, seen, .. } = self;
        let text = format!(
            "{} times {} s, with {} commands under way when it began",
            happened.faults,
            lasted.as_secs(),
            happened.under_way
        );
        proof.says(&text, happened.faults > 0 && happened.under_way > 0);
        for note in &self.notes {
            proof.says(note, true);
        }
        let text = format!(
            "meanwhile {} commands asked: {} acknowledged, {} told by status 503 and a sentence why not, {} otherwise",
            seen.asked, seen.kept, seen.said, seen.otherwise
        );
        proof.says(&text, seen.kept == 0 && seen.said > 0 && seen.otherwise == 0);
        let text = format!(
            "meanwhile {} readings asked: {} answered, {} told by status 503 and a sentence why not, {} otherwise",
            seen.readings, seen.read, seen.read_said, seen.read_otherwise
        );
        proof.says(&text, seen.readings > 0 && seen.read_otherwise == 0);
        let text = format!("the longest wait for an answer was {:.1} s", seen.longest.as_secs_f64());
        proof.says(&text, seen.longest < ANSWERED_WITHIN);
        let text = format!(
            "the first acknowledgement came {:.1} s after the end, from the same server",
            self.back.as_secs_f64()
        );
        proof.says(&text, true);
        let text = format!(
            "{} acknowledged in all; {} without an answer, each settled by its repetition: {} kept all the same, {} kept then; \
             {} answered otherwise than they should",
            happened.kept,
            happened.unheard + happened.repeated,
            happened.unheard,
            happened.repeated,
            happened.unlike
        );
        proof.says(&text, happened.unheard + happened.repeated > 0 && happened.unlike == 0);
        proof.says(&format!("{}", happened.wrongs), happened.wrongs.total() == 0);
    }
}

/// Something goes wrong, with commands under way, and is put right later.
struct Begun {
    book: Book,
    asked: Vec<book::Asked>,
    happened: Happened,
    seen: Seen,
}

impl Site {
    async fn begin(&self) -> anyhow::Result<Begun> {
        Ok(Begun {
            book: Book::open(&self.machine.owner().await?).await?,
            asked: Vec::new(),
            happened: Happened::default(),
            seen: Seen::default(),
        })
    }

    /// Lets something go wrong while commands are under way, and asks on for a while.
    async fn while_wrong(
        &mut self,
        server: &Server,
        begun: &mut Begun,
        lasts: Duration,
        goes_wrong: impl AsyncFnOnce(&mut Machine) -> anyhow::Result<()>,
    ) -> anyhow::Result<()> {
        let base = slice::from_ref(&server.base);
        let traffic = Traffic::begin(&self.door, base, &self.moments, self.random.random());
        self.wait_for_work(&traffic, &[0]).await?;
        let under_way = traffic.under_way(0);
        goes_wrong(&mut self.machine).await?;
        begun.happened.faults += u64::from(under_way > 0);
        begun.happened.under_way += u64::try_from(under_way)?;
        begun.asked.extend(traffic.end().await);
        self.ask_on(&server.base, lasts, &mut begun.asked, &mut begun.seen)
            .await;
        Ok(())
    }

    /// All is right again: the server goes on by itself, and what was left without an answer is settled.
    async fn is_right(&mut self, server: Server, mut begun: Begun, notes: Vec<String>) -> anyhow::Result<Outage> {
        let since = Instant::now();
        self.first_told(&server.base, &mut begun.asked).await?;
        let back = since.elapsed();
        let client = self.machine.owner().await?;
        let servers = [server];
        self.settle(begun.asked, &servers, &client, &mut begun.book, &mut begun.happened)
            .await?;
        begun.happened.wrongs = begun.book.wrongs(&client).await?;
        let [server] = servers;
        server.kill().await?;
        Ok(Outage {
            happened: begun.happened,
            seen: begun.seen,
            back,
            notes,
        })
    }

    async fn without_postgres(&mut self, lasts: Duration) -> anyhow::Result<Outage> {
        let server = self.machine.serve(None).await?;
        let mut begun = self.begin().await?;
        self.while_wrong(&server, &mut begun, lasts, async |machine| machine.kill_postgres())
            .await?;
        self.machine.start_postgres().await?;
        self.is_right(server, begun, Vec::new()).await
    }

    async fn disk_full(&mut self, lasts: Duration) -> anyhow::Result<Outage> {
        let server = self.machine.serve(None).await?;
        let mut begun = self.begin().await?;
        let mut filled = 0;
        self.while_wrong(&server, &mut begun, lasts, async |machine| {
            filled = machine.fill_disk()?;
            Ok(())
        })
        .await?;
        self.machine.free_disk()?;
        let mut notes = vec![format!("the last {} MiB of the disk were taken", filled >> 20)];
        // As a supervisor does.
        if self.machine.has_postgres() {
            notes.push("PostgreSQL went on, and refused what had no room".to_owned());
        } else {
            notes.push("PostgreSQL ended itself for lack of room, and was started again afterwards".to_owned());
            self.machine.start_postgres().await?;
        }
        self.is_right(server, begun, notes).await
    }

    /// The clock of the server jumps there and back, while that of PostgreSQL goes on.
    pub(crate) async fn clock_off(&mut self, lasts: Duration, bad: Option<Bad>) -> anyhow::Result<Outage> {
        let clock = self.machine.beside("clock");
        fs::write(&clock, "+0d\n")?;
        let mut around: Vec<Bad> = vec![
            ("LD_PRELOAD", faketime()?.display().to_string()),
            ("FAKETIME_TIMESTAMP_FILE", clock.display().to_string()),
            ("FAKETIME_NO_CACHE", "1".to_owned()),
            // What is counted from the start of the machine goes on as it does.
            ("FAKETIME_DONT_FAKE_MONOTONIC", "1".to_owned()),
        ];
        around.extend(bad);
        let server = self.machine.serve_with(&[], &around).await?;
        let mut begun = self.begin().await?;
        for off in OFF {
            self.while_wrong(&server, &mut begun, lasts, async |_| {
                Ok(fs::write(&clock, format!("{off}\n"))?)
            })
            .await?;
            fs::write(&clock, "+0d\n")?;
            self.first_told(&server.base, &mut begun.asked).await?;
        }
        self.is_right(server, begun, vec![format!("the clock went {}", OFF.join(" and "))])
            .await
    }
}

/// The library that lies about the time.
fn faketime() -> anyhow::Result<PathBuf> {
    let folders = fs::read_dir("/usr/lib").context("/usr/lib")?;
    let found = folders
        .flatten()
        .map(|folder| folder.path().join("faketime/libfaketime.so.1"))
        .find(|library| library.is_file());
    ensure!(
        found.is_some(),
        "libfaketime was not found: install it (`apt-get install libfaketime`)"
    );
    found.context("libfaketime")
}

/// How many events are dated before the one before them, and how many later than now.
pub(crate) async fn misdated(client: &Client) -> anyhow::Result<(i64, i64)> {
    let sql = "
        select count(*) filter (where recorded_at < before), count(*) filter (where recorded_at > now() + interval '1 minute')
        from (select recorded_at, lag(recorded_at) over (order by position) as before from event) as dated";
    let row = client.query_one(sql, &[]).await?;
    Ok((row.try_get(0)?, row.try_get(1)?))
}
