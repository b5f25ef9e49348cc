//! Who can see what: rows are what, columns are who; each mark has its own shape and its own word.

use crate::{
    desk::Desk,
    parts::{
        days,
        icon::{Shape, small_icon},
    },
    words::{say, say_with},
};
use access::Right;
use contract::support_case::{AccessColumn, CaseView};
use leptos::prelude::*;
use sealed::Compartment;
use std::sync::Arc;

/// The rows that are shown: activity without content is nobody's reading.
const ROWS: [Compartment; 8] = [
    Compartment::Coordination,
    Compartment::Household,
    Compartment::Budget,
    Compartment::Housing,
    Compartment::Work,
    Compartment::Social,
    Compartment::Health,
    Compartment::Draft,
];

/// The most columns that fit beside each other; the others stand in the list of people.
const COLUMNS: usize = 6;

/// The section.
#[component]
pub(crate) fn Access(desk: Desk, seen: Signal<Arc<CaseView>>, columns: RwSignal<Vec<AccessColumn>>) -> impl IntoView {
    let chosen = RwSignal::new(0_usize);
    view! {
        <h2 id="who-sees">{say("access-title")}</h2>
        <p class="calm">{say("access-more")}</p>
        {move || {
            let mut case = (*seen.get()).clone();
            // Those who see it because something was shared with them stand after those who act in it.
            columns.with(|columns| columns.iter().for_each(|column| add(&mut case.access, column)));
            if case.access.is_empty() {
                return view! { <p class="calm">{say("access-none")}</p> }.into_any();
            }
            view! {
                <div class="scroll">{grid(&case.access, chosen)}</div>
                <ul class="access-key" aria-hidden="true">
                    {[Right::Write, Right::Read, Right::Exists, Right::Shared, Right::None]
                        .into_iter()
                        .map(|right| view! { <li>{mark(right)}{say(right_key(right))}</li> })
                        .collect_view()}
                </ul>
                {per_person(&case)}
                {move || case.access.get(chosen.get()).map(|column| detail(desk, &case, column))}
            }
            .into_any()
        }}
    }
}

/// What is shared with somebody, added to what she sees by acting in the case.
fn add(columns: &mut Vec<AccessColumn>, shared: &AccessColumn) {
    let hers = columns
        .iter_mut()
        .find(|column| column.worker.worker == shared.worker.worker);
    let Some(column) = hers else {
        columns.push(shared.clone());
        return;
    };
    for cell in &mut column.rights {
        // Who only knew that something exists reads what was shared of it.
        if cell.right < Right::Read && right_of(shared, cell.compartment) == Right::Shared {
            cell.right = Right::Shared;
        }
    }
}

fn grid(columns: &[AccessColumn], chosen: RwSignal<usize>) -> impl IntoView + use<> {
    let heads = columns
        .iter()
        .take(COLUMNS)
        .enumerate()
        .map(|(place, column)| {
            let first = column.worker.name.0.split(' ').next().unwrap_or_default().to_owned();
            let profession = say(&format!("profession-{}-short", profession_code(column)));
            view! {
                <th scope="col" class:chosen=move || chosen.get() == place>
                    <button
                        type="button"
                        aria-pressed=move || if chosen.get() == place { "true" } else { "false" }
                        on:click=move |_| chosen.set(place)
                    >
                        <span class="strong">{first}</span>
                        <span>{profession}</span>
                    </button>
                </th>
            }
        })
        .collect_view();
    let rows = ROWS
        .into_iter()
        .map(|compartment| {
            let cells = columns
                .iter()
                .take(COLUMNS)
                .enumerate()
                .map(|(place, column)| {
                    let right = right_of(column, compartment);
                    view! {
                        <td class:chosen=move || chosen.get() == place>
                            {mark(right)}
                            <span class="unseen">{say(right_key(right))}</span>
                        </td>
                    }
                })
                .collect_view();
            view! { <tr><th scope="row">{say(compartment_key(compartment))}</th>{cells}</tr> }
        })
        .collect_view();
    view! {
        <table class="access">
            <caption class="unseen">{say("access-title")}</caption>
            <thead><tr><td></td>{heads}</tr></thead>
            <tbody>{rows}</tbody>
        </table>
    }
}

/// The same, one list per person: everybody where the screen is narrow, else those for whom the table has no room.
fn per_person(case: &CaseView) -> impl IntoView + use<> {
    let people = case
        .access
        .iter()
        .enumerate()
        .map(|(place, column)| {
            let lines = ROWS
                .into_iter()
                .map(|compartment| {
                    let right = right_of(column, compartment);
                    view! { <li>{mark(right)}<span>{say_with("access-line", &[("what", say(compartment_key(compartment)).into()), ("right", say(right_key(right)).into())])}</span></li> }
                })
                .collect_view();
            view! {
                <details class:fits=place < COLUMNS>
                    <summary><strong>{column.worker.name.0.clone()}</strong>", "{column.worker.service.name.clone()}</summary>
                    <ul>{lines}</ul>
                    {why(case, column)}
                </details>
            }
        })
        .collect_view();
    view! { <div class="access-people">{people}</div> }
}

/// One person, beside the table.
fn detail(desk: Desk, case: &CaseView, column: &AccessColumn) -> impl IntoView + use<> {
    let own = column.own || column.worker.worker == desk.who().worker;
    view! {
        <div class="access-detail">
            <h3>
                {column.worker.name.0.clone()} ", " {column.worker.service.name.clone()}
                {own.then(|| view! { <span class="mark">" · "{say("you")}</span> })}
            </h3>
            {why(case, column)}
        </div>
    }
}

/// How much a person sees, why, until when, and under which secrecy.
fn why(case: &CaseView, column: &AccessColumn) -> impl IntoView + use<> {
    let around = case
        .around
        .iter()
        .find(|each| each.worker.worker == column.worker.worker);
    let least = if around.is_some() { Right::Read } else { Right::Shared };
    let reads = ROWS.into_iter().filter(|row| right_of(column, *row) >= least).count();
    let is_referent = case
        .referent
        .as_ref()
        .is_some_and(|referent| referent.worker == column.worker.worker);
    let function = around.and_then(|each| each.function.as_ref());
    let reason = match function {
        Some(function) => function.0.clone(),
        None if is_referent => say("access-as-referent"),
        None if around.is_none() => say("access-as-shared"),
        None => say("access-as-team"),
    };
    let agreed = around.filter(|each| !each.referent).and_then(|each| each.until);
    let otherwise = if around.is_none() && !is_referent {
        "access-until-shared"
    } else {
        "access-until-end"
    };
    let until = agreed.map_or_else(
        || say(otherwise),
        |day| say_with("access-until-agreed", &[("date", days::full(day.0).into())]),
    );
    let (shape, key, class) = if column.worker.bound_by_secrecy {
        (Shape::Locked, "secrecy-bound", "")
    } else {
        (Shape::Unlocked, "secrecy-unbound", "warn")
    };
    view! {
        <dl>
            <dt>{say("access-sees")}</dt>
            <dd>{say_with("access-sees-count", &[("count", reads.into()), ("all", ROWS.len().into())])}</dd>
            <dt>{say("access-why")}</dt>
            <dd>{reason}</dd>
            <dt>{say("access-until")}</dt>
            <dd>{until}</dd>
            <dt>{say("access-secrecy")}</dt>
            <dd class=class>{small_icon(shape)}{say(key)}</dd>
        </dl>
    }
}

fn right_of(column: &AccessColumn, compartment: Compartment) -> Right {
    column
        .rights
        .iter()
        .find(|cell| cell.compartment == compartment)
        .map_or(Right::None, |cell| cell.right)
}

/// The mark of a right: five shapes that do not depend on colour.
fn mark(right: Right) -> impl IntoView {
    let drawn = match right {
        Right::Write => view! { <circle cx="9" cy="9" r="7.5" class="fill"></circle> }.into_any(),
        Right::Read => view! { <circle cx="9" cy="9" r="6" class="ring"></circle> }.into_any(),
        Right::Shared => view! {
            <circle cx="9" cy="9" r="6" class="ring"></circle>
            <circle cx="9" cy="9" r="2.5" class="fill"></circle>
        }
        .into_any(),
        Right::Exists => view! { <circle cx="9" cy="9" r="6.5" class="dotted"></circle> }.into_any(),
        Right::None => view! { <path d="M4.5 9H13.5" class="dash"></path> }.into_any(),
    };
    view! { <svg class="right" width="18" height="18" viewBox="0 0 18 18" aria-hidden="true">{drawn}</svg> }
}

fn right_key(right: Right) -> &'static str {
    match right {
        Right::Write => "right-write",
        Right::Read => "right-read",
        Right::Shared => "right-shared",
        Right::Exists => "right-exists",
        Right::None => "right-none",
    }
}

pub(super) fn compartment_key(compartment: Compartment) -> &'static str {
    match compartment {
        Compartment::Coordination => "compartment-coordination",
        Compartment::Identity => "compartment-identity",
        Compartment::Household => "compartment-household",
        Compartment::Budget => "compartment-budget",
        Compartment::Housing => "compartment-housing",
        Compartment::Work => "compartment-work",
        Compartment::Social => "compartment-social",
        Compartment::ChildProtection => "compartment-child_protection",
        Compartment::Health => "compartment-health",
        Compartment::Judicial => "compartment-judicial",
        Compartment::Protected => "compartment-protected",
        Compartment::Draft => "compartment-draft",
        Compartment::Activity => "compartment-activity",
    }
}

fn profession_code(column: &AccessColumn) -> &'static str {
    column.worker.profession.code()
}
