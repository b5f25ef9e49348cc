//! What earlier records tell: they may leave out steps, they never go back, and what is validated stays.

use super::{HERSELF, decision, item, minutes, schedule_of, synthesis};
use crate::spec::{HERS, KARIM, day, given, imported, text};
use crate::team_meeting::{Command, Decision, Event, Kind, Refusal, Schedule, Stage, TeamMeeting};

/// As the first records tell a meeting: a day, a person, a case, what was decided, and that it is over.
fn told_before() -> Vec<Event> {
    vec![
        Event::Scheduled(Schedule {
            held_on: None,
            ..schedule_of(Kind::CaseReview)
        }),
        Event::Invited {
            participant: HERSELF,
            standing: None,
        },
        Event::CaseAdded(item()),
        Event::DecisionRecorded(Decision {
            ground: None,
            ..decision()
        }),
    ]
}

#[test]
fn a_meeting_of_an_earlier_record_is_closed_without_minutes() {
    let state = given::<TeamMeeting>(told_before()).state();
    assert_eq!(state.stage(), Some(Stage::Scheduled), "nothing tells that it opened");
    given::<TeamMeeting>(told_before())
        .when(imported(Command::Close))
        .then([Event::Closed]);
    let mut closed = told_before();
    closed.push(Event::Closed);
    let state = given::<TeamMeeting>(closed.clone()).state();
    assert_eq!(state.stage(), Some(Stage::Closed));
    given::<TeamMeeting>(closed.clone())
        .when(imported(Command::RecordDecision(decision())))
        .refused(Refusal::Closed);
    let addendum = Command::WriteAddendum {
        support_case: HERS,
        text: text("…"),
    };
    given::<TeamMeeting>(closed)
        .when(imported(addendum))
        .refused(Refusal::NoMinutes);
}

#[test]
fn an_earlier_record_that_decided_nothing_is_not_closed_either() {
    let mut events = told_before();
    events.pop();
    given::<TeamMeeting>(events)
        .when(imported(Command::Close))
        .refused(Refusal::NothingDecided);
}

#[test]
fn an_imported_decision_keeps_the_date_its_record_gives_and_needs_no_session() {
    let mut events = told_before();
    events.pop();
    let early = Decision {
        due_on: day(1, 5),
        ground: None,
        ..decision()
    };
    given::<TeamMeeting>(events)
        .when(imported(Command::RecordDecision(early.clone())))
        .then([Event::DecisionRecorded(early)]);
}

#[test]
fn an_earlier_record_may_leave_out_steps_and_never_goes_back() {
    given::<TeamMeeting>(told_before())
        .when(imported(Command::Open { warned: false }))
        .then([Event::Opened {
            chair: crate::spec::NOUR,
            present: 0,
            voices: 0,
            unbound: [].into(),
        }]);
    given::<TeamMeeting>(synthesis(Stage::InSession))
        .when(imported(Command::SendSummons { sent_on: None }))
        .refused(Refusal::InSession);
    given::<TeamMeeting>(synthesis(Stage::MinutesValidated))
        .when(imported(minutes()))
        .refused(Refusal::MinutesValidated);
    given::<TeamMeeting>(told_before())
        .when(imported(Command::ValidateMinutes))
        .refused(Refusal::MinutesNotDrafted { missing: 1 });
    assert_eq!(decision().doer, crate::words::Doer::Worker(KARIM));
}
