//! P5: simulated worlds. The real rules, the thoughts of the real writer, a model of the database, followers, views and
//! messages live for thirty days in one thread, with time and chance from one seed; whatever goes wrong, every promise
//! holds, and the same seed gives the same world.

mod capability;
mod client;
mod database;
mod faults;
mod follower;
mod outbox;
pub(crate) mod reality;
mod server;
mod wishes;
mod witness;
mod world;

use crate::report::{Proof, Report};
use faults::Happened;
use std::time::{Duration, Instant};
use world::{Bad, lived};

/// How many worlds a full proof is made of.
const WORLDS: u64 = 200_000;
/// How long a quick one lasts.
const QUICK: Duration = Duration::from_secs(60);
/// One world in so many is lived through twice.
const TWICE: u64 = 16;
/// A fault that is built in shows at the latest in so many worlds.
const PATIENCE: u64 = 5_000;

/// All worlds together.
#[derive(Default)]
pub(crate) struct Sum {
    pub(crate) worlds: u64,
    twice: u64,
    unlike: u64,
    events: u64,
    commands: u64,
    steps: u64,
    happened: Happened,
    /// Worlds in which a promise was broken: the first ones, with their seeds.
    wrong: Vec<(u64, String)>,
    wrongs: u64,
}

/// Proves it.
pub(crate) fn prove(asked: &crate::Asked, report: &mut Report) {
    let mut proof = Proof::begin("P5 simulated worlds: whatever goes wrong, every promise holds");
    let begun = Instant::now();
    let mut sum = Sum::default();
    let goes_on = |sum: &Sum| {
        if asked.quick {
            begun.elapsed() < QUICK
        } else {
            sum.worlds < WORLDS
        }
    };
    while goes_on(&sum) {
        sum.live(asked.seed.wrapping_add(sum.worlds));
    }
    let seconds = begun.elapsed().as_secs_f64();
    let rate = sum.worlds as f64 / seconds;
    let text = format!(
        "{} worlds of {} days from seed {} on, {rate:.0} a second on one core: {} wishes, {} events, {} steps",
        sum.worlds,
        world::DAYS,
        asked.seed,
        sum.commands,
        sum.events,
        sum.steps
    );
    proof.says(&text, sum.worlds > 0 && sum.events > 0);
    proof.says(
        &format!("{} worlds in which a promise was broken", sum.wrongs),
        sum.wrongs == 0,
    );
    for (seed, words) in &sum.wrong {
        proof.says(&format!("seed {seed}: {words}"), false);
    }
    let text = format!(
        "{} lived through twice, {} of them otherwise the second time",
        sum.twice, sum.unlike
    );
    proof.says(&text, sum.twice > 0 && sum.unlike == 0);
    let least = if asked.quick { 1 } else { 1_000 };
    for (words, count) in sum.happened.counts() {
        proof.says(&format!("{count} times {words}"), count >= least);
    }
    for bad in [Bad::NewIdAtRetry, Bad::NewKeyAtRetry] {
        let (text, noticed) = noticed(Some(bad), asked.seed);
        proof.says(&format!("with {bad:?}: {text}"), noticed);
    }
    report.close(proof);
}

impl Sum {
    /// Lives through one more world.
    pub(crate) fn live(&mut self, seed: u64) {
        let came = lived(seed, None);
        if self.worlds.is_multiple_of(TWICE) {
            self.twice += 1;
            self.unlike += u64::from(lived(seed, None) != came);
        }
        self.worlds += 1;
        self.events += came.events;
        self.commands += came.commands;
        self.steps += came.steps;
        self.happened.add(&came.happened);
        if let Some(words) = came.wrong {
            self.wrongs += 1;
            if self.wrong.len() < 5 {
                self.wrong.push((seed, words));
            }
        }
    }
}

/// Whether a fault that is built in is noticed in one of some worlds: in which, and by what.
pub(crate) fn noticed(bad: Option<Bad>, seed: u64) -> (String, bool) {
    let noticed = (0..PATIENCE).find_map(|number| {
        let came = lived(seed.wrapping_add(number), bad);
        came.wrong
            .map(|words| format!("noticed in world {}: {words}", number + 1))
    });
    let is_noticed = noticed.is_some();
    (
        noticed.unwrap_or_else(|| format!("not noticed in {PATIENCE} worlds")),
        is_noticed,
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_promise_holds_in_every_world_and_a_seed_is_a_world() {
        let mut sum = Sum::default();
        for seed in 0..400 {
            sum.live(seed);
        }
        assert_eq!(sum.wrong, Vec::new());
        assert_eq!(sum.unlike, 0);
        for (words, count) in sum.happened.counts() {
            assert!(count > 0, "never: {words}");
        }
    }
}
