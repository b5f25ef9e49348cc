//! One case in one meeting: the page that all around the table look at.

use super::Opening;
use super::case::people::{addressed, named};
use super::case::{Looking, case_view};
use super::course::course;
use crate::fault::Fault;
use contract::team_meeting::{AgendaLine, Seat, SharedView, ViewpointView};
use contract::{Plain, ServiceRef};
use domain::team_meeting::{OnBehalf, Participant, Standing};
use domain::words::{SupportCaseId, TeamMeetingId, WorkerId};
use projections::case_file::{CaseFile, MeetingFile, Viewpoint};
use std::collections::BTreeMap;

/// The shared view: the meeting as it stands, the case and what was written of it as they were known on the day that is
/// looked at; none when the meeting does not speak of this case.
///
/// # Errors
/// When a value cannot be opened.
pub fn shared_view(
    file: &CaseFile,
    (meeting, held): (TeamMeetingId, &MeetingFile),
    service: ServiceRef,
    referents: &BTreeMap<SupportCaseId, WorkerId>,
    open: &Opening,
    looking: &Looking,
) -> Result<Option<SharedView>, Fault> {
    let Some(item) = held.agenda.iter().find(|item| item.support_case == file.support_case) else {
        return Ok(None);
    };
    let Some(mut case) = case_view(file, open, looking)? else {
        return Ok(None);
    };
    // All around the table look at this page: it holds no draft, not even the reader's own.
    case.news.retain(|news| !news.own_draft);
    let held_on = held
        .schedule
        .held_on
        .unwrap_or_else(|| open.day(held.schedule.starts_at));
    Ok(Some(SharedView {
        in_force: looking.meetings.of(held.schedule.kind, held_on).cloned(),
        course: course(file, held, open)?,
        team_meeting: meeting,
        kind: held.schedule.kind,
        service,
        starts_at: held.schedule.starts_at,
        rules: held.rules.clone(),
        question: open.told(&item.question)?,
        minutes: item.minutes,
        roster: roster(file, held, open)?,
        agenda: agenda(file, held, referents, &case.label, open)?,
        viewpoints: match file.meetings.get(&meeting) {
            Some(then) => viewpoints(file, then, open)?,
            None => Vec::new(),
        },
        case,
    }))
}

fn roster(file: &CaseFile, held: &MeetingFile, open: &Opening) -> Result<Vec<Seat>, Fault> {
    let wrote = |participant: &Participant| held.viewpoints.iter().any(|view| view.what.of == *participant);
    let mut seats = Vec::new();
    for (participant, attendance) in &held.participants {
        let mut seat = Seat {
            participant: *participant,
            name: Plain::default(),
            service: None,
            profession: None,
            bound_by_secrecy: None,
            capacity: None,
            chair: false,
            referent: false,
            attendance: *attendance,
            wrote: wrote(participant),
        };
        match participant {
            Participant::Person(person) => {
                seat.name = addressed(file, open, *person)?;
                seat.capacity = held.standings.get(participant).map(|standing| standing.capacity);
            }
            Participant::Worker(id) => {
                let Some(worker) = open.worker(*id)? else { continue };
                seat.name = worker.name;
                seat.service = Some(worker.service);
                seat.profession = Some(worker.profession);
                seat.bound_by_secrecy = Some(worker.bound_by_secrecy);
                as_recorded(&mut seat, held.standings.get(participant), open);
                seat.chair = held.schedule.chair == *id;
                seat.referent = file.rules.referent == Some(*id);
            }
        }
        seats.push(seat);
    }
    seats.sort_by_key(|seat| !matches!(seat.participant, Participant::Person(_)));
    Ok(seats)
}

/// What the roster recorded of her is what was known of her there, whatever the directory says today.
fn as_recorded(seat: &mut Seat, standing: Option<&Standing>, open: &Opening) {
    let Some(standing) = standing else { return };
    seat.capacity = Some(standing.capacity);
    seat.profession = standing.profession.or(seat.profession);
    seat.bound_by_secrecy = standing.bound_by_secrecy.or(seat.bound_by_secrecy);
    let named = standing
        .service
        .and_then(|service| Some((service, open.service_name(service)?)));
    if let Some((service, name)) = named {
        let name = name.to_owned();
        seat.service = Some(ServiceRef { service, name });
    }
}

fn agenda(
    file: &CaseFile,
    held: &MeetingFile,
    referents: &BTreeMap<SupportCaseId, WorkerId>,
    label: &Plain<String>,
    open: &Opening,
) -> Result<Vec<AgendaLine>, Fault> {
    let mut items: Vec<_> = held.agenda.iter().collect();
    items.sort_by_key(|item| item.starts_at);
    let mut lines = Vec::new();
    for (item, rank) in items.into_iter().zip(1..) {
        let current = item.support_case == file.support_case;
        let referent = match referents.get(&item.support_case) {
            Some(worker) if !current => open.worker_name(*worker)?.map(|name| shortened(&name.0)),
            Some(_) | None => None,
        };
        lines.push(AgendaLine {
            starts_at: item.starts_at,
            minutes: item.minutes,
            rank,
            label: current.then(|| label.clone()),
            referent,
            current,
            turn: held.rules.sitting().and_then(|sitting| sitting.turn_of) == Some(item.support_case),
        });
    }
    Ok(lines)
}

/// « T. Morel » for « Thomas Morel ».
fn shortened(name: &str) -> Plain<String> {
    match name.split_once(' ') {
        Some((first, last)) => Plain(format!("{}. {last}", first.chars().take(1).collect::<String>())),
        None => Plain(name.to_owned()),
    }
}

fn viewpoints(file: &CaseFile, held: &MeetingFile, open: &Opening) -> Result<Vec<ViewpointView>, Fault> {
    let mut views = Vec::new();
    for view in &held.viewpoints {
        let Viewpoint { of, on_behalf_of, .. } = view.what;
        let Some(text) = open.text(&view.what.text)? else {
            continue;
        };
        let name = named(file, open, of)?;
        views.push(ViewpointView {
            of,
            name: speaking(open, name, on_behalf_of),
            text,
            on_behalf_of,
        });
    }
    Ok(views)
}

/// Her name, and for whom she speaks when not for herself: « Nour Haddad, pour le service Logement ».
pub(super) fn speaking(open: &Opening, name: Plain<String>, on_behalf_of: Option<OnBehalf>) -> Plain<String> {
    let (key, service) = match on_behalf_of {
        None => return name,
        Some(OnBehalf::ElectedByPeople) => ("viewpoint.of_people", String::new()),
        Some(OnBehalf::Service(service)) => match open.service_name(service) {
            Some(service) => ("viewpoint.of_service", service.to_owned()),
            None => return name,
        },
    };
    Plain(open.sentence_with(key, &[("name", name.0.into()), ("service", service.into())]))
}
