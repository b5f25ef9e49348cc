//! Meetings held, put off, with the family, and written up.

use super::{Facts, share};
use crate::indicator::{Indicator, Measured};
use crate::spec::{CLAIRE, HERS, KARIM, NOUR, day, id, text};
use crate::team_meeting::{
    Attendance, Decision, Event, FamilyInformation, Kind, NewDay, Outcome, Participant, Postponement, Schedule,
};
use crate::words::{Day, Doer};
use std::collections::BTreeSet;

fn scheduled(on: Day) -> Event {
    Event::Scheduled(Schedule {
        kind: Kind::CaseReview,
        service: id(1),
        starts_at: super::at(on),
        chair: NOUR,
        place: None,
        held_on: Some(on),
    })
}

fn opened() -> Event {
    Event::Opened {
        chair: NOUR,
        present: 4,
        voices: 4,
        unbound: BTreeSet::new(),
    }
}

/// One held with the family and written up in five days, one held without her and not written up, one held lately, one
/// put off, one given up.
fn five() -> Facts {
    let came = Event::AttendanceRecorded {
        participant: Participant::Person(CLAIRE),
        attendance: Attendance::Present,
    };
    let told = Event::FamilyInformationRecorded {
        support_case: HERS,
        information: FamilyInformation::Informed {
            on: day(7, 1),
            by: NOUR,
        },
    };
    let put_off = Event::Postponed {
        to: NewDay {
            starts_at: super::at(day(10, 5)),
            held_on: day(10, 5),
            because: Postponement::NoQuorum,
            words: None,
        },
        without_quorum: true,
    };
    Facts::default()
        .meeting(1, day(6, 1), &scheduled(day(7, 6)))
        .meeting(1, day(7, 6), &came)
        .meeting(1, day(7, 6), &opened())
        .meeting(1, day(7, 6), &Event::SessionEnded)
        .meeting(1, day(7, 11), &Event::MinutesValidated { by: KARIM })
        .meeting(1, day(7, 12), &Event::Closed)
        .meeting(2, day(6, 1), &scheduled(day(8, 6)))
        .meeting(2, day(8, 5), &told)
        .meeting(2, day(8, 6), &opened())
        .meeting(3, day(6, 1), &scheduled(day(9, 28)))
        .meeting(3, day(9, 28), &opened())
        .meeting(4, day(6, 1), &scheduled(day(9, 7)))
        .meeting(4, day(9, 7), &put_off)
        .meeting(5, day(6, 1), &scheduled(day(9, 8)))
        .meeting(
            5,
            day(9, 1),
            &Event::Cancelled {
                reason: text("Sans objet"),
            },
        )
}

#[test]
fn a_meeting_is_held_when_its_session_opened() {
    assert_eq!(five().comes_to(Indicator::MeetingsHeld), Measured::Count(3));
}

#[test]
fn a_postponement_is_held_against_what_was_held_and_put_off() {
    assert_eq!(five().comes_to(Indicator::MeetingsPostponed), share(1, 4));
}

#[test]
fn a_family_that_was_only_told_was_not_there() {
    assert_eq!(five().comes_to(Indicator::FamilyPresent), share(1, 3));
}

#[test]
fn minutes_whose_days_are_not_over_are_not_counted_yet() {
    // Eight days for a synthesis: the third meeting was three days before the end.
    assert_eq!(five().comes_to(Indicator::MinutesInTime), share(1, 2));
}

#[test]
fn a_decision_is_an_action_of_its_case() {
    let decided = |number: u128, due_on: Day| {
        Event::DecisionRecorded(Decision {
            decision: id(number),
            support_case: HERS,
            text: text("Visite ensemble"),
            domains: Vec::new(),
            doer: Doer::Worker(NOUR),
            due_on,
            dissent: None,
            weight: None,
            votes: None,
            ground: None,
        })
    };
    let followed = |number: u128, on: Day| Event::DecisionFollowed {
        decision: id(number),
        outcome: Outcome::CarriedOut,
        on,
    };
    let facts = Facts::default()
        .meeting(1, day(7, 6), &decided(1, day(7, 20)))
        // Told later, done in time.
        .meeting(1, day(8, 3), &followed(1, day(7, 19)))
        .meeting(1, day(7, 6), &decided(2, day(7, 20)));
    assert_eq!(facts.comes_to(Indicator::ActionsInTime), share(1, 2));
}
