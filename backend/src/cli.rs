//! The command line: one file per subcommand. Answers go to standard output, progress and sentences to standard error.

mod account;
mod bench;
mod demo;
mod import;
mod log;
mod migrate;
mod report;
mod say;
mod serve;
mod views;
mod witness;

use crate::config::{Config, Place};
use clap::{Parser, Subcommand, ValueEnum};
use std::future::Future;
use std::process::ExitCode;

/// Rows were refused, everything else was done.
pub const SOME_REFUSED: u8 = 3;

/// Open software for social services: every action on a case is an event, kept for ever, and all that anyone sees is a
/// projection of those events.
#[derive(Parser)]
#[command(name = "trame", version, max_term_width = 100)]
struct Cli {
    #[command(flatten)]
    place: Place,
    #[command(subcommand)]
    task: Task,
}

#[derive(Subcommand)]
enum Task {
    /// Serve the API and the client, and keep the views up to date.
    Serve(serve::Serve),
    /// Bring the database to what this program needs.
    Migrate,
    /// Bring in real cases from another record.
    #[command(subcommand)]
    Import(import::Import),
    /// Look at the log itself.
    #[command(subcommand)]
    Log(log::LogTask),
    /// Check or rebuild what is shown.
    #[command(subcommand)]
    Views(views::Views),
    /// Print figures.
    #[command(subcommand)]
    Report(report::Report),
    /// Give professionals their logins.
    #[command(subcommand)]
    Account(account::Account),
    /// Watch the log of a Trame from elsewhere: see that it only grew, and sign that.
    Witness(witness::Witness),
    /// Measure this program on an empty database.
    #[command(subcommand)]
    Bench(bench::Bench),
    /// Load the demonstration: an invented territory, with its sign-ins.
    Demo(demo::Demo),
}

/// How an answer is printed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// For people.
    #[default]
    Table,
    /// One line of JSON.
    Json,
    /// Comma-separated values.
    Csv,
}

/// How an answer is printed, where a table of values would say nothing more.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum TextOrJson {
    /// For people.
    #[default]
    Text,
    /// One line of JSON.
    Json,
}

/// Reads the command line and does what it says.
#[must_use]
pub fn run() -> ExitCode {
    let Cli { place, task } = Cli::parse();
    let flags = match &task {
        Task::Serve(serve) => serve.flags(),
        Task::Migrate
        | Task::Import(_)
        | Task::Log(_)
        | Task::Views(_)
        | Task::Report(_)
        | Task::Account(_)
        | Task::Witness(_)
        | Task::Bench(_)
        | Task::Demo(_) => serve::Flags::default(),
    };
    let config = match Config::read(&place, flags) {
        Ok(config) => config,
        Err(sentence) => {
            say::line(&format!("trame: {sentence}"));
            return ExitCode::from(2);
        }
    };
    say::start_tracing(&config);
    let done = match task {
        Task::Serve(serve) => block_on(serve.run(config)),
        Task::Migrate => block_on(migrate::run(config)),
        Task::Import(import) => block_on(import.run(config)),
        Task::Log(task) => block_on(task.run(config)),
        Task::Views(views) => block_on(views.run(config)),
        Task::Report(report) => block_on(report.run(config)),
        Task::Account(account) => block_on(account.run(config)),
        Task::Witness(witness) => witness.run(),
        Task::Bench(bench) => block_on(bench.run(config)),
        Task::Demo(demo) => block_on(demo.run(config)),
    };
    done.unwrap_or_else(|error| {
        say::line(&format!("trame: {}", told(&error)));
        ExitCode::FAILURE
    })
}

/// The error with its causes, each told once: some sentences already hold the next.
fn told(error: &anyhow::Error) -> String {
    error
        .chain()
        .map(ToString::to_string)
        .fold(String::new(), |told, cause| match told {
            told if told.is_empty() => cause,
            told if told.contains(&cause) => told,
            told => format!("{told}: {cause}"),
        })
}

fn block_on(task: impl Future<Output = anyhow::Result<ExitCode>>) -> anyhow::Result<ExitCode> {
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    actix_web::rt::System::with_tokio_rt(|| runtime).block_on(task)
}
