//! The matrix of departments.

use super::of::Of;
use crate::text::Lang;
use crate::text::headline::{Said, expected_english, expected_german, hint};

/// What was to be expected, with its range, where that can be said.
pub type Expected = Option<(f64, u64, u64)>;

/// What the matrix says in one language.
pub struct MatrixTexts {
    /// The name of the view.
    pub title: &'static str,
    /// For those who don't see it: what the picture is, of how many departments, and whether it says what to expect.
    pub description: fn(Of, usize, expected: bool) -> String,
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
    pub nothing: fn(Of) -> &'static str,
    /// The sentence where every pair is too small.
    pub too_small: &'static str,
    /// The sentence where nothing can be said of the whole.
    pub why: fn(Said) -> &'static str,
    /// Said with it where cells stand out by one yardstick alone.
    pub open: &'static str,
    /// The sentence without any pair.
    pub no_pair: fn(Of) -> &'static str,
    /// The sentence of a single department.
    pub one_department: fn(Of, &str) -> String,
    /// The sentence where no pair has a tie.
    pub no_ties: fn(Of) -> &'static str,
    /// The words for no tie and for some in a cell.
    pub words: [&'static str; 2],
    /// What stands under the diagonal, and over it.
    pub sides: [&'static str; 2],
    /// How many ties are to be expected: over the diagonal, and their range.
    pub about: fn(f64) -> String,
    /// The range of what is to be expected.
    pub range: fn(u64, u64) -> String,
    /// The same in a cell of little room.
    pub under_one: &'static str,
    /// The same in a cell of the diagonal.
    pub expect: fn(f64) -> String,
    /// Over the list of the pairs that stand out.
    pub striking: &'static str,
    /// In that list: what is reported of a pair, all of it through one function.
    pub through_one: fn(&str) -> String,
    /// The last line of that list where it is cut.
    pub more_striking: fn(usize) -> String,
    /// Over the pairs with fewer ties than expected.
    pub less: &'static str,
    /// Over the pairs with more.
    pub more: &'static str,
    /// How many more pairs there are than are named.
    pub further: fn(usize) -> String,
    /// Legend: heading of the colours, of the looks where nothing is compared, and where nothing is expected either.
    pub scale: [&'static str; 3],
    /// Legend: the five steps from far less to far more.
    pub steps: [&'static str; 5],
    /// Legend: too small.
    pub small: &'static str,
    /// Legend: a number where nothing at all is compared.
    pub uncompared: &'static str,
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
    /// Legend: after the finding of pairs that one function holds, the circle of further ones.
    pub also_held: &'static str,
    /// Legend: one of the five steps under a light triangle.
    pub hinted: fn(&str) -> String,
    /// Legend: what a light triangle means.
    pub hint: &'static str,
    /// A statement that may be chance.
    pub as_hint: fn(&str) -> String,
    /// Legend: an open triangle.
    pub one_yardstick: &'static str,
    /// Legend: the diagonal.
    pub diagonal: &'static str,
    /// Legend: over the diagonal; the same with brackets.
    pub expected: [&'static str; 2],
    /// Legend: over the diagonal where it is paler.
    pub paler: &'static str,
    /// Legend: why a cell over the diagonal is empty, by these reasons.
    pub empty: fn(&[&str]) -> String,
    /// These reasons: a small office, not asked, nothing to compute.
    pub reasons: [&'static str; 3],
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
    description: |of, departments, expected| {
        let over = match expected {
            true => ", darüber, was zu erwarten wäre",
            false => "",
        };
        match departments {
            1 => of
                .pick(
                    "Zusammenarbeit in einem Amt.",
                    "Zusammenarbeit in einer Organisation.",
                )
                .to_owned(),
            n => format!(
                "Tabelle der Zusammenarbeit zwischen {n} {}: unter der Diagonale die Zahl der gemeldeten Verbindungen zwischen Zeile und Spalte, in der Diagonale die im eigenen Haus{over}.",
                of.pick("Ämtern", "Organisationen")
            ),
        }
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
    nothing: |of| {
        of.pick(
            "Kein Paar von Ämtern weicht nach beiden Maßstäben erkennbar von dem ab, was zu erwarten wäre.",
            "Kein Paar von Organisationen weicht nach beiden Maßstäben erkennbar von dem ab, was zu erwarten wäre.",
        )
    },
    too_small: "Für eine Aussage zu einzelnen Paaren sind es noch zu wenige Funktionen; die Tabelle zeigt, was gemeldet ist.",
    why: |said| said.sentence(Lang::De),
    open: "Offene Dreiecke zeigen, was nur nach einem der beiden auffällt.",
    no_pair: |of| {
        of.pick(
            "Hier ist noch kein Amt eingetragen; Paare gibt es ab zwei.",
            "Hier ist noch keine Organisation eingetragen; Paare gibt es ab zwei.",
        )
    },
    one_department: |of, name| {
        let one = of.pick("nur ein Amt", "nur eine Organisation");
        format!("Hier steht {one}: {name}. Paare gibt es ab zwei.")
    },
    no_ties: |of| {
        of.pick(
            "Zwischen den Ämtern ist keine Zusammenarbeit gemeldet.",
            "Zwischen den Organisationen ist keine Zusammenarbeit gemeldet.",
        )
    },
    words: ["keine", "gemeldet"],
    sides: ["oben rechts: zu erwarten", "unten links: gemeldet"],
    about: |mean| match mean.round() as u64 {
        0 => "unter 1".to_owned(),
        n => format!("etwa {n}"),
    },
    range: |low, high| format!("({low} bis {high})"),
    under_one: "<1",
    expect: |mean| match mean.round() as u64 {
        0 => "zu erwarten unter 1".to_owned(),
        n => format!("zu erwarten etwa {n}"),
    },
    striking: "Paare, die auffallen",
    through_one: |told| format!("{told}; nur über eine einzige Funktion verbunden."),
    more_striking: |n| match n {
        1 => "… und ein weiteres in der Tabelle".to_owned(),
        n => format!("… und {n} weitere in der Tabelle"),
    },
    less: "Weniger als zu erwarten",
    more: "Mehr als zu erwarten",
    further: |n| match n {
        1 => "… und ein weiteres".to_owned(),
        n => format!("… und {n} weitere"),
    },
    scale: [
        "Unten links: gemeldete Verbindungen, verglichen mit dem, was zu erwarten wäre",
        "Unten links: gemeldete Verbindungen",
        "Gemeldete Verbindungen",
    ],
    steps: [
        "viel weniger",
        "weniger",
        "wie zu erwarten",
        "mehr",
        "viel mehr",
    ],
    uncompared: "gemeldet, ohne Vergleich",
    small: "zu klein oder zu wenige Antworten für eine Aussage",
    none: "keine gemeldet",
    unasked: "nicht erhoben",
    some: "gemeldet, ohne Zahl (Amt mit unter drei Funktionen)",
    silent: "keine gemeldet (unter drei Funktionen)",
    withheld: "keine Angabe (unter drei Funktionen)",
    one: "nur eine Funktion",
    also_held: "weitere davon",
    hinted: |step| format!("{step}, nur ein Hinweis"),
    hint: "Hinweis: bei so vielen Paaren kann es Zufall sein.",
    as_hint: |statement| hint(statement, Lang::De),
    one_yardstick: "nur nach einem von zwei Maßstäben auffällig",
    diagonal: "im eigenen Haus",
    expected: [
        "Oben rechts: was nach der Größe der Ämter zu erwarten wäre.",
        "Oben rechts: was nach der Größe der Ämter zu erwarten wäre, in Klammern für 95 von 100 Verteilungen.",
    ],
    paler: "Grau: zu klein für einen Vergleich.",
    empty: |reasons| format!("Oben rechts leer: {}.", reasons.join(" oder ")),
    reasons: [
        "Amt mit unter drei Funktionen",
        "nicht erhoben",
        "nicht zu berechnen",
    ],
    note: "Farbe und gefülltes Dreieck: auffällig nach der Größe der Ämter und nach den Kontakten der Funktionen.",
};

static EN: MatrixTexts = MatrixTexts {
    title: "Ties by pair",
    description: |of, departments, expected| {
        let over = match expected {
            true => ", above it what would be expected",
            false => "",
        };
        match departments {
            1 => of
                .pick(
                    "Cooperation within one office.",
                    "Cooperation within one organisation.",
                )
                .to_owned(),
            n => format!(
                "Table of the cooperation between {n} {}: below the diagonal the number of reported ties between row and column, on the diagonal those within one{over}.",
                of.pick("offices", "organisations")
            ),
        }
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
    nothing: |of| {
        of.pick(
            "By both yardsticks, no pair of offices differs noticeably from what would be expected.",
            "By both yardsticks, no pair of organisations differs noticeably from what would be expected.",
        )
    },
    too_small: "There are still too few functions to say anything about individual pairs; the table shows what has been reported.",
    open: "Open triangles show what stands out by one of the two alone.",
    no_pair: |of| {
        of.pick(
            "No office has been entered yet; pairs begin with two.",
            "No organisation has been entered yet; pairs begin with two.",
        )
    },
    one_department: |of, name| {
        let one = of.pick("only one office", "only one organisation");
        format!("There is {one} here: {name}. Pairs begin with two.")
    },
    no_ties: |of| {
        of.pick(
            "No cooperation is reported between the offices.",
            "No cooperation is reported between the organisations.",
        )
    },
    words: ["none", "reported"],
    sides: ["upper right: expected", "lower left: reported"],
    about: |mean| match mean.round() as u64 {
        0 => "below 1".to_owned(),
        n => format!("about {n}"),
    },
    range: |low, high| format!("({low} to {high})"),
    under_one: "<1",
    expect: |mean| match mean.round() as u64 {
        0 => "expected below 1".to_owned(),
        n => format!("expected about {n}"),
    },
    striking: "Pairs that stand out",
    through_one: |told| format!("{told}; connected through a single function only."),
    more_striking: |n| match n {
        1 => "… and one more in the table".to_owned(),
        n => format!("… and {n} more in the table"),
    },
    less: "Fewer than expected",
    why: |said| said.sentence(Lang::En),
    more: "More than expected",
    further: |n| match n {
        1 => "… and one more".to_owned(),
        n => format!("… and {n} more"),
    },
    scale: [
        "Lower left: reported ties compared with what would be expected",
        "Lower left: reported ties",
        "Reported ties",
    ],
    steps: ["far fewer", "fewer", "as expected", "more", "far more"],
    uncompared: "reported, not compared",
    small: "too small, or too few answers, to say anything",
    none: "none reported",
    unasked: "not asked",
    some: "reported, no number (office with fewer than three functions)",
    silent: "none reported (fewer than three functions)",
    withheld: "not shown (fewer than three functions)",
    one: "one function only",
    one_yardstick: "stands out by one of two yardsticks only",
    also_held: "further ones",
    hinted: |step| format!("{step}, only a hint"),
    hint: "Hint: among so many pairs it may be chance.",
    as_hint: |statement| hint(statement, Lang::En),
    diagonal: "within one organisation",
    expected: [
        "Upper right: what office sizes let expect.",
        "Upper right: what office sizes let expect, in brackets for 95 of 100 distributions.",
    ],
    paler: "Grey: too small to compare.",
    empty: |reasons| format!("Upper right empty: {}.", reasons.join(" or ")),
    reasons: [
        "office with fewer than three functions",
        "not asked",
        "not to be computed",
    ],
    note: "Colour and filled triangle: stands out both by office size and by the functions’ contacts.",
};
