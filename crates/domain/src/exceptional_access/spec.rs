//! The law of exceptional access, read aloud.

use super::{Command, Event, ExceptionalAccess, Finding, Need, Refusal};
use crate::Asked;
use crate::configuration::InForce;
use crate::spec::{HERS, KARIM, LATER, NOUR, NOW, asked, asked_by, few, given, lawful, maybe, one_of, text, texts};
use crate::words::WorkerId;
use jiff::{SignedDuration, Timestamp};
use proptest::prelude::{Just, Strategy, prop_oneof};

fn open() -> Command {
    Command::Open {
        support_case: HERS,
        need: Need::Emergency,
        reason: text("enfant seul devant l’école"),
    }
}

/// The territory opens for one hour, to be reviewed within three days.
fn for_an_hour(asked: Asked<Command>) -> Asked<Command> {
    Asked {
        in_force: InForce {
            exceptional_hours: Some(1),
            exceptional_review_hours: Some(72),
            ..InForce::default()
        },
        ..asked
    }
}

fn opened() -> Event {
    Event::Opened {
        support_case: HERS,
        by: NOUR,
        need: Need::Emergency,
        reason: text("enfant seul devant l’école"),
        until: LATER,
        review_by: NOW.checked_add(SignedDuration::from_hours(72)).unwrap(),
    }
}

fn review() -> Command {
    Command::Review {
        finding: Finding::Justified,
        words: None,
    }
}

fn reviewed() -> Event {
    Event::Reviewed {
        finding: Finding::Justified,
        words: None,
        by: KARIM,
    }
}

fn at(instant: Timestamp, by: WorkerId, command: Command) -> Asked<Command> {
    Asked {
        at: instant,
        ..asked_by(by, command)
    }
}

#[test]
fn a_case_opens_with_a_reason_for_the_time_that_the_territory_set() {
    given::<ExceptionalAccess>([])
        .when(for_an_hour(asked(open())))
        .then([opened()]);
    given::<ExceptionalAccess>([])
        .when(asked(open()))
        .refused(Refusal::NoTimeSet);
    given::<ExceptionalAccess>([opened()])
        .when(for_an_hour(asked(open())))
        .refused(Refusal::AlreadyOpened);
}

#[test]
fn who_opened_it_ends_it_before_its_time() {
    given::<ExceptionalAccess>([opened()])
        .when(asked(Command::End))
        .then([Event::Ended]);
    given::<ExceptionalAccess>([opened()])
        .when(asked_by(KARIM, Command::End))
        .refused(Refusal::NotTheOpener);
    given::<ExceptionalAccess>([opened(), Event::Ended])
        .when(asked(Command::End))
        .refused(Refusal::AlreadyOver);
    let past = LATER.checked_add(SignedDuration::from_secs(1)).unwrap();
    given::<ExceptionalAccess>([opened()])
        .when(at(past, NOUR, Command::End))
        .refused(Refusal::AlreadyOver);
    given::<ExceptionalAccess>([])
        .when(asked(Command::End))
        .refused(Refusal::NotOpened);
}

#[test]
fn somebody_else_reviews_it_once_while_it_is_open_or_after() {
    given::<ExceptionalAccess>([opened()])
        .when(asked_by(KARIM, review()))
        .then([reviewed()]);
    given::<ExceptionalAccess>([opened(), Event::Ended])
        .when(asked_by(KARIM, review()))
        .then([reviewed()]);
    given::<ExceptionalAccess>([opened()])
        .when(asked(review()))
        .refused(Refusal::SamePerson);
    given::<ExceptionalAccess>([opened(), reviewed()])
        .when(asked_by(KARIM, review()))
        .refused(Refusal::AlreadyReviewed);
}

fn commands() -> impl Strategy<Value = Command> {
    prop_oneof![
        (few(), one_of(&[Need::Emergency, Need::Supervision]), texts()).prop_map(|(support_case, need, reason)| {
            Command::Open {
                support_case,
                need,
                reason,
            }
        }),
        Just(Command::End),
        (one_of(&[Finding::Justified, Finding::Unjustified]), maybe(texts()))
            .prop_map(|(finding, words)| Command::Review { finding, words }),
    ]
}

#[test]
fn the_laws_hold() {
    lawful::<ExceptionalAccess, Command>(commands(), |_| true);
}
