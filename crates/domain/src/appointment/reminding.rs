//! A reminder is taken before it is sent, and settled after: so it is sent once, or known not to have been, or known to
//! be uncertain. The program alone does so.

use super::{Appointment, Command, Event, Refusal};
use crate::Asked;
use crate::reminder::{Outcome, Reminder, Taken, settles};
use crate::words::{ReminderId, WorkerId};

/// What comes of a wish about a reminder.
pub(super) fn decide(appointment: &Appointment, asked: &Asked<Command>, wish: Wish<'_>) -> Result<Vec<Event>, Refusal> {
    if asked.by.worker != WorkerId::TRAME {
        return Err(Refusal::OnlyTheProgram);
    }
    match wish {
        Wish::Claim(reminder) => claim(appointment, asked, reminder).map(|event| vec![event]),
        Wish::Settle(reminder, outcome) => settle(appointment, reminder, outcome),
    }
}

/// What is asked of a reminder.
pub(super) enum Wish<'a> {
    Claim(&'a Reminder),
    Settle(ReminderId, Outcome),
}

fn claim(appointment: &Appointment, asked: &Asked<Command>, reminder: &Reminder) -> Result<Event, Refusal> {
    let standing = appointment.standing()?;
    if standing.span.starts_at != reminder.starts_at || !standing.with.contains(&reminder.person) {
        return Err(Refusal::ReminderOutdated);
    }
    if standing.span.starts_at <= asked.at {
        return Err(Refusal::HasBegun);
    }
    if !standing.reminders.admits(reminder) {
        return Err(Refusal::ReminderTaken);
    }
    Ok(Event::ReminderClaimed { reminder: *reminder })
}

/// Nothing, when it tells nothing new: receipts come twice.
fn settle(appointment: &Appointment, reminder: ReminderId, outcome: Outcome) -> Result<Vec<Event>, Refusal> {
    let known = reminders(appointment)
        .and_then(|taken| taken.of(reminder))
        .ok_or(Refusal::ReminderUnknown)?;
    if settles(known, outcome) {
        Ok(vec![Event::ReminderSettled { reminder, outcome }])
    } else {
        Ok(Vec::new())
    }
}

fn reminders(appointment: &Appointment) -> Option<&Taken> {
    match appointment {
        Appointment::Unbooked => None,
        Appointment::Booked(standing) => Some(&standing.reminders),
        Appointment::Cancelled(reminders) => Some(reminders),
    }
}

/// The state after a fact about a reminder.
pub(super) fn evolve(mut appointment: Appointment, change: impl FnOnce(&mut Taken)) -> Appointment {
    match &mut appointment {
        Appointment::Unbooked => {}
        Appointment::Booked(standing) => change(&mut standing.reminders),
        Appointment::Cancelled(reminders) => change(reminders),
    }
    appointment
}
