//! Signing in, at the start or again when a session is over: then what was typed on the page is still there.

use crate::{
    api::{self, Failure},
    asked::Wish,
    browser,
    desk::Desk,
    parts::{button::Send, field::Line, states::unfulfilled},
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
    let login = RwSignal::new(String::new());
    let password = RwSignal::new(String::new());
    let wish = Wish::new();
    let refusal = Signal::derive(move || {
        (login.with(String::is_empty) || password.with(String::is_empty)).then(|| say("sign-in-incomplete"))
    });
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        if refusal.with_untracked(Option::is_some) {
            return;
        }
        let asked = SignIn {
            login: Plain(login.get_untracked()),
            password: Plain(password.get_untracked()),
        };
        wish.send(
            async move {
                // A wrong password is no lost session: it is told here.
                api::session::sign_in(asked).await
            },
            move |me| on_done.run(me),
        );
    };
    let wrong = move || {
        wish.failure.get().and_then(|failure| match failure {
            Failure::SignedOut => Some(say("session-refused")),
            Failure::Refused(refusal) => Some(refusal.sentence),
            Failure::Unreached | Failure::Unknown | Failure::TooOld | Failure::Broken { .. } => None,
        })
    };
    view! {
        <form class="form" on:submit=submit>
            <Line
                label=say("login")
                name="login"
                fills="username"
                value=login
                on_input=Callback::new(move |text| login.set(text))
            />
            <Line
                label=say("password")
                name="password"
                kind="password"
                fills="current-password"
                value=password
                fault=Signal::derive(wrong)
                on_input=Callback::new(move |text| password.set(text))
            />
            {move || wrong().is_none().then(|| unfulfilled(wish, &[]))}
            <Send refusal busy=wish.busy>{say("sign-in")}</Send>
        </form>
    }
}
