//! A small disk in memory that can be filled to its last byte, and freed again.

use anyhow::{Context, ensure};
use std::fs::{self, DirBuilder, File, OpenOptions};
use std::io::{ErrorKind, Write};
use std::os::unix::fs::DirBuilderExt;
use std::path::{Path, PathBuf};
use std::process::Command;

/// What takes all the room.
const BALLAST: &str = "ballast";

/// Mounted as long as this value lives.
pub(super) struct Disk(PathBuf);

impl Disk {
    /// One of so many MiB at this place.
    pub(super) fn of(place: &Path, megabytes: u32) -> anyhow::Result<Self> {
        DirBuilder::new().recursive(true).mode(0o700).create(place)?;
        let options = format!("size={megabytes}m,mode=0700");
        let mounted = Command::new("mount")
            .args(["-t", "tmpfs", "-o", &options, "trame-prove"])
            .arg(place)
            .status()
            .context("mount")?;
        ensure!(mounted.success(), "no disk could be mounted at {}", place.display());
        Ok(Self(place.to_owned()))
    }

    /// Takes all the room that is left; answers how many bytes.
    fn fill(&self) -> anyhow::Result<u64> {
        let mut ballast = OpenOptions::new()
            .create(true)
            .append(true)
            .open(self.0.join(BALLAST))?;
        let much = vec![0x5a; 1 << 20];
        for piece in [much.as_slice(), much.get(..4096).unwrap_or_default()] {
            while written(&mut ballast, piece)? {}
        }
        Ok(ballast.metadata()?.len())
    }

    fn free(&self) -> anyhow::Result<()> {
        Ok(fs::remove_file(self.0.join(BALLAST))?)
    }
}

/// Whether there was room for something of it.
fn written(file: &mut File, bytes: &[u8]) -> anyhow::Result<bool> {
    match file.write(bytes) {
        Ok(written) => Ok(written > 0),
        Err(full) if full.kind() == ErrorKind::StorageFull => Ok(false),
        Err(other) => Err(other.into()),
    }
}

impl Drop for Disk {
    fn drop(&mut self) {
        // Lazily: whoever still ends in it keeps what it needs until then.
        let unmounted = Command::new("umount").arg("--lazy").arg(&self.0).status();
        if !unmounted.is_ok_and(|status| status.success()) {
            crate::report::line(&format!("{} is still mounted: umount it", self.0.display()));
        }
    }
}

impl super::Machine {
    /// Leaves PostgreSQL not one byte of room; answers how many it had.
    pub(crate) fn fill_disk(&self) -> anyhow::Result<u64> {
        self.disk.as_ref().context("there is no small disk")?.fill()
    }

    /// Gives the room back.
    pub(crate) fn free_disk(&self) -> anyhow::Result<()> {
        self.disk.as_ref().context("there is no small disk")?.free()
    }
}
