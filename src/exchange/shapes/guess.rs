//! Which column of an unknown table is likely what.

use super::super::chosen::Columns;
use super::super::columns::{Table, is_other};
use super::super::fault::Faults;
use super::super::header::Header;
use super::super::input::Input;
use super::super::notice::Notices;
use super::super::read::{self, Sheet, letters};
use super::all;
use super::contents::Contents;
use super::known::Known;
use super::look::{self, Seen};
use super::meant::is_for_ties;

/// How many rows below the header are shown.
const SHOWN: usize = 5;

/// A sheet or file of which a person has to say what its columns are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    /// The file or sheet.
    pub source: String,
    /// The table that it likely is.
    pub table: Table,
    /// The headers as written, or the letters of columns without one.
    pub headers: Vec<String>,
    /// The first rows below.
    pub rows: Vec<Vec<String>>,
    /// For each table the likely columns: the key and the place of the column.
    guesses: Vec<(Table, &'static str, usize)>,
}

impl Asked {
    /// The column that likely is the one with a key of a table.
    pub fn guess(&self, table: Table, key: &str) -> Option<usize> {
        let mut guesses = self.guesses.iter();
        let found = guesses.find(|(of, column, _)| *of == table && *column == key);
        found.map(|(_, _, at)| *at)
    }
}

/// The sheets and files of which the columns are not known, as far as those are needed.
pub fn asked(inputs: &[Input], columns: &Columns) -> Result<Vec<Asked>, Faults> {
    let found = read::sheets(inputs, read::IMPORT, |sheet| {
        Header::of(sheet, &Columns::default()).table.is_some()
    })?;
    let sheets = found.sheets;
    let known = Known::of(&sheets, columns);
    let (mut notices, mut faults) = (Notices::default(), Faults::default());
    let sheets = all::reshaped(sheets, columns, &mut notices, &mut faults);
    let headers: Vec<Header> = sheets.iter().map(|one| Header::of(one, columns)).collect();
    let has = |table| {
        let mut read = headers.iter().filter(|header| !is_asked(header));
        read.any(|header| header.table == Some(table))
    };
    // Of a file of which nothing is read where nothing is, or functions without ties.
    let is_missing = !headers.iter().any(|header| !is_asked(header))
        || (has(Table::Actors) && !has(Table::Cooperations));
    let is_read = |of: &str| {
        let mut both = sheets.iter().zip(&headers);
        both.any(|(sheet, header)| file_of(&sheet.source) == of && !is_asked(header))
    };
    let mut asked = Vec::new();
    for (sheet, header) in sheets.iter().zip(&headers) {
        let is_needed = header.table.is_some()
            || is_for_ties(sheet, Some(&known))
            || (is_missing && !is_read(file_of(&sheet.source)));
        let is_empty = header.cells.is_empty() || is_other(&sheet.name);
        if !is_empty && is_asked(header) && !sheet.is_shaped() && is_needed {
            asked.push(ask(sheet, header, &known));
        }
    }
    Ok(asked)
}

fn file_of(source: &str) -> &str {
    source.split(" · ").next().unwrap_or(source)
}

/// Whether a table lacks a column that an import needs, or is none.
fn is_asked(header: &Header) -> bool {
    header.table.is_none_or(|table| {
        let mut needed = table.headings().iter().filter(|heading| heading.required);
        let is_left = |key: &str| key == "strength" && header.is_decided;
        needed.any(|heading| !header.has(table, heading.key) && !is_left(heading.key))
    })
}

fn ask(sheet: &Sheet<'_>, header: &Header, known: &Known) -> Asked {
    let rows = look::rows(sheet);
    let below: Vec<&Seen> = rows.iter().filter(|row| row.number > header.row).collect();
    let width = below.iter().map(|row| row.cells.len()).max();
    let width = header.cells.len().max(width.unwrap_or_default());
    let label = |at: usize| match header.cells.get(at).map(String::as_str) {
        None | Some("") => letters(at),
        Some(written) => written.to_owned(),
    };
    let columns = Contents::of(&below, width, known);
    Asked {
        source: sheet.source.clone(),
        table: header.table.unwrap_or_else(|| columns.table()),
        headers: (0..width).map(label).collect(),
        rows: below
            .iter()
            .take(SHOWN)
            .map(|row| (0..width).map(|at| row.get(at).to_owned()).collect())
            .collect(),
        guesses: Table::ALL
            .into_iter()
            .flat_map(|table| guesses(table, header, &columns))
            .collect(),
    }
}

/// The likely columns of a table: those that are known by their headers, else by what they hold.
fn guesses(table: Table, header: &Header, columns: &Contents) -> Vec<(Table, &'static str, usize)> {
    let known = table.headings().iter().zip(header.columns(table));
    let mut guesses: Vec<(Table, &'static str, usize)> = known
        .filter_map(|(heading, column)| Some((table, heading.key, column?)))
        .collect();
    let mut guess = |key: &'static str, likely: &[usize]| {
        if guesses.iter().all(|(_, known, _)| *known != key) {
            let is_free = |at: &&usize| guesses.iter().all(|(_, _, taken)| taken != *at);
            if let Some(at) = likely.iter().find(is_free) {
                guesses.push((table, key, *at));
            }
        }
    };
    match table {
        Table::Cooperations => {
            let ends = columns.ends();
            guess("from", &ends);
            guess("to", &ends);
            let numbers: Vec<usize> = (0..columns.numbers.len())
                .filter(|at| columns.numbers[*at])
                .collect();
            guess("strength", &numbers);
        }
        Table::Actors => {
            let mut texts: Vec<usize> = columns.of_texts().collect();
            // Names differ from row to row, departments come again.
            texts.sort_by_key(|at| std::cmp::Reverse(columns.texts[*at].0));
            guess("name", &texts);
            texts.reverse();
            guess("department", &texts);
        }
        Table::Departments | Table::Offers | Table::Phases => {
            let texts: Vec<usize> = columns.of_texts().collect();
            guess("name", &texts);
        }
    }
    guesses
}
