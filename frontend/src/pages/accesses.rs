//! Whom to ask about somebody, opening a case in an emergency, and what was opened with a reason: who, why, until when,
//! and what its review found.

mod asking;
mod by_names;
mod emergency;
mod finding;
mod readings;
mod review;

pub(crate) use readings::ReadingsPage;

use crate::{
    api,
    asked::{Asked, Wish},
    desk::Desk,
    parts::{
        button::Act,
        days,
        states::{empty, loaded, stale, unfulfilled},
    },
    route::Route,
    words::{say, say_with},
};
use contract::exceptional_access::{AccessLine, AccessList, EndAccess};
use domain::{
    exceptional_access::{Finding, Need},
    words::AccessId,
};
use leptos::prelude::*;
use uuid::Uuid;

/// The screen.
#[component]
pub(crate) fn AccessesPage(desk: Desk) -> impl IntoView {
    let (finds, asks) = (desk.who().finds_referents, desk.who().reads_journal);
    let asked = Asked::new(api::exceptional_access::list);
    desk.live.on_change(
        move || asked.seen.with(|seen| seen.as_ref().map(|list| (None, list.position))),
        move || asked.again(),
    );
    let reviewing = RwSignal::new(None::<AccessId>);
    view! {
        <p class="over">{days::long(desk.today())}</p>
        <h1>{say("accesses-title")}</h1>
        {finds.then(|| view! { <finding::Finding desk/> })}
        {asks.then(|| view! { <asking::Asking/> })}
        <section class="meetings">
            <h2>{say("accesses-opened")}</h2>
            {stale(asked)}
            {loaded(asked, "accesses-waiting", move |list| {
                view! {
                    {move || to_settle(&list.get())}
                    {move || opened(desk, &list.get(), asked, reviewing)}
                }
            })}
        </section>
        <review::ReviewSheet desk reviewing asked/>
    }
}

/// What waits for an agreement: each is read and settled on its case.
fn to_settle(list: &AccessList) -> Option<AnyView> {
    if list.to_settle.is_empty() {
        return None;
    }
    let lines = list
        .to_settle
        .iter()
        .map(|line| {
            let label = line.label.as_ref().map_or_else(|| say("access-by-unknown"), |label| label.0.clone());
            let by = line.by.as_ref().map(|worker| say_with("shared-by", &[("name", (&worker.name.0).into())]));
            view! {
                <li class="meeting-line">
                    <p class="when"><span class="strong now">{say("share-settle")}</span><span class="mark">{days::day_and_clock(line.since)}</span></p>
                    <p class="what"><a href=Route::Case(line.support_case.0).path()>{label}</a></p>
                    <p class="what"><span>{by}</span></p>
                </li>
            }
        })
        .collect_view();
    Some(view! { <h3>{say("share-to-settle")}</h3> <ul class="lines">{lines}</ul> }.into_any())
}

fn opened(desk: Desk, list: &AccessList, asked: Asked<AccessList>, reviewing: RwSignal<Option<AccessId>>) -> AnyView {
    if list.accesses.is_empty() {
        return empty("accesses-none").into_any();
    }
    let lines = list
        .accesses
        .iter()
        .map(|access| line(desk, access, asked, reviewing))
        .collect_view();
    let more = list.more.then(|| view! { <p class="calm">{say("accesses-older")}</p> });
    view! { <ul class="lines">{lines}</ul> {more} }.into_any()
}

fn line(
    desk: Desk,
    access: &AccessLine,
    asked: Asked<AccessList>,
    reviewing: RwSignal<Option<AccessId>>,
) -> impl IntoView + use<> {
    let id = access.access;
    let by = access.opened_by.as_ref();
    let is_hers = by.is_some_and(|worker| worker.worker == desk.who().worker);
    let need = match access.need {
        Need::Emergency => say("access-need-emergency"),
        Need::Supervision => say("access-need-supervision"),
    };
    let who = by.map_or_else(|| say("access-by-unknown"), |worker| worker.name.0.clone());
    let about = access.label.as_ref().map_or_else(
        || access.service.name.clone(),
        |label| format!("{} · {}", label.0, access.service.name),
    );
    let about = if access.open && (is_hers || access.label.is_some()) {
        view! { <a href=Route::Case(access.support_case.0).path()>{about}</a> }.into_any()
    } else {
        view! { <span>{about}</span> }.into_any()
    };
    let until = days::day_and_clock(access.until);
    let state = if access.open {
        say_with("access-open-until", &[("when", until.into())])
    } else {
        say_with("access-over-since", &[("when", until.into())])
    };
    let reviewer = access.reviewed_by.as_ref().map(|worker| worker.name.0.clone());
    let reviewed = match access.finding {
        Some(Finding::Justified) => say("access-found-justified"),
        Some(Finding::Unjustified) => say("access-found-unjustified"),
        None => say_with(
            "access-review-by",
            &[("when", days::day_and_clock(access.review_by).into())],
        ),
    };
    let reviewed = match reviewer {
        Some(name) => format!("{reviewed} · {name}"),
        None => reviewed,
    };
    let ends = (is_hers && access.open).then(|| view! { <End desk access=id asked/> });
    let reviews = access.reviewable.then(|| {
        view! { <Act on_act=Callback::new(move |()| reviewing.set(Some(id)))>{say("access-review")}</Act> }
    });
    view! {
        <li class="meeting-line">
            <p class="when">
                <span class="strong" class:now=access.open>{need}</span>
                <span class="mark">{days::day_and_clock(access.opened_at)}</span>
            </p>
            <p class="what">
                <span><strong>{who}</strong><span class="mark">{about}</span><span>{access.reason.0.clone()}</span></span>
            </p>
            <div class="what">
                <span>{state}<span class="mark">{reviewed}</span></span>
                {ends}
                {reviews}
            </div>
        </li>
    }
}

/// The button that ends an access before its time.
#[component]
fn End(desk: Desk, access: AccessId, asked: Asked<AccessList>) -> impl IntoView {
    let (wish, command) = (Wish::new(), Uuid::now_v7());
    let end = Callback::new(move |()| {
        wish.send(api::exceptional_access::end(access, EndAccess { command }), move |_| {
            desk.toasts.show(say("access-ended"));
            asked.again();
        });
    });
    view! {
        <Act on_act=end busy=wish.busy>{say("access-end")}</Act>
        {unfulfilled(wish, None, &[])}
    }
}
