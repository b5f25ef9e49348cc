//! What holds of every rule of deadlines, whatever it counts.

use super::{at_first, day_of, on, open, term, voted};
use crate::deadline::rule::{
    Calendar, Change, Delay, Footing, From, Kept, MetBy, OnRest, Phase, Rule, Side, State, changes,
};
use crate::deadline::{Command, Kind};
use crate::spec::{HERS, days, maybe};
use crate::support_case::Support;
use crate::words::{Day, PublicHolidays};
use jiff::ToSpan;
use proptest::prelude::*;

#[test]
fn a_later_vote_neither_lets_go_of_what_stands_nor_sets_it_twice() {
    let report = |months: u32| Rule {
        code: "report".to_owned(),
        name: "Rapport".to_owned(),
        kind: Kind::File,
        from: From::Term,
        supports: Vec::new(),
        side: Side::Before,
        delay: Delay {
            months,
            ..Delay::default()
        },
        on_rest: OnRest::Earlier,
        repeats: false,
        met_by: MetBy::Renewal,
        legal: false,
        source: "Vote".to_owned(),
    };
    let holidays = |day: i8| PublicHolidays {
        fixed: vec![(12, day)],
        after_easter: Vec::new(),
    };
    let footing = Footing {
        facts: vec![term(on(2027, 2, 1), false)],
        ..open(Support::Generalist, on(2026, 6, 1)).footing
    };
    let today = on(2026, 12, 10);
    let (before, after) = (voted(report(1), holidays(25)), voted(report(2), holidays(31)));
    let set = changes(
        HERS,
        &footing,
        &[],
        &Calendar {
            today,
            configuration: &before,
        },
    );
    assert_eq!(set.len(), 1);
    for state in [State::Stands, State::Over] {
        let kept = [Kept {
            deadline: set[0].deadline,
            state,
        }];
        assert_eq!(
            changes(
                HERS,
                &footing,
                &kept,
                &Calendar {
                    today,
                    configuration: &after
                }
            ),
            []
        );
    }
}

prop_compose! {
    fn rules()(
        from in prop_oneof![Just(From::Opening), Just(From::Closure), Just(From::Term)],
        before in any::<bool>(),
        (months, days, working_days) in (0..30_u32, 1..90_u32, 0..30_u32),
        on_rest in prop_oneof![Just(OnRest::Stays), Just(OnRest::Later), Just(OnRest::Earlier)],
        repeats in any::<bool>(),
        met_by in prop_oneof![
            Just(MetBy::Hand),
            (0..40_u32).prop_map(|days| MetBy::Contact { within_days: Some(days) }),
            Just(MetBy::Meeting),
            Just(MetBy::Renewal),
        ],
    ) -> Rule {
        Rule {
            code: "rule".to_owned(),
            name: "Règle".to_owned(),
            kind: Kind::Review,
            from,
            supports: Vec::new(),
            side: if before && !repeats && from == From::Term { Side::Before } else { Side::After },
            delay: if repeats { Delay { months: months + 1, days, working_days: 0 } } else { Delay { months, days, working_days } },
            on_rest,
            repeats,
            met_by: if met_by == MetBy::Renewal && from != From::Term { MetBy::Hand } else { met_by },
            legal: false,
            source: "Vote".to_owned(),
        }
    }
}

proptest! {
    /// Whatever the rule, the facts and what became of earlier deadlines: who looks twice finds nothing to do the second
    /// time, on the same day and after a crash between any two of the changes; and what is set is neither over nor on a day
    /// of rest that it avoids.
    #[test]
    fn looking_again_changes_nothing(
        rule in rules(), opened in days(), closed in maybe(days()), until in maybe(days()),
        ends in proptest::collection::vec((days(), any::<bool>()), 0..3),
        (heard, met) in (maybe(days()), maybe(days())), (earlier, today) in (days(), days()), crash in 0..4_usize,
    ) {
        let holidays = PublicHolidays { fixed: vec![(5, 1), (12, 25)], after_easter: vec![1] };
        prop_assert!(rule.is_sound());
        let configuration = voted(rule.clone(), holidays.clone());
        let footing = Footing {
            support: Support::Generalist,
            phase: closed.map_or(Phase::Open(opened), |on| Phase::Closed(on, until)),
            requested_on: None,
            heard_on: heard,
            met_on: met,
            facts: ends.into_iter().map(|(on, answered)| term(on, answered)).collect(),
        };
        let done = |kept: &mut Vec<Kept>, changes: &[Change]| {
            for change in changes {
                kept.retain(|each| each.deadline != change.deadline);
                let state = match change.command {
                    Command::Set(_) => State::Stands,
                    Command::Lapse => State::Lapsed,
                    Command::Meet | Command::Move { .. } | Command::Withdraw { .. } => State::Over,
                };
                kept.push(Kept { deadline: change.deadline, state });
            }
        };
        // What an earlier look found, before anybody was heard of.
        let unheard = Footing { heard_on: None, met_on: None, phase: Phase::Open(opened), ..footing.clone() };
        let mut kept: Vec<Kept> = Vec::new();
        let before = Calendar { today: earlier.min(today), configuration: &configuration };
        let first = changes(HERS, &unheard, &kept, &before);
        done(&mut kept, &first);

        let calendar = Calendar { today, configuration: &configuration };
        let wanted = changes(HERS, &footing, &kept, &calendar);
        let some = crash.min(wanted.len());
        done(&mut kept, &wanted[..some]);
        let rest = changes(HERS, &footing, &kept, &calendar);
        prop_assert_eq!(&rest[..], &wanted[some..]);
        done(&mut kept, &rest);
        prop_assert_eq!(changes(HERS, &footing, &kept, &calendar), vec![]);
        for change in wanted {
            if let Command::Set(setting) = change.command {
                let due = day_of(setting.due);
                prop_assert!(due >= today);
                prop_assert!(rule.on_rest == OnRest::Stays || holidays.is_working_day(due));
            }
        }
    }

    /// A repeated deadline follows itself over years of days without a gap or a double.
    #[test]
    fn a_repeated_deadline_never_skips_a_turn(months in 1..14_u32, start in 0..800_i32) {
        let rule = Rule {
            delay: Delay { months, ..Delay::default() },
            repeats: true,
            from: From::Opening,
            supports: Vec::new(),
            side: Side::After,
            on_rest: OnRest::Stays,
            met_by: MetBy::Hand,
            ..at_first().deadline_rules(on(2026, 1, 1)).first().unwrap().clone()
        };
        let opened = on(2024, 2, 29);
        let configuration = voted(rule, PublicHolidays::default());
        let due = |today: Day| {
            let calendar = Calendar { today, configuration: &configuration };
            let footing = Footing {
                support: Support::Generalist, phase: Phase::Open(opened), requested_on: None, heard_on: None, met_on: None,
                facts: Vec::new(),
            };
            changes(HERS, &footing, &[], &calendar).into_iter().find_map(|change| {
                if let Command::Set(setting) = change.command { Some(day_of(setting.due)) } else { None }
            })
        };
        let today = Day(opened.0 + start.days());
        let first = due(today).unwrap();
        let second = due(Day(first.0.tomorrow().unwrap())).unwrap();
        let nth = |turn: u32| opened.0 + i64::from(turn * months).months();
        let turn = (1..).find(|turn| nth(*turn) >= first.0).unwrap();
        prop_assert!(first >= today);
        prop_assert_eq!((first.0, second.0), (nth(turn), nth(turn + 1)));
    }
}
