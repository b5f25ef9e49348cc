//! OpenDocument.

use crate::xlsx::float;
use crate::{Cell, Fault, Manner, Sheet};
use icu_locale_core::locale;
use spreadsheet_ods::style::CellStyle;
use spreadsheet_ods::style::units::{Length, WrapOption};
use spreadsheet_ods::{ValueFormatNumber, WorkBook, write_ods_buf};

/// The width of a character, in millimetres.
const CHARACTER: f64 = 2.0;

pub(crate) fn write(sheet: &Sheet, manner: Manner) -> Result<Vec<u8>, Fault> {
    let mut book = WorkBook::new(match manner {
        Manner::French => locale!("fr-FR"),
        Manner::English => locale!("en-GB"),
    });
    let mut bold = CellStyle::new("head", &"".into());
    bold.set_font_bold();
    bold.set_wrap_option(WrapOption::Wrap);
    let bold = book.add_cellstyle(bold);
    let mut wrapped = CellStyle::new("words", &"".into());
    wrapped.set_wrap_option(WrapOption::Wrap);
    let wrapped = book.add_cellstyle(wrapped);
    let mut decimals = ValueFormatNumber::new_named("hundredths");
    decimals.part_number().fixed_decimal_places(2).build();
    let decimals = book.add_number_format(decimals);
    let decimals = book.add_cellstyle(CellStyle::new("figure", &decimals));

    let mut page = spreadsheet_ods::Sheet::new(&sheet.name);
    for (column, (words, width)) in (0_u32..).zip(&sheet.head) {
        page.set_styled_value(0, column, words.as_str(), &bold);
        page.set_col_width(column, Length::Mm(CHARACTER * f64::from(*width)));
    }
    page.split_row_header(1);
    for (row, cells) in (1_u32..).zip(&sheet.rows) {
        for (column, cell) in (0_u32..).zip(cells) {
            match cell {
                Cell::Empty => {}
                Cell::Words(words) => page.set_styled_value(row, column, words.as_str(), &wrapped),
                Cell::Count(count) => page.set_value(row, column, float(*count)),
                Cell::Hundredths(figure) => page.set_styled_value(row, column, float(*figure) / 100.0, &decimals),
            }
        }
    }
    book.push_sheet(page);
    write_ods_buf(&mut book, Vec::new()).map_err(|error| Fault::Ods(Box::new(error)))
}
