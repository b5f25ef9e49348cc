//! What the client weighs on the wire, and what it may: for the first screen, and for each that is opened later.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Result, bail};
use sentences::Chapter;
use serde::{Deserialize, Serialize};

use super::{pieces::Needed, pressed::Weight};
use crate::voice;

/// What may come before the first screen (the main part, scripts and the first sentences of the longer language, brotli).
const FIRST: u64 = 220 * 1024;

/// What may come when a screen is opened of which nothing is there (brotli): with the first screen, about what the whole
/// client weighed at most while it came at once. Each piece more adds small files for what it shares with the others.
const SCREEN: u64 = 156 * 1024;

/// A client that is ready to be served.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Client {
    /// What comes before the first screen, in bytes.
    first: u64,
    /// What comes when each screen is opened, in bytes, of which the screens share a part.
    screens: BTreeMap<String, u64>,
}

impl Client {
    /// Weighs the files, and says what they weigh.
    pub(super) fn weighed(files: &[Weight], needed: &Needed, said: &BTreeMap<String, BTreeSet<Chapter>>) -> Self {
        for file in files {
            voice::note(&format!(
                "{:>8} → {:>7} brotli, {:>7} gzip  {}",
                file.plain, file.brotli, file.gzip, file.name
            ));
        }
        let script = |file: &&Weight| file.name.ends_with(".js");
        let scripts = files.iter().filter(script).map(|file| file.brotli);
        // Nobody reads two languages at once: the longer one counts.
        let sentences = |chapter: Chapter| {
            let ending = format!("_{}", chapter.name());
            let named = |file: &&Weight| file.name.split('.').next().is_some_and(|stem| stem.ends_with(&ending));
            let tables = files.iter().filter(|file| file.name.ends_with(".ftl")).filter(named);
            tables.map(|file| file.brotli).max().unwrap_or(0)
        };
        // Screens that are drawn by one piece have chapters of their own: one of them comes with it.
        let said_by = |piece: &str| {
            let chapters = said.get(piece).into_iter().flatten();
            chapters.map(|chapter| sentences(*chapter)).max().unwrap_or(0)
        };
        let module = |stem: &str| {
            let named = |file: &&Weight| file.name.starts_with(&format!("{stem}.")) && file.name.ends_with(".wasm");
            files.iter().find(named).map_or(0, |file| file.brotli)
        };
        let client = Self {
            first: module("frontend_bg") + scripts.sum::<u64>() + sentences(Chapter::First),
            screens: needed
                .iter()
                .map(|(screen, stems)| {
                    let modules: u64 = stems.iter().map(|stem| module(stem)).sum();
                    (screen.clone(), modules + said_by(screen))
                })
                .collect(),
        };
        voice::note(&format!(
            "the first screen weighs {} of {}",
            kilobytes(client.first),
            kilobytes(FIRST)
        ));
        for (screen, weight) in &client.screens {
            voice::note(&format!(
                "  {screen} adds {} of {}, in {} files",
                kilobytes(*weight),
                kilobytes(SCREEN),
                needed.get(screen).map_or(0, Vec::len)
            ));
        }
        client
    }

    /// Refuses a client that is too heavy for a slow line.
    pub(crate) fn within_budget(&self) -> Result<()> {
        let first = ("the first screen", self.first, FIRST);
        let screens = self
            .screens
            .iter()
            .map(|(screen, weight)| (screen.as_str(), *weight, SCREEN));
        for (what, weight, budget) in std::iter::once(first).chain(screens) {
            if weight > budget {
                bail!("{what} weighs {weight} bytes (brotli), more than the {budget} it may");
            }
        }
        Ok(())
    }
}

fn kilobytes(bytes: u64) -> String {
    format!("{} KB", bytes / 1024)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(name: &str, brotli: u64) -> Weight {
        Weight {
            name: name.to_owned(),
            plain: brotli,
            brotli,
            gzip: brotli,
        }
    }

    fn weighed(shared: u64) -> Client {
        let files = [
            file("frontend_bg.1.wasm", 1000),
            file("frontend.2.js", 100),
            file("fr_first.3.ftl", 20),
            file("en_first.4.ftl", 10),
            file("fr_workload.3.ftl", 3),
            file("en_workload.4.ftl", 4),
            file("fr_accesses.3.ftl", 2),
            file("style.5.css", 7),
            file("split_load.6.wasm", 300),
            file("chunk_1.7.wasm", shared),
            file("chunk_10.8.wasm", 9),
        ];
        let stems = vec!["chunk_1".to_owned(), "split_load".to_owned()];
        let chapters = BTreeSet::from([Chapter::Workload, Chapter::Accesses]);
        let said = BTreeMap::from([("load".to_owned(), chapters)]);
        Client::weighed(&files, &Needed::from([("load".to_owned(), stems)]), &said)
    }

    #[test]
    fn the_first_screen_is_weighed_apart_from_what_a_screen_adds() {
        let client = weighed(50);
        assert_eq!(
            client.first, 1120,
            "with the first sentences of the longer language, without the style"
        );
        assert_eq!(
            client.screens["load"], 354,
            "with the longest chapter that comes with it"
        );
        client.within_budget().unwrap();
    }

    #[test]
    fn a_screen_that_is_too_heavy_is_named() {
        let fault = weighed(SCREEN).within_budget().unwrap_err();
        assert!(fault.to_string().starts_with("load weighs"), "{fault}");
    }
}
