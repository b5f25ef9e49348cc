//! What those who answer for a team are shown, against the eyes of others: the files for process mining are read by pm4py, and
//! what it counts in them is what the screen tells of the same time.

use std::{
    collections::BTreeMap,
    fs,
    path::PathBuf,
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
    activities: BTreeMap<String, u64>,
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
        let taken = Taken {
            trame: &trame,
            cookies,
            python,
            reader: places.root().join(READER),
        };
        let mut sum = Agreement::default();
        let since = format!("from={}", self.from);
        let (xes, ocel) = (taken.counted("xes", &since)?, taken.counted("ocel", &since)?);
        for (format, each) in [("XES", &xes), ("OCEL", &ocel)] {
            let (pm4py, plain) = (&each.by_pm4py, &each.plainly);
            sum.agrees(&format!("cases, in {format}"), pm4py.cases, "in its text", plain.cases);
            sum.agrees(
                &format!("events, in {format}"),
                pm4py.events,
                "in its text",
                plain.events,
            );
        }
        sum.agrees("cases, in OCEL", ocel.by_pm4py.cases, "in XES", xes.by_pm4py.cases);

        let seen = taken.read(&format!("/api/workload/indicators?{since}"))?;
        let seen: Value = serde_json::from_str(&seen)?;
        let told = "on the screen, over the same time";
        // What is told of people is told over a whole quarter of the calendar.
        let flow = Figure::of(&seen, "flow")?;
        let quarter = taken.counted("xes", &flow.over)?.by_pm4py;
        let (came, went) = (flow.count("balance/came")?, flow.count("balance/went")?);
        sum.agrees("openings, in XES", quarter.of(&["Opening", "Reopening"]), told, came);
        sum.agrees("closures, in XES", quarter.of(&["Closure"]), told, went);
        let held = Figure::of(&seen, "meetings_held")?;
        let meetings = taken.counted("ocel", &held.over)?.by_pm4py;
        sum.agrees(
            "meetings held, in OCEL",
            meetings.of(&["Meeting held"]),
            told,
            held.count("count")?,
        );
        Ok(if sum.holds {
            ExitCode::SUCCESS
        } else {
            ExitCode::FAILURE
        })
    }
}

/// Whoever takes files along, and what reads them.
struct Taken<'a> {
    trame: &'a Demonstration,
    cookies: String,
    python: PathBuf,
    reader: PathBuf,
}

/// A file, read by both.
struct Both {
    by_pm4py: Counted,
    plainly: Counted,
}

impl Taken<'_> {
    fn read(&self, path: &str) -> Result<String> {
        self.trame.read(path, &self.cookies)
    }

    fn counted(&self, format: &str, over: &str) -> Result<Both> {
        let file = self.trame.folder().join(format!("log.{format}"));
        let path = format!("/api/workload/process-log?format={format}&language=en&{over}");
        fs::write(&file, self.read(&path)?).context("writing the file")?;
        let read = |by: &str| -> Result<Counted> {
            voice::step(&format!("Reading {format} of {over} ({by})"));
            let mut reading = Command::new(&self.python);
            reading.arg(&self.reader).args([by, format]).arg(&file);
            let told = command::run_quietly(&mut reading)?;
            serde_json::from_str(&told).context("what was counted is of another form")
        };
        Ok(Both {
            by_pm4py: read("pm4py")?,
            plainly: read("plain")?,
        })
    }
}

/// A figure of the screen.
struct Figure<'a> {
    told: &'a Value,
    /// The time over which it is told.
    over: String,
}

impl<'a> Figure<'a> {
    fn of(seen: &'a Value, name: &str) -> Result<Self> {
        let figures = seen.pointer("/figures").and_then(Value::as_array);
        let told = figures
            .into_iter()
            .flatten()
            .find(|figure| figure.pointer("/indicator").is_some_and(|found| found == name))
            .with_context(|| format!("the screen tells no {name}"))?;
        let day = |name: &str| told.pointer(name).and_then(Value::as_str);
        let (from, until) = day("/from")
            .zip(day("/until"))
            .context("a figure is told over a time")?;
        let over = format!("from={from}&until={until}");
        Ok(Self { told, over })
    }

    fn count(&self, part: &str) -> Result<u64> {
        let found = self.told.pointer(&format!("/now/{part}")).and_then(Value::as_u64);
        found.with_context(|| format!("a figure without {part}"))
    }
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
