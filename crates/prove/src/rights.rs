//! The proofs of rights: the real program over HTTP in an invented territory, beside an own reading of the table of rights
//! that shares no code with the product's. A proof in which nothing was tried fails, and in a build with `sabotage` each is
//! shown to notice a fault that was built in.
//!
//! P11: authorisation is exactly the policy. P12: what is hidden does not exist.

mod canary;
mod endpoints;
mod hidden;
mod known_bad;
mod live;
mod oracle;
mod p11;
mod p12;
mod people;
mod policy;
mod stage;
mod timing;
mod visitor;
mod world;

use crate::report::Report;
use clap::ValueEnum;
use stage::Stage;
use std::path::PathBuf;

/// How much to prove.
#[derive(clap::Args, Clone, Debug)]
pub(crate) struct Asked {
    /// The same with smaller numbers.
    #[arg(long)]
    pub(crate) quick: bool,
    /// From which all chance comes.
    #[arg(long, default_value_t = 20_261_201)]
    pub(crate) seed: u64,
    /// Only these; all when absent.
    #[arg(long, value_enum, value_delimiter = ',')]
    only: Vec<Part>,
    /// The program under proof; `trame` beside this one when absent.
    #[arg(long, value_name = "FILE")]
    program: Option<PathBuf>,
    /// Where to write the report, in Markdown; it is printed in any case.
    #[arg(long, value_name = "FILE")]
    report: Option<PathBuf>,
}

/// What can be proven by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Part {
    /// Authorisation is exactly the policy.
    P11,
    /// What is hidden does not exist.
    P12,
}

impl Asked {
    fn asks(&self, part: Part) -> bool {
        self.only.is_empty() || self.only.contains(&part)
    }
}

/// Proves them.
pub(crate) fn proven(asked: &Asked) -> anyhow::Result<bool> {
    let mut report = Report::new(asked.quick, asked.seed);
    let program = crate::program(asked.program.as_ref())?;
    let mut stage = Stage::new(program, asked.seed)?;
    if cfg!(feature = "sabotage") {
        known_bad::prove(&mut stage, asked, &mut report)?;
    } else {
        if asked.asks(Part::P11) {
            p11::prove(&stage, asked, &mut report)?;
        }
        if asked.asks(Part::P12) {
            p12::prove(&mut stage, asked, &mut report)?;
        }
    }
    if let Some(file) = &asked.report {
        report.append_to(file)?;
    }
    Ok(report.holds())
}
