//! What a worker carries herself: each case and how it counts, her weeks ahead, what is due, when she is away. Compared with
//! nothing and nobody.

mod absences;
mod cases;

use super::{ahead, model, warning, weights, zone_key};
use crate::{
    api,
    asked::Asked,
    desk::Desk,
    parts::{
        days,
        states::{loaded, stale},
    },
    route::Route,
    words::{language, say, say_with},
};
use contract::workload::ahead::{Dated, DatedLine, OwnLoad};
use domain::deadline;
use leptos::prelude::*;
use std::sync::Arc;

/// How many dates are told at most; the others stand in the cases.
const MOST: usize = 20;

/// The screen of who follows cases.
#[component]
pub(crate) fn OwnPage(desk: Desk) -> impl IntoView {
    let asked = Asked::new(api::workload::own);
    desk.live.on_change(
        move || asked.seen.with(|seen| seen.as_ref().map(|own| (None, own.position))),
        move || asked.again(),
    );
    view! {
        {stale(asked)}
        {loaded(asked, "load-waiting", move |seen| {
            view! { <Own desk seen asked/> }
        })}
    }
}

#[component]
fn Own(desk: Desk, seen: Signal<Arc<OwnLoad>>, asked: Asked<OwnLoad>) -> impl IntoView {
    let explained = RwSignal::new(false);
    // What is the same is not drawn again: a table that was opened stays open when somebody writes something.
    let shown = Memo::new(move |_| OwnLoad {
        position: 0,
        ..seen.get().as_ref().clone()
    });
    view! {
        <div class="own-load">
            <p class="over">
                {move || {
                    let own = seen.get();
                    format!("{} · {}", own.service.name, days::long(own.today.0))
                }}
            </p>
            <h1>{move || say(&format!("own-load-{}", zone_key(seen.get().fullness)))}</h1>
            <p class="lead">{move || lead(&seen.get())}</p>
            <p class="calm">{say("own-load-whose")}</p>
            <section class="ahead-section" aria-labelledby="ahead-heading">
                <h2 id="ahead-heading">{say("own-ahead-title")}</h2>
                {move || weeks_ahead(&shown.get())}
            </section>
            {move || cases::table(&shown.get())}
            <div class="own-pair">
                {move || dated(&shown.get())}
                <absences::Absences desk seen asked/>
            </div>
        </div>
        <footer class="foot">
            <p>
                {move || match &seen.get().weights {
                    Some(weights) => say_with("own-load-foot", &[("date", days::full(weights.in_force_on.0).into())]),
                    None => say("load-foot-none"),
                }}
            </p>
            <p class="acts">
                <button
                    type="button"
                    class="button plain"
                    aria-expanded=move || if explained.get() { "true" } else { "false" }
                    on:click=move |_| explained.update(|shown| *shown = !*shown)
                >
                    {say("load-explain")}
                </button>
            </p>
        </footer>
        {move || {
            let zone = desk.who().zone.clone();
            explained.get().then(|| weights::table(seen.get().weights.as_ref(), &zone))
        }}
    }
}

fn lead(own: &OwnLoad) -> String {
    let points = |figure: u32| model::hundredths(figure, 0, language());
    let open = own.cases.iter().filter(|case| case.open).count();
    let time = model::hundredths(own.working_time.into(), 1, language());
    let facts = [
        say_with(
            "own-load-points",
            &[
                ("load", points(own.load).into()),
                ("capacity", points(own.capacity).into()),
                ("ratio", model::hundredths(own.ratio, 2, language()).into()),
            ],
        ),
        say_with("worker-time", &[("time", time.into()), ("count", open.into())]),
    ];
    facts.join(" · ")
}

fn weeks_ahead(own: &OwnLoad) -> impl IntoView + use<> {
    let zones = own
        .weights
        .as_ref()
        .map(|weights| weights.zones.clone())
        .unwrap_or_default();
    let warnings = warning::to_tell(&own.warnings)
        .map(|one| view! { <li>{warning::lines(one, "warning-told")}</li> })
        .collect_view();
    let unstarted = (own.unstarted > 0).then(|| say_with("ahead-unstarted", &[("count", own.unstarted.into())]));
    let is_clear = own.warnings.is_empty() && ahead::tells(&own.weeks);
    view! {
        <ul class="lines warnings">{warnings}</ul>
        {is_clear.then(|| view! { <p class="calm">{say("own-no-warning")}</p> })}
        {ahead::weeks(&own.weeks, &zones, &warning::marks(&own.warnings))}
        {unstarted.map(|told| view! { <p class="calm">{told}</p> })}
    }
}

fn dated(own: &OwnLoad) -> impl IntoView + use<> {
    let lines = own.dated.iter().take(MOST).map(date).collect_view();
    let others = own.dated.len().saturating_sub(MOST);
    view! {
        <section aria-labelledby="own-dated">
            <h2 id="own-dated">{say("own-dated")}</h2>
            {own.dated.is_empty().then(|| view! { <p class="calm">{say("own-dated-none")}</p> })}
            <ul class="lines">{lines}</ul>
            {(others > 0).then(|| view! { <p class="mark">{say_with("since-others", &[("count", others.into())])}</p> })}
        </section>
    }
}

fn date(line: &DatedLine) -> impl IntoView + use<> {
    let what = match line.what {
        Dated::Renewal => say("own-dated-renewal"),
        Dated::Begins => say("own-dated-begins"),
        Dated::Deadline(kind) => say(deadline_key(kind)),
    };
    view! {
        <li>
            <span class="when">{days::short_with_year(line.on.0)}</span>
            " "
            <a href=Route::Case(line.support_case.0).path()>{line.label.0.clone()}</a>
            " "
            <span class="calm">{what}</span>
        </li>
    }
}

fn deadline_key(kind: deadline::Kind) -> &'static str {
    match kind {
        deadline::Kind::Hearing => "deadline-hearing",
        deadline::Kind::Term => "deadline-term",
        deadline::Kind::Reply => "deadline-reply",
        deadline::Kind::Review => "deadline-review",
        deadline::Kind::File => "deadline-file",
        deadline::Kind::CheckIn => "deadline-check_in",
        deadline::Kind::Imported => "deadline-imported",
    }
}
