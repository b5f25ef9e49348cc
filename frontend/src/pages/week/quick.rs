//! Noting a contact without leaving the week: with whom, then the same form as in the case.

use crate::{
    desk::{Desk, on_key},
    follow::follow,
    pages::support_case::note::NoteForm,
    words::say,
};
use contract::week::Week;
use domain::words::SupportCaseId;
use leptos::{html, prelude::*};
use std::sync::Arc;
use uuid::Uuid;

/// The form beside the week. Nobody is chosen beforehand: a note in the wrong file is worse than one choice more.
#[component]
pub(super) fn QuickNote(desk: Desk, week: Signal<Arc<Week>>, saved: Callback<String>) -> impl IntoView {
    let chosen = RwSignal::new(None::<SupportCaseId>);
    let open = RwSignal::new(true);
    let field = NodeRef::<html::Select>::new();
    let focus = move || {
        if let Some(field) = field.get_untracked() {
            drop(field.focus());
        }
    };
    // Once it is kept, the next contact may be with somebody else.
    follow(move || {
        if !open.get() {
            chosen.set(None);
            open.set(true);
            focus();
        }
    });
    on_key(desk, "n", focus);
    let options = move || {
        let now = chosen.get();
        let week = week.get();
        week.cases
            .iter()
            .map(|case| {
                let is_chosen = Some(case.support_case) == now;
                view! { <option value=case.support_case.to_string() selected=is_chosen>{case.label.0.clone()}</option> }
            })
            .collect_view()
    };
    view! {
        <aside class="quick" aria-labelledby="quick">
            <div class="quick-head"><h2 id="quick">{say("note-contact")}</h2><span class="mark">{say("quick-time")}</span></div>
            <div class="field">
                <label for="quick-case">{say("contact-with")}</label>
                <select
                    id="quick-case"
                    name="case"
                    node_ref=field
                    prop:value=move || chosen.get().map(|case| case.to_string()).unwrap_or_default()
                    on:change=move |event| {
                        let typed = event_target_value(&event);
                        chosen.set(typed.parse::<Uuid>().ok().map(SupportCaseId));
                    }
                >
                    <option value="">{say("quick-choose")}</option>
                    {options}
                </select>
            </div>
            {move || match chosen.get() {
                Some(case) => view! { <NoteForm desk case members=Signal::derive(Vec::new) open saved/> }.into_any(),
                None => view! { <p class="calm">{say("quick-first")}</p> }.into_any(),
            }}
        </aside>
    }
}
