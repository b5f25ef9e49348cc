//! The load of a team: seen fairly, sorted by need for help, never a ranking. A person's figures are hers and her manager's.

mod ahead;
mod delays;
mod entrusting;
mod figures;
mod indicators;
mod model;
mod own;
mod passing;
mod scale;
mod team_ahead;
mod voting;
mod warning;
mod weights;
mod workers;

pub(crate) use own::OwnPage;

use crate::{
    api,
    asked::Asked,
    desk::Desk,
    parts::{
        curve, days,
        icon::{Shape, small_icon},
        states::{loaded, stale},
        weave,
    },
    route::Route,
    words::{language, say, say_with},
};
use contract::workload::{MonthRatio, Workload, Zone};
use domain::words::Day;
use jiff::civil::Date;
use leptos::prelude::*;
use std::sync::Arc;

/// The key of a zone.
fn zone_key(zone: Zone) -> &'static str {
    match zone {
        Zone::Room => "room",
        Zone::Normal => "normal",
        Zone::Tense => "tense",
        Zone::Overload => "overload",
        Zone::Untold => "untold",
    }
}

/// The screen of who answers for a team.
#[component]
pub(crate) fn WorkloadPage(desk: Desk) -> impl IntoView {
    let day = RwSignal::new(None::<Day>);
    // What was entrusted here is in all figures of the page.
    let entrusted = RwSignal::new(0_u32);
    let asked = Asked::new(move || {
        entrusted.track();
        api::workload::seen(day.get())
    });
    desk.live.on_change(
        move || asked.seen.with(|seen| seen.as_ref().map(|view| (None, view.position))),
        move || asked.again(),
    );
    view! {
        {stale(asked)}
        {loaded(asked, "load-waiting", move |seen| {
            view! { <Dashboard desk seen day entrusted/> }
        })}
        {desk.who().works_on_cases.then(|| view! { <p class="acts"><a href=Route::OwnLoad.path() class="button plain">{say("own-load")}</a></p> })}
    }
}

#[component]
fn Dashboard(
    desk: Desk,
    seen: Signal<Arc<Workload>>,
    day: RwSignal<Option<Day>>,
    entrusted: RwSignal<u32>,
) -> impl IntoView {
    let explained = RwSignal::new(false);
    view! {
        <div class="load">
            <div class="load-main">
                <p class="over">
                    {move || {
                        let load = seen.get();
                        format!("{} · {}", load.service.name, days::long(load.on.0))
                    }}
                </p>
                <h1>{move || headline(&seen.get())}</h1>
                <p class="calm lead">{move || facts(&seen.get())}</p>
                <workers::Workers seen/>
            </div>
            <div class="load-side">
                {move || total(&seen.get())}
                <entrusting::Waiting desk seen now=Signal::derive(move || day.get().is_none()) entrusted/>
                <delays::FirstAppointmentsPlot seen/>
                {move || openings(&seen.get())}
            </div>
        </div>
        {move || day.get().is_none().then(|| view! { <team_ahead::TeamWeeks desk entrusted/> })}
        <indicators::IndicatorsSection desk day/>
        <footer class="foot">
            <p>
                {move || {
                    let load = seen.get();
                    match &load.weights {
                        Some(weights) => say_with("load-foot", &[("date", days::full(weights.in_force_on.0).into())]),
                        None => say("load-foot-none"),
                    }
                }}
            </p>
            <p class="acts">
                <label class="as-known">
                    <span>{say("load-as-of")}</span>
                    <input
                        type="date"
                        name="on"
                        max=desk.today().to_string()
                        prop:value=move || seen.get().on.to_string()
                        on:change=move |event| {
                            let on = event_target_value(&event).parse::<Date>().ok();
                            day.set(on.filter(|on| *on < desk.today()).map(Day));
                        }
                    />
                </label>
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
            let load = seen.get();
            explained.get().then(|| weights::table(load.weights.as_ref(), &load.zone))
        }}
        {move || explained.get().then(|| view! { <voting::Voting desk/> })}
    }
}

/// The sentence of the screen: how the team is, and who is beyond.
fn headline(load: &Workload) -> String {
    let Some(weights) = &load.weights else {
        return say("load-title");
    };
    let zone = model::team_zone(load.load, load.capacity, &weights.zones);
    let team = say(&format!("load-team-{}", zone_key(zone)));
    let beyond = load
        .workers
        .iter()
        .filter(|worker| worker.zone == Zone::Overload)
        .count();
    if beyond == 0 || load.others_withheld {
        return team;
    }
    let beyond = say_with("load-beyond", &[("count", beyond.into())]);
    say_with("load-headline", &[("team", team.into()), ("beyond", beyond.into())])
}

fn facts(load: &Workload) -> String {
    let elsewhere = (load.elsewhere > 0).then(|| say_with("load-elsewhere", &[("count", load.elsewhere.into())]));
    let facts = [
        Some(say_with("cases-count-open", &[("count", load.open.into())])),
        Some(say_with("load-overdue", &[("count", load.overdue.into())])),
        Some(say_with(
            "load-unassigned-count",
            &[("count", load.unassigned.len().into())],
        )),
        elsewhere,
        Some(say_with("load-instant", &[("zone", (&load.zone).into())])),
    ];
    facts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// Points carried for points possible, and how it was.
fn total(load: &Workload) -> impl IntoView + use<> {
    let ratio = model::ratio(load.load, load.capacity);
    let before = load.trend.first().copied();
    let so = match before {
        Some(before) => say_with(
            "load-ratio-since",
            &[
                ("ratio", model::hundredths(ratio, 2, language()).into()),
                ("before", model::hundredths(before.ratio, 2, language()).into()),
                ("date", days::short_month_and_year(before.on.0).into()),
            ],
        ),
        None => say_with(
            "load-ratio",
            &[("ratio", model::hundredths(ratio, 2, language()).into())],
        ),
    };
    view! {
        <div class="load-total">
            <p>
                <strong>{model::hundredths(load.load, 0, language())}</strong>
                " "
                {say("load-carried")}
                " "
                <strong>{model::hundredths(load.capacity, 0, language())}</strong>
                " "
                {say("load-possible")}
            </p>
            <p class="calm with-spark">{so}{spark(&load.trend, 106.0, true)}</p>
        </div>
    }
}

/// How a ratio went over the last months; where asked, against the line of one for one.
fn spark(trend: &[MonthRatio], width: f64, with_line: bool) -> impl IntoView + use<> {
    let float = |number: usize| f64::from(u32::try_from(number).unwrap_or(0));
    let steps = float(trend.len().saturating_sub(1)).max(1.0);
    let y = |ratio: u32| 24.0 - (f64::from(ratio.clamp(50, 160)) - 50.0) * 22.0 / 110.0;
    let points: Vec<(f64, f64)> = trend
        .iter()
        .enumerate()
        .map(|(place, month)| (2.0 + (width - 10.0) * float(place) / steps, y(month.ratio)))
        .collect();
    let last = points.last().copied();
    let line = with_line.then(|| view! { <path d=format!("M2 {}H{}", y(100), width - 4.0) class="loose"></path> });
    (trend.len() > 1).then(|| {
        view! {
            <svg class="trend" width=width height="28" viewBox=format!("0 0 {width} 28") aria-hidden="true">
                {line}
                <path d=curve::through(&points, 14.0) class="line"></path>
                {last.map(|(x, y)| view! { <circle cx=x cy=y r="3.2" class="dot"></circle> })}
            </svg>
        }
    })
}

/// The quarter of which people are told.
fn quarter(load: &Workload) -> String {
    let last_day = load.quarter.until.0.yesterday().unwrap_or(load.quarter.until.0);
    let span = [
        ("from", days::full(load.quarter.from.0).into()),
        ("until", days::full(last_day).into()),
    ];
    say_with("load-quarter", &span)
}

/// Openings by town and domain: small figures hidden, zero shown as zero.
fn openings(load: &Workload) -> impl IntoView + use<> {
    let openings = &load.openings;
    let quarter = quarter(load);
    let heads = openings.domains.iter().map(|domain| {
        view! { <th scope="col" class="end">{weave::short_name(domain.code())}</th> }
    });
    let rows = openings
        .towns
        .iter()
        .map(|town| {
            let cells = town
                .figures
                .iter()
                .map(|figure| match figure {
                    Some(figure) => view! { <td class="end figures">{*figure}</td> }.into_any(),
                    None => view! { <td class="end masked"><span>{say("masked")}</span></td> }.into_any(),
                })
                .collect_view();
            view! { <tr><th scope="row">{town.town.clone()}</th>{cells}</tr> }
        })
        .collect_view();
    let heads = heads.collect_view();
    (!openings.towns.is_empty()).then(|| {
        view! {
            <section class="openings">
                <h2>{say("openings")} <span class="mark">{quarter}</span></h2>
                <div class="scroll" tabindex="0" role="region" aria-label=say("openings")>
                    <table>
                        <caption class="unseen">{say("openings")}</caption>
                        <thead><tr><td></td>{heads}</tr></thead>
                        <tbody>{rows}</tbody>
                    </table>
                </div>
                <p class="calm masked-rule">
                    {small_icon(Shape::Hidden)}
                    <span>{say_with("masked-rule", &[("threshold", openings.threshold.into())])}</span>
                </p>
            </section>
        }
    })
}
