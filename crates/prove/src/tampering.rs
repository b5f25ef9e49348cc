//! What somebody with all rights over the database may do to a log, and at which position it begins to differ.

use crate::world::{Image, Row, World, event};
use jiff::Timestamp;
use rand::rngs::StdRng;
use rand::{Rng, RngExt};
use std::sync::Arc;
use transparency::{Kind, Signer};
use uuid::Uuid;

/// A log that was tampered with.
pub(crate) struct Tampered {
    pub(crate) image: Image,
    /// How many rows are as they were, from the first on.
    pub(crate) from: usize,
    /// The first position that is altered, too many, or missing.
    pub(crate) first: u64,
}

type Act = fn(&World, &mut StdRng) -> Tampered;

/// The eight kinds, each in its variants.
pub(crate) const KINDS: [&[(&str, Act)]; 8] = [
    &[
        ("bit flipped in an event", bit_of_event),
        ("bit flipped in a checkpoint", bit_of_checkpoint),
        ("bit flipped in a tile", bit_of_tile),
    ],
    &[("event edited", edit)],
    &[("event deleted", delete)],
    &[
        ("event inserted beside another", insert_beside),
        ("event inserted, the rest moved up", insert_between),
        ("event added behind the newest", insert_behind),
    ],
    &[("two events swapped", swap)],
    &[
        ("log truncated", truncate),
        ("log truncated, its commands too", truncate_with_commands),
        ("log truncated, commands and checkpoints too", truncate_with_checkpoints),
    ],
    &[
        ("suffix re-hashed", rehash),
        ("suffix re-hashed, its checkpoints taken away", rehash_unsigned),
        ("suffix re-hashed and signed with another key", rehash_forged),
    ],
    &[
        ("older backup", older),
        ("older backup that grew on, signed with the stolen key", older_regrown),
    ],
];

/// A row of the log, by chance.
fn place(image: &Image, random: &mut StdRng) -> usize {
    random.random_range(0..image.rows.len())
}

fn position(place: usize) -> u64 {
    u64::try_from(place).unwrap_or(u64::MAX) + 1
}

fn row(image: &mut Image, place: usize, change: impl FnOnce(&mut Row)) {
    if let Some(row) = image.rows.get_mut(place) {
        change(Arc::make_mut(row));
    }
}

/// Altered from a row on, and nowhere before.
fn at(image: Image, place: usize) -> Tampered {
    Tampered {
        image,
        from: place,
        first: position(place),
    }
}

fn flip(bytes: &mut [u8], random: &mut StdRng) {
    let place = random.random_range(0..bytes.len());
    if let Some(byte) = bytes.get_mut(place) {
        *byte ^= 1 << random.random_range(0..8);
    }
}

fn flipped_id(id: Uuid, random: &mut StdRng) -> Uuid {
    Uuid::from_u128(id.as_u128() ^ 1 << random.random_range(0..128))
}

fn flipped_instant(at: Timestamp, random: &mut StdRng) -> Timestamp {
    let micros = at.as_microsecond() ^ 1 << random.random_range(0..40);
    Timestamp::from_microsecond(micros).unwrap_or_default()
}

fn bit_of_event(world: &World, random: &mut StdRng) -> Tampered {
    let mut image = world.image.clone();
    let place = place(&image, random);
    row(&mut image, place, |row| {
        let event = &mut row.event;
        match random.random_range(0..12) {
            0 => event.id = flipped_id(event.id, random),
            1 => {
                // Within a letter, so that it stays a text.
                let mut kind = event.kind.clone().into_bytes();
                let letter = random.random_range(0..kind.len());
                if let Some(letter) = kind.get_mut(letter) {
                    *letter ^= 1 << random.random_range(0..5);
                }
                event.kind = String::from_utf8_lossy(&kind).into_owned();
            }
            2 => event.schema ^= 1 << random.random_range(0..16),
            3 => event.stream = flipped_id(event.stream, random),
            4 => event.version ^= 1 << random.random_range(0..64),
            5 => event.command = flipped_id(event.command, random),
            6 => event.by = flipped_id(event.by, random),
            7 => event.recorded_at = flipped_instant(event.recorded_at, random),
            8 => event.occurred_at = flipped_instant(event.occurred_at, random),
            9 => {
                event.known_at = Some(
                    event
                        .known_at
                        .map_or(Timestamp::UNIX_EPOCH, |at| flipped_instant(at, random)),
                )
            }
            10 => flip(&mut event.payload, random),
            _ => flip(&mut row.hash, random),
        }
    });
    at(image, place)
}

fn bit_of_checkpoint(world: &World, random: &mut StdRng) -> Tampered {
    let mut image = world.image.clone();
    let place = random.random_range(0..image.kept.len());
    let mut first = 1;
    if let Some(kept) = image.kept.get_mut(place) {
        first = kept.size;
        match random.random_bool(0.5) {
            true => flip(&mut kept.root, random),
            false => flip(&mut kept.signature, random),
        }
    }
    Tampered {
        image,
        from: usize::try_from(first - 1).unwrap_or_default(),
        first,
    }
}

fn bit_of_tile(world: &World, random: &mut StdRng) -> Tampered {
    if world.image.tiles.is_empty() {
        return bit_of_checkpoint(world, random);
    }
    let mut image = world.image.clone();
    let place = random.random_range(0..image.tiles.len());
    let mut first = 1;
    if let Some(tile) = image.tiles.get_mut(place) {
        flip(&mut tile.root, random);
        first = (tile.tile.index << (transparency::HEIGHT * (tile.tile.level + 1))) + 1;
    }
    // What the last checkpoint before it covers was found good; the tile may begin before.
    let end = image.tiles.get(place).map_or(0, |tile| {
        (tile.tile.index + 1) << (transparency::HEIGHT * (tile.tile.level + 1))
    });
    let good = image
        .kept
        .iter()
        .rev()
        .find(|kept| kept.size < end)
        .map_or(0, |kept| kept.size);
    Tampered {
        image,
        from: usize::try_from(first - 1).unwrap_or_default(),
        first: first.max(good + 1),
    }
}

fn edit(world: &World, random: &mut StdRng) -> Tampered {
    let mut image = world.image.clone();
    let place = place(&image, random);
    row(&mut image, place, |row| edited(row, random));
    at(image, place)
}

/// What somebody would want to have been written.
fn edited(row: &mut Row, random: &mut StdRng) {
    let event = &mut row.event;
    match random.random_range(0..4) {
        0 => random.fill_bytes(&mut event.payload),
        1 => event.by = Uuid::from_u128(random.random()),
        2 => {
            let day = jiff::SignedDuration::from_hours(24);
            event.occurred_at = event.occurred_at.checked_sub(day).unwrap_or_default();
        }
        _ => event.kind.push_str("_not"),
    }
    // One byte of chance can be the byte that was there.
    event.version += 1_000;
}

fn delete(world: &World, random: &mut StdRng) -> Tampered {
    let mut image = world.image.clone();
    let place = place(&image, random);
    image.rows.remove(place);
    at(image, place)
}

fn inserted(image: &mut Image, place: usize, at: u64, random: &mut StdRng) {
    let event = event(at, random);
    let before = place.checked_sub(1).and_then(|before| image.rows.get(before));
    let hash = event.hash_after(&before.map_or([0; 32], |row| row.hash));
    image.rows.insert(place, Arc::new(Row { event, hash }));
}

fn insert_beside(world: &World, random: &mut StdRng) -> Tampered {
    let mut image = world.image.clone();
    let place = place(&image, random);
    inserted(&mut image, place + 1, position(place), random);
    at(image, place + 1)
}

fn insert_between(world: &World, random: &mut StdRng) -> Tampered {
    let mut image = world.image.clone();
    let place = place(&image, random);
    inserted(&mut image, place, position(place), random);
    for moved in image.rows.iter_mut().skip(place + 1) {
        Arc::make_mut(moved).event.position += 1;
    }
    // The new event itself is well chained; the one that it pushed up is not.
    at(image, place + 1)
}

fn insert_behind(world: &World, random: &mut StdRng) -> Tampered {
    let mut image = world.image.clone();
    let place = image.rows.len();
    inserted(&mut image, place, position(place), random);
    at(image, place)
}

fn swap(world: &World, random: &mut StdRng) -> Tampered {
    let mut image = world.image.clone();
    let one = random.random_range(0..image.rows.len() - 1);
    let other = random.random_range(one + 1..image.rows.len());
    image.rows.swap(one, other);
    for place in [one, other] {
        row(&mut image, place, |row| row.event.position = position(place));
    }
    at(image, one)
}

fn truncate(world: &World, random: &mut StdRng) -> Tampered {
    let mut image = world.image.clone();
    let place = place(&image, random);
    image.rows.truncate(place);
    at(image, place)
}

fn truncate_with_commands(world: &World, random: &mut StdRng) -> Tampered {
    let mut tampered = truncate(world, random);
    let last = tampered.image.rows.last();
    tampered.image.told = last.map_or(0, |row| row.event.position);
    tampered
}

fn truncate_with_checkpoints(world: &World, random: &mut StdRng) -> Tampered {
    let mut tampered = truncate_with_commands(world, random);
    forget(&mut tampered.image, tampered.first - 1);
    tampered
}

/// Takes away what was signed of more than so many events.
fn forget(image: &mut Image, size: u64) {
    image.kept.retain(|kept| kept.size <= size);
    image.tiles.retain(|each| {
        let end = (each.tile.index + 1) << (transparency::HEIGHT * (each.tile.level + 1));
        end <= size
    });
}

fn rehash(world: &World, random: &mut StdRng) -> Tampered {
    let mut tampered = edit(world, random);
    tampered.image.rehash(tampered.from);
    tampered
}

fn rehash_unsigned(world: &World, random: &mut StdRng) -> Tampered {
    let mut tampered = rehash(world, random);
    forget(&mut tampered.image, tampered.first - 1);
    tampered
}

fn rehash_forged(world: &World, random: &mut StdRng) -> Tampered {
    let mut tampered = rehash(world, random);
    let mut seed = [0; 32];
    random.fill_bytes(&mut seed);
    if let Ok(other) = Signer::from_seed(world.key().name(), Kind::Log, &seed) {
        tampered.image.sign(&other, tampered.first - 1, random);
    }
    tampered
}

fn older(world: &World, random: &mut StdRng) -> Tampered {
    let mut image = world.image.clone();
    let sizes = image.kept.len().saturating_sub(1).max(1);
    let size = image
        .kept
        .get(random.random_range(0..sizes))
        .map_or(0, |kept| kept.size);
    // Of a log with one checkpoint the older backup is the one without.
    let size = if image.kept.len() < 2 { 0 } else { size };
    let place = usize::try_from(size).unwrap_or_default();
    image.rows.truncate(place);
    let last = image.rows.last();
    image.told = last.map_or(0, |row| row.event.position);
    forget(&mut image, size);
    at(image, place)
}

fn older_regrown(world: &World, random: &mut StdRng) -> Tampered {
    let mut tampered = older(world, random);
    let size = tampered.first - 1;
    let missing = world.image.told - size;
    tampered.image.grow(missing + random.random_range(0..50), random);
    tampered.image.sign(&world.signer, size, random);
    tampered
}
