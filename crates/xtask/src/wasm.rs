//! The compiler that builds for the browser: the one in use when it knows the target, else what can be fetched.
//! The three ways, in this order: already there; `rustup target add`; Debian's own compiler, on that build alone.

use std::{
    path::{Path, PathBuf},
    process::Command,
    time::Duration,
};

use anyhow::{Context, Result, bail};

use crate::{apt, command, places::Places, voice};

/// The target of the browser.
pub(crate) const TARGET: &str = "wasm32-unknown-unknown";

/// Views without their types in the compiler's eyes: a quarter less to send, and less to compile. The linker says which
/// function uses which, so that the client can be cut into pieces.
const SMALL: &str = "--cfg erase_components -Clink-args=--emit-relocs";

/// What only a standard library of our own making allows: a panic that stops at once, without words for it.
const SMALLER: &str = "--cfg erase_components -Clink-args=--emit-relocs -Zunstable-options -Cpanic=immediate-abort \
                       -Zlocation-detail=none -Zfmt-debug=none";

const DEBIAN_RUSTC: &str = "/usr/bin/rustc";

/// Which compiler builds for the browser.
#[derive(Debug, Clone)]
pub(crate) enum Compiler {
    /// The compiler in use knows the target; with the sources of its standard library it makes a smaller client.
    InUse { sources: bool },
    /// Debian's `rustc-web` builds its own standard library.
    Debian { linker: Option<PathBuf> },
}

impl Compiler {
    /// Finds or fetches one.
    pub(crate) fn get(places: &Places, prefer_debian: bool) -> Result<Self> {
        if prefer_debian {
            return Self::debian(places);
        }
        let sysroot = sysroot(places)?;
        let installed = |sysroot: &Path| sysroot.join("lib/rustlib").join(TARGET).join("lib").is_dir();
        if installed(&sysroot) {
            return Ok(Self::in_use(places, &sysroot));
        }
        if command::in_path("rustup") {
            voice::step("Adding the wasm target with rustup");
            let mut add = Command::new("rustup");
            add.args(["target", "add", TARGET]).current_dir(places.root());
            if command::succeeds_within(&mut add, Duration::from_secs(60)) && installed(&sysroot) {
                return Ok(Self::in_use(places, &sysroot));
            }
            voice::note("rustup could not add it here");
        }
        Self::debian(places)
    }

    fn in_use(places: &Places, sysroot: &Path) -> Self {
        let there = || sysroot.join("lib/rustlib/src/rust/library/Cargo.lock").is_file();
        let mut add = Command::new("rustup");
        add.args(["component", "add", "rust-src"]).current_dir(places.root());
        let sources = there() || (command::succeeds_within(&mut add, Duration::from_secs(60)) && there());
        if !sources {
            voice::note("no sources of the standard library (`rustup component add rust-src`): the client gets larger");
        }
        Self::InUse { sources }
    }

    fn debian(places: &Places) -> Result<Self> {
        let mut ask = Command::new("dpkg");
        if !command::succeeds_within(ask.args(["-s", "rustc-web", "rust-web-src"]), Duration::from_secs(20)) {
            if !apt::works() {
                bail!(
                    "the compiler lacks the target {TARGET}: type `rustup target add {TARGET}` \
                     (or, on Debian, `sudo apt-get install rustc-web rust-web-src`)"
                );
            }
            apt::install(&["rustc-web", "rust-web-src"])?;
        }
        let tools = sysroot(places)?
            .join("lib/rustlib")
            .join(host(places)?)
            .join("bin/rust-lld");
        Ok(Self::Debian {
            linker: tools.is_file().then_some(tools),
        })
    }

    /// Cargo set up for the browser's target; everything that differs is set on this one child.
    pub(crate) fn cargo(&self, places: &Places) -> Command {
        let mut cargo = command::cargo(places);
        let flags = if matches!(self, Self::InUse { sources: false }) {
            SMALL
        } else {
            SMALLER
        };
        cargo.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", flags);
        if flags == SMALLER {
            cargo
                .env("RUSTC_BOOTSTRAP", "1")
                .env("CARGO_UNSTABLE_BUILD_STD", "std,panic_abort")
                .env("CARGO_UNSTABLE_BUILD_STD_FEATURES", "optimize_for_size");
        }
        if let Self::Debian { linker } = self {
            cargo
                .env("RUSTC", DEBIAN_RUSTC)
                .env("RUSTDOC", "/usr/bin/rustdoc")
                .env("CARGO_TARGET_DIR", self.folder(places));
            if let Some(linker) = linker {
                cargo.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER", linker);
            }
        }
        cargo
    }

    /// The target folder of that cargo; another compiler must not share ours.
    pub(crate) fn folder(&self, places: &Places) -> PathBuf {
        match self {
            Self::InUse { .. } => places.target().to_owned(),
            Self::Debian { .. } => places.target().join("wasm-deb"),
        }
    }
}

/// What tells one compiler's results from another's.
pub(crate) fn version(places: &Places, debian: bool) -> Result<String> {
    let said = command::run_quietly(rustc(places).arg("-vV"))?;
    Ok(format!("debian: {debian} {said}"))
}

fn sysroot(places: &Places) -> Result<PathBuf> {
    let said = command::run_quietly(rustc(places).args(["--print", "sysroot"]))?;
    Ok(PathBuf::from(said.trim()))
}

fn host(places: &Places) -> Result<String> {
    let said = command::run_quietly(rustc(places).arg("-vV"))?;
    let host = said.lines().find_map(|line| line.strip_prefix("host: "));
    host.map(str::to_owned).context("rustc does not name its host")
}

fn rustc(places: &Places) -> Command {
    let mut rustc = Command::new("rustc");
    rustc.current_dir(places.root()).env_remove("LD_LIBRARY_PATH");
    rustc
}
