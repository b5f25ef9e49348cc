//! Where one is signed in: on what, since when, and the means to end it.

use super::{calendar::OwnCalendar, passkeys::OwnPasskeys, password::OwnPassword, second_factor::TwoSteps};
use crate::{
    api,
    asked::{Asked, Wish},
    desk::Desk,
    parts::{
        button::Act,
        days,
        states::{loaded, unfulfilled},
    },
    words::{say, say_with},
};
use contract::session::{SessionLine, SessionList};
use leptos::prelude::*;

/// The screen.
#[component]
pub(crate) fn SessionsPage(desk: Desk) -> impl IntoView {
    let asked = Asked::new(api::session::own);
    view! {
        <p class="over">{days::long(desk.today())}</p>
        <h1>{say("sessions-title")}</h1>
        <p>{say("sessions-intro")}</p>
        {loaded(asked, "sessions-waiting", move |list| {
            view! { {move || opened(desk, &list.get(), asked)} }
        })}
        <OwnPassword desk sessions=asked/>
        <OwnPasskeys desk sessions=asked/>
        <TwoSteps desk sessions=asked/>
        <Show when=move || desk.who().works_on_cases><OwnCalendar desk/></Show>
    }
}

fn opened(desk: Desk, list: &SessionList, asked: Asked<SessionList>) -> impl IntoView + use<> {
    let others = list.sessions.iter().filter(|session| !session.this).count();
    let lines = list
        .sessions
        .iter()
        .map(|session| line(desk, session, asked))
        .collect_view();
    let all = (others > 1).then(|| view! { <EndOthers desk asked/> });
    let alone = (others == 0).then(|| view! { <p class="calm">{say("sessions-alone")}</p> });
    view! { <ul class="lines">{lines}</ul> {alone} {all} }
}

fn line(desk: Desk, session: &SessionLine, asked: Asked<SessionList>) -> impl IntoView + use<> {
    let id = session.session;
    let device = say_with(
        "session-device",
        &[
            ("browser", say(&format!("browser-{}", session.browser.code())).into()),
            ("system", say(&format!("system-{}", session.system.code())).into()),
        ],
    );
    let when = |key: &str, at| say_with(key, &[("when", days::day_and_clock(at).into())]);
    let (opened, seen) = (
        when("session-opened", session.opened_at),
        when("session-seen", session.seen_at),
    );
    let ends = when("session-ends", session.ends_at);
    let state = if session.this {
        view! { <span class="strong now">{say("session-this")}</span> }.into_any()
    } else {
        view! { <span class="mark">{seen}</span> }.into_any()
    };
    let end = (!session.this).then(|| {
        let wish = Wish::new();
        let device = device.clone();
        let act = Callback::new(move |()| {
            wish.send(api::session::end(id), move |()| {
                desk.toasts.show(say("session-ended"));
                asked.again();
            });
        });
        view! {
            <Act on_act=act busy=wish.busy>
                {say("session-end")}<span class="unseen">{format!(" {device}")}</span>
            </Act>
            {unfulfilled(wish, None, &[])}
        }
    });
    view! {
        <li class="meeting-line">
            <p class="when"><span class="strong">{device}</span></p>
            <p class="what"><span>{state}<span class="mark">{opened}</span></span></p>
            <div class="what"><span class="mark">{ends}</span>{end}</div>
        </li>
    }
}

/// The button that ends all others.
#[component]
fn EndOthers(desk: Desk, asked: Asked<SessionList>) -> impl IntoView {
    let wish = Wish::new();
    let act = Callback::new(move |()| {
        wish.send(api::session::end_others(), move |()| {
            desk.toasts.show(say("sessions-others-ended"));
            asked.again();
        });
    });
    view! {
        <p class="acts"><Act on_act=act busy=wish.busy>{say("sessions-end-others")}</Act></p>
        {unfulfilled(wish, None, &[])}
    }
}
