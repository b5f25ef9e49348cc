//! What can go wrong with keys. Carries no key and no value.

use std::path::PathBuf;
use std::sync::Arc;

/// The keys could not be had or do not fit.
#[derive(Clone, Debug, thiserror::Error)]
pub enum Fault {
    /// The database failed.
    #[error("the keys could not be read or stored: {0}")]
    Database(Arc<tokio_postgres::Error>),
    /// No connection could be had.
    #[error("no connection to the database of the keys: {0}")]
    Connection(Arc<deadpool_postgres::PoolError>),
    /// The database did not answer in time.
    #[error("the database of the keys does not answer")]
    Silent,
    /// A file of the keys folder cannot be used.
    #[error("the keys folder cannot be used at {path}: {source}")]
    Folder {
        /// Which file or folder.
        path: PathBuf,
        /// Why.
        source: Arc<std::io::Error>,
    },
    /// Others than the owner may read the keys.
    #[error("{path} can be read by others: set its rights to {wanted:o}")]
    LooseRights {
        /// Which file or folder.
        path: PathBuf,
        /// The rights it must have.
        wanted: u32,
    },
    /// A key file is not a key.
    #[error("{path} is not a key of Trame")]
    NotAKey {
        /// Which file.
        path: PathBuf,
    },
    /// A line of those who were forgotten cannot be read: it may name someone who would be opened again.
    #[error(
        "line {line} of {path} cannot be read: put the file of a backup of the keys in its place, nothing is opened until then"
    )]
    ForgottenUnreadable {
        /// The file of who was forgotten.
        path: PathBuf,
        /// Which line.
        line: u64,
    },
    /// The database has keys, the folder has none.
    #[error("the database was made with keys that are not in {folder}: restore that folder, no new keys are made")]
    KeysMissing {
        /// The keys folder.
        folder: PathBuf,
    },
    /// The database belongs to another root key.
    #[error("the database belongs to other keys than those in {folder}")]
    OtherRootKey {
        /// The keys folder.
        folder: PathBuf,
    },
    /// A key is wrapped in an epoch whose key is not in hand.
    #[error("a key of epoch {epoch} is needed, and the key of that epoch is not in the keys folder")]
    EpochUnknown {
        /// Which epoch.
        epoch: i32,
    },
    /// An epoch is to be destroyed while keys still hang on it.
    #[error("{keys} keys are still wrapped in epoch {epoch}: rotate to the end first, nothing was destroyed")]
    EpochInUse {
        /// Which epoch.
        epoch: i32,
        /// How many keys.
        keys: u64,
    },
    /// Another program is rotating keys.
    #[error("the keys are being rotated by another program")]
    Rotating,
    /// The root key is not among the credentials.
    #[error("the credential {name}, 32 bytes, was not handed over: see LoadCredentialEncrypted of systemd")]
    CredentialMissing {
        /// Its name.
        name: String,
    },
    /// A root key that is handed over is not ours to replace.
    #[error("put the new root key in the credential {name} and the old one in {name}-before, and ask again")]
    CredentialNotReplaced {
        /// Its name.
        name: String,
    },
    /// The service of the root key did not do what was asked.
    #[error("the service of the root key: {0}")]
    Service(String),
    /// A sheet of escrow is not what was printed.
    #[error("sheet {which} is mistyped: look at it again, letter by letter")]
    SheetMistyped {
        /// The first or the second that was given.
        which: u8,
    },
    /// The same sheet was given twice.
    #[error("this is one sheet, given twice: two different ones are needed")]
    SameSheet,
    /// The sheets do not belong together.
    #[error("these two sheets were not printed together: take two of the same printing")]
    SheetsOfOtherKeys,
    /// The sheets hold another root key than the one the folder needs.
    #[error("these sheets hold another root key than the one this keys folder needs: take those of the last printing")]
    SheetsOfAnotherFolder,
    /// There is a root key already.
    #[error("{path} is there already: it is never replaced by a recovery")]
    RootKeyStands {
        /// Where it lies.
        path: PathBuf,
    },
    /// A service keeps the root key.
    #[error("the root key never leaves its service: escrow is the service's own")]
    NothingToEscrow,
    /// The stored key of a subject cannot be unwrapped.
    #[error("a stored key cannot be unwrapped")]
    Unwrap,
    /// The subject was forgotten: nothing more can be sealed for it.
    #[error("the subject was forgotten")]
    Forgotten,
    /// A sealed value is not what was sealed, or not at its place.
    #[error("a sealed value cannot be opened at {kind} {field}")]
    Altered {
        /// The type name of its event.
        kind: String,
        /// Its field.
        field: String,
    },
    /// A cryptographic primitive refused.
    #[error("the cryptographic library refused")]
    Primitive,
    /// The program is ending.
    #[error("the keyring is closing")]
    Closed,
}

impl From<tokio_postgres::Error> for Fault {
    fn from(error: tokio_postgres::Error) -> Self {
        Self::Database(Arc::new(error))
    }
}

impl From<deadpool_postgres::PoolError> for Fault {
    fn from(error: deadpool_postgres::PoolError) -> Self {
        Self::Connection(Arc::new(error))
    }
}
