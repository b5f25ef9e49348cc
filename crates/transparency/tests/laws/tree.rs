//! Roots and proofs against the vectors, the definition and the other library.

use crate::naive::{self, grown};
use ct_merkle::mem_backed_tree::MemoryBackedTree;
use proptest::prelude::*;
use sha2::Sha256;
use transparency::{
    Checkpoint, Frontier, Hash, Missing, Rewritten, Tile, Tiles, consistency_needs, consistency_proof, follows,
    inclusion_needs, inclusion_proof, is_consistent, is_included, leaf, nothing,
};

/// The eight leaves with which certificate transparency is tested everywhere, in hexadecimal.
const LEAVES: [&str; 8] = [
    "",
    "00",
    "10",
    "2021",
    "3031",
    "40414243",
    "5051525354555657",
    "606162636465666768696a6b6c6d6e6f",
];

/// Their roots, from the tree without leaves to all eight.
const ROOTS: [&str; 9] = [
    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
];

const SECOND: &str = "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7";
const THIRD_AND_FOURTH: &str = "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e";
const FIFTH: &str = "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b";
const FIFTH_AND_SIXTH: &str = "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a";
const SEVENTH_AND_EIGHTH: &str = "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0";
const LAST_FOUR: &str = "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4";

/// Leaf from 0, size, and the proof of inclusion.
const INCLUDED: [(u64, u64, &[&str]); 4] = [
    (0, 8, &[SECOND, THIRD_AND_FOURTH, LAST_FOUR]),
    (5, 8, &[FIFTH, SEVENTH_AND_EIGHTH, ROOTS[4]]),
    (2, 3, &[ROOTS[2]]),
    (1, 5, &[ROOTS[1], THIRD_AND_FOURTH, FIFTH]),
];

/// Old size, new size, and the proof of consistency.
const CONSISTENT: [(u64, u64, &[&str]); 4] = [
    (1, 1, &[]),
    (1, 8, &[SECOND, THIRD_AND_FOURTH, LAST_FOUR]),
    (6, 8, &[FIFTH_AND_SIXTH, SEVENTH_AND_EIGHTH, ROOTS[4]]),
    (2, 5, &[THIRD_AND_FOURTH, FIFTH]),
];

fn bytes(hex: &str) -> Vec<u8> {
    let pairs = hex.as_bytes().chunks(2);
    pairs
        .map(|pair| u8::from_str_radix(std::str::from_utf8(pair).unwrap(), 16).unwrap())
        .collect()
}

fn hash(hex: &str) -> Hash {
    bytes(hex).try_into().unwrap()
}

fn hashes(hex: &[&str]) -> Vec<Hash> {
    hex.iter().map(|each| hash(each)).collect()
}

fn at(size: u64) -> usize {
    usize::try_from(size).unwrap()
}

#[test]
fn the_roots_are_those_of_certificate_transparency() {
    let mut frontier = Frontier::default();
    assert_eq!((frontier.root(), nothing()), (hash(ROOTS[0]), hash(ROOTS[0])));
    for (bytes, root) in LEAVES.map(bytes).iter().zip(&ROOTS[1..]) {
        frontier.append(leaf(bytes), |_, _| {});
        assert_eq!(frontier.root(), hash(root));
    }
}

#[test]
fn the_proofs_are_those_of_certificate_transparency() {
    let leaves = LEAVES.map(bytes);
    let (_, tiles) = grown(&leaves);
    for (index, size, expected) in INCLUDED {
        let proof = inclusion_proof(index, size, &tiles).unwrap().unwrap();
        assert_eq!(proof, hashes(expected), "{index} in {size}");
        assert!(is_included(
            &leaves[at(index)],
            index,
            size,
            &proof,
            &hash(ROOTS[at(size)])
        ));
    }
    for (old, new, expected) in CONSISTENT {
        let proof = consistency_proof(old, new, &tiles).unwrap().unwrap();
        assert_eq!(proof, hashes(expected), "{old} in {new}");
        assert!(is_consistent(
            old,
            &hash(ROOTS[at(old)]),
            new,
            &hash(ROOTS[at(new)]),
            &proof
        ));
    }
}

#[test]
fn what_cannot_be_proven_is_not() {
    let (_, tiles) = grown(&LEAVES.map(bytes));
    assert_eq!((inclusion_needs(8, 8), consistency_needs(9, 8)), (None, None));
    assert_eq!(inclusion_proof(0, 0, &tiles), Ok(None));
    let none = Tile { level: 0, index: 0 };
    assert_eq!(inclusion_proof(0, 8, &Tiles::default()), Err(Missing(none)));
    assert!(!is_included(b"", 0, 0, &[], &hash(ROOTS[0])));
    assert!(!is_included(b"", u64::MAX, u64::MAX, &[], &hash(ROOTS[1])));
    // The empty tree begins every tree, and only with its own root.
    assert!(is_consistent(0, &nothing(), 8, &hash(ROOTS[8]), &[]));
    assert!(!is_consistent(0, &hash(ROOTS[1]), 8, &hash(ROOTS[8]), &[]));
    assert!(!is_consistent(0, &nothing(), 0, &hash(ROOTS[1]), &[]));
    assert!(!is_consistent(8, &hash(ROOTS[8]), 1, &hash(ROOTS[1]), &[]));
}

#[test]
fn a_witness_tells_how_the_history_was_rewritten() {
    let (_, tiles) = grown(&LEAVES.map(bytes));
    let checkpoint = |size: u64, root: usize| Checkpoint {
        origin: "trame/1".to_owned(),
        size,
        root: hash(ROOTS[root]),
    };
    let proof = consistency_proof(6, 8, &tiles).unwrap().unwrap();
    assert_eq!(follows(&checkpoint(6, 6), &checkpoint(8, 8), &proof), Ok(()));
    assert_eq!(follows(&checkpoint(6, 6), &checkpoint(6, 6), &[]), Ok(()));
    let shortened = Rewritten::Shortened { seen: 8, shown: 6 };
    assert_eq!(
        follows(&checkpoint(8, 8), &checkpoint(6, 6), &proof),
        Err(shortened.clone())
    );
    assert_eq!(
        shortened.to_string(),
        "the log holds 6 events, and 8 were seen before: the last 2 are gone"
    );
    let replaced = Rewritten::Replaced { size: 6 };
    assert_eq!(follows(&checkpoint(6, 6), &checkpoint(6, 5), &[]), Err(replaced));
    let unproven = Rewritten::Unproven { seen: 6, shown: 8 };
    assert_eq!(
        follows(&checkpoint(6, 5), &checkpoint(8, 8), &proof),
        Err(unproven.clone())
    );
    assert_eq!(follows(&checkpoint(6, 6), &checkpoint(8, 8), &[]), Err(unproven));
}

fn some_leaves(most: usize) -> impl Strategy<Value = Vec<Vec<u8>>> {
    prop::collection::vec(prop::collection::vec(any::<u8>(), 0..40), 1..most)
}

/// A proof with one bit, one hash more or one hash less.
fn spoiled(proof: &[Hash], place: usize, how: u8) -> Vec<Hash> {
    let mut spoiled = proof.to_vec();
    match how % 3 {
        0 if !proof.is_empty() => spoiled[place % proof.len()][place % 32] ^= 1 << (place % 8),
        1 if !proof.is_empty() => drop(spoiled.remove(place % proof.len())),
        _ => spoiled.insert(place % (proof.len() + 1), [7; 32]),
    }
    spoiled
}

proptest! {
    #[test]
    fn root_and_edge_are_what_the_definition_says(leaves in some_leaves(1_200)) {
        let (frontier, tiles) = grown(&leaves);
        prop_assert_eq!(frontier.root(), naive::root(&leaves));
        prop_assert_eq!(Frontier::of(frontier.size(), &tiles).unwrap(), frontier);
    }

    #[test]
    fn an_edge_taken_up_again_goes_on_as_if_it_had_not_stopped(leaves in some_leaves(900), stop in any::<prop::sample::Index>()) {
        let (whole, _) = grown(&leaves);
        let stop = stop.index(leaves.len());
        let (begun, tiles) = grown(&leaves[..stop]);
        let mut again = Frontier::of(begun.size(), &tiles).unwrap();
        for bytes in &leaves[stop..] {
            again.append(leaf(bytes), |_, _| {});
        }
        prop_assert_eq!(again, whole);
    }

    #[test]
    fn inclusion_is_what_the_definition_says_and_nothing_else_is_believed(
        leaves in some_leaves(700), index in any::<prop::sample::Index>(), size in any::<prop::sample::Index>(),
        place in any::<usize>(), how in any::<u8>(),
    ) {
        let (_, tiles) = grown(&leaves);
        let size = size.index(leaves.len()) + 1;
        let index = index.index(size);
        let (of, n) = (u64::try_from(index).unwrap(), u64::try_from(size).unwrap());
        let root = naive::root(&leaves[..size]);
        let proof = inclusion_proof(of, n, &tiles).unwrap().unwrap();
        prop_assert_eq!(&proof, &naive::path(index, &leaves[..size]));
        let told = &leaves[index];
        prop_assert!(is_included(told, of, n, &proof, &root));
        prop_assert!(!is_included(told, of, n, &spoiled(&proof, place, how), &root));
        let mut other = told.clone();
        other.push(0);
        prop_assert!(!is_included(&other, of, n, &proof, &root));
        prop_assert!(!is_included(told, of, n, &proof, &[3; 32]));
        prop_assert!(!is_included(told, of ^ 1, n, &proof, &root) || leaves.get(index ^ 1) == Some(told));
    }

    #[test]
    fn consistency_is_what_the_definition_says_and_nothing_else_is_believed(
        leaves in some_leaves(700), old in any::<prop::sample::Index>(), new in any::<prop::sample::Index>(),
        place in any::<usize>(), how in any::<u8>(),
    ) {
        let (_, tiles) = grown(&leaves);
        let new = new.index(leaves.len()) + 1;
        let old = old.index(new + 1);
        let (m, n) = (u64::try_from(old).unwrap(), u64::try_from(new).unwrap());
        let (old_root, new_root) = (naive::root(&leaves[..old]), naive::root(&leaves[..new]));
        let proof = consistency_proof(m, n, &tiles).unwrap().unwrap();
        prop_assert_eq!(&proof, &naive::proof(old, &leaves[..new]));
        prop_assert!(is_consistent(m, &old_root, n, &new_root, &proof));
        prop_assert!(!is_consistent(m, &old_root, n, &new_root, &spoiled(&proof, place, how)));
        prop_assert!(!is_consistent(m, &[3; 32], n, &new_root, &proof));
        // Nothing is promised about what the tree without leaves becomes.
        prop_assert!(m == 0 || !is_consistent(m, &old_root, n, &[3; 32], &proof));
    }

    #[test]
    fn another_library_comes_to_the_same_proofs(leaves in some_leaves(300), index in any::<prop::sample::Index>(), old in any::<prop::sample::Index>()) {
        let (frontier, tiles) = grown(&leaves);
        let mut theirs = MemoryBackedTree::<Sha256, Vec<u8>>::new();
        leaves.iter().for_each(|bytes| theirs.push(bytes.clone()));
        let root = theirs.root();
        prop_assert_eq!(root.as_bytes().as_slice(), frontier.root());
        let n = frontier.size();
        let index = index.index(leaves.len());
        let ours = inclusion_proof(u64::try_from(index).unwrap(), n, &tiles).unwrap().unwrap();
        let included = theirs.prove_inclusion(index);
        prop_assert_eq!(included.as_bytes(), ours.concat());
        let old = old.index(leaves.len()) + 1;
        let ours = consistency_proof(u64::try_from(old).unwrap(), n, &tiles).unwrap().unwrap();
        let consistent = theirs.prove_consistency(leaves.len() - old);
        // They repeat nothing for a tree and itself either.
        prop_assert_eq!(consistent.as_bytes(), ours.concat());
    }
}
