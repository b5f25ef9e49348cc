//! Lists and maps: as many as were announced, the keys of a map in the order of their bytes; and personal values.

use super::{ARRAY, MAP, Odd, Writer};
use crate::reading::Head;
use sealed::{CLEAR, Compartment, SEALED, Subject};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde::ser::{
    SerializeMap, SerializeSeq, SerializeStruct, SerializeStructVariant, SerializeTuple, SerializeTupleStruct,
    SerializeTupleVariant,
};
use std::fmt::Write;
use std::ops::Range;
use zeroize::Zeroizing;

/// A list.
pub(super) struct Items<'a> {
    writer: &'a mut Writer,
    /// How long the path was before the list.
    path: usize,
    left: usize,
    at: usize,
}

impl<'a> Items<'a> {
    pub(super) fn begin(writer: &'a mut Writer, len: usize) -> Result<Self, Odd> {
        let path = writer.path.len();
        writer.counted(ARRAY, len)?;
        Ok(Self {
            writer,
            path,
            left: len,
            at: 0,
        })
    }

    /// Behind the name of a variant.
    pub(super) fn begin_in(writer: &'a mut Writer, variant: &str, len: usize) -> Result<Self, Odd> {
        let path = writer.path.len();
        writer.variant(variant)?;
        Ok(Self {
            path,
            ..Self::begin(writer, len)?
        })
    }

    pub(super) fn item(&mut self, value: &(impl Serialize + ?Sized)) -> Result<(), Odd> {
        self.left = self.left.checked_sub(1).ok_or(Odd)?;
        let was = self.writer.path.len();
        write!(self.writer.path, "[{}]", self.at).ok().ok_or(Odd)?;
        self.at = self.at.saturating_add(1);
        value.serialize(&mut *self.writer)?;
        self.writer.path.truncate(was);
        Ok(())
    }

    pub(super) fn finish(self) -> Result<(), Odd> {
        self.writer.path.truncate(self.path);
        if self.left == 0 { Ok(()) } else { Err(Odd) }
    }
}

impl Writer {
    /// A map of the name of a variant alone; what follows stands below it.
    fn variant(&mut self, variant: &str) -> Result<(), Odd> {
        if variant == CLEAR || variant == SEALED {
            return Err(Odd);
        }
        self.head(MAP, 1);
        self.text(variant)?;
        if !self.path.is_empty() {
            self.path.push('.');
        }
        self.path.push_str(variant);
        Ok(())
    }
}

/// One entry of a map: where its key lies, and where it ends.
struct Entry {
    key: Range<usize>,
    end: usize,
}

/// A map, or the content of a personal value.
pub(super) struct Entries<'a> {
    writer: &'a mut Writer,
    /// How long the path was before the map, and inside it.
    path: usize,
    inside: usize,
    left: usize,
    entries: Vec<Entry>,
    clear: Option<Clear>,
}

/// What is known of a personal value so far.
#[derive(Default)]
struct Clear {
    subject: Option<Subject>,
    compartment: Option<Compartment>,
    value: Option<Zeroizing<Vec<u8>>>,
}

impl<'a> Entries<'a> {
    pub(super) fn begin(writer: &'a mut Writer, len: usize) -> Result<Self, Odd> {
        let path = writer.path.len();
        writer.counted(MAP, len)?;
        Ok(Self {
            writer,
            path,
            inside: path,
            left: len,
            // What is announced is only believed when it comes.
            entries: Vec::with_capacity(len.min(64)),
            clear: None,
        })
    }

    /// Behind the name of a variant.
    pub(super) fn begin_in(writer: &'a mut Writer, variant: &str, len: usize) -> Result<Self, Odd> {
        let path = writer.path.len();
        writer.variant(variant)?;
        Ok(Self {
            path,
            ..Self::begin(writer, len)?
        })
    }

    /// The content of a personal value, of which only a hole is written.
    pub(super) fn of_clear(writer: &'a mut Writer) -> Self {
        Self {
            path: writer.path.len(),
            inside: writer.path.len(),
            writer,
            left: 0,
            entries: Vec::new(),
            clear: Some(Clear::default()),
        }
    }

    pub(super) fn field(&mut self, key: &'static str, value: &(impl Serialize + ?Sized)) -> Result<(), Odd> {
        if let Some(clear) = &mut self.clear {
            return clear.take(key, value);
        }
        self.key(key)?;
        self.value(value)
    }

    fn key(&mut self, key: &(impl Serialize + ?Sized)) -> Result<(), Odd> {
        self.left = self.left.checked_sub(1).ok_or(Odd)?;
        let start = self.writer.out.len();
        key.serialize(&mut *self.writer)?;
        let end = self.writer.out.len();
        self.entries.push(Entry { key: start..end, end });
        let key = self.writer.out.get(start..end).ok_or(Odd)?;
        step(&mut self.writer.path, key)
    }

    fn value(&mut self, value: &(impl Serialize + ?Sized)) -> Result<(), Odd> {
        value.serialize(&mut *self.writer)?;
        self.writer.path.truncate(self.inside);
        self.entries.last_mut().ok_or(Odd)?.end = self.writer.out.len();
        Ok(())
    }

    pub(super) fn finish(mut self) -> Result<(), Odd> {
        self.writer.path.truncate(self.path);
        if let Some(clear) = self.clear.take() {
            let subject = clear.subject.ok_or(Odd)?;
            let compartment = clear.compartment.ok_or(Odd)?;
            return self.writer.hole(subject, compartment, clear.value.ok_or(Odd)?);
        }
        if self.left > 0 {
            return Err(Odd);
        }
        self.in_order()
    }

    /// Puts the entries in the order of the bytes of their keys, each of which may come once.
    fn in_order(mut self) -> Result<(), Odd> {
        let out = &self.writer.out;
        let key = |entry: &Entry| out.get(entry.key.clone()).unwrap_or_default();
        if self.entries.is_sorted_by(|one, next| key(one) < key(next)) {
            return Ok(());
        }
        let begin = self.entries.first().map_or(out.len(), |entry| entry.key.start);
        self.entries.sort_by(|one, next| key(one).cmp(key(next)));
        if !self.entries.is_sorted_by(|one, next| key(one) < key(next)) {
            return Err(Odd);
        }
        let mut ordered = Vec::with_capacity(out.len().saturating_sub(begin));
        let mut moved = Vec::new();
        for entry in &self.entries {
            let (from, to) = (entry.key.start, begin.saturating_add(ordered.len()));
            ordered.extend_from_slice(out.get(from..entry.end).ok_or(Odd)?);
            for (place, hole) in self.writer.holes.iter().enumerate() {
                if (from..entry.end).contains(&hole.at) {
                    moved.push((place, hole.at.saturating_sub(from).saturating_add(to)));
                }
            }
        }
        for (place, at) in moved {
            self.writer.holes.get_mut(place).ok_or(Odd)?.at = at;
        }
        self.writer.out.truncate(begin);
        self.writer.out.extend_from_slice(&ordered);
        Ok(())
    }
}

impl Clear {
    fn take(&mut self, key: &str, value: &(impl Serialize + ?Sized)) -> Result<(), Odd> {
        let mut writer = Writer::default();
        value.serialize(&mut writer)?;
        let bytes = Zeroizing::new(writer.out);
        if !writer.holes.is_empty() {
            return Err(Odd);
        }
        match key {
            "subject" => self.subject = Some(read(&bytes)?),
            "compartment" => self.compartment = Some(read(&bytes)?),
            "value" => self.value = Some(bytes),
            _ => return Err(Odd),
        }
        Ok(())
    }
}

fn read<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, Odd> {
    ciborium::from_reader(bytes).ok().ok_or(Odd)
}

/// One step further, by the bytes of a key.
fn step(path: &mut String, key: &[u8]) -> Result<(), Odd> {
    if !path.is_empty() {
        path.push('.');
    }
    let (head, rest) = Head::read(key).ok().ok_or(Odd)?;
    match head {
        Head::Text(_) => {
            let name = std::str::from_utf8(rest).ok().ok_or(Odd)?;
            if name == CLEAR || name == SEALED {
                return Err(Odd);
            }
            path.push_str(name);
            Ok(())
        }
        Head::Unsigned(number) => write!(path, "{number}").ok().ok_or(Odd),
        Head::Negative(number) => write!(path, "{number}").ok().ok_or(Odd),
        Head::Bytes(_) => rest
            .iter()
            .try_for_each(|byte| write!(path, "{byte:02x}"))
            .ok()
            .ok_or(Odd),
        Head::Array(_) | Head::Map(_) | Head::Tag(_) | Head::Truth(_) | Head::Null => Err(Odd),
    }
}

macro_rules! items {
    ($($kind:ident::$one:ident),+ $(,)?) => {
        $(impl $kind for Items<'_> {
            type Ok = ();
            type Error = Odd;

            fn $one<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Odd> {
                self.item(value)
            }

            fn end(self) -> Result<(), Odd> {
                self.finish()
            }
        })+
    };
}

items!(
    SerializeSeq::serialize_element,
    SerializeTuple::serialize_element,
    SerializeTupleStruct::serialize_field,
    SerializeTupleVariant::serialize_field,
);

impl SerializeMap for Entries<'_> {
    type Ok = ();
    type Error = Odd;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<(), Odd> {
        self.key(key)
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Odd> {
        self.value(value)
    }

    fn end(self) -> Result<(), Odd> {
        self.finish()
    }
}

macro_rules! entries {
    ($($kind:ident),+) => {
        $(impl $kind for Entries<'_> {
            type Ok = ();
            type Error = Odd;

            fn serialize_field<T: Serialize + ?Sized>(&mut self, key: &'static str, value: &T) -> Result<(), Odd> {
                self.field(key, value)
            }

            fn end(self) -> Result<(), Odd> {
                self.finish()
            }
        })+
    };
}

entries!(SerializeStruct, SerializeStructVariant);
