//! What was known then and what is known now, and what may be shown.

use super::{Facts, at, first_adoptions, history, periods};
use crate::configuration::{Adoption, History, Setting};
use crate::contact::Kind;
use crate::indicator::{Indicator, Input, Measured, Shown, Summary, asked, shown};
use crate::spec::day;
use crate::support_case::Support;

#[test]
fn what_was_written_later_makes_the_difference_and_is_named() {
    let facts = Facts::default()
        .opened(1, day(3, 2), Support::Generalist)
        .held(1, day(9, 29), Kind::HomeVisit)
        .known(day(10, 5))
        .opened(2, day(3, 2), Support::Generalist)
        .closed(2, day(9, 20))
        .known(day(10, 8))
        // Neither of the period nor an input of the figure.
        .held(1, day(10, 2), Kind::HomeVisit)
        .missed(1, day(9, 28), false)
        .known(day(10, 6));
    let seen = asked(&facts.0, &periods(), &history(), 5);
    let ghosts = seen
        .iter()
        .find(|each| each.definition.indicator == Indicator::GhostRate);
    let ghosts = ghosts.unwrap();
    assert!(matches!(ghosts.now, Shown::Hidden { .. }));
    assert_eq!(
        ghosts.late,
        [],
        "what came later may be all that a hidden figure counts"
    );
    let open = seen
        .iter()
        .find(|each| each.definition.indicator == Indicator::OpenCaseload)
        .unwrap();
    assert_eq!((&open.then, &open.now), (&Shown::Count(2), &Shown::Count(1)));
    assert_eq!(open.late, [(Input::Closure, 1)]);
}

#[test]
fn a_day_that_is_told_counts_now_and_its_entry_counted_then() {
    let facts = Facts::default()
        .opened(1, day(3, 2), Support::Generalist)
        .opened(2, day(3, 2), Support::Generalist)
        // Typed in October, of September; the other is told for a day that the period does not hold.
        .closed_and_written(1, day(9, 20), day(10, 8))
        .closed_and_written(2, day(10, 1), day(10, 8));
    let seen = asked(&facts.0, &periods(), &history(), 5);
    let open = &seen[0];
    assert_eq!(open.definition.indicator, Indicator::OpenCaseload);
    assert_eq!((&open.then, &open.now), (&Shown::Count(2), &Shown::Count(1)));
    assert_eq!(open.late, [(Input::Closure, 1)]);
}

#[test]
fn a_setting_that_was_adopted_since_was_not_known_then_and_is_named() {
    let facts = Facts::default().opened(1, day(9, 21), Support::Generalist);
    // Adopted in October, and told to hold from September on.
    let tighter = Adoption {
        setting: Setting::Waiting { days: 5 },
        in_force_on: day(9, 1),
        source: "Vote".to_owned(),
        known_at: at(day(10, 8)),
    };
    let mut adoptions = first_adoptions();
    adoptions.push(tighter);
    let seen = asked(&facts.0, &periods(), &History::of(adoptions), 5);
    let waiting = seen
        .iter()
        .find(|each| each.definition.indicator == Indicator::Unassigned)
        .unwrap();
    let late = |shown: &Shown| {
        let Shown::Days(summary) = shown else {
            panic!("one waits")
        };
        (summary.target, summary.late)
    };
    assert_eq!(late(&waiting.then), (Some(14), Some(0)));
    assert_eq!(late(&waiting.now), (Some(5), Some(1)));
    assert!(waiting.revoted && waiting.late.is_empty());
    let others = seen.iter().filter(|each| each.revoted).count();
    assert_eq!(others, 1, "of no other figure is it a reason");
}

#[test]
fn a_figure_that_is_hidden_at_one_moment_is_hidden_at_both() {
    let mut facts = Facts::default();
    for number in 1..=5 {
        facts = facts
            .opened(number, day(3, 2), Support::Generalist)
            .held(number, day(9, 1), Kind::Interview);
    }
    let facts = facts.known(day(10, 3));
    let seen = asked(&facts.0, &periods(), &history(), 5);
    let active = seen
        .iter()
        .find(|each| each.definition.indicator == Indicator::ActiveCaseload)
        .unwrap();
    let hidden = Shown::Hidden { fewer_than: 5 };
    assert_eq!((&active.then, &active.now), (&hidden, &hidden));
}

#[test]
fn hidden_zero_and_nothing_are_three_things() {
    let of_people = Indicator::NoShow.definition();
    let seen = |part, whole| shown(&of_people, &Measured::Share { part, whole }, 5);
    assert_eq!(seen(0, 0), Shown::Nothing);
    assert_eq!(
        seen(0, 12),
        Shown::Share {
            part: 0,
            whole: 12,
            hundredths: 0
        }
    );
    assert_eq!(seen(1, 12), Shown::Hidden { fewer_than: 5 });
    // Who came is a cell as well.
    assert_eq!(seen(8, 12), Shown::Hidden { fewer_than: 5 });
    assert_eq!(
        seen(5, 12),
        Shown::Share {
            part: 5,
            whole: 12,
            hundredths: 42
        }
    );
}

#[test]
fn what_is_to_be_acted_on_is_shown_however_few() {
    let waiting = Measured::Days {
        days: vec![3, 20],
        target: Some(14),
    };
    let summary = Summary {
        count: 2,
        median: 12,
        p90: 18,
        mean: 12,
        longest: Some(20),
        target: Some(14),
        late: Some(1),
    };
    assert_eq!(
        shown(&Indicator::Unassigned.definition(), &waiting, 5),
        Shown::Days(summary)
    );
    let people = Indicator::FirstAppointment.definition();
    assert_eq!(shown(&people, &waiting, 5), Shown::Hidden { fewer_than: 5 });
}

#[test]
fn how_many_waited_too_long_is_a_cell_of_its_own() {
    let waited = |days: &[u32]| Measured::Days {
        days: days.to_vec(),
        target: Some(15),
    };
    let late = |days: &[u32]| {
        let Shown::Days(summary) = shown(&Indicator::FirstAppointment.definition(), &waited(days), 3) else {
            panic!("enough waited");
        };
        summary.late
    };
    assert_eq!(late(&[1, 2, 3, 4]), Some(0));
    assert_eq!(late(&[1, 2, 3, 20]), None, "one alone");
    assert_eq!(late(&[1, 20, 21, 22]), None, "all but one");
    assert_eq!(late(&[1, 2, 3, 20, 21, 22]), Some(3));
}

#[test]
fn without_a_setting_in_force_nothing_is_said() {
    let seen = asked(&[], &periods(), &History::default(), 5);
    let load = seen
        .iter()
        .find(|each| each.definition.indicator == Indicator::WeightedLoad)
        .unwrap();
    assert_eq!(load.now, Shown::Unset);
}

#[test]
fn a_delay_is_told_by_kind_of_support_where_each_has_enough() {
    let mut facts = Facts::default();
    let mut add = |from: u128, count: u128, support, met: i8| {
        for number in from..from + count {
            facts = std::mem::take(&mut facts).opened(number, day(7, 1), support).held(
                number,
                day(7, met),
                Kind::Interview,
            );
        }
    };
    add(1, 6, Support::Generalist, 11);
    add(10, 5, Support::Placement, 21);
    let parts = |facts: &Facts| {
        let all = asked(&facts.0, &periods(), &history(), 5);
        let first = all
            .into_iter()
            .find(|each| each.definition.indicator == Indicator::FirstAppointment);
        first.unwrap().by_support
    };
    let told = |days, count| {
        Shown::Days(Summary {
            count,
            median: days,
            p90: days,
            mean: days,
            longest: None,
            target: None,
            late: None,
        })
    };
    let expected = [(Support::Generalist, told(10, 6)), (Support::Placement, told(20, 5))];
    assert_eq!(parts(&facts), expected);
    // One with two cases: the total would tell of it, so the next smallest is hidden too.
    let with_few = facts
        .opened(20, day(7, 1), Support::Insertion)
        .held(20, day(7, 5), Kind::Interview)
        .opened(21, day(7, 1), Support::Insertion)
        .held(21, day(7, 5), Kind::Interview);
    let hidden = Shown::Hidden { fewer_than: 5 };
    let expected = [
        (Support::Generalist, told(10, 6)),
        (Support::Insertion, hidden.clone()),
        (Support::Placement, hidden),
    ];
    assert_eq!(parts(&with_few), expected);
}
