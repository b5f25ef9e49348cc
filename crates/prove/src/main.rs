//! The proofs of the log and of rights, each with its seed, its number of cases and how often each fault really happened. A proof in
//! which a fault never happened fails, and in a build with `sabotage` each is shown to notice a fault that was built in.
//!
//! `cargo xtask prove log` runs them. P1: whoever dies, nothing is lost or doubled. P2: a command has one effect.
//! P4: a failover loses nothing. P5: simulated worlds keep every promise; P5b: their model is reality. P6: no race in shared
//! memory. P22: an outage loses nothing. Delivery: followers are given what is stored. P15: every stored sample is read.
//! P28: the past is answered as a naive replayer answers it. P8: tampering is found and located. P9: another program comes
//! to the same verdict. P10: who is forgotten is gone.
//!
//! `cargo xtask prove rights` runs those of `rights`.

mod book;
mod delivery;
mod door;
mod known_bad;
mod machine;
mod memory;
mod p1;
mod p10;
mod p15;
mod p2;
mod p22;
mod p28;
mod p4;
mod p5;
#[cfg(feature = "shuttle")]
mod p6;
mod p8;
mod p9;
mod report;
mod rights;
mod site;
mod tables;
mod tally;
mod tampering;
mod traffic;
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
    /// Rights.
    Rights(rights::Asked),
    /// Writes to a log until it is killed: a part of a proof.
    #[command(hide = true)]
    Writers {
        /// Where.
        #[arg(long)]
        database: String,
        /// From which all chance comes.
        #[arg(long)]
        seed: u64,
    },
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
    /// The stored samples of events.
    #[arg(long, value_name = "DIR", default_value = "crates/domain/facts")]
    pub(crate) facts: PathBuf,
    /// The program under proof; `trame` beside this one when absent.
    #[arg(long, value_name = "FILE")]
    program: Option<PathBuf>,
    /// Where to write the report, in Markdown; it is printed in any case.
    #[arg(long, value_name = "FILE")]
    report: Option<PathBuf>,
}

/// What can be proven by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Part {
    /// Whoever dies, nothing is lost or doubled; and every view says what its rebuild says (P3).
    P1,
    /// A command has one effect.
    P2,
    /// Failover to a standby that is waited for.
    P4,
    /// Whatever goes wrong in a simulated world, every promise holds.
    P5,
    /// The model of the simulated worlds is reality.
    P5b,
    /// No race in what threads share in memory.
    P6,
    /// PostgreSQL away, its disk full, the clock a year off.
    P22,
    /// Followers are given what is stored.
    Delivery,
    /// Every stored sample is read.
    P15,
    /// The past is answered as a naive replayer answers it.
    P28,
    /// Tampering is found and located.
    P8,
    /// Who is forgotten is gone, and what was stolen says nothing.
    P10,
    /// How fast a whole log is verified.
    Speed,
    /// Another program comes to the same verdicts.
    P9,
}

impl Asked {
    fn asks(&self, part: Part) -> bool {
        self.only.is_empty() || self.only.contains(&part)
    }

    /// The real program.
    pub(crate) fn program(&self) -> anyhow::Result<PathBuf> {
        program(self.program.as_ref())
    }
}

/// The program under proof: the one that is named, or `trame` beside this one.
fn program(named: Option<&PathBuf>) -> anyhow::Result<PathBuf> {
    let beside = || Ok::<_, std::io::Error>(std::env::current_exe()?.with_file_name("trame"));
    Ok(named.cloned().map_or_else(beside, Ok)?)
}

fn main() -> ExitCode {
    let proven = match Proofs::parse().of {
        Of::Log(asked) => proven(&asked),
        Of::Rights(asked) => rights::proven(&asked),
        Of::Writers { database, seed } => delivery::write_until_killed(&database, seed).map(|()| true),
    };
    match proven {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            report::line(&format!("prove: {error:#}"));
            ExitCode::FAILURE
        }
    }
}

fn proven(asked: &Asked) -> anyhow::Result<bool> {
    let mut report = Report::new(asked.quick, asked.seed);
    if cfg!(feature = "shuttle") {
        #[cfg(feature = "shuttle")]
        if asked.asks(Part::P6) {
            p6::prove(asked, &mut report);
        }
    } else if cfg!(feature = "sabotage") {
        known_bad::prove(asked, &mut report)?;
        if asked.asks(Part::P10) {
            p10::prove_known_bad(asked, &mut report)?;
        }
    } else {
        if asked.asks(Part::P1) {
            p1::prove(asked, &mut report)?;
        }
        if asked.asks(Part::P4) {
            p4::prove(asked, &mut report)?;
        }
        if asked.asks(Part::P22) {
            p22::prove(asked, &mut report)?;
        }
        if asked.asks(Part::P2) {
            p2::prove(asked, &mut report)?;
        }
        if asked.asks(Part::P5) {
            p5::prove(asked, &mut report);
        }
        if asked.asks(Part::P5b) {
            p5::reality::prove(asked, &mut report)?;
        }
        if asked.asks(Part::Delivery) {
            delivery::prove(asked, &mut report)?;
        }
        if asked.asks(Part::P15) {
            p15::prove(asked, &mut report)?;
        }
        if asked.asks(Part::P28) {
            p28::prove(asked, &mut report)?;
        }
        if asked.asks(Part::P8) {
            p8::prove(asked, &mut report)?;
        }
        if asked.asks(Part::Speed) {
            p8::prove_speed(asked, &mut report)?;
        }
        if asked.asks(Part::P9) {
            p9::prove(asked, &mut report)?;
        }
        if asked.asks(Part::P10) {
            p10::prove(asked, &mut report)?;
        }
    }
    if let Some(file) = &asked.report {
        report.append_to(file)?;
    }
    Ok(report.holds())
}
