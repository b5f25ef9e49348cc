//! The bytes of an event straight into the event, as this program writes them: no tree of values in between.
//!
//! Knows only the form that `canonical` writes. Whatever looks odd is left to the patient way through a tree, which says
//! what is wrong with it; so nothing here may succeed where that way would fail.

mod head;
mod sealed;
#[cfg(test)]
mod spec;

pub(crate) use self::head::Head;
use self::sealed::SealedValue;
use crate::sealing::TAG;
use event_store::Stored;
use serde::de::value::StrDeserializer;
use serde::de::{
    DeserializeOwned, DeserializeSeed, Deserializer, EnumAccess, MapAccess, SeqAccess, VariantAccess, Visitor,
};
use std::fmt::{self, Display, Write};

/// It is not as this program writes.
#[derive(Debug)]
pub(crate) struct Odd;

impl Display for Odd {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the bytes are not as this program writes them")
    }
}

impl std::error::Error for Odd {}

impl serde::de::Error for Odd {
    /// What serde says may quote the value, so it is not kept.
    fn custom<T: Display>(_said: T) -> Self {
        Self
    }
}

/// The event, when its bytes are as this program writes them.
pub(crate) fn read<E: DeserializeOwned>(stored: &Stored) -> Option<E> {
    let mut reader = Reader {
        bytes: &stored.payload,
        path: Vec::new(),
        stored,
    };
    let event = E::deserialize(Tagged(&mut reader)).ok()?;
    reader.bytes.is_empty().then_some(event)
}

/// A name, as names are read.
fn named(name: &str) -> StrDeserializer<'_, Odd> {
    StrDeserializer::new(name)
}

/// A step on the way to a value, for the place that sealed values are bound to.
#[derive(Clone, Copy)]
enum Below<'de> {
    Name(&'de str),
    Number(i128),
    Id(&'de [u8]),
    Index(u64),
}

struct Reader<'de> {
    bytes: &'de [u8],
    path: Vec<Below<'de>>,
    stored: &'de Stored,
}

impl<'de> Reader<'de> {
    #[inline]
    fn head(&mut self) -> Result<Head, Odd> {
        let (head, rest) = Head::read(self.bytes)?;
        self.bytes = rest;
        Ok(head)
    }

    #[inline]
    fn peek(&self) -> Result<Head, Odd> {
        Ok(Head::read(self.bytes)?.0)
    }

    #[inline]
    fn take(&mut self, length: u64) -> Result<&'de [u8], Odd> {
        let length = usize::try_from(length).ok().ok_or(Odd)?;
        let (taken, rest) = self.bytes.split_at_checked(length).ok_or(Odd)?;
        self.bytes = rest;
        Ok(taken)
    }

    #[inline]
    fn text(&mut self, length: u64) -> Result<&'de str, Odd> {
        std::str::from_utf8(self.take(length)?).ok().ok_or(Odd)
    }

    /// A key, as a step of the way; the reader then stands before its value.
    fn step(&mut self) -> Result<Below<'de>, Odd> {
        Ok(match self.head()? {
            Head::Text(length) => Below::Name(self.text(length)?),
            Head::Bytes(length) => Below::Id(self.take(length)?),
            Head::Unsigned(number) => Below::Number(i128::from(number)),
            Head::Negative(number) => Below::Number(i128::from(number)),
            Head::Array(_) | Head::Map(_) | Head::Tag(_) | Head::Truth(_) | Head::Null => return Err(Odd),
        })
    }

    /// Where the reader stands, as sealed values are bound to it: `note.text`.
    fn place(&self) -> Result<String, Odd> {
        let mut place = String::with_capacity(24);
        for below in &self.path {
            if !matches!(below, Below::Index(_)) && !place.is_empty() {
                place.push('.');
            }
            match below {
                Below::Name(name) => place.push_str(name),
                Below::Number(number) => write!(place, "{number}").ok().ok_or(Odd)?,
                Below::Id(id) => {
                    for byte in *id {
                        write!(place, "{byte:02x}").ok().ok_or(Odd)?;
                    }
                }
                Below::Index(index) => write!(place, "[{index}]").ok().ok_or(Odd)?,
            }
        }
        Ok(place)
    }

    /// Passes over what nobody asks for, when there is nothing in it that could be wrong.
    fn skip(&mut self) -> Result<(), Odd> {
        let mut left = 1_u64;
        while left > 0 {
            left -= 1;
            match self.head()? {
                Head::Text(length) => {
                    self.text(length)?;
                }
                Head::Bytes(length) => {
                    self.take(length)?;
                }
                Head::Array(items) => left = left.checked_add(items).ok_or(Odd)?,
                Head::Unsigned(_) | Head::Negative(_) | Head::Truth(_) | Head::Null => {}
                Head::Map(_) | Head::Tag(_) => return Err(Odd),
            }
        }
        Ok(())
    }
}

/// The event itself: its name stands in its type name, its body in the bytes.
struct Tagged<'a, 'de>(&'a mut Reader<'de>);

impl<'de> Deserializer<'de> for Tagged<'_, 'de> {
    type Error = Odd;

    fn deserialize_any<V: Visitor<'de>>(self, _: V) -> Result<V::Value, Odd> {
        Err(Odd)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Odd> {
        visitor.visit_enum(self)
    }

    fn is_human_readable(&self) -> bool {
        false
    }

    serde::forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option unit unit_struct
        newtype_struct seq tuple tuple_struct map struct identifier ignored_any
    }
}

impl<'a, 'de> EnumAccess<'de> for Tagged<'a, 'de> {
    type Error = Odd;
    type Variant = Content<'a, 'de>;

    fn variant_seed<V: DeserializeSeed<'de>>(self, seed: V) -> Result<(V::Value, Content<'a, 'de>), Odd> {
        let tag = seed.deserialize(named(self.0.stored.tag()))?;
        Ok((tag, Content(self.0)))
    }
}

/// What stands behind the name of a variant.
struct Content<'a, 'de>(&'a mut Reader<'de>);

impl<'de> VariantAccess<'de> for Content<'_, 'de> {
    type Error = Odd;

    fn unit_variant(self) -> Result<(), Odd> {
        if let Head::Null = self.0.head()? {
            Ok(())
        } else {
            Err(Odd)
        }
    }

    fn newtype_variant_seed<T: DeserializeSeed<'de>>(self, seed: T) -> Result<T::Value, Odd> {
        seed.deserialize(self.0)
    }

    fn tuple_variant<V: Visitor<'de>>(self, _: usize, visitor: V) -> Result<V::Value, Odd> {
        self.0.deserialize_seq(visitor)
    }

    fn struct_variant<V: Visitor<'de>>(self, _: &'static [&'static str], visitor: V) -> Result<V::Value, Odd> {
        self.0.deserialize_map(visitor)
    }
}

macro_rules! only {
    ($($fits:pat => $name:ident($($given:ty),*);)+) => {
        $(fn $name<V: Visitor<'de>>(self, $(_: $given,)* visitor: V) -> Result<V::Value, Odd> {
            if matches!(self.peek()?, $fits) {
                self.deserialize_any(visitor)
            } else {
                Err(Odd)
            }
        })+
    };
}

impl<'de> Deserializer<'de> for &mut Reader<'de> {
    type Error = Odd;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Odd> {
        if let Head::Tag(TAG) = self.peek()? {
            return SealedValue::read(self)?.deserialize_any(visitor);
        }
        match self.head()? {
            Head::Unsigned(number) => visitor.visit_u64(number),
            Head::Negative(number) => visitor.visit_i64(number),
            Head::Bytes(length) => visitor.visit_borrowed_bytes(self.take(length)?),
            Head::Text(length) => visitor.visit_borrowed_str(self.text(length)?),
            Head::Array(until) => {
                let mut items = Items {
                    reader: self,
                    at: 0,
                    until,
                };
                let value = visitor.visit_seq(&mut items)?;
                // What nobody asked for would be read as something else.
                if items.at == until { Ok(value) } else { Err(Odd) }
            }
            Head::Map(left) => {
                let mut entries = Entries { reader: self, left };
                let value = visitor.visit_map(&mut entries)?;
                if entries.left == 0 { Ok(value) } else { Err(Odd) }
            }
            Head::Truth(truth) => visitor.visit_bool(truth),
            Head::Null => visitor.visit_unit(),
            Head::Tag(_) => Err(Odd),
        }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Odd> {
        if let Head::Null = self.peek()? {
            self.head()?;
            return visitor.visit_none();
        }
        visitor.visit_some(self)
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, _: &'static str, visitor: V) -> Result<V::Value, Odd> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Odd> {
        match self.peek()? {
            Head::Tag(TAG) => visitor.visit_enum(SealedValue::read(self)?),
            Head::Text(length) => {
                self.head()?;
                let name = self.text(length)?;
                visitor.visit_enum(named(name))
            }
            Head::Map(1) => {
                self.head()?;
                visitor.visit_enum(Variant(self))
            }
            Head::Unsigned(_)
            | Head::Negative(_)
            | Head::Bytes(_)
            | Head::Array(_)
            | Head::Map(_)
            | Head::Tag(_)
            | Head::Truth(_)
            | Head::Null => Err(Odd),
        }
    }

    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Odd> {
        self.skip()?;
        visitor.visit_unit()
    }

    fn is_human_readable(&self) -> bool {
        false
    }

    // Each kind of value from its own kind of item only: visitors would take more than the way through a tree does.
    only! {
        Head::Truth(_) => deserialize_bool();
        Head::Unsigned(_) | Head::Negative(_) => deserialize_i8();
        Head::Unsigned(_) | Head::Negative(_) => deserialize_i16();
        Head::Unsigned(_) | Head::Negative(_) => deserialize_i32();
        Head::Unsigned(_) | Head::Negative(_) => deserialize_i64();
        Head::Unsigned(_) => deserialize_u8();
        Head::Unsigned(_) => deserialize_u16();
        Head::Unsigned(_) => deserialize_u32();
        Head::Unsigned(_) => deserialize_u64();
        Head::Text(_) => deserialize_char();
        Head::Text(_) => deserialize_str();
        Head::Text(_) => deserialize_string();
        Head::Text(_) => deserialize_identifier();
        Head::Bytes(_) => deserialize_bytes();
        Head::Bytes(_) => deserialize_byte_buf();
        Head::Null => deserialize_unit();
        Head::Null => deserialize_unit_struct(&'static str);
        Head::Array(_) => deserialize_seq();
        Head::Array(_) => deserialize_tuple(usize);
        Head::Array(_) => deserialize_tuple_struct(&'static str, usize);
        Head::Map(_) | Head::Tag(TAG) => deserialize_map();
        Head::Map(_) | Head::Tag(TAG) => deserialize_struct(&'static str, &'static [&'static str]);
    }

    // No form of ours holds these.
    fn deserialize_f32<V: Visitor<'de>>(self, _: V) -> Result<V::Value, Odd> {
        Err(Odd)
    }

    fn deserialize_f64<V: Visitor<'de>>(self, _: V) -> Result<V::Value, Odd> {
        Err(Odd)
    }
}

/// A variant with content: a map of its name alone.
struct Variant<'a, 'de>(&'a mut Reader<'de>);

impl<'a, 'de> EnumAccess<'de> for Variant<'a, 'de> {
    type Error = Odd;
    type Variant = Inside<'a, 'de>;

    fn variant_seed<V: DeserializeSeed<'de>>(self, seed: V) -> Result<(V::Value, Inside<'a, 'de>), Odd> {
        let Below::Name(name) = self.0.step()? else {
            return Err(Odd);
        };
        let variant = seed.deserialize(named(name))?;
        Ok((variant, Inside(self.0, name)))
    }
}

/// The content of a variant, below its name.
struct Inside<'a, 'de>(&'a mut Reader<'de>, &'de str);

impl<'de> Inside<'_, 'de> {
    fn below<T>(self, read: impl FnOnce(&mut Reader<'de>) -> Result<T, Odd>) -> Result<T, Odd> {
        self.0.path.push(Below::Name(self.1));
        let content = read(self.0);
        self.0.path.pop();
        content
    }
}

impl<'de> VariantAccess<'de> for Inside<'_, 'de> {
    type Error = Odd;

    fn unit_variant(self) -> Result<(), Odd> {
        Err(Odd)
    }

    fn newtype_variant_seed<T: DeserializeSeed<'de>>(self, seed: T) -> Result<T::Value, Odd> {
        self.below(|reader| seed.deserialize(reader))
    }

    fn tuple_variant<V: Visitor<'de>>(self, _: usize, visitor: V) -> Result<V::Value, Odd> {
        self.below(|reader| reader.deserialize_seq(visitor))
    }

    fn struct_variant<V: Visitor<'de>>(self, _: &'static [&'static str], visitor: V) -> Result<V::Value, Odd> {
        self.below(|reader| reader.deserialize_map(visitor))
    }
}

struct Items<'a, 'de> {
    reader: &'a mut Reader<'de>,
    at: u64,
    until: u64,
}

impl<'de> SeqAccess<'de> for Items<'_, 'de> {
    type Error = Odd;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, Odd> {
        if self.at == self.until {
            return Ok(None);
        }
        self.reader.path.push(Below::Index(self.at));
        self.at += 1;
        let item = seed.deserialize(&mut *self.reader);
        self.reader.path.pop();
        item.map(Some)
    }

    fn size_hint(&self) -> Option<usize> {
        usize::try_from(self.until - self.at).ok()
    }
}

struct Entries<'a, 'de> {
    reader: &'a mut Reader<'de>,
    left: u64,
}

impl<'de> MapAccess<'de> for Entries<'_, 'de> {
    type Error = Odd;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, Odd> {
        if self.left == 0 {
            return Ok(None);
        }
        self.left -= 1;
        let before = self.reader.bytes;
        let below = self.reader.step()?;
        self.reader.bytes = before;
        let key = seed.deserialize(&mut *self.reader)?;
        self.reader.path.push(below);
        Ok(Some(key))
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, Odd> {
        let value = seed.deserialize(&mut *self.reader);
        self.reader.path.pop();
        value
    }

    fn size_hint(&self) -> Option<usize> {
        usize::try_from(self.left).ok()
    }
}
