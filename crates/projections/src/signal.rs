//! The ground of signals: the few dates and standing things of each case from which the rule tells what holds today.
//!
//! No signal is stored here, since time alone raises one: `domain::signal` finds them when they are asked for.

mod grounds;
mod standing;

pub use grounds::{CaseGround, Which, grounds};

use crate::view::{Rows, View, change};
use crate::{Fact, Fault, column};
use domain::words::{DomainOfLife, WorkerId};
use domain::{contact, deadline, person, plan, support_case, team_meeting};
use event_store::Recorded;
use jiff::Timestamp;
use standing::{Standing, stands, stands_by_stream};
use uuid::Uuid;

/// The ground of each case.
pub struct Grounds;

impl View for Grounds {
    fn name(&self) -> &'static str {
        "signal_ground_v3"
    }

    fn tables(&self) -> &'static str {
        include_str!("../tables/signal_ground.sql")
    }

    fn apply(&self, fact: &Fact, rows: &mut Rows) -> Result<(), Fault> {
        match fact {
            Fact::SupportCase(fact) => of_case(rows, fact)?,
            Fact::Plan(fact) => of_plan(rows, fact),
            Fact::Contact(fact) => of_contact(rows, fact),
            Fact::Deadline(fact) => of_deadline(rows, fact),
            Fact::TeamMeeting(fact) => of_meeting(rows, fact),
            Fact::Person(fact) => of_person(rows, fact),
            Fact::AccessPolicy(_)
            | Fact::Configuration(_)
            | Fact::Consent(_)
            | Fact::Sharing(_)
            | Fact::ExceptionalAccess(_)
            | Fact::Document(_)
            | Fact::FinancialAid(_)
            | Fact::Erasure(_)
            | Fact::Appointment(_)
            | Fact::Exclusion(_)
            | Fact::Household(_)
            | Fact::Organisation(_)
            | Fact::Workload(_) => {}
        }
        Ok(())
    }
}

fn of_case(rows: &mut Rows, fact: &Recorded<support_case::Event>) -> Result<(), Fault> {
    use support_case::Event;
    let case = fact.stream;
    match &fact.event {
        Event::Opened(opening) => opened(rows, fact, opening)?,
        Event::Reopened { on, trigger: _ } => change!(
            rows,
            "update signal_case set open = true, opened_on = $2, watch_until = null where support_case = $1",
            case,
            column::day(*on),
        ),
        Event::Closed { watch_until, .. } => change!(
            rows,
            "update signal_case set open = false, watch_until = $2 where support_case = $1",
            case,
            watch_until.map(column::day),
        ),
        Event::ReferentAppointed { worker } => appointed(rows, fact, worker.0),
        Event::ReferentHandedOver { to, met_on, .. } => {
            met_together(rows, case);
            if met_on.is_none() {
                changed_hands(rows, fact, to.0);
            }
        }
        Event::ReferentStoodDown { .. } | Event::HandoverMeetingHeld { .. } => met_together(rows, case),
        Event::CadenceAgreed { intensity } => change!(
            rows,
            "update signal_case set intensity = $2 where support_case = $1",
            case,
            column::code(intensity)?,
        ),
        Event::MeasureDecided(_)
        | Event::MeasureStarted(_)
        | Event::MeasureRenewalAsked { .. }
        | Event::MeasureRenewed { .. }
        | Event::MeasureEnded { .. } => standing::measures(rows, case, &fact.event),
        Event::SignalSetAside { signal, evidence, .. } => {
            standing::aside(rows, fact, *signal, evidence)?;
            // It tells nothing of the family: the file is as untouched as before.
            return Ok(());
        }
        Event::StoryRecorded(_)
        | Event::StrengthIdentified(_)
        | Event::ObstacleIdentified(_)
        | Event::SituationAssessed(_)
        | Event::SummedUp { .. }
        | Event::TeamMemberJoined(_)
        | Event::TeamMemberLeft(_)
        | Event::ComplexityReviewed { .. }
        | Event::LifeEventRecorded { .. }
        | Event::OrientationRequested { .. }
        | Event::OrientationDecided { .. }
        | Event::ActRecorded { .. } => {}
    }
    let heard = matches!(fact.event, Event::ActRecorded { .. });
    let told = Told {
        heard: heard.then_some(fact.occurred_at),
        voice: speaks(&fact.event).then_some(fact.occurred_at),
    };
    touched(rows, case, fact.known(), told);
    Ok(())
}

/// Whether the person or a child says something in it.
fn speaks(event: &support_case::Event) -> bool {
    use domain::words::Voice;
    use support_case::Event;
    match event {
        Event::StoryRecorded(_) => true,
        Event::StrengthIdentified(named) | Event::ObstacleIdentified(named) => named.named_by == Voice::Person,
        Event::SituationAssessed(assessment) => assessment.voice == Voice::Person,
        Event::Opened(_)
        | Event::SummedUp { .. }
        | Event::ReferentAppointed { .. }
        | Event::ReferentHandedOver { .. }
        | Event::ReferentStoodDown { .. }
        | Event::HandoverMeetingHeld { .. }
        | Event::TeamMemberJoined(_)
        | Event::TeamMemberLeft(_)
        | Event::CadenceAgreed { .. }
        | Event::ComplexityReviewed { .. }
        | Event::MeasureDecided(_)
        | Event::MeasureStarted(_)
        | Event::MeasureRenewalAsked { .. }
        | Event::MeasureRenewed { .. }
        | Event::MeasureEnded { .. }
        | Event::LifeEventRecorded { .. }
        | Event::OrientationRequested { .. }
        | Event::OrientationDecided { .. }
        | Event::SignalSetAside { .. }
        | Event::ActRecorded { .. }
        | Event::Closed { .. }
        | Event::Reopened { .. } => false,
    }
}

fn opened(rows: &mut Rows, fact: &Recorded<support_case::Event>, opening: &support_case::Opening) -> Result<(), Fault> {
    change!(
        rows,
        "insert into signal_case (support_case, open, opened_on, intensity, had_referent, touched_at)
         values ($1, true, $2, $3, false, $4)",
        fact.stream,
        column::day(opening.opened_on),
        column::code(&opening.intensity)?,
        fact.known(),
    );
    for person in &opening.people {
        change!(
            rows,
            "insert into signal_person (person, support_case) values ($1, $2) on conflict do nothing",
            person.0,
            fact.stream,
        );
    }
    Ok(())
}

/// A first référent is no change; one after another is.
fn appointed(rows: &mut Rows, fact: &Recorded<support_case::Event>, worker: Uuid) {
    change!(
        rows,
        "insert into signal_item (support_case, what, item, at)
         select support_case, 'handover', $2::uuid, $3::timestamptz from signal_case
         where support_case = $1 and had_referent
         on conflict (what, support_case, item) do update set at = excluded.at",
        fact.stream,
        worker,
        column::instant(fact.occurred_at),
    );
    change!(
        rows,
        "update signal_case set had_referent = true where support_case = $1 and not had_referent",
        fact.stream,
    );
}

fn changed_hands(rows: &mut Rows, fact: &Recorded<support_case::Event>, to: Uuid) {
    change!(
        rows,
        "insert into signal_item (support_case, what, item, at) values ($1, 'handover', $2, $3)
         on conflict (what, support_case, item) do update set at = excluded.at",
        fact.stream,
        to,
        column::instant(fact.occurred_at),
    );
}

fn met_together(rows: &mut Rows, case: Uuid) {
    change!(
        rows,
        "delete from signal_item where support_case = $1 and what = 'handover'",
        case,
    );
}

fn of_plan(rows: &mut Rows, fact: &Recorded<plan::Event>) {
    use plan::Event;
    let mut voice = None;
    match &fact.event {
        Event::Drafted { support_case } => belongs(rows, fact.stream, support_case.0),
        Event::GoalAgreed { .. } => voice = Some(fact.occurred_at),
        Event::ActionAssigned {
            action, domain, due_on, ..
        } => {
            let action = Standing {
                what: "action",
                item: action.0,
                on: due_on.map(column::day),
                at: None,
                domain: Some(*domain),
            };
            stands_by_stream(rows, fact.stream, action);
        }
        Event::ActionDelayed { action, due_on, .. } => change!(
            rows,
            "update signal_item set on_day = $3 where what = 'action' and item = $2
                 and support_case = (select support_case from signal_stream where stream = $1)",
            fact.stream,
            action.0,
            column::day(*due_on),
        ),
        Event::ActionCompleted { action, .. } | Event::ActionAbandoned { action, .. } => {
            over(rows, fact.stream, "action", action.0);
        }
        Event::ActionStarted { .. } | Event::GoalReached { .. } => {}
    }
    touched_by_stream(rows, fact.stream, fact.known(), voice);
}

fn of_contact(rows: &mut Rows, fact: &Recorded<contact::Event>) {
    use contact::{DeadEnd, Event};
    let mut told = Told::default();
    let case = match &fact.event {
        Event::Noted { held, .. } => {
            told.heard = held.kind.reaches_the_person().then_some(fact.occurred_at);
            told.voice = held.words.as_ref().map(|_| fact.occurred_at);
            held.support_case
        }
        Event::Missed {
            support_case, excused, ..
        } => {
            // An absence that was told is no silence.
            if !excused {
                happened(rows, fact, support_case.0, "missed");
            }
            *support_case
        }
        Event::NotReached {
            support_case, by_what, ..
        } => {
            let what = match by_what {
                DeadEnd::LetterReturned => "letter_returned",
                DeadEnd::NumberDead => "number_dead",
            };
            happened(rows, fact, support_case.0, what);
            *support_case
        }
        // A contact that is corrected is a contact that was written of; who wrote it looks at her own note.
        Event::Corrected { .. } => return,
    };
    touched(rows, case.0, fact.known(), told);
}

fn happened(rows: &mut Rows, fact: &Recorded<contact::Event>, case: Uuid, what: &'static str) {
    let standing = Standing {
        what,
        item: fact.stream,
        on: None,
        at: Some(column::instant(fact.occurred_at)),
        domain: None,
    };
    stands(rows, case, standing);
}

fn of_deadline(rows: &mut Rows, fact: &Recorded<deadline::Event>) {
    use deadline::{Event, Kind};
    match &fact.event {
        Event::Set(setting) => {
            belongs(rows, fact.stream, setting.support_case.0);
            let what = match setting.kind {
                Kind::Term => Some("term"),
                Kind::CheckIn => Some("check_in"),
                Kind::Hearing | Kind::Reply | Kind::Review | Kind::File => Some("deadline"),
                // Nobody tells Trame what became of what an earlier record expected: it would be missed for ever.
                Kind::Imported => None,
            };
            if let Some(what) = what {
                let (on, at) = crate::deadline::due_columns(setting.due);
                let due = Standing {
                    what,
                    item: fact.stream,
                    on,
                    at,
                    domain: setting.domain,
                };
                stands(rows, setting.support_case.0, due);
            }
        }
        Event::Moved { due, reason: _ } => {
            let (on, at) = crate::deadline::due_columns(*due);
            change!(
                rows,
                "update signal_item set on_day = $2, at = $3 where what in ('term', 'check_in', 'deadline') and item = $1
                     and support_case = (select support_case from signal_stream where stream = $1)",
                fact.stream,
                on,
                at,
            );
        }
        Event::Met | Event::Withdrawn { .. } | Event::Lapsed => {
            for what in ["term", "check_in", "deadline"] {
                over(rows, fact.stream, what, fact.stream);
            }
        }
    }
    // What Trame sets, meets and lets go by itself is no sign that anybody wrote of the case.
    let by_itself = match &fact.event {
        Event::Set(setting) => setting.rule.is_some(),
        Event::Met | Event::Lapsed => fact.by == WorkerId::TRAME.0,
        Event::Moved { .. } | Event::Withdrawn { .. } => false,
    };
    if !by_itself {
        touched_by_stream(rows, fact.stream, fact.known(), None);
    }
}

fn of_meeting(rows: &mut Rows, fact: &Recorded<team_meeting::Event>) {
    use team_meeting::Event;
    let case = match &fact.event {
        Event::CaseAdded(item) => item.support_case,
        Event::DecisionRecorded(decision) => decision.support_case,
        Event::ContributionGiven(sheet) => sheet.support_case,
        Event::FamilySheetWritten(sheet) => sheet.support_case,
        Event::ViewpointGiven { support_case, .. }
        | Event::FamilyInformationRecorded { support_case, .. }
        | Event::HypothesisRaised { support_case, .. }
        | Event::FamilyAnswered { support_case, .. }
        | Event::CasePutOff { support_case, .. }
        | Event::MinutesDrafted { support_case, .. }
        | Event::MinutesShared { support_case, .. }
        | Event::AddendumWritten { support_case, .. }
        | Event::FeedbackGiven { support_case, .. } => *support_case,
        // What is told of the meeting as a whole is told of none of its cases.
        Event::Scheduled(_)
        | Event::Invited { .. }
        | Event::StandingRecorded { .. }
        | Event::AttendanceRecorded { .. }
        | Event::ChairAppointed { .. }
        | Event::SummonsSent { .. }
        | Event::PreparationOpened
        | Event::Opened { .. }
        | Event::TurnBegun { .. }
        | Event::SessionEnded
        | Event::MinutesValidated { .. }
        | Event::DecisionFollowed { .. }
        | Event::ReviewHeld { .. }
        | Event::Closed
        | Event::Postponed { .. }
        | Event::Cancelled { .. } => return,
    };
    touched(rows, case.0, fact.known(), Told::default());
}

fn of_person(rows: &mut Rows, fact: &Recorded<person::Event>) {
    match &fact.event {
        person::Event::ContactDetailsRecorded { .. } => change!(
            rows,
            "update signal_case c set details_at = greatest(c.details_at, $2::timestamptz)
             from signal_person p where p.person = $1 and p.support_case = c.support_case",
            fact.stream,
            column::instant(fact.occurred_at),
        ),
        person::Event::Registered { .. }
        | person::Event::NameCorrected { .. }
        | person::Event::IdentifierRecorded { .. }
        | person::Event::ReachAgreed { .. }
        | person::Event::ReachWithdrawn
        | person::Event::ReachStopped { .. } => {}
    }
}

/// What a fact tells of the family, beside that something was written.
#[derive(Clone, Copy, Default)]
struct Told {
    heard: Option<Timestamp>,
    voice: Option<Timestamp>,
}

fn touched(rows: &mut Rows, case: Uuid, known: Timestamp, told: Told) {
    change!(
        rows,
        "update signal_case set touched_at = greatest(touched_at, $2::timestamptz),
             heard_at = greatest(heard_at, $3::timestamptz), voice_at = greatest(voice_at, $4::timestamptz)
         where support_case = $1",
        case,
        known,
        told.heard.map(column::instant),
        told.voice.map(column::instant),
    );
}

fn touched_by_stream(rows: &mut Rows, stream: Uuid, known: Timestamp, voice: Option<Timestamp>) {
    change!(
        rows,
        "update signal_case c set touched_at = greatest(c.touched_at, $2::timestamptz),
             voice_at = greatest(c.voice_at, $3::timestamptz)
         from signal_stream s where s.stream = $1 and s.support_case = c.support_case",
        stream,
        known,
        voice.map(column::instant),
    );
}

fn belongs(rows: &mut Rows, stream: Uuid, case: Uuid) {
    change!(
        rows,
        "insert into signal_stream (stream, support_case) values ($1, $2) on conflict do nothing",
        stream,
        case,
    );
}

/// What stood in a plan or for a deadline stands no more.
fn over(rows: &mut Rows, stream: Uuid, what: &'static str, item: Uuid) {
    change!(
        rows,
        "delete from signal_item where what = $2 and item = $3
             and support_case = (select support_case from signal_stream where stream = $1)",
        stream,
        what,
        item,
    );
}

/// The code of a domain, for a column.
fn code(domain: Option<DomainOfLife>) -> Option<&'static str> {
    domain.map(DomainOfLife::code)
}
