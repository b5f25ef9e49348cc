//! Live updates: a position and an opaque topic come, no content. Who is concerned asks again under her own rights.

use crate::follow::follow;
use contract::{live::Changed, paths};
use leptos::prelude::*;
use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::{EventSource, MessageEvent};

/// What changed last.
#[derive(Clone, Copy)]
pub(crate) struct Live {
    changed: RwSignal<Option<Changed>>,
}

impl Live {
    /// Nothing yet.
    pub(crate) fn new() -> Self {
        Self {
            changed: RwSignal::new(None),
        }
    }

    /// Listens until the present owner is gone. The browser connects again by itself when the line breaks.
    pub(crate) fn listen(self) {
        // Without a line the page still works: it shows what it asked last.
        let Ok(source) = EventSource::new(paths::EVENTS) else {
            return;
        };
        let heard = Closure::<dyn Fn(MessageEvent)>::new(move |message: MessageEvent| {
            let changed = message
                .data()
                .as_string()
                .and_then(|text| serde_json::from_str::<Changed>(&text).ok());
            if let Some(changed) = changed {
                self.changed.set(Some(changed));
            }
        });
        drop(source.add_event_listener_with_callback("changed", heard.as_ref().unchecked_ref()));
        let kept = StoredValue::new_local(Some((source, heard)));
        on_cleanup(move || {
            if let Some((source, _)) = kept.try_update_value(Option::take).flatten() {
                source.close();
            }
        });
    }

    /// Does something whenever a topic may have changed beyond what is shown.
    pub(crate) fn on_change(self, shown: impl Fn() -> Option<(String, u64)> + 'static, again: impl Fn() + 'static) {
        follow(move || {
            let Some(changed) = self.changed.get() else { return };
            let Some((topic, position)) = untrack(&shown) else {
                return;
            };
            let concerns = changed.topic.as_ref().is_none_or(|named| *named == topic);
            if concerns && changed.position > position {
                untrack(&again);
            }
        });
    }
}
