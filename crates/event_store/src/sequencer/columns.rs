//! The rows of a batch as PostgreSQL takes them in one statement: one array per column.

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

    /// `single`: the only event, without its arrays.
    pub(super) fn parameters(&self, single: bool) -> [&(dyn ToSql + Sync); 13] {
        [
            parameter(&self.positions, single),
            parameter(&self.ids, single),
            parameter(&self.kinds, single),
            parameter(&self.schemas, single),
            parameter(&self.streams, single),
            parameter(&self.versions, single),
            parameter(&self.commands, single),
            parameter(&self.by, single),
            parameter(&self.recorded_at, single),
            parameter(&self.occurred_at, single),
            parameter(&self.known_at, single),
            parameter(&self.payloads, single),
            parameter(&self.hashes, single),
        ]
    }
}

/// A column, or its only value.
fn parameter<T: ToSql + Sync>(column: &Vec<T>, single: bool) -> &(dyn ToSql + Sync) {
    match column.first() {
        Some(only) if single => only,
        Some(_) | None => column,
    }
}

/// The commands of a batch.
pub(super) struct CommandColumns<'a> {
    ids: Vec<Uuid>,
    digests: Vec<&'a [u8]>,
    positions: Vec<i64>,
    versions: Vec<i64>,
    counts: Vec<i32>,
}

impl<'a> CommandColumns<'a> {
    pub(super) fn of(rows: &'a Rows) -> Self {
        let answers = || rows.commands.iter().map(|(.., answer)| answer);
        Self {
            ids: rows.commands.iter().map(|(id, ..)| *id).collect(),
            digests: rows.commands.iter().map(|(_, digest, _)| digest.as_slice()).collect(),
            positions: answers().map(|answer| answer.position.cast_signed()).collect(),
            versions: answers().map(|answer| answer.version.cast_signed()).collect(),
            counts: answers().map(|answer| answer.events.cast_signed()).collect(),
        }
    }

    /// `single`: the only command, without its arrays.
    pub(super) fn parameters(&self, single: bool) -> [&(dyn ToSql + Sync); 5] {
        [
            parameter(&self.ids, single),
            parameter(&self.digests, single),
            parameter(&self.positions, single),
            parameter(&self.versions, single),
            parameter(&self.counts, single),
        ]
    }
}

/// The streams that begin with a batch.
pub(super) struct StreamColumns {
    ids: Vec<Uuid>,
    capabilities: Vec<&'static str>,
}

impl StreamColumns {
    pub(super) fn of(rows: &Rows) -> Self {
        let (ids, capabilities) = rows.new_streams.iter().copied().unzip();
        Self { ids, capabilities }
    }

    pub(super) fn parameters(&self) -> [&(dyn ToSql + Sync); 2] {
        [&self.ids, &self.capabilities]
    }
}

/// The names that a batch takes.
pub(super) struct NameColumns<'a> {
    blinds: Vec<&'a [u8]>,
    scopes: Vec<&'static str>,
    holders: Vec<Uuid>,
    positions: Vec<i64>,
}

impl<'a> NameColumns<'a> {
    pub(super) fn of(rows: &'a Rows) -> Self {
        let names = || rows.reservations.iter();
        Self {
            blinds: names().map(|(blind, ..)| blind.as_slice()).collect(),
            scopes: names().map(|(_, scope, ..)| *scope).collect(),
            holders: names().map(|(_, _, stream, _)| *stream).collect(),
            positions: names().map(|(.., position)| position.cast_signed()).collect(),
        }
    }

    pub(super) fn parameters(&self) -> [&(dyn ToSql + Sync); 4] {
        [&self.blinds, &self.scopes, &self.holders, &self.positions]
    }
}
