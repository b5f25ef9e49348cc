//! Her passkeys: the devices that let her in by themselves, each under the name that she gave it.

use super::proof::Again;
use crate::{
    api,
    asked::{Asked, Wish},
    desk::Desk,
    drafts::Draft,
    parts::{
        button::{Act, Send, Weight},
        days,
        field::{Of, text},
        states::{loaded, unfulfilled},
    },
    passkey,
    words::{say, say_with},
};
use contract::{
    passkey::{PasskeyLine, PasskeyList, ProveAgain},
    session::SessionList,
};
use leptos::prelude::*;
use uuid::Uuid;

/// What she is about to do.
#[derive(Clone)]
enum Doing {
    /// Nothing but looking.
    Nothing,
    /// Proving who she is, to add one.
    Adding,
    /// Having her device make it, by what it is asked.
    Making(String),
    /// Proving who she is, to take one away.
    Removing(Uuid, String),
}

/// The part of « Mes connexions ».
#[component]
pub(super) fn OwnPasskeys(desk: Desk, sessions: Asked<SessionList>) -> impl IntoView {
    let asked = Asked::new(api::passkey::own);
    let doing = RwSignal::new(Doing::Nothing);
    let done = Callback::new(move |sentence: &'static str| {
        doing.set(Doing::Nothing);
        desk.toasts.show(say(sentence));
        asked.again();
        sessions.again();
    });
    loaded(asked, "enrol-waiting", move |seen| {
        view! { {move || hers(&seen.get(), doing, done)} }
    })
}

/// Nothing at all where an account can have none.
fn hers(seen: &PasskeyList, doing: RwSignal<Doing>, done: Callback<&'static str>) -> Option<impl IntoView + use<>> {
    if !seen.may_have_some && seen.passkeys.is_empty() {
        return None;
    }
    let (may_have_some, asks_code) = (seen.may_have_some, seen.asks_code);
    let none = seen
        .passkeys
        .is_empty()
        .then(|| view! { <p>{say("passkeys-none")}</p> });
    let lines = seen.passkeys.iter().map(|each| line(each, doing)).collect_view();
    Some(view! {
        <section class="account" aria-labelledby="passkeys">
            <h2 id="passkeys">{say("passkeys")}</h2>
            <p>{say("passkeys-intro")}</p>
            {none}
            <ul class="lines">{lines}</ul>
            {move || act(doing, done, may_have_some, asks_code)}
        </section>
    })
}

fn line(each: &PasskeyLine, doing: RwSignal<Doing>) -> impl IntoView + use<> {
    let called = each.name.as_ref();
    let (id, name) = (
        each.passkey,
        called.map_or_else(|| say("passkey-nameless"), |name| name.0.clone()),
    );
    let when = |key: &str, at| say_with(key, &[("when", days::day_and_clock(at).into())]);
    let used = match each.used_at {
        Some(at) => when("passkey-used", at),
        None => say("passkey-unused"),
    };
    let made = when("passkey-made", each.made_at);
    let begin = {
        let name = name.clone();
        Callback::new(move |()| doing.set(Doing::Removing(id, name.clone())))
    };
    view! {
        <li class="meeting-line">
            <p class="when"><span class="strong">{name.clone()}</span></p>
            <p class="what"><span><span class="mark">{used}</span><span class="mark">{made}</span></span></p>
            <div class="what">
                <Act on_act=begin>{say("passkey-remove")}<span class="unseen">{format!(" {name}")}</span></Act>
            </div>
        </li>
    }
}

fn act(doing: RwSignal<Doing>, done: Callback<&'static str>, may_have_some: bool, asks_code: bool) -> AnyView {
    let cancel = Callback::new(move |()| doing.set(Doing::Nothing));
    match doing.get() {
        Doing::Nothing if !may_have_some => ().into_any(),
        Doing::Nothing if !passkey::are_known() => view! { <p class="mark">{say("passkey-unable")}</p> }.into_any(),
        Doing::Nothing => {
            let begin = Callback::new(move |()| doing.set(Doing::Adding));
            view! { <p class="acts"><Act on_act=begin>{say("passkey-add")}</Act></p> }.into_any()
        }
        Doing::Adding => {
            let wish = Wish::new();
            let on_told = Callback::new(move |(password, proof)| {
                let again = ProveAgain { password, proof };
                wish.send(api::passkey::offer(again), move |options| {
                    doing.set(Doing::Making(options))
                });
            });
            view! { <Again wish asks_code on_told on_cancel=cancel/> }.into_any()
        }
        Doing::Making(options) => view! { <Make options done on_cancel=cancel/> }.into_any(),
        Doing::Removing(id, name) => {
            let wish = Wish::new();
            let on_told = Callback::new(move |(password, proof)| {
                let again = ProveAgain { password, proof };
                wish.send(api::passkey::remove(id, again), move |()| done.run("passkey-removed"));
            });
            view! {
                <p class="notice">{say_with("passkey-removing", &[("name", name.into())])}</p>
                <Again wish asks_code on_told on_cancel=cancel/>
            }
            .into_any()
        }
    }
}

/// A name, then what her device asks of her. When it was cancelled there, it may be asked again.
#[component]
fn Make(options: String, done: Callback<&'static str>, on_cancel: Callback<()>) -> impl IntoView {
    let draft = Draft::unkept();
    let wish = Wish::new();
    let refusal = Signal::derive(move || draft.get("name").trim().is_empty().then(|| say("passkey-name-missing")));
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        if refusal.with_untracked(Option::is_some) {
            return;
        }
        let name = untrack(|| draft.get("name"));
        wish.send(api::passkey::add(name, options.clone()), move |()| {
            done.run("passkey-added")
        });
    };
    view! {
        <form class="form" on:submit=submit>
            <p>{say("passkey-device")}</p>
            {text(Of::new(draft, wish, "name"), say("passkey-name"), say("passkey-name-example"))}
            {unfulfilled(wish, draft, &["name"])}
            <p class="acts">
                <Send refusal busy=wish.busy>{say("passkey-keep")}</Send>
                <Act weight=Weight::Plain on_act=on_cancel>{say("two-steps-not-now")}</Act>
            </p>
        </form>
    }
}
