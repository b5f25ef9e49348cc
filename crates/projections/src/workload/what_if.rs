//! What other weights would make of a load: the same cases on the same day, weighed twice. Nothing is kept.

use super::standing::{Instant, standing};
use super::team::{Carried, carried, sums, weights};
use super::weighing::ratio;
use crate::reach::Reached;
use crate::{Client, Fault, configuration};
use access::{Permit, Reach};
use domain::configuration::Weights;
use domain::words::{Day, WorkerId};
use domain::workload::{Fullness, fullness};
use jiff::tz::TimeZone;

/// A ratio with its zone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Weighing {
    /// Load over capacity, in hundredths.
    pub ratio: u32,
    /// In words.
    pub fullness: Fullness,
}

/// The same load by the weights in force and by others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shift {
    /// Whose; none for all of the team together.
    pub worker: Option<WorkerId>,
    /// By the weights in force.
    pub before: Weighing,
    /// By the others.
    pub after: Weighing,
}

/// What other weights would make of the load of the service that the permit reaches: the team first, then each worker.
///
/// # Errors
/// `OutOfReach` when the permit is not for the load of a service; else when it cannot be read.
pub async fn what_if(
    client: &Client,
    permit: &Permit,
    on: Day,
    zone: &TimeZone,
    others: &Weights,
) -> Result<Vec<Shift>, Fault> {
    let Reach::Service(service) = permit.reach() else {
        return Err(Fault::OutOfReach);
    };
    let settings = configuration::adopted(client).await?;
    let in_force = weights(&settings, on);
    let now = Instant::start_of(on, zone);
    let cases = standing(client, &Reached::by(permit), now).await?;
    let before = carried(client, service, now, &cases, in_force).await?;
    let after = carried(client, service, now, &cases, Some(others)).await?;
    let weighed = |(load, capacity): (u32, u32), by: Option<&Weights>| {
        let ratio = ratio(load, capacity);
        let zones = by.map_or([u32::MAX; 3], |weights| weights.zones);
        Weighing {
            ratio,
            fullness: fullness(ratio, capacity, zones),
        }
    };
    let shift = |worker, was: (u32, u32), would: (u32, u32)| Shift {
        worker,
        before: weighed(was, in_force),
        after: weighed(would, Some(others)),
    };
    let of = |carried: &Carried| (carried.load, carried.capacity);
    let mut shifts = vec![shift(None, sums(&before), sums(&after))];
    for (worker, was) in before.iter().filter(|(_, was)| !was.elsewhere) {
        if let Some(would) = after.get(worker) {
            shifts.push(shift(Some(*worker), of(was), of(would)));
        }
    }
    Ok(shifts)
}
