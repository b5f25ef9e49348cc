//! The tree, grown again from the hashes of the events and compared with all that was signed of it. Pure: it is handed
//! hashes, checkpoints and tiles in order, wherever they come from.

use crate::rows::{Kept, TileRoot};
use std::collections::BTreeMap;
use std::ops::RangeInclusive;
use transparency::{Checkpoint, Frontier, Hash, PublicKey, Sabotage, Tile, WIDTH, is_sabotaged, leaf};

/// Something that was signed and does not hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Altered {
    /// The size of the checkpoint.
    pub size: u64,
    /// The positions among which the first altered event is.
    pub within: RangeInclusive<u64>,
    /// How it shows.
    pub why: Why,
}

/// How it shows that something was altered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// The events have another root than the one that was signed.
    Rewritten,
    /// The log ends before it.
    Shortened,
    /// The signature does not fit: the checkpoint itself was altered.
    Forged,
    /// A tile is missing or its root is another, though the checkpoint holds: proofs would fail.
    Tile,
}

/// The first kept tile that is not what the events say.
#[derive(Clone, Copy, Debug)]
struct Suspect {
    tile: Tile,
    /// It has another root; else it is not kept at all.
    differs: bool,
}

/// A check on its way through the log.
#[derive(Clone, Debug)]
pub struct TreeCheck {
    key: Option<PublicKey>,
    frontier: Frontier,
    checkpoints: u64,
    good: u64,
    suspect: Option<Suspect>,
    altered: Option<Altered>,
}

impl TreeCheck {
    /// Begins before the first event. Without a key, signatures are not looked at.
    #[must_use]
    pub fn new(key: Option<PublicKey>) -> Self {
        Self {
            key,
            frontier: Frontier::default(),
            checkpoints: 0,
            good: 0,
            suspect: None,
            altered: None,
        }
    }

    /// Takes the next hashes, the checkpoints that lie among them, in order, the tiles that are kept of them, and what
    /// somebody else knows of the log.
    pub fn take(&mut self, hashes: &[Hash], kept: &[Kept], tiles: &[TileRoot], known: Option<&Checkpoint>) {
        let tiles: BTreeMap<Tile, Hash> = tiles.iter().map(|each| (each.tile, each.root)).collect();
        let mut kept = kept.iter().peekable();
        for hash in hashes {
            if self.altered.is_some() {
                return;
            }
            let suspect = &mut self.suspect;
            self.frontier.append(leaf(hash), |subtree, root| {
                if let Some(tile) = Tile::with_root(subtree) {
                    let kept = tiles.get(&tile);
                    let differs = kept.is_some();
                    if kept != Some(root) {
                        suspect.get_or_insert(Suspect { tile, differs });
                    }
                }
            });
            while let Some(next) = kept.next_if(|next| next.size <= self.frontier.size()) {
                self.compare(next);
            }
            if let Some(known) = known.filter(|known| known.size == self.frontier.size())
                && known.root != self.frontier.root()
                && !is_sabotaged(Sabotage::WitnessUnread)
            {
                // Whoever rewrote it may have signed all that stands between: nothing narrows it down.
                (self.good, self.suspect) = (0, None);
                self.found(known.size, Why::Rewritten);
            }
        }
    }

    fn compare(&mut self, kept: &Kept) {
        let differs = kept.root != self.frontier.root() && !is_sabotaged(Sabotage::RootUnread);
        let is_signed = self.key.as_ref().is_none_or(|key| kept.is_signed_by(key));
        if !is_signed {
            self.found(kept.size, Why::Forged);
        } else if kept.size != self.frontier.size() || differs {
            self.found(kept.size, Why::Rewritten);
        } else if self.suspect.is_some() {
            self.found(kept.size, Why::Tile);
        } else {
            self.checkpoints = self.checkpoints.saturating_add(1);
            self.good = kept.size;
        }
    }

    /// No event is left: what is known of more events than there are was taken away. `newest` is the size of the newest
    /// checkpoint that is kept or known.
    pub fn end(&mut self, newest: u64) {
        if newest > self.frontier.size() && !is_sabotaged(Sabotage::EndUnread) {
            self.found(newest, Why::Shortened);
        }
    }

    fn found(&mut self, size: u64, why: Why) {
        let first = self.good.saturating_add(1);
        let within = match (why, self.suspect) {
            (Why::Shortened, _) => self.frontier.size().saturating_add(1)..=size,
            // A tile that is kept narrows it down: the first one that has another root.
            (Why::Rewritten | Why::Tile, Some(Suspect { tile, differs: true })) => {
                let width = WIDTH.saturating_pow(tile.level.saturating_add(1));
                let start = tile.index.saturating_mul(width);
                start.saturating_add(1).max(first)..=start.saturating_add(width).min(size)
            }
            (Why::Rewritten | Why::Tile | Why::Forged, _) => first..=size.max(first),
        };
        self.altered.get_or_insert(Altered { size, within, why });
    }

    /// How many checkpoints held.
    #[must_use]
    pub fn checkpoints(&self) -> u64 {
        self.checkpoints
    }

    /// The size of the last checkpoint that held.
    #[must_use]
    pub fn good(&self) -> u64 {
        self.good
    }

    /// The first thing that does not hold.
    #[must_use]
    pub fn altered(&self) -> Option<&Altered> {
        self.altered.as_ref()
    }
}
