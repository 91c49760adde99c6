//! A sheet of a workbook or a CSV file, what people call it, and what may be wrong in it.

use std::borrow::Cow;

use chrono::NaiveDate;

use super::super::fault::{Problem, shortened};
use super::coding::may_be_twice;
use super::csv_file;
use super::quotes::{OpenQuote, open_quotes};
use super::row::{MAX_COLUMNS, Row};
use super::shape::Shape;

/// The rows of a sheet, as Excel and LibreOffice have them.
pub(super) const MAX_ROWS: u32 = 1_048_576;

/// The most sheets of a workbook.
pub(super) const MAX_SHEETS: usize = 50;

/// A sheet of a workbook, or a CSV file.
#[derive(Clone)]
pub(in super::super) struct Sheet<'a> {
    /// What people call it: the file, and the sheet of a workbook.
    pub source: String,
    /// The name by which its table is known: the sheet's, or the file's without its ending.
    pub name: String,
    /// The formulas that have no value.
    pub uncalculated: Vec<Uncalculated>,
    /// The quotation marks that are not closed before their line ends.
    pub open_quotes: Vec<OpenQuote>,
    /// The mark between the items of a list in one cell.
    pub list_mark: char,
    /// Columns that another table is read from.
    pub read_elsewhere: Vec<usize>,
    /// Whether its rows say where an actor stood only as far as nothing else is known.
    pub fills_gaps: bool,
    /// Its rows.
    pub(super) rows: Rows<'a>,
}

/// A formula that no program has calculated yet.
#[derive(Clone)]
pub(in super::super) struct Uncalculated {
    /// The row as a spreadsheet numbers it.
    pub row: u32,
    /// The column, from 0.
    pub column: usize,
    /// The formula as the file has it, with the equals sign.
    pub text: String,
}

/// The rows of a sheet, as the file has them.
#[derive(Clone)]
pub(super) enum Rows<'a> {
    /// The text of a CSV file.
    Csv(Cow<'a, str>),
    /// The rows of a workbook that hold something.
    Cells(Vec<CellRow>),
    /// The rows of a list, made from those of a sheet that is none.
    Shaped(Box<Rows<'a>>, Shape),
}

/// A row of a workbook: its number and its cells that hold something, by column.
#[derive(Clone)]
pub(super) struct CellRow {
    pub(super) number: u32,
    pub(super) cells: Vec<(usize, String)>,
}

impl Sheet<'_> {
    /// Whether a cell of it may hold an error or a text that was encoded twice; most files do not.
    pub fn may_be_unsound(&self) -> bool {
        self.rows.may_be_unsound()
    }

    /// Calls `row` with the number and the cells of each row that holds something, until it says false.
    pub fn each_row(&self, mut row: impl FnMut(u32, Row<'_>) -> bool) {
        self.rows.each(&mut row);
    }

    /// The same sheet as the list that its rows make.
    pub fn shaped(mut self, shape: Shape) -> Self {
        for formula in &mut self.uncalculated {
            // Where it stands in no column of the list it is not read.
            formula.column = shape.column(formula.column).unwrap_or(MAX_COLUMNS);
        }
        let rows = std::mem::replace(&mut self.rows, Rows::Cells(Vec::new()));
        self.rows = Rows::Shaped(Box::new(rows), shape);
        self
    }

    /// Whether its rows are made from those of a sheet that is no plain list.
    pub fn is_shaped(&self) -> bool {
        matches!(self.rows, Rows::Shaped(..))
    }
}

impl Rows<'_> {
    fn may_be_unsound(&self) -> bool {
        let may = |text: &str| text.contains(['#', 'r']) || may_be_twice(text);
        match self {
            Rows::Csv(text) => {
                text.contains('#')
                    || text.contains("Err:")
                    || text.contains("Fehler:")
                    || may_be_twice(text)
            }
            Rows::Cells(rows) => {
                let mut cells = rows.iter().flat_map(|row| &row.cells);
                cells.any(|(_, text)| may(text))
            }
            Rows::Shaped(rows, _) => rows.may_be_unsound(),
        }
    }

    fn each(&self, row: &mut dyn FnMut(u32, Row<'_>) -> bool) {
        match self {
            Rows::Csv(text) => csv_file::each_row(text, row),
            Rows::Cells(rows) => {
                for CellRow { number, cells } in rows {
                    if !row(*number, Row::Cells(cells)) {
                        return;
                    }
                }
            }
            Rows::Shaped(rows, shape) => {
                let header = shape.header();
                if shape.header.is_none() && !row(0, Row::Cells(&header)) {
                    return;
                }
                rows.each(&mut |number, cells| match shape.header {
                    Some(at) if number < at => row(number, cells),
                    Some(at) if number == at => row(number, Row::Cells(&header)),
                    _ => shape.each(cells, &mut |cells| row(number, cells)),
                });
            }
        }
    }
}

/// What breaks off the reading of a file, and where in it.
pub(super) struct Broken {
    /// What is wrong.
    pub problem: Problem,
    /// The sheet of a workbook, or the file in an archive.
    pub part: Option<String>,
    /// The row.
    pub row: Option<u32>,
    /// What stands there.
    pub value: Option<String>,
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

/// What people call a file, or a part of it: its name, and that of the sheet.
pub(super) fn source(file: &str, part: Option<&str>) -> String {
    /// As long as the name of a file may be on a disk; that in an archive or a workbook may be made up.
    const MOST: usize = 255;
    let file = shortened(file, MOST);
    match part {
        Some(part) => format!("{file} · {}", shortened(part, MOST)),
        None => file,
    }
}

/// What people call a file in an archive.
pub(super) fn shown(archive: &str, file: &str) -> String {
    format!("{archive}: {file}")
}

/// A CSV file as a sheet, alone or as a part of an archive.
pub(super) fn csv_sheet<'a>(
    file: &str,
    part: Option<&str>,
    text: Cow<'a, str>,
) -> Result<Sheet<'a>, Broken> {
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
        open_quotes: open_quotes(&text),
        read_elsewhere: Vec::new(),
        fills_gaps: false,
        list_mark: match csv_file::delimiter(&text) {
            b';' => '|',
            _ => ';',
        },
        rows: Rows::Csv(text),
    })
}

/// A file's name without its folder and ending.
pub(in super::super) fn stem(name: &str) -> &str {
    let name = name.rsplit(['/', '\\']).next().unwrap_or(name);
    match name.rsplit_once('.') {
        Some((stem, _)) if !stem.is_empty() => stem,
        _ => name,
    }
}

/// A number as people write it: `2020`, not `2020.0`.
pub(super) fn number_text(number: f64) -> String {
    if number.fract() == 0.0 && number.abs() < 1e15 {
        format!("{number:.0}")
    } else {
        number.to_string()
    }
}

/// A day as a file has it: without a time that is none, and a year that LibreOffice made a day of 1905 of (a whole number
/// from 1900 to 2100 under the format of a date) as the year that was meant.
pub(super) fn day_text(text: &str) -> String {
    let day = text.trim_end_matches("T00:00:00");
    let first = NaiveDate::from_ymd_opt(1899, 12, 30);
    let days = day.parse().ok().zip(first).map(|(day, first)| {
        let day: NaiveDate = day;
        day.signed_duration_since(first).num_days()
    });
    match days {
        Some(year) if (1900..=2100).contains(&year) => year.to_string(),
        _ => day.to_owned(),
    }
}

/// The letters by which a spreadsheet names a column: A, B … Z, AA.
pub(in super::super) fn letters(column: usize) -> String {
    let last = char::from(b'A' + (column % 26) as u8);
    match column / 26 {
        0 => last.to_string(),
        before => letters(before - 1) + &last.to_string(),
    }
}
