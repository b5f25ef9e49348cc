//! The weeks ahead of a team, for who answers for it: what all carry together, who crosses a threshold, what would relieve.

use super::{ahead, model, passing, warning};
use crate::{
    api,
    asked::Asked,
    desk::Desk,
    parts::states::loaded,
    words::{language, say, say_with},
};
use contract::workload::{
    Zone,
    ahead::{TeamAhead, WorkerAhead},
};
use domain::words::Day;
use leptos::prelude::*;

/// The section.
#[component]
pub(crate) fn TeamWeeks(desk: Desk, entrusted: RwSignal<u32>) -> impl IntoView {
    let asked = Asked::new(move || {
        entrusted.track();
        api::workload::team_ahead()
    });
    desk.live.on_change(
        move || {
            asked
                .seen
                .with(|seen| seen.as_ref().map(|ahead| (None, ahead.position)))
        },
        move || asked.again(),
    );
    view! {
        <section class="ahead-section" aria-labelledby="ahead-heading">
            <h2 id="ahead-heading">{say("ahead-title")}</h2>
            {loaded(asked, "load-waiting", move |seen| {
                // What is the same is not drawn again: a table that was opened stays open when somebody writes something.
                let shown = Memo::new(move |_| TeamAhead {
                    position: 0,
                    ..seen.get().as_ref().clone()
                });
                let people = Memo::new(move |_| passing::people(&shown.get()));
                view! {
                    {move || told(&shown.get())}
                    {move || {
                        let people = people.get();
                        (people.len() > 1).then(|| view! { <passing::Passing desk people entrusted/> })
                    }}
                }
            })}
        </section>
    }
}

fn told(team: &TeamAhead) -> impl IntoView + use<> {
    let waiting = (team.waiting > 0).then(|| {
        let points = model::hundredths(team.waiting_points, 0, language());
        say_with(
            "ahead-waiting",
            &[("count", team.waiting.into()), ("points", points.into())],
        )
    });
    let unstarted = (team.unstarted > 0).then(|| say_with("ahead-unstarted", &[("count", team.unstarted.into())]));
    let beside: Vec<String> = waiting.into_iter().chain(unstarted).collect();
    let warned: Vec<&WorkerAhead> = team.workers.iter().filter(|each| !each.warnings.is_empty()).collect();
    let warnings = warned
        .iter()
        .map(|each| {
            let lines = warning::to_tell(&each.warnings)
                .map(|one| warning::lines(one, "warning-told-both"))
                .collect_view();
            view! { <li><h3>{each.worker.name.0.clone()}</h3>{lines}</li> }
        })
        .collect_view();
    let room = room(team);
    let is_clear = warned.is_empty() && ahead::tells(&team.weeks);
    view! {
        {ahead::weeks(&team.weeks, &team.zones, &marks(team))}
        {(!beside.is_empty()).then(|| view! { <p class="calm">{beside.join(" ")}</p> })}
        {is_clear.then(|| view! { <p class="calm">{say("ahead-no-warning")}</p> })}
        <ul class="lines warnings">{warnings}</ul>
        {room.map(|room| view! { <p class="calm">{room}</p> })}
    }
}

/// The first week in which the team itself is in each of the upper zones.
fn marks(team: &TeamAhead) -> Vec<(Day, Zone)> {
    let first = |zone: Zone| {
        let week = team.weeks.iter().find(|week| week.fullness == zone)?;
        Some((week.monday, zone))
    };
    [Zone::Tense, Zone::Overload].into_iter().filter_map(first).collect()
}

/// Who has room in each of the weeks: whom something could be asked of. Told when somebody crosses a threshold.
fn room(team: &TeamAhead) -> Option<String> {
    if team.workers.iter().all(|each| each.warnings.is_empty()) {
        return None;
    }
    let has_room =
        |each: &&WorkerAhead| !each.weeks.is_empty() && each.weeks.iter().all(|week| week.fullness == Zone::Room);
    let names: Vec<String> = team
        .workers
        .iter()
        .filter(has_room)
        .map(|each| each.worker.name.0.clone())
        .collect();
    (!names.is_empty()).then(|| say_with("ahead-room", &[("names", names.join(", ").into())]))
}
