//! The weeks ahead, by hand: given what is known, then the load of each week, what lightens it and what would relieve.

use super::super::*;
use crate::configuration::EarlyWarning;
use crate::spec::{day, id, weights};
use crate::support_case::{Complexity, Support};
use crate::words::Day;
use jiff::Span;
use jiff::civil::date;
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::{Strategy, any};
use proptest::test_runner::{Config, TestRunner};

/// Thursday, 19 November 2026.
pub(super) fn today() -> Day {
    day(11, 19)
}

pub(super) const WARNING: EarlyWarning = EarlyWarning {
    weeks: 12,
    least_presence: 50,
};

fn looked(known: &Known) -> Vec<Week> {
    let plan = Plan {
        weights: &weights(),
        warning: WARNING,
        today: today(),
    };
    weeks(known, &plan)
}

pub(super) fn carries(number: u128, support: Support, ends_on: Option<Day>) -> CarriedCase {
    CarriedCase {
        support_case: id(number),
        support,
        children: 1,
        complexities: Vec::new(),
        open: true,
        from_on: day(1, 5),
        ends_on,
    }
}

/// Half a full time carries 12.5 points. Ten placements weigh 1.2 each, two judicial measures 1.0, one of them opened on
/// 2 November: 1.5 for sixty days, until 31 December. One placement ends on 15 December, a closed case is watched (0.24)
/// until 29 November.
fn worked_example() -> Known {
    let mut cases: Vec<CarriedCase> = (1..=10)
        .map(|number| carries(number, Support::Placement, (number == 10).then(|| day(12, 15))))
        .collect();
    cases.push(carries(11, Support::CourtOrderedHomeSupport, None));
    cases.push(CarriedCase {
        from_on: day(11, 2),
        ..carries(12, Support::CourtOrderedHomeSupport, None)
    });
    cases.push(CarriedCase {
        open: false,
        ..carries(13, Support::Placement, Some(day(11, 29)))
    });
    Known {
        working_time: 50,
        cases,
        renewals: vec![day(12, 15), Day(date(2027, 1, 12)), Day(date(2027, 9, 1))],
        begins: vec![day(12, 1)],
        deadlines: vec![day(11, 18), day(11, 19), day(11, 22), day(11, 23)],
        meetings: vec![day(11, 24), day(11, 26)],
        absences: vec![(day(11, 24), day(11, 30)), (day(11, 27), day(12, 1))],
    }
}

#[test]
fn the_load_of_each_week_is_that_of_the_cases_that_stand() {
    let weeks = looked(&worked_example());
    assert_eq!(weeks.len(), 13);
    let told: Vec<_> = weeks.iter().take(8).map(|week| (week.monday, week.load)).collect();
    assert_eq!(
        told,
        [
            (day(11, 16), 1_474),
            (day(11, 23), 1_474),
            (day(11, 30), 1_450),
            (day(12, 7), 1_450),
            (day(12, 14), 1_450),
            (day(12, 21), 1_330),
            (day(12, 28), 1_330),
            (Day(date(2027, 1, 4)), 1_280),
        ]
    );
    let reasons: Vec<_> = weeks.iter().flat_map(|week| &week.changes).collect();
    let reasons: Vec<_> = reasons.iter().map(|change| (change.why, change.points)).collect();
    assert_eq!(
        reasons,
        [(Why::WatchOver, 24), (Why::Ends, 120), (Why::OpeningOver, 50)]
    );
}

#[test]
fn a_week_counts_what_is_due_and_held_in_it_from_today_on() {
    let weeks = looked(&worked_example());
    let [this, next, third, ..] = weeks.as_slice() else {
        panic!("there are weeks");
    };
    assert_eq!((this.deadlines, this.meetings, this.begins), (2, 0, 0));
    assert_eq!((next.deadlines, next.meetings, next.begins), (1, 2, 0));
    assert_eq!((third.deadlines, third.meetings, third.begins), (0, 0, 1));
    let renewed: u32 = weeks.iter().map(|week| week.renewals).sum();
    assert_eq!(renewed, 2, "what lies beyond the weeks is not among them");
}

#[test]
fn who_is_away_can_carry_less_and_a_week_of_which_little_is_left_says_nothing() {
    let weeks = looked(&worked_example());
    let told: Vec<_> = weeks
        .iter()
        .take(4)
        .map(|week| (week.away_days, week.capacity, week.fullness))
        .collect();
    // Away from Tuesday 24 to Tuesday 1: four days of five, then two. A day of two absences counts once.
    assert_eq!(
        told,
        [
            (0, 1_250, Fullness::Tense),
            (4, 250, Fullness::Untold),
            (2, 750, Fullness::Overload),
            (0, 1_250, Fullness::Tense),
        ]
    );
}

#[test]
fn each_threshold_is_crossed_in_its_first_week() {
    let known = worked_example();
    let found = crossings(&looked(&known), weights().zones);
    let told: Vec<_> = found
        .iter()
        .map(|one| (one.threshold, one.week, one.load, one.capacity, one.ends, one.renewals))
        .collect();
    assert_eq!(
        told,
        [
            (Threshold::Tense, day(11, 16), 1_474, 1_250, 1, 2),
            (Threshold::Overload, day(11, 30), 1_450, 750, 1, 2),
        ]
    );
}

#[test]
fn what_would_relieve_is_told_with_its_weeks() {
    let known = worked_example();
    let weeks = looked(&known);
    let found = crossings(&weeks, weights().zones);
    let [tense, _] = found.as_slice() else {
        panic!("two thresholds are crossed");
    };
    let told = relief(&weeks, tense);
    // 13.68 over 12.5 is 1.09, and 13.69 is 1.10.
    assert_eq!(told.points, 1_474 - 1_368);
    assert_eq!(told.back_on, Some(day(12, 21)));
    assert_eq!(
        told.known,
        [
            (day(11, 23), Why::WatchOver, 1),
            (day(12, 14), Why::Ends, 1),
            (day(12, 28), Why::OpeningOver, 1),
        ],
        "each in the very week in which it happens"
    );
    assert_eq!(told.renewals, Some((Day(date(2027, 1, 17)), 2)));
}

#[test]
fn a_case_ends_with_the_last_of_its_measures_when_all_have_a_term() {
    let until = |term| Running { term: Some(term) };
    assert_eq!(known_end(&[], today()), None);
    assert_eq!(known_end(&[until(day(12, 1)), Running { term: None }], today()), None);
    assert_eq!(
        known_end(&[until(day(12, 1)), until(day(12, 20))], today()),
        Some(day(12, 20))
    );
    assert_eq!(
        known_end(&[until(today())], today()),
        Some(today()),
        "the day of the term is part of it"
    );
    assert_eq!(
        known_end(&[until(day(11, 18)), until(day(12, 1))], today()),
        None,
        "what is past its term goes on until somebody says what became of it"
    );
}

#[test]
fn a_team_carries_what_its_workers_carry_together() {
    let other = Known {
        working_time: 100,
        cases: vec![carries(20, Support::ReinforcedHomeSupport, Some(day(12, 2)))],
        ..Known::default()
    };
    let together = team(&[looked(&worked_example()), looked(&other)], weights().zones);
    let told: Vec<_> = together
        .iter()
        .take(4)
        .map(|week| (week.load, week.capacity, week.fullness, week.count(Why::Ends)))
        .collect();
    assert_eq!(
        told,
        [
            (1_724, 3_750, Fullness::Room, 0),
            (1_724, 2_750, Fullness::Room, 0),
            (1_700, 3_250, Fullness::Room, 1),
            (1_450, 3_750, Fullness::Room, 0),
        ]
    );
    assert_eq!(team(&[], weights().zones), []);
}

fn some_day() -> impl Strategy<Value = Day> + Clone {
    (0..150_i64).prop_map(|ahead| Day(today().0.saturating_add(Span::new().days(ahead))))
}

fn some_known() -> impl Strategy<Value = Known> {
    let supports = proptest::sample::select(Support::ALL.to_vec());
    let case = (
        supports,
        0..6_u32,
        any::<[bool; 3]>(),
        0..200_i64,
        option::of(some_day()),
    );
    let case = case.prop_map(
        |(support, children, [open, violence, far], since, ends_on)| CarriedCase {
            support_case: id(1),
            support,
            children,
            complexities: [(violence, Complexity::Violence), (far, Complexity::Distance)]
                .into_iter()
                .filter_map(|(holds, complexity)| holds.then_some(complexity))
                .collect(),
            open,
            from_on: Day(today().0.saturating_sub(Span::new().days(since))),
            ends_on,
        },
    );
    let absences = vec((some_day(), some_day()), 0..3);
    (vec(case, 0..40), 0..=100_u16, absences, vec(some_day(), 0..5)).prop_map(
        |(cases, working_time, absences, renewals)| Known {
            working_time,
            cases,
            absences,
            renewals,
            ..Known::default()
        },
    )
}

pub(super) fn holds(law: impl Fn(Known)) {
    let config = Config {
        failure_persistence: None,
        ..Config::default()
    };
    let tried = TestRunner::new(config).run(&some_known(), |known| {
        law(known);
        Ok(())
    });
    if let Err(broken) = tried {
        panic!("{broken}");
    }
}

#[test]
fn from_one_week_to_the_next_the_load_changes_by_what_is_named_and_nothing_else() {
    holds(|known| {
        let weeks = looked(&known);
        for pair in weeks.windows(2) {
            let [week, next] = pair else { continue };
            let lighter: u32 = week.changes.iter().map(|change| change.points).sum();
            assert_eq!(next.load + lighter, week.load);
        }
    });
}

#[test]
fn a_team_is_the_sum_of_its_workers_in_each_week() {
    holds(|known| {
        let halves = known.cases.split_at(known.cases.len() / 2);
        let of = |cases: &[CarriedCase]| {
            looked(&Known {
                cases: cases.to_vec(),
                ..known.clone()
            })
        };
        let together = team(&[of(halves.0), of(halves.1)], weights().zones);
        let loads: Vec<u32> = together.iter().map(|week| week.load).collect();
        let all: Vec<u32> = looked(&known).iter().map(|week| week.load).collect();
        assert_eq!(loads, all);
    });
}

#[test]
fn as_many_points_less_bring_a_load_under_its_threshold_and_no_fewer() {
    holds(|known| {
        let weeks = looked(&known);
        for crossing in crossings(&weeks, weights().zones) {
            let points = relief(&weeks, &crossing).points;
            let ratio = |load: u32| crate::indicator::ratio(load.into(), crossing.capacity.into());
            assert!(points > 0);
            assert!(ratio(crossing.load - points) < crossing.begins_at);
            assert!(ratio(crossing.load - points + 1) >= crossing.begins_at);
        }
    });
}
