//! What changed, without what it says: the client asks again under its own rights.

use serde::{Deserialize, Serialize};

/// One message of the live stream (server-sent event named `changed`).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Changed {
    /// The log has reached this position, and the views with it.
    pub position: u64,
    /// What to ask again, as an opaque word that the answer of a view gave to this reader; none means all.
    pub topic: Option<String>,
}
