//! Appointments of a notebook: held, missed, or still to come.

use super::notebook::Notebook;
use super::shelf::Shelf;
use super::tables::Row;
use crate::Fault;
use crate::asking::Times;
use crate::refused::Refused;
use domain::contact::{self, Contact};
use domain::deadline::{self, Deadline};
use domain::words::{Day, Due, SupportCaseId, WorkerId};
use jiff::Timestamp;
use sealed::Compartment;

/// What became of an appointment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Outcome {
    Held,
    Missed {
        excused: bool,
    },
    ToCome,
    /// It is past, and nobody told.
    Untold,
}

/// An appointment as it was read.
pub(super) struct Appointment {
    pub(super) at: Timestamp,
    pub(super) worker: WorkerId,
    pub(super) outcome: Outcome,
}

/// Reads an appointment; none when it was deleted or holds no date of its own.
pub(super) fn read(notebook: &Notebook<'_>, row: &Row) -> Result<Option<Appointment>, Refused> {
    if row.text("deleted_at")?.is_some() {
        return Ok(None);
    }
    row.needed("date")?;
    let Some(at) = notebook.dates.instant(row, "date")? else {
        return Ok(None);
    };
    let worker = notebook.directory.worker(row, "account_id")?;
    let outcome = match row.needed("status")?.as_str() {
        "present" => Outcome::Held,
        "absent" => Outcome::Missed { excused: false },
        "excuse" | "excused" => Outcome::Missed { excused: true },
        "current" if at > notebook.office.now => Outcome::ToCome,
        "current" => Outcome::Untold,
        _ => return Err(row.origin("status").refused("le statut du rendez-vous est inconnu")),
    };
    Ok(Some(Appointment { at, worker, outcome }))
}

/// Keeps the appointments that were held, missed, or are to come.
pub(super) async fn bring_in(notebook: &Notebook<'_>) -> Result<(), Fault> {
    for row in Shelf::of(&notebook.shelf.appointments, &notebook.row.id) {
        // What cannot be read was refused with the acts of the case.
        if let Ok(Some(appointment)) = read(notebook, row) {
            keep(notebook, row, &appointment).await?;
        }
    }
    Ok(())
}

async fn keep(notebook: &Notebook<'_>, row: &Row, appointment: &Appointment) -> Result<(), Fault> {
    let (office, support_case) = (notebook.office, SupportCaseId(notebook.case));
    let kind = contact::Kind::Interview;
    let wish = match appointment.outcome {
        Outcome::Untold => return Ok(()),
        Outcome::ToCome => return set(notebook, row, appointment).await,
        Outcome::Held => contact::Command::Note(contact::Held {
            support_case,
            kind,
            with: vec![notebook.known.person],
            domains: Vec::new(),
            shared: None,
            private: None,
            words: None,
        }),
        Outcome::Missed { excused } => contact::Command::Miss(contact::NotSeen {
            support_case,
            kind,
            excused,
            reason: None,
            domains: Vec::new(),
        }),
    };
    let mut held = office.log.hold::<Contact>(notebook.thing(row)).await?;
    let times = Times::then(appointment.at);
    let errand = notebook
        .errand(row, "appointment", appointment.worker, times, wish)
        .dated();
    office.carry(&mut held, vec![errand]).await
}

async fn set(notebook: &Notebook<'_>, row: &Row, appointment: &Appointment) -> Result<(), Fault> {
    let office = notebook.office;
    let wish = deadline::Command::Set(deadline::Setting {
        support_case: SupportCaseId(notebook.case),
        kind: deadline::Kind::Imported,
        label: Some(notebook.about(Compartment::Coordination, "Rendez-vous")),
        domain: None,
        due: Due::On(Day::of(appointment.at, &office.territory)),
        legal: false,
        rule: None,
    });
    let times = match notebook.times(row, "created_at") {
        Ok(times) => times,
        Err(why) => return office.refuse(&why),
    };
    let mut held = office.log.hold::<Deadline>(notebook.thing(row)).await?;
    let errand = notebook.errand(row, "appointment to come", appointment.worker, times, wish);
    office.carry(&mut held, vec![errand]).await
}
