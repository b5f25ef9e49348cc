//! The law of erasure, read aloud.

use super::{Command, Erasure, Event, Ground, Refusal};
use crate::Asked;
use crate::configuration::InForce;
use crate::spec::{CLAIRE, KARIM, LATER, NOUR, NOW, asked, asked_by, given, lawful};
use crate::words::WorkerId;
use jiff::{SignedDuration, Timestamp};
use proptest::prelude::{Just, Strategy, prop_oneof};
use sealed::Subject;

fn hers() -> Vec<Subject> {
    vec![Subject::Person(CLAIRE.0)]
}

fn request() -> Command {
    Command::Request {
        subjects: hers(),
        ground: Ground::RetentionOver,
    }
}

/// The territory gives the second person one hour.
fn within_an_hour(asked: Asked<Command>) -> Asked<Command> {
    Asked {
        in_force: InForce {
            erasure_confirmation_hours: Some(1),
            ..InForce::default()
        },
        ..asked
    }
}

fn requested() -> Event {
    Event::Requested {
        subjects: hers(),
        ground: Ground::RetentionOver,
        by: NOUR,
        until: LATER,
    }
}

fn confirmed() -> Event {
    Event::Confirmed { subjects: hers() }
}

fn at(instant: Timestamp, by: WorkerId, command: Command) -> Asked<Command> {
    Asked {
        at: instant,
        ..asked_by(by, command)
    }
}

#[test]
fn one_person_asks_and_the_territory_says_until_when_another_may_confirm() {
    given::<Erasure>([])
        .when(within_an_hour(asked(request())))
        .then([requested()]);
}

#[test]
fn nothing_is_asked_without_a_name_or_without_a_time_to_confirm() {
    let nobody = Command::Request {
        subjects: Vec::new(),
        ground: Ground::CourtOrder,
    };
    given::<Erasure>([])
        .when(within_an_hour(asked(nobody)))
        .refused(Refusal::NobodyNamed);
    given::<Erasure>([]).when(asked(request())).refused(Refusal::NoTimeSet);
}

#[test]
fn another_person_confirms_up_to_the_last_instant() {
    for instant in [NOW, LATER] {
        given::<Erasure>([requested()])
            .when(at(instant, KARIM, Command::Confirm))
            .then([confirmed()]);
    }
}

#[test]
fn who_asked_cannot_confirm_and_nobody_can_when_it_is_too_late() {
    given::<Erasure>([requested()])
        .when(asked(Command::Confirm))
        .refused(Refusal::SamePerson);
    given::<Erasure>([requested()])
        .when(at(LATER + SignedDuration::from_micros(1), KARIM, Command::Confirm))
        .refused(Refusal::TooLate);
}

#[test]
fn what_was_asked_can_be_taken_back_until_it_is_confirmed() {
    given::<Erasure>([requested()])
        .when(asked(Command::Withdraw))
        .then([Event::Withdrawn]);
    for wish in [Command::Confirm, Command::Withdraw] {
        given::<Erasure>([requested(), Event::Withdrawn])
            .when(asked_by(KARIM, wish.clone()))
            .refused(Refusal::Withdrawn);
        given::<Erasure>([requested(), confirmed()])
            .when(asked_by(KARIM, wish.clone()))
            .refused(Refusal::AlreadyConfirmed);
        given::<Erasure>([])
            .when(asked_by(KARIM, wish))
            .refused(Refusal::NotRequested);
    }
}

#[test]
fn it_is_asked_once() {
    for so_far in [
        vec![requested()],
        vec![requested(), confirmed()],
        vec![requested(), Event::Withdrawn],
    ] {
        given::<Erasure>(so_far)
            .when(within_an_hour(asked(request())))
            .refused(Refusal::AlreadyRequested);
    }
}

#[test]
fn an_erasure_obeys_the_laws_of_every_rule() {
    let commands = prop_oneof![Just(request()), Just(Command::Confirm), Just(Command::Withdraw)];
    lawful::<Erasure, _>(commands.boxed(), |_| true);
}
