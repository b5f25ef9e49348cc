//! Whom to ask about somebody: a service and a référent, and nothing of the family.

use super::emergency::EmergencySheet;
use crate::{
    api,
    asked::Wish,
    desk::Desk,
    drafts::Draft,
    parts::{
        button::{Act, Send},
        field::{Of, text},
        states::{empty, unfulfilled},
    },
    words::{say, say_with},
};
use contract::{
    Plain,
    exceptional_access::{FindReferent, FoundReferent, FoundReferents},
};
use domain::words::SupportCaseId;
use leptos::{ev::SubmitEvent, prelude::*};
use std::sync::Arc;

/// The question and its answer. What was asked is kept nowhere on this device.
#[component]
pub(super) fn Finding(desk: Desk) -> impl IntoView {
    let (draft, wish) = (Draft::unkept(), Wish::new());
    let found = RwSignal::new(None::<Arc<FoundReferents>>);
    let opening = RwSignal::new(None::<SupportCaseId>);
    let refusal =
        Signal::derive(move || (draft.get("names").split_whitespace().count() < 2).then(|| say("find-two-names")));
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        if refusal.get_untracked().is_some() {
            return;
        }
        let names = Plain(draft.get("names").trim().to_owned());
        wish.send(
            api::exceptional_access::find_referent(FindReferent { names }),
            move |answer| {
                found.set(Some(Arc::new(answer)));
            },
        );
    };
    view! {
        <section class="meetings">
            <h2>{say("find-title")}</h2>
            <form class="form asks" on:submit=submit>
                <p class="calm">{say("find-says")}</p>
                {text(Of::new(draft, wish, "names"), say("find-names"), say("find-names-example"))}
                {unfulfilled(wish, None, &["names"])}
                <Send refusal busy=wish.busy>{say("find-ask")}</Send>
            </form>
            <div aria-live="polite">{move || found.get().map(|found| answer(&found, opening))}</div>
        </section>
        <EmergencySheet desk opening/>
    }
}

fn answer(found: &FoundReferents, opening: RwSignal<Option<SupportCaseId>>) -> AnyView {
    if found.found.is_empty() {
        return empty("find-none").into_any();
    }
    let lines = found.found.iter().map(|one| line(one, opening)).collect_view();
    let more = found.more.then(|| view! { <p class="calm">{say("find-more")}</p> });
    view! { <ul class="lines">{lines}</ul> {more} }.into_any()
}

fn line(one: &FoundReferent, opening: RwSignal<Option<SupportCaseId>>) -> impl IntoView + use<> {
    let case = one.support_case;
    let referent = match &one.referent {
        Some(worker) => say_with("find-referent", &[("name", (&worker.name.0).into())]),
        None => say("find-no-referent"),
    };
    view! {
        <li class="meeting-line">
            <strong>{one.service.name.clone()}</strong>
            <span>{referent}</span>
            <Act on_act=Callback::new(move |()| opening.set(Some(case)))>{say("emergency-open")}</Act>
        </li>
    }
}
