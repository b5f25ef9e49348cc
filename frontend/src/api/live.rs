//! Live updates: a position and an opaque topic come, no content. Who is concerned asks again under her own rights.

use super::reading;
use crate::{browser, follow::follow};
use contract::{live::Changed, paths};
use leptos::prelude::*;
use std::{collections::BTreeMap, time::Duration};
use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::{EventSource, MessageEvent};

/// After how long a line that was refused is tried again. One that only broke, the browser mends.
const PATIENCE: Duration = Duration::from_secs(15);

/// A line to the server, with what listens to it.
type Line = (EventSource, Closure<dyn Fn(MessageEvent)>, Closure<dyn Fn()>);

/// What changed last, by topic; under none what may concern every topic.
#[derive(Clone, Copy)]
pub(crate) struct Live {
    changed: RwSignal<BTreeMap<Option<String>, u64>>,
    line: StoredValue<Option<Line>, LocalStorage>,
}

impl Live {
    /// Nothing yet.
    pub(crate) fn new() -> Self {
        Self {
            changed: RwSignal::new(BTreeMap::new()),
            line: StoredValue::new_local(None),
        }
    }

    /// Listens until the present owner is gone, while somebody can see the page.
    ///
    /// A browser holds few connections to one host, and keeps those of tabs behind and of pages that were left: with six
    /// lines open there, the page in front would wait in vain for its first answer. Whoever comes back is told at once
    /// what changed meanwhile.
    pub(crate) fn listen(self) {
        self.connect();
        let shown = window_event_listener_untyped("visibilitychange", move |_| self.connect());
        on_cleanup(move || {
            shown.remove();
            self.hang_up();
        });
    }

    fn hang_up(self) {
        if let Some((source, ..)) = self.line.try_update_value(Option::take).flatten() {
            source.close();
        }
    }

    /// Opens the line anew, if the page can be seen: at the start, after signing in again, when the page comes back in
    /// front, and when the server had refused it.
    pub(crate) fn connect(self) {
        self.hang_up();
        if browser::is_hidden() {
            return;
        }
        // Without a line the page still works: it shows what it asked last.
        let Ok(source) = EventSource::new(paths::EVENTS) else {
            return;
        };
        let heard = Closure::<dyn Fn(MessageEvent)>::new(move |message: MessageEvent| {
            let changed = message
                .data()
                .as_string()
                .and_then(|text| reading::read_text::<Changed>(&text));
            if let Some(Changed { position, topic }) = changed {
                self.changed.update(|known| {
                    // What may concern every topic makes what was told before needless, also after a log was restored.
                    if topic.is_none() {
                        known.clear();
                    }
                    known.insert(topic, position);
                });
            }
        });
        let failing = source.clone();
        let failed = Closure::<dyn Fn()>::new(move || {
            if failing.ready_state() == EventSource::CLOSED {
                set_timeout(move || self.mend(), PATIENCE);
            }
        });
        drop(source.add_event_listener_with_callback("changed", heard.as_ref().unchecked_ref()));
        source.set_onerror(Some(failed.as_ref().unchecked_ref()));
        drop(self.line.try_set_value(Some((source, heard, failed))));
    }

    /// Opens a line that stayed closed; one that was hung up is nobody's any more.
    fn mend(self) {
        let is_closed = |line: &Option<Line>| {
            line.as_ref()
                .is_some_and(|(source, ..)| source.ready_state() == EventSource::CLOSED)
        };
        if self.line.try_with_value(is_closed) == Some(true) {
            self.connect();
        }
    }

    /// Does something whenever a topic, or any where none is named, may have changed beyond what is shown.
    pub(crate) fn on_change(
        self,
        shown: impl Fn() -> Option<(Option<String>, u64)> + 'static,
        again: impl Fn() + 'static,
    ) {
        let asked_at = StoredValue::new(None);
        follow(move || {
            // What is shown is followed too: an answer may come after the word that something newer is there.
            let Some((topic, position)) = shown() else { return };
            let newest = self.changed.with(|known| {
                let mine = known
                    .iter()
                    .filter(|(named, _)| topic.is_none() || named.is_none() || **named == topic);
                mine.map(|(_, changed)| *changed).max()
            });
            // Once for each word: a server that is behind is not asked again and again.
            if newest > Some(position) && newest > asked_at.get_value() {
                asked_at.set_value(newest);
                untrack(&again);
            }
        });
    }
}
