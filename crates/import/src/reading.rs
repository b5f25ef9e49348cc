//! Opening a file whatever it is called: gzip by its first bytes, its encoding by what it holds, its format by how it
//! begins. Each reading is a stream; nothing here grows with the file.

mod decoding;
mod lines;
mod measured;
mod probe;

pub(crate) use lines::{LONGEST, MOST_FIELDS, Record, Records, TOO_LONG};
pub(crate) use measured::Measured;
pub(crate) use probe::{Probed, probe};

use crate::Fault;
use decoding::Decoding;
use flate2::bufread::MultiGzDecoder;
use std::fs::File;
use std::io::{self, BufRead, BufReader, Read};
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

/// The text of a file, as UTF-8.
pub(crate) type Text = Box<dyn BufRead + Send>;

/// Counts what is read of a file, over all its readings.
#[derive(Clone, Default)]
pub(crate) struct Count(Arc<AtomicU64>);

impl Count {
    pub(crate) fn read(&self) -> u64 {
        self.0.load(Ordering::Relaxed)
    }
}

struct Counting {
    file: File,
    count: Count,
}

impl Read for Counting {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let read = self.file.read(into)?;
        self.count
            .0
            .fetch_add(u64::try_from(read).unwrap_or_default(), Ordering::Relaxed);
        Ok(read)
    }
}

/// The bytes of a file, unpacked when they are packed.
fn unpacked(path: &Path, gzip: bool, count: &Count) -> Result<Text, Fault> {
    let file = File::open(path).map_err(|error| unreadable(path, &error))?;
    let counting = Counting {
        file,
        count: count.clone(),
    };
    let packed = BufReader::with_capacity(64 << 10, counting);
    Ok(if gzip {
        Box::new(BufReader::with_capacity(64 << 10, MultiGzDecoder::new(packed)))
    } else {
        Box::new(packed)
    })
}

impl Probed {
    /// The text from its beginning.
    ///
    /// # Errors
    /// When the file cannot be read any more, or is not the one that was probed.
    pub(crate) fn open(&self, count: &Count) -> Result<Text, Fault> {
        if probe::identity(&self.path)? != self.identity {
            return Err(Fault::Changed);
        }
        let bytes = unpacked(&self.path, self.gzip, count)?;
        Ok(Box::new(Decoding::new(bytes, self.encoding)))
    }
}

/// What the system says of a file that cannot be read, in French where it is a usual case.
pub(crate) fn unreadable(path: &Path, error: &io::Error) -> Fault {
    use io::ErrorKind;
    let path = path.to_owned();
    let kind = error.kind();
    if matches!(
        kind,
        ErrorKind::UnexpectedEof | ErrorKind::InvalidData | ErrorKind::InvalidInput
    ) {
        return Fault::BrokenGzip { path };
    }
    let reason = if kind == ErrorKind::NotFound {
        "il n’existe pas".to_owned()
    } else if kind == ErrorKind::PermissionDenied {
        "les droits manquent".to_owned()
    } else if kind == ErrorKind::NotADirectory {
        "c’est un fichier, un dossier est attendu".to_owned()
    } else if kind == ErrorKind::IsADirectory {
        "c’est un dossier, un fichier est attendu".to_owned()
    } else {
        error.to_string()
    };
    Fault::Unreadable { path, reason }
}

#[cfg(test)]
mod spec;
