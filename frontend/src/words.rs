//! The language of this browser, and the sentences of the house in it.
//!
//! All words on the screens come from here; pages name keys only.

use gloo_net::http::Request;
use leptos::{prelude::*, task::spawn_local};
use sentences::{Arg, Language};
use std::{cell::Cell, collections::BTreeMap};

use crate::browser;

const KEPT_AS: &str = "trame.language";

fn at_start() -> Language {
    browser::kept(KEPT_AS).map_or(Language::Fr, |tag| Language::of(&tag))
}

/// Fetches the sentences of the language kept in this browser: nothing can be drawn before they are there.
///
/// # Errors
/// When the server was not reached, or has no such table.
pub(crate) async fn begin() -> Result<(), Unheard> {
    learn(at_start()).await
}

/// No sentences came.
pub(crate) struct Unheard;

async fn learn(language: Language) -> Result<(), Unheard> {
    if sentences::speaks(language) {
        return Ok(());
    }
    let name = format!("trame-words-{}", language.tag());
    let address = browser::meta(&name).ok_or(Unheard)?;
    let answer = Request::get(&address).send().await.map_err(|_unreached| Unheard)?;
    if !answer.ok() {
        return Err(Unheard);
    }
    let source = answer.text().await.map_err(|_unreached| Unheard)?;
    sentences::learn(language, source);
    Ok(())
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

    /// Changes to the other language, once its sentences are there; without network, the present one stays.
    pub(crate) fn change(self) {
        let other = match language() {
            Language::Fr => Language::En,
            Language::En => Language::Fr,
        };
        spawn_local(async move {
            if learn(other).await.is_ok() {
                LANGUAGE.set(other);
                browser::keep(KEPT_AS, other.tag());
                browser::root_attribute("lang", other.tag());
                self.0.set(other);
            }
        });
    }
}
