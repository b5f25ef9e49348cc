//! One look over the whole file before anything is kept: is it whole, what is it, and in which encoding.

use super::{Count, unpacked, unreadable};
use crate::Fault;
use encoding_rs::{Encoding, UTF_8, WINDOWS_1252};
use std::fs::File;
use std::io::{BufRead, Read};
use std::path::{Path, PathBuf};
use std::time::SystemTime;

/// How much of the beginning tells the format.
const HEAD: usize = 8 << 10;

/// What a file turned out to be.
#[derive(Clone, Debug)]
pub(crate) struct Probed {
    pub(crate) path: PathBuf,
    /// Its size on disk.
    pub(crate) length: u64,
    pub(super) gzip: bool,
    pub(super) encoding: &'static Encoding,
    /// Mostly UTF-8, but not everywhere: rows with U+FFFD are refused.
    pub(crate) damaged: bool,
    /// It begins like XML.
    pub(crate) xml: bool,
    /// It is XML, and the log of XES stands near its beginning.
    pub(crate) xes: bool,
    pub(super) identity: (u64, Option<SystemTime>),
}

/// What tells whether a file is still the same.
pub(super) fn identity(path: &Path) -> Result<(u64, Option<SystemTime>), Fault> {
    let about = std::fs::metadata(path).map_err(|error| unreadable(path, &error))?;
    Ok((about.len(), about.modified().ok()))
}

/// Reads a file once and tells what it is.
///
/// # Errors
/// When it cannot be read to its end, is empty, or is of a format that is not read.
pub(crate) fn probe(path: &Path, count: &Count) -> Result<Probed, Fault> {
    let identity = identity(path)?;
    let mut magic = Vec::new();
    let mut file = File::open(path).map_err(|error| unreadable(path, &error))?;
    (&mut file)
        .take(2)
        .read_to_end(&mut magic)
        .map_err(|error| unreadable(path, &error))?;
    let gzip = magic == [0x1f, 0x8b];
    let seen = Seen::over(path, gzip, count)?;
    if seen.head.is_empty() {
        return Err(Fault::Empty { path: path.to_owned() });
    }
    let marked = Encoding::for_bom(&seen.head).map(|(encoding, _)| encoding);
    refuse_other_formats(path, &seen.head, marked.is_some())?;
    let encoding = match marked.or_else(|| declared(&seen.head)) {
        Some(encoding) if encoding != UTF_8 => encoding,
        Some(_) | None if seen.broken > seen.accented => WINDOWS_1252,
        Some(_) | None => UTF_8,
    };
    let (beginning, ..) = encoding.decode(&seen.head);
    let xml = beginning.trim_start().starts_with('<');
    Ok(Probed {
        path: path.to_owned(),
        length: identity.0,
        gzip,
        encoding,
        damaged: encoding == UTF_8 && seen.broken > 0,
        xml,
        xes: xml && beginning.contains("<log"),
        identity,
    })
}

struct Seen {
    head: Vec<u8>,
    /// Characters beyond ASCII that are good UTF-8.
    accented: u64,
    /// Bytes that are no UTF-8.
    broken: u64,
}

impl Seen {
    fn over(path: &Path, gzip: bool, count: &Count) -> Result<Self, Fault> {
        let mut seen = Self {
            head: Vec::new(),
            accented: 0,
            broken: 0,
        };
        let mut bytes = unpacked(path, gzip, count)?;
        let mut rest: Vec<u8> = Vec::new();
        loop {
            let chunk = bytes.fill_buf().map_err(|error| unreadable(path, &error))?;
            if chunk.is_empty() {
                break;
            }
            let wanted = HEAD.saturating_sub(seen.head.len()).min(chunk.len());
            seen.head.extend_from_slice(chunk.get(..wanted).unwrap_or_default());
            rest.extend_from_slice(chunk);
            let length = chunk.len();
            bytes.consume(length);
            let unread = seen.count(&rest);
            rest.drain(..rest.len().saturating_sub(unread));
        }
        seen.broken = seen.broken.saturating_add(u64::from(!rest.is_empty()));
        Ok(seen)
    }

    /// Counts good and broken characters; answers how many bytes at the end are the beginning of one more.
    fn count(&mut self, mut bytes: &[u8]) -> usize {
        loop {
            let (good, then) = match std::str::from_utf8(bytes) {
                Ok(_) => (bytes.len(), None),
                Err(error) => (error.valid_up_to(), Some(error.error_len())),
            };
            let (valid, rest) = bytes.split_at(good);
            let accented = valid.iter().filter(|byte| **byte >= 0xc0).count();
            self.accented = self
                .accented
                .saturating_add(u64::try_from(accented).unwrap_or_default());
            match then {
                None => return 0,
                Some(None) => return rest.len(),
                Some(Some(length)) => {
                    self.broken = self.broken.saturating_add(1);
                    bytes = rest.get(length..).unwrap_or_default();
                }
            }
        }
    }
}

/// The encoding an XML declaration names.
fn declared(head: &[u8]) -> Option<&'static Encoding> {
    let head = head.strip_prefix(b"<?xml")?;
    let end = head.windows(2).position(|two| two == b"?>")?;
    let declaration = std::str::from_utf8(head.get(..end)?).ok()?;
    let value = declaration
        .split_once("encoding")?
        .1
        .trim_start()
        .strip_prefix('=')?
        .trim_start();
    let quote = value.chars().next().filter(|c| matches!(c, '"' | '\''))?;
    Encoding::for_label(value.get(1..)?.split(quote).next()?.as_bytes())
}

/// Whether a file begins like a list of records or a record in JSON, which no head line of a table does.
fn is_json(head: &[u8]) -> bool {
    let mut signs = head.iter().filter(|sign| !sign.is_ascii_whitespace());
    match (signs.next(), signs.next()) {
        (Some(b'['), Some(next)) => matches!(next, b'{' | b'[' | b']'),
        (Some(b'{'), Some(next)) => matches!(next, b'"' | b'}'),
        _ => false,
    }
}

fn refuse_other_formats(path: &Path, head: &[u8], marked: bool) -> Result<(), Fault> {
    const FORMATS: [(&[u8], &str, &str); 7] = [
        (
            b"PK\x03\x04",
            "un classeur Excel (.xlsx) ou une archive ZIP",
            "Enregistrez-le en CSV (UTF-8), ou décompressez l’archive.",
        ),
        (
            b"\xd0\xcf\x11\xe0",
            "un ancien classeur Excel (.xls)",
            "Enregistrez-le en CSV (UTF-8).",
        ),
        (b"%PDF", "un document PDF", "Demandez à la source un export CSV ou XES."),
        (b"BZh", "compressé par bzip2", "Décompressez-le, ou utilisez gzip."),
        (b"\xfd7zXZ", "compressé par xz", "Décompressez-le, ou utilisez gzip."),
        (
            b"\x28\xb5\x2f\xfd",
            "compressé par zstd",
            "Décompressez-le, ou utilisez gzip.",
        ),
        (b"\x1f\x8b", "compressé deux fois par gzip", "Décompressez-le une fois."),
    ];
    let refuse = |found, instead| {
        Err(Fault::Format {
            path: path.to_owned(),
            found,
            instead,
        })
    };
    for (magic, found, instead) in FORMATS {
        if head.starts_with(magic) {
            return refuse(found, instead);
        }
    }
    if is_json(head) {
        return refuse(
            "un fichier JSON",
            "Un journal s’écrit en CSV ou en XES ; un carnet de bord s’importe par son dossier.",
        );
    }
    // A stray NUL costs its row alone; a text in UTF-16 without its mark has one in every other place.
    let nothing = head.iter().filter(|byte| **byte == 0).count();
    if !marked && nothing.saturating_mul(16) > head.len() {
        return refuse(
            "un fichier binaire, ou un texte en UTF-16 sans marque",
            "Un journal s’écrit en CSV ou en XES, enregistré en UTF-8.",
        );
    }
    Ok(())
}
