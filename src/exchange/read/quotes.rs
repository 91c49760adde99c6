//! Quotation marks in a CSV file that are not closed before their line ends: the rows below would be read into the cell.
//!
//! A cell may hold line breaks, as Excel and our own export write them: it begins with a quotation mark and ends with one
//! before a mark between cells or the end of a line, and its lines are no rows of the table.

use super::csv_file::{blank_lines, reader, table};

/// A quotation mark that is not closed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in super::super) struct OpenQuote {
    /// The row as a spreadsheet numbers it.
    pub row: u32,
    /// The line.
    pub line: String,
}

/// More are told when these are mended: each may have the rest of the file gone through again.
const MOST: usize = 10;

/// The rows by which the width of the table is known.
const FIRST: usize = 10;

/// All that are not closed.
pub(super) fn open_quotes(text: &str) -> Vec<OpenQuote> {
    let mut found = Vec::new();
    let (table, mark, above) = table(text);
    if !table.contains('"') {
        return found;
    }
    let width = width(table, mark);
    let (mut from, mut number) = (0, above);
    while found.len() < MOST {
        let rest = &table[from..];
        let Some((row, begin)) = first_open(rest, mark, width, number) else {
            break;
        };
        let line = rest[begin..].lines().next().unwrap_or_default();
        found.push(OpenQuote {
            row,
            line: line.to_owned(),
        });
        number = row;
        let end = begin + line.len();
        from += end
            + if rest[end..].starts_with("\r\n") {
                2
            } else {
                1
            };
        if from >= table.len() {
            break;
        }
    }
    found
}

/// How many cells the widest of the first rows has, as far as each stands in one line.
fn width(table: &str, mark: u8) -> usize {
    let marks = |line: &str| {
        let mut quoted = false;
        let marks = line.bytes().filter(|byte| {
            quoted ^= *byte == b'"';
            !quoted && *byte == mark
        });
        let marks = marks.count();
        (!quoted).then_some(marks)
    };
    let lines = table.lines().take(FIRST).filter_map(marks);
    lines.max().map_or(1, |marks| marks + 1)
}

/// The number and place of the first row that is not closed in its line.
fn first_open(table: &str, mark: u8, width: usize, above: u32) -> Option<(u32, usize)> {
    let bytes = table.as_bytes();
    let mut reader = reader(table, mark);
    let mut record = csv::ByteRecord::new();
    let mut number = above;
    loop {
        let at = usize::try_from(reader.position().byte()).unwrap_or(bytes.len());
        if !matches!(reader.read_byte_record(&mut record), Ok(true)) {
            return None;
        }
        number = number.saturating_add(1 + blank_lines(bytes, at));
        let end = usize::try_from(reader.position().byte()).unwrap_or(bytes.len());
        let begin = at
            + bytes[at..end]
                .iter()
                .take_while(|byte| matches!(byte, b'\r' | b'\n'))
                .count();
        let row = table.get(begin..end).unwrap_or_default();
        let row = row.trim_end_matches(['\r', '\n']);
        let is_long = row.contains(['\n', '\r']);
        let is_open = match end_of(row.as_bytes(), mark) {
            End::Open => true,
            End::Ragged => is_long,
            End::Closed => is_long && holds_rows(row, mark, width, record.len()),
        };
        if is_open {
            return Some((number, begin));
        }
    }
}

/// How the quotation marks of a row end.
enum End {
    /// Each cell that begins with one ends with one.
    Closed,
    /// Behind one that ends a cell stands more.
    Ragged,
    /// A cell has no end.
    Open,
}

fn end_of(row: &[u8], mark: u8) -> End {
    let (mut quoted, mut begins, mut is_ragged) = (false, true, false);
    let mut at = 0;
    while let Some(byte) = row.get(at) {
        match byte {
            b'"' if quoted && row.get(at + 1) == Some(&b'"') => at += 1,
            b'"' if quoted => {
                let mut rest = row[at + 1..].iter().skip_while(|byte| **byte == b' ');
                is_ragged |= rest.next().is_some_and(|next| *next != mark);
                quoted = false;
            }
            b'"' if begins => quoted = true,
            _ => {}
        }
        begins = !quoted && *byte == mark;
        at += 1;
    }
    match (quoted, is_ragged) {
        (true, _) => End::Open,
        (false, true) => End::Ragged,
        (false, false) => End::Closed,
    }
}

/// Whether every line of a row would be a row by itself.
fn holds_rows(row: &str, mark: u8, width: usize, cells: usize) -> bool {
    let marks = |line: &str| line.bytes().filter(|byte| *byte == mark).count();
    let mut lines = row.lines().filter(|line| !line.is_empty());
    let are_rows = lines.all(|line| marks(line) + 1 >= width);
    width > 1 && are_rows && (width > 2 || cells < width)
}
