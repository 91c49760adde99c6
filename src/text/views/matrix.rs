//! The matrix of departments.

use crate::text::Lang;
use crate::text::headline::{Said, expected_english, expected_german, hint};

/// What was to be expected, with its range, where that can be said.
pub type Expected = Option<(f64, u64, u64)>;

/// What the matrix says in one language.
pub struct MatrixTexts {
    /// The name of the view.
    pub title: &'static str,
    /// For those who don't see it: what the picture is, and of how many departments.
    pub description: fn(usize) -> String,
    /// Two departments and what is reported between them; with what was to be expected and its range.
    pub pair: fn(a: &str, b: &str, ties: u64, expected: Expected) -> String,
    /// Inside one department.
    pub inside: fn(a: &str, ties: u64, expected: Expected) -> String,
    /// Two departments of which only the state may be said: reported.
    pub reported: fn(&str, &str) -> String,
    /// Two departments of which only the state may be said: none reported.
    pub none_reported: fn(&str, &str) -> String,
    /// Two departments of which nobody answered.
    pub not_asked: fn(&str, &str) -> String,
    /// Inside one department of which nobody answered.
    pub inside_not_asked: fn(&str) -> String,
    /// Inside a department of one function.
    pub inside_one: fn(&str) -> String,
    /// The sentence where no pair stands out.
    pub nothing: &'static str,
    /// The sentence where every pair is too small.
    pub too_small: &'static str,
    /// The sentence where nothing can be said of the whole.
    pub why: fn(Said) -> &'static str,
    /// The sentence without any pair.
    pub no_pair: &'static str,
    /// Over the pairs with fewer ties than expected.
    pub less: &'static str,
    /// Over the pairs with more.
    pub more: &'static str,
    /// How many more pairs there are than are named.
    pub further: fn(usize) -> String,
    /// Legend: heading of the colours, and of the looks where nothing is compared.
    pub scale: [&'static str; 2],
    /// Legend: the five steps from far less to far more.
    pub steps: [&'static str; 5],
    /// Legend: too small.
    pub small: &'static str,
    /// Legend: asked, none reported.
    pub none: &'static str,
    /// Legend: not asked.
    pub unasked: &'static str,
    /// Legend: reported, no number.
    pub some: &'static str,
    /// Legend: none reported, with a small office.
    pub silent: &'static str,
    /// Legend: withheld.
    pub withheld: &'static str,
    /// Legend: one function has no ties inside its department.
    pub one: &'static str,
    /// Legend: a light triangle.
    pub hint: &'static str,
    /// A statement that may be chance.
    pub as_hint: fn(&str) -> String,
    /// Legend: an open triangle.
    pub one_yardstick: &'static str,
    /// Legend: the diagonal.
    pub diagonal: &'static str,
    /// How the colours came about, in one line.
    pub note: &'static str,
}

impl MatrixTexts {
    /// The texts in a language.
    pub fn of(lang: Lang) -> &'static Self {
        lang.pick(&DE, &EN)
    }
}

fn ties_german(ties: u64) -> String {
    match ties {
        0 => "keine Verbindung gemeldet".to_owned(),
        1 => "1 Verbindung gemeldet".to_owned(),
        n => format!("{n} Verbindungen gemeldet"),
    }
}

fn ties_english(ties: u64) -> String {
    match ties {
        0 => "no tie reported".to_owned(),
        1 => "1 tie reported".to_owned(),
        n => format!("{n} ties reported"),
    }
}

fn beside(ties: String, expected: Expected, say: fn(f64, u64, u64) -> String) -> String {
    match expected {
        Some((mean, low, high)) => format!("{ties}; {}", say(mean, low, high)),
        None => ties,
    }
}

static DE: MatrixTexts = MatrixTexts {
    title: "Verbindungen je Paar",
    description: |departments| {
        format!(
            "Tabelle der Zusammenarbeit zwischen {departments} Organisationen: in jeder Zelle die Zahl der gemeldeten Verbindungen zwischen Zeile und Spalte, in der Diagonale die im eigenen Haus."
        )
    },
    pair: |a, b, ties, expected| {
        format!(
            "{a} – {b}: {}",
            beside(ties_german(ties), expected, expected_german)
        )
    },
    inside: |a, ties, expected| {
        format!(
            "{a}, im eigenen Haus: {}",
            beside(ties_german(ties), expected, expected_german)
        )
    },
    reported: |a, b| format!("{a} – {b}: Zusammenarbeit gemeldet"),
    none_reported: |a, b| format!("{a} – {b}: keine Zusammenarbeit gemeldet"),
    not_asked: |a, b| format!("{a} – {b}: noch nicht erhoben"),
    inside_not_asked: |a| format!("{a}, im eigenen Haus: noch nicht erhoben"),
    inside_one: |a| format!("{a}, im eigenen Haus: nur eine Funktion"),
    nothing: "Kein Paar von Organisationen weicht nach beiden Maßstäben erkennbar von dem ab, was zu erwarten wäre.",
    too_small: "Für eine Aussage zu einzelnen Paaren sind es noch zu wenige Funktionen; die Tabelle zeigt, was gemeldet ist.",
    why: |said| said.sentence(Lang::De),
    no_pair: "Für eine Aussage zu Paaren braucht es mindestens zwei Organisationen.",
    less: "Weniger als zu erwarten",
    more: "Mehr als zu erwarten",
    further: |n| match n {
        1 => "… und ein weiteres".to_owned(),
        n => format!("… und {n} weitere"),
    },
    scale: [
        "Gemeldete Verbindungen, verglichen mit dem, was zu erwarten wäre",
        "Gemeldete Verbindungen",
    ],
    steps: [
        "viel weniger",
        "weniger",
        "wie zu erwarten",
        "mehr",
        "viel mehr",
    ],
    small: "zu klein oder zu wenige Antworten für eine Aussage",
    none: "keine gemeldet",
    unasked: "nicht erhoben",
    some: "gemeldet, ohne Zahl (Amt mit unter drei Funktionen)",
    silent: "keine gemeldet (unter drei Funktionen)",
    withheld: "keine Angabe (unter drei Funktionen)",
    one: "nur eine Funktion",
    hint: "Hinweis: bei so vielen Paaren kann es Zufall sein",
    as_hint: |statement| hint(statement, Lang::De),
    one_yardstick: "nur nach den Kontakten auffällig",
    diagonal: "im eigenen Haus",
    note: "Farbe und Dreieck: verglichen damit, dass jede Funktion so viele Kontakte behält, wie sie hat. Gefülltes Dreieck: auch nach der Größe der Ämter auffällig.",
};

static EN: MatrixTexts = MatrixTexts {
    title: "Ties by pair",
    description: |departments| {
        format!(
            "Table of the cooperation between {departments} organisations: each cell holds the number of reported ties between row and column, the diagonal those within one."
        )
    },
    pair: |a, b, ties, expected| {
        format!(
            "{a} – {b}: {}",
            beside(ties_english(ties), expected, expected_english)
        )
    },
    inside: |a, ties, expected| {
        format!(
            "{a}, within: {}",
            beside(ties_english(ties), expected, expected_english)
        )
    },
    reported: |a, b| format!("{a} – {b}: cooperation reported"),
    none_reported: |a, b| format!("{a} – {b}: no cooperation reported"),
    not_asked: |a, b| format!("{a} – {b}: not asked yet"),
    inside_not_asked: |a| format!("{a}, within: not asked yet"),
    inside_one: |a| format!("{a}, within: one function only"),
    nothing: "By both yardsticks, no pair of organisations differs noticeably from what would be expected.",
    too_small: "There are still too few functions to say anything about individual pairs; the table shows what has been reported.",
    no_pair: "It takes at least two organisations to say anything about pairs.",
    less: "Fewer than expected",
    why: |said| said.sentence(Lang::En),
    more: "More than expected",
    further: |n| match n {
        1 => "… and one more".to_owned(),
        n => format!("… and {n} more"),
    },
    scale: [
        "Reported ties compared with what would be expected",
        "Reported ties",
    ],
    steps: ["far fewer", "fewer", "as expected", "more", "far more"],
    small: "too small, or too few answers, to say anything",
    none: "none reported",
    unasked: "not asked",
    some: "reported, no number (office with fewer than three functions)",
    silent: "none reported (fewer than three functions)",
    withheld: "not shown (fewer than three functions)",
    one: "one function only",
    one_yardstick: "stands out by contacts only",
    hint: "hint: among so many pairs it may be chance",
    as_hint: |statement| hint(statement, Lang::En),
    diagonal: "within one organisation",
    note: "Colour and triangle: compared with a network in which each function keeps its number of contacts. Filled triangle: stands out by office size as well.",
};
