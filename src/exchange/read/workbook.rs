//! Excel's workbooks, of today (.xlsx) and of before 2007 (.xls).

use std::collections::HashMap;
use std::io::Cursor;

use calamine::{
    Data, DataRef, Dimensions, ExcelDateTime, Reader, SheetType, SheetVisible, Xls, XlsError, Xlsx,
    XlsxCellReader, XlsxError, XlsxFormulaMetadata,
};

use super::super::columns::is_other;
use super::super::fault::Problem;
use super::bounds::Aside;
use super::found::Found;
use super::gathered::Gathered;
use super::merged::{Merged, place};
use super::old_workbook;
use super::outline::Outline;
use super::room::Room;
use super::sheet::{Broken, MAX_SHEETS, day_text, number_text};

/// Adds the sheets of an .xlsx that people see.
pub(super) fn add(
    file: &str,
    bytes: &[u8],
    (outline, asides): (&Outline, &HashMap<String, Aside>),
    room: &mut Room,
    found: &mut Found<'_>,
) -> Result<(), Broken> {
    let mut book = Xlsx::new(Cursor::new(bytes)).map_err(|error| problem(&error))?;
    let nothing = Aside::default();
    for name in tables(file, &book, found)? {
        let aside = outline.sheets.get(&name).and_then(|path| asides.get(path));
        let aside = aside.unwrap_or(&nothing);
        // Cell by cell: a range would make room for all cells between two that are far apart.
        let mut cells = book
            .worksheet_cells_reader(&name)
            .map_err(|error| problem(&error))?;
        found.add(file, name, room, |rows| gather(&mut cells, aside, rows))?;
    }
    Ok(())
}

fn problem(error: &XlsxError) -> Problem {
    match error {
        XlsxError::Password => Problem::Locked,
        _ => Problem::Unreadable,
    }
}

/// The cells of a sheet, and what calamine does not tell of them.
fn gather<R: std::io::Read + std::io::Seek>(
    cells: &mut XlsxCellReader<'_, R>,
    aside: &Aside,
    rows: &mut Gathered<'_>,
) -> Result<(), Broken> {
    let mut errors = aside.errors.iter();
    loop {
        let cell = match cells.next_cell_with_formula_metadata() {
            Ok(Some(cell)) => cell,
            Ok(None) => break,
            // An error of a newer Excel ends the reading of its cell only; where it stands was noted before.
            Err(XlsxError::CellError(_)) => {
                let (cell, error) = errors.next().ok_or(Problem::Unreadable)?;
                let at = cell.as_deref().and_then(place);
                let (row, column) = at.ok_or(Problem::Unreadable)?;
                rows.push(row, column, error.clone())?;
                continue;
            }
            Err(error) => return Err(problem(&error).into()),
        };
        let (row, column) = cell.pos;
        match (cell.value, cell.formula) {
            (DataRef::Empty, Some(formula)) => {
                rows.push_uncalculated(row, column as usize, formula_text(&formula))?;
            }
            (value, _) => rows.push(row, column as usize, xlsx_text(&value))?,
        }
    }
    for merged in &aside.merged {
        rows.merge(*merged);
    }
    Ok(())
}

/// Adds the sheets of an .xls that people see.
pub(super) fn add_old(
    file: &str,
    bytes: &[u8],
    room: &mut Room,
    found: &mut Found<'_>,
) -> Result<(), Broken> {
    let problem = |error: XlsError| match error {
        XlsError::Password => Problem::Locked,
        _ => Problem::Unreadable,
    };
    // An encrypted .xlsx is wrapped like an .xls.
    let wrapped: Vec<u8> = "EncryptedPackage"
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    if bytes.windows(wrapped.len()).any(|bytes| bytes == wrapped) {
        return Err(Problem::Locked.into());
    }
    if !old_workbook::is_sound(bytes) {
        return Err(Problem::Unreadable.into());
    }
    let mut book = Xls::new(Cursor::new(bytes)).map_err(problem)?;
    for name in tables(file, &book, found)? {
        let merged = book.merge_cells_by_sheet_name(&name).map_err(problem)?;
        let range = book.worksheet_range(&name).map_err(problem)?;
        let (first_row, first_column) = range.start().unwrap_or_default();
        found.add(file, name, room, |rows| {
            for (row, column, value) in range.used_cells() {
                let row = u32::try_from(row).map_err(|_| Problem::Unreadable)?;
                rows.push(
                    first_row + row,
                    first_column as usize + column,
                    xls_text(value),
                )?;
            }
            for Dimensions { start, end } in merged {
                rows.merge(Merged {
                    rows: (start.0, end.0),
                    columns: (start.1 as usize, end.1 as usize),
                });
            }
            Ok(())
        })?;
    }
    Ok(())
}

/// The names of the sheets with cells that people see; the others are noted.
fn tables<R: std::io::Read + std::io::Seek>(
    file: &str,
    book: &impl Reader<R>,
    found: &mut Found<'_>,
) -> Result<Vec<String>, Problem> {
    let sheets = book.sheets_metadata().iter();
    let mut names = Vec::new();
    for sheet in sheets.filter(|sheet| sheet.typ == SheetType::WorkSheet) {
        if sheet.visible == SheetVisible::Visible {
            names.push(sheet.name.clone());
        } else if !is_other(&sheet.name) {
            found.hidden(file, &sheet.name);
        }
    }
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
        Data::DateTimeIso(text) => day_text(text),
        Data::Error(error) => error.to_string(),
        Data::Empty => String::new(),
    }
}

/// A date as ISO has it. A whole number from 1900 to 2100 under the format of a date is the year that was meant: a day
/// of 1905 it never is.
fn date_text(time: &ExcelDateTime) -> String {
    let number = time.as_f64();
    let is_year = number.fract() == 0.0 && (1900.0..=2100.0).contains(&number);
    match time.as_datetime() {
        Some(moment) if time.is_datetime() && !is_year => {
            let text = moment.format("%Y-%m-%dT%H:%M:%S").to_string();
            text.trim_end_matches("T00:00:00").to_owned()
        }
        _ => number_text(number),
    }
}
