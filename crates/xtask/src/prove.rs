//! `cargo xtask prove`: properties of the whole program, each proven by a program that is not the one under proof.

mod api;
mod demonstration;
mod load;
mod log;
mod proofs;
mod python;
mod rights;

use std::process::ExitCode;

use anyhow::Result;
use clap::Subcommand;

use crate::places::Places;

/// What can be proven.
#[derive(Subcommand)]
pub(crate) enum Prove {
    /// Asks the API all that its description allows, and much that it does not (schemathesis).
    ///
    /// Starts Trame with the demonstration in a folder of its own, and signs in. Fails when an answer is a fault of the
    /// server or is not in the description.
    Api(api::Api),
    /// Kills the real program and its database under load, repeats commands, tampers with logs and spoils proofs, and
    /// shows that nothing is lost, and that each fault is found.
    ///
    /// Builds the proofs twice: as released, and with faults built in that they must notice. Needs Python 3.
    Log(log::Log),
    /// Takes along what happened in the cases of a team as files for process mining, has pm4py read them, and holds what it
    /// counts against what the screen tells.
    ///
    /// Starts Trame with the demonstration in a folder of its own, and signs in. Needs Python 3.
    Load(load::Load),
    /// Asks every endpoint as everybody of every case, and shows that each answers exactly as the table of rights says.
    ///
    /// Builds the proofs twice: as released, and with faults built in that they must notice.
    Rights(rights::Rights),
}

impl Prove {
    /// Proves it.
    pub(crate) fn run(&self, places: &Places) -> Result<ExitCode> {
        match self {
            Self::Api(api) => api.run(places),
            Self::Log(log) => log.run(places),
            Self::Load(load) => load.run(places),
            Self::Rights(rights) => rights.run(places),
        }
    }
}
