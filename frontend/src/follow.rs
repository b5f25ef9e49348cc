//! Doing something whenever a signal changes: one machine for all that follow, so that it is sent to browsers once.

use leptos::prelude::Effect;

/// Does it now, and again whenever a signal that it reads changes.
pub(crate) fn follow(what: impl Fn() + 'static) {
    boxed(Box::new(what));
}

fn boxed(what: Box<dyn Fn()>) {
    Effect::new(move |_| what());
}
