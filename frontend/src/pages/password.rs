//! The password: the first of her own, and another one.

use super::{pieces::Onward, second_factor::begins_again};
use crate::{
    api,
    asked::{Asked, Wish},
    desk::Desk,
    drafts::Draft,
    parts::{
        button::{Act, Send, Weight},
        field::{Line, Of, line},
        states::unfulfilled,
    },
    words::say,
};
use contract::session::SessionList;
use leptos::prelude::*;

/// What a browser offers to make and to keep.
const NEW: Line = Line {
    kind: "password",
    fills: "new-password",
};

/// A password in the place of a first secret, while somebody signs in.
#[component]
pub(super) fn FirstPassword(onward: Onward) -> impl IntoView {
    let draft = Draft::unkept();
    let wish = Wish::new();
    begins_again(wish.failure, onward.over);
    let refusal = Signal::derive(move || refused(draft));
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        if refusal.with_untracked(Option::is_some) {
            return;
        }
        let password = untrack(|| draft.get("new_password"));
        wish.send(api::account::choose_password(password), move |needs| {
            onward.after.run(needs)
        });
    };
    view! {
        <form class="form" on:submit=submit>
            <p>{say("password-first")}</p>
            {twice(draft, wish)}
            {unfulfilled(wish, draft, &["new_password"])}
            <Send refusal busy=wish.busy>{say("password-choose")}</Send>
            <p class="acts"><Act weight=Weight::Plain on_act=onward.anew>{say("sign-in-anew")}</Act></p>
        </form>
    }
}

/// Another password, where she sees where she is signed in.
#[component]
pub(super) fn OwnPassword(desk: Desk, sessions: Asked<SessionList>) -> impl IntoView {
    let changing = RwSignal::new(false);
    // The password of a demonstration is printed for everybody, and nobody changes it.
    if desk.who().demonstration {
        return None;
    }
    Some(view! {
        <section class="account" aria-labelledby="own-password">
            <h2 id="own-password">{say("own-password")}</h2>
            {move || {
                if changing.get() {
                    view! { <Change desk sessions changing/> }.into_any()
                } else {
                    let begin = Callback::new(move |()| changing.set(true));
                    view! { <p class="acts"><Act on_act=begin>{say("password-change")}</Act></p> }.into_any()
                }
            }}
        </section>
    })
}

#[component]
fn Change(desk: Desk, sessions: Asked<SessionList>, changing: RwSignal<bool>) -> impl IntoView {
    let draft = Draft::unkept();
    let wish = Wish::new();
    let refusal = Signal::derive(move || {
        let missing = draft.get("password").is_empty().then(|| say("password-missing"));
        missing.or_else(|| refused(draft))
    });
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        if refusal.with_untracked(Option::is_some) {
            return;
        }
        let (present, password) = untrack(|| (draft.get("password"), draft.get("new_password")));
        wish.send(api::account::change_password(present, password), move |()| {
            changing.set(false);
            desk.toasts.show(say("password-changed"));
            sessions.again();
        });
    };
    let present = Line {
        kind: "password",
        fills: "current-password",
    };
    let empty = String::new;
    view! {
        <form class="form" on:submit=submit>
            {line(Of::new(draft, wish, "password"), say("password-present"), present, empty(), empty(), empty())}
            {twice(draft, wish)}
            {unfulfilled(wish, draft, &["password", "new_password"])}
            <p class="acts">
                <Send refusal busy=wish.busy>{say("password-choose")}</Send>
                <Act weight=Weight::Plain on_act=Callback::new(move |()| changing.set(false))>
                    {say("two-steps-not-now")}
                </Act>
            </p>
        </form>
    }
}

/// The new password, twice, since nobody sees what is typed.
fn twice(draft: Draft, wish: Wish) -> impl IntoView {
    let field = |name: &'static str, label: &'static str| {
        line(
            Of::new(draft, wish, name),
            say(label),
            NEW,
            String::new(),
            String::new(),
            String::new(),
        )
    };
    view! {
        <p class="mark">{say("password-advice")}</p>
        {field("new_password", "password-new")}
        {field("once_more", "password-once-more")}
    }
}

/// What stands against it before it is sent; the server knows the rest.
fn refused(draft: Draft) -> Option<String> {
    let (new, again) = (draft.get("new_password"), draft.get("once_more"));
    if new.is_empty() {
        Some(say("password-new-missing"))
    } else {
        (new != again).then(|| say("password-differs"))
    }
}
