//! Reading the log: one stream, many streams, pages in the one order, a reserved name.

use crate::readers::{Readers, With};
use crate::recorded::columns;
use crate::{Answer, Fault, Stored};
use jiff::Timestamp;
use std::collections::BTreeMap;
use together::Together;
use tokio_postgres::Row;
use uuid::Uuid;

const STREAM: &str = concat!("select ", columns!(), " from event where stream = $1 order by version");
const STREAMS: &str = concat!(
    "select ",
    columns!(),
    " from event where stream = any($1) and position <= $2 order by position"
);
const PAGE: &str = concat!(
    "select ",
    columns!(),
    " from event where position > $1 order by position limit $2"
);
const COMMAND: &str = "select digest, position, version, events from command where id = $1";
const RESERVED: &str = "select stream from reservation where blind = $1";
const COMMANDS: &str = "select id, digest, position, version, events from command where id = any($1)";
const RESERVED_ALL: &str = "select blind, stream from reservation where blind = any($1)";
const VERSION: &str = "select coalesce(max(version), 0) from event where stream = $1";
const LAST: &str = "select id from event where stream = $1 order by version desc limit 1";
const HEAD: &str = "select position from event order by position desc limit 1";

const STATS: &str = "
    select kind, count(*), coalesce(sum(length(payload)), 0)::bigint, min(recorded_at), max(recorded_at)
    from event group by kind order by kind";
const COUNTS: &str = "
    select (select count(*) from stream), (select count(*) from command),
        (select sum(pg_total_relation_size(relid)) from pg_partition_tree('event'))::bigint
            + pg_total_relation_size('stream') + pg_total_relation_size('command')
            + pg_total_relation_size('reservation')";

const FOOTPRINT: &str = "
    with tables as (
        select relid as id from pg_partition_tree('event') where isleaf
        union all select oid from pg_class where oid in
            ('stream'::regclass, 'command'::regclass, 'reservation'::regclass)
    ), relations as (
        select id, id as table_id from tables
        union all select i.indexrelid, t.id from tables t join pg_index i on i.indrelid = t.id
        union all select c.reltoastrelid, t.id from tables t join pg_class c on c.oid = t.id where c.reltoastrelid <> 0
    )
    select r.id::regclass::text, case when c.relkind = 't' then pg_total_relation_size(r.id)
        else pg_table_size(r.id) - coalesce(pg_total_relation_size(nullif(c.reltoastrelid, 0)), 0) end
    from relations r join pg_class c on c.oid = r.id";

/// What the log holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stats {
    /// How many streams.
    pub streams: u64,
    /// How many commands were accepted.
    pub commands: u64,
    /// How many bytes events, streams, commands and names take on disk, with their indexes.
    pub disk: u64,
    /// What there is of each type name.
    pub kinds: Vec<Kind>,
}

/// What the log holds of one type name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kind {
    /// The type name.
    pub kind: String,
    /// How many events.
    pub events: u64,
    /// How many bytes of payload.
    pub bytes: u64,
    /// When the first was stored.
    pub first_at: Timestamp,
    /// When the last was stored.
    pub last_at: Timestamp,
}

impl Stats {
    /// How many events there are in all.
    #[must_use]
    pub fn events(&self) -> u64 {
        self.kinds.iter().map(|kind| kind.events).sum()
    }
}

/// What is known of a command that was accepted.
#[derive(Clone)]
pub(crate) struct Known {
    pub(crate) digest: Vec<u8>,
    pub(crate) position: u64,
    pub(crate) version: u64,
    pub(crate) events: u32,
}

impl Known {
    fn from_row(row: &Row, first: usize) -> Result<Self, tokio_postgres::Error> {
        Ok(Self {
            digest: row.try_get(first)?,
            position: row.try_get::<_, i64>(first + 1)?.cast_unsigned(),
            version: row.try_get::<_, i64>(first + 2)?.cast_unsigned(),
            events: row.try_get::<_, i32>(first + 3)?.cast_unsigned(),
        })
    }

    /// What its repetition is answered.
    pub(crate) fn answer(&self) -> Answer {
        Answer {
            position: self.position,
            version: self.version,
            events: self.events,
            repeated: true,
        }
    }
}

async fn events(readers: &Readers, sql: &'static str, wanted: With<'_>) -> Result<Vec<Stored>, Fault> {
    stored(&readers.rows(sql, wanted).await?)
}

fn stored(rows: &[Row]) -> Result<Vec<Stored>, Fault> {
    rows.iter()
        .map(|row| Stored::from_row(row).map_err(Fault::from))
        .collect()
}

pub(crate) async fn stream(readers: &Readers, stream: Uuid) -> Result<Vec<Stored>, Fault> {
    events(readers, STREAM, &[&stream]).await
}

pub(crate) async fn streams(readers: &Readers, streams: &[Uuid], up_to: Option<u64>) -> Result<Vec<Stored>, Fault> {
    let up_to = up_to.map_or(i64::MAX, |position| i64::try_from(position).unwrap_or(i64::MAX));
    events(readers, STREAMS, &[&streams, &up_to]).await
}

pub(crate) async fn page(readers: &Readers, after: u64, limit: u32) -> Result<Vec<Stored>, Fault> {
    let after = i64::try_from(after).unwrap_or(i64::MAX);
    events(readers, PAGE, &[&after, &i64::from(limit)]).await
}

/// What came of the command, and the stream as it stands, in one round trip.
///
/// The command is asked last: when it was stored meanwhile, the older stream is of no use to anybody.
pub(crate) async fn command_and_stream(
    readers: &Readers,
    command: Uuid,
    stream: Uuid,
) -> Result<(Option<Known>, Vec<Stored>), Fault> {
    let mut reader = readers.get().await?;
    let (rows, known) = reader.both((STREAM, &[&stream]), (COMMAND, &[&command])).await?;
    let known = match known.first() {
        Some(row) => Some(Known::from_row(row, 0)?),
        None => None,
    };
    Ok((known, stored(&rows)?))
}

pub(crate) async fn reserved(readers: &Readers, blind: &[u8]) -> Result<Option<Uuid>, Fault> {
    match readers.row(RESERVED, &[&blind]).await? {
        Some(row) => Ok(Some(row.try_get(0)?)),
        None => Ok(None),
    }
}

/// The holders of those of these names that are held.
pub(crate) async fn reserved_all(readers: &Readers, blinds: &[Vec<u8>]) -> Result<BTreeMap<Vec<u8>, Uuid>, Fault> {
    let rows = readers.rows(RESERVED_ALL, &[&blinds]).await?;
    rows.iter().map(|row| Ok((row.try_get(0)?, row.try_get(1)?))).collect()
}

/// Those who come too late and ask whether their command was accepted before: in a crowd at one stream each commit leaves
/// many of them behind.
pub(crate) type Latecomers = Together<Uuid, Result<Option<Known>, Fault>>;

/// What is known of a command, asked together with all who ask the same of theirs.
pub(crate) async fn known(latecomers: &Latecomers, readers: &Readers, command: Uuid) -> Result<Option<Known>, Fault> {
    let ask = |ids: Vec<Uuid>| async move {
        match commands(readers, &ids).await {
            Ok(known) => ids.iter().map(|id| Ok(known.get(id).cloned())).collect(),
            Err(fault) => vec![Err(fault); ids.len()],
        }
    };
    latecomers.answer(&command, ask).await
}

/// Those of these commands that were accepted.
pub(crate) async fn commands(readers: &Readers, ids: &[Uuid]) -> Result<BTreeMap<Uuid, Known>, Fault> {
    let rows = readers.rows(COMMANDS, &[&ids]).await?;
    rows.iter()
        .map(|row| Ok((row.try_get(0)?, Known::from_row(row, 1)?)))
        .collect()
}

pub(crate) async fn version(readers: &Readers, stream: Uuid) -> Result<u64, Fault> {
    match readers.row(VERSION, &[&stream]).await? {
        Some(row) => Ok(row.try_get::<_, i64>(0)?.cast_unsigned()),
        None => Ok(0),
    }
}

/// The newest event of a stream; none when it has none.
pub(crate) async fn last(readers: &Readers, stream: Uuid) -> Result<Option<Uuid>, Fault> {
    match readers.row(LAST, &[&stream]).await? {
        Some(row) => Ok(Some(row.try_get(0)?)),
        None => Ok(None),
    }
}

pub(crate) async fn head(readers: &Readers) -> Result<u64, Fault> {
    match readers.row(HEAD, &[]).await? {
        Some(row) => Ok(row.try_get::<_, i64>(0)?.cast_unsigned()),
        None => Ok(0),
    }
}

/// How many bytes each table and index of the log takes on disk.
pub(crate) async fn footprint(readers: &Readers) -> Result<BTreeMap<String, u64>, Fault> {
    let rows = readers.rows(FOOTPRINT, &[]).await?;
    rows.iter()
        .map(|row| Ok((row.try_get(0)?, row.try_get::<_, i64>(1)?.cast_unsigned())))
        .collect()
}

pub(crate) async fn stats(readers: &Readers) -> Result<Stats, Fault> {
    let mut reader = readers.get().await?;
    let (counts, kinds) = reader.both((COUNTS, &[]), (STATS, &[])).await?;
    let counts = counts.first().ok_or(Fault::Damaged("it cannot be counted"))?;
    let kinds = kinds
        .iter()
        .map(|row| {
            Ok(Kind {
                kind: row.try_get(0)?,
                events: row.try_get::<_, i64>(1)?.cast_unsigned(),
                bytes: row.try_get::<_, i64>(2)?.cast_unsigned(),
                first_at: row.try_get(3)?,
                last_at: row.try_get(4)?,
            })
        })
        .collect::<Result<_, Fault>>()?;
    Ok(Stats {
        streams: counts.try_get::<_, i64>(0)?.cast_unsigned(),
        commands: counts.try_get::<_, i64>(1)?.cast_unsigned(),
        disk: counts.try_get::<_, i64>(2)?.cast_unsigned(),
        kinds,
    })
}
