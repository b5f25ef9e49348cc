//! What was agreed: goals, actions, decisions and dates to keep.

use super::reminders::{Reminding, reminders};
use super::threads::due_day;
use super::{Looking, MeetingKinds};
use crate::fault::Fault;
use crate::view::{Opening, due};
use contract::appointment::AppointmentView;
use contract::support_case::{ActionView, DeadlineView, DecisionView, GoalView, GroundView, OutcomeView};
use domain::plan::Progress;
use domain::team_meeting::Ground;
use domain::words::Day;
use jiff::civil::Date;
use projections::case_file::{AppointmentFile, CaseFile, Entry, MeetingFile};
use std::cmp::Reverse;

pub(super) fn goals(file: &CaseFile, open: &Opening) -> Result<Vec<GoalView>, Fault> {
    let mut views = Vec::new();
    for goal in &file.goals {
        let Some(words) = open.text(&goal.words)? else { continue };
        views.push(GoalView {
            plan: goal.plan,
            goal: goal.goal,
            words,
            domain: goal.domain,
            sign: open.text_of(goal.sign.as_ref())?,
            target_on: goal.target_on,
            reached: goal.reached,
        });
    }
    Ok(views)
}

pub(super) fn actions(file: &CaseFile, open: &Opening, today: Day) -> Result<Vec<ActionView>, Fault> {
    let mut views = Vec::new();
    for action in &file.actions {
        let Some(what) = open.text(&action.what)? else { continue };
        let going_on = matches!(action.progress, Progress::ToDo | Progress::Started);
        let late = action
            .due_on
            .filter(|due| going_on && *due < today)
            .map(|due| due.days_to(today));
        views.push(ActionView {
            plan: action.plan,
            action: action.action,
            goal: action.goal,
            what,
            domain: action.domain,
            doer: open.doer(&action.doer)?,
            due_on: action.due_on,
            progress: action.progress,
            result: open.text_of(action.result.as_ref())?,
            late_days: late.and_then(|days| u32::try_from(days).ok()),
        });
    }
    // What is to do stands first, the nearest day above; then what is over, the latest above.
    let (mut ahead, mut over): (Vec<_>, Vec<_>) = views
        .into_iter()
        .partition(|view| matches!(view.progress, Progress::ToDo | Progress::Started));
    ahead.sort_by_key(|view| view.due_on.map_or(Date::MAX, |due| due.0));
    over.sort_by_key(|view| Reverse(view.due_on));
    ahead.append(&mut over);
    Ok(ahead)
}

pub(super) fn decisions(file: &CaseFile, open: &Opening, looking: &Looking) -> Result<Vec<DecisionView>, Fault> {
    let mut views = Vec::new();
    for (meeting, held) in &file.meetings {
        for Entry { what, .. } in &held.decisions {
            let Some(text) = open.text(&what.text)? else { continue };
            views.push(DecisionView {
                decision: what.decision,
                team_meeting: *meeting,
                text,
                domains: what.domains.clone(),
                doer: open.doer(&what.doer)?,
                due_on: what.due_on,
                dissent: open.text_of(what.dissent.as_ref())?,
                weight: what.weight,
                votes: what.votes,
                ground: what
                    .ground
                    .as_ref()
                    .map(|ground| ground_of(ground, held, open, &looking.meetings))
                    .transpose()?,
                outcome: held.outcomes.get(&what.decision).map(|(outcome, on)| OutcomeView {
                    outcome: *outcome,
                    on: *on,
                }),
                on: open.day(held.schedule.starts_at),
            });
        }
    }
    Ok(views)
}

/// On what a decision rests: the text by the name that it bore on the day of the meeting.
pub(in crate::view) fn ground_of(
    ground: &Ground,
    held: &MeetingFile,
    open: &Opening,
    kinds: &MeetingKinds,
) -> Result<GroundView, Fault> {
    let held_on = held
        .schedule
        .held_on
        .unwrap_or_else(|| open.day(held.schedule.starts_at));
    let rules = kinds.of(held.schedule.kind, held_on);
    let bases = rules.map(|rules| rules.legal_bases.as_slice()).unwrap_or_default();
    let named = bases.iter().find(|basis| basis.code == ground.legal_basis);
    let mut reasons = Vec::new();
    for reason in &ground.reasons {
        reasons.extend(open.text(reason)?);
    }
    Ok(GroundView {
        power: ground.power,
        by: ground.by.map(|by| open.worker_name(by)).transpose()?.flatten(),
        legal_basis: named.map_or_else(|| ground.legal_basis.clone(), |basis| basis.label.clone()),
        reasons,
        undisputed: ground.undisputed,
    })
}

pub(super) fn deadlines(file: &CaseFile, open: &Opening, looking: &Looking) -> Result<Vec<DeadlineView>, Fault> {
    let mut views = Vec::new();
    for each in file.deadlines.iter().filter(|each| !each.over) {
        if each
            .setting
            .domain
            .is_some_and(|domain| !open.permit().reads(domain.compartment()))
        {
            continue;
        }
        let due_on = due_day(each.due, open);
        let in_days = looking.today.days_to(due_on);
        views.push(DeadlineView {
            deadline: each.deadline,
            kind: each.setting.kind,
            label: due::name(&each.setting, open)?,
            rule: due::rule(&each.setting, open).map(|rule| rule.source.clone()),
            domain: each.setting.domain,
            due_on,
            in_days,
            legal: each.setting.legal,
            near: looking.thresholds.is_near(in_days, each.setting.legal),
        });
    }
    views.sort_by_key(|view| view.due_on);
    Ok(views)
}

pub(super) fn appointments(
    file: &CaseFile,
    open: &Opening,
    looking: &Reminding,
) -> Result<Vec<AppointmentView>, Fault> {
    let mut views = Vec::new();
    let awaited = |each: &&AppointmentFile| each.cancelled.is_none() && each.contact.is_none();
    for each in file.appointments.iter().filter(awaited) {
        let mut held_by = Vec::new();
        for worker in &each.booking.held_by {
            held_by.extend(open.worker(*worker)?);
        }
        let (reminders, unreminded) = reminders(file, each, open, looking);
        views.push(AppointmentView {
            appointment: each.appointment,
            kind: each.booking.kind,
            starts_at: each.span.starts_at,
            minutes: each.span.minutes,
            held_by,
            with: each.booking.with.clone(),
            place: open.text_of(each.booking.place.as_ref())?,
            purpose: open.text_of(each.booking.purpose.as_ref())?,
            reminders,
            unreminded,
        });
    }
    views.sort_by_key(|view| view.starts_at);
    Ok(views)
}
