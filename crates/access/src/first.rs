//! Tables as files: how one is read, and the one that a territory starts with.

use domain::access_policy::Table;
use domain::words::Day;
use thiserror::Error;

/// Where the first table comes from.
pub const FIRST_SOURCE: &str =
    "Proposition de départ d’après CASF L121-6-2, L226-2-2 et CSP L1110-4 ; à délibérer localement";

/// The day from which the first table holds: before anything that a territory brings in.
#[must_use]
pub fn first_day() -> Day {
    Day(jiff::civil::date(1900, 1, 1))
}

/// A text that is not a table of rights.
#[derive(Debug, Error)]
#[error("this is not a table of rights: {0}")]
pub struct Unreadable(#[from] toml::de::Error);

/// Reads a table as it is written in TOML. What it may not say is the rule's to refuse.
///
/// # Errors
/// When it is not a table: which line, and what stands there.
pub fn read_table(text: &str) -> Result<Table, Unreadable> {
    Ok(toml::from_str(text)?)
}

/// A table that cannot be written as a file.
#[derive(Debug, Error)]
#[error("the table cannot be written: {0}")]
pub struct Unwritable(#[from] toml::ser::Error);

/// Writes a table as TOML, as [`read_table`] reads it.
///
/// # Errors
/// When it cannot be written.
pub fn write_table(table: &Table) -> Result<String, Unwritable> {
    Ok(toml::to_string(table)?)
}

/// The table that a territory starts with.
///
/// # Errors
/// When the file that comes with the program is not a table.
pub fn first_table() -> Result<Table, Unreadable> {
    read_table(include_str!("../first_table.toml"))
}
