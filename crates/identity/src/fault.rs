//! What can go wrong with the world while someone signs in. Carries no login, password or token.

use std::sync::Arc;

/// The world failed.
#[derive(Clone, Debug, thiserror::Error)]
pub enum Fault {
    /// The database failed.
    #[error("accounts or sessions could not be read or stored: {0}")]
    Database(Arc<tokio_postgres::Error>),
    /// No connection could be had.
    #[error("no connection to the database of accounts: {0}")]
    Connection(Arc<deadpool_postgres::PoolError>),
    /// A password could not be hashed.
    #[error("a password could not be hashed")]
    Hashing,
    /// A secret could not be sealed or opened.
    #[error("a secret of an account could not be sealed or opened: {0}")]
    Safe(Arc<dyn std::error::Error + Send + Sync>),
    /// A challenge for a passkey could not be made or kept.
    #[error("a challenge for a passkey could not be made or kept")]
    Passkeys,
    /// Too many sign in at once for the memory that hashing takes.
    #[error("too many passwords are checked at once")]
    Busy,
    /// The list of stolen passwords cannot be read any more.
    #[error("the list of stolen passwords cannot be read: {0}")]
    StolenPasswords(Arc<std::io::Error>),
    /// The system gives no randomness.
    #[error("no randomness could be had")]
    Randomness,
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

impl From<std::io::Error> for Fault {
    fn from(error: std::io::Error) -> Self {
        Self::StolenPasswords(Arc::new(error))
    }
}
