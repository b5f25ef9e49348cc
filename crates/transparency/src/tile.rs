//! A tree cut into tiles of 256 hashes (as in C2SP tlog-tiles): what has to be kept, and read, to prove anything.
//!
//! A tile of level 0 holds hashes of leaves, one of level 1 the roots of 256 tiles of level 0, and so on.

use crate::hash::{Hash, node};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

/// How many levels of the tree lie in one tile.
pub const HEIGHT: u32 = 8;
/// How many hashes a full tile holds.
pub const WIDTH: u64 = 1 << HEIGHT;

/// A complete subtree: the leaves from `index << level` on, `1 << level` of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Subtree {
    /// How many levels stand above its leaves.
    pub level: u32,
    /// How many of the same level stand left of it.
    pub index: u64,
}

impl Subtree {
    pub(crate) fn parent(self) -> Self {
        Self {
            level: self.level.saturating_add(1),
            index: self.index / 2,
        }
    }

    /// The complete subtrees that make up a range of leaves, the largest first. The range begins where a subtree as large
    /// as the range may begin: so do all ranges of a proof.
    pub fn covering(range: Range<u64>) -> impl Iterator<Item = Self> {
        let mut at = range.start;
        std::iter::from_fn(move || {
            let left = range.end.checked_sub(at).filter(|left| *left > 0)?;
            let level = left.ilog2();
            let subtree = Self {
                level,
                index: at >> level,
            };
            at = at.saturating_add(1 << level);
            Some(subtree)
        })
    }

    /// The tile that holds the hashes below this subtree, and which of them.
    fn in_tile(self) -> (Tile, Range<usize>) {
        let level = self.level / HEIGHT;
        let above = self.level % HEIGHT;
        let first = self.index << above;
        let tile = Tile {
            level,
            index: first / WIDTH,
        };
        let first = usize::try_from(first % WIDTH).unwrap_or_default();
        (tile, first..first.saturating_add(1 << above))
    }
}

/// The place of a tile.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Tile {
    /// 0 for tiles of leaves.
    pub level: u32,
    /// How many of the same level stand left of it.
    pub index: u64,
}

impl Tile {
    /// The tile whose root a subtree is, when it is one of a whole tile.
    #[must_use]
    pub fn with_root(subtree: Subtree) -> Option<Self> {
        let is_whole = subtree.level > 0 && subtree.level.is_multiple_of(HEIGHT);
        is_whole.then_some(Self {
            level: (subtree.level / HEIGHT).saturating_sub(1),
            index: subtree.index,
        })
    }

    /// The places of its hashes, among all hashes of its level, in a tree of this size.
    #[must_use]
    pub fn places(self, size: u64) -> Range<u64> {
        let of_level = size >> self.level.saturating_mul(HEIGHT).min(u64::BITS - 1);
        let first = self.index.saturating_mul(WIDTH);
        first..of_level.min(first.saturating_add(WIDTH)).max(first)
    }
}

/// A tile that was not given, or holds fewer hashes than the tree says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the tile {} of level {} is missing or too short", .0.index, .0.level)]
pub struct Missing(pub Tile);

/// The tiles at hand.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tiles(BTreeMap<Tile, Vec<Hash>>);

impl Tiles {
    /// Lays a tile down, its hashes from left to right.
    pub fn put(&mut self, tile: Tile, hashes: Vec<Hash>) {
        self.0.insert(tile, hashes);
    }

    /// The tiles in which the subtrees of these ranges of leaves lie.
    #[must_use]
    pub fn needed(ranges: &[Range<u64>]) -> BTreeSet<Tile> {
        ranges
            .iter()
            .flat_map(|range| Subtree::covering(range.clone()))
            .map(|subtree| subtree.in_tile().0)
            .collect()
    }

    /// The root of a complete subtree.
    ///
    /// # Errors
    /// When its tile is not at hand.
    pub fn root(&self, subtree: Subtree) -> Result<Hash, Missing> {
        let (tile, places) = subtree.in_tile();
        let hashes = self.0.get(&tile).and_then(|hashes| hashes.get(places));
        let mut row = hashes.ok_or(Missing(tile))?.to_vec();
        while row.len() > 1 {
            row = row
                .chunks(2)
                .filter_map(|pair| match pair {
                    [left, right] => Some(node(left, right)),
                    [_] | [] | [_, _, ..] => None,
                })
                .collect();
        }
        row.first().copied().ok_or(Missing(tile))
    }
}
