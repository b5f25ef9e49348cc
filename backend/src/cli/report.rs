//! `trame report`: figures of the whole territory, for who runs the command line.

use super::{Format, say};
use crate::app::Territory;
use crate::config::Config;
use access::Permit;
use clap::Subcommand;
use domain::words::{Day, Text};
use jiff::tz::TimeZone;
use keyring::{Keyring, Opened};
use projections::workload::{self, Quantiles, Report as Figures};
use serde::Serialize;
use std::cmp::Reverse;
use std::process::ExitCode;

#[derive(Subcommand)]
pub(super) enum Report {
    /// Open cases, those past their deadline, acts and delays.
    Workload {
        /// The day: open and overdue are as of its first instant.
        #[arg(long, value_name = "DATE", value_parser = day)]
        on: Day,
        /// The time zone in which that instant is meant.
        #[arg(long, default_value = "UTC")]
        zone: String,
        /// How to print the answer.
        #[arg(long, value_enum, default_value_t)]
        format: Format,
    },
}

fn day(text: &str) -> Result<Day, String> {
    text.parse()
        .map_err(|_code: domain::words::Invalid| "it is not a day, such as 2011-06-01".to_owned())
}

#[derive(Serialize)]
struct Workload {
    on: Day,
    open: u32,
    overdue: u32,
    by_referent: Vec<ByWorker>,
    by_service: Vec<ByService>,
    acts_by_worker: Vec<Acts>,
    cases: u64,
    events: u64,
    workers: u64,
    case_duration_days: Spread,
    second_act_delay_seconds: Spread,
}

#[derive(Serialize)]
struct ByWorker {
    worker: String,
    open: u32,
    overdue: u32,
}

#[derive(Serialize)]
struct ByService {
    service: String,
    open: u32,
    overdue: u32,
}

#[derive(Serialize)]
struct Acts {
    worker: String,
    acts: u64,
    cases: u64,
}

#[derive(Serialize)]
struct Spread {
    median: Option<f64>,
    p90: Option<f64>,
}

impl Report {
    pub(super) async fn run(self, config: Config) -> anyhow::Result<ExitCode> {
        let Self::Workload { on, zone, format } = self;
        let Ok(zone) = TimeZone::get(&zone) else {
            anyhow::bail!("--zone: « {zone} » is not a known time zone, such as Europe/Paris");
        };
        let territory = Territory::open(&config).await?;
        let done = reported(&territory, on, &zone).await;
        territory.close().await?;
        print(&done?, format)?;
        Ok(ExitCode::SUCCESS)
    }
}

async fn reported(territory: &Territory, on: Day, zone: &TimeZone) -> anyhow::Result<Workload> {
    super::views::catch_up(territory).await?;
    let permit = Permit::for_operation();
    let mut client = projections::reading_pool(&territory.postgres, 2)?.get().await?;
    let figures = workload::report(&mut client, &permit, on.start(zone), zone).await?;
    named(figures, on, &territory.keyring, &permit).await
}

/// Identifiers are opened here, and lists sorted by figure, then by name.
async fn named(figures: Figures, on: Day, keyring: &Keyring, permit: &Permit) -> anyhow::Result<Workload> {
    let referents = figures.by_referent.iter().map(|row| row.identifier.as_ref());
    let actors = figures.acts_by_worker.iter().map(|row| row.identifier.as_ref());
    let mut names = opened(referents.chain(actors).collect(), keyring, permit)
        .await?
        .into_iter();
    let mut by_referent: Vec<_> = figures
        .by_referent
        .iter()
        .zip(names.by_ref())
        .map(|(row, worker)| ByWorker {
            worker,
            open: row.open,
            overdue: row.overdue,
        })
        .collect();
    by_referent.sort_by(|a, b| {
        Reverse(a.open)
            .cmp(&Reverse(b.open))
            .then_with(|| a.worker.cmp(&b.worker))
    });
    let mut acts_by_worker: Vec<_> = figures
        .acts_by_worker
        .iter()
        .zip(names)
        .map(|(row, worker)| Acts {
            worker,
            acts: row.acts,
            cases: row.cases,
        })
        .collect();
    acts_by_worker.sort_by(|a, b| {
        Reverse(a.acts)
            .cmp(&Reverse(b.acts))
            .then_with(|| a.worker.cmp(&b.worker))
    });
    let mut by_service: Vec<_> = figures
        .by_service
        .into_iter()
        .map(|row| ByService {
            service: row.name,
            open: row.open,
            overdue: row.overdue,
        })
        .collect();
    by_service.sort_by(|a, b| {
        Reverse(a.open)
            .cmp(&Reverse(b.open))
            .then_with(|| a.service.cmp(&b.service))
    });
    Ok(Workload {
        on,
        open: figures.open,
        overdue: figures.overdue,
        by_referent,
        by_service,
        acts_by_worker,
        cases: figures.cases,
        events: figures.events,
        workers: figures.workers,
        case_duration_days: spread(&figures.case_duration_days),
        second_act_delay_seconds: spread(&figures.second_act_delay_seconds),
    })
}

async fn opened(identifiers: Vec<Option<&Text>>, keyring: &Keyring, permit: &Permit) -> anyhow::Result<Vec<String>> {
    let keys = keyring
        .prefetch(identifiers.iter().flatten().map(|text| text.subject()))
        .await?;
    identifiers
        .into_iter()
        .map(|identifier| {
            Ok(match identifier.map(|text| keys.open(permit, text)).transpose()? {
                Some(Opened::Value(name)) => name,
                Some(Opened::Forgotten | Opened::Withheld) => "(erased)".to_owned(),
                None => "(unknown)".to_owned(),
            })
        })
        .collect()
}

fn spread(quantiles: &Quantiles) -> Spread {
    Spread {
        median: quantiles.median,
        p90: quantiles.p90,
    }
}

fn print(report: &Workload, format: Format) -> anyhow::Result<()> {
    match format {
        Format::Json => say::json(report),
        Format::Csv => Ok(say::answer(csv(report).trim_end())?),
        Format::Table => Ok(say::answer(table(report).trim_end())?),
    }
}

/// One row per figure: the table, the name, the figure, and the second figure.
fn csv(report: &Workload) -> String {
    let mut rows = vec!["figure,name,value,second".to_owned()];
    rows.push(format!("open,,{},", report.open));
    rows.push(format!("overdue,,{},", report.overdue));
    rows.extend(
        report
            .by_referent
            .iter()
            .map(|row| format!("by_referent,{},{},{}", field(&row.worker), row.open, row.overdue)),
    );
    rows.extend(
        report
            .by_service
            .iter()
            .map(|row| format!("by_service,{},{},{}", field(&row.service), row.open, row.overdue)),
    );
    rows.extend(
        report
            .acts_by_worker
            .iter()
            .map(|row| format!("acts_by_worker,{},{},{}", field(&row.worker), row.acts, row.cases)),
    );
    rows.push(format!("cases,,{},", report.cases));
    rows.push(format!("events,,{},", report.events));
    rows.push(format!("workers,,{},", report.workers));
    for (name, spread) in [
        ("case_duration_days", &report.case_duration_days),
        ("second_act_delay_seconds", &report.second_act_delay_seconds),
    ] {
        rows.push(format!("{name},median,{},", figure(spread.median)));
        rows.push(format!("{name},p90,{},", figure(spread.p90)));
    }
    rows.join("\r\n")
}

fn field(text: &str) -> String {
    if text.contains(['"', ',', '\n', '\r']) {
        format!("\"{}\"", text.replace('"', "\"\""))
    } else {
        text.to_owned()
    }
}

fn figure(value: Option<f64>) -> String {
    value.map(|value| value.to_string()).unwrap_or_default()
}

/// A name without the signs that move a terminal's cursor or turn its direction.
fn plain(name: &str) -> String {
    let turns =
        |sign: char| matches!(sign, '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}');
    let shown = |sign: char| {
        if sign.is_control() || turns(sign) {
            '\u{FFFD}'
        } else {
            sign
        }
    };
    name.chars().map(shown).collect()
}

fn table(report: &Workload) -> String {
    let mut lines = vec![format!(
        "On {}: {} open cases, {} past their deadline",
        report.on, report.open, report.overdue
    )];
    let mut section = |title: &str, rows: Vec<(&str, String)>| {
        lines.push(format!("\n{title}"));
        lines.extend(
            rows.into_iter()
                .map(|(name, figures)| format!("  {:<28} {figures}", plain(name))),
        );
    };
    section(
        "By référent: open, overdue",
        report
            .by_referent
            .iter()
            .map(|row| (row.worker.as_str(), format!("{:>6} {:>6}", row.open, row.overdue)))
            .collect(),
    );
    section(
        "By service: open, overdue",
        report
            .by_service
            .iter()
            .map(|row| (row.service.as_str(), format!("{:>6} {:>6}", row.open, row.overdue)))
            .collect(),
    );
    section(
        "Acts by worker: acts, cases",
        report
            .acts_by_worker
            .iter()
            .map(|row| (row.worker.as_str(), format!("{:>6} {:>6}", row.acts, row.cases)))
            .collect(),
    );
    lines.push(format!(
        "\nOver the whole log: {} cases, {} acts, {} workers",
        report.cases, report.events, report.workers
    ));
    lines.push(format!(
        "Case duration in days: median {}, P90 {}\nFirst to second act in seconds: median {}, P90 {}",
        figure(report.case_duration_days.median),
        figure(report.case_duration_days.p90),
        figure(report.second_act_delay_seconds.median),
        figure(report.second_act_delay_seconds.p90),
    ));
    lines.join("\n")
}
