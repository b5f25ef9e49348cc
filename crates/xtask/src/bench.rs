//! `cargo xtask bench`: what the log, the views and the screens do beside the bare database, on this machine, into
//! `docs/performance.md`.

mod aims;
mod rounds;

use std::{fs, process::Command, process::ExitCode};

use anyhow::{Context, Result};
use clap::ValueEnum;

use crate::{command, places::Places, start, voice};
use aims::AIMS;
use rounds::Rounds;

const PAGE: &str = "docs/performance.md";

/// What is measured.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Part {
    /// All cases of `trame bench log`, beside the bare database.
    Log,
    /// The log grown to `--growth` events, and the memory of its replay.
    Growth,
    /// The steps of one event, alone: decided, evolved, sealed, encoded, decoded, opened.
    Steps,
}

/// How long to measure, and what.
#[derive(clap::Args)]
pub(crate) struct Bench {
    /// Seconds for each case.
    #[arg(long, default_value_t = 4.0)]
    seconds: f64,
    /// How many times to measure everything but growth; the median is written.
    #[arg(long, default_value_t = 3)]
    rounds: usize,
    /// How many events to load and replay in each round.
    #[arg(long, default_value_t = 200_000)]
    events: u64,
    /// How many contacts the view is rebuilt from.
    #[arg(long, default_value_t = 50_000)]
    contacts: u64,
    /// To how many events the log grows.
    #[arg(long, default_value_t = 5_000_000)]
    growth: u64,
    /// What to measure; all of it when nothing is named.
    #[arg(long, value_enum, value_delimiter = ',')]
    only: Vec<Part>,
    /// Only the cases of the log that begin with one of these names.
    #[arg(long, value_delimiter = ',')]
    cases: Vec<String>,
    /// Print the page instead of writing it.
    #[arg(long)]
    print: bool,
}

impl Bench {
    /// Builds the server as it is delivered, measures on private databases, and writes the page.
    pub(crate) fn run(&self, places: &Places) -> Result<ExitCode> {
        start::build_server(places, true)?;
        let mut rounds = Rounds::default();
        if self.measures(Part::Log) {
            let (events, contacts) = (self.events.to_string(), self.contacts.to_string());
            let mut arguments = vec!["--limits", "--events", &events, "--contacts", &contacts];
            let cases = self.cases.join(",");
            if !cases.is_empty() {
                arguments.extend(["--cases", &cases]);
            }
            for round in 1..=self.rounds {
                voice::step(&format!("Measuring, round {round} of {}", self.rounds));
                rounds.add(&self.trame(places, &arguments)?)?;
            }
        }
        if self.measures(Part::Growth) {
            voice::step(&format!("Growing a log to {} events", self.growth));
            let growth = self.growth.to_string();
            rounds.add(&self.trame(places, &["--cases", "growth,memory_replay", "--growth", &growth])?)?;
        }
        let steps = if self.measures(Part::Steps) {
            voice::step("Measuring the steps of one event");
            Some(steps(places)?)
        } else {
            None
        };
        let page = self.page(&rounds, steps.as_deref())?;
        if self.print {
            voice::note(&page);
            return Ok(ExitCode::SUCCESS);
        }
        let file = places.root().join(PAGE);
        fs::write(&file, page).with_context(|| format!("{} cannot be written", file.display()))?;
        voice::note(&format!("written: {PAGE}"));
        Ok(ExitCode::SUCCESS)
    }

    fn measures(&self, part: Part) -> bool {
        self.only.is_empty() || self.only.contains(&part)
    }

    fn trame(&self, places: &Places, arguments: &[&str]) -> Result<String> {
        // Beside what is built: a temporary folder may lie in memory, where a flush costs nothing.
        let work = tempfile::tempdir_in(places.target()).context("a folder to work in")?;
        let mut trame = Command::new(places.trame(true));
        trame
            .args(["bench", "log", "--seconds", &self.seconds.to_string()])
            .args(arguments)
            .env("TMPDIR", work.path())
            .current_dir(work.path());
        for name in [
            "PEER_DB",
            "TRAME_DATABASE",
            "BENCH_SECS",
            "BENCH_N",
            "BENCH_LOAD_CAP",
            "BENCH_CASES",
        ] {
            trame.env_remove(name);
        }
        command::run_quietly(&mut trame)
    }

    fn page(&self, rounds: &Rounds, steps: Option<&str>) -> Result<String> {
        let mut page = String::from(
            "# What Trame does in a second\n\nWritten by `cargo xtask bench`; never by hand.\n\n\
             Each append takes the path of every command: rule, sealing under the person's key, hash chain, command id, one\n\
             order without gaps, and an answer only after the flush. An event is about 430 bytes of payload.\n\
             The limit is the bare database in the same run: rows as large under a unique key, by as many clients, and\n\
             nothing more. Figures of a shared machine mean little; ratios within a run are what counts. What is beside\n\
             other event stores is measured apart, on one database for all of them (`trame bench log` speaks for Trame).\n\n",
        );
        page.push_str(&format!(
            "- Machine: {}.\n- Day: {}.\n- Median of {} rounds of {} s for each case, on private databases with everything \
             synchronous; growth is measured once.\n- To repeat it: `cargo xtask bench`, on a machine that does nothing else.\n\n",
            machine(),
            command::run_quietly(Command::new("date").args(["-u", "+%Y-%m-%d"]))?.trim(),
            self.rounds,
            self.seconds,
        ));
        aims(&mut page, rounds);
        cases(&mut page, rounds);
        if let Some(steps) = steps {
            page.push_str("\n## The steps of one event, alone\n\nOne contact of about 230 characters; `cargo bench -p codec`.\n\n");
            page.push_str(&format!("```text\n{}\n```\n", steps.trim_end()));
        }
        Ok(page)
    }
}

/// The figure of each target, and whether it is reached: one that is not is said as such.
fn aims(page: &mut String, rounds: &Rounds) {
    page.push_str("## Targets\n\n| what | figure | target | reached |\n|---|---|---|---|\n");
    for aim in &AIMS {
        let (figure, reached) = match aim.figure(rounds) {
            Some(figure) => (
                format!("{figure:.2}"),
                if aim.is_reached(figure) { "yes" } else { "**no**" },
            ),
            None => (String::new(), "not measured"),
        };
        page.push_str(&format!("| {} | {figure} | {} | {reached} |\n", aim.what, aim.bound));
    }
}

fn cases(page: &mut String, rounds: &Rounds) {
    page.push_str(
        "\n## Figures\n\n| case | figure | unit | limit of the run | P50 ms | P99 ms |\n|---|---|---|---|---|---|\n",
    );
    let shown = |value: Option<f64>, digits: usize| value.map_or_else(String::new, |value| format!("{value:.digits$}"));
    for case in rounds.cases.iter().filter(|case| !case.starts_with("limit_")) {
        let percentile = |name, waited| shown(rounds.beside(case, name).or_else(|| rounds.beside(case, waited)), 2);
        page.push_str(&format!(
            "| {case} | {} | {} | {} | {} | {} |\n",
            shown(rounds.of(case), 1),
            rounds.unit(case),
            shown(rounds.of(&format!("limit_{case}")), 1),
            percentile("p50_ms", "ack_p50_ms"),
            percentile("p99_ms", "ack_p99_ms"),
        ));
    }
}

/// The table that the micro-benchmarks print.
fn steps(places: &Places) -> Result<String> {
    let mut cargo = command::cargo(places);
    cargo.args(["bench", "--quiet", "-p", "codec", "--bench", "contact"]);
    command::run_quietly(&mut cargo)
}

/// How many processors of which kind, as far as the system tells.
fn machine() -> String {
    let count = std::thread::available_parallelism().map_or(1, usize::from);
    let known = fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let model = known.lines().find_map(|line| line.strip_prefix("model name"));
    let model = model.map_or("processors", |line| line.trim_start_matches([' ', '\t', ':']));
    format!("{count} × {model}")
}
