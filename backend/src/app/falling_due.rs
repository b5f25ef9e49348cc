//! The task that sets what falls due by itself, in the name of the program: it counts the rules in force from the facts of
//! each case, and sets, meets and lets go what they say.
//!
//! A deadline is named after its case, its rule, its fact and its turn, and the log decides whether it stands: whoever looks, however
//! often, and whatever was done before a crash, each is set once. A case is looked at when one of its facts changed, and
//! all of them each day and when the rules change.

use super::by_trame::ask_of;
use super::task::Task;
use crate::clock::Clock;
use crate::fault::Fault;
use access::Permit;
use codec::Log;
use deadpool_postgres::Pool;
use domain::configuration::{self, Configuration};
use domain::deadline::rule::{Calendar, Change, changes};
use domain::deadline::{Deadline, Refusal};
use domain::words::{Day, SupportCaseId};
use event_store::Rejected;
use futures::future::join_all;
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
/// How many of them are kept at the same time: what is asked together is written together.
const AT_ONCE: usize = 16;

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

/// What was looked at, and with which rules.
struct Looked {
    /// What changed up to here was looked at with success.
    up_to: u64,
    today: Day,
    configuration: Configuration,
    /// Whether something could not be kept, and is looked at again.
    failed: bool,
}

impl Keeping {
    async fn keep(&self, mut reached: watch::Receiver<u64>) {
        let mut last = None;
        loop {
            let before = *reached.borrow_and_update();
            match self.look(before, last.as_ref()).await {
                Ok(looked) => {
                    let failed = looked.failed;
                    last = Some(looked);
                    if failed {
                        sleep(TRY_AGAIN).await;
                        continue;
                    }
                }
                Err(fault) => {
                    tracing::error!(%fault, "what falls due by itself could not be kept");
                    sleep(TRY_AGAIN).await;
                    continue;
                }
            }
            sleep(AT_LEAST).await;
            if self.news(&mut reached, before, last.as_ref()).await.is_err() {
                return;
            }
        }
    }

    /// Waits until something was written, or another day has begun; an error when the views are gone.
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
    async fn look(&self, up_to: u64, last: Option<&Looked>) -> Result<Looked, Fault> {
        let today = self.clock.today();
        let configuration = self.log.state::<Configuration>(configuration::STREAM).await?.0;
        let same = last.filter(|last| last.today == today && last.configuration == configuration);
        let mut looked = Looked {
            up_to,
            today,
            configuration,
            failed: false,
        };
        let mut after = None;
        loop {
            let page = self.page(same.map(|last| last.up_to), after).await?;
            let Some(last) = page.last() else { return Ok(looked) };
            after = Some(last.support_case);
            for some in page.chunks(AT_ONCE) {
                let mut asking = Vec::with_capacity(some.len());
                for case in some {
                    asking.push(self.keep_case(case, today, &looked.configuration));
                }
                for (case, kept) in some.iter().zip(join_all(asking).await) {
                    // What cannot be kept of one case is no reason to leave out the others: it alone is looked at again.
                    if let Err(fault) = kept {
                        tracing::error!(case = %case.support_case, %fault, "what falls due by itself in a case could not be kept");
                        looked.failed = true;
                        looked.up_to = looked.up_to.min(case.touched.saturating_sub(1));
                    }
                }
            }
        }
    }

    /// The next cases. Whatever is asked for them, no connection is held meanwhile.
    async fn page(&self, changed_after: Option<u64>, after: Option<SupportCaseId>) -> Result<Vec<CaseFooting>, Fault> {
        let client = self.reading.get().await?;
        let (permit, zone) = (Permit::for_operation(), self.clock.zone());
        Ok(footings(&client, &permit, zone, changed_after, (after, PAGE)).await?)
    }

    async fn keep_case(&self, case: &CaseFooting, today: Day, configuration: &Configuration) -> Result<(), Fault> {
        let calendar = Calendar { today, configuration };
        for change in changes(case.support_case, &case.footing, &case.kept, &calendar) {
            self.ask(change).await?;
        }
        Ok(())
    }

    /// Done already is done: the views, or this look, were behind the log.
    async fn ask(&self, change: Change) -> Result<(), Fault> {
        let Change { deadline, command, on } = change;
        let occurred_at = on.map_or_else(|| self.clock.now(), |on| on.end(self.clock.zone()));
        match ask_of::<Deadline, _>(&self.log, &self.clock, occurred_at, deadline.0, command).await {
            Ok(()) | Err(Rejected::Refused(Refusal::AlreadySet | Refusal::Over)) => Ok(()),
            Err(Rejected::Fault(fault)) => Err(fault.into()),
            Err(
                rejected @ (Rejected::Refused(Refusal::NotSet | Refusal::SetByHand)
                | Rejected::Stale { .. }
                | Rejected::CommandReused
                | Rejected::Taken { .. }),
            ) => Err(Fault::Configuration(format!(
                "the deadline {deadline} was refused: {rejected:?}"
            ))),
        }
    }
}
