//! Sheets into tables: which table a sheet is, which column stands where, and the texts of its rows.

use super::apostrophe::unguarded;
use std::collections::{HashMap, HashSet};

use super::columns::{OTHER_SHEETS, Table, is_example, meanings, plain};
use super::fault::{Faults, Place, Problem, Words};
use super::notice::{Notice, Notices};
use super::read::{self, Sheet, letters};
use super::watched::PlanError;
use super::{ImportOptions, Input, MAX_CELL, uncalculated};
use crate::domain::Stop;
use crate::text::words::folded;

/// The tables of some files, as texts.
#[derive(Debug, Clone, Default)]
pub struct Tables {
    pub(super) parts: Vec<Part>,
    pub(super) notices: Notices,
    /// Cells that cannot be read; told together with what a plan finds.
    pub(super) faults: Faults,
}

/// A sheet or file that is a table, or a part of one.
#[derive(Debug, Clone)]
pub(super) struct Part {
    pub table: Table,
    pub source: String,
    pub list_mark: char,
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
    read_watched(inputs, &Stop::never()).map_err(PlanError::faults)
}

/// The same for somebody who waits for it; it is asked before each file's sheet is gone through.
pub(super) fn read_watched(inputs: &[Input], stop: &Stop) -> Result<Tables, PlanError> {
    stop.check()?;
    let sheets = read::sheets(inputs, read::IMPORT)?;
    let mut tables = Tables::default();
    let mut faults = Faults::default();
    let mut room = read::IMPORT.rows;
    for sheet in &sheets {
        stop.check()?;
        let header = Header::of(sheet);
        match header.table {
            Some(table) => match add(&mut tables, sheet, table, &header, &mut room) {
                Ok(()) => {}
                Err(of_sheet) => faults.join(of_sheet),
            },
            None if header.cells.is_empty() || is_other(&sheet.name) => {}
            None => tables.notices.push(Notice::UnknownSheet {
                source: sheet.source.clone(),
            }),
        }
    }
    if tables.parts.is_empty() && faults.is_empty() {
        faults = Faults::of_file(&read::sources(inputs), Problem::NoTable);
    }
    if faults.is_empty() {
        Ok(tables)
    } else {
        faults.join(tables.faults);
        Err(faults.into())
    }
}

fn is_other(name: &str) -> bool {
    OTHER_SHEETS
        .iter()
        .any(|other| folded(other) == folded(name))
}

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
fn begin(text: &str, most: usize) -> &str {
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

fn add(
    tables: &mut Tables,
    sheet: &Sheet<'_>,
    table: Table,
    header: &Header,
    room: &mut usize,
) -> Result<(), Faults> {
    let columns = header.columns(table);
    let faults = faults_of_header(sheet, table, header, &columns);
    if header.cells.is_empty() {
        return Ok(());
    }
    if !faults.is_empty() {
        return Err(faults);
    }
    notices_of_header(&mut tables.notices, sheet, table, header, &columns);
    let mut part = Part {
        table,
        source: sheet.source.clone(),
        list_mark: sheet.list_mark,
        headers: columns
            .iter()
            .map(|column| column.map(|at| header.cells[at].clone()))
            .collect(),
        lines: Vec::new(),
    };
    let mut examples = 0;
    let mut is_header = true;
    sheet.each_row(|number, row| {
        if std::mem::take(&mut is_header) {
            return true;
        }
        if is_example(row.first()) {
            examples += 1;
            return true;
        }
        let is_free = table == Table::Phases && part.lines.len() < read::PHASES_FREE;
        if *room == 0 && !is_free {
            tables.faults.join(Faults::of_file(
                &sheet.source,
                Problem::TooManyRows(read::IMPORT.rows),
            ));
            return false;
        }
        *room -= usize::from(!is_free);
        let cells: Vec<String> = columns
            .iter()
            .zip(table.headings())
            .map(|(column, heading)| {
                let cell = column.map(|at| row.get(at)).unwrap_or_default();
                // Of a cell that is too long, so much that it is seen to be.
                begin(&unguarded(cell), most(heading.key) + 1).to_owned()
            })
            .collect();
        let line = Line { number, cells };
        judge_cells(&mut tables.faults, &part, &line);
        part.lines.push(line);
        true
    });
    let counts = |at| columns.contains(&Some(at));
    uncalculated::judge(sheet, header, counts, &mut tables.faults);
    if examples > 0 {
        tables.notices.push(Notice::Examples {
            source: part.source.clone(),
            rows: examples,
        });
    }
    tables.parts.push(part);
    Ok(())
}

fn faults_of_header(
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

fn notices_of_header(
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

/// Whether a cell holds what spreadsheets show for a formula that failed, in English or German: `#REF!`, and `Err:502`
/// in LibreOffice.
fn is_error(cell: &str) -> bool {
    const ERRORS: [&str; 12] = [
        "#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!", "#DATA!", "#NV",
        "#ZAHL!", "#BEZUG!", "#WERT!",
    ];
    let is_number = |text: &str| text.len() == 3 && text.bytes().all(|c| c.is_ascii_digit());
    match cell.strip_prefix("Err:") {
        Some(number) => is_number(number),
        None => cell.starts_with('#') && ERRORS.contains(&cell),
    }
}

fn judge_cells(faults: &mut Faults, part: &Part, line: &Line) {
    let headings = part.table.headings();
    for ((heading, header), cell) in headings.iter().zip(&part.headers).zip(&line.cells) {
        let most = most(heading.key);
        let problem = if cell.len() > most && cell.chars().count() > most {
            Problem::CellTooLong(most)
        } else if is_error(cell) {
            Problem::CellError
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
