//! What the text of a source file must hold, and what may stand only in some rooms.

use std::{
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result};

/// Where sources are looked for.
const ROOMS: &[&str] = &["crates", "backend", "frontend", "tests"];

/// Where SQL may stand, beside the `tests` folder of each room: the log's side and the views.
const SQL_ROOMS: &[&str] = &[
    "crates/checkpoints/",
    "crates/contents/",
    "crates/event_store/",
    "crates/identity/",
    "crates/journal/",
    "crates/keyring/",
    "crates/projections/",
    "crates/prove/",
    "crates/testkit/",
    "crates/xtask/src/tidy/",
    "tests/",
];

/// The one place of the client that writes HTML: the lines of icons, which are compiled in.
const HTML: &str = "frontend/src/parts/icon.rs";

/// How a statement begins, at the start of a literal or of one of its lines.
const STATEMENTS: &[&str] = &[
    "select ",
    "insert into ",
    "delete from ",
    "create table ",
    "alter table ",
    "truncate ",
];

/// Every file that is out of order, and why.
pub(crate) fn check(root: &Path) -> Result<Vec<String>> {
    let mut files = Vec::new();
    for room in ROOMS {
        gather(&root.join(room), &mut files)?;
    }
    files.sort();
    let mut found = Vec::new();
    for file in files {
        let text = fs::read_to_string(&file).with_context(|| format!("reading {}", file.display()))?;
        let name = file.strip_prefix(root).unwrap_or(&file).to_string_lossy().into_owned();
        found.extend(faults(&name, &text));
    }
    Ok(found)
}

fn faults(name: &str, text: &str) -> Vec<String> {
    let mut found = Vec::new();
    if !text.starts_with("//!") {
        found.push(format!("{name} does not open with `//!`"));
    }
    if !name.contains("/tests/") && !SQL_ROOMS.iter().any(|room| name.starts_with(room)) {
        let lines = text.lines().zip(1_u32..).filter(|(line, _)| holds_sql(line));
        found.extend(lines.map(|(_, number)| format!("{name}:{number} holds SQL, which has its rooms")));
    }
    if name.starts_with("frontend/src/") && name != HTML && text.contains("inner_html") {
        found.push(format!("{name} writes HTML: a page is drawn from text"));
    }
    found
}

fn holds_sql(line: &str) -> bool {
    let code = line.trim_start();
    if code.starts_with("//") {
        return false;
    }
    STATEMENTS
        .iter()
        .any(|begin| code.starts_with(begin) || code.contains(&format!("\"{begin}")))
        || (code.contains("\"update ") && code.contains(" set "))
}

/// Every source file below a folder.
pub(crate) fn gather(folder: &Path, files: &mut Vec<PathBuf>) -> Result<()> {
    for entry in fs::read_dir(folder).with_context(|| format!("reading {}", folder.display()))? {
        let path = entry?.path();
        if path.is_dir() {
            gather(&path, files)?;
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            files.push(path);
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_opens_with_what_it_holds() {
        assert_eq!(faults("crates/domain/src/a.rs", "//! A room.\n"), Vec::<String>::new());
        assert_eq!(faults("crates/domain/src/a.rs", "use std::fs;\n").len(), 1);
    }

    #[test]
    fn a_page_is_drawn_from_text() {
        let text = "//! A page.\nview! { <p inner_html=words></p> }\n";
        assert_eq!(faults(HTML, text), Vec::<String>::new());
        assert_eq!(faults("frontend/src/pages/week.rs", text).len(), 1);
    }

    #[test]
    fn sql_stands_in_its_rooms_only() {
        let text = "//! A room.\nlet rows = db.query(\"select 1\", &[]);\n";
        assert_eq!(faults("crates/projections/src/a.rs", text), Vec::<String>::new());
        assert_eq!(
            faults("backend/src/http.rs", text),
            ["backend/src/http.rs:2 holds SQL, which has its rooms"]
        );
        assert!(holds_sql("    insert into agenda values ($1)"));
        assert!(!holds_sql("    // select the right one"));
        assert!(!holds_sql("    <select name=\"service\">"));
    }
}
