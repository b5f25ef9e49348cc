//! What is shown beside a password: a code of the application, or one of the paper.

use crate::{
    asked::Wish,
    drafts::Draft,
    parts::{
        button::{Act, Weight},
        field::{Line, ONE_TIME_CODE, Of, line},
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
