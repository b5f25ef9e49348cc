//! The lists: of a case, and of a week.

use super::{Chosen, Open, Place, booking, changing, kind_words, reaching, reminders};
use crate::{
    desk::Desk,
    parts::{
        button::{Act, Weight},
        days,
    },
    route::Route,
    words::{say, say_with},
};
use contract::{
    appointment::{AppointmentLine, AppointmentView, reference},
    support_case::CaseView,
    week::Week,
};
use jiff::Timestamp;
use leptos::prelude::*;
use std::sync::Arc;

/// The appointments of a case.
#[component]
pub(super) fn OfCase(desk: Desk, seen: Signal<Arc<CaseView>>, saved: Callback<String>) -> impl IntoView {
    let place = Place::new(desk, saved);
    let acts = Memo::new(move |_| seen.with(|case| case.acts));
    let cases = Signal::derive(Vec::new);
    view! {
        <section class="appointments" aria-labelledby="appointments">
            <div class="quick-head">
                <h2 id="appointments">{say("appointments")}</h2>
                <span class="mark">
                    {move || say_with("appointment-reference", &[("reference", reference(seen.get().support_case).into())])}
                </span>
            </div>
            {move || {
                let case = seen.get();
                if case.appointments.is_empty() {
                    return view! { <p class="calm">{say("appointments-none")}</p> }.into_any();
                }
                let lines = case.appointments.iter().map(|each| of_case(place, &case, each)).collect_view();
                view! { <ul class="lines">{lines}</ul> }.into_any()
            }}
            <Show when=move || acts.get()>{book(place)}</Show>
            <reminders::OfPeople place seen/>
        </section>
        <booking::BookSheet place seen=Some(seen) cases/>
        <changing::Sheets place/>
        <reaching::Sheets place seen/>
    }
}

/// The appointments that she holds, in the days that are near; those of which something is to be said come first.
#[component]
pub(super) fn OfWeek(desk: Desk, week: Signal<Arc<Week>>, saved: Callback<String>) -> impl IntoView {
    let place = Place::new(desk, saved);
    let cases = Signal::derive(move || {
        let named = |week: &Arc<Week>| {
            let each = week.cases.iter();
            each.map(|case| (case.support_case, case.label.0.clone()))
                .collect::<Vec<_>>()
        };
        week.with(named)
    });
    view! {
        <section aria-labelledby="week-appointments">
            <h2 id="week-appointments">{say("week-appointments")}</h2>
            {move || {
                let week = week.get();
                if week.appointments.is_empty() {
                    return view! { <p class="calm">{say("week-appointments-none")}</p> }.into_any();
                }
                let lines = week.appointments.iter().map(|each| of_week(place, each)).collect_view();
                view! { <ul class="lines">{lines}</ul> }.into_any()
            }}
            {book(place)}
        </section>
        <booking::BookSheet place seen=None cases/>
        <changing::Sheets place/>
    }
}

fn book(place: Place) -> impl IntoView {
    let act = Callback::new(move |()| place.open.set(Some(Open::Book)));
    view! { <p class="acts"><Act on_act=act>{say("appointment-book")}</Act></p> }
}

/// « demain, 14 h 00, 45 min »
fn when(desk: Desk, starts_at: Timestamp, minutes: u32) -> impl IntoView {
    let wall = days::wall(starts_at);
    view! {
        <span class="when">{days::near(wall.date(), desk.today())}</span>
        <span class="when">{days::clock(wall)}</span>
        <span class="mark">{say_with("appointment-lasts", &[("length", minutes.into())])}</span>
    }
}

fn of_case(place: Place, case: &CaseView, each: &AppointmentView) -> impl IntoView + use<> {
    let chosen = Chosen {
        case: case.support_case,
        appointment: each.appointment,
        kind: each.kind,
        minutes: each.minutes,
    };
    let members = case
        .household
        .iter()
        .filter(|member| each.with.contains(&member.person));
    let with: Vec<&str> = members.map(|member| member.first_name.0.as_str()).collect();
    let held_by: Vec<&str> = each.held_by.iter().map(|worker| worker.name.0.as_str()).collect();
    let place_words = each.place.as_ref().map(|words| words.0.as_str());
    let mut about = vec![held_by.join(", ")];
    about.extend((!with.is_empty()).then(|| with.join(", ")));
    about.extend(place_words.map(str::to_owned));
    let purpose = each
        .purpose
        .as_ref()
        .map(|words| view! { <span>{words.0.clone()}</span> });
    let acts = case.acts.then(|| acts(place, chosen, each.starts_at));
    view! {
        <li class="appointment">
            <p class="week-line">{when(place.desk, each.starts_at, each.minutes)}</p>
            <p class="what">
                <span class="strong">{kind_words(each.kind)}</span>
                {purpose}
                <span class="mark">{about.join(" · ")}</span>
            </p>
            {reminders::of_appointment(place, case, each)}
            {acts}
        </li>
    }
}

fn of_week(place: Place, each: &AppointmentLine) -> impl IntoView + use<> {
    let told = match &each.about {
        // What it is about is not hers to know any more.
        None => view! { <p class="what"><span class="strong">{say("appointment-taken-time")}</span></p> }.into_any(),
        Some(about) => {
            let chosen = Chosen {
                case: about.support_case,
                appointment: each.appointment,
                kind: about.kind,
                minutes: each.minutes,
            };
            view! {
                <p class="what">
                    <a href=Route::Case(about.support_case.0).path() class="strong">{about.label.0.clone()}</a>
                    <span class="mark">{kind_words(about.kind)}</span>
                </p>
                {acts(place, chosen, each.starts_at)}
            }
            .into_any()
        }
    };
    view! {
        <li class="appointment">
            <p class="week-line">{when(place.desk, each.starts_at, each.minutes)}</p>
            {told}
        </li>
    }
}

/// What can be done: before its hour it is moved or given up, after it one says what came of it.
fn acts(place: Place, chosen: Chosen, starts_at: Timestamp) -> impl IntoView + use<> {
    let open = move |what: Open| Callback::new(move |()| place.open.set(Some(what)));
    if starts_at <= place.desk.now() {
        return view! { <p class="acts"><Act on_act=open(Open::Tell(chosen))>{say("appointment-tell")}</Act></p> }
            .into_any();
    }
    view! {
        <p class="acts">
            <Act weight=Weight::Plain on_act=open(Open::Move(chosen))>{say("appointment-move")}</Act>
            <Act weight=Weight::Plain on_act=open(Open::Cancel(chosen))>{say("appointment-cancel")}</Act>
        </p>
    }
    .into_any()
}
