//! What a witness asks of the log as a whole: its newest checkpoint (a signed note, as text), and proofs. Hashes and
//! sizes only: nothing here says what an event holds. Hashes are in base64, as in the note.

use serde::{Deserialize, Serialize};

/// Which event, in which tree.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::IntoParams))]
#[cfg_attr(feature = "openapi", into_params(parameter_in = Query))]
pub struct InclusionQuery {
    /// The position of the event, from 1.
    pub position: u64,
    /// The size of the tree: that of a checkpoint, or smaller.
    pub size: u64,
}

/// That an event is in the log (RFC 9162, 2.1.3; its leaf index is the position less one).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Inclusion {
    /// The position of the event.
    pub position: u64,
    /// The size of the tree.
    pub size: u64,
    /// The hash of the event: the 32 bytes of the leaf.
    pub hash: String,
    /// The proof, the nearest hash first.
    pub proof: Vec<String>,
}

/// Which two trees.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::IntoParams))]
#[cfg_attr(feature = "openapi", into_params(parameter_in = Query))]
pub struct ConsistencyQuery {
    /// The size of the older tree.
    pub from: u64,
    /// The size of the newer tree.
    pub to: u64,
}

/// That a log only grew (RFC 9162, 2.1.4).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Consistency {
    /// The size of the older tree.
    pub from: u64,
    /// The size of the newer tree.
    pub to: u64,
    /// The proof; empty when nothing has to be proven.
    pub proof: Vec<String>,
}
