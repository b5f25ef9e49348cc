//! What those who answer for a team are shown, against the eyes of others: the files for process mining are read by pm4py, and
//! what it counts in them is what the screen tells of the same time.

use std::{
    fs,
    process::{Command, ExitCode},
};

use anyhow::{Context, Result};
use serde::Deserialize;
use serde_json::Value;

use super::demonstration::{Demonstration, PASSWORD};
use super::python;
use crate::{command, places::Places, voice};

/// The version that was tried.
const PM4PY: &str = "pm4py==2.7.23.11";

/// What reads the files.
const READER: &str = "tools/read_process_log.py";

/// As whom to ask.
#[derive(clap::Args)]
pub(crate) struct Load {
    /// Somebody who answers for a team of the demonstration.
    #[arg(long, default_value = "isabelle.garnier")]
    login: String,
    /// The first day of the time that is asked, until today.
    #[arg(long, default_value = "2026-01-01")]
    from: String,
}

/// What a reader counts in a file.
#[derive(Deserialize)]
struct Counted {
    /// Cases.
    cases: u64,
    /// Events.
    events: u64,
    /// How often each thing was done.
    activities: std::collections::BTreeMap<String, u64>,
}

impl Counted {
    fn of(&self, activities: &[&str]) -> u64 {
        activities.iter().filter_map(|name| self.activities.get(*name)).sum()
    }
}

impl Load {
    /// Starts the demonstration, takes the files along, has them read, and tells whether all agree.
    pub(crate) fn run(&self, places: &Places) -> Result<ExitCode> {
        let python = python::environment(places, &[PM4PY])?.join("python");
        let trame = Demonstration::start(places)?;
        let cookies = trame.sign_in(&self.login, PASSWORD)?;
        let over = format!("from={}&language=en", self.from);
        let mut counted = Vec::new();
        for (format, ending) in [("xes", "xes"), ("ocel", "jsonocel")] {
            let file = trame.folder().join(format!("log.{ending}"));
            let path = format!("/api/workload/process-log?format={format}&{over}");
            fs::write(&file, trame.read(&path, &cookies)?).context("writing the file")?;
            for by in ["pm4py", "plain"] {
                voice::step(&format!("Reading {ending} ({by})"));
                let mut reading = Command::new(&python);
                reading.arg(places.root().join(READER)).args([by, format]).arg(&file);
                let told = command::run_quietly(&mut reading)?;
                counted.push(serde_json::from_str::<Counted>(&told).context("what was counted is of another form")?);
            }
        }
        let [xes, xes_plain, ocel, ocel_plain] = counted.as_slice() else {
            anyhow::bail!("a file was not read");
        };
        let seen: Value =
            serde_json::from_str(&trame.read(&format!("/api/workload/indicators?from={}", self.from), &cookies)?)?;
        let mut sum = Agreement::default();
        sum.agrees("cases, in XES", xes.cases, "in its text", xes_plain.cases);
        sum.agrees("events, in XES", xes.events, "in its text", xes_plain.events);
        sum.agrees("cases, in OCEL", ocel.cases, "in XES", xes.cases);
        sum.agrees("cases, in OCEL", ocel.cases, "in its text", ocel_plain.cases);
        sum.agrees("events, in OCEL", ocel.events, "in its text", ocel_plain.events);
        sum.agrees(
            "openings, in XES",
            xes.of(&["Opening", "Reopening"]),
            "on the screen",
            balance(&seen, "came")?,
        );
        sum.agrees(
            "closures, in XES",
            xes.of(&["Closure"]),
            "on the screen",
            balance(&seen, "went")?,
        );
        Ok(if sum.holds {
            ExitCode::SUCCESS
        } else {
            ExitCode::FAILURE
        })
    }
}

/// A side of the balance of openings and closures, as the screen tells it.
fn balance(seen: &Value, side: &str) -> Result<u64> {
    let figures = seen
        .pointer("/figures")
        .and_then(Value::as_array)
        .context("the figures of the team")?;
    let flow = figures
        .iter()
        .find(|figure| figure.pointer("/indicator").is_some_and(|name| name == "flow"));
    let found = flow.and_then(|flow| flow.pointer(&format!("/now/balance/{side}")));
    found
        .and_then(Value::as_u64)
        .context("the balance of openings and closures")
}

/// What was held against what, and whether all of it was the same and something was there to be held.
struct Agreement {
    holds: bool,
}

impl Default for Agreement {
    fn default() -> Self {
        Self { holds: true }
    }
}

impl Agreement {
    fn agrees(&mut self, what: &str, counted: u64, beside: &str, expected: u64) {
        let same = counted == expected && counted > 0;
        self.holds &= same;
        let told = if same { "the same" } else { "NOT THE SAME" };
        voice::line(&format!("{what}: {counted}; {beside}: {expected}: {told}"));
    }
}
