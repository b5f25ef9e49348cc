//! The law of appointment, read aloud.

mod reminding;

use super::{Agenda, Appointment, Booking, Command, Event, Kind, LONGEST, OUTCOME, Party, Refusal, Span, TURN, Turn};
use crate::Decider;
use crate::spec::{CLAIRE, HERS, KARIM, LATER, NOUR, NOW, asked, given, id, imported, lawful, one_of, text, texts};
use crate::words::WorkerId;
use jiff::{SignedDuration, Timestamp};
use proptest::prelude::{Just, Strategy, prop_oneof};

fn at(hours: i64) -> Timestamp {
    NOW.checked_add(SignedDuration::from_hours(hours)).unwrap()
}

fn span(hours: i64) -> Span {
    Span {
        starts_at: at(hours),
        minutes: 60,
    }
}

fn booking() -> Booking {
    Booking {
        support_case: HERS,
        held_by: vec![NOUR],
        with: vec![CLAIRE],
        kind: Kind::Home,
        span: span(24),
        place: Some(text("Chez elle")),
        purpose: Some(text("Relire le courrier du bailleur")),
    }
}

/// An agenda that has seen so many turns, taken at these times.
fn agenda(worker: WorkerId, turn: u64, taken: &[Span]) -> Agenda {
    Agenda {
        worker,
        turn,
        taken: taken.to_vec(),
    }
}

fn book(booking: Booking, agendas: Vec<Agenda>) -> Command {
    Command::Book { booking, agendas }
}

fn turn(worker: WorkerId, turn: u64) -> Turn {
    Turn { worker, turn }
}

fn booked() -> Event {
    Event::Booked {
        booking: booking(),
        turns: vec![turn(NOUR, 5)],
    }
}

fn move_to(span: Span, agendas: Vec<Agenda>) -> Command {
    Command::Move {
        span,
        reason: text("Malo est malade."),
        agendas,
    }
}

fn cancel(by: Party) -> Command {
    Command::Cancel {
        appointment: id(1),
        by,
        reason: text("Elle a trouvé un emploi."),
    }
}

fn cancelled(by: Party) -> Event {
    Event::Cancelled {
        by,
        reason: text("Elle a trouvé un emploi."),
    }
}

#[test]
fn an_appointment_takes_the_next_turn_of_the_agenda_of_who_holds_it() {
    given::<Appointment>([])
        .when(asked(book(booking(), vec![agenda(NOUR, 4, &[])])))
        .then([booked()]);
    let decided = Appointment::default()
        .decide(&asked(book(booking(), vec![agenda(NOUR, 4, &[])])))
        .unwrap();
    let names = decided.reservations.iter().map(|name| (name.scope, name.value.clone()));
    assert_eq!(names.collect::<Vec<_>>(), [(TURN, format!("{NOUR}:5"))]);
}

#[test]
fn a_session_with_two_takes_a_turn_of_each_or_of_none() {
    let both = Booking {
        held_by: vec![NOUR, KARIM],
        kind: Kind::GroupSession,
        ..booking()
    };
    let agendas = vec![agenda(KARIM, 0, &[]), agenda(NOUR, 4, &[])];
    given::<Appointment>([])
        .when(asked(book(both.clone(), agendas)))
        .then([Event::Booked {
            booking: both.clone(),
            turns: vec![turn(NOUR, 5), turn(KARIM, 1)],
        }]);
    let one_taken = vec![agenda(KARIM, 3, &[span(24)]), agenda(NOUR, 4, &[])];
    given::<Appointment>([])
        .when(asked(book(both, one_taken)))
        .refused(Refusal::Taken);
}

#[test]
fn who_is_taken_is_not_booked_and_what_only_touches_does_not_take() {
    let half_past = Span {
        starts_at: at(24).checked_add(SignedDuration::from_mins(30)).unwrap(),
        minutes: 10,
    };
    for taken in [span(24), half_past] {
        given::<Appointment>([])
            .when(asked(book(booking(), vec![agenda(NOUR, 4, &[span(10), taken])])))
            .refused(Refusal::Taken);
    }
    given::<Appointment>([])
        .when(asked(book(booking(), vec![agenda(NOUR, 4, &[span(23), span(25)])])))
        .then([booked()]);
}

#[test]
fn an_appointment_is_booked_once() {
    for so_far in [vec![booked()], vec![booked(), cancelled(Party::Service)]] {
        given::<Appointment>(so_far)
            .when(asked(book(booking(), vec![agenda(NOUR, 9, &[])])))
            .refused(Refusal::AlreadyBooked);
    }
}

#[test]
fn an_appointment_is_held_by_somebody_around_the_case() {
    let nobody = Booking {
        held_by: Vec::new(),
        ..booking()
    };
    given::<Appointment>([])
        .when(asked(book(nobody, Vec::new())))
        .refused(Refusal::HeldByNobody);
    given::<Appointment>([])
        .when(asked(book(booking(), vec![agenda(KARIM, 0, &[])])))
        .refused(Refusal::NotOnTheCase);
    // Whom a move names is not asked: who left since stands in its way, and the sentence says what remains.
    given::<Appointment>([booked()])
        .when(asked(move_to(span(30), Vec::new())))
        .refused(Refusal::HolderLeft);
}

#[test]
fn an_appointment_has_a_time_that_lies_ahead() {
    let of = |span| book(Booking { span, ..booking() }, vec![agenda(NOUR, 4, &[])]);
    let lasting = |minutes| Span { minutes, ..span(24) };
    given::<Appointment>([])
        .when(asked(of(lasting(0))))
        .refused(Refusal::EndsBeforeItBegins);
    given::<Appointment>([])
        .when(asked(of(lasting(LONGEST.saturating_add(1)))))
        .refused(Refusal::TooLong);
    given::<Appointment>([])
        .when(asked(of(span(-1))))
        .refused(Refusal::InThePast);
    let past = Booking {
        span: span(-1),
        ..booking()
    };
    given::<Appointment>([])
        .when(imported(of(span(-1))))
        .then([Event::Booked {
            booking: past,
            turns: vec![turn(NOUR, 5)],
        }]);
}

#[test]
fn an_appointment_is_moved_with_a_reason_to_where_who_holds_it_is_free() {
    let moved = Event::Moved {
        span: span(48),
        reason: text("Malo est malade."),
        turns: vec![turn(NOUR, 8)],
    };
    given::<Appointment>([booked()])
        .when(asked(move_to(span(48), vec![agenda(NOUR, 7, &[])])))
        .then([moved]);
    given::<Appointment>([booked()])
        .when(asked(move_to(span(48), vec![agenda(NOUR, 7, &[span(48)])])))
        .refused(Refusal::Taken);
    given::<Appointment>([booked()])
        .when(asked(move_to(span(-2), vec![agenda(NOUR, 7, &[])])))
        .refused(Refusal::InThePast);
}

#[test]
fn an_agenda_that_does_not_know_the_appointment_itself_is_looked_at_again() {
    given::<Appointment>([booked()])
        .when(asked(move_to(span(48), vec![agenda(NOUR, 4, &[])])))
        .refused(Refusal::AgendaBehind);
}

#[test]
fn an_appointment_that_has_begun_is_moved_by_nobody_and_given_up_by_the_service_alone() {
    let begun = Event::Booked {
        booking: Booking {
            span: Span {
                starts_at: NOW,
                minutes: 60,
            },
            ..booking()
        },
        turns: vec![turn(NOUR, 5)],
    };
    given::<Appointment>([begun.clone()])
        .when(asked(move_to(span(48), vec![agenda(NOUR, 7, &[])])))
        .refused(Refusal::HasBegun);
    given::<Appointment>([begun.clone()])
        .when(asked(cancel(Party::Person)))
        .refused(Refusal::HasBegun);
    given::<Appointment>([begun])
        .when(asked(cancel(Party::Service)))
        .then([cancelled(Party::Service)]);
}

#[test]
fn an_appointment_that_is_given_up_has_come_to_its_end() {
    let decided = given::<Appointment>([booked()])
        .state()
        .decide(&asked(cancel(Party::Person)))
        .unwrap();
    assert_eq!(decided.events, [cancelled(Party::Person)]);
    // Else a contact could still come of it.
    let scopes: Vec<_> = decided.reservations.iter().map(|name| name.scope).collect();
    assert_eq!(scopes, [OUTCOME]);
    for wish in [move_to(span(48), vec![agenda(NOUR, 7, &[])]), cancel(Party::Service)] {
        given::<Appointment>([booked(), cancelled(Party::Person)])
            .when(asked(wish))
            .refused(Refusal::Cancelled);
    }
}

#[test]
fn nothing_comes_of_what_was_never_booked() {
    for wish in [move_to(span(48), Vec::new()), cancel(Party::Person)] {
        given::<Appointment>([]).when(asked(wish)).refused(Refusal::NotBooked);
    }
}

#[test]
fn something_can_have_come_of_an_appointment_once_it_has_begun() {
    let appointment = given::<Appointment>([booked()]).state();
    assert_eq!(appointment.begun(at(23)), Err(Refusal::NotYet));
    assert_eq!(
        appointment.begun(at(24)).map(|standing| standing.support_case),
        Ok(HERS)
    );
    let over = given::<Appointment>([booked(), cancelled(Party::Service)]).state();
    assert_eq!(over.begun(at(24)), Err(Refusal::Cancelled));
    assert_eq!(Appointment::Unbooked.begun(at(24)), Err(Refusal::NotBooked));
}

#[test]
fn an_appointment_obeys_the_laws_of_every_rule() {
    lawful::<Appointment, _>(commands(), |command| match command {
        Command::Book { .. } | Command::Cancel { .. } => true,
        Command::Move { .. } | Command::ClaimReminder { .. } | Command::SettleReminder { .. } => false,
    });
}

fn commands() -> impl Strategy<Value = Command> {
    let spans = || (one_of(&[NOW, LATER]), 0..120_u32).prop_map(|(starts_at, minutes)| Span { starts_at, minutes });
    let agendas = || {
        let taken = proptest::collection::vec(spans(), 0..2);
        (0..9_u64, taken).prop_map(|(turn, taken)| vec![agenda(NOUR, turn, &taken)])
    };
    prop_oneof![
        (spans(), agendas()).prop_map(|(span, agendas)| book(Booking { span, ..booking() }, agendas)),
        (spans(), texts(), agendas()).prop_map(|(span, reason, agendas)| Command::Move { span, reason, agendas }),
        Just(cancel(Party::Person)),
        Just(cancel(Party::Service)),
    ]
}
