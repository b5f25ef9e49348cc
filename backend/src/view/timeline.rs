//! The timeline of a case for one reader: lanes, knots, spells, silences and what is due.

use super::case::Looking;
use super::case::happened::news;
use super::case::people::age;
use super::case::threads::{domains_spoken_of, due_day, levels, reserved, reserved_events};
use super::known::knows_silences;
use super::{Opening, due};
use crate::fault::Fault;
use contract::Plain;
use contract::timeline::{
    Act, ContactMark, Flag, Knot, Lack, Lane, LifeEvent, MeasureBar, NamedAge, ReferentSpell, ReservedLane, Silence,
    SinceLastVisit, Timeline,
};
use domain::configuration::Cadence;
use domain::household::Place;
use domain::plan::Progress;
use domain::signal;
use domain::words::{Day, DomainOfLife};
use jiff::Timestamp;
use projections::case_file::{CaseFile, ContactFile, DeadlineFile, Stamp};
use std::collections::BTreeSet;

/// Whether something became known since the reader's last visit, by another.
type IsNew<'a> = &'a dyn Fn(Stamp) -> bool;

/// The timeline as this reader may see it; none when nothing was known of the case on the day asked.
///
/// # Errors
/// When a value cannot be opened.
pub fn timeline(
    file: &CaseFile,
    open: &Opening,
    looking: &Looking,
    cadence: Option<&Cadence>,
    last_visit: Option<Timestamp>,
) -> Result<Option<Timeline>, Fault> {
    let Some(opening) = &file.opening else { return Ok(None) };
    let me = open.permit().reader().worker;
    let is_new: IsNew<'_> = &|stamp| last_visit.is_some_and(|visited| stamp.known_at > visited && stamp.by != me);
    Ok(Some(Timeline {
        support_case: file.support_case,
        label: open.told(&opening.what.label)?,
        people: people(file, open, looking.today)?,
        opened_on: opening.what.opened_on,
        closed_on: file.closed_on(),
        today: looking.today,
        as_known_on: looking.as_known_on,
        nothing_known: file.nothing_known,
        from_source: file.from_source(),
        referents: referents(file, open, looking.today)?,
        lanes: lanes(file, open, looking, is_new)?,
        meetings: knots(file, open, is_new),
        life_events: life_events(file, open, is_new)?,
        silences: silences(file, open, cadence, looking.today),
        deadlines: flags(file, open, looking, is_new)?,
        reserved: reserved_lanes(file, open),
        acts: acts(file, open, is_new)?,
        since: since(file, open, looking, last_visit, is_new)?,
        position: looking.position,
        topic: looking.topic.clone(),
    }))
}

fn people(file: &CaseFile, open: &Opening, today: Day) -> Result<Vec<NamedAge>, Fault> {
    file.members
        .iter()
        .map(|member| {
            let known = file
                .people
                .get(&member.person)
                .and_then(|person| person.birth_month.as_deref());
            let child_age = age(known, today).filter(|_| member.place == Place::Child);
            Ok(NamedAge {
                first_name: Plain(open.name(member.person)?.first),
                child_age,
            })
        })
        .collect()
}

fn referents(file: &CaseFile, open: &Opening, today: Day) -> Result<Vec<ReferentSpell>, Fault> {
    let mut spells: Vec<ReferentSpell> = Vec::new();
    let mut followed: Vec<_> = file.referents.clone();
    followed.sort_by_key(|spell| spell.from);
    for spell in followed {
        let from = open.day(spell.from);
        let gap_from = spells
            .last()
            .and_then(|before| before.until)
            .filter(|until| until.days_to(from) > 1);
        if let Some(gap_from) = gap_from {
            spells.push(ReferentSpell {
                referent: None,
                from: gap_from,
                until: Some(from),
            });
        }
        let until = spell.until.map(|at| open.day(at));
        spells.push(ReferentSpell {
            referent: open.worker(spell.worker)?,
            from,
            until,
        });
    }
    let left = spells.last().and_then(|last| last.until);
    if let (Some(left), None) = (left, file.closed_on())
        && left < today
    {
        spells.push(ReferentSpell {
            referent: None,
            from: left,
            until: None,
        });
    }
    Ok(spells)
}

/// The domains of the lanes, in the order of the screens: all that something is told of.
fn domains_of_lanes(file: &CaseFile, open: &Opening) -> Vec<DomainOfLife> {
    let spoken: BTreeSet<_> = domains_spoken_of(file, open.permit()).into_iter().collect();
    let mut told = spoken.clone();
    told.extend(file.contacts.iter().flat_map(|contact| &contact.domains));
    told.extend(
        file.deadlines
            .iter()
            .filter(|due| !due.over)
            .filter_map(|due| due.setting.domain),
    );
    let decisions = file.meetings.values().flat_map(|held| &held.decisions);
    told.extend(decisions.flat_map(|decision| &decision.what.domains));
    DomainOfLife::ALL
        .into_iter()
        .filter(|domain| spoken.contains(domain) || told.contains(domain) && open.permit().reads(domain.compartment()))
        .collect()
}

fn lanes(file: &CaseFile, open: &Opening, looking: &Looking, is_new: IsNew<'_>) -> Result<Vec<Lane>, Fault> {
    let mut lanes = Vec::new();
    for domain in domains_of_lanes(file, open) {
        lanes.push(Lane {
            domain: Some(domain),
            levels: levels(file, open, domain),
            contacts: contacts(file, open, looking, |contact| contact.domains.contains(&domain), is_new)?,
            measures: measures(file, open, domain)?,
        });
    }
    let contacts = contacts(file, open, looking, |contact| contact.domains.is_empty(), is_new)?;
    let due = |flag: &DeadlineFile| !flag.over && flag.setting.domain.is_none();
    if !contacts.is_empty() || file.deadlines.iter().any(due) {
        lanes.push(Lane {
            domain: None,
            levels: Vec::new(),
            contacts,
            measures: Vec::new(),
        });
    }
    Ok(lanes)
}

fn contacts(
    file: &CaseFile,
    open: &Opening,
    looking: &Looking,
    wanted: impl Fn(&ContactFile) -> bool,
    is_new: IsNew<'_>,
) -> Result<Vec<ContactMark>, Fault> {
    let me = open.permit().reader().worker;
    // A contact that holds nothing but a private note is its author's alone, as the note is.
    let told = |contact: &&ContactFile| {
        let only_private = contact.private.is_some() && contact.shared.is_none() && contact.words.is_none();
        !only_private || contact.stamp.by == me
    };
    let mut about: Vec<&ContactFile> = file
        .contacts
        .iter()
        .filter(|contact| wanted(contact))
        .filter(told)
        .collect();
    about.sort_by_key(|contact| contact.stamp.occurred_at);
    about
        .into_iter()
        .map(|contact| {
            let stamp = contact.stamp;
            Ok(ContactMark {
                on: open.day(stamp.occurred_at),
                kind: contact.kind,
                by: open.worker_name(stamp.by)?,
                missed: contact.missed.is_some(),
                text: open.text_of(contact.shared.as_ref().or(contact.words.as_ref()))?,
                late_entry: looking.thresholds.is_late_entry(stamp),
                is_new: is_new(stamp),
                position: stamp.position,
            })
        })
        .collect()
}

fn measures(file: &CaseFile, open: &Opening, domain: DomainOfLife) -> Result<Vec<MeasureBar>, Fault> {
    let mut bars = Vec::new();
    for each in file.measures.iter().filter(|each| each.measure.domain == domain) {
        let Some(label) = open.text(&each.measure.label)? else {
            continue;
        };
        bars.push(MeasureBar {
            measure: each.measure.measure,
            label,
            from: each.measure.from,
            until: each.ended_on.or(each.measure.until),
        });
    }
    bars.sort_by_key(|bar| bar.from);
    Ok(bars)
}

fn knots(file: &CaseFile, open: &Opening, is_new: IsNew<'_>) -> Vec<Knot> {
    let lanes = domains_of_lanes(file, open);
    let mut knots: Vec<_> = file
        .meetings
        .iter()
        .map(|(id, held)| {
            let readable = |domain: &DomainOfLife| open.permit().reads(domain.compartment());
            let decisions = held
                .decisions
                .iter()
                .filter(|each| each.what.domains.is_empty() || each.what.domains.iter().any(readable));
            let tied = |domain: &DomainOfLife| held.decisions.iter().any(|each| each.what.domains.contains(domain));
            Knot {
                team_meeting: *id,
                kind: held.schedule.kind,
                starts_at: held.schedule.starts_at,
                on: open.day(held.schedule.starts_at),
                domains: lanes.iter().copied().filter(tied).collect(),
                decisions: u32::try_from(decisions.clone().count()).unwrap_or(u32::MAX),
                is_new: decisions.map(|each| each.stamp).any(is_new),
                closed: held.closed,
            }
        })
        .collect();
    knots.sort_by_key(|knot| knot.starts_at);
    knots
}

fn life_events(file: &CaseFile, open: &Opening, is_new: IsNew<'_>) -> Result<Vec<LifeEvent>, Fault> {
    let mut turns = Vec::new();
    for each in &file.life_events {
        let (on, text, _) = &each.what;
        let is_new = is_new(each.stamp);
        turns.extend(open.text(text)?.map(|text| LifeEvent { on: *on, text, is_new }));
    }
    turns.sort_by_key(|turn| turn.on);
    Ok(turns)
}

/// Silences: held contacts further apart than the rhythm agreed at that time allows, and times without a référent.
fn silences(file: &CaseFile, open: &Opening, cadence: Option<&Cadence>, today: Day) -> Vec<Silence> {
    let mut found = if knows_silences(open.permit()) {
        without_contact(file, open, cadence, today)
    } else {
        Vec::new()
    };
    let mut spells = file.referents.clone();
    spells.sort_by_key(|spell| spell.from);
    for pair in spells.windows(2) {
        let [before, after] = pair else { continue };
        let Some(left) = before.until else { continue };
        let (from, until) = (open.day(left), open.day(after.from));
        if from.days_to(until) > 1 {
            found.push(silence(from, Some(until), today, Lack::Referent));
        }
    }
    found.sort_by_key(|silence| silence.from);
    found
}

fn without_contact(file: &CaseFile, open: &Opening, cadence: Option<&Cadence>, today: Day) -> Vec<Silence> {
    let (Some(cadence), Some(opening)) = (cadence, &file.opening) else {
        return Vec::new();
    };
    let mut heard: Vec<_> = file
        .contacts
        .iter()
        .filter(|contact| contact.missed.is_none() && contact.kind.reaches_the_person())
        .map(|each| each.stamp.occurred_at)
        .collect();
    heard.extend(file.acts.iter().map(|act| act.stamp.occurred_at));
    heard.push(opening.stamp.occurred_at);
    heard.sort();
    let closed = file.closed_on();
    let end = closed.map_or(today, |closed| closed.min(today));
    let days: Vec<Day> = heard.iter().map(|at| open.day(*at)).chain([end]).collect();
    let mut found = Vec::new();
    for (pair, at) in days.windows(2).zip(&heard) {
        let [from, until] = pair else { continue };
        let tolerated = file
            .intensities
            .iter()
            .rev()
            .find(|agreed| agreed.stamp.occurred_at <= *at)
            .and_then(|agreed| signal::tolerated_quiet(cadence, agreed.what))
            .map_or(i32::MAX, |days| i32::try_from(days).unwrap_or(i32::MAX));
        if from.days_to(*until) > tolerated {
            let ongoing = *until == end && closed.is_none();
            found.push(silence(*from, (!ongoing).then_some(*until), today, Lack::Contact));
        }
    }
    found
}

fn silence(from: Day, until: Option<Day>, today: Day, lack: Lack) -> Silence {
    let days = u32::try_from(from.days_to(until.unwrap_or(today))).unwrap_or(0);
    Silence {
        from,
        until,
        days,
        lack,
    }
}

fn flags(file: &CaseFile, open: &Opening, looking: &Looking, is_new: IsNew<'_>) -> Result<Vec<Flag>, Fault> {
    let near = |due: Day, by_law| looking.thresholds.is_near(looking.today.days_to(due), by_law);
    let readable = |domain: Option<DomainOfLife>| domain.is_none_or(|domain| open.permit().reads(domain.compartment()));
    let mut flags = Vec::new();
    for each in file
        .deadlines
        .iter()
        .filter(|each| !each.over && readable(each.setting.domain))
    {
        let due_on = due_day(each.due, open);
        flags.push(Flag {
            due_on,
            kind: Some(each.setting.kind),
            label: due::name(&each.setting, open)?,
            domain: each.setting.domain,
            near: near(due_on, each.setting.legal),
            is_new: is_new(each.stamp),
        });
    }
    for action in file
        .actions
        .iter()
        .filter(|each| matches!(each.progress, Progress::ToDo | Progress::Started))
    {
        let (Some(due_on), Some(label)) = (action.due_on, open.text(&action.what)?) else {
            continue;
        };
        flags.push(Flag {
            due_on,
            kind: None,
            label: Some(label),
            domain: Some(action.domain),
            near: near(due_on, false),
            is_new: is_new(action.stamp),
        });
    }
    flags.sort_by_key(|flag| flag.due_on);
    Ok(flags)
}

fn reserved_lanes(file: &CaseFile, open: &Opening) -> Vec<ReservedLane> {
    reserved(file, open.permit())
        .into_iter()
        .map(|reserved| {
            let mut years: Vec<i16> = reserved_events(file, open.permit())
                .filter(|(domain, _)| *domain == reserved.domain)
                .map(|(_, stamp)| open.day(stamp.occurred_at).0.year())
                .collect();
            years.sort_unstable();
            years.dedup();
            ReservedLane { reserved, years }
        })
        .collect()
}

fn acts(file: &CaseFile, open: &Opening, is_new: IsNew<'_>) -> Result<Vec<Act>, Fault> {
    let mut acts = Vec::new();
    for each in &file.acts {
        let (text, worker) = &each.what;
        let Some(text) = open.text(text)? else { continue };
        let by = match worker {
            Some(worker) => open.worker_name(*worker)?,
            None => None,
        };
        acts.push(Act {
            on: open.day(each.stamp.occurred_at),
            text,
            by,
            after_closure: file.closed_at(each.stamp.occurred_at),
            is_new: is_new(each.stamp),
            position: each.stamp.position,
        });
    }
    acts.sort_by_key(|act| (act.on, act.position));
    Ok(acts)
}

fn since(
    file: &CaseFile,
    open: &Opening,
    looking: &Looking,
    last_visit: Option<Timestamp>,
    is_new: IsNew<'_>,
) -> Result<Option<SinceLastVisit>, Fault> {
    let Some(visited) = last_visit else { return Ok(None) };
    let news = news(file, open, looking, usize::MAX, |event| is_new(event.stamp))?;
    let corrected = u32::try_from(news.iter().filter(|each| each.corrects).count()).unwrap_or(u32::MAX);
    Ok(Some(SinceLastVisit {
        on: open.day(visited),
        news,
        corrected,
    }))
}
