//! The samples of appointment.

use crate::sample::{MORNING, id, samples};
use domain::appointment::{Booking, Event, Kind, Party, Span, Turn};
use domain::reminder::{Medium, Outcome, Reminder};
use sealed::Compartment::{Identity, Social};

samples! {
    "booked", Event::Booked { .. } => |here| Event::Booked {
        booking: Booking {
            support_case: id(0xd1),
            held_by: vec![id(0xa1), id(0xa2)],
            with: vec![id(0xc1)],
            kind: Kind::Home,
            span: SPAN,
            place: Some(here.hers("booking.place", Identity)),
            purpose: Some(here.hers("booking.purpose", Social)),
        },
        turns: vec![turn(0xa1, 1), turn(0xa2, 12)],
    };
    "moved", Event::Moved { .. } => |here| Event::Moved {
        span: Span { minutes: 30, ..SPAN },
        reason: here.hers("reason", Social),
        turns: vec![turn(0xa1, 2), turn(0xa2, 13)],
    };
    "cancelled", Event::Cancelled { .. } => |here| Event::Cancelled {
        by: Party::Person,
        reason: here.hers("reason", Social),
    };
    "reminder_claimed", Event::ReminderClaimed { .. } => |_here| Event::ReminderClaimed {
        reminder: Reminder {
            reminder: id(0xe1),
            person: id(0xc1),
            medium: Medium::Sms,
            ahead_hours: 48,
            starts_at: MORNING,
        },
    };
    "reminder_settled", Event::ReminderSettled { .. } => |_here| Event::ReminderSettled {
        reminder: id(0xe1),
        outcome: Outcome::Uncertain,
    };
}

const SPAN: Span = Span {
    starts_at: MORNING,
    minutes: 45,
};

fn turn(worker: u128, turn: u64) -> Turn {
    Turn {
        worker: id(worker),
        turn,
    }
}
