//! Events to bytes and back: deterministic CBOR (RFC 8949, 4.2), personal values sealed on the way in and left sealed on
//! the way out. The bytes of a version never change; upcasters read every version ever written.

mod asking;
mod canonical;
mod print;
mod reading;
mod sealing;
mod unsealing;
mod upcast;
mod writing;

pub use asking::{Log, Wish, ask, ask_seen};
pub use print::print;
pub use unsealing::sealed_values;
pub use upcast::{Upcast, Upcasters};

use ciborium::Value;
use decider::Fact;
use event_store::{Codec, CodecFault, Encoded, Place, Sabotage, Secrets, Stored, is_sabotaged};
use keyring::{Keyring, Keys};
use sealed::Subject;
use serde::Serialize;
use serde::de::DeserializeOwned;
use writing::Draft;

/// The codec of the running program.
#[derive(Clone)]
pub struct SealingCodec {
    keyring: Keyring,
    upcasters: Upcasters,
}

impl SealingCodec {
    /// Seals with these keys and reads older versions through these upcasters.
    #[must_use]
    pub fn new(keyring: Keyring, upcasters: Upcasters) -> Self {
        Self { keyring, upcasters }
    }

    /// The bytes of an event through a tree of values: for what is copied sealed, and to say what is wrong.
    async fn patiently<E: Fact + Serialize>(&self, place: Place, event: &E) -> Result<Encoded, CodecFault> {
        let (kind, schema, mut body) = apart(event)?;
        let keys = self.keys(sealing::subjects(&body).map_err(unwritable::<E>)?).await?;
        sealing::seal(&mut body, Some(&keys), place, &kind).map_err(unwritable::<E>)?;
        let payload = canonical::write(body).map_err(unwritable::<E>)?;
        Ok(Encoded { kind, schema, payload })
    }

    async fn keys(&self, subjects: impl IntoIterator<Item = Subject>) -> Result<Keys, CodecFault> {
        self.keyring.ensure(subjects).await.map_err(|fault| {
            if matches!(fault, keyring::Fault::Forgotten) {
                CodecFault::Forgotten
            } else if keys_are_away(&fault) {
                CodecFault::KeysAway(fault.to_string())
            } else {
                CodecFault::Keys(fault.to_string())
            }
        })
    }

    /// The keys it seals with.
    #[must_use]
    pub fn keyring(&self) -> &Keyring {
        &self.keyring
    }
}

/// Whether the keys cannot be had for now, as when their database is away: the same may be asked again later.
#[must_use]
pub fn keys_are_away(fault: &keyring::Fault) -> bool {
    if let keyring::Fault::Database(error) = fault {
        return event_store::is_passing(error);
    }
    matches!(
        fault,
        keyring::Fault::Connection(_) | keyring::Fault::Silent | keyring::Fault::Closed
    )
}

impl<E: Fact + Serialize + DeserializeOwned> Codec<E> for SealingCodec {
    async fn encode(&self, place: Place, event: &E) -> Result<Encoded, CodecFault> {
        let Some(draft) = Draft::of(event) else {
            return self.patiently(place, event).await;
        };
        let kind = format!("{}.{}", E::CAPABILITY, draft.tag);
        let schema = E::schema(draft.tag);
        let keys = self.keys(draft.subjects()).await?;
        let payload = draft.seal(&keys, place, &kind).map_err(unwritable::<E>)?;
        Ok(Encoded { kind, schema, payload })
    }

    fn decode(&self, stored: &Stored) -> Result<E, CodecFault> {
        read(&self.upcasters, stored)
    }
}

impl Secrets for SealingCodec {
    fn digest(&self, body: &[u8]) -> [u8; 32] {
        self.keyring.digest(body)
    }

    fn blind(&self, scope: &str, value: &str) -> Vec<u8> {
        self.keyring.blind(scope, value)
    }
}

/// Reads a stored event, personal values still sealed; needs no key.
///
/// # Errors
/// When the bytes are not what the type name promises.
pub fn read<E: Fact + DeserializeOwned>(upcasters: &Upcasters, stored: &Stored) -> Result<E, CodecFault> {
    let unreadable = |reason| CodecFault::Unreadable {
        kind: stored.kind.clone(),
        schema: stored.schema,
        reason,
    };
    if stored.capability() != E::CAPABILITY {
        return Err(unreadable("it belongs to another capability"));
    }
    if stored.tag() == "missed" && is_sabotaged(Sabotage::KindForgotten) {
        return Err(unreadable("it is forgotten on purpose"));
    }
    if stored.schema == E::schema(stored.tag())
        && let Some(event) = reading::read(stored)
    {
        return Ok(event);
    }
    patiently(upcasters, stored)
}

/// The same through a tree of values: for older versions, and to say what is wrong.
fn patiently<E: Fact + DeserializeOwned>(upcasters: &Upcasters, stored: &Stored) -> Result<E, CodecFault> {
    let unreadable = |reason| CodecFault::Unreadable {
        kind: stored.kind.clone(),
        schema: stored.schema,
        reason,
    };
    let mut body: Value = ciborium::from_reader(stored.payload.as_slice())
        .ok()
        .ok_or_else(|| unreadable("it is not CBOR"))?;
    unsealing::expand(&mut body, stored).map_err(unreadable)?;
    let body = upcasters
        .lift(&stored.kind, stored.schema, E::schema(stored.tag()), body)
        .map_err(unreadable)?;
    let tag = Value::Text(stored.tag().to_owned());
    // A variant without content is written as its name alone; its body is null.
    let event = if body.is_null() {
        tag.deserialized()
            .or_else(|_unit| Value::Map(vec![(tag, Value::Null)]).deserialized())
    } else {
        Value::Map(vec![(tag, body)]).deserialized()
    };
    event
        .ok()
        .ok_or_else(|| unreadable("its fields are not those of this version"))
}

/// Writes an event whose personal values are all sealed already: the inverse of [`read`], and like it without a key.
///
/// # Errors
/// When a personal value is in clear, or the event has a form that cannot be stored.
pub fn write<E: Fact + Serialize>(place: Place, event: &E) -> Result<Encoded, CodecFault> {
    let (kind, schema, mut body) = apart(event)?;
    sealing::seal(&mut body, None, place, &kind).map_err(unwritable::<E>)?;
    let payload = canonical::write(body).map_err(unwritable::<E>)?;
    Ok(Encoded { kind, schema, payload })
}

fn unwritable<E: Fact>(reason: canonical::Reason) -> CodecFault {
    CodecFault::Unwritable {
        capability: E::CAPABILITY,
        reason,
    }
}

/// The stored type name of an event, the version of its form, and its body.
fn apart<E: Fact + Serialize>(event: &E) -> Result<(String, u16, Value), CodecFault> {
    // What serde says may quote the value, so it is not kept.
    let value = Value::serialized(event)
        .ok()
        .ok_or_else(|| unwritable::<E>("it has no serialised form"))?;
    let (tag, body) = untag(value).ok_or_else(|| unwritable::<E>("it is not an externally tagged enum"))?;
    Ok((format!("{}.{tag}", E::CAPABILITY), E::schema(&tag), body))
}

/// Takes an externally tagged enum apart.
fn untag(value: Value) -> Option<(String, Value)> {
    if let Value::Text(tag) = value {
        return Some((tag, Value::Null));
    }
    let [(tag, body)] = <[_; 1]>::try_from(value.into_map().ok()?).ok()?;
    Some((tag.into_text().ok()?, body))
}
