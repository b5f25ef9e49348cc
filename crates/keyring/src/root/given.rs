//! The root key as a credential that systemd hands over: sealed on the disk, often by the TPM, in clear only in a folder
//! in memory that this service alone may read (`LoadCredentialEncrypted=trame-root-key`).

use super::RootKey;
use super::kept::{unwrapped_by, wrapped_by};
use crate::Fault;
use crate::folder::{key, read_as};
use crate::primitives::Key;
use std::path::Path;

pub(super) struct Given {
    root: Key,
    /// The credential `<name>-before`, during a rotation.
    before: Option<Key>,
    name: String,
}

impl Given {
    pub(super) fn open(folder: &Path, name: &str) -> Result<Self, Fault> {
        let one = |name: &str| {
            let file = folder.join(name);
            read_as(&file, 0o440)?.map(|bytes| key(&bytes, &file)).transpose()
        };
        let missing = || Fault::CredentialMissing { name: name.to_owned() };
        Ok(Self {
            root: one(name)?.ok_or_else(missing)?,
            before: one(&format!("{name}-before"))?,
            name: name.to_owned(),
        })
    }
}

impl RootKey for Given {
    fn wrap(&self, purpose: &[u8], key: &Key) -> Result<Vec<u8>, Fault> {
        wrapped_by(&self.root, purpose, key)
    }

    fn unwrap(&self, purpose: &[u8], wrapped: &[u8]) -> Result<Option<Key>, Fault> {
        match (unwrapped_by(&self.root, purpose, wrapped)?, &self.before) {
            (None, Some(before)) => unwrapped_by(before, purpose, wrapped),
            (unwrapped, Some(_) | None) => Ok(unwrapped),
        }
    }

    /// The new key is there already: whoever runs the credentials put it there, and the old one as `<name>-before`.
    fn rotate(&self) -> Result<(), Fault> {
        match self.before {
            Some(_) => Ok(()),
            None => Err(Fault::CredentialNotReplaced {
                name: self.name.clone(),
            }),
        }
    }

    fn settle(&self) -> Result<(), Fault> {
        Ok(())
    }

    fn bytes(&self) -> Option<Key> {
        Some(self.root.clone())
    }
}
