//! What can go wrong with a private cluster, each as a sentence that says what to do next.

use std::{io, path::PathBuf};

/// The world failed while a private cluster was looked for, started or stopped.
#[derive(Debug, thiserror::Error)]
pub enum Fault {
    /// Another live process owns the folder.
    #[error("the data folder {} is in use by {}: stop it first, or give another folder", .dir.display(), owner(*.pid))]
    InUse { dir: PathBuf, pid: Option<u32> },
    /// No PostgreSQL was found, and none could be fetched.
    #[error("PostgreSQL was not found; {advice}")]
    NoBinaries { advice: String },
    /// The folder was made by a major version that is not installed here.
    #[error(
        "the data folder {} was made by PostgreSQL {made_by}, which is not installed here (found: {found}); \
         install PostgreSQL {made_by} or set PGBIN to the folder that holds its `postgres`",
        .dir.display()
    )]
    OtherVersion { dir: PathBuf, made_by: u32, found: String },
    /// A file or folder could not be read, made or written.
    #[error("cannot {what} {}: {source}", .path.display())]
    Folder {
        what: &'static str,
        path: PathBuf,
        source: io::Error,
    },
    /// The folder for the socket exists and belongs to somebody else.
    #[error("the socket folder {} belongs to another user or is open to others: remove it", .path.display())]
    ForeignSocketFolder { path: PathBuf },
    /// PostgreSQL refuses to run as root, and no way to another account was found.
    #[error(
        "PostgreSQL does not run as root, and neither `unshare` nor `setpriv` works here with {}: \
         start as an ordinary user",
        .dir.display()
    )]
    OnlyRoot { dir: PathBuf },
    /// A program could not be started at all.
    #[error("cannot run {program}: {source}")]
    Program { program: String, source: io::Error },
    /// `initdb` ended with an error.
    #[error("PostgreSQL could not make its folder {}: {said}", .dir.display())]
    Making { dir: PathBuf, said: String },
    /// The server ended before it was ready.
    #[error("PostgreSQL did not start; its log {} ends with: {tail}", .log.display())]
    Died { log: PathBuf, tail: String },
    /// The server did not become ready in time.
    #[error("PostgreSQL was not ready after {seconds} s; see its log {}", .log.display())]
    Slow { seconds: u64, log: PathBuf },
    /// The server, or one left behind by a crash, could not be ended.
    #[error("the PostgreSQL process {pid} of {} does not end: stop it by hand", .dir.display())]
    Stubborn { dir: PathBuf, pid: u32 },
    /// The program that takes backups is not here.
    #[error(
        "pg_basebackup was not found: install the client programs of PostgreSQL (for example `apt install postgresql-client`)"
    )]
    NoBackupProgram,
    /// A backup did not come to its end.
    #[error("the backup did not come to its end: {said}")]
    BackingUp { said: String },
    /// A backup lacks something.
    #[error("the backup is incomplete: {what} is missing; nothing was restored")]
    BackupIncomplete { what: String },
    /// A backup is not what was taken.
    #[error("the backup was altered: {what} is not what was taken; nothing was restored")]
    BackupAltered { what: String },
    /// A data folder holds tables already.
    #[error("{} is there already: restore into a new data folder", .dir.display())]
    TablesStand { dir: PathBuf },
    /// A chore that fetches PostgreSQL ended with an error.
    #[error("`{command}` failed: {said}")]
    Fetching { command: String, said: String },
}

impl Fault {
    /// Ties an error of the file system to what was tried, and where.
    pub(crate) fn folder(what: &'static str, path: impl Into<PathBuf>) -> impl FnOnce(io::Error) -> Self {
        let path = path.into();
        move |source| Self::Folder { what, path, source }
    }
}

fn owner(pid: Option<u32>) -> String {
    pid.map_or_else(|| "another process".to_owned(), |pid| format!("process {pid}"))
}
