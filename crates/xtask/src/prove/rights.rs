//! Rights against their promises: built as released and with faults built in; run with all their numbers.

use std::{
    fs,
    path::PathBuf,
    process::{Command, ExitCode},
};

use anyhow::{Context, Result};

use crate::{command, places::Places, start, voice};

/// How much to prove.
#[derive(clap::Args)]
pub(crate) struct Rights {
    /// The same with smaller numbers, within some minutes.
    #[arg(long)]
    quick: bool,
    /// From which all chance comes.
    #[arg(long, default_value_t = 20_261_201)]
    seed: u64,
    /// Only these, such as `p11`; all when absent.
    #[arg(long, value_delimiter = ',', value_name = "PROOF")]
    only: Vec<String>,
    /// Where to write the report; into the target folder when absent.
    #[arg(long, value_name = "FILE")]
    report: Option<PathBuf>,
}

impl Rights {
    /// Proves it, and writes the report.
    pub(crate) fn run(&self, places: &Places) -> Result<ExitCode> {
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()
            .context("a runtime")?;
        let binaries = runtime.block_on(start::postgres(places))?;
        let report = self
            .report
            .clone()
            .unwrap_or_else(|| places.target().join("proof-rights.md"));
        // From the root, where cargo is run.
        let report = std::env::current_dir()?.join(report);
        fs::write(&report, "# What is proven of rights\n").context("the report cannot be written")?;
        // The whole numbers are those of the program as it is released.
        let profile = if self.quick { "proof" } else { "release" };
        let mut holds = true;
        for features in [&[][..], &["--features", "prove/sabotage,backend/sabotage"]] {
            // A build of its own, so that no other holds its faults; the real program is built with the proofs.
            let target = places.target().join("prove");
            let mut build = command::cargo(places);
            build
                .args(["build", "--quiet", "--profile", profile])
                .args(["--package", "prove", "--package", "backend"])
                .args(features)
                .env("CARGO_TARGET_DIR", &target);
            command::run(&mut build)?;
            let mut prove = Command::new(target.join(profile).join("prove"));
            prove
                .args(["rights", "--seed", &self.seed.to_string(), "--report"])
                .arg(&report);
            if self.quick {
                prove.arg("--quick");
            }
            if !self.only.is_empty() {
                prove.arg("--only").arg(self.only.join(","));
            }
            prove.env("PGBIN", binaries.folder());
            holds &= prove.status().context("cannot run the proofs")?.success();
        }
        voice::line(&format!("The report is in {}", report.display()));
        Ok(if holds { ExitCode::SUCCESS } else { ExitCode::FAILURE })
    }
}
