//! Entrusting cases to somebody of the team: those of a trial, and those that wait for somebody.

use super::{model, zone_key};
use crate::{
    advice, api,
    asked::Wish,
    desk::Desk,
    drafts::Draft,
    parts::{
        button::{Act, Send},
        dialog::{Sheet, open_while},
        field::{Of, lines, one_of},
        states::{draft_notices, unfulfilled},
    },
    words::{language, say, say_with},
};
use contract::workload::{
    Unassigned, WorkerLoad, Workload,
    ahead::PassingTrial,
    entrusting::{Entrust, Entrusted, EntrustedCase},
};
use domain::words::{SupportCaseId, WorkerId};
use leptos::{ev::SubmitEvent, prelude::*};
use std::{collections::BTreeMap, sync::Arc};
use uuid::Uuid;

/// How many of those that wait stand open at once; the others are folded.
const SHOWN: usize = 8;

/// Carries out what was tried: each case is a wish of its own, and keeps its command when it is sent again.
#[component]
pub(super) fn Tried(
    desk: Desk,
    trial: PassingTrial,
    cases: Vec<SupportCaseId>,
    done: Callback<Entrusted>,
) -> impl IntoView {
    let (giver, taker) = (trial.giver.worker, trial.taker.worker);
    let draft = Draft::open(desk.who().worker.0, "entrust");
    let wish = Wish::new();
    let cases = StoredValue::new(commanded(&cases));
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let asked = Entrust {
            giver: Some(giver),
            taker,
            cases: cases.get_value(),
            reason: advice::plain(&draft.get("reason")),
        };
        wish.send_draft(draft, api::workload::entrust(asked), move |answer| {
            draft.close();
            done.run(answer);
        });
    };
    let named = [
        ("giver", (&trial.giver.name.0).into()),
        ("taker", (&trial.taker.name.0).into()),
        ("count", trial.cases.into()),
    ];
    view! {
        <form class="form" on:submit=submit>
            <h3>{say_with("entrust-tried", &named)}</h3>
            <p>{say_with("entrust-tried-says", &named)}</p>
            {draft_notices(draft)}
            {lines(Of::new(draft, wish, "reason"), say("entrust-reason"), false, say("entrust-reason-example"))}
            {unfulfilled(wish, draft, &["reason"])}
            <Send busy=wish.busy>{say("entrust-send")}</Send>
        </form>
    }
}

fn commanded(cases: &[SupportCaseId]) -> Vec<EntrustedCase> {
    let each = cases.iter().map(|case| EntrustedCase {
        command: Uuid::now_v7(),
        support_case: *case,
    });
    each.collect()
}

/// What was refused, case by case, by the names under which they were chosen.
pub(super) fn refused(answer: &Entrusted, labels: &BTreeMap<SupportCaseId, String>) -> Vec<String> {
    let each = answer.refused.iter().map(|refused| {
        let label = labels.get(&refused.support_case).cloned().unwrap_or_default();
        say_with(
            "entrust-refused",
            &[("label", label.into()), ("why", (&refused.sentence).into())],
        )
    });
    each.collect()
}

/// Says what was entrusted, to whom.
pub(super) fn told(desk: Desk, answer: &Entrusted, name: &str) {
    if !answer.entrusted.is_empty() {
        let count = answer.entrusted.len();
        desk.toasts.show(say_with(
            "entrust-done",
            &[("count", count.into()), ("name", name.into())],
        ));
    }
}

/// The open cases without a référent; where the day that is looked at is today, each may be entrusted.
#[component]
pub(super) fn Waiting(
    desk: Desk,
    seen: Signal<Arc<Workload>>,
    now: Signal<bool>,
    entrusted: RwSignal<u32>,
) -> impl IntoView {
    let entrusting = RwSignal::new(None::<SupportCaseId>);
    let list = move || {
        let load = seen.get();
        let lines: Vec<_> = load
            .unassigned
            .iter()
            .map(|case| line(case, now.get().then_some(entrusting)))
            .collect();
        let (count, none) = (lines.len(), lines.is_empty());
        let mut lines = lines.into_iter();
        let first = lines.by_ref().take(SHOWN).collect_view();
        let others = count.saturating_sub(SHOWN);
        let others = (others > 0).then(|| {
            view! {
                <details class="behind">
                    <summary>{say_with("since-others", &[("count", others.into())])}</summary>
                    <ul>{lines.collect_view()}</ul>
                </details>
            }
        });
        view! {
            <h2>{say("unassigned")} <span class="figure">{count}</span></h2>
            <ul>{first}</ul>
            {none.then(|| view! { <p class="calm">{say("unassigned-none")}</p> })}
            {others}
        }
    };
    view! {
        <section class="unassigned">{list}</section>
        <EntrustSheet desk seen entrusting entrusted/>
    }
}

fn line(case: &Unassigned, entrusting: Option<RwSignal<Option<SupportCaseId>>>) -> AnyView {
    let why = if case.had_referent {
        "unassigned-handover"
    } else {
        "unassigned-new"
    };
    let (old, id) = (case.too_long, case.support_case);
    let act = entrusting.map(|entrusting| {
        let label = case.short_label.0.clone();
        view! {
            <Act on_act=Callback::new(move |()| entrusting.set(Some(id)))>
                {say("entrust-open")}
                <span class="unseen">{label}</span>
            </Act>
        }
    });
    view! {
        <li>
            <strong>{case.short_label.0.clone()}</strong>
            <span class="calm">{say(why)}</span>
            <span class:now=old class="left">{say_with("days-count", &[("days", case.days.into())])}</span>
            {act}
        </li>
    }
    .into_any()
}

#[component]
fn EntrustSheet(
    desk: Desk,
    seen: Signal<Arc<Workload>>,
    entrusting: RwSignal<Option<SupportCaseId>>,
    entrusted: RwSignal<u32>,
) -> impl IntoView {
    let open = open_while(entrusting, |_| true);
    view! {
        <Sheet title=say("entrust-title") open>
            {move || entrusting.get().map(|case| view! { <EntrustForm desk seen case entrusting entrusted/> })}
        </Sheet>
    }
}

#[component]
fn EntrustForm(
    desk: Desk,
    seen: Signal<Arc<Workload>>,
    case: SupportCaseId,
    entrusting: RwSignal<Option<SupportCaseId>>,
    entrusted: RwSignal<u32>,
) -> impl IntoView {
    let draft = Draft::open(desk.who().worker.0, &format!("entrust.{case}"));
    let wish = Wish::new();
    let problem = RwSignal::new(None::<String>);
    let label = seen.with_untracked(|load| {
        let waiting = load.unassigned.iter().find(|each| each.support_case == case);
        waiting.map(|each| each.short_label.0.clone()).unwrap_or_default()
    });
    let chosen = move || draft.get("taker").parse().ok().map(WorkerId);
    let refusal = Signal::derive(move || chosen().is_none().then(|| say("entrust-nobody")));
    let people = Signal::derive(move || {
        let mut choices = vec![(String::new(), say("choose-person"))];
        let load = seen.get();
        choices.extend(
            load.workers
                .iter()
                .map(|each| (each.worker.worker.to_string(), with_room(each))),
        );
        choices
    });
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let Some(taker) = chosen() else { return };
        let asked = Entrust {
            giver: None,
            taker,
            cases: vec![EntrustedCase {
                command: draft.command.get_untracked(),
                support_case: case,
            }],
            reason: None,
        };
        wish.send_draft(draft, api::workload::entrust(asked), move |answer| {
            if let Some(refused) = answer.refused.first() {
                draft.renew();
                problem.set(Some(refused.sentence.clone()));
                return;
            }
            let name = seen.with_untracked(|load| {
                let named = load.workers.iter().find(|each| each.worker.worker == taker);
                named.map(|each| each.worker.name.0.clone()).unwrap_or_default()
            });
            told(desk, &answer, &name);
            draft.close();
            entrusting.set(None);
            entrusted.update(|times| *times = times.wrapping_add(1));
        });
    };
    view! {
        <form class="form" on:submit=submit>
            {draft_notices(draft)}
            <p><strong>{label}</strong></p>
            <p>{say("entrust-says")}</p>
            {one_of(Of::new(draft, wish, "taker"), say("entrust-whom"), people)}
            {move || problem.get().map(|problem| view! { <p class="warn" role="alert">{problem}</p> })}
            {unfulfilled(wish, draft, &["taker"])}
            <Send refusal busy=wish.busy>{say("entrust-send")}</Send>
        </form>
    }
}

/// Somebody with how full she is: a help to choose, in the words of her own figures.
fn with_room(each: &WorkerLoad) -> String {
    say_with(
        "entrust-person",
        &[
            ("name", (&each.worker.name.0).into()),
            ("ratio", model::hundredths(each.ratio, 2, language()).into()),
            ("zone", say(&format!("zone-{}", zone_key(each.zone))).into()),
        ],
    )
}
