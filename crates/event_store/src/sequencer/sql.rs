//! What the writer says to the database.

use crate::sabotage::{Sabotage, is_sabotaged};

/// The slow way, which asks for everything first, while nobody else writes.
pub(super) const HOLD: &str = "select hold_log()";
pub(super) const HEAD: &str = "select position, hash, recorded_at from event order by position desc limit 1";
pub(super) const FENCE: &str = "select fence from log_writer";
pub(super) const COMMANDS: &str = "select id, digest, position, version, events from command where id = any($1)";
pub(super) const STREAMS: &str = "
    select id, capability, (select coalesce(max(version), 0) from event where event.stream = stream.id)
    from stream where id = any($1)";
pub(super) const RESERVATIONS: &str = "select blind, stream from reservation where blind = any($1)";
pub(super) const OWN: &str = "
    select command.id from command join event on event.position = command.position
    where command.id = any($1) and event.id = any($2)";

/// What a batch holds, as far as the statement differs.
#[derive(Clone, Copy)]
pub(super) struct Shape {
    /// One command with one event.
    pub(super) single: bool,
    /// Streams that begin.
    pub(super) new_streams: bool,
    /// Names that are taken.
    pub(super) names: bool,
}

const EVENT_TYPES: [&str; 13] = [
    "bigint",
    "uuid",
    "text",
    "smallint",
    "uuid",
    "bigint",
    "uuid",
    "uuid",
    "timestamptz",
    "timestamptz",
    "timestamptz",
    "bytea",
    "bytea",
];
const COMMAND_TYPES: [&str; 5] = ["uuid", "bytea", "bigint", "bigint", "integer"];
const STREAM_TYPES: [&str; 2] = ["uuid", "text"];
const NAME_TYPES: [&str; 4] = ["bytea", "text", "uuid", "bigint"];

/// Everything in one statement, which is one transaction. A position, a version, a command, a stream or a name that is
/// there already is a unique violation, and nothing is written: a writer that believes in another head than there is writes
/// nothing, since somebody has taken the position behind it. A writer that is fenced counts no row.
///
/// The parts that are rarely needed are left out when they are empty: each costs the database some microseconds. Arrays
/// are unrolled in the select list, side by side: `select * from unnest(...)` would keep a table for each of them first.
/// A single event of a single command comes without arrays: a writer alone waits for each of those microseconds.
pub(super) fn append(
    Shape {
        single,
        new_streams,
        names,
    }: Shape,
) -> String {
    let mut taken = 1_usize;
    let mut unrolled = |types: &[&str], single: bool| {
        let first = taken + 1;
        taken += types.len();
        let value = |(place, kind): (usize, &&str)| {
            if single {
                format!("${place}::{kind}")
            } else {
                format!("unnest(${place}::{kind}[])")
            }
        };
        (first..).zip(types).map(value).collect::<Vec<_>>().join(", ")
    };
    // Each part asks by itself: reading the answer of another part costs more than reading one row again.
    let unfenced = if is_sabotaged(Sabotage::FenceUnread) {
        "where $1::bigint is not null"
    } else {
        "where (select fence from log_writer) <= $1"
    };
    let events = unrolled(&EVENT_TYPES, single);
    let commands = unrolled(&COMMAND_TYPES, single);
    let streams = if new_streams {
        let streams = unrolled(&STREAM_TYPES, false);
        format!(", new_streams as (insert into stream (id, capability) select {streams} {unfenced})")
    } else {
        String::new()
    };
    let names = if names {
        let names = unrolled(&NAME_TYPES, false);
        format!(", names as (insert into reservation (blind, scope, stream, position) select {names} {unfenced})")
    } else {
        String::new()
    };
    format!(
        "with events as (
            insert into event (position, id, kind, schema, stream, version, command, by, recorded_at, occurred_at,
                known_at, payload, hash)
            select {events} {unfenced})
        {streams}{names}
        insert into command (id, digest, position, version, events) select {commands} {unfenced}"
    )
}
