//! Chance without chance: every choice and every id comes from a seed and the name of what is chosen, so that a
//! territory is always the same, on every machine.

use jiff::Timestamp;
use uuid::{Builder, Uuid};

/// A row of choices about one thing.
#[derive(Clone, Debug)]
pub(crate) struct Chance {
    about: Uuid,
    drawn: u32,
}

impl Chance {
    pub(crate) fn new(seed: u64, about: &str) -> Self {
        Self {
            about: named(seed, about),
            drawn: 0,
        }
    }

    fn draw(&mut self) -> u64 {
        self.drawn = self.drawn.wrapping_add(1);
        Uuid::new_v5(&self.about, &self.drawn.to_be_bytes()).as_u64_pair().0
    }

    /// A number from 0 up to, not including, `many`.
    pub(crate) fn below(&mut self, many: usize) -> usize {
        let many = u64::try_from(many).unwrap_or(u64::MAX).max(1);
        // The upper half of the digest: the lower one holds the version of the id.
        usize::try_from((self.draw() >> 32) % many).unwrap_or(0)
    }

    /// A number from `least` to `most`, both included.
    pub(crate) fn between(&mut self, least: i32, most: i32) -> i32 {
        let span = usize::try_from(most.saturating_sub(least)).unwrap_or(0);
        least.saturating_add(i32::try_from(self.below(span.saturating_add(1))).unwrap_or(0))
    }

    pub(crate) fn percent(&mut self, of_a_hundred: usize) -> bool {
        self.below(100) < of_a_hundred
    }

    pub(crate) fn pick<T: Copy>(&mut self, among: &[T], otherwise: T) -> T {
        among.get(self.below(among.len())).copied().unwrap_or(otherwise)
    }

    /// The same things in another order.
    pub(crate) fn shuffle<T>(&mut self, mut things: Vec<T>) -> Vec<T> {
        for last in (1..things.len()).rev() {
            things.swap(last, self.below(last.saturating_add(1)));
        }
        things
    }
}

/// An id in the layout of version 7, from the seed, a name and an instant.
pub(crate) fn id(seed: u64, name: &str, at: Timestamp) -> Uuid {
    let millis = u64::try_from(at.as_millisecond()).unwrap_or(0);
    let (high, low) = named(seed, name).as_u64_pair();
    let mut random = [0_u8; 10];
    for (place, byte) in random.iter_mut().zip(
        high.to_be_bytes()
            .into_iter()
            .take(6)
            .chain(low.to_be_bytes().into_iter().skip(4)),
    ) {
        *place = byte;
    }
    Builder::from_unix_timestamp_millis(millis, &random).into_uuid()
}

fn named(seed: u64, name: &str) -> Uuid {
    Uuid::new_v5(&Uuid::from_u64_pair(seed, 0), name.as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_seed_and_name_choose_the_same() {
        let numbers = |seed| {
            let mut chance = Chance::new(seed, "a household");
            [chance.below(1000), chance.below(1000), chance.below(1000)]
        };
        assert_eq!(numbers(7), numbers(7));
        assert_ne!(numbers(7), numbers(8));
    }

    #[test]
    fn an_id_has_the_layout_of_version_7_and_the_time_of_its_act() {
        let at = Timestamp::UNIX_EPOCH;
        let one = id(7, "a", at);
        assert_eq!(one.get_version_num(), 7);
        assert_eq!(one.get_variant(), uuid::Variant::RFC4122);
        assert_ne!(one, id(7, "b", at));
        assert_ne!(one, id(8, "a", at));
    }

    #[test]
    fn a_shuffle_loses_nobody() {
        let mut shuffled = Chance::new(1, "order").shuffle((0..50).collect());
        assert_ne!(shuffled, (0..50).collect::<Vec<_>>());
        shuffled.sort_unstable();
        assert_eq!(shuffled, (0..50).collect::<Vec<_>>());
    }
}
