//! Packages from npm, pinned by the lock files of `tools/`: the typefaces, the accessibility audit, PostgreSQL.
//! They are unpacked in the target folder, never in the repository.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use anyhow::{Context, Result, bail};

use crate::{apt, command, places::Places, voice};

/// The packages of the client and its tests; an error says why they cannot be had.
pub(crate) fn fetch(places: &Places) -> Result<PathBuf> {
    let folder = copy_manifest(places, "tools", "web")?;
    let done = folder.join("fetched");
    let lock = fs::read(folder.join("package-lock.json")).context("reading tools/package-lock.json")?;
    if fs::read(&done).is_ok_and(|before| before == lock) {
        return Ok(folder);
    }
    if !command::in_path("npm") {
        if !apt::works() {
            bail!("npm was not found: install Node.js with npm (Debian, Ubuntu: `sudo apt-get install nodejs npm`)");
        }
        apt::install(&["nodejs", "npm"])?;
    }
    voice::step("Fetching the typefaces and the accessibility audit from npm");
    let mut npm = Command::new("npm");
    npm.args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"])
        .current_dir(&folder);
    command::run_quietly(&mut npm)?;
    fs::write(&done, lock).with_context(|| format!("writing {}", done.display()))?;
    Ok(folder)
}

/// A folder from which PostgreSQL can be fetched, should the machine have none.
pub(crate) fn postgres(places: &Places) -> Result<PathBuf> {
    copy_manifest(places, "tools/postgres", "postgres")
}

fn copy_manifest(places: &Places, from: &str, to: &str) -> Result<PathBuf> {
    let (from, to) = (places.root().join(from), places.tools().join(to));
    fs::create_dir_all(&to).with_context(|| format!("making {}", to.display()))?;
    for name in ["package.json", "package-lock.json"] {
        copy(&from.join(name), &to.join(name))?;
    }
    Ok(to)
}

fn copy(from: &Path, to: &Path) -> Result<()> {
    fs::copy(from, to)
        .with_context(|| format!("copying {}", from.display()))
        .map(drop)
}
