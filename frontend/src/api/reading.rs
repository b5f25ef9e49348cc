//! Reads an answer into its type: structs from objects only, without the second way (from lists) that a general reader
//! carries for each type. There are a hundred types and every one of them travels to the browser: this is a third less.
//!
//! What is read has been parsed by `serde_json` before; nothing here looks at text.

use serde::{
    Deserializer,
    de::{
        DeserializeOwned, DeserializeSeed, EnumAccess, IntoDeserializer, MapAccess, SeqAccess, VariantAccess, Visitor,
    },
};
use serde_json::{Map, Value};
use std::fmt::{self, Display, Formatter};

/// The answer has another form than was promised. Which, is not said: the words for it would weigh, and what was read
/// may be personal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Otherwise;

impl Display for Otherwise {
    fn fmt(&self, to: &mut Formatter<'_>) -> fmt::Result {
        to.write_str("another form was promised")
    }
}

impl std::error::Error for Otherwise {}

impl serde::de::Error for Otherwise {
    fn custom<T: Display>(_: T) -> Self {
        Self
    }
}

/// Reads a parsed answer into its type.
pub(crate) fn read<T: DeserializeOwned>(value: Value) -> Result<T, Otherwise> {
    T::deserialize(Answered(value))
}

/// Reads a text into its type, in one way for all: the general reader of each type is not carried beside ours.
pub(crate) fn read_text<T: DeserializeOwned>(text: &str) -> Option<T> {
    read(serde_json::from_str(text).ok()?).ok()
}

struct Answered(Value);

impl<'de> Deserializer<'de> for Answered {
    type Error = Otherwise;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Otherwise> {
        match self.0 {
            Value::Null => visitor.visit_unit(),
            Value::Bool(truth) => visitor.visit_bool(truth),
            Value::Number(number) => match (number.as_u64(), number.as_i64(), number.as_f64()) {
                (Some(number), _, _) => visitor.visit_u64(number),
                (None, Some(number), _) => visitor.visit_i64(number),
                (None, None, Some(number)) => visitor.visit_f64(number),
                (None, None, None) => Err(Otherwise),
            },
            Value::String(text) => visitor.visit_string(text),
            Value::Array(items) => visitor.visit_seq(Items(items.into_iter())),
            Value::Object(fields) => visitor.visit_map(Fields::of(fields)),
        }
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Otherwise> {
        self.0
            .as_bool()
            .map_or(Err(Otherwise), |truth| visitor.visit_bool(truth))
    }

    fn deserialize_u64<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Otherwise> {
        self.0
            .as_u64()
            .map_or(Err(Otherwise), |number| visitor.visit_u64(number))
    }

    fn deserialize_u8<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Otherwise> {
        self.deserialize_u64(visitor)
    }

    fn deserialize_u16<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Otherwise> {
        self.deserialize_u64(visitor)
    }

    fn deserialize_u32<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Otherwise> {
        self.deserialize_u64(visitor)
    }

    fn deserialize_i64<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Otherwise> {
        self.0
            .as_i64()
            .map_or(Err(Otherwise), |number| visitor.visit_i64(number))
    }

    fn deserialize_i16<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Otherwise> {
        self.deserialize_i64(visitor)
    }

    fn deserialize_i32<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Otherwise> {
        self.deserialize_i64(visitor)
    }

    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Otherwise> {
        match self.0 {
            Value::String(text) => visitor.visit_string(text),
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::Array(_) | Value::Object(_) => Err(Otherwise),
        }
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Otherwise> {
        self.deserialize_str(visitor)
    }

    fn deserialize_identifier<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Otherwise> {
        self.deserialize_str(visitor)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Otherwise> {
        if self.0.is_null() {
            visitor.visit_none()
        } else {
            visitor.visit_some(self)
        }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, _: &'static str, visitor: V) -> Result<V::Value, Otherwise> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Otherwise> {
        match self.0 {
            Value::Array(items) => visitor.visit_seq(Items(items.into_iter())),
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) | Value::Object(_) => Err(Otherwise),
        }
    }

    fn deserialize_tuple<V: Visitor<'de>>(self, _: usize, visitor: V) -> Result<V::Value, Otherwise> {
        self.deserialize_seq(visitor)
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Otherwise> {
        match self.0 {
            Value::Object(fields) => visitor.visit_map(Fields::of(fields)),
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) | Value::Array(_) => Err(Otherwise),
        }
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Otherwise> {
        self.deserialize_map(visitor)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Otherwise> {
        visitor.visit_enum(self)
    }

    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Otherwise> {
        visitor.visit_unit()
    }

    serde::forward_to_deserialize_any! { i8 i128 u128 f32 f64 char bytes byte_buf unit unit_struct tuple_struct }
}

struct Items(std::vec::IntoIter<Value>);

impl<'de> SeqAccess<'de> for Items {
    type Error = Otherwise;

    fn next_element_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<Option<S::Value>, Otherwise> {
        self.0.next().map(|item| seed.deserialize(Answered(item))).transpose()
    }
}

struct Fields {
    left: serde_json::map::IntoIter,
    value: Value,
}

impl Fields {
    fn of(fields: Map<String, Value>) -> Self {
        Self {
            left: fields.into_iter(),
            value: Value::Null,
        }
    }

    #[inline(never)]
    fn step(&mut self) -> Option<String> {
        let (name, value) = self.left.next()?;
        self.value = value;
        Some(name)
    }
}

impl<'de> MapAccess<'de> for Fields {
    type Error = Otherwise;

    fn next_key_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<Option<S::Value>, Otherwise> {
        self.step()
            .map(|name| seed.deserialize(name.into_deserializer()))
            .transpose()
    }

    fn next_value_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<S::Value, Otherwise> {
        seed.deserialize(Answered(self.value.take()))
    }
}

impl<'de> EnumAccess<'de> for Answered {
    type Error = Otherwise;
    type Variant = Self;

    fn variant_seed<S: DeserializeSeed<'de>>(self, seed: S) -> Result<(S::Value, Self), Otherwise> {
        let (name, value) = match self.0 {
            Value::String(name) => (name, Value::Null),
            Value::Object(fields) => fields.into_iter().next().ok_or(Otherwise)?,
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::Array(_) => return Err(Otherwise),
        };
        Ok((seed.deserialize(name.into_deserializer())?, Self(value)))
    }
}

impl<'de> VariantAccess<'de> for Answered {
    type Error = Otherwise;

    fn unit_variant(self) -> Result<(), Otherwise> {
        Ok(())
    }

    fn newtype_variant_seed<S: DeserializeSeed<'de>>(self, seed: S) -> Result<S::Value, Otherwise> {
        seed.deserialize(self)
    }

    fn tuple_variant<V: Visitor<'de>>(self, _: usize, visitor: V) -> Result<V::Value, Otherwise> {
        self.deserialize_seq(visitor)
    }

    fn struct_variant<V: Visitor<'de>>(self, _: &'static [&'static str], visitor: V) -> Result<V::Value, Otherwise> {
        self.deserialize_map(visitor)
    }
}

#[cfg(test)]
mod tests {
    use super::read;
    use contract::{live::Changed, plan::AssignAction, support_case::CaseQuery};
    use serde::{Serialize, de::DeserializeOwned};
    use serde_json::{Value, from_str, json, to_value};
    use std::{collections::BTreeMap, fmt::Debug};

    fn the_same<T: Serialize + DeserializeOwned + PartialEq + Debug>(text: &str) {
        let usual: T = from_str(text).unwrap();
        let ours: T = read(from_str(text).unwrap()).unwrap();
        assert_eq!(ours, usual);
        assert_eq!(read::<T>(to_value(&usual).unwrap()).unwrap(), usual);
    }

    #[test]
    fn an_answer_is_read_as_the_general_reader_reads_it() {
        the_same::<Changed>(r#"{"position": 12, "topic": null}"#);
        the_same::<CaseQuery>(r#"{"phase": "closed", "at_least": 7}"#);
        let id = "019aa000-0000-7000-8000-000000000001";
        the_same::<AssignAction>(&format!(
            r#"{{"command": "{id}", "plan": "{id}", "action": "{id}", "goal": null, "what": "Écrire",
                "domain": "housing", "doer": {{"person": "{id}"}}, "due_on": "2026-11-27"}}"#
        ));
        the_same::<domain::plan::Plan>(&format!(
            r#"{{"support_case": "{id}", "goals": ["{id}"], "reached": [], "actions": {{"{id}": ["to_do", "2026-11-27"]}}}}"#
        ));
        the_same::<domain::team_meeting::TeamMeeting>(r#""unplanned""#);
        the_same::<domain::support_case::Phase>(r#"{"open": "2020-11-05"}"#);
        the_same::<BTreeMap<String, Vec<Option<u8>>>>(r#"{"a": [1, null], "b": []}"#);
        the_same::<(String, i16, bool)>(r#"["x", -3, true]"#);
        assert_eq!(
            read::<Value>(json!({"any": [1.5, "x", null]})).unwrap(),
            json!({"any": [1.5, "x", null]})
        );
    }

    #[test]
    fn another_form_than_promised_is_refused() {
        assert!(read::<Changed>(json!([12, null])).is_err());
        assert!(read::<Changed>(json!({"position": "12"})).is_err());
        assert!(read::<u8>(json!(300)).is_err());
        assert!(read::<domain::words::DomainOfLife>(json!("elsewhere")).is_err());
    }
}
