//! CSV as people have it: from Excel in German, from a statistics package, from our own export.

use std::borrow::Cow;

use super::{Problem, Row};

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
        if !cells.is_empty() && !row(number, cells) {
            return;
        }
    }
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
