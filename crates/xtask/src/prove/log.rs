//! The log against its promises: built as released, with faults built in, and with shared memory on primitives that try out
//! every order; run with all its numbers.

use std::process::ExitCode;

use anyhow::Result;

use super::proofs::Numbers;
use crate::places::Places;

/// How much to prove.
#[derive(clap::Args)]
pub(crate) struct Log {
    #[command(flatten)]
    numbers: Numbers,
}

impl Log {
    /// Proves it, and writes the report.
    pub(crate) fn run(&self, places: &Places) -> Result<ExitCode> {
        let builds = [
            &["--package", "backend"][..],
            &["--package", "backend", "--features", "prove/sabotage,backend/sabotage"],
            &["--features", "prove/shuttle"],
        ];
        self.numbers.run(places, "log", &builds, |prove| {
            prove.arg("--verifier").arg(places.root().join("tools/verify_log.py"));
            prove.arg("--facts").arg(places.root().join("crates/domain/facts"));
        })
    }
}
