//! The root key: what wraps the epoch keys and the key of names. One trait, wherever the root key lies.
//!
//! It never lies in the database, nor in any backup of it.

mod given;
mod kept;
mod transit;

use crate::Fault;
use crate::primitives::Key;
use std::fmt;
use std::path::{Path, PathBuf};
use zeroize::Zeroizing;

pub(crate) use kept::{ROOT, unwrapped_by};

/// What wraps keys for one purpose each: unwrapped for another purpose, they do not open.
pub(crate) trait RootKey: Send + Sync {
    /// Wraps a key.
    fn wrap(&self, purpose: &[u8], key: &Key) -> Result<Vec<u8>, Fault>;

    /// The key that was wrapped for this purpose; none when it was not wrapped by this root key.
    fn unwrap(&self, purpose: &[u8], wrapped: &[u8]) -> Result<Option<Key>, Fault>;

    /// Begins with a new root key. What the one before wrapped is still unwrapped until [`Self::settle`].
    fn rotate(&self) -> Result<(), Fault>;

    /// Gives up the root key before: all was wrapped again.
    fn settle(&self) -> Result<(), Fault>;

    /// The 32 bytes themselves, where we hold them: for the sheets of escrow.
    fn bytes(&self) -> Option<Key>;
}

/// Where the root key lies.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RootSource {
    /// In `root.key` of the keys folder, made when everything is new.
    Folder,
    /// In the credential of this name, 32 bytes, that systemd hands over in `CREDENTIALS_DIRECTORY`.
    Credential {
        /// The folder of the credentials.
        folder: PathBuf,
        /// The name.
        name: String,
    },
    /// In a service that wraps and unwraps and never gives the key away.
    Transit(Transit),
}

/// A service that speaks the transit protocol of Vault and OpenBao.
#[derive(Clone, PartialEq, Eq)]
pub struct Transit {
    /// Where it is, such as <https://bao.example.fr:8200>.
    pub url: String,
    /// Where its engine is mounted, usually `transit`.
    pub mount: String,
    /// The name of the key there.
    pub key: String,
    /// What admits us.
    pub token: Zeroizing<String>,
}

impl fmt::Debug for Transit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Transit")
            .field("url", &self.url)
            .field("mount", &self.mount)
            .field("key", &self.key)
            .field("token", &"••••")
            .finish()
    }
}

impl RootSource {
    /// The root key at work. `needed`: a database depends on it, so none may be made.
    pub(crate) fn open(&self, folder: &Path, needed: bool) -> Result<Box<dyn RootKey>, Fault> {
        Ok(match self {
            Self::Folder => Box::new(kept::Kept::open(folder, needed)?),
            Self::Credential { folder, name } => Box::new(given::Given::open(folder, name)?),
            Self::Transit(transit) => Box::new(transit::Service::at(transit)?),
        })
    }
}
