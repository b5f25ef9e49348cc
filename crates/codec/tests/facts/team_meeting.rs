//! The samples of team meeting.

use crate::sample::{MORNING, day, id, samples};
use domain::sharing::Basis;
use domain::team_meeting::{
    AgendaItem, Attendance, Capacity, Contribution, Decision, Event, FamilyInformation, FamilySheet, Ground, Kind,
    NewDay, OnBehalf, Outcome, Participant, Postponement, Power, Schedule, Standing, Votes, Weight,
};
use domain::words::{Doer, DomainOfLife, Profession};
use sealed::Compartment::{Coordination, Social};

samples! {
    "scheduled", Event::Scheduled(_) => |here| Event::Scheduled(Schedule {
        kind: Kind::CaseReview,
        service: id(0xb1),
        starts_at: MORNING,
        chair: id(0xa1),
        place: Some(here.shared("place", Coordination)),
        held_on: None,
    });
    "invited", Event::Invited { .. } => |_| Event::Invited {
        participant: Participant::Person(id(0xc1)),
        standing: None,
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
        ground: None,
    });
    "closed", Event::Closed => |_| Event::Closed;
    "standing_recorded", Event::StandingRecorded { .. } => |_| Event::StandingRecorded {
        participant: Participant::Worker(id(0xa2)),
        standing: bound(),
    };
    "family_information_recorded", Event::FamilyInformationRecorded { .. } => |_| Event::FamilyInformationRecorded {
        support_case: id(0xd1),
        information: FamilyInformation::Informed { on: day(11, 12), by: id(0xa1) },
    };
    "chair_appointed", Event::ChairAppointed { .. } => |_| Event::ChairAppointed { worker: id(0xa2) };
    "summons_sent", Event::SummonsSent { .. } => |_| Event::SummonsSent {
        sent_on: day(11, 12),
        short_of: None,
    };
    "preparation_opened", Event::PreparationOpened => |_| Event::PreparationOpened;
    "opened", Event::Opened { .. } => |_| Event::Opened {
        chair: id(0xa1),
        present: 3,
        voices: 4,
        unbound: [].into(),
    };
    "contribution_given", Event::ContributionGiven(_) => |here| Event::ContributionGiven(Contribution {
        support_case: id(0xd1),
        service: id(0xb1),
        author: id(0xa2),
        facts: Some(here.shared("facts", Social)),
        observations: Some(here.shared("observations", Social)),
        analysis: Some(here.shared("analysis", Social)),
        proposal: Some(here.shared("proposal", Social)),
    });
    "family_sheet_written", Event::FamilySheetWritten(_) => |here| Event::FamilySheetWritten(FamilySheet {
        support_case: id(0xd1),
        of: id(0xc1),
        author: id(0xa2),
        words: here.hers("words", Social),
        wishes: Some(here.hers("wishes", Social)),
        disagreement: Some(here.hers("disagreement", Social)),
    });
    "turn_begun", Event::TurnBegun { .. } => |_| Event::TurnBegun { support_case: id(0xd1) };
    "hypothesis_raised", Event::HypothesisRaised { .. } => |here| Event::HypothesisRaised {
        support_case: id(0xd1),
        of: Participant::Worker(id(0xa2)),
        text: here.shared("text", Social),
    };
    "family_answered", Event::FamilyAnswered { .. } => |here| Event::FamilyAnswered {
        support_case: id(0xd1),
        of: id(0xc1),
        text: here.hers("text", Social),
    };
    "case_put_off", Event::CasePutOff { .. } => |here| Event::CasePutOff {
        support_case: id(0xd1),
        reason: here.shared("reason", Social),
    };
    "session_ended", Event::SessionEnded => |_| Event::SessionEnded;
    "minutes_drafted", Event::MinutesDrafted { .. } => |here| Event::MinutesDrafted {
        support_case: id(0xd1),
        author: id(0xa2),
        text: here.shared("text", Social),
    };
    "minutes_validated", Event::MinutesValidated { .. } => |_| Event::MinutesValidated { by: id(0xa1) };
    "minutes_shared", Event::MinutesShared { .. } => |_| Event::MinutesShared {
        support_case: id(0xd1),
        with: Participant::Person(id(0xc1)),
        basis: Basis::PersonRequest,
    };
    "addendum_written", Event::AddendumWritten { .. } => |here| Event::AddendumWritten {
        support_case: id(0xd1),
        author: id(0xa2),
        text: here.shared("text", Social),
    };
    "feedback_given", Event::FeedbackGiven { .. } => |_| Event::FeedbackGiven {
        support_case: id(0xd1),
        to: id(0xc1),
        on: day(11, 24),
    };
    "decision_followed", Event::DecisionFollowed { .. } => |_| Event::DecisionFollowed {
        decision: id(0xf3),
        outcome: Outcome::CarriedOut,
        on: day(12, 1),
    };
    "review_held", Event::ReviewHeld { .. } => |_| Event::ReviewHeld { on: day(12, 15) };
    "postponed", Event::Postponed { .. } => |_| Event::Postponed {
        to: NewDay {
            starts_at: MORNING,
            held_on: day(11, 19),
            because: Postponement::FamilyAsked,
            words: None,
        },
        without_quorum: false,
    };
    "cancelled", Event::Cancelled { .. } => |here| Event::Cancelled {
        reason: here.shared("reason", Social),
    };
}

fn bound() -> Standing {
    Standing {
        capacity: Capacity::Member,
        profession: Some(Profession::SocialWorker),
        service: Some(id(0xb1)),
        bound_by_secrecy: Some(true),
    }
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
            ground: None,
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
    let mut all = told_since();
    all.extend([
        (decided.0, "voted", decided.1),
        spoken("service", OnBehalf::Service(id(0xb1))),
        spoken("elected", OnBehalf::ElectedByPeople),
    ]);
    all
}

/// What is told since a meeting has steps: the legal day, as what each sits there, on what a decision rests, and the
/// other ways in which a family knows, summons leave, a room is warned and a day is moved.
fn told_since() -> Vec<(&'static str, &'static str, Event)> {
    let told = |name: &'static str, word: &'static str, make: &dyn Fn(crate::sample::Here) -> Event| {
        let (name, event) = crate::sample::named(name, make);
        (name, word, event)
    };
    let family = |information: FamilyInformation| Event::FamilyInformationRecorded {
        support_case: id(0xd1),
        information,
    };
    vec![
        told("scheduled", "day", &|_| {
            Event::Scheduled(Schedule {
                kind: Kind::DisabilityCommission,
                service: id(0xb1),
                starts_at: MORNING,
                chair: id(0xa1),
                place: None,
                held_on: Some(day(11, 19)),
            })
        }),
        told("invited", "standing", &|_| Event::Invited {
            participant: Participant::Worker(id(0xa2)),
            standing: Some(bound()),
        }),
        told("decision_recorded", "ground", &|here| {
            Event::DecisionRecorded(Decision {
                decision: id(0xf3),
                support_case: id(0xd1),
                text: here.shared("text", Social),
                domains: Vec::new(),
                doer: Doer::Worker(id(0xa2)),
                due_on: day(12, 1),
                dissent: None,
                weight: None,
                votes: None,
                ground: Some(Ground {
                    power: Power::Delegation,
                    by: Some(id(0xa1)),
                    legal_basis: "casf_l121_6_2".to_owned(),
                    reasons: vec![here.shared("ground.reasons[0]", Social)],
                    undisputed: true,
                }),
            })
        }),
        told("family_information_recorded", "present", &|_| {
            family(FamilyInformation::Present)
        }),
        told("family_information_recorded", "represented", &|_| {
            family(FamilyInformation::Represented {
                by: Participant::Worker(id(0xa2)),
            })
        }),
        told("family_information_recorded", "withheld", &|here| {
            family(FamilyInformation::Withheld {
                reason: here.shared("information.withheld.reason", Social),
            })
        }),
        told("summons_sent", "late", &|_| Event::SummonsSent {
            sent_on: day(11, 16),
            short_of: Some(7),
        }),
        told("opened", "unbound", &|_| Event::Opened {
            chair: id(0xa1),
            present: 3,
            voices: 4,
            unbound: [Participant::Worker(id(0xa2))].into(),
        }),
        told("postponed", "words", &|here| Event::Postponed {
            to: NewDay {
                starts_at: MORNING,
                held_on: day(11, 19),
                because: Postponement::Other,
                words: Some(here.shared("to.words", Social)),
            },
            without_quorum: true,
        }),
    ]
}
