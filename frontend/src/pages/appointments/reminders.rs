//! Reminders: how each one of an appointment stands or why there is none, and how each person may be reached.

use super::{Open, Place};
use crate::{
    parts::{
        button::{Act, Weight},
        days,
    },
    words::{say, say_with},
};
use contract::{
    appointment::AppointmentView,
    reminder::{ReachView, ReminderState, ReminderView, Unreminded},
    support_case::{CaseView, MemberView},
};
use domain::{
    household,
    reminder::{Medium, Privacy},
    words::PersonId,
};
use jiff::Timestamp;
use leptos::prelude::*;
use std::sync::Arc;

/// By which way, as a code.
pub(super) fn code(medium: Medium) -> &'static str {
    match medium {
        Medium::Sms => "sms",
        Medium::Email => "email",
    }
}

/// Who else reads there, as a code.
pub(super) fn privacy_code(privacy: Privacy) -> &'static str {
    match privacy {
        Privacy::Own => "own",
        Privacy::Shared => "shared",
        Privacy::Unsafe => "unsafe",
    }
}

fn state_key(state: ReminderState) -> &'static str {
    match state {
        ReminderState::Planned => "reminder-state-planned",
        ReminderState::Sending => "reminder-state-sending",
        ReminderState::Missed => "reminder-state-missed",
        ReminderState::Sent => "reminder-state-sent",
        ReminderState::Unsent => "reminder-state-unsent",
        ReminderState::Refused => "reminder-state-refused",
        ReminderState::Uncertain => "reminder-state-uncertain",
        ReminderState::Delivered => "reminder-state-delivered",
        ReminderState::Undelivered => "reminder-state-undelivered",
    }
}

/// Whether somebody should look at it: what she may not have got.
fn is_doubtful(state: ReminderState) -> bool {
    match state {
        ReminderState::Missed
        | ReminderState::Unsent
        | ReminderState::Refused
        | ReminderState::Uncertain
        | ReminderState::Undelivered => true,
        ReminderState::Planned | ReminderState::Sending | ReminderState::Sent | ReminderState::Delivered => false,
    }
}

fn why_key(why: Unreminded) -> &'static str {
    match why {
        Unreminded::NotAgreed => "unreminded-not_agreed",
        Unreminded::Withdrawn => "unreminded-withdrawn",
        Unreminded::Stopped => "unreminded-stopped",
        Unreminded::Unsafe => "unreminded-unsafe",
        Unreminded::NoSender => "unreminded-no_sender",
        Unreminded::NotVoted => "unreminded-not_voted",
        Unreminded::TooLate => "unreminded-too_late",
    }
}

/// « le 1er déc. à 9 h 00 »
fn when(place: Place, at: Timestamp) -> String {
    let wall = days::wall(at);
    say_with(
        "reminder-at",
        &[
            ("day", days::near(wall.date(), place.desk.today()).into()),
            ("hour", days::clock(wall).into()),
        ],
    )
}

fn name_of(case: &CaseView, person: PersonId) -> Option<&str> {
    let member = case.household.iter().find(|member| member.person == person)?;
    Some(member.first_name.0.as_str())
}

/// The reminders of one appointment.
pub(super) fn of_appointment(place: Place, case: &CaseView, each: &AppointmentView) -> impl IntoView + use<> {
    let told = |reminder: &ReminderView| {
        let name = name_of(case, reminder.person)?;
        let (when, medium) = (when(place, reminder.at), code(reminder.medium));
        let values = [("name", name.into()), ("when", when.into()), ("medium", medium.into())];
        let mut words = say_with(state_key(reminder.state), &values);
        if reminder.of_old_hour {
            words = format!("{words} {}", say("reminder-old-hour"));
        }
        let class = if is_doubtful(reminder.state) {
            "doubtful"
        } else {
            "mark"
        };
        Some(view! { <li class=class>{words}</li> })
    };
    let silent = each.unreminded.iter().filter_map(|each| {
        let name = name_of(case, each.person)?;
        Some(view! { <li class="mark">{say_with(why_key(each.why), &[("name", name.into())])}</li> })
    });
    let lines: Vec<_> = each
        .reminders
        .iter()
        .filter_map(told)
        .map(IntoAny::into_any)
        .chain(silent.map(IntoAny::into_any))
        .collect();
    (!lines.is_empty()).then(|| view! { <ul class="reminders">{lines}</ul> })
}

/// How each adult of the household, and whoever else something was agreed with, may be reached.
#[component]
pub(super) fn OfPeople(place: Place, seen: Signal<Arc<CaseView>>) -> impl IntoView {
    move || {
        let case = seen.get();
        if case.received {
            return None;
        }
        let known = |member: &&MemberView| case.reach.iter().any(|reach| reach.person == member.person);
        let adults = |member: &&MemberView| member.place == household::Place::Adult;
        let lines: Vec<_> = case
            .household
            .iter()
            .filter(|member| adults(member) || known(member))
            .map(|member| of_member(place, &case, member))
            .collect();
        let unlinked = case
            .senders
            .is_empty()
            .then(|| view! { <p class="mark">{say("reminders-no-sender")}</p> });
        let nobody = lines
            .is_empty()
            .then(|| view! { <p class="calm">{say("reminders-nobody")}</p> });
        Some(view! {
            <div class="reach" role="group" aria-labelledby="reminders">
                <h3 id="reminders">{say("reminders")}</h3>
                {unlinked}
                {nobody}
                <ul class="lines">{lines}</ul>
            </div>
        })
    }
}

fn of_member(place: Place, case: &CaseView, member: &MemberView) -> impl IntoView + use<> {
    let reach = case.reach.iter().find(|reach| reach.person == member.person);
    let name = member.first_name.0.as_str();
    let told = reach.map_or_else(
        || say_with("reach-none", &[("name", name.into())]),
        |reach| told(case, name, reach),
    );
    let stands = reach.is_some_and(|reach| reach.over.is_none());
    let person = member.person;
    let open = move |what: Open| Callback::new(move |()| place.open.set(Some(what)));
    let agree = if reach.is_some() { "reach-change" } else { "reach-agree" };
    let acts = case.acts.then(|| {
        view! {
            <p class="acts">
                <Act weight=Weight::Plain on_act=open(Open::Reach(person))>{say(agree)}</Act>
                {stands.then(|| view! {
                    <Act weight=Weight::Plain on_act=open(Open::StopReach(person))>{say("reach-withdraw")}</Act>
                })}
            </p>
        }
    });
    view! {
        <li class="appointment">
            <p class="what">{told}</p>
            {acts}
        </li>
    }
}

/// « Claire : par SMS au +33612345678, de 9 h à 18 h. »
fn told(case: &CaseView, name: &str, reach: &ReachView) -> String {
    if let Some(over) = reach.over {
        let key = if over.stopped {
            "reach-stopped"
        } else {
            "reach-withdrawn"
        };
        let day = days::full(days::day_of(over.since));
        return say_with(key, &[("name", name.into()), ("day", day.into())]);
    }
    let value = reach
        .value
        .as_ref()
        .map_or_else(|| say("reach-hidden"), |value| value.0.clone());
    let values = [
        ("name", name.into()),
        ("medium", code(reach.medium).into()),
        ("value", value.into()),
    ];
    let mut words = vec![say_with("reach-by", &values)];
    if let Some(hours) = reach.hours {
        words.push(say_with(
            "reach-within",
            &[("from", hours.from.into()), ("until", hours.until.into())],
        ));
    }
    match reach.privacy {
        Privacy::Own => {}
        Privacy::Shared => words.push(say("reach-is-shared")),
        Privacy::Unsafe => words.push(say("reach-is-unsafe")),
    }
    let with: Vec<&str> = reach
        .shared_with
        .iter()
        .filter_map(|person| name_of(case, *person))
        .collect();
    if !with.is_empty() {
        words.push(say_with("reach-read-by", &[("names", with.join(", ").into())]));
    }
    words.join(" ")
}
