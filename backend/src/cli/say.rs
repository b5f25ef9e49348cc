//! What the command line says, and how: answers on standard output, everything else on standard error.

use crate::config::Config;
use indicatif::{ProgressBar, ProgressStyle};
use std::io::Write;
use tracing_subscriber::EnvFilter;

/// A sentence for whoever sits before the terminal.
pub(super) fn line(sentence: &str) {
    // A terminal that is gone cannot be told so.
    drop(writeln!(std::io::stderr(), "{sentence}"));
}

/// The answer itself.
///
/// # Errors
/// When standard output is gone.
pub(super) fn answer(text: &str) -> std::io::Result<()> {
    writeln!(std::io::stdout(), "{text}")
}

/// The answer as one line of JSON.
///
/// # Errors
/// When standard output is gone.
pub(super) fn json(value: &impl serde::Serialize) -> anyhow::Result<()> {
    Ok(answer(&serde_json::to_string(value)?)?)
}

/// A bar on standard error; nothing where that is not a terminal.
#[must_use]
pub(super) fn bar(total: u64, what: &'static str) -> ProgressBar {
    let style = ProgressStyle::with_template("{msg} {wide_bar} {percent}% ({eta})")
        .unwrap_or_else(|_template| ProgressStyle::default_bar());
    ProgressBar::new(total).with_style(style).with_message(what)
}

/// Starts structured logs on standard error. Nothing personal is ever a field of one.
pub(super) fn start_tracing(config: &Config) {
    let filter = EnvFilter::try_new(&config.log).unwrap_or_else(|_unreadable| EnvFilter::new("info"));
    let lines = tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_writer(std::io::stderr)
        .with_target(true);
    let started = if config.log_json {
        lines.json().try_init()
    } else {
        lines.compact().try_init()
    };
    if started.is_err() {
        line("trame: logs were started before");
    }
}
