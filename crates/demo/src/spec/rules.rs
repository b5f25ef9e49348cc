//! Every planned command is accepted by the rules, in memory, whatever the day and the seed.

#![expect(clippy::wildcard_enum_match_arm, reason = "a test looks for one command among many")]

use super::acts;
use crate::act::{Act, Wish};
use crate::calendar::{Calendar, plus};
use crate::{Demonstration, plan};
use decider::{Asked, Decider, fold};
use domain::Reason;
use domain::appointment::{Appointment, Command, Span};
use domain::configuration::{Configuration, InForce, in_force_at_first};
use domain::consent::Consent;
use domain::contact::Contact;
use domain::deadline::Deadline;
use domain::financial_aid::FinancialAid;
use domain::household::Household;
use domain::organisation::Organisation;
use domain::person::Person;
use domain::plan::Plan;
use domain::sharing::Sharing;
use domain::support_case::SupportCase;
use domain::team_meeting::TeamMeeting;
use domain::words::{Author, Source, WorkerId};
use std::collections::{BTreeMap, BTreeSet};
use uuid::Uuid;

#[test]
fn planning_twice_gives_the_same_territory() {
    assert_eq!(acts(), plan(&Demonstration::default()));
}

#[test]
fn another_seed_gives_another_territory() {
    let other = Demonstration {
        seed: 1,
        ..Demonstration::default()
    };
    assert_ne!(acts(), plan(&other));
}

#[test]
fn no_rule_refuses_anything() {
    accepted(acts());
}

#[test]
fn no_rule_refuses_anything_on_other_days_and_with_other_seeds() {
    for (days, seed) in [(1, 2026), (4, 7), (100, 8), (-45, 9), (366, 10), (2000, 11)] {
        let today = plus(Demonstration::default().today, days);
        accepted(&plan(&Demonstration { today, seed }));
    }
}

#[test]
fn nothing_happens_after_today_and_nothing_is_known_before_it_happens() {
    let calendar = Calendar::new(Demonstration::default().today);
    let now = calendar.instant(calendar.today(), 10, 30);
    for act in acts() {
        assert!(act.known_at <= now, "{act:?}");
        assert!(act.occurred_at <= act.known_at, "{act:?}");
    }
    let late = acts().iter().filter(|act| act.known_at > plus_a_day(act)).count();
    assert!(late > 200, "only {late} late entries");
}

#[test]
fn no_command_and_no_stream_is_used_twice() {
    let commands: BTreeSet<Uuid> = acts().iter().map(|act| act.command).collect();
    assert_eq!(commands.len(), acts().len());
    let mut lanes: BTreeMap<Uuid, u32> = BTreeMap::new();
    for act in acts() {
        let lane = *lanes.entry(act.stream).or_insert(act.lane);
        assert_eq!(lane, act.lane, "{act:?}");
    }
}

#[test]
fn nobody_has_two_appointments_at_once_and_each_takes_a_turn_of_its_own() {
    let mut agendas: BTreeMap<WorkerId, Vec<(u64, Span)>> = BTreeMap::new();
    for act in acts() {
        if let Wish::Appointment(Command::Book { booking, agendas: seen }) = &act.wish {
            assert!(booking.span.starts_at > act.known_at, "{act:?}");
            let turn = seen[0].turn;
            agendas
                .entry(booking.held_by[0])
                .or_default()
                .push((turn, booking.span));
        }
    }
    assert!(agendas.len() > 5, "référents find appointments in their week");
    for (worker, booked) in agendas {
        for (place, (turn, span)) in booked.iter().enumerate() {
            for (other_turn, other) in booked.iter().skip(place + 1) {
                assert!(
                    turn != other_turn && !span.overlaps(*other),
                    "{worker} at {}",
                    span.starts_at
                );
            }
        }
    }
}

fn plus_a_day(act: &Act) -> jiff::Timestamp {
    act.occurred_at.checked_add(jiff::Span::new().hours(24)).unwrap()
}

/// Folds every stream through the real rules.
fn accepted(acts: &[Act]) {
    let mut streams: BTreeMap<Uuid, Vec<&Act>> = BTreeMap::new();
    for act in acts {
        streams.entry(act.stream).or_default().push(act);
    }
    for of_stream in streams.values() {
        match of_stream[0].wish {
            Wish::Configuration(_) => told::<Configuration, _>(of_stream, |wish| match wish {
                Wish::Configuration(wish) => Some(wish.clone()),
                _ => None,
            }),
            Wish::Organisation(_) => told::<Organisation, _>(of_stream, |wish| match wish {
                Wish::Organisation(wish) => Some(wish.clone()),
                _ => None,
            }),
            Wish::Person(_) => told::<Person, _>(of_stream, |wish| match wish {
                Wish::Person(wish) => Some(wish.clone()),
                _ => None,
            }),
            Wish::Household(_) => told::<Household, _>(of_stream, |wish| match wish {
                Wish::Household(wish) => Some(wish.clone()),
                _ => None,
            }),
            Wish::SupportCase(_) => told::<SupportCase, _>(of_stream, |wish| match wish {
                Wish::SupportCase(wish) => Some(wish.clone()),
                _ => None,
            }),
            Wish::Plan(_) => told::<Plan, _>(of_stream, |wish| match wish {
                Wish::Plan(wish) => Some(wish.clone()),
                _ => None,
            }),
            Wish::Contact(_) => told::<Contact, _>(of_stream, |wish| match wish {
                Wish::Contact(wish) => Some(wish.clone()),
                _ => None,
            }),
            Wish::Appointment(_) => told::<Appointment, _>(of_stream, |wish| match wish {
                Wish::Appointment(wish) => Some(wish.clone()),
                _ => None,
            }),
            Wish::Deadline(_) => told::<Deadline, _>(of_stream, |wish| match wish {
                Wish::Deadline(wish) => Some(wish.clone()),
                _ => None,
            }),
            Wish::FinancialAid(_) => told::<FinancialAid, _>(of_stream, |wish| match wish {
                Wish::FinancialAid(wish) => Some(wish.clone()),
                _ => None,
            }),
            Wish::Consent(_) => told::<Consent, _>(of_stream, |wish| match wish {
                Wish::Consent(wish) => Some(wish.clone()),
                _ => None,
            }),
            Wish::Sharing(_) => told::<Sharing, _>(of_stream, |wish| match wish {
                Wish::Sharing(wish) => Some(wish.clone()),
                _ => None,
            }),
            Wish::TeamMeeting(_) => told::<TeamMeeting, _>(of_stream, |wish| match wish {
                Wish::TeamMeeting(wish) => Some(wish.clone()),
                _ => None,
            }),
        }
    }
}

fn told<D, C>(acts: &[&Act], wish: impl Fn(&Wish) -> Option<C>)
where
    D: Decider<Asked = domain::Asked<C>>,
    D::Refusal: Reason,
    C: Clone,
{
    let mut state = D::default();
    // Whatever the day of the demonstration: a day that is told is judged by the instant it was written down.
    let in_force = InForce {
        on: None,
        ..in_force_at_first(Demonstration::default().today)
    };
    for act in acts {
        let asked = Asked {
            by: Author {
                worker: act.by,
                source: Source::Entered,
            },
            at: act.known_at,
            occurred_at: act.occurred_at,
            in_force: in_force.clone(),
            command: wish(&act.wish).expect("one stream holds one capability"),
        };
        match state.decide(&asked) {
            Ok(decided) => state = fold(state, &decided.events),
            Err(refusal) => panic!(
                "{}: {} refused to {act:?} (lane {})",
                D::CAPABILITY,
                refusal.code(),
                act.lane
            ),
        }
    }
}
