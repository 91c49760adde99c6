//! Sheets into tables: the texts of their rows.

use super::apostrophe::unguarded;
use super::chosen::Columns;
use super::columns::{Table, is_example};
use super::copies::notices_of_copies;
use super::fault::{Faults, Place, Problem};
use super::header::{Header, begin, faults_of_header, unmet};
use super::input::{ImportOptions, Input, MAX_CELL};
use super::notice::{Notice, Notices};
use super::open::ToldOpen;
use super::read::{self, Row, Sheet};
use super::shapes::{self, Known, Unread};
use super::stopping::PlanError;
use super::told::notices_of_header;
use super::unsound;
use crate::domain::{MapPlaces, Stop};

/// The tables of some files, as texts.
#[derive(Debug, Clone, Default)]
pub struct Tables {
    pub(super) parts: Vec<Part>,
    pub(super) notices: Notices,
    /// The places of a map that a file of our own holds.
    pub places: Option<MapPlaces>,
    /// What files of our own tell to be open.
    pub(super) open: Vec<ToldOpen>,
    /// Cells that cannot be read; told together with what a plan finds.
    pub(super) faults: Faults,
}

/// A sheet or file that is a table, or a part of one.
#[derive(Debug, Clone)]
pub(super) struct Part {
    pub table: Table,
    pub source: String,
    pub list_mark: char,
    /// Whether its rows say where an actor stood only as far as nothing else is known.
    pub fills_gaps: bool,
    /// For each heading of the table: the header as written, where there is such a column.
    pub headers: Vec<Option<String>>,
    pub lines: Vec<Line>,
}

impl Tables {
    /// Whether an import of them depends on the contacts that the store holds.
    pub fn ask_for_contacts(&self, options: &ImportOptions) -> bool {
        options.replace || self.have(Table::Actors, "contact")
    }

    /// Whether a table has such a column anywhere.
    pub(super) fn have(&self, table: Table, key: &str) -> bool {
        let mut parts = self.parts.iter().filter(|part| part.table == table);
        parts.any(|part| {
            let columns = table.headings().iter().zip(&part.headers);
            let mut columns = columns.filter(|(heading, _)| heading.key == key);
            columns.any(|(_, header)| header.is_some())
        })
    }
}

/// A row with a cell for each heading of its table.
#[derive(Debug, Clone)]
pub(super) struct Line {
    pub number: u32,
    pub cells: Vec<String>,
}

/// Reads the tables of files for an import.
pub fn read_tables(inputs: &[Input]) -> Result<Tables, Faults> {
    let never = Stop::never();
    read_watched(inputs, &Columns::default(), &never).map_err(PlanError::faults)
}

/// The same, with columns that a person has named, and cancellable: `stop` is checked before each sheet.
pub(super) fn read_watched(
    inputs: &[Input],
    columns: &Columns,
    stop: &Stop,
) -> Result<Tables, PlanError> {
    stop.check()?;
    let read::Found {
        sheets,
        notices,
        places,
        open,
        ..
    } = read::sheets(inputs, read::IMPORT, |sheet| {
        Header::of(sheet, &Columns::default()).table.is_some()
    })?;
    let mut tables = Tables {
        notices,
        places,
        open,
        ..Tables::default()
    };
    let mut faults = Faults::default();
    let sheets = shapes::reshaped(sheets, columns, &mut tables.notices, &mut faults);
    let mut unread = Unread::of(columns);
    let mut room = read::IMPORT.rows;
    for sheet in &sheets {
        stop.check()?;
        let header = Header::of(sheet, columns);
        let Some(table) = header.table.filter(|_| !header.cells.is_empty()) else {
            unread.add(sheet, &header);
            continue;
        };
        unread.read(sheet, table);
        if let Err(of_sheet) = add(&mut tables, sheet, table, &header, &mut room) {
            faults.join(of_sheet);
        }
    }
    if tables.parts.is_empty() && faults.is_empty() && unread.is_empty() {
        faults = Faults::of_file(&read::sources(inputs), Problem::NoTable);
    } else {
        let known = || Known::of(&sheets, columns);
        unread.tell(inputs, known, &mut tables.notices, &mut faults);
    }
    let parts = tables.parts.iter();
    notices_of_copies(
        &mut tables.notices,
        parts.map(|part| (part.table, part.source.as_str())),
    );
    faults.join(unmet(&sheets, columns));
    if faults.is_empty() {
        Ok(tables)
    } else {
        faults.join(tables.faults);
        Err(faults.into())
    }
}

fn add(
    tables: &mut Tables,
    sheet: &Sheet<'_>,
    table: Table,
    header: &Header,
    room: &mut usize,
) -> Result<(), Faults> {
    let columns = header.columns(table);
    let mut faults = faults_of_header(sheet, table, header, &columns);
    if header.cells.is_empty() {
        return Ok(());
    }
    if !faults.is_empty() {
        return Err(faults);
    }
    // What is read after a quotation mark that is open is no table.
    unsound::judge_quotes(sheet, &mut faults);
    if !faults.is_empty() {
        return Err(faults);
    }
    notices_of_header(&mut tables.notices, sheet, table, header, &columns);
    let mut part = Part {
        table,
        source: sheet.source.clone(),
        list_mark: sheet.list_mark,
        fills_gaps: sheet.fills_gaps,
        headers: columns
            .iter()
            .map(|column| column.map(|at| header.cells[at].clone()))
            .collect(),
        lines: Vec::new(),
    };
    let examples = add_lines(
        &mut part,
        (sheet, header.last),
        &columns,
        room,
        &mut tables.faults,
    );
    let counts = |at| columns.contains(&Some(at));
    unsound::judge_formulas(sheet, header, counts, &mut tables.faults);
    if examples > 0 {
        tables.notices.push(Notice::Examples {
            source: part.source.clone(),
            rows: examples,
        });
    }
    tables.parts.push(part);
    Ok(())
}

/// Adds the rows below the header, as far as there is room for them; tells how many are examples and left out.
fn add_lines(
    part: &mut Part,
    (sheet, header): (&Sheet<'_>, u32),
    columns: &[Option<usize>],
    room: &mut usize,
    faults: &mut Faults,
) -> usize {
    let mut examples = 0;
    sheet.each_row(|number, row| {
        if number <= header {
            return true;
        }
        if is_example(row.first()) {
            examples += 1;
            return true;
        }
        let is_free = part.table == Table::Phases && part.lines.len() < read::PHASES_FREE;
        if *room == 0 && !is_free {
            faults.join(Faults::of_file(
                &sheet.source,
                Problem::TooManyRows(read::IMPORT.rows),
            ));
            return false;
        }
        *room -= usize::from(!is_free);
        let cells = cells(part.table, columns, row);
        let line = Line { number, cells };
        judge_cells(faults, part, &line);
        part.lines.push(line);
        true
    });
    examples
}

/// The cell of a row for each heading of its table.
fn cells(table: Table, columns: &[Option<usize>], row: Row<'_>) -> Vec<String> {
    let headings = columns.iter().zip(table.headings());
    headings
        .map(|(column, heading)| {
            let cell = column.map(|at| row.get(at)).unwrap_or_default();
            // Of a cell that is too long, so much that it is seen to be.
            begin(&unguarded(cell), most(heading.key) + 1).to_owned()
        })
        .collect()
}

/// The columns that may name hundreds of others, each as long as a name may be.
const LISTS: [&str; 4] = ["providers", "known_to", "referred_by", "offers"];

/// The most characters of such a list: as many as a cell of a workbook takes.
const MAX_LIST: usize = 32_767;

/// The most characters of a cell in the column with this key.
fn most(key: &str) -> usize {
    if LISTS.contains(&key) {
        MAX_LIST
    } else {
        MAX_CELL
    }
}

fn judge_cells(faults: &mut Faults, part: &Part, line: &Line) {
    let headings = part.table.headings();
    for ((heading, header), cell) in headings.iter().zip(&part.headers).zip(&line.cells) {
        let most = most(heading.key);
        let problem = if cell.len() > most && cell.chars().count() > most {
            Problem::CellTooLong(most)
        } else if let Some(problem) = unsound::problem(cell) {
            problem
        } else {
            continue;
        };
        let place = || Place {
            source: part.source.clone(),
            row: Some(line.number),
            column: header.clone(),
            value: Some(cell.clone()),
        };
        faults.push_with(place, || problem);
    }
}
