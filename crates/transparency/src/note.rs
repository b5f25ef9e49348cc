//! Signed notes (C2SP signed-note): a text, an empty line, and a line for each signature.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use std::fmt;

/// No note that we read is nearly as long.
const LONGEST: usize = 64 * 1024;
const MARK: &str = "\u{2014} ";
const ID: usize = 4;

/// A signature line: by whom, with which key, and the bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signature {
    /// The name of the key.
    pub name: String,
    /// The first bytes of the digest of name, kind and key.
    pub id: [u8; ID],
    /// What was made with it.
    pub bytes: Vec<u8>,
}

/// A text and its signatures; none of them is checked yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// The text, with the line feed at its end.
    pub text: String,
    /// The signatures, in the order of their lines.
    pub signatures: Vec<Signature>,
}

/// These bytes are not a signed note.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("this is not a signed note: {0}")]
pub struct NotANote(&'static str);

impl Note {
    /// Reads a note.
    ///
    /// # Errors
    /// When it is not one.
    pub fn parse(note: &str) -> Result<Self, NotANote> {
        if note.len() > LONGEST {
            return Err(NotANote("it is too long"));
        }
        if note.chars().any(|each| each < ' ' && each != '\n') {
            return Err(NotANote("it holds a control character"));
        }
        let (before, lines) = note.rsplit_once("\n\n").ok_or(NotANote("it has no empty line"))?;
        let lines = lines.strip_suffix('\n').ok_or(NotANote("its last line does not end"))?;
        let signatures = lines.split('\n').map(Signature::parse).collect::<Result<_, _>>()?;
        Ok(Self {
            text: format!("{before}\n"),
            signatures,
        })
    }
}

impl fmt::Display for Note {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{}", self.text)?;
        self.signatures
            .iter()
            .try_for_each(|signature| writeln!(f, "{signature}"))
    }
}

impl Signature {
    fn parse(line: &str) -> Result<Self, NotANote> {
        let refused = NotANote("a signature line cannot be read");
        let (name, bytes) = line
            .strip_prefix(MARK)
            .and_then(|rest| rest.split_once(' '))
            .ok_or(refused)?;
        let bytes = STANDARD.decode(bytes).map_err(|_garbled| refused)?;
        let (id, bytes) = bytes.split_first_chunk::<ID>().ok_or(refused)?;
        if !is_a_name(name) || bytes.is_empty() {
            return Err(refused);
        }
        Ok(Self {
            name: name.to_owned(),
            id: *id,
            bytes: bytes.to_vec(),
        })
    }
}

impl fmt::Display for Signature {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let bytes = [&self.id, self.bytes.as_slice()].concat();
        write!(f, "{MARK}{} {}", self.name, STANDARD.encode(bytes))
    }
}

/// Whether a key may bear this name.
pub(crate) fn is_a_name(name: &str) -> bool {
    !name.is_empty() && !name.contains(|each: char| each.is_whitespace() || each.is_control() || each == '+')
}
