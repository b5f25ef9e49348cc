//! P8: whatever is done to a log is found and located, by chain, checkpoints and what a witness knows; a log that nobody
//! touched raises no alarm. The bulk of it in memory, a part of it on a real PostgreSQL, with the same verdicts.

use crate::Asked;
use crate::memory::{Stops, verified};
use crate::report::{Proof, Report, Tallies};
use crate::tables::Tables;
use crate::tampering::{KINDS, Tampered};
use crate::world::World;
use checkpoints::Verified;
use rand::rngs::StdRng;
use rand::{RngExt, SeedableRng};
use std::collections::BTreeMap;
use std::thread;
use std::time::Instant;

/// How much of each.
struct Numbers {
    events: u64,
    mutations: u64,
    clean: u64,
    on_postgres: u64,
    verified_in_one_go: u64,
}

/// Events of the logs that are written to PostgreSQL again and again.
const SMALL: u64 = 1_500;
const THREADS: u64 = 2;
/// A million events are to be verified in half a minute.
const SECONDS_FOR_A_MILLION: f64 = 30.0;

impl Numbers {
    fn of(asked: &Asked) -> Self {
        if asked.quick {
            return Self {
                events: 10_000,
                mutations: 2_000,
                clean: 100,
                on_postgres: 80,
                verified_in_one_go: 100_000,
            };
        }
        Self {
            events: 100_000,
            mutations: 20_000,
            clean: 100,
            on_postgres: 400,
            verified_in_one_go: 1_000_000,
        }
    }
}

/// Proves it.
pub(crate) fn prove(asked: &Asked, report: &mut Report) -> anyhow::Result<()> {
    let numbers = Numbers::of(asked);
    let mut proof = Proof::begin("P8 in memory: any tampering is found and located");
    let world = World::of(numbers.events, asked.seed)?;
    let (events, signed) = (world.image.rows.len(), world.image.kept.len());
    proof.says(
        &format!("a log of {events} events with {signed} checkpoints"),
        signed > 1,
    );
    proof.all_found(&tampered_with(&world, numbers.mutations, asked.seed));
    let alarms = alarms(asked.seed, numbers.clean)?;
    let text = format!("{} clean logs, {alarms} false alarms", numbers.clean);
    proof.says(&text, alarms == 0);
    report.close(proof);

    let runtime = tokio::runtime::Runtime::new()?;
    let mut proof = Proof::begin("P8 on PostgreSQL: the same verdicts");
    runtime.block_on(on_postgres(asked.seed, numbers.on_postgres, &mut proof))?;
    report.close(proof);
    Ok(())
}

/// Proves that a whole log is verified fast enough.
pub(crate) fn prove_speed(asked: &Asked, report: &mut Report) -> anyhow::Result<()> {
    let mut proof = Proof::begin("A whole verification on PostgreSQL");
    let events = Numbers::of(asked).verified_in_one_go;
    tokio::runtime::Runtime::new()?.block_on(in_one_go(asked.seed, events, &mut proof))?;
    report.close(proof);
    Ok(())
}

/// Tampers so many times, each time with chance of its own, and tells what was found.
pub(crate) fn tampered_with(world: &World, mutations: u64, seed: u64) -> Tallies {
    let stops = Stops::of(world);
    let mut tallies: Tallies = names().collect();
    thread::scope(|scope| {
        let working: Vec<_> = (0..THREADS)
            .map(|first| {
                let stops = &stops;
                scope.spawn(move || {
                    let mut tallies = Tallies::new();
                    for number in (first..mutations).step_by(usize::try_from(THREADS).unwrap_or(1)) {
                        let (name, tampered) = one(world, number, seed);
                        let found = stops.verified(&tampered.image, tampered.from);
                        count(&mut tallies, name, is_found(&tampered, &found));
                    }
                    tallies
                })
            })
            .collect();
        for one in working {
            for (name, tally) in one.join().unwrap_or_default() {
                let sum = tallies.entry(name).or_default();
                sum.happened += tally.happened;
                sum.found += tally.found;
            }
        }
    });
    tallies
}

fn names() -> impl Iterator<Item = (&'static str, crate::report::Tally)> {
    let variants = KINDS.into_iter().flatten();
    variants.map(|(name, _)| (*name, crate::report::Tally::default()))
}

/// The kinds in turn, so that each happens as often; the variant and the place by chance.
fn one(world: &World, number: u64, seed: u64) -> (&'static str, Tampered) {
    let mut random = StdRng::seed_from_u64(seed ^ number.wrapping_mul(0x9e37_79b9_7f4a_7c15));
    let kind = usize::try_from(number).unwrap_or_default() % KINDS.len();
    let variants = KINDS.get(kind).copied().unwrap_or_default();
    let variant = random.random_range(0..variants.len());
    let (name, act) = variants
        .get(variant)
        .copied()
        .unwrap_or(("nothing", |world, _| Tampered {
            image: world.image.clone(),
            from: 0,
            first: 1,
        }));
    (name, act(world, &mut random))
}

fn count(tallies: &mut Tallies, name: &'static str, is_found: bool) {
    let tally = tallies.entry(name).or_default();
    tally.happened += 1;
    tally.found += u64::from(is_found);
}

/// Whether it was found, and at its place.
fn is_found(tampered: &Tampered, found: &Verified) -> bool {
    if found.is_good() {
        return false;
    }
    let by_chain = found.chain.first_bad == Some(tampered.first);
    let by_tree = found
        .altered
        .as_ref()
        .is_some_and(|altered| altered.within.contains(&tampered.first));
    by_chain || by_tree
}

/// Verifies logs that nobody touched.
fn alarms(seed: u64, clean: u64) -> anyhow::Result<u64> {
    let mut alarms = 0;
    let mut random = StdRng::seed_from_u64(seed ^ 1);
    for number in 0..clean {
        let world = World::of(random.random_range(1..5_000), seed.wrapping_add(number))?;
        let found = verified(&world.image, world.key(), world.known().as_ref());
        alarms += u64::from(!found.is_good());
    }
    Ok(alarms)
}

async fn on_postgres(seed: u64, mutations: u64, proof: &mut Proof) -> anyhow::Result<()> {
    let world = World::of(SMALL, seed ^ 2)?;
    let known = world.known();
    let (tables, mut tallies) = (Tables::new().await?, BTreeMap::new());
    let mut refused = 0;
    let mut differing = 0;
    for number in 0..mutations {
        let (name, tampered) = one(&world, number, seed ^ 2);
        if tables.hold(&tampered.image).await.is_err() {
            // Two rows at one position: the database itself refuses them.
            refused += 1;
            continue;
        }
        let found = checkpoints::verify(&tables.log, Some(world.key().clone()), known.as_ref(), |_| {}).await?;
        count(&mut tallies, name, is_found(&tampered, &found));
        let in_memory = verified(&tampered.image, world.key(), known.as_ref());
        let same = (found.chain.first_bad, &found.altered) == (in_memory.chain.first_bad, &in_memory.altered);
        differing += u64::from(!same);
    }
    proof.all_found(&tallies);
    proof.says(&format!("{refused} more were refused by the database itself"), true);
    proof.says(
        &format!("{differing} verdicts differ from those in memory"),
        differing == 0,
    );
    tables.hold(&world.image).await?;
    let clean = checkpoints::verify(&tables.log, Some(world.key().clone()), known.as_ref(), |_| {}).await?;
    proof.says("the untouched log holds", clean.is_good());
    Ok(())
}

async fn in_one_go(seed: u64, events: u64, proof: &mut Proof) -> anyhow::Result<()> {
    let world = World::of(events, seed ^ 3)?;
    let tables = Tables::new().await?;
    tables.hold(&world.image).await?;
    let begun = Instant::now();
    let found = checkpoints::verify(&tables.log, Some(world.key().clone()), world.known().as_ref(), |_| {}).await?;
    let seconds = begun.elapsed().as_secs_f64();
    let rate = f64::from(u32::try_from(events)?) / seconds;
    let text = format!(
        "{events} events and {} checkpoints verified in {seconds:.1} s: {rate:.0} events a second",
        found.checkpoints
    );
    proof.says(&text, found.is_good() && rate >= 1_000_000.0 / SECONDS_FOR_A_MILLION);
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_small_log_is_tampered_with_in_every_way_and_each_is_found() {
        let world = World::of(1_200, 1).unwrap();
        let tallies = tampered_with(&world, 320, 1);
        for (name, tally) in &tallies {
            assert!(tally.happened > 0 && tally.found == tally.happened, "{name}: {tally:?}");
        }
        assert_eq!(alarms(1, 5).unwrap(), 0);
    }
}
