//! The events of a batch as PostgreSQL takes them in one statement: one array per column.

use super::batch::Rows;
use jiff::Timestamp;
use tokio_postgres::types::ToSql;
use uuid::Uuid;

/// The events of a batch, one array per column.
pub(super) struct EventColumns<'a> {
    positions: Vec<i64>,
    ids: Vec<Uuid>,
    kinds: Vec<&'a str>,
    schemas: Vec<i16>,
    streams: Vec<Uuid>,
    versions: Vec<i64>,
    commands: Vec<Uuid>,
    by: Vec<Uuid>,
    recorded_at: Vec<Timestamp>,
    occurred_at: Vec<Timestamp>,
    known_at: Vec<Option<Timestamp>>,
    payloads: Vec<&'a [u8]>,
    hashes: Vec<&'a [u8]>,
}

impl<'a> EventColumns<'a> {
    pub(super) fn of(rows: &'a Rows) -> Self {
        let events = || rows.events.iter().map(|(event, _)| event);
        Self {
            positions: events().map(|event| event.position.cast_signed()).collect(),
            ids: events().map(|event| event.id).collect(),
            kinds: events().map(|event| event.kind.as_str()).collect(),
            schemas: events().map(|event| event.schema.cast_signed()).collect(),
            streams: events().map(|event| event.stream).collect(),
            versions: events().map(|event| event.version.cast_signed()).collect(),
            commands: events().map(|event| event.command).collect(),
            by: events().map(|event| event.by).collect(),
            recorded_at: events().map(|event| event.recorded_at).collect(),
            occurred_at: events().map(|event| event.occurred_at).collect(),
            known_at: events().map(|event| event.known_at).collect(),
            payloads: events().map(|event| event.payload.as_slice()).collect(),
            hashes: rows.events.iter().map(|(_, hash)| hash.as_slice()).collect(),
        }
    }

    pub(super) fn parameters(&self) -> [&(dyn ToSql + Sync); 13] {
        [
            &self.positions,
            &self.ids,
            &self.kinds,
            &self.schemas,
            &self.streams,
            &self.versions,
            &self.commands,
            &self.by,
            &self.recorded_at,
            &self.occurred_at,
            &self.known_at,
            &self.payloads,
            &self.hashes,
        ]
    }
}
