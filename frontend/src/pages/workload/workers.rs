//! Each worker as one bar against one common capacity: what lies beyond is hatched, and the state is said in words.

use super::{model, spark, zone_key};
use crate::words::{language, say, say_with};
use contract::workload::{WorkerLoad, Workload, Zone};
use leptos::prelude::*;
use std::sync::Arc;

/// The table.
#[component]
pub(crate) fn Workers(seen: Signal<Arc<Workload>>) -> impl IntoView {
    move || {
        let load = seen.get();
        if load.workers.is_empty() {
            return view! { <p class="calm">{say("workers-withheld")}</p> }.into_any();
        }
        let widest = model::widest(&load.workers);
        let rows = model::by_need(&load.workers)
            .into_iter()
            .map(|worker| row(worker, widest))
            .collect_view();
        view! {
            <table class="workers">
                <caption class="unseen">{say("workers-caption")}</caption>
                <thead>
                    <tr>
                        <th scope="col">{say("worker-column")}</th>
                        <th scope="col" class="bar-head">
                            <span class="at-capacity" data-at=capacity_class(widest)>{say("capacity")}</span>
                        </th>
                        <th scope="col" class="end">{say("load-column")}</th>
                        <th scope="col"><span class="unseen">{say("state-column")}</span></th>
                        <th scope="col" class="months">{say("months-column")}</th>
                        <th scope="col" class="end">{say("late-column")}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
            {load.others_withheld.then(|| view! { <p class="calm">{say("workers-withheld")}</p> })}
        }
        .into_any()
    }
}

/// The column head stands over the tick, within a twentieth of the bar.
fn capacity_class(widest: u32) -> String {
    let percent = model::percent(100, widest);
    let step = (0_u8..=20).min_by(|one, two| {
        (f64::from(*one) * 5.0 - percent)
            .abs()
            .total_cmp(&(f64::from(*two) * 5.0 - percent).abs())
    });
    (step.unwrap_or(15) * 5).to_string()
}

fn row(worker: &WorkerLoad, widest: u32) -> impl IntoView + use<> {
    let within = format!("{}%", model::percent(worker.ratio.min(100), widest));
    let tick = format!("{}%", model::percent(100, widest));
    let beyond = worker.ratio.saturating_sub(100).min(widest.saturating_sub(100));
    let hatched = (beyond > 0).then(|| {
        let (start, length) = (tick.clone(), format!("{}%", model::percent(beyond, widest)));
        view! { <rect x=start y="9" width=length height="14" class="beyond"></rect> }
    });
    let zone = match worker.zone {
        Zone::Overload => "now",
        Zone::Tense => "warn",
        Zone::Normal | Zone::Untold => "",
        Zone::Room => "ok strong",
    };
    let time = say_with(
        "worker-time",
        &[
            (
                "time",
                model::hundredths(u32::from(worker.working_time), 1, language()).into(),
            ),
            ("count", worker.cases.into()),
        ],
    );
    view! {
        <tr>
            <th scope="row"><span>{worker.worker.name.0.clone()}</span><span class="mark">{time}</span></th>
            <td class="bar">
                <svg width="100%" height="32" aria-hidden="true">
                    <rect x="0" y="8" width=within height="16" class="within"></rect>
                    {hatched}
                    <line x1=tick.clone() x2=tick y1="2" y2="30" class="capacity"></line>
                </svg>
            </td>
            <td class="end figures ratio">{model::hundredths(worker.ratio, 2, language())}</td>
            <td class=format!("zone {zone}")>{say(&format!("zone-{}", zone_key(worker.zone)))}</td>
            <td class="months">{spark(&worker.trend, 72.0, false)}</td>
            <td class="end figures late" class:now=worker.overdue != 0><span class="narrow-only">{say("late-column")} " "</span>{worker.overdue}</td>
        </tr>
    }
}
