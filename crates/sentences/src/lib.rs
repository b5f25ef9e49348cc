//! Every sentence of the house, in French and English, keyed by code: the same ones for server and browser.
//!
//! They stand in chapters, a file in each language: a browser fetches those that the screen at hand needs, and no key
//! stands in two. A code of a refusal or a problem (`contact.nothing_noted`) is looked up under its own name, the dot
//! written as a dash. French spaces before `: ; ! ?` and inside « » are made unbreakable here, so that the tables stay
//! easy to write. No sentence is built from pieces elsewhere, and no personal content is ever part of a sentence.

mod chapters;
mod typography;

use fluent_bundle::{FluentArgs, FluentResource, FluentValue, concurrent::FluentBundle};
use std::{borrow::Cow, sync::OnceLock};
use unic_langid::LanguageIdentifier;

pub use self::chapters::Chapter;

/// A language of the house.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Language {
    /// French, the language of the territory.
    #[default]
    Fr,
    /// English.
    En,
}

impl Language {
    /// The tag of the `lang` attribute and of the `Accept-Language` header.
    #[must_use]
    pub fn tag(self) -> &'static str {
        match self {
            Self::Fr => "fr",
            Self::En => "en",
        }
    }

    /// The language of a tag; French unless English is asked.
    #[must_use]
    pub fn of(tag: &str) -> Self {
        if tag.trim_start().to_ascii_lowercase().starts_with("en") {
            Self::En
        } else {
            Self::Fr
        }
    }
}

/// A value put into a sentence.
#[derive(Clone, Debug, PartialEq)]
pub enum Arg<'a> {
    /// Words, shown as they are.
    Text(Cow<'a, str>),
    /// A count, which chooses the plural and is written in the manner of the language.
    Count(i64),
}

impl<'a> From<&'a str> for Arg<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(Cow::Borrowed(text))
    }
}

impl<'a> From<&'a String> for Arg<'a> {
    fn from(text: &'a String) -> Self {
        Self::Text(Cow::Borrowed(text))
    }
}

impl From<String> for Arg<'_> {
    fn from(text: String) -> Self {
        Self::Text(Cow::Owned(text))
    }
}

macro_rules! counts {
    ($($kind:ty),+) => {$(
        impl From<$kind> for Arg<'_> {
            fn from(count: $kind) -> Self {
                Self::Count(i64::try_from(count).unwrap_or(i64::MAX))
            }
        }
    )+};
}

counts!(i32, i64, u8, u16, u32, u64, usize);

/// The sentence of a key, with its values. A key that has no sentence shows itself, so that it is seen and mended.
#[must_use]
pub fn say(language: Language, key: &str, values: &[(&str, Arg<'_>)]) -> String {
    say_if_known(language, key, values).unwrap_or_else(|| key.to_owned())
}

/// The sentence of a key, or nothing when no chapter that is there has one.
#[must_use]
pub fn say_if_known(language: Language, key: &str, values: &[(&str, Arg<'_>)]) -> Option<String> {
    let key = identifier(key);
    let (table, pattern) = tables(language).find_map(|table| Some((table, table.get_message(&key)?.value()?)))?;
    let mut given = FluentArgs::new();
    for (name, value) in values {
        given.set(
            (*name).to_owned(),
            match value {
                Arg::Text(text) => FluentValue::String(text.clone()),
                Arg::Count(count) => FluentValue::from(*count),
            },
        );
    }
    let mut missing = Vec::new();
    Some(table.format_pattern(pattern, Some(&given), &mut missing).into_owned())
}

/// Whether a chapter that is there has a sentence for a key.
#[must_use]
pub fn knows(language: Language, key: &str) -> bool {
    let key = identifier(key);
    tables(language).any(|table| table.has_message(&key))
}

/// Whether a chapter is there in a language.
#[must_use]
pub fn speaks(language: Language, chapter: Chapter) -> bool {
    table(language, chapter).is_some()
}

/// Puts a chapter in its place, for a program that does not hold it. The first one stays.
pub fn learn(language: Language, chapter: Chapter, source: String) {
    place(language, chapter).get_or_init(|| read(language, source));
}

/// The name of a code in the tables, which allow no dot.
fn identifier(key: &str) -> Cow<'_, str> {
    if key.contains('.') {
        Cow::Owned(key.replace('.', "-"))
    } else {
        Cow::Borrowed(key)
    }
}

type Table = FluentBundle<FluentResource>;

fn tables(language: Language) -> impl Iterator<Item = &'static Table> {
    Chapter::ALL.iter().filter_map(move |chapter| table(language, *chapter))
}

fn place(language: Language, chapter: Chapter) -> &'static OnceLock<Table> {
    const PLACES: usize = Chapter::ALL.len();
    static FRENCH: [OnceLock<Table>; PLACES] = [const { OnceLock::new() }; PLACES];
    static ENGLISH: [OnceLock<Table>; PLACES] = [const { OnceLock::new() }; PLACES];
    let places = match language {
        Language::Fr => &FRENCH,
        Language::En => &ENGLISH,
    };
    &places[chapter as usize]
}

#[cfg(feature = "embedded")]
fn table(language: Language, chapter: Chapter) -> Option<&'static Table> {
    Some(place(language, chapter).get_or_init(|| read(language, chapter.source(language).to_owned())))
}

#[cfg(not(feature = "embedded"))]
fn table(language: Language, chapter: Chapter) -> Option<&'static Table> {
    place(language, chapter).get()
}

fn read(language: Language, source: String) -> Table {
    let tag = match language {
        Language::Fr => "fr-FR",
        Language::En => "en-GB",
    };
    let mut table = FluentBundle::new_concurrent(vec![plural_rules_of(tag)]);
    match language {
        Language::Fr => {
            table.set_formatter(Some(typography::french_count));
            filled(table, typography::unbreakable(&source))
        }
        Language::En => {
            table.set_formatter(Some(typography::english_count));
            filled(table, source)
        }
    }
}

/// The language whose plurals are followed; the tests see to it that both tags can be read.
fn plural_rules_of(tag: &str) -> LanguageIdentifier {
    tag.parse().unwrap_or_default()
}

fn filled(mut table: Table, source: String) -> Table {
    table.set_use_isolating(false);
    // A line that cannot be read leaves the others usable; the tests refuse such a table before anyone meets it.
    let read = match FluentResource::try_new(source) {
        Ok(read) | Err((read, _)) => read,
    };
    table.add_resource_overriding(read);
    table
}

#[cfg(test)]
mod spec;
