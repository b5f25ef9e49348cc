//! A text whose lines are counted, and which refuses to grow one markup beyond measure.

use super::Text;
use super::lines::LONGEST;
use std::io::{self, BufRead, Read};

/// Counts lines; an error when more than [`LONGEST`] bytes are read without a [`Measured::rest`] between.
pub(crate) struct Measured {
    text: Text,
    lines: u64,
    since: usize,
}

impl Measured {
    pub(crate) fn new(text: Text) -> Self {
        Self {
            text,
            lines: 1,
            since: 0,
        }
    }

    /// The line that is being read.
    pub(crate) fn line(&self) -> u64 {
        self.lines
    }

    /// What was read so far was of reasonable size.
    pub(crate) fn rest(&mut self) {
        self.since = 0;
    }

    /// Whether it was refused for its size.
    pub(crate) fn overflowed(&self) -> bool {
        self.since > LONGEST
    }
}

impl BufRead for Measured {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        if self.overflowed() {
            return Err(io::Error::other(
                "une balise ou un texte dépasse 1 Mio ; retirez-le du fichier",
            ));
        }
        self.text.fill_buf()
    }

    fn consume(&mut self, read: usize) {
        if let Ok(buffer) = self.text.fill_buf() {
            let taken = buffer.get(..read).unwrap_or(buffer);
            let lines = taken.iter().filter(|byte| **byte == b'\n').count();
            self.lines = self.lines.saturating_add(u64::try_from(lines).unwrap_or_default());
        }
        self.text.consume(read);
        self.since = self.since.saturating_add(read);
    }
}

impl Read for Measured {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let read = self.fill_buf()?.read(into)?;
        self.consume(read);
        Ok(read)
    }
}
