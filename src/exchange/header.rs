//! The header of a sheet: which table it is, which column stands where, and what is wrong or worth knowing of it.

use std::collections::{HashMap, HashSet};

use super::columns::{Table, meanings, plain};
use super::fault::{Faults, Place, Problem, Words};
use super::input::MAX_CELL;
use super::notice::{Notice, Notices};
use super::read::{Row, Sheet, encoded_once, letters};
use crate::text::words::folded;

/// The rows among which the header is looked for.
const FIRST: usize = 10;

/// The most rows over which the cells of a header are merged.
const MOST_LINES: u32 = 3;

/// The row of a sheet that says what stands in its columns.
pub(super) struct Header {
    /// The table that the sheet is.
    pub table: Option<Table>,
    /// The headers as written.
    pub cells: Vec<String>,
    /// The headers as they are compared.
    plain: Vec<String>,
    /// The number of the row: blank ones and a title may stand above it.
    pub row: u32,
    /// The last row that it takes, where its cells are merged downwards.
    pub last: u32,
    /// The rows with a value above it, and the first text there.
    pub above: Option<Above>,
}

/// What stands above a header.
#[derive(Clone)]
pub(super) struct Above {
    pub first: u32,
    pub last: u32,
    pub text: String,
}

impl Header {
    /// The first of the first rows that has all columns which a table needs; else the first that is like a header of
    /// one; else the first that holds something.
    pub fn of(sheet: &Sheet<'_>) -> Self {
        let chosen = place(sheet);
        let mut header = Self {
            table: None,
            cells: Vec::new(),
            plain: Vec::new(),
            row: 1,
            last: 1,
            above: None,
        };
        let mut at = 0;
        let mut needed: Vec<usize> = Vec::new();
        sheet.each_row(|number, row| {
            at += 1;
            if at <= chosen {
                header.is_below(number, row.first());
            } else if at == chosen + 1 {
                header.read(&sheet.name, number, row);
                needed = header.needed();
            } else {
                let mut again = needed.iter().copied();
                let is_merged = !needed.is_empty()
                    && number <= header.row + MOST_LINES
                    && again.all(|at| row.get(at) == header.cells[at]);
                if is_merged {
                    header.last = number;
                }
                return is_merged;
            }
            true
        });
        header
    }

    fn is_below(&mut self, number: u32, text: &str) {
        let above = self.above.get_or_insert_with(|| Above {
            first: number,
            last: number,
            text: begin(text, MAX_CELL).to_owned(),
        });
        above.last = number;
    }

    fn read(&mut self, name: &str, number: u32, row: Row<'_>) {
        self.cells = vec![String::new(); row.width()];
        // Of a header that is too long, so much that it is seen to be.
        row.each(|at, cell| self.cells[at] = begin(cell, MAX_CELL + 1).to_owned());
        self.plain = self.cells.iter().map(|cell| compared(cell)).collect();
        self.table = table_of(name, &self.plain);
        (self.row, self.last) = (number, number);
    }

    /// The columns that an import needs.
    fn needed(&self) -> Vec<usize> {
        let Some(table) = self.table else {
            return Vec::new();
        };
        let headings = table.headings().iter().zip(self.columns(table));
        let needed = headings.filter(|(heading, _)| heading.required);
        needed.filter_map(|(_, column)| column).collect()
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

/// A header as it is compared; one that was encoded twice is known all the same, so that the fault can be told.
fn compared(cell: &str) -> String {
    match encoded_once(cell) {
        Some(once) => plain(&once),
        None => plain(cell),
    }
}

/// How many rows with a value stand above the header.
fn place(sheet: &Sheet<'_>) -> usize {
    /// No header that is known has more letters.
    const LONGEST: usize = 100;
    let named = Table::named(&sheet.name);
    let mut likely = None;
    let mut complete = None;
    let mut at = 0;
    sheet.each_row(|_, row| {
        let mut header = Vec::new();
        row.each(|_, cell| header.push(compared(begin(cell, LONGEST))));
        let meant = meant(&header);
        if Table::ALL.iter().any(|table| is_complete(&meant, *table)) {
            complete = Some(at);
        } else if likely.is_none() && is_likely(&meant, named) {
            likely = Some(at);
        }
        at += 1;
        complete.is_none() && at < FIRST
    });
    complete.or(likely).unwrap_or_default()
}

/// The columns of each table that a header may mean.
type Meant = HashSet<(Table, &'static str)>;

fn meant(header: &[String]) -> Meant {
    let meanings = header.iter().flat_map(|plain| meanings(plain));
    meanings
        .map(|m| (m.table, m.table.headings()[m.place].key))
        .collect()
}

/// Whether a header has all columns that an import of a table needs.
fn is_complete(meant: &Meant, table: Table) -> bool {
    let mut needed = table.headings().iter().filter(|heading| heading.required);
    needed.all(|heading| meant.contains(&(table, heading.key)))
}

/// Whether a row is like the header of a table: it has the columns by which one is known, or several of the one for
/// which its sheet is named.
fn is_likely(meant: &Meant, named: Option<Table>) -> bool {
    let of_named = meant.iter().filter(|(table, _)| Some(*table) == named);
    of_named.count() > 1 || !recognised(meant).is_empty()
}

/// The tables that are known by columns of theirs.
fn recognised(meant: &Meant) -> Vec<Table> {
    let by_columns = [
        (Table::Cooperations, ["from", "to"].as_slice()),
        (Table::Offers, &["name", "life_phases"]),
        (Table::Offers, &["name", "providers"]),
        (Table::Actors, &["name", "department"]),
        (Table::Phases, &["name", "start"]),
        (Table::Departments, &["name", "kind"]),
    ];
    let has = |table: Table, key: &'static str| meant.contains(&(table, key));
    let recognised = by_columns
        .into_iter()
        .filter(|(table, keys)| keys.iter().all(|key| has(*table, key)))
        .map(|(table, _)| table);
    recognised.collect()
}

/// A table is known by the name of its sheet; where that says nothing, or its columns are those of another, by these.
fn table_of(name: &str, header: &[String]) -> Option<Table> {
    let meant = meant(header);
    let named = Table::named(name);
    if named.is_some_and(|table| is_complete(&meant, table)) || header.is_empty() {
        return named;
    }
    let recognised = recognised(&meant);
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
                if let Some(once) = encoded_once(written) {
                    faults.push(place(written), Problem::EncodedTwice(once));
                }
            }
        }
    }
    faults
}

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
        let meanings = header.plain.get(at).map_or(&[][..], |m| meanings(m)).iter();
        let mut own = meanings.filter(|m| m.table == table);
        own.find_map(|m| columns[m.place])
    };
    notice_of_rows_above(notices, sheet, header);
    let filled = filled(sheet, header.row);
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
