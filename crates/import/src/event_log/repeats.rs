//! Which acts of a log share their case, their own id and their stage, and how many of them were met: two equal rows are
//! two acts, in this run and in the next.
//!
//! Ids are first passed through a filter of fixed size; only those it may have seen before are counted, so that memory
//! grows with what is repeated and not with the log. What the filter takes for a repetition and is none is merely counted.

use super::survey::Key;
use std::collections::HashMap;

/// The words of the filter: 8 MiB, once a log tells ids at all.
const WORDS: usize = 1 << 20;
/// How many bits each id sets.
const BITS: u64 = 4;

#[derive(Debug, Default)]
pub(super) struct Repeats {
    filter: Vec<u64>,
    met: HashMap<Key, u32>,
}

impl Repeats {
    /// An act of this name was met while the log was surveyed.
    pub(super) fn survey(&mut self, key: Key) {
        if self.filter.is_empty() {
            self.filter = vec![0; WORDS];
        }
        let mut known = true;
        for (word, bit) in places(key) {
            if let Some(word) = self.filter.get_mut(word) {
                known &= *word & bit != 0;
                *word |= bit;
            }
        }
        if known {
            self.met.insert(key, 0);
        }
    }

    /// The survey is over: the filter is no longer needed.
    pub(super) fn surveyed(&mut self) {
        self.filter = Vec::new();
    }

    /// The place of an act among those of its name, in the order of the log.
    pub(super) fn ordinal(&mut self, key: Key) -> u32 {
        self.met.get_mut(&key).map_or(0, |met| {
            let ordinal = *met;
            *met = met.saturating_add(1);
            ordinal
        })
    }
}

/// Where the bits of a key stand.
fn places(key: Key) -> impl Iterator<Item = (usize, u64)> {
    let number = u128::from_be_bytes(key);
    let first = u64::try_from(number >> 64).unwrap_or_default();
    let step = u64::try_from(number & u128::from(u64::MAX)).unwrap_or_default() | 1;
    (0..BITS).map(move |time| {
        let place = first.wrapping_add(step.wrapping_mul(time));
        let word = usize::try_from(place >> 6).unwrap_or_default() % WORDS;
        (word, 1_u64 << (place & 63))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn repeated_names_are_counted_and_others_are_first() {
        let name = |n: u128| n.wrapping_mul(0x9e37_79b9_7f4a_7c15_f39c_c060_5ced_c835).to_be_bytes();
        let mut repeats = Repeats::default();
        for n in (0..10_000).chain(0..10) {
            repeats.survey(name(n));
        }
        repeats.surveyed();
        assert!(repeats.met.len() < 20, "{}", repeats.met.len());
        let ordinals: Vec<u32> = [3, 3, 11, 3].map(|n| repeats.ordinal(name(n))).into();
        assert_eq!(ordinals, [0, 1, 0, 2]);
    }
}
