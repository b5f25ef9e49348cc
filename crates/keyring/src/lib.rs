//! Keys: seals personal values on their way into the log, and opens them for a permit. The only opener there is.
//!
//! One data key per subject, wrapped by an epoch key that lies outside the database; destroying it forgets the subject.
//! No event, no view and no sentence is known here.

mod cache;
mod fault;
mod folder;
mod keys;
mod primitives;
mod rows;
mod secrets;
mod seed;

pub use fault::Fault;
pub use keys::{Keys, Opened, Place};
pub use primitives::sealed_length;
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
use std::path::Path;
use std::sync::Arc;

/// The keys of one territory. Clones share it.
#[derive(Clone)]
pub struct Keyring {
    secrets: Arc<Secrets>,
    rows: Rows,
    cache: Arc<Cache>,
    maker: Maker,
}

impl Keyring {
    /// Loads the keys of this folder, made when the folder and the database are new.
    ///
    /// `pool`: connections as the running program. Needs a tokio runtime.
    ///
    /// # Errors
    /// When others may read the folder, or when the database belongs to another root key.
    pub async fn load(pool: Pool, folder: &Path) -> Result<Self, Fault> {
        let known = rows::fingerprint(&pool).await?;
        let secrets = Arc::new(Secrets::of(folder::load(folder, known.is_some())?)?);
        if rows::keep_fingerprint(&pool, &secrets.fingerprint()).await? != secrets.fingerprint() {
            return Err(Fault::OtherRootKey {
                folder: folder.to_owned(),
            });
        }
        let rows = Rows::new(pool, Arc::clone(&secrets));
        let maker = rows::start_maker(rows.clone());
        Ok(Self {
            secrets,
            rows,
            cache: Arc::new(Cache::new()),
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

    /// Destroys the key of a subject: what it sealed is unreadable from now on, in every copy. Other processes forget
    /// their copy of the key within a minute.
    ///
    /// # Errors
    /// When the database does not confirm it.
    pub async fn forget(&self, subject: Subject) -> Result<(), Fault> {
        self.rows.destroy(subject).await?;
        self.cache.drop_key(subject);
        Ok(())
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
