//! How long people waited for a first appointment: one dot for each request, the target as a line, the rest in a sentence.

use super::model::{self, Dot};
use crate::words::{say, say_with};
use contract::workload::Workload;
use leptos::prelude::*;
use std::sync::Arc;

const WIDTH: f64 = 390.0;
const LEFT: f64 = 10.0;
const GROUND: f64 = 96.0;

/// The section.
#[component]
pub(crate) fn FirstAppointmentsPlot(seen: Signal<Arc<Workload>>) -> impl IntoView {
    move || {
        let load = seen.get();
        let first = &load.first_appointments;
        let requests =
            (!first.days.is_empty()).then(|| say_with("first-requests", &[("count", first.days.len().into())]));
        let sentence = match (first.median, first.p90) {
            (Some(median), Some(p90)) => say_with(
                "first-sentence",
                &[
                    ("median", median.into()),
                    ("p90", p90.into()),
                    ("late", first.late.into()),
                ],
            ),
            (Some(_) | None, Some(_) | None) => say("first-too-few"),
        };
        let drawn = (!first.days.is_empty()).then(|| {
            let (dots, end) = model::dots(&first.days, first.target_days);
            plot(&dots, end, first.target_days, &sentence)
        });
        view! {
            <section class="delays">
                <h2>{say("first-appointment")} <span class="mark">{super::quarter(&load)}</span></h2>
                {requests.map(|said| view! { <p class="mark">{said}</p> })}
                {drawn}
                <p>{sentence}</p>
            </section>
        }
    }
}

fn plot(dots: &[Dot], end: u32, target: u32, sentence: &str) -> impl IntoView + use<> {
    let x = move |days: u32| LEFT + (WIDTH - 2.0 * LEFT) * f64::from(days) / f64::from(end);
    let highest = dots.iter().map(|dot| dot.above + 1).max().unwrap_or(1);
    let across = (x(1) - x(0)).min(12.0);
    let step = across.min((GROUND - 22.0) / f64::from(highest));
    let radius = (step / 2.0 - 0.8).max(1.2);
    let drawn = dots
        .iter()
        .map(|dot| {
            let y = GROUND - 3.0 - step * (f64::from(dot.above) + 0.5);
            view! { <circle cx=x(dot.days) cy=y r=radius class="dot" class:late=dot.late></circle> }
        })
        .collect_view();
    let every = if end > 60 {
        20
    } else if end > 30 {
        10
    } else {
        5
    };
    let ticks = (0..=end)
        .filter(|days| days % every == 0)
        .map(|days| {
            let words = if days == end {
                say_with("days-unit", &[("days", days.into())])
            } else {
                days.to_string()
            };
            view! { <text x=x(days) y="114" text-anchor="middle">{words}</text> }
        })
        .collect_view();
    let line = x(target) + across / 2.0;
    view! {
        <svg class="dots" viewBox="0 0 390 120" role="img" aria-label=sentence.to_owned()>
            <line x1="0" x2=WIDTH y1=GROUND y2=GROUND class="ground"></line>
            {drawn}
            <line x1=line x2=line y1="2" y2=GROUND + 6.0 class="target"></line>
            <text x=line + 6.0 y="14">{say_with("first-target", &[("days", target.into())])}</text>
            {ticks}
        </svg>
    }
}
