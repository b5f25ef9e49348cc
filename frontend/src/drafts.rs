//! What a worker types is kept on this device at each keystroke and erased once it is saved.
//!
//! The id of the command is made once for each intent and kept with the text, so that sending it again cannot do it
//! twice. A draft belongs to one worker: another who signs in on the same device does not see it. It also belongs to the
//! page that opened it, so that two pages side by side never send under one id; what was left behind is offered again.

use crate::{api::reading, browser};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use uuid::Uuid;

const BEGINNING: &str = "trame.draft.";

/// The fields that may tell a draft from another, the fullest first.
const TELLING: [&str; 8] = [
    "shared", "words", "text", "what", "result", "private", "purpose", "reason",
];

thread_local! {
    /// This opening of the page.
    static PAGE: Uuid = Uuid::now_v7();
}

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
    /// Whether this device does not keep what is typed.
    pub(crate) unkept: RwSignal<bool>,
    /// The drafts about the same thing that other openings of the page left behind.
    pub(crate) left: RwSignal<Vec<Left>>,
}

/// A draft left behind.
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct Left {
    name: String,
    /// How it begins.
    pub(crate) beginning: String,
}

fn read(name: &str) -> Option<Kept> {
    // A draft of an earlier form that cannot be read any more is left aside, not shown half.
    reading::read_text(&browser::kept(name)?)
}

/// How what was typed begins; none when there are choices alone, such as a day, and no words.
fn beginning(kept: &Kept) -> Option<String> {
    let text = TELLING.iter().find_map(|field| kept.words.get(*field))?;
    let start: String = text.chars().take(60).collect();
    let is_cut = start.len() < text.len();
    Some(if is_cut { format!("{start}…") } else { start })
}

impl Draft {
    /// The draft of a worker under a name, as it was left.
    pub(crate) fn open(worker: Uuid, about: &str) -> Self {
        let about = format!("{BEGINNING}{worker}.{about}");
        let name = format!("{about}.{}", PAGE.with(Clone::clone));
        let draft = Self::of(Some(name.clone()), read(&name));
        let others = browser::kept_names(&about).into_iter().filter(|other| *other != name);
        draft.left.set(
            others
                .filter_map(|name| {
                    let beginning = beginning(&read(&name)?)?;
                    Some(Left { name, beginning })
                })
                .collect(),
        );
        // Another page may take this draft over: what is written here from then on is another intent.
        let watch = window_event_listener(leptos::ev::storage, move |event| {
            let taken = event.key().as_ref() == Some(&name) && event.new_value().is_none();
            if taken && draft.words.try_with_untracked(|words| !words.is_empty()) == Some(true) {
                draft.reissue();
            }
        });
        on_cleanup(move || watch.remove());
        draft
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
            unkept: RwSignal::new(false),
            left: RwSignal::new(Vec::new()),
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
        let is_kept = serde_json::to_string(&kept).is_ok_and(|text| browser::keep(&name, &text));
        self.unkept.set(!is_kept);
    }

    /// Goes on with a draft that was left behind, under the ids it has: it may have been sent already.
    pub(crate) fn take(self, left: &Left) {
        let Some(kept) = read(&left.name) else { return };
        self.command.set(kept.command);
        self.thing.set(kept.thing);
        self.found.set(true);
        self.words.set(kept.words);
        self.keep();
        // It is erased from its old place once it is safe in the new one.
        if !self.unkept.get_untracked() {
            self.drop_left(left);
        }
    }

    /// Erases a draft that was left behind.
    pub(crate) fn drop_left(self, left: &Left) {
        browser::forget(&left.name);
        self.left.update(|all| all.retain(|each| each != left));
    }

    /// Makes another intent of the same words: the first may have been kept otherwise worded.
    pub(crate) fn renew(self) {
        self.reissue();
        self.keep();
    }

    /// Gives what is typed here ids of its own, and keeps nothing: what was erased on this device stays erased.
    fn reissue(self) {
        self.command.set(Uuid::now_v7());
        self.thing.set(Uuid::now_v7());
    }

    /// Erases it: it was saved, or given up. What is typed next is another intent.
    pub(crate) fn close(self) {
        self.words.set(Words::new());
        self.found.set(false);
        self.unkept.set(false);
        self.renew();
    }

    /// Whether this device keeps what is typed.
    pub(crate) fn is_kept(self) -> bool {
        self.name.with_value(Option::is_some) && !self.unkept.get()
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
    let names = browser::kept_names(&format!("{BEGINNING}{worker}."));
    let tells = |name: &&String| read(name).is_some_and(|kept| beginning(&kept).is_some());
    names.iter().filter(tells).count()
}

/// Erases all drafts of a worker, who leaves this device.
pub(crate) fn erase(worker: Uuid) {
    for name in browser::kept_names(&format!("{BEGINNING}{worker}.")) {
        browser::forget(&name);
    }
}
