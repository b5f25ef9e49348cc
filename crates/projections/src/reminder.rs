//! The outbox of reminders: which appointments stand, whom one may remind of them and how, and what was sent.
//!
//! It says what may be due; that it is sent once is decided by the stream of the appointment, never here.

use crate::view::{Rows, View, change};
use crate::{Client, Fact, Fault, SealedColumn, column};
use access::Permit;
use domain::appointment;
use domain::person;
use domain::reminder::{Attempt, Hours, Meant, Medium, Outcome};
use domain::words::{AppointmentId, PersonId, ReminderId, Text};
use event_store::Recorded;
use jiff::Timestamp;
use std::collections::BTreeMap;
use tokio_postgres::Row;
use uuid::Uuid;

/// One row for each appointment that stands, each person who may be reminded, and each message.
pub struct Outbox;

impl View for Outbox {
    fn name(&self) -> &'static str {
        "reminder_outbox_v2"
    }

    fn tables(&self) -> &'static str {
        include_str!("../tables/reminder_outbox.sql")
    }

    fn apply(&self, fact: &Fact, rows: &mut Rows) -> Result<(), Fault> {
        match fact {
            Fact::Appointment(fact) => of_appointment(fact, rows),
            Fact::Person(fact) => of_person(fact, rows),
            Fact::AccessPolicy(_)
            | Fact::Configuration(_)
            | Fact::Consent(_)
            | Fact::Contact(_)
            | Fact::Deadline(_)
            | Fact::Document(_)
            | Fact::FinancialAid(_)
            | Fact::ExceptionalAccess(_)
            | Fact::Erasure(_)
            | Fact::Exclusion(_)
            | Fact::Household(_)
            | Fact::Organisation(_)
            | Fact::Plan(_)
            | Fact::Sharing(_)
            | Fact::SupportCase(_)
            | Fact::TeamMeeting(_)
            | Fact::Workload(_) => Ok(()),
        }
    }
}

fn of_appointment(fact: &Recorded<appointment::Event>, rows: &mut Rows) -> Result<(), Fault> {
    match &fact.event {
        appointment::Event::Booked { booking, .. } => {
            let guests: Vec<Uuid> = booking.with.iter().map(|person| person.0).collect();
            change!(
                rows,
                "insert into reminder_appointment (appointment, guests, starts_at, set_at) values ($1, $2, $3, $4)",
                fact.stream,
                guests,
                column::instant(booking.span.starts_at),
                column::instant(fact.known()),
            );
        }
        appointment::Event::Moved { span, .. } => change!(
            rows,
            "update reminder_appointment set starts_at = $2, set_at = $3 where appointment = $1",
            fact.stream,
            column::instant(span.starts_at),
            column::instant(fact.known()),
        ),
        appointment::Event::Cancelled { .. } => {
            change!(
                rows,
                "delete from reminder_appointment where appointment = $1",
                fact.stream
            );
        }
        appointment::Event::ReminderClaimed { reminder } => change!(
            rows,
            "insert into reminder_message
                 (reminder, appointment, person, medium, ahead_hours, starts_at, claimed_at)
             values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing",
            reminder.reminder.0,
            fact.stream,
            reminder.person.0,
            column::code(&reminder.medium)?,
            i32::try_from(reminder.ahead_hours).unwrap_or(i32::MAX),
            column::instant(reminder.starts_at),
            fact.recorded_at,
        ),
        appointment::Event::ReminderSettled { reminder, outcome } => change!(
            rows,
            "update reminder_message set outcome = $3 where reminder = $1 and appointment = $2",
            reminder.0,
            fact.stream,
            column::code(outcome)?,
        ),
    }
    Ok(())
}

fn of_person(fact: &Recorded<person::Event>, rows: &mut Rows) -> Result<(), Fault> {
    match &fact.event {
        person::Event::ReachAgreed { reach } => change!(
            rows,
            "insert into reminder_reach (person, medium, value, privacy, from_hour, until_hour, agreed_at, over)
             values ($1, $2, $3, $4, $5, $6, $7, false)
             on conflict (person) do update set medium = excluded.medium, value = excluded.value,
                 privacy = excluded.privacy, from_hour = excluded.from_hour, until_hour = excluded.until_hour,
                 agreed_at = excluded.agreed_at, over = false",
            fact.stream,
            column::code(&reach.medium)?,
            SealedColumn::of(&reach.value)?,
            column::code(&reach.privacy)?,
            reach.hours.map(|hours| i16::from(hours.from)),
            reach.hours.map(|hours| i16::from(hours.until)),
            column::instant(fact.known()),
        ),
        person::Event::ReachWithdrawn => {
            change!(
                rows,
                "update reminder_reach set over = true where person = $1",
                fact.stream
            );
        }
        person::Event::ReachStopped { medium } => change!(
            rows,
            "update reminder_reach set over = true where person = $1 and medium = $2",
            fact.stream,
            column::code(medium)?,
        ),
        person::Event::Registered { .. }
        | person::Event::NameCorrected { .. }
        | person::Event::ContactDetailsRecorded { .. }
        | person::Event::IdentifierRecorded { .. } => {}
    }
    Ok(())
}

/// Somebody who may be reminded of an appointment, and what was sent to her about it.
#[derive(Clone, Debug)]
pub struct Waiting {
    /// Of which appointment.
    pub appointment: AppointmentId,
    /// Whom.
    pub person: PersonId,
    /// When it is, and when she may be reached.
    pub meant: Meant,
    /// By which way.
    pub medium: Medium,
    /// What was sent to her about this hour.
    pub attempts: Vec<Attempt>,
}

/// Those who may be reminded of an appointment that begins between two instants, the nearest first. The permit is that of
/// the program itself.
///
/// # Errors
/// When they cannot be read.
pub async fn waiting(
    client: &Client,
    _permit: &Permit,
    (from, until): (Timestamp, Timestamp),
) -> Result<Vec<Waiting>, Fault> {
    let (from, until) = (column::instant(from), column::instant(until));
    let mut sent = sent(client, (from, until)).await?;
    let rows = client
        .query(&client.prepare_cached(WAITING).await?, &[&from, &until])
        .await?;
    let mut all = Vec::with_capacity(rows.len());
    for row in &rows {
        let mut each = waiting_row(row)?;
        each.attempts = sent.remove(&(each.appointment, each.person)).unwrap_or_default();
        all.push(each);
    }
    Ok(all)
}

const WAITING: &str = "
    select a.appointment, r.person, a.starts_at, greatest(a.set_at, r.agreed_at), r.from_hour, r.until_hour, r.medium
    from reminder_appointment a cross join lateral unnest(a.guests) as g (person) join reminder_reach r using (person)
    where a.starts_at > $1 and a.starts_at <= $2 and r.privacy <> 'unsafe' and not r.over
    order by a.starts_at, a.appointment, r.person";

fn waiting_row(row: &Row) -> Result<Waiting, Fault> {
    let hour = |column: usize| -> Result<Option<u8>, Fault> {
        Ok(row
            .try_get::<_, Option<i16>>(column)?
            .and_then(|hour| u8::try_from(hour).ok()))
    };
    let hours = hour(4)?.zip(hour(5)?).map(|(from, until)| Hours { from, until });
    Ok(Waiting {
        appointment: AppointmentId(row.try_get(0)?),
        person: PersonId(row.try_get(1)?),
        meant: Meant {
            starts_at: row.try_get(2)?,
            set_at: row.try_get(3)?,
            hours,
        },
        medium: column::from_code(row.try_get(6)?)?,
        attempts: Vec::new(),
    })
}

/// What was sent about appointments that begin between two instants, to whom.
async fn sent(
    client: &Client,
    (from, until): (Timestamp, Timestamp),
) -> Result<BTreeMap<(AppointmentId, PersonId), Vec<Attempt>>, Fault> {
    let sql = "
        select m.appointment, m.person, m.ahead_hours, m.claimed_at, m.outcome
        from reminder_message m join reminder_appointment a using (appointment, starts_at)
        where a.starts_at > $1 and a.starts_at <= $2 order by m.claimed_at, m.reminder";
    let rows = client
        .query(&client.prepare_cached(sql).await?, &[&from, &until])
        .await?;
    let mut sent: BTreeMap<_, Vec<Attempt>> = BTreeMap::new();
    for row in &rows {
        let key = (AppointmentId(row.try_get(0)?), PersonId(row.try_get(1)?));
        sent.entry(key).or_default().push(Attempt {
            ahead_hours: row.try_get::<_, i32>(2)?.unsigned_abs(),
            claimed_at: row.try_get(3)?,
            outcome: outcome(row.try_get(4)?)?,
        });
    }
    Ok(sent)
}

fn outcome(code: Option<&str>) -> Result<Option<Outcome>, Fault> {
    code.map(column::from_code).transpose()
}

/// The messages that were taken before an instant, and of which nothing is known.
///
/// # Errors
/// When they cannot be read.
pub async fn unsettled(
    client: &Client,
    _permit: &Permit,
    before: Timestamp,
) -> Result<Vec<(AppointmentId, ReminderId)>, Fault> {
    let sql = "select appointment, reminder from reminder_message where outcome is null and claimed_at < $1
         order by claimed_at, reminder";
    let rows = client
        .query(&client.prepare_cached(sql).await?, &[&column::instant(before)])
        .await?;
    rows.iter()
        .map(|row| Ok((AppointmentId(row.try_get(0)?), ReminderId(row.try_get(1)?))))
        .collect()
}

/// The appointment of a message.
///
/// # Errors
/// When it cannot be read.
pub async fn of_message(client: &Client, reminder: ReminderId) -> Result<Option<AppointmentId>, Fault> {
    let sql = "select appointment from reminder_message where reminder = $1";
    let row = client
        .query_opt(&client.prepare_cached(sql).await?, &[&reminder.0])
        .await?;
    Ok(row.map(|row| row.try_get(0)).transpose()?.map(AppointmentId))
}

/// Everybody with whom a way was agreed, also where it was withdrawn since, with the number or address, sealed: an answer
/// may come late.
///
/// # Errors
/// When they cannot be read.
pub async fn reached_by(client: &Client, _permit: &Permit, medium: Medium) -> Result<Vec<(PersonId, Text)>, Fault> {
    let sql = "select person, value from reminder_reach where medium = $1 order by person";
    let rows = client
        .query(&client.prepare_cached(sql).await?, &[&column::code(&medium)?])
        .await?;
    rows.iter()
        .map(|row| Ok((PersonId(row.try_get(0)?), row.try_get::<_, SealedColumn>(1)?.private())))
        .collect()
}
