//! How an accompaniment ends, is watched for a while, and begins again without retelling.

use super::{after, ended, named, opened, story};
use crate::Asked;
use crate::configuration::InForce;
use crate::spec::{KARIM, NOUR, asked, day, given, text};
use crate::support_case::{ClosureReason, Command, Event, Intensity, Refusal, SupportCase};
use crate::words::Day;

fn close(on: Day, watch_until: Option<Day>) -> Command {
    Command::Close {
        on,
        reason: ClosureReason::GoalsReached,
        watch_until,
        balance: Some(text("Relogée ; la dette reste à suivre.")),
    }
}

fn closed(on: Day, watch_until: Option<Day>) -> Event {
    Event::Closed {
        on,
        reason: ClosureReason::GoalsReached,
        watch_until,
        balance: Some(text("Relogée ; la dette reste à suivre.")),
    }
}

/// Asked where the territory voted the longest watch, in months.
fn asked_where(longest_watch_months: u32, command: Command) -> Asked<Command> {
    Asked {
        in_force: InForce {
            longest_watch_months: Some(longest_watch_months),
            ..InForce::default()
        },
        ..asked(command)
    }
}

#[test]
fn an_accompaniment_ends_with_its_balance() {
    given::<SupportCase>(opened())
        .when(asked(close(day(9, 1), None)))
        .then([closed(day(9, 1), None)]);
}

#[test]
fn a_case_is_not_closed_before_the_day_it_opened() {
    given::<SupportCase>(opened())
        .when(asked(close(day(3, 1), None)))
        .refused(Refusal::ClosedBeforeOpened);
    given::<SupportCase>(opened())
        .when(asked(close(day(3, 2), None)))
        .then([closed(day(3, 2), None)]);
}

#[test]
fn a_reopened_case_is_not_closed_before_it_began_again() {
    let again = Event::Reopened {
        on: day(10, 5),
        trigger: None,
    };
    given::<SupportCase>(after(ended(day(9, 1))).into_iter().chain([again]))
        .when(asked(close(day(10, 4), None)))
        .refused(Refusal::ClosedBeforeOpened);
}

#[test]
fn a_watch_lasts_as_long_as_the_territory_voted_and_no_longer() {
    let until = |until| close(day(6, 1), Some(until));
    given::<SupportCase>(opened())
        .when(asked_where(3, until(day(9, 1))))
        .then([closed(day(6, 1), Some(day(9, 1)))]);
    given::<SupportCase>(opened())
        .when(asked_where(3, until(day(9, 2))))
        .refused(Refusal::WatchTooLong { most_months: 3 });
}

#[test]
fn where_nothing_was_voted_a_watch_may_be_of_any_length() {
    given::<SupportCase>(opened())
        .when(asked(close(day(6, 1), Some(day(12, 31)))))
        .then([closed(day(6, 1), Some(day(12, 31)))]);
}

#[test]
fn nothing_new_is_done_in_a_closed_case() {
    let wishes = [
        close(day(9, 2), None),
        Command::IdentifyStrength(named("Sa sœur")),
        Command::AppointReferent { worker: KARIM },
        Command::AgreeCadence {
            intensity: Intensity::Light,
        },
        Command::StandDown,
    ];
    for wish in wishes {
        given::<SupportCase>(after(ended(day(9, 1))))
            .when(asked(wish))
            .refused(Refusal::Closed);
    }
}

#[test]
fn her_words_are_still_heard_after_a_closure() {
    given::<SupportCase>(after(ended(day(9, 1))))
        .when(asked(Command::RecordStory(story())))
        .then([Event::StoryRecorded(story())]);
}

#[test]
fn a_closed_case_begins_again_with_those_who_were_around() {
    let reopen = || {
        asked(Command::Reopen {
            on: day(10, 5),
            trigger: Some(text("Nouvelle dette de loyer")),
        })
    };
    let appointed = Event::ReferentAppointed { worker: NOUR };
    let before = after(appointed).into_iter().chain([ended(day(9, 1))]);
    let again = Event::Reopened {
        on: day(10, 5),
        trigger: Some(text("Nouvelle dette de loyer")),
    };
    given::<SupportCase>(before.clone())
        .when(reopen())
        .then([again.clone()]);
    given::<SupportCase>(before.chain([again]))
        .when(asked(Command::AppointReferent { worker: NOUR }))
        .refused(Refusal::AlreadyReferent);
}

#[test]
fn only_a_closed_case_begins_again() {
    let reopen = || {
        asked(Command::Reopen {
            on: day(10, 5),
            trigger: None,
        })
    };
    given::<SupportCase>(opened())
        .when(reopen())
        .refused(Refusal::NotClosed);
    given::<SupportCase>([]).when(reopen()).refused(Refusal::NotOpened);
}
