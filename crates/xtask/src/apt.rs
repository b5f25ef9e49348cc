//! Packages of Debian and Ubuntu, which only root may install.

use std::{
    process::Command,
    sync::atomic::{AtomicBool, Ordering},
};

use anyhow::Result;

use crate::{command, voice};

static UPDATED: AtomicBool = AtomicBool::new(false);

/// Whether this machine lets us install packages.
pub(crate) fn works() -> bool {
    rustix::process::geteuid().is_root() && command::in_path("apt-get")
}

/// Installs packages without what they only recommend.
pub(crate) fn install(packages: &[&str]) -> Result<()> {
    voice::step(&format!("Installing {} with apt", packages.join(", ")));
    if !UPDATED.swap(true, Ordering::Relaxed)
        && let Err(fault) = command::run_quietly(apt_get().arg("update"))
    {
        // The lists that are there may do; if they do not, the next line says so.
        voice::note(&format!("{fault:#}"));
    }
    command::run_quietly(
        apt_get()
            .args(["install", "-y", "--no-install-recommends"])
            .args(packages),
    )
    .map(drop)
}

fn apt_get() -> Command {
    let mut apt = Command::new("apt-get");
    apt.env("DEBIAN_FRONTEND", "noninteractive");
    apt
}
