//! What a chore says on the terminal: steps on standard error, results on standard output.
#![expect(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a chore speaks on the terminal, and only here"
)]

/// Begins a step that may take long.
pub(crate) fn step(text: &str) {
    eprintln!("\x1b[1m→\x1b[0m {text}");
}

/// Tells something by the way.
pub(crate) fn note(text: &str) {
    eprintln!("  {text}");
}

/// Says what went wrong, cause by cause.
pub(crate) fn fault(fault: &anyhow::Error) {
    eprintln!("\x1b[1;31m✗\x1b[0m {fault:#}");
}

/// Passes on a line of a program that was started.
pub(crate) fn line(text: &str) {
    println!("{text}");
}
