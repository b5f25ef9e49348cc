//! Why an appointment is refused, by code and by field.

use crate::Reason;

/// Why it is refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// It is booked already.
    AlreadyBooked,
    /// It was never booked.
    NotBooked,
    /// It was cancelled.
    Cancelled,
    /// Nobody of the service holds it.
    HeldByNobody,
    /// It ends before it has begun.
    EndsBeforeItBegins,
    /// It lasts longer than a day.
    TooLong,
    /// It would begin in the past.
    InThePast,
    /// Who should hold it is not around this case.
    NotOnTheCase,
    /// Somebody who holds it is not around this case any more: it cannot be moved with her.
    HolderLeft,
    /// Who should hold it is taken at that time.
    Taken,
    /// An agenda has moved on while it was looked at.
    AgendaBehind,
    /// It has begun: what came of it can be said, and nothing else.
    HasBegun,
    /// It has not begun: nothing can have come of it.
    NotYet,
    /// Reminders are sent by the program alone.
    OnlyTheProgram,
    /// It is at another time by now, or with somebody else.
    ReminderOutdated,
    /// This reminder was taken already.
    ReminderTaken,
    /// No such reminder was taken.
    ReminderUnknown,
}

impl Reason for Refusal {
    fn code(&self) -> &'static str {
        match self {
            Self::AlreadyBooked => "appointment.already_booked",
            Self::NotBooked => "appointment.not_booked",
            Self::Cancelled => "appointment.cancelled",
            Self::HeldByNobody => "appointment.held_by_nobody",
            Self::EndsBeforeItBegins => "appointment.ends_before_it_begins",
            Self::TooLong => "appointment.too_long",
            Self::InThePast => "appointment.in_the_past",
            Self::NotOnTheCase => "appointment.not_on_the_case",
            Self::HolderLeft => "appointment.holder_left",
            Self::Taken => "appointment.taken",
            Self::AgendaBehind => "appointment.agenda_behind",
            Self::HasBegun => "appointment.has_begun",
            Self::NotYet => "appointment.not_yet",
            Self::OnlyTheProgram => "appointment.only_the_program",
            Self::ReminderOutdated => "appointment.reminder_outdated",
            Self::ReminderTaken => "appointment.reminder_taken",
            Self::ReminderUnknown => "appointment.reminder_unknown",
        }
    }
    fn field(&self) -> Option<&'static str> {
        match self {
            Self::HeldByNobody | Self::NotOnTheCase => Some("held_by"),
            Self::EndsBeforeItBegins | Self::TooLong => Some("minutes"),
            Self::InThePast | Self::Taken => Some("starts_at"),
            Self::AlreadyBooked
            | Self::NotBooked
            | Self::Cancelled
            | Self::HolderLeft
            | Self::AgendaBehind
            | Self::HasBegun
            | Self::NotYet
            | Self::OnlyTheProgram
            | Self::ReminderOutdated
            | Self::ReminderTaken
            | Self::ReminderUnknown => None,
        }
    }
}
