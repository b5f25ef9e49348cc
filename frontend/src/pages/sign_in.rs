//! Signing in, at the start or again when a session is over: then what was typed on the page is still there.

use crate::{
    api::{self, Failure},
    asked::Wish,
    browser,
    desk::Desk,
    drafts::Draft,
    parts::{
        button::Send,
        field::{Line, Of, line},
        states::unfulfilled,
    },
    words::say,
};
use contract::{
    Plain,
    session::{Me, SignIn},
};
use leptos::prelude::*;

/// The screen before anyone is signed in.
#[component]
pub(crate) fn SignInPage(on_done: Callback<Me>) -> impl IntoView {
    view! {
        <div class="sign-in">
            <p class="over">{say("sign-in-over")}</p>
            <h1>{say("sign-in-title")}</h1>
            <SignInForm on_done/>
        </div>
    }
}

/// Signing in again above the page. Another worker starts from a page of her own.
#[component]
pub(crate) fn SignInAgain(desk: Desk, open: RwSignal<bool>) -> impl IntoView {
    let on_done = Callback::new(move |me: Me| {
        if me.worker == desk.who().worker {
            desk.live.connect();
            desk.toasts.show(say("signed-in-again"));
            open.set(false);
        } else {
            browser::reload();
        }
    });
    view! {
        <p class="measure">{say("session-over-kept")}</p>
        <SignInForm on_done/>
    }
}

#[component]
fn SignInForm(on_done: Callback<Me>) -> impl IntoView {
    // What is typed here is never kept on this device.
    let draft = Draft::unkept();
    let wish = Wish::new();
    let refusal = Signal::derive(move || {
        (draft.get("login").is_empty() || draft.get("password").is_empty()).then(|| say("sign-in-incomplete"))
    });
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        if refusal.with_untracked(Option::is_some) {
            return;
        }
        let asked = SignIn {
            login: Plain(untrack(|| draft.get("login"))),
            password: Plain(untrack(|| draft.get("password"))),
        };
        wish.send(api::session::sign_in(asked), move |me| on_done.run(me));
    };
    // A wrong password is no lost session: it is told here, in the words of signing in.
    let wrong = move || {
        matches!(wish.failure.get(), Some(Failure::SignedOut)).then(|| {
            view! { <p class="failed" role="alert">{say("session-refused")}</p> }
        })
    };
    let others =
        move || (!matches!(wish.failure.get(), Some(Failure::SignedOut))).then(|| unfulfilled(wish, draft, &[]));
    let name = Line {
        kind: "text",
        fills: "username",
    };
    let secret = Line {
        kind: "password",
        fills: "current-password",
    };
    view! {
        <form class="form" on:submit=submit>
            {line(Of::new(draft, wish, "login"), say("login"), name, String::new(), String::new(), String::new())}
            {line(Of::new(draft, wish, "password"), say("password"), secret, String::new(), String::new(), String::new())}
            {wrong}
            {others}
            <Send refusal busy=wish.busy>{say("sign-in")}</Send>
        </form>
    }
}
