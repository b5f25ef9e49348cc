//! Passing messages: told without cutting anyone short, there for 8 seconds, longer while the focus is on them.

use super::icon::{Shape, icon, small_icon};
use crate::words::say;
use gloo_timers::future::TimeoutFuture;
use leptos::{prelude::*, task::spawn_local};

const STAYS_MILLISECONDS: u32 = 8_000;

#[derive(Clone)]
struct Message {
    number: u64,
    words: String,
}

/// The passing messages of the page, and the region that tells them to readers of the page.
#[derive(Clone, Copy)]
pub(crate) struct Toasts {
    shown: RwSignal<Vec<Message>>,
    held: RwSignal<bool>,
    last: StoredValue<u64>,
    aloud: RwSignal<String>,
}

impl Toasts {
    /// No message yet.
    pub(crate) fn new() -> Self {
        Self {
            shown: RwSignal::new(Vec::new()),
            held: RwSignal::new(false),
            last: StoredValue::new(0),
            aloud: RwSignal::new(String::new()),
        }
    }

    /// Tells something without showing it: an arrival, a mark read by keyboard.
    pub(crate) fn tell(self, words: String) {
        self.aloud.set(words);
    }

    /// Shows a message; said again, it takes its own place, so that many steps in a row do not cover the page.
    pub(crate) fn show(self, words: String) {
        let number = self.last.try_update_value(|last| {
            *last += 1;
            *last
        });
        let Some(number) = number else { return };
        self.aloud.set(words.clone());
        self.shown.update(|shown| {
            shown.retain(|message| message.words != words);
            shown.push(Message { number, words });
        });
        spawn_local(async move {
            TimeoutFuture::new(STAYS_MILLISECONDS).await;
            while self.held.try_get_untracked().unwrap_or(false) {
                TimeoutFuture::new(500).await;
            }
            self.close(number);
        });
    }

    fn close(self, number: u64) {
        self.held.set(false);
        self.shown
            .update(|shown| shown.retain(|message| message.number != number));
    }
}

/// Where the messages stand.
#[component]
pub(crate) fn ToastRegion(toasts: Toasts) -> impl IntoView {
    view! {
        <p class="unseen" role="status" aria-live="polite">{move || toasts.aloud.get()}</p>
        <div class="toasts">
            <For each=move || toasts.shown.get() key=|message| message.number let:message>
                <div
                    class="toast"
                    on:focusin=move |_| toasts.held.set(true)
                    on:focusout=move |_| toasts.held.set(false)
                    on:mouseenter=move |_| toasts.held.set(true)
                    on:mouseleave=move |_| toasts.held.set(false)
                >
                    {icon(Shape::Done)}
                    <p>{message.words.clone()}</p>
                    <button type="button" aria-label=say("close") on:click=move |_| toasts.close(message.number)>
                        {small_icon(Shape::Cross)}
                    </button>
                </div>
            </For>
        </div>
    }
}
