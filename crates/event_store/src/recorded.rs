//! An event as it comes out of the log: as bytes, or as a fact.

use crate::{Codec, CodecFault};
use jiff::Timestamp;
use tokio_postgres::Row;
use uuid::Uuid;

/// An event as it lies in the log, its payload unread.
#[derive(Clone, PartialEq, Eq)]
pub struct Stored {
    /// Its place in the one order.
    pub position: u64,
    /// Its id.
    pub id: Uuid,
    /// Capability and past participle, for example `support_case.opened`.
    pub kind: String,
    /// The version of its form.
    pub schema: u16,
    /// Its stream.
    pub stream: Uuid,
    /// Its place in the stream.
    pub version: u64,
    /// The command that made it.
    pub command: Uuid,
    /// The worker who acted.
    pub by: Uuid,
    /// When the server stored it.
    pub recorded_at: Timestamp,
    /// When it happened, as claimed.
    pub occurred_at: Timestamp,
    /// When the source recorded it.
    pub known_at: Option<Timestamp>,
    /// The bytes, exactly as written.
    pub payload: Vec<u8>,
}

/// A fact with its envelope.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recorded<E> {
    /// Its place in the one order.
    pub position: u64,
    /// Its id.
    pub id: Uuid,
    /// The capability of its stream.
    pub capability: String,
    /// Its stream.
    pub stream: Uuid,
    /// Its place in the stream.
    pub version: u64,
    /// The command that made it.
    pub command: Uuid,
    /// The worker who acted.
    pub by: Uuid,
    /// When the server stored it.
    pub recorded_at: Timestamp,
    /// When it happened, as claimed.
    pub occurred_at: Timestamp,
    /// When the source recorded it.
    pub known_at: Option<Timestamp>,
    /// The fact.
    pub event: E,
}

/// The columns of an event, in the order in which [`Stored::from_row`] reads them.
macro_rules! columns {
    () => {
        "position, id, kind, schema, stream, version, command, by, recorded_at, occurred_at, known_at, payload"
    };
}
pub(crate) use columns;

impl Stored {
    /// The capability of its stream: the first half of its kind.
    #[must_use]
    pub fn capability(&self) -> &str {
        self.kind
            .split_once('.')
            .map_or(self.kind.as_str(), |(capability, _)| capability)
    }

    /// What happened: the second half of its kind.
    #[must_use]
    pub fn tag(&self) -> &str {
        self.kind.split_once('.').map_or("", |(_, tag)| tag)
    }

    /// When it was known: as the source says when it says so, else when the server stored it.
    #[must_use]
    pub fn known(&self) -> Timestamp {
        self.known_at.unwrap_or(self.recorded_at)
    }

    /// Reads the payload.
    ///
    /// # Errors
    /// When the payload is not such an event.
    pub fn read<E, C: Codec<E>>(&self, codec: &C) -> Result<Recorded<E>, CodecFault> {
        Ok(Recorded {
            position: self.position,
            id: self.id,
            capability: self.capability().to_owned(),
            stream: self.stream,
            version: self.version,
            command: self.command,
            by: self.by,
            recorded_at: self.recorded_at,
            occurred_at: self.occurred_at,
            known_at: self.known_at,
            event: codec.decode(self)?,
        })
    }

    pub(crate) fn from_row(row: &Row) -> Result<Self, tokio_postgres::Error> {
        Ok(Self {
            position: row.try_get::<_, i64>(0)?.cast_unsigned(),
            id: row.try_get(1)?,
            kind: row.try_get(2)?,
            schema: row.try_get::<_, i16>(3)?.cast_unsigned(),
            stream: row.try_get(4)?,
            version: row.try_get::<_, i64>(5)?.cast_unsigned(),
            command: row.try_get(6)?,
            by: row.try_get(7)?,
            recorded_at: row.try_get(8)?,
            occurred_at: row.try_get(9)?,
            known_at: row.try_get(10)?,
            payload: row.try_get(11)?,
        })
    }
}

impl std::fmt::Debug for Stored {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(
            f,
            "Stored({} {} v{} of {})",
            self.position, self.kind, self.version, self.stream
        )
    }
}

impl<E> Recorded<E> {
    /// When it was known: as the source says when it says so, else when the server stored it.
    pub fn known(&self) -> Timestamp {
        self.known_at.unwrap_or(self.recorded_at)
    }
}
