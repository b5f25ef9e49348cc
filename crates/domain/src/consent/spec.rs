//! The law of consents and oppositions, read aloud.

use super::{Agreement, Command, Consent, Event, Means, Named, Refusal};
use crate::spec::{CLAIRE, HERS, KARIM, NOUR, asked, day, days, few, given, lawful, maybe, one_of, text, texts};
use proptest::prelude::{Strategy, prop_oneof};
use sealed::Compartment;
use std::collections::BTreeSet;

fn named() -> Named {
    Named {
        workers: BTreeSet::from([KARIM]),
        services: BTreeSet::new(),
    }
}

fn hers() -> Agreement {
    Agreement {
        support_case: HERS,
        person: CLAIRE,
        recipients: named(),
        scope: BTreeSet::from([Compartment::Housing]),
        means: Means::Spoken,
        on: day(11, 12),
        until: day(12, 31),
    }
}

fn withdraw() -> Command {
    Command::Withdraw {
        words: Some(text("je ne veux plus")),
    }
}

fn withdrawn() -> Event {
    Event::Withdrawn {
        words: Some(text("je ne veux plus")),
        by: NOUR,
    }
}

fn oppose() -> Command {
    Command::Oppose {
        support_case: HERS,
        person: CLAIRE,
        against: named(),
        words: None,
    }
}

fn opposed() -> Event {
    Event::Opposed {
        support_case: HERS,
        person: CLAIRE,
        against: named(),
        words: None,
    }
}

#[test]
fn she_agrees_for_some_people_some_things_and_a_time() {
    given::<Consent>([])
        .when(asked(Command::Give(hers())))
        .then([Event::Given(hers())]);
    let nobody = Agreement {
        recipients: Named::default(),
        ..hers()
    };
    given::<Consent>([])
        .when(asked(Command::Give(nobody)))
        .refused(Refusal::NobodyNamed);
    let nothing = Agreement {
        scope: BTreeSet::new(),
        ..hers()
    };
    given::<Consent>([])
        .when(asked(Command::Give(nothing)))
        .refused(Refusal::NoScope);
    let over = Agreement {
        until: day(11, 17),
        ..hers()
    };
    given::<Consent>([])
        .when(asked(Command::Give(over)))
        .refused(Refusal::EndsBefore);
    let later = Agreement {
        on: day(11, 21),
        ..hers()
    };
    given::<Consent>([])
        .when(asked(Command::Give(later)))
        .refused(Refusal::GivenLater);
}

#[test]
fn she_takes_it_back_once() {
    given::<Consent>([Event::Given(hers())])
        .when(asked(withdraw()))
        .then([withdrawn()]);
    given::<Consent>([Event::Given(hers()), withdrawn()])
        .when(asked(withdraw()))
        .refused(Refusal::AlreadyWithdrawn);
    for never in [vec![], vec![opposed()]] {
        given::<Consent>(never)
            .when(asked(withdraw()))
            .refused(Refusal::NotGiven);
    }
}

#[test]
fn she_objects_and_may_change_her_mind() {
    given::<Consent>([]).when(asked(oppose())).then([opposed()]);
    given::<Consent>([opposed()])
        .when(asked(Command::LiftOpposition))
        .then([Event::OppositionLifted { by: NOUR }]);
    for other in [
        vec![],
        vec![Event::Given(hers())],
        vec![opposed(), Event::OppositionLifted { by: NOUR }],
    ] {
        given::<Consent>(other)
            .when(asked(Command::LiftOpposition))
            .refused(Refusal::NotOpposed);
    }
}

#[test]
fn what_she_said_is_written_down_once() {
    for before in [vec![Event::Given(hers())], vec![opposed()]] {
        given::<Consent>(before.clone())
            .when(asked(Command::Give(hers())))
            .refused(Refusal::AlreadyGiven);
        given::<Consent>(before)
            .when(asked(oppose()))
            .refused(Refusal::AlreadyGiven);
    }
}

fn commands() -> impl Strategy<Value = Command> {
    let those = || {
        (
            proptest::collection::btree_set(few(), 0..2),
            proptest::collection::btree_set(few(), 0..2),
        )
            .prop_map(|(workers, services)| Named { workers, services })
    };
    let scope = proptest::collection::btree_set(one_of(&Compartment::ALL), 0..3);
    prop_oneof![
        (those(), scope, days(), days()).prop_map(|(recipients, scope, on, until)| Command::Give(Agreement {
            recipients,
            scope,
            on,
            until,
            ..hers()
        })),
        maybe(texts()).prop_map(|words| Command::Withdraw { words }),
        (those(), maybe(texts())).prop_map(|(against, words)| Command::Oppose {
            support_case: HERS,
            person: CLAIRE,
            against,
            words,
        }),
        one_of(&[Command::LiftOpposition]),
    ]
}

#[test]
fn the_laws_hold() {
    lawful::<Consent, Command>(commands(), |_| true);
}
