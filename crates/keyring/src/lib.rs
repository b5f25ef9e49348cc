//! Keys: seals personal values on their way into the log, and opens them for a permit. The only opener there is.
//!
//! One data key per subject, wrapped by the key of an epoch, which the root key wraps; both lie outside the database.
//! Destroying the key of a subject forgets it; destroying its epoch forgets every copy of it, in every backup.
//! No event, no view and no sentence is known here.

mod cache;
mod epochs;
mod escrow;
mod fault;
mod folder;
mod keys;
mod news;
mod primitives;
#[cfg(feature = "shuttle")]
pub mod races;
mod root;
mod rows;
mod sabotage;
mod secrets;
mod seed;
mod sync;
mod tombstones;

pub use epochs::{Epoch, Rotation};
pub use escrow::{Sheet, recover};
pub use fault::Fault;
pub use keys::{Keys, Opened, Place};
pub use news::Listening;
pub use primitives::sealed_length;
pub use root::{RootSource, Transit};
pub use sabotage::Sabotage;
#[cfg(feature = "sabotage")]
pub use sabotage::sabotage;
pub use secrets::digest;
pub use seed::{CHECKPOINT_SEED, seed, seed_or_new};

/// The seed of a key that signs; wiped when it goes.
pub type Seed = zeroize::Zeroizing<[u8; 32]>;

use access::Permit;
use cache::Cache;
use deadpool_postgres::Pool;
use rows::{Maker, Rows};
use sealed::{Private, Subject};
use secrets::Secrets;
use serde::de::DeserializeOwned;
use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Arc;
use tokio::task::spawn_blocking;

/// The keys of one territory. Clones share it.
#[derive(Clone)]
pub struct Keyring {
    secrets: Arc<Secrets>,
    rows: Rows,
    cache: Arc<Cache>,
    maker: Maker,
}

impl Keyring {
    /// Loads the keys of this folder, made when the folder and the database are new; the root key lies there too.
    ///
    /// `pool`: connections as the running program. Needs a tokio runtime.
    ///
    /// # Errors
    /// When others may read the folder, or when the database belongs to another root key.
    pub async fn load(pool: Pool, folder: &Path) -> Result<Self, Fault> {
        Self::load_from(pool, folder, &RootSource::Folder).await
    }

    /// The same, with a root key that may lie elsewhere. Whoever was forgotten, in this folder's memory, is forgotten
    /// again in a database that was restored from before.
    ///
    /// # Errors
    /// As [`Self::load`], or when the root key cannot be had.
    pub async fn load_from(pool: Pool, folder: &Path, source: &RootSource) -> Result<Self, Fault> {
        let known = rows::fingerprint(&pool).await?;
        let present = rows::present_epoch(&pool).await?;
        let (at, source) = (folder.to_owned(), source.clone());
        // The root key may lie in a service.
        let secrets = spawn_blocking(move || Secrets::load(&at, &source, known.is_some(), present));
        let secrets = Arc::new(secrets.await.map_err(|_ended| Fault::Closed)??);
        if rows::keep_fingerprint(&pool, &secrets.fingerprint()).await? != secrets.fingerprint() {
            return Err(Fault::OtherRootKey {
                folder: folder.to_owned(),
            });
        }
        let rows = Rows::new(pool, Arc::clone(&secrets));
        let again = rows.destroy(&tombstones::all(folder)?.into_iter().collect()).await?;
        if again > 0 {
            tracing::warn!(
                again,
                "keys of forgotten subjects were in this database, and are destroyed again"
            );
        }
        let maker = rows::start_maker(rows.clone());
        Ok(Self {
            secrets,
            rows,
            cache: Arc::new(Cache::new(cache::HELD)),
            maker,
        })
    }

    /// The keys of these subjects, made when they are missing, committed before this returns: to seal with.
    ///
    /// # Errors
    /// When they cannot be had, or when one of the subjects was forgotten.
    pub async fn ensure(&self, subjects: impl IntoIterator<Item = Subject>) -> Result<Keys, Fault> {
        let (mut found, missing) = self.cache.take(subjects);
        if !missing.is_empty() {
            let seen = self.cache.generation();
            let made = self.maker.make(missing).await?;
            self.cache.put(seen, &made);
            found.extend(made);
        }
        Keys::to_seal(found)
    }

    /// The keys of these subjects as far as they exist, in one question: to open many values with.
    ///
    /// # Errors
    /// When they cannot be read.
    pub async fn prefetch(&self, subjects: impl IntoIterator<Item = Subject>) -> Result<Keys, Fault> {
        let (mut found, missing) = self.cache.take(subjects);
        if !missing.is_empty() {
            let seen = self.cache.generation();
            let read = self.rows.read(&missing).await?;
            self.cache.put(seen, &read);
            found.extend(read);
        }
        Ok(Keys::to_open(found))
    }

    /// Opens one value for who holds the permit.
    ///
    /// # Errors
    /// When its key cannot be had, or when it is not what was sealed.
    pub async fn open<T: DeserializeOwned + Clone>(
        &self,
        permit: &Permit,
        value: &Private<T>,
    ) -> Result<Opened<T>, Fault> {
        self.prefetch([value.subject()]).await?.open(permit, value)
    }

    /// Opens many values for who holds the permit, with one question for all their keys.
    ///
    /// # Errors
    /// When a key cannot be had, or when a value is not what was sealed.
    pub async fn open_all<T: DeserializeOwned + Clone>(
        &self,
        permit: &Permit,
        values: &[&Private<T>],
    ) -> Result<Vec<Opened<T>>, Fault> {
        let keys = self.prefetch(values.iter().map(|value| value.subject())).await?;
        values.iter().map(|value| keys.open(permit, value)).collect()
    }

    /// Destroys the keys of subjects: what they sealed is unreadable from now on. Running programs drop their copies at
    /// once; copies in backups are opaque once this epoch was destroyed. Answers how many keys were still there.
    ///
    /// # Errors
    /// When the folder or the database does not confirm it; done again, it goes on where it stopped.
    pub async fn forget(&self, subjects: impl IntoIterator<Item = Subject>) -> Result<u64, Fault> {
        let subjects: BTreeSet<Subject> = subjects.into_iter().collect();
        // Remembered first, so that no crash and no restore brings a key back.
        tombstones::add(self.secrets.folder(), &subjects)?;
        let destroyed = self.rows.destroy(&subjects).await?;
        self.cache.clear();
        Ok(destroyed)
    }

    /// Grows whenever keys are destroyed: what was opened before is to be opened again.
    #[must_use]
    pub fn generation(&self) -> u64 {
        self.cache.generation()
    }

    /// A keyed digest: what must be compared without being stored.
    #[must_use]
    pub fn digest(&self, body: &[u8]) -> [u8; 32] {
        self.secrets.digest(body)
    }

    /// A keyed digest of a name that must be unique within its scope.
    #[must_use]
    pub fn blind(&self, scope: &str, value: &str) -> Vec<u8> {
        self.secrets.blind(scope, value)
    }
}
