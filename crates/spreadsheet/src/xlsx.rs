//! Office Open XML.

use crate::{Cell, Fault, Sheet};
use rust_xlsxwriter::{Format, FormatAlign, Workbook};

pub(crate) fn write(sheet: &Sheet) -> Result<Vec<u8>, Fault> {
    let mut book = Workbook::new();
    let page = book.add_worksheet();
    page.set_name(&sheet.name)?;
    let bold = Format::new().set_bold().set_text_wrap().set_align(FormatAlign::Top);
    let words_of = Format::new().set_text_wrap().set_align(FormatAlign::Top);
    let whole = Format::new().set_align(FormatAlign::Top);
    let decimals = Format::new().set_num_format("0.00").set_align(FormatAlign::Top);
    for (column, (words, width)) in (0_u16..).zip(&sheet.head) {
        page.write_string_with_format(0, column, words, &bold)?;
        page.set_column_width(column, *width)?;
    }
    page.set_freeze_panes(1, 0)?;
    for (row, cells) in (1_u32..).zip(&sheet.rows) {
        for (column, cell) in (0_u16..).zip(cells) {
            match cell {
                Cell::Empty => {}
                Cell::Words(words) => {
                    page.write_string_with_format(row, column, words, &words_of)?;
                }
                Cell::Count(count) => {
                    page.write_number_with_format(row, column, float(*count), &whole)?;
                }
                Cell::Hundredths(figure) => {
                    page.write_number_with_format(row, column, float(*figure) / 100.0, &decimals)?;
                }
            }
        }
    }
    Ok(book.save_to_buffer()?)
}

/// A spreadsheet knows no other numbers: whole ones are exact up to 2⁵³.
#[expect(clippy::cast_precision_loss, reason = "figures of a service are far below 2⁵³")]
pub(crate) fn float(figure: i64) -> f64 {
    figure as f64
}
