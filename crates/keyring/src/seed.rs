//! Seeds of keys that sign: a file of its own each, 32 bytes, readable by its owner only. Not wrapped by the root key:
//! a witness has no other key, and a signature opens nothing.

use crate::folder::{key, make, prepare, read};
use crate::primitives::random;
use crate::{Fault, Seed};
use std::path::Path;

/// The name of the seed of the log's own key, in its keys folder.
pub const CHECKPOINT_SEED: &str = "checkpoint.key";

/// The seed in this file; none when there is no such file.
///
/// # Errors
/// When others may read it, or it is not a seed.
pub fn seed(file: &Path) -> Result<Option<Seed>, Fault> {
    read(file)?.map(|bytes| key(&bytes, file)).transpose()
}

/// The seed in this file, made when there is none.
///
/// # Errors
/// When it cannot be made, others may read it or its folder, or it is not a seed.
pub fn seed_or_new(file: &Path) -> Result<Seed, Fault> {
    if let Some(folder) = file.parent().filter(|folder| !folder.as_os_str().is_empty()) {
        prepare(folder)?;
    }
    match seed(file)? {
        Some(seed) => Ok(seed),
        None => key(&make(file, random()?.as_ref())?, file),
    }
}
