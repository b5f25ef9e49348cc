//! The way from screen to screen: the address is the state, links are plain links, and back goes back.

use crate::{browser, route::Route};
use leptos::{ev, prelude::*};
use std::cell::Cell;
use wasm_bindgen::JsCast;
use web_sys::Element;

thread_local! {
    static PATH: Cell<Option<RwSignal<String>>> = const { Cell::new(None) };
}

/// Follows the address: links inside the house, and the buttons of the browser. Answers the path, as a signal.
pub(crate) fn follow_address() -> RwSignal<String> {
    let path = RwSignal::new(browser::path());
    PATH.set(Some(path));
    let back = window_event_listener(ev::popstate, move |_| path.set(browser::path()));
    let link = window_event_listener(ev::click, move |event| {
        let plain =
            event.button() == 0 && !(event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key());
        let inside = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        let link = inside.and_then(|element| element.closest("a[href^='/']").ok().flatten());
        if let Some(to) = link
            .and_then(|link| link.get_attribute("href"))
            .filter(|_| plain && !event.default_prevented())
        {
            event.prevent_default();
            to_path(&to);
        }
    });
    on_cleanup(move || {
        back.remove();
        link.remove();
    });
    path
}

fn to_path(to: &str) {
    if let Some(path) = PATH.get() {
        browser::push_path(to);
        path.set(to.to_owned());
    }
}

/// Goes to a screen.
pub(crate) fn go(to: Route) {
    to_path(&to.path());
}

/// Goes to a screen in place of the present one, which is no stop on the way back.
pub(crate) fn go_instead(to: Route) {
    if let Some(path) = PATH.get() {
        browser::replace_path(&to.path());
        path.set(to.path());
    }
}
