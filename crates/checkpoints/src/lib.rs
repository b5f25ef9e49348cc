//! Checkpoints of the log: its tree is followed, signed and kept behind the appends; proofs are answered from it, and a
//! verification compares all that was ever signed with what the log holds now.
//!
//! Knows hashes and positions of events and nothing else of them. Nothing here is in the way of an append.

mod admission;
mod asking;
mod fault;
mod identity;
mod keeper;
mod rows;
mod tree_check;
mod verify;

pub use admission::{Admitted, Token, admit, dismiss, is_admitted, witnesses};
pub use asking::{Included, consistency, inclusion, newest};
pub use fault::Fault;
pub use identity::{known_key, own_key, signer};
pub use keeper::{Keeper, catch_up};
pub use rows::{Kept, TileRoot};
pub use tree_check::{Altered, TreeCheck, Why};
pub use verify::{Verified, verify};
