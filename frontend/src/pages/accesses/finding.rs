//! Whom to ask about somebody: a service and a référent, and nothing of the family.

use super::{by_names::by_names, emergency::EmergencySheet};
use crate::{
    api,
    desk::Desk,
    parts::{button::Act, states::empty},
    words::{say, say_with},
};
use contract::exceptional_access::{FindReferent, FoundReferent, FoundReferents};
use domain::words::SupportCaseId;
use leptos::prelude::*;

/// The question and its answer.
#[component]
pub(super) fn Finding(desk: Desk) -> impl IntoView {
    let opening = RwSignal::new(None::<SupportCaseId>);
    let asks = by_names(
        ("find-title", "find-says"),
        |names| api::exceptional_access::find_referent(FindReferent { names }),
        move |found: &FoundReferents| answer(found, opening),
    );
    view! {
        {asks}
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
