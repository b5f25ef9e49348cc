//! A compact tag of a sealed value, as `Private` reads it: under the key `$sealed`, with the place it is bound to.

use super::{Head, Odd, Reader, named};
use sealed::{Compartment, SEALED};
use serde::de::value::U32Deserializer;
use serde::de::{DeserializeSeed, Deserializer, EnumAccess, MapAccess, VariantAccess, Visitor};
use std::borrow::Cow;

/// The fields of `sealed::Sealed`, by their stored names.
const FIELDS: [&str; 7] = ["s", "c", "f", "e", "t", "k", "b"];
/// How many kinds of subjects there are.
const SUBJECTS: u32 = 4;

pub(super) struct SealedValue<'de> {
    subject: u32,
    id: &'de [u8],
    compartment: u32,
    field: Cow<'de, str>,
    event: &'de [u8],
    stream: &'de [u8],
    kind: &'de str,
    bytes: &'de [u8],
}

impl<'de> SealedValue<'de> {
    /// Reads the tag before which the reader stands.
    pub(super) fn read(reader: &mut Reader<'de>) -> Result<Self, Odd> {
        reader.head()?;
        let stored = reader.stored;
        let Head::Array(length @ (4 | 8)) = reader.head()? else {
            return Err(Odd);
        };
        let subject = number(reader)?;
        let id = id(reader)?;
        let compartment = number(reader)?;
        let bytes = bytes(reader)?;
        let known = usize::try_from(compartment).is_ok_and(|number| number < Compartment::ALL.len());
        if subject >= SUBJECTS || !known {
            return Err(Odd);
        }
        let (event, stream, kind, field) = if length == 4 {
            let (event, stream) = (stored.id.as_bytes(), stored.stream.as_bytes());
            (
                event.as_slice(),
                stream.as_slice(),
                stored.kind.as_str(),
                reader.place()?.into(),
            )
        } else {
            (
                self::id(reader)?,
                self::id(reader)?,
                text(reader)?,
                text(reader)?.into(),
            )
        };
        Ok(Self {
            subject,
            id,
            compartment,
            field,
            event,
            stream,
            kind,
            bytes,
        })
    }
}

fn number(reader: &mut Reader<'_>) -> Result<u32, Odd> {
    let Head::Unsigned(number) = reader.head()? else {
        return Err(Odd);
    };
    u32::try_from(number).ok().ok_or(Odd)
}

fn bytes<'de>(reader: &mut Reader<'de>) -> Result<&'de [u8], Odd> {
    let Head::Bytes(length) = reader.head()? else {
        return Err(Odd);
    };
    reader.take(length)
}

fn id<'de>(reader: &mut Reader<'de>) -> Result<&'de [u8], Odd> {
    bytes(reader).and_then(|bytes| if bytes.len() == 16 { Ok(bytes) } else { Err(Odd) })
}

fn text<'de>(reader: &mut Reader<'de>) -> Result<&'de str, Odd> {
    let Head::Text(length) = reader.head()? else {
        return Err(Odd);
    };
    reader.text(length)
}

impl<'de> Deserializer<'de> for SealedValue<'de> {
    type Error = Odd;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Odd> {
        visitor.visit_map(Alone(Some(self)))
    }

    fn is_human_readable(&self) -> bool {
        false
    }

    serde::forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option unit unit_struct
        newtype_struct seq tuple tuple_struct map struct enum identifier ignored_any
    }
}

/// The value under its key, for who asks for a map.
struct Alone<'de>(Option<SealedValue<'de>>);

impl<'de> MapAccess<'de> for Alone<'de> {
    type Error = Odd;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, Odd> {
        match self.0 {
            Some(_) => seed.deserialize(named(SEALED)).map(Some),
            None => Ok(None),
        }
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, Odd> {
        seed.deserialize(Fields(self.0.take().ok_or(Odd)?))
    }
}

impl<'de> EnumAccess<'de> for SealedValue<'de> {
    type Error = Odd;
    type Variant = Self;

    fn variant_seed<V: DeserializeSeed<'de>>(self, seed: V) -> Result<(V::Value, Self), Odd> {
        Ok((seed.deserialize(named(SEALED))?, self))
    }
}

impl<'de> VariantAccess<'de> for SealedValue<'de> {
    type Error = Odd;

    fn unit_variant(self) -> Result<(), Odd> {
        Err(Odd)
    }

    fn newtype_variant_seed<T: DeserializeSeed<'de>>(self, seed: T) -> Result<T::Value, Odd> {
        seed.deserialize(Fields(self))
    }

    fn tuple_variant<V: Visitor<'de>>(self, _: usize, _: V) -> Result<V::Value, Odd> {
        Err(Odd)
    }

    fn struct_variant<V: Visitor<'de>>(self, _: &'static [&'static str], _: V) -> Result<V::Value, Odd> {
        Err(Odd)
    }
}

/// The fields of the value.
struct Fields<'de>(SealedValue<'de>);

impl<'de> Deserializer<'de> for Fields<'de> {
    type Error = Odd;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Odd> {
        visitor.visit_map(Each {
            value: self.0,
            fields: FIELDS.iter(),
            next: "",
        })
    }

    fn is_human_readable(&self) -> bool {
        false
    }

    serde::forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option unit unit_struct
        newtype_struct seq tuple tuple_struct map struct enum identifier ignored_any
    }
}

struct Each<'de> {
    value: SealedValue<'de>,
    fields: std::slice::Iter<'static, &'static str>,
    next: &'static str,
}

impl<'de> MapAccess<'de> for Each<'de> {
    type Error = Odd;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, Odd> {
        let Some(next) = self.fields.next() else {
            return Ok(None);
        };
        self.next = next;
        seed.deserialize(named(next)).map(Some)
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, Odd> {
        let value = &self.value;
        match self.next {
            "s" => seed.deserialize(Numbered {
                variant: value.subject,
                id: value.id,
            }),
            "c" => seed.deserialize(numbered(value.compartment)),
            "f" => seed.deserialize(named(&value.field)),
            "e" => seed.deserialize(Raw(value.event)),
            "t" => seed.deserialize(Raw(value.stream)),
            "k" => seed.deserialize(named(value.kind)),
            "b" => seed.deserialize(Raw(value.bytes)),
            _ => Err(Odd),
        }
    }
}

/// A subject: its kinds are numbered as they are declared.
struct Numbered<'de> {
    variant: u32,
    id: &'de [u8],
}

impl<'de> Deserializer<'de> for Numbered<'de> {
    type Error = Odd;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Odd> {
        visitor.visit_enum(self)
    }

    fn is_human_readable(&self) -> bool {
        false
    }

    serde::forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option unit unit_struct
        newtype_struct seq tuple tuple_struct map struct enum identifier ignored_any
    }
}

impl<'de> EnumAccess<'de> for Numbered<'de> {
    type Error = Odd;
    type Variant = Raw<'de>;

    fn variant_seed<V: DeserializeSeed<'de>>(self, seed: V) -> Result<(V::Value, Raw<'de>), Odd> {
        Ok((seed.deserialize(numbered(self.variant))?, Raw(self.id)))
    }
}

/// A variant by its number.
fn numbered(variant: u32) -> U32Deserializer<Odd> {
    U32Deserializer::new(variant)
}

/// Bytes as they stand.
struct Raw<'de>(&'de [u8]);

impl<'de> Deserializer<'de> for Raw<'de> {
    type Error = Odd;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Odd> {
        visitor.visit_borrowed_bytes(self.0)
    }

    fn is_human_readable(&self) -> bool {
        false
    }

    serde::forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option unit unit_struct
        newtype_struct seq tuple tuple_struct map struct enum identifier ignored_any
    }
}

impl<'de> VariantAccess<'de> for Raw<'de> {
    type Error = Odd;

    fn unit_variant(self) -> Result<(), Odd> {
        Err(Odd)
    }

    fn newtype_variant_seed<T: DeserializeSeed<'de>>(self, seed: T) -> Result<T::Value, Odd> {
        seed.deserialize(self)
    }

    fn tuple_variant<V: Visitor<'de>>(self, _: usize, _: V) -> Result<V::Value, Odd> {
        Err(Odd)
    }

    fn struct_variant<V: Visitor<'de>>(self, _: &'static [&'static str], _: V) -> Result<V::Value, Odd> {
        Err(Odd)
    }
}
