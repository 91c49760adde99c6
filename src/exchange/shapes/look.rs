//! The first rows of a sheet, to see what it is.

use super::super::read::Sheet;

/// The header of a sheet is looked for in so many rows.
pub(super) const HEADERS: usize = 10;

/// How many rows are looked at.
const ROWS: usize = 200;

/// A row with its number and the texts of its cells.
pub(super) struct Seen {
    pub number: u32,
    pub cells: Vec<String>,
}

impl Seen {
    /// The text of a cell; empty where there is none.
    pub fn get(&self, at: usize) -> &str {
        self.cells.get(at).map_or("", String::as_str)
    }
}

/// The first rows of a sheet that hold something.
pub(super) fn rows(sheet: &Sheet<'_>) -> Vec<Seen> {
    /// The most characters of a cell that are looked at.
    const MOST: usize = 400;
    let mut rows = Vec::new();
    sheet.each_row(|number, row| {
        let mut cells = Vec::new();
        row.each(|at, text| {
            cells.resize(at, String::new());
            cells.push(text.chars().take(MOST).collect());
        });
        rows.push(Seen { number, cells });
        rows.len() < ROWS
    });
    rows
}
