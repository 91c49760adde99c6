//! A sheet of plain files that is a table, and what its cells say.

use std::borrow::Cow;

use unicode_normalization::{UnicodeNormalization, is_nfc};

use super::super::apostrophe::unguarded;
use super::super::columns::{Table, is_example};
use super::super::fault::{Earlier, Faults, Place, Problem};
use super::super::header::{Header, unknown_table};
use super::super::plan::is_dash;
use super::super::read::{self, Row, Sheet};
use crate::domain::MAX_NAME;
use crate::text::words;

/// A sheet that is a table, with the columns of its headings.
pub(super) struct Part<'s> {
    pub sheet: &'s Sheet<'s>,
    pub table: Table,
    pub header: Header,
    pub columns: Vec<Option<usize>>,
}

impl<'s> Part<'s> {
    pub fn of(sheet: &'s Sheet<'s>, table: Table, header: Header) -> Self {
        Self {
            columns: header.columns(table),
            sheet,
            table,
            header,
        }
    }

    /// The column of a heading, where there is one.
    pub fn at(&self, key: &str) -> Option<usize> {
        let headings = self.table.headings();
        let place = headings.iter().position(|heading| heading.key == key);
        self.columns[place.expect("code names columns by keys of the table")]
    }

    /// The column with this header.
    pub fn column(&self, header: &str) -> Option<usize> {
        self.header.cells.iter().position(|cell| cell == header)
    }

    /// A fault where a table of ties lacks the columns of its ends.
    pub fn require_ends(&self, faults: &mut Faults) {
        if self.at("from").is_none() || self.at("to").is_none() {
            let problem = unknown_table(&self.header);
            faults.join(Faults::of_file(&self.sheet.source, problem));
        }
    }

    /// Calls `row` with each row below the header that is no example.
    pub fn each(&self, faults: &mut Faults, mut row: impl FnMut(u32, Row<'_>, &mut Faults)) {
        let mut rows = 0;
        self.sheet.each_row(|number, cells| {
            rows += 1;
            if rows > read::ANALYSIS.rows {
                let problem = Problem::TooManyRows(read::ANALYSIS.rows);
                faults.join(Faults::of_file(&self.sheet.source, problem));
                return false;
            }
            if number > self.header.last && !is_example(cells.first()) {
                row(number, cells, faults);
            }
            true
        });
    }

    /// The name in a cell, as names are compared; none where it is too long, which is noted.
    pub fn name<'r>(
        &self,
        number: u32,
        row: Row<'r>,
        column: Option<usize>,
        faults: &mut Faults,
    ) -> Option<Cow<'r, str>> {
        let name = text(row, column);
        if is_too_long(&name) {
            let problem = || Problem::NameTooLong(MAX_NAME);
            faults.push_with(|| self.place(number, column, &name), problem);
            return None;
        }
        Some(name)
    }

    /// An earlier row of this or another part that a row of this one contradicts, with what it says, where that is known.
    pub fn earlier(&self, of: &Part<'_>, row: u32, said: Option<(String, String)>) -> Earlier {
        let source = &of.sheet.source;
        Earlier {
            source: (*source != self.sheet.source).then(|| source.clone()),
            row,
            of_department: false,
            said,
        }
    }

    pub fn place(&self, number: u32, column: Option<usize>, value: &str) -> Place {
        Place {
            source: self.sheet.source.clone(),
            row: Some(number),
            column: column.map(|at| self.header.cells[at].clone()),
            value: (!value.is_empty()).then(|| value.to_owned()),
        }
    }
}

/// Whether a name has too many letters, of which each takes a byte or more.
pub(super) fn is_too_long(name: &str) -> bool {
    name.len() > MAX_NAME && name.chars().count() > MAX_NAME
}

/// The text of a cell as names are compared; empty where the file lacks the column.
pub(super) fn text<'r>(row: Row<'r>, column: Option<usize>) -> Cow<'r, str> {
    let text = column.map_or(Cow::Borrowed(""), |at| unguarded(row.get(at)));
    if is_nfc(&text) {
        text
    } else {
        Cow::Owned(text.nfc().collect())
    }
}

/// The same of a cell that holds a code or a reference: a lone dash is empty, as it is to an import.
pub(super) fn coded<'r>(row: Row<'r>, column: Option<usize>) -> Cow<'r, str> {
    let text = text(row, column);
    if is_dash(&text) {
        Cow::Borrowed("")
    } else {
        text
    }
}

/// Yes or no; none where the cell is empty.
pub(super) fn flag(
    part: &Part<'_>,
    number: u32,
    row: Row<'_>,
    column: Option<usize>,
    faults: &mut Faults,
) -> Option<bool> {
    let cell = coded(row, column);
    if cell.is_empty() {
        return None;
    }
    let yes = words::read_yes_no(&cell);
    if yes.is_none() {
        faults.push_with(|| part.place(number, column, &cell), || Problem::NotYesNo);
    }
    yes
}
