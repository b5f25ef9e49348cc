//! The law of contact, read aloud.

use super::{Came, Command, Contact, DeadEnd, Event, Held, Kind, NotSeen, Refusal};
use crate::spec::{CLAIRE, HERS, KARIM, NOUR, asked, asked_ahead, asked_by, few, given, imported, lawful, maybe};
use crate::spec::{id, one_of, text, texts};
use crate::words::DomainOfLife;
use crate::{Decider, appointment};
use proptest::prelude::{Strategy, any, prop_oneof};

fn held() -> Held {
    Held {
        support_case: HERS,
        kind: Kind::HomeVisit,
        with: vec![CLAIRE],
        domains: vec![DomainOfLife::Housing],
        shared: Some(text("Le logement est humide.")),
        private: None,
        words: Some(text("Je veux un endroit sec pour Malo.")),
    }
}

fn unwritten() -> Held {
    Held {
        shared: None,
        words: None,
        ..held()
    }
}

fn noted() -> Event {
    Event::Noted {
        by: NOUR,
        held: held(),
        appointment: None,
    }
}

fn miss() -> Command {
    Command::Miss(NotSeen {
        support_case: HERS,
        kind: Kind::Interview,
        excused: true,
        reason: Some(text("Malo était malade.")),
        domains: vec![DomainOfLife::Health],
    })
}

fn missed() -> Event {
    Event::Missed {
        by: NOUR,
        support_case: HERS,
        kind: Kind::Interview,
        excused: true,
        reason: Some(text("Malo était malade.")),
        domains: vec![DomainOfLife::Health],
        appointment: None,
    }
}

fn returned() -> Command {
    Command::FailToReach {
        support_case: HERS,
        by_what: DeadEnd::LetterReturned,
        note: Some(text("« N’habite pas à l’adresse indiquée. »")),
    }
}

fn correct() -> Command {
    Command::Correct {
        shared: text("Le logement est sec, la cave est humide."),
        reason: Some(text("Mal compris.")),
    }
}

#[test]
fn what_is_heard_from_someone_else_keeps_no_link_with_the_person() {
    assert!(Kind::Outside.reaches_the_person() && Kind::Message.reaches_the_person());
    assert!(!Kind::ThirdParty.reaches_the_person());
}

#[test]
fn a_contact_is_noted_by_who_held_it() {
    given::<Contact>([]).when(asked(Command::Note(held()))).then([noted()]);
    given::<Contact>([])
        .when(asked_by(KARIM, Command::Note(held())))
        .then([Event::Noted {
            by: KARIM,
            held: held(),
            appointment: None,
        }]);
}

#[test]
fn a_contact_is_noted_once() {
    given::<Contact>([noted()])
        .when(asked(Command::Note(held())))
        .refused(Refusal::AlreadyNoted);
    for again in [miss(), returned()] {
        given::<Contact>([noted()])
            .when(asked(again))
            .refused(Refusal::AlreadyNoted);
    }
}

#[test]
fn a_contact_that_says_nothing_is_not_noted() {
    given::<Contact>([])
        .when(asked(Command::Note(unwritten())))
        .refused(Refusal::NothingNoted);
}

#[test]
fn a_note_for_oneself_or_her_own_words_are_enough() {
    let for_oneself = Held {
        private: Some(text("Y revenir.")),
        ..unwritten()
    };
    let her_words = Held {
        words: Some(text("Ça va mieux.")),
        ..unwritten()
    };
    for held in [for_oneself, her_words] {
        given::<Contact>([])
            .when(asked(Command::Note(held.clone())))
            .then([Event::Noted {
                by: NOUR,
                held,
                appointment: None,
            }]);
    }
}

#[test]
fn an_imported_contact_is_kept_even_without_a_word() {
    given::<Contact>([])
        .when(imported(Command::Note(unwritten())))
        .then([Event::Noted {
            by: NOUR,
            held: unwritten(),
            appointment: None,
        }]);
}

#[test]
fn a_contact_still_to_come_is_not_noted_yet() {
    given::<Contact>([])
        .when(asked_ahead(Command::Note(held())))
        .refused(Refusal::InTheFuture);
    given::<Contact>([])
        .when(asked_ahead(miss()))
        .refused(Refusal::InTheFuture);
}

#[test]
fn an_imported_contact_keeps_the_time_its_record_gives() {
    let ahead = crate::Asked {
        occurred_at: crate::spec::LATER,
        ..imported(Command::Note(held()))
    };
    given::<Contact>([]).when(ahead).then([noted()]);
}

#[test]
fn an_appointment_she_could_not_keep_is_noted_with_its_domains_and_what_is_known_of_why() {
    given::<Contact>([]).when(asked(miss())).then([missed()]);
}

#[test]
fn a_letter_that_came_back_and_a_number_that_is_dead_are_noted_as_what_they_are() {
    for by_what in [DeadEnd::LetterReturned, DeadEnd::NumberDead] {
        let tried = Command::FailToReach {
            support_case: HERS,
            by_what,
            note: None,
        };
        given::<Contact>([]).when(asked(tried)).then([Event::NotReached {
            by: NOUR,
            support_case: HERS,
            by_what,
            note: None,
        }]);
    }
    given::<Contact>([])
        .when(asked_ahead(returned()))
        .refused(Refusal::InTheFuture);
}

#[test]
fn the_author_corrects_her_note_by_a_new_fact() {
    given::<Contact>([noted()])
        .when(asked(correct()))
        .then([Event::Corrected {
            by: NOUR,
            shared: text("Le logement est sec, la cave est humide."),
            reason: Some(text("Mal compris.")),
        }]);
}

#[test]
fn nobody_corrects_the_note_of_a_colleague() {
    given::<Contact>([noted()])
        .when(asked_by(KARIM, correct()))
        .refused(Refusal::NotTheAuthor);
    given::<Contact>([missed()])
        .when(asked_by(KARIM, correct()))
        .refused(Refusal::NotTheAuthor);
}

#[test]
fn what_was_never_noted_is_not_corrected() {
    given::<Contact>([]).when(asked(correct())).refused(Refusal::NotNoted);
}

#[test]
fn what_came_of_an_appointment_is_a_contact_that_refers_to_it_and_is_said_once() {
    let came = |came| {
        asked(Command::Attend {
            appointment: id(7),
            came,
        })
    };
    // Nothing has to be written: that she was seen is worth noting.
    given::<Contact>([])
        .when(came(Came::Seen(unwritten())))
        .then([Event::Noted {
            by: NOUR,
            held: unwritten(),
            appointment: Some(id(7)),
        }]);
    let not_seen = Came::NotSeen(NotSeen {
        support_case: HERS,
        kind: Kind::Interview,
        excused: false,
        reason: None,
        domains: Vec::new(),
    });
    let decided = Contact::default().decide(&came(not_seen.clone())).unwrap();
    let missed = Event::Missed {
        by: NOUR,
        support_case: HERS,
        kind: Kind::Interview,
        excused: false,
        reason: None,
        domains: Vec::new(),
        appointment: Some(id(7)),
    };
    assert_eq!(decided.events, [missed]);
    let names = decided.reservations.iter().map(|name| (name.scope, name.value.clone()));
    let once = (appointment::OUTCOME, appointment::outcome_of(id(7)));
    assert_eq!(names.collect::<Vec<_>>(), [once]);
    given::<Contact>([noted()])
        .when(came(not_seen))
        .refused(Refusal::AlreadyNoted);
}

#[test]
fn a_contact_obeys_the_laws_of_every_rule() {
    lawful::<Contact, _>(commands(), |command| match command {
        Command::Note(_) | Command::Miss(_) | Command::FailToReach { .. } | Command::Attend { .. } => true,
        Command::Correct { .. } => false,
    });
}

fn commands() -> impl Strategy<Value = Command> {
    let kinds = one_of(&[Kind::Interview, Kind::HomeVisit, Kind::Outside, Kind::ThirdParty]);
    let notes =
        (few(), kinds.clone(), maybe(texts()), maybe(texts())).prop_map(|(support_case, kind, shared, words)| {
            Command::Note(Held {
                support_case,
                kind,
                shared,
                words,
                ..held()
            })
        });
    prop_oneof![
        notes,
        (few(), kinds, any::<bool>(), maybe(texts())).prop_map(|(support_case, kind, excused, reason)| {
            Command::Miss(NotSeen {
                support_case,
                kind,
                excused,
                reason,
                domains: Vec::new(),
            })
        }),
        (few(), maybe(texts())).prop_map(|(support_case, note)| Command::FailToReach {
            support_case,
            by_what: DeadEnd::NumberDead,
            note,
        }),
        (few(), maybe(texts())).prop_map(|(appointment, shared)| Command::Attend {
            appointment,
            came: Came::Seen(Held { shared, ..unwritten() }),
        }),
        (texts(), maybe(texts())).prop_map(|(shared, reason)| Command::Correct { shared, reason }),
    ]
}
