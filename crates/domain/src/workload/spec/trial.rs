//! Passing cases on a copy: given two who carry, then what both would carry.

use super::ahead::{WARNING, carries, holds, today};
use crate::spec::{day, id, weights};
use crate::support_case::Support;
use crate::words::SupportCaseId;
use crate::workload::{Fullness, Known, Plan, Trial, trial};
use std::collections::BTreeSet;

fn tried(giver: &Known, taker: &Known, cases: &BTreeSet<SupportCaseId>) -> Trial {
    let plan = Plan {
        weights: &weights(),
        warning: WARNING,
        today: today(),
    };
    trial(giver, taker, cases, &plan)
}

/// Julie carries twelve reinforced measures of 2.5 points for 25 possible, Karim six of 2.5. Three pass, one of which ends
/// on 15 December: 1.20 and 0.60 become 0.90 and 0.90, then 0.90 and 0.80.
#[test]
fn what_both_would_carry_is_told_for_each_week() {
    let reinforced = |numbers: std::ops::RangeInclusive<u128>| Known {
        working_time: 100,
        cases: numbers
            .map(|number| {
                carries(
                    number,
                    Support::ReinforcedHomeSupport,
                    (number == 3).then(|| day(12, 15)),
                )
            })
            .collect(),
        ..Known::default()
    };
    let (julie, karim) = (reinforced(1..=12), reinforced(21..=26));
    let told = tried(&julie, &karim, &BTreeSet::from([id(1), id(2), id(3), id(99)]));
    let first = (told.giver.first().unwrap(), told.taker.first().unwrap());
    assert_eq!((first.0.before.ratio, first.0.after.ratio), (120, 90));
    assert_eq!((first.1.before.ratio, first.1.after.ratio), (60, 90));
    assert_eq!(
        (first.0.before.fullness, first.0.after.fullness),
        (Fullness::Tense, Fullness::Normal)
    );
    let last = (told.giver.last().unwrap(), told.taker.last().unwrap());
    assert_eq!((last.0.before.ratio, last.0.after.ratio), (110, 90));
    assert_eq!((last.1.before.ratio, last.1.after.ratio), (60, 80));
    assert_eq!(
        (told.passed.len(), told.children()),
        (3, 3),
        "what she does not carry does not pass"
    );
}

#[test]
fn nothing_is_lost_on_the_way_and_nothing_comes_about() {
    holds(|known| {
        let other = Known {
            working_time: 100,
            ..Known::default()
        };
        for cases in [BTreeSet::new(), BTreeSet::from([id(1)])] {
            let told = tried(&known, &other, &cases);
            for (giver, taker) in told.giver.iter().zip(&told.taker) {
                assert_eq!(
                    giver.before.load + taker.before.load,
                    giver.after.load + taker.after.load
                );
                if cases.is_empty() {
                    assert_eq!((giver.before, taker.before), (giver.after, taker.after));
                } else {
                    assert_eq!(giver.after.load, 0, "all bear the same number here, and all pass");
                }
            }
        }
    });
}
