//! `cargo xtask test`: everything that must hold, on a fresh machine as well; the last line is the sum.
//! No part may be skipped: what cannot be had is a failure, and a test that ignores itself is one too.

mod advisories;
mod programs;
mod summary;

use std::{
    path::PathBuf,
    process::{Command, ExitCode},
    thread,
};

use anyhow::{Context, Result, bail};
use cluster::Binaries;

use self::summary::Summary;
use crate::{apt, command, npm, places::Places, room, site, start, tidy, voice, wasm};

/// The crates of the rules' side, which must build for the browser by themselves.
const FOR_THE_BROWSER: &[&str] = &["decider", "sealed", "domain", "access", "contract"];

/// The step in which every test runs, as it is named in the sum.
const TESTS: &str = "every test of the workspace";

/// What to test.
#[derive(clap::Args)]
pub(crate) struct Test {}

/// What the tests find in their environment.
pub(crate) struct Fetched {
    binaries: Binaries,
    axe: PathBuf,
    browser: PathBuf,
    driver: PathBuf,
}

impl Test {
    /// Runs all and answers whether all held.
    pub(crate) fn run(&self, places: &Places) -> Result<ExitCode> {
        let mut sum = Summary::default();
        if sum.step("room on the disk", room::make(places)).is_none() {
            return Ok(sum.close());
        }
        let fetched = fetch(places);
        if let Err(fault) = &fetched {
            voice::fault(fault);
        }
        let fetched = sum.step("what the tests need", fetched);
        sum.step("format", format(places));
        sum.step(
            "arrows, first lines, SQL, licences, sentences, security",
            tidy::check(places),
        );
        match advisories::check(places) {
            // What could not be looked at did not hold, and did not fail.
            Ok(false) => {}
            looked => drop(sum.step("known advisories", looked)),
        }
        let compiler = sum.step("the compiler for the browser", wasm::Compiler::get(places, false));
        // Where the compiler in use builds for the browser, the client is looked at as it is built: once.
        let for_the_browser = matches!(compiler, Some(wasm::Compiler::InUse { .. }));
        // The client is one long link, lints and server are many short ones, and each is built in a folder of its own:
        // side by side no core waits.
        let built = thread::scope(|scope| {
            let browser = scope.spawn(|| ForTheBrowser::build(places, compiler.as_ref()));
            sum.step("lints", lints(places, !for_the_browser));
            if for_the_browser {
                sum.step("lints of the client for the browser", client_lints(places));
            }
            sum.step("the server", build_all(places));
            browser.join()
        });
        match built {
            Ok(built) => built.told_to(&mut sum),
            Err(_panicked) => sum.fail("the client"),
        }
        if let Some(fetched) = &fetched {
            voice::step(TESTS);
            if let Err(fault) = programs::run(places, fetched, &mut sum) {
                voice::fault(&fault);
                sum.fail(TESTS);
            }
        }
        Ok(sum.close())
    }
}

/// What is built for the browser.
struct ForTheBrowser {
    client: Result<site::Client>,
    rules: Option<Result<()>>,
}

impl ForTheBrowser {
    fn build(places: &Places, compiler: Option<&wasm::Compiler>) -> Self {
        Self {
            client: site::build(places, &site::Wish::default()),
            rules: compiler.map(|compiler| rules_for_the_browser(places, compiler)),
        }
    }

    fn told_to(self, sum: &mut Summary) {
        if let Some(client) = sum.step("the client", self.client) {
            sum.step("the weight of the client", client.within_budget());
        }
        if let Some(rules) = self.rules {
            sum.step("the rules' side builds for the browser", rules);
        }
    }
}

impl Fetched {
    /// Tells the tests where everything is.
    pub(crate) fn known_to<'a>(&self, cargo: &'a mut Command, places: &Places) -> &'a mut Command {
        cargo
            .env("TRAME_SITE", places.site())
            .env("TRAME_BIN", places.trame(false))
            .env("AXE", &self.axe)
            .env("PGBIN", self.binaries.folder())
            .env("CHROME", &self.browser)
            .env("CHROMEDRIVER", &self.driver)
    }
}

pub(crate) fn fetch(places: &Places) -> Result<Fetched> {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .context("a runtime")?;
    let binaries = runtime.block_on(start::postgres(places))?;
    let axe = npm::fetch(places)?.join("node_modules/axe-core/axe.min.js");
    if !axe.is_file() {
        bail!(
            "{} is missing: remove {} and try again",
            axe.display(),
            places.tools().display()
        );
    }
    let browsers = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
    if (command::first_in_path(&browsers).is_none() || !command::in_path("chromedriver")) && apt::works() {
        // Ubuntu names them otherwise.
        apt::install(&["chromium", "chromium-driver"])
            .or_else(|_unknown| apt::install(&["chromium-browser", "chromium-chromedriver"]))?;
    }
    let missing = "the browser tests need Chromium and chromedriver: install them \
                   (Debian: `sudo apt-get install chromium chromium-driver`)";
    let browser = command::first_in_path(&browsers).context(missing)?;
    let driver = command::first_in_path(&["chromedriver"]).context(missing)?;
    Ok(Fetched {
        binaries,
        axe,
        browser,
        driver,
    })
}

/// rustup's smallest profile comes without them.
fn component(places: &Places, command: &str, name: &str) -> Result<()> {
    if command::run_quietly(command::cargo(places).args([command, "--version"])).is_ok() {
        return Ok(());
    }
    voice::step(&format!("Adding {name} with rustup"));
    command::run_quietly(Command::new("rustup").args(["component", "add", name]))
        .map(drop)
        .with_context(|| format!("`cargo {command}` is missing: type `rustup component add {name}`"))
}

fn format(places: &Places) -> Result<()> {
    component(places, "fmt", "rustfmt")?;
    command::run(command::cargo(places).args(["fmt", "--all", "--check"]))
}

fn lints(places: &Places, with_the_client: bool) -> Result<()> {
    component(places, "clippy", "clippy")?;
    let mut clippy = command::cargo(places);
    clippy.args(["clippy", "--workspace", "--all-targets"]);
    if !with_the_client {
        clippy.args(["--exclude", "frontend"]);
    }
    command::run(clippy.args(["--", "-D", "warnings"]))
}

fn client_lints(places: &Places) -> Result<()> {
    let mut clippy = command::cargo(places);
    command::run(clippy.args([
        "clippy",
        "-p",
        "frontend",
        "--all-targets",
        "--target",
        wasm::TARGET,
        "--",
        "-D",
        "warnings",
    ]))
}

fn rules_for_the_browser(places: &Places, compiler: &wasm::Compiler) -> Result<()> {
    let mut cargo = compiler.cargo(places);
    cargo.args(["build", "--profile", "wasm-release", "--target", wasm::TARGET]);
    for room in FOR_THE_BROWSER {
        cargo.args(["-p", room]);
    }
    command::run(&mut cargo)
}

/// With the same selection as the tests, so that cargo compiles what both need only once.
fn build_all(places: &Places) -> Result<()> {
    command::run(command::cargo(places).args(["build", "--workspace"]))
}
