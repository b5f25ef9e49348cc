//! The threads between what is known and what was decided: drawn over the columns, from each line to its knots.
//!
//! Only for the eye: readers of the page hear the domains of each decision in its own text.

use super::model;
use crate::follow::follow;
use crate::parts::weave::WEAVES;
use contract::team_meeting::SharedView;
use leptos::{ev, html, prelude::*};
use std::sync::Arc;
use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::{Element, ResizeObserver};

/// A thread from its line to a knot.
#[derive(Clone, PartialEq)]
struct Tie {
    code: &'static str,
    path: String,
    drafted: bool,
}

/// The columns, with the threads above them.
#[component]
pub(crate) fn Weft(seen: Signal<Arc<SharedView>>, drafted: RwSignal<Vec<String>>, children: Children) -> impl IntoView {
    let node = NodeRef::<html::Div>::new();
    let ties = RwSignal::new(Vec::<Tie>::new());
    let draw = move || {
        if let Some(columns) = node.get_untracked() {
            let drafted = drafted.get_untracked();
            let drawn = seen.try_get_untracked().map(|view| run(&columns, &view, &drafted));
            if let Some(drawn) = drawn {
                ties.set(drawn);
            }
        }
    };
    follow(move || {
        seen.track();
        drafted.track();
        // The lines must have found their places before they are measured.
        request_animation_frame(draw);
    });
    observe(node, draw);
    let resized = window_event_listener(ev::resize, move |_| draw());
    on_cleanup(move || resized.remove());
    view! {
        <div class="columns" node_ref=node>
            {children()}
            <svg class="weft" aria-hidden="true">
                {move || {
                    ties.get()
                        .into_iter()
                        .map(|tie| {
                            view! { <path class="tie" class:drafted=tie.drafted data-thread=tie.code d=tie.path></path> }
                        })
                        .collect_view()
                }}
            </svg>
        </div>
    }
}

/// Draws again whenever the columns change their size, as when the letters arrive.
fn observe(node: NodeRef<html::Div>, draw: impl Fn() + Copy + 'static) {
    let kept = StoredValue::new_local(None);
    follow(move || {
        let Some(columns) = node.get() else { return };
        let changed = Closure::<dyn Fn()>::new(draw);
        // Without an observer the threads are drawn once, and at each change of the window.
        if let Ok(observer) = ResizeObserver::new(changed.as_ref().unchecked_ref()) {
            observer.observe(&columns);
            kept.set_value(Some((observer, changed)));
        }
    });
    on_cleanup(move || {
        if let Some((observer, _)) = kept.try_update_value(Option::take).flatten() {
            observer.disconnect();
        }
    });
}

fn run(columns: &Element, view: &SharedView, drafted: &[String]) -> Vec<Tie> {
    let frame = columns.get_bounding_client_rect();
    let line_end = |code: &str| {
        let row = columns.query_selector(&format!("[data-row=\"{code}\"]")).ok()??;
        let place = row.get_bounding_client_rect();
        Some((place.right() - frame.left(), place.bottom() - frame.top() - 1.3))
    };
    let knot = |name: &str| {
        let knot = columns.query_selector(&format!("[data-knot=\"{name}\"]")).ok()??;
        let place = knot.get_bounding_client_rect();
        Some((
            place.left() - frame.left() + 2.0,
            f64::midpoint(place.top(), place.bottom()) - frame.top(),
        ))
    };
    let mut ties = Vec::new();
    let mut tie_all = |name: &str, codes: &[&str], drafted: bool| {
        for weave in WEAVES.iter().filter(|weave| codes.contains(&weave.code)) {
            if let (Some(from), Some(to)) = (line_end(weave.code), knot(name))
                && to.0 > from.0
            {
                ties.push(Tie {
                    code: weave.code,
                    path: model::tie(from, to),
                    drafted,
                });
            }
        }
    };
    for decision in &view.case.decisions {
        let codes: Vec<&str> = decision.domains.iter().map(|domain| domain.code()).collect();
        tie_all(&decision.decision.to_string(), &codes, false);
    }
    let codes: Vec<&str> = drafted.iter().map(String::as_str).collect();
    tie_all("draft", &codes, true);
    ties
}
