//! What is found of offices and their pairs, as somebody who decides reads it first.

use super::Lang;
use super::headline::{expected_english, expected_german};
use super::pairs::capitalized;

/// What is to be expected, with its low and high end.
pub type Expected = (f64, u64, u64);

/// The findings in one language.
pub struct FindingTexts {
    /// Two offices with no tie, or with so many but fewer than expected; a title that stands alone.
    pub apart_of: fn((&str, &str), Option<u32>) -> String,
    /// A pair without a tie, and with fewer than expected.
    pub apart: [&'static str; 2],
    /// Further ones.
    pub also_apart: [&'static str; 2],
    /// Two offices with fewer ties than expected.
    pub fewer: fn((&str, &str), u32, Expected) -> String,
    /// One of several such pairs: its ties, and those to be expected.
    pub instead: fn(&str, &str, u32, u64) -> String,
    /// Two offices that hang on one function; a title that stands alone.
    pub held_of: fn((&str, &str)) -> String,
    /// So many pairs of offices, each of which hangs on one function; a title that stands alone.
    pub held_all: fn(usize) -> String,
    /// Pairs that hang on one function.
    pub held: &'static str,
    /// What would help them.
    pub second: &'static str,
    /// More stays inside than to be expected.
    pub inside: &'static str,
    /// Two offices with more ties than expected; a title that stands alone.
    pub more_of: fn((&str, &str)) -> String,
    /// So many pairs of offices with more; a title that stands alone.
    pub more_all: fn(usize) -> String,
    /// More ties between two than to be expected.
    pub more: &'static str,
    /// An office that keeps more inside: its ties inside, all its ties, those inside to be expected.
    pub office: fn(&str, u32, u32, u64) -> String,
    /// The whole: ties inside, all ties, those inside to be expected; how many of all offices keep more.
    pub whole: fn(u64, u64, f64, [usize; 2]) -> String,
    /// Several things in a sentence, and how many there are further.
    pub list: fn(&[String], usize) -> String,
    /// Nothing to be said of any pair or office, though there is enough to compare.
    pub nothing: &'static str,
    /// Too little is reported for that.
    pub too_little: &'static str,
    /// No tie is reported at all.
    pub no_ties: &'static str,
    /// All ties that are reported are of offices too small for a number.
    pub small_offices: &'static str,
    /// All that may be tied is: nothing is to be compared.
    pub all_with_all: &'static str,
    /// There is only one office.
    pub one_office: &'static str,
}

impl FindingTexts {
    /// The texts in a language.
    pub fn of(lang: Lang) -> &'static Self {
        lang.pick(&DE, &EN)
    }
}

static DE: FindingTexts = FindingTexts {
    apart_of: |(a, b), ties| match ties {
        Some(1..) => format!("{a} und {b}: weniger Verbindungen als zu erwarten"),
        _ => format!("{a} und {b}: keine Verbindung gemeldet"),
    },
    apart: [
        "keine Verbindung gemeldet",
        "weniger Verbindungen als zu erwarten",
    ],
    also_apart: [
        "auch hier keine Verbindung",
        "auch hier weniger als zu erwarten",
    ],
    fewer: |(a, b), ties, (expected, low, high)| {
        format!(
            "Zwischen {a} und {b} {} gemeldet. {}.",
            match ties {
                1 => "ist 1 Verbindung".to_owned(),
                n => format!("sind {n} Verbindungen"),
            },
            capitalized(&expected_german(expected, low, high))
        )
    },
    instead: |a, b, ties, expected| match ties {
        0 => format!("{a} – {b} (keine statt etwa {expected})"),
        n => format!("{a} – {b} ({n} statt etwa {expected})"),
    },
    held_of: |(a, b)| format!("{a} und {b}: nur über eine Funktion verbunden"),
    held_all: |pairs| format!("{pairs} Ämterpaare sind nur über eine einzige Funktion verbunden"),
    held: "Nur über eine Funktion verbunden",
    second: "Eine zweite Funktion würde die Zusammenarbeit absichern.",
    inside: "Häufiger im eigenen Amt als zu erwarten",
    more_of: |(a, b)| format!("{a} und {b}: mehr Verbindungen als zu erwarten"),
    more_all: |pairs| format!("{pairs} Ämterpaare haben mehr Verbindungen als zu erwarten"),
    more: "Mehr Verbindungen als zu erwarten",
    office: |name, inside, all, expected| {
        format!("{name}: {inside} von {all} (zu erwarten etwa {expected})")
    },
    whole: |inside, all, expected, [more, offices]| {
        let expected = expected.round() as u64;
        let offices = match (more, offices) {
            (more, offices) if more == offices => format!("In allen {offices} Ämtern"),
            (more, offices) => format!("In {more} von {offices} Ämtern"),
        };
        format!(
            "{inside} von {all} Verbindungen, zu erwarten wären etwa {expected}. {offices} sind es mehr, als die Größe erwarten lässt."
        )
    },
    list: |named, further| match further {
        0 => format!("{}.", named.join("; ")),
        1 => format!("{}; dazu 1 weiteres.", named.join("; ")),
        n => format!("{}; dazu {n} weitere.", named.join("; ")),
    },
    nothing: "Kein Amt und kein Ämterpaar weicht deutlich von dem ab, was zu erwarten wäre",
    too_little: "Für eine Aussage zu Ämtern und Ämterpaaren ist noch zu wenig gemeldet",
    no_ties: "Zwischen den Ämtern ist noch keine Verbindung gemeldet",
    small_offices: "Gemeldet sind nur Verbindungen von Ämtern unter drei Funktionen: Von ihnen wird keine Zahl gezeigt",
    all_with_all: "Alle Ämter arbeiten mit allen: Es gibt nichts zu vergleichen",
    one_office: "Ein Amt allein: Ein zweites, mit dem es arbeiten könnte, ist nicht eingetragen",
};

static EN: FindingTexts = FindingTexts {
    apart_of: |(a, b), ties| match ties {
        Some(1..) => format!("{a} and {b}: fewer ties than expected"),
        _ => format!("{a} and {b}: no tie reported"),
    },
    apart: ["no tie reported", "fewer ties than expected"],
    also_apart: ["no tie here either", "fewer than expected here too"],
    fewer: |(a, b), ties, (expected, low, high)| {
        format!(
            "Between {a} and {b} {} reported. {}.",
            match ties {
                1 => "1 tie is".to_owned(),
                n => format!("{n} ties are"),
            },
            capitalized(&expected_english(expected, low, high))
        )
    },
    instead: |a, b, ties, expected| match ties {
        0 => format!("{a} – {b} (none instead of about {expected})"),
        n => format!("{a} – {b} ({n} instead of about {expected})"),
    },
    held_of: |(a, b)| format!("{a} and {b}: connected through one function only"),
    held_all: |pairs| format!("{pairs} pairs of offices are connected through one function only"),
    held: "Connected through one function only",
    second: "A second function would make the cooperation more secure.",
    inside: "More within the own office than expected",
    more_of: |(a, b)| format!("{a} and {b}: more ties than expected"),
    more_all: |pairs| format!("{pairs} pairs of offices have more ties than expected"),
    more: "More ties than expected",
    office: |name, inside, all, expected| {
        format!("{name}: {inside} of {all} (about {expected} expected)")
    },
    whole: |inside, all, expected, [more, offices]| {
        let expected = expected.round() as u64;
        let offices = match (more, offices) {
            (more, offices) if more == offices => format!("In all {offices} offices"),
            (more, offices) => format!("In {more} of {offices} offices"),
        };
        format!(
            "{inside} of {all} ties, about {expected} would be expected. {offices} there are more than their size lets expect."
        )
    },
    list: |named, further| match further {
        0 => format!("{}.", named.join("; ")),
        n => format!("{}; and {n} more.", named.join("; ")),
    },
    nothing: "No office and no pair of offices is clearly different from what would be expected",
    too_little: "Too little has been reported to say anything about offices and their pairs",
    no_ties: "No tie between the offices has been reported yet",
    small_offices: "Only ties of offices under three functions have been reported: no number of them is shown",
    all_with_all: "All offices work with all: there is nothing to compare",
    one_office: "One office alone: no second one that it could work with has been entered",
};
