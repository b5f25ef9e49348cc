//! What falls due by itself, read aloud.

mod laws;

use super::{Calendar, Change, Delay, Footing, From, Happened, Kept, MetBy, Phase, Rule, Side, State, changes};
use crate::configuration::{Configuration, Event, Setting, first_settings};
use crate::deadline::Command;
use crate::spec::HERS;
use crate::support_case::Support;
use crate::words::{Day, DeadlineId, Due, PublicHolidays};
use jiff::civil::date;
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
            requested_on: None,
            heard_on: None,
            met_on: None,
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
        for Change {
            deadline: id, command, ..
        } in changed
        {
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

    fn changes(&self, today: Day) -> Vec<Change> {
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

/// What was done of one rule.
fn of(code: &str, done: Vec<(&'static str, String, Day)>) -> Vec<(&'static str, String, Day)> {
    done.into_iter().filter(|(_, rule, _)| rule == code).collect()
}

fn measure(from: Day) -> Happened {
    Happened {
        what: From::MeasureStart,
        item: Uuid::from_u128(7),
        on: from,
        domain: None,
        answered: false,
    }
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
fn a_court_ordered_measure_asks_for_a_meeting_a_report_and_a_plan_and_a_letter_is_no_meeting() {
    let mut case = open(Support::CourtOrderedHomeSupport, on(2026, 11, 2));
    case.footing.facts.push(measure(on(2026, 11, 9)));
    assert_eq!(
        case.looked_at(on(2026, 11, 2)),
        [
            told("set", "child_plan", on(2027, 2, 9)),
            told("set", "home_support_first_meeting", on(2026, 11, 17)),
            told("set", "situation_report", on(2027, 11, 2)),
        ]
    );
    case.footing.heard_on = Some(on(2026, 11, 10));
    assert_eq!(case.looked_at(on(2026, 11, 10)), []);
    // Met on Friday and typed on Monday: it was met on Friday.
    case.footing.met_on = Some(on(2026, 11, 13));
    let changes = case.changes(on(2026, 11, 16));
    assert_eq!((changes.len(), &changes[0].command), (1, &Command::Meet));
    assert_eq!(changes[0].on, Some(on(2026, 11, 13)));
    let met = [told("met", "home_support_first_meeting", on(2026, 11, 17))];
    assert_eq!(case.looked_at(on(2026, 11, 16)), met);
}

#[test]
fn an_assessment_is_counted_from_the_day_on_which_the_information_was_received() {
    let mut case = open(Support::ConcernAssessment, on(2026, 11, 2));
    case.footing.requested_on = Some(on(2026, 10, 13));
    assert_eq!(
        case.looked_at(on(2026, 11, 2)),
        [
            told("set", "concern_midpoint", on(2026, 11, 24)),
            told("set", "concern_assessment", on(2027, 1, 13)),
        ]
    );
    // Begun again, it was asked for again.
    case.footing.phase = Phase::Open(on(2027, 3, 1));
    case.footing.requested_on = None;
    let again = case.looked_at(on(2027, 3, 1));
    assert!(
        again.contains(&told("set", "concern_assessment", on(2027, 6, 1))),
        "{again:?}"
    );
}

#[test]
fn what_is_missed_stands_until_it_is_met() {
    let mut case = open(Support::CourtOrderedHomeSupport, on(2026, 11, 2));
    case.looked_at(on(2026, 11, 2));
    assert_eq!(case.looked_at(on(2026, 12, 24)), []);
    case.footing.met_on = Some(on(2026, 12, 26));
    let met = [told("met", "home_support_first_meeting", on(2026, 11, 17))];
    assert_eq!(case.looked_at(on(2026, 12, 26)), met);
}

#[test]
fn nothing_is_set_that_nobody_could_have_kept() {
    let mut case = open(Support::CourtOrderedHomeSupport, on(2020, 3, 2));
    let next_report = told("set", "situation_report", on(2027, 3, 2));
    assert_eq!(case.looked_at(on(2026, 11, 2)), [next_report]);
}

#[test]
fn what_is_to_be_done_ahead_of_a_term_is_due_at_once_when_its_day_is_over() {
    let mut case = open(Support::VoluntaryHomeSupport, on(2026, 11, 2));
    case.footing.facts.push(term(on(2026, 11, 20), false));
    let now = told("set", "voluntary_support_term", on(2026, 11, 9));
    // 8 November 2026 is a Sunday.
    assert!(case.looked_at(on(2026, 11, 8)).contains(&now));
    let mut over = open(Support::VoluntaryHomeSupport, on(2026, 11, 2));
    over.footing.facts.push(term(on(2026, 11, 7), false));
    assert!(
        over.looked_at(on(2026, 11, 8))
            .iter()
            .all(|(_, rule, _)| rule != "voluntary_support_term")
    );
}

#[test]
fn a_renewal_that_is_told_twice_is_one_and_its_report_stays_due() {
    let mut case = open(Support::VoluntaryHomeSupport, on(2026, 6, 1));
    let next = on(2027, 12, 31);
    case.footing.facts = vec![term(on(2026, 12, 31), true), term(next, true), term(next, false)];
    let set = case.looked_at(on(2026, 11, 9));
    assert!(
        set.contains(&told("set", "voluntary_support_term", on(2027, 11, 30))),
        "{set:?}"
    );
}

#[test]
fn a_deadline_on_a_day_of_rest_comes_the_working_day_before() {
    // Fifteen days after 26 March 2026 is Friday 10 April; after 21 March it is Sunday 5 April, Easter: Friday the 3rd.
    for (opened, due) in [(26, on(2026, 4, 10)), (21, on(2026, 4, 3))] {
        let mut case = open(Support::ReinforcedHomeSupport, on(2026, 3, opened));
        let set = case.looked_at(on(2026, 3, opened));
        assert!(set.contains(&told("set", "home_support_first_meeting", due)), "{set:?}");
    }
}

#[test]
fn a_month_is_a_month_of_the_calendar_also_in_a_leap_year() {
    // One month before a term on 29 March: 28 February, 29 in a leap year; and after 31 January the last of February.
    for (until, due) in [(on(2027, 3, 30), on(2027, 2, 26)), (on(2028, 3, 29), on(2028, 2, 29))] {
        let mut case = open(Support::VoluntaryHomeSupport, on(2026, 11, 2));
        case.footing.facts.push(term(until, false));
        assert_eq!(
            of("voluntary_support_term", case.looked_at(on(2026, 11, 2))),
            [told("set", "voluntary_support_term", due)]
        );
    }
}

#[test]
fn a_renewal_meets_what_was_due_for_the_old_term_and_the_new_one_asks_again() {
    let mut case = open(Support::VoluntaryHomeSupport, on(2026, 6, 1));
    case.footing.facts.push(term(on(2026, 12, 31), false));
    let first = told("set", "voluntary_support_term", on(2026, 11, 30));
    assert_eq!(of("voluntary_support_term", case.looked_at(on(2026, 6, 1))), [first]);
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
    let set = [
        told("set", "voluntary_support_term", report),
        told("set", "situation_report", on(2027, 6, 1)),
    ];
    assert_eq!(case.looked_at(on(2026, 6, 1)), set);
    case.footing.phase = Phase::Closed(on(2026, 11, 2), Some(on(2026, 12, 31)));
    assert_eq!(
        case.looked_at(on(2026, 11, 2)),
        [
            told("set", "check_in_1", on(2026, 12, 2)),
            told("lapsed", "voluntary_support_term", report),
            told("lapsed", "situation_report", on(2027, 6, 1)),
        ]
    );
    case.footing.phase = Phase::Open(on(2026, 11, 20));
    assert_eq!(
        case.looked_at(on(2026, 11, 20)),
        [
            told("set", "voluntary_support_term", report),
            told("set", "situation_report", on(2027, 11, 19)),
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
            told("lapsed", "situation_report", on(2027, 11, 2)),
        ]
    );
}

#[test]
fn every_first_rule_can_be_counted_with_and_none_repeats_without_length() {
    let configuration = at_first();
    let rules = configuration.deadline_rules(on(2026, 11, 2));
    assert!(!rules.is_empty() && rules.iter().all(Rule::is_sound));
    let rule = rules.first().unwrap().clone();
    for unsound in [
        Rule {
            delay: Delay::default(),
            ..rule.clone()
        },
        Rule {
            met_by: MetBy::Renewal,
            ..rule.clone()
        },
        Rule {
            side: Side::Before,
            ..rule.clone()
        },
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
