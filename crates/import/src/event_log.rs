//! A case log in CSV or XES: its events become acts on cases by workers.
//!
//! The file is read three times, each time as a stream: to see that it is whole, to survey its cases, and to keep what it
//! tells. Memory grows with the number of cases and workers, never with the number of acts.

mod case;
mod csv_rows;
mod directory;
mod lanes;
mod mapping;
mod repeats;
mod row;
mod survey;
mod told;
mod xes;

pub use mapping::Mapping;

use crate::asking::Ids;
use crate::reading::{Count, Probed, probe};
use crate::refused::RefusedFile;
use crate::{Fault, Listener, Progress};
use case::Work;
use codec::Log;
use directory::Directory;
use jiff::Timestamp;
use jiff::tz::TimeZone;
use lanes::Kept;
use row::Rows;
use serde::Serialize;
use std::path::{Path, PathBuf};
use std::sync::atomic::Ordering;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Instant;

/// How many times the file is read.
const READINGS: u64 = 3;

/// How to read a case log.
#[derive(Clone)]
pub struct Options {
    /// The name of the record it comes from: the same name and the same case are the same case in every run.
    /// None: the file's name without its endings.
    pub source: Option<String>,
    /// Which column tells what.
    pub mapping: Mapping,
    /// The zone in which instants that tell none are read.
    pub zone: TimeZone,
    /// The territory's zone: the day of an opening or a closure is the day it was there.
    pub territory: TimeZone,
    /// Where the file of refused rows goes.
    pub refused_folder: PathBuf,
}

/// What one run brought in.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Summary {
    /// Cases this run added.
    pub cases: u64,
    /// Acts this run added.
    pub acts: u64,
    /// Events of the log this run appended.
    pub events: u64,
    /// Rows, or parts of rows, that were refused.
    pub refused: u64,
    /// Acts that were there already.
    pub skipped: u64,
    /// How long it took.
    pub seconds: f64,
    /// The file that tells what was refused; none when nothing was.
    #[serde(skip)]
    pub refused_file: Option<PathBuf>,
}

/// Brings a case log in. A second run, or one that goes on after a kill, adds only what is missing.
///
/// # Errors
/// When the file cannot be read as a case log, or the database fails; what was kept so far stays.
pub async fn bring_in(log: &Log, file: &Path, options: &Options, listener: Listener) -> Result<Summary, Fault> {
    let began = Instant::now();
    let source = options.source.clone().unwrap_or_else(|| stem(file));
    let ids = Ids::new(log, &source);
    let count = Count::default();
    let refused = Arc::new(Mutex::new(RefusedFile::new(
        &options.refused_folder,
        &source,
        Timestamp::now(),
        &options.territory,
    )));
    let reading = Reading {
        file: file.to_owned(),
        options: options.clone(),
        ids: ids.clone(),
        count: count.clone(),
        refused: Arc::clone(&refused),
        listener,
    };
    let (probed, survey, reading) = apart(move || {
        let probed = reading.probe()?;
        let survey = reading.survey(&probed)?;
        Ok((probed, survey, reading))
    })
    .await?;
    let kept = Arc::new(Kept::default());
    if !survey.is_empty() {
        let directory = Directory::open(log, &ids, &source, &survey).await?;
        kept.events.fetch_add(directory.events, Ordering::Relaxed);
        let (senders, lanes) = lanes::open(Work {
            log: log.clone(),
            ids: ids.clone(),
            territory: options.territory.clone(),
            fresh: directory.fresh,
            tells_closed: survey.tells_closed,
            columns: survey.columns.clone(),
            kept: Arc::clone(&kept),
            refused: Arc::clone(&refused),
        });
        let told = Arc::clone(&kept);
        let feeding = apart(move || reading.feed(&probed, survey, &directory, &senders, &told));
        let (fed, worked) = tokio::join!(feeding, lanes::finish(lanes));
        // When a lane fails the feeder only learns that nobody listens: the lane's own reason comes first.
        worked?;
        fed?;
    }
    let (refused, refused_file) = refused.lock().unwrap_or_else(PoisonError::into_inner).finish()?;
    Ok(Summary {
        cases: kept.cases.load(Ordering::Relaxed),
        acts: kept.acts.load(Ordering::Relaxed),
        events: kept.events.load(Ordering::Relaxed),
        refused,
        skipped: kept.skipped.load(Ordering::Relaxed),
        seconds: (began.elapsed().as_secs_f64() * 1_000.0).round() / 1_000.0,
        refused_file,
    })
}

/// Runs what reads files on a thread where waiting is no harm.
async fn apart<T: Send + 'static>(work: impl FnOnce() -> Result<T, Fault> + Send + 'static) -> Result<T, Fault> {
    tokio::task::spawn_blocking(work)
        .await
        .unwrap_or(Err(Fault::Interrupted("lecture")))
}

/// The name of a file without its endings.
fn stem(file: &Path) -> String {
    let name = file
        .file_name()
        .map(|name| name.to_string_lossy().into_owned())
        .unwrap_or_default();
    let mut name = name.as_str();
    for ending in [".gz", ".csv", ".xes", ".xml", ".txt", ".tsv"] {
        name = name.strip_suffix(ending).unwrap_or(name);
    }
    if name.is_empty() { "journal" } else { name }.to_owned()
}

/// What the readings of the file have in common.
struct Reading {
    file: PathBuf,
    options: Options,
    ids: Ids,
    count: Count,
    refused: Arc<Mutex<RefusedFile>>,
    listener: Listener,
}

impl Reading {
    fn probe(&self) -> Result<Probed, Fault> {
        probe(&self.file, &self.count)
    }

    fn rows(&self, probed: &Probed) -> Result<Box<dyn Rows>, Fault> {
        let text = probed.open(&self.count)?;
        let (mapping, zone) = (&self.options.mapping, &self.options.zone);
        Ok(if probed.xml {
            Box::new(xes::XesRows::open(text, probed, mapping, zone))
        } else {
            Box::new(csv_rows::CsvRows::open(text, probed, mapping, zone)?)
        })
    }

    fn tell(&self, probed: &Probed, kept: u64) {
        (self.listener)(Progress {
            read: self.count.read(),
            total: probed.length.saturating_mul(READINGS),
            kept,
        });
    }

    fn refuse(&self, why: &crate::Refused) -> Result<(), Fault> {
        self.refused.lock().unwrap_or_else(PoisonError::into_inner).write(why)
    }
}
