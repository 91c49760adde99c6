//! CSV as people have it: from Excel in German, from a statistics package, from our own export.

use std::borrow::Cow;

use super::super::fault::Problem;
use super::row::{MAX_COLUMNS, Row};

/// The text of a CSV file: UTF-8 or UTF-16 by its mark, else UTF-8, else Windows-1252 as German Excel writes it.
pub(super) fn decoded(bytes: &[u8]) -> Result<Cow<'_, str>, Problem> {
    if let Some((encoding, mark)) = encoding_rs::Encoding::for_bom(bytes) {
        let (text, is_damaged) = encoding.decode_without_bom_handling(&bytes[mark..]);
        // Names with characters in place of what was lost would pass for names.
        return if is_damaged {
            Err(Problem::Unreadable)
        } else {
            Ok(text)
        };
    }
    // A picture or a program is no table; text never holds this character.
    if bytes.contains(&0) {
        return Err(Problem::Unreadable);
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => Ok(Cow::Borrowed(text)),
        Err(_) => Ok(encoding_rs::WINDOWS_1252
            .decode_without_bom_handling(bytes)
            .0),
    }
}

/// The same for owned bytes, which most files can use as their text without a copy.
pub(super) fn owned(bytes: Vec<u8>) -> Result<String, Problem> {
    match decoded(&bytes)? {
        Cow::Owned(text) => return Ok(text),
        Cow::Borrowed(text) if text.len() < bytes.len() => return Ok(text.to_owned()),
        Cow::Borrowed(_) => {}
    }
    String::from_utf8(bytes).map_err(|_| Problem::Unreadable)
}

/// The mark between cells: as a first line `sep=;` says, else the most frequent of `;`, tab and `,` in the header.
pub(super) fn delimiter(text: &str) -> u8 {
    if let Some((delimiter, _)) = announced(text) {
        return delimiter;
    }
    let mut quoted = false;
    let mut counts = [(b';', 0), (b'\t', 0), (b',', 0)];
    for byte in text.trim_start_matches(['\r', '\n', ' ']).bytes() {
        quoted ^= byte == b'"';
        // A header may hold a line break itself, as Excel writes what was broken by hand.
        if !quoted && matches!(byte, b'\r' | b'\n') {
            break;
        }
        if let Some((_, count)) = counts.iter_mut().find(|(mark, _)| !quoted && *mark == byte) {
            *count += 1;
        }
    }
    let most = counts.iter().map(|(_, count)| *count).max();
    counts
        .into_iter()
        .find(|(_, count)| Some(*count) == most)
        .map_or(b',', |(mark, _)| mark)
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
    let begin = announced(text).map_or(0, |(_, begin)| begin);
    let table = &text.as_bytes()[begin..];
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter(text))
        .from_reader(table);
    let mut record = csv::StringRecord::new();
    let mut number = u32::from(begin > 0);
    loop {
        let at = usize::try_from(reader.position().byte()).unwrap_or(table.len());
        // The text is UTF-8 and in memory: nothing else can fail.
        if !matches!(reader.read_record(&mut record), Ok(true)) {
            return;
        }
        number = number.saturating_add(1 + blank_lines(table, at));
        let cells = Row::Record(&record);
        // A row of nothing but marks counts where it is longer than any sheet.
        let is_row = cells.width() > MAX_COLUMNS || !cells.is_empty();
        if is_row && !row(number, cells) {
            return;
        }
    }
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
fn blank_lines(table: &[u8], at: usize) -> u32 {
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
