//! The caseload, what it weighs, how long people waited, how often they were met, and who stays.

use super::{Facts, days, share};
use crate::contact::Kind;
use crate::indicator::{Indicator, Measured};
use crate::organisation;
use crate::spec::{KARIM, NOUR, day};
use crate::support_case::{Event as InCase, Opening, Support};
use crate::words::Day;
use jiff::civil::date;

/// Four cases: one met and open, one open in which nothing was done, one met and closed since, one of which only somebody
/// else spoke.
fn four() -> Facts {
    Facts::default()
        .opened(1, day(3, 2), Support::Generalist)
        .opened(2, day(3, 2), Support::Generalist)
        .opened(3, day(3, 2), Support::Generalist)
        .opened(4, day(3, 2), Support::Generalist)
        .held(1, day(7, 20), Kind::HomeVisit)
        .held(1, day(8, 20), Kind::Call)
        .held(2, day(6, 30), Kind::Interview)
        .held(3, day(7, 2), Kind::Interview)
        .held(4, day(7, 3), Kind::ThirdParty)
        .closed(3, day(8, 1))
}

#[test]
fn open_is_what_is_open_when_the_period_ends() {
    assert_eq!(four().comes_to(Indicator::OpenCaseload), Measured::Count(3));
    let later = four().closed(1, day(10, 2)).opened(5, day(10, 1), Support::Placement);
    assert_eq!(later.comes_to(Indicator::OpenCaseload), Measured::Count(3));
}

#[test]
fn active_is_every_case_in_which_something_was_done_closed_since_or_not() {
    assert_eq!(four().comes_to(Indicator::ActiveCaseload), Measured::Count(3));
}

#[test]
fn a_ghost_is_an_open_case_in_which_nothing_was_done() {
    assert_eq!(four().comes_to(Indicator::GhostRate), share(1, 3));
    let acted = four().case(
        2,
        day(7, 9),
        &InCase::ActRecorded {
            activity: crate::spec::text("Courrier"),
            worker: None,
        },
    );
    assert_eq!(acted.comes_to(Indicator::GhostRate), share(0, 3));
}

#[test]
fn a_full_time_carries_so_many_cases() {
    let facts = four()
        .joined(day(1, 5), NOUR, 80)
        .joined(day(1, 5), KARIM, 50)
        .followed(1, day(3, 2), NOUR)
        .followed(2, day(3, 2), KARIM);
    // Two cases that somebody answers for, one and three tenths of a full time: 1.54 for each.
    let expected = Measured::Per {
        part: 200,
        whole: 130,
        behind: 2,
        touched: 0,
    };
    assert_eq!(facts.comes_to(Indicator::LoadPerFullTime), expected);
}

#[test]
fn what_is_carried_is_weighed_against_what_can_be_carried() {
    let facts = Facts::default()
        .joined(day(1, 5), NOUR, 80)
        .opened(1, day(3, 2), Support::CourtOrderedHomeSupport)
        .followed(1, day(3, 2), NOUR)
        .opened(2, day(9, 1), Support::Generalist)
        .followed(2, day(9, 1), NOUR)
        .opened(3, day(3, 2), Support::Placement);
    // 1.0, and 0.6 x 1.5 in the first days; nobody answers for the third. Eight tenths of 25 points.
    let expected = Measured::Per {
        part: 190,
        whole: 2_000,
        behind: 1,
        touched: 0,
    };
    assert_eq!(facts.comes_to(Indicator::WeightedLoad), expected);
}

#[test]
fn a_case_waits_for_somebody_since_it_opened_or_since_the_last_one_stopped() {
    let facts = Facts::default()
        .opened(1, day(9, 21), Support::Generalist)
        .opened(2, day(3, 2), Support::Generalist)
        .followed(2, day(3, 2), NOUR)
        .case(2, day(9, 1), &InCase::ReferentStoodDown { worker: NOUR })
        .opened(3, day(3, 2), Support::Generalist)
        .followed(3, day(3, 2), NOUR);
    assert_eq!(facts.comes_to(Indicator::Unassigned), days(&[10, 30], Some(14)));
}

#[test]
fn a_first_appointment_is_counted_from_the_request() {
    let asked = |number, requested: Day, opened: Day| {
        Facts::default().case(
            number,
            opened,
            &InCase::Opened(Opening {
                household: None,
                people: Vec::new(),
                service: crate::spec::id(1),
                label: crate::spec::text("Famille B."),
                opened_on: opened,
                support: Support::Generalist,
                intensity: crate::support_case::Intensity::Standard,
                children: 0,
                requested_on: Some(requested),
            }),
        )
    };
    let facts = asked(1, day(7, 1), day(7, 6))
        .held(1, day(7, 7), Kind::ThirdParty)
        .held(1, day(7, 12), Kind::Interview)
        .held(1, day(7, 20), Kind::Interview)
        .opened(2, day(6, 20), Support::Placement)
        .held(2, day(7, 10), Kind::HomeVisit)
        // Met before the period, and not met yet.
        .opened(3, day(6, 1), Support::Placement)
        .held(3, day(6, 10), Kind::HomeVisit)
        .opened(4, day(7, 1), Support::Placement);
    assert_eq!(facts.comes_to(Indicator::FirstAppointment), days(&[11, 20], Some(15)));
}

#[test]
fn contacts_are_held_against_the_rhythm_that_was_agreed() {
    // Ninety-two days open, a contact every twenty-eight: 3.29 were agreed, two reached the person.
    let facts = Facts::default()
        .opened(1, day(3, 2), Support::Generalist)
        .held(1, day(7, 20), Kind::HomeVisit)
        .held(1, day(8, 20), Kind::Call)
        .held(1, day(8, 21), Kind::ThirdParty);
    let Measured::Per {
        part, whole, behind, ..
    } = facts.comes_to(Indicator::ContactIntensity)
    else {
        panic!("a ratio");
    };
    assert_eq!((crate::indicator::ratio(part, whole), behind), (61, 1));
}

#[test]
fn an_absence_that_was_told_is_no_missed_appointment() {
    let facts = Facts::default()
        .opened(1, day(3, 2), Support::Generalist)
        .held(1, day(7, 20), Kind::HomeVisit)
        .held(1, day(7, 21), Kind::Call)
        .held(1, day(8, 20), Kind::Interview)
        .missed(1, day(8, 27), false)
        .missed(1, day(9, 3), true);
    assert_eq!(facts.comes_to(Indicator::NoShow), share(1, 3));
}

#[test]
fn what_came_and_what_went() {
    let facts = four().opened(5, day(7, 1), Support::Placement).reopened(3, day(9, 30));
    assert_eq!(facts.comes_to(Indicator::Flow), Measured::Balance { came: 2, went: 1 });
}

#[test]
fn a_length_runs_from_the_first_day_of_a_spell_to_its_last() {
    assert_eq!(four().comes_to(Indicator::Length), days(&[152], None));
}

#[test]
fn a_return_begins_within_twelve_months_of_a_closure() {
    let last_year = |month, on| Day(date(2025, month, on));
    let facts = Facts::default()
        .opened(1, last_year(1, 6), Support::Generalist)
        .closed(1, last_year(7, 15))
        .reopened(1, day(6, 1))
        .opened(2, last_year(1, 6), Support::Generalist)
        .closed(2, last_year(8, 15))
        .reopened(2, day(8, 16))
        .opened(3, last_year(1, 6), Support::Generalist)
        .closed(3, last_year(9, 15))
        // Closed before that quarter.
        .opened(4, last_year(1, 6), Support::Generalist)
        .closed(4, last_year(6, 30))
        .reopened(4, last_year(7, 30));
    assert_eq!(facts.comes_to(Indicator::Returns), share(1, 3));
}

#[test]
fn a_change_of_referent_is_one_for_each_child() {
    let facts = Facts::default()
        .opened(1, day(3, 2), Support::Placement)
        .followed(1, day(3, 2), NOUR)
        .followed(1, day(8, 1), KARIM)
        .opened(2, day(3, 2), Support::Placement)
        .followed(2, day(3, 2), NOUR);
    // One change, two children for ninety-two days each: 1.98 for a child and a year.
    let expected = Measured::Per {
        part: 365,
        whole: 184,
        behind: 2,
        touched: 1,
    };
    assert_eq!(facts.comes_to(Indicator::ReferentChanges), expected);
}

#[test]
fn who_left_in_twelve_months_is_held_against_who_was_there() {
    let worker = |number| crate::words::WorkerId(uuid::Uuid::from_u128(number));
    let left = |number| organisation::Event::WorkerLeft { worker: worker(number) };
    let first = Day(date(2024, 1, 8));
    let mut facts = Facts::default();
    for number in 1..=4 {
        facts = facts.joined(first, worker(number), 100);
    }
    let facts = facts.post(day(2, 1), &left(1)).joined(day(3, 1), worker(5), 100);
    // One left; four were there at the beginning, four at the end: a quarter.
    let expected = Measured::Per {
        part: 2,
        whole: 8,
        behind: 4,
        touched: 1,
    };
    assert_eq!(facts.comes_to(Indicator::Turnover), expected);
}
