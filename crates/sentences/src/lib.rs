//! Every sentence of the house, in French and English, keyed by code: one table for server and browser.
//!
//! A code of a refusal or a problem (`contact.nothing_noted`) is looked up under its own name, the dot written as a
//! dash. French spaces before `: ; ! ?` and inside « » are made unbreakable here, so that the table stays easy to write.
//! No sentence is built from pieces elsewhere, and no personal content is ever part of a sentence.

mod typography;

use fluent_bundle::{FluentArgs, FluentResource, FluentValue, concurrent::FluentBundle};
use std::{borrow::Cow, sync::OnceLock};
use unic_langid::LanguageIdentifier;

/// The table of French sentences, as written: what a browser fetches.
#[cfg(feature = "embedded")]
pub const FRENCH: &str = include_str!("fr.ftl");

/// The table of English sentences, as written: what a browser fetches.
#[cfg(feature = "embedded")]
pub const ENGLISH: &str = include_str!("en.ftl");

/// French sentences that only the server and the command line say.
#[cfg(feature = "embedded")]
const FRENCH_OF_SERVER: &str = include_str!("fr_server.ftl");

/// English sentences that only the server and the command line say.
#[cfg(feature = "embedded")]
const ENGLISH_OF_SERVER: &str = include_str!("en_server.ftl");

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

/// The sentence of a key, or nothing when the table has none.
#[must_use]
pub fn say_if_known(language: Language, key: &str, values: &[(&str, Arg<'_>)]) -> Option<String> {
    let table = table(language)?;
    let pattern = table.get_message(&identifier(key))?.value()?;
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

/// Whether the table has a sentence for a key.
#[must_use]
pub fn knows(language: Language, key: &str) -> bool {
    table(language).is_some_and(|table| table.has_message(&identifier(key)))
}

/// Whether the table of a language is there.
#[must_use]
pub fn speaks(language: Language) -> bool {
    table(language).is_some()
}

/// Puts the table of a language in its place, for a program that does not hold it. The first one stays.
pub fn learn(language: Language, source: String) {
    place(language).get_or_init(|| read(language, source));
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

fn place(language: Language) -> &'static OnceLock<Table> {
    static TABLES: [OnceLock<Table>; 2] = [OnceLock::new(), OnceLock::new()];
    let [french, english] = &TABLES;
    match language {
        Language::Fr => french,
        Language::En => english,
    }
}

#[cfg(feature = "embedded")]
fn table(language: Language) -> Option<&'static Table> {
    Some(place(language).get_or_init(|| read(language, whole(language))))
}

/// All that is said in a language, by the browser or by the server alone.
#[cfg(feature = "embedded")]
fn whole(language: Language) -> String {
    let (everywhere, of_server) = match language {
        Language::Fr => (FRENCH, FRENCH_OF_SERVER),
        Language::En => (ENGLISH, ENGLISH_OF_SERVER),
    };
    format!("{everywhere}\n{of_server}")
}

#[cfg(not(feature = "embedded"))]
fn table(language: Language) -> Option<&'static Table> {
    place(language).get()
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
