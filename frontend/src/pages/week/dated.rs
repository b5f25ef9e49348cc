//! What has a date: due soon in my cases, and what others have in hand there.

use crate::{
    desk::Desk,
    parts::{days, icon::icon, weave},
    route::Route,
    words::{say, say_with},
};
use contract::week::{DueLine, Week};
use domain::deadline::Kind;
use jiff::civil::Date;
use leptos::prelude::*;
use std::sync::Arc;

/// How many dates stand in sight at once: what may be lost must not lie below them.
const AT_ONCE: usize = 7;

/// What is late or due soon.
pub(super) fn due(desk: Desk, week: Signal<Arc<Week>>) -> impl IntoView {
    let today = desk.today();
    view! {
        <section aria-labelledby="week-due">
            <h2 id="week-due">
                {move || match week.with(|week| week.near_days) {
                    Some(days) => say_with("week-due", &[("days", days.into())]),
                    None => say("week-due-soon"),
                }}
            </h2>
            {move || {
                let week = week.get();
                if week.due.is_empty() {
                    return view! { <p class="calm">{say("week-due-none")}</p> }.into_any();
                }
                let (first, more) = week.due.split_at(week.due.len().min(AT_ONCE));
                let lines = |part: &[DueLine]| part.iter().map(|line| due_line(line, today)).collect_view();
                let more = (!more.is_empty()).then(|| {
                    view! {
                        <details>
                            <summary>{say_with("week-due-more", &[("count", more.len().into())])}</summary>
                            <ul class="lines">{lines(more)}</ul>
                        </details>
                    }
                });
                view! { <ul class="lines">{lines(first)}</ul> {more} }.into_any()
            }}
        </section>
    }
}

/// What others have in hand.
pub(super) fn awaited(desk: Desk, week: Signal<Arc<Week>>) -> impl IntoView {
    let today = desk.today();
    view! {
        <section aria-labelledby="week-awaited">
            <h2 id="week-awaited">{say("week-awaited")}</h2>
            {move || {
                let week = week.get();
                if week.awaited.is_empty() {
                    return view! { <p class="calm">{say("week-awaited-none")}</p> }.into_any();
                }
                let lines = week.awaited.iter().map(|line| awaited_line(line, today)).collect_view();
                view! { <ul class="lines">{lines}</ul> }.into_any()
            }}
        </section>
    }
}

/// What is to be done, in words or by its kind.
fn what(line: &DueLine) -> String {
    if let Some(what) = &line.what {
        return what.0.clone();
    }
    say(match line.kind {
        Some(Kind::Hearing) => "deadline-hearing",
        Some(Kind::Term) => "deadline-term",
        Some(Kind::Reply) => "deadline-reply",
        Some(Kind::Review) => "deadline-review",
        Some(Kind::File) => "deadline-file",
        Some(Kind::CheckIn) => "deadline-check_in",
        Some(Kind::Imported) => "deadline-imported",
        None => "deadline-action",
    })
}

fn thread(line: &DueLine) -> impl IntoView + use<> {
    line.domain.map(|domain| {
        let code = domain.code();
        view! { <span class="thread-icon" data-thread=code>{icon(weave::of(code).shape)}<span class="unseen">{weave::name(code)}" "</span></span> }
    })
}

fn due_line(line: &DueLine, today: Date) -> impl IntoView + use<> {
    let day = line.due_on.map(|day| day.0);
    let late = day.is_some_and(|day| day < today);
    let close = day.is_some_and(|day| days::days_between(today, day) <= 1);
    let when = day.map_or_else(
        || say("to-be-agreed"),
        |day| {
            if close && !late {
                days::from_today(day, today)
            } else {
                days::near(day, today)
            }
        },
    );
    // A date of the law is said in full, and how far it is stands beside it.
    let beside = day.filter(|_| late || line.legal).map(|day| {
        if late {
            say_with("case-late", &[("days", days::days_between(day, today).into())])
        } else {
            say_with(
                "week-legal",
                &[
                    ("date", days::full(day).into()),
                    ("when", days::from_today(day, today).into()),
                ],
            )
        }
    });
    view! {
        <li class="week-line">
            <span class="when" class:now=close || line.legal>{when}</span>
            {thread(line)}
            <span class="what">
                <a href=Route::Case(line.support_case.0).path() class="strong">{line.label.0.clone()}</a>
                <span class="mark">{what(line)}{beside.map(|words| format!(" · {words}"))}</span>
            </span>
        </li>
    }
}

fn awaited_line(line: &DueLine, today: Date) -> impl IntoView + use<> {
    let doer = line.doer.as_ref().map(|doer| doer.name.0.clone()).unwrap_or_default();
    let day = line.due_on.map(|day| day.0);
    let late = day.is_some_and(|day| day < today);
    let promised = match (day, line.given_on) {
        (Some(day), _) => say_with("week-promised", &[("date", days::near(day, today).into())]),
        (None, Some(given)) => say_with("week-asked", &[("days", days::days_between(given.0, today).into())]),
        (None, None) => say("to-be-agreed"),
    };
    view! {
        <li>
            <span class="what">
                <span><strong>{doer}</strong>", "{what(line)}</span>
                <span class="mark">
                    <a href=Route::Case(line.support_case.0).path()>{line.label.0.clone()}</a>
                    " · "
                    <span class:now=late>{promised}</span>
                </span>
            </span>
        </li>
    }
}
