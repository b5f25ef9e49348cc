//! The law of team meeting, read aloud. Here: one meeting with its people, and how far it came.

mod agenda;
mod bringing;
mod deciding;
mod laws;
mod minutes;
mod opening;
mod records;
mod steps;

use super::{
    AgendaItem, Attendance, Capacity, Command, Decision, Event, FamilyInformation, Ground, Kind, MeetingRules,
    Participant, Power, Schedule, Stage, Standing, TeamMeeting,
};
use crate::Asked;
use crate::configuration::{InForce, in_force_at_first};
use crate::sharing::Basis;
use crate::spec::{ANOTHER, CLAIRE, HERS, KARIM, NOUR, asked, asked_by, day, given, id, text};
use crate::words::{Doer, DomainOfLife, Profession, WorkerId};
use decider::spec::Outcome;
use jiff::Timestamp;
use std::sync::LazyLock;

const HERSELF: Participant = Participant::Person(CLAIRE);
const CHAIR: Participant = Participant::Worker(NOUR);
const MEMBER: Participant = Participant::Worker(KARIM);
const GUEST: WorkerId = WorkerId(uuid::Uuid::from_u128(3));

/// 10 December 2026, three weeks after the morning of the specs.
const THAT_DAY: Timestamp = Timestamp::constant(1_796_893_200, 0);

/// What holds on the morning of the specs: the settings that a territory starts with.
fn in_force() -> InForce {
    static IN_FORCE: LazyLock<InForce> = LazyLock::new(|| in_force_at_first(day(11, 19)));
    IN_FORCE.clone()
}

/// The rules of a kind that morning.
fn rules(kind: Kind) -> MeetingRules {
    in_force().meetings.remove(&kind).unwrap()
}

/// A wish that Nour, who presides, types that morning.
fn live(command: Command) -> Asked<Command> {
    Asked {
        in_force: in_force(),
        ..asked(command)
    }
}

/// The same, typed by somebody else.
fn live_by(worker: WorkerId, command: Command) -> Asked<Command> {
    Asked {
        in_force: in_force(),
        ..asked_by(worker, command)
    }
}

fn asking(events: Vec<Event>, command: Command) -> Outcome<TeamMeeting> {
    given::<TeamMeeting>(events).when(live(command))
}

fn schedule_of(kind: Kind) -> Schedule {
    Schedule {
        kind,
        service: id(1),
        starts_at: THAT_DAY,
        chair: NOUR,
        place: Some(text("Salle du premier étage")),
        held_on: Some(day(12, 10)),
    }
}

fn item() -> AgendaItem {
    AgendaItem {
        support_case: HERS,
        question: text("Comment tenir jusqu’au relogement ?"),
        starts_at: THAT_DAY,
        minutes: 30,
    }
}

fn standing(capacity: Capacity, profession: Profession, bound: bool) -> Standing {
    Standing {
        capacity,
        profession: Some(profession),
        service: Some(id(1)),
        bound_by_secrecy: Some(bound),
    }
}

fn invited(participant: Participant, standing: Standing) -> Event {
    Event::Invited {
        participant,
        standing: Some(standing),
    }
}

fn here(participant: Participant) -> Event {
    Event::AttendanceRecorded {
        participant,
        attendance: Attendance::Present,
    }
}

fn informed() -> FamilyInformation {
    FamilyInformation::Informed {
        on: day(11, 12),
        by: KARIM,
    }
}

fn ground() -> Ground {
    Ground {
        power: Power::Advice,
        by: None,
        legal_basis: "casf_l121_6_2".to_owned(),
        reasons: vec![text("Le bail se termine en février.")],
        undisputed: false,
    }
}

fn decision() -> Decision {
    Decision {
        decision: id(1),
        support_case: HERS,
        text: text("Demander la garantie de loyer."),
        domains: vec![DomainOfLife::Housing, DomainOfLife::Budget],
        doer: Doer::Worker(KARIM),
        due_on: day(12, 20),
        dissent: Some(text("Claire préfère attendre.")),
        weight: None,
        votes: None,
        ground: Some(ground()),
    }
}

fn minutes() -> Command {
    Command::DraftMinutes {
        support_case: HERS,
        text: text("La garantie est demandée."),
    }
}

fn drafted_by(author: WorkerId) -> Event {
    Event::MinutesDrafted {
        support_case: HERS,
        author,
        text: text("La garantie est demandée."),
    }
}

fn shared() -> Event {
    Event::MinutesShared {
        support_case: HERS,
        with: MEMBER,
        basis: Basis::SocialCoordination,
    }
}

/// A meeting of this kind that came so far, all in order: three professionals, and Claire who is told of it.
fn reached(kind: Kind, stage: Stage) -> Vec<Event> {
    let mut events = vec![
        Event::Scheduled(schedule_of(kind)),
        invited(CHAIR, standing(Capacity::Member, Profession::TeamManager, true)),
        invited(MEMBER, standing(Capacity::Member, Profession::SocialWorker, true)),
        invited(HERSELF, family()),
        Event::CaseAdded(item()),
        Event::FamilyInformationRecorded {
            support_case: HERS,
            information: informed(),
        },
    ];
    let steps = [
        (Stage::Convened, vec![summoned()]),
        (Stage::Preparing, vec![Event::PreparationOpened]),
        (
            Stage::InSession,
            vec![here(CHAIR), here(MEMBER), here(HERSELF), opened()],
        ),
        (Stage::Decided, vec![Event::DecisionRecorded(decision())]),
        (Stage::SessionEnded, vec![Event::SessionEnded]),
        (Stage::MinutesDrafted, vec![drafted_by(KARIM)]),
        (Stage::MinutesValidated, vec![Event::MinutesValidated { by: NOUR }]),
        (Stage::Distributed, vec![shared()]),
        (
            Stage::Closed,
            vec![Event::ReviewHeld { on: day(11, 18) }, Event::Closed],
        ),
    ];
    for (reached, step) in steps {
        if reached <= stage && stage != Stage::Cancelled {
            events.extend(step);
        }
    }
    if stage == Stage::Cancelled {
        events.push(Event::Cancelled {
            reason: text("La famille a déménagé."),
        });
    }
    events
}

fn family() -> Standing {
    Standing {
        capacity: Capacity::Family,
        profession: None,
        service: None,
        bound_by_secrecy: None,
    }
}

fn summoned() -> Event {
    Event::SummonsSent {
        sent_on: day(11, 19),
        short_of: None,
    }
}

fn opened() -> Event {
    Event::Opened {
        chair: NOUR,
        present: 2,
        voices: 2,
        unbound: [].into(),
    }
}

/// A synthesis that came so far.
fn synthesis(stage: Stage) -> Vec<Event> {
    reached(Kind::CaseReview, stage)
}

fn stage_of(events: Vec<Event>) -> Stage {
    given::<TeamMeeting>(events).state().stage().unwrap()
}

/// Every command, as it could be asked of this meeting.
fn every_command() -> Vec<Command> {
    let worker = Participant::Worker(GUEST);
    let member = standing(Capacity::Guest, Profession::Psychologist, true);
    vec![
        Command::Schedule(schedule_of(Kind::CaseReview)),
        Command::Invite {
            participant: worker,
            standing: Some(member),
        },
        Command::RecordStanding {
            participant: MEMBER,
            standing: member,
        },
        Command::RecordAttendance {
            participant: MEMBER,
            attendance: Attendance::Present,
        },
        Command::AddCase(AgendaItem {
            support_case: ANOTHER,
            ..item()
        }),
        Command::RecordFamilyInformation {
            support_case: HERS,
            information: informed(),
        },
        Command::AppointChair { worker: KARIM },
        Command::SendSummons { sent_on: None },
        Command::OpenPreparation,
        Command::Open { warned: true },
        Command::GiveViewpoint {
            support_case: HERS,
            of: HERSELF,
            text: text("Je veux rester près de l’école."),
            on_behalf_of: None,
        },
        Command::RecordDecision(Decision {
            decision: id(2),
            ..decision()
        }),
        Command::PutOff {
            support_case: HERS,
            reason: text("Il manque le bailleur."),
        },
        Command::EndSession,
        minutes(),
        Command::ValidateMinutes,
        Command::ShareMinutes {
            support_case: HERS,
            with: HERSELF,
            basis: Basis::PersonRequest,
        },
        Command::WriteAddendum {
            support_case: HERS,
            text: text("Le bailleur a répondu."),
        },
        Command::GiveFeedback {
            support_case: HERS,
            to: CLAIRE,
            on: day(11, 19),
        },
        Command::FollowDecision {
            decision: id(1),
            outcome: super::Outcome::CarriedOut,
            on: day(11, 19),
        },
        Command::HoldReview { on: day(11, 19) },
        Command::Close,
        Command::Postpone(super::NewDay {
            starts_at: THAT_DAY,
            held_on: day(12, 10),
            because: super::Postponement::FamilyAsked,
            words: None,
        }),
        Command::Cancel {
            reason: text("La famille a déménagé."),
        },
        Command::Contribute(sheet()),
        Command::WriteFamilySheet(family_sheet()),
        Command::BeginTurn { support_case: HERS },
        Command::RaiseHypothesis {
            support_case: HERS,
            of: MEMBER,
            text: text("Le courrier lui fait peur."),
        },
        Command::RecordFamilyAnswer {
            support_case: HERS,
            of: CLAIRE,
            text: text("Oui, je n’ouvre plus rien."),
        },
    ]
}

fn sheet() -> super::Contribution {
    super::Contribution {
        support_case: HERS,
        service: id(1),
        author: KARIM,
        facts: Some(text("Six loyers impayés.")),
        observations: None,
        analysis: Some(text("La dette peut s’étaler.")),
        proposal: None,
    }
}

fn family_sheet() -> super::FamilySheet {
    super::FamilySheet {
        support_case: HERS,
        of: CLAIRE,
        author: KARIM,
        words: text("Je veux rester près de l’école."),
        wishes: Some(text("Une date.")),
        disagreement: None,
    }
}
