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
    /// All connections that read were at work for too long.
    #[error("no connection to the database: {0}")]
    NoReader(String),
    /// The address of the database cannot be read.
    #[error("the pool of connections cannot be made: {0}")]
    Pool(String),
    /// An event could not be turned into bytes or back.
    #[error(transparent)]
    Codec(#[from] CodecFault),
    /// The connection died during the commit: only repeating the same command tells what came of it.
    #[error("the outcome of the command is unknown: repeat it with the same id")]
    UnknownOutcome,
    /// No host of the database said a word in time.
    #[error("no host of the database answers")]
    Silent,
    /// Our clock is not the database's: what was written now would bear a wrong date for ever.
    #[error("the clock of this machine and that of the database are not the same time: nothing is written")]
    ClocksApart,
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

impl Fault {
    /// Whether the database is out of reach, or out of room, for now: the same wish may be asked again later.
    #[must_use]
    pub fn is_passing(&self) -> bool {
        match self {
            Self::Database(error) => is_passing(error),
            Self::Connection(_)
            | Self::NoReader(_)
            | Self::UnknownOutcome
            | Self::Silent
            | Self::ClocksApart
            | Self::Closed
            | Self::Codec(CodecFault::KeysAway(_))
            | Self::Fenced { .. } => true,
            Self::Pool(_)
            | Self::Codec(
                CodecFault::Unwritable { .. }
                | CodecFault::Unreadable { .. }
                | CodecFault::Keys(_)
                | CodecFault::Forgotten,
            )
            | Self::OtherCapability { .. }
            | Self::Damaged(_)
            | Self::MigrationChanged { .. }
            | Self::MigrationUnknown { .. }
            | Self::MigrationFailed { .. } => false,
        }
    }
}

/// Whether an error says that the database is away, full, or has become a copy that takes no writes; not that it refused.
#[must_use]
pub fn is_passing(error: &tokio_postgres::Error) -> bool {
    match error.code() {
        // Connections, resources, an operator's doing, and writes at a standby.
        Some(code) => ["08", "53", "57", "25006"]
            .iter()
            .any(|class| code.code().starts_with(class)),
        None => {
            let cause = std::error::Error::source(error);
            error.is_closed() || cause.is_some_and(|cause| cause.is::<std::io::Error>())
        }
    }
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

impl From<deadpool::managed::PoolError<Fault>> for Fault {
    fn from(error: deadpool::managed::PoolError<Fault>) -> Self {
        use deadpool::managed::PoolError;
        match error {
            PoolError::Backend(fault) => fault,
            PoolError::Timeout(_)
            | PoolError::Closed
            | PoolError::NoRuntimeSpecified
            | PoolError::PostCreateHook(_) => Self::NoReader(error.to_string()),
        }
    }
}
