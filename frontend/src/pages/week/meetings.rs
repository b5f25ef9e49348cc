//! Meetings of the week: those of today on their line, those to prepare, and those whose record is still to be written.

use crate::{
    desk::Desk,
    pages::team_meeting::kind_key,
    parts::days,
    route::Route,
    words::{say, say_with},
};
use contract::{team_meeting::MeetingLine, week::Week};
use leptos::prelude::*;
use std::sync::Arc;

/// Today, hour by hour.
pub(super) fn today(desk: Desk, week: Signal<Arc<Week>>) -> impl IntoView {
    view! {
        <section aria-labelledby="week-today">
            <h2 id="week-today">{say("week-today")}</h2>
            {move || {
                let week = week.get();
                let lines: Vec<_> = week.meetings.iter().filter(|each| is_today(desk, each)).map(of_today).collect();
                if lines.is_empty() {
                    return view! { <p class="calm">{say("week-today-none")}</p> }.into_any();
                }
                view! { <ol class="day">{lines}</ol> }.into_any()
            }}
        </section>
    }
}

/// Those to come in the days that are near.
pub(super) fn to_prepare(desk: Desk, week: Signal<Arc<Week>>) -> impl IntoView {
    view! {
        <section aria-labelledby="week-prepare">
            <h2 id="week-prepare">{say("week-prepare")}</h2>
            {move || {
                let week = week.get();
                let lines: Vec<_> = week
                    .meetings
                    .iter()
                    .filter(|each| !is_today(desk, each))
                    .map(|each| dated(desk, each))
                    .collect();
                if lines.is_empty() {
                    return view! { <p class="calm">{say("week-prepare-none")}</p> }.into_any();
                }
                view! { <ul class="lines">{lines}</ul> }.into_any()
            }}
        </section>
    }
}

/// Those that were held and are not over.
pub(super) fn to_record(desk: Desk, week: &Week) -> Vec<AnyView> {
    week.to_record
        .iter()
        .map(|meeting| {
            let held = days::near(days::day_of(meeting.starts_at), desk.today());
            view! {
                <li>
                    <a href=to(meeting).path() class="strong">{say("week-record")}</a>
                    <span class="mark">{say(kind_key(meeting.kind))}", "{held}</span>
                </li>
            }
            .into_any()
        })
        .collect()
}

fn is_today(desk: Desk, meeting: &MeetingLine) -> bool {
    days::day_of(meeting.starts_at) == desk.today()
}

fn to(meeting: &MeetingLine) -> Route {
    Route::Meeting {
        meeting: meeting.team_meeting.0,
        case: meeting.cases.first().map(|case| case.support_case.0),
    }
}

/// « Famille Besnard et 2 autres situations »
fn about(meeting: &MeetingLine) -> Option<String> {
    let first = meeting.cases.first()?;
    Some(say_with(
        "week-about",
        &[
            ("name", (&first.label.0).into()),
            ("others", meeting.agenda.saturating_sub(1).into()),
        ],
    ))
}

fn of_today(meeting: &MeetingLine) -> AnyView {
    view! {
        <li>
            <span class="hour">{days::clock(days::wall(meeting.starts_at))}</span>
            <div>
                <p class="strong">{say(kind_key(meeting.kind))}</p>
                {about(meeting).map(|words| view! { <p class="mark">{words}</p> })}
                <p><a href=to(meeting).path() class="button first">{say("week-open-meeting")}</a></p>
            </div>
        </li>
    }
    .into_any()
}

fn dated(desk: Desk, meeting: &MeetingLine) -> AnyView {
    let wall = days::wall(meeting.starts_at);
    view! {
        <li class="week-line">
            <span class="when">{days::near(wall.date(), desk.today())}</span>
            <span class="what">
                <a href=to(meeting).path() class="strong">{say(kind_key(meeting.kind))}</a>
                <span class="mark">{days::clock(wall)}{about(meeting).map(|words| format!(" · {words}"))}</span>
            </span>
        </li>
    }
    .into_any()
}
