//! CSV as people have it: from Excel in German, from a statistics package, from our own export.

use super::row::{MAX_COLUMNS, Row};

/// The lines by which the mark between cells is known.
const FIRST: usize = 10;

/// The mark between cells: as a first line `sep=;` says, else the most frequent of `;`, tab and `,` in the header.
///
/// A title may stand above the header, and hold a mark too: the header is the first line that the next one has as many
/// marks as.
pub(super) fn delimiter(text: &str) -> u8 {
    if let Some((delimiter, _)) = announced(text) {
        return delimiter;
    }
    let mut lines = Vec::with_capacity(FIRST);
    let mut rest = text;
    while lines.len() < FIRST && !rest.is_empty() {
        let (counts, end) = marks(rest);
        lines.push(counts);
        rest = &rest[end..];
    }
    let winner = |counts: &Marks| {
        let most = counts.iter().map(|(_, count)| *count).max();
        counts
            .iter()
            .find(|(_, count)| Some(*count) == most)
            .copied()
    };
    let of = |counts: &Marks, mark: u8| {
        counts
            .iter()
            .find(|(known, _)| *known == mark)
            .map(|(_, count)| *count)
    };
    let header = lines.windows(2).find_map(|two| {
        let (mark, count) = winner(&two[0]).filter(|(_, count)| *count > 0)?;
        (of(&two[1], mark) == Some(count)).then_some(mark)
    });
    let first = || lines.first().and_then(winner).map(|(mark, _)| mark);
    header.or_else(first).unwrap_or(b',')
}

/// How often each mark stands in a line.
type Marks = [(u8, usize); 3];

/// The marks outside quotes in the first line that is not blank, and where it ends; a line may hold a line break itself,
/// as Excel writes what was broken by hand.
fn marks(text: &str) -> (Marks, usize) {
    let mut counts = [(b';', 0), (b'\t', 0), (b',', 0)];
    let blank = text.len() - text.trim_start_matches(['\r', '\n', ' ']).len();
    let mut quoted = false;
    for (at, byte) in text.bytes().enumerate().skip(blank) {
        quoted ^= byte == b'"';
        if !quoted && matches!(byte, b'\r' | b'\n') {
            return (counts, at);
        }
        if let Some((_, count)) = counts.iter_mut().find(|(mark, _)| !quoted && *mark == byte) {
            *count += 1;
        }
    }
    (counts, text.len())
}

/// Excel's own first line: `sep=` and the mark; with the place where the table begins.
fn announced(text: &str) -> Option<(u8, usize)> {
    let line = text.split_inclusive('\n').next()?;
    let mark = line.strip_prefix("sep=")?.trim_end_matches(['\r', '\n']);
    match mark.as_bytes() {
        [mark @ (b';' | b',' | b'\t')] => Some((*mark, line.len())),
        _ => None,
    }
}

/// Calls `row` with each record that holds something, numbered as a spreadsheet would show it: blank lines count, line
/// breaks inside a cell don't.
pub(super) fn each_row(text: &str, mut row: impl FnMut(u32, Row<'_>) -> bool) {
    let (table, mark, mut number) = table(text);
    let mut reader = reader(table, mark);
    let mut record = csv::StringRecord::new();
    loop {
        let at = usize::try_from(reader.position().byte()).unwrap_or(table.len());
        // The text is UTF-8 and in memory: nothing else can fail.
        if !matches!(reader.read_record(&mut record), Ok(true)) {
            return;
        }
        number = number.saturating_add(1 + blank_lines(table.as_bytes(), at));
        let cells = Row::Record(&record);
        // A row of nothing but marks counts where it is longer than any sheet.
        let is_row = cells.width() > MAX_COLUMNS || !cells.is_empty();
        if is_row && !row(number, cells) {
            return;
        }
    }
}

/// A reader of the records of a table.
pub(super) fn reader(table: &str, mark: u8) -> csv::Reader<&[u8]> {
    csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(mark)
        .from_reader(table.as_bytes())
}

/// The table below what Excel says of it, the mark between its cells, and how many rows stand above it.
pub(super) fn table(text: &str) -> (&str, u8, u32) {
    let begin = announced(text).map_or(0, |(_, begin)| begin);
    (&text[begin..], delimiter(text), u32::from(begin > 0))
}

/// The number of the first row that is longer than a sheet is wide.
///
/// A million empty cells take a byte each in the file and eight or more once read: such a line is found without reading
/// it as cells.
pub(super) fn too_wide(text: &str) -> Option<u32> {
    /// Inside quotes there may be marks too, but no row of people has so many.
    const FAR_TOO_MANY: usize = 8 * MAX_COLUMNS;
    let mark = delimiter(text);
    let bytes = text.as_bytes();
    let lines = || bytes.split(|byte| matches!(byte, b'\n' | b'\r'));
    let marks = |line: &[u8]| line.iter().filter(|byte| **byte == mark).count();
    let most = lines().map(marks).max().unwrap_or_default();
    if most > FAR_TOO_MANY {
        let wide = lines().find(|line| marks(line) > FAR_TOO_MANY)?;
        let before = wide.as_ptr() as usize - bytes.as_ptr() as usize;
        let lines = bytes[..before].iter().filter(|byte| **byte == b'\n');
        return u32::try_from(lines.count() + 1).ok();
    }
    if most < MAX_COLUMNS && !bytes.contains(&b'"') {
        return None;
    }
    let mut wide = None;
    each_row(text, |number, row| {
        wide = (row.width() > MAX_COLUMNS).then_some(number);
        wide.is_none()
    });
    wide
}

/// How many lines the reader skips before the record that it reads from here.
pub(super) fn blank_lines(table: &[u8], at: usize) -> u32 {
    let mut at = at;
    // The second half of the line end that closed the record before.
    if at > 0 && table.get(at - 1) == Some(&b'\r') && table.get(at) == Some(&b'\n') {
        at += 1;
    }
    let mut lines = 0;
    loop {
        match (table.get(at), table.get(at + 1)) {
            (Some(b'\r'), Some(b'\n')) => at += 2,
            (Some(b'\r' | b'\n'), _) => at += 1,
            _ => return lines,
        }
        lines += 1;
    }
}
