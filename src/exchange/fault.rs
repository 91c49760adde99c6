//! What is wrong in a file, where, and what would be right.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::correction::NameOf;
use super::old_coding::OldCoding;
use crate::domain::Noun;
use crate::text::Lang;
use crate::text::faults::{DE, EN, FaultTexts};

/// Number of faults that are listed one by one.
pub const MAX_FAULTS: usize = 200;

/// What stands between a file and its sheet.
const BETWEEN: &str = " · ";

/// Number of ids listed for an ambiguous name.
const MAX_IDS: usize = 10;

/// The most characters of a value that are quoted: a whole paragraph would bury the sentence.
const QUOTED: usize = 60;

/// A place in a file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Place {
    /// The file, and the sheet of a workbook.
    pub source: String,
    /// The row as a spreadsheet numbers it: the first is 1.
    pub row: Option<u32>,
    /// The header of the column as written.
    pub column: Option<String>,
    /// What stands in the cell.
    pub value: Option<String>,
}

/// Something in a file that stops an import.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// Where it is.
    pub place: Place,
    /// What is wrong.
    pub problem: Problem,
}

/// What can be wrong; each names its remedy in [`Fault::say`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Problem {
    /// The file is of no known format, or damaged.
    Unreadable,
    /// The file asks for a password.
    Locked,
    /// The text is in a coding that no program of today writes.
    OldCoding(OldCoding),
    /// An archive in an archive.
    ZipInZip,
    /// A quotation mark that is not closed before its line ends.
    OpenQuote,
    /// More than so many megabytes when unpacked.
    TooLarge(u64),
    /// More than so many rows with a value.
    TooManyRows(usize),
    /// More than so many characters in a cell.
    CellTooLong(usize),
    /// A name longer than so many characters.
    NameTooLong(usize),
    /// A row longer than so many columns.
    TooManyColumns(usize),
    /// A workbook of more than so many sheets.
    TooManySheets(usize),
    /// More than so many files, given or in archives.
    TooManyFiles(usize),
    /// A cell beyond the last that a spreadsheet has; the value names it.
    CellBeyond,
    /// More than so many rows, each counted for each of its phases.
    TooManyPlaces(usize),
    /// More than so many rows times columns.
    TooManyCells(usize),
    /// More than so many funding phases.
    TooManyPhases(usize),
    /// More than so many items in all lists.
    TooManyItems(usize),
    /// No sheet and no file is a table that is known.
    NoTable,
    /// A file or sheet that ought to hold a table holds none that is known; its headers.
    UnknownTable(Vec<String>),
    /// A column that a person named is nowhere; the headers that there are.
    NoSuchColumn(Vec<String>),
    /// The file holds nothing.
    Nothing,
    /// An end of a cooperation is a department; some of its functions.
    OfficeAsEnd(Vec<String>),
    /// Neither a cross nor empty.
    NotAMark,
    /// A required column is not there.
    ColumnMissing(Words),
    /// Two columns have the same header.
    ColumnTwice,
    /// A required cell is empty.
    Empty,
    /// The cell holds a spreadsheet's error, such as `#REF!`.
    CellError,
    /// The text was encoded twice; what it said before is given.
    EncodedTwice(String),
    /// The cell holds a formula that no program has calculated yet.
    Uncalculated,
    /// The value is not one of those known.
    UnknownValue {
        /// What is known.
        known: Vec<Words>,
        /// The nearest of them.
        nearest: Option<Words>,
    },
    /// Neither yes nor no.
    NotYesNo,
    /// Not a date.
    NotADate,
    /// Not a year, month or day.
    NotSince,
    /// Not a whole number from 0 to 5.
    NotAStrength,
    /// Not a finite number.
    NotANumber,
    /// A control character in the text.
    ControlCharacter,
    /// An id longer than so many characters.
    IdTooLong(usize),
    /// A note longer than so many characters.
    NoteTooLong(usize),
    /// It names something that is neither in the file nor in the store.
    NoSuch {
        /// What it should name.
        noun: Noun,
        /// The nearest name that is known.
        nearest: Option<String>,
    },
    /// It names several things.
    Ambiguous {
        /// What it should name.
        noun: Noun,
        /// The ids of the first that it may mean, and an ellipsis where they are more.
        ids: Vec<String>,
    },
    /// An actor's cooperation with itself.
    SelfTie,
    /// An earlier row, which is given, says otherwise of the same.
    Differs(Box<Earlier>),
    /// Another department bears the name.
    NameTaken,
    /// A committee among the organisations.
    BodyIsAnActor,
    /// There is no funding phase to put the row into.
    NoPhase,
    /// The store has the phase with another start or end.
    PhaseDiffers {
        /// Its name.
        name: String,
        /// The start that is known.
        start: NaiveDate,
        /// The end that is known.
        end: Option<NaiveDate>,
    },
    /// The phase shares a day with another, which is named.
    PhasesOverlap(String),
    /// The phase ends before it starts.
    EndsBeforeStart,
    /// An end of a cooperation has no row in the phase, which is named.
    NotInPhase(String),
    /// More than so many different values in a column of codes.
    TooManyValues(usize),
    /// Something that is still referred to cannot go.
    StillUsed,
}

/// The earlier row that a row contradicts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Earlier {
    /// The file and sheet, where these are others.
    pub source: Option<String>,
    /// The row as a spreadsheet numbers it.
    pub row: u32,
    /// Whether it says another department of an actor.
    pub of_department: bool,
    /// The header of the first column in which the two differ, and what stands there, where that is known.
    pub said: Option<(String, String)>,
}

/// A word in German and English.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Words {
    /// German.
    pub de: &'static str,
    /// English.
    pub en: &'static str,
}

/// Everything that is wrong in some files, at most [`MAX_FAULTS`] one by one.
#[derive(Debug, Clone, Default, PartialEq, Eq, thiserror::Error)]
#[error("{} faults, the first: {}", self.len(), self.list.first().map(|fault| fault.say(Lang::En)).unwrap_or_default())]
pub struct Faults {
    /// The first of them.
    pub list: Vec<Fault>,
    /// How many more there are.
    pub more: usize,
    /// The names that are known, to choose the right one from.
    pub known: BTreeMap<NameOf, Vec<String>>,
}

impl Faults {
    /// Adds a fault; past [`MAX_FAULTS`] it is only counted.
    pub fn push(&mut self, place: Place, problem: Problem) {
        self.push_with(|| place, || problem);
    }

    /// The same; where it is only counted, nothing is made: there may be millions.
    pub(super) fn push_with(
        &mut self,
        place: impl FnOnce() -> Place,
        problem: impl FnOnce() -> Problem,
    ) {
        if self.is_full() {
            self.more += 1;
            return;
        }
        let place = place();
        self.list.push(Fault {
            place: Place {
                column: place.column.as_deref().map(short),
                value: place.value.as_deref().map(short),
                ..place
            },
            problem: problem(),
        });
    }

    /// Whether one more would only be counted.
    pub fn is_full(&self) -> bool {
        self.list.len() >= MAX_FAULTS
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.list.len() + self.more
    }

    /// Whether nothing is wrong.
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// Faults of a whole file.
    pub(super) fn of_file(source: &str, problem: Problem) -> Self {
        let mut faults = Self::default();
        faults.push(
            Place {
                source: source.to_owned(),
                ..Place::default()
            },
            problem,
        );
        faults
    }

    /// Adds all of another list.
    pub(super) fn join(&mut self, other: Self) {
        for fault in other.list {
            self.push(fault.place, fault.problem);
        }
        self.more += other.more;
    }
}

pub(super) fn texts(lang: Lang) -> &'static FaultTexts {
    match lang {
        Lang::De => &DE,
        Lang::En => &EN,
    }
}

impl Place {
    /// The file alone.
    pub fn file(&self) -> &str {
        let parts = self.source.split_once(BETWEEN);
        parts.map_or(self.source.as_str(), |(file, _)| file)
    }

    /// The sheet alone; empty where the file has none.
    pub fn sheet(&self) -> &str {
        let parts = self.source.split_once(BETWEEN);
        parts.map_or("", |(_, sheet)| sheet)
    }
}

/// The first of the ids that a name may mean: thousands may bear it.
pub(super) fn some_ids(mut ids: impl Iterator<Item = String>) -> Vec<String> {
    let mut some: Vec<String> = ids.by_ref().take(MAX_IDS).collect();
    if ids.next().is_some() {
        some.push("…".to_owned());
    }
    some
}

impl Words {
    /// The word in a language.
    pub fn pick(self, lang: Lang) -> &'static str {
        lang.pick(self.de, self.en)
    }
}

/// A value as it is quoted.
pub(super) fn short(value: &str) -> String {
    shortened(value, QUOTED)
}

/// At most so many characters of a text, and an ellipsis where there are more.
pub(super) fn shortened(text: &str, most: usize) -> String {
    match text.char_indices().nth(most) {
        Some((end, _)) if text[end..] != *"…" => format!("{}…", &text[..end]),
        _ => text.to_owned(),
    }
}
