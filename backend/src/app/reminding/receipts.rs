//! What the gateway of text messages tells: that one arrived or did not, and what somebody answered. Told twice, it is
//! heard once.

use super::ask;
use crate::app::Trame;
use crate::fault::Fault;
use access::Permit;
use contract::reminder::Receipt;
use domain::appointment::{self, Appointment};
use domain::person::{self, Person};
use domain::reminder::{Medium, Outcome, number, stops};
use domain::words::{PersonId, ReminderId, Text};
use event_store::Rejected;
use journal::{Reading, Shown};
use keyring::Opened;

/// How often somebody who is faster is made way for.
const TRIES: u8 = 5;

impl Trame {
    /// Hears it; false when it is about nothing that was sent from here.
    ///
    /// # Errors
    /// When the views do not reach the end of the log in time, or a fault: then it is to be told again.
    pub async fn hear(&self, receipt: &Receipt) -> Result<bool, Fault> {
        // A receipt may be faster than the views.
        self.reach(Some(u64::MAX)).await?;
        match receipt {
            Receipt::Delivered { message } => self.settle(*message, Outcome::Delivered).await,
            Receipt::Undelivered { message } => self.settle(*message, Outcome::Undelivered).await,
            Receipt::Answer { from, text } => {
                if stops(&text.0)
                    && let Some(from) = number(&from.0)
                {
                    self.stop_reminding(&from).await?;
                }
                Ok(true)
            }
        }
    }

    async fn settle(&self, reminder: ReminderId, outcome: Outcome) -> Result<bool, Fault> {
        let client = self.client().await?;
        let appointment = projections::reminder::of_message(&client, reminder).await?;
        drop(client);
        let Some(appointment) = appointment else {
            return Ok(false);
        };
        for _ in 0..TRIES {
            let settle = appointment::Command::SettleReminder { reminder, outcome };
            match ask::<Appointment, _>(&self.log, &self.clock, appointment.0, settle).await {
                Ok(()) => return Ok(true),
                Err(Rejected::Fault(fault)) => return Err(fault.into()),
                Err(Rejected::Stale { .. }) => {}
                Err(Rejected::Refused(_) | Rejected::CommandReused | Rejected::Taken { .. }) => return Ok(false),
            }
        }
        Err(Fault::Configuration("a receipt found its appointment busy".to_owned()))
    }

    /// No more goes to this number, whoever it was agreed with: on a shared phone nobody knows who answered.
    async fn stop_reminding(&self, from: &str) -> Result<(), Fault> {
        for person in self.reached_at(from).await? {
            for _ in 0..TRIES {
                let stop = person::Command::StopReach { medium: Medium::Sms };
                match ask::<Person, _>(&self.log, &self.clock, person.0, stop).await {
                    Ok(()) => break,
                    Err(Rejected::Fault(fault)) => return Err(fault.into()),
                    Err(Rejected::Stale { .. }) => {}
                    Err(Rejected::Refused(_) | Rejected::CommandReused | Rejected::Taken { .. }) => break,
                }
            }
        }
        Ok(())
    }

    /// Those with whom this number was agreed. No number lies in clear, nor a digest of one, which would outlive her key:
    /// each is opened for this, and the opening is journalled.
    async fn reached_at(&self, from: &str) -> Result<Vec<PersonId>, Fault> {
        let permit = Permit::for_operation();
        let client = self.client().await?;
        let all = projections::reminder::reached_by(&client, &permit, Medium::Sms).await?;
        drop(client);
        self.journal_reach(&permit, &all.iter().map(|(person, _)| *person).collect::<Vec<_>>())
            .await?;
        let values: Vec<&Text> = all.iter().map(|(_, value)| value).collect();
        let opened = self.keyring.open_all(&permit, &values).await?;
        let people = all.iter().map(|(person, _)| *person).zip(opened);
        Ok(people
            .filter(|(_, opened)| matches!(opened, Opened::Value(value) if value == from))
            .map(|(person, _)| person)
            .collect())
    }

    async fn journal_reach(&self, permit: &Permit, people: &[PersonId]) -> Result<(), Fault> {
        let reading = Reading {
            what: Shown::ReminderAnswer,
            streams: people.iter().map(|person| person.0).collect(),
            position: self.views_at(),
            at: self.clock.now(),
        };
        Ok(self.journal.read(permit, reading).await?)
    }
}
