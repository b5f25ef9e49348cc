//! The law of the load ahead, read aloud.

mod ahead;
mod trial;

use super::{Command, Crossing, Event, Refusal, Threshold, Workload};
use crate::spec::{asked, asked_by, day, days, few, given, id, lawful, one_of};
use crate::words::{AbsenceId, Day, ServiceId, WorkerId};
use crate::{Asked, Decider, fold};
use proptest::collection::vec;
use proptest::prelude::{Strategy, any, prop_oneof};
use proptest::test_runner::{Config, TestRunner};

fn crossing(threshold: Threshold, week: Day) -> Crossing {
    Crossing {
        threshold,
        begins_at: 110,
        week,
        load: 2_800,
        capacity: 2_500,
        away_days: 0,
        ends: 3,
        renewals: 2,
    }
}

fn foresees(crossings: Vec<Crossing>) -> Asked<Command> {
    let service = id(0x51);
    asked_by(WorkerId::TRAME, Command::Foresee { service, crossings })
}

fn crossed(threshold: Threshold, week: Day) -> Event {
    Event::ThresholdCrossed {
        service: id(0x51),
        crossing: crossing(threshold, week),
    }
}

fn away(from: Day, until: Day) -> Command {
    let absence = id(1);
    Command::DeclareAbsence { absence, from, until }
}

fn was_away() -> Event {
    Event::AbsenceDeclared {
        absence: id(1),
        from: day(12, 14),
        until: day(12, 18),
    }
}

fn came_back() -> Event {
    Event::AbsenceWithdrawn { absence: id(1) }
}

#[test]
fn an_absence_is_told_by_its_days_alone() {
    given::<Workload>([])
        .when(asked(away(day(12, 14), day(12, 18))))
        .then([was_away()]);
}

#[test]
fn an_absence_ends_no_sooner_than_it_begins() {
    given::<Workload>([])
        .when(asked(away(day(12, 18), day(12, 14))))
        .refused(Refusal::EndsBeforeItBegins);
}

#[test]
fn an_absence_is_told_once_and_taken_back_once() {
    given::<Workload>([was_away()])
        .when(asked(away(day(12, 14), day(12, 18))))
        .refused(Refusal::AlreadyDeclared);
    let back = || asked(Command::WithdrawAbsence { absence: id(1) });
    given::<Workload>([was_away()]).when(back()).then([came_back()]);
    given::<Workload>([was_away(), came_back()])
        .when(back())
        .refused(Refusal::AbsenceUnknown);
    given::<Workload>([]).when(back()).refused(Refusal::AbsenceUnknown);
}

#[test]
fn a_threshold_that_is_foreseen_to_be_crossed_is_told() {
    given::<Workload>([])
        .when(foresees(vec![crossing(Threshold::Tense, day(12, 14))]))
        .then([crossed(Threshold::Tense, day(12, 14))]);
}

#[test]
fn it_is_not_told_again_whichever_week_it_moves_to() {
    given::<Workload>([crossed(Threshold::Tense, day(12, 14))])
        .when(foresees(vec![crossing(Threshold::Tense, day(11, 30))]))
        .then([]);
}

#[test]
fn the_worse_of_two_is_told_when_the_other_was() {
    let both = vec![
        crossing(Threshold::Tense, day(12, 14)),
        crossing(Threshold::Overload, day(12, 21)),
    ];
    given::<Workload>([crossed(Threshold::Tense, day(12, 14))])
        .when(foresees(both))
        .then([crossed(Threshold::Overload, day(12, 21))]);
}

#[test]
fn what_eased_is_told_and_may_be_crossed_anew() {
    let eased = Event::ThresholdEased {
        threshold: Threshold::Tense,
    };
    given::<Workload>([crossed(Threshold::Tense, day(12, 14))])
        .when(foresees(Vec::new()))
        .then([eased.clone()]);
    given::<Workload>([crossed(Threshold::Tense, day(12, 14)), eased])
        .when(foresees(vec![crossing(Threshold::Tense, day(12, 21))]))
        .then([crossed(Threshold::Tense, day(12, 21))]);
}

#[test]
fn after_a_change_of_service_it_eases_for_the_former_and_is_told_to_the_new_one() {
    let elsewhere = Event::ThresholdCrossed {
        service: id(0x52),
        crossing: crossing(Threshold::Tense, day(12, 14)),
    };
    let eased = Event::ThresholdEased {
        threshold: Threshold::Tense,
    };
    let again = crossed(Threshold::Tense, day(12, 21));
    given::<Workload>([elsewhere.clone()])
        .when(foresees(vec![crossing(Threshold::Tense, day(12, 21))]))
        .then([eased.clone(), again.clone()]);
    given::<Workload>([elsewhere, eased, again])
        .when(foresees(vec![crossing(Threshold::Tense, day(12, 21))]))
        .then([]);
}

#[test]
fn nobody_tells_what_is_only_computed() {
    let service: ServiceId = id(0x51);
    let crossings = vec![crossing(Threshold::Overload, day(12, 14))];
    given::<Workload>([])
        .when(asked(Command::Foresee { service, crossings }))
        .refused(Refusal::OnlyComputed);
}

fn foreseen() -> impl Strategy<Value = Vec<Crossing>> {
    (any::<[bool; 2]>(), days()).prop_map(|(which, week)| {
        let each = Threshold::ALL.into_iter().zip(which).filter(|(_, crosses)| *crosses);
        each.map(|(threshold, _)| crossing(threshold, week)).collect()
    })
}

/// Whoever looks, however often, after a crash or beside another server: between two tellings of a threshold it has eased.
#[test]
fn one_crossing_is_told_once() {
    let config = Config {
        failure_persistence: None,
        ..Config::default()
    };
    let looks = vec((foreseen(), any::<bool>()), 0..24);
    let tried = TestRunner::new(config).run(&looks, |looks| {
        let mut facts: Vec<Event> = Vec::new();
        for (crossings, twice) in looks {
            for _ in 0..=u8::from(twice) {
                let state: Workload = fold(Workload::default(), &facts);
                facts.extend(state.decide(&foresees(crossings.clone())).unwrap().events);
            }
        }
        for threshold in Threshold::ALL {
            let told = facts.iter().filter_map(|fact| match fact {
                Event::ThresholdCrossed { crossing, .. } => (crossing.threshold == threshold).then_some(true),
                Event::ThresholdEased { threshold: of } => (*of == threshold).then_some(false),
                Event::AbsenceDeclared { .. } | Event::AbsenceWithdrawn { .. } => None,
            });
            for (number, crosses) in told.enumerate() {
                assert_eq!(
                    crosses,
                    number % 2 == 0,
                    "told twice, or eased without having been told"
                );
            }
        }
        Ok(())
    });
    if let Err(broken) = tried {
        panic!("{broken}");
    }
}

fn commands() -> impl Strategy<Value = Command> {
    let absence = || few::<AbsenceId>();
    prop_oneof![
        (absence(), days(), days()).prop_map(|(absence, from, until)| Command::DeclareAbsence { absence, from, until }),
        absence().prop_map(|absence| Command::WithdrawAbsence { absence }),
        (few(), foreseen()).prop_map(|(service, crossings)| Command::Foresee { service, crossings }),
        (few(), one_of(&Threshold::ALL), days()).prop_map(|(service, threshold, week)| Command::Foresee {
            service,
            crossings: vec![crossing(threshold, week)],
        }),
    ]
}

#[test]
fn the_laws_hold() {
    lawful::<Workload, Command>(commands(), |_| true);
}
