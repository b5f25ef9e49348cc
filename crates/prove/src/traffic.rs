//! Sixteen writers at the doors of one or two servers, and what each of them was told.

use crate::book::Asked;
use crate::door::{Command, Door, Told, Wish};
use rand::rngs::StdRng;
use rand::{Rng, RngExt, SeedableRng};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, AtomicUsize, Ordering};
use tokio::task::JoinSet;
use uuid::Uuid;

pub(crate) const WRITERS: usize = 16;

/// The order of all that is asked and answered; goes on from one round to the next.
#[derive(Clone, Default)]
pub(crate) struct Moments(Arc<AtomicU64>);

/// Writers at work.
pub(crate) struct Traffic {
    shared: Arc<Shared>,
    writers: JoinSet<Vec<Asked>>,
}

struct Shared {
    door: Door,
    bases: Vec<String>,
    moments: Moments,
    stop: AtomicBool,
    answered: AtomicU64,
    /// Commands under way at each server.
    under_way: Vec<AtomicUsize>,
}

impl Moments {
    pub(crate) fn next(&self) -> u64 {
        self.0.fetch_add(1, Ordering::SeqCst).saturating_add(1)
    }
}

impl Traffic {
    /// Lets them begin, each at a server of its own choice; a writer that is left without an answer goes home.
    pub(crate) fn begin(door: &Door, bases: &[String], moments: &Moments, seed: u64) -> Self {
        let shared = Arc::new(Shared {
            door: door.clone(),
            bases: bases.to_vec(),
            moments: moments.clone(),
            stop: AtomicBool::new(false),
            answered: AtomicU64::new(0),
            under_way: bases.iter().map(|_| AtomicUsize::new(0)).collect(),
        });
        let mut writers = JoinSet::new();
        for writer in 0..WRITERS {
            let shared = Arc::clone(&shared);
            let number = u64::try_from(writer).unwrap_or_default();
            let random = StdRng::seed_from_u64(seed ^ number.wrapping_mul(0x9e37_79b9_7f4a_7c15));
            writers.spawn(async move { shared.write(writer, random).await });
        }
        Self { shared, writers }
    }

    /// How many commands were answered by now.
    pub(crate) fn answered(&self) -> u64 {
        self.shared.answered.load(Ordering::SeqCst)
    }

    /// How many commands are under way at a server at this moment.
    pub(crate) fn under_way(&self, server: usize) -> usize {
        self.shared
            .under_way
            .get(server)
            .map_or(0, |count| count.load(Ordering::SeqCst))
    }

    /// Lets each writer finish what is under way, and tells all that was asked.
    pub(crate) async fn end(self) -> Vec<Asked> {
        self.shared.stop.store(true, Ordering::SeqCst);
        self.writers.join_all().await.into_iter().flatten().collect()
    }
}

impl Shared {
    async fn write(&self, writer: usize, mut random: StdRng) -> Vec<Asked> {
        let server = writer % self.bases.len().max(1);
        let (Some(base), Some(under_way)) = (self.bases.get(server), self.under_way.get(server)) else {
            return Vec::new();
        };
        let mut done = Vec::new();
        loop {
            let command = command(self.door.cases(), &mut random);
            under_way.fetch_add(1, Ordering::SeqCst);
            let begun = self.moments.next();
            let told = self.door.ask(base, &command).await;
            let ended = self.moments.next();
            under_way.fetch_sub(1, Ordering::SeqCst);
            done.push(Asked {
                command,
                server,
                begun,
                ended,
                told,
            });
            if told == Told::Nothing {
                return done;
            }
            self.answered.fetch_add(1, Ordering::SeqCst);
            if self.stop.load(Ordering::SeqCst) {
                return done;
            }
        }
    }
}

/// A wish as chance will have it: one in four to a stream that several write.
pub(crate) fn command(cases: usize, random: &mut StdRng) -> Command {
    let thing = id(random);
    let shares = random.random_ratio(1, 4);
    Command {
        id: id(random),
        // Few of them are written by many.
        case: random.random_range(0..cases.clamp(1, 12)),
        wish: if shares {
            Wish::Strength(thing)
        } else {
            Wish::Contact(thing)
        },
        word: random.random(),
    }
}

/// An id as a client makes it.
fn id(random: &mut impl Rng) -> Uuid {
    uuid::Builder::from_unix_timestamp_millis(1_764_000_000_000, &random.random()).into_uuid()
}
