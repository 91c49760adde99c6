//! Crosses in columns that stand for life phases, fields, or kinds of ties.

use super::super::columns::Table;
use super::super::fault::{Faults, Place, Problem, Words};
use super::super::header::Header;
use super::super::notice::{Notice, Notices, ReadAs};
use super::super::read::{Kind, Marks, Shape, Sheet, mark_of};
use crate::text::words;

/// A list of a table, and how a header is known for one of its values.
struct List {
    table: Table,
    key: &'static str,
    is_value: fn(&str) -> bool,
}

const LISTS: [List; 3] = [
    List {
        table: Table::Offers,
        key: "life_phases",
        is_value: |header| words::read_life_phase(header).is_some(),
    },
    List {
        table: Table::Offers,
        key: "fields",
        is_value: |header| words::read_field(header).is_some(),
    },
    List {
        table: Table::Cooperations,
        key: "kinds",
        is_value: |header| words::read_tie_kind(header).is_some(),
    },
];

/// The table with lists in place of the crosses, where it has crosses for lists that it lacks.
pub(super) fn of(
    sheet: &Sheet<'_>,
    header: &Header,
    table: Table,
    notices: &mut Notices,
    faults: &mut Faults,
) -> Option<Shape> {
    let mut groups = Vec::new();
    let mut headers = header.cells.clone();
    for list in LISTS.iter().filter(|list| list.table == table) {
        let cells = header.cells.iter().enumerate();
        let named = cells
            .filter(|(at, cell)| header.heading(table, *at).is_none() && (list.is_value)(cell));
        let columns: Vec<(usize, String)> = named.map(|(at, cell)| (at, cell.clone())).collect();
        if columns.is_empty() || header.has(table, list.key) || !has_marks(sheet, header, &columns)
        {
            continue;
        }
        judge(sheet, header, &columns, faults);
        for (at, _) in &columns {
            headers[*at].clear();
        }
        let heading = table.heading(list.key);
        notices.push(Notice::Shaped {
            source: sheet.source.clone(),
            shape: ReadAs::Marks(
                Words {
                    de: heading.de,
                    en: heading.key,
                },
                columns.iter().map(|(_, header)| header.clone()).collect(),
            ),
        });
        groups.push(Marks {
            into: headers.len(),
            columns,
            list_mark: sheet.list_mark,
        });
        headers.push(heading.de.to_owned());
    }
    (!groups.is_empty()).then_some(Shape {
        header: Some(header.row),
        headers,
        kind: Kind::Marks(groups),
    })
}

/// Whether a cross is set in one of the columns.
fn has_marks(sheet: &Sheet<'_>, header: &Header, columns: &[(usize, String)]) -> bool {
    let mut has = false;
    sheet.each_row(|number, row| {
        let mut cells = columns.iter().map(|(at, _)| row.get(*at));
        has = number > header.last && cells.any(|cell| cell == "1" || mark_of(cell) == Some(true));
        !has
    });
    has
}

/// A fault for each cell that is neither a cross nor empty.
fn judge(sheet: &Sheet<'_>, header: &Header, columns: &[(usize, String)], faults: &mut Faults) {
    sheet.each_row(|number, row| {
        for (at, column) in columns {
            let cell = row.get(*at);
            if number > header.last && cell != "1" && mark_of(cell).is_none() {
                let place = || Place {
                    source: sheet.source.clone(),
                    row: Some(number),
                    column: Some(column.clone()),
                    value: Some(cell.to_owned()),
                };
                faults.push_with(place, || Problem::NotAMark);
            }
        }
        true
    });
}
