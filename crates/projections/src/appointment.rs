//! The agenda: appointments as they stand, who holds them, and what came of them.

use crate::reach::{Reached, reached};
use crate::view::{Rows, View, change};
use crate::{Client, Fact, Fault, SealedColumn, column};
use access::Permit;
use domain::appointment::{self, Agenda as Seen, Event, Kind, Span, Turn};
use domain::contact;
use domain::words::{AppointmentId, SupportCaseId, Text, WorkerId};
use event_store::Recorded;
use jiff::Timestamp;
use serde::Deserialize;
use tokio_postgres::Row;
use uuid::Uuid;

/// One row for each appointment, and the turns of each agenda.
pub struct Agenda;

impl View for Agenda {
    fn name(&self) -> &'static str {
        "appointment_agenda_v1"
    }

    fn tables(&self) -> &'static str {
        include_str!("../tables/appointment_agenda.sql")
    }

    fn apply(&self, fact: &Fact, rows: &mut Rows) -> Result<(), Fault> {
        match fact {
            Fact::Appointment(fact) => of_appointment(fact, rows),
            Fact::Contact(fact) => {
                of_contact(fact, rows);
                Ok(())
            }
            Fact::AccessPolicy(_)
            | Fact::Configuration(_)
            | Fact::Consent(_)
            | Fact::Deadline(_)
            | Fact::Document(_)
            | Fact::FinancialAid(_)
            | Fact::ExceptionalAccess(_)
            | Fact::Erasure(_)
            | Fact::Exclusion(_)
            | Fact::Household(_)
            | Fact::Organisation(_)
            | Fact::Person(_)
            | Fact::Plan(_)
            | Fact::Sharing(_)
            | Fact::SupportCase(_)
            | Fact::TeamMeeting(_)
            | Fact::Workload(_) => Ok(()),
        }
    }
}

fn of_appointment(fact: &Recorded<Event>, rows: &mut Rows) -> Result<(), Fault> {
    match &fact.event {
        Event::Booked { booking, turns } => {
            change!(
                rows,
                "insert into appointment_booked
                     (appointment, support_case, kind, starts_at, ends_at, changed_at)
                 values ($1, $2, $3, $4, $5, $6)",
                fact.stream,
                booking.support_case.0,
                column::code(&booking.kind)?,
                column::instant(booking.span.starts_at),
                column::instant(booking.span.ends_at()),
                fact.recorded_at,
            );
            for worker in &booking.held_by {
                change!(
                    rows,
                    "insert into appointment_holder (worker, appointment) values ($1, $2) on conflict do nothing",
                    worker.0,
                    fact.stream,
                );
            }
            take(rows, turns);
        }
        Event::Moved { span, turns, .. } => {
            change!(
                rows,
                "update appointment_booked
                 set starts_at = $2, ends_at = $3, sequence = sequence + 1, changed_at = $4 where appointment = $1",
                fact.stream,
                column::instant(span.starts_at),
                column::instant(span.ends_at()),
                fact.recorded_at,
            );
            take(rows, turns);
        }
        Event::Cancelled { .. } => change!(
            rows,
            "update appointment_booked
             set cancelled_at = $2, sequence = sequence + 1, changed_at = $2 where appointment = $1",
            fact.stream,
            fact.recorded_at,
        ),
        Event::ReminderClaimed { .. } | Event::ReminderSettled { .. } => {}
    }
    Ok(())
}

fn of_contact(fact: &Recorded<contact::Event>, rows: &mut Rows) {
    let (appointment, outcome) = match &fact.event {
        contact::Event::Noted { appointment, .. } => (appointment, "seen"),
        contact::Event::Missed {
            appointment, excused, ..
        } => (appointment, if *excused { "excused" } else { "absent" }),
        contact::Event::NotReached { .. } | contact::Event::Corrected { .. } => return,
    };
    if let Some(appointment) = appointment {
        change!(
            rows,
            "update appointment_booked set outcome = $2 where appointment = $1",
            appointment.0,
            outcome,
        );
    }
}

fn take(rows: &mut Rows, turns: &[Turn]) {
    for turn in turns {
        change!(
            rows,
            "insert into appointment_turn as known (worker, turn) values ($1, $2)
             on conflict (worker) do update set turn = greatest(known.turn, excluded.turn)",
            turn.worker.0,
            column::stored(turn.turn),
        );
    }
}

/// The agendas of some professionals around a time, without one appointment: when each is taken, and by nothing else, so
/// that a case that is hidden from who asks is not betrayed. Turn and times are of one instant of the view.
///
/// # Errors
/// When they cannot be read.
pub async fn agendas(
    client: &Client,
    _permit: &Permit,
    workers: &[WorkerId],
    around: Span,
    without: AppointmentId,
) -> Result<Vec<Seen>, Fault> {
    let ids: Vec<Uuid> = workers.iter().map(|worker| worker.0).collect();
    let (from, until) = (column::instant(around.starts_at), column::instant(around.ends_at()));
    let rows = client
        .query(
            &client.prepare_cached(AGENDAS).await?,
            &[&ids, &without.0, &from, &until],
        )
        .await?;
    let mut agendas: Vec<Seen> = Vec::with_capacity(workers.len());
    for row in &rows {
        let worker = WorkerId(row.try_get(0)?);
        let taken = match (row.try_get::<_, Option<Timestamp>>(2)?, row.try_get(3)?) {
            (Some(starts_at), Some(ends_at)) => Some(span(starts_at, ends_at)),
            (None | Some(_), _) => None,
        };
        match agendas.iter_mut().find(|agenda| agenda.worker == worker) {
            Some(agenda) => agenda.taken.extend(taken),
            None => agendas.push(Seen {
                worker,
                turn: column::position(row.try_get(1)?),
                taken: taken.into_iter().collect(),
            }),
        }
    }
    Ok(agendas)
}

const AGENDAS: &str = "
    select w.worker, coalesce(t.turn, 0), b.starts_at, b.ends_at
    from unnest($1::uuid[]) w (worker) left join appointment_turn t using (worker)
    left join lateral (
        select a.starts_at, a.ends_at from appointment_holder h join appointment_booked a using (appointment)
        where h.worker = w.worker and a.appointment <> $2 and a.cancelled_at is null
            and a.starts_at < $4 and a.ends_at > $3) b on true";

/// What came of an appointment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// The person was seen.
    Seen,
    /// She let it be known that she would not come.
    Excused,
    /// Nobody came, and nobody said so.
    Absent,
}

/// An appointment of somebody's agenda.
#[derive(Clone, Debug)]
pub struct AppointmentRow {
    /// Which.
    pub appointment: AppointmentId,
    /// Of which case, and how that is called; none when the permit does not reach it: she is taken, and that is all.
    pub support_case: Option<(SupportCaseId, Text)>,
    /// How they meet.
    pub kind: Kind,
    /// When.
    pub span: Span,
    /// How often it was changed.
    pub sequence: i32,
    /// When it was changed last.
    pub changed_at: Timestamp,
    /// Whether it was given up.
    pub cancelled: bool,
    /// What came of it.
    pub outcome: Option<Outcome>,
}

/// The appointments that who asks holds herself and that are not over before an instant, nor begin after another; those
/// given up and those of which something came are among them. The nearest first.
///
/// # Errors
/// When they cannot be read.
pub async fn own(
    client: &Client,
    permit: &Permit,
    (from, until): (Timestamp, Timestamp),
) -> Result<Vec<AppointmentRow>, Fault> {
    let reached = Reached::by(permit);
    let (from, until) = (column::instant(from), column::instant(until));
    let worker = permit.reader().worker.0;
    let rows = client
        .query(
            &client.prepare_cached(OWN).await?,
            &reached.values(&[&worker, &from, &until]),
        )
        .await?;
    rows.iter().map(appointment_row).collect()
}

const OWN: &str = concat!(
    "select a.appointment, c.support_case, c.label, a.kind, a.starts_at, a.ends_at, a.sequence, a.changed_at,
         a.cancelled_at is not null, a.outcome
     from appointment_holder h join appointment_booked a using (appointment)
     left join support_case_register c on c.support_case = a.support_case and ",
    reached!(),
    " where h.worker = $6 and a.ends_at > $7 and a.starts_at <= $8
     order by a.starts_at, a.appointment"
);

fn appointment_row(row: &Row) -> Result<AppointmentRow, Fault> {
    let case: Option<Uuid> = row.try_get(1)?;
    let label: Option<SealedColumn> = row.try_get(2)?;
    Ok(AppointmentRow {
        appointment: AppointmentId(row.try_get(0)?),
        kind: column::from_code(row.try_get(3)?)?,
        span: span(row.try_get(4)?, row.try_get(5)?),
        support_case: case.map(SupportCaseId).zip(label.map(SealedColumn::private)),
        sequence: row.try_get(6)?,
        changed_at: row.try_get(7)?,
        cancelled: row.try_get(8)?,
        outcome: row.try_get::<_, Option<&str>>(9)?.map(column::from_code).transpose()?,
    })
}

fn span(starts_at: Timestamp, ends_at: Timestamp) -> Span {
    let minutes = ends_at.duration_since(starts_at).as_mins();
    Span {
        starts_at,
        minutes: u32::try_from(minutes).unwrap_or(appointment::LONGEST),
    }
}
