//! What is wrong in a file, where, and what would be right.

use chrono::NaiveDate;

use super::columns::Table;
use super::old_coding::OldCoding;
use crate::domain::Noun;
use crate::text::Lang;
use crate::text::faults::{DE, EN, FaultTexts, Shapes};

/// Number of faults that are listed one by one.
pub const MAX_FAULTS: usize = 200;

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
    Differs(u32),
    /// Another department bears the name.
    NameTaken,
    /// A committee among the organisations.
    BodyIsAnActor,
    /// There is no funding phase to put the row into.
    NoPhase,
    /// The store has the phase with another start or end.
    PhaseDiffers {
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

    /// All of them, one a line.
    pub fn say(&self, lang: Lang) -> String {
        self.lines(lang).join("\n")
    }

    /// A sentence for each fault, and one for those past [`MAX_FAULTS`].
    pub fn lines(&self, lang: Lang) -> Vec<String> {
        let mut lines: Vec<String> = self.list.iter().map(|fault| fault.say(lang)).collect();
        if self.more > 0 {
            lines.push((texts(lang).more)(self.more));
        }
        lines
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
            Problem::OldCoding(coding) => (texts.old_coding)(coding.system()),
            Problem::ZipInZip => texts.zip_in_zip.to_owned(),
            Problem::OpenQuote => (texts.open_quote)(value),
            Problem::EncodedTwice(once) => (texts.encoded_twice)(value, &short(once)),
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
            Problem::UnknownTable(headers) => (Shapes::of(lang).unknown_table)(&quoted(headers)),
            Problem::NoSuchColumn(headers) => {
                (Shapes::of(lang).no_such_column)(value, &quoted(headers))
            }
            Problem::Nothing => Shapes::of(lang).nothing.to_owned(),
            Problem::OfficeAsEnd(some) => (Shapes::of(lang).office)(value, &quoted(some)),
            Problem::NotAMark => (Shapes::of(lang).not_a_mark)(value),
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
            Problem::Differs(row) => (texts.differs)(*row),
            Problem::NameTaken => (texts.name_taken)(value),
            Problem::BodyIsAnActor => texts.body_is_an_actor.to_owned(),
            Problem::NoPhase => texts.no_phase.to_owned(),
            Problem::PhaseDiffers { start, end } => {
                (texts.phase_differs)(value, &day(*start, lang), end.map(|end| day(end, lang)))
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
    pub(super) fn pick(self, lang: Lang) -> &'static str {
        lang.pick(self.de, self.en)
    }
}

/// Headers or names as they are quoted.
fn quoted(texts: &[String]) -> Vec<String> {
    texts.iter().map(|text| short(text)).collect()
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
