//! The header of a sheet: which table it is, which column stands where, and what is wrong or worth knowing of it.

use std::collections::{HashMap, HashSet};

use super::chosen::Columns;
use super::columns::{FOREIGN, Heading, Meaning, Table, meanings, plain};
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
    /// Whether a person said which table it is: what she named no column for is not there.
    pub is_decided: bool,
}

impl Header {
    pub fn of(sheet: &Sheet<'_>, columns: &Columns) -> Self {
        let mut cells = Vec::new();
        let mut row = 1;
        sheet.each_row(|number, header| {
            cells = vec![String::new(); header.width()];
            // Of a header that is too long, so much that it is seen to be.
            header.each(|at, cell| cells[at] = begin(cell, MAX_CELL + 1).to_owned());
            row = number;
            false
        });
        let plain = meant(&cells, &sheet.source, columns);
        let chosen = columns.table(&sheet.source);
        Self {
            table: chosen.unwrap_or_else(|| table_of(&sheet.name, &plain)),
            cells,
            plain,
            row,
            is_decided: chosen.is_some(),
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

    /// The columns that are read by a name of other programs, each with the heading that it is taken for.
    fn taken(&self, table: Table, columns: &[Option<usize>]) -> Vec<(usize, &'static Heading)> {
        let headings = table.headings().iter().zip(columns).enumerate();
        let taken = headings.filter_map(|(place, (heading, column))| {
            let at = (*column)?;
            let mut meanings = meanings(&self.plain[at]).iter();
            let is_foreign =
                meanings.any(|m| m.table == table && m.place == place && m.rank == FOREIGN);
            is_foreign.then_some((at, heading))
        });
        taken.collect()
    }

    /// What a column of a table means, where it is one of that table.
    pub fn heading(&self, table: Table, at: usize) -> Option<&'static Heading> {
        let meanings = meanings(self.plain.get(at)?).iter();
        let own = meanings.filter(|m| m.table == table);
        let best = own.min_by_key(|m| m.rank)?;
        Some(&table.headings()[best.place])
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

/// The headers as they are compared; a column that a person has named stands under its key, and no other beside it.
fn meant(cells: &[String], source: &str, columns: &Columns) -> Vec<String> {
    let mut plain: Vec<String> = cells.iter().map(|cell| plain(cell)).collect();
    if columns.is_empty() {
        return plain;
    }
    let label = |at: usize| match cells[at].as_str() {
        "" => letters(at),
        written => written.to_owned(),
    };
    let keys: Vec<Option<&str>> = (0..cells.len())
        .map(|at| columns.key(source, &label(at)))
        .collect();
    for (at, plain) in plain.iter_mut().enumerate() {
        let key_of = |m: &Meaning| m.table.headings()[m.place].key;
        match keys[at] {
            Some(key) => *plain = folded(key),
            None if meanings(plain)
                .iter()
                .any(|m| keys.contains(&Some(key_of(m)))) =>
            {
                plain.clear();
            }
            None => {}
        }
    }
    plain
}

/// A table is known by the name of its sheet; where that says nothing, or its columns are those of another, by these.
fn table_of(name: &str, header: &[String]) -> Option<Table> {
    let all = || header.iter().flat_map(|plain| meanings(plain));
    let key = |m: &Meaning| (m.table, m.table.headings()[m.place].key);
    let own: HashSet<(Table, &str)> = all().filter(|m| m.rank < FOREIGN).map(key).collect();
    let meant: HashSet<(Table, &str)> = all().map(key).collect();
    let complete = |table: &Table| {
        let mut headings = table.headings().iter();
        headings.all(|heading| !heading.required || meant.contains(&(*table, heading.key)))
    };
    let named = Table::named(name);
    if named.is_some_and(|table| complete(&table)) || header.is_empty() {
        return named;
    }
    // The names of other programs count where no table is known by ours.
    let recognised = match recognised(&own) {
        tables if tables.is_empty() => recognised(&meant),
        tables => tables,
    };
    match named {
        Some(table) if recognised.is_empty() || recognised.contains(&table) => Some(table),
        _ => recognised.first().copied().or(named),
    }
}

/// The tables of which the columns are there by which they are known.
fn recognised(meant: &HashSet<(Table, &str)>) -> Vec<Table> {
    let by_columns = [
        (Table::Cooperations, ["from", "to"].as_slice()),
        (Table::Offers, &["name", "life_phases"]),
        (Table::Offers, &["name", "providers"]),
        (Table::Actors, &["name", "department"]),
        (Table::Phases, &["name", "start"]),
        (Table::Departments, &["name", "kind"]),
    ];
    let known = by_columns.into_iter().filter(|(table, keys)| {
        let mut keys = keys.iter();
        keys.all(|key| meant.contains(&(*table, *key)))
    });
    known.map(|(table, _)| table).collect()
}

/// That a sheet is no table that is known, with its columns.
pub(super) fn unknown_table(header: &Header) -> Problem {
    let headers = header.cells.iter().filter(|cell| !cell.is_empty());
    Problem::UnknownTable(headers.cloned().collect())
}

/// What is wrong with the header of a table.
pub(super) fn faults_of_header(
    sheet: &Sheet<'_>,
    table: Table,
    header: &Header,
    columns: &[Option<usize>],
) -> Faults {
    let mut faults = Faults::default();
    let is_missing = |key: &str| !header.has(table, key);
    if table == Table::Cooperations && (is_missing("from") || is_missing("to")) {
        return Faults::of_file(&sheet.source, unknown_table(header));
    }
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
            // A list of partners may leave it out, and a person may say that there is none: stated without strength.
            None if heading.key == "strength" && (sheet.is_shaped() || header.is_decided) => {}
            None if heading.required => faults.push(
                Place {
                    column: None,
                    ..place("")
                },
                Problem::ColumnMissing(words(heading)),
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

/// A fault for each column that a person named and no sheet has.
pub(super) fn unmet(sheets: &[Sheet<'_>], columns: &Columns) -> Faults {
    let mut faults = Faults::default();
    if columns.is_empty() {
        return faults;
    }
    let headers: Vec<Header> = sheets.iter().map(|one| Header::of(one, columns)).collect();
    let cells = || headers.iter().flat_map(|header| &header.cells);
    for header in columns.unmet(|named| cells().any(|cell| plain(cell) == named)) {
        let sources: Vec<&str> = sheets.iter().map(|one| one.source.as_str()).collect();
        let written = cells().filter(|cell| !cell.is_empty()).cloned();
        let place = Place {
            source: sources.join(", "),
            row: None,
            column: None,
            value: Some(header),
        };
        faults.push(place, Problem::NoSuchColumn(written.collect()));
    }
    faults
}

fn words(heading: &Heading) -> Words {
    Words {
        de: heading.de,
        en: heading.key,
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
    let filled = filled(sheet);
    for at in 0..filled.len().max(header.cells.len()) {
        let cell = header.cells.get(at).map_or("", String::as_str);
        let is_read = columns.contains(&Some(at)) || sheet.read_elsewhere.contains(&at);
        let is_blank = cell.is_empty() && !filled.get(at).copied().unwrap_or_default();
        if is_read || is_blank || read_instead(table, header, columns, at).is_some() {
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
        let instead = read_instead(table, header, columns, at);
        if let Some(read) = instead.filter(|_| !is_read) {
            notices.push(Notice::OtherColumn {
                source: sheet.source.clone(),
                column: cell.clone(),
                read: header.cells[read].clone(),
            });
        }
    }
}

/// The column that is read for what another one means.
fn read_instead(
    table: Table,
    header: &Header,
    columns: &[Option<usize>],
    at: usize,
) -> Option<usize> {
    let meanings = header.plain.get(at).map_or(&[][..], |m| meanings(m)).iter();
    let mut own = meanings.filter(|m| m.table == table);
    own.find_map(|m| columns[m.place])
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
