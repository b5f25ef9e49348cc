//! RFC 6962, 2.1, word for word: recursive, over all leaves, and by another library's SHA-256.

use sha2::{Digest, Sha256};
use transparency::{Frontier, Hash, Tile, Tiles, leaf};

fn sha256(parts: &[&[u8]]) -> Hash {
    let mut digest = Sha256::new();
    parts.iter().for_each(|part| digest.update(part));
    digest.finalize().into()
}

fn split(leaves: &[Vec<u8>]) -> usize {
    let mut k = 1;
    while k * 2 < leaves.len() {
        k *= 2;
    }
    k
}

/// MTH: the root.
pub(crate) fn root(leaves: &[Vec<u8>]) -> Hash {
    match leaves {
        [] => sha256(&[]),
        [one] => sha256(&[&[0], one]),
        more => {
            let (left, right) = more.split_at(split(more));
            sha256(&[&[1], &root(left), &root(right)])
        }
    }
}

/// PATH: the proof of inclusion.
pub(crate) fn path(index: usize, leaves: &[Vec<u8>]) -> Vec<Hash> {
    if leaves.len() == 1 {
        return Vec::new();
    }
    let k = split(leaves);
    let (left, right) = leaves.split_at(k);
    let (mut path, beside) = if index < k {
        (path(index, left), root(right))
    } else {
        (path(index - k, right), root(left))
    };
    path.push(beside);
    path
}

/// PROOF: the proof of consistency.
pub(crate) fn proof(old: usize, leaves: &[Vec<u8>]) -> Vec<Hash> {
    if old == 0 {
        return Vec::new();
    }
    below(old, leaves, true)
}

fn below(old: usize, leaves: &[Vec<u8>], is_known: bool) -> Vec<Hash> {
    if old == leaves.len() {
        return if is_known { Vec::new() } else { vec![root(leaves)] };
    }
    let k = split(leaves);
    let (left, right) = leaves.split_at(k);
    let (mut proof, beside) = if old <= k {
        (below(old, left, is_known), root(right))
    } else {
        (below(old - k, right, false), root(left))
    };
    proof.push(beside);
    proof
}

/// The same leaves as the room keeps them: the right edge, and all tiles.
pub(crate) fn grown(leaves: &[Vec<u8>]) -> (Frontier, Tiles) {
    let mut frontier = Frontier::default();
    let mut levels: Vec<Vec<Hash>> = vec![leaves.iter().map(|bytes| leaf(bytes)).collect()];
    for hash in levels[0].clone() {
        frontier.append(hash, |subtree, root| {
            if let Some(tile) = Tile::with_root(subtree) {
                let level = usize::try_from(tile.level).unwrap() + 1;
                levels.resize(levels.len().max(level + 1), Vec::new());
                assert_eq!(levels[level].len(), usize::try_from(tile.index).unwrap());
                levels[level].push(*root);
            }
        });
    }
    let mut tiles = Tiles::default();
    for (level, hashes) in (0..).zip(&levels) {
        for (index, part) in (0..).zip(hashes.chunks(256)) {
            let tile = Tile { level, index };
            let places = tile.places(frontier.size());
            assert_eq!(places.end - places.start, u64::try_from(part.len()).unwrap());
            tiles.put(tile, part.to_vec());
        }
    }
    (frontier, tiles)
}
