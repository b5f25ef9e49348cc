//! The folder of one cluster: what lies where in it, the lock of its one owner, and a place for its socket.

use std::{
    env, fs,
    fs::{DirBuilder, File, Permissions, TryLockError},
    io,
    io::{Read, Seek, SeekFrom, Write},
    os::unix::{
        ffi::OsStrExt,
        fs::{DirBuilderExt, MetadataExt, PermissionsExt},
    },
    path::{Path, PathBuf},
};

use crate::{Fault, account::Account};

/// The kernel allows 107 bytes for a socket's path; the file name takes about 15 of them.
const LONGEST_SOCKET_FOLDER: usize = 90;

/// Above this size the log of the last runs is put aside at a start.
const LONG_LOG: u64 = 16 * 1024 * 1024;

/// The folder `postgres` inside a data folder, locked by us for as long as this value lives.
#[derive(Debug)]
pub(crate) struct Home {
    data_dir: PathBuf,
    folder: PathBuf,
    _lock: Lock,
}

/// The lock is the open file itself: the kernel lets go of it however we end.
///
/// While we live it is let go of by name: a child that is being started at that moment still holds our open files.
#[derive(Debug)]
struct Lock(File);

impl Drop for Lock {
    fn drop(&mut self) {
        // A lock that cannot be let go of now ends with the file, or with us.
        drop(self.0.unlock());
    }
}

impl Home {
    /// Makes the folder where needed, closed to others, and takes its lock.
    pub(crate) fn claim(data_dir: &Path) -> Result<Self, Fault> {
        make_private(data_dir)?;
        let data_dir = fs::canonicalize(data_dir).map_err(Fault::folder("look at", data_dir))?;
        let folder = data_dir.join("postgres");
        if !folder.exists() {
            make_private(&folder)?;
            inherit_owner(&data_dir, &folder)?;
        }
        let lock = take_lock(&data_dir, &folder.join("lock"))?;
        fs::set_permissions(&folder, Permissions::from_mode(0o700)).map_err(Fault::folder("close", &folder))?;
        Ok(Self {
            data_dir,
            folder,
            _lock: lock,
        })
    }

    /// Looks whether the lock could be taken, and leaves everything as it is.
    pub(crate) fn check_free(data_dir: &Path) -> Result<(), Fault> {
        let lock = data_dir.join("postgres").join("lock");
        if lock.exists() {
            try_lock(data_dir, &lock).map(drop)
        } else {
            Ok(())
        }
    }

    /// The data folder itself.
    pub(crate) fn data_dir(&self) -> &Path {
        &self.data_dir
    }

    /// The folder that belongs to the cluster's account.
    pub(crate) fn folder(&self) -> &Path {
        &self.folder
    }

    /// What PostgreSQL calls its data directory.
    pub(crate) fn tables(&self) -> PathBuf {
        self.folder.join("tables")
    }

    /// Where `initdb` works until it is done, so that a half-made folder is never taken for a whole one.
    pub(crate) fn unfinished(&self) -> PathBuf {
        self.folder.join("unfinished")
    }

    /// The log of the server.
    pub(crate) fn log(&self) -> PathBuf {
        self.folder.join("log")
    }

    /// Opens the log for the server to write to; a long one is put aside first.
    pub(crate) fn open_log(&self) -> Result<File, Fault> {
        let log = self.log();
        if fs::metadata(&log).is_ok_and(|found| found.len() > LONG_LOG) {
            fs::rename(&log, self.folder.join("log.before")).map_err(Fault::folder("put aside", &log))?;
        }
        File::options()
            .create(true)
            .append(true)
            .open(&log)
            .map_err(Fault::folder("open", &log))
    }

    /// The last lines of the log, joined for a sentence.
    pub(crate) fn log_tail(&self) -> String {
        let text = fs::read(self.log()).unwrap_or_default();
        last_lines(&String::from_utf8_lossy(&text))
    }

    /// A folder for the socket that only this account may enter; what an earlier run left in it is removed.
    pub(crate) fn socket_folder(&self, account: &Account) -> Result<PathBuf, Fault> {
        let inside = self.folder.join("socket");
        let folder = if inside.as_os_str().len() < LONGEST_SOCKET_FOLDER {
            inside
        } else {
            self.short_folder()
        };
        match DirBuilder::new().mode(0o700).create(&folder) {
            Ok(()) => account.give(&folder)?,
            Err(refused) if refused.kind() == io::ErrorKind::AlreadyExists => self.adopt(&folder, account)?,
            Err(source) => return Err(Fault::folder("make", &folder)(source)),
        }
        for entry in fs::read_dir(&folder).map_err(Fault::folder("read", &folder))?.flatten() {
            if entry.file_name().as_bytes().starts_with(b".s.PGSQL.") {
                fs::remove_file(entry.path()).map_err(Fault::folder("remove", entry.path()))?;
            }
        }
        Ok(folder)
    }

    /// A folder that is there already is used only when it is really ours: `/tmp` is open to all.
    fn adopt(&self, folder: &Path, account: &Account) -> Result<(), Fault> {
        let found = fs::symlink_metadata(folder).map_err(Fault::folder("look at", folder))?;
        let ours = found.uid() == account.uid() || found.uid() == rustix::process::geteuid().as_raw();
        if !found.is_dir() || !ours || found.mode() & 0o077 != 0 {
            return Err(Fault::ForeignSocketFolder {
                path: folder.to_owned(),
            });
        }
        account.give(folder)
    }

    /// A short folder whose name follows from the long one, so that a next start finds what a crash left.
    fn short_folder(&self) -> PathBuf {
        let name = format!("trame-{:016x}", fingerprint(self.folder.as_os_str().as_bytes()));
        let usual = env::temp_dir().join(&name);
        if usual.as_os_str().len() < LONGEST_SOCKET_FOLDER {
            usual
        } else {
            Path::new("/tmp").join(name)
        }
    }
}

/// The end of what a program said, short enough for a sentence.
pub(crate) fn last_lines(text: &str) -> String {
    let lines: Vec<&str> = text.lines().filter(|line| !line.trim().is_empty()).collect();
    let from = lines.len().saturating_sub(4);
    lines.get(from..).unwrap_or_default().join(" | ")
}

fn make_private(folder: &Path) -> Result<(), Fault> {
    DirBuilder::new()
        .recursive(true)
        .mode(0o700)
        .create(folder)
        .map_err(Fault::folder("make", folder))
}

/// Root working in somebody's folder leaves the cluster to that person.
fn inherit_owner(from: &Path, to: &Path) -> Result<(), Fault> {
    let owner = fs::metadata(from).map_err(Fault::folder("look at", from))?;
    if rustix::process::geteuid().is_root() && owner.uid() != 0 {
        std::os::unix::fs::chown(to, Some(owner.uid()), Some(owner.gid())).map_err(Fault::folder("hand over", to))?;
    }
    Ok(())
}

fn take_lock(data_dir: &Path, path: &Path) -> Result<Lock, Fault> {
    let mut lock = try_lock(data_dir, path)?;
    let file = &mut lock.0;
    let written = file
        .set_len(0)
        .and_then(|()| file.seek(SeekFrom::Start(0)))
        .and_then(|_| writeln!(file, "{}", std::process::id()));
    written.map_err(Fault::folder("write", path))?;
    Ok(lock)
}

fn try_lock(data_dir: &Path, path: &Path) -> Result<Lock, Fault> {
    let mut file = File::options()
        .create(true)
        .truncate(false)
        .read(true)
        .write(true)
        .open(path)
        .map_err(Fault::folder("open", path))?;
    match file.try_lock() {
        Ok(()) => Ok(Lock(file)),
        Err(TryLockError::WouldBlock) => {
            let mut text = String::new();
            let pid = file
                .read_to_string(&mut text)
                .ok()
                .and_then(|_| text.trim().parse().ok());
            Err(Fault::InUse {
                dir: data_dir.to_owned(),
                pid,
            })
        }
        Err(TryLockError::Error(source)) => Err(Fault::folder("lock", path)(source)),
    }
}

/// FNV-1a: the name must stay the same from one version of the program to the next; it guards nothing.
fn fingerprint(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3)
    })
}
