//! The right edge of a tree: all that is needed to add leaves and to tell the root, a few dozen hashes at most.

use crate::hash::{Hash, joined, node};
use crate::tile::{Missing, Subtree, Tiles};

/// The roots of the complete subtrees of a tree, the largest first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Frontier {
    size: u64,
    peaks: Vec<Hash>,
}

impl Frontier {
    /// The edge of a tree of this size whose tiles are known.
    ///
    /// # Errors
    /// When a tile that it needs is missing or too short.
    pub fn of(size: u64, tiles: &Tiles) -> Result<Self, Missing> {
        let peaks = Subtree::covering(0..size).map(|subtree| tiles.root(subtree));
        Ok(Self {
            size,
            peaks: peaks.collect::<Result<_, _>>()?,
        })
    }

    /// Adds a leaf by its hash; `completed` hears of each subtree of two leaves and more that this completes.
    pub fn append(&mut self, leaf: Hash, mut completed: impl FnMut(Subtree, &Hash)) {
        let mut hash = leaf;
        let mut subtree = Subtree {
            level: 0,
            index: self.size,
        };
        // Each odd one has its left neighbour at the end of the peaks.
        while subtree.index % 2 == 1
            && let Some(left) = self.peaks.pop()
        {
            hash = node(&left, &hash);
            subtree = subtree.parent();
            completed(subtree, &hash);
        }
        self.peaks.push(hash);
        self.size = self.size.saturating_add(1);
    }

    /// How many leaves there are.
    #[must_use]
    pub fn size(&self) -> u64 {
        self.size
    }

    /// The root over all leaves.
    #[must_use]
    pub fn root(&self) -> Hash {
        joined(self.peaks.iter())
    }
}
