//! What a witness remembers: a folder with her key, the checkpoint that she signed last, and what she refused.

use super::parsed;
use anyhow::{Context, bail};
use keyring::Seed;
use std::fs::{self, File};
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};
use transparency::{Checkpoint, Note, PublicKey};

/// The folder.
pub(super) struct Memory(PathBuf);

impl Memory {
    /// In this folder, made when its first file is.
    pub(super) fn in_folder(folder: &Path) -> anyhow::Result<Self> {
        if folder.exists() && !folder.is_dir() {
            bail!("{} is not a folder", folder.display());
        }
        Ok(Self(folder.to_owned()))
    }

    /// The seed of her key, made when there is none.
    pub(super) fn seed(&self) -> anyhow::Result<Seed> {
        Ok(keyring::seed_or_new(&self.0.join("witness.key"))?)
    }

    /// Where the checkpoint that was seen last lies.
    pub(super) fn seen_file(&self) -> PathBuf {
        self.0.join("seen")
    }

    /// The checkpoint that was seen last.
    pub(super) fn seen(&self, log: &PublicKey) -> anyhow::Result<Option<Checkpoint>> {
        let file = self.seen_file();
        let text = match fs::read_to_string(&file) {
            Ok(text) => text,
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(error).with_context(|| file.display().to_string()),
        };
        let seen = parsed(&text).and_then(|note| Ok(Checkpoint::opened(&note, log)?));
        let seen = seen.with_context(|| format!("what was seen before cannot be read in {}", file.display()))?;
        Ok(Some(seen))
    }

    /// Keeps the checkpoint that is seen now, whole or not at all.
    pub(super) fn keep_seen(&self, note: &Note) -> anyhow::Result<()> {
        self.keep(&self.seen_file(), note)
    }

    /// Keeps a checkpoint that was refused, and answers where.
    pub(super) fn keep_refused(&self, note: &Note) -> anyhow::Result<PathBuf> {
        let file = self.0.join("refused");
        self.keep(&file, note)?;
        Ok(file)
    }

    fn keep(&self, file: &Path, note: &Note) -> anyhow::Result<()> {
        let unfinished = file.with_extension("new");
        let written = || {
            let mut new = File::create(&unfinished)?;
            new.write_all(note.to_string().as_bytes())?;
            new.sync_all()?;
            fs::rename(&unfinished, file)?;
            File::open(&self.0)?.sync_all()
        };
        written().with_context(|| format!("{} cannot be written", file.display()))
    }
}
