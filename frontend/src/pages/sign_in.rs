//! Signing in, at the start or again when a session is over: then what was typed on the page is still there. In one step,
//! or in two when something is shown beside the password.

use super::{
    pieces::{self, FirstStep, Onward},
    proof,
};
use crate::{
    api::{self, Failure, session::Signed},
    asked::{Asked, Wish},
    browser,
    desk::Desk,
    drafts::Draft,
    parts::{
        button::{Act, Send, Weight},
        field::{Line, Of, line},
        states::{loaded, unfulfilled},
    },
    passkey,
    words::{say, say_with},
};
use contract::{
    Plain,
    account::Need,
    paths,
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

/// Where somebody stands on her way in.
#[derive(Clone)]
enum Step {
    /// Login and password.
    Who,
    /// The same again: what she had shown waited too long.
    Again,
    /// The same, after the provider of identities did not bring her in: why.
    Outside(&'static str),
    /// What she shows beside her password.
    Code,
    /// What is set up once: her password, her first application.
    First(FirstStep),
    /// She came in by her paper, and is told so.
    Recovered(u32, Me),
}

impl Step {
    /// Where what is needed is shown.
    fn of(needs: Need) -> Self {
        match needs {
            Need::Code => Self::Code,
            Need::Password => Self::First(FirstStep::Password),
            Need::Enrolment => Self::First(FirstStep::Application),
        }
    }
}

#[component]
fn SignInForm(on_done: Callback<Me>) -> impl IntoView {
    let step = RwSignal::new(came_back().unwrap_or(Step::Who));
    move || match step.get() {
        Step::Who => view! { <LoginForm step on_done/> }.into_any(),
        Step::Again => view! {
            <p class="failed" role="alert">{say("session-sign_in_over")}</p>
            <LoginForm step on_done/>
        }
        .into_any(),
        Step::Outside(why) => view! {
            <p class="failed" role="alert">{say(why)}</p>
            <LoginForm step on_done/>
        }
        .into_any(),
        Step::Code => view! { <CodeForm step on_done/> }.into_any(),
        Step::First(what) => first_step(what, step, on_done).into_any(),
        Step::Recovered(left, me) => view! {
            <p class="strong">{say("recovered")}</p>
            <p>{say_with("recovered-left", &[("count", left.into())])}</p>
            <p class="acts">
                <Act weight=Weight::First on_act=Callback::new(move |()| on_done.run(me.clone()))>
                    {say("recovered-go-on")}
                </Act>
            </p>
        }
        .into_any(),
    }
}

/// Where somebody stands who comes back from the provider of identities; the address tells it once.
fn came_back() -> Option<Step> {
    let word = browser::search_word("entry")?;
    browser::replace_path("/");
    Some(match word.as_str() {
        "code" => Step::Code,
        "password" => Step::First(FirstStep::Password),
        "enrolment" => Step::First(FirstStep::Application),
        "unknown" => Step::Outside("entry-unknown"),
        "elsewhere" => Step::Outside("entry-elsewhere"),
        "over" => Step::Outside("entry-over"),
        _failed => Step::Outside("entry-failed"),
    })
}

/// The buttons of a passkey and of the provider of identities, where there are such. Without an answer there are none: a
/// password still opens.
fn otherwise(on_done: Callback<Me>) -> impl IntoView {
    let asked = Asked::new(api::session::ways);
    let wish = Wish::new();
    move || {
        let ways = asked.seen.get()?;
        let provider = ways.provider.clone().map(|provider| {
            let go = Callback::new(|()| browser::leave_for(paths::OPENID));
            view! { <Act on_act=go>{say_with("sign-in-by", &[("provider", provider.into())])}</Act> }
        });
        let passkey = (ways.passkeys && passkey::are_known()).then(|| {
            let show = Callback::new(move |()| wish.send(api::passkey::sign_in(), move |me| on_done.run(me)));
            view! { <Act on_act=show busy=wish.busy>{say("sign-in-passkey")}</Act> }
        });
        Some(view! {
            <p class="acts">{passkey}{provider}</p>
            {unfulfilled(wish, None, &[])}
        })
    }
}

#[component]
fn LoginForm(step: RwSignal<Step>, on_done: Callback<Me>) -> impl IntoView {
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
        wish.send(api::session::sign_in(asked), move |signed| match signed {
            Signed::In(me) => on_done.run(me),
            Signed::Needs(needs) => step.set(Step::of(needs)),
        });
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
        {otherwise(on_done)}
    }
}

/// What is shown beside the password: a code of the application, or of the paper.
#[component]
fn CodeForm(step: RwSignal<Step>, on_done: Callback<Me>) -> impl IntoView {
    let draft = Draft::unkept();
    let wish = Wish::new();
    let paper = RwSignal::new(false);
    let refusal = Signal::derive(move || draft.get("code").trim().is_empty().then(|| say("code-missing")));
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        if refusal.with_untracked(Option::is_some) {
            return;
        }
        let proof = untrack(|| proof::of(draft, paper));
        wish.send(api::session::sign_in_with(proof), move |(entered, me)| {
            match entered.recovery_codes_left {
                Some(left) => step.set(Step::Recovered(left, me)),
                None => on_done.run(me),
            }
        });
    };
    Effect::new(move |_| {
        if matches!(wish.failure.get(), Some(Failure::SignedOut)) {
            step.set(Step::Again);
        }
    });
    request_animation_frame(|| browser::focus("input[name=code]"));
    view! {
        <form class="form" on:submit=submit>
            <p>{say("sign-in-code-intro")}</p>
            {proof::field(draft, wish, paper)}
            {unfulfilled(wish, draft, &["code"])}
            <Send refusal busy=wish.busy>{say("sign-in")}</Send>
            <p class="acts">
                <Act weight=Weight::Plain on_act=Callback::new(move |()| step.set(Step::Who))>
                    {say("sign-in-anew")}
                </Act>
            </p>
        </form>
    }
}

/// What is set up once, then what is still needed, or who she is.
fn first_step(what: FirstStep, step: RwSignal<Step>, on_done: Callback<Me>) -> impl IntoView {
    let entered = Wish::new();
    let after = Callback::new(move |needs: Option<Need>| match needs {
        Some(needs) => step.set(Step::of(needs)),
        None => entered.send(api::session::who(), move |me| on_done.run(me)),
    });
    let over = Callback::new(move |()| step.set(Step::Again));
    let anew = Callback::new(move |()| step.set(Step::Who));
    let onward = Onward { after, over, anew };
    let asked = Asked::new(move || pieces::first_step_drawing(what, onward));
    view! {
        {loaded(asked, "enrol-waiting", |draw| {
            let draw = draw.get_untracked();
            draw()
        })}
        {unfulfilled(entered, None, &[])}
    }
}
