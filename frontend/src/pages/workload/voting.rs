//! The vote on how load is weighed: what is proposed, what it would change, and a form to propose something else. Nothing
//! changes before somebody else than who proposed adopts it.

use super::{
    model::{hundredths, read_hundredths},
    scale, zone_key,
};
use crate::{
    api,
    asked::{Asked, Wish},
    desk::Desk,
    drafts::Draft,
    parts::{
        button::{Act, Send},
        days,
        field::{Of, day, text},
        states::{draft_notices, loaded, unfulfilled},
    },
    words::{language, say, say_with},
};
use contract::{
    weights::{ProposeWeights, ProposedWeights, SettleProposal, Shift, WeightsBoard, WhatIf},
    workload::WeightsView,
};
use domain::words::{Day, ProposalId};
use leptos::{ev::SubmitEvent, prelude::*};
use uuid::Uuid;

/// The section under the table of weights.
#[component]
pub(crate) fn Voting(desk: Desk) -> impl IntoView {
    let asked = Asked::new(api::weights::board);
    desk.live.on_change(
        move || {
            asked
                .seen
                .with(|seen| seen.as_ref().map(|board| (None, board.position)))
        },
        move || asked.again(),
    );
    view! {
        <section class="weights" aria-labelledby="voting-title">
            <h2 id="voting-title">{say("weights-voting")}</h2>
            {loaded(asked, "load-waiting", move |board| {
                let in_force = Memo::new(move |_| board.get().in_force.clone());
                view! {
                    {move || proposals(desk, &board.get(), asked)}
                    {move || in_force.get().map(|weights| view! { <Proposing desk weights asked/> })}
                }
            })}
        </section>
    }
}

fn proposals(desk: Desk, board: &WeightsBoard, asked: Asked<WeightsBoard>) -> AnyView {
    if board.proposals.is_empty() {
        return view! { <p class="calm">{say("weights-no-proposal")}</p> }.into_any();
    }
    let each = board
        .proposals
        .iter()
        .map(|proposed| proposal(desk, proposed, board, asked))
        .collect_view();
    view! { <ul class="lines">{each}</ul> }.into_any()
}

fn proposal(desk: Desk, proposed: &ProposedWeights, board: &WeightsBoard, asked: Asked<WeightsBoard>) -> AnyView {
    let from = days::full(proposed.weights.in_force_on.0);
    let by = proposed
        .by
        .as_ref()
        .map_or_else(|| say("access-by-unknown"), |by| by.name.0.clone());
    let told = [
        ("name", by.into()),
        ("date", from.into()),
        ("source", (&proposed.weights.source).into()),
    ];
    let changes = board.in_force.as_ref().map(|now| {
        scale::differences(now, &proposed.weights)
            .into_iter()
            .map(|(label, was, would)| {
                let figure = |figure| hundredths(figure, 0, language());
                let told = [("was", figure(was).into()), ("would", figure(would).into())];
                view! { <li>{label} " " {say_with("weights-change", &told)}</li> }
            })
            .collect_view()
    });
    view! {
        <li>
            <p class="strong">{say_with("weights-proposed", &told)}</p>
            <ul>{changes}</ul>
            {proposed.what_if.as_ref().map(what_if)}
            <Settling desk proposal=proposed.proposal mine=proposed.mine asked/>
        </li>
    }
    .into_any()
}

/// With these weights, who changes zone.
fn what_if(would: &WhatIf) -> impl IntoView + use<> {
    let team = say_with("weights-what-if-team", &shift(would.team));
    let workers = would
        .workers
        .iter()
        .map(|each| {
            let words = say_with("weights-what-if", &shift(each.shift));
            view! { <li><strong>{each.worker.name.0.clone()}</strong> " " {words}</li> }
        })
        .collect_view();
    let unchanged = say_with("weights-unchanged", &[("count", would.unchanged.into())]);
    view! {
        <div class="trial">
            <p class="strong now">{say("weights-trial")}</p>
            <p>{team}</p>
            <ul>{workers}</ul>
            <p class="calm">{unchanged}</p>
        </div>
    }
}

fn shift(shift: Shift) -> [(&'static str, sentences::Arg<'static>); 4] {
    let figure = |ratio| hundredths(ratio, 2, language());
    let zone = |zone| say(&format!("zone-{}", zone_key(zone)));
    [
        ("was", figure(shift.before).into()),
        ("zone_was", zone(shift.zone_before).into()),
        ("would", figure(shift.after).into()),
        ("zone_would", zone(shift.zone_after).into()),
    ]
}

#[component]
fn Settling(desk: Desk, proposal: ProposalId, mine: bool, asked: Asked<WeightsBoard>) -> impl IntoView {
    let (wish, adopting, withdrawing) = (Wish::new(), Uuid::now_v7(), Uuid::now_v7());
    let adopt = Callback::new(move |()| {
        let command = SettleProposal { command: adopting };
        wish.send(api::weights::adopt(proposal, command), move |_| {
            desk.toasts.show(say("weights-adopted"));
            asked.again();
        });
    });
    let withdraw = Callback::new(move |()| {
        let command = SettleProposal { command: withdrawing };
        wish.send(api::weights::withdraw(proposal, command), move |_| {
            desk.toasts.show(say("weights-withdrawn"));
            asked.again();
        });
    });
    let refusal = Signal::derive(move || mine.then(|| say("weights-same-person")));
    view! {
        <p class="acts">
            <Act on_act=adopt busy=wish.busy refusal>{say("weights-adopt")}</Act>
            <Act on_act=withdraw busy=wish.busy>{say("weights-withdraw")}</Act>
        </p>
        {unfulfilled(wish, None, &[])}
    }
}

/// The form: what is left empty stays as it is.
#[component]
fn Proposing(desk: Desk, weights: WeightsView, asked: Asked<WeightsBoard>) -> impl IntoView {
    let shown = RwSignal::new(false);
    let weights = StoredValue::new(weights);
    view! {
        <p>
            <button
                type="button"
                class="button"
                aria-expanded=move || if shown.get() { "true" } else { "false" }
                on:click=move |_| shown.update(|shown| *shown = !*shown)
            >
                {say("weights-propose")}
            </button>
        </p>
        {move || shown.get().then(|| view! { <Form desk weights asked shown/> })}
    }
}

#[component]
fn Form(
    desk: Desk,
    weights: StoredValue<WeightsView>,
    asked: Asked<WeightsBoard>,
    shown: RwSignal<bool>,
) -> impl IntoView {
    let draft = Draft::open(desk.who().worker.0, "weights");
    let wish = Wish::new();
    let names: Vec<String> =
        weights.with_value(|weights| scale::figures(weights).into_iter().map(|each| each.name).collect());
    let unread = move |name: &String| {
        let typed = draft.get(name);
        !typed.trim().is_empty() && read_hundredths(&typed).is_none()
    };
    let refusal = Signal::derive(move || {
        if names.iter().any(unread) {
            Some(say("weights-not-a-figure"))
        } else if draft.get("source").trim().is_empty() {
            Some(say("weights-no-source"))
        } else {
            None
        }
    });
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        if refusal.get_untracked().is_some() {
            return;
        }
        let typed = |name: &str| read_hundredths(&draft.get(name));
        let from = draft.get("in_force_on").parse().map_or(Day(desk.today()), Day);
        let proposed = weights.with_value(|weights| WeightsView {
            in_force_on: from,
            source: draft.get("source"),
            ..scale::with(weights, &typed)
        });
        let asks = ProposeWeights {
            command: draft.command.get_untracked(),
            proposal: ProposalId(draft.thing.get_untracked()),
            weights: proposed,
        };
        wish.send_draft(draft, api::weights::propose(asks), move |_| {
            draft.close();
            shown.set(false);
            desk.toasts.show(say("weights-proposal-kept"));
            asked.again();
        });
    };
    let rows = weights.with_value(|weights| {
        scale::figures(weights)
            .into_iter()
            .map(|figure| row(draft, figure))
            .collect_view()
    });
    view! {
        <form class="form" on:submit=submit>
            {draft_notices(draft)}
            <p class="calm">{say("weights-propose-says")}</p>
            <div class="figures-form">{rows}</div>
            {day(Of::new(draft, wish, "in_force_on"), say("weights-from"))}
            {text(Of::new(draft, wish, "source"), say("weights-vote"), say("weights-vote-example"))}
            {unfulfilled(wish, draft, &["in_force_on", "source"])}
            <Send refusal busy=wish.busy>{say("weights-send")}</Send>
        </form>
    }
}

fn row(draft: Draft, figure: scale::Figure) -> impl IntoView + use<> {
    let (name, label) = (figure.name, figure.label);
    let now = hundredths(figure.now, 0, language());
    let (read, written, called) = (name.clone(), name.clone(), name);
    view! {
        <label>
            <span>{label}</span>
            <input
                type="text"
                inputmode="decimal"
                name=called
                placeholder=now
                prop:value=move || draft.get(&read)
                on:input=move |event| draft.set(&written, event_target_value(&event))
            />
        </label>
    }
}
