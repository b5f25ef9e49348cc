//! Team meetings: who is invited, which situations are on the agenda, and what was decided.

mod lists;

pub use lists::{AgendaRow, Lists, MeetingRow, agenda, of_reader};

use crate::plan::doer_columns;
use crate::view::{Rows, View, change};
use crate::{Fact, Fault, column};
use domain::team_meeting::{Decision, Event, NewDay, Participant, Stage};
use event_store::Recorded;
use jiff::Timestamp;
use uuid::Uuid;

/// Meetings with their people, agenda and decisions.
pub struct Agenda;

impl View for Agenda {
    fn name(&self) -> &'static str {
        "team_meeting_agenda_v3"
    }

    fn tables(&self) -> &'static str {
        include_str!("../tables/team_meeting_agenda.sql")
    }

    fn apply(&self, fact: &Fact, rows: &mut Rows) -> Result<(), Fault> {
        let Fact::TeamMeeting(fact) = fact else { return Ok(()) };
        let meeting = fact.stream;
        match &fact.event {
            Event::Scheduled(schedule) => change!(
                rows,
                "insert into team_meeting_sitting (team_meeting, kind, service, chair, starts_at, stage)
                 values ($1, $2, $3, $4, $5, $6)",
                meeting,
                column::code(&schedule.kind)?,
                schedule.service.0,
                schedule.chair.0,
                column::instant(schedule.starts_at),
                Stage::Scheduled.code(),
            ),
            Event::Invited { participant, .. } => {
                let (kind, id) = participant_columns(*participant);
                change!(
                    rows,
                    "insert into team_meeting_participant (team_meeting, kind, participant) values ($1, $2, $3)",
                    meeting,
                    kind,
                    id,
                );
            }
            Event::AttendanceRecorded {
                participant,
                attendance,
            } => {
                let (kind, id) = participant_columns(*participant);
                change!(
                    rows,
                    "update team_meeting_participant set attendance = $4
                     where team_meeting = $1 and kind = $2 and participant = $3",
                    meeting,
                    kind,
                    id,
                    column::code(attendance)?,
                );
            }
            Event::CaseAdded(item) => change!(
                rows,
                "insert into team_meeting_agenda (team_meeting, support_case, position, starts_at, minutes)
                 values ($1, $2, $3, $4, $5)",
                meeting,
                item.support_case.0,
                column::stored(fact.position),
                column::instant(item.starts_at),
                i32::from(item.minutes),
            ),
            Event::DecisionRecorded(decision) => decided(meeting, decision, fact, rows),
            Event::DecisionFollowed { decision, .. } => change!(
                rows,
                "update team_meeting_decision set followed_at = $3 where team_meeting = $1 and decision = $2",
                meeting,
                decision.0,
                fact.occurred_at,
            ),
            Event::ChairAppointed { worker } => change!(
                rows,
                "update team_meeting_sitting set chair = $2 where team_meeting = $1",
                meeting,
                worker.0,
            ),
            Event::Postponed { to, .. } => postponed(meeting, to, rows),
            Event::SummonsSent { .. } => stands(meeting, Stage::Convened, rows),
            Event::PreparationOpened => stands(meeting, Stage::Preparing, rows),
            Event::Opened { .. } => stands(meeting, Stage::InSession, rows),
            Event::SessionEnded => ended(meeting, Stage::SessionEnded, fact.occurred_at, rows),
            Event::MinutesDrafted { .. } => ended(meeting, Stage::MinutesDrafted, fact.occurred_at, rows),
            Event::MinutesValidated { .. } => ended(meeting, Stage::MinutesValidated, fact.occurred_at, rows),
            Event::MinutesShared { .. } => ended(meeting, Stage::Distributed, fact.occurred_at, rows),
            Event::Closed => ended(meeting, Stage::Closed, fact.occurred_at, rows),
            Event::Cancelled { .. } => ended(meeting, Stage::Cancelled, fact.occurred_at, rows),
            Event::StandingRecorded { .. }
            | Event::FamilyInformationRecorded { .. }
            | Event::ContributionGiven(_)
            | Event::FamilySheetWritten(_)
            | Event::TurnBegun { .. }
            | Event::HypothesisRaised { .. }
            | Event::FamilyAnswered { .. }
            | Event::ViewpointGiven { .. }
            | Event::CasePutOff { .. }
            | Event::AddendumWritten { .. }
            | Event::FeedbackGiven { .. }
            | Event::ReviewHeld { .. } => {}
        }
        Ok(())
    }
}

fn decided(meeting: Uuid, decision: &Decision, fact: &Recorded<Event>, rows: &mut Rows) {
    let (doer_kind, doer) = doer_columns(&decision.doer);
    change!(
        rows,
        "insert into team_meeting_decision
             (decision, team_meeting, support_case, doer_kind, doer, due_on, decided_at, known_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8)",
        decision.decision.0,
        meeting,
        decision.support_case.0,
        doer_kind,
        doer,
        column::day(decision.due_on),
        fact.occurred_at,
        fact.known(),
    );
    // A session in which something was decided; an earlier record decides without ever telling that one was open.
    change!(
        rows,
        "update team_meeting_sitting set stage = $3 where team_meeting = $1 and stage = $2",
        meeting,
        Stage::InSession.code(),
        Stage::Decided.code(),
    );
}

/// The turns move along with the meeting, and nobody has come yet.
fn postponed(meeting: Uuid, to: &NewDay, rows: &mut Rows) {
    change!(
        rows,
        "update team_meeting_agenda a set starts_at = a.starts_at + ($2 - s.starts_at)
         from team_meeting_sitting s where s.team_meeting = $1 and a.team_meeting = $1",
        meeting,
        column::instant(to.starts_at),
    );
    change!(
        rows,
        "update team_meeting_sitting set starts_at = $2, stage = $3 where team_meeting = $1",
        meeting,
        column::instant(to.starts_at),
        Stage::Scheduled.code(),
    );
    change!(
        rows,
        "update team_meeting_participant set attendance = null where team_meeting = $1",
        meeting,
    );
}

fn stands(meeting: Uuid, stage: Stage, rows: &mut Rows) {
    change!(
        rows,
        "update team_meeting_sitting set stage = $2 where team_meeting = $1",
        meeting,
        stage.code(),
    );
}

/// It is over since the first of the steps that end it.
fn ended(meeting: Uuid, stage: Stage, at: Timestamp, rows: &mut Rows) {
    change!(
        rows,
        "update team_meeting_sitting set stage = $2, closed_at = coalesce(closed_at, $3) where team_meeting = $1",
        meeting,
        stage.code(),
        at,
    );
}

fn participant_columns(participant: Participant) -> (&'static str, Uuid) {
    match participant {
        Participant::Worker(worker) => ("worker", worker.0),
        Participant::Person(person) => ("person", person.0),
    }
}
