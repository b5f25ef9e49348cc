//! P6: no race in what threads share in memory. Shuttle runs them in one random order after the other, the reading and the
//! writing of each piece of memory taken apart; then with a check left out of the lock, which must be noticed.

use crate::Asked;
use crate::report::{Proof, Report};
use shuttle::scheduler::{PctScheduler, RandomScheduler, Scheduler};
use shuttle::{Config, FailurePersistence, Runner};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

/// What threads do; counts what went wrong.
type Race = fn(&Arc<AtomicU64>);

/// How many changes of thread at the least likely moments are looked for.
const DEPTH: usize = 3;

/// A race, and the check whose lack must be noticed.
struct Shared {
    name: &'static str,
    race: Race,
    break_it: fn(bool),
}

const SHARED: [Shared; 3] = [
    Shared {
        name: "the events stored last, kept by the writer and read by followers",
        race: event_store::races::followers_are_given_what_follows,
        break_it: |bad| event_store::sabotage(bad.then_some(event_store::Sabotage::LookedUpInTwoSteps)),
    },
    Shared {
        name: "the lanes in which the commands of a stream are decided",
        race: event_store::races::a_stream_has_one_lane,
        break_it: |bad| event_store::sabotage(bad.then_some(event_store::Sabotage::LaneMadeInTwoSteps)),
    },
    Shared {
        name: "the keys held in memory, read, kept and forgotten",
        race: keyring::races::a_destroyed_key_is_held_by_nobody,
        break_it: |bad| keyring::sabotage(bad.then_some(keyring::Sabotage::GenerationReadTooEarly)),
    },
];

/// Proves it.
pub(crate) fn prove(asked: &Asked, report: &mut Report) {
    let orders = if asked.quick { 10_000 } else { 200_000 };
    let mut proof = Proof::begin("P6 no race in shared memory");
    for Shared { name, race, break_it } in SHARED {
        let (tried, wrong) = tried(race, asked.seed, orders);
        let text = format!(
            "{name}: {tried} orders of threads from seed {}, {wrong} of them wrong",
            asked.seed
        );
        proof.says(&text, tried > 0 && wrong == 0);
        break_it(true);
        let (tried, wrong) = self::tried(race, asked.seed, orders);
        break_it(false);
        let text = format!("and with the check outside the lock: {wrong} of {tried} wrong, noticed");
        proof.says(&text, wrong > 0);
    }
    report.close(proof);
}

/// Runs a race in so many random orders, and in as many with few but unlikely changes: how many were tried and were wrong.
fn tried(race: Race, seed: u64, orders: usize) -> (usize, u64) {
    let (random, random_wrong) = run(race, RandomScheduler::new_from_seed(seed, orders));
    let (unlikely, unlikely_wrong) = run(race, PctScheduler::new_from_seed(seed, DEPTH, orders));
    (random + unlikely, random_wrong + unlikely_wrong)
}

fn run(race: Race, scheduler: impl Scheduler + 'static) -> (usize, u64) {
    let orders_wrong = Arc::new(AtomicU64::new(0));
    let counted = Arc::clone(&orders_wrong);
    let mut config = Config::new();
    config.failure_persistence = FailurePersistence::None;
    let tried = Runner::new(scheduler, config).run(move || {
        let wrong = Arc::new(AtomicU64::new(0));
        race(&wrong);
        counted.fetch_add(u64::from(wrong.load(Ordering::SeqCst) > 0), Ordering::SeqCst);
    });
    (tried, orders_wrong.load(Ordering::SeqCst))
}
