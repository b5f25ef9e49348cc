//! The application that shows a code beside the password: the first one, another one, and the paper for the day on which
//! it is lost.

use super::{pieces::Onward, proof::Again};
use crate::{
    api::{self, Failure},
    asked::{Asked, Wish},
    desk::Desk,
    drafts::Draft,
    parts::{
        button::{Act, Send, Weight},
        days,
        field::{Line, ONE_TIME_CODE, Of, line},
        states::{loaded, unfulfilled},
    },
    words::{say, say_with},
};
use contract::{
    account::{AskEnrolment, Enrolment, SecondFactorView},
    session::SessionList,
};
use leptos::prelude::*;
use std::sync::Arc;

/// The first application, while somebody signs in.
#[component]
pub(super) fn FirstApplication(onward: Onward) -> impl IntoView {
    let asked = Asked::new(|| api::account::enrol(AskEnrolment::default()));
    begins_again(asked.failure, onward.over);
    let on_done = Callback::new(move |()| onward.after.run(None));
    loaded(asked, "enrol-waiting", move |offer| {
        let offer = offer.get_untracked();
        view! { <Application offer on_done first=Some(onward)/> }
    })
}

/// Leaves what is over: then no session was lost, and the screen of it would be the wrong one.
pub(super) fn begins_again(failure: RwSignal<Option<Failure>>, over: Callback<()>) {
    Effect::new(move |_| {
        if failure.with(|failure| matches!(failure, Some(Failure::SignedOut))) {
            over.run(());
        }
    });
}

/// What hers has beside its password, where she sees where she is signed in.
#[component]
pub(super) fn TwoSteps(desk: Desk, sessions: Asked<SessionList>) -> impl IntoView {
    let asked = Asked::new(api::account::second_factor);
    let offer = RwSignal::new(None::<Arc<Enrolment>>);
    let changing = RwSignal::new(false);
    let on_done = Callback::new(move |()| {
        offer.set(None);
        changing.set(false);
        desk.toasts.show(say("enrol-done"));
        asked.again();
        sessions.again();
    });
    view! {
        <section class="account" aria-labelledby="two-steps">
            <h2 id="two-steps">{say("two-steps")}</h2>
            {loaded(asked, "enrol-waiting", move |seen| {
                view! {
                    {move || told(&seen.get())}
                    {move || {
                        let seen = seen.get();
                        if let Some(offer) = offer.get() {
                            return Some(view! { <Application offer on_done first=None/> }.into_any());
                        }
                        if !seen.may_have_one {
                            return None;
                        }
                        let has_one = seen.since.is_some();
                        if changing.get() {
                            return Some(change(has_one, offer, changing).into_any());
                        }
                        let words = if has_one { "two-steps-change" } else { "two-steps-begin" };
                        let begin = Callback::new(move |()| changing.set(true));
                        Some(view! { <p class="acts"><Act on_act=begin>{say(words)}</Act></p> }.into_any())
                    }}
                }
            })}
        </section>
    }
}

fn told(seen: &SecondFactorView) -> impl IntoView + use<> {
    let when = |key: &str, at| say_with(key, &[("when", days::day_and_clock(at).into())]);
    let state = match seen.since {
        Some(since) => when("two-steps-since", since),
        None if seen.may_have_one => say("two-steps-none"),
        None => say("two-steps-demonstration"),
    };
    let left = seen.since.map(|_since| {
        let count = seen.recovery_codes_left.into();
        view! { <p class="mark">{say_with("two-steps-left", &[("count", count)])}</p> }
    });
    let recovered = seen
        .recovered_at
        .map(|at| view! { <p class="notice">{when("two-steps-recovered", at)}</p> });
    let wrong = seen.wrong_since.filter(|_since| seen.wrong_codes > 0).map(|since| {
        let told = [
            ("count", seen.wrong_codes.into()),
            ("when", days::day_and_clock(since).into()),
        ];
        view! { <p class="notice">{say_with("two-steps-wrong", &told)}</p> }
    });
    view! { <p>{state}</p> {left} {recovered} {wrong} }
}

/// Tells again who she is, before an application takes the place of another.
fn change(has_one: bool, offer: RwSignal<Option<Arc<Enrolment>>>, changing: RwSignal<bool>) -> impl IntoView {
    let wish = Wish::new();
    let on_told = Callback::new(move |(password, proof)| {
        let password = Some(password);
        wish.send(api::account::enrol(AskEnrolment { password, proof }), move |offered| {
            offer.set(Some(Arc::new(offered)))
        });
    });
    let on_cancel = Callback::new(move |()| changing.set(false));
    view! { <Again wish asks_code=has_one on_told on_cancel/> }
}

/// A secret for an application, then the paper.
#[component]
fn Application(
    offer: Arc<Enrolment>,
    on_done: Callback<()>,
    /// The way on, while somebody signs in; who is signed in is asked to sign in again above her page.
    first: Option<Onward>,
) -> impl IntoView {
    let paper = RwSignal::new(None::<Vec<String>>);
    move || match paper.get() {
        None => view! { <Confirm offer=Arc::clone(&offer) paper first/> }.into_any(),
        Some(codes) => view! { <Paper codes on_done/> }.into_any(),
    }
}

#[component]
fn Confirm(offer: Arc<Enrolment>, paper: RwSignal<Option<Vec<String>>>, first: Option<Onward>) -> impl IntoView {
    let draft = Draft::unkept();
    let wish = Wish::new();
    if let Some(onward) = first {
        begins_again(wish.failure, onward.over);
    }
    let refusal = Signal::derive(move || draft.get("code").trim().is_empty().then(|| say("code-missing")));
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        if refusal.with_untracked(Option::is_some) {
            return;
        }
        let code = untrack(|| draft.get("code"));
        wish.send(api::account::confirm(code), move |confirmed| {
            paper.set(Some(confirmed.recovery_codes.into_iter().map(|code| code.0).collect()));
        });
    };
    let kind = Line {
        kind: "text",
        fills: ONE_TIME_CODE,
    };
    let side = offer.qr.side;
    view! {
        <form class="form" on:submit=submit>
            {first.map(|_| view! { <p>{say("enrol-first")}</p> })}
            <ol class="enrol">
                <li>{say("enrol-install")}</li>
                <li>
                    <p>{say("enrol-scan")}</p>
                    <svg class="qr" viewBox=format!("0 0 {side} {side}") role="img" aria-label=say("enrol-picture")>
                        <rect width=side height=side fill="#fff"></rect>
                        <path d=offer.qr.path.0.clone() fill="#000" shape-rendering="crispEdges"></path>
                    </svg>
                    <p>{say("enrol-type")}</p>
                    <p><code class="secret">{grouped(&offer.secret.0)}</code></p>
                </li>
                <li>{say("enrol-code")}</li>
            </ol>
            {line(Of::new(draft, wish, "code"), say("code"), kind, String::new(), String::new(), String::new())}
            {unfulfilled(wish, draft, &["code"])}
            <Send refusal busy=wish.busy>{say("enrol-confirm")}</Send>
            {first.map(|onward| {
                view! {
                    <p class="acts">
                        <Act weight=Weight::Plain on_act=onward.anew>{say("sign-in-anew")}</Act>
                    </p>
                }
            })}
        </form>
    }
}

#[component]
fn Paper(codes: Vec<String>, on_done: Callback<()>) -> impl IntoView {
    let lines = codes
        .into_iter()
        .map(|code| view! { <li><code class="secret">{code}</code></li> })
        .collect_view();
    view! {
        <div class="form" role="status">
            <h2>{say("paper-title")}</h2>
            <p>{say("paper-intro")}</p>
            <ul class="paper">{lines}</ul>
            <p class="strong">{say("paper-once")}</p>
            <p class="acts">
                <Act weight=Weight::First on_act=on_done>{say("paper-kept")}</Act>
            </p>
        </div>
    }
}

/// A secret in groups of four, as it is read aloud.
fn grouped(secret: &str) -> String {
    let mut grouped = String::new();
    for (place, letter) in secret.chars().enumerate() {
        if place > 0 && place.is_multiple_of(4) {
            grouped.push(' ');
        }
        grouped.push(letter);
    }
    grouped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_secret_is_read_in_groups_of_four() {
        assert_eq!(grouped("GEZDGNBVGY3T"), "GEZD GNBV GY3T");
    }
}
