//! What falls due by itself, read aloud.

use super::{Calendar, Delay, Footing, From, Happened, Kept, MetBy, OnRest, Phase, Rule, Side, State, changes};
use crate::configuration::{Configuration, Event, Setting, first_settings};
use crate::deadline::{Command, Kind};
use crate::spec::{HERS, days, maybe};
use crate::support_case::Support;
use crate::words::{Day, DeadlineId, Due, PublicHolidays};
use jiff::ToSpan;
use jiff::civil::date;
use proptest::prelude::*;
use uuid::Uuid;

/// The configuration with which a territory starts.
fn at_first() -> Configuration {
    let adopted: Vec<Event> = first_settings()
        .into_iter()
        .map(|(setting, in_force_on, source)| Event::Adopted {
            setting,
            in_force_on,
            source: source.to_owned(),
        })
        .collect();
    crate::fold(Configuration::default(), &adopted)
}

/// A territory that voted one rule alone.
fn voted(rule: Rule, holidays: PublicHolidays) -> Configuration {
    let adopted = |setting| Event::Adopted {
        setting,
        in_force_on: on(1900, 1, 1),
        source: "Vote".to_owned(),
    };
    let settings = [
        adopted(Setting::DeadlineRules(vec![rule])),
        adopted(Setting::PublicHolidays(holidays)),
    ];
    crate::fold(Configuration::default(), &settings)
}

fn on(year: i16, month: i8, day: i8) -> Day {
    Day(date(year, month, day))
}

/// A case that stands on these facts, as the first rules see it.
#[derive(Clone)]
struct Seen {
    footing: Footing,
    kept: Vec<(DeadlineId, String, Day, State)>,
}

fn open(support: Support, since: Day) -> Seen {
    Seen {
        footing: Footing {
            support,
            phase: Phase::Open(since),
            heard_on: None,
            facts: Vec::new(),
        },
        kept: Vec::new(),
    }
}

impl Seen {
    /// Looks on a day, does what is to be done, and tells what that was, by the name of each rule.
    fn looked_at(&mut self, today: Day) -> Vec<(&'static str, String, Day)> {
        let changed = self.changes(today);
        let mut told = Vec::new();
        for (id, command) in changed {
            let (did, state) = match command {
                Command::Set(setting) => {
                    let due = day_of(setting.due);
                    let rule = setting.rule.unwrap();
                    self.kept.retain(|(kept, ..)| *kept != id);
                    self.kept.push((id, rule.code, due, State::Stands));
                    ("set", State::Stands)
                }
                Command::Meet => ("met", State::Over),
                Command::Lapse => ("lapsed", State::Lapsed),
                Command::Move { .. } | Command::Withdraw { .. } => panic!("only people move and withdraw"),
            };
            let kept = self.kept.iter_mut().find(|(kept, ..)| *kept == id).unwrap();
            kept.3 = state;
            told.push((did, kept.1.clone(), kept.2));
        }
        assert_eq!(self.changes(today), [], "who looks again finds nothing left to do");
        told
    }

    fn changes(&self, today: Day) -> Vec<(DeadlineId, Command)> {
        let configuration = at_first();
        let calendar = Calendar {
            today,
            configuration: &configuration,
        };
        let kept: Vec<Kept> = self
            .kept
            .iter()
            .map(|(deadline, _, _, state)| Kept {
                deadline: *deadline,
                state: *state,
            })
            .collect();
        changes(HERS, &self.footing, &kept, &calendar)
    }
}

/// A rule counts in days.
fn day_of(due: Due) -> Day {
    match due {
        Due::On(day) => day,
        Due::At(at) => panic!("{at} is no day"),
    }
}

fn told(did: &'static str, rule: &str, due: Day) -> (&'static str, String, Day) {
    (did, rule.to_owned(), due)
}

fn term(on: Day, answered: bool) -> Happened {
    Happened {
        what: From::Term,
        item: Uuid::from_u128(7),
        on,
        domain: None,
        answered,
    }
}

#[test]
fn a_court_ordered_measure_asks_for_a_meeting_and_a_plan_and_a_contact_meets_the_first() {
    let mut case = open(Support::CourtOrderedHomeSupport, on(2026, 11, 2));
    assert_eq!(
        case.looked_at(on(2026, 11, 2)),
        [
            told("set", "home_support_first_meeting", on(2026, 11, 17)),
            told("set", "child_plan", on(2027, 2, 2)),
        ]
    );
    case.footing.heard_on = Some(on(2026, 11, 10));
    let met = [told("met", "home_support_first_meeting", on(2026, 11, 17))];
    assert_eq!(case.looked_at(on(2026, 11, 10)), met);
}

#[test]
fn what_is_missed_stands_until_it_is_met() {
    let mut case = open(Support::CourtOrderedHomeSupport, on(2026, 11, 2));
    case.looked_at(on(2026, 11, 2));
    assert_eq!(case.looked_at(on(2026, 12, 24)), []);
    case.footing.heard_on = Some(on(2026, 12, 26));
    let met = [told("met", "home_support_first_meeting", on(2026, 11, 17))];
    assert_eq!(case.looked_at(on(2026, 12, 26)), met);
}

#[test]
fn nothing_is_set_that_nobody_could_have_kept() {
    let mut case = open(Support::CourtOrderedHomeSupport, on(2020, 3, 2));
    assert_eq!(case.looked_at(on(2026, 11, 2)), []);
}

#[test]
fn a_deadline_on_a_day_of_rest_comes_the_working_day_before() {
    // Fifteen days after 26 March 2026 is Friday 10 April; after 21 March it is Sunday 5 April, Easter: Friday the 3rd.
    for (opened, due) in [(26, on(2026, 4, 10)), (21, on(2026, 4, 3))] {
        let mut case = open(Support::ReinforcedHomeSupport, on(2026, 3, opened));
        let set = case.looked_at(on(2026, 3, opened));
        assert_eq!(set.first(), Some(&told("set", "home_support_first_meeting", due)));
    }
}

#[test]
fn a_month_is_a_month_of_the_calendar_also_in_a_leap_year() {
    // One month before a term on 29 March: 28 February, 29 in a leap year; and after 31 January the last of February.
    for (until, due) in [(on(2027, 3, 30), on(2027, 2, 26)), (on(2028, 3, 29), on(2028, 2, 29))] {
        let mut case = open(Support::VoluntaryHomeSupport, on(2026, 11, 2));
        case.footing.facts.push(term(until, false));
        assert_eq!(
            case.looked_at(on(2026, 11, 2)),
            [told("set", "voluntary_support_term", due)]
        );
    }
}

#[test]
fn a_renewal_meets_what_was_due_for_the_old_term_and_the_new_one_asks_again() {
    let mut case = open(Support::VoluntaryHomeSupport, on(2026, 6, 1));
    case.footing.facts.push(term(on(2026, 12, 31), false));
    let first = told("set", "voluntary_support_term", on(2026, 11, 30));
    assert_eq!(case.looked_at(on(2026, 6, 1)), [first]);
    case.footing.facts = vec![term(on(2026, 12, 31), true), term(on(2027, 12, 31), false)];
    assert_eq!(
        case.looked_at(on(2026, 11, 9)),
        [
            told("met", "voluntary_support_term", on(2026, 11, 30)),
            told("set", "voluntary_support_term", on(2027, 11, 30)),
        ]
    );
    case.footing.facts.clear();
    let gone = [told("lapsed", "voluntary_support_term", on(2027, 11, 30))];
    assert_eq!(case.looked_at(on(2027, 3, 1)), gone);
}

#[test]
fn an_orientation_is_decided_in_six_weeks_and_its_contract_signed_in_a_month() {
    let mut case = open(Support::Insertion, on(2026, 1, 5));
    let asked = Happened {
        what: From::OrientationRequest,
        item: Uuid::from_u128(8),
        on: on(2026, 9, 1),
        domain: None,
        answered: false,
    };
    case.footing.facts.push(asked);
    assert_eq!(
        case.looked_at(on(2026, 9, 1)),
        [told("set", "orientation", on(2026, 10, 13))]
    );
    case.footing.facts = vec![
        Happened {
            answered: true,
            ..asked
        },
        Happened {
            what: From::Orientation,
            on: on(2026, 9, 30),
            ..asked
        },
    ];
    assert_eq!(
        case.looked_at(on(2026, 9, 30)),
        [
            told("met", "orientation", on(2026, 10, 13)),
            told("set", "commitment_contract", on(2026, 10, 30)),
        ]
    );
}

#[test]
fn what_comes_back_each_year_is_due_once_at_a_time() {
    let mut case = open(Support::Placement, on(2024, 9, 2));
    case.looked_at(on(2026, 11, 2));
    let standing = |case: &Seen| {
        let of = case.kept.iter().filter(|(_, code, ..)| code == "situation_report");
        of.filter(|(.., state)| *state == State::Stands)
            .map(|(_, _, due, _)| *due)
            .collect::<Vec<_>>()
    };
    assert_eq!(standing(&case), [on(2027, 9, 2)]);
    // The day after it was due another stands beside the one that was missed.
    case.looked_at(on(2027, 9, 3));
    assert_eq!(standing(&case), [on(2027, 9, 2), on(2028, 9, 1)]);
}

#[test]
fn after_a_closure_news_are_asked_for_until_the_watch_ends() {
    let mut case = open(Support::Generalist, on(2026, 1, 5));
    case.footing.phase = Phase::Closed(on(2026, 11, 2), Some(on(2027, 5, 2)));
    assert_eq!(
        case.looked_at(on(2026, 11, 2)),
        [
            told("set", "check_in_1", on(2026, 12, 2)),
            told("set", "check_in_3", on(2027, 2, 2)),
            told("set", "check_in_6", on(2027, 4, 30)),
        ]
    );
    // The farewell is no news; a call a month later is, and says nothing of the third month.
    case.footing.heard_on = Some(on(2026, 11, 2));
    assert_eq!(case.looked_at(on(2026, 11, 3)), []);
    case.footing.heard_on = Some(on(2026, 12, 1));
    assert_eq!(
        case.looked_at(on(2026, 12, 1)),
        [told("met", "check_in_1", on(2026, 12, 2))]
    );
    assert_eq!(
        case.looked_at(on(2027, 5, 3)),
        [
            told("lapsed", "check_in_3", on(2027, 2, 2)),
            told("lapsed", "check_in_6", on(2027, 4, 30)),
        ]
    );
}

#[test]
fn a_case_that_begins_again_asks_for_no_more_news_and_keeps_the_term_of_its_measure() {
    let mut case = open(Support::VoluntaryHomeSupport, on(2026, 6, 1));
    case.footing.facts.push(term(on(2027, 6, 30), false));
    let report = on(2027, 5, 28);
    assert_eq!(
        case.looked_at(on(2026, 6, 1)),
        [told("set", "voluntary_support_term", report)]
    );
    case.footing.phase = Phase::Closed(on(2026, 11, 2), Some(on(2026, 12, 31)));
    assert_eq!(
        case.looked_at(on(2026, 11, 2)),
        [
            told("set", "check_in_1", on(2026, 12, 2)),
            told("lapsed", "voluntary_support_term", report),
        ]
    );
    case.footing.phase = Phase::Open(on(2026, 11, 20));
    assert_eq!(
        case.looked_at(on(2026, 11, 20)),
        [
            told("set", "voluntary_support_term", report),
            told("lapsed", "check_in_1", on(2026, 12, 2)),
        ]
    );
}

#[test]
fn without_a_watch_nothing_is_due_after_a_closure() {
    let mut case = open(Support::CourtOrderedHomeSupport, on(2026, 11, 2));
    case.looked_at(on(2026, 11, 2));
    case.footing.phase = Phase::Closed(on(2026, 11, 9), None);
    assert_eq!(
        case.looked_at(on(2026, 11, 9)),
        [
            told("lapsed", "home_support_first_meeting", on(2026, 11, 17)),
            told("lapsed", "child_plan", on(2027, 2, 2)),
        ]
    );
}

#[test]
fn every_first_rule_can_be_counted_with_and_none_repeats_without_length() {
    let rule = at_first().deadline_rules(on(2026, 11, 2)).first().unwrap().clone();
    assert!(rule.is_sound());
    for unsound in [
        Rule {
            code: " ".to_owned(),
            ..rule.clone()
        },
        Rule {
            source: String::new(),
            ..rule.clone()
        },
        Rule {
            repeats: true,
            delay: Delay::default(),
            ..rule.clone()
        },
        Rule {
            repeats: true,
            delay: Delay {
                working_days: 5,
                ..Delay::default()
            },
            ..rule.clone()
        },
        Rule {
            repeats: true,
            side: Side::Before,
            ..rule.clone()
        },
        Rule {
            delay: Delay {
                months: u32::MAX,
                ..Delay::default()
            },
            ..rule
        },
    ] {
        assert!(!unsound.is_sound(), "{unsound:?}");
    }
}

prop_compose! {
    fn rules()(
        from in prop_oneof![Just(From::Opening), Just(From::Closure), Just(From::Term)],
        before in any::<bool>(),
        (months, days, working_days) in (0..30_u32, 0..90_u32, 0..30_u32),
        on_rest in prop_oneof![Just(OnRest::Stays), Just(OnRest::Later), Just(OnRest::Earlier)],
        repeats in any::<bool>(),
        met_by in prop_oneof![
            Just(MetBy::Hand),
            (0..40_u32).prop_map(|days| MetBy::Contact { within_days: Some(days) }),
            Just(MetBy::Renewal),
        ],
    ) -> Rule {
        Rule {
            code: "rule".to_owned(),
            name: "Règle".to_owned(),
            kind: Kind::Review,
            from,
            supports: Vec::new(),
            side: if before && !repeats { Side::Before } else { Side::After },
            delay: if repeats { Delay { months: months + 1, days, working_days: 0 } } else { Delay { months, days, working_days } },
            on_rest,
            repeats,
            met_by,
            legal: false,
            source: "Vote".to_owned(),
        }
    }
}

proptest! {
    /// Whatever the rule and the facts: who looks twice finds nothing to do the second time, on the same day and after a
    /// crash between any two of the changes; and what is set is neither over nor on a day of rest that it avoids.
    #[test]
    fn looking_again_changes_nothing(
        rule in rules(), opened in days(), closed in maybe(days()), until in maybe(days()), ends in maybe(days()),
        heard in maybe(days()), today in days(), crash in 0..4_usize,
    ) {
        let holidays = PublicHolidays { fixed: vec![(5, 1), (12, 25)], after_easter: vec![1] };
        prop_assert!(rule.is_sound());
        let configuration = voted(rule.clone(), holidays.clone());
        let calendar = Calendar { today, configuration: &configuration };
        let footing = Footing {
            support: Support::Generalist,
            phase: closed.map_or(Phase::Open(opened), |on| Phase::Closed(on, until)),
            heard_on: heard,
            facts: ends.map(|on| term(on, false)).into_iter().collect(),
        };
        let mut kept: Vec<Kept> = Vec::new();
        let wanted = changes(HERS, &footing, &kept, &calendar);
        for (deadline, _) in wanted.iter().take(crash) {
            kept.push(Kept { deadline: *deadline, state: State::Stands });
        }
        let rest = changes(HERS, &footing, &kept, &calendar);
        prop_assert_eq!(&rest[..], &wanted[crash.min(wanted.len())..]);
        for (_, command) in wanted {
            if let Command::Set(setting) = command {
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
                support: Support::Generalist, phase: Phase::Open(opened), heard_on: None, facts: Vec::new(),
            };
            changes(HERS, &footing, &[], &calendar).into_iter().find_map(|(_, command)| {
                if let Command::Set(setting) = command { Some(day_of(setting.due)) } else { None }
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
