//! The samples of team meeting.

use crate::sample::{MORNING, day, id, samples};
use domain::team_meeting::{
    AgendaItem, Attendance, Decision, Event, Kind, OnBehalf, Participant, Schedule, Votes, Weight,
};
use domain::words::{Doer, DomainOfLife};
use sealed::Compartment::{Coordination, Social};

samples! {
    "scheduled", Event::Scheduled(_) => |here| Event::Scheduled(Schedule {
        kind: Kind::CaseReview,
        service: id(0xb1),
        starts_at: MORNING,
        chair: id(0xa1),
        place: Some(here.shared("place", Coordination)),
    });
    "invited", Event::Invited { .. } => |_| Event::Invited {
        participant: Participant::Person(id(0xc1)),
    };
    "attendance_recorded", Event::AttendanceRecorded { .. } => |_| Event::AttendanceRecorded {
        participant: Participant::Worker(id(0xa2)),
        attendance: Attendance::InPart,
    };
    "case_added", Event::CaseAdded(_) => |here| Event::CaseAdded(AgendaItem {
        support_case: id(0xd1),
        question: here.shared("question", Social),
        starts_at: MORNING,
        minutes: 30,
    });
    "viewpoint_given", Event::ViewpointGiven { .. } => |here| Event::ViewpointGiven {
        support_case: id(0xd1),
        of: Participant::Person(id(0xc1)),
        text: here.hers("text", Social),
        on_behalf_of: None,
    };
    "decision_recorded", Event::DecisionRecorded(_) => |here| Event::DecisionRecorded(Decision {
        decision: id(0xf3),
        support_case: id(0xd1),
        text: here.shared("text", Social),
        domains: vec![DomainOfLife::Housing, DomainOfLife::Budget],
        doer: Doer::Worker(id(0xa2)),
        due_on: day(12, 1),
        dissent: Some(here.hers("dissent", Social)),
        weight: None,
        votes: None,
    });
    "closed", Event::Closed => |_| Event::Closed;
}

/// Facts that tell what was added to their version without changing what was written before.
pub(crate) fn added() -> Vec<(&'static str, &'static str, Event)> {
    let decided = crate::sample::named("decision_recorded", |here| {
        Event::DecisionRecorded(Decision {
            decision: id(0xf3),
            support_case: id(0xd1),
            text: here.shared("text", Social),
            domains: vec![DomainOfLife::Rights],
            doer: Doer::Worker(id(0xa2)),
            due_on: day(12, 1),
            dissent: None,
            weight: Some(Weight::Opinion),
            votes: Some(Votes {
                in_favour: 4,
                against: 1,
                abstained: 0,
            }),
        })
    });
    let spoken = |word, on_behalf_of| {
        let (name, event) = crate::sample::named("viewpoint_given", |here| Event::ViewpointGiven {
            support_case: id(0xd1),
            of: Participant::Worker(id(0xa2)),
            text: here.hers("text", Social),
            on_behalf_of: Some(on_behalf_of),
        });
        (name, word, event)
    };
    vec![
        (decided.0, "voted", decided.1),
        spoken("service", OnBehalf::Service(id(0xb1))),
        spoken("elected", OnBehalf::ElectedByPeople),
    ]
}
