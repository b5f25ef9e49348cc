//! A checkpoint (C2SP tlog-checkpoint): which log, how many leaves, which root. Signed, it is what a log cannot take back.

use crate::hash::{Hash, read, written};
use crate::key::{PublicKey, Signer};
use crate::note::{NotANote, Note};
use std::fmt;

/// What a log says of itself at one size. `Display` writes the text that is signed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Checkpoint {
    /// Which log.
    pub origin: String,
    /// How many leaves.
    pub size: u64,
    /// The root over them.
    pub root: Hash,
}

/// Why a note is not taken for a checkpoint of the log.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotACheckpoint {
    /// It is not a signed note.
    #[error(transparent)]
    NotANote(#[from] NotANote),
    /// Its text has not the three lines of a checkpoint.
    #[error("the note is not a checkpoint: its text is not origin, size and root")]
    Unreadable,
    /// It names another log.
    #[error("the checkpoint is of another log")]
    OtherLog,
    /// It has no signature with the key of the log.
    #[error("the checkpoint is not signed with the key of the log")]
    Unsigned,
    /// It has one, and that does not fit.
    #[error("the signature of the checkpoint does not fit its text")]
    Forged,
}

impl Checkpoint {
    /// Reads the text of a checkpoint, signed or not.
    ///
    /// # Errors
    /// When it has not exactly three lines in their one form: a log of Trame adds no others.
    pub fn parse(text: &str) -> Result<Self, NotACheckpoint> {
        let mut lines = text.split('\n');
        let (Some(origin), Some(size), Some(root)) = (lines.next(), lines.next(), lines.next()) else {
            return Err(NotACheckpoint::Unreadable);
        };
        let (Ok(size), Some(root)) = (size.parse(), read(root)) else {
            return Err(NotACheckpoint::Unreadable);
        };
        let origin = origin.to_owned();
        let checkpoint = Self { origin, size, root };
        // Leading zeroes, plus signs, further lines: whatever is not written as we write it is refused.
        if checkpoint.to_string() == text && !checkpoint.origin.is_empty() {
            Ok(checkpoint)
        } else {
            Err(NotACheckpoint::Unreadable)
        }
    }

    /// Signs it as the log.
    #[must_use]
    pub fn signed(&self, log: &Signer) -> Note {
        let text = self.to_string();
        let signatures = vec![log.sign(&text)];
        Note { text, signatures }
    }

    /// Puts a signature that the log made of it earlier back under it, unchecked.
    #[must_use]
    pub fn with_signature(&self, log: &PublicKey, signature: Vec<u8>) -> Note {
        Note {
            text: self.to_string(),
            signatures: vec![log.line(signature)],
        }
    }

    /// Reads a note and checks that the log signed it.
    ///
    /// # Errors
    /// Why it is not a checkpoint of this log.
    pub fn opened(note: &Note, log: &PublicKey) -> Result<Self, NotACheckpoint> {
        let signature = log.signature(note).ok_or(NotACheckpoint::Unsigned)?;
        if !log.has_signed(note.text.as_bytes(), &signature.bytes) {
            return Err(NotACheckpoint::Forged);
        }
        let checkpoint = Self::parse(&note.text)?;
        if checkpoint.origin == log.name() {
            Ok(checkpoint)
        } else {
            Err(NotACheckpoint::OtherLog)
        }
    }

    /// Whether the log made this signature of it.
    #[must_use]
    pub fn is_signed_by(&self, log: &PublicKey, signature: &[u8]) -> bool {
        self.origin == log.name() && log.has_signed(self.to_string().as_bytes(), signature)
    }
}

impl fmt::Display for Checkpoint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{}\n{}\n{}", self.origin, self.size, written(&self.root))
    }
}
