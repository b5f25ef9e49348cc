//! The program's own verification over an invented log in memory: the same check of the chain and of the tree, page by
//! page, that goes over the database. What comes before the first altered event is not gone over again.

use crate::world::{Image, World};
use checkpoints::{Kept, TileRoot, TreeCheck, Verified};
use event_store::{ChainCheck, Verification};
use transparency::{Checkpoint, HEIGHT, Hash, PublicKey};

const PAGE: usize = 512;

/// The verification of an untouched log, stopped at each page.
pub(crate) struct Stops {
    key: PublicKey,
    known: Option<Checkpoint>,
    stops: Vec<Stop>,
}

#[derive(Clone)]
struct Stop {
    events: usize,
    before: Hash,
    tree: TreeCheck,
}

impl Stops {
    pub(crate) fn of(world: &World) -> Self {
        let first = Stop {
            events: 0,
            before: [0; 32],
            tree: TreeCheck::new(Some(world.key().clone())),
        };
        let mut stops = Self {
            key: world.key().clone(),
            known: world.known(),
            stops: vec![first.clone()],
        };
        let mut reached = Vec::new();
        stops.go_on(first, &world.image, |stop| reached.push(stop.clone()));
        stops.stops.extend(reached);
        stops
    }

    /// What the verification finds in a log that is as it was before a row.
    pub(crate) fn verified(&self, image: &Image, from: usize) -> Verified {
        let last = self.stops.partition_point(|stop| stop.events <= from).saturating_sub(1);
        match self.stops.get(last) {
            Some(stop) => self.go_on(stop.clone(), image, |_| {}),
            None => verified(image, &self.key, self.known.as_ref()),
        }
    }

    fn go_on(&self, stop: Stop, image: &Image, reached: impl FnMut(&Stop)) -> Verified {
        go_on(stop, image, self.known.as_ref(), reached)
    }
}

/// What the verification finds, from the first event on.
pub(crate) fn verified(image: &Image, key: &PublicKey, known: Option<&Checkpoint>) -> Verified {
    let stop = Stop {
        events: 0,
        before: [0; 32],
        tree: TreeCheck::new(Some(key.clone())),
    };
    go_on(stop, image, known, |_| {})
}

fn go_on(mut stop: Stop, image: &Image, known: Option<&Checkpoint>, mut reached: impl FnMut(&Stop)) -> Verified {
    let mut chain = ChainCheck::after(image.told, size(stop.events), stop.before);
    let mut broken = None;
    for rows in image.rows.get(stop.events..).unwrap_or_default().chunks(PAGE) {
        let mut page = Vec::with_capacity(rows.len());
        for row in rows {
            match chain.take(&row.event, &row.hash) {
                Ok(hash) => page.push(hash),
                Err(bad) => {
                    broken = Some(bad);
                    break;
                }
            }
        }
        let to = stop.events + page.len();
        let (kept, tiles) = (kept(image, stop.events, to), tiles(image, stop.events, to));
        stop.tree.take(&page, kept, &tiles, known);
        stop.events = to;
        stop.before = page.last().copied().unwrap_or(stop.before);
        if let Some(bad) = broken {
            return told(bad, &stop.tree);
        }
        reached(&stop);
        // The program goes on to the end; nothing that comes later changes what it answers.
        if stop.tree.altered().is_some() {
            let so_far = Verification {
                ok: true,
                events: size(to),
                first_bad: None,
            };
            return told(so_far, &stop.tree);
        }
    }
    let end = chain.end();
    if end.ok {
        let kept = image.kept.last().map_or(0, |kept| kept.size);
        stop.tree.end(kept.max(known.map_or(0, |known| known.size)));
    }
    told(end, &stop.tree)
}

fn told(chain: Verification, tree: &TreeCheck) -> Verified {
    Verified {
        chain,
        checkpoints: tree.checkpoints(),
        signed: tree.good(),
        altered: tree.altered().cloned(),
    }
}

fn size(events: usize) -> u64 {
    u64::try_from(events).unwrap_or(u64::MAX)
}

fn kept(image: &Image, after: usize, to: usize) -> &[Kept] {
    let place = |events| image.kept.partition_point(|kept| kept.size <= size(events));
    image.kept.get(place(after)..place(to)).unwrap_or_default()
}

fn tiles(image: &Image, after: usize, to: usize) -> Vec<TileRoot> {
    let completed = |each: &&TileRoot| {
        let end = (each.tile.index + 1) << (HEIGHT * (each.tile.level + 1));
        size(after) < end && end <= size(to)
    };
    image.tiles.iter().filter(completed).copied().collect()
}
