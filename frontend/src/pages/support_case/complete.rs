//! Telling that an action is done, and what came of it.

use crate::{
    advice, api,
    asked::Wish,
    desk::Desk,
    drafts::Draft,
    parts::{
        button::Send,
        dialog::{Sheet, open_while},
        field::{Of, lines},
        states::{draft_notices, unfulfilled},
    },
    words::{say, say_with},
};
use contract::{plan::CompleteAction, support_case::CaseView};
use domain::{
    plan::Command,
    words::{ActionId, PlanId, SupportCaseId},
};
use leptos::{ev::SubmitEvent, prelude::*};
use std::sync::Arc;

/// The sheet, open while an action is being finished.
#[component]
pub(crate) fn CompleteSheet(
    desk: Desk,
    case: SupportCaseId,
    seen: Signal<Arc<CaseView>>,
    finishing: RwSignal<Option<ActionId>>,
    saved: Callback<String>,
) -> impl IntoView {
    let open = open_while(finishing, |_| true);
    view! {
        <Sheet title=say("finish-title") open>
            {move || finishing.get().map(|action| view! { <CompleteForm desk case seen action open saved/> })}
        </Sheet>
    }
}

#[component]
fn CompleteForm(
    desk: Desk,
    case: SupportCaseId,
    seen: Signal<Arc<CaseView>>,
    action: ActionId,
    open: RwSignal<bool>,
    saved: Callback<String>,
) -> impl IntoView {
    let draft = Draft::open(desk.who().worker.0, &format!("finish.{action}"));
    let wish = Wish::new();
    let refusal = Signal::derive(move || {
        let command = Command::CompleteAction {
            action,
            result: advice::text(&draft.get("result"), case),
        };
        let seen = seen.get();
        let rules = plan_of(&seen, action)
            .map(|plan| seen.rules_of(plan))
            .unwrap_or_default();
        advice::refusal(&rules, &advice::asks(desk, desk.now(), command))
    });
    let what = move || {
        let case = seen.get();
        let found = case.actions.iter().find(|each| each.action == action);
        found.map(|each| {
            view! {
                <p class="strong">{each.what.0.clone()}</p>
                <p class="mark">{say_with("done-by", &[("name", (&each.doer.name.0).into())])}</p>
            }
        })
    };
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let (Some(plan), None) = (plan_of(&seen.get_untracked(), action), refusal.get_untracked()) else {
            return;
        };
        let asked = CompleteAction {
            command: draft.command.get_untracked(),
            plan,
            result: advice::plain(&draft.get("result")),
        };
        let sending = api::plan::complete_action(case, action, asked);
        super::forms::sends(wish, draft, open, saved, "finish-saved", sending);
    };
    view! {
        <form class="form" on:submit=submit>
            {draft_notices(draft)}
            <div>{what}</div>
            {lines(Of::new(draft, wish, "result"), say("finish-result"), false, say("finish-example"))}
            {unfulfilled(wish, draft, &["result"])}
            <Send refusal busy=wish.busy>{say("action-finish")}</Send>
        </form>
    }
}

/// The plan in which an action stands.
fn plan_of(case: &CaseView, action: ActionId) -> Option<PlanId> {
    let found = case.actions.iter().find(|each| each.action == action);
    found.map(|each| each.plan)
}
