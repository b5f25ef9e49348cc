//! The event as a whole: its variant is its name, and what stands in the variant is its body.

use super::entries::{Entries, Items};
use super::{NULL, Odd, Writer};
use serde::Serialize;
use serde::ser::{Impossible, SerializeStructVariant, SerializeTupleVariant, Serializer};

/// What an event as a whole never is.
macro_rules! odd {
    ($($name:ident($given:ty)),+ $(,)?) => {
        $(fn $name(self, _: $given) -> Result<Self::Ok, Odd> {
            Err(Odd)
        })+
    };
}

/// Writes the body and answers the name.
pub(super) struct Whole<'a>(pub(super) &'a mut Writer);

/// What stands in a variant, and the name of the variant.
pub(super) struct Body<C>(C, &'static str);

impl<'a> Serializer for Whole<'a> {
    type Ok = &'static str;
    type Error = Odd;
    type SerializeSeq = Impossible<&'static str, Odd>;
    type SerializeTuple = Impossible<&'static str, Odd>;
    type SerializeTupleStruct = Impossible<&'static str, Odd>;
    type SerializeTupleVariant = Body<Items<'a>>;
    type SerializeMap = Impossible<&'static str, Odd>;
    type SerializeStruct = Impossible<&'static str, Odd>;
    type SerializeStructVariant = Body<Entries<'a>>;

    fn serialize_unit_variant(self, _: &'static str, _: u32, variant: &'static str) -> Result<&'static str, Odd> {
        self.0.out.push(NULL);
        Ok(variant)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        value: &T,
    ) -> Result<&'static str, Odd> {
        value.serialize(self.0)?;
        Ok(variant)
    }

    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        len: usize,
    ) -> Result<Body<Items<'a>>, Odd> {
        Ok(Body(Items::begin(self.0, len)?, variant))
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        len: usize,
    ) -> Result<Body<Entries<'a>>, Odd> {
        Ok(Body(Entries::begin(self.0, len)?, variant))
    }

    fn is_human_readable(&self) -> bool {
        false
    }

    odd! {
        serialize_bool(bool), serialize_i8(i8), serialize_i16(i16), serialize_i32(i32), serialize_i64(i64),
        serialize_u8(u8), serialize_u16(u16), serialize_u32(u32), serialize_u64(u64), serialize_f32(f32),
        serialize_f64(f64), serialize_char(char), serialize_str(&str), serialize_bytes(&[u8]),
        serialize_unit_struct(&'static str),
    }

    fn serialize_none(self) -> Result<&'static str, Odd> {
        Err(Odd)
    }

    fn serialize_unit(self) -> Result<&'static str, Odd> {
        Err(Odd)
    }

    fn serialize_some<T: Serialize + ?Sized>(self, _: &T) -> Result<&'static str, Odd> {
        Err(Odd)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(self, _: &'static str, _: &T) -> Result<&'static str, Odd> {
        Err(Odd)
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<Self::SerializeSeq, Odd> {
        Err(Odd)
    }

    fn serialize_tuple(self, _: usize) -> Result<Self::SerializeTuple, Odd> {
        Err(Odd)
    }

    fn serialize_tuple_struct(self, _: &'static str, _: usize) -> Result<Self::SerializeTupleStruct, Odd> {
        Err(Odd)
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Self::SerializeMap, Odd> {
        Err(Odd)
    }

    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Self::SerializeStruct, Odd> {
        Err(Odd)
    }
}

impl SerializeTupleVariant for Body<Items<'_>> {
    type Ok = &'static str;
    type Error = Odd;

    fn serialize_field<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Odd> {
        self.0.item(value)
    }

    fn end(self) -> Result<&'static str, Odd> {
        self.0.finish()?;
        Ok(self.1)
    }
}

impl SerializeStructVariant for Body<Entries<'_>> {
    type Ok = &'static str;
    type Error = Odd;

    fn serialize_field<T: Serialize + ?Sized>(&mut self, key: &'static str, value: &T) -> Result<(), Odd> {
        self.0.field(key, value)
    }

    fn end(self) -> Result<&'static str, Odd> {
        self.0.finish()?;
        Ok(self.1)
    }
}
