//! What people ask in a simulated world: wishes of every capability about two families, drawn so that many are refused,
//! many meet in the same streams, and some want the same name.

mod of_rights;

use super::capability::Wish;
use domain::words::{Day, Doer, DomainOfLife, Due, PersonId, SupportCaseId, Text, Voice, WorkerId};
use domain::{contact, deadline, erasure, household, person, plan, support_case, team_meeting};
use jiff::civil::{Date, date};
use jiff::{Timestamp, ToSpan};
use rand::RngExt;
use rand::rngs::StdRng;
use sealed::{Compartment, Private, Sealed, Subject};
use uuid::Uuid;

/// The first day of every world.
pub(crate) const FIRST_DAY: Date = date(2026, 11, 2);

/// Those about whom and by whom things are asked; their ids are made of the world's number, so that no two worlds meet.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Cast(u64);

/// The kinds of streams and of things with an id.
#[derive(Clone, Copy)]
enum Thing {
    Worker = 1,
    Person,
    SupportCase,
    Plan,
    Contact,
    TeamMeeting,
    Deadline,
    Household,
    Erasure,
    Goal,
    Action,
    Measure,
    Decision,
    Consent,
    Sharing,
    Exclusion,
    ExceptionalAccess,
}

impl Cast {
    pub(crate) fn of(world: u64) -> Self {
        Self(world)
    }

    fn id(self, thing: Thing, number: u8) -> Uuid {
        Uuid::from_u128(u128::from(self.0) << 64 | (thing as u128) << 8 | u128::from(number))
    }

    pub(crate) fn worker(self, number: u8) -> WorkerId {
        WorkerId(self.id(Thing::Worker, number))
    }

    fn one<Id: From<Uuid>>(self, thing: Thing, of: u8, random: &mut StdRng) -> Id {
        Id::from(self.id(thing, random.random_range(0..of)))
    }

    /// Something written about somebody, sealed as the log holds it.
    fn text(self, random: &mut StdRng) -> Text {
        Private::Sealed(self.sealed(random))
    }

    fn maybe(self, random: &mut StdRng) -> Option<Text> {
        random.random_bool(0.5).then(|| self.text(random))
    }

    fn sealed(self, random: &mut StdRng) -> Sealed {
        let nonce: [u8; 16] = random.random();
        Sealed {
            subject: Subject::Person(self.one(Thing::Person, 2, random)),
            compartment: Compartment::Social,
            field: "text".to_owned(),
            event: Uuid::nil(),
            stream: Uuid::nil(),
            kind: "contact.noted".to_owned(),
            bytes: nonce.to_vec(),
        }
    }

    /// A wish, and the stream that it is about.
    pub(crate) fn wish(self, random: &mut StdRng) -> (Uuid, Wish) {
        match random.random_range(0..24) {
            0..6 => (
                self.one(Thing::SupportCase, 2, random),
                Wish::SupportCase(self.of_case(random)),
            ),
            6..11 => (self.one(Thing::Plan, 2, random), Wish::Plan(self.of_plan(random))),
            11..13 => (
                self.one(Thing::Contact, 5, random),
                Wish::Contact(self.of_contact(random)),
            ),
            13..15 => (
                self.one(Thing::TeamMeeting, 2, random),
                Wish::TeamMeeting(self.of_meeting(random)),
            ),
            15..17 => (
                self.one(Thing::Deadline, 4, random),
                Wish::Deadline(self.of_deadline(random)),
            ),
            17 => (self.one(Thing::Person, 2, random), Wish::Person(self.of_person(random))),
            18 => (
                self.one(Thing::Household, 1, random),
                Wish::Household(self.of_household(random)),
            ),
            19 => (
                self.one(Thing::Erasure, 2, random),
                Wish::Erasure(self.of_erasure(random)),
            ),
            _ => self.of_rights(random),
        }
    }

    /// The same wish, of a stream that belongs to another capability.
    pub(crate) fn misplaced(self, random: &mut StdRng) -> (Uuid, Wish) {
        let stream = self.one(Thing::SupportCase, 2, random);
        (stream, Wish::Plan(self.of_plan(random)))
    }

    fn of_case(self, random: &mut StdRng) -> support_case::Command {
        use support_case::{
            Assessment, ClosureReason, Command, Intensity, Joining, Leaving, Measure, Opening, Support,
        };
        match random.random_range(0..12) {
            0..2 => Command::Open(Opening {
                household: None,
                people: vec![self.one(Thing::Person, 2, random)],
                service: Uuid::nil().into(),
                label: self.text(random),
                opened_on: Day(FIRST_DAY),
                support: Support::Generalist,
                intensity: Intensity::Standard,
                children: random.random_range(0..4),
                requested_on: None,
            }),
            2 => Command::Assess(Assessment {
                domain: DomainOfLife::Housing,
                voice: Voice::Person,
                level: None,
                words: self.maybe(random),
            }),
            3 => Command::SumUp {
                text: self.text(random),
            },
            4 => Command::AppointReferent {
                worker: self.one(Thing::Worker, 3, random),
            },
            5 => Command::HandOver {
                from: None,
                to: self.one(Thing::Worker, 3, random),
                reason: self.maybe(random),
                met_on: None,
            },
            6 => Command::JoinTeam(Joining::of(self.one(Thing::Worker, 3, random))),
            7 => Command::LeaveTeam(Leaving::of(self.one(Thing::Worker, 3, random))),
            8 => Command::StartMeasure(Measure {
                measure: self.one(Thing::Measure, 2, random),
                label: self.text(random),
                domain: DomainOfLife::Budget,
                from: Day(FIRST_DAY),
                until: None,
            }),
            9 => Command::EndMeasure {
                measure: self.one(Thing::Measure, 2, random),
                on: near(random),
            },
            10 => Command::Close {
                on: near(random),
                reason: ClosureReason::GoalsReached,
                watch_until: None,
                balance: self.maybe(random),
            },
            _ => Command::Reopen {
                on: near(random),
                trigger: None,
            },
        }
    }

    fn of_plan(self, random: &mut StdRng) -> plan::Command {
        use plan::{Blocker, Command};
        let support_case: SupportCaseId = self.one(Thing::SupportCase, 2, random);
        match random.random_range(0..9) {
            0..2 => Command::AgreeGoal {
                support_case: SupportCaseId(self.id(Thing::SupportCase, 0)),
                goal: self.one(Thing::Goal, 3, random),
                words: self.text(random),
                domain: DomainOfLife::Housing,
                sign: None,
                target_on: None,
            },
            2..5 => Command::AssignAction {
                support_case,
                // The two plans draw from the same: an action is of one plan only.
                action: self.one(Thing::Action, 6, random),
                goal: None,
                what: self.text(random),
                domain: DomainOfLife::Budget,
                doer: Doer::Worker(self.one(Thing::Worker, 3, random)),
                due_on: Some(near(random)),
            },
            5 => Command::StartAction {
                action: self.one(Thing::Action, 6, random),
            },
            6 => Command::DelayAction {
                action: self.one(Thing::Action, 6, random),
                due_on: near(random),
                reason: self.text(random),
                blocker: Blocker::Transport,
            },
            7 => Command::CompleteAction {
                action: self.one(Thing::Action, 6, random),
                result: self.maybe(random),
            },
            _ => Command::ReachGoal {
                goal: self.one(Thing::Goal, 3, random),
            },
        }
    }

    fn of_contact(self, random: &mut StdRng) -> contact::Command {
        use contact::{Command, Held, Kind, NotSeen};
        match random.random_range(0..4) {
            0..2 => Command::Note(Held {
                support_case: self.one(Thing::SupportCase, 2, random),
                kind: Kind::HomeVisit,
                with: vec![self.one(Thing::Person, 2, random)],
                domains: Vec::new(),
                shared: self.maybe(random),
                private: self.maybe(random),
                words: None,
            }),
            2 => Command::Miss(NotSeen {
                support_case: self.one(Thing::SupportCase, 2, random),
                kind: Kind::Interview,
                excused: random.random(),
                reason: None,
                domains: Vec::new(),
            }),
            _ => Command::Correct {
                shared: self.text(random),
                reason: None,
            },
        }
    }

    fn of_meeting(self, random: &mut StdRng) -> team_meeting::Command {
        use team_meeting::{AgendaItem, Command, Decision, Kind, Participant, Schedule};
        let starts_at = Timestamp::constant(1_793_610_000, 0);
        match random.random_range(0..9) {
            0..2 => Command::Schedule(Schedule {
                kind: Kind::CaseReview,
                service: Uuid::nil().into(),
                starts_at,
                chair: self.worker(0),
                place: None,
                held_on: None,
            }),
            2 => Command::Invite {
                participant: Participant::Worker(self.one(Thing::Worker, 3, random)),
                standing: None,
            },
            3 => Command::AddCase(AgendaItem {
                support_case: self.one(Thing::SupportCase, 2, random),
                question: self.text(random),
                starts_at,
                minutes: 30,
            }),
            4 => Command::RecordDecision(Decision {
                decision: self.one(Thing::Decision, 3, random),
                support_case: self.one(Thing::SupportCase, 2, random),
                text: self.text(random),
                domains: Vec::new(),
                doer: Doer::Person(self.one(Thing::Person, 2, random)),
                due_on: near(random),
                dissent: None,
                weight: None,
                votes: None,
                ground: None,
            }),
            5 => Command::Open { warned: false },
            6 => Command::EndSession,
            7 => Command::DraftMinutes {
                support_case: self.one(Thing::SupportCase, 2, random),
                text: self.text(random),
            },
            _ => Command::Close,
        }
    }

    fn of_deadline(self, random: &mut StdRng) -> deadline::Command {
        use deadline::{Command, Kind, Setting};
        match random.random_range(0..5) {
            0..2 => Command::Set(Setting {
                support_case: self.one(Thing::SupportCase, 2, random),
                kind: Kind::Hearing,
                label: self.maybe(random),
                domain: None,
                due: Due::On(near(random)),
                legal: true,
                rule: None,
            }),
            2 => Command::Meet,
            3 => Command::Move {
                due: Due::On(near(random)),
                reason: self.text(random),
            },
            _ => Command::Withdraw {
                reason: self.text(random),
            },
        }
    }

    fn of_person(self, random: &mut StdRng) -> person::Command {
        use person::{Channel, Civility, Command};
        if random.random() {
            return Command::Register {
                name: Private::Sealed(self.sealed(random)),
                birth: None,
                birth_month: Some("1987-04".to_owned()),
                civility: Civility::Madam,
                commune: None,
            };
        }
        Command::RecordContactDetails {
            channel: Channel::Phone,
            value: self.text(random),
        }
    }

    fn of_household(self, random: &mut StdRng) -> household::Command {
        use household::{Command, Member, Place};
        let person: PersonId = self.one(Thing::Person, 2, random);
        let member = Member {
            person,
            place: Place::Adult,
        };
        match random.random_range(0..3) {
            0 => Command::Form {
                label: self.text(random),
                members: vec![member],
                commune: None,
            },
            1 => Command::Welcome { member },
            _ => Command::Leave {
                person,
                on: near(random),
            },
        }
    }

    fn of_erasure(self, random: &mut StdRng) -> erasure::Command {
        use erasure::{Command, Ground};
        match random.random_range(0..4) {
            0..2 => Command::Request {
                subjects: vec![Subject::Person(self.one(Thing::Person, 2, random))],
                ground: Ground::RetentionOver,
            },
            2 => Command::Confirm,
            _ => Command::Withdraw,
        }
    }
}

/// A day of the world, or some days after it.
fn near(random: &mut StdRng) -> Day {
    let days = random.random_range(0..40_i32);
    Day(FIRST_DAY.checked_add(days.days()).unwrap_or(FIRST_DAY))
}
