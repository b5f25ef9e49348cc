//! Folds that lie over the page: the Escape key and a press elsewhere close them, and the focus goes back to their heading.

use crate::browser;
use leptos::{ev, prelude::*};
use wasm_bindgen::JsCast;
use web_sys::{Element, Event};

/// An open fold that lies over the page.
const OPEN: &str = "details.fold[open]";

/// Watches for as long as the page stands.
pub(crate) fn watch() {
    let key = window_event_listener(ev::keydown, |event| {
        if event.key() == "Escape" && close() {
            event.prevent_default();
        }
    });
    let press = window_event_listener(ev::click, |event| {
        if !is_inside(&event) {
            close();
        }
    });
    on_cleanup(move || {
        key.remove();
        press.remove();
    });
}

fn is_inside(event: &Event) -> bool {
    let pressed: Option<Element> = event.target().and_then(|target| target.dyn_into().ok());
    pressed.is_none_or(|pressed| pressed.closest("details.fold").is_ok_and(|fold| fold.is_some()))
}

fn close() -> bool {
    let Some(fold) = browser::find(OPEN) else { return false };
    browser::focus("details.fold[open] > summary");
    fold.remove_attribute("open").is_ok()
}
