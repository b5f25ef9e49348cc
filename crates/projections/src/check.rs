//! Whether a view equals what a rebuild from the first event gives, byte for byte of its canonical dump.

use crate::build::{Building, Progress, build, build_alone};
use crate::pages::Page;
use crate::writer::Writer;
use crate::{Fault, Log, VIEWS, View, column, schema};
use aws_lc_rs::digest;
use futures::TryStreamExt;
use tokio_postgres::{GenericClient, IsolationLevel};

/// What came of comparing a view with its rebuild.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Checked {
    /// The view.
    pub name: &'static str,
    /// Whether both are the same.
    pub equal: bool,
}

/// Rebuilds each view beside the live one, up to the same position, and compares. The live ones go on meanwhile.
///
/// # Errors
/// When the log or the database fails. A view that cannot apply an event is not equal.
pub async fn check(log: &Log, progress: impl FnMut(Progress) + Send) -> Result<Vec<Checked>, Fault> {
    check_these(log, &VIEWS, progress).await
}

/// The same for views given.
///
/// # Errors
/// As [`check`].
pub async fn check_these(
    log: &Log,
    views: &[&'static dyn View],
    progress: impl FnMut(Progress) + Send,
) -> Result<Vec<Checked>, Fault> {
    let alone = build_alone(log).await?;
    let mut live = Vec::with_capacity(views.len());
    let mut buildings = Vec::with_capacity(views.len());
    for view in views {
        let (up_to, dumped) = dump_live(log, *view).await?;
        live.push(dumped);
        let writer = Writer::create(log, *view, schema::checking(*view)).await?;
        buildings.push(Building {
            writer,
            up_to,
            stuck: None,
        });
    }
    build(log, &mut buildings, 0, progress).await?;
    let mut checked = Vec::with_capacity(views.len());
    for (building, live) in buildings.iter().zip(live) {
        let writer = &building.writer;
        let equal = building.stuck.is_none() && live == dump(writer.client(), writer.schema()).await?;
        checked.push(Checked {
            name: writer.view.name(),
            equal,
        });
    }
    drop(buildings);
    for view in views {
        schema::drop(&alone, &schema::checking(*view)).await?;
    }
    Ok(checked)
}

/// What a view showed at a position of the past, as a digest.
#[derive(Clone)]
pub struct Snapshot {
    view: &'static dyn View,
    position: u64,
    dump: Vec<u8>,
}

impl Snapshot {
    /// How far the view had come.
    #[must_use]
    pub fn position(&self) -> u64 {
        self.position
    }
}

/// What each live view shows at this moment, wherever it stands: to be held against a rebuild later.
///
/// # Errors
/// When the database fails.
pub async fn snapshots(log: &Log) -> Result<Vec<Snapshot>, Fault> {
    let mut taken = Vec::with_capacity(VIEWS.len());
    for view in VIEWS {
        let (position, dump) = dump_live(log, view).await?;
        taken.push(Snapshot { view, position, dump });
    }
    Ok(taken)
}

/// Rebuilds each view from the first event on and compares it with what it showed whenever it stood there.
///
/// # Errors
/// When the log or the database fails, or an event cannot be applied.
pub async fn check_past(log: &Log, mut snapshots: Vec<Snapshot>) -> Result<Vec<Checked>, Fault> {
    let alone = build_alone(log).await?;
    snapshots.sort_by_key(|snapshot| snapshot.position);
    let mut checked = Vec::with_capacity(snapshots.len());
    for view in VIEWS {
        let mut writer = Writer::create(log, view, schema::checking(view)).await?;
        let mut here = 0;
        for snapshot in snapshots.iter().filter(|snapshot| snapshot.view.name() == view.name()) {
            while here < snapshot.position {
                let page = Page::read(log, here).await?;
                let there = writer.write(&page, snapshot.position).await?;
                if there == here {
                    return Err(Fault::Unreadable("the log ends before its head"));
                }
                here = there;
            }
            checked.push(Checked {
                name: view.name(),
                equal: snapshot.dump == dump(writer.client(), writer.schema()).await?,
            });
        }
        schema::drop(&alone, &schema::checking(view)).await?;
    }
    Ok(checked)
}

/// The live view's position and dump, of one moment.
async fn dump_live(log: &Log, view: &dyn View) -> Result<(u64, Vec<u8>), Fault> {
    let mut client = event_store::connect(log.database()).await?;
    let tx = client
        .build_transaction()
        .isolation_level(IsolationLevel::RepeatableRead)
        .read_only(true)
        .start()
        .await?;
    let row = tx
        .query_one(&format!("select position from {}.view_cursor", view.name()), &[])
        .await?;
    Ok((column::position(row.try_get(0)?), dump(&tx, view.name()).await?))
}

/// A digest over every table of a schema and every row as text, in the order of the primary keys.
async fn dump(client: &impl GenericClient, schema: &str) -> Result<Vec<u8>, Fault> {
    let tables = client
        .query(
            "select c.relname::text, string_agg(format('t.%I', a.attname), ', ' order by k.place)
             from pg_class c
             join pg_namespace n on n.oid = c.relnamespace
             join pg_index i on i.indrelid = c.oid and i.indisprimary
             cross join unnest(i.indkey) with ordinality as k (attnum, place)
             join pg_attribute a on a.attrelid = c.oid and a.attnum = k.attnum
             where n.nspname = $1 and c.relkind = 'r' and c.relname <> 'view_cursor'
             group by c.relname order by c.relname",
            &[&schema],
        )
        .await?;
    let mut digest = digest::Context::new(&digest::SHA256);
    for table in tables {
        let (name, key): (String, String) = (table.try_get(0)?, table.try_get(1)?);
        digest.update(name.as_bytes());
        let sql = format!("copy (select t::text from {schema}.{name} t order by {key}) to stdout");
        let rows = client.client().copy_out(&sql).await?;
        rows.try_for_each(|part| {
            digest.update(&part);
            futures::future::ready(Ok(()))
        })
        .await?;
    }
    Ok(digest.finish().as_ref().to_vec())
}
