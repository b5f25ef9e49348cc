//! Words as a page can hold them: paragraphs and lines, without what has no shape, and a sign in the place of what the
//! typefaces do not hold.

use crate::{Document, Part};
use typst::foundations::{Array, Dict, IntoValue, Str, Value};
use typst::text::Font;

/// What stands in the place of a character that the typefaces do not hold.
const MISSING: char = '\u{fffd}';
/// The same where they do not even hold that.
const MISSING_TOO: char = '?';

/// Whether a character steers how others are written and has no shape of its own.
fn is_shapeless(character: char) -> bool {
    matches!(
        character,
        '\u{ad}'
            | '\u{34f}'
            | '\u{61c}'
            | '\u{115f}'..='\u{1160}'
            | '\u{17b4}'..='\u{17b5}'
            | '\u{180b}'..='\u{180f}'
            | '\u{200b}'..='\u{200f}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}'
            | '\u{3164}'
            | '\u{fe00}'..='\u{fe0f}'
            | '\u{feff}'
            | '\u{ffa0}'
            | '\u{fff0}'..='\u{fffb}'
            | '\u{1bca0}'..='\u{1bca3}'
            | '\u{1d173}'..='\u{1d17a}'
            | '\u{e0000}'..='\u{e0fff}'
    )
}

fn is_private(character: char) -> bool {
    matches!(character, '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..='\u{ffffd}' | '\u{100000}'..='\u{10fffd}')
}

/// Brings the words of a document into the form that the page reads, and knows whether all could be printed.
pub(crate) struct Words<'a> {
    fonts: &'a [Font],
    missed: bool,
}

impl<'a> Words<'a> {
    pub(crate) fn new(fonts: &'a [Font]) -> Self {
        Self { fonts, missed: false }
    }

    /// All that the page reads.
    pub(crate) fn inputs(mut self, document: &Document) -> Dict {
        let mut parts: Array = document.parts.iter().filter_map(|part| self.part(part)).collect();
        let title = self.line(&document.title);
        let foot = self.line(&document.foot);
        let pages: Array = document.pages.iter().map(|words| self.line(words)).collect();
        if self.missed {
            let note = self.part(&Part::Note(document.unprintable.clone()));
            note.into_iter().for_each(|note| parts.push(note));
        }
        let mut inputs = Dict::new();
        inputs.insert("title".into(), title);
        inputs.insert("language".into(), document.language.into_value());
        inputs.insert("foot".into(), foot);
        inputs.insert("pages".into(), Value::Array(pages));
        inputs.insert("parts".into(), Value::Array(parts));
        inputs
    }

    /// A part; none when it tells nothing, since an empty heading or list is a riddle to who hears it.
    fn part(&mut self, part: &Part) -> Option<Value> {
        let (kind, told) = match part {
            Part::Chapter(words) => ("chapter", [("words", self.heading(words)?)].into()),
            Part::Section(words) => ("section", [("words", self.heading(words)?)].into()),
            Part::Words(words) => ("words", [("words", self.paragraphs(words)?)].into()),
            Part::Note(words) => ("note", [("words", self.paragraphs(words)?)].into()),
            Part::Quote { words, by } => {
                let words = self.paragraphs(words)?;
                ("quote", vec![("words", words), ("by", self.line(by))])
            }
            Part::Facts(facts) => {
                let facts: Array = facts.iter().map(|(name, told)| self.pair(name, told)).collect();
                ("facts", vec![("facts", filled(facts)?)])
            }
            Part::Table { columns, rows } => {
                let names: Array = columns.iter().map(|name| self.line(name)).collect();
                // A row that is short of a cell would shift all after it.
                let cells = rows.iter().flat_map(|row| {
                    let told = row.iter().map(String::as_str);
                    told.chain(std::iter::repeat("")).take(columns.len())
                });
                let cells: Array = cells.map(|cell| self.lines(cell)).collect();
                ("table", vec![("columns", filled(names)?), ("cells", filled(cells)?)])
            }
        };
        let told: Vec<(&str, Value)> = told;
        let mut values: Dict = told.into_iter().map(|(name, value)| (Str::from(name), value)).collect();
        values.insert("kind".into(), kind.into_value());
        Some(Value::Dict(values))
    }

    fn heading(&mut self, words: &str) -> Option<Value> {
        let line = self.printable(&broken(words).join(" "));
        (!line.as_str().trim().is_empty()).then(|| line.into_value())
    }

    fn pair(&mut self, name: &str, told: &str) -> Value {
        Value::Array([self.line(name), self.lines(told)].into_iter().collect())
    }

    /// Words on one line.
    fn line(&mut self, words: &str) -> Value {
        self.printable(&broken(words).join(" ")).into_value()
    }

    /// Words with their line breaks.
    fn lines(&mut self, words: &str) -> Value {
        let lines: Array = broken(words)
            .iter()
            .map(|line| self.printable(line).into_value())
            .collect();
        Value::Array(lines)
    }

    /// Words with their paragraphs: those are apart by a blank line.
    fn paragraphs(&mut self, words: &str) -> Option<Value> {
        let lines: Vec<Str> = broken(words).iter().map(|line| self.printable(line)).collect();
        let told = lines.split(|line| line.as_str().trim().is_empty());
        let paragraphs = told.filter(|lines| !lines.is_empty()).map(|lines| {
            let lines: Array = lines.iter().map(|line| line.clone().into_value()).collect();
            Value::Array(lines)
        });
        filled(paragraphs.collect())
    }

    fn printable(&mut self, line: &str) -> Str {
        let mut printable = String::with_capacity(line.len());
        for character in line.chars().filter(|each| !is_shapeless(*each)) {
            if character.is_control() {
                printable.push(' ');
            } else if self.holds(character) {
                printable.push(character);
            } else if character.is_whitespace() {
                printable.push(' ');
            } else {
                self.missed = true;
                printable.push(if self.holds(MISSING) { MISSING } else { MISSING_TOO });
            }
        }
        printable.into()
    }

    /// Whether each of the typefaces has a shape for it.
    fn holds(&self, character: char) -> bool {
        let point = u32::from(character);
        !is_private(character) && self.fonts.iter().all(|font| font.info().coverage.contains(point))
    }
}

/// A list that holds something.
fn filled(list: Array) -> Option<Value> {
    (!list.is_empty()).then_some(Value::Array(list))
}

/// Words line by line, however their lines end.
fn broken(words: &str) -> Vec<String> {
    words
        .replace("\r\n", "\n")
        .split(['\n', '\r', '\u{85}', '\u{2028}', '\u{2029}', '\u{b}', '\u{c}'])
        .map(str::to_owned)
        .collect()
}
