//! What was proven, in Markdown: one section for each proof, one line for each kind of fault.
#![expect(clippy::print_stdout, reason = "the report is what this program says")]

use anyhow::Context;
use std::collections::BTreeMap;
use std::fs::OpenOptions;
use std::io::Write;
use std::path::Path;
use std::time::Instant;

/// Tells something on the way.
pub(crate) fn line(text: &str) {
    println!("{text}");
}

/// How often a fault happened, and how often it was found.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Tally {
    pub(crate) happened: u64,
    pub(crate) found: u64,
}

/// Faults by their names.
pub(crate) type Tallies = BTreeMap<&'static str, Tally>;

/// The whole report.
pub(crate) struct Report {
    text: String,
    holds: bool,
}

/// One proof under way.
pub(crate) struct Proof {
    name: &'static str,
    begun: Instant,
    lines: Vec<String>,
    holds: bool,
}

impl Report {
    pub(crate) fn new(quick: bool, seed: u64) -> Self {
        let size = if quick { "quick" } else { "full" };
        let build = if cfg!(feature = "sabotage") {
            "with faults built in"
        } else {
            "without faults"
        };
        let made = if cfg!(debug_assertions) {
            "lightly optimised"
        } else {
            "as released"
        };
        Self {
            text: format!("\nSeed {seed}, {size} numbers, a build {build}, {made}.\n"),
            holds: true,
        }
    }

    pub(crate) fn close(&mut self, proof: Proof) {
        let seconds = proof.begun.elapsed().as_secs();
        let verdict = if proof.holds { "holds" } else { "FAILS" };
        let section = format!(
            "\n## {}: {verdict} ({seconds} s)\n\n{}\n",
            proof.name,
            proof.lines.join("\n")
        );
        line(&section);
        self.text += &section;
        self.holds &= proof.holds;
    }

    pub(crate) fn holds(&self) -> bool {
        self.holds
    }

    pub(crate) fn append_to(&self, file: &Path) -> anyhow::Result<()> {
        let mut report = OpenOptions::new()
            .create(true)
            .append(true)
            .open(file)
            .with_context(|| format!("the report {}", file.display()))?;
        Ok(report.write_all(self.text.as_bytes())?)
    }
}

impl Proof {
    pub(crate) fn begin(name: &'static str) -> Self {
        line(&format!("{name} …"));
        Self {
            name,
            begun: Instant::now(),
            lines: Vec::new(),
            holds: true,
        }
    }

    /// Something that must hold, with its figure.
    pub(crate) fn says(&mut self, text: &str, holds: bool) {
        let mark = if holds { "" } else { " **fails**" };
        self.lines.push(format!("- {text}{mark}"));
        self.holds &= holds;
    }

    /// Faults that must all have happened, and all have been found.
    pub(crate) fn all_found(&mut self, tallies: &Tallies) {
        for (name, tally) in tallies {
            let holds = tally.happened > 0 && tally.found == tally.happened;
            self.says(
                &format!("{name}: {} happened, {} found", tally.happened, tally.found),
                holds,
            );
        }
        let (happened, found) = total(tallies);
        self.says(
            &format!("in all: {happened} happened, {found} found"),
            happened > 0 && happened == found,
        );
    }
}

/// How many happened and were found in all.
pub(crate) fn total(tallies: &Tallies) -> (u64, u64) {
    tallies.values().fold((0, 0), |(happened, found), tally| {
        (happened + tally.happened, found + tally.found)
    })
}
