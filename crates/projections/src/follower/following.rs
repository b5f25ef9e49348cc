//! One view in one process: leads when it can, stands by when another process does.

use super::{Board, Patience};
use crate::pages::Pages;
use crate::writer::Writer;
use crate::{Fault, Log, View};
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::watch;
use tokio::time::{Instant, timeout};

/// How often one that stands by looks whether the view moved or became free.
const LOOK_EVERY: Duration = Duration::from_millis(25);
/// How often it looks while there is nothing to wait for.
const IDLE: Duration = Duration::from_millis(500);
/// A view of another process that is behind and has not moved for so long is held to be stuck there.
const STILL: Duration = Duration::from_secs(5);

/// A view that follows the log.
pub(super) struct Following {
    pub(super) view: &'static dyn View,
    pub(super) place: usize,
    pub(super) pages: Arc<Pages>,
    pub(super) board: Arc<Board>,
    pub(super) newest: watch::Receiver<u64>,
    pub(super) stop: watch::Receiver<bool>,
}

impl Following {
    pub(super) async fn run(mut self) {
        let mut patience = Patience::new();
        loop {
            let Err(fault) = self.follow(&mut patience).await else {
                return;
            };
            self.board.parked(self.place, poisoned(&fault));
            report(self.view.name(), &fault);
            let mut stop = self.stop.clone();
            if timeout(patience.wait(&fault), stop.wait_for(|stop| *stop))
                .await
                .is_ok()
            {
                return;
            }
        }
    }

    /// Returns when it is to stop.
    async fn follow(&mut self, patience: &mut Patience) -> Result<(), Fault> {
        let mut writer = Writer::open(self.pages.log(), self.view, self.view.name().to_owned()).await?;
        if !self.stand_by(&writer).await? {
            return Ok(());
        }
        let mut here = writer.position().await?;
        self.board.stands(self.place, here);
        while self.await_more_than(here).await {
            let page = self.pages.after(here).await?;
            here = writer.write(&page, u64::MAX).await?;
            patience.renew();
            self.board.stands(self.place, here);
        }
        Ok(())
    }

    /// Waits until this process may write the view; false when it is to stop.
    async fn stand_by(&mut self, writer: &Writer) -> Result<bool, Fault> {
        let lead = "select pg_try_advisory_lock(hashtextextended('trame lead ' || $1::text, 0))";
        let lead = writer.client().prepare(lead).await?;
        let mut stop = self.stop.clone();
        let (mut last, mut since) = (0, Instant::now());
        loop {
            if writer
                .client()
                .query_one(&lead, &[&self.view.name()])
                .await?
                .try_get(0)?
            {
                return Ok(true);
            }
            let here = writer.position().await?;
            self.board.stands(self.place, here);
            let behind = here < *self.newest.borrow_and_update();
            if !behind || here != last {
                (last, since) = (here, Instant::now());
            } else if since.elapsed() > STILL {
                // A process that froze, or a machine that is gone, would lead for ever.
                if !ended_silent_leader(self.pages.log(), self.view.name()).await? {
                    self.board.stands_still(self.place);
                }
                since = Instant::now();
            }
            let pause = if behind { LOOK_EVERY } else { IDLE };
            tokio::select! {
                _ = stop.wait_for(|stop| *stop) => return Ok(false),
                changed = self.newest.changed() => if changed.is_err() { return Ok(false) },
                () = tokio::time::sleep(pause) => {}
            }
        }
    }

    /// Waits until the log is further than this; false when it is to stop.
    async fn await_more_than(&mut self, here: u64) -> bool {
        let mut stop = self.stop.clone();
        tokio::select! {
            biased;
            _ = stop.wait_for(|stop| *stop) => false,
            more = self.newest.wait_for(|newest| *newest > here) => more.is_ok(),
        }
    }
}

/// Ends the connection of who leads a view and has said nothing for as long as it stood still; whether there was one. It
/// writes nothing any more, and stands by when it wakes up.
async fn ended_silent_leader(log: &Log, view: &str) -> Result<bool, Fault> {
    let client = event_store::connect(log.database()).await?;
    // Only who signed in may end the connections of who signed in.
    client.batch_execute("set role none").await?;
    let seconds = STILL.as_secs_f64();
    let ended = client.query(END, &[&view, &seconds]).await?;
    if !ended.is_empty() {
        tracing::warn!(
            view,
            "who wrote a view had said nothing for long, and its connection was ended"
        );
    }
    Ok(!ended.is_empty())
}

const END: &str = "
    select pg_terminate_backend(activity.pid)
    from pg_locks as held join pg_stat_activity as activity on activity.pid = held.pid
    where held.locktype = 'advisory' and held.granted and held.objsubid = 1
        and held.database = (select oid from pg_database where datname = current_database())
        and (held.classid::bigint << 32 | held.objid::bigint) = hashtextextended('trame lead ' || $1::text, 0)
        and activity.state like 'idle%'
        and activity.state_change < clock_timestamp() - make_interval(secs => $2)";

/// The event that is to blame, when one is.
fn poisoned(fault: &Fault) -> Option<u64> {
    match fault {
        Fault::Poison { position, .. } => Some(*position),
        Fault::Log(_)
        | Fault::Database(_)
        | Fault::Connection(_)
        | Fault::UnknownKind { .. }
        | Fault::Unsealed
        | Fault::Unreadable(_)
        | Fault::NoSuchView(_)
        | Fault::OutOfReach => None,
    }
}

/// Says which view stopped where and why; the cause is a code or a type name, never what an event says.
fn report(view: &'static str, fault: &Fault) {
    match fault {
        Fault::Poison { position, cause } => {
            tracing::error!(view, position, %cause, "a view cannot apply an event and is parked before it");
        }
        Fault::Log(_)
        | Fault::Database(_)
        | Fault::Connection(_)
        | Fault::UnknownKind { .. }
        | Fault::Unsealed
        | Fault::Unreadable(_)
        | Fault::NoSuchView(_)
        | Fault::OutOfReach => tracing::error!(view, %fault, "a view stopped and will be tried again"),
    }
}
