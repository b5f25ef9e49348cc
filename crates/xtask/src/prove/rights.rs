//! Rights against their promises: built as released and with faults built in; run with all their numbers.

use std::process::ExitCode;

use anyhow::Result;

use super::proofs::Numbers;
use crate::places::Places;

/// How much to prove.
#[derive(clap::Args)]
pub(crate) struct Rights {
    #[command(flatten)]
    numbers: Numbers,
}

impl Rights {
    /// Proves it, and writes the report.
    pub(crate) fn run(&self, places: &Places) -> Result<ExitCode> {
        let builds = [
            &["--package", "backend"][..],
            &["--package", "backend", "--features", "prove/sabotage,backend/sabotage"],
        ];
        self.numbers.run(places, "rights", &builds, |_prove| {})
    }
}
