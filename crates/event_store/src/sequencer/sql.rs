//! What the writer says to the database.

use crate::sabotage::{Sabotage, is_sabotaged};

/// Under the lock: the slow way, which asks for everything first.
pub(super) const LOCK: &str = "select position, hash, recorded_at, fence from log_head for update";
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

/// Everything in one statement, which is one transaction. Nothing is written unless the head stands where the writer
/// believes it to stand and the writer is not fenced: it then answers no row. A command, a stream or a name that is
/// there already is a unique violation, and nothing is written either.
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
    let each = |first: usize, types: &[&str]| {
        let value = |(place, kind): (usize, &&str)| {
            if single {
                format!("${place}::{kind}")
            } else {
                format!("unnest(${place}::{kind}[])")
            }
        };
        (first..).zip(types).map(value).collect::<Vec<_>>().join(", ")
    };
    let events = each(7, &EVENT_TYPES);
    let commands = each(20, &COMMAND_TYPES);
    let unfenced = if is_sabotaged(Sabotage::FenceUnread) {
        "($6::bigint is not null)"
    } else {
        "fence <= $6"
    };
    let streams = if new_streams {
        ", new_streams as (
            insert into stream (id, capability) select unnest($25::uuid[]), unnest($26::text[]) from head)"
    } else {
        ""
    };
    let first = if new_streams { 27 } else { 25 };
    let names = if names {
        format!(
            ", names as (
            insert into reservation (blind, scope, stream, position)
            select unnest(${}::bytea[]), unnest(${}::text[]), unnest(${}::uuid[]), unnest(${}::bigint[]) from head)",
            first,
            first + 1,
            first + 2,
            first + 3
        )
    } else {
        String::new()
    };
    format!(
        "with head as (
            update log_head set position = $1, hash = $2, recorded_at = $3
            where position = $4 and hash = $5 and {unfenced} returning 1),
        events as (
            insert into event (position, id, kind, schema, stream, version, command, by, recorded_at, occurred_at,
                known_at, payload, hash)
            select {events} from head),
        commands as (
            insert into command (id, digest, position, version, events)
            select {commands} from head)
        {streams}{names}
        select 1 from head"
    )
}
