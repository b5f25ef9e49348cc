//! Team meetings: who is invited, which situations are on the agenda, and what was decided.

mod lists;

pub use lists::{AgendaRow, Lists, MeetingRow, agenda, of_reader};

use crate::plan::doer_columns;
use crate::view::{Rows, View, change};
use crate::{Fact, Fault, column};
use domain::team_meeting::{Event, Participant};
use uuid::Uuid;

/// Meetings with their people, agenda and decisions.
pub struct Agenda;

impl View for Agenda {
    fn name(&self) -> &'static str {
        "team_meeting_agenda_v2"
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
                "insert into team_meeting_sitting (team_meeting, kind, service, chair, starts_at)
                 values ($1, $2, $3, $4, $5)",
                meeting,
                column::code(&schedule.kind)?,
                schedule.service.0,
                schedule.chair.0,
                column::instant(schedule.starts_at),
            ),
            Event::Invited { participant } => {
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
            Event::DecisionRecorded(decision) => {
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
            }
            Event::Closed => change!(
                rows,
                "update team_meeting_sitting set closed_at = $2 where team_meeting = $1",
                meeting,
                fact.occurred_at,
            ),
            Event::ViewpointGiven { .. } => {}
        }
        Ok(())
    }
}

fn participant_columns(participant: Participant) -> (&'static str, Uuid) {
    match participant {
        Participant::Worker(worker) => ("worker", worker.0),
        Participant::Person(person) => ("person", person.0),
    }
}
