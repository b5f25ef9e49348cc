//! What can fail in the world, brought together: logged with a reference, shown as that reference and nothing else.

use thiserror::Error;

/// The world failed.
#[derive(Debug, Error)]
pub enum Fault {
    /// The log failed.
    #[error("the log: {0}")]
    Log(#[from] event_store::Fault),
    /// The keys failed.
    #[error("the keys: {0}")]
    Keys(#[from] keyring::Fault),
    /// A view failed.
    #[error("a view: {0}")]
    View(#[from] projections::Fault),
    /// Accounts and sessions failed.
    #[error("identity: {0}")]
    Identity(#[from] identity::Fault),
    /// The journal of readings failed: then nothing is shown.
    #[error("the journal of readings: {0}")]
    Journal(#[from] journal::Fault),
    /// Checkpoints or proofs failed.
    #[error("the checkpoints: {0}")]
    Checkpoints(#[from] checkpoints::Fault),
    /// The private cluster failed.
    #[error("{0}")]
    Cluster(#[from] cluster::Fault),
    /// The pool gave no connection.
    #[error("no connection to the database: {0}")]
    Pool(#[from] deadpool_postgres::PoolError),
    /// The database refused.
    #[error("the database: {0}")]
    Database(#[from] tokio_postgres::Error),
    /// Views did not reach a position in time.
    #[error("the views did not reach position {position} in time")]
    Behind {
        /// The position asked for.
        position: u64,
    },
    /// The configuration does not hold together.
    #[error("{0}")]
    Configuration(String),
    /// Files or sockets failed.
    #[error("{0}")]
    Io(#[from] std::io::Error),
}
