//! Whether the list of the ASVS says something of each of its numbers, and whether what it shows is there: a line that holds
//! names a test or a file, and one that is gone is named, also where the other papers on security name it.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result};

/// The list, and the papers beside it.
const LIST: &str = "docs/security/asvs.md";
const PAPERS: [&str; 2] = ["docs/security/threat-model.md", "docs/security/key-ceremony.md"];

/// How many numbers of levels 1 and 2 each section of the ASVS 5.0.0 has, from 1 on.
const SECTIONS: &[(&str, u32)] = &[
    ("1.1", 2),
    ("1.2", 9),
    ("1.3", 11),
    ("1.4", 3),
    ("1.5", 2),
    ("2.1", 3),
    ("2.2", 3),
    ("2.3", 4),
    ("2.4", 1),
    ("3.2", 2),
    ("3.3", 4),
    ("3.4", 6),
    ("3.5", 5),
    ("3.7", 2),
    ("4.1", 3),
    ("4.2", 1),
    ("4.3", 2),
    ("4.4", 4),
    ("5.1", 1),
    ("5.2", 3),
    ("5.3", 2),
    ("5.4", 3),
    ("6.1", 3),
    ("6.2", 12),
    ("6.3", 4),
    ("6.4", 4),
    ("6.5", 5),
    ("6.6", 3),
    ("6.8", 4),
    ("7.1", 3),
    ("7.2", 4),
    ("7.3", 2),
    ("7.4", 5),
    ("7.5", 2),
    ("7.6", 2),
    ("8.1", 2),
    ("8.2", 3),
    ("8.3", 1),
    ("8.4", 1),
    ("9.1", 3),
    ("9.2", 4),
    ("10.1", 2),
    ("10.2", 2),
    ("10.3", 4),
    ("10.4", 11),
    ("10.5", 5),
    ("10.6", 2),
    ("10.7", 3),
    ("11.1", 2),
    ("11.2", 3),
    ("11.3", 3),
    ("11.4", 4),
    ("11.5", 1),
    ("11.6", 1),
    ("12.1", 3),
    ("12.2", 2),
    ("12.3", 4),
    ("13.1", 1),
    ("13.2", 5),
    ("13.3", 2),
    ("13.4", 5),
    ("14.1", 2),
    ("14.2", 4),
    ("14.3", 3),
    ("15.1", 3),
    ("15.2", 3),
    ("15.3", 7),
    ("16.1", 1),
    ("16.2", 5),
    ("16.3", 4),
    ("16.4", 3),
    ("16.5", 3),
    ("17.1", 1),
    ("17.2", 4),
    ("17.3", 2),
];

const STATES: [&str; 3] = ["holds", "does not apply", "not yet"];

/// Every line that says too little, or shows what is not there.
pub(crate) fn check(root: &Path) -> Result<Vec<String>> {
    let list = fs::read_to_string(root.join(LIST)).with_context(|| format!("reading {LIST}"))?;
    let mut found = faults(&list, root);
    for paper in PAPERS {
        let text = fs::read_to_string(root.join(paper)).with_context(|| format!("reading {paper}"))?;
        found.extend(gone(paper, &text, root));
    }
    Ok(found)
}

/// Each source, test or other file that a paper names and that is not there.
fn gone(paper: &str, text: &str, root: &Path) -> Vec<String> {
    let named = text.lines().flat_map(|line| line.split('`').skip(1).step_by(2));
    let is_file = |named: &str| {
        let ends = [".toml", ".lock", ".md"].iter().any(|end| named.ends_with(end));
        (ends || named.contains(".rs")) && !named.contains(' ')
    };
    let gone = named.filter(|named| is_file(named) && !is_there(named, root));
    gone.map(|named| format!("{paper} names {named}, which is not there"))
        .collect()
}

fn faults(list: &str, root: &Path) -> Vec<String> {
    let numbers = SECTIONS
        .iter()
        .flat_map(|(section, most)| (1..=*most).map(move |last| format!("{section}.{last}")));
    let mut left: BTreeMap<String, u32> = numbers.map(|number| (number, 0)).collect();
    let mut found = Vec::new();
    for line in list.lines().filter(|line| line.starts_with("| ") && line.contains('.')) {
        let cells: Vec<&str> = line.trim_matches('|').split('|').map(str::trim).collect();
        let [number, level, state, how, shown] = cells.as_slice() else {
            found.push(format!("{LIST}: not five cells: {line}"));
            continue;
        };
        match left.get_mut(*number) {
            Some(times) => *times = times.saturating_add(1),
            None => found.push(format!("{LIST}: the ASVS has no {number} at its levels 1 and 2")),
        }
        let shown: Vec<&str> = shown.split('`').skip(1).step_by(2).collect();
        if !["1", "2"].contains(level) || !STATES.contains(state) || how.is_empty() {
            found.push(format!("{LIST}: {number} has no level, no state or no words"));
        }
        if *state == "holds" && shown.is_empty() {
            found.push(format!("{LIST}: {number} is said to hold, and nothing shows it"));
        }
        found.extend(
            shown
                .iter()
                .filter(|evidence| !is_there(evidence, root))
                .map(|evidence| format!("{LIST}: {number} is shown by {evidence}, which is not there")),
        );
    }
    let wrong = left.iter().filter(|(_, times)| **times != 1);
    found.extend(wrong.map(|(number, times)| format!("{LIST}: {number} is said {times} times")));
    found
}

/// A file, or a test of a file: `path::name`.
fn is_there(evidence: &str, root: &Path) -> bool {
    let (file, test) = match evidence.split_once("::") {
        Some((file, test)) => (file, Some(test)),
        None => (evidence, None),
    };
    let file: PathBuf = root.join(file);
    match test {
        None => file.is_file(),
        Some(test) => fs::read_to_string(file).is_ok_and(|text| has_test(&text, test)),
    }
}

/// Whether a source has a test of that name: a function under an attribute that ends in `test`, whatever else it bears.
fn has_test(text: &str, name: &str) -> bool {
    let head = format!("fn {name}(");
    text.match_indices(&head).any(|(at, _)| {
        let before = text
            .get(..at)
            .and_then(|before| before.rsplit_once('\n'))
            .map_or("", |(before, _)| before);
        let attributes = before
            .lines()
            .rev()
            .take_while(|line| line.trim_start().starts_with('#'));
        attributes
            .map(str::trim)
            .any(|line| line.starts_with("#[test]") || line.starts_with("#[tokio::test"))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(lines: &[&str], file: &str) -> (tempfile::TempDir, String) {
        let root = tempfile::tempdir().unwrap();
        fs::create_dir_all(root.path().join("tests")).unwrap();
        fs::write(root.path().join("tests/door.rs"), file).unwrap();
        (root, lines.join("\n"))
    }

    fn about(number: &str, found: &[String]) -> Vec<String> {
        let about = |fault: &&String| fault.contains(&format!(" {number} "));
        found
            .iter()
            .filter(about)
            .map(|fault| fault.replace("docs/security/asvs.md: ", ""))
            .collect()
    }

    #[test]
    fn a_line_whose_test_or_file_is_gone_is_named() {
        let lines = [
            "| 1.1.1 | 2 | holds | so | `tests/door.rs::it_holds` |",
            "| 1.1.2 | 2 | holds | so | `tests/door.rs::it_held` |",
            "| 1.2.1 | 1 | holds | so | `tests/door.rs`, `tests/gone.rs` |",
            "| 1.2.2 | 1 | not yet | so | `tests/door.rs::no_test` |",
        ];
        let door = "#[tokio::test(flavor = \"multi_thread\")]\nasync fn it_holds() {}\n\nfn no_test() {}\n";
        let (root, list) = written(&lines, door);
        let found = faults(&list, root.path());
        assert_eq!(about("1.1.1", &found), Vec::<String>::new());
        assert_eq!(
            about("1.1.2", &found),
            ["1.1.2 is shown by tests/door.rs::it_held, which is not there"]
        );
        assert_eq!(
            about("1.2.1", &found),
            ["1.2.1 is shown by tests/gone.rs, which is not there"]
        );
        assert_eq!(
            about("1.2.2", &found),
            ["1.2.2 is shown by tests/door.rs::no_test, which is not there"]
        );
    }

    #[test]
    fn a_paper_that_names_a_test_that_is_gone_is_named() {
        let (root, text) = written(
            &[
                "so: `tests/door.rs::it_holds`, `tests/door.rs::it_held`",
                "`trame keys status` is a command, `root.key` no file of ours",
                "and so: `Cargo.lock`, `deny.toml`, `tests/door.rs`",
            ],
            "#[test]\nfn it_holds() {}\n",
        );
        fs::write(root.path().join("Cargo.lock"), "").unwrap();
        let found = gone("paper.md", &text, root.path());
        assert_eq!(
            found,
            [
                "paper.md names tests/door.rs::it_held, which is not there",
                "paper.md names deny.toml, which is not there",
            ]
        );
    }

    #[test]
    fn each_number_is_said_once_with_a_state_and_words_and_what_holds_is_shown() {
        let lines = [
            "| 2.1.1 | 1 | holds | so |  |",
            "| 2.1.2 | 2 | perhaps | so |  |",
            "| 2.1.3 | 2 | does not apply |  |  |",
            "| 2.2.1 | 1 | not yet | nobody did |  |",
            "| 2.2.1 | 1 | not yet | nobody did |  |",
            "| 99.1.1 | 1 | not yet | so |  |",
        ];
        let (root, list) = written(&lines, "");
        let found = faults(&list, root.path());
        assert_eq!(about("2.1.1", &found), ["2.1.1 is said to hold, and nothing shows it"]);
        assert_eq!(about("2.1.2", &found).len(), 1);
        assert_eq!(about("2.1.3", &found).len(), 1);
        assert_eq!(about("2.2.1", &found), ["2.2.1 is said 2 times"]);
        assert_eq!(about("99.1.1", &found).len(), 1);
        assert_eq!(about("2.2.2", &found), ["2.2.2 is said 0 times"]);
    }
}
