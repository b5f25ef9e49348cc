//! What server and browser promise each other: paths, bodies, answers, problems. One file per capability.
//!
//! Additive only; unknown fields of a body are refused. Personal values travel as `Plain`, which prints nothing.

pub mod account;
pub mod appointment;
pub mod contact;
pub mod course;
pub mod deadline;
pub mod document;
pub mod exceptional_access;
pub mod exclusion;
pub mod financial_aid;
pub mod journal;
pub mod live;
pub mod log;
pub mod measure;
pub mod passkey;
pub mod paths;
pub mod plan;
pub mod problem;
pub mod reminder;
pub mod session;
pub mod sharing;
pub mod signal;
pub mod support_case;
pub mod team_meeting;
pub mod timeline;
pub mod week;
pub mod weights;
pub mod workload;

pub use problem::Problem;
pub use sealed::Plain;

use domain::words::{Profession, ServiceId, WorkerId};
use serde::{Deserialize, Serialize};

/// The header in which the client says which build it is, so that one that is too old is told to reload: its edition, a
/// point, and the name of its files.
pub const BUILD_HEADER: &str = "x-trame-build";

/// The edition of these promises that this build speaks. It grows when a page that was open before an update may no
/// longer be answered.
pub const EDITION: u32 = 2;

/// Whether a build that names itself so still speaks an edition that is answered.
///
/// ```
/// use contract::is_answered;
/// assert!(is_answered("2.4f9a"));
/// assert!(!is_answered("1.4f9a"));
/// assert!(!is_answered("of long ago"));
/// ```
#[must_use]
pub fn is_answered(build: &str) -> bool {
    let edition = build.split('.').next().and_then(|edition| edition.parse().ok());
    edition.is_some_and(|edition: u32| edition >= EDITION)
}

/// A write was kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Accepted {
    /// The position of its last event in the log: ask for at least this one to read your own write.
    pub position: u64,
    /// The version of the stream it was written to.
    pub version: u64,
    /// Whether this command had been kept before: then nothing was added.
    pub repeated: bool,
}

/// A professional, as shown to who may see a case.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct WorkerRef {
    /// Who.
    pub worker: WorkerId,
    /// Her name.
    pub name: Plain<String>,
    /// Her service.
    pub service: ServiceRef,
    /// What she is trained for.
    pub profession: Profession,
    /// Whether professional secrecy binds her.
    pub bound_by_secrecy: bool,
}

/// A service and its public name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ServiceRef {
    /// Which.
    pub service: ServiceId,
    /// Its name.
    pub name: String,
}
