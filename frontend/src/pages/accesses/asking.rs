//! For who watches over personal data: which case is the person's who asks who looked at it.

use super::by_names::by_names;
use crate::{
    api,
    parts::{days, states::empty},
    route::Route,
    words::{say, say_with},
};
use contract::journal::{FindCase, FoundCase, FoundCases};
use leptos::prelude::*;

/// The question and its answer.
#[component]
pub(super) fn Asking() -> impl IntoView {
    by_names(
        ("readings-find", "readings-find-says"),
        |names| api::journal::find_case(FindCase { names }),
        answer,
    )
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
