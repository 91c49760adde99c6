//! What of plain files is not read for figures and pictures.

use super::super::columns::Table;
use super::super::notice::{Notice, Notices};
use super::super::told::{notice_of_rows_above, notices_of_columns, notices_of_header};
use super::part::Part;

/// Tells the columns of each table that are not read; of the functions any may group them, which is told where none
/// does.
pub(super) fn tell(parts: &[Part<'_>], department: Option<&str>, notices: &mut Notices) {
    let has_ties = parts.iter().any(|part| part.table == Table::Cooperations);
    for part in parts {
        if part.table != Table::Actors {
            notices_of_header(notices, part.sheet, part.table, &part.header, &part.columns);
            continue;
        }
        notice_of_rows_above(notices, part.sheet, &part.header);
        notices_of_columns(notices, part.sheet, part.table, &part.header, &part.columns);
        if has_ties && department.is_none() && part.at("department").is_none() {
            let cells = part.header.cells.iter().enumerate();
            let others =
                cells.filter(|(at, cell)| !cell.is_empty() && !part.columns.contains(&Some(*at)));
            notices.push(Notice::NoGroup {
                source: part.sheet.source.clone(),
                columns: others.map(|(_, cell)| cell.clone()).collect(),
            });
        }
    }
}
