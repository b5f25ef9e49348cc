//! The messages that were taken about one appointment: each once, and what is known of it only grows.

use super::{Outcome, Reminder};
use crate::words::ReminderId;

/// What the stream of an appointment knows of its messages.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Taken(Vec<(Reminder, Option<Outcome>)>);

impl Taken {
    /// Whether this may be sent: nothing of the kind was, or is known not to have been.
    #[must_use]
    pub fn admits(&self, reminder: &Reminder) -> bool {
        let mut same = self
            .0
            .iter()
            .filter(|(taken, _)| taken.repeats(reminder) || taken.reminder == reminder.reminder);
        same.all(|(taken, outcome)| taken.reminder != reminder.reminder && *outcome == Some(Outcome::Unsent))
    }

    /// Whether it was taken, and what is known of it.
    #[must_use]
    pub fn of(&self, reminder: ReminderId) -> Option<Option<Outcome>> {
        let mut all = self.0.iter();
        all.find(|(taken, _)| taken.reminder == reminder)
            .map(|(_, outcome)| *outcome)
    }

    pub(crate) fn take(&mut self, reminder: Reminder) {
        self.0.push((reminder, None));
    }

    pub(crate) fn settle(&mut self, reminder: ReminderId, outcome: Outcome) {
        for (taken, known) in &mut self.0 {
            if taken.reminder == reminder {
                *known = Some(outcome);
            }
        }
    }
}

/// Whether an outcome tells more than what was known before.
#[must_use]
pub fn settles(known: Option<Outcome>, told: Outcome) -> bool {
    use Outcome::{Delivered, Refused, Sent, Uncertain, Undelivered, Unsent};
    match (known, told) {
        // Nothing was known, or that nobody knew.
        (None, _) | (Some(Uncertain), Sent | Unsent | Refused | Delivered | Undelivered) => true,
        // A receipt tells of what was sent, and comes late even of what was said not to be.
        (Some(Sent | Unsent | Refused), Delivered | Undelivered) | (Some(Undelivered), Delivered) => true,
        (Some(Uncertain), Uncertain)
        | (Some(Sent | Unsent | Refused), Sent | Unsent | Refused | Uncertain)
        | (Some(Undelivered), Sent | Unsent | Refused | Uncertain | Undelivered)
        | (Some(Delivered), Sent | Unsent | Refused | Uncertain | Delivered | Undelivered) => false,
    }
}
