//! The root key as a file of the keys folder: the default. A rotation keeps the one before beside it until all that it
//! wrapped was wrapped again, so that a crash at any moment loses nothing.

use super::RootKey;
use crate::Fault;
use crate::folder::{destroy, key, make, prepare, read, replace};
use crate::primitives::{Key, derive, random, unwrap, wrap};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

/// The name of its file.
pub(crate) const ROOT: &str = "root.key";
/// The one before, during a rotation.
const BEFORE: &str = "root-before.key";

pub(super) struct Kept {
    folder: PathBuf,
    /// The present one, and the one before while there is one.
    held: Mutex<(Key, Option<Key>)>,
}

impl Kept {
    pub(super) fn open(folder: &Path, needed: bool) -> Result<Self, Fault> {
        let file = folder.join(ROOT);
        if needed && !file.exists() {
            return Err(Fault::KeysMissing {
                folder: folder.to_owned(),
            });
        }
        prepare(folder)?;
        let bytes = match read(&file)? {
            Some(bytes) => bytes,
            None => make(&file, random()?.as_ref())?,
        };
        let before = folder.join(BEFORE);
        let held = (
            key(&bytes, &file)?,
            read(&before)?.map(|bytes| key(&bytes, &before)).transpose()?,
        );
        Ok(Self {
            folder: folder.to_owned(),
            held: Mutex::new(held),
        })
    }
}

/// Wrapped under a key of its own for each purpose, since AES key wrap has no additional data.
pub(super) fn wrapped_by(root: &Key, purpose: &[u8], key: &Key) -> Result<Vec<u8>, Fault> {
    wrap(&derive(root, &[purpose])?, key)
}

pub(crate) fn unwrapped_by(root: &Key, purpose: &[u8], wrapped: &[u8]) -> Result<Option<Key>, Fault> {
    Ok(unwrap(&derive(root, &[purpose])?, wrapped))
}

impl RootKey for Kept {
    fn wrap(&self, purpose: &[u8], key: &Key) -> Result<Vec<u8>, Fault> {
        let held = self.held.lock().unwrap_or_else(PoisonError::into_inner);
        wrapped_by(&held.0, purpose, key)
    }

    fn unwrap(&self, purpose: &[u8], wrapped: &[u8]) -> Result<Option<Key>, Fault> {
        let held = self.held.lock().unwrap_or_else(PoisonError::into_inner);
        match (unwrapped_by(&held.0, purpose, wrapped)?, &held.1) {
            (None, Some(before)) => unwrapped_by(before, purpose, wrapped),
            (unwrapped, Some(_) | None) => Ok(unwrapped),
        }
    }

    fn rotate(&self) -> Result<(), Fault> {
        let mut held = self.held.lock().unwrap_or_else(PoisonError::into_inner);
        // A rotation that a crash cut off after the new key was there goes on with it.
        if held.1.as_ref().is_some_and(|before| *before != held.0) {
            return Ok(());
        }
        make(&self.folder.join(BEFORE), held.0.as_ref())?;
        let new = random()?;
        replace(&self.folder.join(ROOT), new.as_ref())?;
        let before = std::mem::replace(&mut held.0, new);
        held.1 = Some(before);
        Ok(())
    }

    fn settle(&self) -> Result<(), Fault> {
        let mut held = self.held.lock().unwrap_or_else(PoisonError::into_inner);
        destroy(&self.folder.join(BEFORE))?;
        held.1 = None;
        Ok(())
    }

    fn bytes(&self) -> Option<Key> {
        let held = self.held.lock().unwrap_or_else(PoisonError::into_inner);
        Some(held.0.clone())
    }
}
