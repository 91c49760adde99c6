//! One row of a table, and the readers of single cells.

use std::str::FromStr;

use chrono::{Days, Months, NaiveDate};

use super::super::fault::{Earlier, Place, Problem, Words};
use super::super::tables::{Line, Part};
use super::list::{List, is_dash};
use super::nearest::nearest;
use crate::domain::{
    BadId, BadText, Id, MAX_ID, MAX_NAME, MAX_NOTE, MAX_TEXT, Note, Since, Strength, Text,
};
use crate::text::{Lang, words};

/// A row and the part of a table that it stands in.
#[derive(Clone, Copy)]
pub(super) struct Cells<'t> {
    pub part: &'t Part,
    pub line: &'t Line,
}

impl<'t> Cells<'t> {
    fn at(&self, key: &str) -> usize {
        self.part
            .table
            .headings()
            .iter()
            .position(|heading| heading.key == key)
            .expect("code names columns by keys of the table")
    }

    /// The text of a cell; none where the file lacks the column.
    pub fn text(&self, key: &str) -> Option<&'t str> {
        let at = self.at(key);
        self.part.headers[at]
            .is_some()
            .then(|| self.line.cells[at].as_str())
    }

    /// The text of a cell that holds a code or a reference: a lone dash, as people put it for "none", is empty.
    pub fn coded(&self, key: &str) -> Option<&'t str> {
        self.text(key)
            .map(|text| if is_dash(text) { "" } else { text })
    }

    /// The text of a list; none where the file lacks the column.
    pub fn list(&self, key: &str) -> Option<List<'t>> {
        let text = self.text(key)?;
        let mark = self.part.list_mark;
        Some(List { text, mark })
    }

    /// What an earlier row says in the column in which this one contradicts it.
    pub fn earlier(&self, before: Cells<'_>, key: &'static str) -> Earlier {
        let place = before.place(key);
        let is_elsewhere = place.source != self.part.source;
        Earlier {
            source: is_elsewhere.then_some(place.source),
            row: before.line.number,
            of_department: key == "department",
            said: place.column.zip(place.value),
        }
    }

    /// The place of a cell.
    pub fn place(&self, key: &str) -> Place {
        let at = self.at(key);
        let value = &self.line.cells[at];
        Place {
            source: self.part.source.clone(),
            row: Some(self.line.number),
            column: self.part.headers[at].clone(),
            value: (!value.is_empty()).then(|| value.clone()),
        }
    }
}

/// A text of a record.
pub(super) fn text(cell: &str) -> Result<Text, Problem> {
    Text::parse(cell).map_err(|bad| match bad {
        BadText::Empty => Problem::Empty,
        BadText::TooLong(_) => Problem::CellTooLong(MAX_TEXT),
        BadText::Control => Problem::ControlCharacter,
    })
}

/// A name: of a department, an actor, an offer, a phase or a section.
pub(super) fn name(cell: &str) -> Result<Text, Problem> {
    let name = text(cell)?;
    // A letter has a byte or more.
    let is_long = name.as_str().len() > MAX_NAME && name.as_str().chars().count() > MAX_NAME;
    if is_long {
        return Err(Problem::NameTooLong(MAX_NAME));
    }
    Ok(name)
}

/// A remark.
pub(super) fn note(cell: &str) -> Result<Note, Problem> {
    Note::parse(cell).map_err(|bad| match bad {
        BadText::Empty => Problem::Empty,
        BadText::TooLong(_) => Problem::NoteTooLong(MAX_NOTE),
        BadText::Control => Problem::ControlCharacter,
    })
}

/// An id.
pub(super) fn id<T>(cell: &str) -> Result<Id<T>, Problem> {
    Id::parse(cell).map_err(|bad| match bad {
        BadId::Empty => Problem::Empty,
        BadId::TooLong => Problem::IdTooLong(MAX_ID),
        BadId::Control => Problem::ControlCharacter,
    })
}

/// Yes or no.
pub(super) fn yes_no(cell: &str) -> Result<bool, Problem> {
    words::read_yes_no(cell).ok_or(Problem::NotYesNo)
}

/// One of the values of a code; where it is none of them, the list of all and, where that will be told, the nearest.
pub(in super::super) fn one_of<T: Copy>(
    cell: &str,
    told: bool,
    all: &[T],
    read: impl Fn(&str) -> Option<T>,
    word: impl Fn(T, Lang) -> &'static str,
) -> Result<T, Problem> {
    read(cell).ok_or_else(|| {
        let words = all.iter().filter(|_| told).map(|value| Words {
            de: word(*value, Lang::De),
            en: word(*value, Lang::En),
        });
        let known: Vec<Words> = words.collect();
        let names = known.iter().flat_map(|word| [word.de, word.en]);
        let nearest = nearest(cell, names).and_then(|name| {
            let is_it = |word: &&Words| word.de == name || word.en == name;
            known.iter().find(is_it).copied()
        });
        Problem::UnknownValue { known, nearest }
    })
}

/// A strength: a whole number, alone or before its anchor as the template's list has it (`3 – Wir stimmen uns ab`), or the
/// anchor alone; none where the cell says that none is stated.
pub(super) fn strength(cell: &str) -> Result<Option<Strength>, Problem> {
    let number = match cell.split_once(|c: char| c.is_whitespace() || c == ':') {
        Some((number, rest)) if rest.chars().any(char::is_alphabetic) => number,
        _ => cell,
    };
    // A column with decimals writes `3,00`.
    let whole = match number.split_once([',', '.']) {
        Some((whole, rest)) if !rest.is_empty() && rest.bytes().all(|c| c == b'0') => whole,
        _ => number,
    };
    let stated = i64::from_str(whole)
        .ok()
        .and_then(|number| Strength::parse(number).ok())
        .or_else(|| words::read_anchor(cell));
    match stated {
        None if words::is_unstated(cell) => Ok(None),
        None => Err(Problem::NotAStrength),
        stated => Ok(stated),
    }
}

/// A day as people write it in a cell: 31.12.2026, 2026-12-31 and more; none where it is no day.
pub fn read_date(text: &str) -> Option<NaiveDate> {
    date(text).ok()
}

/// A day: ISO, German, or the number under which a spreadsheet keeps it.
pub(super) fn date(cell: &str) -> Result<NaiveDate, Problem> {
    let day = cell.split('T').next().unwrap_or(cell);
    let serial = || {
        let days: u64 = day
            .parse()
            .ok()
            .filter(|days| (10_000..100_000).contains(days))?;
        NaiveDate::from_ymd_opt(1899, 12, 30)?.checked_add_days(Days::new(days))
    };
    NaiveDate::from_str(day)
        .ok()
        .or_else(|| german_date(day))
        .or_else(serial)
        .ok_or(Problem::NotADate)
}

/// The days that a cell names, the first and the last: a day, a month (`09/2019`, `2019-09`) or a year.
pub(in super::super) fn days(cell: &str) -> Result<(NaiveDate, NaiveDate), Problem> {
    if let Ok(day) = date(cell) {
        return Ok((day, day));
    }
    let (year, months) = match cell.split_once(['/', '.', '-']) {
        None => (cell, (1, 12)),
        Some((a, b)) => {
            let (year, month) = if a.trim().len() == 4 { (a, b) } else { (b, a) };
            let month: u32 = month.trim().parse().map_err(|_| Problem::NotADate)?;
            (year, (month, month))
        }
    };
    let year = year.trim();
    let is_year = year.len() == 4 && ("1900".."2101").contains(&year);
    let year = year.parse().ok().filter(|_| is_year);
    let first = year.and_then(|year| NaiveDate::from_ymd_opt(year, months.0, 1));
    let last = year.and_then(|year| NaiveDate::from_ymd_opt(year, months.1, 1));
    let last = last.and_then(|day| day.checked_add_months(Months::new(1))?.pred_opt());
    first.zip(last).ok_or(Problem::NotADate)
}

/// The same of the end of a phase; none where it is said to be open.
pub(super) fn end(cell: &str) -> Result<Option<(NaiveDate, NaiveDate)>, Problem> {
    const OPEN: [&str; 7] = [
        "offen",
        "laufend",
        "heute",
        "unbefristet",
        "open",
        "ongoing",
        "today",
    ];
    match OPEN.contains(&words::folded(cell).as_str()) {
        true => Ok(None),
        false => days(cell).map(Some),
    }
}

fn german_date(text: &str) -> Option<NaiveDate> {
    let mut parts = text.split('.').map(str::trim);
    let (day, month, year) = (parts.next()?, parts.next()?, parts.next()?);
    if parts.next().is_some() || year.len() != 4 {
        return None;
    }
    NaiveDate::from_ymd_opt(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)
}

/// Spreadsheets number the days from 1980 on from here; the numbers below look like a year with a digit too many.
const DAYS_FROM_1980: &str = "29221";

/// Since when something has been so, as people write it: a year, a month or a day.
pub fn read_since(text: &str) -> Option<Since> {
    since(text.trim()).ok()
}

/// A year, a month or a day.
pub(super) fn since(cell: &str) -> Result<Since, Problem> {
    let month = || {
        let (month, year) = cell.split_once(['/', '.'])?;
        let (month, year): (u8, u16) = (month.trim().parse().ok()?, year.trim().parse().ok()?);
        Since::from_str(&format!("{year:04}-{month:02}")).ok()
    };
    let is_mistyped_year =
        || cell.len() == 5 && cell < DAYS_FROM_1980 && cell.bytes().all(|c| c.is_ascii_digit());
    let day = || date(cell).ok().filter(|_| !is_mistyped_year());
    Since::from_str(cell)
        .ok()
        .or_else(|| day().and_then(Since::date))
        .or_else(month)
        .ok_or(Problem::NotSince)
}
