//! What happened: the news, the meetings, and the days on which something became known.

use super::Looking;
use super::people::named;
use crate::fault::Fault;
use crate::view::Opening;
use access::{Permit, Right};
use contract::support_case::{MeetingRef, Moment, News};
use domain::words::Day;
use projections::case_file::{CaseFile, Entry, Happening};
use sealed::Compartment;
use std::collections::BTreeSet;

/// The latest happenings this reader may read, newest first.
pub(in crate::view) fn news(
    file: &CaseFile,
    open: &Opening,
    looking: &Looking,
    most: usize,
    wanted: impl Fn(&Entry<Happening>) -> bool,
) -> Result<Vec<News>, Fault> {
    let mut told = Vec::new();
    let mut events: Vec<_> = file.events.iter().filter(|event| wanted(event)).collect();
    events.sort_by_key(|event| std::cmp::Reverse((event.stamp.occurred_at, event.stamp.position)));
    for event in events {
        if told.len() == most {
            break;
        }
        told.extend(one_news(file, open, looking, event)?);
    }
    Ok(told)
}

fn one_news(
    file: &CaseFile,
    open: &Opening,
    looking: &Looking,
    event: &Entry<Happening>,
) -> Result<Option<News>, Fault> {
    let Entry { stamp, what } = event;
    let compartment = what.text.as_ref().map(sealed::Private::compartment);
    let own_draft = compartment == Some(Compartment::Draft);
    let withheld = what.text.is_some() && open.text_of(what.text.as_ref())?.is_none();
    if withheld || !may_know_of(event, open.permit()) || told_by_domain(what, open.permit()) < Right::Read {
        return Ok(None);
    }
    Ok(Some(News {
        kind: what.kind.to_owned(),
        text: open.text_of(what.text.as_ref())?,
        her_words: what.her_words,
        own_draft,
        by: open.worker_name(stamp.by)?,
        of: what.of.map(|of| named(file, open, of)).transpose()?,
        domains: what.domains.clone(),
        on: open.day(stamp.occurred_at),
        late_entry: looking.thresholds.is_late_entry(*stamp),
        after_closure: file.closed_at(stamp.occurred_at),
        corrects: what.corrects,
        position: stamp.position,
    }))
}

/// Whether this reader may know that something happened at all: a draft is its author's alone.
fn may_know_of(event: &Entry<Happening>, permit: &Permit) -> bool {
    let right = match event.what.text.as_ref().map(sealed::Private::compartment) {
        Some(Compartment::Draft) if event.stamp.by != permit.reader().worker => Right::None,
        Some(compartment) => permit.right(compartment),
        None => told_by_domain(&event.what, permit),
    };
    right >= Right::Exists
}

/// What says nothing still tells its domain, such as a level given without words.
fn told_by_domain(what: &Happening, permit: &Permit) -> Right {
    let domains = what.domains.iter().filter(|_| what.text.is_none());
    domains
        .map(|domain| permit.right(domain.compartment()))
        .min()
        .unwrap_or(Right::Write)
}

pub(super) fn meetings(file: &CaseFile) -> Vec<MeetingRef> {
    let mut meetings: Vec<_> = file
        .meetings
        .iter()
        .map(|(id, held)| MeetingRef {
            team_meeting: *id,
            kind: held.schedule.kind,
            starts_at: held.schedule.starts_at,
            closed: held.closed,
        })
        .collect();
    meetings.sort_by_key(|meeting| meeting.starts_at);
    meetings
}

pub(super) fn moments(file: &CaseFile, open: &Opening) -> Vec<Moment> {
    let met: BTreeSet<Day> = file
        .meetings
        .values()
        .map(|held| open.day(held.schedule.starts_at))
        .collect();
    let days: BTreeSet<Day> = file
        .events
        .iter()
        .filter(|event| may_know_of(event, open.permit()))
        .map(|event| open.day(event.stamp.known_at))
        .collect();
    days.into_iter()
        .map(|on| Moment {
            on,
            meeting: met.contains(&on),
        })
        .collect()
}
