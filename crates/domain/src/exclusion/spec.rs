//! The law of exclusions, read aloud.

use super::{Command, Event, Exclusion, Refusal};
use crate::spec::{HERS, KARIM, NOUR, asked, asked_by, few, given, lawful, text, texts};
use crate::words::WorkerId;
use proptest::prelude::{Strategy, prop_oneof};

fn set(worker: WorkerId) -> Command {
    Command::Set {
        support_case: HERS,
        worker,
        reason: text("ancien conjoint"),
    }
}

fn was_set() -> Event {
    Event::Set {
        support_case: HERS,
        worker: KARIM,
        reason: text("ancien conjoint"),
        by: NOUR,
    }
}

fn lift() -> Command {
    Command::Lift {
        reason: text("il a quitté le service"),
    }
}

fn lifted() -> Event {
    Event::Lifted {
        reason: text("il a quitté le service"),
        by: NOUR,
    }
}

#[test]
fn someone_is_kept_away_from_a_case_with_a_reason() {
    given::<Exclusion>([]).when(asked(set(KARIM))).then([was_set()]);
}

#[test]
fn it_is_set_once() {
    given::<Exclusion>([was_set()])
        .when(asked(set(KARIM)))
        .refused(Refusal::AlreadySet);
    given::<Exclusion>([was_set(), lifted()])
        .when(asked(set(KARIM)))
        .refused(Refusal::AlreadySet);
}

#[test]
fn it_is_lifted_once_and_by_somebody_else() {
    given::<Exclusion>([was_set()]).when(asked(lift())).then([lifted()]);
    given::<Exclusion>([was_set()])
        .when(asked_by(KARIM, lift()))
        .refused(Refusal::Oneself);
    given::<Exclusion>([was_set(), lifted()])
        .when(asked(lift()))
        .refused(Refusal::AlreadyLifted);
    given::<Exclusion>([]).when(asked(lift())).refused(Refusal::NotSet);
}

#[test]
fn nobody_excludes_herself() {
    given::<Exclusion>([]).when(asked(set(NOUR))).refused(Refusal::Oneself);
}

fn commands() -> impl Strategy<Value = Command> {
    prop_oneof![
        (few(), few(), texts()).prop_map(|(support_case, worker, reason)| Command::Set {
            support_case,
            worker,
            reason,
        }),
        texts().prop_map(|reason| Command::Lift { reason }),
    ]
}

#[test]
fn the_laws_hold() {
    lawful::<Exclusion, Command>(commands(), |_| true);
}
