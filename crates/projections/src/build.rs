//! Building views from the first event on, beside the live ones, and swapping them in: for new versions and on demand.

use crate::pages::Page;
use crate::writer::Writer;
use crate::{Fault, Log, VIEWS, View, schema};
use futures::future::try_join_all;
use tokio_postgres::Client;

/// How far a building has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// Events applied.
    pub position: u64,
    /// Events to apply.
    pub of: u64,
}

/// Views that are built together: the log is read once for all of them.
pub(crate) struct Building {
    pub(crate) writer: Writer,
    pub(crate) up_to: u64,
}

/// Makes each view that this program needs and the database does not have, and drops the versions it replaces.
///
/// # Errors
/// When the log or the database fails, or an event cannot be applied.
pub async fn prepare(log: &Log, progress: impl FnMut(Progress) + Send) -> Result<(), Fault> {
    prepare_these(log, &VIEWS, progress).await
}

/// The same for views given.
///
/// # Errors
/// As [`prepare`].
pub async fn prepare_these(
    log: &Log,
    views: &[&'static dyn View],
    progress: impl FnMut(Progress) + Send,
) -> Result<(), Fault> {
    let alone = build_alone(log).await?;
    let mut missing = Vec::new();
    for view in views {
        if schema::exists(&alone, view.name()).await? {
            schema::drop_outdated(&alone, *view).await?;
        } else {
            missing.push(*view);
        }
    }
    build_and_swap(log, &missing, progress).await
}

/// Builds one view anew, or all of them, while the live ones go on, and swaps.
///
/// # Errors
/// When there is no view of that name, the log or the database fails, or an event cannot be applied; the live view then
/// stays as it is.
pub async fn rebuild(log: &Log, name: Option<&str>, progress: impl FnMut(Progress) + Send) -> Result<(), Fault> {
    let views = named(name)?;
    let _alone = build_alone(log).await?;
    build_and_swap(log, &views, progress).await
}

/// The views a name stands for: with or without its version; all when none is given.
fn named(name: Option<&str>) -> Result<Vec<&'static dyn View>, Fault> {
    let Some(name) = name else { return Ok(VIEWS.to_vec()) };
    let fits = |view: &&&'static dyn View| {
        view.name() == name || view.name().rsplit_once("_v").is_some_and(|(stem, _)| stem == name)
    };
    let view = VIEWS
        .iter()
        .find(fits)
        .ok_or_else(|| Fault::NoSuchView(name.to_owned()))?;
    Ok(vec![*view])
}

async fn build_and_swap(
    log: &Log,
    views: &[&'static dyn View],
    progress: impl FnMut(Progress) + Send,
) -> Result<(), Fault> {
    if views.is_empty() {
        return Ok(());
    }
    let up_to = log.head().await?;
    let mut buildings = Vec::with_capacity(views.len());
    for view in views {
        let writer = Writer::create(log, *view, schema::building(*view)).await?;
        buildings.push(Building { writer, up_to });
    }
    build(log, &mut buildings, progress).await?;
    for building in buildings {
        building.writer.take_over(log).await?;
    }
    Ok(())
}

/// Follows the log from the first event to where each building is to end.
pub(crate) async fn build(
    log: &Log,
    buildings: &mut [Building],
    mut progress: impl FnMut(Progress) + Send,
) -> Result<(), Fault> {
    let of = buildings.iter().map(|building| building.up_to).max().unwrap_or(0);
    let mut position = 0;
    while position < of {
        progress(Progress { position, of });
        let page = Page::read(log, position).await?;
        let writing = buildings
            .iter_mut()
            .map(|building| building.writer.write(&page, building.up_to));
        try_join_all(writing).await?;
        if page.last() == position {
            return Err(Fault::Unreadable("the log ends before its head"));
        }
        position = page.last();
    }
    progress(Progress { position, of });
    Ok(())
}

/// Waits until no other process builds views, and keeps it so while the connection lives.
pub(crate) async fn build_alone(log: &Log) -> Result<Client, Fault> {
    let client = event_store::connect(log.database()).await?;
    client
        .execute("select pg_advisory_lock(hashtextextended('trame build views', 0))", &[])
        .await?;
    Ok(client)
}
