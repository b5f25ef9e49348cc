//! The course of a meeting for one case: how far it came, and what is written of each step.

use super::Opening;
use super::case::people::{addressed, named};
use crate::fault::Fault;
use contract::Plain;
use contract::team_meeting::{
    AddendumView, Course, FamilySheetView, FamilyView, FeedbackView, MinutesView, MovedView, OpenedView, SaidView,
    ShareView, SheetView, SummonsView, ValidatedView,
};
use domain::team_meeting::{FamilyInformation, Stage};
use domain::words::WorkerId;
use projections::case_file::{CaseFile, Entry, MeetingFile, Viewpoint};

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
        sheets: sheets(held, open)?,
        without_sheet: without_sheet(file, held, open),
        family_sheets: family_sheets(file, held, open)?,
        hypotheses: said(file, &held.hypotheses, open)?,
        answers: said(file, &held.answers, open)?,
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

/// A sheet of which nothing may be read here is not there at all.
fn sheets(held: &MeetingFile, open: &Opening) -> Result<Vec<SheetView>, Fault> {
    let mut views = Vec::new();
    for Entry { stamp, what } in &held.sheets {
        let texts = [&what.facts, &what.observations, &what.analysis, &what.proposal];
        let opened = texts
            .iter()
            .map(|text| open.text_of(text.as_ref()))
            .collect::<Result<Vec<_>, _>>()?;
        let [facts, observations, analysis, proposal] = opened.as_slice() else {
            continue;
        };
        if opened.iter().all(Option::is_none) {
            continue;
        }
        let service = open.service_name(what.service);
        views.push(SheetView {
            service: service.map_or_else(|| open.unknown(), |name| Plain(name.to_owned())),
            author: worker_name(what.author, open)?,
            on: open.day(stamp.occurred_at),
            facts: facts.clone(),
            observations: observations.clone(),
            analysis: analysis.clone(),
            proposal: proposal.clone(),
        });
    }
    Ok(views)
}

fn without_sheet(file: &CaseFile, held: &MeetingFile, open: &Opening) -> Vec<Plain<String>> {
    let missing = held
        .rules
        .sitting()
        .map(|sitting| sitting.without_sheet(file.support_case));
    let services = missing.into_iter().flatten();
    services
        .filter_map(|service| open.service_name(service))
        .map(|name| Plain(name.to_owned()))
        .collect()
}

fn family_sheets(file: &CaseFile, held: &MeetingFile, open: &Opening) -> Result<Vec<FamilySheetView>, Fault> {
    let mut views = Vec::new();
    for Entry { stamp, what } in &held.family_sheets {
        let Some(words) = open.text(&what.words)? else { continue };
        views.push(FamilySheetView {
            name: addressed(file, open, what.of)?,
            on: open.day(stamp.occurred_at),
            words,
            wishes: open.text_of(what.wishes.as_ref())?,
            disagreement: open.text_of(what.disagreement.as_ref())?,
        });
    }
    Ok(views)
}

fn said(file: &CaseFile, all: &[Entry<Viewpoint>], open: &Opening) -> Result<Vec<SaidView>, Fault> {
    let mut views = Vec::new();
    for Entry { what, .. } in all {
        let Some(text) = open.text(&what.text)? else { continue };
        let name = named(file, open, what.of)?;
        views.push(SaidView { name, text });
    }
    Ok(views)
}
