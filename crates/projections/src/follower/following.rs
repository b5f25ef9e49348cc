//! One view in one process: leads when it can, stands by when another process does.

use super::{Board, Patience};
use crate::pages::Pages;
use crate::writer::Writer;
use crate::{Fault, View};
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
                self.board.stands_still(self.place);
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
