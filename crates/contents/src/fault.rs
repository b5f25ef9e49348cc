//! What can go wrong with contents.

use std::sync::Arc;

/// A content could not be laid down or read.
#[derive(Clone, Debug, thiserror::Error)]
pub enum Fault {
    /// The database failed.
    #[error("the database of contents: {0}")]
    Database(Arc<tokio_postgres::Error>),
    /// No connection could be had.
    #[error("no connection to the database of contents: {0}")]
    Connection(Arc<deadpool_postgres::PoolError>),
    /// A key could not be had, or a chunk is not what was sealed.
    #[error("the keys of contents: {0}")]
    Keys(#[from] keyring::Fault),
    /// A chunk is missing.
    #[error("a chunk of a content is missing")]
    Missing,
    /// It was taken for left behind before an event named it: the same deposit may be sent again.
    #[error("a content was thrown away before an event named it")]
    LeftBehind,
    /// It cannot be opened for this permit, or not any more.
    #[error("a content cannot be opened")]
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
