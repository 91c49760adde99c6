//! What is said of lists and pictures that are longer or larger than a page.

use crate::text::Lang;
use crate::text::numbers::whole;

/// The texts of long lists and large pictures.
pub struct Long {
    /// Which rows of a list are shown, counted from one, and how many there are.
    pub rows: fn(from: usize, to: usize, all: usize) -> String,
    /// The links to the other pages of a list.
    pub pages: &'static str,
    /// The first page.
    pub first: &'static str,
    /// The page before.
    pub previous: &'static str,
    /// The page behind.
    pub next: &'static str,
    /// The last page.
    pub last: &'static str,
    /// So many more that are not named.
    pub more: fn(usize) -> String,
    /// The same of offers, pairs and what else is neuter in German.
    pub more_things: fn(usize) -> String,
    /// All of what is named in part.
    pub all: &'static str,
    /// The order of the pairs of which not all are shown.
    pub pairs_order: &'static str,
    /// Only what is about one department.
    pub one_department: fn(&str) -> String,
    /// All departments again.
    pub all_departments: &'static str,
    /// A choice of one department shows all that is about it.
    pub choose_department: &'static str,
    /// A picture that is shown as an image.
    pub picture: &'static str,
    /// The same picture as one in which things light up.
    pub picture_whole: &'static str,
    /// A narrow screen has no picture of so many departments.
    pub no_pocket: &'static str,
}

impl Long {
    /// The texts in a language.
    pub fn of(lang: Lang) -> &'static Self {
        lang.pick(&DE, &EN)
    }
}

static DE: Long = Long {
    rows: |from, to, all| {
        let [from, to, all] = [from, to, all].map(|n| whole(n as u64, Lang::De));
        format!("Zeile {from} bis {to} von {all}")
    },
    pages: "Weitere Zeilen",
    first: "Erste Zeilen",
    previous: "Vorige Zeilen",
    next: "Nächste Zeilen",
    last: "Letzte Zeilen",
    more: |n| match n {
        1 => "und eine weitere".to_owned(),
        n => format!("und {} weitere", whole(n as u64, Lang::De)),
    },
    more_things: |n| match n {
        1 => "… und ein weiteres".to_owned(),
        n => format!("… und {} weitere", whole(n as u64, Lang::De)),
    },
    all: "Alle ansehen",
    pairs_order: "Zuerst stehen die Paare, die am meisten sagen: klare Lücken und Häufungen, dann die ohne Verbindung, dann die mit den meisten Verbindungen.",
    one_department: |name| format!("Gezeigt ist nur, was {name} betrifft."),
    all_departments: "Alle Ämter und Organisationen ansehen",
    choose_department: "Der Name eines Amtes führt zu allem, was es betrifft.",
    picture: "Diese Karte ist groß und wird hier als Bild gezeigt.",
    picture_whole: "Zum Antippen und Vergrößern laden",
    no_pocket: "Für einen schmalen Bildschirm sind es zu viele Ämter und Organisationen; bitte die Karte vergrößern oder als Tabelle ansehen.",
};

static EN: Long = Long {
    rows: |from, to, all| {
        let [from, to, all] = [from, to, all].map(|n| whole(n as u64, Lang::En));
        format!("Rows {from} to {to} of {all}")
    },
    pages: "More rows",
    first: "First rows",
    previous: "Previous rows",
    next: "Next rows",
    last: "Last rows",
    more: |n| format!("and {} more", whole(n as u64, Lang::En)),
    more_things: |n| match n {
        1 => "… and one more".to_owned(),
        n => format!("… and {} more", whole(n as u64, Lang::En)),
    },
    all: "See all",
    pairs_order: "The pairs that say most come first: clear gaps and close pairs, then those without a tie, then those with the most ties.",
    one_department: |name| format!("Only what concerns {name} is shown."),
    all_departments: "See all offices and organisations",
    choose_department: "The name of an office leads to everything about it.",
    picture: "This map is large and is shown as an image here.",
    picture_whole: "Load it to explore and zoom",
    no_pocket: "There are too many offices and organisations for a narrow screen; please enlarge the map or read it as tables.",
};
