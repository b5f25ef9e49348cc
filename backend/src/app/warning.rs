//! The task that looks ahead: it computes the weeks of everybody who follows cases, and tells the thresholds that are newly
//! crossed, or crossed no more. In the name of the program, with what is known as the reason.
//!
//! What was told stands in the stream of the worker, whose rule says what is new: a crossing is told once, by however many
//! servers, and after however many crashes. One looks at a time, only because it is enough.

use super::ahead::Looking;
use super::by_trame::ask;
use super::task::Task;
use crate::clock::Clock;
use crate::fault::Fault;
use access::Permit;
use codec::Log;
use deadpool_postgres::Pool;
use domain::configuration::{self, Configuration};
use domain::words::{Day, ServiceId, WorkerId};
use domain::workload::{Command, Crossing, Threshold, Workload};
use event_store::Rejected;
use projections::workload::{ahead, turn, warned};
use std::collections::BTreeSet;
use std::time::Duration;
use tokio::sync::watch;
use tokio::time::{Instant, sleep, timeout};

/// Between two looks at least this much passes, and nine times what the last one took: it never takes more than a tenth
/// of anything.
const AT_LEAST: Duration = Duration::from_secs(1);
const TIMES: u32 = 9;
/// After a fault there is no hurry.
const TRY_AGAIN: Duration = Duration::from_secs(10);
/// How often a quiet territory is asked whether another day has begun.
const IS_IT_TOMORROW: Duration = Duration::from_secs(60);

/// Starts it. `reached` tells how far the views are. What it was about to tell when it is stopped is told after the next
/// start.
pub(super) fn start(log: Log, reading: Pool, clock: Clock, reached: watch::Receiver<u64>) -> Task {
    let looking = Foreseeing { log, reading, clock };
    Task::start("that looks ahead", |mut stopping| async move {
        tokio::select! {
            () = looking.keep(reached) => {}
            _ = stopping.wait_for(|stop| *stop) => {}
        }
    })
}

struct Foreseeing {
    log: Log,
    reading: Pool,
    clock: Clock,
}

impl Foreseeing {
    async fn keep(&self, mut reached: watch::Receiver<u64>) {
        loop {
            let today = self.clock.today();
            let head = match self.log.head().await {
                Ok(head) => head,
                Err(fault) => {
                    tracing::error!(%fault, "the weeks ahead could not be computed");
                    sleep(TRY_AGAIN).await;
                    continue;
                }
            };
            // What the views lack of what the log knew a moment ago would look as if it had eased.
            if reached.wait_for(|position| *position >= head).await.is_err() {
                return;
            }
            let began = Instant::now();
            let (pause, seen) = match self.look(today).await {
                Ok(seen) => (AT_LEAST.max(began.elapsed().saturating_mul(TIMES)), seen),
                Err(fault) => {
                    tracing::error!(%fault, "the weeks ahead could not be computed");
                    (TRY_AGAIN, false)
                }
            };
            sleep(pause).await;
            // Another server that looks may stop before it has seen what is new here.
            if seen && self.news(&mut reached, today).await.is_err() {
                return;
            }
        }
    }

    /// Waits until something was written, or another day has begun; an error when the views are gone.
    async fn news(&self, reached: &mut watch::Receiver<u64>, looked: Day) -> Result<(), watch::error::RecvError> {
        while self.clock.today() == looked {
            if let Ok(changed) = timeout(IS_IT_TOMORROW, reached.changed()).await {
                return changed;
            }
        }
        Ok(())
    }

    /// Looks once at everybody; false when another server does.
    async fn look(&self, today: Day) -> Result<bool, Fault> {
        let mut client = self.reading.get().await?;
        let Some(turn) = turn(&mut client).await? else {
            return Ok(false);
        };
        let settings = self.log.state::<Configuration>(configuration::STREAM).await?.0;
        let looking = Looking::of(settings, today);
        let asked = looking.asked(self.clock.now(), self.clock.zone());
        let known = ahead(&turn, &Permit::for_operation(), &asked).await?;
        let (mut carrying, mut news) = (BTreeSet::new(), Vec::new());
        for carrier in &known.carriers {
            carrying.insert(carrier.worker);
            let crossings = looking.crossings(carrier);
            let told = carrier.told.iter().map(|told| (told.threshold, told.service));
            let told: BTreeSet<(Threshold, ServiceId)> = told.collect();
            let foreseen = crossings.iter().map(|crossing| (crossing.threshold, carrier.service));
            if told != foreseen.collect() {
                news.push((carrier.worker, carrier.service, crossings));
            }
        }
        // Of who follows no case any more nothing is foreseen.
        for (worker, service) in warned(&turn).await? {
            if !carrying.contains(&worker) {
                news.push((worker, service, Vec::new()));
            }
        }
        // What cannot be told of one is no reason to leave out the others.
        let mut failed = None;
        for (worker, service, crossings) in news {
            if let Err(fault) = self.tell(worker, service, crossings).await {
                tracing::error!(%fault, "what is foreseen of somebody could not be told");
                failed = Some(fault);
            }
        }
        turn.rollback().await.map_err(Fault::Database)?;
        failed.map_or(Ok(true), Err)
    }

    /// Tells what is new of one worker; nothing when the views were behind and it was told already.
    async fn tell(&self, worker: WorkerId, service: ServiceId, crossings: Vec<Crossing>) -> Result<(), Fault> {
        let told = self.log.state::<Workload>(worker.0).await?.0;
        if told.news(service, &crossings).is_empty() {
            return Ok(());
        }
        let foresee = Command::Foresee { service, crossings };
        match ask::<Workload, _>(&self.log, &self.clock, worker.0, foresee).await {
            Ok(()) => Ok(()),
            Err(Rejected::Fault(fault)) => Err(fault.into()),
            // Somebody wrote there at the same time: it is looked at again.
            Err(Rejected::Stale { .. }) => Ok(()),
            Err(Rejected::Refused(_) | Rejected::CommandReused | Rejected::Taken { .. }) => {
                Err(Fault::Configuration("what is foreseen was refused".to_owned()))
            }
        }
    }
}
