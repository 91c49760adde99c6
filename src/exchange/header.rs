//! The header of a sheet: which table it is, which column stands where, and what is wrong or worth knowing of it.

use std::collections::{HashMap, HashSet};

use super::columns::{Table, meanings, plain};
use super::fault::{Faults, Place, Problem, Words};
use super::input::MAX_CELL;
use super::notice::{Notice, Notices};
use super::read::{Sheet, letters};
use crate::text::words::folded;

/// The first row of a sheet that holds something.
pub(super) struct Header {
    /// The table that the sheet is.
    pub table: Option<Table>,
    /// The headers as written.
    pub cells: Vec<String>,
    /// The headers as they are compared.
    plain: Vec<String>,
    /// The number of the row: blank ones may stand above it.
    pub row: u32,
}

impl Header {
    pub fn of(sheet: &Sheet<'_>) -> Self {
        let mut cells = Vec::new();
        let mut row = 1;
        sheet.each_row(|number, header| {
            cells = vec![String::new(); header.width()];
            // Of a header that is too long, so much that it is seen to be.
            header.each(|at, cell| cells[at] = begin(cell, MAX_CELL + 1).to_owned());
            row = number;
            false
        });
        let plain: Vec<String> = cells.iter().map(|cell| plain(cell)).collect();
        Self {
            table: table_of(&sheet.name, &plain),
            cells,
            plain,
            row,
        }
    }

    /// The column of each heading: the English key wins over the German name, and that over others.
    pub fn columns(&self, table: Table) -> Vec<Option<usize>> {
        let mut best: Vec<Option<(u8, usize)>> = vec![None; table.headings().len()];
        for (at, plain) in self.plain.iter().enumerate() {
            let of_table = meanings(plain).iter().filter(|m| m.table == table);
            for meaning in of_table {
                let found = (meaning.rank, at);
                let known = &mut best[meaning.place];
                *known = Some(known.map_or(found, |known| known.min(found)));
            }
        }
        best.into_iter().map(|best| Some(best?.1)).collect()
    }

    /// Whether a column has the heading of a table with this key.
    pub fn has(&self, table: Table, key: &str) -> bool {
        let is_it = |plain: &String| {
            let mut all = meanings(plain).iter();
            all.any(|m| m.table == table && table.headings()[m.place].key == key)
        };
        self.plain.iter().any(is_it)
    }
}

/// The first characters of a text.
pub(super) fn begin(text: &str, most: usize) -> &str {
    match text.char_indices().nth(most) {
        Some((end, _)) => &text[..end],
        None => text,
    }
}

/// A table is known by the name of its sheet; where that says nothing, or its columns are those of another, by these.
fn table_of(name: &str, header: &[String]) -> Option<Table> {
    let meant: HashSet<(Table, &str)> = header
        .iter()
        .flat_map(|plain| meanings(plain))
        .map(|m| (m.table, m.table.headings()[m.place].key))
        .collect();
    let has = |table: Table, key: &'static str| meant.contains(&(table, key));
    let complete = |table: &Table| {
        table
            .headings()
            .iter()
            .filter(|heading| heading.required)
            .all(|heading| has(*table, heading.key))
    };
    let named = Table::named(name);
    if named.is_some_and(|table| complete(&table)) || header.is_empty() {
        return named;
    }
    let by_columns = [
        (Table::Cooperations, ["from", "to"].as_slice()),
        (Table::Offers, &["name", "life_phases"]),
        (Table::Offers, &["name", "providers"]),
        (Table::Actors, &["name", "department"]),
        (Table::Phases, &["name", "start"]),
        (Table::Departments, &["name", "kind"]),
    ];
    let recognised = by_columns
        .into_iter()
        .filter(|(table, keys)| keys.iter().all(|key| has(*table, key)))
        .map(|(table, _)| table);
    let recognised: Vec<Table> = recognised.collect();
    match named {
        Some(table) if recognised.is_empty() || recognised.contains(&table) => Some(table),
        _ => recognised.first().copied().or(named),
    }
}

/// What is wrong with the header of a table.
pub(super) fn faults_of_header(
    sheet: &Sheet<'_>,
    table: Table,
    header: &Header,
    columns: &[Option<usize>],
) -> Faults {
    let mut faults = Faults::default();
    let place = |column: &str| Place {
        source: sheet.source.clone(),
        row: Some(header.row),
        column: Some(column.to_owned()),
        value: None,
    };
    let cells = header.cells.iter().enumerate();
    let last: HashMap<String, usize> = cells.map(|(at, cell)| (folded(cell), at)).collect();
    for (heading, column) in table.headings().iter().zip(columns) {
        match column {
            None if heading.required => faults.push(
                Place {
                    column: None,
                    ..place("")
                },
                Problem::ColumnMissing(Words {
                    de: heading.de,
                    en: heading.key,
                }),
            ),
            None => {}
            Some(at) => {
                let written = &header.cells[*at];
                if last[&folded(written)] > *at {
                    faults.push(place(written), Problem::ColumnTwice);
                }
                if written.chars().count() > MAX_CELL {
                    faults.push(place(written), Problem::CellTooLong(MAX_CELL));
                }
            }
        }
    }
    faults
}

/// What is worth knowing of the header of a table: columns that are not read.
pub(super) fn notices_of_header(
    notices: &mut Notices,
    sheet: &Sheet<'_>,
    table: Table,
    header: &Header,
    columns: &[Option<usize>],
) {
    // The column that is read for what a header means.
    let read = |at: usize| {
        let mut meanings = header.plain.get(at).map_or(&[][..], |m| meanings(m)).iter();
        meanings.find_map(|m| columns[m.place].filter(|_| m.table == table))
    };
    let filled = filled(sheet);
    for at in 0..filled.len().max(header.cells.len()) {
        let cell = header.cells.get(at).map_or("", String::as_str);
        if columns.contains(&Some(at)) {
            continue;
        }
        match read(at) {
            Some(read) => notices.push(Notice::OtherColumn {
                source: sheet.source.clone(),
                column: cell.to_owned(),
                read: header.cells[read].clone(),
            }),
            None if cell.is_empty() && !filled.get(at).copied().unwrap_or_default() => {}
            None => notices.push(Notice::UnknownColumn {
                source: sheet.source.clone(),
                column: if cell.is_empty() {
                    letters(at)
                } else {
                    cell.to_owned()
                },
            }),
        }
    }
}

/// Which columns hold something.
fn filled(sheet: &Sheet<'_>) -> Vec<bool> {
    let mut filled = Vec::new();
    sheet.each_row(|_, row| {
        filled.resize(filled.len().max(row.width()), false);
        row.each(|at, cell| filled[at] |= !cell.is_empty());
        true
    });
    filled
}
