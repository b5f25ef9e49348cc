//! The law of reminders in the stream of an appointment, read aloud.

use super::{agenda, booked, cancel, cancelled, move_to, span};
use crate::appointment::{Appointment, Command, Event, Party, Refusal, Turn};
use crate::reminder::{Medium, Outcome, Reminder, settles};
use crate::spec::{CLAIRE, MALO, NOUR, asked, asked_by, given, id, text};
use crate::words::WorkerId;
use crate::{Asked, Decider, fold};
use proptest::prelude::{Strategy, prop_oneof, proptest};
use proptest::sample::select;

const OUTCOMES: [Outcome; 6] = [
    Outcome::Sent,
    Outcome::Unsent,
    Outcome::Refused,
    Outcome::Uncertain,
    Outcome::Delivered,
    Outcome::Undelivered,
];

fn reminder(message: u128) -> Reminder {
    Reminder {
        reminder: id(message),
        person: CLAIRE,
        medium: Medium::Sms,
        ahead_hours: 3,
        starts_at: span(24).starts_at,
    }
}

fn claim(reminder: Reminder) -> Asked<Command> {
    asked_by(WorkerId::TRAME, Command::ClaimReminder { reminder })
}

fn settle(message: u128, outcome: Outcome) -> Asked<Command> {
    let reminder = id(message);
    asked_by(WorkerId::TRAME, Command::SettleReminder { reminder, outcome })
}

fn claimed(message: u128) -> Event {
    Event::ReminderClaimed {
        reminder: reminder(message),
    }
}

fn settled(message: u128, outcome: Outcome) -> Event {
    let reminder = id(message);
    Event::ReminderSettled { reminder, outcome }
}

#[test]
fn a_reminder_is_taken_before_it_is_sent_and_settled_after() {
    given::<Appointment>([booked()])
        .when(claim(reminder(1)))
        .then([claimed(1)]);
    given::<Appointment>([booked(), claimed(1)])
        .when(settle(1, Outcome::Sent))
        .then([settled(1, Outcome::Sent)]);
    given::<Appointment>([booked(), claimed(1), settled(1, Outcome::Sent)])
        .when(settle(1, Outcome::Delivered))
        .then([settled(1, Outcome::Delivered)]);
}

#[test]
fn a_reminder_is_taken_once_unless_it_is_known_not_to_have_been_sent() {
    for so_far in [
        vec![booked(), claimed(1)],
        vec![booked(), claimed(1), settled(1, Outcome::Uncertain)],
        vec![booked(), claimed(1), settled(1, Outcome::Sent)],
        vec![booked(), claimed(1), settled(1, Outcome::Refused)],
        vec![booked(), claimed(1), settled(1, Outcome::Unsent), claimed(2)],
    ] {
        given::<Appointment>(so_far)
            .when(claim(reminder(3)))
            .refused(Refusal::ReminderTaken);
    }
    given::<Appointment>([booked(), claimed(1), settled(1, Outcome::Unsent)])
        .when(claim(reminder(2)))
        .then([claimed(2)]);
    // A message has one name for ever.
    given::<Appointment>([booked(), claimed(1), settled(1, Outcome::Unsent)])
        .when(claim(reminder(1)))
        .refused(Refusal::ReminderTaken);
}

#[test]
fn an_appointment_that_moved_or_was_given_up_is_not_reminded_at_its_old_time() {
    let moved = Event::Moved {
        span: span(48),
        reason: text("Malo est malade."),
        turns: vec![Turn { worker: NOUR, turn: 8 }],
    };
    given::<Appointment>([booked(), moved])
        .when(claim(reminder(1)))
        .refused(Refusal::ReminderOutdated);
    given::<Appointment>([booked()])
        .when(claim(Reminder {
            person: MALO,
            ..reminder(1)
        }))
        .refused(Refusal::ReminderOutdated);
    given::<Appointment>([booked(), cancelled(Party::Service)])
        .when(claim(reminder(1)))
        .refused(Refusal::Cancelled);
    given::<Appointment>([])
        .when(claim(reminder(1)))
        .refused(Refusal::NotBooked);
    let late = Asked {
        at: span(24).starts_at,
        ..claim(reminder(1))
    };
    given::<Appointment>([booked()]).when(late).refused(Refusal::HasBegun);
}

#[test]
fn what_comes_of_a_reminder_is_heard_after_the_appointment_was_given_up_too() {
    given::<Appointment>([booked(), claimed(1), cancelled(Party::Person)])
        .when(settle(1, Outcome::Sent))
        .then([settled(1, Outcome::Sent)]);
}

#[test]
fn a_receipt_that_comes_twice_tells_nothing_new_and_one_of_nothing_is_refused() {
    given::<Appointment>([booked(), claimed(1), settled(1, Outcome::Delivered)])
        .when(settle(1, Outcome::Delivered))
        .then([]);
    given::<Appointment>([booked(), claimed(1)])
        .when(settle(2, Outcome::Delivered))
        .refused(Refusal::ReminderUnknown);
    assert!(!settles(Some(Outcome::Delivered), Outcome::Uncertain));
}

#[test]
fn reminders_are_sent_by_the_program_alone() {
    let reminder = reminder(1);
    given::<Appointment>([booked()])
        .when(asked(Command::ClaimReminder { reminder }))
        .refused(Refusal::OnlyTheProgram);
    let outcome = Outcome::Sent;
    given::<Appointment>([booked(), claimed(1)])
        .when(asked(Command::SettleReminder {
            reminder: id(1),
            outcome,
        }))
        .refused(Refusal::OnlyTheProgram);
}

/// What one of two servers may do, each with its own idea of what there is to send, in any order and as often as it
/// starts again.
fn wishes() -> impl Strategy<Value = Asked<Command>> {
    prop_oneof![
        4 => (1..40_u128).prop_map(|message| claim(reminder(message))),
        4 => (1..40_u128, select(OUTCOMES.to_vec())).prop_map(|(message, outcome)| settle(message, outcome)),
        1 => (1..5_i64).prop_map(|days| asked(move_to(span(24 * days), vec![agenda(NOUR, 99, &[])]))),
        1 => proptest::strategy::Just(asked(cancel(Party::Service))),
    ]
}

proptest! {
    #[test]
    fn whatever_happens_in_whatever_order_no_reminder_is_sent_twice(wishes in proptest::collection::vec(wishes(), 0..60)) {
        let mut facts = vec![booked()];
        // Who took one sends it, unless it ended before it did; that it was not sent is said of what was not sent alone.
        let mut sent = 0_u32;
        let mut under_way = Vec::new();
        for wish in wishes {
            let state = fold(Appointment::default(), &facts);
            if let Command::SettleReminder { reminder, outcome: Outcome::Unsent } = &wish.command
                && let Some(at) = under_way.iter().position(|each| each == reminder)
            {
                under_way.remove(at);
                sent -= 1;
            } else if let Command::SettleReminder { outcome: Outcome::Unsent, .. } = &wish.command {
                continue;
            }
            let Ok(decided) = state.decide(&wish) else { continue };
            for event in &decided.events {
                if let Event::ReminderClaimed { reminder } = event {
                    under_way.push(reminder.reminder);
                    sent += 1;
                }
            }
            facts.extend(decided.events);
            proptest::prop_assert!(sent <= 1, "{facts:?}");
        }
    }
}
