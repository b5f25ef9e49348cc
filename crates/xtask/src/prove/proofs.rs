//! The proofs of `crates/prove`: built apart, once as released and once for each set of faults that they must notice, and run
//! with the same numbers into one report.

use std::{
    fs,
    path::PathBuf,
    process::{Command, ExitCode},
};

use anyhow::{Context, Result};

use crate::{command, places::Places, start, voice};

/// How much to prove.
#[derive(clap::Args)]
pub(crate) struct Numbers {
    /// The same with smaller numbers, within some minutes.
    #[arg(long)]
    quick: bool,
    /// From which all chance comes.
    #[arg(long, default_value_t = 20_261_125)]
    seed: u64,
    /// Only these, such as `p5`; all when absent.
    #[arg(long, value_delimiter = ',', value_name = "PROOF")]
    only: Vec<String>,
    /// Where to write the report; into the target folder when absent.
    #[arg(long, value_name = "FILE")]
    report: Option<PathBuf>,
}

impl Numbers {
    /// Proves what bears this name, with each of these features of a build, and writes the report. `known` adds what the
    /// proofs must know beside.
    pub(crate) fn run(
        &self,
        places: &Places,
        name: &str,
        builds: &[&[&str]],
        known: impl Fn(&mut Command),
    ) -> Result<ExitCode> {
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()
            .context("a runtime")?;
        let binaries = runtime.block_on(start::postgres(places))?;
        let report = self
            .report
            .clone()
            .unwrap_or_else(|| places.target().join(format!("proof-{name}.md")));
        // From the root, where cargo is run.
        let report = std::env::current_dir()?.join(report);
        fs::write(&report, format!("# What is proven of {name}\n")).context("the report cannot be written")?;
        // The whole numbers are those of the program as it is released.
        let profile = if self.quick { "proof" } else { "release" };
        let mut holds = true;
        for features in builds {
            // A build of its own, so that no other holds its faults; the real program is built with the proofs.
            let target = places.target().join("prove");
            let mut build = command::cargo(places);
            build
                .args(["build", "--quiet", "--profile", profile])
                .args(["--package", "prove"])
                .args(*features)
                .env("CARGO_TARGET_DIR", &target);
            command::run(&mut build)?;
            let mut prove = Command::new(target.join(profile).join("prove"));
            prove
                .args([name, "--seed", &self.seed.to_string(), "--report"])
                .arg(&report);
            known(&mut prove);
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
