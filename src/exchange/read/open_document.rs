//! The sheets of an OpenDocument spreadsheet, read as they come.
//!
//! calamine makes room for every cell that a file says is repeated: a few bytes could ask for gigabytes. This reader
//! keeps only the cells that hold something.

use std::collections::HashSet;

use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion, escape};

use super::super::columns::is_other;
use super::super::fault::Problem;
use super::super::input::MAX_CELL;
use super::found::Found;
use super::gathered::Gathered;
use super::merged::Merged;
use super::room::Room;
use super::sheet::{Broken, MAX_ROWS, MAX_SHEETS, day_text, number_text};

/// A filled cell repeated to the right is read up to here; no table of ours is wider.
const WIDEST: usize = 256;

/// The most bytes of a cell that are kept: more than any cell may hold, so that it is still told to be too long.
const LONGEST: usize = 200_000;

/// Adds the sheets of a `content.xml` that people see.
pub(super) fn add(
    file: &str,
    content: &[u8],
    room: &mut Room,
    found: &mut Found<'_>,
) -> Result<(), Broken> {
    let content = std::str::from_utf8(content).map_err(|_| Problem::Unreadable)?;
    let mut reader = Reader::from_str(content);
    reader.config_mut().expand_empty_elements = true;
    let (mut style, mut hidden) = (None, HashSet::new());
    let mut seen = 0;
    loop {
        match event(&mut reader)? {
            Event::Start(start) => match start.name().0 {
                "style:style" => style = attribute(&start, "style:name"),
                "style:table-properties" => {
                    let is_hidden =
                        attribute(&start, "table:display").is_some_and(|is| is == "false");
                    hidden.extend(style.take().filter(|_| is_hidden));
                }
                "table:table" => {
                    let name = attribute(&start, "table:name").unwrap_or_default();
                    let style = attribute(&start, "table:style-name");
                    if style.is_some_and(|style| hidden.contains(&style)) {
                        skip(&mut reader)?;
                        if !is_other(&name) {
                            found.hidden(file, &name);
                        }
                        continue;
                    }
                    seen += 1;
                    if seen > MAX_SHEETS {
                        return Err(Problem::TooManySheets(MAX_SHEETS).into());
                    }
                    let mut is_whole = false;
                    found.add(file, name, room, |rows| {
                        table(&mut reader, rows)?;
                        is_whole = true;
                        Ok(())
                    })?;
                    if !is_whole {
                        skip(&mut reader)?;
                    }
                }
                _ => {}
            },
            Event::Eof => return Ok(()),
            _ => {}
        }
    }
}

/// Leaves a table behind.
fn skip(reader: &mut Reader<&[u8]>) -> Result<(), Problem> {
    loop {
        match event(reader)? {
            Event::End(end) if end.name().0 == "table:table" => return Ok(()),
            Event::Eof => return Err(Problem::Unreadable),
            _ => {}
        }
    }
}

fn event<'a>(reader: &mut Reader<&'a [u8]>) -> Result<Event<'a>, Problem> {
    reader.read_event().map_err(|_| Problem::Unreadable)
}

fn attribute(start: &BytesStart<'_>, name: &str) -> Option<String> {
    let attribute = start.try_get_attribute(name).ok()??;
    let value = attribute.normalized_value(XmlVersion::Implicit1_0).ok()?;
    Some(value.into_owned())
}

fn repeated(start: &BytesStart<'_>, name: &str) -> usize {
    attribute(start, name)
        .and_then(|count| count.parse().ok())
        .unwrap_or(1)
}

fn table(reader: &mut Reader<&[u8]>, rows: &mut Gathered<'_>) -> Result<(), Broken> {
    let mut next_row: u32 = 0;
    let mut repeats: u32 = 1;
    let mut cells: Vec<(usize, String)> = Vec::new();
    let mut next_column = 0usize;
    let mut in_row = 0;
    loop {
        match event(reader)? {
            Event::Start(start) => match start.name().0 {
                "table:table-row" => {
                    let count = repeated(&start, "table:number-rows-repeated");
                    repeats = u32::try_from(count).unwrap_or(u32::MAX);
                    cells.clear();
                    next_column = 0;
                    in_row = 0;
                }
                name @ ("table:table-cell" | "table:covered-table-cell") => {
                    let count = repeated(&start, "table:number-columns-repeated");
                    if name == "table:table-cell" {
                        merge(rows, &start, (next_row, repeats), next_column);
                    }
                    let text = cell(reader, &start, name)?;
                    if text.is_empty()
                        && attribute(&start, "office:value-type").is_none()
                        && let Some(formula) = attribute(&start, "table:formula")
                    {
                        rows.push_uncalculated(next_row, next_column, formula)?;
                    }
                    if !text.is_empty() {
                        let until = next_column.saturating_add(count);
                        let until = until.min(WIDEST.max(next_column.saturating_add(1)));
                        in_row += (until - next_column) * text.len();
                        rows.judge_row(in_row)?;
                        cells.extend((next_column..until).map(|column| (column, text.clone())));
                    }
                    next_column = next_column.saturating_add(count);
                }
                _ => {}
            },
            Event::End(end) => match end.name().0 {
                "table:table-row" => {
                    if !cells.is_empty() {
                        for row in next_row..next_row.saturating_add(repeats) {
                            for (column, text) in &cells {
                                rows.push(row, *column, text.clone())?;
                            }
                        }
                    }
                    next_row = next_row.saturating_add(repeats);
                }
                "table:table" => return Ok(()),
                _ => {}
            },
            Event::Eof => return Err(Problem::Unreadable.into()),
            _ => {}
        }
        // A row number past the end of any sheet.
        next_row = next_row.min(16_777_216);
    }
}

/// Notes the cells that the one which begins here is shown over. In rows that are repeated each is merged to the right
/// alone, and all hold the same.
fn merge(
    rows: &mut Gathered<'_>,
    start: &BytesStart<'_>,
    (row, repeats): (u32, u32),
    column: usize,
) {
    let down = repeated(start, "table:number-rows-spanned").max(1);
    let right = repeated(start, "table:number-columns-spanned").max(1);
    if down > 1 || right > 1 {
        let down = u32::try_from(down - 1).unwrap_or(u32::MAX);
        let last = row.saturating_add(repeats.max(1) - 1).saturating_add(down);
        rows.merge(Merged {
            rows: (row, last.min(MAX_ROWS - 1)),
            columns: (column, column.saturating_add(right - 1)),
        });
    }
}

/// The value of a cell, read to its end: the typed one where there is one, else the paragraphs.
fn cell(reader: &mut Reader<&[u8]>, start: &BytesStart<'_>, name: &str) -> Result<String, Problem> {
    // What LibreOffice shows for a formula that failed stands only in the text: as a value it is empty.
    let is_error = attribute(start, "calcext:value-type").is_some_and(|kind| kind == "error");
    let typed = match attribute(start, "office:value-type").as_deref() {
        _ if is_error => None,
        Some("float" | "percentage" | "currency") => {
            attribute(start, "office:value").map(|value| value.parse().map_or(value, number_text))
        }
        Some("date") => attribute(start, "office:date-value").map(|value| day_text(&value)),
        Some("boolean") => attribute(start, "office:boolean-value"),
        Some("string") => attribute(start, "office:string-value"),
        _ => None,
    };
    let mut text = String::new();
    let mut paragraphs = 0;
    // A remark stuck to the cell, or a shape with a text, is not its value.
    let mut remarks = 0;
    loop {
        let event = event(reader)?;
        // A mark of a few bytes stands for thousands of blanks.
        let is_full = text.len() > LONGEST;
        match event {
            Event::Start(start) => match start.name().0 {
                name if is_remark(name) => remarks += 1,
                _ if remarks > 0 || is_full => {}
                "text:p" => {
                    if paragraphs > 0 {
                        text.push('\n');
                    }
                    paragraphs += 1;
                }
                "text:s" => {
                    let count = repeated(&start, "text:c").min(MAX_CELL);
                    text.extend(std::iter::repeat_n(' ', count));
                }
                "text:tab" => text.push('\t'),
                "text:line-break" => text.push('\n'),
                _ => {}
            },
            Event::End(end) => match end.name().0 {
                name if is_remark(name) => remarks -= 1,
                end if end == name => return Ok(typed.unwrap_or(text)),
                _ => {}
            },
            Event::Text(part) if remarks == 0 && paragraphs > 0 && !is_full => {
                text.push_str(&part.xml10_content());
            }
            Event::GeneralRef(part) if remarks == 0 && !is_full => {
                if let Ok(Some(c)) = part.resolve_char_ref() {
                    text.push(c);
                } else if let Some(known) = escape::resolve_xml_entity(&part) {
                    text.push_str(known);
                }
            }
            Event::Eof => return Err(Problem::Unreadable),
            _ => {}
        }
    }
}

fn is_remark(element: &str) -> bool {
    element == "office:annotation" || element.starts_with("draw:")
}
