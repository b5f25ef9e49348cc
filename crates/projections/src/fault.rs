//! What can go wrong with a view: the log, the database, an event it cannot read. Never personal content.

use std::sync::Arc;

/// A view or a question asked of it failed.
#[derive(Clone, Debug, thiserror::Error)]
pub enum Fault {
    /// The log could not be read.
    #[error(transparent)]
    Log(#[from] event_store::Fault),
    /// The database answered with an error, or not at all.
    #[error("the database failed ({})", code_of(.0))]
    Database(#[source] Arc<tokio_postgres::Error>),
    /// No connection could be had.
    #[error("no connection to the database")]
    Connection(#[source] Arc<deadpool_postgres::PoolError>),
    /// An event has a type that no capability of this program knows: a newer program wrote it.
    #[error("event {position} is a {kind}, which this program does not know")]
    UnknownKind {
        /// Where it stands.
        position: u64,
        /// Its stored type name.
        kind: String,
    },
    /// A view was handed a personal value in clear, which must never be stored.
    #[error("a personal value was not sealed")]
    Unsealed,
    /// A row holds what this program cannot read.
    #[error("a row cannot be read: {0}")]
    Unreadable(&'static str),
    /// There is no such view.
    #[error("there is no view called {0}")]
    NoSuchView(String),
    /// The permit does not reach what was asked.
    #[error("the permit does not reach this")]
    OutOfReach,
    /// One event makes a view fail.
    #[error("event {position} cannot be applied")]
    Poison {
        /// Where it stands.
        position: u64,
        /// Why.
        #[source]
        cause: Arc<Fault>,
    },
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

/// The code of the database's own table of errors; its messages may quote values.
fn code_of(error: &tokio_postgres::Error) -> &str {
    error.code().map_or("no answer", |code| code.code())
}
