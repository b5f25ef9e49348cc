//! My week, the home of who follows cases: what today asks, what is due, what may be lost, and noting a contact at once.

mod dated;
mod meetings;
mod quick;

use super::appointments::{Part, fetched};
use super::signals::{AsideSheet, Setting, line as signal_line};
use crate::{
    api,
    asked::Asked,
    desk::Desk,
    drafts,
    parts::{
        days,
        states::{empty, loaded, stale},
    },
    route::Route,
    words::{say, say_with},
};
use contract::week::{CaseSignals, Week};
use leptos::prelude::*;
use std::sync::Arc;

/// The screen.
#[component]
pub(crate) fn WeekPage(desk: Desk) -> impl IntoView {
    let asked = Asked::new(api::week::seen);
    desk.live.on_change(
        move || asked.seen.with(|seen| seen.as_ref().map(|week| (None, week.position))),
        move || asked.again(),
    );
    view! {
        <p class="over">{days::long(desk.today())}</p>
        <h1>{move || headline(desk, asked.seen.get())}</h1>
        {stale(asked)}
        {loaded(asked, "week-waiting", move |week| {
            view! { <Sections desk week asked/> }
        })}
    }
}

/// Good day, by her first name, with what today holds.
fn headline(desk: Desk, week: Option<Arc<Week>>) -> String {
    let me = desk.who();
    let name = me.name.0.split_whitespace().next().unwrap_or_default().to_owned();
    let Some(week) = week else { return say("title-week") };
    let today = desk.today();
    let meetings = week
        .meetings
        .iter()
        .filter(|each| days::day_of(each.starts_at) == today)
        .count();
    let due = week
        .due
        .iter()
        .filter(|each| each.due_on.is_some_and(|day| day.0 <= today))
        .count();
    say_with(
        "week-headline",
        &[
            ("name", name.into()),
            ("meetings", meetings.into()),
            ("due", due.into()),
        ],
    )
}

#[component]
fn Sections(desk: Desk, week: Signal<Arc<Week>>, asked: Asked<Week>) -> impl IntoView {
    let setting = RwSignal::new(None::<Setting>);
    let saved = Callback::new(move |words: String| {
        desk.toasts.show(words);
        asked.again();
    });
    let follows = desk.who().works_on_cases;
    // Who answers for a team and for no case herself is shown no empty shelves.
    let answers = Memo::new(move |_| week.with(|week| !week.cases.is_empty() || week.team.is_none()));
    let own = move || {
        answers.get().then(|| {
            view! {
                <div class="week-ahead">
                    {dated::due(desk, week)}
                    {own_signals(desk, week, setting)}
                    <div class="week-pair">
                        {to_write(desk, week)}
                        {dated::awaited(desk, week)}
                    </div>
                </div>
                <quick::QuickNote desk week saved/>
            }
        })
    };
    view! {
        <div class="week" class:alone=!follows>
            <div class="week-today">
                {meetings::today(desk, week)}
                {fetched(Part::OfWeek(desk, week, saved))}
                {meetings::to_prepare(desk, week)}
            </div>
            {own}
        </div>
        {team_signals(desk, week)}
        <AsideSheet desk setting saved/>
    }
}

fn own_signals(desk: Desk, week: Signal<Arc<Week>>, setting: RwSignal<Option<Setting>>) -> impl IntoView {
    view! {
        <section aria-labelledby="week-signals">
            <h2 id="week-signals">{say("signals")}</h2>
            {move || {
                let week = week.get();
                if week.signals.is_empty() {
                    return view! { <p class="calm">{say("week-signals-none")}</p> }.into_any();
                }
                let cases = week.signals.iter().map(|case| of_case(desk, case, Some(setting))).collect_view();
                view! { <ul class="lines">{cases}</ul> <p class="mark">{say("signals-rule")}</p> }.into_any()
            }}
        </section>
    }
}

/// What those who follow each case have been told for some time. Only in the case itself is one set aside.
fn team_signals(desk: Desk, week: Signal<Arc<Week>>) -> impl IntoView {
    move || {
        let week = week.get();
        week.team.as_ref().map(|team| {
            let cases = if team.is_empty() {
                empty("week-team-none").into_any()
            } else {
                let cases = team.iter().map(|case| of_case(desk, case, None)).collect_view();
                view! { <ul class="lines">{cases}</ul> }.into_any()
            };
            view! {
                <section class="week-team" aria-labelledby="week-team">
                    <h2 id="week-team">{say("week-team")}</h2>
                    <p class="mark">{say("week-team-rule")}</p>
                    {cases}
                </section>
            }
        })
    }
}

fn of_case(desk: Desk, case: &CaseSignals, setting: Option<RwSignal<Option<Setting>>>) -> impl IntoView + use<> {
    let id = case.support_case;
    let lines = case
        .signals
        .iter()
        .map(|signal| signal_line(desk, id, signal, setting))
        .collect_view();
    let referent = setting.is_none().then(|| match &case.referent {
        Some(worker) => {
            view! { <span class="mark">{say("case-followed-by")}" "{worker.name.0.clone()}</span> }.into_any()
        }
        None => view! { <span class="mark">{say("case-no-referent-now")}</span> }.into_any(),
    });
    view! {
        <li class="week-case">
            <p><a href=Route::Case(id.0).path() class="strong">{case.label.0.clone()}</a>" "{referent}</p>
            <ul>{lines}</ul>
        </li>
    }
}

/// Records of meetings that are not finished, and what waits on this device.
fn to_write(desk: Desk, week: Signal<Arc<Week>>) -> impl IntoView {
    let waiting = drafts::waiting(desk.who().worker.0);
    view! {
        <section aria-labelledby="week-write">
            <h2 id="week-write">{say("week-write")}</h2>
            {move || {
                let records = meetings::to_record(desk, &week.get());
                if records.is_empty() && waiting == 0 {
                    return view! { <p class="calm">{say("week-write-none")}</p> }.into_any();
                }
                let drafts = (waiting > 0)
                    .then(|| view! { <li>{say_with("week-drafts", &[("count", waiting.into())])}</li> });
                view! { <ul class="lines">{drafts}{records}</ul> }.into_any()
            }}
        </section>
    }
}
