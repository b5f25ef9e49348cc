//! What happened: the news, the meetings, and the days on which something became known.

use super::Looking;
use super::people::named;
use crate::fault::Fault;
use crate::view::Opening;
use crate::view::known::may_know_of;
use access::Permit;
use contract::support_case::{MeetingRef, Moment, News};
use domain::team_meeting::Participant;
use domain::words::{Day, DomainOfLife, Role};
use projections::case_file::{CaseFile, Entry, Happening, MeetingFile};
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
    if withheld || !may_know_of(event, open.permit()) || !told_by_domain(event, open.permit()) {
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
        element: (what.text.is_some() && what.lies_in.is_none() && !own_draft).then_some(stamp.element),
    }))
}

/// Whether what says nothing may be told: that something was said of a domain is for who reads there.
fn told_by_domain(event: &Entry<Happening>, permit: &Permit) -> bool {
    let reads = |domain: &DomainOfLife| {
        permit.reads(domain.compartment()) || permit.opens_element(event.stamp.element, domain.compartment())
    };
    event.what.text.is_some() || event.what.domains.iter().all(reads)
}

/// The meetings at which the case is spoken of. Who has it open for another reason is not led to their table.
pub(super) fn meetings(file: &CaseFile, permit: &Permit) -> Vec<MeetingRef> {
    let me = permit.reader();
    let acts = permit.passes_on() || me.role == Role::Manager;
    let invited = |held: &MeetingFile| {
        let mut seats = held.participants.iter().map(|(participant, _)| *participant);
        held.schedule.chair == me.worker || seats.any(|seat| seat == Participant::Worker(me.worker))
    };
    let mut meetings: Vec<_> = file
        .meetings
        .iter()
        .map(|(id, held)| MeetingRef {
            team_meeting: *id,
            kind: held.schedule.kind,
            starts_at: held.schedule.starts_at,
            closed: held.closed,
            opens: acts || invited(held),
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
