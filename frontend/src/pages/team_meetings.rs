//! The meetings of the reader's teams: those to come, then those held lately.

use super::team_meeting::kind_key;
use crate::{
    api,
    asked::Asked,
    desk::Desk,
    parts::{
        days,
        icon::{Shape, icon},
        states::{empty, loaded, stale},
    },
    route::Route,
    words::{say, say_with},
};
use contract::team_meeting::MeetingLine;
use jiff::civil::Date;
use leptos::prelude::*;

/// The screen.
#[component]
pub(crate) fn TeamMeetingsPage(desk: Desk) -> impl IntoView {
    let asked = Asked::new(api::team_meeting::list);
    desk.live.on_change(
        move || asked.seen.with(|seen| seen.as_ref().map(|list| (None, list.position))),
        move || asked.again(),
    );
    view! {
        <p class="over">{days::long(desk.today())}</p>
        <h1>
            {move || match asked.seen.get() {
                Some(list) => say_with("meetings-count", &[("count", list.to_come.len().into())]),
                None => say("meetings-title"),
            }}
        </h1>
        {stale(asked)}
        {loaded(asked, "meetings-waiting", move |list| {
            view! {
                <section class="meetings">
                    <h2>{say("meetings-to-come")}</h2>
                    {move || group(desk, &list.get().to_come, "meetings-none")}
                </section>
                <section class="meetings">
                    <h2>{move || held(list.get().held_since.0)}</h2>
                    {move || group(desk, &list.get().held, "meetings-none-held")}
                </section>
            }
        })}
    }
}

fn held(since: Date) -> String {
    say_with("meetings-held", &[("since", days::full(since).into())])
}

fn group(desk: Desk, meetings: &[MeetingLine], none: &'static str) -> AnyView {
    if meetings.is_empty() {
        return empty(none).into_any();
    }
    let lines = meetings.iter().map(|meeting| line(desk, meeting)).collect_view();
    view! { <ul class="lines">{lines}</ul> }.into_any()
}

fn line(desk: Desk, meeting: &MeetingLine) -> impl IntoView + use<> {
    let wall = days::wall(meeting.starts_at);
    let id = meeting.team_meeting.0;
    let is_today = wall.date() == desk.today();
    let shown = u32::try_from(meeting.cases.len()).unwrap_or(u32::MAX);
    let hidden = meeting.agenda.saturating_sub(shown);
    let cases = meeting
        .cases
        .iter()
        .map(|case| {
            let to = Route::Meeting {
                meeting: id,
                case: Some(case.support_case.0),
            };
            let label = case.label.0.clone();
            view! { <li><a href=to.path() class="button">{label}</a></li> }
        })
        .collect_view();
    let when = if is_today {
        say("today")
    } else {
        days::from_today(wall.date(), desk.today())
    };
    view! {
        <li class="meeting-line">
            <p class="when">
                <span class="strong" class:now=is_today>{days::near(wall.date(), desk.today())}", "{days::clock(wall)}</span>
                <span class="mark">{when}</span>
            </p>
            <p class="what">
                {icon(Shape::Thread)}
                <span><strong>{say(kind_key(meeting.kind))}</strong><span class="mark">{meeting.service.name.clone()}</span></span>
            </p>
            <ul class="chips">
                {cases}
                {(hidden > 0).then(|| view! { <li class="mark">{say_with("meeting-others", &[("count", hidden.into())])}</li> })}
            </ul>
        </li>
    }
}
