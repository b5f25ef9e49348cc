//! `trame import`: real cases from another record. Refused rows are told in a file, and lose no other.

use super::{SOME_REFUSED, TextOrJson, say};
use crate::app::Territory;
use crate::config::Config;
use clap::{Args, Subcommand};
use import::event_log::{self, Mapping, Options};
use import::{Listener, Progress, carnet_de_bord};
use indicatif::ProgressBar;
use jiff::Timestamp;
use jiff::tz::TimeZone;
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;

#[derive(Subcommand)]
pub(super) enum Import {
    /// Bring in a case log in CSV or XES, plain or gzip: its events become acts on cases by workers.
    EventLog(Box<EventLog>),
    /// Bring in the folder of a carnet de bord: its tables in JSON, or its import sheets in CSV.
    CarnetDeBord(CarnetDeBord),
}

#[derive(Args)]
pub(super) struct CarnetDeBord {
    /// The folder.
    folder: PathBuf,
    /// The name of the record it comes from: the same name and the same people are the same people in every run
    /// [default: the folder's name].
    #[arg(long)]
    source: Option<String>,
    /// The folder for the file of refused rows [default: the present folder].
    #[arg(long, value_name = "DIR")]
    refused: Option<PathBuf>,
    /// How to print the summary.
    #[arg(long, value_enum, default_value_t)]
    format: TextOrJson,
}

#[derive(Args)]
pub(super) struct EventLog {
    /// The file.
    file: PathBuf,
    /// The name of the record it comes from: the same name and the same case are the same case in every run
    /// [default: the file's name without its endings].
    #[arg(long)]
    source: Option<String>,
    /// A TOML file that names the columns; flags win over it.
    #[arg(long, value_name = "FILE")]
    mapping: Option<PathBuf>,
    #[command(flatten)]
    columns: Columns,
    /// The time zone in which dates that tell none are read; days are those of the territory.
    #[arg(long, default_value = "UTC")]
    zone: String,
    /// The folder for the file of refused rows [default: the present folder].
    #[arg(long, value_name = "DIR")]
    refused: Option<PathBuf>,
    /// How to print the summary.
    #[arg(long, value_enum, default_value_t)]
    format: TextOrJson,
}

/// Which column tells what; the names that case logs usually carry when absent.
#[derive(Args)]
#[command(next_help_heading = "Columns")]
struct Columns {
    /// Which case a row belongs to.
    #[arg(long = "column-case", value_name = "COLUMN")]
    case: Option<String>,
    /// What was done.
    #[arg(long = "column-activity", value_name = "COLUMN")]
    activity: Option<String>,
    /// When it was done.
    #[arg(long = "column-timestamp", value_name = "COLUMN")]
    timestamp: Option<String>,
    /// Who did it.
    #[arg(long = "column-worker", value_name = "COLUMN")]
    worker: Option<String>,
    /// Where in its life the activity stands.
    #[arg(long = "column-lifecycle", value_name = "COLUMN")]
    lifecycle: Option<String>,
    /// The row's own identifier.
    #[arg(long = "column-id", value_name = "COLUMN")]
    id: Option<String>,
    /// When the case was opened.
    #[arg(long = "column-opened", value_name = "COLUMN")]
    opened: Option<String>,
    /// When the case was closed; empty means still open.
    #[arg(long = "column-closed", value_name = "COLUMN")]
    closed: Option<String>,
    /// Who answers for the case.
    #[arg(long = "column-referent", value_name = "COLUMN")]
    referent: Option<String>,
    /// By when the case is due.
    #[arg(long = "column-deadline", value_name = "COLUMN")]
    deadline: Option<String>,
    /// The service of the case.
    #[arg(long = "column-service", value_name = "COLUMN")]
    service: Option<String>,
}

impl Columns {
    fn mapping(self) -> Mapping {
        Mapping {
            case: self.case,
            activity: self.activity,
            timestamp: self.timestamp,
            worker: self.worker,
            lifecycle: self.lifecycle,
            id: self.id,
            opened: self.opened,
            closed: self.closed,
            referent: self.referent,
            deadline: self.deadline,
            service: self.service,
        }
    }
}

impl Import {
    pub(super) async fn run(self, config: Config) -> anyhow::Result<ExitCode> {
        match self {
            Self::EventLog(asked) => asked.run(config).await,
            Self::CarnetDeBord(asked) => asked.run(config).await,
        }
    }
}

impl EventLog {
    async fn run(self, config: Config) -> anyhow::Result<ExitCode> {
        let Ok(zone) = TimeZone::get(&self.zone) else {
            anyhow::bail!(
                "--zone: « {} » is not a known time zone, such as Europe/Paris",
                self.zone
            );
        };
        let flags = self.columns.mapping();
        let mapping = match &self.mapping {
            Some(file) => Mapping::read(file)?.under(flags),
            None => flags,
        };
        let refused_folder = self.refused.unwrap_or_else(|| PathBuf::from("."));
        let territory = Territory::open(&config).await?;
        let options = Options {
            source: self.source,
            mapping,
            zone,
            territory: territory.zone().clone(),
            refused_folder,
        };
        let bar = say::bar(0, "Import");
        let brought = event_log::bring_in(&territory.log, &self.file, &options, listener(&bar)).await;
        bar.finish_and_clear();
        territory.close().await?;
        let summary = brought?;
        if summary.acts + summary.skipped + summary.refused == 0 {
            say::line("The file holds no row under its columns: nothing was brought in.");
        }
        match self.format {
            TextOrJson::Json => say::json(&summary)?,
            TextOrJson::Text => say::answer(&format!(
                "{} cases and {} acts brought in ({} events), {} already there, {} rows refused, in {} s",
                summary.cases, summary.acts, summary.events, summary.skipped, summary.refused, summary.seconds
            ))?,
        }
        Ok(ended(summary.refused, summary.refused_file.as_deref()))
    }
}

impl CarnetDeBord {
    async fn run(self, config: Config) -> anyhow::Result<ExitCode> {
        let refused_folder = self.refused.unwrap_or_else(|| PathBuf::from("."));
        let territory = Territory::open(&config).await?;
        let options = carnet_de_bord::Options {
            source: self.source,
            now: Timestamp::now(),
            territory: territory.zone().clone(),
            refused_folder,
        };
        let bar = say::bar(0, "Import");
        let brought = carnet_de_bord::bring_in(&territory.log, &self.folder, &options, listener(&bar)).await;
        bar.finish_and_clear();
        territory.close().await?;
        let summary = brought?;
        match self.format {
            TextOrJson::Json => say::json(&summary)?,
            TextOrJson::Text => say::answer(&format!(
                "{} people, {} cases, {} workers and {} services brought in ({} events), {} already there, \
                 {} records refused, {} load-time dates set aside, in {} s",
                summary.people,
                summary.cases,
                summary.workers,
                summary.services,
                summary.events,
                summary.skipped,
                summary.refused,
                summary.dates_set_aside,
                summary.seconds
            ))?,
        }
        Ok(ended(summary.refused, summary.refused_file.as_deref()))
    }
}

fn listener(bar: &ProgressBar) -> Listener {
    let bar = bar.clone();
    Arc::new(move |progress: Progress| {
        bar.set_length(progress.total);
        bar.set_position(progress.read);
    })
}

fn ended(refused: u64, told_in: Option<&std::path::Path>) -> ExitCode {
    match told_in {
        Some(file) if refused > 0 => {
            say::line(&format!(
                "Rows refused: {refused}. Line, field and reason are in {}",
                file.display()
            ));
            ExitCode::from(SOME_REFUSED)
        }
        Some(_) | None if refused > 0 => ExitCode::from(SOME_REFUSED),
        Some(_) | None => ExitCode::SUCCESS,
    }
}
