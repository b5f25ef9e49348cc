//! The proofs of the log, each with its seed, its number of cases and how often each fault really happened. A proof in
//! which a fault never happened fails, and in a build with `sabotage` each is shown to notice a fault that was built in.
//!
//! `cargo xtask prove log` runs them. P8: tampering is found and located. P9: another program comes to the same verdict.

mod known_bad;
mod memory;
mod p8;
mod p9;
mod report;
mod tables;
mod tampering;
mod world;

use clap::{Parser, Subcommand, ValueEnum};
use report::Report;
use std::path::PathBuf;
use std::process::ExitCode;

/// Proves what is promised of Trame.
#[derive(Parser)]
struct Proofs {
    #[command(subcommand)]
    of: Of,
}

#[derive(Subcommand)]
enum Of {
    /// The log.
    Log(Asked),
}

/// How much to prove.
#[derive(clap::Args, Clone, Debug)]
pub(crate) struct Asked {
    /// The same with smaller numbers.
    #[arg(long)]
    pub(crate) quick: bool,
    /// From which all chance comes.
    #[arg(long, default_value_t = 20_261_125)]
    pub(crate) seed: u64,
    /// Only these; all when absent.
    #[arg(long, value_enum, value_delimiter = ',')]
    only: Vec<Part>,
    /// The verifier in Python.
    #[arg(long, value_name = "FILE", default_value = "tools/verify_log.py")]
    pub(crate) verifier: PathBuf,
    /// Where to write the report, in Markdown; it is printed in any case.
    #[arg(long, value_name = "FILE")]
    report: Option<PathBuf>,
}

/// What can be proven by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Part {
    /// Tampering is found and located.
    P8,
    /// How fast a whole log is verified.
    Speed,
    /// Another program comes to the same verdicts.
    P9,
}

impl Asked {
    fn asks(&self, part: Part) -> bool {
        self.only.is_empty() || self.only.contains(&part)
    }
}

fn main() -> ExitCode {
    let Of::Log(asked) = Proofs::parse().of;
    match proven(&asked) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            report::line(&format!("prove: {error:#}"));
            ExitCode::FAILURE
        }
    }
}

fn proven(asked: &Asked) -> anyhow::Result<bool> {
    let mut report = Report::new(asked);
    if cfg!(feature = "sabotage") {
        known_bad::prove(asked, &mut report)?;
    } else {
        if asked.asks(Part::P8) {
            p8::prove(asked, &mut report)?;
        }
        if asked.asks(Part::Speed) {
            p8::prove_speed(asked, &mut report)?;
        }
        if asked.asks(Part::P9) {
            p9::prove(asked, &mut report)?;
        }
    }
    if let Some(file) = &asked.report {
        report.append_to(file)?;
    }
    Ok(report.holds())
}
