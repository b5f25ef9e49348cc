//! Passwords that were stolen elsewhere and are tried everywhere: a file that the operator brings, asked without a network.
//!
//! Either a list of passwords, one a line, or the list of Have I Been Pwned, « ordered by hash »: SHA-1 in hexadecimal, a
//! colon, how often. The second is searched where it lies, since it is larger than any memory.

use aws_lc_rs::digest::{SHA1_FOR_LEGACY_USE_ONLY, digest};
use data_encoding::HEXUPPER_PERMISSIVE;
use std::cmp::Ordering;
use std::fs::File;
use std::io::{self, BufRead, BufReader, ErrorKind};
use std::os::unix::fs::FileExt;
use std::path::Path;
use std::sync::Arc;

/// The length of a SHA-1, and of its hexadecimal.
const HASH: usize = 20;
const HEX: usize = 40;
/// Longer than any line of hashes.
const LINE: usize = 128;
/// A list of passwords is kept in memory: one that is larger has to be a list of hashes.
const LARGEST_LIST: u64 = 128 * 1024 * 1024;

/// A list, open.
#[derive(Clone)]
pub struct Breached(Arc<List>);

enum List {
    Passwords(Vec<[u8; HASH]>),
    Hashes { file: File, length: u64 },
}

impl Breached {
    /// Opens a file.
    ///
    /// # Errors
    /// When it cannot be read, is empty, or its hashes are not in order.
    pub fn open(file: &Path) -> io::Result<Self> {
        let opened = File::open(file)?;
        let length = opened.metadata()?.len();
        let mut first = [0; LINE];
        let read = opened.read_at(&mut first, 0)?;
        let list = if is_hash(first.get(..read).unwrap_or_default()) {
            in_order(&opened, length)?;
            List::Hashes { file: opened, length }
        } else if length > LARGEST_LIST {
            let told = "a list of passwords this long has to be a list of their SHA-1, in order";
            return Err(io::Error::new(ErrorKind::InvalidData, told));
        } else {
            List::Passwords(passwords(file)?)
        };
        Ok(Self(Arc::new(list)))
    }

    /// Whether a password is in the list.
    ///
    /// # Errors
    /// When the file cannot be read any more.
    pub fn knows(&self, password: &str) -> io::Result<bool> {
        let hash = hash(password);
        match self.0.as_ref() {
            List::Passwords(known) => Ok(known.binary_search(&hash).is_ok()),
            List::Hashes { file, length } => found(file, *length, HEXUPPER_PERMISSIVE.encode(&hash).as_bytes()),
        }
    }
}

fn hash(password: &str) -> [u8; HASH] {
    let mut hash = [0; HASH];
    hash.copy_from_slice(digest(&SHA1_FOR_LEGACY_USE_ONLY, password.as_bytes()).as_ref());
    hash
}

fn is_hash(line: &[u8]) -> bool {
    let (hash, rest) = line.split_at_checked(HEX).unwrap_or_default();
    hash.len() == HEX
        && hash.iter().all(u8::is_ascii_hexdigit)
        && rest.first().is_none_or(|next| [b':', b'\r', b'\n'].contains(next))
}

fn passwords(file: &Path) -> io::Result<Vec<[u8; HASH]>> {
    let mut known = Vec::new();
    for line in BufReader::new(File::open(file)?).split(b'\n') {
        let line = line?;
        let line = line.strip_suffix(b"\r").unwrap_or(&line);
        // What is no text is no password that somebody types here.
        if let Ok(password) = std::str::from_utf8(line)
            && !password.is_empty()
        {
            known.push(hash(password));
        }
    }
    if known.is_empty() {
        return Err(io::Error::new(ErrorKind::InvalidData, "it holds no password"));
    }
    known.sort_unstable();
    known.dedup();
    Ok(known)
}

/// Looks at a thousand places: a list by frequency would never be found in.
fn in_order(file: &File, length: u64) -> io::Result<()> {
    let mut before = [0; HEX];
    for place in 0..1_000 {
        let near = length.saturating_mul(place) / 1_000;
        let Some((_, hash)) = line_from(file, near, length)? else {
            break;
        };
        if hash < before {
            let told = "its hashes are not in order: take the list « ordered by hash »";
            return Err(io::Error::new(ErrorKind::InvalidData, told));
        }
        before = hash;
    }
    Ok(())
}

/// The first line that begins at a place or after it: where, and its hash in capitals.
fn line_from(file: &File, place: u64, length: u64) -> io::Result<Option<(u64, [u8; HEX])>> {
    let start = match place.checked_sub(1) {
        None => 0,
        Some(before) => {
            let mut bytes = [0; LINE];
            let read = file.read_at(&mut bytes, before)?;
            let bytes = bytes.get(..read).unwrap_or_default();
            match bytes.iter().position(|byte| *byte == b'\n') {
                Some(end) => place.saturating_add(u64::try_from(end).unwrap_or(u64::MAX)),
                None if read < LINE => return Ok(None),
                None => return Err(io::Error::new(ErrorKind::InvalidData, "a line is no hash")),
            }
        }
    };
    if start >= length {
        return Ok(None);
    }
    let mut hash = [0; HEX];
    file.read_exact_at(&mut hash, start)?;
    hash.make_ascii_uppercase();
    Ok(Some((start, hash)))
}

fn found(file: &File, length: u64, wanted: &[u8]) -> io::Result<bool> {
    let (mut low, mut high) = (0, length);
    while low < high {
        let middle = low.midpoint(high);
        let line = line_from(file, middle, length)?.filter(|(start, _)| *start < high);
        match line.map(|(start, hash)| (start, hash.as_slice().cmp(wanted))) {
            Some((_, Ordering::Equal)) => return Ok(true),
            Some((start, Ordering::Less)) => low = start.saturating_add(1),
            Some((_, Ordering::Greater)) | None => high = middle,
        }
    }
    Ok(false)
}

#[cfg(test)]
mod tests {
    use super::*;
    use tempfile::NamedTempFile;

    fn kept(text: &str) -> NamedTempFile {
        let file = NamedTempFile::new().unwrap();
        std::fs::write(file.path(), text).unwrap();
        file
    }

    fn hashes(words: &[String], ending: &str) -> String {
        let mut lines: Vec<String> = words
            .iter()
            .map(|word| format!("{}:{}{ending}", HEXUPPER_PERMISSIVE.encode(&hash(word)), word.len()))
            .collect();
        lines.sort();
        lines.concat()
    }

    fn words() -> Vec<String> {
        (0..500).map(|number| format!("mot de passe {number}")).collect()
    }

    #[test]
    fn a_list_of_passwords_knows_what_stands_in_it() {
        let file = kept("azerty123456\r\nmotdepasse12\n\nsoleil soleil\n");
        let list = Breached::open(file.path()).unwrap();
        for known in ["azerty123456", "motdepasse12", "soleil soleil"] {
            assert!(list.knows(known).unwrap(), "{known}");
        }
        for unknown in ["", "Azerty123456", "quatre mots sans lien"] {
            assert!(!list.knows(unknown).unwrap(), "{unknown}");
        }
    }

    #[test]
    fn a_list_of_hashes_is_searched_where_it_lies() {
        for ending in ["\n", "\r\n"] {
            let file = kept(&hashes(&words(), ending));
            let list = Breached::open(file.path()).unwrap();
            assert!(matches!(list.0.as_ref(), List::Hashes { .. }));
            for word in words() {
                assert!(list.knows(&word).unwrap(), "{word}");
                assert!(!list.knows(&format!("{word} !")).unwrap(), "{word}");
            }
        }
    }

    #[test]
    fn a_list_that_would_never_be_found_in_is_refused() {
        let mut backwards: Vec<String> = hashes(&words(), "\n").lines().map(str::to_owned).collect();
        backwards.reverse();
        let file = kept(&backwards.join("\n"));
        let refused = Breached::open(file.path()).err().unwrap();
        assert!(refused.to_string().contains("ordered by hash"), "{refused}");
        assert!(Breached::open(kept("\n\n").path()).is_err());
        assert!(Breached::open(Path::new("/nowhere/at/all")).is_err());
    }
}
