//! What a signed-in worker has at hand on every screen: who she is, what day it is, what changed, where to tell things.

use crate::{
    api::live::Live,
    browser,
    parts::{days, toast::Toasts},
};
use contract::session::Me;
use jiff::{Timestamp, civil::Date};
use leptos::prelude::*;
use std::sync::Arc;

const SHORTCUTS: &str = "trame.shortcuts";

/// What stands in the bar while all around a table look at the screen.
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct BarTitle {
    /// The meeting, its service and its day.
    pub(crate) meeting: String,
    /// The time of the present turn.
    pub(crate) time: String,
}

/// The desk of a signed-in worker.
#[derive(Clone, Copy)]
pub(crate) struct Desk {
    /// Who she is.
    pub(crate) me: StoredValue<Arc<Me>>,
    /// What changed.
    pub(crate) live: Live,
    /// Where passing messages are shown.
    pub(crate) toasts: Toasts,
    /// Whether the network is away.
    pub(crate) away: RwSignal<bool>,
    /// Whether single keys are shortcuts.
    pub(crate) shortcuts: RwSignal<bool>,
    /// How many drafts wait on this device.
    pub(crate) waiting: RwSignal<usize>,
    /// What stands in the bar instead of the screens, in a meeting.
    pub(crate) title: RwSignal<Option<BarTitle>>,
}

impl Desk {
    /// The desk of this worker.
    pub(crate) fn of(me: Arc<Me>) -> Self {
        days::speak_in(&me.zone);
        Self {
            me: StoredValue::new(me),
            live: Live::new(),
            toasts: Toasts::new(),
            away: RwSignal::new(browser::is_offline()),
            shortcuts: RwSignal::new(browser::kept(SHORTCUTS).is_none_or(|kept| kept != "off")),
            waiting: RwSignal::new(0),
            title: RwSignal::new(None),
        }
    }

    /// Turns the shortcuts on or off, on this device.
    pub(crate) fn set_shortcuts(self, on: bool) {
        browser::keep(SHORTCUTS, if on { "on" } else { "off" });
        self.shortcuts.set(on);
    }

    /// Who she is.
    pub(crate) fn who(self) -> Arc<Me> {
        self.me.get_value()
    }

    /// Today in the territory; the invented day of a demonstration.
    pub(crate) fn today(self) -> Date {
        self.me.with_value(|me| me.today.0)
    }

    /// The present instant: in a demonstration, this hour of its invented day.
    pub(crate) fn now(self) -> Timestamp {
        let now = browser::now();
        self.me.with_value(|me| {
            if !me.demonstration {
                return now;
            }
            let wall = browser::on_the_wall(now, &me.zone);
            let invented = me.today.0.to_datetime(wall.time());
            browser::instant_of(invented, &me.zone).unwrap_or(now)
        })
    }

    /// The zone of the territory.
    pub(crate) fn zone(self) -> String {
        self.me.with_value(|me| me.zone.clone())
    }
}

/// Does something when a single key is pressed outside of any field, unless shortcuts are off.
pub(crate) fn on_key(desk: Desk, key: &'static str, act: impl Fn() + 'static) {
    let handle = window_event_listener(leptos::ev::keydown, move |event| {
        let alone = !event.ctrl_key() && !event.meta_key() && !event.alt_key();
        if event.key() == key && alone && desk.shortcuts.get_untracked() && !browser::is_typing() {
            event.prevent_default();
            act();
        }
    });
    on_cleanup(move || handle.remove());
}
