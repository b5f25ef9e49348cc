//! The two hashes of the tree (RFC 6962, 2.1): a leaf and a node can never be taken for each other.

use aws_lc_rs::digest::{Context, SHA256, digest};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;

/// A SHA-256.
pub type Hash = [u8; 32];

const LEAF: [u8; 1] = [0];
const NODE: [u8; 1] = [1];

/// The hash of the tree without leaves.
#[must_use]
pub fn nothing() -> Hash {
    taken(digest(&SHA256, b"").as_ref())
}

/// The hash of a leaf that holds these bytes.
#[must_use]
pub fn leaf(bytes: &[u8]) -> Hash {
    let mut context = Context::new(&SHA256);
    context.update(&LEAF);
    context.update(bytes);
    taken(context.finish().as_ref())
}

/// A hash as it is written in notes and answers: in base64.
#[must_use]
pub fn written(hash: &Hash) -> String {
    STANDARD.encode(hash)
}

/// Reads a hash that was written so; none when it is not one.
#[must_use]
pub fn read(written: &str) -> Option<Hash> {
    STANDARD.decode(written).ok()?.try_into().ok()
}

pub(crate) fn node(left: &Hash, right: &Hash) -> Hash {
    let mut context = Context::new(&SHA256);
    context.update(&NODE);
    context.update(left);
    context.update(right);
    taken(context.finish().as_ref())
}

/// The root over complete subtrees that stand side by side, the largest first: the last two are joined again and again.
pub(crate) fn joined<'a>(subtrees: impl DoubleEndedIterator<Item = &'a Hash>) -> Hash {
    let joined = subtrees.rev().fold(None, |right: Option<Hash>, left| {
        Some(right.map_or(*left, |right| node(left, &right)))
    });
    joined.unwrap_or_else(nothing)
}

pub(crate) fn taken(bytes: &[u8]) -> Hash {
    let mut hash = [0; 32];
    hash.copy_from_slice(bytes);
    hash
}
