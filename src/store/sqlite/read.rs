//! Columns of a row as the domain's values.

use chrono::{DateTime, Utc};
use rusqlite::Row;
use rusqlite::types::ValueRef;

use super::error::unreadable;
use crate::domain::{Id, Note, Text};
use crate::store::Result;

/// A column that holds text.
pub(super) fn text<'a>(row: &'a Row<'_>, column: usize) -> Result<&'a str> {
    maybe_text(row, column)?.ok_or_else(|| unreadable(&name(row, column), "is empty"))
}

/// A column that holds text or nothing.
pub(super) fn maybe_text<'a>(row: &'a Row<'_>, column: usize) -> Result<Option<&'a str>> {
    row.get_ref(column)?
        .as_str_or_null()
        .map_err(|error| unreadable(&name(row, column), error))
}

/// A column that holds the id of another row, as it is stored: it is looked up byte by byte.
pub(super) fn reference<'a>(row: &'a Row<'_>, column: usize) -> Result<&'a [u8]> {
    match row.get_ref(column)? {
        ValueRef::Text(bytes) => Ok(bytes),
        _ => Err(unreadable(&name(row, column), "is no text")),
    }
}

/// A column that holds the id of another row, or nothing.
pub(super) fn maybe_reference<'a>(row: &'a Row<'_>, column: usize) -> Result<Option<&'a [u8]>> {
    match row.get_ref(column)? {
        ValueRef::Null => Ok(None),
        _ => reference(row, column).map(Some),
    }
}

/// A column that holds a number or nothing.
pub(super) fn maybe_number(row: &Row<'_>, column: usize) -> Result<Option<i64>> {
    row.get_ref(column)?
        .as_i64_or_null()
        .map_err(|error| unreadable(&name(row, column), error))
}

/// A column that holds a time, in milliseconds since 1970, or nothing.
pub(super) fn maybe_time(row: &Row<'_>, column: usize) -> Result<Option<DateTime<Utc>>> {
    let Some(at) = maybe_number(row, column)? else {
        return Ok(None);
    };
    DateTime::from_timestamp_millis(at)
        .map(Some)
        .ok_or_else(|| unreadable(&name(row, column), "is not a time"))
}

/// A column that holds a time.
pub(super) fn time(row: &Row<'_>, column: usize) -> Result<DateTime<Utc>> {
    maybe_time(row, column)?.ok_or_else(|| unreadable(&name(row, column), "is empty"))
}

/// A column that holds 0, 1 or nothing.
pub(super) fn maybe_flag(row: &Row<'_>, column: usize) -> Result<Option<bool>> {
    Ok(maybe_number(row, column)?.map(|number| number != 0))
}

/// A column that holds 0 or 1.
pub(super) fn flag(row: &Row<'_>, column: usize) -> Result<bool> {
    Ok(!matches!(row.get_ref(column)?, ValueRef::Integer(0)))
}

/// A column that holds an id of its own row.
pub(super) fn id<T>(row: &Row<'_>, column: usize) -> Result<Id<T>> {
    Id::parse(text(row, column)?).map_err(|error| unreadable(&name(row, column), error))
}

/// A column that holds a name.
pub(super) fn words(row: &Row<'_>, column: usize) -> Result<Text> {
    Text::parse(text(row, column)?).map_err(|error| unreadable(&name(row, column), error))
}

/// A column that holds words or nothing.
pub(super) fn maybe_words(row: &Row<'_>, column: usize) -> Result<Option<Text>> {
    maybe_text(row, column)?
        .map(|text| Text::parse(text).map_err(|error| unreadable(&name(row, column), error)))
        .transpose()
}

/// A column that holds a note or nothing.
pub(super) fn maybe_note(row: &Row<'_>, column: usize) -> Result<Option<Note>> {
    maybe_text(row, column)?
        .map(|text| Note::parse(text).map_err(|error| unreadable(&name(row, column), error)))
        .transpose()
}

/// A column that holds a code.
pub(super) fn code<T>(
    row: &Row<'_>,
    column: usize,
    from_code: impl Fn(&str) -> Option<T>,
) -> Result<T> {
    let text = text(row, column)?;
    from_code(text).ok_or_else(|| unreadable(&name(row, column), format!("{text:?} is not known")))
}

/// The codes of a list with spaces between.
pub(super) fn codes<T, Set: FromIterator<T>>(
    text: &str,
    from_code: impl Fn(&str) -> Option<T>,
) -> Result<Set> {
    text.split_ascii_whitespace()
        .map(|code| {
            from_code(code).ok_or_else(|| unreadable("a list", format!("{code:?} is not known")))
        })
        .collect()
}

fn name(row: &Row<'_>, column: usize) -> String {
    row.as_ref()
        .column_name(column)
        .map_or_else(|_| format!("column {column}"), str::to_owned)
}
