//! Who is invited, which cases are spoken of, and how each is seen.

use super::{GUEST, HERSELF, asking, family, invited, item, synthesis};
use crate::spec::{ANOTHER, HERS, KARIM, id, text};
use crate::team_meeting::{AgendaItem, Attendance, Command, Event, OnBehalf, Participant, Refusal, Stage};

#[test]
fn someone_is_invited_once_and_it_is_told_as_what() {
    let participant = Participant::Person(crate::spec::MALO);
    let invite = || Command::Invite {
        participant,
        standing: Some(family()),
    };
    let mut events = synthesis(Stage::Scheduled);
    asking(events.clone(), invite()).then([invited(participant, family())]);
    events.push(invited(participant, family()));
    asking(events, invite()).refused(Refusal::AlreadyInvited);
}

#[test]
fn attendance_is_told_of_those_who_were_invited() {
    let attendance = |participant| Command::RecordAttendance {
        participant,
        attendance: Attendance::InPart,
    };
    asking(synthesis(Stage::Convened), attendance(HERSELF)).then([Event::AttendanceRecorded {
        participant: HERSELF,
        attendance: Attendance::InPart,
    }]);
    let unknown = Participant::Worker(GUEST);
    asking(synthesis(Stage::Convened), attendance(unknown)).refused(Refusal::NotInvited);
}

#[test]
fn a_case_comes_on_the_agenda_once_with_its_question_and_before_the_session() {
    let other = || AgendaItem {
        support_case: ANOTHER,
        ..item()
    };
    asking(synthesis(Stage::Convened), Command::AddCase(other())).then([Event::CaseAdded(other())]);
    asking(synthesis(Stage::Convened), Command::AddCase(item())).refused(Refusal::CaseAlreadyOnAgenda);
    asking(synthesis(Stage::InSession), Command::AddCase(other())).refused(Refusal::InSession);
}

#[test]
fn a_view_may_be_ones_own_that_of_a_service_or_of_the_people_who_elected_the_speaker() {
    for on_behalf_of in [None, Some(OnBehalf::Service(id(2))), Some(OnBehalf::ElectedByPeople)] {
        for stage in [Stage::Scheduled, Stage::InSession] {
            let view = || Command::GiveViewpoint {
                support_case: HERS,
                of: Participant::Worker(KARIM),
                text: text("L’échéancier est possible dès janvier."),
                on_behalf_of,
            };
            asking(synthesis(stage), view()).then([Event::ViewpointGiven {
                support_case: HERS,
                of: Participant::Worker(KARIM),
                text: text("L’échéancier est possible dès janvier."),
                on_behalf_of,
            }]);
        }
    }
}

#[test]
fn nothing_is_said_of_a_case_that_is_not_on_the_agenda() {
    let view = Command::GiveViewpoint {
        support_case: ANOTHER,
        of: HERSELF,
        text: text("Je veux rester près de l’école."),
        on_behalf_of: None,
    };
    asking(synthesis(Stage::InSession), view).refused(Refusal::CaseNotOnAgenda);
}
