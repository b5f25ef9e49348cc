//! Values separated by a sign (RFC 4180, with the separator that the spreadsheets of a language expect).

use crate::{Cell, Fault, Manner, Sheet};
use std::borrow::Cow;

/// Without it a spreadsheet takes accents for something else.
const MARK: &[u8] = "\u{feff}".as_bytes();

pub(crate) fn write(sheet: &Sheet, manner: Manner) -> Result<Vec<u8>, Fault> {
    let separator = match manner {
        Manner::French => b';',
        Manner::English => b',',
    };
    let mut lines = csv::WriterBuilder::new()
        .delimiter(separator)
        .terminator(csv::Terminator::CRLF)
        .from_writer(MARK.to_vec());
    lines.write_record(sheet.head.iter().map(|(words, _)| harmless(words).into_owned()))?;
    for row in &sheet.rows {
        lines.write_record(row.iter().map(|cell| value(cell, manner)))?;
    }
    lines
        .into_inner()
        .map_err(|error| Fault::Csv(error.into_error().into()))
}

fn value(cell: &Cell, manner: Manner) -> String {
    match cell {
        Cell::Empty => String::new(),
        Cell::Words(words) => harmless(words).into_owned(),
        Cell::Count(count) => count.to_string(),
        Cell::Hundredths(figure) => {
            let point = match manner {
                Manner::French => ',',
                Manner::English => '.',
            };
            let sign = if *figure < 0 { "-" } else { "" };
            let figure = figure.unsigned_abs();
            format!("{sign}{}{point}{:02}", figure / 100, figure % 100)
        }
    }
}

/// Words that a spreadsheet would take for a formula are given the sign by which it takes them for words (OWASP, CSV
/// injection).
fn harmless(words: &str) -> Cow<'_, str> {
    if words.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        Cow::Owned(format!("'{words}"))
    } else {
        Cow::Borrowed(words)
    }
}
