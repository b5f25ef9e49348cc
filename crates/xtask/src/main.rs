//! Every chore of the house: start, test, the client's build, the proofs, the tidiness of the rooms.
//! The rule kept: what is missing is fetched or named in one sentence; nothing is skipped in silence.

mod apt;
mod bench;
mod client;
mod command;
mod guide;
mod npm;
mod places;
mod prove;
mod room;
mod site;
mod start;
mod test;
mod tidy;
mod voice;
mod wasm;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

use crate::places::Places;

/// The chores of Trame.
#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask", version, max_term_width = 100)]
struct Chores {
    #[command(subcommand)]
    chore: Chore,
}

#[derive(Subcommand)]
enum Chore {
    /// Builds what is missing, starts a private database and serves Trame with its demonstration.
    ///
    /// The first start takes some minutes (the client and the server are compiled); the next ones take seconds.
    /// Ctrl-C stops everything that was started.
    Start(start::Start),
    /// Runs everything that must hold: format, lints, arrows, unit and property tests, journeys, the browser.
    ///
    /// Fetches what is missing where it can (as root on Debian or Ubuntu), and fails with one sentence otherwise.
    /// The last line is the sum: "N passed, N failed".
    Test(test::Test),
    /// Builds the browser's part into the folder `site` beside the server's binary.
    Client(client::Client),
    /// Measures the log beside the bare database and writes `docs/performance.md`.
    Bench(bench::Bench),
    /// Takes the pictures of the user guide again.
    Guide(guide::Guide),
    /// Proves a property of the whole program.
    #[command(subcommand)]
    Prove(prove::Prove),
    /// Checks the arrows between the rooms, the first lines of files, where SQL stands, and licences.
    Tidy,
}

fn main() -> ExitCode {
    let chores = Chores::parse();
    let done = Places::find().and_then(|places| match chores.chore {
        Chore::Start(start) => start.run(&places),
        Chore::Test(test) => test.run(&places),
        Chore::Client(client) => client.run(&places),
        Chore::Bench(bench) => bench.run(&places),
        Chore::Guide(guide) => guide.run(&places),
        Chore::Prove(prove) => prove.run(&places),
        Chore::Tidy => tidy::run(&places),
    });
    match done {
        Ok(status) => status,
        Err(fault) => {
            voice::fault(&fault);
            ExitCode::FAILURE
        }
    }
}
