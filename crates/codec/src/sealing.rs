//! Personal values on their way in: each is sealed at its place and replaced by a compact tag.

use crate::canonical::{self, Reason};
use ciborium::Value;
use event_store::Place;
use keyring::Keys;
use sealed::{CLEAR, Compartment, Private, SEALED, Sealed, Subject};
use std::collections::BTreeSet;
use zeroize::Zeroizing;

/// The CBOR tag of a sealed value ("TRAM"): `[subject kind, subject, compartment, bytes]`, its place being where it
/// stands; followed by `event, stream, kind, field` when it was copied from another event.
pub(crate) const TAG: u64 = 0x5452_414d;

/// Whose keys are needed.
pub(crate) fn subjects(value: &Value) -> Result<BTreeSet<Subject>, Reason> {
    let mut found = BTreeSet::new();
    collect(value, &mut found)?;
    Ok(found)
}

fn collect(value: &Value, found: &mut BTreeSet<Subject>) -> Result<(), Reason> {
    match value {
        Value::Array(items) => items.iter().try_for_each(|item| collect(item, found)),
        Value::Map(entries) => {
            if let Some(form) = form(entries, CLEAR)? {
                found.insert(clear(form)?.0);
                return Ok(());
            }
            entries.iter().try_for_each(|(_, value)| collect(value, found))
        }
        Value::Tag(_, inner) => collect(inner, found),
        Value::Integer(_) | Value::Bytes(_) | Value::Float(_) | Value::Text(_) | Value::Bool(_) | Value::Null | _ => {
            Ok(())
        }
    }
}

/// Seals every personal value in place; without keys, only what is sealed already can stay.
pub(crate) fn seal(value: &mut Value, keys: Option<&Keys>, place: Place, kind: &str) -> Result<(), Reason> {
    Walk { keys, place, kind }.seal(value, "")
}

struct Walk<'a> {
    keys: Option<&'a Keys>,
    place: Place,
    kind: &'a str,
}

impl Walk<'_> {
    fn seal(&self, value: &mut Value, path: &str) -> Result<(), Reason> {
        match value {
            Value::Array(items) => {
                for (index, item) in items.iter_mut().enumerate() {
                    self.seal(item, &format!("{path}[{index}]"))?;
                }
            }
            Value::Map(entries) => {
                if let Some(form) = form(entries, CLEAR)? {
                    let tag = self.sealed(form, path)?;
                    *value = tag;
                } else if let Some(form) = form(entries, SEALED)? {
                    let tag = self.copied(form, path)?;
                    *value = tag;
                } else {
                    for (key, value) in entries {
                        self.seal(value, &below(path, key)?)?;
                    }
                }
            }
            Value::Tag(_, inner) => self.seal(inner, path)?,
            Value::Integer(_)
            | Value::Bytes(_)
            | Value::Float(_)
            | Value::Text(_)
            | Value::Bool(_)
            | Value::Null
            | _ => {}
        }
        Ok(())
    }

    fn sealed(&self, form: &Value, path: &str) -> Result<Value, Reason> {
        let (subject, compartment, value) = clear(form)?;
        let plain = Zeroizing::new(canonical::write(value.clone())?);
        let place = keyring::Place {
            event: self.place.event,
            stream: self.place.stream,
            kind: self.kind,
            field: path,
        };
        let keys = self
            .keys
            .ok_or("a personal value is in clear and there is no key to seal it")?;
        let sealed = keys
            .seal(subject, compartment, place, &plain)
            .ok()
            .ok_or("a personal value cannot be sealed")?;
        let mut fields = short(&sealed);
        fields.push(Value::Bytes(sealed.bytes));
        Ok(Value::Tag(TAG, Box::new(Value::Array(fields))))
    }

    /// A value that is sealed already: at this very place it is written as it was, elsewhere with the place it is bound to.
    fn copied(&self, form: &Value, path: &str) -> Result<Value, Reason> {
        let whole = Value::Map(vec![(Value::from(SEALED), form.clone())]);
        let private: Private<()> = whole.deserialized().ok().ok_or("a sealed value is malformed")?;
        let sealed = private.sealed().ok_or("a sealed value is malformed")?;
        let mut fields = short(sealed);
        fields.push(Value::Bytes(sealed.bytes.clone()));
        if !self.is_home_of(sealed, path) {
            fields.extend([
                Value::Bytes(sealed.event.as_bytes().to_vec()),
                Value::Bytes(sealed.stream.as_bytes().to_vec()),
                Value::Text(sealed.kind.clone()),
                Value::Text(sealed.field.clone()),
            ]);
        }
        Ok(Value::Tag(TAG, Box::new(Value::Array(fields))))
    }

    fn is_home_of(&self, sealed: &Sealed, path: &str) -> bool {
        sealed.event == self.place.event
            && sealed.stream == self.place.stream
            && sealed.kind == self.kind
            && sealed.field == path
    }
}

/// Where a value lies below a path: `note.text`.
pub(crate) fn below(path: &str, key: &Value) -> Result<String, Reason> {
    let name = match (key.as_text(), key.as_integer(), key.as_bytes()) {
        (Some(text), _, _) => text.to_owned(),
        (None, Some(number), _) => i128::from(number).to_string(),
        (None, None, Some(bytes)) => bytes.iter().map(|byte| format!("{byte:02x}")).collect(),
        (None, None, None) => return Err("a map has a key that is neither a name, a number nor an id"),
    };
    Ok(if path.is_empty() {
        name
    } else {
        format!("{path}.{name}")
    })
}

/// The content of a map that stands for a personal value.
fn form<'a>(entries: &'a [(Value, Value)], name: &str) -> Result<Option<&'a Value>, Reason> {
    match entries {
        [(key, form)] if key.as_text() == Some(name) => Ok(Some(form)),
        several if several.iter().any(|(key, _)| key.as_text() == Some(name)) => {
            Err("a personal value is mixed with other fields")
        }
        _ => Ok(None),
    }
}

fn clear(form: &Value) -> Result<(Subject, Compartment, &Value), Reason> {
    const MALFORMED: Reason = "a personal value has no subject, compartment or value";
    let fields = form.as_map().ok_or(MALFORMED)?;
    let field = |name| {
        fields
            .iter()
            .find(|(key, _)| key.as_text() == Some(name))
            .map(|(_, value)| value)
    };
    let subject = field("subject")
        .and_then(|value| value.deserialized().ok())
        .ok_or(MALFORMED)?;
    let compartment = field("compartment")
        .and_then(|value| value.deserialized().ok())
        .ok_or(MALFORMED)?;
    Ok((subject, compartment, field("value").ok_or(MALFORMED)?))
}

fn short(sealed: &Sealed) -> Vec<Value> {
    vec![
        Value::from(kind_of(sealed.subject)),
        Value::Bytes(sealed.subject.id().as_bytes().to_vec()),
        Value::from(sealed.compartment.number()),
    ]
}

/// The number under which a kind of subject stands in a sealed value.
pub(crate) fn kind_of(subject: Subject) -> u8 {
    match subject {
        Subject::Person(_) => 0,
        Subject::Worker(_) => 1,
        Subject::SupportCase(_) => 2,
        Subject::Text(_) => 3,
    }
}
