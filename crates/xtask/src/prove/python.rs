//! Programs of others in Python, each in an environment of its own in the target folder.

use std::{
    path::{Path, PathBuf},
    process::Command,
    time::Duration,
};

use anyhow::{Context, Result, bail};

use crate::{apt, command, places::Places, voice};

/// The folder of programs of an environment that holds these packages, the first of which gives it its name; fetched from
/// PyPI when it is not there.
pub(crate) fn environment(places: &Places, packages: &[&str]) -> Result<PathBuf> {
    let first = packages.first().context("an environment holds a package")?;
    let folder = places.tools().join(first.split("==").next().unwrap_or(first));
    let (programs, done) = (folder.join("bin"), folder.join(packages.join(" ")));
    if done.is_file() && answers(&programs) {
        return Ok(programs);
    }
    voice::step(&format!("Fetching {first} from PyPI"));
    let mut venv = Command::new("python3");
    venv.args(["-m", "venv", "--clear"]).arg(&folder);
    if command::run_quietly(&mut venv).is_err() {
        if !apt::works() {
            bail!("python3 with venv is needed: install it (Debian: `sudo apt-get install python3-venv`)");
        }
        apt::install(&["python3", "python3-venv"])?;
        command::run_quietly(&mut venv)?;
    }
    let mut pip = Command::new(programs.join("python"));
    pip.args(["-m", "pip", "install", "--quiet", "--disable-pip-version-check"])
        .args(packages);
    command::run_quietly(&mut pip)?;
    std::fs::write(&done, "").context("noting what is there")?;
    Ok(programs)
}

/// Whether its Python runs: an environment holds its own path, and one that was moved is there and does not run.
fn answers(programs: &Path) -> bool {
    let mut pip = Command::new(programs.join("pip"));
    command::succeeds_within(pip.arg("--version"), Duration::from_secs(60))
}
