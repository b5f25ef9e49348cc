//! My cases: those that are open, closed or all, with a search on names that leaves no trace in any address.

use crate::follow::follow;
use crate::{
    api::{self, Answer},
    asked::{Asked, Wish},
    desk::Desk,
    parts::{
        button::Act,
        days,
        icon::{Shape, icon},
        states::{empty, loaded, stale, unfulfilled},
    },
    route::Route,
    words::{say, say_with},
};
use contract::{
    Plain,
    support_case::{CaseLine, CaseList, PhaseFilter, Search},
};
use gloo_timers::future::TimeoutFuture;
use jiff::civil::Date;
use leptos::{prelude::*, task::spawn_local};
use std::sync::Arc;

/// How long to wait for the next keystroke before asking, in milliseconds.
const PAUSE: u32 = 250;

/// The screen.
#[component]
pub(crate) fn CasesPage(desk: Desk) -> impl IntoView {
    let phase = RwSignal::new(PhaseFilter::Open);
    let typed = RwSignal::new(String::new());
    let sought = paused(typed);
    let first = Asked::new(move || page(phase.get(), sought.get(), None));
    desk.live.on_change(
        move || first.seen.with(|seen| seen.as_ref().map(|list| (None, list.position))),
        move || first.again(),
    );
    let filters = [
        (PhaseFilter::Open, "cases-open"),
        (PhaseFilter::Closed, "cases-closed"),
        (PhaseFilter::All, "cases-all"),
    ]
    .into_iter()
    .map(|(each, key)| {
        view! {
            <button
                type="button"
                aria-pressed=move || if phase.get() == each { "true" } else { "false" }
                on:click=move |_| phase.set(each)
            >
                {say(key)}
            </button>
        }
    })
    .collect_view();
    view! {
        <div class="head">
            <div>
                <p class="over">{days::long(desk.today())}</p>
                <h1>{move || headline(first.seen.get(), phase.get(), !sought.with(|names| names.trim().is_empty()))}</h1>
            </div>
            <div class="acts">
                {desk.who().opens_cases.then(|| view! { <a href=Route::Opening.path() class="button">{say("cases-open-one")}</a> })}
                <div class="group" role="group" aria-label=say("cases-filter")>{filters}</div>
                <form class="search" role="search" on:submit=|event| event.prevent_default()>
                    <label class="unseen" for="search">{say("cases-search")}</label>
                    {icon(Shape::Search)}
                    <input
                        id="search"
                        name="search"
                        type="search"
                        autocomplete="off"
                        placeholder=say("cases-search-example")
                        prop:value=move || typed.get()
                        on:input=move |event| typed.set(event_target_value(&event))
                    />
                </form>
            </div>
        </div>
        {stale(first)}
        {loaded(first, "cases-waiting", move |list| {
            view! { <List desk list sought phase/> }
        })}
    }
}

/// A page of the cases of a phase, or of those in which names are found.
async fn page(phase: PhaseFilter, names: String, after: Option<String>) -> Answer<CaseList> {
    if names.trim().is_empty() {
        return api::support_case::list(phase, after).await;
    }
    let names = Plain(names);
    api::support_case::search(Search { names, phase, after }).await
}

/// The text, once no key was pressed for a moment.
fn paused(typed: RwSignal<String>) -> RwSignal<String> {
    let sought = RwSignal::new(String::new());
    Effect::watch(
        move || typed.get(),
        move |text, _, _| {
            let text = text.clone();
            spawn_local(async move {
                TimeoutFuture::new(PAUSE).await;
                if typed.try_with_untracked(|now| *now == text) == Some(true) {
                    sought.set(text);
                }
            });
        },
        false,
    );
    sought
}

fn headline(list: Option<Arc<CaseList>>, phase: PhaseFilter, searched: bool) -> String {
    let Some(list) = list else { return say("cases-title") };
    let key = match (searched, phase) {
        (true, PhaseFilter::Open | PhaseFilter::Closed | PhaseFilter::All) => "cases-found",
        (false, PhaseFilter::Open) => "cases-count-open",
        (false, PhaseFilter::Closed) => "cases-count-closed",
        (false, PhaseFilter::All) => "cases-count-all",
    };
    say_with(key, &[("count", list.total.into())])
}

/// The cases of the first page and of those asked after it.
#[component]
fn List(
    desk: Desk,
    list: Signal<Arc<CaseList>>,
    sought: RwSignal<String>,
    phase: RwSignal<PhaseFilter>,
) -> impl IntoView {
    let more = RwSignal::new(Vec::<CaseLine>::new());
    let next = RwSignal::new(None::<String>);
    let wish = Wish::new();
    follow(move || {
        let first = list.get();
        more.set(Vec::new());
        next.set(first.next.clone());
    });
    let ask_more = Callback::new(move |()| {
        let (phase, names, after) = (phase.get_untracked(), sought.get_untracked(), next.get_untracked());
        wish.send(page(phase, names, after), move |page: CaseList| {
            next.set(page.next);
            more.update(|more| more.extend(page.cases));
        });
    });
    let today = desk.today();
    view! {
        {move || {
            let list = list.get();
            if list.cases.is_empty() {
                let key = match (sought.with(|names| names.trim().is_empty()), phase.get()) {
                    (false, PhaseFilter::Open | PhaseFilter::Closed | PhaseFilter::All) => "cases-none-found",
                    (true, PhaseFilter::Open | PhaseFilter::All) => "cases-none",
                    (true, PhaseFilter::Closed) => "cases-none-closed",
                };
                return empty(key).into_any();
            }
            let lines = list.cases.iter().map(|case| line(case, today)).collect_view();
            view! {
                <div class="cases-head" aria-hidden="true">
                    <span>{say("case-column")}</span>
                    <span>{say("case-column-referent")}</span>
                    <span>{say("case-column-contact")}</span>
                    <span class="end">{say("case-column-due")}</span>
                </div>
                <ul class="lines cases">
                    {lines}
                    {move || more.with(|more| more.iter().map(|case| line(case, today)).collect_view())}
                </ul>
            }
            .into_any()
        }}
        {unfulfilled(wish, None, &[])}
        {move || {
            next.with(Option::is_some)
                .then(|| view! { <div class="more"><Act on_act=ask_more busy=wish.busy>{say("cases-more")}</Act></div> })
        }}
    }
}

fn line(case: &CaseLine, today: Date) -> impl IntoView + use<> {
    let since = match case.closed_on {
        Some(day) => say_with("case-closed-on", &[("date", days::full(day.0).into())]),
        None => say_with("case-since", &[("date", days::month_and_year(case.opened_on.0).into())]),
    };
    let referent = match (&case.referent, case.own) {
        (_, true) => view! { <span>{say("case-own")}</span> }.into_any(),
        (Some(worker), false) => view! { <span>{worker.name.0.clone()}</span> }.into_any(),
        (None, false) => view! { <span class="now">{say("case-no-referent")}</span> }.into_any(),
    };
    let contact = match (case.last_contact_on, case.received) {
        (Some(day), _) => days::near(day.0, today),
        (None, true) => say("case-received"),
        (None, false) => say("case-no-contact"),
    };
    let silence = case.silence_days.map(|count| {
        view! { <span class="silence">{loose()}{say_with("case-silence", &[("days", count.into())])}</span> }
    });
    let due = case.next_due.map(|day| {
        let late = day.0 < today;
        let close = case.due_is_near;
        let words = if late {
            say_with("case-late", &[("days", days::days_between(day.0, today).into())])
        } else {
            days::from_today(day.0, today)
        };
        view! {
            <span class:now=close>{days::near(day.0, today)}</span>
            <span class="mark">{words}</span>
        }
    });
    let label = case.label.0.clone();
    view! {
        <li>
            <a href=Route::Case(case.support_case.0).path() class="case">
                <span class="who"><span class="strong">{label}</span><span class="mark">{since}</span></span>
                <span class="referent">{referent}</span>
                <span class="contact"><span><span class="narrow-only">{say("case-column-contact")} " "</span>{contact}</span>{silence}</span>
                <span class="due end">{due}</span>
            </a>
        </li>
    }
}

/// A thread that came loose, beside the words that say so.
fn loose() -> impl IntoView {
    view! { <svg width="36" height="4" viewBox="0 0 36 4" aria-hidden="true"><path d="M1 2H12" class="held"></path><path d="M16 2H36" class="loose"></path></svg> }
}
