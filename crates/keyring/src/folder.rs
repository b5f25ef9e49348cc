//! The keys folder, readable by its owner only: the root key, and the epoch key that the root key wraps.

use crate::Fault;
use crate::primitives::{Key, derive, random, unwrap, wrap};
use std::fs::{self, DirBuilder, File, OpenOptions};
use std::io::{ErrorKind, Write};
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt, PermissionsExt};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// What the folder holds.
pub(crate) struct Loaded {
    pub(crate) root: Key,
    pub(crate) epoch: i32,
    pub(crate) epoch_key: Key,
}

const EPOCH: i32 = 1;

/// Reads the keys; makes them when there are none, unless a database already depends on some.
pub(crate) fn load(folder: &Path, needed: bool) -> Result<Loaded, Fault> {
    let root_file = folder.join("root.key");
    let epoch_file = folder.join(format!("epoch-{EPOCH}.key"));
    if needed && !(root_file.exists() && epoch_file.exists()) {
        return Err(Fault::KeysMissing {
            folder: folder.to_owned(),
        });
    }
    prepare(folder)?;
    let root = match read(&root_file)? {
        Some(bytes) => key(&bytes, &root_file)?,
        None => key(&make(&root_file, random()?.as_ref())?, &root_file)?,
    };
    let wrapping = derive(&root, &[b"trame epoch key", &EPOCH.to_be_bytes()])?;
    let wrapped = match read(&epoch_file)? {
        Some(bytes) => bytes,
        None => make(&epoch_file, &wrap(&wrapping, &random()?)?)?,
    };
    let epoch_key = unwrap(&wrapping, &wrapped).ok_or(Fault::NotAKey { path: epoch_file })?;
    Ok(Loaded {
        root,
        epoch: EPOCH,
        epoch_key,
    })
}

/// Makes the folder when it is missing; refuses one that others may read.
pub(crate) fn prepare(folder: &Path) -> Result<(), Fault> {
    if !folder.exists() {
        DirBuilder::new()
            .recursive(true)
            .mode(0o700)
            .create(folder)
            .map_err(at(folder))?;
    }
    refuse_loose(folder, 0o700)
}

fn at(path: &Path) -> impl FnOnce(std::io::Error) -> Fault + '_ {
    |source| Fault::Folder {
        path: path.to_owned(),
        source: Arc::new(source),
    }
}

fn refuse_loose(path: &Path, wanted: u32) -> Result<(), Fault> {
    let rights = fs::metadata(path).map_err(at(path))?.permissions().mode();
    if rights & 0o077 == 0 {
        Ok(())
    } else {
        Err(Fault::LooseRights {
            path: path.to_owned(),
            wanted,
        })
    }
}

pub(crate) fn read(path: &Path) -> Result<Option<Vec<u8>>, Fault> {
    match fs::read(path) {
        Ok(bytes) => {
            refuse_loose(path, 0o600)?;
            Ok(Some(bytes))
        }
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        Err(error) => Err(at(path)(error)),
    }
}

pub(crate) fn key(bytes: &[u8], path: &Path) -> Result<Key, Fault> {
    let mut key = Key::default();
    if bytes.len() != key.len() {
        return Err(Fault::NotAKey { path: path.to_owned() });
    }
    key.copy_from_slice(bytes);
    Ok(key)
}

/// Writes a key file whole or not at all, and answers what stands: another program may have been faster.
pub(crate) fn make(path: &Path, bytes: &[u8]) -> Result<Vec<u8>, Fault> {
    let unfinished = unfinished(path);
    let mut file = OpenOptions::new()
        .write(true)
        .create_new(true)
        .mode(0o600)
        .open(&unfinished)
        .map_err(at(&unfinished))?;
    file.write_all(bytes)
        .and_then(|()| file.sync_all())
        .map_err(at(&unfinished))?;
    // A hard link, unlike a rename, never replaces the key that another program has made meanwhile.
    let linked = fs::hard_link(&unfinished, path);
    fs::remove_file(&unfinished).map_err(at(&unfinished))?;
    match linked {
        Ok(()) => {
            if let Some(folder) = path.parent() {
                File::open(folder)
                    .and_then(|folder| folder.sync_all())
                    .map_err(at(folder))?;
            }
            Ok(bytes.to_vec())
        }
        Err(error) if error.kind() == ErrorKind::AlreadyExists => fs::read(path).map_err(at(path)),
        Err(error) => Err(at(path)(error)),
    }
}

fn unfinished(path: &Path) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(format!(".{}.new", uuid::Uuid::new_v4().simple()));
    PathBuf::from(name)
}
