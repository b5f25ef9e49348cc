//! A trial of passing cases from one worker to another, on a copy: both loads before and after, and what it means for the
//! children. Nothing is written before who answers for the team carries it out.

use super::{
    ahead::{figure, number, state},
    entrusting, model, warning,
};
use crate::{
    api,
    asked::Wish,
    desk::Desk,
    parts::{button::Act, states::unfulfilled},
    words::{language, say, say_with},
};
use contract::{
    WorkerRef,
    workload::{
        ahead::{CaseWeight, PassingTrial, TeamAhead, TrialWeek, TryPassing},
        entrusting::Entrusted,
    },
};
use domain::words::{SupportCaseId, WorkerId};
use leptos::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

/// The section: `people` are those of the team, those who cross a threshold first.
#[component]
pub(crate) fn Passing(desk: Desk, people: Vec<WorkerRef>, entrusted: RwSignal<u32>) -> impl IntoView {
    let people = StoredValue::new(people);
    let (giver, taker) = (RwSignal::new(None::<WorkerId>), RwSignal::new(None::<WorkerId>));
    let cases = RwSignal::new(Vec::<CaseWeight>::new());
    let chosen = RwSignal::new(BTreeSet::<SupportCaseId>::new());
    let told = RwSignal::new(None::<PassingTrial>);
    let refused = RwSignal::new(Vec::<String>::new());
    let (looking, trying) = (Wish::new(), Wish::new());
    let gives = Callback::new(move |of: Option<WorkerId>| {
        giver.set(of);
        chosen.set(BTreeSet::new());
        cases.set(Vec::new());
        told.set(None);
        refused.set(Vec::new());
        if let Some(of) = of {
            looking.send(api::workload::cases_of(of), move |seen| {
                if giver.get_untracked() == Some(seen.worker.worker) {
                    cases.set(seen.cases.into_iter().filter(|case| case.open).collect());
                }
            });
        }
    });
    let takes = Callback::new(move |of: Option<WorkerId>| {
        taker.set(of);
        told.set(None);
    });
    let refusal = Signal::derive(move || match (giver.get(), taker.get()) {
        (Some(giver), Some(taker)) if giver == taker => Some(say("passing-two")),
        (Some(_), Some(_)) if chosen.with(BTreeSet::is_empty) => Some(say("passing-cases")),
        (Some(_), Some(_)) => None,
        (None, Some(_) | None) | (Some(_), None) => Some(say("passing-who")),
    });
    let tries = Callback::new(move |()| {
        let (Some(giver), Some(taker)) = (giver.get_untracked(), taker.get_untracked()) else {
            return;
        };
        let cases = chosen.get_untracked().into_iter().collect();
        let asks = TryPassing { giver, taker, cases };
        trying.send(api::workload::try_passing(asks), move |answer| told.set(Some(answer)));
    });
    let carried_out = Callback::new(move |answer: Entrusted| {
        let labels: BTreeMap<SupportCaseId, String> = cases.with_untracked(|cases| {
            let each = cases.iter().map(|case| (case.support_case, case.label.0.clone()));
            each.collect()
        });
        let name = told.with_untracked(|told| told.as_ref().map(|trial| trial.taker.name.0.clone()));
        entrusting::told(desk, &answer, &name.unwrap_or_default());
        gives.run(giver.get_untracked());
        refused.set(entrusting::refused(&answer, &labels));
        entrusted.update(|times| *times = times.wrapping_add(1));
    });
    let carry_out = move || {
        let trial = told.get()?;
        let cases = chosen.get_untracked().into_iter().collect();
        Some(view! { <entrusting::Tried desk trial cases done=carried_out/> })
    };
    view! {
        <details class="behind passing">
            <summary>{say("passing-title")}</summary>
            <p class="calm">{say("passing-says")}</p>
            <div class="two-days">
                {people.with_value(|people| who(people, "giver", say("passing-giver"), gives))}
                {people.with_value(|people| who(people, "taker", say("passing-taker"), takes))}
            </div>
            {unfulfilled(looking, None, &[])}
            {move || list(&cases.get(), chosen, told)}
            <p class="acts"><Act on_act=tries busy=trying.busy refusal>{say("passing-try")}</Act></p>
            {unfulfilled(trying, None, &[])}
            <div aria-live="polite">
                {move || told.get().as_ref().map(outcome)}
                {move || refused.get().into_iter().map(|why| view! { <p class="warn">{why}</p> }).collect_view()}
            </div>
            {carry_out}
        </details>
    }
}

/// Those of a team, those who cross a threshold first.
pub(crate) fn people(team: &TeamAhead) -> Vec<WorkerRef> {
    let mut people: Vec<_> = team.workers.iter().collect();
    people.sort_by_key(|each| warning::marks(&each.warnings).is_empty());
    people.into_iter().map(|each| each.worker.clone()).collect()
}

fn who(
    people: &[WorkerRef],
    name: &'static str,
    label: String,
    chosen: Callback<Option<WorkerId>>,
) -> impl IntoView + use<> {
    let options = people
        .iter()
        .map(|each| view! { <option value=each.worker.to_string()>{each.name.0.clone()}</option> })
        .collect_view();
    view! {
        <label class="field">
            <span class="label">{label}</span>
            <select name=name on:change=move |event| chosen.run(event_target_value(&event).parse().ok().map(WorkerId))>
                <option value="">{say("passing-nobody")}</option>
                {options}
            </select>
        </label>
    }
}

fn list(
    cases: &[CaseWeight],
    chosen: RwSignal<BTreeSet<SupportCaseId>>,
    told: RwSignal<Option<PassingTrial>>,
) -> impl IntoView + use<> {
    let lines = cases
        .iter()
        .map(|case| {
            let id = case.support_case;
            let points = model::hundredths(case.points, 0, language());
            let weighs = say_with("passing-points", &[("points", points.into())]);
            view! {
                <li>
                    <label class="switch">
                        <input
                            type="checkbox"
                            prop:checked=move || chosen.with(|chosen| chosen.contains(&id))
                            on:change=move |event| {
                                let is_in = event_target_checked(&event);
                                chosen.update(|chosen| {
                                    if is_in { chosen.insert(id) } else { chosen.remove(&id) };
                                });
                                told.set(None);
                            }
                        />
                        <span>{case.label.0.clone()} " " <span class="calm">{weighs}</span></span>
                    </label>
                </li>
            }
        })
        .collect_view();
    (!cases.is_empty()).then(|| view! { <ul class="lines">{lines}</ul> })
}

/// « Julie passe de 1,34 à 1,15 ; Karim de 0,79 à 0,98. », the children, the handovers, and the weeks behind.
fn outcome(trial: &PassingTrial) -> AnyView {
    let (Some(giver), Some(taker)) = (trial.giver_weeks.first(), trial.taker_weeks.first()) else {
        return view! { <p class="calm">{say("ahead-none")}</p> }.into_any();
    };
    let title = say_with(
        "passing-outcome",
        &[
            ("count", trial.cases.into()),
            ("giver", (&trial.giver.name.0).into()),
            ("taker", (&trial.taker.name.0).into()),
        ],
    );
    let points = model::hundredths(trial.points, 0, language());
    let facts = [
        say_with("passing-points-all", &[("points", points.into())]),
        shift(&trial.giver.name.0, giver),
        shift(&trial.taker.name.0, taker),
        say_with("passing-handovers", &[("count", trial.cases.into())]),
        say_with("passing-children", &[("count", trial.children.into())]),
        say_with("passing-changes", &[("count", trial.changes_before.into())]),
    ];
    let rows = trial
        .giver_weeks
        .iter()
        .zip(&trial.taker_weeks)
        .map(|(giver, taker)| {
            let named = say_with("ahead-week-short", &[("week", number(giver.monday).into())]);
            let cells = [
                (giver.before, giver.fullness_before),
                (giver.after, giver.fullness_after),
                (taker.before, taker.fullness_before),
                (taker.after, taker.fullness_after),
            ];
            let cells = cells.map(|(ratio, zone)| view! { <td class="end figures">{figure(ratio, zone)}</td> });
            view! { <tr><th scope="row">{named}</th>{cells.collect_view()}</tr> }
        })
        .collect_view();
    let heads = [&trial.giver, &trial.giver, &trial.taker, &trial.taker]
        .into_iter()
        .zip(["passing-before", "passing-after", "passing-before", "passing-after"])
        .map(|(who, when)| {
            let head = say_with(when, &[("name", (&who.name.0).into())]);
            view! { <th scope="col" class="end">{head}</th> }
        })
        .collect_view();
    view! {
        <div class="trial">
            <p class="strong now">{say("weights-trial")}</p>
            <h3>{title}</h3>
            <p>{facts.join(" ")}</p>
            <div class="scroll" tabindex="0" role="region" aria-label=say("passing-weeks")>
                <table class="weeks">
                    <caption class="unseen">{say("passing-weeks")}</caption>
                    <thead><tr><th scope="col">{say("ahead-week-column")}</th>{heads}</tr></thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
        </div>
    }
    .into_any()
}

fn shift(name: &str, week: &TrialWeek) -> String {
    say_with(
        "passing-shift",
        &[
            ("name", name.into()),
            ("was", figure(week.before, week.fullness_before).into()),
            ("zone_was", state(week.fullness_before, week.away_days).into()),
            ("would", figure(week.after, week.fullness_after).into()),
            ("zone_would", state(week.fullness_after, week.away_days).into()),
        ],
    )
}
