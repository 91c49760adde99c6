//! The five tables as data: their sheets and columns, by which files are read and written.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::foreign;
use crate::text::{Lang, words::folded};

/// What the first cell of an example row begins with in the German template; such rows are not imported.
pub const EXAMPLE_MARK: &str = "Beispiel: ";

/// The same in the English template.
pub const EXAMPLE_MARK_EN: &str = "Example: ";

/// Sheets of the template that hold no table: what they are called, so that nobody is told of them.
pub const OTHER_SHEETS: [&str; 4] = ["Lies mich", "Read me", "Listen", "Lists"];

/// Whether a sheet is one of the template that holds no table.
pub(super) fn is_other(sheet: &str) -> bool {
    OTHER_SHEETS
        .iter()
        .any(|other| folded(other) == folded(sheet))
}

/// The tables of an exchange.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Table {
    /// The organisations.
    Departments,
    /// The functions and facilities, a row for each phase.
    Actors,
    /// The offers.
    Offers,
    /// The cooperations, a row for each report.
    Cooperations,
    /// The funding phases.
    Phases,
}

/// A column of a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Heading {
    /// The English key, by which code names it.
    pub key: &'static str,
    /// The German header.
    pub de: &'static str,
    /// Other headers that are read.
    pub also: &'static [&'static str],
    /// Whether an import needs it.
    pub required: bool,
}

const fn heading(key: &'static str, de: &'static str, also: &'static [&'static str]) -> Heading {
    Heading {
        key,
        de,
        also,
        required: false,
    }
}

const fn required(key: &'static str, de: &'static str, also: &'static [&'static str]) -> Heading {
    Heading {
        key,
        de,
        also,
        required: true,
    }
}

const DEPARTMENTS: [Heading; 7] = [
    heading("id", "Kennung", &[]),
    required(
        "name",
        "Name",
        &["Amt / Organisation", "Organisation", "Amt"],
    ),
    heading("short_name", "Kürzel", &["Abkürzung"]),
    required("kind", "Art", &[]),
    heading("policy_field", "Politikfeld", &["Ressort"]),
    heading("division", "Geschäftsbereich", &[]),
    heading("phase", "Förderphase", &[]),
];

const ACTORS: [Heading; 12] = [
    heading("id", "Kennung", &[]),
    required(
        "name",
        "Funktion oder Einrichtung",
        &["Name", "label", "Funktion"],
    ),
    required(
        "department",
        "Amt / Organisation",
        &["Amt", "Organisation", "group"],
    ),
    heading("section", "Fachbereich", &[]),
    heading("kind", "Art", &[]),
    heading("level", "Ebene", &[]),
    heading("core_team", "Kernteam", &[]),
    heading("phase", "Förderphase", &["wave"]),
    heading("asked", "befragt", &[]),
    heading("answered", "geantwortet", &[]),
    heading("contact", "Ansprechperson", &[]),
    heading("note", "Bemerkung", &[]),
];

const OFFERS: [Heading; 14] = [
    heading("id", "Kennung", &[]),
    required("name", "Angebot", &["Name"]),
    required(
        "life_phases",
        "Lebensphasen",
        &["Lebensphase", "life phase"],
    ),
    required("fields", "Handlungsfelder", &["Handlungsfeld", "field"]),
    required(
        "providers",
        "Träger / Durchführung",
        &["Anbieter", "Träger", "Durchführung", "provider"],
    ),
    heading(
        "responsible",
        "Fachlich zuständiges Amt",
        &["Zuständiges Amt"],
    ),
    heading("known_to", "Bekannt bei", &[]),
    heading("referred_by", "Vermittelt von", &[]),
    heading("target_group", "Zielgruppe", &[]),
    heading("area", "Bezirksregion", &[]),
    heading("goal", "Handlungsziel", &[]),
    heading("funding", "Finanzierung", &[]),
    heading("phase", "Förderphase", &["phases", "Förderphasen"]),
    heading("note", "Bemerkung", &[]),
];

const COOPERATIONS: [Heading; 11] = [
    required("from", "Von", &["source"]),
    required("to", "Mit", &["target"]),
    required(
        "strength",
        "Stärke",
        &["Stärke 0–5", "Strength 0–5", "weight"],
    ),
    heading("kinds", "Art", &["relation", "kind"]),
    heading("phase", "Förderphase", &["wave"]),
    heading("binding", "Schriftlich vereinbart", &[]),
    heading("offers", "Zu Angebot", &["Angebot", "Angebote", "offer"]),
    heading("since", "Besteht seit", &["seit"]),
    heading("through_core_team", "Durch Kernteam angestoßen", &[]),
    heading("reported_by", "Gemeldet von", &[]),
    heading("note", "Bemerkung", &[]),
];

const PHASES: [Heading; 4] = [
    heading("id", "Kennung", &[]),
    required("name", "Name", &["Förderphase"]),
    required("start", "Beginn", &["Anfang"]),
    heading("end", "Ende", &[]),
];

impl Table {
    /// All tables, in the order in which they are written.
    pub const ALL: [Self; 5] = [
        Self::Departments,
        Self::Actors,
        Self::Offers,
        Self::Cooperations,
        Self::Phases,
    ];

    /// The name of the file without its ending, and of the English sheet.
    pub fn key(self) -> &'static str {
        match self {
            Self::Departments => "departments",
            Self::Actors => "actors",
            Self::Offers => "offers",
            Self::Cooperations => "cooperations",
            Self::Phases => "phases",
        }
    }

    /// The name of the sheet.
    pub fn sheet(self, lang: Lang) -> &'static str {
        let de = match self {
            Self::Departments => "Organisationen",
            Self::Actors => "Funktionen",
            Self::Offers => "Angebote",
            Self::Cooperations => "Zusammenarbeit",
            Self::Phases => "Förderphasen",
        };
        lang.pick(de, self.key())
    }

    /// The columns, in the order in which they are written.
    pub fn headings(self) -> &'static [Heading] {
        match self {
            Self::Departments => &DEPARTMENTS,
            Self::Actors => &ACTORS,
            Self::Offers => &OFFERS,
            Self::Cooperations => &COOPERATIONS,
            Self::Phases => &PHASES,
        }
    }

    /// The column with this key.
    pub fn heading(self, key: &str) -> &'static Heading {
        self.headings()
            .iter()
            .find(|heading| heading.key == key)
            .expect("code names columns by keys of this file")
    }

    /// Other names of sheets and files that are read.
    fn other_names(self) -> &'static [&'static str] {
        match self {
            Self::Departments => &[
                "Ämter",
                "Organisation",
                "department",
                "Ämter und Organisationen",
            ],
            Self::Actors => &[
                "Akteure",
                "Akteur*innen",
                "actor",
                "nodes",
                "vertices",
                "Knoten",
            ],
            Self::Offers => &["Angebot", "offer"],
            Self::Cooperations => &[
                "Kooperationen",
                "Kooperation",
                "cooperation",
                "edges",
                "ties",
                "links",
                "Beziehungen",
                "Beziehung",
                "Kanten",
            ],
            Self::Phases => &["Förderphase", "phase", "funding phases"],
        }
    }

    /// The table that a sheet or a file (without its ending) is named for: `Funktionen`, `actors`, `mitte-actors`, and a
    /// copy, `Funktionen (2)`.
    pub fn named(name: &str) -> Option<Self> {
        let name = folded(without_copy_mark(name));
        let names = |table: Self| {
            [table.sheet(Lang::De), table.key()]
                .into_iter()
                .chain(table.other_names().iter().copied())
                .map(folded)
        };
        let find = |fits: &dyn Fn(&str) -> bool| {
            Self::ALL
                .into_iter()
                .find(|table| names(*table).any(|known| fits(&known)))
        };
        find(&|known| known == name).or_else(|| {
            find(&|known| {
                name.strip_suffix(known)
                    .is_some_and(|rest| rest.ends_with('-'))
            })
        })
    }
}

impl Heading {
    /// The header in a language; the English one is the key.
    pub fn header(&self, lang: Lang) -> &'static str {
        lang.pick(self.de, self.key)
    }

    /// How well a header names this column: 0 by its key, 1 by its German name, 2 by another, a foreign name as other
    /// programs call it; none: not at all.
    ///
    /// A star for a required column and a remark in brackets, as the template has them, do not count.
    pub fn rank(&self, header: &str) -> Option<u8> {
        let meanings = meanings(&plain(header)).iter();
        meanings
            .filter(|meaning| meaning.table.headings()[meaning.place] == *self)
            .map(|meaning| meaning.rank)
            .next()
    }
}

/// The rank of the names that other programs use: they are read where no name of our own stands.
pub(super) const FOREIGN: u8 = 3;

/// A name without the number in brackets that a program gives a copy.
fn without_copy_mark(name: &str) -> &str {
    let name = name.trim_end();
    let cut = name.strip_suffix(')').and_then(|rest| {
        let (name, number) = rest.rsplit_once('(')?;
        let is_number = !number.is_empty() && number.bytes().all(|c| c.is_ascii_digit());
        (is_number && !name.trim().is_empty()).then_some(name)
    });
    cut.unwrap_or(name)
}

/// What a header may mean.
#[derive(Debug, Clone, Copy)]
pub(super) struct Meaning {
    pub table: Table,
    /// The place of the heading among those of the table.
    pub place: usize,
    /// As [`Heading::rank`] has it.
    pub rank: u8,
}

/// A header as it is compared.
pub(super) fn plain(header: &str) -> String {
    folded(header.split('(').next().unwrap_or_default())
}

/// What a header may mean in each table, at most once for each of its headings; the header as [`plain`] gives it.
///
/// Headers are looked up and not compared with each name there is: a table may have thousands of columns.
pub(super) fn meanings(plain: &str) -> &'static [Meaning] {
    static NAMES: LazyLock<HashMap<String, Vec<Meaning>>> = LazyLock::new(|| {
        let mut names: HashMap<String, Vec<Meaning>> = HashMap::new();
        for table in Table::ALL {
            for (place, heading) in table.headings().iter().enumerate() {
                let own = [(heading.key, 0), (heading.de, 1)];
                let others = heading.also.iter().map(|name| (*name, 2));
                let foreign = foreign::names(table.key(), heading.key);
                let foreign = foreign.iter().map(|name| (*name, FOREIGN));
                for (name, rank) in own.into_iter().chain(others).chain(foreign) {
                    let meanings = names.entry(folded(name)).or_default();
                    let mut known = meanings.iter();
                    if !known.any(|known| known.table == table && known.place == place) {
                        meanings.push(Meaning { table, place, rank });
                    }
                }
            }
        }
        names
    });
    NAMES.get(plain).map_or(&[], Vec::as_slice)
}

/// Whether the first cell of a row marks it as an example: `Beispiel: Jugendamt`, `Beispiel`.
pub fn is_example(first_cell: &str) -> bool {
    let cell = first_cell.trim();
    [EXAMPLE_MARK, EXAMPLE_MARK_EN].iter().any(|mark| {
        let word = mark.trim_end().trim_end_matches(':');
        cell.get(..word.len())
            .is_some_and(|start| start.eq_ignore_ascii_case(word))
            && {
                let rest = cell[word.len()..].trim_start();
                rest.is_empty() || rest.starts_with([':', '–'])
            }
    })
}
