//! The keys folder, readable by its owner only: the root key by default, and what it wraps: the key of names, and one key
//! for each epoch that still lives.

use crate::Fault;
use crate::primitives::{Key, random};
use crate::root::RootKey;
use std::collections::BTreeMap;
use std::fs::{self, DirBuilder, File, OpenOptions};
use std::io::{ErrorKind, Write};
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt, PermissionsExt};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// What the folder holds.
pub(crate) struct Loaded {
    /// What digests and blind indexes are made with; it outlives every epoch.
    pub(crate) names: Key,
    /// The key of each epoch that still lives.
    pub(crate) epochs: BTreeMap<i32, Key>,
}

pub(crate) const NAMES: &str = "names.key";
pub(crate) const PURPOSE_OF_NAMES: &[u8] = b"trame names key";

/// Reads the keys; makes those of names and of the present epoch when everything is new. `needed`: a database depends on
/// them.
pub(crate) fn load(folder: &Path, root: &dyn RootKey, needed: bool, present: i32) -> Result<Loaded, Fault> {
    prepare(folder)?;
    if needed && !epoch_file(folder, present).exists() {
        return Err(Fault::KeysMissing {
            folder: folder.to_owned(),
        });
    }
    let names = names(folder, root, needed)?;
    if !needed {
        make_epoch(folder, root, present)?;
    }
    let mut epochs = BTreeMap::new();
    for number in numbers(folder)? {
        epochs.extend(epoch(folder, root, number)?.map(|key| (number, key)));
    }
    Ok(Loaded { names, epochs })
}

pub(crate) fn names(folder: &Path, root: &dyn RootKey, needed: bool) -> Result<Key, Fault> {
    let file = folder.join(NAMES);
    if let Some(wrapped) = read(&file)? {
        return opened(&file, root, PURPOSE_OF_NAMES, &wrapped);
    }
    // The first folders had no such file: what it holds was the root key itself.
    let names = match (needed, root.bytes()) {
        (true, Some(bytes)) => bytes,
        (true, None) => {
            return Err(Fault::KeysMissing {
                folder: folder.to_owned(),
            });
        }
        (false, _) => random()?,
    };
    let stands = make(&file, &root.wrap(PURPOSE_OF_NAMES, &names)?)?;
    opened(&file, root, PURPOSE_OF_NAMES, &stands)
}

fn opened(file: &Path, root: &dyn RootKey, purpose: &[u8], wrapped: &[u8]) -> Result<Key, Fault> {
    root.unwrap(purpose, wrapped)?
        .ok_or_else(|| Fault::NotAKey { path: file.to_owned() })
}

pub(crate) fn epoch_file(folder: &Path, number: i32) -> PathBuf {
    folder.join(format!("epoch-{number}.key"))
}

fn purpose_of_epoch(number: i32) -> Vec<u8> {
    [b"trame epoch key".as_slice(), &number.to_be_bytes()].concat()
}

/// The key of an epoch; none when its file is gone.
pub(crate) fn epoch(folder: &Path, root: &dyn RootKey, number: i32) -> Result<Option<Key>, Fault> {
    let file = epoch_file(folder, number);
    let Some(wrapped) = read(&file)? else { return Ok(None) };
    match opened(&file, root, &purpose_of_epoch(number), &wrapped) {
        // It was destroyed while it was read.
        Err(Fault::NotAKey { .. }) if !file.exists() => Ok(None),
        opened => opened.map(Some),
    }
}

/// The key of an epoch, made when there is none.
pub(crate) fn make_epoch(folder: &Path, root: &dyn RootKey, number: i32) -> Result<Key, Fault> {
    let file = epoch_file(folder, number);
    if let Some(key) = epoch(folder, root, number)? {
        return Ok(key);
    }
    let purpose = purpose_of_epoch(number);
    let stands = make(&file, &root.wrap(&purpose, &random()?)?)?;
    opened(&file, root, &purpose, &stands)
}

/// The epochs whose keys lie in the folder.
pub(crate) fn numbers(folder: &Path) -> Result<Vec<i32>, Fault> {
    let mut numbers = Vec::new();
    for entry in fs::read_dir(folder).map_err(at(folder))? {
        let name = entry.map_err(at(folder))?.file_name();
        let number: Option<i32> = name
            .to_str()
            .and_then(|name| name.strip_prefix("epoch-")?.strip_suffix(".key")?.parse().ok());
        numbers.extend(number);
    }
    numbers.sort_unstable();
    Ok(numbers)
}

/// Wraps again, under the present root key, all that another one wrapped. Each file is replaced whole or not at all.
pub(crate) fn wrap_again(folder: &Path, root: &dyn RootKey) -> Result<(), Fault> {
    let epochs = numbers(folder)?
        .into_iter()
        .map(|number| (epoch_file(folder, number), purpose_of_epoch(number)));
    for (file, purpose) in epochs.chain([(folder.join(NAMES), PURPOSE_OF_NAMES.to_vec())]) {
        if let Some(wrapped) = read(&file)? {
            let key = opened(&file, root, &purpose, &wrapped)?;
            replace(&file, &root.wrap(&purpose, &key)?)?;
        }
    }
    Ok(())
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
    if rights & 0o077 & !wanted == 0 {
        Ok(())
    } else {
        Err(Fault::LooseRights {
            path: path.to_owned(),
            wanted,
        })
    }
}

pub(crate) fn read(path: &Path) -> Result<Option<Vec<u8>>, Fault> {
    read_as(path, 0o600)
}

/// The same with other rights: systemd hands over to a service by an access list, which shows as those of the group.
pub(crate) fn read_as(path: &Path, rights: u32) -> Result<Option<Vec<u8>>, Fault> {
    match fs::read(path) {
        Ok(bytes) => {
            refuse_loose(path, rights)?;
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
    let unfinished = written_beside(path, bytes)?;
    // A hard link, unlike a rename, never replaces the key that another program has made meanwhile.
    let linked = fs::hard_link(&unfinished, path);
    fs::remove_file(&unfinished).map_err(at(&unfinished))?;
    match linked {
        Ok(()) => {
            settled(path)?;
            Ok(bytes.to_vec())
        }
        Err(error) if error.kind() == ErrorKind::AlreadyExists => fs::read(path).map_err(at(path)),
        Err(error) => Err(at(path)(error)),
    }
}

/// Replaces a key file whole or not at all.
pub(crate) fn replace(path: &Path, bytes: &[u8]) -> Result<(), Fault> {
    let unfinished = written_beside(path, bytes)?;
    fs::rename(&unfinished, path).map_err(at(path))?;
    settled(path)
}

/// Destroys a key file: written over first, as far as the file system lets that reach the disk. One that is gone is gone.
///
/// It is put aside before, so that nobody meets a key of which half is written over, and no crash leaves one behind.
pub(crate) fn destroy(path: &Path) -> Result<(), Fault> {
    let aside = path.with_extension("destroyed");
    match fs::rename(path, &aside) {
        Ok(()) => settled(path)?,
        Err(error) if error.kind() == ErrorKind::NotFound => {}
        Err(error) => return Err(at(path)(error)),
    }
    match written_over_and_removed(&aside) {
        // Somebody else does the same at this moment.
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(()),
        Err(error) => Err(at(&aside)(error)),
        Ok(()) => settled(path),
    }
}

fn written_over_and_removed(path: &Path) -> std::io::Result<()> {
    let length = fs::metadata(path)?.len();
    let nothing = vec![0; usize::try_from(length).unwrap_or_default()];
    let mut file = OpenOptions::new().write(true).open(path)?;
    file.write_all(&nothing)?;
    file.sync_all()?;
    fs::remove_file(path)
}

/// A file that grows line by line, in the hands of one program at a time until it is let go; made when it is missing.
pub(crate) fn alone(path: &Path) -> Result<File, Fault> {
    let mut options = OpenOptions::new();
    let file = options
        .append(true)
        .create(true)
        .mode(0o600)
        .open(path)
        .map_err(at(path))?;
    file.lock().map_err(at(path))?;
    Ok(file)
}

/// Adds lines behind the first `whole` bytes, on the disk when this returns; what lay behind them is cut off.
pub(crate) fn add_lines(file: &mut File, path: &Path, whole: u64, lines: &str) -> Result<(), Fault> {
    file.set_len(whole)
        .and_then(|()| file.write_all(lines.as_bytes()))
        .and_then(|()| file.sync_all())
        .map_err(at(path))?;
    settled(path)
}

fn written_beside(path: &Path, bytes: &[u8]) -> Result<PathBuf, Fault> {
    let unfinished = unfinished(path);
    let mut options = OpenOptions::new();
    let mut file = options
        .write(true)
        .create_new(true)
        .mode(0o600)
        .open(&unfinished)
        .map_err(at(&unfinished))?;
    file.write_all(bytes)
        .and_then(|()| file.sync_all())
        .map_err(at(&unfinished))?;
    Ok(unfinished)
}

/// The name itself reaches the disk.
fn settled(path: &Path) -> Result<(), Fault> {
    let Some(folder) = path.parent() else { return Ok(()) };
    File::open(folder)
        .and_then(|folder| folder.sync_all())
        .map_err(at(folder))
}

fn unfinished(path: &Path) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(format!(".{}.new", uuid::Uuid::new_v4().simple()));
    PathBuf::from(name)
}
