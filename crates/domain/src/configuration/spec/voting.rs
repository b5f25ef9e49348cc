//! Weights are voted: one person proposes them, another adopts them, and until then nothing changes.

use crate::configuration::{
    Command, Configuration, EarlyWarning, Event, InForce, Refusal, Reminders, Setting, Topic, Weights,
};
use crate::deadline::rule::Rule;
use crate::reminder::Hours;
use crate::spec::{KARIM, NOUR, asked, asked_by, day, given, id, weights};
use crate::support_case::Support;
use crate::words::{Day, PublicHolidays};
use crate::{Asked, Decider};

fn propose_these(weights: Weights, source: &str) -> Command {
    Command::Propose {
        proposal: id(1),
        setting: Setting::Weights(weights),
        in_force_on: day(12, 1),
        source: source.to_owned(),
    }
}

fn propose() -> Command {
    propose_these(weights(), " Vote de l’équipe ")
}

fn proposed() -> Event {
    Event::Proposed {
        proposal: id(1),
        setting: Setting::Weights(weights()),
        in_force_on: day(12, 1),
        source: "Vote de l’équipe".to_owned(),
        by: NOUR,
    }
}

fn adopt() -> Command {
    Command::AdoptProposal { proposal: id(1) }
}

/// Karim adopts it on a day.
fn adopts_on(today: Day) -> Asked<Command> {
    Asked {
        in_force: InForce {
            on: Some(today),
            ..InForce::default()
        },
        ..asked_by(KARIM, adopt())
    }
}

fn adopted(in_force_on: Day) -> Event {
    Event::ProposalAdopted {
        proposal: id(1),
        in_force_on,
    }
}

#[test]
fn a_proposal_changes_nothing_before_somebody_else_adopts_it() {
    given::<Configuration>([]).when(asked(propose())).then([proposed()]);
    let waits = given::<Configuration>([proposed()]).state();
    assert!(waits.on(Topic::Weights, day(12, 31)).is_none());
    assert_eq!(waits.proposals().count(), 1);
    given::<Configuration>([proposed()])
        .when(adopts_on(day(11, 19)))
        .then([adopted(day(12, 1))]);
    let holds = given::<Configuration>([proposed(), adopted(day(12, 1))]).state();
    assert!(holds.on(Topic::Weights, day(11, 30)).is_none());
    let (_, since, source) = holds.on(Topic::Weights, day(12, 1)).unwrap();
    assert_eq!((since, source), (day(12, 1), "Vote de l’équipe"));
    assert_eq!(holds.proposals().count(), 0);
}

#[test]
fn weights_never_hold_before_the_day_they_were_adopted() {
    given::<Configuration>([proposed()])
        .when(adopts_on(day(12, 14)))
        .then([adopted(day(12, 14))]);
}

#[test]
fn the_wish_to_adopt_is_the_same_on_each_day() {
    let (today, tomorrow) = (adopts_on(day(11, 19)), adopts_on(day(11, 20)));
    assert_eq!(
        today.command, tomorrow.command,
        "sent again after midnight it is still the same"
    );
}

#[test]
fn who_proposed_does_not_adopt() {
    given::<Configuration>([proposed()])
        .when(asked(adopt()))
        .refused(Refusal::SamePerson);
}

#[test]
fn a_proposal_is_taken_back_or_turned_down_once() {
    let withdrawn = Event::Withdrawn { proposal: id(1) };
    let withdraw = || Command::Withdraw { proposal: id(1) };
    given::<Configuration>([proposed()])
        .when(asked(withdraw()))
        .then([withdrawn.clone()]);
    given::<Configuration>([proposed(), withdrawn.clone()])
        .when(adopts_on(day(11, 19)))
        .refused(Refusal::AlreadySettled);
    given::<Configuration>([proposed(), withdrawn])
        .when(asked(withdraw()))
        .refused(Refusal::AlreadySettled);
    given::<Configuration>([])
        .when(asked(withdraw()))
        .refused(Refusal::NotProposed);
}

#[test]
fn a_proposal_is_made_once_and_with_its_source() {
    given::<Configuration>([proposed()])
        .when(asked(propose()))
        .refused(Refusal::AlreadyProposed);
    given::<Configuration>([])
        .when(asked(propose_these(weights(), " ")))
        .refused(Refusal::NoSource);
}

#[test]
fn weights_with_which_no_load_can_be_told_are_not_proposed() {
    let without_capacity = Weights {
        capacity: 0,
        ..weights()
    };
    let crossed = Weights {
        zones: [110, 85, 130],
        ..weights()
    };
    for unsound in [without_capacity, crossed] {
        given::<Configuration>([])
            .when(asked(propose_these(unsound, "Vote")))
            .refused(Refusal::UnsoundWeights);
    }
}

#[test]
fn weights_name_each_kind_of_support_once() {
    let mut without_one = weights();
    without_one.base.retain(|(support, _)| *support != Support::Placement);
    let mut twice = weights();
    twice.base.push((Support::Placement, 10));
    let none = Weights {
        base: Vec::new(),
        ..weights()
    };
    for incomplete in [without_one, twice, none] {
        given::<Configuration>([])
            .when(asked(propose_these(incomplete, "Vote")))
            .refused(Refusal::IncompleteWeights);
    }
    let mut nought = weights();
    for (support, points) in &mut nought.base {
        *points = if *support == Support::Placement { 0 } else { *points };
    }
    let said = Event::Proposed {
        proposal: id(1),
        setting: Setting::Weights(nought.clone()),
        in_force_on: day(12, 1),
        source: "Vote".to_owned(),
        by: NOUR,
    };
    given::<Configuration>([])
        .when(asked(propose_these(nought, "Vote")))
        .then([said]);
}

#[test]
fn nobody_looks_ahead_further_than_anything_is_known() {
    for (weeks, least_presence) in [(105, 50), (12, 101)] {
        let warning = EarlyWarning { weeks, least_presence };
        let adopt = Command::Adopt {
            setting: Setting::EarlyWarning(warning),
            in_force_on: day(1, 1),
            source: "Vote".to_owned(),
        };
        given::<Configuration>([])
            .when(asked(adopt))
            .refused(Refusal::UnsoundEarlyWarning);
    }
}

#[test]
fn a_journal_that_keeps_nothing_is_none() {
    let adopt = Command::Adopt {
        setting: Setting::ReadingJournal { months: 0 },
        in_force_on: day(1, 1),
        source: "Vote".to_owned(),
    };
    given::<Configuration>([])
        .when(asked(adopt))
        .refused(Refusal::UnsoundReadingJournal);
}

#[test]
fn nobody_is_reminded_a_year_ahead_ten_times_or_at_no_hour() {
    let day_time = Hours { from: 8, until: 20 };
    let at_no_hour = Hours { from: 20, until: 8 };
    for (hours_ahead, hours) in [
        (vec![24 * 365], day_time),
        (vec![0], day_time),
        (vec![1, 2, 3, 4, 5], day_time),
        (vec![48], at_no_hour),
    ] {
        let adopt = Command::Adopt {
            setting: Setting::Reminders(Reminders { hours_ahead, hours }),
            in_force_on: day(1, 1),
            source: "Vote".to_owned(),
        };
        given::<Configuration>([])
            .when(asked(adopt))
            .refused(Refusal::UnsoundReminders);
    }
}

#[test]
fn rules_of_deadlines_have_each_a_name_of_their_own_and_a_source() {
    let rules = crate::configuration::first_settings()
        .into_iter()
        .find_map(|(setting, ..)| {
            if let Setting::DeadlineRules(rules) = setting {
                Some(rules)
            } else {
                None
            }
        })
        .unwrap();
    let adopt = |rules: Vec<Rule>| Command::Adopt {
        setting: Setting::DeadlineRules(rules),
        in_force_on: day(1, 1),
        source: "Vote".to_owned(),
    };
    let twice = rules.iter().chain(rules.first()).cloned().collect();
    let mut without_source = rules;
    if let Some(first) = without_source.first_mut() {
        first.source.clear();
    }
    for unsound in [twice, without_source] {
        given::<Configuration>([])
            .when(asked(adopt(unsound)))
            .refused(Refusal::UnsoundDeadlineRules);
    }
}

#[test]
fn a_public_holiday_is_a_day_of_some_year() {
    let adopt = |fixed: (i8, i8), after_easter: i16| Command::Adopt {
        setting: Setting::PublicHolidays(PublicHolidays {
            fixed: vec![fixed],
            after_easter: vec![after_easter],
        }),
        in_force_on: day(1, 1),
        source: "Vote".to_owned(),
    };
    for unsound in [adopt((13, 1), 1), adopt((2, 30), 1), adopt((5, 1), 300)] {
        given::<Configuration>([])
            .when(asked(unsound))
            .refused(Refusal::UnsoundPublicHolidays);
    }
    assert!(Configuration::default().decide(&asked(adopt((2, 29), -2))).is_ok());
}

#[test]
fn a_smallest_figure_hides_somebody_and_others_at_least_as_much() {
    let adopt = |inside: u32, outside: u32| Command::Adopt {
        setting: Setting::Disclosure { inside, outside },
        in_force_on: day(1, 1),
        source: "Vote".to_owned(),
    };
    for unsound in [adopt(0, 11), adopt(1, 11), adopt(5, 4)] {
        given::<Configuration>([])
            .when(asked(unsound))
            .refused(Refusal::UnsoundDisclosure);
    }
    assert!(Configuration::default().decide(&asked(adopt(2, 2))).is_ok());
}
