//! Whether an .xls keeps within its own bounds, before it is read.
//!
//! calamine makes room for as many cells as a file says it has, and between any two of them. A damaged number can ask
//! for more memory than there is, which ends the program; so the records that hold such numbers are looked at first.
//!
//! Source: Microsoft, Compound File Binary File Format (MS-CFB) and Excel Binary File Format (MS-XLS).

/// The columns of a sheet.
const COLUMNS: u16 = 256;

/// The rows of a sheet.
const ROWS: u32 = 65_536;

/// More cells than any workbook of people has in all its sheets, few enough to make room for.
const CELLS: u64 = 4_000_000;

/// Past a list of sheets this long a file is damaged.
const SHEETS: usize = 256;

/// Whether all positions in the file are those of a sheet.
pub(super) fn is_sound(bytes: &[u8]) -> bool {
    workbook(bytes).is_some_and(|stream| is_sound_stream(&stream))
}

fn is_sound_stream(stream: &[u8]) -> bool {
    let Some(Walked { sheets, .. }) = walk(stream, 0, false) else {
        return false;
    };
    let (mut cells, mut bytes) = (0, 0);
    // calamine makes room for all sheets at once, and goes through a part again for each sheet that begins in it.
    sheets.len() <= SHEETS
        && sheets.into_iter().all(|start| {
            bytes <= 2 * stream.len()
                && walk(stream, start, true).is_some_and(|walked| {
                    cells += walked.cells;
                    bytes += walked.bytes;
                    cells <= CELLS
                })
        })
}

/// What a part of the stream tells.
struct Walked {
    /// The places of the sheets.
    sheets: Vec<usize>,
    /// The cells for which room is made.
    cells: u64,
    /// How long the part is.
    bytes: usize,
}

/// Walks the records of a part as calamine does, skipping the charts that are embedded in a sheet.
fn walk(stream: &[u8], start: usize, is_sheet: bool) -> Option<Walked> {
    let mut sheets = Vec::new();
    let mut cells = 0;
    let mut at = start;
    let (mut is_begun, mut charts) = (false, 0);
    let (mut rows, mut columns) = ((u16::MAX, 0), (u16::MAX, 0));
    while let (Some(kind), Some(length)) = (u16_at(stream, at), u16_at(stream, at + 2)) {
        let end = (at + 4 + usize::from(length)).min(stream.len());
        let record = &stream[at + 4..end];
        at = end;
        match kind {
            // BOF and EOF
            0x0809 if is_sheet && is_begun => charts += 1,
            0x0809 => is_begun = true,
            0x000A if charts == 0 => break,
            0x000A => charts -= 1,
            _ if charts > 0 => {}
            // BoundSheet8
            0x0085 => sheets.push(u32_at(record, 0)? as usize),
            // Dimensions
            0x0200 if !has_room(record)? => return None,
            // Number, Label, RString, BoolErr, RK, LabelSst, MulRk, Formula
            0x0203 | 0x0204 | 0x00D6 | 0x0205 | 0x027E | 0x00FD | 0x00BD | 0x0006 => {
                let (row, first) = (u16_at(record, 0)?, u16_at(record, 2)?);
                let last = match kind {
                    0x00BD => u16_at(record, record.len().checked_sub(2)?)?,
                    _ => first,
                };
                if first > last || last >= COLUMNS {
                    return None;
                }
                rows = (row.min(rows.0), row.max(rows.1));
                columns = (first.min(columns.0), last.max(columns.1));
                let span = |(first, last): (u16, u16)| u64::from(last.saturating_sub(first)) + 1;
                cells = span(rows) * span(columns);
            }
            _ => {}
        }
    }
    let bytes = at.saturating_sub(start);
    Some(Walked {
        sheets,
        cells,
        bytes,
    })
}

/// Whether the dimensions of a sheet are in order and within bounds: first row, row after the last, the same of columns;
/// two bytes a row before 1997.
fn has_room(record: &[u8]) -> Option<bool> {
    let (first, after, first_column, after_column) = if record.len() >= 14 {
        (
            u32_at(record, 0)?,
            u32_at(record, 4)?,
            u16_at(record, 8)?,
            u16_at(record, 10)?,
        )
    } else {
        let row = |at| u16_at(record, at).map(u32::from);
        (row(0)?, row(2)?, u16_at(record, 4)?, u16_at(record, 6)?)
    };
    let is_ordered = first <= after && first_column <= after_column;
    Some(is_ordered && after <= ROWS && after_column <= COLUMNS)
}

/// The stream of the workbook in its container.
fn workbook(bytes: &[u8]) -> Option<Vec<u8>> {
    let shift = u32::from(u16_at(bytes, 30)?);
    if shift != 9 && shift != 12 {
        return None;
    }
    let sectors = Sectors { bytes, shift };
    let fat = sectors.table()?;
    let directory = sectors.chain(&fat, u32_at(bytes, 48)?)?;
    let entry = |names: &[&str]| {
        directory.chunks_exact(128).find(|entry| {
            let letters = entry[..64]
                .chunks_exact(2)
                .map(|pair| u16::from_le_bytes([pair[0], pair[1]]));
            let name: String = char::decode_utf16(letters.take_while(|letter| *letter != 0))
                .map(|letter| letter.unwrap_or('\u{fffd}'))
                .collect();
            names.iter().any(|known| known.eq_ignore_ascii_case(&name))
        })
    };
    let found = entry(&["Workbook", "Book"])?;
    let (first, size) = (u32_at(found, 116)?, u32_at(found, 120)?);
    if size >= u32_at(bytes, 56)? {
        return sectors.chain(&fat, first);
    }
    // A short stream lies in small sectors inside the stream of the root.
    let root = sectors.chain(&fat, u32_at(entry(&["Root Entry"])?, 116)?)?;
    let small_fat = numbers(&sectors.chain(&fat, u32_at(bytes, 60)?)?);
    let shift = u32::from(u16_at(bytes, 32)?).min(12);
    chain(&small_fat, first, |sector| {
        let at = (sector as usize) << shift;
        root.get(at..(at + (1 << shift)).min(root.len()))
    })
}

struct Sectors<'b> {
    bytes: &'b [u8],
    shift: u32,
}

impl Sectors<'_> {
    /// A sector; the last of a file may be cut short.
    fn sector(&self, sector: u32) -> Option<&[u8]> {
        let at = (sector as usize)
            .checked_add(1)?
            .checked_mul(1 << self.shift)?;
        self.bytes
            .get(at..(at + (1 << self.shift)).min(self.bytes.len()))
    }

    /// The table of which sector follows which.
    fn table(&self) -> Option<Vec<u32>> {
        let mut places = numbers(self.bytes.get(76..512)?);
        let mut more = u32_at(self.bytes, 68)?;
        // Each table of places lies in a sector of its own.
        for _ in 0..self.bytes.len() >> self.shift {
            let Some(sector) = self.sector(more) else {
                break;
            };
            let mut of_sector = numbers(sector);
            more = of_sector.pop().unwrap_or(u32::MAX);
            places.extend(of_sector);
        }
        let mut table = Vec::new();
        for place in places {
            if let Some(sector) = self.sector(place) {
                table.extend(numbers(sector));
            }
        }
        Some(table)
    }

    fn chain(&self, fat: &[u32], first: u32) -> Option<Vec<u8>> {
        chain(fat, first, |sector| self.sector(sector))
    }
}

/// The bytes of a chain of sectors; none where it runs in a circle.
fn chain<'b>(fat: &[u32], first: u32, sector: impl Fn(u32) -> Option<&'b [u8]>) -> Option<Vec<u8>> {
    let mut bytes = Vec::new();
    let mut next = first;
    for _ in 0..=fat.len() {
        let Some(part) = sector(next) else {
            return Some(bytes);
        };
        bytes.extend_from_slice(part);
        match fat.get(next as usize) {
            Some(following) => next = *following,
            None => return Some(bytes),
        }
    }
    None
}

fn numbers(bytes: &[u8]) -> Vec<u32> {
    bytes
        .chunks_exact(4)
        .filter_map(|number| u32_at(number, 0))
        .collect()
}

fn u16_at(bytes: &[u8], at: usize) -> Option<u16> {
    let pair = bytes.get(at..at.checked_add(2)?)?;
    Some(u16::from_le_bytes(pair.try_into().ok()?))
}

fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    let four = bytes.get(at..at.checked_add(4)?)?;
    Some(u32::from_le_bytes(four.try_into().ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn record(kind: u16, data: &[u8]) -> Vec<u8> {
        let length = data.len() as u16;
        [&kind.to_le_bytes(), &length.to_le_bytes(), data].concat()
    }

    /// A sheet with a number in its first cell, a chart, and a number in another cell.
    fn sheet(row: u16, column: u16) -> Vec<u8> {
        let number = |row: u16, column: u16| {
            let place = [row.to_le_bytes(), column.to_le_bytes()].concat();
            record(0x0203, &[place, vec![0; 10]].concat())
        };
        let begin = record(0x0809, &[0; 16]);
        let end = record(0x000A, &[]);
        let chart = [begin.clone(), number(9, 999), end.clone()].concat();
        [begin, number(0, 0), chart, number(row, column), end].concat()
    }

    fn stream(sheets: &[Vec<u8>]) -> Vec<u8> {
        let begin = record(0x0809, &[0; 16]);
        let end = record(0x000A, &[]);
        let mut at = begin.len() + sheets.len() * 12 + end.len();
        let mut told = Vec::new();
        for sheet in sheets {
            let place = (at as u32).to_le_bytes();
            told.extend(record(0x0085, &[&place[..], &[0; 4]].concat()));
            at += sheet.len();
        }
        [begin, told, end, sheets.concat()].concat()
    }

    #[test]
    fn a_sheet_of_many_rows_is_sound_and_a_chart_in_it_is_left_alone() {
        assert!(is_sound_stream(&stream(&[sheet(65_000, 20), sheet(9, 9)])));
    }

    #[test]
    fn sheets_that_ask_for_too_much_room_together_are_not() {
        assert!(is_sound_stream(&stream(&[sheet(65_000, 40)])));
        assert!(!is_sound_stream(&stream(&[
            sheet(65_000, 40),
            sheet(65_000, 40)
        ])));
    }

    #[test]
    fn sheets_that_begin_in_one_another_are_not() {
        let number = record(0x0203, &[0; 14]);
        let long = [record(0x0809, &[0; 16]), number.repeat(10_000)].concat();
        let mut sheets = stream(&[long, Vec::new(), Vec::new(), Vec::new()]);
        assert!(is_sound_stream(&sheets));
        // All four begin where the first does.
        let begin = record(0x0809, &[0; 16]).len();
        let first: Vec<u8> = sheets[begin + 4..begin + 8].to_vec();
        for sheet in 1..4 {
            let at = begin + sheet * 12 + 4;
            sheets[at..at + 4].copy_from_slice(&first);
        }
        assert!(!is_sound_stream(&sheets));
    }

    #[test]
    fn a_cell_beyond_the_last_column_is_not_sound() {
        assert!(!is_sound_stream(&stream(&[sheet(1, 256)])));
    }
}
