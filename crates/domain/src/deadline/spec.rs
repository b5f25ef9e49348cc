//! The law of deadline, read aloud.

use super::{ByRule, Command, Deadline, Event, Kind, Refusal, Setting};
use crate::spec::{HERS, LATER, asked, day, days, few, given, imported, lawful, one_of, text, texts};
use crate::words::{DomainOfLife, Due};
use proptest::prelude::{Just, Strategy, any, prop_oneof};

fn setting() -> Setting {
    Setting {
        support_case: HERS,
        kind: Kind::Hearing,
        label: Some(text("Audience au tribunal")),
        domain: Some(DomainOfLife::Housing),
        due: Due::On(day(12, 3)),
        legal: true,
        rule: None,
    }
}

fn by_rule() -> Event {
    Event::Set(Setting {
        label: None,
        rule: Some(ByRule {
            code: "first_meeting".to_owned(),
            name: "Première rencontre avec la famille".to_owned(),
            source: "Usage professionnel".to_owned(),
        }),
        ..setting()
    })
}

fn standing() -> Event {
    Event::Set(setting())
}

fn move_on() -> Command {
    Command::Move {
        due: Due::On(day(12, 17)),
        reason: text("Renvoyée par le juge."),
    }
}

fn moved() -> Event {
    Event::Moved {
        due: Due::On(day(12, 17)),
        reason: text("Renvoyée par le juge."),
    }
}

fn withdraw() -> Command {
    Command::Withdraw {
        reason: text("Le bailleur renonce."),
    }
}

fn withdrawn() -> Event {
    Event::Withdrawn {
        reason: text("Le bailleur renonce."),
    }
}

#[test]
fn a_date_is_set_for_a_case() {
    given::<Deadline>([])
        .when(asked(Command::Set(setting())))
        .then([standing()]);
}

#[test]
fn what_a_rule_set_lapses_with_its_ground_and_may_be_set_again() {
    given::<Deadline>([by_rule()])
        .when(asked(Command::Lapse))
        .then([Event::Lapsed]);
    let Event::Set(again) = by_rule() else {
        panic!("it is set")
    };
    given::<Deadline>([by_rule(), Event::Lapsed])
        .when(asked(Command::Set(again)))
        .then([by_rule()]);
    given::<Deadline>([by_rule(), Event::Lapsed])
        .when(asked(Command::Meet))
        .refused(Refusal::Over);
}

#[test]
fn what_a_rule_set_is_met_moved_and_taken_away_like_any_other() {
    given::<Deadline>([by_rule()])
        .when(asked(Command::Meet))
        .then([Event::Met]);
    given::<Deadline>([by_rule()]).when(asked(move_on())).then([moved()]);
    given::<Deadline>([by_rule()])
        .when(asked(withdraw()))
        .then([withdrawn()]);
    given::<Deadline>([by_rule(), moved()])
        .when(asked(Command::Lapse))
        .then([Event::Lapsed]);
}

#[test]
fn no_rule_lets_go_what_somebody_set() {
    given::<Deadline>([standing()])
        .when(asked(Command::Lapse))
        .refused(Refusal::SetByHand);
}

#[test]
fn an_imported_date_keeps_its_exact_instant() {
    let exact = Setting {
        kind: Kind::Imported,
        due: Due::At(LATER),
        ..setting()
    };
    given::<Deadline>([])
        .when(imported(Command::Set(exact.clone())))
        .then([Event::Set(exact)]);
}

#[test]
fn a_date_is_set_once_even_when_it_is_over() {
    for so_far in [vec![standing()], vec![standing(), Event::Met]] {
        given::<Deadline>(so_far)
            .when(asked(Command::Set(setting())))
            .refused(Refusal::AlreadySet);
    }
}

#[test]
fn a_standing_date_is_met_moved_or_withdrawn() {
    given::<Deadline>([standing()])
        .when(asked(Command::Meet))
        .then([Event::Met]);
    given::<Deadline>([standing()]).when(asked(move_on())).then([moved()]);
    given::<Deadline>([standing()])
        .when(asked(withdraw()))
        .then([withdrawn()]);
}

#[test]
fn a_moved_date_still_stands() {
    given::<Deadline>([standing(), moved()])
        .when(asked(Command::Meet))
        .then([Event::Met]);
}

#[test]
fn nothing_comes_of_a_date_that_was_never_set() {
    for wish in [Command::Meet, move_on(), withdraw()] {
        given::<Deadline>([]).when(asked(wish)).refused(Refusal::NotSet);
    }
}

#[test]
fn nothing_more_comes_of_a_date_that_was_met_or_withdrawn() {
    for end in [Event::Met, withdrawn()] {
        for wish in [Command::Meet, move_on(), withdraw()] {
            given::<Deadline>([standing(), end.clone()])
                .when(asked(wish))
                .refused(Refusal::Over);
        }
    }
}

#[test]
fn a_deadline_obeys_the_laws_of_every_rule() {
    lawful::<Deadline, _>(commands(), |command| match command {
        Command::Set(_) | Command::Meet | Command::Withdraw { .. } | Command::Lapse => true,
        Command::Move { .. } => false,
    });
}

fn commands() -> impl Strategy<Value = Command> {
    let dues = || prop_oneof![days().prop_map(Due::On), Just(Due::At(LATER))];
    let settings = (few(), one_of(&[Kind::Term, Kind::Reply]), dues(), any::<(bool, bool)>());
    prop_oneof![
        settings.prop_map(|(support_case, kind, due, (legal, is_by_rule))| Command::Set(Setting {
            support_case,
            kind,
            label: None,
            domain: None,
            due,
            legal,
            rule: is_by_rule.then(|| ByRule {
                code: "rule".to_owned(),
                name: "Règle".to_owned(),
                source: "Vote".to_owned(),
            }),
        })),
        Just(Command::Meet),
        Just(Command::Lapse),
        (dues(), texts()).prop_map(|(due, reason)| Command::Move { due, reason }),
        texts().prop_map(|reason| Command::Withdraw { reason }),
    ]
}
