//! Who was forgotten, in the keys folder: one line each, opaque ids only. The folder outlives a database that is restored
//! from a backup, so what was destroyed after the backup was taken is destroyed again before anything is opened.

use crate::Fault;
use crate::folder::{add_lines, prepare, read};
use sealed::Subject;
use std::collections::BTreeSet;
use std::path::Path;
use uuid::Uuid;

const FILE: &str = "forgotten";

/// Remembers it, on the disk when this returns.
pub(crate) fn add(folder: &Path, subjects: &BTreeSet<Subject>) -> Result<(), Fault> {
    let known: BTreeSet<Subject> = all(folder)?.into_iter().collect();
    if subjects.is_subset(&known) {
        return Ok(());
    }
    prepare(folder)?;
    let file = folder.join(FILE);
    // A line that a crash cut off must not swallow the next.
    let is_cut = read(&file)?.is_some_and(|bytes| !bytes.is_empty() && !bytes.ends_with(b"\n"));
    let mut lines = String::from(if is_cut { "\n" } else { "" });
    for subject in subjects.difference(&known) {
        lines.push_str(&format!("{} {}\n", word(*subject), subject.id()));
    }
    add_lines(&file, &lines)
}

/// All who were ever forgotten. A line that a crash cut off names nobody: its key was not yet touched.
pub(crate) fn all(folder: &Path) -> Result<Vec<Subject>, Fault> {
    let bytes = read(&folder.join(FILE))?.unwrap_or_default();
    Ok(String::from_utf8_lossy(&bytes).lines().filter_map(parsed).collect())
}

fn word(subject: Subject) -> &'static str {
    match subject {
        Subject::Person(_) => "person",
        Subject::Worker(_) => "worker",
        Subject::SupportCase(_) => "case",
        Subject::Text(_) => "text",
    }
}

fn parsed(line: &str) -> Option<Subject> {
    let (word, id) = line.split_once(' ')?;
    let id: Uuid = id.parse().ok()?;
    match word {
        "person" => Some(Subject::Person(id)),
        "worker" => Some(Subject::Worker(id)),
        "case" => Some(Subject::SupportCase(id)),
        "text" => Some(Subject::Text(id)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_that_a_crash_cut_off_does_not_swallow_the_next() {
        let folder = tempfile::tempdir().unwrap();
        let folder = folder.path().join("keys");
        let one = |number| Subject::Person(Uuid::from_u128(number));
        add(&folder, &BTreeSet::from([one(1)])).unwrap();
        add_lines(&folder.join(FILE), "person 019a").unwrap();
        add(&folder, &BTreeSet::from([one(1), one(2)])).unwrap();
        assert_eq!(all(&folder).unwrap(), [one(1), one(2)]);
    }
}
