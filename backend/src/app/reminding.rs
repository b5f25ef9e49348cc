//! The task that reminds people of their appointments, in the name of the program.
//!
//! A reminder is taken in the stream of its appointment before it is sent, and settled there after. So it is sent once,
//! by however many servers: who does not take it does not send it. What was taken and not settled in time may have been
//! sent: it is said to be uncertain, and never sent again.

mod receipts;
mod wording;

use super::by_trame::ask;
use super::here;
use super::sending::{Letter, Senders};
use super::task::Task;
use crate::clock::Clock;
use crate::fault::Fault;
use access::Permit;
use codec::Log;
use deadpool_postgres::Pool;
use domain::appointment::{Appointment, Command, Kind};
use domain::configuration::{self, Configuration, Reminders};
use domain::person::Person;
use domain::reminder::{Looking, Meant, Notice, Outcome, Privacy, Reach, Reminder, due};
use domain::support_case::{Phase, SupportCase};
use domain::words::{AppointmentId, ReminderId, SupportCaseId, Text, WorkerId};
use event_store::Rejected;
use futures::StreamExt;
use jiff::{SignedDuration, Timestamp};
use journal::{Journal, Reading, Shown};
use keyring::{Keyring, Opened};
use projections::reminder::{Waiting, unsettled, waiting};
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::watch;
use tokio::time::{Instant, sleep, timeout};
use uuid::Uuid;
use zeroize::Zeroizing;

/// Between two looks at least this much passes, and at most so much.
const AT_LEAST: Duration = Duration::from_millis(500);
const AT_MOST: Duration = Duration::from_secs(5);
/// After a fault there is no hurry.
const TRY_AGAIN: Duration = Duration::from_secs(10);
/// How many are sent at the same time.
const AT_ONCE: usize = 4;
/// How often what came of one is told to a log that does not answer.
const TELLS: u8 = 5;
/// What would come outside somebody's hours comes up to so much earlier.
const EARLIER: SignedDuration = SignedDuration::from_hours(24);

/// All that it needs.
pub(super) struct Means {
    pub(super) log: Log,
    pub(super) reading: Pool,
    pub(super) keyring: Keyring,
    pub(super) journal: Journal,
    pub(super) clock: Clock,
    pub(super) senders: Arc<Senders>,
}

/// A reminder that is ours to send.
struct Taken {
    reminder: Reminder,
    appointment: AppointmentId,
    support_case: SupportCaseId,
    /// As it stood in the log when it was taken.
    reach: Reach,
    kind: Kind,
    held_by: Option<WorkerId>,
}

/// Starts it. `reached` tells how far the views are. When it is stopped it first ends what is being sent, and tells it.
pub(super) fn start(means: Means, reached: watch::Receiver<u64>) -> Task {
    Task::start(
        "that reminds",
        |stopping| async move { means.keep(reached, stopping).await },
    )
}

impl Means {
    async fn keep(&self, mut reached: watch::Receiver<u64>, mut stopping: watch::Receiver<bool>) {
        while !*stopping.borrow() {
            let pause = match self.turn(&mut reached, &stopping).await {
                Ok(()) => AT_LEAST,
                Err(fault) => {
                    tracing::error!(%fault, "reminders could not be sent");
                    TRY_AGAIN
                }
            };
            tokio::select! {
                _ = stopping.wait_for(|stop| *stop) => return,
                () = sleep(pause) => {}
            }
            tokio::select! {
                _ = stopping.wait_for(|stop| *stop) => return,
                changed = timeout(AT_MOST, reached.changed()) => if matches!(changed, Ok(Err(_))) { return },
            }
        }
    }

    /// Looks once: at what was taken and never settled, and at what is due.
    async fn turn(&self, reached: &mut watch::Receiver<u64>, stopping: &watch::Receiver<bool>) -> Result<(), Fault> {
        // What the views do not know yet, such as a word that stops messages, must not be passed over.
        let head = self.log.head().await?;
        if timeout(TRY_AGAIN, reached.wait_for(|position| *position >= head))
            .await
            .is_err()
        {
            return Ok(());
        }
        self.give_up_waiting().await?;
        let media = self.senders.media();
        // An invented territory writes to nobody.
        if media.is_empty() || self.clock.is_invented() {
            return Ok(());
        }
        let due: Vec<(Waiting, Notice)> = self.due().await?;
        let due = due.into_iter().filter(|(each, _)| media.contains(&each.medium));
        let began = Instant::now();
        let mut sending = futures::stream::iter(due.map(|(each, notice)| async move {
            // After a while what is due is looked at anew.
            if *stopping.borrow() || began.elapsed() > AT_MOST {
                return Ok(());
            }
            self.remind(&each, notice).await
        }))
        .buffer_unordered(AT_ONCE);
        // What cannot be sent to one is no reason to leave out the others, nor to drop what is on its way.
        let mut failed = None;
        while let Some(sent) = sending.next().await {
            if let Err(fault) = sent {
                tracing::error!(%fault, "a reminder could not be sent, or what came of it not told");
                failed = Some(fault);
            }
        }
        failed.map_or(Ok(()), Err)
    }

    /// Says of what was taken too long ago that nobody knows.
    async fn give_up_waiting(&self) -> Result<(), Fault> {
        let patience = SignedDuration::try_from(self.senders.patience()).unwrap_or(SignedDuration::from_mins(1));
        let Ok(before) = Timestamp::now().checked_sub(patience.saturating_mul(2)) else {
            return Ok(());
        };
        let client = self.reading.get().await?;
        let open = unsettled(&client, &Permit::for_operation(), before).await?;
        drop(client);
        for (appointment, reminder) in open {
            if let Err(fault) = self.settle(appointment, reminder, Outcome::Uncertain).await {
                tracing::error!(%fault, %reminder, "what nobody knows of a reminder could not be told");
            }
        }
        Ok(())
    }

    /// Whom to remind of what now.
    async fn due(&self) -> Result<Vec<(Waiting, Notice)>, Fault> {
        let now = self.clock.now();
        let Some(settings) = self.voted().await? else {
            return Ok(Vec::new());
        };
        let most = settings.hours_ahead.iter().copied().max().unwrap_or_default();
        let until = now.saturating_add(SignedDuration::from_hours(most.into()).saturating_add(EARLIER));
        let Ok(until) = until else { return Ok(Vec::new()) };
        let client = self.reading.get().await?;
        let all = waiting(&client, &Permit::for_operation(), (now, until)).await?;
        let each = all.into_iter();
        Ok(each
            .filter_map(|each| {
                let notice = due(self.looking(&settings), each.meant, &each.attempts)?;
                Some((each, notice))
            })
            .collect())
    }

    async fn voted(&self) -> Result<Option<Reminders>, Fault> {
        let configuration = self.log.state::<Configuration>(configuration::STREAM).await?.0;
        Ok(configuration.reminders(self.clock.today()).cloned())
    }

    fn looking<'a>(&'a self, settings: &'a Reminders) -> Looking<'a> {
        Looking {
            settings,
            zone: self.clock.zone(),
            now: self.clock.now(),
        }
    }

    /// Takes one, sends it, and tells what came of it. Who does not take it does not send it.
    async fn remind(&self, each: &Waiting, notice: Notice) -> Result<(), Fault> {
        let until = self.senders.until();
        let Some(taken) = self.take(each, notice).await? else {
            return Ok(());
        };
        let reminder = taken.reminder.reminder;
        let outcome = match self.written(&taken).await {
            Ok(Some(letter)) => self.senders.send(each.medium, letter, until).await,
            // She was forgotten: nobody is written to.
            Ok(None) => Outcome::Refused,
            Err(fault) => {
                tracing::error!(%fault, "a reminder could not be written");
                Outcome::Unsent
            }
        };
        self.settle(each.appointment, reminder, outcome).await
    }

    /// The reminder, when it is ours to send: decided on the log, whatever the views say. How she is reached, when, with
    /// whom and of which case is asked of it too, and that it is still the hour to be told of.
    async fn take(&self, each: &Waiting, notice: Notice) -> Result<Option<Taken>, Fault> {
        let person = self.log.state::<Person>(each.person.0).await?.0;
        let appointment = self.log.state::<Appointment>(each.appointment.0).await?.0;
        let (Some(reach), Ok(standing)) = (person.reach(), appointment.standing()) else {
            return Ok(None);
        };
        let case = self.log.state::<SupportCase>(standing.support_case.0).await?.0;
        let Some(settings) = self.voted().await? else {
            return Ok(None);
        };
        let meant = Meant {
            hours: reach.hours,
            ..each.meant
        };
        let same_hour = standing.span.starts_at.as_microsecond() == each.meant.starts_at.as_microsecond();
        let is_hers = reach.medium == each.medium && reach.privacy != Privacy::Unsafe;
        let is_open = matches!(case.phase, Phase::Open(_));
        let is_due = due(self.looking(&settings), meant, &each.attempts) == Some(notice);
        if !(same_hour && is_hers && is_open && is_due) {
            return Ok(None);
        }
        let taken = Taken {
            reminder: Reminder {
                reminder: ReminderId(Uuid::now_v7()),
                person: each.person,
                medium: reach.medium,
                ahead_hours: notice.ahead_hours,
                starts_at: standing.span.starts_at,
            },
            appointment: each.appointment,
            support_case: standing.support_case,
            reach: reach.clone(),
            kind: standing.kind,
            held_by: standing.held_by.first().copied(),
        };
        let claim = Command::ClaimReminder {
            reminder: taken.reminder,
        };
        match ask::<Appointment, _>(&self.log, &self.clock, each.appointment.0, claim).await {
            Ok(()) => Ok(Some(taken)),
            Err(Rejected::Fault(fault)) => Err(fault.into()),
            // Another server took it, or the appointment changed: it is looked at again.
            Err(Rejected::Refused(_) | Rejected::Stale { .. } | Rejected::CommandReused | Rejected::Taken { .. }) => {
                Ok(None)
            }
        }
    }

    /// Tells what came of one. A log that does not answer is told again; then it stays taken, and is called uncertain.
    async fn settle(&self, appointment: AppointmentId, reminder: ReminderId, outcome: Outcome) -> Result<(), Fault> {
        for told in 1..=TELLS {
            let settle = Command::SettleReminder { reminder, outcome };
            match ask::<Appointment, _>(&self.log, &self.clock, appointment.0, settle).await {
                Ok(()) => break,
                Err(Rejected::Fault(fault)) if told == TELLS => return Err(fault.into()),
                Err(Rejected::Stale { .. }) if told == TELLS => {
                    return Err(Fault::Configuration(
                        "what came of a reminder found its appointment busy".to_owned(),
                    ));
                }
                Err(Rejected::Fault(_) | Rejected::Stale { .. }) => sleep(AT_LEAST).await,
                Err(Rejected::Refused(_) | Rejected::CommandReused | Rejected::Taken { .. }) => {
                    return Err(Fault::Configuration("what came of a reminder was refused".to_owned()));
                }
            }
        }
        Ok(())
    }

    /// What she is told, opened now and not before, and journalled; none when she was forgotten.
    async fn written(&self, taken: &Taken) -> Result<Option<Letter>, Fault> {
        let permit = Permit::for_operation();
        let reading = Reading {
            what: Shown::Reminder,
            streams: vec![taken.support_case.0, taken.reminder.person.0, taken.appointment.0],
            position: self.log.head().await?,
            at: self.clock.now(),
        };
        self.journal.read(&permit, reading).await?;
        let Some(to) = self.opened(&permit, &taken.reach.value).await? else {
            return Ok(None);
        };
        let who = match (taken.reach.privacy, taken.held_by) {
            (Privacy::Own, Some(worker)) => self.name(&permit, worker).await?,
            (Privacy::Own | Privacy::Shared | Privacy::Unsafe, _) => None,
        };
        let told = wording::told(
            taken.reminder.medium,
            taken.reach.privacy,
            taken.kind,
            who.as_deref().map(String::as_str),
            self.clock.zone().to_datetime(taken.reminder.starts_at),
        );
        Ok(Some(Letter {
            reminder: taken.reminder.reminder,
            to,
            subject: told.subject,
            text: Zeroizing::new(told.text),
        }))
    }

    async fn opened(&self, permit: &Permit, value: &Text) -> Result<Option<Zeroizing<String>>, Fault> {
        Ok(match self.keyring.open(permit, value).await? {
            Opened::Value(value) => Some(Zeroizing::new(value)),
            Opened::Forgotten | Opened::Withheld => None,
        })
    }

    /// Who expects her; nobody is named who left.
    async fn name(&self, permit: &Permit, worker: WorkerId) -> Result<Option<Zeroizing<String>>, Fault> {
        let client = self.reading.get().await?;
        let rows = projections::organisation::workers(&client, &[worker]).await?;
        drop(client);
        match rows.first().filter(|row| here(row, self.clock.now()).is_some()) {
            Some(row) => self.opened(permit, &row.name).await,
            None => Ok(None),
        }
    }
}
