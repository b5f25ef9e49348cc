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
    /// Contents of documents failed.
    #[error("the contents: {0}")]
    Contents(#[from] contents::Fault),
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
    /// A view on which rights rest stands still: nobody can be told who may see what, so nobody is shown anything.
    #[error("a view on which rights rest stands still: nothing is shown until it goes on")]
    RightsUnknown,
    /// The configuration does not hold together.
    #[error("{0}")]
    Configuration(String),
    /// A file for a spreadsheet could not be made.
    #[error("a spreadsheet: {0}")]
    Sheet(#[from] spreadsheet::Fault),
    /// A document could not be made.
    #[error("{0}")]
    Document(#[from] minutes::Fault),
    /// Files or sockets failed.
    #[error("{0}")]
    Io(#[from] std::io::Error),
}

impl Fault {
    /// Whether somebody whom it is about was forgotten: of her nothing is written any more.
    #[must_use]
    pub fn is_of_somebody_forgotten(&self) -> bool {
        matches!(
            self,
            Self::Keys(keyring::Fault::Forgotten)
                | Self::Contents(contents::Fault::Keys(keyring::Fault::Forgotten))
                | Self::Log(event_store::Fault::Codec(event_store::CodecFault::Forgotten))
        )
    }

    /// Whether the database is out of reach, or out of room, for now: nothing is wrong with what was asked, and the same
    /// may be asked again later.
    #[must_use]
    pub fn is_passing(&self) -> bool {
        match self {
            Self::Log(fault) => fault.is_passing(),
            Self::Keys(fault) | Self::Contents(contents::Fault::Keys(fault)) => codec::keys_are_away(fault),
            Self::View(fault) => is_passing_of_view(fault),
            Self::Identity(identity::Fault::Database(error)) => event_store::is_passing(error),
            Self::Identity(fault) => matches!(fault, identity::Fault::Connection(_) | identity::Fault::Busy),
            Self::Journal(journal::Fault::Database(error)) => event_store::is_passing(error),
            Self::Journal(journal::Fault::Connection(_) | journal::Fault::Closed) => true,
            Self::Journal(journal::Fault::NotAllowed) => false,
            Self::Contents(contents::Fault::Database(error)) => event_store::is_passing(error),
            Self::Contents(contents::Fault::Connection(_) | contents::Fault::LeftBehind) => true,
            Self::Checkpoints(checkpoints::Fault::Log(fault)) => fault.is_passing(),
            Self::Pool(_) => true,
            Self::Database(error) => event_store::is_passing(error),
            Self::Contents(contents::Fault::Closed | contents::Fault::Missing)
            | Self::Checkpoints(_)
            | Self::Cluster(_)
            | Self::Behind { .. }
            | Self::RightsUnknown
            | Self::Configuration(_)
            | Self::Sheet(_)
            | Self::Document(_)
            | Self::Io(_) => false,
        }
    }
}

fn is_passing_of_view(fault: &projections::Fault) -> bool {
    match fault {
        projections::Fault::Log(fault) => fault.is_passing(),
        projections::Fault::Database(error) => event_store::is_passing(error),
        projections::Fault::Connection(_) => true,
        projections::Fault::UnknownKind { .. }
        | projections::Fault::Unsealed
        | projections::Fault::Unreadable(_)
        | projections::Fault::NoSuchView(_)
        | projections::Fault::OutOfReach
        | projections::Fault::Poison { .. } => false,
    }
}
