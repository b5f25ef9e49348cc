//! A record brought in keeps its own order of things, where the same wish typed today is refused.

use super::agreed::measure;
use super::{after, ended, named, opened, opening};
use crate::Asked;
use crate::configuration::InForce;
use crate::spec::{KARIM, LATER, NOUR, asked, day, given, id, imported, text};
use crate::support_case::{ClosureReason, Command, Event, Refusal, SupportCase};
use crate::words::Day;

fn act() -> Command {
    Command::RecordAct {
        activity: text("Confirmation of receipt"),
        worker: Some(KARIM),
    }
}

fn recorded() -> Event {
    Event::ActRecorded {
        activity: text("Confirmation of receipt"),
        worker: Some(KARIM),
    }
}

fn close(on: Day) -> Command {
    Command::Close {
        on,
        reason: ClosureReason::GoalsReached,
        watch_until: None,
        balance: None,
    }
}

#[test]
fn an_act_of_another_record_is_kept_even_without_a_worker() {
    given::<SupportCase>(opened()).when(imported(act())).then([recorded()]);
    let nobody = Command::RecordAct {
        activity: text("Sent"),
        worker: None,
    };
    given::<SupportCase>(opened())
        .when(imported(nobody))
        .then([Event::ActRecorded {
            activity: text("Sent"),
            worker: None,
        }]);
}

#[test]
fn acts_after_a_closure_are_kept() {
    given::<SupportCase>(after(ended(day(9, 1))))
        .when(imported(act()))
        .then([recorded()]);
}

#[test]
fn two_equal_acts_are_two_acts() {
    given::<SupportCase>(after(recorded()))
        .when(imported(act()))
        .then([recorded()]);
}

#[test]
fn an_imported_case_may_end_before_it_starts() {
    given::<SupportCase>(opened())
        .when(imported(close(day(1, 15))))
        .then([ended(day(1, 15))]);
    given::<SupportCase>(opened())
        .when(asked(close(day(1, 15))))
        .refused(Refusal::ClosedBeforeOpened);
}

#[test]
fn an_imported_case_may_end_twice() {
    given::<SupportCase>(after(ended(day(9, 1))))
        .when(imported(close(day(9, 8))))
        .then([ended(day(9, 8))]);
    given::<SupportCase>(after(ended(day(9, 1))))
        .when(asked(close(day(9, 8))))
        .refused(Refusal::Closed);
}

#[test]
fn an_imported_measure_may_end_before_it_starts() {
    let started = Event::MeasureStarted(measure(Some(day(3, 31))));
    given::<SupportCase>(opened())
        .when(imported(Command::StartMeasure(measure(Some(day(3, 31))))))
        .then([started.clone()]);
    let (measure, on) = (id(1), day(3, 30));
    given::<SupportCase>(after(started))
        .when(imported(Command::EndMeasure { measure, on }))
        .then([Event::MeasureEnded { measure, on }]);
}

#[test]
fn an_imported_watch_keeps_its_length() {
    let long = Command::Close {
        on: day(1, 15),
        reason: ClosureReason::Unknown,
        watch_until: Some(day(12, 15)),
        balance: None,
    };
    let voted = InForce {
        longest_watch_months: Some(3),
        ..InForce::default()
    };
    given::<SupportCase>(opened())
        .when(Asked {
            in_force: voted,
            ..imported(long)
        })
        .then([Event::Closed {
            on: day(1, 15),
            reason: ClosureReason::Unknown,
            watch_until: Some(day(12, 15)),
            balance: None,
        }]);
}

#[test]
fn what_an_imported_record_dates_ahead_is_kept() {
    given::<SupportCase>([])
        .when(Asked {
            occurred_at: LATER,
            ..imported(Command::Open(opening()))
        })
        .then(opened());
}

#[test]
fn what_came_late_in_an_imported_record_joins_a_closed_case() {
    given::<SupportCase>(after(ended(day(9, 1))))
        .when(imported(Command::IdentifyStrength(named("Sa sœur"))))
        .then([Event::StrengthIdentified(named("Sa sœur"))]);
    given::<SupportCase>(after(ended(day(9, 1))))
        .when(imported(Command::AppointReferent { worker: NOUR }))
        .then([Event::ReferentAppointed { worker: NOUR }]);
}

#[test]
fn even_an_imported_case_opens_first_and_once() {
    given::<SupportCase>([])
        .when(imported(act()))
        .refused(Refusal::NotOpened);
    given::<SupportCase>(opened())
        .when(imported(Command::Open(opening())))
        .refused(Refusal::AlreadyOpened);
}
