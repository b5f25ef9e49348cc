//! The language of this browser, and the sentences of the house in it.
//!
//! All words on the screens come from here; pages name keys only. The first chapter comes before anything is drawn, each
//! other with the piece of the client that says it.

use gloo_net::http::Request;
use js_sys::Promise;
use leptos::{prelude::*, task::spawn_local};
use sentences::{Arg, Chapter, Language};
use std::{
    cell::{Cell, RefCell},
    collections::BTreeMap,
    future::Future,
};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::{JsFuture, future_to_promise};

use crate::browser;

const KEPT_AS: &str = "trame.language";

fn at_start() -> Language {
    browser::kept(KEPT_AS).map_or(Language::Fr, |tag| Language::of(&tag))
}

/// Fetches the first chapter in the language kept in this browser: nothing can be drawn before it is there.
///
/// # Errors
/// When the server was not reached, or has no such file.
pub(crate) async fn begin() -> Result<(), Unheard> {
    fetch(at_start(), Chapter::First).await
}

/// No sentences came.
pub(crate) struct Unheard;

/// Begins to fetch a chapter at once, unless it is there or on its way; the answer may be waited for later.
///
/// # Errors
/// When it did not come. It can be asked for again.
pub(crate) fn fetch(language: Language, chapter: Chapter) -> impl Future<Output = Result<(), Unheard>> {
    let coming = (!sentences::speaks(language, chapter)).then(|| coming(language, chapter));
    async move {
        if let Some(coming) = coming {
            // The promise is kept in any case: whether they came is asked of the sentences themselves.
            drop(JsFuture::from(coming).await);
        }
        if sentences::speaks(language, chapter) {
            Ok(())
        } else {
            Err(Unheard)
        }
    }
}

thread_local! {
    /// What is on its way, so that nobody asks for it twice.
    static COMING: RefCell<Vec<(Language, Chapter, Promise)>> = const { RefCell::new(Vec::new()) };
}

fn coming(language: Language, chapter: Chapter) -> Promise {
    let is_this = move |(its, of, _): &(Language, Chapter, Promise)| *its == language && *of == chapter;
    COMING.with_borrow_mut(|coming| {
        if let Some((_, _, promise)) = coming.iter().find(|each| is_this(each)) {
            return promise.clone();
        }
        let promise = future_to_promise(async move {
            if let Some(source) = asked(language, chapter).await {
                sentences::learn(language, chapter, source);
            }
            COMING.with_borrow_mut(|coming| coming.retain(|each| !is_this(each)));
            Ok(JsValue::UNDEFINED)
        });
        coming.push((language, chapter, promise.clone()));
        promise
    })
}

async fn asked(language: Language, chapter: Chapter) -> Option<String> {
    let name = format!("trame-words-{}-{}", language.tag(), chapter.name());
    let answer = Request::get(&browser::meta(&name)?).send().await.ok()?;
    if answer.ok() { answer.text().await.ok() } else { None }
}

thread_local! {
    static LANGUAGE: Cell<Language> = const { Cell::new(Language::Fr) };
}

/// The language in use.
pub(crate) fn language() -> Language {
    LANGUAGE.get()
}

/// The sentence of a key.
pub(crate) fn say(key: &str) -> String {
    sentences::say(language(), key, &[])
}

/// The sentence of a key, with its values.
pub(crate) fn say_with(key: &str, values: &[(&str, Arg<'_>)]) -> String {
    sentences::say(language(), key, values)
}

/// The sentence of the stable code of a problem, else the sentence that came with it.
pub(crate) fn say_code(code: &str, values: &BTreeMap<String, String>, otherwise: &str) -> String {
    let values: Vec<(&str, Arg<'_>)> = values
        .iter()
        .map(|(name, value)| {
            (
                name.as_str(),
                value.parse::<i64>().map_or_else(|_| Arg::from(value), Arg::from),
            )
        })
        .collect();
    sentences::say_if_known(language(), code, &values).unwrap_or_else(|| {
        if otherwise.is_empty() {
            say("problem-unnamed")
        } else {
            otherwise.to_owned()
        }
    })
}

/// The choice of language: read at the start, kept in this browser, and changed without leaving the page.
#[derive(Clone, Copy)]
pub(crate) struct Choice(RwSignal<Language>);

impl Choice {
    /// The language kept in this browser, else French.
    pub(crate) fn at_start() -> Self {
        let kept = at_start();
        LANGUAGE.set(kept);
        browser::root_attribute("lang", kept.tag());
        Self(RwSignal::new(kept))
    }

    /// Follows the choice: what is drawn inside is drawn again when it changes.
    pub(crate) fn track(self) -> Language {
        self.0.get()
    }

    /// Changes to the other language, once all that is there in the present one is there in it too; without network, the
    /// present one stays.
    pub(crate) fn change(self) {
        let other = match language() {
            Language::Fr => Language::En,
            Language::En => Language::Fr,
        };
        let there = Chapter::ALL
            .iter()
            .filter(|chapter| sentences::speaks(language(), **chapter));
        let coming: Vec<_> = there.map(|chapter| fetch(other, *chapter)).collect();
        spawn_local(async move {
            for each in coming {
                if each.await.is_err() {
                    return;
                }
            }
            LANGUAGE.set(other);
            browser::keep(KEPT_AS, other.tag());
            browser::root_attribute("lang", other.tag());
            self.0.set(other);
        });
    }
}
