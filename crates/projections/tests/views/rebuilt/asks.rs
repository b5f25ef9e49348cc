//! What may be asked of plans, deadlines, contacts and meetings. Their items have ids that others use too.

use super::{Step, ask};
use crate::ground::{Ground, SERVICE, meeting as sitting, person, said};
use domain::appointment::{self, Agenda, Appointment, Booking, Span};
use domain::contact::{self, Contact, Held};
use domain::deadline::{self, Deadline};
use domain::person::{self as people, Person};
use domain::plan::{Blocker, Command as Plans, Plan};
use domain::reminder::{Hours, Medium, Outcome, Privacy, Reach, Reminder};
use domain::team_meeting::{self, Attendance, Participant, TeamMeeting};
use domain::words::{ActionId, AppointmentId, DecisionId, Due, GoalId, ReminderId};
use sealed::{Compartment, Private};
use uuid::Uuid;

pub(super) async fn plan(ground: &Ground, step: Step) {
    let (support_case, action) = (step.case(), ActionId(step.anywhere(1)));
    let goal = GoalId(step.anywhere(2));
    let command = match step.what {
        24 => Plans::AgreeGoal {
            support_case,
            goal,
            words: said(support_case, "Un logement"),
            domain: step.domain(),
            sign: None,
            target_on: Some(step.on()),
        },
        25 | 26 => Plans::AssignAction {
            support_case,
            action,
            goal: (step.who == 0).then_some(goal),
            what: said(support_case, "Le dossier"),
            domain: step.domain(),
            doer: step.doer(),
            due_on: Some(step.on()),
        },
        27 => Plans::CompleteAction { action, result: None },
        28 => Plans::AbandonAction {
            action,
            reason: said(support_case, "Refus"),
        },
        29 => Plans::StartAction { action },
        30 => Plans::ReachGoal { goal },
        _ => Plans::DelayAction {
            action,
            due_on: step.on(),
            reason: said(support_case, "Pas de place"),
            blocker: Blocker::Housing,
        },
    };
    let stream = Uuid::from_u128(0x100 + u128::from(step.which));
    ask!(ground, Plan, stream, step, command);
}

pub(super) async fn dates(ground: &Ground, step: Step) {
    let support_case = step.case();
    let due = if step.who > 1 {
        Due::On(step.on())
    } else {
        Due::At(step.instant())
    };
    let command = match step.what {
        32 => deadline::Command::Set(deadline::Setting {
            support_case,
            kind: if step.which > 1 {
                deadline::Kind::Term
            } else {
                deadline::Kind::Reply
            },
            label: None,
            domain: Some(step.domain()),
            due,
            legal: step.who == 0,
            rule: None,
        }),
        33 => deadline::Command::Move {
            due,
            reason: said(support_case, "Report"),
        },
        34 => deadline::Command::Meet,
        35 => deadline::Command::Withdraw {
            reason: said(support_case, "Sans objet"),
        },
        _ => return contact(ground, step).await,
    };
    ask!(ground, Deadline, step.of(3), step, command);
}

async fn contact(ground: &Ground, step: Step) {
    let support_case = step.case();
    let command = if step.what == 36 {
        contact::Command::Note(Held {
            support_case,
            kind: contact::Kind::Call,
            with: Vec::new(),
            domains: vec![step.domain(), step.domain()],
            shared: None,
            private: None,
            words: None,
        })
    } else if step.who == 0 {
        contact::Command::Correct {
            shared: said(support_case, "Plutôt jeudi"),
            reason: None,
        }
    } else if step.who == 3 {
        contact::Command::FailToReach {
            support_case,
            by_what: contact::DeadEnd::LetterReturned,
            note: None,
        }
    } else {
        contact::Command::Miss(contact::NotSeen {
            support_case,
            kind: contact::Kind::HomeVisit,
            excused: step.who > 1,
            reason: None,
            domains: vec![step.domain()],
        })
    };
    let stream = Uuid::from_u128(0x7_0000 + u128::from(step.which) * 1_000 + u128::from(step.on));
    ask!(ground, Contact, stream, step, command);
}

/// Appointments, and contacts that say what came of them; turns are taken in any order.
pub(super) async fn appointment(ground: &Ground, step: Step) {
    let (support_case, stream) = (step.case(), step.of(8));
    let span = Span {
        starts_at: step.instant(),
        minutes: 30,
    };
    let agendas = vec![Agenda {
        worker: step.worker(),
        turn: step.on.into(),
        taken: Vec::new(),
    }];
    let command = match step.what {
        62 => appointment::Command::Book {
            booking: Booking {
                support_case,
                held_by: vec![step.worker()],
                with: vec![person(1)],
                kind: appointment::Kind::Home,
                span,
                place: Some(said(support_case, "Chez elle")),
                purpose: None,
            },
            agendas,
        },
        63 => appointment::Command::Move {
            span,
            reason: said(support_case, "Plutôt jeudi"),
            agendas,
        },
        64 => appointment::Command::Cancel {
            appointment: AppointmentId(stream),
            by: appointment::Party::Person,
            reason: said(support_case, "Elle travaille"),
        },
        _ => {
            let came = contact::Came::NotSeen(contact::NotSeen {
                support_case,
                kind: contact::Kind::HomeVisit,
                excused: step.who > 1,
                reason: None,
                domains: Vec::new(),
            });
            let attend = contact::Command::Attend {
                appointment: AppointmentId(stream),
                came,
            };
            let contact = Uuid::from_u128(0x9_0000 + u128::from(step.which) * 1_000 + u128::from(step.on));
            ask!(ground, Contact, contact, step, attend);
            return;
        }
    };
    ask!(ground, Appointment, stream, step, command);
}

/// How people may be reached, and messages that are taken and settled; a message is met again.
pub(super) async fn reminder(ground: &Ground, step: Step) {
    let who = person(1);
    let medium = if step.which > 1 { Medium::Sms } else { Medium::Email };
    match (step.what, step.who) {
        (72, 0) => return ask!(ground, Person, who.0, step, people::Command::WithdrawReach),
        (72, 1) => return ask!(ground, Person, who.0, step, people::Command::StopReach { medium }),
        (72, _) => {
            let reach = Reach {
                medium,
                value: Private::person(who.0, Compartment::Identity, "+33612345678".to_owned()),
                privacy: if step.on > 200 { Privacy::Unsafe } else { Privacy::Own },
                shared_with: Vec::new(),
                hours: (step.on > 100).then_some(Hours { from: 9, until: 18 }),
            };
            let asked_again = step.on.is_multiple_of(2);
            return ask!(
                ground,
                Person,
                who.0,
                step,
                people::Command::AgreeReach { reach, asked_again }
            );
        }
        _ => {}
    }
    let (stream, reminder) = (step.of(8), ReminderId(step.anywhere(12)));
    let appointment = ground.log.state::<Appointment>(stream).await.unwrap().0;
    let command = if step.what < 75 {
        let Ok(standing) = appointment.standing() else { return };
        appointment::Command::ClaimReminder {
            reminder: Reminder {
                reminder,
                person: who,
                medium,
                ahead_hours: 48,
                starts_at: standing.span.starts_at,
            },
        }
    } else {
        let outcomes = [Outcome::Sent, Outcome::Unsent, Outcome::Uncertain, Outcome::Delivered];
        let outcome = outcomes[usize::from(step.who)];
        appointment::Command::SettleReminder { reminder, outcome }
    };
    ask!(ground, Appointment, stream, step, command);
}

pub(super) async fn meeting(ground: &Ground, step: Step) {
    let participant = if step.on.is_multiple_of(2) {
        Participant::Worker(step.worker())
    } else {
        Participant::Person(person(1))
    };
    let command = match step.what {
        38 => team_meeting::Command::Schedule(team_meeting::Schedule {
            kind: team_meeting::Kind::CaseReview,
            service: SERVICE,
            starts_at: step.instant(),
            chair: step.worker(),
            place: None,
            held_on: None,
        }),
        39 if step.which == 0 => team_meeting::Command::RecordAttendance {
            participant,
            attendance: Attendance::Excused,
        },
        39 if step.which == 1 => team_meeting::Command::GiveViewpoint {
            support_case: step.case(),
            of: participant,
            text: said(step.case(), "Il y a urgence"),
            on_behalf_of: None,
        },
        39 => team_meeting::Command::Invite {
            participant,
            standing: None,
        },
        40 => team_meeting::Command::AddCase(team_meeting::AgendaItem {
            support_case: step.case(),
            question: said(step.case(), "Et après ?"),
            starts_at: step.instant(),
            minutes: u16::MAX,
        }),
        41 | 42 => team_meeting::Command::RecordDecision(team_meeting::Decision {
            decision: DecisionId(step.anywhere(4)),
            support_case: step.case(),
            text: said(step.case(), "On y va"),
            domains: vec![step.domain()],
            doer: step.doer(),
            due_on: step.on(),
            dissent: None,
            weight: None,
            votes: None,
            ground: None,
        }),
        _ => team_meeting::Command::Close,
    };
    let stream = sitting(u128::from(step.who) % 3).0;
    ask!(ground, TeamMeeting, stream, step, command);
}
