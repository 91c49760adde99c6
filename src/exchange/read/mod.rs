//! Bytes into sheets: what kind of file it is, and its cells as text.

mod archive;
mod bounds;
mod csv_file;
mod gathered;
mod old_workbook;
mod open_document;
mod room;
mod sheltered;
mod workbook;

use std::borrow::Cow;

use super::Input;
use super::fault::{Faults, Place, Problem, shortened};
use gathered::Gathered;
use room::Room;
pub(super) use room::{ANALYSIS, IMPORT, PHASES_FREE};

/// The columns of a sheet, as Excel and LibreOffice have them.
pub(super) const MAX_COLUMNS: usize = 16_384;

/// The rows of a sheet, as Excel and LibreOffice have them.
const MAX_ROWS: u32 = 1_048_576;

/// The most sheets of a workbook.
const MAX_SHEETS: usize = 50;

/// The most files, those in archives counted too.
const MAX_FILES: usize = 200;

/// A sheet of a workbook, or a CSV file.
pub(super) struct Sheet<'a> {
    /// What people call it: the file, and the sheet of a workbook.
    pub source: String,
    /// The name by which its table is known: the sheet's, or the file's without its ending.
    pub name: String,
    /// The formulas that have no value.
    pub uncalculated: Vec<Uncalculated>,
    /// The mark between the items of a list in one cell.
    pub list_mark: char,
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

    /// Calls `cell` with the column and the text of each cell that may hold something, from left to right.
    pub fn each(self, mut cell: impl FnMut(usize, &'r str)) {
        match self {
            Self::Record(record) => {
                for (column, text) in record.iter().enumerate() {
                    cell(column, trimmed(text));
                }
            }
            Self::Cells(cells) => {
                for (column, text) in cells {
                    cell(*column, trimmed(text));
                }
            }
        }
    }

    /// The text of the first cell that holds something.
    pub fn first(self) -> &'r str {
        let first = match self {
            Self::Record(record) => record.iter().map(trimmed).find(|text| !text.is_empty()),
            Self::Cells(cells) => {
                let mut texts = cells.iter().map(|(_, text)| trimmed(text));
                texts.find(|text| !text.is_empty())
            }
        };
        first.unwrap_or_default()
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
}

/// What breaks off the reading of a file, and where in it.
struct Broken {
    problem: Problem,
    /// The sheet of a workbook, or the file in an archive.
    part: Option<String>,
    row: Option<u32>,
    /// What stands there.
    value: Option<String>,
}

impl From<Problem> for Broken {
    fn from(problem: Problem) -> Self {
        Self {
            problem,
            part: None,
            row: None,
            value: None,
        }
    }
}

/// Reads the sheets of all files; only what a file is and how much it holds can be wrong here.
pub(super) fn sheets(inputs: &[Input], limits: room::Limits) -> Result<Vec<Sheet<'_>>, Faults> {
    let mut sheets = Vec::new();
    let mut faults = Faults::default();
    let mut room = Room::of(limits);
    for input in inputs {
        match sheets_of(input, &mut room) {
            Ok(of_input) => sheets.extend(of_input),
            Err(broken) => {
                let is_last = broken.problem == Problem::TooManyFiles(MAX_FILES);
                let place = Place {
                    source: source(&input.name, broken.part.as_deref()),
                    row: broken.row,
                    column: None,
                    value: broken.value,
                };
                faults.push(place, broken.problem);
                if is_last {
                    break;
                }
            }
        }
    }
    if faults.is_empty() {
        Ok(sheets)
    } else {
        Err(faults)
    }
}

/// What people call all files together.
pub(super) fn sources(inputs: &[Input]) -> String {
    let names: Vec<String> = inputs
        .iter()
        .map(|input| source(&input.name, None))
        .collect();
    names.join(", ")
}

/// What people call a file, or a part of it: its name, and that of the sheet.
fn source(file: &str, part: Option<&str>) -> String {
    /// As long as the name of a file may be on a disk; that in an archive or a workbook may be made up.
    const MOST: usize = 255;
    let file = shortened(file, MOST);
    match part {
        Some(part) => format!("{file} · {}", shortened(part, MOST)),
        None => file,
    }
}

fn sheets_of<'a>(input: &'a Input, room: &mut Room) -> Result<Vec<Sheet<'a>>, Broken> {
    let bytes = input.bytes.as_slice();
    room.file()?;
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
        return Err(Problem::Unreadable.into());
    }
    let text = csv_file::decoded(bytes)?;
    Ok(vec![csv_sheet(&input.name, None, text)?])
}

/// A CSV file as a sheet, alone or as a part of an archive.
fn csv_sheet<'a>(file: &str, part: Option<&str>, text: Cow<'a, str>) -> Result<Sheet<'a>, Broken> {
    if let Some(row) = csv_file::too_wide(&text) {
        return Err(Broken {
            part: part.map(str::to_owned),
            row: Some(row),
            ..Problem::TooManyColumns(MAX_COLUMNS).into()
        });
    }
    Ok(Sheet {
        source: source(file, part),
        name: stem(part.unwrap_or(file)).to_owned(),
        uncalculated: Vec::new(),
        list_mark: match csv_file::delimiter(&text) {
            b';' => '|',
            _ => ';',
        },
        rows: Rows::Csv(text),
    })
}

/// A file's name without its folder and ending.
pub(super) fn stem(name: &str) -> &str {
    let name = name.rsplit(['/', '\\']).next().unwrap_or(name);
    match name.rsplit_once('.') {
        Some((stem, _)) if !stem.is_empty() => stem,
        _ => name,
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

/// The letters by which a spreadsheet names a column: A, B … Z, AA.
pub(super) fn letters(column: usize) -> String {
    let last = char::from(b'A' + (column % 26) as u8);
    match column / 26 {
        0 => last.to_string(),
        before => letters(before - 1) + &last.to_string(),
    }
}
