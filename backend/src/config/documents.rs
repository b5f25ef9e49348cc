//! Documents of cases: how large, and who looks whether they are harmless.

use serde::{Deserialize, Serialize};
use std::time::Duration;

/// The most mebibytes that a document may hold: what is larger is no piece of paper.
const LARGEST: u32 = 100;
/// The most contents that are taken in at the same time.
const MOST_AT_ONCE: u32 = 100;
/// The slowest line that is waited for, in bytes a second: a quarter of a megabit.
const SLOWEST: u64 = 32 * 1024;
/// What a content may take beside its bytes, as for the antivirus to look.
const BESIDE: Duration = Duration::from_mins(1);

/// How long a content of so many bytes may be on its way.
#[must_use]
pub fn on_its_way(bytes: u64) -> Duration {
    BESIDE.saturating_add(Duration::from_secs(bytes.div_ceil(SLOWEST)))
}

/// What is taken as a document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Documents {
    /// The largest content that is taken, in mebibytes.
    pub largest_mib: u32,
    /// How many contents are taken in at the same time, 1 to 100: each holds a line to the antivirus, and writes.
    pub at_once: u32,
    /// The antivirus that looks at each content before it is kept: `clamd`, at `host:port`, or at the path of its socket.
    /// Without one nothing is looked at.
    pub clamd: Option<String>,
}

impl Default for Documents {
    fn default() -> Self {
        Self {
            largest_mib: 10,
            at_once: 8,
            clamd: None,
        }
    }
}

impl Documents {
    /// The largest content that is taken, in bytes.
    #[must_use]
    pub fn largest_bytes(&self) -> u64 {
        u64::from(self.largest_mib).saturating_mul(1024 * 1024)
    }

    /// Whether it holds together.
    ///
    /// # Errors
    /// A sentence that names what does not.
    pub(super) fn check(&self) -> Result<(), String> {
        if !(1..=LARGEST).contains(&self.largest_mib) {
            return Err(format!(
                "documents.largest_mib: a document holds from 1 to {LARGEST} MiB, not {}",
                self.largest_mib
            ));
        }
        if !(1..=MOST_AT_ONCE).contains(&self.at_once) {
            return Err(format!(
                "documents.at_once: from 1 to {MOST_AT_ONCE} documents are taken in at the same time, not {}",
                self.at_once
            ));
        }
        Ok(())
    }
}
