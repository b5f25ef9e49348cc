//! Who was forgotten, in the keys folder: one line each, opaque ids only. The folder outlives a database that is restored
//! from a backup, so what was destroyed after the backup was taken is destroyed again before anything is opened.

use crate::Fault;
use crate::folder::{add_lines, alone, prepare, read};
use sealed::Subject;
use std::collections::BTreeSet;
use std::path::Path;
use uuid::Uuid;

const FILE: &str = "forgotten";

/// The file as it is read.
#[derive(Default)]
struct Remembered {
    /// Who is named in it.
    named: Vec<Subject>,
    /// How many of its bytes are whole lines.
    whole: usize,
    /// Who is named behind them, on a line that lacks nothing but its end.
    unended: Option<Subject>,
}

/// Remembers it, on the disk when this returns.
pub(crate) fn add(folder: &Path, subjects: &BTreeSet<Subject>) -> Result<(), Fault> {
    if subjects.is_empty() {
        return Ok(());
    }
    prepare(folder)?;
    let path = folder.join(FILE);
    let mut file = alone(&path)?;
    let remembered = remembered(folder)?;
    let known: BTreeSet<Subject> = remembered.named.into_iter().collect();
    if subjects.is_subset(&known) {
        return Ok(());
    }
    let lines: String = remembered
        .unended
        .iter()
        .chain(subjects.difference(&known))
        .map(|subject| format!("{} {}\n", word(*subject), subject.id()))
        .collect();
    let whole = u64::try_from(remembered.whole).unwrap_or(u64::MAX);
    add_lines(&mut file, &path, whole, &lines)
}

/// All who were ever forgotten.
pub(crate) fn all(folder: &Path) -> Result<Vec<Subject>, Fault> {
    Ok(remembered(folder)?.named)
}

/// A last line that a crash cut short names nobody: its key was not yet touched. Any other line that cannot be read may
/// have named somebody, so that nothing may be opened before it is put right.
fn remembered(folder: &Path) -> Result<Remembered, Fault> {
    let path = folder.join(FILE);
    let bytes = read(&path)?.unwrap_or_default();
    let mut remembered = Remembered::default();
    for (number, line) in (1_u64..).zip(bytes.split_inclusive(|byte| *byte == b'\n')) {
        let said = line.strip_suffix(b"\n");
        let subject = str::from_utf8(said.unwrap_or(line)).ok().and_then(parsed);
        if said.is_none() {
            remembered.unended = subject;
            remembered.named.extend(subject);
            break;
        }
        let subject = subject.ok_or_else(|| Fault::ForgottenUnreadable {
            path: path.clone(),
            line: number,
        })?;
        remembered.named.push(subject);
        remembered.whole = remembered.whole.saturating_add(line.len());
    }
    Ok(remembered)
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

    fn one(number: u128) -> Subject {
        Subject::Person(Uuid::from_u128(number))
    }

    #[test]
    fn a_last_line_that_a_crash_cut_off_names_nobody_and_does_not_swallow_the_next() {
        let folder = tempfile::tempdir().unwrap();
        let folder = folder.path().join("keys");
        add(&folder, &BTreeSet::from([one(1)])).unwrap();
        let file = folder.join(FILE);
        let whole = std::fs::read_to_string(&file).unwrap();
        for cut in ["p", "person 019a", "person 00000000-0000-0000-0000-00000000000"] {
            std::fs::write(&file, format!("{whole}{cut}")).unwrap();
            assert_eq!(all(&folder).unwrap(), [one(1)], "{cut}");
        }
        add(&folder, &BTreeSet::from([one(1), one(2)])).unwrap();
        assert_eq!(all(&folder).unwrap(), [one(1), one(2)]);
        let named = std::fs::read_to_string(&file).unwrap();
        std::fs::write(&file, named.trim_end()).unwrap();
        add(&folder, &BTreeSet::from([one(3)])).unwrap();
        assert_eq!(
            all(&folder).unwrap(),
            [one(1), one(2), one(3)],
            "only its end was missing"
        );
    }

    #[test]
    fn a_line_that_cannot_be_read_is_not_passed_over() {
        let folder = tempfile::tempdir().unwrap();
        let folder = folder.path().join("keys");
        add(&folder, &BTreeSet::from([one(1), one(2), one(3)])).unwrap();
        let file = folder.join(FILE);
        let whole = std::fs::read(&file).unwrap();
        for (byte, line) in [(0, 1), (60, 2), (whole.len() - 2, 3)] {
            let mut damaged = whole.clone();
            damaged[byte] = 0xff;
            std::fs::write(&file, damaged).unwrap();
            let refused = add(&folder, &BTreeSet::from([one(4)]));
            assert!(
                matches!(refused, Err(Fault::ForgottenUnreadable { line: found, .. }) if found == line),
                "{refused:?}"
            );
        }
    }
}
