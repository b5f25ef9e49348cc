//! Several who do the same as fast as they can, each waiting for her own answer: how much was done, and how long it took.

use std::future::Future;
use std::time::{Duration, Instant};
use tokio::task::JoinSet;

/// How long to hurry: first without counting, then counted.
#[derive(Clone, Copy)]
pub(super) struct Pace {
    pub(super) warm_up: Duration,
    pub(super) measured: Duration,
}

/// What one step came to.
#[derive(Clone, Copy)]
pub(super) enum Step {
    /// So many were done.
    Done(u64),
    /// Someone else was faster: nothing was done.
    Conflict,
}

/// One who hurries.
pub(super) trait Hurried: Send + 'static {
    fn step(&mut self) -> impl Future<Output = anyhow::Result<Step>> + Send;
}

/// What came of a case; times in milliseconds.
pub(super) struct Measured {
    pub(super) done_per_second: f64,
    pub(super) conflicts_per_second: f64,
    pub(super) p50: Option<f64>,
    pub(super) p99: Option<f64>,
    pub(super) conflict_p99: Option<f64>,
}

#[derive(Default)]
struct Counted {
    done: u64,
    steps: Vec<f64>,
    conflicts: Vec<f64>,
}

/// Lets them all hurry.
pub(super) async fn hurry<H: Hurried>(pace: Pace, all: Vec<H>) -> anyhow::Result<Measured> {
    let begun = Instant::now();
    let mut at_work = JoinSet::new();
    for one in all {
        at_work.spawn(work(one, begun, pace));
    }
    let mut sum = Counted::default();
    while let Some(counted) = at_work.join_next().await {
        let counted = counted??;
        sum.done += counted.done;
        sum.steps.extend(counted.steps);
        sum.conflicts.extend(counted.conflicts);
    }
    let seconds = begun.elapsed().saturating_sub(pace.warm_up).as_secs_f64();
    Ok(Measured {
        done_per_second: number(sum.done) / seconds,
        conflicts_per_second: number(u64::try_from(sum.conflicts.len())?) / seconds,
        conflict_p99: percentile(&mut sum.conflicts, 99),
        p50: percentile(&mut sum.steps, 50),
        p99: percentile(&mut sum.steps, 99),
    })
}

async fn work(mut one: impl Hurried, begun: Instant, pace: Pace) -> anyhow::Result<Counted> {
    let mut counted = Counted::default();
    loop {
        let step_begun = Instant::now();
        let since = step_begun.duration_since(begun);
        if since >= pace.warm_up + pace.measured {
            return Ok(counted);
        }
        let step = one.step().await?;
        if since >= pace.warm_up {
            let took = step_begun.elapsed().as_secs_f64() * 1e3;
            counted.steps.push(took);
            match step {
                Step::Done(done) => counted.done += done,
                Step::Conflict => counted.conflicts.push(took),
            }
        }
    }
}

/// The value below which so many of a hundred lie.
pub(super) fn percentile(values: &mut [f64], hundredths: usize) -> Option<f64> {
    values.sort_by(f64::total_cmp);
    let last = values.len().checked_sub(1)?;
    values.get((last * hundredths + 50) / 100).copied()
}

/// A count as it is divided: its upper half and its lower one, each exact.
pub(super) fn number(count: u64) -> f64 {
    let half = |bits: u64| u32::try_from(bits).map_or(f64::INFINITY, f64::from);
    half(count >> 32) * 4_294_967_296.0 + half(count & u64::from(u32::MAX))
}
