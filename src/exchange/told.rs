//! What is worth knowing of the header of a table.

use super::columns::Table;
use super::header::{Above, Header, words};
use super::notice::{Notice, Notices};
use super::read::{Sheet, letters};

/// What stands above a header is named.
pub(super) fn notice_of_rows_above(notices: &mut Notices, sheet: &Sheet<'_>, header: &Header) {
    if let Some(Above { first, last, text }) = header.above.clone() {
        let source = sheet.source.clone();
        notices.push(Notice::RowsAbove {
            source,
            first,
            last,
            text,
        });
    }
}

/// What is worth knowing of the header of a table: columns that are read by other names, and those that are not read.
pub(super) fn notices_of_header(
    notices: &mut Notices,
    sheet: &Sheet<'_>,
    table: Table,
    header: &Header,
    columns: &[Option<usize>],
) {
    notices_of_columns(notices, sheet, table, header, columns);
    notice_of_rows_above(notices, sheet, header);
    let filled = filled(sheet, header.row);
    for at in 0..filled.len().max(header.cells.len()) {
        let cell = header.cells.get(at).map_or("", String::as_str);
        let is_read = columns.contains(&Some(at)) || sheet.read_elsewhere.contains(&at);
        let is_blank = cell.is_empty() && !filled.get(at).copied().unwrap_or_default();
        if is_read || is_blank || header.instead(table, columns, at).is_some() {
            continue;
        }
        notices.push(Notice::UnknownColumn {
            source: sheet.source.clone(),
            column: if cell.is_empty() {
                letters(at)
            } else {
                cell.to_owned()
            },
        });
    }
}

/// The same of columns that are read by other names, or left for another that means the same.
pub(super) fn notices_of_columns(
    notices: &mut Notices,
    sheet: &Sheet<'_>,
    table: Table,
    header: &Header,
    columns: &[Option<usize>],
) {
    let taken = header.taken(table, columns);
    if !taken.is_empty() {
        let taken = taken.into_iter();
        notices.push(Notice::Taken {
            source: sheet.source.clone(),
            columns: taken
                .map(|(at, heading)| (header.cells[at].clone(), words(heading)))
                .collect(),
        });
    }
    for (at, cell) in header.cells.iter().enumerate() {
        let is_read = columns.contains(&Some(at)) || sheet.read_elsewhere.contains(&at);
        let instead = header.instead(table, columns, at);
        if let Some(read) = instead.filter(|_| !is_read) {
            notices.push(Notice::OtherColumn {
                source: sheet.source.clone(),
                column: cell.clone(),
                read: header.cells[read].clone(),
            });
        }
    }
}

/// Which columns hold something, from the header on.
fn filled(sheet: &Sheet<'_>, from: u32) -> Vec<bool> {
    let mut filled = Vec::new();
    sheet.each_row(|number, row| {
        if number >= from {
            filled.resize(filled.len().max(row.width()), false);
            row.each(|at, cell| filled[at] |= !cell.is_empty());
        }
        true
    });
    filled
}
