//! The one way to write a value: shortest heads, definite lengths, map keys in the order of their bytes, no floats.

use ciborium::Value;

/// Why a value has no canonical bytes.
pub(crate) type Reason = &'static str;

/// The bytes of a value, the same for equal values.
pub(crate) fn write(mut value: Value) -> Result<Vec<u8>, Reason> {
    order(&mut value)?;
    bytes(&value)
}

fn bytes(value: &Value) -> Result<Vec<u8>, Reason> {
    let mut out = Vec::new();
    ciborium::into_writer(value, &mut out)
        .ok()
        .ok_or("it cannot be written as CBOR")?;
    Ok(out)
}

fn order(value: &mut Value) -> Result<(), Reason> {
    match value {
        Value::Array(items) => items.iter_mut().try_for_each(order),
        Value::Map(entries) => {
            let mut keyed = Vec::with_capacity(entries.len());
            for (mut key, mut value) in entries.drain(..) {
                if key.as_text() == Some(sealed::CLEAR) {
                    return Err("a personal value was about to be written in clear");
                }
                order(&mut key)?;
                order(&mut value)?;
                keyed.push((bytes(&key)?, key, value));
            }
            keyed.sort_by(|(one, ..), (other, ..)| one.cmp(other));
            if keyed
                .iter()
                .zip(keyed.iter().skip(1))
                .any(|((one, ..), (next, ..))| one == next)
            {
                return Err("a map has the same key twice");
            }
            entries.extend(keyed.into_iter().map(|(_, key, value)| (key, value)));
            Ok(())
        }
        Value::Tag(_, inner) => order(inner),
        Value::Float(_) => Err("it holds a float"),
        Value::Integer(_) | Value::Bytes(_) | Value::Text(_) | Value::Bool(_) | Value::Null => Ok(()),
        _ => Err("it holds a kind of value that is not known here"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_ordered_by_their_bytes_so_shorter_ones_come_first() {
        let value = Value::Map(vec![
            (Value::from("aa"), Value::from(1)),
            (Value::from("b"), Value::from(2)),
            (Value::from(10), Value::from(3)),
        ]);
        assert_eq!(
            write(value).unwrap(),
            [0xa3, 0x0a, 3, 0x61, b'b', 2, 0x62, b'a', b'a', 1]
        );
    }

    #[test]
    fn what_has_no_single_form_is_refused() {
        assert!(write(Value::from(1.5)).is_err());
        let twice = Value::Map(vec![(Value::from("a"), Value::Null), (Value::from("a"), Value::Null)]);
        assert!(write(twice).is_err());
        let clear = Value::Map(vec![(Value::from(sealed::CLEAR), Value::Null)]);
        assert!(write(Value::Array(vec![clear])).is_err());
    }
}
