//! What can go wrong with the world: the database, the keys, a fenced writer. Never a rule, never personal content.

use crate::CodecFault;
use std::sync::Arc;

/// The world failed; the wish may be repeated with the same command id.
#[derive(Clone, Debug, thiserror::Error)]
pub enum Fault {
    /// The database answered with an error, or not at all; nothing was stored.
    #[error("the database failed: {}", said(.0))]
    Database(Arc<tokio_postgres::Error>),
    /// No connection could be had.
    #[error("no connection to the database: {0}")]
    Connection(Arc<deadpool_postgres::PoolError>),
    /// The address of the database cannot be read.
    #[error("the pool of connections cannot be made: {0}")]
    Pool(String),
    /// An event could not be turned into bytes or back.
    #[error(transparent)]
    Codec(#[from] CodecFault),
    /// The connection died during the commit: only repeating the same command tells what came of it.
    #[error("the outcome of the command is unknown: repeat it with the same id")]
    UnknownOutcome,
    /// The store is closing; nothing was stored.
    #[error("the log is closing")]
    Closed,
    /// A newer writer forbade this one to go on.
    #[error("this writer (epoch {epoch}) may no longer append: writers from {fence} on may")]
    Fenced {
        /// The epoch of this writer.
        epoch: u64,
        /// The oldest epoch that may still write.
        fence: u64,
    },
    /// The stream belongs to another capability than the one that asks.
    #[error("stream {stream} belongs to another capability than {capability}")]
    OtherCapability {
        /// The stream.
        stream: uuid::Uuid,
        /// The capability that asked.
        capability: &'static str,
    },
    /// The log has no head, or holds what it cannot hold.
    #[error("the log is damaged: {0}")]
    Damaged(&'static str),
    /// An applied migration is not the file this program carries.
    #[error("migration {file} was changed after it had been applied: restore the file and add a new one")]
    MigrationChanged {
        /// The name of the file.
        file: String,
    },
    /// The database was migrated by a newer program.
    #[error("the database holds migration {number}, which this program does not know: use the newer program")]
    MigrationUnknown {
        /// Its number.
        number: i32,
    },
    /// A migration failed; nothing of it remains.
    #[error("migration {file} failed: {reason}")]
    MigrationFailed {
        /// The name of the file.
        file: &'static str,
        /// What the database said.
        reason: String,
    },
}

/// What the database said, without its details: these may quote a value.
fn said(error: &tokio_postgres::Error) -> String {
    let Some(said) = error.as_db_error() else {
        let cause = std::error::Error::source(error);
        return cause.map_or_else(|| error.to_string(), |cause| format!("{error}: {cause}"));
    };
    let code = said.code().code();
    // A data exception may quote the value in its very message.
    if code.starts_with("22") {
        format!("SQLSTATE {code}")
    } else {
        format!("{} (SQLSTATE {code})", said.message())
    }
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
