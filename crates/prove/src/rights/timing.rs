//! How long an answer takes tells nothing either: what is hidden and what is unknown are asked for in turn, and the means
//! of their times are laid side by side (Welch's t, in the manner of dudect).

use super::p12::asked_for;
use super::stage::Stage;
use anyhow::Context;
use domain::words::SupportCaseId;
use std::time::Instant;
use uuid::Uuid;

/// Beyond this two means are not those of one thing.
const BOUND: f64 = 4.5;
/// Of the slowest so many in a hundred are left out: what else the machine did.
const CROPPED: usize = 10;
/// Asked before it counts.
const WARM: usize = 100;

/// One endpoint.
pub(super) struct Time {
    what: &'static str,
    samples: usize,
    hidden_us: f64,
    unknown_us: f64,
    t: f64,
}

/// Asks as somebody who is kept away from a case.
pub(super) async fn compared(
    stage: &Stage,
    base: &str,
    (login, hidden): (&str, SupportCaseId),
    samples: usize,
) -> anyhow::Result<Vec<Time>> {
    let visitor = stage.visitor(login)?;
    let mut times = Vec::new();
    for at in 0..asked_for(hidden).len() {
        let (mut there, mut nowhere, mut what) = (Vec::new(), Vec::new(), "");
        for sample in 0..samples + WARM {
            let mut turns = [(hidden, true), (SupportCaseId(Uuid::now_v7()), false)];
            if sample % 2 == 1 {
                turns.reverse();
            }
            for (case, is_hidden) in turns {
                let (told, request) = asked_for(case).into_iter().nth(at).context("no such question")?;
                what = told;
                let begun = Instant::now();
                visitor.ask(base, &request).await?;
                let took = begun.elapsed().as_secs_f64() * 1e6;
                if sample >= WARM {
                    if is_hidden {
                        there.push(took)
                    } else {
                        nowhere.push(took)
                    }
                }
            }
        }
        let (there, nowhere) = cropped(there, nowhere);
        let (one, other) = (Moments::of(&there), Moments::of(&nowhere));
        times.push(Time {
            what,
            samples: there.len() + nowhere.len(),
            hidden_us: one.mean,
            unknown_us: other.mean,
            t: one.welch(&other),
        });
    }
    Ok(times)
}

/// Both without the slowest of both together.
fn cropped(mut one: Vec<f64>, mut other: Vec<f64>) -> (Vec<f64>, Vec<f64>) {
    let mut all = [one.as_slice(), other.as_slice()].concat();
    all.sort_by(f64::total_cmp);
    let kept = all.len() - all.len() * CROPPED / 100;
    if let Some(most) = all.get(kept.saturating_sub(1)).copied() {
        one.retain(|time| *time <= most);
        other.retain(|time| *time <= most);
    }
    (one, other)
}

struct Moments {
    many: f64,
    mean: f64,
    variance: f64,
}

impl Moments {
    fn of(times: &[f64]) -> Self {
        let many = f64::from(u32::try_from(times.len()).unwrap_or(u32::MAX)).max(2.0);
        let mean = times.iter().sum::<f64>() / many;
        let variance = times.iter().map(|time| (time - mean).powi(2)).sum::<f64>() / (many - 1.0);
        Self { many, mean, variance }
    }

    fn welch(&self, other: &Self) -> f64 {
        let error = (self.variance / self.many + other.variance / other.many).sqrt();
        if error > 0.0 {
            (self.mean - other.mean) / error
        } else {
            0.0
        }
    }
}

impl Time {
    pub(super) fn told(&self) -> String {
        format!(
            "{}: hidden {:.0} µs, unknown {:.0} µs over {} samples, |t| = {:.2} (bound {BOUND})",
            self.what,
            self.hidden_us,
            self.unknown_us,
            self.samples,
            self.t.abs()
        )
    }

    pub(super) fn holds(&self) -> bool {
        self.samples > 0 && self.t.abs() < BOUND
    }
}

#[cfg(test)]
mod tests {
    use super::{BOUND, Moments};

    #[test]
    fn times_that_differ_are_told_from_times_that_do_not() {
        let times = |shift: f64| -> Vec<f64> { (0..1_000).map(|at| f64::from(at % 17) + shift).collect() };
        let one = Moments::of(&times(0.0));
        assert!(one.welch(&Moments::of(&times(0.0))).abs() < BOUND);
        assert!(one.welch(&Moments::of(&times(3.0))).abs() > BOUND);
    }
}
