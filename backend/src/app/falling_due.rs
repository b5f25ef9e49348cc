//! The task that sets what falls due by itself, in the name of the program: it counts the rules in force from the facts of
//! each case, and sets, meets and lets go what they say.
//!
//! A deadline is named after its case, its rule and its day, and the log decides whether it stands: whoever looks, however
//! often, and whatever was done before a crash, each is set once. A case is looked at when one of its facts changed, and
//! all of them each day and when the rules change.

use super::by_trame::ask;
use super::task::Task;
use crate::clock::Clock;
use crate::fault::Fault;
use access::Permit;
use codec::Log;
use deadpool_postgres::Pool;
use domain::configuration::{self, Configuration};
use domain::deadline::rule::{Calendar, changes};
use domain::deadline::{Command, Deadline, Refusal};
use domain::words::{Day, DeadlineId};
use event_store::Rejected;
use projections::deadline::{CaseFooting, footings};
use std::time::Duration;
use tokio::sync::watch;
use tokio::time::{sleep, timeout};

/// Between two looks at least this much passes: what one person writes in a row is looked at once.
const AT_LEAST: Duration = Duration::from_millis(200);
/// After a fault there is no hurry.
const TRY_AGAIN: Duration = Duration::from_secs(10);
/// How often a quiet territory is asked whether another day has begun.
const IS_IT_TOMORROW: Duration = Duration::from_secs(60);
/// How many cases are held in memory at once.
const PAGE: u32 = 1_000;

/// Starts it. `reached` tells how far the views are. What it was about to set when it is stopped is set after the next
/// start.
pub(super) fn start(log: Log, reading: Pool, clock: Clock, reached: watch::Receiver<u64>) -> Task {
    let keeping = Keeping { log, reading, clock };
    Task::start("that keeps deadlines", |mut stopping| async move {
        tokio::select! {
            () = keeping.keep(reached) => {}
            _ = stopping.wait_for(|stop| *stop) => {}
        }
    })
}

struct Keeping {
    log: Log,
    reading: Pool,
    clock: Clock,
}

/// What was looked at with success, and with which rules.
struct Looked {
    up_to: u64,
    today: Day,
    configuration: Configuration,
}

impl Keeping {
    async fn keep(&self, mut reached: watch::Receiver<u64>) {
        let mut last = None;
        loop {
            let before = *reached.borrow_and_update();
            let pause = match self.look(&mut reached, last.as_ref()).await {
                Ok(looked) => {
                    last = Some(looked);
                    AT_LEAST
                }
                Err(fault) => {
                    tracing::error!(%fault, "what falls due by itself could not be kept");
                    TRY_AGAIN
                }
            };
            sleep(pause).await;
            if self.news(&mut reached, before, last.as_ref()).await.is_err() {
                return;
            }
        }
    }

    /// Waits until something was written, or another day has begun; an error when the views are gone. After a fault it
    /// waits for nothing.
    async fn news(
        &self,
        reached: &mut watch::Receiver<u64>,
        before: u64,
        last: Option<&Looked>,
    ) -> Result<(), watch::error::RecvError> {
        let Some(last) = last else { return Ok(()) };
        while self.clock.today() == last.today && *reached.borrow() == before {
            if let Ok(changed) = timeout(IS_IT_TOMORROW, reached.changed()).await {
                changed?;
            }
        }
        Ok(())
    }

    /// Looks at what changed since the last time, or at everything.
    async fn look(&self, reached: &mut watch::Receiver<u64>, last: Option<&Looked>) -> Result<Looked, Fault> {
        let up_to = *reached.borrow_and_update();
        let today = self.clock.today();
        let configuration = self.log.state::<Configuration>(configuration::STREAM).await?.0;
        let same = last.filter(|last| last.today == today && last.configuration == configuration);
        let client = self.reading.get().await?;
        let (mut after, mut failed) = (None, None);
        loop {
            let page = footings(
                &client,
                &Permit::for_operation(),
                self.clock.zone(),
                same.map(|last| last.up_to),
                (after, PAGE),
            )
            .await?;
            let Some(last) = page.last() else { break };
            after = Some(last.support_case);
            for case in &page {
                // What cannot be kept of one case is no reason to leave out the others.
                if let Err(fault) = self.keep_case(case, today, &configuration).await {
                    tracing::error!(%fault, "what falls due by itself in a case could not be kept");
                    failed = Some(fault);
                }
            }
        }
        failed.map_or(
            Ok(Looked {
                up_to,
                today,
                configuration,
            }),
            Err,
        )
    }

    async fn keep_case(&self, case: &CaseFooting, today: Day, configuration: &Configuration) -> Result<(), Fault> {
        let calendar = Calendar { today, configuration };
        for (deadline, command) in changes(case.support_case, &case.footing, &case.kept, &calendar) {
            self.ask(deadline, command).await?;
        }
        Ok(())
    }

    /// Done already is done: the views, or this look, were behind the log.
    async fn ask(&self, deadline: DeadlineId, command: Command) -> Result<(), Fault> {
        match ask::<Deadline, _>(&self.log, &self.clock, deadline.0, command).await {
            Ok(()) | Err(Rejected::Refused(Refusal::AlreadySet | Refusal::Over)) => Ok(()),
            Err(Rejected::Fault(fault)) => Err(fault.into()),
            Err(
                Rejected::Refused(Refusal::NotSet | Refusal::SetByHand)
                | Rejected::Stale { .. }
                | Rejected::CommandReused
                | Rejected::Taken { .. },
            ) => Err(Fault::Configuration("what falls due by itself was refused".to_owned())),
        }
    }
}
