//! Plain files straight into a survey, for figures and maps of a network that no store holds.
//!
//! Lenient where an import is strict: any finite number is a strength, any column of the actors can group them, any text
//! is a kind. Rows are read as they come, so that a million ties need no table of texts.

mod actors;
mod departments;
mod given;
mod offers;
mod phases;
mod ties;

use std::borrow::Cow;

use unicode_normalization::{UnicodeNormalization, is_nfc};

use super::apostrophe::unguarded;
use super::columns::{Heading, Table, is_example};
use super::fault::{Faults, Place, Problem, Words};
use super::plan::is_dash;
use super::read::{self, Row, Sheet};
use super::tables::Header;
use super::{Input, uncalculated};
use crate::domain::{MAX_NAME, Survey};

/// Reads a workbook, or CSV files of actors and ties, for analysis.
pub fn survey(inputs: &[Input]) -> Result<Survey, Faults> {
    let sheets = read::sheets(inputs, read::ANALYSIS)?;
    let parts: Vec<Part<'_>> = sheets.iter().filter_map(Part::of).collect();
    let mut faults = Faults::default();
    for part in &parts {
        // Any column may group the actors.
        uncalculated::judge(part.sheet, &part.header, |_| true, &mut faults);
    }
    let of = |table: Table| parts.iter().filter(move |part| part.table == table);
    if of(Table::Actors)
        .chain(of(Table::Cooperations))
        .next()
        .is_none()
    {
        return Err(Faults::of_file(&read::sources(inputs), Problem::NoTable));
    }
    for part in of(Table::Cooperations) {
        part.require(&["from", "to"], &mut faults);
    }
    if !faults.is_empty() {
        return Err(faults);
    }
    let mut phases = phases::Phases::read(of(Table::Phases), &mut faults);
    let departments = departments::Departments::read(of(Table::Departments), &mut faults);
    let mut actors = actors::Actors::default();
    for part in of(Table::Actors) {
        actors.read(part, &departments, &mut phases, &mut faults);
    }
    let mut ties = ties::Ties::default();
    for part in of(Table::Cooperations) {
        ties.read(part, &mut actors, &mut phases, &mut faults);
    }
    let mut offers = offers::Offers::default();
    let parties = offers::Parties::of(&actors, &departments);
    for part in of(Table::Offers) {
        offers.read(part, &parties, &mut phases, &mut faults);
    }
    if !faults.is_empty() {
        return Err(faults);
    }
    let mut survey = Survey {
        title: title(&parts),
        kinds: ties.kinds,
        ties: ties.ties,
        ..Survey::default()
    };
    let place_of_phase = phases.finish(&mut survey);
    survey.offers = offers.finish(&place_of_phase);
    actors.finish(&mut survey, &place_of_phase);
    Ok(survey)
}

/// The name of the workbook or archive, else of the file of the ties, else of the first.
fn title(parts: &[Part<'_>]) -> String {
    let ties = parts.iter().find(|part| part.table == Table::Cooperations);
    let Some(part) = ties.or(parts.first()) else {
        return String::new();
    };
    let file = part.sheet.source.split(" · ").next().unwrap_or_default();
    let stem = read::stem(file);
    stem.strip_suffix(".csv").unwrap_or(stem).to_owned()
}

/// A sheet that is a table, with the columns of its headings.
struct Part<'s> {
    sheet: &'s Sheet<'s>,
    table: Table,
    header: Header,
    columns: Vec<Option<usize>>,
}

impl<'s> Part<'s> {
    fn of(sheet: &'s Sheet<'s>) -> Option<Self> {
        let header = Header::of(sheet);
        let has = |key: &str| header.has(Table::Actors, key);
        // A list of nodes need not say a group.
        let is_list = || (has("id") || has("name")).then_some(Table::Actors);
        let table = header.table.or_else(is_list)?;
        if header.cells.is_empty() {
            return None;
        }
        Some(Self {
            columns: header.columns(table),
            sheet,
            table,
            header,
        })
    }

    /// The column of a heading, where there is one.
    fn at(&self, key: &str) -> Option<usize> {
        let headings = self.table.headings();
        let place = headings.iter().position(|heading| heading.key == key);
        self.columns[place.expect("code names columns by keys of the table")]
    }

    fn require(&self, keys: &[&str], faults: &mut Faults) {
        for key in keys {
            if self.at(key).is_none() {
                let Heading { key, de, .. } = *self.table.heading(key);
                let place = Place {
                    source: self.sheet.source.clone(),
                    row: Some(self.header.row),
                    ..Place::default()
                };
                faults.push(place, Problem::ColumnMissing(Words { de, en: key }));
            }
        }
    }

    /// Calls `row` with each row below the header that is no example.
    fn each(&self, faults: &mut Faults, mut row: impl FnMut(u32, Row<'_>, &mut Faults)) {
        let mut rows = 0;
        self.sheet.each_row(|number, cells| {
            rows += 1;
            if rows > read::ANALYSIS.rows {
                let problem = Problem::TooManyRows(read::ANALYSIS.rows);
                faults.join(Faults::of_file(&self.sheet.source, problem));
                return false;
            }
            if rows > 1 && !is_example(cells.first()) {
                row(number, cells, faults);
            }
            true
        });
    }

    /// The name in a cell, as names are compared; none where it is too long, which is noted.
    fn name<'r>(
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

    fn place(&self, number: u32, column: Option<usize>, value: &str) -> Place {
        Place {
            source: self.sheet.source.clone(),
            row: Some(number),
            column: column.map(|at| self.header.cells[at].clone()),
            value: (!value.is_empty()).then(|| value.to_owned()),
        }
    }
}

/// Whether a name has too many letters, of which each takes a byte or more.
fn is_too_long(name: &str) -> bool {
    name.len() > MAX_NAME && name.chars().count() > MAX_NAME
}

/// The text of a cell as names are compared; empty where the file lacks the column.
fn text<'r>(row: Row<'r>, column: Option<usize>) -> Cow<'r, str> {
    let text = column.map_or(Cow::Borrowed(""), |at| unguarded(row.get(at)));
    if is_nfc(&text) {
        text
    } else {
        Cow::Owned(text.nfc().collect())
    }
}

/// The same of a cell that holds a code or a reference: a lone dash is empty, as it is to an import.
fn coded<'r>(row: Row<'r>, column: Option<usize>) -> Cow<'r, str> {
    let text = text(row, column);
    if is_dash(&text) {
        Cow::Borrowed("")
    } else {
        text
    }
}

/// Yes or no; none where the cell is empty.
fn flag(
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
    let yes = crate::text::words::read_yes_no(&cell);
    if yes.is_none() {
        faults.push_with(|| part.place(number, column, &cell), || Problem::NotYesNo);
    }
    yes
}
