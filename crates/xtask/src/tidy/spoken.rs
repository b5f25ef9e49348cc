//! Whether each sentence comes to the browser with what says it: with the first screen, or with the one piece of the client
//! that alone needs it. What a screen says is found in the sources that it reaches: each key between quotes, each key that
//! fits a quoted pattern (`month-{}`), and each code of the rules that it asks.

mod sources;

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
};

use anyhow::{Context, Result};
use sentences::{Chapter, Language};

use self::sources::{Name, Sources};
use super::texts::gather;

/// Where the client is written, and where its pieces begin.
const CLIENT: &str = "frontend/src";
const PIECES: &str = "frontend/src/pages/pieces.rs";

/// What asks the rules, and what says their codes.
const ASKING: [&str; 2] = ["crate::advice::refusal", "crate::words::say_code"];

/// What of a capability somebody names who may be refused something.
const REFUSED: [&str; 3] = ["Command", "Refusal", "Invalid"];

/// Everything that is said without being there, or there before it is needed.
pub(crate) fn check(root: &Path) -> Result<Vec<String>> {
    let sources = Sources::read(&root.join(CLIENT))?;
    let pieces = fs::read_to_string(root.join(PIECES)).with_context(|| format!("reading {PIECES}"))?;
    let page = fs::read_to_string(root.join("frontend/index.html")).context("reading frontend/index.html")?;
    let mut found = fetched(&sources, &pieces);
    let tables = tables();
    let mut said = said(&sources, &tables, &codes(&root.join("crates/domain/src"))?);
    for key in page.split("{{").skip(1).filter_map(|part| part.split("}}").next()) {
        said.entry(key.to_owned()).or_default().insert(FIRST.to_owned());
    }
    found.extend(out_of_place(&said, &tables));
    Ok(found)
}

/// The chapters of the screens that each piece of the client draws.
pub(crate) fn chapters_of_pieces(root: &Path) -> Result<BTreeMap<String, BTreeSet<Chapter>>> {
    let sources = Sources::read(&root.join(CLIENT))?;
    let mut chapters: BTreeMap<String, BTreeSet<Chapter>> = BTreeMap::new();
    for (name, piece) in sources.beginnings() {
        let of = name.last().and_then(|screen| chapter_of(screen));
        chapters.entry(piece.to_owned()).or_default().extend(of);
    }
    Ok(chapters)
}

/// What stands for the first screen among the screens.
const FIRST: &str = "the first screen";

fn chapter_of(screen: &str) -> Option<Chapter> {
    let mut chapters = Chapter::ALL.iter().copied();
    chapters.find(|chapter| chapter.screens().contains(&screen))
}

/// Each key with the chapter in which it stands.
fn tables() -> BTreeMap<String, Chapter> {
    let keys = |chapter: &Chapter| {
        let chapter = *chapter;
        let lines = chapter.source(Language::Fr).lines();
        let lines = lines.filter(|line| line.starts_with(|first: char| first.is_ascii_lowercase()));
        lines.filter_map(move |line| Some((line.split_once(" =")?.0.to_owned(), chapter)))
    };
    Chapter::ALL.iter().flat_map(keys).collect()
}

/// The codes of each capability's rules, as keys.
fn codes(rules: &Path) -> Result<BTreeMap<String, BTreeSet<String>>> {
    let mut files = Vec::new();
    gather(rules, &mut files)?;
    let mut codes: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for file in files {
        let text = fs::read_to_string(&file).with_context(|| format!("reading {}", file.display()))?;
        let within = file.strip_prefix(rules).unwrap_or(&file).with_extension("");
        let Some(capability) = within.iter().next() else {
            continue;
        };
        let quoted = text.split('"').skip(1).step_by(2).filter(|quoted| quoted.contains('.'));
        let of = codes.entry(capability.to_string_lossy().into_owned()).or_default();
        of.extend(quoted.map(|code| code.replace('.', "-")));
    }
    Ok(codes)
}

/// Which screens say each key.
fn said(
    sources: &Sources,
    tables: &BTreeMap<String, Chapter>,
    codes: &BTreeMap<String, BTreeSet<String>>,
) -> BTreeMap<String, BTreeSet<String>> {
    let patterns: BTreeSet<&str> = sources.quoted().filter_map(ending).collect();
    let mut said: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let main: Name = vec!["crate".to_owned(), "main".to_owned()];
    let screens = sources
        .beginnings()
        .filter_map(|(name, _)| Some((name.clone(), name.last()?.clone())));
    for (start, screen) in screens.chain([(main, FIRST.to_owned())]) {
        for thing in sources.reached(&start) {
            let mut keys: BTreeSet<String> = BTreeSet::new();
            for quoted in sources.quoted_in(&thing) {
                keys.extend(meant(quoted, tables));
            }
            let longer = keys
                .iter()
                .flat_map(|key| patterns.iter().map(move |end| format!("{key}{end}")));
            let longer: Vec<String> = longer.filter(|key| tables.contains_key(key)).collect();
            keys.extend(longer);
            keys.extend(asked(sources, &thing, codes));
            for key in keys.into_iter().filter(|key| tables.contains_key(key)) {
                said.entry(key).or_default().insert(screen.clone());
            }
        }
    }
    said
}

/// What follows in a pattern that begins with another key: `-more`.
fn ending(quoted: &str) -> Option<&str> {
    let end = quoted.strip_prefix('{')?.split_once('}')?.1;
    (end.starts_with('-') && !end.contains('{')).then_some(end)
}

/// The keys that something quoted means: itself, or all that fit what stands around its gaps.
fn meant(quoted: &str, tables: &BTreeMap<String, Chapter>) -> Vec<String> {
    let Some((before, rest)) = quoted.split_once('{') else {
        return vec![quoted.replace('.', "-")];
    };
    let after = rest.rsplit_once('}').map_or("", |(_, after)| after);
    let fits = |key: &&String| !before.is_empty() && key.starts_with(before) && key.ends_with(after);
    tables.keys().filter(fits).cloned().collect()
}

/// The codes that a thing may say because it asks the rules: those of each capability of which its file names a wish or a refusal.
fn asked(sources: &Sources, thing: &Name, codes: &BTreeMap<String, BTreeSet<String>>) -> BTreeSet<String> {
    let asks = |name: &Name| ASKING.contains(&name.join("::").as_str());
    if !sources.names(thing).iter().any(asks) {
        return BTreeSet::new();
    }
    let names = sources.beside(thing).flat_map(|beside| sources.names(beside));
    let capabilities = names.filter_map(|name| match name.as_slice() {
        [room, capability, what, ..] if room == "domain" && REFUSED.contains(&what.as_str()) => {
            Some(capability.clone())
        }
        _ => None,
    });
    let capabilities: BTreeSet<String> = capabilities.collect();
    capabilities
        .iter()
        .filter_map(|capability| codes.get(capability))
        .flatten()
        .cloned()
        .collect()
}

/// Each key that stands in another chapter than in that of those who say it.
fn out_of_place(said: &BTreeMap<String, BTreeSet<String>>, tables: &BTreeMap<String, Chapter>) -> Vec<String> {
    let mut found = Vec::new();
    let nobody = BTreeSet::new();
    for (key, stands) in tables {
        let by = said.get(key).unwrap_or(&nobody);
        let mut chapters = Chapter::ALL.iter().copied();
        let one = chapters.find(|chapter| by.iter().all(|screen| chapter.screens().contains(&screen.as_str())));
        let belongs = if by.is_empty() {
            Chapter::Server
        } else {
            one.unwrap_or(Chapter::First)
        };
        if belongs != *stands {
            let who = match by.len() {
                0 => "nothing in the browser says it".to_owned(),
                _ => format!("said by {}", by.iter().cloned().collect::<Vec<_>>().join(", ")),
            };
            found.push(format!(
                "the sentence {key} stands in {}.ftl and belongs in {}.ftl: {who}",
                stands.name(),
                belongs.name()
            ));
        }
    }
    found
}

/// Each place where a piece of the client is fetched without its sentences, or has none.
fn fetched(sources: &Sources, pieces: &str) -> Vec<String> {
    let dense: String = pieces.chars().filter(|sign| !sign.is_whitespace()).collect();
    let mut found = Vec::new();
    let mut screens = BTreeSet::new();
    for (name, _) in sources.beginnings() {
        let Some(screen) = name.last() else { continue };
        screens.insert(screen.as_str());
        let Some(chapter) = chapter_of(screen) else {
            found.push(format!("no chapter of the sentences comes with the screen {screen}"));
            continue;
        };
        for call in [format!("{screen}("), format!("fetch_{screen}(")] {
            for (at, _) in dense.match_indices(&call) {
                let before = dense.get(..at).unwrap_or_default();
                let another = before.ends_with(|sign: char| sign.is_alphanumeric() || sign == '_');
                if !another && !before.ends_with(&format!("with(Chapter::{chapter:?},Box::pin(")) {
                    found.push(format!("{PIECES} fetches {screen} without Chapter::{chapter:?}"));
                }
            }
        }
    }
    let named = Chapter::ALL.iter().flat_map(|chapter| chapter.screens());
    found.extend(
        named
            .filter(|screen| !screens.contains(*screen))
            .map(|screen| format!("a chapter of the sentences names the screen {screen}, which no piece draws")),
    );
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn net(files: &[(&str, &str)]) -> Sources {
        let mut sources = Sources::default();
        for (module, text) in files {
            let module: Name = module.split("::").map(str::to_owned).collect();
            sources.add(&module, text).unwrap();
        }
        sources
    }

    fn client() -> Sources {
        net(&[
            (
                "crate",
                "mod pages; use pages::draw; fn main() { mount(|| view! { <Bar/> <p>{draw()}</p> }); }
                 #[component] fn Bar() { say(\"nav\"); }",
            ),
            (
                "crate::pages",
                "mod week; use week::Week; use crate::words;
                 pub fn draw() { with(Chapter::Week, Box::pin(week())); empty(\"nothing\") }
                 fn empty(key: &str) { let more = format!(\"{key}-more\"); words::say(&more); }
                 #[wasm_split(week, fallible)] fn week() { Week::new().drawn() }
                 #[wasm_split(week)] fn workload() { words::say_code(domain::plan::Refusal::Over.code()) }",
            ),
            (
                "crate::pages::week",
                "use super::super::words::say;
                 pub struct Week; impl Week { pub fn new() -> Self { Self } pub fn drawn(&self) { say(&format!(\"day-{}\", 1)) }
                 fn unasked(&self) { say(\"gone\") } }
                 #[cfg(test)] mod tests { fn not_read() { say(\"tested\") } }",
            ),
            ("crate::words", "pub fn say(key: &str) {} pub fn say_code(key: &str) {}"),
        ])
    }

    fn table(keys: &[(&str, Chapter)]) -> BTreeMap<String, Chapter> {
        keys.iter()
            .map(|(key, chapter)| ((*key).to_owned(), *chapter))
            .collect()
    }

    #[test]
    fn what_a_screen_says_is_found_through_macros_methods_patterns_and_rules() {
        let tables = table(&[
            ("nav", Chapter::First),
            ("nothing", Chapter::First),
            ("nothing-more", Chapter::First),
            ("day-1", Chapter::Week),
            ("gone", Chapter::Server),
            ("tested", Chapter::Server),
            ("plan-over", Chapter::Workload),
        ]);
        let codes = BTreeMap::from([("plan".to_owned(), BTreeSet::from(["plan-over".to_owned()]))]);
        let said = said(&client(), &tables, &codes);
        let by = |key: &str| said.get(key).map(|by| by.iter().cloned().collect::<Vec<_>>().join(" "));
        assert_eq!(by("nav").as_deref(), Some(FIRST));
        assert_eq!(by("nothing-more").as_deref(), Some(FIRST));
        assert_eq!(by("day-1").as_deref(), Some("week"));
        assert_eq!(by("plan-over").as_deref(), Some("workload"));
        assert_eq!((by("gone"), by("tested")), (None, None));
        assert_eq!(out_of_place(&said, &tables), Vec::<String>::new());
    }

    #[test]
    fn a_sentence_out_of_its_chapter_is_named_with_where_it_belongs() {
        let said = BTreeMap::from([
            ("early".to_owned(), BTreeSet::from(["week".to_owned()])),
            (
                "late".to_owned(),
                BTreeSet::from(["week".to_owned(), "timeline".to_owned()]),
            ),
            (
                "own".to_owned(),
                BTreeSet::from(["sessions".to_owned(), "first_step".to_owned()]),
            ),
        ]);
        let tables = table(&[
            ("early", Chapter::First),
            ("late", Chapter::Week),
            ("own", Chapter::Account),
            ("unsaid", Chapter::First),
        ]);
        let found = out_of_place(&said, &tables);
        assert_eq!(
            found,
            [
                "the sentence early stands in first.ftl and belongs in week.ftl: said by week",
                "the sentence late stands in week.ftl and belongs in first.ftl: said by timeline, week",
                "the sentence unsaid stands in first.ftl and belongs in server.ftl: nothing in the browser says it",
            ]
        );
    }

    #[test]
    fn a_piece_that_is_fetched_without_its_sentences_is_named() {
        let found = fetched(
            &client(),
            "with(\n Chapter::Week,\n Box::pin(week())); fetch_workload()",
        );
        let about = |screen: &str| {
            found
                .iter()
                .filter(|fault| fault.contains(screen))
                .cloned()
                .collect::<Vec<_>>()
        };
        assert_eq!(
            about("fetches"),
            [format!("{PIECES} fetches workload without Chapter::Workload")]
        );
        assert_eq!(about("timeline").len(), 1, "no piece of these draws it: {found:?}");
        assert_eq!(about(" week").len(), 0, "{found:?}");
    }
}
