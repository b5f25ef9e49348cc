//! What is shown beside a password: a code of the application, or one of the paper. And both together, for who is signed in
//! and proves again who she is.

use crate::{
    asked::Wish,
    drafts::Draft,
    parts::{
        button::{Act, Send, Weight},
        field::{Line, ONE_TIME_CODE, Of, line},
        states::unfulfilled,
    },
    words::say,
};
use contract::{Plain, account::Proof};
use leptos::prelude::*;

/// The name of the field, under which the server tells of both.
const CODE: &str = "code";

/// What was typed.
pub(super) fn of(draft: Draft, paper: RwSignal<bool>) -> Proof {
    let typed = Plain(draft.get(CODE));
    if paper.get() {
        Proof::RecoveryCode(typed)
    } else {
        Proof::Code(typed)
    }
}

/// The field, with the way from the application to the paper and back.
pub(super) fn field(draft: Draft, wish: Wish, paper: RwSignal<bool>) -> impl IntoView {
    let change = Callback::new(move |()| {
        draft.set(CODE, String::new());
        wish.failure.set(None);
        paper.update(|paper| *paper = !*paper);
    });
    view! {
        {move || {
            let (label, fills) = if paper.get() { ("recovery-code", "off") } else { ("code", ONE_TIME_CODE) };
            let kind = Line { kind: "text", fills };
            line(Of::new(draft, wish, CODE), say(label), kind, String::new(), String::new(), String::new())
        }}
        <p>
            <Act weight=Weight::Plain on_act=change>
                {move || say(if paper.get() { "code-by-application" } else { "code-by-paper" })}
            </Act>
        </p>
    }
}

/// What she tells again: her password, and what is shown beside it.
pub(super) type Told = (Plain<String>, Option<Proof>);

/// Tells again who she is, before something that a stolen session must not do.
#[component]
pub(super) fn Again(
    /// What her telling sends.
    wish: Wish,
    asks_code: bool,
    on_told: Callback<Told>,
    on_cancel: Callback<()>,
) -> impl IntoView {
    let draft = Draft::unkept();
    let paper = RwSignal::new(false);
    let refusal = Signal::derive(move || {
        let missing = draft.get("password").is_empty() || (asks_code && draft.get(CODE).trim().is_empty());
        missing.then(|| {
            say(if asks_code {
                "two-steps-incomplete"
            } else {
                "password-missing"
            })
        })
    });
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        if refusal.with_untracked(Option::is_some) {
            return;
        }
        let proof = asks_code.then(|| untrack(|| of(draft, paper)));
        on_told.run((Plain(untrack(|| draft.get("password"))), proof));
    };
    let secret = Line {
        kind: "password",
        fills: "current-password",
    };
    let empty = String::new;
    view! {
        <form class="form" on:submit=submit>
            <p>{say("two-steps-who")}</p>
            {line(Of::new(draft, wish, "password"), say("password"), secret, empty(), empty(), empty())}
            {asks_code.then(|| field(draft, wish, paper))}
            {unfulfilled(wish, draft, &["password", CODE])}
            <p class="acts">
                <Send refusal busy=wish.busy>{say("two-steps-go-on")}</Send>
                <Act weight=Weight::Plain on_act=on_cancel>{say("two-steps-not-now")}</Act>
            </p>
        </form>
    }
}
