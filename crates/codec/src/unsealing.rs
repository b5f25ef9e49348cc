//! Sealed values on their way out: each compact tag becomes the form that `Private<T>` reads. Nothing is opened.

use crate::canonical::Reason;
use crate::sealing::TAG;
use ciborium::Value;
use event_store::Stored;
use sealed::{Compartment, Private, Sealed, Subject};
use uuid::Uuid;

const MALFORMED: Reason = "a sealed value is malformed";

/// Expands every sealed value in place.
pub(crate) fn expand(value: &mut Value, stored: &Stored) -> Result<(), Reason> {
    walk(value, stored, "")
}

/// The sealed values of a stored event, unopened; none when it is not CBOR or malformed.
#[must_use]
pub fn sealed_values(stored: &Stored) -> Vec<Sealed> {
    let mut found = Vec::new();
    if let Ok(body) = ciborium::from_reader::<Value, _>(stored.payload.as_slice()) {
        collect(&body, stored, "", &mut found);
    }
    found
}

fn collect(value: &Value, stored: &Stored, path: &str, found: &mut Vec<Sealed>) {
    match value {
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                collect(item, stored, &format!("{path}[{index}]"), found);
            }
        }
        Value::Map(entries) => {
            for (key, value) in entries {
                if let Ok(path) = crate::sealing::below(path, key) {
                    collect(value, stored, &path, found);
                }
            }
        }
        Value::Tag(TAG, content) => found.extend(sealed(content, stored, path)),
        Value::Tag(_, inner) => collect(inner, stored, path, found),
        Value::Integer(_) | Value::Bytes(_) | Value::Float(_) | Value::Text(_) | Value::Bool(_) | Value::Null | _ => {}
    }
}

fn walk(value: &mut Value, stored: &Stored, path: &str) -> Result<(), Reason> {
    match value {
        Value::Array(items) => {
            for (index, item) in items.iter_mut().enumerate() {
                walk(item, stored, &format!("{path}[{index}]"))?;
            }
        }
        Value::Map(entries) => {
            for (key, value) in entries {
                walk(value, stored, &crate::sealing::below(path, key)?)?;
            }
        }
        Value::Tag(TAG, content) => {
            let sealed = Private::<()>::Sealed(sealed(content, stored, path)?);
            *value = Value::serialized(&sealed).ok().ok_or(MALFORMED)?;
        }
        Value::Tag(_, inner) => walk(inner, stored, path)?,
        Value::Integer(_) | Value::Bytes(_) | Value::Float(_) | Value::Text(_) | Value::Bool(_) | Value::Null | _ => {}
    }
    Ok(())
}

fn sealed(content: &Value, stored: &Stored, path: &str) -> Result<Sealed, Reason> {
    let fields = content.as_array().ok_or(MALFORMED)?;
    let [kind, id, compartment, bytes, place @ ..] = fields.as_slice() else {
        return Err(MALFORMED);
    };
    let (event, stream, name, field) = match place {
        [] => (stored.id, stored.stream, stored.kind.clone(), path.to_owned()),
        [event, stream, name, field] => (id_of(event)?, id_of(stream)?, text_of(name)?, text_of(field)?),
        _ => return Err(MALFORMED),
    };
    Ok(Sealed {
        subject: subject(number_of(kind)?, id_of(id)?)?,
        compartment: usize::try_from(number_of(compartment)?)
            .ok()
            .and_then(|number| Compartment::ALL.get(number).copied())
            .ok_or(MALFORMED)?,
        field,
        event,
        stream,
        kind: name,
        bytes: bytes.as_bytes().ok_or(MALFORMED)?.clone(),
    })
}

fn subject(kind: i128, id: Uuid) -> Result<Subject, Reason> {
    match kind {
        0 => Ok(Subject::Person(id)),
        1 => Ok(Subject::Worker(id)),
        2 => Ok(Subject::SupportCase(id)),
        3 => Ok(Subject::Text(id)),
        _ => Err(MALFORMED),
    }
}

fn number_of(value: &Value) -> Result<i128, Reason> {
    value.as_integer().map(i128::from).ok_or(MALFORMED)
}

fn id_of(value: &Value) -> Result<Uuid, Reason> {
    value
        .as_bytes()
        .and_then(|bytes| Uuid::from_slice(bytes).ok())
        .ok_or(MALFORMED)
}

fn text_of(value: &Value) -> Result<String, Reason> {
    value.as_text().map(str::to_owned).ok_or(MALFORMED)
}
