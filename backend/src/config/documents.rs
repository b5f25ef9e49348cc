//! Documents of cases: how large, and who looks whether they are harmless.

use serde::{Deserialize, Serialize};

/// The most mebibytes that a document may hold: what is larger is no piece of paper.
const LARGEST: u32 = 100;

/// What is taken as a document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Documents {
    /// The largest content that is taken, in mebibytes.
    pub largest_mib: u32,
    /// The antivirus that looks at each content before it is kept: `clamd`, at `host:port`, or at the path of its socket.
    /// Without one nothing is looked at.
    pub clamd: Option<String>,
}

impl Default for Documents {
    fn default() -> Self {
        Self {
            largest_mib: 10,
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
        if (1..=LARGEST).contains(&self.largest_mib) {
            Ok(())
        } else {
            Err(format!(
                "documents.largest_mib: a document holds from 1 to {LARGEST} MiB, not {}",
                self.largest_mib
            ))
        }
    }
}
