//! Bytes into sheets: what kind of file it is, and its cells as text.

mod archive;
mod csv_file;
mod old_workbook;
mod open_document;
mod sheltered;
mod workbook;

use std::borrow::Cow;

use super::Input;
use super::fault::{Faults, Problem};

/// What may be read before it is too much.
#[derive(Debug, Clone, Copy)]
pub(super) struct Limits {
    /// Megabytes of all files together when unpacked.
    pub megabytes: u64,
    /// Rows with a value, of all sheets together.
    pub rows: usize,
}

/// Rows of the funding phases that no limit counts: an export writes them of itself, and must come in again.
pub(super) const PHASES_FREE: usize = 100;

/// The limits of an import.
pub(super) const IMPORT: Limits = Limits {
    megabytes: 50,
    rows: 100_000,
};

/// The limits of an analysis of plain files, where nothing is kept.
pub(super) const ANALYSIS: Limits = Limits {
    megabytes: 1_000,
    rows: 10_000_000,
};

/// A sheet of a workbook, or a CSV file.
pub(super) struct Sheet<'a> {
    /// What people call it: the file, and the sheet of a workbook.
    pub source: String,
    /// The name by which its table is known: the sheet's, or the file's without its ending.
    pub name: String,
    /// The formulas that have no value.
    pub uncalculated: Vec<Uncalculated>,
    rows: Rows<'a>,
}

/// A formula that no program has calculated yet.
pub(super) struct Uncalculated {
    /// The row as a spreadsheet numbers it.
    pub row: u32,
    /// The column, from 0.
    pub column: usize,
    /// The formula as the file has it, with the equals sign.
    pub text: String,
}

enum Rows<'a> {
    Csv(Cow<'a, str>),
    Cells(Vec<CellRow>),
}

/// A row of a workbook: its number and its cells that hold something, by column.
pub(super) struct CellRow {
    number: u32,
    cells: Vec<(usize, String)>,
}

/// The cells of one row.
#[derive(Clone, Copy)]
pub(super) enum Row<'r> {
    /// Of a CSV file.
    Record(&'r csv::StringRecord),
    /// Of a workbook.
    Cells(&'r [(usize, String)]),
}

impl<'r> Row<'r> {
    /// The text of a cell without white space around it; empty where there is none.
    pub fn get(self, column: usize) -> &'r str {
        let text = match self {
            Self::Record(record) => record.get(column).unwrap_or_default(),
            Self::Cells(cells) => cells
                .binary_search_by_key(&column, |(place, _)| *place)
                .map(|found| cells[found].1.as_str())
                .unwrap_or_default(),
        };
        trimmed(text)
    }

    /// One more than the last column that may hold something.
    pub fn width(self) -> usize {
        match self {
            Self::Record(record) => record.len(),
            Self::Cells(cells) => cells.last().map_or(0, |(column, _)| column + 1),
        }
    }

    /// Whether nothing stands in it.
    pub fn is_empty(self) -> bool {
        match self {
            Self::Record(record) => record.iter().all(|cell| trimmed(cell).is_empty()),
            Self::Cells(cells) => cells.iter().all(|(_, cell)| trimmed(cell).is_empty()),
        }
    }
}

/// Text without white space around it; what a web page or an old Excel leaves behind counts as white space.
fn trimmed(text: &str) -> &str {
    text.trim_matches(|c: char| c.is_whitespace() || matches!(c, '\u{200b}' | '\u{feff}'))
}

impl Sheet<'_> {
    /// Calls `row` with the number and the cells of each row that holds something, until it says false.
    pub fn each_row(&self, mut row: impl FnMut(u32, Row<'_>) -> bool) {
        match &self.rows {
            Rows::Csv(text) => csv_file::each_row(text, row),
            Rows::Cells(rows) => {
                for CellRow { number, cells } in rows {
                    if !row(*number, Row::Cells(cells)) {
                        return;
                    }
                }
            }
        }
    }

    /// The mark between the items of a list in one cell.
    pub fn list_mark(&self) -> char {
        match &self.rows {
            Rows::Csv(text) if csv_file::delimiter(text) == b';' => '|',
            _ => ';',
        }
    }
}

/// Reads the sheets of all files; only what a file is and how much it holds can be wrong here.
pub(super) fn sheets(inputs: &[Input], limits: Limits) -> Result<Vec<Sheet<'_>>, Faults> {
    let mut sheets = Vec::new();
    let mut faults = Faults::default();
    let mut room = Room::of(limits);
    for input in inputs {
        match sheets_of(input, &mut room) {
            Ok(of_input) => sheets.extend(of_input),
            Err(problem) => faults.join(Faults::of_file(&input.name, problem)),
        }
    }
    if faults.is_empty() {
        Ok(sheets)
    } else {
        Err(faults)
    }
}

fn sheets_of<'a>(input: &'a Input, room: &mut Room) -> Result<Vec<Sheet<'a>>, Problem> {
    let bytes = input.bytes.as_slice();
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
        return archive::sheets(input, room);
    }
    room.unpack(bytes.len() as u64)?;
    if bytes.starts_with(&[0xD0, 0xCF, 0x11, 0xE0]) {
        return sheltered::sheltered(|| workbook::old_sheets(input, room));
    }
    let ending = input.name.rsplit_once('.').map_or("", |(_, ending)| ending);
    if ["xlsx", "xls", "ods", "xlsm", "xlsb", "zip"]
        .iter()
        .any(|workbook| ending.eq_ignore_ascii_case(workbook))
    {
        return Err(Problem::Unreadable);
    }
    Ok(vec![Sheet {
        source: input.name.clone(),
        name: stem(&input.name).to_owned(),
        uncalculated: Vec::new(),
        rows: Rows::Csv(csv_file::decoded(bytes)?),
    }])
}

/// What may still be read, of all files and sheets together.
struct Room {
    limits: Limits,
    /// Bytes that may still be unpacked.
    packed: u64,
    /// Bytes that cells may still hold: a few of a file can stand for a long text in many cells.
    held: u64,
    /// Rows that may still hold something; the header of each sheet is free.
    rows: usize,
}

impl Room {
    fn of(limits: Limits) -> Self {
        let bytes = limits.megabytes * 1_000_000;
        Self {
            limits,
            packed: bytes,
            held: bytes,
            rows: limits.rows + PHASES_FREE,
        }
    }

    /// Takes bytes from what may still be unpacked.
    fn unpack(&mut self, bytes: u64) -> Result<(), Problem> {
        let left = self.packed.checked_sub(bytes);
        self.packed = left.ok_or(Problem::TooLarge(self.limits.megabytes))?;
        Ok(())
    }

    /// Takes a text from what cells may still hold.
    fn hold(&mut self, text: &str) -> Result<(), Problem> {
        let left = self.held.checked_sub(text.len() as u64 + 16);
        self.held = left.ok_or(Problem::TooLarge(self.limits.megabytes))?;
        Ok(())
    }

    /// Takes a row from what may still be read.
    fn row(&mut self) -> Result<(), Problem> {
        let left = self.rows.checked_sub(1);
        self.rows = left.ok_or(Problem::TooManyRows(self.limits.rows))?;
        Ok(())
    }
}

/// A file's name without its folder and ending.
pub(super) fn stem(name: &str) -> &str {
    let name = name.rsplit(['/', '\\']).next().unwrap_or(name);
    match name.rsplit_once('.') {
        Some((stem, _)) if !stem.is_empty() => stem,
        _ => name,
    }
}

/// Gathers the rows of a sheet and counts what they hold.
struct Gathered<'r> {
    rows: Vec<CellRow>,
    uncalculated: Vec<Uncalculated>,
    room: &'r mut Room,
}

impl<'r> Gathered<'r> {
    fn new(room: &'r mut Room) -> Self {
        Self {
            rows: Vec::new(),
            uncalculated: Vec::new(),
            room,
        }
    }

    /// Adds a cell; rows and columns count from 0.
    fn push(&mut self, row: u32, column: usize, text: String) -> Result<(), Problem> {
        if text.is_empty() {
            return Ok(());
        }
        self.room.hold(&text)?;
        match self.rows.last_mut() {
            Some(last) if last.number == row + 1 => last.cells.push((column, text)),
            last => {
                if last.is_some() {
                    self.room.row()?;
                }
                self.rows.push(CellRow {
                    number: row + 1,
                    cells: vec![(column, text)],
                });
            }
        }
        Ok(())
    }

    /// Adds a formula that has no value; rows and columns count from 0.
    fn push_uncalculated(&mut self, row: u32, column: usize, text: String) -> Result<(), Problem> {
        self.room.hold(&text)?;
        let row = row + 1;
        self.uncalculated.push(Uncalculated { row, column, text });
        Ok(())
    }

    /// The sheet with its rows in their order; a damaged file may have told them in another.
    fn finish<'a>(mut self, file: &str, name: String) -> Sheet<'a> {
        self.rows.sort_by_key(|row| row.number);
        for row in &mut self.rows {
            row.cells.sort_by_key(|(column, _)| *column);
        }
        Sheet {
            source: format!("{file} · {name}"),
            name,
            uncalculated: self.uncalculated,
            rows: Rows::Cells(self.rows),
        }
    }
}

/// A number as people write it: `2020`, not `2020.0`.
fn number_text(number: f64) -> String {
    if number.fract() == 0.0 && number.abs() < 1e15 {
        format!("{number:.0}")
    } else {
        number.to_string()
    }
}
