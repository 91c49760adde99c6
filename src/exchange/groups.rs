//! Faults by their cause: the same in nine rows is told once, with what could be right.

use std::collections::HashMap;

use super::columns::{meanings, plain};
use super::correction::{NameOf, Subject};
use super::fault::{Fault, Faults, Problem, Words, texts};
use super::plan::is_clear;
use crate::domain::Noun;
use crate::text::Lang;

/// The most rows that are named one by one.
const MOST_ROWS: usize = 12;

/// Faults of one cause in one file, in the order of the file.
#[derive(Debug, Clone)]
pub struct Group<'f> {
    /// The file.
    pub file: &'f str,
    /// The faults; at least one.
    pub faults: Vec<&'f Fault>,
}

/// What a person may put in place of a value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fixable {
    /// The cells.
    pub of: Subject,
    /// What stands there.
    pub value: String,
    /// What could be right.
    pub suggested: Option<String>,
    /// What else there is to choose from.
    pub choices: Choices,
}

/// What there is to choose from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Choices {
    /// These alone.
    Words(Vec<String>),
    /// All known names of a kind.
    Names(NameOf),
    /// Any text.
    Any,
    /// The row can only be left out.
    None,
}

impl Faults {
    /// All of them by their causes, one a line under the name of their file.
    pub fn say(&self, lang: Lang) -> String {
        self.lines(lang).join("\n")
    }

    /// A line for each cause under the name of its file, and one for those past `MAX_FAULTS`; a single fault is told with
    /// its file in one line.
    pub fn lines(&self, lang: Lang) -> Vec<String> {
        if let ([fault], 0) = (&self.list[..], self.more) {
            return vec![fault.say(lang)];
        }
        let mut lines = Vec::new();
        let mut file = None;
        for group in self.grouped(|_| false) {
            if file != Some(group.file) {
                file = Some(group.file);
                lines.push(format!("{}:", group.file));
            }
            let places = group.say_places(lang);
            let problem = group.say(lang);
            lines.push(match places.as_str() {
                "" => format!("  {problem}"),
                places if group.faults.len() == 1 => format!("  {places}: {problem}"),
                places => format!("  {problem} ({places})"),
            });
        }
        if self.more > 0 {
            lines.push((texts(lang).more)(self.more));
        }
        lines
    }

    /// The faults by file and cause, in the order in which they were met; those of a row alone each for itself.
    pub fn groups(&self) -> Vec<Group<'_>> {
        self.grouped(is_of_row)
    }

    /// The same, with the faults for which this holds told apart by their rows.
    fn grouped(&self, by_row: impl Fn(&Problem) -> bool) -> Vec<Group<'_>> {
        let mut files: Vec<&str> = Vec::new();
        let mut groups: Vec<Group<'_>> = Vec::new();
        let mut place_of: HashMap<(&str, &str, Option<u32>), Vec<usize>> = HashMap::new();
        for fault in &self.list {
            let file = fault.place.file();
            if !files.contains(&file) {
                files.push(file);
            }
            let value = fault.place.value.as_deref().unwrap_or_default();
            let row = fault.place.row.filter(|_| by_row(&fault.problem));
            let same = place_of.entry((file, value, row)).or_default();
            let is_same = |at: &&usize| {
                let first = groups[**at].faults[0];
                first.problem == fault.problem
                    && (is_name(&first.problem) || first.place.column == fault.place.column)
            };
            match same.iter().find(is_same) {
                Some(at) => groups[*at].faults.push(fault),
                None => {
                    same.push(groups.len());
                    groups.push(Group {
                        file,
                        faults: vec![fault],
                    });
                }
            }
        }
        // Stable: within a file in the order of the faults.
        let place = |group: &Group<'_>| files.iter().position(|file| *file == group.file);
        groups.sort_by_key(place);
        groups
    }
}

impl Fixable {
    /// Whether what is suggested is the only thing that may be meant, so that it is chosen for the reader.
    pub fn is_clear(&self, faults: &Faults) -> bool {
        let Some(suggested) = &self.suggested else {
            return false;
        };
        let names = match &self.choices {
            Choices::Words(words) => words,
            Choices::Names(of) => match faults.known.get(of) {
                Some(names) => names,
                None => return false,
            },
            Choices::Any | Choices::None => return false,
        };
        is_clear(&self.value, suggested, names)
    }
}

/// Whether a problem is that of one row, whatever others hold.
fn is_of_row(problem: &Problem) -> bool {
    !matches!(
        problem,
        Problem::NoSuch { .. }
            | Problem::Ambiguous { .. }
            | Problem::UnknownValue { .. }
            | Problem::NotYesNo
            | Problem::NotADate
            | Problem::NotSince
            | Problem::NotAStrength
            | Problem::NotANumber
            | Problem::CellError
            | Problem::BodyIsAnActor
    )
}

/// Whether a problem is that of a name, in whatever column it stands.
fn is_name(problem: &Problem) -> bool {
    matches!(problem, Problem::NoSuch { .. } | Problem::Ambiguous { .. })
}

impl Group<'_> {
    /// The first of its faults.
    pub fn first(&self) -> &Fault {
        self.faults[0]
    }

    /// How often, and what is wrong and would be right.
    pub fn say(&self, lang: Lang) -> String {
        let problem = self.first().say_problem(lang);
        match self.faults.len() {
            1 => problem,
            n => format!("{n} × {problem}"),
        }
    }

    /// Where they are: the sheets, rows and columns without the file.
    pub fn say_places(&self, lang: Lang) -> String {
        let mut places: Vec<(&str, Option<&str>, Vec<u32>)> = Vec::new();
        for fault in &self.faults {
            let (sheet, column) = (fault.place.sheet(), fault.place.column.as_deref());
            let known = places
                .iter_mut()
                .find(|(of, at, _)| (*of, *at) == (sheet, column));
            match known {
                Some((.., rows)) => rows.extend(fault.place.row),
                None => places.push((sheet, column, fault.place.row.into_iter().collect())),
            }
        }
        let said = places.into_iter().map(|(sheet, column, rows)| {
            let more = rows.len().saturating_sub(MOST_ROWS);
            let mut rows: Vec<String> = rows.iter().take(MOST_ROWS).map(u32::to_string).collect();
            if more > 0 {
                rows.push("…".to_owned());
            }
            (texts(lang).places)(sheet, &rows, column)
        });
        said.collect::<Vec<_>>().join("; ")
    }

    /// What a person may put in place of the value; none where only another file helps.
    pub fn fixable(&self, lang: Lang) -> Option<Fixable> {
        let fault = self.first();
        let place = &fault.place;
        let row = place.row?;
        let of_row = || Subject::Row {
            source: place.source.clone(),
            row,
            column: place.column.clone(),
        };
        let of_column = || {
            let column = place.column.clone();
            column.map_or_else(of_row, Subject::Column)
        };
        let words = |all: &[Words]| {
            let words = all.iter().map(|word| word.pick(lang).to_owned());
            Choices::Words(words.collect())
        };
        let (of, suggested, choices) = match &fault.problem {
            Problem::NoSuch { noun, nearest } => {
                let name = name_of(*noun)?;
                (Subject::Name(name), nearest.clone(), Choices::Names(name))
            }
            Problem::Ambiguous { noun, ids } => {
                let name = name_of(*noun)?;
                (Subject::Name(name), None, Choices::Words(ids.clone()))
            }
            Problem::UnknownValue { known, nearest } => {
                let nearest = nearest.map(|word| word.pick(lang).to_owned());
                (of_column(), nearest, words(known))
            }
            Problem::NotYesNo => (of_column(), None, words(&YES_NO)),
            Problem::NotAStrength => (of_column(), None, words(&STRENGTHS)),
            Problem::NotADate | Problem::NotSince | Problem::CellError => {
                (of_column(), None, Choices::Any)
            }
            Problem::Empty => (of_row(), None, choices_of(place.column.as_deref())),
            Problem::CellTooLong(_)
            | Problem::NameTooLong(_)
            | Problem::NoteTooLong(_)
            | Problem::IdTooLong(_)
            | Problem::ControlCharacter
            | Problem::Uncalculated
            | Problem::NameTaken => (of_row(), None, Choices::Any),
            Problem::SelfTie | Problem::Differs(_) | Problem::NotInPhase(_) => {
                (of_row(), None, Choices::None)
            }
            _ => return None,
        };
        Some(Fixable {
            of,
            value: place.value.clone().unwrap_or_default(),
            suggested,
            choices,
        })
    }
}

const YES_NO: [Words; 2] = [
    Words {
        de: "ja",
        en: "yes",
    },
    Words {
        de: "nein",
        en: "no",
    },
];

const fn number(text: &'static str) -> Words {
    Words { de: text, en: text }
}

const STRENGTHS: [Words; 7] = [
    number("0"),
    number("1"),
    number("2"),
    number("3"),
    number("4"),
    number("5"),
    Words {
        de: "keine Angabe",
        en: "not stated",
    },
];

/// What there is to choose from for an empty cell under a header.
fn choices_of(header: Option<&str>) -> Choices {
    let meanings = header.map_or(&[][..], |header| meanings(&plain(header)));
    let mut keys = meanings
        .iter()
        .map(|meaning| meaning.table.headings()[meaning.place].key);
    let names = |key| match key {
        "department" | "responsible" => Some(Choices::Names(NameOf::Department)),
        "from" | "to" => Some(Choices::Names(NameOf::Actor)),
        _ => None,
    };
    keys.find_map(names).unwrap_or(Choices::Any)
}

/// What a fault's noun is in the columns of tables.
fn name_of(noun: Noun) -> Option<NameOf> {
    match noun {
        Noun::Department => Some(NameOf::Department),
        Noun::Actor => Some(NameOf::Actor),
        Noun::Offer => Some(NameOf::Offer),
        Noun::Phase => Some(NameOf::Phase),
        Noun::District | Noun::Membership | Noun::Report | Noun::Release | Noun::OpenPoint => None,
    }
}
