//! What is not read, so that nothing is left out in silence.

use std::collections::HashSet;

use super::super::fault::{Faults, Place, Problem};
use super::super::header::Header;
use super::super::input::Input;
use super::super::notice::{Notice, Notices};
use super::super::read::{self, Sheet, letters};
use super::known::Known;
use super::meant::{is_for_ties, is_other};

/// The sheets from which no table was read.
#[derive(Default)]
pub(in super::super) struct Unread<'s, 'a> {
    sheets: Vec<(&'s Sheet<'a>, Vec<String>)>,
    /// The sources of those that were read or hold nothing to read.
    read: Vec<&'s str>,
}

impl<'s, 'a> Unread<'s, 'a> {
    /// Notes that a table was read from a sheet.
    pub fn read(&mut self, sheet: &'s Sheet<'a>) {
        self.read.push(&sheet.source);
    }

    /// Notes that none was.
    pub fn add(&mut self, sheet: &'s Sheet<'a>, header: &Header) {
        if is_other(&sheet.name) {
            self.read(sheet);
        } else if !header.cells.is_empty() {
            self.sheets.push((sheet, header.cells.clone()));
        }
    }

    /// Whether a table was read from each sheet that holds something.
    pub fn is_empty(&self) -> bool {
        self.sheets.is_empty()
    }

    /// Tells of each sheet, and of each file of which nothing was read, that it was not read; where it was meant for
    /// ties, or is all that a file has, that is a fault.
    pub fn tell(
        self,
        inputs: &[Input],
        known: impl FnOnce() -> Known,
        notices: &mut Notices,
        faults: &mut Faults,
    ) {
        let known = (!self.sheets.is_empty()).then(known);
        for (sheet, headers) in &self.sheets {
            let file = inputs.iter().find(|input| is_of(&sheet.source, input));
            let is_all = file.is_some_and(|file| !self.read.iter().any(|it| is_of(it, file)));
            let ties = || is_for_ties(sheet, known.as_ref());
            if is_all || ties() {
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
        for input in inputs {
            let unread = self.sheets.iter().map(|(sheet, _)| sheet.source.as_str());
            let mut sources = self.read.iter().copied().chain(unread);
            if !sources.any(|source| is_of(source, input)) {
                let place = of_source(&read::sources(std::slice::from_ref(input)));
                faults.push(place, Problem::Nothing);
            }
        }
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
    rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(" · "))
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
