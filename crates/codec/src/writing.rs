//! An event straight into its bytes, as `canonical` writes the tree of its values, without the tree.
//!
//! Each personal value leaves a hole of the exact size of what will seal it, since its key may still have to be made.
//! Whatever looks odd is left to the patient way through a tree, which says what is wrong with it.

mod entries;
mod event;
#[cfg(test)]
mod spec;
mod values;

use self::event::Whole;
use crate::canonical::Reason;
use crate::sealing::{TAG, kind_of};
use event_store::Place;
use keyring::Keys;
use sealed::{Compartment, Subject};
use serde::Serialize;
use std::fmt::{self, Display};
use zeroize::Zeroizing;

const UNSIGNED: u8 = 0;
const NEGATIVE: u8 = 1;
const BYTES: u8 = 2;
const TEXT: u8 = 3;
const ARRAY: u8 = 4;
const MAP: u8 = 5;
const TAGGED: u8 = 6;
const NULL: u8 = 0xf6;

/// It is not what this way can write.
#[derive(Debug)]
pub(crate) struct Odd;

impl Display for Odd {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the event is not of a form that is written straight")
    }
}

impl std::error::Error for Odd {}

impl serde::ser::Error for Odd {
    /// What serde says may quote the value, so it is not kept.
    fn custom<T: Display>(_said: T) -> Self {
        Self
    }
}

/// A personal value that is still to be sealed into its hole.
struct Hole {
    /// Where in the bytes its ciphertext begins, and how long it will be.
    at: usize,
    length: usize,
    field: String,
    subject: Subject,
    compartment: Compartment,
    plain: Zeroizing<Vec<u8>>,
}

/// An event in its bytes but for its personal values.
pub(crate) struct Draft {
    /// The name of its variant.
    pub(crate) tag: &'static str,
    bytes: Vec<u8>,
    holes: Vec<Hole>,
}

impl Draft {
    /// The event, when it is of a form that can be written straight.
    pub(crate) fn of(event: &impl Serialize) -> Option<Self> {
        let mut writer = Writer::default();
        let tag = event.serialize(Whole(&mut writer)).ok()?;
        Some(Self {
            tag,
            bytes: writer.out,
            holes: writer.holes,
        })
    }

    /// Whose keys are needed.
    pub(crate) fn subjects(&self) -> impl Iterator<Item = Subject> {
        self.holes.iter().map(|hole| hole.subject)
    }

    /// The bytes, every personal value sealed.
    pub(crate) fn seal(mut self, keys: &Keys, place: Place, kind: &str) -> Result<Vec<u8>, Reason> {
        const CANNOT: Reason = "a personal value cannot be sealed";
        for hole in &self.holes {
            let here = keyring::Place {
                event: place.event,
                stream: place.stream,
                kind,
                field: &hole.field,
            };
            let sealed = keys
                .seal(hole.subject, hole.compartment, here, &hole.plain)
                .ok()
                .ok_or(CANNOT)?;
            let place = self
                .bytes
                .get_mut(hole.at..hole.at.saturating_add(hole.length))
                .ok_or(CANNOT)?;
            if sealed.bytes.len() != hole.length {
                return Err(CANNOT);
            }
            place.copy_from_slice(&sealed.bytes);
        }
        Ok(self.bytes)
    }
}

/// Where values are written one after the other.
#[derive(Default)]
struct Writer {
    out: Vec<u8>,
    holes: Vec<Hole>,
    /// Where the next value stands, as sealed values are bound to it: `note.text`.
    path: String,
    /// The next value is the content of a personal value.
    clear: bool,
}

impl Writer {
    fn head(&mut self, major: u8, argument: u64) {
        let major = major << 5;
        if let Ok(small) = u8::try_from(argument) {
            if small < 24 {
                self.out.push(major | small);
            } else {
                self.out.extend_from_slice(&[major | 24, small]);
            }
        } else if let Ok(short) = u16::try_from(argument) {
            self.out.push(major | 25);
            self.out.extend_from_slice(&short.to_be_bytes());
        } else if let Ok(word) = u32::try_from(argument) {
            self.out.push(major | 26);
            self.out.extend_from_slice(&word.to_be_bytes());
        } else {
            self.out.push(major | 27);
            self.out.extend_from_slice(&argument.to_be_bytes());
        }
    }

    fn counted(&mut self, major: u8, count: usize) -> Result<(), Odd> {
        self.head(major, u64::try_from(count).ok().ok_or(Odd)?);
        Ok(())
    }

    fn text(&mut self, text: &str) -> Result<(), Odd> {
        self.counted(TEXT, text.len())?;
        self.out.extend_from_slice(text.as_bytes());
        Ok(())
    }

    fn bytes(&mut self, bytes: &[u8]) -> Result<(), Odd> {
        self.counted(BYTES, bytes.len())?;
        self.out.extend_from_slice(bytes);
        Ok(())
    }

    /// Writes what stands one step further.
    fn below<T>(&mut self, name: &str, write: impl FnOnce(&mut Self) -> Result<T, Odd>) -> Result<T, Odd> {
        let was = self.path.len();
        if was > 0 {
            self.path.push('.');
        }
        self.path.push_str(name);
        let written = write(self);
        self.path.truncate(was);
        written
    }

    /// Leaves the place of a personal value.
    fn hole(&mut self, subject: Subject, compartment: Compartment, plain: Zeroizing<Vec<u8>>) -> Result<(), Odd> {
        let (kind, length) = (kind_of(subject), keyring::sealed_length(plain.len()));
        self.head(TAGGED, TAG);
        self.head(ARRAY, 4);
        self.head(UNSIGNED, u64::from(kind));
        self.bytes(subject.id().as_bytes())?;
        self.head(UNSIGNED, u64::from(compartment.number()));
        self.counted(BYTES, length)?;
        self.holes.push(Hole {
            at: self.out.len(),
            length,
            field: self.path.clone(),
            subject,
            compartment,
            plain,
        });
        self.out.resize(self.out.len().checked_add(length).ok_or(Odd)?, 0);
        Ok(())
    }
}
