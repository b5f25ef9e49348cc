//! How the load is computed: every weight with its source and its day. Visible to all, so that it can be contested.

use super::model::hundredths;
use crate::{
    parts::days,
    words::{language, say, say_with},
};
use contract::workload::WeightsView;
use domain::support_case::{Complexity, Support};
use leptos::prelude::*;

/// The table.
pub(crate) fn table(weights: Option<&WeightsView>, zone: &str) -> AnyView {
    let Some(weights) = weights else {
        return view! { <p class="calm">{say("load-foot-none")}</p> }.into_any();
    };
    let points = |figure: u32| hundredths(figure, 0, language());
    let base = weights
        .base
        .iter()
        .map(|(support, figure)| (say(&support_key(*support)), points(*figure)));
    let complexity = weights
        .complexity
        .iter()
        .map(|(each, figure)| (say(complexity_key(*each)), format!("+ {}", points(*figure))));
    let others = [
        (
            say_with("weight-opening", &[("days", weights.opening_days.into())]),
            format!("× {}", points(weights.opening)),
        ),
        (say("weight-watch"), format!("× {}", points(weights.watch))),
        (say("weight-sibling"), format!("+ {}", points(weights.sibling))),
        (
            say("weight-most-complexity"),
            format!("+ {}", points(weights.most_complexity)),
        ),
        (say("weight-capacity"), points(weights.capacity)),
    ];
    let rows = base
        .chain(complexity)
        .chain(others)
        .map(|(what, figure)| view! { <tr><th scope="row">{what}</th><td class="end figures">{figure}</td></tr> })
        .collect_view();
    let zones: Vec<String> = weights
        .zones
        .iter()
        .map(|figure| hundredths(*figure, 2, language()))
        .collect();
    view! {
        <section class="weights" aria-labelledby="weights-title">
            <h2 id="weights-title">{say("load-explain")}</h2>
            <p class="measure">
                {say_with("weights-source", &[("date", days::full(weights.in_force_on.0).into()), ("source", (&weights.source).into())])}
            </p>
            <p class="measure">{say_with("weights-zone", &[("zones", zones.join(" · ").into()), ("zone", zone.into())])}</p>
            <table>
                <caption class="unseen">{say("load-explain")}</caption>
                <thead><tr><th scope="col">{say("weight-what")}</th><th scope="col" class="end">{say("weight-points")}</th></tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </section>
    }
    .into_any()
}

pub(crate) fn support_key(support: Support) -> String {
    format!("support-{}", support.code())
}

pub(crate) fn complexity_key(complexity: Complexity) -> &'static str {
    match complexity {
        Complexity::ChildUnderTwo => "complexity-child_under_two",
        Complexity::Violence => "complexity-violence",
        Complexity::ConflictWithService => "complexity-conflict_with_service",
        Complexity::Interpreter => "complexity-interpreter",
        Complexity::Distance => "complexity-distance",
        Complexity::ManyServices => "complexity-many_services",
        Complexity::HearingSoon => "complexity-hearing_soon",
        Complexity::DisabilityWithoutPlace => "complexity-disability_without_place",
    }
}
