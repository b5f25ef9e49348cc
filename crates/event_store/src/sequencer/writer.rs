//! The connection that appends: one statement per batch where the writer knows what stands, and under the lock of the
//! head where it does not.

use super::batch::{Head, Rows, Standing, arrange};
use super::session::{AHEAD, Session};
use super::tips::Tips;
use super::{Outcome, Submission, Times};
use crate::connection::Driver;
use crate::recent::Recent;
use crate::sabotage::{Sabotage, is_sabotaged};
use crate::{Fault, connection};
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::Arc;
use tokio_postgres::Config;
use tokio_postgres::error::{Severity, SqlState};

/// Why a batch was not stored.
pub(super) enum Broken {
    /// The database refused; nothing of the batch is stored.
    Refused(Fault),
    /// The connection is gone or of no use; when the commit had been sent, nobody knows.
    Lost { during_commit: bool, fault: Fault },
}

/// What came of each command, and the newest position.
type Came = (Vec<Result<Outcome, Fault>>, u64);

/// Appends batches, connecting when it must.
pub(crate) struct Writer {
    config: Config,
    times: Times,
    epoch: u64,
    session: Option<(Session, Driver)>,
    /// Partitions are known to exist up to this position.
    room: u64,
    /// Where the head of the log stands, when this writer moved it last or has just looked.
    head: Option<Head>,
    tips: Tips,
    recent: Arc<Recent>,
}

impl Writer {
    pub(crate) fn new(config: Config, times: Times, epoch: u64, recent: Arc<Recent>) -> Self {
        Self {
            config,
            times,
            epoch,
            session: None,
            room: 0,
            head: None,
            tips: Tips::new(),
            recent,
        }
    }

    /// Stores the batch, or nothing of it; answers each command and the newest position. `unknown`: it was offered
    /// before, and nobody knows whether it was stored.
    pub(super) async fn store(&mut self, batch: &[Submission], unknown: bool) -> Result<Came, Broken> {
        let not_yet = |fault| Broken::Lost {
            during_commit: false,
            fault,
        };
        if !self.times.clocks.agree((self.times.clock)()) {
            return Err(not_yet(Fault::ClocksApart));
        }
        let (session, mut driver) = match self.session.take() {
            Some((session, driver)) if !session.is_closed() => (session, driver),
            Some(_) | None => {
                self.forget();
                // The host that is found now may be another, which lacks what this process remembers.
                self.recent.forget();
                let (client, mut driver) = connection::connect_driven(&self.config).await.map_err(not_yet)?;
                let session = driver.run(Session::of(client)).await.map_err(not_yet)?;
                (session, driver)
            }
        };
        let mut sent = false;
        let stored = driver.run(self.stored(&session, batch, unknown, &mut sent)).await;
        match stored {
            Ok(came) => {
                self.session = Some((session, driver));
                Ok(came)
            }
            Err(fault) => {
                self.forget();
                let broken = classify(fault, sent);
                if matches!(broken, Broken::Refused(_)) && driver.run(session.roll_back()).await.is_ok() {
                    self.session = Some((session, driver));
                }
                Err(broken)
            }
        }
    }

    /// In one statement when what stands is known, else under the lock.
    async fn stored(
        &mut self,
        session: &Session,
        batch: &[Submission],
        unknown: bool,
        sent: &mut bool,
    ) -> Result<Came, Fault> {
        if !unknown && let Some(rows) = self.expected(batch) {
            let before = self.head.take();
            let written = match &before {
                // Others have taken nothing and moved nothing that matters: there is nothing to write, or all of it.
                _ if rows.commands.is_empty() => Ok(true),
                Some(before) => {
                    *sent = true;
                    session.append(&rows, before, self.epoch).await
                }
                None => Ok(false),
            };
            match written {
                Ok(true) => {
                    self.head = Some(rows.head.clone());
                    return Ok(self.kept(rows));
                }
                // Someone else has moved the head, or fenced this writer.
                Ok(false) => {}
                // A command, a stream or a name is there already: nothing was written, and the lock will tell which.
                Err(Fault::Database(error)) if error.code() == Some(&SqlState::UNIQUE_VIOLATION) => {}
                Err(fault) => return Err(fault),
            }
            *sent = false;
            self.forget();
        }
        self.under_the_lock(session, batch, unknown, sent).await
    }

    /// What would be written if nobody else had written; nothing when the writer does not remember enough.
    fn expected(&mut self, batch: &[Submission]) -> Option<Rows> {
        let head = self.head.clone()?;
        let mut standing = Standing::default();
        let mut begun = BTreeMap::new();
        for proposed in batch.iter().map(|submission| &submission.proposed) {
            if begun.contains_key(&proposed.stream) {
                continue;
            }
            match self.tips.of(proposed.stream) {
                Some(tip) => {
                    standing
                        .streams
                        .insert(proposed.stream, (Cow::Borrowed(tip.capability), tip.version));
                    standing.last.insert(proposed.stream, tip.by);
                }
                // A stream that is there after all has taken its id, and the statement fails.
                None if proposed.expected == 0 => {}
                None => return None,
            }
            begun.insert(proposed.stream, ());
        }
        let rows = arrange(batch, standing, head, (self.times.clock)());
        let has_room = rows.head.position.saturating_add(AHEAD) <= self.room;
        (rows.certain && has_room).then_some(rows)
    }

    async fn under_the_lock(
        &mut self,
        session: &Session,
        batch: &[Submission],
        unknown: bool,
        sent: &mut bool,
    ) -> Result<Came, Fault> {
        let (head, fence, mut standing) = session.lock(batch).await?;
        if self.epoch < fence && !is_sabotaged(Sabotage::FenceUnread) {
            session.roll_back().await?;
            let fault = Fault::Fenced {
                epoch: self.epoch,
                fence,
            };
            return Ok((batch.iter().map(|_| Err(fault.clone())).collect(), head.position));
        }
        if unknown {
            standing.own = session.own(batch).await?;
        }
        if self.head.as_ref().is_none_or(|believed| believed.hash != head.hash) {
            // Others have written since: what is remembered of the streams may be what they moved.
            self.tips.forget();
        }
        let rows = arrange(batch, standing, head.clone(), (self.times.clock)());
        if rows.head.position.saturating_add(AHEAD) > self.room {
            // The head is not held meanwhile: the partitions are made in a transaction of their own, then all over.
            session.roll_back().await?;
            self.room = session.make_room(rows.head.position).await?;
            return Box::pin(self.under_the_lock(session, batch, unknown, sent)).await;
        }
        if rows.commands.is_empty() {
            session.roll_back().await?;
            self.head = Some(head);
        } else {
            *sent = true;
            session.append_and_commit(&rows, &head, self.epoch).await?;
            self.head = Some(rows.head.clone());
        }
        Ok(self.kept(rows))
    }

    /// What is committed is remembered.
    fn kept(&mut self, rows: Rows) -> Came {
        self.recent.keep(rows.events.into_iter().map(|(event, _)| event));
        for (stream, tip) in rows.tips {
            self.tips.keep(stream, tip);
        }
        (rows.outcomes.into_iter().map(Ok).collect(), rows.head.position)
    }

    fn forget(&mut self) {
        self.head = None;
        self.tips.forget();
    }
}

/// An error that the server answered has undone the transaction; anything else leaves the question open.
fn classify(fault: Fault, sent: bool) -> Broken {
    let (answered, passing) = match &fault {
        Fault::Database(error) => match error.as_db_error() {
            Some(said) => {
                let passing = ["08", "25", "40", "53", "55", "57"];
                let passing = passing.iter().any(|class| said.code().code().starts_with(class));
                (said.parsed_severity() == Some(Severity::Error), passing)
            }
            None => (false, true),
        },
        Fault::Damaged(_) => (true, false),
        Fault::Connection(_)
        | Fault::Pool(_)
        | Fault::Codec(_)
        | Fault::UnknownOutcome
        | Fault::Silent
        | Fault::ClocksApart
        | Fault::Closed
        | Fault::Fenced { .. }
        | Fault::OtherCapability { .. }
        | Fault::MigrationChanged { .. }
        | Fault::MigrationUnknown { .. }
        | Fault::MigrationFailed { .. } => (false, true),
    };
    if answered && !passing {
        Broken::Refused(fault)
    } else {
        Broken::Lost {
            during_commit: sent && !answered,
            fault,
        }
    }
}
