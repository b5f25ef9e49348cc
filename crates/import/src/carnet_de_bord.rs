//! The folder of a carnet de bord: its tables in JSON, or the sheets in CSV with which one is filled.
//!
//! Structures, professionals, people with their notebooks, and what was agreed with them, become organisations, workers,
//! people, cases, plans and contacts. Dates that only tell when the tables were loaded are used nowhere.

mod appointments;
mod checks;
mod circle;
mod dates;
mod directory;
mod errands;
mod history;
mod notebook;
mod people;
mod places;
mod plan;
mod prescriptions;
mod sheets;
mod shelf;
mod tables;
mod themes;

use crate::asking::Ids;
use crate::refused::RefusedFile;
use crate::{Fault, Listener, Progress};
use codec::Log;
use dates::Dates;
use directory::Directory;
use errands::{Counted, Office};
use futures::{StreamExt, TryStreamExt, stream};
use jiff::Timestamp;
use jiff::tz::TimeZone;
use serde::Serialize;
use std::path::{Path, PathBuf};
use std::time::Instant;
use tables::Tables;

/// How many people or cases are on their way to the log at once.
const TOGETHER: usize = 32;

/// How to read a carnet de bord.
#[derive(Clone, Debug)]
pub struct Options {
    /// The name of the record it comes from: the same name and the same people are the same people in every run.
    /// None: the folder's name.
    pub source: Option<String>,
    /// Now: when things without a date of their own are said to have happened.
    pub now: Timestamp,
    /// The territory's zone: the day of an opening or an appointment is the day it was there.
    pub territory: TimeZone,
    /// Where the file of refused records goes.
    pub refused_folder: PathBuf,
}

/// What one run brought in.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Summary {
    /// People this run added.
    pub people: u64,
    /// Cases this run added.
    pub cases: u64,
    /// Workers this run added.
    pub workers: u64,
    /// Services this run added.
    pub services: u64,
    /// Events of the log this run appended.
    pub events: u64,
    /// Records that were refused.
    pub refused: u64,
    /// What was there already.
    pub skipped: u64,
    /// Dates that tell when the tables were loaded, not what happened.
    pub dates_set_aside: u64,
    /// How long it took.
    pub seconds: f64,
    /// The file that tells what was refused; none when nothing was.
    #[serde(skip)]
    pub refused_file: Option<PathBuf>,
}

/// Brings a folder in. A second run, or one that goes on after a kill, adds only what is missing.
///
/// # Errors
/// When the folder is no carnet de bord, or the database fails; what was kept so far stays.
pub async fn bring_in(log: &Log, folder: &Path, options: &Options, listener: Listener) -> Result<Summary, Fault> {
    let began = Instant::now();
    let source = options.source.clone().unwrap_or_else(|| name(folder));
    let office = Office {
        log: log.clone(),
        ids: Ids::new(log, &source),
        now: options.now,
        territory: options.territory.clone(),
        kept: Counted::default(),
        refused: RefusedFile::new(&options.refused_folder, &source, Timestamp::now(), &options.territory).into(),
        changed: std::sync::Mutex::default(),
    };
    let (folder, wanted) = (folder.to_owned(), folder.to_owned());
    let listed = tokio::task::spawn_blocking(move || sheets::list(&folder))
        .await
        .unwrap_or(Err(Fault::Interrupted("lecture")))?;
    let set_aside = if listed.is_empty() {
        let tables = tokio::task::spawn_blocking(move || Tables::read(&wanted))
            .await
            .unwrap_or(Err(Fault::Interrupted("lecture")))?;
        bring_tables_in(&office, &tables, &listener).await?
    } else {
        sheets::bring_in(&office, listed, &listener).await?;
        0
    };
    let (refused, refused_file) = office.finish()?;
    let kept = &office.kept;
    Ok(Summary {
        people: kept.people.get(),
        cases: kept.cases.get(),
        workers: kept.workers.get(),
        services: kept.services.get(),
        events: kept.events.get(),
        refused,
        skipped: kept.skipped.get(),
        dates_set_aside: set_aside,
        seconds: (began.elapsed().as_secs_f64() * 1_000.0).round() / 1_000.0,
        refused_file,
    })
}

async fn bring_tables_in(office: &Office, tables: &Tables, listener: &Listener) -> Result<u64, Fault> {
    for why in &tables.refused {
        office.refuse(why)?;
    }
    let dates = Dates::of(tables);
    let directory = Directory::open(office, tables, &dates).await?;
    let people = stream::iter(&tables.beneficiaries)
        .map(|row| people::register(office, row, &dates))
        .buffer_unordered(TOGETHER)
        .try_filter_map(async |known| Ok(known))
        .try_collect::<people::People>()
        .await?;
    let shelf = shelf::Shelf::new(tables);
    let (done, total) = (errands::Tally::default(), tables.notebooks.len());
    stream::iter(&tables.notebooks)
        .map(|row| async {
            notebook::bring_in(office, row, &shelf, &people, &directory, &dates).await?;
            done.grow(1);
            listener(Progress {
                read: done.get(),
                total: u64::try_from(total).unwrap_or(u64::MAX),
                kept: office.kept.events.get(),
            });
            Ok::<(), Fault>(())
        })
        .buffer_unordered(TOGETHER)
        .try_collect::<()>()
        .await?;
    shelf.refuse_orphans(office)?;
    Ok(dates.set_aside())
}

/// The name of a folder.
fn name(folder: &Path) -> String {
    let full = folder.canonicalize().unwrap_or_else(|_| folder.to_owned());
    full.file_name().map_or_else(
        || "carnet-de-bord".to_owned(),
        |name| name.to_string_lossy().into_owned(),
    )
}
