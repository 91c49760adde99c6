//! The header of a sheet: which table it is, which column stands where, and what is wrong in it.

use std::collections::HashMap;

use super::chosen::Columns;
use super::columns::{FOREIGN, Heading, Meaning, Table, meanings, plain};
use super::fault::{Faults, Place, Problem, Words};
use super::input::MAX_CELL;
use super::read::{Row, Sheet, encoded_once, letters};
use super::recognised::{is_complete, is_likely, table_of};
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
    /// Whether a person said which table it is: what she named no column for is not there.
    pub is_decided: bool,
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
    pub fn of(sheet: &Sheet<'_>, columns: &Columns) -> Self {
        let decided = columns.table(&sheet.source);
        let above = rows_above(sheet, columns);
        let mut header = Self {
            table: None,
            cells: Vec::new(),
            plain: Vec::new(),
            row: 1,
            last: 1,
            above: None,
            is_decided: decided.is_some(),
        };
        let mut at = 0;
        let mut needed: Vec<usize> = Vec::new();
        sheet.each_row(|number, row| {
            at += 1;
            if at <= above {
                header.is_below(number, row.first());
            } else if at == above + 1 {
                header.read(sheet, number, row, columns);
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
        if let Some(table) = decided {
            header.table = table;
        }
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

    fn read(&mut self, sheet: &Sheet<'_>, number: u32, row: Row<'_>, columns: &Columns) {
        self.cells = vec![String::new(); row.width()];
        // Of a header that is too long, so much that it is seen to be.
        row.each(|at, cell| self.cells[at] = begin(cell, MAX_CELL + 1).to_owned());
        self.plain = meant(&self.cells, &sheet.source, columns);
        self.table = table_of(&sheet.name, &self.plain);
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

    /// The columns that are read by a name of other programs, each with the heading that it is taken for.
    pub fn taken(&self, table: Table, columns: &[Option<usize>]) -> Vec<(usize, &'static Heading)> {
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

    /// The column that is read for what another one means.
    pub fn instead(&self, table: Table, columns: &[Option<usize>], at: usize) -> Option<usize> {
        let meanings = self.plain.get(at).map_or(&[][..], |m| meanings(m)).iter();
        let mut own = meanings.filter(|m| m.table == table);
        own.find_map(|m| columns[m.place])
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
    let mut plain: Vec<String> = cells.iter().map(|cell| compared(cell)).collect();
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

/// A header as it is compared; one that was encoded twice is known all the same, so that the fault can be told.
fn compared(cell: &str) -> String {
    match encoded_once(cell) {
        Some(once) => plain(&once),
        None => plain(cell),
    }
}

/// How many rows with a value stand above the header.
fn rows_above(sheet: &Sheet<'_>, columns: &Columns) -> usize {
    /// No header that is known has more letters.
    const LONGEST: usize = 100;
    let named = Table::named(&sheet.name);
    let mut likely = None;
    let mut complete = None;
    let mut at = 0;
    sheet.each_row(|_, row| {
        let mut cells = Vec::new();
        row.each(|at, cell| {
            cells.resize(at, String::new());
            cells.push(begin(cell, LONGEST).to_owned());
        });
        let header = meant(&cells, &sheet.source, columns);
        if is_complete(&header) {
            complete = Some(at);
        } else if likely.is_none() && is_likely(&header, named) {
            likely = Some(at);
        }
        at += 1;
        complete.is_none() && at < FIRST
    });
    complete.or(likely).unwrap_or_default()
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
                if let Some(once) = encoded_once(written) {
                    faults.push(place(written), Problem::EncodedTwice(once));
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

/// A heading in both languages.
pub(super) fn words(heading: &Heading) -> Words {
    Words {
        de: heading.de,
        en: heading.key,
    }
}
