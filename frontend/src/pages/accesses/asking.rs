//! For who watches over personal data: which case is the person's who asks who looked at it.

use crate::{
    api,
    asked::Wish,
    drafts::Draft,
    parts::{
        button::Send,
        days,
        field::{Of, text},
        states::{empty, unfulfilled},
    },
    route::Route,
    words::{say, say_with},
};
use contract::{
    Plain,
    journal::{FindCase, FoundCase, FoundCases},
};
use leptos::{ev::SubmitEvent, prelude::*};
use std::sync::Arc;

/// The question and its answer. What was asked is kept nowhere on this device.
#[component]
pub(super) fn Asking() -> impl IntoView {
    let (draft, wish) = (Draft::unkept(), Wish::new());
    let found = RwSignal::new(None::<Arc<FoundCases>>);
    let refusal =
        Signal::derive(move || (draft.get("names").split_whitespace().count() < 2).then(|| say("find-two-names")));
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        if refusal.get_untracked().is_some() {
            return;
        }
        let names = Plain(draft.get("names").trim().to_owned());
        wish.send(api::journal::find_case(FindCase { names }), move |answer| {
            found.set(Some(Arc::new(answer)));
        });
    };
    view! {
        <section class="meetings">
            <h2>{say("readings-find")}</h2>
            <form class="form asks" on:submit=submit>
                <p class="calm">{say("readings-find-says")}</p>
                {text(Of::new(draft, wish, "names"), say("find-names"), say("find-names-example"))}
                {unfulfilled(wish, None, &["names"])}
                <Send refusal busy=wish.busy>{say("find-ask")}</Send>
            </form>
            <div aria-live="polite">{move || found.get().map(|found| answer(&found))}</div>
        </section>
    }
}

fn answer(found: &FoundCases) -> AnyView {
    if found.found.is_empty() {
        return empty("readings-find-none").into_any();
    }
    let lines = found.found.iter().map(line).collect_view();
    let more = found
        .more
        .then(|| view! { <p class="calm">{say("readings-find-more")}</p> });
    view! { <ul class="lines">{lines}</ul> {more} }.into_any()
}

fn line(case: &FoundCase) -> impl IntoView + use<> {
    view! {
        <li class="meeting-line">
            <strong>{case.service.name.clone()}</strong>
            <span>{about(case)}</span>
            <a href=Route::Readings(case.support_case.0).path()>{say("readings-look")}</a>
        </li>
    }
}

/// Since when, or from when to when, and who answers for it.
pub(super) fn about(case: &FoundCase) -> String {
    let from = days::full(case.opened_on.0);
    let time = match case.closed_on {
        Some(day) => say_with(
            "readings-closed",
            &[("from", from.into()), ("to", days::full(day.0).into())],
        ),
        None => say_with("readings-open", &[("from", from.into())]),
    };
    match &case.referent {
        Some(worker) => {
            let referent = say_with("readings-referent", &[("name", (&worker.name.0).into())]);
            format!("{time} · {referent}")
        }
        None => time,
    }
}
