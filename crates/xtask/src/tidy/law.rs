//! Whether the law is read aloud and remembered: each fact and each refusal of a rule is named in its spec, and each fact
//! has a stored sample.

use std::{
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result};

use super::texts::gather;

/// Where the rules lie, one file for each capability.
const RULES: &str = "crates/domain/src";
/// Where the stored samples lie, one folder for each capability.
const FACTS: &str = "crates/domain/facts";

/// Every fact and refusal that is not named or not kept.
pub(crate) fn check(root: &Path) -> Result<Vec<String>> {
    let mut found = Vec::new();
    let mut rules: Vec<PathBuf> = Vec::new();
    for entry in fs::read_dir(root.join(RULES)).with_context(|| format!("reading {RULES}"))? {
        rules.push(entry?.path());
    }
    rules.sort();
    for rule in rules.iter().filter(|path| path.is_file()) {
        let text = fs::read_to_string(rule).with_context(|| format!("reading {}", rule.display()))?;
        let Some(capability) = rule.file_stem().map(|stem| stem.to_string_lossy().into_owned()) else {
            continue;
        };
        let spec = spec(&rule.with_extension(""))?;
        found.extend(unsaid(&capability, &text, &spec));
        let facts = root.join(FACTS).join(&capability);
        found.extend(
            variants(&text, "Event")
                .map(snake)
                .filter(|fact| !facts.join(format!("{fact}.v1.cbor")).is_file())
                .map(|fact| format!("{FACTS}/{capability}/{fact}.v1.cbor is missing: `cargo test -p codec --test facts` tells how it is written")),
        );
    }
    Ok(found)
}

/// All that is read aloud of a capability: its spec, and the folder beside it when there is one.
fn spec(capability: &Path) -> Result<String> {
    let mut files = vec![capability.join("spec.rs")];
    if capability.join("spec").is_dir() {
        gather(&capability.join("spec"), &mut files)?;
    }
    let mut spec = String::new();
    for file in files.iter().filter(|file| file.is_file()) {
        spec += &fs::read_to_string(file).with_context(|| format!("reading {}", file.display()))?;
    }
    Ok(spec)
}

fn unsaid(capability: &str, rule: &str, spec: &str) -> Vec<String> {
    let mut found = Vec::new();
    for kind in ["Event", "Refusal"] {
        for variant in variants(rule, kind) {
            let name = format!("{kind}::{variant}");
            if !names(spec, &name) {
                found.push(format!("{name} of {capability} is named in no spec"));
            }
        }
    }
    found
}

/// Whether a text holds this name as a whole: `Refusal::Closed` is not `Refusal::ClosedBeforeOpened`.
fn names(text: &str, name: &str) -> bool {
    text.match_indices(name).any(|(at, _)| {
        let after = text.get(at.saturating_add(name.len())..).unwrap_or_default();
        !after.starts_with(|next: char| next.is_alphanumeric() || next == '_')
    })
}

/// The variants of an enum of a formatted source file.
fn variants<'text>(text: &'text str, name: &str) -> impl Iterator<Item = &'text str> {
    let opening = format!("pub enum {name} {{");
    text.lines()
        .skip_while(move |line| *line != opening)
        .skip(1)
        .take_while(|line| *line != "}")
        .filter_map(|line| line.strip_prefix("    "))
        .filter(|line| line.starts_with(char::is_uppercase))
        .filter_map(|line| line.split(|next: char| !next.is_alphanumeric()).next())
}

/// A variant as it is stored: `TeamFormed` is `team_formed`.
fn snake(variant: &str) -> String {
    let mut snake = String::new();
    for letter in variant.chars() {
        if letter.is_uppercase() && !snake.is_empty() {
            snake.push('_');
        }
        snake.extend(letter.to_lowercase());
    }
    snake
}

#[cfg(test)]
mod tests {
    use super::*;

    const RULE: &str = "
/// What came of it.
pub enum Event {
    /// It is over.
    Closed {
        /// When.
        On: Day,
    },
    /// A team is formed.
    TeamFormed(Team),
}

/// Why it is refused.
pub enum Refusal {
    /// It is closed.
    Closed,
}
";

    #[test]
    fn the_variants_of_an_enum_are_read_from_its_source() {
        assert_eq!(variants(RULE, "Event").collect::<Vec<_>>(), ["Closed", "TeamFormed"]);
        assert_eq!(variants(RULE, "Refusal").collect::<Vec<_>>(), ["Closed"]);
        assert_eq!(variants(RULE, "Command").count(), 0);
        assert_eq!(snake("TeamFormed"), "team_formed");
    }

    #[test]
    fn what_no_spec_names_is_found() {
        let spec = ".then([Event::Closed { on }]) .refused(Refusal::ClosedBeforeOpened)";
        assert_eq!(
            unsaid("team", RULE, spec),
            [
                "Event::TeamFormed of team is named in no spec",
                "Refusal::Closed of team is named in no spec"
            ]
        );
        let spec = "[Event::Closed { on }, Event::TeamFormed(team)] Refusal::Closed)";
        assert_eq!(unsaid("team", RULE, spec), Vec::<String>::new());
    }
}
