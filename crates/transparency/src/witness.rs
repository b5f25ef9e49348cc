//! What a witness concludes: a checkpoint either follows the one she saw last, or the history was rewritten.

use crate::checkpoint::Checkpoint;
use crate::hash::Hash;
use crate::proof::is_consistent;

/// The log took back what it had signed.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Rewritten {
    /// It is shorter than it was.
    #[error("the log holds {shown} events, and {seen} were seen before: the last {} are gone", .seen - .shown)]
    Shortened {
        /// How many leaves were seen.
        seen: u64,
        /// How many are shown now.
        shown: u64,
    },
    /// It is as long as it was, with another root.
    #[error("the log holds {size} events as before, and they are not the same")]
    Replaced {
        /// How many leaves.
        size: u64,
    },
    /// It is longer, and what was seen is not its beginning.
    #[error("the log does not prove that its {shown} events begin with the {seen} that were seen before")]
    Unproven {
        /// How many leaves were seen.
        seen: u64,
        /// How many are shown now.
        shown: u64,
    },
}

/// Whether the checkpoint that is shown follows the one that was seen, both already found to be signed by the log.
///
/// # Errors
/// That the history was rewritten, and how it shows.
pub fn follows(seen: &Checkpoint, shown: &Checkpoint, proof: &[Hash]) -> Result<(), Rewritten> {
    if shown.size < seen.size {
        return Err(Rewritten::Shortened {
            seen: seen.size,
            shown: shown.size,
        });
    }
    if is_consistent(seen.size, &seen.root, shown.size, &shown.root, proof) {
        return Ok(());
    }
    Err(if shown.size == seen.size {
        Rewritten::Replaced { size: seen.size }
    } else {
        Rewritten::Unproven {
            seen: seen.size,
            shown: shown.size,
        }
    })
}
