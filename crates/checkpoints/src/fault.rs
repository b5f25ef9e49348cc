//! What can go wrong with checkpoints. Carries sizes and names of keys only.

use transparency::{Missing, NotAKey};

/// A checkpoint could not be made, or a proof not be answered.
#[derive(Clone, Debug, thiserror::Error)]
pub enum Fault {
    /// The log or the database failed.
    #[error(transparent)]
    Log(#[from] event_store::Fault),
    /// The key does not do.
    #[error(transparent)]
    Key(#[from] NotAKey),
    /// The log was signed with another key.
    #[error("this log is signed with a key that is not in the keys folder: restore checkpoint.key there")]
    OtherKey,
    /// A part of the tree is gone.
    #[error("the kept tree is damaged: {0}")]
    Tree(#[from] Missing),
    /// What the database holds is not what was signed: nothing more is signed until someone has looked.
    #[error("the log is not what was signed at {size} events: `trame log verify` tells where it differs")]
    Altered {
        /// The size of the checkpoint.
        size: u64,
    },
    /// The cryptographic library refused.
    #[error("the cryptographic library refused")]
    Primitive,
}

impl From<tokio_postgres::Error> for Fault {
    fn from(error: tokio_postgres::Error) -> Self {
        Self::Log(error.into())
    }
}

impl From<deadpool_postgres::PoolError> for Fault {
    fn from(error: deadpool_postgres::PoolError) -> Self {
        Self::Log(error.into())
    }
}
