//! The connection that appends: one statement per batch where the writer knows what stands, and while it holds the log
//! where it does not.

use super::batch::{Head, Rows, arrange};
use super::memory::Memory;
use super::session::{AHEAD, Session};
use super::{Outcome, Proposed, Submission, Times};
use crate::connection::Driver;
use crate::recent::Recent;
use crate::sabotage::{Sabotage, is_sabotaged};
use crate::{Fault, connection};
use std::num::NonZeroUsize;
use std::sync::Arc;
use tokio_postgres::Config;
use tokio_postgres::error::{Severity, SqlState};

/// How many streams are remembered; about 150 bytes each.
const REMEMBERED: NonZeroUsize = NonZeroUsize::MIN.saturating_add(19_999);

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
    memory: Memory,
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
            memory: Memory::new(REMEMBERED),
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
                self.memory.forget();
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
                self.memory.forget();
                let broken = classify(fault, sent);
                if matches!(broken, Broken::Refused(_)) && driver.run(session.roll_back()).await.is_ok() {
                    self.session = Some((session, driver));
                }
                Err(broken)
            }
        }
    }

    /// In one statement when what stands is known, else while the log is held.
    async fn stored(
        &mut self,
        session: &Session,
        batch: &[Submission],
        unknown: bool,
        sent: &mut bool,
    ) -> Result<Came, Fault> {
        let expected = if unknown {
            None
        } else {
            self.memory.expected(proposed(batch), (self.times.clock)())
        };
        if let Some((before, rows)) = expected.filter(|(_, rows)| self.has_room(rows)) {
            // Others have taken nothing and moved nothing that matters: there is nothing to write, or all of it.
            let written = if rows.commands.is_empty() {
                Ok(true)
            } else {
                *sent = true;
                session.append(&rows, self.epoch).await
            };
            match written {
                Ok(true) => return Ok(self.kept(before, rows)),
                // Someone else has fenced this writer.
                Ok(false) => {}
                // A position, a command, a stream or a name is taken: nothing was written, and a look will tell which.
                Err(Fault::Database(error)) if error.code() == Some(&SqlState::UNIQUE_VIOLATION) => {}
                Err(fault) => return Err(fault),
            }
            *sent = false;
            self.memory.forget();
        }
        self.holding(session, batch, unknown, sent).await
    }

    fn has_room(&self, rows: &Rows) -> bool {
        rows.head.position.saturating_add(AHEAD) <= self.room
    }

    async fn holding(
        &mut self,
        session: &Session,
        batch: &[Submission],
        unknown: bool,
        sent: &mut bool,
    ) -> Result<Came, Fault> {
        let (head, fence, mut standing) = session.hold(batch).await?;
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
        self.memory.sees(&head);
        let rows = arrange(proposed(batch), standing, head.clone(), (self.times.clock)());
        if !self.has_room(&rows) {
            // The log is not held meanwhile: the partitions are made in a transaction of their own, then all over.
            session.roll_back().await?;
            self.room = session.make_room(rows.head.position).await?;
            return Box::pin(self.holding(session, batch, unknown, sent)).await;
        }
        if rows.commands.is_empty() {
            session.roll_back().await?;
        } else {
            *sent = true;
            session.append_and_commit(&rows, self.epoch).await?;
        }
        Ok(self.kept(head, rows))
    }

    /// What is committed is remembered.
    fn kept(&mut self, before: Head, rows: Rows) -> Came {
        self.memory.keep(before, &rows);
        self.recent.keep(rows.events.into_iter().map(|(event, _)| event));
        (rows.outcomes.into_iter().map(Ok).collect(), rows.head.position)
    }
}

fn proposed(batch: &[Submission]) -> impl Iterator<Item = &Proposed> + Clone {
    batch.iter().map(|submission| &submission.proposed)
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
        | Fault::NoReader(_)
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
