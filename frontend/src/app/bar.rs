//! The bar: brand, the screens, and what belongs to the person who is signed in.

use super::theme::{Light, Theme};
use crate::{
    desk::Desk,
    drafts,
    parts::{
        button::Act,
        icon::{Shape, icon, small_icon},
    },
    route::Route,
    words::{Choice, say, say_with},
};
use leptos::prelude::*;

/// The brand: a small weave and the name.
pub(crate) fn brand() -> impl IntoView {
    view! {
        <span class="brand">
            <svg width="24" height="24" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2.2" stroke-linecap="round" aria-hidden="true">
                <path d="M3 7h4m4 0h10M3 12h10m4 0h4M3 17h4m4 0h10M7 3v10m0 4v4M12 3v2m0 4v12M17 3v10m0 4v4"></path>
            </svg>
            "Trame"
        </span>
    }
}

/// The bar of a signed-in worker.
#[component]
pub(crate) fn Bar(
    desk: Desk,
    choice: Choice,
    theme: Theme,
    route: Memo<Route>,
    on_leave: Callback<()>,
) -> impl IntoView {
    let me = desk.who();
    let entries = [
        (me.works_on_cases || me.sees_load).then_some((Route::Week, "nav-week")),
        (me.works_on_cases || me.receives_shares).then_some((Route::Cases, "nav-cases")),
        me.works_on_cases.then_some((Route::Meetings, "nav-meetings")),
        me.sees_load.then_some((Route::Workload, "nav-workload")),
        (me.works_on_cases && !me.sees_load).then_some((Route::OwnLoad, "nav-workload")),
        (me.finds_referents || me.told_of_accesses).then_some((Route::Accesses, "nav-accesses")),
    ];
    let entries: Vec<(Route, &'static str)> = entries.into_iter().flatten().collect();
    let entries = StoredValue::new(entries);
    let middle = move || match desk.title.get() {
        Some(title) => view! {
            <p class="bar-meeting">{title.meeting}</p>
            <p class="bar-shared">{icon(Shape::Screen)}<span>{say("shared-screen")}</span></p>
            <p class="bar-time">{title.time}</p>
        }
        .into_any(),
        None => entries.with_value(|entries| {
            let lines = entries
                .iter()
                .map(|(entry, key)| nav_line(route, *entry, key))
                .collect_view();
            view! { <nav aria-label=say("nav")><ul>{lines}</ul></nav> }.into_any()
        }),
    };
    view! {
        <header class="bar" class:meeting-bar=move || desk.title.with(Option::is_some)>
            <a href=move || if desk.title.with(Option::is_some) { Route::Meetings.path() } else { Route::Week.path() } class="brand-link">{brand()}</a>
            {middle}
            <div class="me">
                <details class="fold">
                    <summary>{icon(Shape::Person)}<span class="name">{me.name.0.clone()}</span></summary>
                    <div class="sheet">
                        <p>{say(&format!("role-{}", me.role.code()))} " · " {me.service.name.clone()}</p>
                        {me.demonstration.then(|| view! { <p>{say("demonstration")}</p> })}
                        <ThemeChoice theme/>
                        <label class="switch">
                            <input
                                type="checkbox"
                                prop:checked=move || desk.shortcuts.get()
                                on:change=move |event| desk.set_shortcuts(event_target_checked(&event))
                            />
                            <span>{say("shortcuts")}</span>
                        </label>
                        <Act on_act=Callback::new(move |()| choice.change())>
                            {small_icon(Shape::Language)}
                            {say("other-language")}
                        </Act>
                        <p><a href=Route::Sessions.path()>{say("sessions-title")}</a></p>
                        <Leave desk on_leave/>
                    </div>
                </details>
            </div>
        </header>
    }
}

fn nav_line(route: Memo<Route>, entry: Route, key: &'static str) -> impl IntoView {
    let current = move || {
        let now = route.get();
        now.is_under(entry)
            .then_some(if now == entry { "page" } else { "true" })
    };
    view! { <li><a href=entry.path() aria-current=current>{say(key)}</a></li> }
}

/// The button that signs out; drafts are named before they are erased.
#[component]
fn Leave(desk: Desk, on_leave: Callback<()>) -> impl IntoView {
    let worker = desk.who().worker.0;
    let asked = RwSignal::new(0_usize);
    let leave = move |()| {
        let waiting = drafts::waiting(worker);
        if waiting > 0 && asked.get_untracked() == 0 {
            asked.set(waiting);
        } else {
            on_leave.run(());
        }
    };
    view! {
        {move || {
            let count = asked.get();
            (count > 0).then(|| view! { <p role="alert">{say_with("sign-out-drafts", &[("count", count.into())])}</p> })
        }}
        <Act on_act=Callback::new(leave)>
            {small_icon(Shape::Leave)}
            {move || if asked.get() > 0 { say("sign-out-anyway") } else { say("sign-out") }}
        </Act>
    }
}

/// Paper, night, or as the device has it.
#[component]
fn ThemeChoice(theme: Theme) -> impl IntoView {
    let options = [Light::Device, Light::Paper, Light::Night]
        .into_iter()
        .map(|light| {
            view! {
                <button
                    type="button"
                    aria-pressed=move || if theme.now() == light { "true" } else { "false" }
                    on:click=move |_| theme.choose(light)
                >
                    {say(light.key())}
                </button>
            }
        })
        .collect_view();
    view! { <div class="group" role="group" aria-label=say("theme")>{options}</div> }
}
