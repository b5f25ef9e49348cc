//! The signals of a case, with the names of what they rest on, as far as this reader may read them.

use crate::app::Signalled;
use crate::fault::Fault;
use crate::view::{Opening, due};
use contract::Plain;
use contract::signal::{EvidenceView, SignalView};
use domain::signal::{Evidence, Kind, Signal};
use domain::words::{Day, WorkerId};
use projections::case_file::CaseFile;
use uuid::Uuid;

/// The signals of the case that is looked at.
///
/// # Errors
/// When a value cannot be opened.
pub fn signals(file: &CaseFile, open: &Opening, found: &Signalled, today: Day) -> Result<Vec<SignalView>, Fault> {
    found
        .signals
        .iter()
        .map(|signal| {
            view(signal, found.rhythm_days, today, |evidence| {
                name(file, open, signal.kind, evidence)
            })
        })
        .collect()
}

/// A signal as it is told, each evidence with its name.
///
/// # Errors
/// When a name cannot be opened.
pub fn view(
    signal: &Signal,
    rhythm_days: Option<u32>,
    today: Day,
    name: impl Fn(&Evidence) -> Result<Option<Plain<String>>, Fault>,
) -> Result<SignalView, Fault> {
    let mut evidence = Vec::with_capacity(signal.evidence.len());
    for mark in &signal.evidence {
        evidence.push(EvidenceView {
            item: mark.item,
            on: mark.on,
            step: mark.step,
            days: mark.on.days_to(today),
            label: name(mark)?,
        });
    }
    Ok(SignalView {
        kind: signal.kind,
        since: signal.since,
        rhythm_days: rhythm_days.filter(|_| signal.kind == Kind::Silence),
        evidence,
    })
}

fn name(file: &CaseFile, open: &Opening, kind: Kind, evidence: &Evidence) -> Result<Option<Plain<String>>, Fault> {
    let Some(item) = evidence.item else { return Ok(None) };
    match kind {
        Kind::ActionOverdue => {
            let action = file.actions.iter().find(|each| each.action.0 == item);
            open.text_of(action.map(|each| &each.what))
        }
        Kind::MeasureUnstarted => {
            let decided = file.decided.iter().rev().find(|each| each.measure.0 == item);
            open.text_of(decided.map(|each| &each.label))
        }
        Kind::TermWithoutRenewal | Kind::DeadlineMissed => term(file, open, item),
        Kind::HandoverUnmet => open.worker_name(WorkerId(item)),
        Kind::Silence
        | Kind::MissedInARow
        | Kind::LetterReturned
        | Kind::NumberDead
        | Kind::NoVoice
        | Kind::Untouched
        | Kind::CheckInsUnanswered => Ok(None),
    }
}

/// A term is that of a measure, or a deadline of its own.
fn term(file: &CaseFile, open: &Opening, item: Uuid) -> Result<Option<Plain<String>>, Fault> {
    let measure = file.measures.iter().rev().find(|each| each.measure.measure.0 == item);
    if let Some(file) = measure {
        return open.text(&file.measure.label);
    }
    let deadline = file.deadlines.iter().find(|each| each.deadline.0 == item);
    deadline.map_or(Ok(None), |each| due::name(&each.setting, open))
}
