//! The law of team meeting, read aloud.

mod laws;

use super::{
    AgendaItem, Attendance, Command, Decision, Event, Kind, OnBehalf, Participant, Refusal, Schedule, TeamMeeting,
    Votes, Weight,
};
use crate::Decider;
use crate::spec::{ANOTHER, CLAIRE, HERS, KARIM, LATER, NOUR, asked, day, given, id, imported, text};
use crate::words::{Day, Doer, DomainOfLife};

const HERSELF: Participant = Participant::Person(CLAIRE);

fn schedule() -> Schedule {
    Schedule {
        kind: Kind::CaseReview,
        service: id(1),
        starts_at: LATER,
        chair: NOUR,
        place: Some(text("Salle du premier étage")),
    }
}

fn item() -> AgendaItem {
    AgendaItem {
        support_case: HERS,
        question: text("Comment tenir jusqu’au relogement ?"),
        starts_at: LATER,
        minutes: 30,
    }
}

fn decision(due_on: Day) -> Decision {
    Decision {
        decision: id(1),
        support_case: HERS,
        text: text("Demander la garantie de loyer."),
        domains: vec![DomainOfLife::Housing, DomainOfLife::Budget],
        doer: Doer::Worker(KARIM),
        due_on,
        dissent: Some(text("Claire préfère attendre.")),
        weight: Some(Weight::Opinion),
        votes: Some(Votes {
            in_favour: 4,
            against: 1,
            abstained: 1,
        }),
    }
}

fn viewpoint() -> Command {
    Command::GiveViewpoint {
        support_case: HERS,
        of: HERSELF,
        text: text("Je veux rester près de l’école."),
        on_behalf_of: None,
    }
}

fn attendance() -> Command {
    Command::RecordAttendance {
        participant: HERSELF,
        attendance: Attendance::InPart,
    }
}

/// A meeting that has a day.
fn scheduled() -> Vec<Event> {
    vec![Event::Scheduled(schedule())]
}

/// A meeting with her case on its agenda.
fn with_her_case() -> Vec<Event> {
    vec![Event::Scheduled(schedule()), Event::CaseAdded(item())]
}

/// A meeting that decided something about her case.
fn decided() -> Vec<Event> {
    let mut events = with_her_case();
    events.push(Event::DecisionRecorded(decision(day(12, 1))));
    events
}

#[test]
fn a_meeting_gets_a_day_once() {
    given::<TeamMeeting>([])
        .when(asked(Command::Schedule(schedule())))
        .then(scheduled());
    given::<TeamMeeting>(scheduled())
        .when(asked(Command::Schedule(schedule())))
        .refused(Refusal::AlreadyScheduled);
}

#[test]
fn nothing_happens_in_a_meeting_without_a_day() {
    let wishes = [
        Command::Invite { participant: HERSELF },
        attendance(),
        Command::AddCase(item()),
        viewpoint(),
        Command::RecordDecision(decision(day(12, 1))),
        Command::Close,
    ];
    for wish in wishes {
        given::<TeamMeeting>([])
            .when(asked(wish))
            .refused(Refusal::NotScheduled);
    }
}

#[test]
fn the_person_is_invited_to_her_own_meeting_once() {
    let invited = Event::Invited { participant: HERSELF };
    let invite = || asked(Command::Invite { participant: HERSELF });
    given::<TeamMeeting>(scheduled()).when(invite()).then([invited.clone()]);
    given::<TeamMeeting>(scheduled().into_iter().chain([invited]))
        .when(invite())
        .refused(Refusal::AlreadyInvited);
}

#[test]
fn attendance_is_told_of_those_who_were_invited() {
    let invited = Event::Invited { participant: HERSELF };
    given::<TeamMeeting>(scheduled().into_iter().chain([invited]))
        .when(asked(attendance()))
        .then([Event::AttendanceRecorded {
            participant: HERSELF,
            attendance: Attendance::InPart,
        }]);
    given::<TeamMeeting>(scheduled())
        .when(asked(attendance()))
        .refused(Refusal::NotInvited);
}

#[test]
fn a_case_comes_on_the_agenda_once_with_its_question() {
    given::<TeamMeeting>(scheduled())
        .when(asked(Command::AddCase(item())))
        .then([Event::CaseAdded(item())]);
    given::<TeamMeeting>(with_her_case())
        .when(asked(Command::AddCase(item())))
        .refused(Refusal::CaseAlreadyOnAgenda);
}

#[test]
fn how_she_sees_it_is_written_down() {
    given::<TeamMeeting>(with_her_case())
        .when(asked(viewpoint()))
        .then([Event::ViewpointGiven {
            support_case: HERS,
            of: HERSELF,
            text: text("Je veux rester près de l’école."),
            on_behalf_of: None,
        }]);
}

#[test]
fn a_view_may_be_that_of_a_service_or_of_the_people_who_elected_the_speaker() {
    for on_behalf_of in [OnBehalf::Service(id(2)), OnBehalf::ElectedByPeople] {
        let text = text("L’échéancier est possible dès janvier.");
        given::<TeamMeeting>(with_her_case())
            .when(asked(Command::GiveViewpoint {
                support_case: HERS,
                of: Participant::Worker(KARIM),
                text: text.clone(),
                on_behalf_of: Some(on_behalf_of),
            }))
            .then([Event::ViewpointGiven {
                support_case: HERS,
                of: Participant::Worker(KARIM),
                text,
                on_behalf_of: Some(on_behalf_of),
            }]);
    }
}

#[test]
fn nothing_is_said_or_decided_of_a_case_that_is_not_on_the_agenda() {
    let elsewhere = Decision {
        support_case: ANOTHER,
        ..decision(day(12, 1))
    };
    given::<TeamMeeting>(scheduled())
        .when(asked(viewpoint()))
        .refused(Refusal::CaseNotOnAgenda);
    given::<TeamMeeting>(with_her_case())
        .when(asked(Command::RecordDecision(elsewhere)))
        .refused(Refusal::CaseNotOnAgenda);
}

#[test]
fn a_decision_is_written_down_once_with_who_does_it_and_who_saw_it_otherwise() {
    let wish = || asked(Command::RecordDecision(decision(day(12, 1))));
    given::<TeamMeeting>(with_her_case())
        .when(wish())
        .then([Event::DecisionRecorded(decision(day(12, 1)))]);
    given::<TeamMeeting>(decided())
        .when(wish())
        .refused(Refusal::AlreadyDecided);
}

#[test]
fn a_decision_is_due_on_the_day_of_the_meeting_at_the_earliest_in_whatever_zone() {
    given::<TeamMeeting>(with_her_case())
        .when(asked(Command::RecordDecision(decision(day(11, 17)))))
        .refused(Refusal::DueBeforeTheMeeting);
    given::<TeamMeeting>(with_her_case())
        .when(asked(Command::RecordDecision(decision(day(11, 19)))))
        .then([Event::DecisionRecorded(decision(day(11, 19)))]);
}

#[test]
fn an_imported_decision_keeps_the_date_its_record_gives() {
    given::<TeamMeeting>(with_her_case())
        .when(imported(Command::RecordDecision(decision(day(1, 5)))))
        .then([Event::DecisionRecorded(decision(day(1, 5)))]);
}

#[test]
fn no_other_meeting_takes_a_decision_of_the_same_id() {
    let state = given::<TeamMeeting>(with_her_case()).state();
    let decided = state
        .decide(&asked(Command::RecordDecision(decision(day(12, 1)))))
        .unwrap();
    let taken: Vec<_> = decided
        .reservations
        .iter()
        .map(|name| (name.scope, name.value.as_str()))
        .collect();
    let id = decision(day(12, 1)).decision.to_string();
    assert_eq!(taken, [("team_meeting.decision", id.as_str())]);
}

#[test]
fn a_meeting_that_decided_nothing_is_not_closed() {
    given::<TeamMeeting>(with_her_case())
        .when(asked(Command::Close))
        .refused(Refusal::NothingDecided);
}

#[test]
fn a_meeting_that_decided_something_is_closed() {
    given::<TeamMeeting>(decided())
        .when(asked(Command::Close))
        .then([Event::Closed]);
}

#[test]
fn nothing_is_added_to_a_closed_meeting() {
    let over = || decided().into_iter().chain([Event::Closed]);
    let wishes = [
        Command::Invite { participant: HERSELF },
        attendance(),
        Command::AddCase(item()),
        viewpoint(),
        Command::RecordDecision(decision(day(12, 1))),
        Command::Close,
    ];
    for wish in wishes {
        given::<TeamMeeting>(over()).when(asked(wish)).refused(Refusal::Closed);
    }
    given::<TeamMeeting>(over())
        .when(asked(Command::Schedule(schedule())))
        .refused(Refusal::AlreadyScheduled);
}
