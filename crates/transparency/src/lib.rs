//! What lets anybody check that a log only grows: its Merkle tree (RFC 6962, RFC 9162), checkpoints and cosignatures as
//! signed notes (C2SP), and what a witness concludes from them.
//!
//! Pure: no clock, no randomness, no input or output. Knows hashes and sizes; no event, no database, no file.

mod checkpoint;
mod cosignature;
mod frontier;
mod hash;
mod key;
mod note;
mod proof;
mod sabotage;
mod tile;
mod witness;

pub use checkpoint::{Checkpoint, NotACheckpoint};
pub use cosignature::{cosign, cosigned_at};
pub use frontier::Frontier;
pub use hash::{Hash, leaf, nothing, read, written};
pub use key::{Kind, NotAKey, PublicKey, Signer};
pub use note::{NotANote, Note, Signature};
pub use proof::{consistency_needs, consistency_proof, inclusion_needs, inclusion_proof, is_consistent, is_included};
#[cfg(feature = "sabotage")]
pub use sabotage::sabotage;
pub use sabotage::{Sabotage, is_sabotaged};
pub use tile::{HEIGHT, Missing, Subtree, Tile, Tiles, WIDTH};
pub use witness::{Rewritten, follows};
