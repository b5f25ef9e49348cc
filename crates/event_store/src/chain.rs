//! The hash of each event over the one before: SHA-256 of the hash before and the deterministic CBOR of the whole row.

use crate::Stored;
use aws_lc_rs::digest;
use jiff::Timestamp;

/// The hash before the first event.
pub(crate) const START: [u8; 32] = [0; 32];

const UNSIGNED: u8 = 0;
const NEGATIVE: u8 = 1;
const BYTES: u8 = 2;
const TEXT: u8 = 3;
const ARRAY: u8 = 4;
const NULL: u8 = 0xf6;

/// The hash of an event that follows `before`.
pub(crate) fn hash(before: &[u8], event: &Stored) -> [u8; 32] {
    let envelope = envelope(event);
    let mut context = digest::Context::new(&digest::SHA256);
    context.update(before);
    context.update(&envelope);
    let mut hash = START;
    hash.copy_from_slice(context.finish().as_ref());
    hash
}

/// The row as CBOR, in the shortest form of RFC 8949 4.2, an array in the order of the columns.
fn envelope(event: &Stored) -> Vec<u8> {
    let mut out = Vec::with_capacity(event.payload.len().saturating_add(192));
    head(&mut out, ARRAY, 12);
    head(&mut out, UNSIGNED, event.position);
    bytes(&mut out, BYTES, event.id.as_bytes());
    bytes(&mut out, TEXT, event.kind.as_bytes());
    head(&mut out, UNSIGNED, u64::from(event.schema));
    bytes(&mut out, BYTES, event.stream.as_bytes());
    head(&mut out, UNSIGNED, event.version);
    bytes(&mut out, BYTES, event.command.as_bytes());
    bytes(&mut out, BYTES, event.by.as_bytes());
    instant(&mut out, event.recorded_at);
    instant(&mut out, event.occurred_at);
    match event.known_at {
        Some(at) => instant(&mut out, at),
        None => out.push(NULL),
    }
    bytes(&mut out, BYTES, &event.payload);
    out
}

fn instant(out: &mut Vec<u8>, at: Timestamp) {
    let micros = at.as_microsecond();
    match u64::try_from(micros) {
        Ok(after) => head(out, UNSIGNED, after),
        // CBOR writes a negative n as -1 - n.
        Err(_) => head(out, NEGATIVE, micros.unsigned_abs().saturating_sub(1)),
    }
}

fn bytes(out: &mut Vec<u8>, major: u8, value: &[u8]) {
    head(out, major, u64::try_from(value.len()).unwrap_or(u64::MAX));
    out.extend_from_slice(value);
}

fn head(out: &mut Vec<u8>, major: u8, argument: u64) {
    let major = major << 5;
    if let Ok(small) = u8::try_from(argument) {
        if small < 24 {
            out.push(major | small);
        } else {
            out.extend_from_slice(&[major | 24, small]);
        }
    } else if let Ok(short) = u16::try_from(argument) {
        out.push(major | 25);
        out.extend_from_slice(&short.to_be_bytes());
    } else if let Ok(word) = u32::try_from(argument) {
        out.push(major | 26);
        out.extend_from_slice(&word.to_be_bytes());
    } else {
        out.push(major | 27);
        out.extend_from_slice(&argument.to_be_bytes());
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    fn event() -> Stored {
        Stored {
            position: 70_000,
            id: Uuid::from_u128(1),
            kind: "support_case.opened".to_owned(),
            schema: 1,
            stream: Uuid::from_u128(2),
            version: 300,
            command: Uuid::from_u128(3),
            by: Uuid::from_u128(4),
            recorded_at: Timestamp::from_microsecond(1_700_000_000_000_001).unwrap(),
            occurred_at: Timestamp::from_microsecond(-86_400_000_000).unwrap(),
            known_at: None,
            payload: vec![0xa0; 30],
        }
    }

    #[test]
    fn the_bytes_that_are_hashed_are_cbor_in_its_shortest_form() {
        let written = envelope(&event());
        let value: ciborium::Value = ciborium::from_reader(written.as_slice()).unwrap();
        let mut again = Vec::new();
        ciborium::into_writer(&value, &mut again).unwrap();
        assert_eq!(written, again);
        let fields = value.into_array().unwrap();
        assert_eq!(fields[0], ciborium::Value::from(70_000));
        assert_eq!(fields[9], ciborium::Value::from(-86_400_000_000_i64));
        assert_eq!(fields[10], ciborium::Value::Null);
    }

    #[test]
    fn whatever_is_altered_alters_the_hash() {
        let first = hash(&START, &event());
        let altered: [fn(&mut Stored); 12] = [
            |e| e.position += 1,
            |e| e.id = Uuid::from_u128(9),
            |e| e.kind.push('x'),
            |e| e.schema += 1,
            |e| e.stream = Uuid::from_u128(9),
            |e| e.version += 1,
            |e| e.command = Uuid::from_u128(9),
            |e| e.by = Uuid::from_u128(9),
            |e| e.recorded_at = Timestamp::UNIX_EPOCH,
            |e| e.occurred_at = Timestamp::UNIX_EPOCH,
            |e| e.known_at = Some(Timestamp::UNIX_EPOCH),
            |e| e.payload.push(0),
        ];
        for alter in altered {
            let mut other = event();
            alter(&mut other);
            assert_ne!(hash(&START, &other), first);
        }
        assert_ne!(hash(&first, &event()), first);
    }
}
