//! Keys of notes: Ed25519, bound to a name and to one use; and public keys as they are handed on, in one line.

use crate::hash::taken;
use crate::note::{Note, Signature, is_a_name};
use aws_lc_rs::digest::{SHA256, digest};
use aws_lc_rs::signature::{ED25519, Ed25519KeyPair, KeyPair, UnparsedPublicKey};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use std::fmt;

/// What a key signs: the same bytes mean another thing under another kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// The log itself signs its checkpoints.
    Log,
    /// A witness signs that she saw a checkpoint follow those before, and when.
    Witness,
}

impl Kind {
    const fn byte(self) -> u8 {
        match self {
            Self::Log => 0x01,
            Self::Witness => 0x04,
        }
    }

    const fn of(byte: u8) -> Option<Self> {
        match byte {
            0x01 => Some(Self::Log),
            0x04 => Some(Self::Witness),
            _ => None,
        }
    }
}

/// These bytes are not a key, or this is not a name for one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("this is not a key of a log or a witness: {0}")]
pub struct NotAKey(&'static str);

/// A public key, with its name and use. Written `name+id+key` on one line (C2SP: verifier key).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PublicKey {
    name: String,
    kind: Kind,
    bytes: [u8; 32],
}

impl PublicKey {
    /// Names the bytes of a key.
    ///
    /// # Errors
    /// When this is not a name.
    pub fn new(name: &str, kind: Kind, bytes: [u8; 32]) -> Result<Self, NotAKey> {
        if !is_a_name(name) {
            return Err(NotAKey("a name has neither spaces nor a plus sign"));
        }
        Ok(Self {
            name: name.to_owned(),
            kind,
            bytes,
        })
    }

    /// Reads the line in which it is handed on.
    ///
    /// # Errors
    /// When it is not such a line, or the id in it is not that of the key.
    pub fn parse(line: &str) -> Result<Self, NotAKey> {
        let mut parts = line.trim().splitn(3, '+');
        let (Some(name), Some(id), Some(key)) = (parts.next(), parts.next(), parts.next()) else {
            return Err(NotAKey("it has not the form name+id+key"));
        };
        let key = STANDARD.decode(key).map_err(|_garbled| NotAKey("it is not base64"))?;
        let (kind, bytes) = match key.split_first() {
            Some((kind, bytes)) if bytes.len() == 32 => (Kind::of(*kind), bytes),
            Some(_) | None => return Err(NotAKey("it has not 33 bytes")),
        };
        let key = Self::new(name, kind.ok_or(NotAKey("it is of another kind"))?, taken(bytes))?;
        if key.id_in_hex() == id {
            Ok(key)
        } else {
            Err(NotAKey("its id is not that of its name and bytes"))
        }
    }

    /// Its name.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Its use.
    #[must_use]
    pub fn kind(&self) -> Kind {
        self.kind
    }

    /// The 32 bytes of RFC 8032.
    #[must_use]
    pub fn bytes(&self) -> &[u8; 32] {
        &self.bytes
    }

    /// Whether a signature line claims to be by this key.
    #[must_use]
    pub fn signature_is(&self, line: &Signature) -> bool {
        line.name == self.name && line.id == self.id()
    }

    /// The signature of a note that claims to be by this key.
    #[must_use]
    pub fn signature<'note>(&self, note: &'note Note) -> Option<&'note Signature> {
        note.signatures.iter().find(|line| self.signature_is(line))
    }

    /// The line that says that this key made a signature.
    pub(crate) fn line(&self, bytes: Vec<u8>) -> Signature {
        Signature {
            name: self.name.clone(),
            id: self.id(),
            bytes,
        }
    }

    pub(crate) fn has_signed(&self, message: &[u8], signature: &[u8]) -> bool {
        UnparsedPublicKey::new(&ED25519, self.bytes)
            .verify(message, signature)
            .is_ok()
    }

    fn id(&self) -> [u8; 4] {
        let named = [self.name.as_bytes(), b"\n", &[self.kind.byte()], &self.bytes].concat();
        let mut id = [0; 4];
        id.iter_mut()
            .zip(digest(&SHA256, &named).as_ref())
            .for_each(|(id, byte)| *id = *byte);
        id
    }

    fn id_in_hex(&self) -> String {
        self.id().iter().map(|byte| format!("{byte:02x}")).collect()
    }
}

impl fmt::Display for PublicKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let key = [&[self.kind.byte()], self.bytes.as_slice()].concat();
        write!(f, "{}+{}+{}", self.name, self.id_in_hex(), STANDARD.encode(key))
    }
}

/// A key that signs. Prints nothing of its secret.
pub struct Signer {
    pair: Ed25519KeyPair,
    public: PublicKey,
}

impl fmt::Debug for Signer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Signer({})", self.public)
    }
}

impl Signer {
    /// The key of a seed, under a name.
    ///
    /// # Errors
    /// When this is not a name.
    pub fn from_seed(name: &str, kind: Kind, seed: &[u8; 32]) -> Result<Self, NotAKey> {
        let pair = pair(seed)?;
        let public = PublicKey::new(name, kind, taken(pair.public_key().as_ref()))?;
        Ok(Self { pair, public })
    }

    /// The bytes of the public key of a seed, before it has a name.
    ///
    /// # Errors
    /// When the cryptographic library refuses.
    pub fn public_bytes(seed: &[u8; 32]) -> Result<[u8; 32], NotAKey> {
        Ok(taken(pair(seed)?.public_key().as_ref()))
    }

    /// Its public half.
    #[must_use]
    pub fn public(&self) -> &PublicKey {
        &self.public
    }

    /// Signs the text of a note.
    #[must_use]
    pub fn sign(&self, text: &str) -> Signature {
        self.public.line(self.raw(text.as_bytes()))
    }

    pub(crate) fn raw(&self, message: &[u8]) -> Vec<u8> {
        self.pair.sign(message).as_ref().to_vec()
    }
}

fn pair(seed: &[u8; 32]) -> Result<Ed25519KeyPair, NotAKey> {
    Ed25519KeyPair::from_seed_unchecked(seed).map_err(|_refused| NotAKey("the seed was refused"))
}
