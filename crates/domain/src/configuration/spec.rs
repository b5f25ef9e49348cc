//! The law of configuration, read aloud.

mod voting;

use super::{Cadence, Command, Configuration, Event, InForce, Refusal, Setting, Topic, first_settings};
use crate::spec::{asked, day, days, given, id, lawful, one_of};
use crate::team_meeting::{Kind, MeetingRules};
use crate::words::Day;
use proptest::prelude::{Strategy, prop_oneof};

fn adopt(setting: Setting, in_force_on: Day, source: &str) -> Command {
    Command::Adopt {
        setting,
        in_force_on,
        source: source.to_owned(),
    }
}

fn watch(longest_months: u32, in_force_on: Day) -> Event {
    Event::Adopted {
        setting: Setting::Watch { longest_months },
        in_force_on,
        source: "Délibération".to_owned(),
    }
}

#[test]
fn a_figure_is_adopted_with_its_day_and_its_source() {
    given::<Configuration>([])
        .when(asked(adopt(
            Setting::Watch { longest_months: 6 },
            day(1, 1),
            " Délibération ",
        )))
        .then([watch(6, day(1, 1))]);
}

#[test]
fn a_figure_without_a_source_is_not_adopted() {
    given::<Configuration>([])
        .when(asked(adopt(Setting::NearDeadline { days: 14 }, day(1, 1), "  ")))
        .refused(Refusal::NoSource);
}

#[test]
fn a_figure_holds_from_its_day_until_another_takes_its_place() {
    let state = given::<Configuration>([watch(6, day(3, 1)), watch(9, day(6, 1))]).state();
    let nothing = InForce {
        on: Some(day(2, 28)),
        ..InForce::default()
    };
    assert_eq!(state.in_force(day(2, 28)), nothing);
    assert_eq!(state.in_force(day(3, 1)).longest_watch_months, Some(6));
    assert_eq!(state.in_force(day(5, 31)).longest_watch_months, Some(6));
    assert_eq!(state.in_force(day(6, 1)).longest_watch_months, Some(9));
    let (setting, since, source) = state.on(Topic::Watch, day(12, 31)).unwrap();
    assert_eq!(
        (setting, since, source),
        (&Setting::Watch { longest_months: 9 }, day(6, 1), "Délibération")
    );
}

#[test]
fn of_two_figures_for_the_same_day_the_one_adopted_last_holds() {
    let state = given::<Configuration>([watch(6, day(3, 1)), watch(9, day(3, 1))]).state();
    assert_eq!(state.in_force(day(3, 1)).longest_watch_months, Some(9));
}

#[test]
fn a_figure_adopted_for_an_earlier_day_leaves_the_later_one_in_force() {
    let state = given::<Configuration>([watch(9, day(6, 1)), watch(6, day(3, 1))]).state();
    assert_eq!(state.in_force(day(5, 1)).longest_watch_months, Some(6));
    assert_eq!(state.in_force(day(7, 1)).longest_watch_months, Some(9));
}

#[test]
fn a_new_territory_starts_with_every_figure_but_an_invented_today() {
    let mut state = Configuration::default();
    for (setting, from, source) in first_settings() {
        let decided = given::<Configuration>([]).when(asked(adopt(setting.clone(), from, source)));
        let adopted = Event::Adopted {
            setting,
            in_force_on: from,
            source: source.to_owned(),
        };
        state = crate::fold(state, [&adopted]);
        decided.then([adopted]);
    }
    let today = day(11, 19);
    for topic in [
        Topic::Weights,
        Topic::FirstAppointment,
        Topic::Cadence,
        Topic::Watch,
        Topic::Disclosure,
        Topic::NearDeadline,
        Topic::Signals,
    ] {
        assert!(state.on(topic, today).is_some(), "{topic:?} has no first figure");
    }
    assert!(state.cadence(today).is_some() && state.signals(today).is_some());
    for kind in Kind::ALL {
        assert!(state.meeting(kind, today).is_some(), "{kind:?} has no rules");
    }
    assert!(state.on(Topic::Demonstration, today).is_none());
}

/// A territory that began earlier adopts what is new under an id that it has not used yet.
#[test]
fn a_first_setting_keeps_its_place_and_what_is_new_comes_last() {
    let topics: Vec<Topic> = first_settings().iter().map(|(setting, ..)| setting.topic()).collect();
    assert_eq!(
        topics,
        [
            Topic::Weights,
            Topic::FirstAppointment,
            Topic::Cadence,
            Topic::Watch,
            Topic::Disclosure,
            Topic::NearDeadline,
            Topic::NearLegalDate,
            Topic::LateEntry,
            Topic::Waiting,
            Topic::ShredHorizon,
            Topic::ErasureConfirmation,
            Topic::ExceptionalAccess,
            Topic::ExceptionalReview,
            Topic::HandoverGrace,
            Topic::Signals,
            Topic::Meeting(Kind::CaseReview),
            Topic::Meeting(Kind::MultidisciplinaryTeam),
            Topic::Meeting(Kind::MeasureReview),
            Topic::Meeting(Kind::FamilyConference),
            Topic::Meeting(Kind::WeeklyTeam),
            Topic::Meeting(Kind::ConcernAssessment),
            Topic::Meeting(Kind::ChildPlan),
            Topic::Meeting(Kind::ChildStatusCommission),
            Topic::Meeting(Kind::InsertionTeam),
            Topic::Meeting(Kind::DisabilityTeam),
            Topic::Meeting(Kind::DisabilityCommission),
            Topic::EarlyWarning,
            Topic::ReadingJournal,
            Topic::Reminders,
            Topic::PublicHolidays,
            Topic::DeadlineRules,
        ]
    );
}

#[test]
fn what_a_kind_of_meeting_needs_is_voted_kind_by_kind_and_holds_from_its_day() {
    let (_, mut rules) = first_rules_of(Kind::CaseReview);
    rules.minutes_days = 5;
    let voted = |kind, in_force_on| Event::Adopted {
        setting: Setting::Meeting {
            kind,
            rules: rules.clone(),
        },
        in_force_on,
        source: "Délibération".to_owned(),
    };
    let state = given::<Configuration>([voted(Kind::CaseReview, day(3, 1))]).state();
    assert_eq!(state.meeting(Kind::CaseReview, day(2, 28)), None);
    assert_eq!(state.meeting(Kind::CaseReview, day(3, 1)), Some(&rules));
    assert_eq!(state.meeting(Kind::WeeklyTeam, day(3, 1)), None);
    let held: Vec<_> = state.in_force(day(3, 1)).meetings.into_keys().collect();
    assert_eq!(held, [Kind::CaseReview]);
}

fn first_rules_of(kind: Kind) -> (Kind, MeetingRules) {
    first_settings()
        .into_iter()
        .find_map(|(setting, ..)| {
            if let Setting::Meeting { kind: of, rules } = setting {
                (of == kind).then_some((of, rules))
            } else {
                None
            }
        })
        .unwrap()
}

#[test]
fn the_configuration_obeys_the_laws_of_every_rule() {
    lawful::<Configuration, _>(commands(), |command| match command {
        Command::Adopt { .. } => false,
        Command::Propose { .. } | Command::AdoptProposal { .. } | Command::Withdraw { .. } => true,
    });
}

fn commands() -> impl Strategy<Value = Command> {
    let cadence = Cadence {
        days: Vec::new(),
        silence: 150,
    };
    let settings = prop_oneof![
        (0..24_u32).prop_map(|longest_months| Setting::Watch { longest_months }),
        (0..60_u32).prop_map(|target_days| Setting::FirstAppointment { target_days }),
        (0..60_u32).prop_map(|days| Setting::NearDeadline { days }),
        (2..12_u32).prop_map(|inside| Setting::Disclosure { inside, outside: 11 }),
        days().prop_map(|today| Setting::Demonstration { today }),
        proptest::prelude::Just(Setting::Cadence(cadence)),
    ];
    let what = (
        settings,
        days(),
        one_of(&["Délibération", "", "Étude"]),
        0..8_u8,
        1..4_u128,
    );
    what.prop_map(|(setting, on, source, what, which)| match what {
        0..=3 => adopt(setting, on, source),
        4 | 5 => Command::Propose {
            proposal: id(which),
            setting,
            in_force_on: on,
            source: source.to_owned(),
        },
        6 => Command::AdoptProposal { proposal: id(which) },
        7.. => Command::Withdraw { proposal: id(which) },
    })
}
