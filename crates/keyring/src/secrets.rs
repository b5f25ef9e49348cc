//! What is derived from the keys of the folder: the wrapping of subjects' keys, digests, blind indexes, the fingerprint.

use crate::folder::{self, Loaded};
use crate::primitives::{Key, derive, mac, unwrap, wrap};
use crate::root::RootSource;
use crate::{Fault, rows};
use sealed::Subject;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::{PoisonError, RwLock};

/// The keys of the folder at work.
pub(crate) struct Secrets {
    folder: PathBuf,
    source: RootSource,
    fingerprint: [u8; 32],
    digests: Key,
    blinds: Key,
    epochs: RwLock<Epochs>,
}

/// The same keyed digest as [`crate::Keyring::digest`], from the keys folder alone: before there is a database.
///
/// # Errors
/// When the folder has no keys, or the root key cannot be had.
pub fn digest(folder: &Path, source: &RootSource, body: &[u8]) -> Result<[u8; 32], Fault> {
    let root = source.open(folder, true)?;
    let names = folder::names(folder, root.as_ref(), true)?;
    Ok(mac(&derive(&names, &[b"trame command digest"])?, &[body]))
}

/// The epochs as this process knows them.
struct Epochs {
    present: i32,
    keys: BTreeMap<i32, Key>,
}

/// A blind index needs no more: names are few beside 2^64.
const BLIND: usize = 16;

impl Secrets {
    /// Loads the folder. `needed`: a database depends on its keys; `present`: the epoch that this database is in.
    pub(crate) fn load(folder: &Path, source: &RootSource, needed: bool, present: i32) -> Result<Self, Fault> {
        let root = source.open(folder, needed)?;
        let Loaded { names, epochs } = folder::load(folder, root.as_ref(), needed, present)?;
        // Digests of commands and names are compared for ever, so they hang on a key that outlives every epoch.
        let named = derive(&names, &[b"trame fingerprint"])?;
        Ok(Self {
            folder: folder.to_owned(),
            source: source.clone(),
            fingerprint: mac(&named, &[b"fingerprint"]),
            digests: derive(&names, &[b"trame command digest"])?,
            blinds: derive(&names, &[b"trame blind index"])?,
            epochs: RwLock::new(Epochs { present, keys: epochs }),
        })
    }

    pub(crate) fn fingerprint(&self) -> [u8; 32] {
        self.fingerprint
    }

    pub(crate) fn folder(&self) -> &Path {
        &self.folder
    }

    pub(crate) fn source(&self) -> &RootSource {
        &self.source
    }

    /// Reads the epochs' keys again: another process began one or destroyed one.
    pub(crate) fn renew(&self, present: i32) -> Result<(), Fault> {
        let root = self.source.open(&self.folder, true)?;
        let Loaded { epochs, .. } = folder::load(&self.folder, root.as_ref(), true, present)?;
        let mut held = self.epochs.write().unwrap_or_else(PoisonError::into_inner);
        *held = Epochs { present, keys: epochs };
        Ok(())
    }

    pub(crate) fn epoch(&self) -> i32 {
        self.epochs.read().unwrap_or_else(PoisonError::into_inner).present
    }

    /// The key under which the key of a subject is wrapped in an epoch; none when that epoch is not in hand. Bound to its
    /// subject, so that a wrapped key cannot be moved to another.
    fn wrapping(&self, subject: Subject, epoch: i32) -> Result<Option<Key>, Fault> {
        let epochs = self.epochs.read().unwrap_or_else(PoisonError::into_inner);
        let (kind, id) = (rows::kind(subject).to_be_bytes(), subject.id());
        let Some(key) = epochs.keys.get(&epoch) else {
            return Ok(None);
        };
        derive(key, &[b"trame subject key", &epoch.to_be_bytes(), &kind, id.as_bytes()]).map(Some)
    }

    /// Wraps the key of a subject in an epoch.
    pub(crate) fn wrap(&self, subject: Subject, epoch: i32, key: &Key) -> Result<Vec<u8>, Fault> {
        let wrapping = self.wrapping(subject, epoch)?.ok_or(Fault::EpochUnknown { epoch })?;
        wrap(&wrapping, key)
    }

    pub(crate) fn unwrap(&self, subject: Subject, epoch: i32, wrapped: &[u8]) -> Result<Key, Fault> {
        let wrapping = self.wrapping(subject, epoch)?.ok_or(Fault::EpochUnknown { epoch })?;
        unwrap(&wrapping, wrapped).ok_or(Fault::Unwrap)
    }

    pub(crate) fn digest(&self, body: &[u8]) -> [u8; 32] {
        mac(&self.digests, &[body])
    }

    pub(crate) fn blind(&self, scope: &str, value: &str) -> Vec<u8> {
        let mut blind = mac(&self.blinds, &[scope.as_bytes(), &[0], value.as_bytes()]).to_vec();
        blind.truncate(BLIND);
        blind
    }
}
