//! What is derived from the keys of the folder: the wrapping of subjects' keys, digests, blind indexes, the fingerprint.

use crate::folder::Loaded;
use crate::primitives::{Key, derive, mac, unwrap, wrap};
use crate::{Fault, rows};
use sealed::Subject;

/// The keys of the folder at work.
pub(crate) struct Secrets {
    fingerprint: [u8; 32],
    epoch: i32,
    epoch_key: Key,
    digests: Key,
    blinds: Key,
}

/// A blind index needs no more: names are few beside 2^64.
const BLIND: usize = 16;

impl Secrets {
    pub(crate) fn of(loaded: Loaded) -> Result<Self, Fault> {
        let Loaded { root, epoch, epoch_key } = loaded;
        // Digests of commands and names are compared for ever, so they hang on the root and not on an epoch.
        let named = derive(&root, &[b"trame fingerprint"])?;
        Ok(Self {
            fingerprint: mac(&named, &[b"fingerprint"]),
            epoch,
            epoch_key,
            digests: derive(&root, &[b"trame command digest"])?,
            blinds: derive(&root, &[b"trame blind index"])?,
        })
    }

    pub(crate) fn fingerprint(&self) -> [u8; 32] {
        self.fingerprint
    }

    pub(crate) fn epoch(&self) -> i32 {
        self.epoch
    }

    /// Bound to its subject, so that a wrapped key cannot be moved to another.
    fn wrapping(&self, subject: Subject) -> Result<Key, Fault> {
        let (kind, id) = (rows::kind(subject).to_be_bytes(), subject.id());
        derive(
            &self.epoch_key,
            &[b"trame subject key", &self.epoch.to_be_bytes(), &kind, id.as_bytes()],
        )
    }

    pub(crate) fn wrap(&self, subject: Subject, key: &Key) -> Result<Vec<u8>, Fault> {
        wrap(&self.wrapping(subject)?, key)
    }

    pub(crate) fn unwrap(&self, subject: Subject, epoch: i32, wrapped: &[u8]) -> Result<Key, Fault> {
        if epoch != self.epoch {
            return Err(Fault::Unwrap);
        }
        unwrap(&self.wrapping(subject)?, wrapped).ok_or(Fault::Unwrap)
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
