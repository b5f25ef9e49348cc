//! `cargo xtask client`: the browser's part alone.

use std::process::ExitCode;

use anyhow::Result;

use crate::{places::Places, site};

/// How to build the browser's part.
#[derive(clap::Args, Default)]
pub(crate) struct Client {
    /// Use Debian's own compiler even where the target is there (to prove that way).
    #[arg(long)]
    debian_compiler: bool,
    /// Build even when nothing changed.
    #[arg(long)]
    again: bool,
}

impl Client {
    /// Builds it.
    pub(crate) fn run(&self, places: &Places) -> Result<ExitCode> {
        let wish = site::Wish {
            debian_compiler: self.debian_compiler,
            again: self.again,
        };
        site::build(places, &wish)?.within_budget()?;
        Ok(ExitCode::SUCCESS)
    }
}
