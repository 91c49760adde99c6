//! The rows of a sheet of a workbook as they come, and what they hold.

use super::super::fault::Problem;
use super::merged::{Merged, spread};
use super::room::Room;
use super::row::MAX_COLUMNS;
use super::sheet::{Broken, CellRow, MAX_ROWS, Rows, Sheet, Uncalculated, letters, source};

/// Gathers the rows of a sheet and counts what they hold.
pub(super) struct Gathered<'r> {
    name: String,
    rows: Vec<CellRow>,
    uncalculated: Vec<Uncalculated>,
    merged: Vec<Merged>,
    room: &'r mut Room,
}

impl<'r> Gathered<'r> {
    pub fn new(name: String, room: &'r mut Room) -> Self {
        Self {
            name,
            rows: Vec::new(),
            uncalculated: Vec::new(),
            merged: Vec::new(),
            room,
        }
    }

    /// Adds a cell; rows and columns count from 0.
    pub fn push(&mut self, row: u32, column: usize, text: String) -> Result<(), Broken> {
        self.judge(row, column)?;
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
    pub fn push_uncalculated(
        &mut self,
        row: u32,
        column: usize,
        text: String,
    ) -> Result<(), Broken> {
        self.judge(row, column)?;
        self.room.hold(&text)?;
        let row = row + 1;
        self.uncalculated.push(Uncalculated { row, column, text });
        Ok(())
    }

    /// Whether there is room for a row of so many bytes that is not pushed yet.
    pub fn judge_row(&self, bytes: usize) -> Result<(), Broken> {
        Ok(self.room.judge(bytes as u64)?)
    }

    /// Whether a sheet has such a cell: one far out would be as good as a million empty ones before it.
    fn judge(&self, row: u32, column: usize) -> Result<(), Broken> {
        if row < MAX_ROWS && column < MAX_COLUMNS {
            return Ok(());
        }
        Err(Broken {
            part: Some(self.name.clone()),
            value: Some(format!("{}{}", letters(column), u64::from(row) + 1)),
            ..Problem::CellBeyond.into()
        })
    }

    /// Notes that a spreadsheet shows some cells as one.
    pub fn merge(&mut self, cells: Merged) {
        self.merged.push(cells);
    }

    /// The sheet with its rows in order; a damaged file may hold them in another.
    pub fn finish<'a>(mut self, file: &str) -> Result<Sheet<'a>, Broken> {
        let mut rows = in_order(std::mem::take(&mut self.rows));
        spread(&mut rows, &self.merged, self.room)?;
        self.rows = rows;
        Ok(self.into_sheet(file))
    }

    /// The same as far as it was gathered.
    pub fn into_sheet<'a>(self, file: &str) -> Sheet<'a> {
        Sheet {
            source: source(file, Some(&self.name)),
            name: self.name,
            uncalculated: self.uncalculated,
            open_quotes: Vec::new(),
            list_mark: ';',
            read_elsewhere: Vec::new(),
            fills_gaps: false,
            rows: Rows::Cells(in_order(self.rows)),
        }
    }
}

fn in_order(mut rows: Vec<CellRow>) -> Vec<CellRow> {
    rows.sort_by_key(|row| row.number);
    for row in &mut rows {
        row.cells.sort_by_key(|(column, _)| *column);
    }
    rows
}
