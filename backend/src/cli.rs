//! The command line: one file per subcommand. Answers go to standard output, progress and sentences to standard error.

mod account;
mod backup;
mod bench;
mod configuration;
mod demo;
mod desk;
mod import;
mod journal;
mod keys;
mod log;
mod migrate;
mod policy;
mod report;
mod say;
mod serve;
mod views;
mod witness;

use crate::config::{Config, Place};
use clap::{Parser, Subcommand, ValueEnum};
use std::future::Future;
use std::process::ExitCode;
use tokio::signal::unix::{Signal, SignalKind, signal};

/// Rows were refused, everything else was done.
pub const SOME_REFUSED: u8 = 3;

/// Somebody asked to stop before the end, as shells count it.
const INTERRUPTED: u8 = 130;

/// Open software for social services: every action on a case is an event, kept for ever, and all that anyone sees is a
/// projection of those events.
#[derive(Parser)]
#[command(name = "trame", version, max_term_width = 100, after_help = ENDS)]
struct Cli {
    #[command(flatten)]
    place: Place,
    #[command(subcommand)]
    task: Task,
}

/// What every subcommand has in common, under the help.
const ENDS: &str =
    "Exit status: 0 all done; 1 something failed, or does not hold; 2 the command line or the configuration \
cannot be used; 3 done, but rows were refused; 130 asked to stop before the end.

Each key of the configuration can stand in trame.toml, in the environment as TRAME_KEY, or here as a flag, which wins.

Examples:
  trame import event-log receipt.csv.gz --data ./data
  trame report workload --on 2011-06-01 --data ./data
  trame serve --data ./data --port 8080";

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
    /// Take the whole database into a folder.
    Backup(backup::Backup),
    /// Make a new data folder of a backup.
    Restore(backup::Restore),
    /// Look after the keys: epochs, root key, escrow.
    #[command(subcommand)]
    Keys(keys::Keys),
    /// Who may see what: the table of rights in force, and changes to it, which take two persons.
    #[command(subcommand)]
    Policy(policy::Policy),
    /// Delays, weights, thresholds and rules in force, and changes to them, which take two persons.
    #[command(subcommand)]
    Configuration(configuration::Configuration),
    /// Who read what: let go of what is kept no longer.
    #[command(subcommand)]
    Journal(journal::Journal),
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
        | Task::Backup(_)
        | Task::Restore(_)
        | Task::Keys(_)
        | Task::Policy(_)
        | Task::Configuration(_)
        | Task::Journal(_)
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
    if config.database.is_none()
        && !config.data.is_dir()
        && !matches!(task, Task::Witness(_) | Task::Restore(_) | Task::Bench(_))
    {
        let folder = config.data.display();
        say::line(&format!(
            "The folder {folder} is not there yet: a new territory, without cases, is made in it."
        ));
    }
    let done = match task {
        Task::Serve(serve) => block_on(serve.run(config)),
        Task::Migrate => block_on(stoppable(migrate::run(config))),
        Task::Import(import) => block_on(stoppable(import.run(config))),
        Task::Log(task) => block_on(stoppable(task.run(config))),
        Task::Backup(backup) => block_on(stoppable(backup.run(config))),
        Task::Restore(restore) => block_on(stoppable(restore.run(config))),
        Task::Keys(keys) => block_on(stoppable(keys.run(config))),
        Task::Policy(policy) => block_on(stoppable(policy.run(config))),
        Task::Configuration(configuration) => block_on(stoppable(configuration.run(config))),
        Task::Journal(journal) => block_on(stoppable(journal.run(config))),
        Task::Views(views) => block_on(stoppable(views.run(config))),
        Task::Report(report) => block_on(stoppable(report.run(config))),
        Task::Account(account) => block_on(stoppable(account.run(config))),
        Task::Witness(witness) => witness.run(),
        Task::Bench(bench) => block_on(stoppable(bench.run(config))),
        Task::Demo(demo) => block_on(stoppable(demo.run(config))),
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

/// The signals that ask to stop, heard from the moment this is made: also where they were ignored before, as a shell does
/// for what it starts in the background.
struct Stop {
    interrupt: Signal,
    terminate: Signal,
    hang_up: Signal,
}

impl Stop {
    fn listen() -> std::io::Result<Self> {
        Ok(Self {
            interrupt: signal(SignalKind::interrupt())?,
            terminate: signal(SignalKind::terminate())?,
            hang_up: signal(SignalKind::hangup())?,
        })
    }

    /// Waits for one of them.
    async fn asked(&mut self) {
        tokio::select! {
            _ = self.interrupt.recv() => {}
            _ = self.terminate.recv() => {}
            _ = self.hang_up.recv() => {}
        }
    }

    /// Does a task unless somebody asks to stop before it ends. What it holds is let go in order then: PostgreSQL is
    /// stopped, and nothing that was written is lost.
    async fn or<T>(&mut self, task: impl Future<Output = anyhow::Result<T>>) -> anyhow::Result<Result<T, ExitCode>> {
        tokio::select! {
            done = task => done.map(Ok),
            () = self.asked() => {
                say::line("Stopped. What was written stays; the same command goes on from there.");
                Ok(Err(ExitCode::from(INTERRUPTED)))
            }
        }
    }
}

/// A task of which nothing goes on when it was asked to stop.
async fn stoppable(task: impl Future<Output = anyhow::Result<ExitCode>>) -> anyhow::Result<ExitCode> {
    Ok(Stop::listen()?.or(task).await?.unwrap_or_else(|stopped| stopped))
}
