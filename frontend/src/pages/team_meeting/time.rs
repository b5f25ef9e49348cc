//! The time control: the case as it was known at the end of any past day. Arrows go from one moment to the next.

use super::model::{self, Stop};
use crate::follow::follow;
use crate::{
    browser,
    desk::{Desk, on_key},
    parts::{
        days,
        icon::{Shape, small_icon},
    },
    words::say,
};
use contract::team_meeting::SharedView;
use domain::words::Day;
use jiff::civil::Date;
use leptos::prelude::*;
use std::sync::Arc;

const WIDTH: f64 = 600.0;
const EDGE: f64 = 14.0;

/// The control.
#[component]
pub(crate) fn TimeControl(desk: Desk, seen: Signal<Arc<SharedView>>, day: RwSignal<Option<Day>>) -> impl IntoView {
    // The moments of the whole story are those seen today: a past view knows its own past only.
    let stops = RwSignal::new(Vec::<Stop>::new());
    follow(move || {
        let view = seen.get();
        if view.case.as_known_on.is_none() {
            stops.set(model::stops(&view.case.moments, desk.today()));
        }
    });
    on_key(desk, "t", || browser::focus(".time [role=slider]"));
    let shown = move || day.get().map_or_else(|| desk.today(), |day| day.0);
    let choose = move |on: Date| day.set((on < desk.today()).then_some(Day(on)));
    let words = move || match day.get() {
        Some(day) => days::short_with_year(day.0),
        None => days::day_and_clock(desk.now()),
    };
    let on_arrow = move |event: leptos::ev::KeyboardEvent| {
        let (before, after) = stops.with_untracked(|stops| model::around(stops, shown()));
        let to = match event.key().as_str() {
            "ArrowLeft" | "ArrowDown" => before,
            "ArrowRight" | "ArrowUp" => after,
            "Home" => stops.with_untracked(|stops| stops.first().map(|stop| stop.on)),
            "End" => Some(desk.today()),
            _ => return,
        };
        event.prevent_default();
        if let Some(to) = to {
            choose(to);
        }
    };
    view! {
        <section class="time">
            <div class="time-head">
                <h2 class="over">{small_icon(Shape::Clock)}{say("as-known-on")}</h2>
                <label>
                    <span class="unseen">{say("as-known-day")}</span>
                    <span class=move || if day.get().is_none() { "now" } else { "strong" } aria-hidden="true">{words}</span>
                    <input
                        type="date"
                        name="as_known_on"
                        max=desk.today().to_string()
                        prop:value=move || shown().to_string()
                        on:change=move |event| {
                            if let Ok(on) = event_target_value(&event).parse::<Date>() {
                                choose(on);
                            }
                        }
                    />
                </label>
            </div>
            <div
                class="axis"
                role="slider"
                tabindex="0"
                aria-label=say("as-known-on")
                aria-valuemin="0"
                aria-valuemax=move || stops.with(|stops| stops.len().saturating_sub(1)).to_string()
                aria-valuenow=move || {
                    let on = shown();
                    stops.with(|stops| stops.iter().filter(|stop| stop.on < on).count()).to_string()
                }
                aria-valuetext=move || days::full(shown())
                on:keydown=on_arrow
            >
                <svg viewBox="0 0 600 56" aria-hidden="true">
                    <line class="line" x1=EDGE x2=WIDTH - EDGE y1="20" y2="20"></line>
                    {move || stops.with(|stops| stops.iter().map(|stop| mark(*stop, shown(), choose)).collect_view())}
                    {move || shown_mark(&stops.get(), shown(), day.get().is_none())}
                    {move || stops.with(|stops| model::labelled(stops).into_iter().map(|stop| label(stop, desk.today())).collect_view())}
                </svg>
            </div>
        </section>
    }
}

fn x(at: f64) -> f64 {
    EDGE + at * (WIDTH - 2.0 * EDGE)
}

/// A moment: a diamond where a team met, a tick elsewhere.
fn mark(stop: Stop, shown: Date, choose: impl Fn(Date) + Copy + Send + Sync + 'static) -> impl IntoView {
    let x = x(stop.at);
    let drawn = if stop.meeting || stop.at == 0.0 {
        format!("M{x} 13l7 7l-7 7l-7 -7z")
    } else {
        format!("M{x} 16V24")
    };
    view! {
        <g class="stop" class:shown=stop.on == shown on:click=move |_| choose(stop.on)>
            <rect x=x - 6.0 y="0" width="12" height="40" fill="transparent"></rect>
            <path d=drawn></path>
        </g>
    }
}

/// Where the day shown stands, even between two moments.
fn shown_mark(stops: &[Stop], shown: Date, is_today: bool) -> impl IntoView + use<> {
    let (Some(first), Some(last)) = (stops.first(), stops.last()) else {
        return None;
    };
    let whole = days::days_between(first.on, last.on).max(1);
    let part = days::days_between(first.on, shown).clamp(0, whole);
    let float = |days: i64| f64::from(i32::try_from(days).unwrap_or(i32::MAX));
    let x = x(if is_today { 1.0 } else { float(part) / float(whole) });
    Some(view! {
        <g class=if is_today { "present" } else { "past" }>
            <circle cx=x cy="20" r="12"></circle>
            <path d=format!("M{x} 13l7 7l-7 7l-7 -7z")></path>
        </g>
    })
}

fn label(stop: Stop, today: Date) -> impl IntoView {
    let (anchor, words) = if stop.on == today {
        ("end", say("today"))
    } else if stop.at == 0.0 {
        ("start", days::short_month_and_year(stop.on))
    } else {
        ("middle", days::short_month_and_year(stop.on))
    };
    let x = if anchor == "end" {
        WIDTH
    } else if anchor == "start" {
        2.0
    } else {
        x(stop.at)
    };
    view! { <text x=x y="52" text-anchor=anchor>{words}</text> }
}
