//! What a worker types is kept on this device at each keystroke and erased once it is saved.
//!
//! The id of the command is made once for each intent and kept with the text, so that sending it again cannot do it
//! twice. A draft belongs to one worker: another who signs in on the same device does not see it.

use crate::browser;
use leptos::prelude::*;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use uuid::Uuid;

const BEGINNING: &str = "trame.draft.";

/// What was typed, field by field; an empty field is no field.
pub(crate) type Words = BTreeMap<String, String>;

#[derive(Serialize, Deserialize)]
struct Kept {
    command: Uuid,
    thing: Uuid,
    words: Words,
}

/// A text on its way, with the ids of its command and of the thing it makes.
#[derive(Clone, Copy)]
pub(crate) struct Draft {
    /// The name under which it is kept; none for what must not be kept, such as a password.
    name: StoredValue<Option<String>>,
    /// The id of the command that will save it.
    pub(crate) command: RwSignal<Uuid>,
    /// The id of the thing it makes.
    pub(crate) thing: RwSignal<Uuid>,
    words: RwSignal<Words>,
    /// Whether what stands here was found again from an earlier visit.
    pub(crate) found: RwSignal<bool>,
}

impl Draft {
    /// The draft of a worker under a name, as it was left.
    pub(crate) fn open(worker: Uuid, about: &str) -> Self {
        let name = format!("{BEGINNING}{worker}.{about}");
        // A draft of an earlier form that cannot be read any more is left aside, not shown half.
        let kept = browser::kept(&name).and_then(|text| serde_json::from_str::<Kept>(&text).ok());
        Self::of(Some(name), kept)
    }

    /// A text that is never kept on this device.
    pub(crate) fn unkept() -> Self {
        Self::of(None, None)
    }

    fn of(name: Option<String>, kept: Option<Kept>) -> Self {
        let found = kept.is_some();
        let kept = kept.unwrap_or_else(|| Kept {
            command: Uuid::now_v7(),
            thing: Uuid::now_v7(),
            words: Words::new(),
        });
        Self {
            name: StoredValue::new(name),
            command: RwSignal::new(kept.command),
            thing: RwSignal::new(kept.thing),
            words: RwSignal::new(kept.words),
            found: RwSignal::new(found),
        }
    }

    fn keep(self) {
        let Some(name) = self.name.get_value() else { return };
        let words = self.words.get_untracked();
        if words.is_empty() {
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
        if let Some(name) = self.name.get_value() {
            browser::forget(&name);
        }
        self.command.set(Uuid::now_v7());
        self.thing.set(Uuid::now_v7());
        self.found.set(false);
        self.words.set(Words::new());
    }

    /// Whether nothing is typed.
    pub(crate) fn is_empty(self) -> bool {
        self.words.with(BTreeMap::is_empty)
    }

    /// What is typed in a field.
    pub(crate) fn get(self, field: &str) -> String {
        self.words.with(|words| words.get(field).cloned().unwrap_or_default())
    }

    /// What is chosen in a field that takes several.
    pub(crate) fn list(self, field: &str) -> Vec<String> {
        self.get(field).split_whitespace().map(ToOwned::to_owned).collect()
    }

    /// Types in a field, and keeps it.
    pub(crate) fn set(self, field: &str, text: String) {
        self.words.update(|words| {
            if text.is_empty() {
                words.remove(field);
            } else {
                words.insert(field.to_owned(), text);
            }
        });
        self.keep();
    }

    /// Chooses one of several, or leaves it out again.
    pub(crate) fn toggle(self, field: &str, code: &str) {
        let mut chosen = self.list(field);
        match chosen.iter().position(|each| each == code) {
            Some(place) => {
                chosen.remove(place);
            }
            None => chosen.push(code.to_owned()),
        }
        self.set(field, chosen.join(" "));
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
