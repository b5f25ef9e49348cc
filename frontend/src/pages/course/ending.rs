//! The rhythm of contact, how the case ends, and how it begins again.

use super::{
    Open, Place,
    words::{REASONS, RHYTHMS, choices, chosen, reason, rhythm},
};
use crate::{
    advice, api,
    asked::Wish,
    drafts::Draft,
    pages::support_case::forms::day_of,
    parts::{
        button::{Act, Send},
        days,
        dialog::{Sheet, open_while},
        field::{Of, day, lines, one_of},
        states::{draft_notices, unfulfilled},
    },
    words::{say, say_with},
};
use contract::{
    course::{AgreeCadence, CloseCase, ReopenCase},
    support_case::CaseView,
};
use domain::{plan::Progress, support_case::Phase, words::Day};
use leptos::{ev::SubmitEvent, prelude::*};

/// The section.
#[component]
pub(super) fn Standing(place: Place) -> impl IntoView {
    let seen = place.seen;
    let agreeing = open_while(place.open, |each| *each == Open::Cadence);
    let closing = open_while(place.open, |each| *each == Open::Close);
    let reopening = open_while(place.open, |each| *each == Open::Reopen);
    let is_open = move || seen.with(|case| matches!(case.rules.phase, Phase::Open(_)));
    let acts = move || seen.with(|case| case.acts);
    let agreed = move || seen.with(|case| case.rhythm.map(rhythm));
    view! {
        <section class="meetings">
            <h2>{say("rhythm-title")}</h2>
            <p>{agreed}</p>
            <Show when=move || is_open() && acts()>
                <div class="acts"><Act on_act=place.opens(Open::Cadence)>{say("rhythm-agree")}</Act></div>
            </Show>
        </section>
        <section class="meetings">
            <h2>{say("ending-title")}</h2>
            {move || standing(&seen.get())}
            <Show when=move || is_open() && acts()>
                <div class="acts"><Act on_act=place.opens(Open::Close)>{say("ending-close")}</Act></div>
            </Show>
            <Show when=move || !is_open() && acts()>
                <div class="acts"><Act on_act=place.opens(Open::Reopen)>{say("ending-reopen")}</Act></div>
            </Show>
        </section>
        <Sheet title=say("rhythm-agree") open=agreeing><CadenceForm place/></Sheet>
        <Sheet title=say("ending-close") open=closing><CloseForm place/></Sheet>
        <Sheet title=say("ending-reopen") open=reopening><ReopenForm place/></Sheet>
    }
}

/// Where the case stands, in a sentence or two.
fn standing(case: &CaseView) -> AnyView {
    let Some(on) = case.closed_on else {
        let since = days::full(case.opened_on.0);
        return view! { <p>{say_with("ending-open-since", &[("date", since.into())])}</p> }.into_any();
    };
    let ended = say_with("ending-closed-on", &[("date", days::full(on.0).into())]);
    let why = case.ending.map(|ending| reason(ending.reason));
    let watch = case.ending.and_then(|ending| ending.watch_until);
    let watch = watch.map(|until| say_with("ending-watch-until", &[("date", days::full(until.0).into())]));
    view! { <p>{ended}</p> <p>{why}</p> <p>{watch}</p> }.into_any()
}

#[component]
fn CadenceForm(place: Place) -> impl IntoView {
    let draft = Draft::open(place.desk.who().worker.0, &place.about("cadence"));
    let wish = Wish::new();
    let wished = move || {
        let code = draft.get("intensity");
        (!code.is_empty()).then_some(())?;
        Some(AgreeCadence {
            command: draft.command.get(),
            intensity: chosen(&RHYTHMS, &code)?,
        })
    };
    let refusal = Signal::derive(move || wished().is_none().then(|| say("rhythm-which")));
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let Some(body) = wished() else { return };
        wish.send_draft(draft, api::course::agree_cadence(place.case, body), move |_| {
            draft.close();
            place.done("rhythm-agreed");
        });
    };
    let all = Signal::derive(|| {
        let mut all = vec![(String::new(), say("rhythm-choose"))];
        all.extend(choices(&RHYTHMS));
        all
    });
    view! {
        <form class="form" on:submit=submit>
            <p class="calm">{say("rhythm-says")}</p>
            {one_of(Of::new(draft, wish, "intensity"), say("rhythm-label"), all)}
            {unfulfilled(wish, draft, &["intensity"])}
            <Send refusal busy=wish.busy>{say("rhythm-agree")}</Send>
        </form>
    }
}

/// What was agreed and what came of it, counted, with what is still open: it is looked at together before a case ends.
fn balance(case: &CaseView) -> impl IntoView + use<> {
    let reached = case.goals.iter().filter(|goal| goal.reached).count();
    let done = case.actions.iter().filter(|action| action.progress == Progress::Done);
    let goals = say_with(
        "ending-goals",
        &[("reached", reached.into()), ("all", case.goals.len().into())],
    );
    let actions = say_with(
        "ending-actions",
        &[("done", done.count().into()), ("all", case.actions.len().into())],
    );
    let waits = |progress: Progress| !matches!(progress, Progress::Done | Progress::Abandoned);
    let goals_left = case
        .goals
        .iter()
        .filter(|goal| !goal.reached)
        .map(|goal| goal.words.0.clone());
    let actions_left = case.actions.iter().filter(|action| waits(action.progress));
    let left: Vec<_> = goals_left
        .chain(actions_left.map(|action| action.what.0.clone()))
        .collect();
    let measures = case.rules.measures.len();
    let measures = (measures > 0)
        .then(|| view! { <p class="warn">{say_with("ending-measures", &[("count", measures.into())])}</p> });
    let left = (!left.is_empty()).then(|| {
        let lines = left.into_iter().map(|words| view! { <li>{words}</li> }).collect_view();
        view! { <p class="strong">{say("ending-left")}</p> <ul class="plain">{lines}</ul> }
    });
    let goals = (!case.goals.is_empty()).then(|| view! { <p>{goals}</p> });
    let actions = (!case.actions.is_empty()).then(|| view! { <p>{actions}</p> });
    view! { {goals} {actions} {measures} {left} }
}

#[component]
fn CloseForm(place: Place) -> impl IntoView {
    let draft = Draft::open(place.desk.who().worker.0, &place.about("close"));
    let wish = Wish::new();
    let of = move |name| Of::new(draft, wish, name);
    let wished = move || {
        let code = draft.get("reason");
        (!code.is_empty()).then_some(())?;
        Some(CloseCase {
            command: draft.command.get(),
            on: day_of(&draft.get("on")).unwrap_or(Day(place.desk.today())),
            reason: chosen(&REASONS, &code)?,
            watch_until: day_of(&draft.get("watch_until")),
            balance: advice::plain(&draft.get("balance")),
        })
    };
    let refusal = Signal::derive(move || wished().is_none().then(|| say("ending-why-missing")));
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let Some(body) = wished() else { return };
        wish.send_draft(draft, api::course::close(place.case, body), move |_| {
            draft.close();
            place.done("ending-closed");
        });
    };
    let reasons = Signal::derive(|| {
        let mut all = vec![(String::new(), say("ending-choose"))];
        all.extend(choices(&REASONS));
        all
    });
    view! {
        <form class="form" on:submit=submit>
            {draft_notices(draft)}
            {balance(&place.seen.get_untracked())}
            {one_of(of("reason"), say("ending-why"), reasons)}
            {day(of("on"), say("ending-on"))}
            <p class="mark">{say("course-today-otherwise")}</p>
            {lines(of("balance"), say("ending-balance"), false, say("ending-balance-example"))}
            {day(of("watch_until"), say("ending-watch"))}
            <p class="mark">{say("ending-watch-says")}</p>
            {unfulfilled(wish, draft, &["reason", "on", "balance", "watch_until"])}
            <Send refusal busy=wish.busy>{say("ending-close")}</Send>
        </form>
    }
}

#[component]
fn ReopenForm(place: Place) -> impl IntoView {
    let draft = Draft::open(place.desk.who().worker.0, &place.about("reopen"));
    let wish = Wish::new();
    let of = move |name| Of::new(draft, wish, name);
    let wished = move || ReopenCase {
        command: draft.command.get(),
        on: day_of(&draft.get("on")).unwrap_or(Day(place.desk.today())),
        trigger: advice::plain(&draft.get("trigger")),
    };
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        wish.send_draft(draft, api::course::reopen(place.case, wished()), move |_| {
            draft.close();
            place.done("ending-reopened");
        });
    };
    view! {
        <form class="form" on:submit=submit>
            {draft_notices(draft)}
            <p class="calm">{say("ending-reopen-says")}</p>
            {lines(of("trigger"), say("ending-trigger"), false, say("ending-trigger-example"))}
            {day(of("on"), say("course-since"))}
            <p class="mark">{say("course-today-otherwise")}</p>
            {unfulfilled(wish, draft, &["trigger", "on"])}
            <Send busy=wish.busy>{say("ending-reopen")}</Send>
        </form>
    }
}
