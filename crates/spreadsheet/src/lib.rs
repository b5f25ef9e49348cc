//! A table of figures as a file that a spreadsheet opens: CSV, XLSX or ODS, the same cells in each.
//!
//! What is a number stays one, so that it can be summed; words that begin like a formula stay words.

mod csv;
mod ods;
mod xlsx;

/// A kind of file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// Values separated by a sign, in UTF-8 with its mark: in the manner of the language, as its spreadsheets expect it.
    Csv,
    /// Office Open XML.
    Xlsx,
    /// OpenDocument.
    Ods,
}

impl Format {
    /// What such a file is called on the wire.
    #[must_use]
    pub fn media_type(self) -> &'static str {
        match self {
            Self::Csv => "text/csv; charset=utf-8; header=present",
            Self::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Self::Ods => "application/vnd.oasis.opendocument.spreadsheet",
        }
    }
}

/// How numbers are written where a file does not leave that to its reader.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Manner {
    /// A comma before the decimals, a semicolon between values.
    French,
    /// A point before the decimals, a comma between values.
    English,
}

/// What stands in a cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cell {
    /// Nothing.
    Empty,
    /// Words.
    Words(String),
    /// A whole number.
    Count(i64),
    /// A number in hundredths.
    Hundredths(i64),
}

/// A table with a head.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sheet {
    /// Its name; at most 31 characters, of which none is one of `[]:*?/\`.
    pub name: String,
    /// What stands above each column, and how wide the column is, in characters.
    pub head: Vec<(String, u16)>,
    /// The cells, row by row, each as long as the head.
    pub rows: Vec<Vec<Cell>>,
}

/// Why a file could not be made.
#[derive(Debug, thiserror::Error)]
pub enum Fault {
    /// By who writes values.
    #[error("the values could not be written: {0}")]
    Csv(#[from] ::csv::Error),
    /// By who writes XLSX.
    #[error("the sheet could not be written: {0}")]
    Xlsx(#[from] rust_xlsxwriter::XlsxError),
    /// By who writes ODS.
    #[error("the sheet could not be written: {0}")]
    Ods(#[from] Box<spreadsheet_ods::OdsError>),
}

/// The table as a file of this kind.
///
/// # Errors
/// When it cannot be written, as when it is larger than such a file may be.
pub fn write(sheet: &Sheet, format: Format, manner: Manner) -> Result<Vec<u8>, Fault> {
    match format {
        Format::Csv => csv::write(sheet, manner),
        Format::Xlsx => xlsx::write(sheet),
        Format::Ods => ods::write(sheet, manner),
    }
}
