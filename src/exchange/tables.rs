//! Sheets into tables: which table a sheet is, which column stands where, and the texts of its rows.

use super::apostrophe::unguarded;
use super::columns::{Heading, OTHER_SHEETS, Table, is_example};
use super::fault::{Faults, Notice, Place, Problem, Words};
use super::read::{self, Row, Sheet};
use super::{Input, MAX_CELL, uncalculated};
use crate::text::words::folded;

/// The tables of some files, as texts.
#[derive(Debug, Clone, Default)]
pub struct Tables {
    pub(super) parts: Vec<Part>,
    pub(super) notices: Vec<Notice>,
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

/// A row with a cell for each heading of its table.
#[derive(Debug, Clone)]
pub(super) struct Line {
    pub number: u32,
    pub cells: Vec<String>,
}

/// Reads the tables of files for an import.
pub fn read_tables(inputs: &[Input]) -> Result<Tables, Faults> {
    let sheets = read::sheets(inputs, read::IMPORT)?;
    let mut tables = Tables::default();
    let mut faults = Faults::default();
    let mut room = read::IMPORT.rows;
    for sheet in &sheets {
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
        let sources: Vec<&str> = inputs.iter().map(|input| input.name.as_str()).collect();
        faults = Faults::of_file(&sources.join(", "), Problem::NoTable);
    }
    if faults.is_empty() {
        Ok(tables)
    } else {
        faults.join(tables.faults);
        Err(faults)
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
    /// The number of the row: blank ones may stand above it.
    pub row: u32,
}

impl Header {
    pub fn of(sheet: &Sheet<'_>) -> Self {
        let mut cells = Vec::new();
        let mut row = 1;
        sheet.each_row(|number, header| {
            cells = (0..header.width())
                .map(|at| header.get(at).to_owned())
                .collect();
            row = number;
            false
        });
        Self {
            table: table_of(&sheet.name, &cells),
            cells,
            row,
        }
    }

    /// The column of each heading: the English key wins over the German name, and that over others.
    pub fn columns(&self, table: Table) -> Vec<Option<usize>> {
        table
            .headings()
            .iter()
            .map(|heading| {
                self.cells
                    .iter()
                    .enumerate()
                    .filter_map(|(at, cell)| Some((heading.rank(cell)?, at)))
                    .min()
                    .map(|(_, at)| at)
            })
            .collect()
    }
}

/// A table is known by the name of its sheet; where that says nothing, or its columns are those of another, by these.
fn table_of(name: &str, header: &[String]) -> Option<Table> {
    let has = |table: Table, key: &str| {
        let heading = table.heading(key);
        header.iter().any(|cell| heading.rank(cell).is_some())
    };
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
    tables
        .notices
        .extend(notices_of_header(sheet, table, header, &columns));
    let mut part = Part {
        table,
        source: sheet.source.clone(),
        list_mark: sheet.list_mark(),
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
        if is_example(first_cell(row)) {
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
            .map(|column| column.map(|at| row.get(at)).unwrap_or_default())
            .map(|cell| unguarded(cell).into_owned())
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

/// The text of the first cell that holds something.
pub(super) fn first_cell(row: Row<'_>) -> &str {
    (0..row.width())
        .map(move |at| row.get(at))
        .find(|cell| !cell.is_empty())
        .unwrap_or_default()
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
                let again = header.cells.iter().skip(at + 1);
                if again.clone().any(|cell| folded(cell) == folded(written)) {
                    faults.push(place(written), Problem::ColumnTwice);
                }
            }
        }
    }
    faults
}

fn notices_of_header(
    sheet: &Sheet<'_>,
    table: Table,
    header: &Header,
    columns: &[Option<usize>],
) -> Vec<Notice> {
    let meaning = |cell: &str| -> Option<(&Heading, usize)> {
        table
            .headings()
            .iter()
            .zip(columns)
            .find_map(|(heading, column)| heading.rank(cell).and(column.map(|at| (heading, at))))
    };
    let filled = filled(sheet);
    let mut notices = Vec::new();
    for at in 0..filled.len().max(header.cells.len()) {
        let cell = header.cells.get(at).map_or("", String::as_str);
        if columns.contains(&Some(at)) {
            continue;
        }
        match meaning(cell) {
            Some((_, read)) => notices.push(Notice::OtherColumn {
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
    notices
}

/// Which columns hold something.
fn filled(sheet: &Sheet<'_>) -> Vec<bool> {
    let mut filled = Vec::new();
    sheet.each_row(|_, row| {
        filled.resize(filled.len().max(row.width()), false);
        for (at, filled) in filled.iter_mut().enumerate() {
            *filled |= !row.get(at).is_empty();
        }
        true
    });
    filled
}

/// The letters by which a spreadsheet names a column: A, B … Z, AA.
fn letters(column: usize) -> String {
    let last = char::from(b'A' + (column % 26) as u8);
    match column / 26 {
        0 => last.to_string(),
        before => letters(before - 1) + &last.to_string(),
    }
}

/// The columns that may name hundreds of others, each as long as a name may be.
const LISTS: [&str; 4] = ["providers", "known_to", "referred_by", "offers"];

/// The most characters of such a list: as many as a cell of a workbook takes.
const MAX_LIST: usize = 32_767;

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
        let most = if LISTS.contains(&heading.key) {
            MAX_LIST
        } else {
            MAX_CELL
        };
        let problem = if cell.len() > most && cell.chars().count() > most {
            Problem::CellTooLong(most)
        } else if is_error(cell) {
            Problem::CellError
        } else {
            continue;
        };
        faults.push(
            Place {
                source: part.source.clone(),
                row: Some(line.number),
                column: header.clone(),
                value: Some(cell.clone()),
            },
            problem,
        );
    }
}
