//! One row of a sheet.

/// The columns of a sheet, as Excel and LibreOffice have them.
pub(in super::super) const MAX_COLUMNS: usize = 16_384;

/// The cells of one row.
#[derive(Clone, Copy)]
pub(in super::super) enum Row<'r> {
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

/// Whether a cell of a matrix says that there is nothing: empty, a dash, a nought.
pub(in super::super) fn is_nothing(cell: &str) -> bool {
    if cell.is_empty() || matches!(cell, "-" | "–" | "—") {
        return true;
    }
    cell.starts_with('0') && cell.bytes().all(|byte| matches!(byte, b'0' | b'.' | b','))
}

/// Whether a cross is set; none where the cell holds something else. An empty cell is a cross that is not set.
pub(in super::super) fn mark_of(cell: &str) -> Option<bool> {
    const SET: [&str; 13] = [
        "x", "xx", "×", "✓", "✔", "☒", "☑", "•", "●", "ja", "yes", "j", "true",
    ];
    if is_nothing(cell) {
        return Some(false);
    }
    if cell.len() > 5 {
        return None;
    }
    let cell = cell.to_lowercase();
    match cell.as_str() {
        "nein" | "no" | "n" | "☐" | "false" => Some(false),
        other => SET.contains(&other).then_some(true),
    }
}
