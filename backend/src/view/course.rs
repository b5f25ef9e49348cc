//! The course of a meeting for one case: how far it came, and what is written of each step.

use super::Opening;
use super::case::people::{addressed, named};
use crate::fault::Fault;
use contract::Plain;
use contract::team_meeting::{
    AddendumView, Course, FamilyView, FeedbackView, MinutesView, MovedView, OpenedView, ShareView, SummonsView,
    ValidatedView,
};
use domain::team_meeting::{FamilyInformation, Stage};
use domain::words::WorkerId;
use projections::case_file::{CaseFile, Entry, MeetingFile};

/// The course of a meeting, as far as it concerns this case.
///
/// # Errors
/// When a value cannot be opened.
pub(super) fn course(file: &CaseFile, held: &MeetingFile, open: &Opening) -> Result<Course, Fault> {
    let stage = held.rules.stage().unwrap_or(Stage::Scheduled);
    Ok(Course {
        stage,
        held_on: held
            .schedule
            .held_on
            .unwrap_or_else(|| open.day(held.schedule.starts_at)),
        summons: held
            .summons
            .map(|(sent_on, short_of)| SummonsView { sent_on, short_of }),
        moved: moved(held, open)?,
        family: held
            .family
            .as_ref()
            .map(|told| family(file, &told.what, stage, open))
            .transpose()?,
        opened: held.opened.map(|stamp| OpenedView {
            at: stamp.occurred_at,
            position: stamp.position,
        }),
        put_off: open.text_of(held.put_off.as_ref().map(|entry| &entry.what))?,
        cancelled: open.text_of(held.cancelled.as_ref().map(|entry| &entry.what))?,
        minutes: minutes(held, open)?,
        shares: shares(file, held, open)?,
        addenda: addenda(held, open)?,
        feedback: held
            .feedback
            .iter()
            .map(|entry| {
                let (to, on) = entry.what;
                let name = addressed(file, open, to)?;
                Ok(FeedbackView { name, on })
            })
            .collect::<Result<_, Fault>>()?,
    })
}

fn worker_name(worker: WorkerId, open: &Opening) -> Result<Plain<String>, Fault> {
    Ok(open.worker_name(worker)?.unwrap_or_else(|| open.unknown()))
}

fn moved(held: &MeetingFile, open: &Opening) -> Result<Vec<MovedView>, Fault> {
    let view = |entry: &Entry<domain::team_meeting::NewDay>| {
        Ok(MovedView {
            held_on: entry.what.held_on,
            because: entry.what.because,
            words: open.text_of(entry.what.words.as_ref())?,
        })
    };
    held.moved.iter().map(view).collect()
}

/// Why she was not told is no word for a screen that she may be looking at: it is not shown while they sit.
fn family(file: &CaseFile, information: &FamilyInformation, stage: Stage, open: &Opening) -> Result<FamilyView, Fault> {
    let mut view = FamilyView {
        how: information.code().to_owned(),
        on: None,
        by: None,
        reason: None,
    };
    match information {
        FamilyInformation::Informed { on, by } => {
            view.on = Some(*on);
            view.by = Some(worker_name(*by, open)?);
        }
        FamilyInformation::Represented { by } => view.by = Some(named(file, open, *by)?),
        FamilyInformation::Withheld { reason } if !stage.is_in_session() => view.reason = open.text(reason)?,
        FamilyInformation::Withheld { .. } | FamilyInformation::Present => {}
    }
    Ok(view)
}

/// Minutes of which nothing may be read here are not there at all.
fn minutes(held: &MeetingFile, open: &Opening) -> Result<Option<MinutesView>, Fault> {
    let Some(written) = &held.minutes else { return Ok(None) };
    let Some(text) = open.text(&written.what.text)? else {
        return Ok(None);
    };
    let validated = held.validated.as_ref().map(|entry| {
        Ok::<_, Fault>(ValidatedView {
            by: worker_name(entry.what, open)?,
            on: open.day(entry.stamp.occurred_at),
        })
    });
    Ok(Some(MinutesView {
        text,
        author: worker_name(written.what.author, open)?,
        on: open.day(written.stamp.occurred_at),
        version: written.what.version,
        validated: validated.transpose()?,
    }))
}

fn shares(file: &CaseFile, held: &MeetingFile, open: &Opening) -> Result<Vec<ShareView>, Fault> {
    let view = |entry: &Entry<projections::case_file::Share>| {
        Ok(ShareView {
            with: entry.what.with,
            name: named(file, open, entry.what.with)?,
            basis: entry.what.basis,
            on: open.day(entry.stamp.occurred_at),
        })
    };
    held.shares.iter().map(view).collect()
}

fn addenda(held: &MeetingFile, open: &Opening) -> Result<Vec<AddendumView>, Fault> {
    let mut views = Vec::new();
    for entry in &held.addenda {
        let Some(text) = open.text(&entry.what.text)? else {
            continue;
        };
        views.push(AddendumView {
            text,
            author: worker_name(entry.what.author, open)?,
            on: open.day(entry.stamp.occurred_at),
        });
    }
    Ok(views)
}
