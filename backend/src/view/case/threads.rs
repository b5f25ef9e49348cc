//! The domains of life as threads: levels in two voices, what comes next, and what is reserved.

use super::Looking;
use crate::fault::Fault;
use crate::view::Opening;
use access::{Permit, Right};
use contract::support_case::{LevelPoint, NextStep, Reserved, ThreadView, VoiceView};
use domain::plan::Progress;
use domain::words::{Day, DomainOfLife, Due, Voice};
use projections::case_file::{CaseFile, Entry, Stamp};
use std::collections::BTreeSet;

/// The domains that someone spoke of and this reader may read, whole or something of it, in the order of the screens.
pub(in crate::view) fn domains_spoken_of(file: &CaseFile, permit: &Permit) -> Vec<DomainOfLife> {
    let something_of = |domain: &DomainOfLife| {
        let mut rated = file.assessments.iter().filter(|each| each.what.domain == *domain);
        rated.any(|each| permit.opens_element(each.stamp.element, domain.compartment()))
    };
    let spoken: BTreeSet<_> = file
        .assessments
        .iter()
        .map(|each| each.what.domain)
        .chain(file.actions.iter().map(|action| action.domain))
        .chain(file.goals.iter().map(|goal| goal.domain))
        .chain(file.measures.iter().map(|each| each.measure.domain))
        .filter(|domain| permit.reads(domain.compartment()) || something_of(domain))
        .collect();
    DomainOfLife::ALL
        .into_iter()
        .filter(|domain| spoken.contains(domain))
        .collect()
}

pub(super) fn threads(file: &CaseFile, open: &Opening, looking: &Looking) -> Result<Vec<ThreadView>, Fault> {
    let a_year_ago = Day(looking.today.0.saturating_sub(jiff::Span::new().years(1)));
    let mut threads = Vec::new();
    for domain in domains_spoken_of(file, open.permit()) {
        let points = levels(file, open, domain);
        let before = points.iter().rposition(|point| point.on < a_year_ago).unwrap_or(0);
        threads.push(ThreadView {
            domain,
            person: voice(file, open, domain, Voice::Person)?,
            worker: voice(file, open, domain, Voice::Worker)?,
            levels: points.into_iter().skip(before).collect(),
            next_step: next_step(file, open, looking, domain)?,
        });
    }
    Ok(threads)
}

/// The levels of a domain in both voices, by when they were rated.
pub(in crate::view) fn levels(file: &CaseFile, open: &Opening, domain: DomainOfLife) -> Vec<LevelPoint> {
    let mut rated: Vec<_> = file
        .assessments
        .iter()
        .filter(|each| each.what.domain == domain)
        .filter_map(|each| Some((each.stamp.occurred_at, each.what.voice, each.what.level?)))
        .collect();
    rated.sort();
    rated
        .into_iter()
        .map(|(at, voice, level)| LevelPoint {
            on: open.day(at),
            voice,
            level,
        })
        .collect()
}

fn voice(file: &CaseFile, open: &Opening, domain: DomainOfLife, voice: Voice) -> Result<Option<VoiceView>, Fault> {
    let said: Vec<_> = file
        .assessments
        .iter()
        .filter(|each| each.what.domain == domain && each.what.voice == voice)
        .collect();
    let latest = |wanted: &dyn Fn(&&&Entry<domain::support_case::Assessment>) -> bool| {
        said.iter()
            .filter(wanted)
            .max_by_key(|each| each.stamp.occurred_at)
            .copied()
    };
    let Some(last) = latest(&|_| true) else { return Ok(None) };
    let words = match latest(&|each| each.what.words.is_some()) {
        Some(each) => open.text_of(each.what.words.as_ref())?,
        None => None,
    };
    let level = latest(&|each| each.what.level.is_some()).and_then(|each| each.what.level);
    Ok(Some(VoiceView {
        level,
        words,
        on: open.day(last.stamp.occurred_at),
    }))
}

fn next_step(
    file: &CaseFile,
    open: &Opening,
    looking: &Looking,
    domain: DomainOfLife,
) -> Result<Option<NextStep>, Fault> {
    let actions = file
        .actions
        .iter()
        .filter(|action| action.domain == domain && matches!(action.progress, Progress::ToDo | Progress::Started))
        .map(|action| (action.due_on, &action.what));
    let deadlines = file
        .deadlines
        .iter()
        .filter(|each| !each.over && each.setting.domain == Some(domain))
        .filter_map(|each| Some((Some(due_day(each.due, open)), each.setting.label.as_ref()?)));
    let decided = file
        .meetings
        .values()
        .flat_map(|meeting| &meeting.decisions)
        .filter(|each| each.what.domains.first() == Some(&domain) && each.what.due_on >= looking.today)
        .map(|each| (Some(each.what.due_on), &each.what.text));
    let nearest = actions
        .chain(deadlines)
        .chain(decided)
        .min_by_key(|(due, _)| due.map_or(Day(jiff::civil::Date::MAX), |due| due));
    let Some((due_on, text)) = nearest else { return Ok(None) };
    let near = due_on.is_some_and(|due| looking.thresholds.is_near(looking.today.days_to(due), false));
    Ok(open.text(text)?.map(|text| NextStep { text, due_on, near }))
}

pub(in crate::view) fn due_day(due: Due, open: &Opening) -> Day {
    match due {
        Due::On(day) => day,
        Due::At(at) => open.day(at),
    }
}

/// What is there and may not be read, where its existence itself may be known.
pub(in crate::view) fn reserved(file: &CaseFile, permit: &Permit) -> Vec<Reserved> {
    let mut reserved: Vec<Reserved> = Vec::new();
    for (domain, _) in reserved_events(file, permit) {
        match reserved.iter_mut().find(|each| each.domain == domain) {
            Some(each) => each.items = each.items.saturating_add(1),
            None => reserved.push(Reserved { domain, items: 1 }),
        }
    }
    reserved
}

/// The items whose existence alone this reader may know, by the domain they belong to.
pub(in crate::view) fn reserved_events<'a>(
    file: &'a CaseFile,
    permit: &'a Permit,
) -> impl Iterator<Item = (DomainOfLife, Stamp)> + 'a {
    file.events.iter().filter_map(|event| {
        let text = event.what.text.as_ref()?;
        let domain = *event.what.domains.first()?;
        // An item is counted under its domain, so that too must be one of which she may know.
        let known_of = permit.right(domain.compartment()) >= Right::Exists;
        let closed = permit.right(text.compartment()) == Right::Exists && !permit.opens(text);
        (closed && known_of).then_some((domain, event.stamp))
    })
}
