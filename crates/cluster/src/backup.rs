//! A whole PostgreSQL into a folder and back: a base backup with the WAL that makes it whole, held against its own
//! manifest. Nothing of what it holds is known here.

use crate::home::{Home, last_lines};
use crate::{Binaries, Fault, find_binaries};
use aws_lc_rs::digest;
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, DirBuilder, File};
use std::io::Read;
use std::os::unix::fs::DirBuilderExt;
use std::path::{Path, PathBuf};
use std::process::Stdio;

const MANIFEST: &str = "backup_manifest";
/// The manifest leaves the WAL out.
const WAL: &str = "pg_wal/";

/// Where a server listens, and who may take everything from it.
#[derive(Clone)]
pub struct Server {
    /// A name, an address, or the folder of a socket; several where one of them takes writes, which is then taken.
    pub hosts: Vec<String>,
    /// The port of each, or of all of them; also a part of the socket's name.
    pub ports: Vec<u16>,
    /// A role with REPLICATION.
    pub user: String,
    /// Its password, where one is asked for.
    pub password: Option<String>,
}

/// Digests of files by their paths in the backup.
pub type Digests = BTreeMap<String, String>;

#[derive(Deserialize)]
struct Manifest {
    #[serde(rename = "Files")]
    files: Vec<Listed>,
}

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case")]
struct Listed {
    #[serde(rename = "Path")]
    path: Option<String>,
    #[serde(rename = "Size")]
    size: u64,
    #[serde(rename = "Checksum")]
    checksum: Option<String>,
}

/// Takes everything of a running server into a new folder, with the WAL of the meantime.
///
/// # Errors
/// When `pg_basebackup` is missing, or does not come to its end: what it said.
pub async fn back_up(binaries: Option<Binaries>, server: &Server, to: &Path) -> Result<(), Fault> {
    let program = binaries
        .or_else(|| find_binaries(None))
        .map(|found| found.program("pg_basebackup"))
        .filter(|program| program.is_file())
        .ok_or(Fault::NoBackupProgram)?;
    let ports: Vec<String> = server.ports.iter().map(ToString::to_string).collect();
    let mut command = tokio::process::Command::new(&program);
    command
        .arg("-D")
        .arg(to)
        .args([
            "-h",
            &server.hosts.join(","),
            "-p",
            &ports.join(","),
            "-U",
            &server.user,
        ])
        .args([
            "-X",
            "stream",
            "-c",
            "fast",
            "--manifest-checksums=SHA256",
            "--no-password",
        ])
        .env("LC_ALL", "C")
        .env("PGTARGETSESSIONATTRS", "read-write")
        .stdin(Stdio::null())
        .kill_on_drop(true);
    if let Some(password) = &server.password {
        command.env("PGPASSWORD", password);
    }
    let done = command.output().await.map_err(|source| Fault::Program {
        program: program.display().to_string(),
        source,
    })?;
    if done.status.success() {
        return Ok(());
    }
    Err(Fault::BackingUp {
        said: last_lines(&String::from_utf8_lossy(&done.stderr)),
    })
}

/// Holds a backup against its manifest, and answers the digests of what the manifest does not cover: itself and the WAL.
///
/// # Errors
/// When a file is missing, is not what was taken, or was added.
pub fn check_backup(tables: &Path) -> Result<Digests, Fault> {
    let manifest = tables.join(MANIFEST);
    let incomplete = |what: &str| Fault::BackupIncomplete { what: what.to_owned() };
    let altered = |what: &str| Fault::BackupAltered { what: what.to_owned() };
    let text = fs::read(&manifest).ok().ok_or_else(|| incomplete(MANIFEST))?;
    let listed: Manifest = serde_json::from_slice(&text).ok().ok_or_else(|| altered(MANIFEST))?;
    let mut present = BTreeSet::new();
    gather(tables, tables, &mut present)?;
    for file in &listed.files {
        let path = file.path.as_deref().ok_or_else(|| altered(MANIFEST))?;
        if !present.remove(path) {
            return Err(incomplete(path));
        }
        let (size, found) = digest_of(&tables.join(path))?;
        if size != file.size || file.checksum.as_ref().is_none_or(|checksum| *checksum != found) {
            return Err(altered(path));
        }
    }
    let mut rest = Digests::new();
    for path in present {
        if path != MANIFEST && !path.starts_with(WAL) {
            return Err(altered(&path));
        }
        let (_, found) = digest_of(&tables.join(&path))?;
        rest.insert(path, found);
    }
    Ok(rest)
}

/// Puts the tables of a backup into a data folder that has none; the next start of its cluster makes them whole.
///
/// # Errors
/// When the data folder is in use or holds tables already.
pub fn put_back(tables: &Path, data_dir: &Path) -> Result<(), Fault> {
    let home = Home::claim(data_dir)?;
    let (place, unfinished) = (home.tables(), home.unfinished());
    if place.exists() {
        return Err(Fault::TablesStand { dir: place });
    }
    if unfinished.exists() {
        fs::remove_dir_all(&unfinished).map_err(Fault::folder("remove", &unfinished))?;
    }
    copy(tables, &unfinished)?;
    fs::rename(&unfinished, &place).map_err(Fault::folder("put in place", &place))
}

/// Every file below a folder, by its path in it.
fn gather(root: &Path, folder: &Path, found: &mut BTreeSet<String>) -> Result<(), Fault> {
    for entry in fs::read_dir(folder).map_err(Fault::folder("read", folder))? {
        let path = entry.map_err(Fault::folder("read", folder))?.path();
        if path.is_dir() {
            gather(root, &path, found)?;
        } else if let Ok(inside) = path.strip_prefix(root) {
            found.insert(inside.to_string_lossy().into_owned());
        }
    }
    Ok(())
}

fn digest_of(path: &Path) -> Result<(u64, String), Fault> {
    let mut file = File::open(path).map_err(Fault::folder("read", path))?;
    let mut context = digest::Context::new(&digest::SHA256);
    let (mut size, mut buffer) = (0_u64, vec![0; 1 << 16]);
    loop {
        let read = file.read(&mut buffer).map_err(Fault::folder("read", path))?;
        let Some(bytes) = buffer.get(..read).filter(|bytes| !bytes.is_empty()) else {
            let hex = context
                .finish()
                .as_ref()
                .iter()
                .map(|byte| format!("{byte:02x}"))
                .collect();
            return Ok((size, hex));
        };
        size = size.saturating_add(u64::try_from(read).unwrap_or_default());
        context.update(bytes);
    }
}

fn copy(from: &Path, to: &Path) -> Result<(), Fault> {
    DirBuilder::new()
        .mode(0o700)
        .create(to)
        .map_err(Fault::folder("make", to))?;
    for entry in fs::read_dir(from).map_err(Fault::folder("read", from))? {
        let entry = entry.map_err(Fault::folder("read", from))?;
        let (path, place): (PathBuf, PathBuf) = (entry.path(), to.join(entry.file_name()));
        if path.is_dir() {
            copy(&path, &place)?;
        } else {
            fs::copy(&path, &place).map_err(Fault::folder("copy", &path))?;
            let file = File::open(&place).map_err(Fault::folder("open", &place))?;
            file.sync_all().map_err(Fault::folder("write", &place))?;
        }
    }
    Ok(())
}
