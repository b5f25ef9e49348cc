//! The drawing: lanes, threads in two voices, silences, measures, knots, flags, today and what is ahead.

mod ground;
mod marks;

use super::{
    Look,
    model::{self, Arrow, Frame, Mark, Window, marks as all_marks, step},
    reading,
};
use crate::follow::follow;
use crate::{
    browser,
    parts::{
        days,
        icon::{Shape, icon},
    },
    way,
    words::{say, say_with},
};
use contract::timeline::{Lane, Timeline};
use leptos::{ev, html, prelude::*};
use std::sync::Arc;
use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::ResizeObserver;

/// The least width at which names and marks do not run into each other; below it the drawing scrolls.
const LEAST_WIDTH: f64 = 760.0;

/// A length of time in words: days up to two months, months beyond.
pub(crate) fn length(days: u32) -> String {
    let days = i64::from(days);
    if days < 61 {
        say_with("days-count", &[("days", days.into())])
    } else if days < 730 {
        say_with("age-months", &[("months", ((days + 15) / 30).into())])
    } else {
        days::age(days / 365 * 12)
    }
}

/// The lanes that are shown.
fn lanes_of<'a>(timeline: &'a Timeline, left_out: &[String]) -> Vec<&'a Lane> {
    timeline
        .lanes
        .iter()
        .filter(|lane| !left_out.iter().any(|out| out == model::code(lane)))
        .collect()
}

/// The drawing with its reading line.
#[component]
pub(crate) fn Drawing(seen: Signal<Arc<Timeline>>, look: Look) -> impl IntoView {
    let node = NodeRef::<html::Div>::new();
    let width = measured(node);
    let frame = Memo::new(move |_| {
        let timeline = seen.get();
        let today = timeline.today.0;
        let zoom = look.zoom.get();
        let window = Window::of(zoom, timeline.opened_on.0, today, look.around.get());
        Frame::of(window, zoom, today, width.get().max(LEAST_WIDTH))
    });
    let marks = Memo::new(move |_| {
        let timeline = seen.get();
        let lanes = look.left_out.with(|out| lanes_of(&timeline, out));
        all_marks(&frame.get(), &timeline, &lanes)
    });
    // Another window has other marks: what is read is found again by its day, or left.
    Effect::new(move |before: Option<Vec<Mark>>| {
        let now = marks.get();
        if let (Some(before), Some(place)) = (before, look.read.get_untracked()) {
            let read = before.get(place).copied();
            look.read.set(read.and_then(|read| {
                now.iter()
                    .position(|mark| mark.thread == read.thread && mark.on == read.on && mark.shows == read.shows)
            }));
        }
        now
    });
    // Where it has to scroll, it opens at today: that is at its right end, past and future together.
    let scroller = NodeRef::<html::Div>::new();
    let scrolled = RwSignal::new(0.0);
    follow(move || {
        if let Some(frame) = scroller.get() {
            width.track();
            request_animation_frame(move || frame.set_scroll_left(frame.scroll_width()));
        }
    });
    view! {
        <div class="weave-frame" node_ref=node>
            <div
                class="scroll"
                node_ref=scroller
                on:scroll=move |_| {
                    if let Some(frame) = scroller.get_untracked() {
                        scrolled.set(f64::from(frame.scroll_left()));
                    }
                }
            >
                {move || {
                    let frame = frame.get();
                    let timeline = seen.get();
                    look.left_out.track();
                    view! { <Canvas frame timeline marks look scrolled/> }
                }}
            </div>
        </div>
        <ReadingLine seen marks look/>
    }
}

/// The width of the drawing's frame, followed as the window changes.
fn measured(node: NodeRef<html::Div>) -> RwSignal<f64> {
    let width = RwSignal::new(1100.0);
    let kept = StoredValue::new_local(None);
    follow(move || {
        let Some(frame) = node.get() else { return };
        let measure = {
            let frame = frame.clone();
            move || {
                let now = f64::from(frame.client_width());
                if now > 0.0 && (now - width.get_untracked()).abs() > 1.0 {
                    width.set(now);
                }
            }
        };
        measure();
        let changed = Closure::<dyn Fn()>::new(measure);
        // Without an observer the drawing keeps its first width.
        if let Ok(observer) = ResizeObserver::new(changed.as_ref().unchecked_ref()) {
            observer.observe(&frame);
            kept.set_value(Some((observer, changed)));
        }
    });
    on_cleanup(move || {
        if let Some((observer, _)) = kept.try_update_value(Option::take).flatten() {
            observer.disconnect();
        }
    });
    width
}

fn arrow_of(key: &str) -> Option<Arrow> {
    match key {
        "ArrowLeft" => Some(Arrow::Left),
        "ArrowRight" => Some(Arrow::Right),
        "ArrowUp" => Some(Arrow::Up),
        "ArrowDown" => Some(Arrow::Down),
        "Home" => Some(Arrow::Home),
        "End" => Some(Arrow::End),
        _ => None,
    }
}

#[component]
fn Canvas(
    frame: Frame,
    timeline: Arc<Timeline>,
    marks: Memo<Vec<Mark>>,
    look: Look,
    scrolled: RwSignal<f64>,
) -> impl IntoView {
    let lanes = look.left_out.with_untracked(|out| lanes_of(&timeline, out));
    let acts = if timeline.acts.is_empty() { 0.0 } else { 44.0 };
    let lanes_end = frame.lane_top(lanes.len());
    let reserved = 48.0 * f64::from(u32::try_from(timeline.reserved.len()).unwrap_or(0));
    let height = lanes_end + acts + reserved + 8.0;
    let summary = say_with(
        "timeline-summary",
        &[
            ("lanes", lanes.len().into()),
            ("from", days::month_and_year(frame.window.from).into()),
            ("to", days::month_and_year(frame.window.to).into()),
            ("meetings", timeline.meetings.len().into()),
            ("silences", timeline.silences.len().into()),
        ],
    );
    let zoom_by = move |nearer: bool| {
        let read = look
            .read
            .get_untracked()
            .and_then(|place| marks.with_untracked(|marks| marks.get(place).map(|mark| mark.on)));
        let now = look.zoom.get_untracked();
        look.around.set(read);
        look.zoom.set(if nearer { now.nearer() } else { now.farther() });
    };
    let on_keys = move |event: ev::KeyboardEvent| {
        let key = event.key();
        if matches!(key.as_str(), "+" | "=" | "-") && !event.ctrl_key() {
            event.prevent_default();
            zoom_by(key != "-");
            return;
        }
        let to = marks.with_untracked(|marks| match (look.read.get_untracked(), arrow_of(&key)) {
            (Some(place), Some(arrow)) => step(marks, place, arrow),
            (None, Some(_)) => (!marks.is_empty()).then_some(0),
            (Some(_) | None, None) => None,
        });
        if arrow_of(&key).is_some() {
            event.prevent_default();
        }
        if let Some(to) = to {
            look.read.set(Some(to));
            request_animation_frame(move || browser::focus(&format!("[data-mark=\"{to}\"]")));
        }
    };
    let on_wheel = move |event: ev::WheelEvent| {
        if event.ctrl_key() {
            event.prevent_default();
            zoom_by(event.delta_y() < 0.0);
        }
    };
    let ground = ground::draw(&frame, &timeline, &lanes, look.zoom.get_untracked(), height);
    let heads = ground::heads(&frame, &timeline, &lanes, scrolled);
    let drawn = marks::draw(&frame, &timeline, &lanes, &marks.get_untracked(), look);
    view! {
        <svg
            class="timeline"
            role="group"
            aria-label=summary
            width=frame.width
            height=height
            viewBox=format!("0 0 {} {height}", frame.width)
            on:keydown=on_keys
            on:wheel=on_wheel
        >
            {ground}
            {drawn}
            {heads}
        </svg>
    }
}

/// The line that says what the chosen mark is, and opens it.
#[component]
fn ReadingLine(seen: Signal<Arc<Timeline>>, marks: Memo<Vec<Mark>>, look: Look) -> impl IntoView {
    let sentence = move || {
        let timeline = seen.get();
        let lanes = look.left_out.with(|out| lanes_of(&timeline, out));
        let place = look.read.get()?;
        marks.with(|marks| {
            marks
                .get(place)
                .and_then(|mark| reading::of_mark(mark, &timeline, &lanes))
        })
    };
    view! {
        <div class="reading">
            {icon(Shape::Thread)}
            <p role="status" aria-live="polite">
                {move || match sentence() {
                    Some(sentence) => view! { <strong>{sentence.what}</strong> " " {sentence.rest} }.into_any(),
                    None => view! { <span class="calm">{say("reading-none")}</span> }.into_any(),
                }}
            </p>
            {move || {
                sentence().and_then(|sentence| sentence.opens).map(|to| {
                    view! { <button type="button" class="button" on:click=move |_| way::go(to)>{say("reading-open")}</button> }
                })
            }}
        </div>
    }
}
