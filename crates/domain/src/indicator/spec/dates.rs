//! Measures, deadlines and actions against their days.

use super::{Facts, days, share};
use crate::deadline::{self, Event as Deadline, Setting};
use crate::indicator::{Indicator, Measured};
use crate::plan::Event as Plan;
use crate::spec::{HERS, NOUR, day, id, text};
use crate::support_case::{DecidedMeasure, Event as InCase, Measure, Support};
use crate::words::{Day, Doer, DomainOfLife, Due};

fn decided(number: u128, on: Day) -> InCase {
    InCase::MeasureDecided(DecidedMeasure {
        measure: id(number),
        label: text("AEMO"),
        domain: DomainOfLife::ALL[0],
        on,
    })
}

fn started(number: u128, from: Day, until: Option<Day>) -> InCase {
    InCase::MeasureStarted(Measure {
        measure: id(number),
        label: text("AEMO"),
        domain: DomainOfLife::ALL[0],
        from,
        until,
    })
}

fn measures() -> Facts {
    Facts::default()
        .opened(1, day(3, 2), Support::CourtOrderedHomeSupport)
        .case(1, day(6, 1), &decided(1, day(6, 1)))
        .case(1, day(7, 6), &started(1, day(7, 6), Some(day(10, 20))))
        .case(1, day(9, 1), &decided(2, day(9, 1)))
}

#[test]
fn a_measure_waits_from_its_decision_to_its_first_day() {
    assert_eq!(measures().comes_to(Indicator::StartOfMeasures), days(&[35], None));
}

#[test]
fn a_measure_that_has_not_begun_waits_on() {
    assert_eq!(measures().comes_to(Indicator::UnstartedMeasures), days(&[30], None));
}

#[test]
fn a_term_within_thirty_days_is_at_risk_until_its_renewal_is_asked_for() {
    assert_eq!(measures().comes_to(Indicator::RenewalsAtRisk), Measured::Count(1));
    let asked = InCase::MeasureRenewalAsked { measure: id(1) };
    let in_time = measures().case(1, day(9, 15), &asked);
    assert_eq!(in_time.comes_to(Indicator::RenewalsAtRisk), Measured::Count(0));
    // On the last day of the period nobody had asked yet.
    let after = measures().case(1, day(10, 2), &asked);
    assert_eq!(after.comes_to(Indicator::RenewalsAtRisk), Measured::Count(1));
}

fn due(on: Day) -> Deadline {
    Deadline::Set(Setting {
        support_case: HERS,
        kind: deadline::Kind::Review,
        label: None,
        domain: None,
        due: Due::On(on),
        legal: false,
        rule: None,
    })
}

/// One from before, one met in time, one that stands, one withdrawn, one moved beyond the period.
fn deadlines() -> Facts {
    let moved = Deadline::Moved {
        due: Due::On(day(11, 1)),
        reason: text("Renvoi"),
    };
    let withdrawn = Deadline::Withdrawn {
        reason: text("Sans objet"),
    };
    Facts::default()
        .deadline(1, day(3, 2), &due(day(6, 1)))
        .deadline(2, day(3, 2), &due(day(7, 10)))
        .deadline(2, day(7, 1), &Deadline::Met)
        .deadline(3, day(3, 2), &due(day(8, 10)))
        .deadline(4, day(3, 2), &due(day(8, 11)))
        .deadline(4, day(7, 1), &withdrawn)
        .deadline(5, day(3, 2), &due(day(8, 12)))
        .deadline(5, day(7, 1), &moved)
        .deadline(6, day(3, 2), &due(day(10, 1)))
}

#[test]
fn overdue_is_what_stands_with_a_day_that_is_over() {
    assert_eq!(deadlines().comes_to(Indicator::OverdueDeadlines), Measured::Count(2));
}

#[test]
fn of_what_was_due_in_the_period_so_much_was_not_met() {
    assert_eq!(deadlines().comes_to(Indicator::OverdueRate), share(1, 2));
}

#[test]
fn an_action_is_in_time_until_its_day_is_over() {
    let given = |number: u128, due: Day| Plan::ActionAssigned {
        action: id(number),
        goal: None,
        what: text("Appeler le bailleur"),
        domain: DomainOfLife::Housing,
        doer: Doer::Worker(NOUR),
        due_on: Some(due),
    };
    let done = |number: u128| Plan::ActionCompleted {
        action: id(number),
        result: None,
    };
    let given_up = Plan::ActionAbandoned {
        action: id(4),
        reason: text("Sans objet"),
    };
    let facts = Facts::default()
        .plan(day(6, 1), &given(1, day(7, 10)))
        .plan(day(7, 10), &done(1))
        .plan(day(6, 1), &given(2, day(7, 10)))
        .plan(day(7, 11), &done(2))
        .plan(day(6, 1), &given(3, day(9, 30)))
        .plan(day(6, 1), &given(4, day(9, 30)))
        .plan(day(9, 1), &given_up)
        .plan(day(6, 1), &given(5, day(10, 1)));
    assert_eq!(facts.comes_to(Indicator::ActionsInTime), share(1, 3));
}
