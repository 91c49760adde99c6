//! Excel's workbooks, of today (.xlsx) and of before 2007 (.xls).

use std::io::Cursor;

use calamine::{
    Data, DataRef, ExcelDateTime, Reader, SheetType, Xls, XlsError, Xlsx, XlsxError,
    XlsxFormulaMetadata,
};

use super::super::fault::Problem;
use super::super::input::Input;
use super::gathered::Gathered;
use super::old_workbook;
use super::room::Room;
use super::sheet::{Broken, MAX_SHEETS, Sheet, number_text};

/// The sheets of an .xlsx.
pub(super) fn sheets<'a>(input: &Input, room: &mut Room) -> Result<Vec<Sheet<'a>>, Broken> {
    let problem = |error: XlsxError| match error {
        XlsxError::Password => Problem::Locked,
        _ => Problem::Unreadable,
    };
    let mut book = Xlsx::new(Cursor::new(input.bytes.as_slice())).map_err(problem)?;
    let mut sheets = Vec::new();
    for name in tables(&book)? {
        // Cell by cell: a range would make room for all cells between two that are far apart.
        let mut cells = book.worksheet_cells_reader(&name).map_err(problem)?;
        let mut rows = Gathered::new(name, room);
        while let Some(cell) = cells.next_cell_with_formula_metadata().map_err(problem)? {
            let (row, column) = cell.pos;
            match (cell.value, cell.formula) {
                (DataRef::Empty, Some(formula)) => {
                    rows.push_uncalculated(row, column as usize, formula_text(&formula))?;
                }
                (value, _) => rows.push(row, column as usize, xlsx_text(&value))?,
            }
        }
        sheets.push(rows.finish(&input.name));
    }
    Ok(sheets)
}

/// The sheets of an .xls.
pub(super) fn old_sheets<'a>(input: &Input, room: &mut Room) -> Result<Vec<Sheet<'a>>, Broken> {
    let problem = |error: XlsError| match error {
        XlsError::Password => Problem::Locked,
        _ => Problem::Unreadable,
    };
    // An encrypted .xlsx is wrapped like an .xls.
    let wrapped: Vec<u8> = "EncryptedPackage"
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    if input
        .bytes
        .windows(wrapped.len())
        .any(|bytes| bytes == wrapped)
    {
        return Err(Problem::Locked.into());
    }
    if !old_workbook::is_sound(&input.bytes) {
        return Err(Problem::Unreadable.into());
    }
    let mut book = Xls::new(Cursor::new(input.bytes.as_slice())).map_err(problem)?;
    let mut sheets = Vec::new();
    for name in tables(&book)? {
        let range = book.worksheet_range(&name).map_err(problem)?;
        let (first_row, first_column) = range.start().unwrap_or_default();
        let mut rows = Gathered::new(name, room);
        for (row, column, value) in range.used_cells() {
            let row = u32::try_from(row).map_err(|_| Problem::Unreadable)?;
            rows.push(
                first_row + row,
                first_column as usize + column,
                xls_text(value),
            )?;
        }
        sheets.push(rows.finish(&input.name));
    }
    Ok(sheets)
}

fn tables<R: std::io::Read + std::io::Seek>(book: &impl Reader<R>) -> Result<Vec<String>, Problem> {
    let sheets = book.sheets_metadata().iter();
    let tables = sheets.filter(|sheet| sheet.typ == SheetType::WorkSheet);
    let names: Vec<String> = tables.map(|sheet| sheet.name.clone()).collect();
    match names.len() {
        0..=MAX_SHEETS => Ok(names),
        _ => Err(Problem::TooManySheets(MAX_SHEETS)),
    }
}

/// A formula as people see it.
fn formula_text(formula: &XlsxFormulaMetadata) -> String {
    let text = match formula {
        XlsxFormulaMetadata::Normal { formula } | XlsxFormulaMetadata::Shared { formula, .. } => {
            formula
        }
        // Of one that is shared with other cells only the first has the text.
        _ => "…",
    };
    format!("={text}")
}

fn xlsx_text(value: &DataRef<'_>) -> String {
    match value {
        DataRef::SharedString(text) => (*text).to_owned(),
        other => xls_text(&other.clone().into()),
    }
}

fn xls_text(value: &Data) -> String {
    match value {
        Data::Int(number) => number.to_string(),
        Data::Float(number) => number_text(*number),
        Data::String(text) | Data::DurationIso(text) => text.clone(),
        Data::Bool(yes) => yes.to_string(),
        Data::DateTime(time) => date_text(time),
        Data::DateTimeIso(text) => text.trim_end_matches("T00:00:00").to_owned(),
        Data::Error(error) => error.to_string(),
        Data::Empty => String::new(),
    }
}

fn date_text(time: &ExcelDateTime) -> String {
    match time.as_datetime() {
        Some(moment) if time.is_datetime() => {
            let text = moment.format("%Y-%m-%dT%H:%M:%S").to_string();
            text.trim_end_matches("T00:00:00").to_owned()
        }
        _ => number_text(time.as_f64()),
    }
}
