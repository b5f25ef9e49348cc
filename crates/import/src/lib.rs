//! Records kept elsewhere, brought in: case logs in CSV or XES, and the folder of a carnet de bord.
//!
//! Everything goes through the same rules as everybody's wishes, once for ever: a second run, or one that goes on after
//! a kill, adds nothing twice. One bad row loses no other; it is told with its line, its field and the reason.

mod asking;
pub mod carnet_de_bord;
pub mod event_log;

mod fault;
mod instants;
mod reading;
mod refused;

pub use fault::Fault;
pub use refused::Refused;

use std::sync::Arc;

/// How far an import has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// Bytes read so far, over all readings of the file.
    pub read: u64,
    /// Bytes to read in all.
    pub total: u64,
    /// Acts or records that are kept so far.
    pub kept: u64,
}

/// Who hears how far an import has come; called often, from any thread.
pub type Listener = Arc<dyn Fn(Progress) + Send + Sync>;
