//! Each chapter says the same things in both languages, and every key that is asked anywhere has a sentence.

use super::{Chapter, Language, knows, learn, say, speaks, typography};
use fluent_bundle::FluentResource;
use std::{collections::BTreeSet, fs, path::Path};

const LANGUAGES: [Language; 2] = [Language::Fr, Language::En];

/// All that is said in a language, by the browser or by the server alone.
fn whole(language: Language) -> String {
    Chapter::ALL
        .iter()
        .flat_map(|chapter| [chapter.source(language), "\n"])
        .collect()
}

fn keys(table: &str) -> BTreeSet<String> {
    table
        .lines()
        .filter(|line| line.starts_with(|first: char| first.is_ascii_lowercase()))
        .filter_map(|line| line.split_once(" =").map(|(key, _)| key.to_owned()))
        .collect()
}

#[test]
fn both_tables_can_be_read_to_the_last_line() {
    for (name, table) in [("fr", whole(Language::Fr)), ("en", whole(Language::En))] {
        if let Err((_, wrong)) = FluentResource::try_new(table.clone()) {
            panic!("{name}.ftl: {wrong:?}");
        }
        let written = table
            .lines()
            .filter(|line| line.starts_with(|first: char| first.is_ascii_lowercase()))
            .count();
        assert_eq!(written, keys(&table).len(), "{name}.ftl says one key twice");
    }
}

#[test]
fn each_chapter_has_the_same_keys_in_both_languages() {
    for chapter in Chapter::ALL {
        let [french, english] = LANGUAGES.map(|language| keys(chapter.source(language)));
        let only: Vec<_> = french.symmetric_difference(&english).collect();
        assert!(only.is_empty(), "in one language only, in {}: {only:?}", chapter.name());
        assert!(!french.is_empty(), "{} says nothing", chapter.name());
    }
}

#[test]
fn a_sentence_stands_alone_since_what_it_named_might_not_be_there() {
    for table in LANGUAGES.map(whole) {
        for line in table.lines().filter(|line| !line.starts_with('#')) {
            let names = line.split('{').skip(1).map(|inner| inner.trim_start().chars().next());
            assert!(names.clone().all(|first| matches!(first, Some('$' | '"'))), "{line}");
            assert!(!line.starts_with('-'), "{line}");
        }
    }
}

#[test]
fn a_program_that_holds_the_sentences_has_every_chapter_from_the_start() {
    for language in LANGUAGES {
        assert!(Chapter::ALL.iter().all(|chapter| speaks(language, *chapter)));
    }
    learn(Language::En, Chapter::First, "close = Shut".to_owned());
    assert_eq!(say(Language::En, "close", &[]), "Close", "the first one stays");
}

#[test]
fn both_tables_name_the_same_values() {
    fn values(table: &str) -> BTreeSet<(String, String)> {
        let mut key = String::new();
        let mut found = BTreeSet::new();
        for line in table.lines() {
            if let Some((name, _)) = line.split_once(" =")
                && line.starts_with(|first: char| first.is_ascii_lowercase())
            {
                name.clone_into(&mut key);
            }
            for part in line.split('$').skip(1) {
                let name: String = part
                    .chars()
                    .take_while(|sign| sign.is_ascii_alphanumeric() || *sign == '_')
                    .collect();
                found.insert((key.clone(), name));
            }
        }
        found
    }
    let (french, english) = (values(&whole(Language::Fr)), values(&whole(Language::En)));
    let only: Vec<_> = french.symmetric_difference(&english).collect();
    assert!(only.is_empty(), "in one table only: {only:?}");
}

#[test]
fn french_is_set_as_in_print() {
    for line in whole(Language::Fr).lines().filter(|line| !line.starts_with('#')) {
        assert!(!line.contains('\''), "a straight apostrophe: {line}");
        assert!(!line.contains("..."), "three dots for an ellipsis: {line}");
        for sign in ['?', '!', ';', '»'] {
            for (at, _) in line.match_indices(sign) {
                assert!(line[..at].ends_with(' '), "no space before {sign}: {line}");
            }
        }
        assert!(!line.contains(" !"), "no exclamation mark: {line}");
    }
    assert_eq!(
        typography::unbreakable("Quand ? « Oui »"),
        "Quand\u{202F}? «\u{A0}Oui\u{A0}»"
    );
}

#[test]
fn a_count_chooses_its_plural_and_is_written_in_the_manner_of_the_language() {
    let days = |language, count: i64| say(language, "in-days", &[("days", count.into())]);
    assert_eq!(days(Language::Fr, 1), "dans 1 jour");
    assert_eq!(days(Language::Fr, 1896), "dans 1\u{202F}896 jours");
    assert_eq!(days(Language::En, 1896), "in 1,896 days");
}

#[test]
fn a_key_without_a_sentence_shows_itself() {
    assert_eq!(say(Language::Fr, "nobody.wrote_this", &[]), "nobody.wrote_this");
    assert!(!knows(Language::Fr, "nobody.wrote_this"));
}

/// All files under a folder whose name ends in `.rs`.
fn sources(folder: &Path, found: &mut Vec<(String, String)>) {
    let entries = fs::read_dir(folder).unwrap_or_else(|missing| panic!("{}: {missing}", folder.display()));
    for entry in entries {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|end| end == "rs") {
            found.push((path.display().to_string(), fs::read_to_string(&path).unwrap()));
        }
    }
}

/// What stands between quotes right after a word of the source.
fn quoted_after<'a>(text: &'a str, word: &'a str) -> impl Iterator<Item = &'a str> {
    text.match_indices(word).filter_map(move |(at, _)| {
        let rest = text[at + word.len()..].trim_start();
        rest.strip_prefix('"').and_then(|rest| rest.split('"').next())
    })
}

#[test]
fn every_key_the_client_asks_has_a_sentence() {
    let mut found = Vec::new();
    sources(
        &Path::new(env!("CARGO_MANIFEST_DIR")).join("../../frontend/src"),
        &mut found,
    );
    let mut asked = 0;
    let said_there = Chapter::ALL.iter().filter(|chapter| **chapter != Chapter::Server);
    let known: BTreeSet<_> = said_there
        .flat_map(|chapter| keys(chapter.source(Language::Fr)))
        .collect();
    for (path, text) in &found {
        for word in ["say(", "say_with(", "key: ", "Key("] {
            for key in quoted_after(text, word).filter(|key| !key.is_empty()) {
                asked += 1;
                let there = known.contains(&key.replace('.', "-"));
                assert!(
                    there,
                    "{path} asks for {key}, which no sentence that a browser fetches has"
                );
            }
        }
    }
    assert!(
        asked > 50,
        "the search for keys found {asked} only: it looks for the wrong words"
    );
}

#[test]
fn every_refusal_and_problem_code_has_a_sentence() {
    let crates = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let mut found = Vec::new();
    for room in ["domain/src", "contract/src", "../backend/src/http"] {
        let folder = crates.join(room);
        if folder.is_dir() {
            sources(&folder, &mut found);
        }
    }
    let code = |text: &str| {
        text.split_once('.').is_some_and(|(room, rest)| {
            let word =
                |part: &str| !part.is_empty() && part.chars().all(|sign| sign.is_ascii_lowercase() || sign == '_');
            word(room) && word(rest)
        })
    };
    for (path, text) in &found {
        if path.ends_with("spec.rs") {
            continue;
        }
        // A refusal's or a problem's code is what its own `code` function answers.
        for function in text.split("fn code(").skip(1) {
            let body = function.split("\n    }").next().unwrap_or_default();
            for key in body.split('"').skip(1).step_by(2).filter(|key| code(key)) {
                assert!(knows(Language::Fr, key), "{path}: the code {key} has no sentence");
            }
        }
    }
}
