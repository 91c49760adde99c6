//! Merged cells: what stands in the first of them counts for each, as people see it.

use super::super::fault::Problem;
use super::room::Room;
use super::row::MAX_COLUMNS;
use super::sheet::{CellRow, MAX_ROWS};

/// Cells that a spreadsheet shows as one; rows and columns count from 0, both ends are meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Merged {
    pub rows: (u32, u32),
    pub columns: (usize, usize),
}

/// More cells than any merged ones of people stand among; those of a damaged file may lie upon one another.
const MOST: usize = 50_000_000;

impl Merged {
    /// The cells of a reference such as `B2:B10`; none where no sheet has them, or it is a single one.
    pub fn parse(reference: &str) -> Option<Self> {
        let (first, last) = reference.split_once(':')?;
        let ((top, left), (bottom, right)) = (place(first)?, place(last)?);
        (top <= bottom && left <= right).then_some(Self {
            rows: (top, bottom),
            columns: (left, right),
        })
    }
}

/// The row and column of a cell such as `$B$2`; none where no sheet has it.
pub(super) fn place(cell: &str) -> Option<(u32, usize)> {
    let cell = cell.strip_prefix('$').unwrap_or(cell);
    let (letters, number) = cell.split_at(cell.find(|c: char| !c.is_ascii_alphabetic())?);
    let number = number.strip_prefix('$').unwrap_or(number);
    let is_number = number.bytes().all(|c| c.is_ascii_digit());
    if !(1..=3).contains(&letters.len()) || number.len() > 7 || !is_number {
        return None;
    }
    let column = letters.bytes().fold(0, |column, letter| {
        column * 26 + usize::from(letter.to_ascii_uppercase() - b'A') + 1
    });
    let row: u32 = number.parse().ok()?;
    let is_there = (1..=MAX_ROWS).contains(&row) && column <= MAX_COLUMNS;
    is_there.then(|| (row - 1, column - 1))
}

/// Puts what the first of some merged cells holds into all of them, in the rows and columns that hold something beside.
///
/// A row of which nothing else is seen is none of its own, and to the right of all others nobody looks: cells that are
/// merged over a whole column cost as little as two.
pub(super) fn spread(
    rows: &mut Vec<CellRow>,
    merged: &[Merged],
    room: &mut Room,
) -> Result<(), Problem> {
    if merged.is_empty() {
        return Ok(());
    }
    let last = |row: &CellRow| row.cells.last().map_or(0, |(column, _)| *column);
    let width = rows.iter().map(last).max().unwrap_or_default() + 1;
    let mut left = MOST;
    for Merged {
        rows: span,
        columns,
    } in merged
    {
        let from = rows.partition_point(|row| row.number <= span.0);
        let to = rows.partition_point(|row| row.number <= span.1 + 1);
        let Some(of_block) = rows.get_mut(from..to).filter(|rows| !rows.is_empty()) else {
            continue;
        };
        let first = of_block.first().filter(|row| row.number == span.0 + 1);
        let mut cells = first.into_iter().flat_map(|row| &row.cells);
        let text = cells.find(|(column, _)| *column == columns.0);
        let text = text.map(|(_, text)| text.clone());
        let until = columns.1.min(width - 1);
        for row in of_block {
            let cost = row.cells.len() + 1 + until.saturating_sub(columns.0);
            left = left.checked_sub(cost).ok_or(Problem::Unreadable)?;
            row.cells
                .retain(|(at, _)| !(columns.0..=columns.1).contains(at));
            let is_first = row.number == span.0 + 1;
            let Some(text) = text.as_ref().filter(|_| is_first || !row.cells.is_empty()) else {
                continue;
            };
            for column in columns.0..=until {
                room.hold(text)?;
                row.cells.push((column, text.clone()));
            }
            row.cells.sort_by_key(|(column, _)| *column);
        }
    }
    rows.retain(|row| !row.cells.is_empty());
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reference_is_read_where_a_sheet_has_its_cells() {
        let merged = |rows, columns| Some(Merged { rows, columns });
        assert_eq!(Merged::parse("B2:B10"), merged((1, 9), (1, 1)));
        assert_eq!(
            Merged::parse("$A$1:$xfd$1048576"),
            merged((0, 1_048_575), (0, 16_383))
        );
        for none in [
            "B2",
            "B10:B2",
            "A0:A1",
            "A1:XFE1",
            "A1:A1048577",
            "1:2",
            "A:B",
            "Ä1:B2",
            ":",
        ] {
            assert_eq!(Merged::parse(none), None, "{none}");
        }
    }
}
