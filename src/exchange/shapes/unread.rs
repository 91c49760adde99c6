//! What is not read, so that nothing is left out in silence.

use std::collections::HashSet;

use super::super::chosen::Columns;
use super::super::columns::{Table, is_other};
use super::super::fault::{Faults, Place, Problem};
use super::super::header::Header;
use super::super::input::Input;
use super::super::notice::{Notice, Notices};
use super::super::read::{self, Sheet, letters};
use super::known::Known;
use super::meant::is_for_ties;

/// The sheets from which no table was read.
pub(in super::super) struct Unread<'s, 'a> {
    sheets: Vec<(&'s Sheet<'a>, Vec<String>)>,
    /// The sources of those that were read or hold nothing to read, with their tables.
    read: Vec<(&'s str, Option<Table>)>,
}

impl<'s, 'a> Unread<'s, 'a> {
    /// None so far; those that a person left out are known.
    pub fn of(columns: &'s Columns) -> Self {
        Self {
            sheets: Vec::new(),
            read: columns.left().map(|source| (source, None)).collect(),
        }
    }

    /// Notes that a table was read from a sheet.
    pub fn read(&mut self, sheet: &'s Sheet<'a>, table: Table) {
        self.read.push((&sheet.source, Some(table)));
    }

    /// Notes that none was.
    pub fn add(&mut self, sheet: &'s Sheet<'a>, header: &Header) {
        if is_other(&sheet.name) {
            self.read.push((&sheet.source, None));
        } else if !header.cells.is_empty() {
            self.sheets.push((sheet, header.cells.clone()));
        }
    }

    /// Whether a table was read from each sheet that holds something.
    pub fn is_empty(&self) -> bool {
        self.sheets.is_empty()
    }

    /// Tells of each sheet, and of each file that holds nothing, that it was not read. Where it was meant for ties, where
    /// functions were read and no ties beside it, or nothing at all, that is a fault.
    pub fn tell(
        self,
        inputs: &[Input],
        known: impl FnOnce() -> Known,
        notices: &mut Notices,
        faults: &mut Faults,
    ) {
        let known = (!self.sheets.is_empty()).then(known);
        for (sheet, headers) in &self.sheets {
            if self.is_wanted(sheet, inputs, known.as_ref()) {
                let headers = headers.iter().filter(|header| !header.is_empty());
                faults.push(
                    of_source(&sheet.source),
                    Problem::UnknownTable(headers.cloned().collect()),
                );
            } else {
                notices.push(Notice::UnknownSheet {
                    source: sheet.source.clone(),
                });
            }
        }
        let is_needed = self.is_needed();
        for input in inputs {
            let unread = self.sheets.iter().map(|(sheet, _)| sheet.source.as_str());
            let mut sources = self.read.iter().map(|(source, _)| *source).chain(unread);
            if sources.any(|source| is_of(source, input)) {
                continue;
            }
            let source = read::sources(std::slice::from_ref(input));
            if is_needed {
                faults.push(of_source(&source), Problem::Nothing);
            } else {
                notices.push(Notice::EmptyFile { source });
            }
        }
    }

    /// Whether a sheet that is no known table had to be one.
    fn is_wanted(&self, sheet: &Sheet<'_>, inputs: &[Input], known: Option<&Known>) -> bool {
        let file = inputs.iter().find(|input| is_of(&sheet.source, input));
        let is_all = || {
            let mut read = self.read.iter();
            file.is_some_and(|file| !read.any(|(source, _)| is_of(source, file)))
        };
        is_for_ties(sheet, known) || (self.is_needed() && is_all())
    }

    /// Whether something has to come of what was not read: nothing was, or functions without ties.
    fn is_needed(&self) -> bool {
        let has = |table: Table| self.read.iter().any(|(_, read)| *read == Some(table));
        let is_read = self.read.iter().any(|(_, table)| table.is_some());
        !is_read || (has(Table::Actors) && !has(Table::Cooperations))
    }
}

fn of_source(source: &str) -> Place {
    Place {
        source: source.to_owned(),
        ..Place::default()
    }
}

/// Whether a sheet is one of a file.
fn is_of(source: &str, file: &Input) -> bool {
    let name = read::sources(std::slice::from_ref(file));
    let rest = source.strip_prefix(name.as_str());
    let begins = |mark: &&str| rest.is_some_and(|rest| rest.starts_with(*mark));
    rest == Some("") || [" · ", ": "].iter().any(begins)
}

/// Tells the columns of a sheet that are not read.
pub(super) fn columns(
    sheet: &Sheet<'_>,
    header: u32,
    unread: HashSet<usize>,
    notices: &mut Notices,
) {
    let mut written = Vec::new();
    sheet.each_row(|number, row| {
        if number == header {
            row.each(|at, cell| written.push((at, cell.to_owned())));
        }
        number < header
    });
    let mut unread: Vec<usize> = unread.into_iter().collect();
    unread.sort_unstable();
    for at in unread {
        let header = written
            .iter()
            .find(|(column, cell)| *column == at && !cell.is_empty());
        notices.push(Notice::UnknownColumn {
            source: sheet.source.clone(),
            column: header.map_or_else(|| letters(at), |(_, cell)| cell.clone()),
        });
    }
}
