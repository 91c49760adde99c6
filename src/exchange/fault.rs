//! What is wrong in a file, where, and what would be right.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::columns::Table;
use super::correction::NameOf;
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
    /// A required column is not there.
    ColumnMissing(Words),
    /// Two columns have the same header.
    ColumnTwice,
    /// A required cell is empty.
    Empty,
    /// The cell holds a spreadsheet's error, such as `#REF!`.
    CellError,
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
    Differs(Earlier),
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

impl Fault {
    /// Where it is, what is wrong and what would be right, in one line.
    pub fn say(&self, lang: Lang) -> String {
        format!("{}: {}", self.place.say(lang), self.say_problem(lang))
    }

    /// What is wrong and what would be right, without the place.
    pub fn say_problem(&self, lang: Lang) -> String {
        let texts = texts(lang);
        let value = short(self.place.value.as_deref().unwrap_or_default());
        let value = value.as_str();
        match &self.problem {
            Problem::Unreadable => texts.unreadable.to_owned(),
            Problem::Locked => texts.locked.to_owned(),
            Problem::TooLarge(megabytes) => (texts.too_large)(*megabytes),
            Problem::TooManyRows(rows) => (texts.too_many_rows)(*rows),
            Problem::CellTooLong(characters) => (texts.cell_too_long)(*characters),
            Problem::NameTooLong(characters) => (texts.name_too_long)(*characters),
            Problem::TooManyColumns(columns) => (texts.too_many_columns)(*columns),
            Problem::TooManySheets(sheets) => (texts.too_many_sheets)(*sheets),
            Problem::TooManyFiles(files) => (texts.too_many_files)(*files),
            Problem::CellBeyond => (texts.cell_beyond)(value),
            Problem::TooManyPlaces(rows) => (texts.too_many_places)(*rows),
            Problem::TooManyCells(cells) => (texts.too_many_cells)(*cells),
            Problem::TooManyPhases(phases) => (texts.too_many_phases)(*phases),
            Problem::TooManyItems(items) => (texts.too_many_items)(*items),
            Problem::NoTable => {
                let sheets: Vec<&str> = Table::ALL.map(|table| table.sheet(lang)).to_vec();
                (texts.no_table)(&sheets.join(", "))
            }
            Problem::ColumnMissing(column) => (texts.column_missing)(column.pick(lang)),
            Problem::ColumnTwice => texts.column_twice.to_owned(),
            Problem::Empty => texts.empty.to_owned(),
            Problem::CellError => (texts.cell_error)(value),
            Problem::Uncalculated => (texts.uncalculated)(value),
            Problem::UnknownValue { known, nearest } => {
                let known: Vec<&str> = known.iter().map(|word| word.pick(lang)).collect();
                let mut text = (texts.unknown_value)(value, &known.join(", "));
                if let Some(nearest) = nearest {
                    text.push_str(&(texts.did_you_mean)(nearest.pick(lang)));
                }
                text
            }
            Problem::NotYesNo => (texts.not_yes_no)(value),
            Problem::NotADate => (texts.not_a_date)(value),
            Problem::NotSince => (texts.not_since)(value),
            Problem::NotAStrength => (texts.not_a_strength)(value),
            Problem::NotANumber => (texts.not_a_number)(value),
            Problem::ControlCharacter => texts.control_character.to_owned(),
            Problem::IdTooLong(characters) => (texts.id_too_long)(*characters),
            Problem::NoteTooLong(characters) => (texts.note_too_long)(*characters),
            Problem::NoSuch { noun, nearest } => {
                let mut text = (texts.no_such)(value, *noun);
                if let Some(nearest) = nearest {
                    text.push_str(&(texts.did_you_mean)(&short(nearest)));
                }
                text
            }
            Problem::Ambiguous { noun, ids } => (texts.ambiguous)(value, *noun, &ids.join(", ")),
            Problem::SelfTie => (texts.self_tie)(value),
            Problem::Differs(earlier) => {
                let place = (texts.place)(
                    earlier.source.as_deref().unwrap_or_default(),
                    Some(earlier.row),
                    None,
                );
                let place = place.trim_start_matches(", ");
                let said = earlier.said.as_ref();
                let said = said.map(|(column, value)| (column.as_str(), short(value)));
                let said = said
                    .as_ref()
                    .map(|(column, value)| (*column, value.as_str()));
                if earlier.of_department
                    && let Some((_, department)) = said
                {
                    (texts.elsewhere)(place, department)
                } else {
                    (texts.differs)(place, said)
                }
            }
            Problem::NameTaken => (texts.name_taken)(value),
            Problem::BodyIsAnActor => texts.body_is_an_actor.to_owned(),
            Problem::NoPhase => texts.no_phase.to_owned(),
            Problem::PhaseDiffers { name, start, end } => {
                (texts.phase_differs)(name, &day(*start, lang), end.map(|end| day(end, lang)))
            }
            Problem::PhasesOverlap(other) => (texts.phases_overlap)(value, other),
            Problem::EndsBeforeStart => texts.ends_before_start.to_owned(),
            Problem::NotInPhase(phase) => (texts.not_in_phase)(value, phase),
            Problem::TooManyValues(most) => (texts.too_many_values)(*most),
            Problem::StillUsed => (texts.still_used)(value),
        }
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

    /// The place in one line: file and sheet, row, column.
    pub fn say(&self, lang: Lang) -> String {
        (texts(lang).place)(&self.source, self.row, self.column.as_deref())
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

fn day(date: NaiveDate, lang: Lang) -> String {
    date.format(lang.pick("%d.%m.%Y", "%Y-%m-%d")).to_string()
}
