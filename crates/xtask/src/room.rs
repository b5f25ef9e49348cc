//! Room on the disk: a build that runs out of it half-way says nothing of the code.

use std::{fs, path::Path};

use anyhow::{Context, Result, bail};

use crate::{command, places::Places, voice};

/// What building and testing everything takes of an empty target folder, with some room to spare: 6.1 GiB were measured.
const ALL: u64 = 8 << 30;

/// Makes sure that everything can be built: when it may not fit, what earlier builds left is removed.
pub(crate) fn make(places: &Places) -> Result<()> {
    fs::create_dir_all(places.target()).context("the target folder cannot be made")?;
    let free = free(places.target())?;
    if free >= ALL {
        return Ok(());
    }
    voice::line(&format!(
        "{} are free: what earlier builds left in {} is removed",
        gigabytes(free),
        places.target().display()
    ));
    command::run(command::cargo(places).args(["clean", "--quiet"]))?;
    fs::create_dir_all(places.target()).context("the target folder cannot be made")?;
    let free = self::free(places.target())?;
    if free < ALL {
        bail!(
            "{} are free for {}, and building and testing take {}: make room, or name another folder in CARGO_TARGET_DIR",
            gigabytes(free),
            places.target().display(),
            gigabytes(ALL)
        );
    }
    Ok(())
}

/// How many bytes are free where a folder lies.
fn free(folder: &Path) -> Result<u64> {
    let disk = rustix::fs::statvfs(folder).with_context(|| format!("the disk of {}", folder.display()))?;
    Ok(disk.f_bavail.saturating_mul(disk.f_frsize))
}

fn gigabytes(bytes: u64) -> String {
    let tenths = bytes.saturating_mul(10) >> 30;
    format!("{}.{} GiB", tenths / 10, tenths % 10)
}
