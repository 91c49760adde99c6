//! A workbook with one sheet a table, ready to be read, filtered and printed.

use std::collections::HashMap;

use chrono::{Datelike, NaiveDate};
use rust_xlsxwriter::{
    Color, DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Workbook, Worksheet,
    XlsxError,
};

use crate::exchange::apostrophe::guarded_in_workbook;
use crate::text::Lang;

use super::extract::Extract;
use super::known::Known;
use super::lists;
use super::names::Names;
use super::sheets::{Cell, Sheet, sheets};
use super::{ExportError, choices, failed};

/// How many rows below the last have lists too, for what is added.
const MORE_ROWS: usize = 200;

/// The last row that a spreadsheet has, counted from 0.
const LAST_ROW: u32 = 1_048_575;

/// The narrowest and the widest column, in characters.
const WIDTHS: (usize, usize) = (9, 48);

/// Writes all tables.
pub(super) fn write(extract: &Extract, lang: Lang) -> Result<Vec<u8>, ExportError> {
    workbook(extract, lang).map_err(failed)
}

fn workbook(extract: &Extract, lang: Lang) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    workbook.set_properties(&properties(extract.district.name.as_str())?);
    let sheets = sheets(extract, lang);
    for sheet in &sheets {
        let worksheet = workbook.add_worksheet();
        worksheet.set_name(sheet.table.sheet(lang))?;
        fill(worksheet, sheet, lang)?;
        let last_row = u32::try_from(sheet.rows.len() + MORE_ROWS).unwrap_or(LAST_ROW);
        for (at, heading) in (0..).zip(&sheet.headings) {
            let column = choices::Column {
                table: sheet.table,
                key: heading.key,
                at,
                last_row: last_row.min(LAST_ROW),
                grows: false,
            };
            choices::add(worksheet, &column, lang)?;
        }
    }
    let known = Known::in_phase(extract, &Names::of(extract), None);
    lists::behind(&mut workbook, &known, |_, _| None, lang)?;
    workbook.save_to_buffer()
}

/// A workbook's properties with a fixed day of creation, so that the same content gives the same bytes.
pub(super) fn properties(title: &str) -> Result<DocProperties, XlsxError> {
    Ok(DocProperties::new()
        .set_title(title)
        .set_author("miteinander")
        .set_creation_datetime(&ExcelDateTime::from_ymd(2020, 1, 1)?))
}

/// The dark colour of headers and titles.
pub(super) const INK: u32 = 0x1F4E5F;

/// The look of a header: light on dark where a column is required, the other way round where it is not.
pub(super) fn header_format(required: bool) -> Format {
    let (text, ground) = if required {
        (0xFFFFFF, INK)
    } else {
        (INK, 0xD5E3E7)
    };
    Format::new()
        .set_bold()
        .set_font_color(Color::RGB(text))
        .set_background_color(Color::RGB(ground))
        .set_align(FormatAlign::VerticalCenter)
        .set_indent(1)
        .set_text_wrap()
        .set_border(FormatBorder::Thin)
        .set_border_color(Color::RGB(0x8FA3AB))
}

/// Landscape A4, as wide as the page, the header on each page, sheet and page number below.
pub(super) fn set_up_print(worksheet: &mut Worksheet) -> Result<(), XlsxError> {
    const A4: u8 = 9;
    worksheet
        .set_paper_size(A4)
        .set_landscape()
        .set_margins(0.4, 0.4, 0.5, 0.6, 0.3, 0.3)
        .set_print_fit_to_pages(1, 0)
        .set_footer("&L&A&R&P / &N")
        .set_repeat_rows(0, 0)?;
    Ok(())
}

fn fill(worksheet: &mut Worksheet, sheet: &Sheet, lang: Lang) -> Result<(), XlsxError> {
    let date_format = Format::new().set_num_format(lang.pick("dd.mm.yyyy", "yyyy-mm-dd"));
    let mut widths: HashMap<u16, usize> = HashMap::new();
    for (heading, column) in sheet.headings.iter().zip(0..) {
        let header = heading.header(lang);
        worksheet.write_string_with_format(0, column, header, &header_format(heading.required))?;
        // Room for the filter's button.
        widths.insert(column, header.chars().count() + 4);
    }
    for (row, cells) in (1..).zip(&sheet.rows) {
        for (column, cell) in (0..).zip(cells) {
            let width = put(worksheet, row, column, cell, &date_format)?;
            let widest = widths.entry(column).or_default();
            *widest = width.max(*widest);
        }
    }
    for (column, width) in widths {
        let width = width.clamp(WIDTHS.0, WIDTHS.1);
        worksheet.set_column_width(column, width as f64)?;
    }
    let last_row = sheet.rows.len().try_into().unwrap_or(u32::MAX);
    let last_column = sheet
        .headings
        .len()
        .saturating_sub(1)
        .try_into()
        .unwrap_or(0);
    worksheet.autofilter(0, 0, last_row, last_column)?;
    worksheet.set_freeze_panes(1, 0)?;
    set_up_print(worksheet)
}

/// Writes a cell and answers how wide it is in characters.
fn put(
    worksheet: &mut Worksheet,
    row: u32,
    column: u16,
    cell: &Cell,
    date_format: &Format,
) -> Result<usize, XlsxError> {
    match cell {
        Cell::Empty => return Ok(0),
        Cell::Number(number) => {
            worksheet.write_number(row, column, *number)?;
            return Ok(1);
        }
        Cell::Date(date) => match excel_date(*date) {
            Some(day) => {
                worksheet.write_datetime_with_format(row, column, &day, date_format)?;
            }
            None => {
                worksheet.write_string(row, column, date.to_string())?;
            }
        },
        Cell::Text(text) => return put_text(worksheet, row, column, text),
        Cell::List(items) => return put_text(worksheet, row, column, &items.join("; ")),
    }
    Ok("31.12.2000".len())
}

fn put_text(
    worksheet: &mut Worksheet,
    row: u32,
    column: u16,
    text: &str,
) -> Result<usize, XlsxError> {
    if text.is_empty() {
        return Ok(0);
    }
    // As text, never as a formula; what XML lacks cannot be in a workbook.
    let text = crate::text::legible(&guarded_in_workbook(text));
    let width = text.lines().map(|line| line.chars().count()).max();
    worksheet.write_string(row, column, text)?;
    Ok(width.unwrap_or(0))
}

/// A day as Excel counts it; none before 1900, where it does not count.
fn excel_date(date: NaiveDate) -> Option<ExcelDateTime> {
    let year = u16::try_from(date.year()).ok()?;
    let (month, day) = (date.month() as u8, date.day() as u8);
    ExcelDateTime::from_ymd(year, month, day).ok()
}
