//! Appointments as an agenda: when somebody is taken, her own ahead in her week, and what a calendar elsewhere may know.

use super::Trame;
use crate::fault::Fault;
use crate::http::{Failure, Worker};
use crate::view::Opening;
use access::{Permit, Reader};
use contract::Plain;
use contract::appointment::{About, AppointmentLine, reference};
use domain::appointment::{Agenda, Kind, Span};
use domain::words::{AppointmentId, Day, WorkerId};
use icalendar::{Calendar, Class, Component, Event, EventStatus};
use jiff::{SignedDuration, Timestamp};
use journal::Shown;
use projections::appointment::AppointmentRow;
use sentences::{Language, say};
use std::collections::BTreeSet;
use uuid::Uuid;

/// How many days back and ahead a calendar elsewhere is told of: what is earlier leaves it.
const TOLD_DAYS: (i64, i64) = (31, 400);

impl Trame {
    /// The agendas of some professionals around a time, without one appointment, as the log stands now.
    ///
    /// # Errors
    /// When the views do not reach the end of the log in time, or a fault.
    pub async fn agendas(
        &self,
        permit: &Permit,
        workers: &[WorkerId],
        around: Span,
        without: AppointmentId,
    ) -> Result<Vec<Agenda>, Fault> {
        // What was given up a moment ago is free, and whoever booked a moment ago is taken.
        self.reach(Some(u64::MAX)).await?;
        let client = self.client().await?;
        Ok(projections::appointment::agendas(&client, permit, workers, around, without).await?)
    }

    /// Her appointments of which nothing has come yet: of as many days back as ahead.
    pub(super) async fn own_appointments(
        &self,
        worker: Worker,
        permit: &Permit,
        (from, until): (Day, Day),
    ) -> Result<Vec<AppointmentLine>, Fault> {
        let zone = self.clock.zone();
        let between = (from.start(zone), until.end(zone));
        let mut rows = projections::appointment::own(&self.client().await?, permit, between).await?;
        rows.retain(|row| !row.cancelled && row.outcome.is_none());
        let cases = cases_of(&rows);
        if !cases.is_empty() {
            self.journal_reading(permit, Shown::OwnAppointments, &cases, worker.at, self.views_at())
                .await?;
        }
        let labels = rows.iter().filter_map(|row| row.support_case.as_ref());
        let subjects: Vec<_> = labels.map(|(_, label)| label.subject()).collect();
        let (zone, language) = (zone.clone(), worker.language);
        let open = Opening::of_workers(&self.keyring, permit.clone(), Vec::new(), subjects, zone, language).await?;
        rows.iter().map(|row| line(&open, row)).collect()
    }

    /// The calendar of a worker, as a program elsewhere may keep it: no name, no place, no purpose.
    ///
    /// # Errors
    /// When she works on no cases, or a fault.
    pub async fn calendar(&self, reader: Reader, language: Language) -> Result<String, Failure> {
        let permit = Permit::for_own_cases(&self.table().await?, reader).ok_or_else(Failure::not_found)?;
        self.reach(Some(u64::MAX)).await?;
        let position = self.views_at();
        let now = self.clock.now();
        let days = |days: i64| SignedDuration::from_hours(days.saturating_mul(24));
        let from = now.saturating_sub(days(TOLD_DAYS.0)).unwrap_or(now);
        let until = now.saturating_add(days(TOLD_DAYS.1)).unwrap_or(now);
        let client = self.client().await.map_err(Failure::from)?;
        let rows = projections::appointment::own(&client, &permit, (from, until))
            .await
            .map_err(Fault::from)?;
        drop(client);
        let cases = cases_of(&rows);
        self.journal_reading(&permit, Shown::OwnCalendar, &cases, now, position)
            .await?;
        Ok(written(&rows, language))
    }
}

/// The cases that these appointments show.
fn cases_of(rows: &[AppointmentRow]) -> Vec<Uuid> {
    let cases: BTreeSet<Uuid> = rows
        .iter()
        .filter_map(|row| row.support_case.as_ref().map(|(case, _)| case.0))
        .collect();
    cases.into_iter().collect()
}

fn line(open: &Opening, row: &AppointmentRow) -> Result<AppointmentLine, Fault> {
    let about = match &row.support_case {
        Some((support_case, label)) => Some(About {
            support_case: *support_case,
            label: open.told(label)?,
            kind: row.kind,
        }),
        None => None,
    };
    Ok(AppointmentLine {
        appointment: row.appointment,
        about,
        starts_at: row.span.starts_at,
        minutes: row.span.minutes,
    })
}

/// The appointments in the words of RFC 5545. Instants are UTC, so that no table of zones travels with them and the hour
/// is right on both sides of a change of clocks.
fn written(rows: &[AppointmentRow], language: Language) -> String {
    let mut calendar = Calendar::empty();
    calendar
        .append_property(("VERSION", "2.0"))
        .append_property(("PRODID", "-//Trame//Agenda//FR"))
        .append_property(("CALSCALE", "GREGORIAN"))
        .append_property(("METHOD", "PUBLISH"));
    for row in rows {
        calendar.push(event(row, language));
    }
    calendar.to_string()
}

fn event(row: &AppointmentRow, language: Language) -> Event {
    let mut event = Event::new();
    event
        .uid(&format!("{}@trame", row.appointment))
        .add_property("DTSTAMP", utc(row.changed_at))
        .add_property("LAST-MODIFIED", utc(row.changed_at))
        .add_property("DTSTART", utc(row.span.starts_at))
        .add_property("DTEND", utc(row.span.ends_at()))
        .add_property("SEQUENCE", row.sequence.to_string())
        .class(Class::Confidential)
        .summary(&summary(row, language))
        .status(if row.cancelled {
            EventStatus::Cancelled
        } else {
            EventStatus::Confirmed
        });
    event.done()
}

/// Kind and reference of the case; of a case that she may not see any more, that she is taken.
fn summary(row: &AppointmentRow, language: Language) -> String {
    let Some((case, _)) = &row.support_case else {
        return say(language, "calendar.taken", &[]);
    };
    let kind = match row.kind {
        Kind::Office => "calendar.kind_office",
        Kind::Home => "calendar.kind_home",
        Kind::Phone => "calendar.kind_phone",
        Kind::Video => "calendar.kind_video",
        Kind::Outside => "calendar.kind_outside",
        Kind::GroupSession => "calendar.kind_group_session",
    };
    let (kind, reference) = (say(language, kind, &[]), reference(*case));
    let named = [("kind", kind.as_str().into()), ("reference", reference.as_str().into())];
    say(language, "calendar.appointment", &named)
}

fn utc(at: Timestamp) -> String {
    at.strftime("%Y%m%dT%H%M%SZ").to_string()
}

/// The path of a new address.
#[must_use]
pub(crate) fn address(secret: &str) -> Plain<String> {
    Plain(contract::paths::CALENDAR.replace("{secret}", secret))
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::words::SupportCaseId;
    use sealed::{Compartment, Private, Subject};

    fn row(starts_at: &str) -> AppointmentRow {
        let case = Uuid::from_u128(0xabc_def);
        let label = Private::new(
            Subject::SupportCase(case),
            Compartment::Identity,
            "Famille Besnard".to_owned(),
        );
        AppointmentRow {
            appointment: AppointmentId(Uuid::from_u128(7)),
            support_case: Some((SupportCaseId(case), label)),
            kind: Kind::Home,
            span: Span {
                starts_at: starts_at.parse().unwrap(),
                minutes: 45,
            },
            sequence: 2,
            changed_at: "2026-10-20T08:00:00Z".parse().unwrap(),
            cancelled: false,
            outcome: None,
        }
    }

    #[test]
    fn a_calendar_elsewhere_learns_when_how_and_of_which_reference_and_nothing_more() {
        let told = written(&[row("2026-10-26T09:00:00Z")], Language::Fr);
        for line in [
            "UID:00000000-0000-0000-0000-000000000007@trame",
            "DTSTART:20261026T090000Z",
            "DTEND:20261026T094500Z",
            "DTSTAMP:20261020T080000Z",
            "SEQUENCE:2",
            "STATUS:CONFIRMED",
            "CLASS:CONFIDENTIAL",
        ] {
            assert!(told.lines().any(|each| each == line), "{line} is not in {told}");
        }
        assert!(told.contains("ABCDEF") && !told.contains("Besnard"), "{told}");
    }

    #[test]
    fn of_a_case_that_she_may_not_see_a_calendar_tells_that_she_is_taken() {
        let hidden = AppointmentRow {
            support_case: None,
            cancelled: true,
            ..row("2026-10-26T09:00:00Z")
        };
        let told = written(&[hidden], Language::Fr);
        assert!(told.contains("STATUS:CANCELLED") && !told.contains("ABCDEF"), "{told}");
        assert!(!told.to_lowercase().contains("domicile"), "{told}");
    }
}
