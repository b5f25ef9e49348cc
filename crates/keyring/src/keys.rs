//! A handful of keys at work: sealing a value at its place, opening it for a permit.

use crate::Fault;
use crate::cache::{Found, Held};
use crate::primitives::{Key, decrypt, derive, encrypt};
use crate::rows;
use access::Permit;
use sealed::{Compartment, Private, Sealed, Subject};
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::collections::BTreeMap;
use std::sync::Arc;
use uuid::Uuid;
use zeroize::Zeroizing;

/// Where a value stands in the log; bound to its ciphertext, so that it opens nowhere else.
#[derive(Clone, Copy, Debug)]
pub struct Place<'a> {
    /// The event.
    pub event: Uuid,
    /// Its stream.
    pub stream: Uuid,
    /// Its type name.
    pub kind: &'a str,
    /// The path of the field in it.
    pub field: &'a str,
}

/// What opening a value came to.
#[derive(Clone, PartialEq, Eq)]
pub enum Opened<T> {
    /// The value.
    Value(T),
    /// Its key was destroyed: nobody will ever read it.
    Forgotten,
    /// The permit does not read its compartment.
    Withheld,
}

impl<T> Opened<T> {
    /// The value, if it could be read.
    pub fn value(self) -> Option<T> {
        match self {
            Self::Value(value) => Some(value),
            Self::Forgotten | Self::Withheld => None,
        }
    }
}

impl<T> std::fmt::Debug for Opened<T> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Value(_) => "Opened::Value",
            Self::Forgotten => "Opened::Forgotten",
            Self::Withheld => "Opened::Withheld",
        })
    }
}

/// Keys of some subjects, held for the time of one piece of work.
#[derive(Clone)]
pub struct Keys(BTreeMap<Subject, Arc<Key>>);

impl Keys {
    pub(crate) fn to_open(found: Found) -> Self {
        let living = |(subject, held)| match held {
            Held::Key(key) => Some((subject, key)),
            Held::Forgotten => None,
        };
        Self(found.into_iter().filter_map(living).collect())
    }

    pub(crate) fn to_seal(found: Found) -> Result<Self, Fault> {
        let all = found.len();
        let keys = Self::to_open(found);
        if keys.0.len() == all {
            Ok(keys)
        } else {
            Err(Fault::Forgotten)
        }
    }

    /// These keys and those.
    #[must_use]
    pub fn with(mut self, more: Self) -> Self {
        self.0.extend(more.0);
        self
    }

    /// Seals bytes for a subject at their place.
    ///
    /// # Errors
    /// When the subject was not among those asked for.
    pub fn seal(
        &self,
        subject: Subject,
        compartment: Compartment,
        place: Place<'_>,
        plain: &[u8],
    ) -> Result<Sealed, Fault> {
        let key = self.0.get(&subject).ok_or(Fault::Forgotten)?;
        let bytes = encrypt(
            &event_key(key, place.event, compartment)?,
            &bound(subject, place),
            plain,
        )?;
        let Place {
            event,
            stream,
            kind,
            field,
        } = place;
        Ok(Sealed {
            subject,
            compartment,
            field: field.to_owned(),
            event,
            stream,
            kind: kind.to_owned(),
            bytes,
        })
    }

    /// Seals a value that does not stand in the log, at a place of its own; it is opened like any other.
    ///
    /// # Errors
    /// When the subject was not among those asked for, or the value cannot be written.
    pub fn seal_value<T: Serialize>(
        &self,
        subject: Subject,
        compartment: Compartment,
        place: Place<'_>,
        value: &T,
    ) -> Result<Sealed, Fault> {
        let mut plain = Zeroizing::new(Vec::new());
        // What the writer of CBOR says may quote the value, so it is not kept.
        ciborium::into_writer(value, &mut *plain).ok().ok_or(Fault::Primitive)?;
        self.seal(subject, compartment, place, &plain)
    }

    /// Opens a value for who holds the permit. A value whose key is not there is forgotten.
    ///
    /// # Errors
    /// When the value is not what was sealed, or does not stand at its place.
    pub fn open<T: DeserializeOwned + Clone>(&self, permit: &Permit, value: &Private<T>) -> Result<Opened<T>, Fault> {
        if !permit.opens(value) {
            return Ok(Opened::Withheld);
        }
        let sealed = match value {
            Private::Clear { value, .. } => return Ok(Opened::Value(value.clone())),
            Private::Sealed(sealed) => sealed,
        };
        let Some(plain) = self.plain(sealed)? else {
            return Ok(Opened::Forgotten);
        };
        // What the reader of CBOR says may quote the value, so it is not kept.
        let value = ciborium::from_reader(plain.as_slice())
            .ok()
            .ok_or_else(|| altered(sealed))?;
        Ok(Opened::Value(value))
    }

    /// Opens bytes that were sealed as they are, for who holds a permit that reads their compartment.
    ///
    /// # Errors
    /// When they are not what was sealed, or do not stand at their place.
    pub fn open_bytes(&self, permit: &Permit, sealed: &Sealed) -> Result<Opened<Zeroizing<Vec<u8>>>, Fault> {
        if !permit.reads(sealed.compartment) {
            return Ok(Opened::Withheld);
        }
        Ok(self.plain(sealed)?.map_or(Opened::Forgotten, Opened::Value))
    }

    /// What was sealed; none when its key is not there.
    fn plain(&self, sealed: &Sealed) -> Result<Option<Zeroizing<Vec<u8>>>, Fault> {
        let Some(key) = self.0.get(&sealed.subject) else {
            return Ok(None);
        };
        let place = Place {
            event: sealed.event,
            stream: sealed.stream,
            kind: &sealed.kind,
            field: &sealed.field,
        };
        let key = event_key(key, sealed.event, sealed.compartment)?;
        let plain = decrypt(&key, &bound(sealed.subject, place), &sealed.bytes);
        plain.map(Some).ok_or_else(|| altered(sealed))
    }
}

fn altered(sealed: &Sealed) -> Fault {
    Fault::Altered {
        kind: sealed.kind.clone(),
        field: sealed.field.clone(),
    }
}

/// One key per subject, event and compartment, so that no nonce can ever meet itself.
fn event_key(key: &Key, event: Uuid, compartment: Compartment) -> Result<Key, Fault> {
    derive(key, &[b"trame event", event.as_bytes(), &[compartment.number()]])
}

/// The additional data: event, stream, type, field, key. Each of variable length is preceded by its length.
fn bound(subject: Subject, place: Place<'_>) -> Vec<u8> {
    let mut bound = Vec::with_capacity(128);
    bound.extend_from_slice(place.event.as_bytes());
    bound.extend_from_slice(place.stream.as_bytes());
    for text in [place.kind, place.field] {
        bound.extend_from_slice(&u32::try_from(text.len()).unwrap_or(u32::MAX).to_be_bytes());
        bound.extend_from_slice(text.as_bytes());
    }
    bound.extend_from_slice(&rows::kind(subject).to_be_bytes());
    bound.extend_from_slice(subject.id().as_bytes());
    bound
}
