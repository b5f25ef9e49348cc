//! Proofs: that a leaf is in a tree, and that one tree is the beginning of another (RFC 9162, 2.1.3 and 2.1.4).
//!
//! A proof is a list of roots of ranges of leaves; which ranges is told first, so that whoever holds the tree can fetch
//! what they need in one question.

use crate::hash::{Hash, joined, leaf, node};
use crate::sabotage::{Sabotage, is_sabotaged};
use crate::tile::{Missing, Subtree, Tiles};
use std::ops::Range;

/// The largest power of two below `size`, which is at least two.
fn split(size: u64) -> u64 {
    1 << size.saturating_sub(1).ilog2()
}

/// The ranges of leaves whose roots prove that the leaf at `index` (from 0) is in the tree of `size` leaves, the nearest
/// first. None when the tree has no such leaf.
#[must_use]
pub fn inclusion_needs(index: u64, size: u64) -> Option<Vec<Range<u64>>> {
    let (mut from, mut to) = (0, size);
    if index >= size {
        return None;
    }
    let mut needs = Vec::new();
    while to - from > 1 {
        let middle = from + split(to - from);
        if index < middle {
            needs.push(middle..to);
            to = middle;
        } else {
            needs.push(from..middle);
            from = middle;
        }
    }
    needs.reverse();
    Some(needs)
}

/// The ranges of leaves whose roots prove that the tree of `old` leaves is the beginning of that of `new` leaves. None
/// when `old` is the larger. Nothing has to be proven of the tree without leaves, nor of a tree and itself.
#[must_use]
pub fn consistency_needs(old: u64, new: u64) -> Option<Vec<Range<u64>>> {
    if old > new {
        return None;
    }
    let mut needs = Vec::new();
    if old == 0 {
        return Some(needs);
    }
    let (mut from, mut to) = (0, new);
    while old != to {
        let middle = from + split(to - from);
        if old <= middle {
            needs.push(middle..to);
            to = middle;
        } else {
            needs.push(from..middle);
            from = middle;
        }
    }
    // The old tree itself is known to who asks; a part of it is not.
    if from > 0 {
        needs.push(from..to);
    }
    needs.reverse();
    Some(needs)
}

/// The proof that the leaf at `index` is in the tree of `size` leaves; none when there is no such leaf.
///
/// # Errors
/// When a tile is missing.
pub fn inclusion_proof(index: u64, size: u64, tiles: &Tiles) -> Result<Option<Vec<Hash>>, Missing> {
    inclusion_needs(index, size)
        .map(|needs| roots(needs, tiles))
        .transpose()
}

/// The proof that the tree of `old` leaves is the beginning of that of `new` leaves; none when it is larger.
///
/// # Errors
/// When a tile is missing.
pub fn consistency_proof(old: u64, new: u64, tiles: &Tiles) -> Result<Option<Vec<Hash>>, Missing> {
    consistency_needs(old, new).map(|needs| roots(needs, tiles)).transpose()
}

fn roots(ranges: Vec<Range<u64>>, tiles: &Tiles) -> Result<Vec<Hash>, Missing> {
    let root = |range| {
        let subtrees: Vec<Hash> = Subtree::covering(range)
            .map(|subtree| tiles.root(subtree))
            .collect::<Result<_, _>>()?;
        Ok(joined(subtrees.iter()))
    };
    ranges.into_iter().map(root).collect()
}

/// Whether a proof shows that `bytes` are the leaf at `index` of the tree of `size` leaves with this root
/// (RFC 9162, 2.1.3.2).
#[must_use]
pub fn is_included(bytes: &[u8], index: u64, size: u64, proof: &[Hash], root: &Hash) -> bool {
    if index >= size {
        return false;
    }
    let (mut place, mut last, mut hash) = (index, size - 1, leaf(bytes));
    for beside in proof {
        if last == 0 {
            return false;
        }
        if place % 2 == 1 || place == last {
            hash = node(beside, &hash);
            while place % 2 == 0 && place != 0 {
                (place, last) = (place >> 1, last >> 1);
            }
        } else {
            hash = node(&hash, beside);
        }
        (place, last) = (place >> 1, last >> 1);
    }
    last == 0 && (hash == *root || is_sabotaged(Sabotage::InclusionUnread))
}

/// Whether a proof shows that the tree of `old` leaves with its root is the beginning of that of `new` leaves
/// (RFC 9162, 2.1.4.2). Any tree begins with the one without leaves.
#[must_use]
pub fn is_consistent(old: u64, old_root: &Hash, new: u64, new_root: &Hash, proof: &[Hash]) -> bool {
    if old == 0 {
        return proof.is_empty() && *old_root == crate::hash::nothing() && (new > 0 || old_root == new_root);
    }
    if old == new {
        return proof.is_empty() && old_root == new_root;
    }
    if old > new {
        return false;
    }
    // A complete subtree proves itself: its root is not repeated in the proof.
    let itself = old.is_power_of_two().then_some(old_root);
    let mut path = itself.into_iter().chain(proof);
    let Some(first) = path.next() else { return false };
    let (mut place, mut last) = (old - 1, new - 1);
    while place % 2 == 1 {
        (place, last) = (place >> 1, last >> 1);
    }
    let (mut old_hash, mut new_hash) = (*first, *first);
    for beside in path {
        if last == 0 {
            return false;
        }
        if place % 2 == 1 || place == last {
            old_hash = node(beside, &old_hash);
            new_hash = node(beside, &new_hash);
            while place % 2 == 0 && place != 0 {
                (place, last) = (place >> 1, last >> 1);
            }
        } else {
            new_hash = node(&new_hash, beside);
        }
        (place, last) = (place >> 1, last >> 1);
    }
    let leads_to_old = old_hash == *old_root || is_sabotaged(Sabotage::OldRootUnread);
    last == 0 && leads_to_old && new_hash == *new_root
}
