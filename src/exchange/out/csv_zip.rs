//! A ZIP archive of one CSV file a table, as German Excel opens it by a double click: UTF-8 with a byte order mark,
//! semicolons between cells. Lists in a cell therefore have `|` between their items.

use std::io::{Cursor, Write};

use zip::write::{SimpleFileOptions, ZipWriter};

use crate::domain::slug;
use crate::exchange::apostrophe::guarded;
use crate::text::Lang;

use super::extract::Extract;
use super::sheets::{Cell, Sheet, sheets};
use super::{ExportError, failed};

const BYTE_ORDER_MARK: &[u8] = "\u{feff}".as_bytes();

/// Writes all tables; the archive's files bear the fixed date that ZIP begins with.
pub(super) fn write(extract: &Extract, lang: Lang) -> Result<Vec<u8>, ExportError> {
    let options = SimpleFileOptions::default()
        .last_modified_time(zip::DateTime::default())
        .unix_permissions(0o644);
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for sheet in sheets(extract, lang) {
        let name = format!("{}.csv", slug(sheet.table.sheet(lang)));
        archive.start_file(name, options).map_err(failed)?;
        archive.write_all(BYTE_ORDER_MARK).map_err(failed)?;
        archive.write_all(&table(&sheet, lang)?).map_err(failed)?;
    }
    Ok(archive.finish().map_err(failed)?.into_inner())
}

fn table(sheet: &Sheet, lang: Lang) -> Result<Vec<u8>, ExportError> {
    let mut csv = csv::WriterBuilder::new()
        .delimiter(b';')
        .terminator(csv::Terminator::CRLF)
        .from_writer(Vec::new());
    csv.write_record(sheet.headings.iter().map(|heading| heading.header(lang)))
        .map_err(failed)?;
    for row in &sheet.rows {
        csv.write_record(row.iter().map(cell)).map_err(failed)?;
    }
    csv.into_inner().map_err(failed)
}

fn cell(cell: &Cell) -> String {
    match cell {
        Cell::Empty => String::new(),
        Cell::Text(text) => guarded(text).into_owned(),
        Cell::Number(number) => number.to_string(),
        Cell::Date(date) => date.to_string(),
        Cell::List(items) => guarded(&items.join(" | ")).into_owned(),
    }
}
