//! Values one after the other, in the shortest form of RFC 8949 4.2.

use super::entries::{Entries, Items};
use super::{MAP, NEGATIVE, NULL, Odd, UNSIGNED, Writer};
use sealed::{CLEAR, SEALED};
use serde::Serialize;
use serde::ser::Serializer;

impl Writer {
    fn signed(&mut self, number: i64) {
        match u64::try_from(number) {
            Ok(number) => self.head(UNSIGNED, number),
            // CBOR writes a negative n as -1 - n.
            Err(_) => self.head(NEGATIVE, number.unsigned_abs().saturating_sub(1)),
        }
    }
}

impl<'a> Serializer for &'a mut Writer {
    type Ok = ();
    type Error = Odd;
    type SerializeSeq = Items<'a>;
    type SerializeTuple = Items<'a>;
    type SerializeTupleStruct = Items<'a>;
    type SerializeTupleVariant = Items<'a>;
    type SerializeMap = Entries<'a>;
    type SerializeStruct = Entries<'a>;
    type SerializeStructVariant = Entries<'a>;

    fn is_human_readable(&self) -> bool {
        false
    }

    fn serialize_bool(self, truth: bool) -> Result<(), Odd> {
        self.out.push(if truth { 0xf5 } else { 0xf4 });
        Ok(())
    }

    fn serialize_i8(self, number: i8) -> Result<(), Odd> {
        self.serialize_i64(i64::from(number))
    }

    fn serialize_i16(self, number: i16) -> Result<(), Odd> {
        self.serialize_i64(i64::from(number))
    }

    fn serialize_i32(self, number: i32) -> Result<(), Odd> {
        self.serialize_i64(i64::from(number))
    }

    fn serialize_i64(self, number: i64) -> Result<(), Odd> {
        self.signed(number);
        Ok(())
    }

    fn serialize_u8(self, number: u8) -> Result<(), Odd> {
        self.serialize_u64(u64::from(number))
    }

    fn serialize_u16(self, number: u16) -> Result<(), Odd> {
        self.serialize_u64(u64::from(number))
    }

    fn serialize_u32(self, number: u32) -> Result<(), Odd> {
        self.serialize_u64(u64::from(number))
    }

    fn serialize_u64(self, number: u64) -> Result<(), Odd> {
        self.head(UNSIGNED, number);
        Ok(())
    }

    fn serialize_f32(self, _: f32) -> Result<(), Odd> {
        Err(Odd)
    }

    fn serialize_f64(self, _: f64) -> Result<(), Odd> {
        Err(Odd)
    }

    fn serialize_char(self, letter: char) -> Result<(), Odd> {
        self.text(letter.encode_utf8(&mut [0; 4]))
    }

    fn serialize_str(self, text: &str) -> Result<(), Odd> {
        self.text(text)
    }

    fn serialize_bytes(self, bytes: &[u8]) -> Result<(), Odd> {
        self.bytes(bytes)
    }

    fn serialize_none(self) -> Result<(), Odd> {
        self.serialize_unit()
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<(), Odd> {
        value.serialize(self)
    }

    fn serialize_unit(self) -> Result<(), Odd> {
        self.out.push(NULL);
        Ok(())
    }

    fn serialize_unit_struct(self, _: &'static str) -> Result<(), Odd> {
        self.serialize_unit()
    }

    fn serialize_unit_variant(self, _: &'static str, _: u32, variant: &'static str) -> Result<(), Odd> {
        self.text(variant)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(self, _: &'static str, value: &T) -> Result<(), Odd> {
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        value: &T,
    ) -> Result<(), Odd> {
        match variant {
            CLEAR => {
                self.clear = true;
                value.serialize(&mut *self)?;
                // It was not the content of a personal value.
                if self.clear { Err(Odd) } else { Ok(()) }
            }
            // Sealed already, by an event it is copied from.
            SEALED => Err(Odd),
            _ => {
                self.head(MAP, 1);
                self.text(variant)?;
                self.below(variant, |writer| value.serialize(writer))
            }
        }
    }

    fn serialize_seq(self, len: Option<usize>) -> Result<Items<'a>, Odd> {
        Items::begin(self, len.ok_or(Odd)?)
    }

    fn serialize_tuple(self, len: usize) -> Result<Items<'a>, Odd> {
        Items::begin(self, len)
    }

    fn serialize_tuple_struct(self, _: &'static str, len: usize) -> Result<Items<'a>, Odd> {
        Items::begin(self, len)
    }

    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        len: usize,
    ) -> Result<Items<'a>, Odd> {
        Items::begin_in(self, variant, len)
    }

    fn serialize_map(self, len: Option<usize>) -> Result<Entries<'a>, Odd> {
        Entries::begin(self, len.ok_or(Odd)?)
    }

    fn serialize_struct(self, _: &'static str, len: usize) -> Result<Entries<'a>, Odd> {
        if std::mem::take(&mut self.clear) {
            return Ok(Entries::of_clear(self));
        }
        Entries::begin(self, len)
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        len: usize,
    ) -> Result<Entries<'a>, Odd> {
        Entries::begin_in(self, variant, len)
    }
}
