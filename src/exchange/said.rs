//! What a fault says: where it is, what is wrong and what would be right.

use chrono::NaiveDate;

use super::columns::Table;
use super::fault::{Earlier, Fault, Place, Problem, Words, short, texts};
use crate::domain::{Noun, difference};
use crate::text::Lang;
use crate::text::faults::{FaultTexts, Shapes};

impl Fault {
    /// Where it is, what is wrong and what would be right, in one line.
    pub fn say(&self, lang: Lang) -> String {
        format!("{}: {}", self.place.say(lang), self.say_problem(lang))
    }

    /// What is wrong and what would be right, without the place.
    pub fn say_problem(&self, lang: Lang) -> String {
        let texts = texts(lang);
        let value = self.quoted_value();
        let value = value.as_str();
        match &self.problem {
            Problem::Unreadable => texts.unreadable.to_owned(),
            Problem::Locked => texts.locked.to_owned(),
            Problem::OldCoding(_)
            | Problem::ZipInZip
            | Problem::OpenQuote
            | Problem::EncodedTwice(_) => self.say_coding(lang),
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
            Problem::NoTable => (texts.no_table)(&Table::ALL.map(|one| one.sheet(lang)).join(", ")),
            Problem::UnknownTable(_)
            | Problem::NoSuchColumn(_)
            | Problem::Nothing
            | Problem::OfficeAsEnd(_)
            | Problem::NotAMark => self.say_shape(lang),
            Problem::ColumnMissing(column) => (texts.column_missing)(column.pick(lang)),
            Problem::ColumnTwice => texts.column_twice.to_owned(),
            Problem::Empty => texts.empty.to_owned(),
            Problem::CellError => (texts.cell_error)(value),
            Problem::Uncalculated => (texts.uncalculated)(value),
            Problem::UnknownValue { known, nearest } => {
                unknown_value(value, known, nearest.as_ref(), lang)
            }
            Problem::NotYesNo => (texts.not_yes_no)(value),
            Problem::NotADate => (texts.not_a_date)(value),
            Problem::NotSince => (texts.not_since)(value),
            Problem::NotAStrength => (texts.not_a_strength)(value),
            Problem::NotANumber => (texts.not_a_number)(value),
            Problem::ControlCharacter => texts.control_character.to_owned(),
            Problem::IdTooLong(characters) => (texts.id_too_long)(*characters),
            Problem::NoteTooLong(characters) => (texts.note_too_long)(*characters),
            Problem::NoSuch { noun, nearest } => no_such(value, *noun, nearest.as_deref(), texts),
            Problem::Ambiguous { noun, ids } => (texts.ambiguous)(value, *noun, &ids.join(", ")),
            Problem::SelfTie => (texts.self_tie)(value),
            Problem::Differs(earlier) => earlier.say(texts),
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

    /// The same of how the file's text is kept.
    fn say_coding(&self, lang: Lang) -> String {
        let texts = texts(lang);
        let value = self.quoted_value();
        let value = value.as_str();
        match &self.problem {
            Problem::OldCoding(coding) => (texts.old_coding)(coding.system()),
            Problem::ZipInZip => texts.zip_in_zip.to_owned(),
            Problem::OpenQuote => (texts.open_quote)(value),
            Problem::EncodedTwice(once) => (texts.encoded_twice)(value, &short(once)),
            _ => String::new(),
        }
    }

    /// The same of which table it is and which column is what.
    fn say_shape(&self, lang: Lang) -> String {
        let value = self.quoted_value();
        let value = value.as_str();
        match &self.problem {
            Problem::UnknownTable(headers) => (Shapes::of(lang).unknown_table)(&quoted(headers)),
            Problem::NoSuchColumn(headers) => {
                (Shapes::of(lang).no_such_column)(value, &quoted(headers))
            }
            Problem::Nothing => Shapes::of(lang).nothing.to_owned(),
            Problem::OfficeAsEnd(some) => (Shapes::of(lang).office)(value, &quoted(some)),
            Problem::NotAMark => (Shapes::of(lang).not_a_mark)(value),
            _ => String::new(),
        }
    }

    fn quoted_value(&self) -> String {
        short(self.place.value.as_deref().unwrap_or_default())
    }
}

impl Earlier {
    fn say(&self, texts: &FaultTexts) -> String {
        let source = self.source.as_deref().unwrap_or_default();
        let place = (texts.place)(source, Some(self.row), None);
        let place = place.trim_start_matches(", ");
        let said = self.said.as_ref();
        let said = said.map(|(column, value)| (column.as_str(), short(value)));
        let said = said
            .as_ref()
            .map(|(column, value)| (*column, value.as_str()));
        match said {
            Some((_, department)) if self.of_department => (texts.elsewhere)(place, department),
            said => (texts.differs)(place, said),
        }
    }
}

impl Place {
    /// The place in one line: file and sheet, row, column.
    pub fn say(&self, lang: Lang) -> String {
        (texts(lang).place)(&self.source, self.row, self.column.as_deref())
    }
}

/// What is known instead of a value, and what is near.
fn unknown_value(value: &str, known: &[Words], nearest: Option<&Words>, lang: Lang) -> String {
    let texts = texts(lang);
    let known: Vec<&str> = known.iter().map(|word| word.pick(lang)).collect();
    let mut text = (texts.unknown_value)(value, &known.join(", "));
    if let Some(nearest) = nearest {
        text.push_str(&(texts.did_you_mean)(nearest.pick(lang)));
    }
    text
}

/// What is near a name that nothing bears, and in what it differs.
fn no_such(value: &str, noun: Noun, nearest: Option<&str>, texts: &FaultTexts) -> String {
    let mut text = (texts.no_such)(value, noun);
    if let Some(nearest) = nearest {
        text.push_str(&(texts.did_you_mean)(&short(nearest)));
        if let Some((written, known)) = difference(value, nearest) {
            text.push_str(&(texts.difference)(&written, &known));
        }
    }
    text
}

/// Headers or names as they are quoted.
fn quoted(texts: &[String]) -> Vec<String> {
    texts.iter().map(|text| short(text)).collect()
}

fn day(date: NaiveDate, lang: Lang) -> String {
    date.format(lang.pick("%d.%m.%Y", "%Y-%m-%d")).to_string()
}
