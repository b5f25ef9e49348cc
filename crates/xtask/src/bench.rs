//! `cargo xtask bench`: what the log does in a second beside the bare database, on this machine, into `docs/performance.md`.

use std::{collections::BTreeMap, fs, process::Command, process::ExitCode};

use anyhow::{Context, Result};
use serde::Deserialize;

use crate::{command, places::Places, start, voice};

const PAGE: &str = "docs/performance.md";

/// How long to measure.
#[derive(clap::Args)]
pub(crate) struct Bench {
    /// Seconds for each case.
    #[arg(long, default_value_t = 4.0)]
    seconds: f64,
    /// How many times to measure everything; the median is written.
    #[arg(long, default_value_t = 3)]
    rounds: usize,
}

/// One line that `trame bench log` says.
#[derive(Deserialize)]
struct Line {
    case: String,
    v: f64,
    unit: String,
    extra: BTreeMap<String, serde_json::Value>,
}

impl Bench {
    /// Builds the server as it is delivered, measures on a private database, and writes the page.
    pub(crate) fn run(&self, places: &Places) -> Result<ExitCode> {
        start::build_server(places, true)?;
        let mut rounds = Vec::new();
        for round in 1..=self.rounds {
            voice::step(&format!("Measuring, round {round} of {}", self.rounds));
            rounds.push(self.round(places)?);
        }
        let page = page(&rounds, self.seconds)?;
        let file = places.root().join(PAGE);
        fs::write(&file, page).with_context(|| format!("{} cannot be written", file.display()))?;
        voice::note(&format!("written: {PAGE}"));
        Ok(ExitCode::SUCCESS)
    }

    fn round(&self, places: &Places) -> Result<Vec<Line>> {
        // Beside what is built: a temporary folder may lie in memory, where a flush costs nothing.
        let work = tempfile::tempdir_in(places.target()).context("a folder to work in")?;
        let mut trame = Command::new(places.trame(true));
        trame
            .args(["bench", "log", "--limits", "--seconds", &self.seconds.to_string()])
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
        let said = command::run_quietly(&mut trame)?;
        said.lines()
            .map(|line| serde_json::from_str(line).with_context(|| format!("`{line}` is not a measure")))
            .collect()
    }
}

/// The median of the figures of a case.
fn median(rounds: &[Vec<Line>], case: &str, figure: impl Fn(&Line) -> Option<f64>) -> Option<f64> {
    let lines = rounds.iter().flatten().filter(|line| line.case == case);
    let mut figures: Vec<f64> = lines.filter_map(figure).collect();
    figures.sort_by(f64::total_cmp);
    figures.get(figures.len() / 2).copied()
}

fn extra(name: &'static str) -> impl Fn(&Line) -> Option<f64> {
    move |line| line.extra.get(name)?.as_f64()
}

fn page(rounds: &[Vec<Line>], seconds: f64) -> Result<String> {
    let first = rounds.first().context("nothing was measured")?;
    let mut page = String::from(
        "# What the log does in a second\n\nWritten by `cargo xtask bench`; never by hand.\n\n\
         Each append takes the path of every command: rule, sealing under the person's key, hash chain, command id, one\n\
         order without gaps, and an answer only after the flush. An event is about 430 bytes of payload.\n\
         The limit is the bare database in the same run: rows as large under a unique key, by as many writers, and nothing\n\
         more. Figures of a shared machine mean little; ratios within a run are what counts.\n\n",
    );
    page.push_str(&format!(
        "- Machine: {}.\n- Day: {}.\n- Median of {} rounds of {seconds} s for each case, on a private database with \
         everything synchronous.\n\n",
        machine(),
        command::run_quietly(Command::new("date").args(["-u", "+%Y-%m-%d"]))?.trim(),
        rounds.len(),
    ));
    page.push_str("| case | figure | unit | against the limit | P50 ms | P99 ms |\n|---|---|---|---|---|---|\n");
    for line in first.iter().filter(|line| !line.case.starts_with("limit_")) {
        let figure = median(rounds, &line.case, |line| Some(line.v)).unwrap_or_default();
        let limit = median(rounds, &format!("limit_{}", line.case), |line| Some(line.v));
        let shown = |value: Option<f64>| value.map_or_else(String::new, |value| format!("{value:.2}"));
        let percentile = |name, waited| {
            shown(median(rounds, &line.case, extra(name)).or_else(|| median(rounds, &line.case, extra(waited))))
        };
        page.push_str(&format!(
            "| {} | {figure:.1} | {} | {} | {} | {} |\n",
            line.case,
            line.unit,
            shown(limit.map(|limit| figure / limit)),
            percentile("p50_ms", "ack_p50_ms"),
            percentile("p99_ms", "ack_p99_ms"),
        ));
    }
    Ok(page)
}

/// How many processors of which kind, as far as the system tells.
fn machine() -> String {
    let count = std::thread::available_parallelism().map_or(1, usize::from);
    let known = fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let model = known.lines().find_map(|line| line.strip_prefix("model name"));
    let model = model.map_or("processors", |line| line.trim_start_matches([' ', '\t', ':']));
    format!("{count} × {model}")
}
