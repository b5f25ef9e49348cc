//! The label of a backup: what it holds, sealed by the Trame that took it. Whoever changes a backup cannot make it anew.

use anyhow::{Context, bail};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::io::ErrorKind;
use std::path::Path;

const FILE: &str = "trame.json";

#[derive(Serialize, Deserialize)]
pub(super) struct Contents {
    /// The version of the program.
    pub(super) program: String,
    pub(super) taken_at: Timestamp,
    /// How many events it holds at least.
    pub(super) events: u64,
    /// The newest checkpoint that was signed before: the restored log must begin with it.
    pub(super) checkpoint: Option<String>,
    /// The digests of the manifest and of the WAL; the manifest has those of all other files.
    pub(super) files: BTreeMap<String, String>,
}

#[derive(Serialize, Deserialize)]
pub(super) struct Label {
    pub(super) contents: Contents,
    seal: String,
}

fn seal(contents: &Contents, digest: impl FnOnce(&[u8]) -> [u8; 32]) -> anyhow::Result<String> {
    let mut bytes = b"trame backup".to_vec();
    bytes.extend(serde_json::to_vec(contents)?);
    Ok(digest(&bytes).iter().map(|byte| format!("{byte:02x}")).collect())
}

impl Label {
    pub(super) fn sealed(contents: Contents, digest: impl FnOnce(&[u8]) -> [u8; 32]) -> anyhow::Result<Self> {
        let seal = seal(&contents, digest)?;
        Ok(Self { contents, seal })
    }

    pub(super) fn write(&self, dir: &Path) -> anyhow::Result<()> {
        let file = dir.join(FILE);
        std::fs::write(&file, serde_json::to_vec_pretty(self)?)
            .with_context(|| format!("{} cannot be written", file.display()))
    }

    pub(super) fn read(dir: &Path) -> anyhow::Result<Self> {
        let file = dir.join(FILE);
        let bytes = match std::fs::read(&file) {
            Err(missing) if missing.kind() == ErrorKind::NotFound => bail!(
                "{} has no {FILE}: the backup did not come to its end, or is none; nothing was restored",
                dir.display()
            ),
            read => read.with_context(|| format!("{} cannot be read; nothing was restored", file.display()))?,
        };
        serde_json::from_slice(&bytes)
            .with_context(|| format!("{} cannot be read; nothing was restored", file.display()))
    }

    pub(super) fn is_sealed_by(&self, digest: impl FnOnce(&[u8]) -> [u8; 32]) -> anyhow::Result<bool> {
        Ok(seal(&self.contents, digest)? == self.seal)
    }
}
