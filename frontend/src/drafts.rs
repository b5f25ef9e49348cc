//! What a worker types is kept on this device at each keystroke and erased once it is saved.
//!
//! The id of the command is made once for each intent and kept with the text, so that sending it again cannot do it
//! twice. A draft belongs to one worker: another who signs in on the same device does not see it.

use crate::browser;
use leptos::prelude::*;
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use uuid::Uuid;

const BEGINNING: &str = "trame.draft.";

/// What can be kept as a draft.
pub(crate) trait Draftable:
    Clone + Default + PartialEq + Serialize + DeserializeOwned + Send + Sync + 'static
{
}

impl<T: Clone + Default + PartialEq + Serialize + DeserializeOwned + Send + Sync + 'static> Draftable for T {}

#[derive(Serialize, Deserialize)]
struct Kept<T> {
    command: Uuid,
    thing: Uuid,
    words: T,
}

/// A text on its way, with the ids of its command and of the thing it makes.
pub(crate) struct Draft<T: Draftable> {
    name: StoredValue<String>,
    /// The id of the command that will save it.
    pub(crate) command: RwSignal<Uuid>,
    /// The id of the thing it makes.
    pub(crate) thing: RwSignal<Uuid>,
    /// What was typed so far.
    pub(crate) words: RwSignal<T>,
    /// Whether what stands here was found again from an earlier visit.
    pub(crate) found: RwSignal<bool>,
}

impl<T: Draftable> Clone for Draft<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: Draftable> Copy for Draft<T> {}

impl<T: Draftable> Draft<T> {
    /// The draft of a worker under a name, as it was left.
    pub(crate) fn open(worker: Uuid, about: &str) -> Self {
        let name = format!("{BEGINNING}{worker}.{about}");
        // A draft of an earlier form that cannot be read any more is left aside, not shown half.
        let kept = browser::kept(&name).and_then(|text| serde_json::from_str::<Kept<T>>(&text).ok());
        let found = kept.is_some();
        let kept = kept.unwrap_or_else(|| Kept {
            command: Uuid::now_v7(),
            thing: Uuid::now_v7(),
            words: T::default(),
        });
        let draft = Self {
            name: StoredValue::new(name),
            command: RwSignal::new(kept.command),
            thing: RwSignal::new(kept.thing),
            words: RwSignal::new(kept.words),
            found: RwSignal::new(found),
        };
        Effect::watch(
            move || draft.words.get(),
            move |words, before, _| {
                if before != Some(words) {
                    draft.keep(words);
                }
            },
            false,
        );
        draft
    }

    fn keep(self, words: &T) {
        let name = self.name.get_value();
        if *words == T::default() {
            browser::forget(&name);
            return;
        }
        let kept = Kept {
            command: self.command.get_untracked(),
            thing: self.thing.get_untracked(),
            words,
        };
        if let Ok(text) = serde_json::to_string(&kept) {
            browser::keep(&name, &text);
        }
    }

    /// Erases it: it was saved, or given up. What is typed next is another intent.
    pub(crate) fn close(self) {
        browser::forget(&self.name.get_value());
        self.command.set(Uuid::now_v7());
        self.thing.set(Uuid::now_v7());
        self.found.set(false);
        self.words.set(T::default());
    }

    /// Changes one thing of it.
    pub(crate) fn change(self, with: impl FnOnce(&mut T)) {
        self.words.update(with);
    }
}

/// How many drafts of a worker wait on this device.
pub(crate) fn waiting(worker: Uuid) -> usize {
    browser::kept_names(&format!("{BEGINNING}{worker}.")).len()
}

/// Erases all drafts of a worker, who leaves this device.
pub(crate) fn erase(worker: Uuid) {
    for name in browser::kept_names(&format!("{BEGINNING}{worker}.")) {
        browser::forget(&name);
    }
}
