//! How each case counts: the factors of its points, as they were voted, so that they can be contested.

use super::super::{
    model::hundredths,
    weights::{complexity_key, support_key},
};
use crate::{
    parts::days,
    route::Route,
    words::{language, say, say_with},
};
use contract::workload::ahead::{CaseWeight, OwnLoad};
use leptos::prelude::*;

/// The table, the heaviest first.
pub(super) fn table(own: &OwnLoad) -> AnyView {
    if own.cases.is_empty() {
        return view! { <p class="calm">{say("own-cases-none")}</p> }.into_any();
    }
    let rows = own.cases.iter().map(row).collect_view();
    view! {
        <section class="own-cases" aria-labelledby="own-cases">
            <h2 id="own-cases">{say("own-cases")}</h2>
            <p class="calm measure">{say("own-cases-says")}</p>
            <table>
                <caption class="unseen">{say("own-cases")}</caption>
                <thead>
                    <tr>
                        <th scope="col">{say("own-case-column")}</th>
                        <th scope="col">{say("own-why-column")}</th>
                        <th scope="col" class="end">{say("weight-points")}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </section>
    }
    .into_any()
}

fn row(case: &CaseWeight) -> impl IntoView + use<> {
    let ends = case.ends_on.map(|day| {
        let key = if case.open { "own-case-ends" } else { "own-case-watched" };
        say_with(key, &[("date", days::short_with_year(day.0).into())])
    });
    view! {
        <tr>
            <th scope="row">
                <a href=Route::Case(case.support_case.0).path()>{case.label.0.clone()}</a>
                {ends.map(|ends| view! { <span class="mark">{ends}</span> })}
            </th>
            <td class="why-of-points">{reasons(case).join(" ")}</td>
            <td class="end figures strong">{hundredths(case.points, 0, language())}</td>
        </tr>
    }
}

/// « AEMO 1 × premiers mois 1,5 × fratrie de 3 : 2 × violences + 0,3 », the factors of one left out.
fn reasons(case: &CaseWeight) -> Vec<String> {
    let figure = |figure: u32| hundredths(figure, 0, language());
    let mut told = vec![format!("{} {}", say(&support_key(case.support)), figure(case.base))];
    if case.phase != 100 {
        let phase = if case.open {
            "own-factor-opening"
        } else {
            "own-factor-watch"
        };
        told.push(say_with(phase, &[("factor", figure(case.phase).into())]));
    }
    if case.siblings != 100 {
        let values = [
            ("count", case.children.into()),
            ("factor", figure(case.siblings).into()),
        ];
        told.push(say_with("own-factor-siblings", &values));
    }
    if case.complexity != 100 {
        let each = case.complexities.iter().filter(|(_, more)| *more > 0);
        let each: Vec<String> = each
            .map(|(complexity, more)| format!("{} + {}", say(complexity_key(*complexity)), figure(*more)))
            .collect();
        let values = [
            ("factor", figure(case.complexity).into()),
            ("what", each.join(", ").into()),
        ];
        told.push(say_with("own-factor-complexity", &values));
    }
    told
}
