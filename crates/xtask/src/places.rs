//! Where things lie: the root of the repository, the target folder, and what is made in it.

use std::{
    env,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result};

/// The folders that every chore works in.
#[derive(Debug, Clone)]
pub(crate) struct Places {
    root: PathBuf,
    target: PathBuf,
}

impl Places {
    /// Asks cargo, which knows about `CARGO_TARGET_DIR` and configuration files.
    pub(crate) fn find() -> Result<Self> {
        let own = env::var_os("CARGO_MANIFEST_DIR").map_or_else(|| env!("CARGO_MANIFEST_DIR").into(), PathBuf::from);
        let root = own
            .ancestors()
            .nth(2)
            .context("the chores lie two folders below the root")?
            .to_owned();
        let seen = cargo_metadata::MetadataCommand::new()
            .manifest_path(root.join("Cargo.toml"))
            .no_deps()
            .exec()
            .context("cargo could not read the workspace")?;
        Ok(Self {
            root,
            target: seen.target_directory.into(),
        })
    }

    /// The root of the repository.
    pub(crate) fn root(&self) -> &Path {
        &self.root
    }

    /// The folder of everything that is built.
    pub(crate) fn target(&self) -> &Path {
        &self.target
    }

    /// The built client, where the server looks for it.
    pub(crate) fn site(&self) -> PathBuf {
        self.target.join("site")
    }

    /// Where packages from npm are put.
    pub(crate) fn tools(&self) -> PathBuf {
        self.target.join("tools")
    }

    /// The built server.
    pub(crate) fn trame(&self, release: bool) -> PathBuf {
        self.target
            .join(if release { "release" } else { "debug" })
            .join("trame")
    }
}
