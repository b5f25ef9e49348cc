//! Building views from the first event on, beside the live ones, and swapping them in: for new versions and on demand.

use crate::pages::{LargePages, PAGE, Page};
use crate::writer::Writer;
use crate::{Fault, Log, VIEWS, View, schema};
use futures::future::try_join_all;
use std::time::Duration;
use tokio_postgres::Client;

/// How far a building has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// Events applied.
    pub position: u64,
    /// Events to apply.
    pub of: u64,
}

/// What a rebuild came to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Rebuilt {
    /// Events that were applied before the swap.
    pub events: u64,
    /// How long the live view stood still for the swap, at most: it could be read all the while.
    pub stood_still: Duration,
}

/// How often a building follows what was written while it was built, before it catches up with the live view at rest.
const ROUNDS: usize = 16;

/// Views that are built together: the log is read once for all of them.
pub(crate) struct Building {
    pub(crate) writer: Writer,
    pub(crate) up_to: u64,
    /// Why it cannot go on: an event that it cannot apply. What stands before it is built.
    pub(crate) stuck: Option<Fault>,
}

/// What becomes of a view that cannot apply an event.
#[derive(Clone, Copy)]
enum Stuck {
    /// It is taken as far as it came and parked there, since there is none in its place.
    Parks,
    /// The live one stays as it is.
    Fails,
}

/// Makes each view that this program needs and the database does not have, and drops the versions it replaces. One that
/// cannot apply an event is made up to there and parked, so that the others can be read.
///
/// # Errors
/// When the log or the database fails.
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
    build_and_swap(log, &missing, Stuck::Parks, progress).await?;
    Ok(())
}

/// Builds one view anew, or all of them, while the live ones go on, and swaps.
///
/// # Errors
/// When there is no view of that name, the log or the database fails, or an event cannot be applied; the live view then
/// stays as it is.
pub async fn rebuild(log: &Log, name: Option<&str>, progress: impl FnMut(Progress) + Send) -> Result<Rebuilt, Fault> {
    let views = named(name)?;
    let _alone = build_alone(log).await?;
    build_and_swap(log, &views, Stuck::Fails, progress).await
}

/// The views a name stands for: with or without its version; all when none is given.
///
/// # Errors
/// When there is no view of that name.
pub fn named(name: Option<&str>) -> Result<Vec<&'static dyn View>, Fault> {
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
    stuck: Stuck,
    mut progress: impl FnMut(Progress) + Send,
) -> Result<Rebuilt, Fault> {
    if views.is_empty() {
        return Ok(Rebuilt::default());
    }
    let mut up_to = log.head().await?;
    let mut buildings = Vec::with_capacity(views.len());
    for view in views {
        let writer = Writer::create(log, *view, schema::building(*view)).await?;
        buildings.push(Building {
            writer,
            up_to,
            stuck: None,
        });
    }
    let mut after = 0;
    for _ in 0..ROUNDS {
        build(log, &mut buildings, after, &mut progress).await?;
        let head = log.head().await?;
        if head.saturating_sub(up_to) <= u64::from(PAGE) {
            break;
        }
        (after, up_to) = (up_to, head);
        for building in &mut buildings {
            building.up_to = up_to;
        }
    }
    // All or none: a rebuild that is stuck swaps nothing.
    if let (Stuck::Fails, Some(fault)) = (stuck, buildings.iter().find_map(|building| building.stuck.clone())) {
        return Err(fault);
    }
    let mut stood_still = Duration::ZERO;
    for mut building in buildings {
        let taken = match building.stuck {
            None => building.writer.take_over(log).await,
            Some(fault) => Err(fault),
        };
        match (taken, stuck) {
            (Err(Fault::Poison { .. }), Stuck::Parks) => building.writer.take_place().await?,
            (taken, Stuck::Parks | Stuck::Fails) => stood_still = stood_still.max(taken?),
        }
    }
    Ok(Rebuilt {
        events: up_to,
        stood_still,
    })
}

impl Building {
    async fn write(&mut self, page: &Page) -> Result<(), Fault> {
        if self.stuck.is_some() {
            return Ok(());
        }
        match self.writer.write(page, self.up_to).await {
            Ok(_) => Ok(()),
            Err(fault @ Fault::Poison { .. }) => {
                self.stuck = Some(fault);
                Ok(())
            }
            Err(fault) => Err(fault),
        }
    }
}

/// Follows the log from a position on to where each building is to end, or is stuck.
pub(crate) async fn build(
    log: &Log,
    buildings: &mut [Building],
    after: u64,
    mut progress: impl FnMut(Progress) + Send,
) -> Result<(), Fault> {
    let of = buildings.iter().map(|building| building.up_to).max().unwrap_or(0);
    let mut position = after;
    let mut pages = LargePages::after(log, after).await?;
    while position < of {
        progress(Progress { position, of });
        let page = pages.next().await?;
        try_join_all(buildings.iter_mut().map(|building| building.write(&page))).await?;
        let ended = |building: &Building| building.stuck.is_some() || building.up_to <= page.last();
        if buildings.iter().all(ended) {
            break;
        }
        if page.last() == position {
            return Err(Fault::Unreadable("the log ends before its head"));
        }
        position = page.last();
    }
    progress(Progress { position: of, of });
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
