//! What the log asks of whoever knows events and keys: events to bytes and back, digests, blind indexes.

use crate::Stored;
use std::future::Future;
use uuid::Uuid;

/// Where an event will stand; bound to what is sealed in it.
#[derive(Clone, Copy, Debug)]
pub struct Place {
    /// The event.
    pub event: Uuid,
    /// Its stream.
    pub stream: Uuid,
    /// The capability of the stream.
    pub capability: &'static str,
}

/// An event as it is stored.
#[derive(Clone, Debug)]
pub struct Encoded {
    /// Capability and past participle, for example `support_case.opened`.
    pub kind: String,
    /// The version of its form.
    pub schema: u16,
    /// Deterministic bytes, personal values sealed.
    pub payload: Vec<u8>,
}

/// Why an event could not be turned into bytes or back; carries no value of it.
#[derive(Clone, Debug, thiserror::Error)]
pub enum CodecFault {
    /// The event has a form that cannot be stored.
    #[error("an event of {capability} cannot be written: {reason}")]
    Unwritable {
        /// The capability.
        capability: &'static str,
        /// Which rule it breaks.
        reason: &'static str,
    },
    /// The stored bytes are not what the type name promises.
    #[error("a stored {kind} (form {schema}) cannot be read: {reason}")]
    Unreadable {
        /// The stored type name.
        kind: String,
        /// The version of its form.
        schema: u16,
        /// Which step failed.
        reason: &'static str,
    },
    /// The keys could not be had.
    #[error("the keys could not be had: {0}")]
    Keys(String),
    /// The keys could not be had for now.
    #[error("the keys cannot be had for now: {0}")]
    KeysAway(String),
    /// Somebody whom the event is about was forgotten: nothing is sealed under her key any more.
    #[error("the key of whom an event is about was destroyed")]
    Forgotten,
}

/// Turns the events of one capability into bytes and back.
pub trait Codec<E>: Send + Sync + 'static {
    /// The bytes to store, personal values sealed; the keys they need are committed before it returns.
    fn encode(&self, place: Place, event: &E) -> impl Future<Output = Result<Encoded, CodecFault>> + Send;

    /// The event, personal values still sealed.
    ///
    /// # Errors
    /// When the bytes cannot be read as this event.
    fn decode(&self, stored: &Stored) -> Result<E, CodecFault>;
}

/// Keyed digests: what must be compared without being stored.
pub trait Secrets: Send + Sync + 'static {
    /// A keyed digest of a wish.
    fn digest(&self, body: &[u8]) -> [u8; 32];

    /// A keyed digest of a name that must be unique within its scope.
    fn blind(&self, scope: &str, value: &str) -> Vec<u8>;
}
