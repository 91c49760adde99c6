//! The sentence that a report begins with, in the one of its cases that the figures allow.

use super::Lang;
use super::numbers::whole;

/// Why more or fewer stay inside than sizes explain, where it may be the functions' contacts.
const CONTACTS_GERMAN: &str =
    "Das kann daran liegen, dass einzelne Funktionen sehr viele Kontakte haben.";
const CONTACTS_ENGLISH: &str = "This may be because a few functions have a great many contacts.";

/// What can be said about silos, with the numbers it is said with.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Headline {
    /// More ties stay inside than the sizes of the departments explain.
    MoreInside(Inside),
    /// More, which may lie in the number of contacts of single functions.
    MoreBySize(Inside),
    /// As many as they explain.
    AsExpected(Inside),
    /// Fewer than they explain.
    FewerInside(Inside),
    /// Fewer, which may lie in the number of contacts of single functions.
    FewerBySize(Inside),
    /// Too few departments or ties for a statement.
    TooSmall {
        /// The functions that the figures are about.
        actors: u64,
        /// The ties among them.
        ties: u64,
        /// Why, where the numbers alone don't say it.
        why: Option<Why>,
    },
    /// Nobody reported on another of the same department.
    InsideNotAsked,
    /// Under two thirds answered.
    TooFewAnswered {
        /// Those that answered.
        answered: u64,
        /// Those that were asked.
        asked: u64,
    },
}

/// Why a network of many ties allows no statement.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Why {
    /// Only so many departments have three functions or more.
    FewDepartments(u64),
    /// Chance alone would leave hardly any inside.
    FewByChance,
}

/// The ties that stay inside departments, beside those to be expected.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Inside {
    /// Ties inside departments.
    pub internal: u64,
    /// All ties among the functions.
    pub ties: u64,
    /// Ties inside to be expected.
    pub expected: f64,
    /// The low end of the middle 95 % of what is to be expected.
    pub low: u64,
    /// The high end.
    pub high: u64,
}

impl Headline {
    /// The sentence.
    pub fn sentence(&self, lang: Lang) -> String {
        lang.pick(german as fn(&Self) -> String, english)(self)
    }

    /// The numbers of ties inside, where the sentence is about them.
    pub fn inside(&self) -> Option<&Inside> {
        match self {
            Self::MoreInside(inside)
            | Self::MoreBySize(inside)
            | Self::AsExpected(inside)
            | Self::FewerInside(inside)
            | Self::FewerBySize(inside) => Some(inside),
            Self::TooSmall { .. } | Self::InsideNotAsked | Self::TooFewAnswered { .. } => None,
        }
    }
}

fn german(headline: &Headline) -> String {
    let n = |number| whole(number, Lang::De);
    let of = |inside: &Inside| {
        format!(
            "{} von {} gemeldeten Verbindungen",
            n(inside.internal),
            n(inside.ties)
        )
    };
    let stay = |inside: &Inside| one(inside.internal, "bleibt", "bleiben");
    let expected = |inside: &Inside| expected_german(inside.expected, inside.low, inside.high);
    match headline {
        Headline::MoreInside(inside) => format!(
            "Die Zusammenarbeit bleibt häufiger im eigenen Amt, als die Größe der Ämter erklärt: {}; {}.",
            of(inside),
            expected(inside),
        ),
        Headline::AsExpected(inside) => format!(
            "Amtsgrenzen spielen in diesen Daten keine erkennbare Rolle: {} {} im eigenen Amt; {}.",
            of(inside),
            stay(inside),
            expected(inside),
        ),
        Headline::FewerInside(inside) => format!(
            "Die Zusammenarbeit geht häufiger über Amtsgrenzen, als die Größe der Ämter erklärt: {} {} im eigenen Amt; {}.",
            of(inside),
            stay(inside),
            expected(inside),
        ),
        Headline::MoreBySize(inside) => {
            format!("{} {CONTACTS_GERMAN}", german(&Headline::MoreInside(*inside)))
        }
        Headline::FewerBySize(inside) => {
            format!("{} {CONTACTS_GERMAN}", german(&Headline::FewerInside(*inside)))
        }
        Headline::TooSmall { actors, ties, why } => format!(
            "Für eine Aussage zur Versäulung ist das Netzwerk noch zu klein ({} {}, {} {}). Karte und Ämterpaare zeigen, was gemeldet ist.{}",
            n(*actors),
            one(*actors, "Funktion", "Funktionen"),
            n(*ties),
            one(*ties, "Verbindung", "Verbindungen"),
            why.map(why_german).unwrap_or_default(),
        ),
        Headline::InsideNotAsked => {
            "Zur Versäulung ist keine Aussage möglich: Verbindungen innerhalb der Ämter wurden nicht erhoben."
                .to_owned()
        }
        Headline::TooFewAnswered { answered, asked } => format!(
            "Noch keine Aussage möglich: {} von {} {} {} geantwortet.",
            n(*answered),
            n(*asked),
            one(*asked, "Funktion", "Funktionen"),
            one(*answered, "hat", "haben"),
        ),
    }
}

fn english(headline: &Headline) -> String {
    let n = |number| whole(number, Lang::En);
    let of =
        |inside: &Inside| format!("{} of {} reported ties", n(inside.internal), n(inside.ties));
    let stay = |inside: &Inside| one(inside.internal, "stays", "stay");
    let expected = |inside: &Inside| expected_english(inside.expected, inside.low, inside.high);
    match headline {
        Headline::MoreInside(inside) => format!(
            "Cooperation stays within an office more often than office sizes would explain: {}; {}.",
            of(inside),
            expected(inside),
        ),
        Headline::AsExpected(inside) => format!(
            "Office boundaries make no visible difference in these data: {} {} within an office; {}.",
            of(inside),
            stay(inside),
            expected(inside),
        ),
        Headline::FewerInside(inside) => format!(
            "Cooperation crosses office boundaries more often than office sizes would explain: {} {} within an office; {}.",
            of(inside),
            stay(inside),
            expected(inside),
        ),
        Headline::MoreBySize(inside) => {
            format!(
                "{} {CONTACTS_ENGLISH}",
                english(&Headline::MoreInside(*inside))
            )
        }
        Headline::FewerBySize(inside) => {
            format!(
                "{} {CONTACTS_ENGLISH}",
                english(&Headline::FewerInside(*inside))
            )
        }
        Headline::TooSmall { actors, ties, why } => format!(
            "The network is still too small to say anything about silos ({} {}, {} {}). The map and the pairs of offices show what has been reported.{}",
            n(*actors),
            one(*actors, "function", "functions"),
            n(*ties),
            one(*ties, "tie", "ties"),
            why.map(why_english).unwrap_or_default(),
        ),
        Headline::InsideNotAsked => {
            "Nothing can be said about silos: ties within offices were not asked about.".to_owned()
        }
        Headline::TooFewAnswered { answered, asked } => format!(
            "Nothing can be said yet: {} of {} {} {} answered.",
            n(*answered),
            n(*asked),
            one(*asked, "function", "functions"),
            one(*answered, "has", "have"),
        ),
    }
}

fn why_german(why: Why) -> String {
    match why {
        Why::FewDepartments(0) => {
            " Nötig wären drei Ämter mit je drei Funktionen; hier hat keines so viele.".to_owned()
        }
        Why::FewDepartments(n) => format!(
            " Nötig wären drei Ämter mit je drei Funktionen; hier {} so viele nur {n}.",
            one(n, "hat", "haben")
        ),
        Why::FewByChance => {
            " Nach der Größe der Ämter wären im eigenen Amt kaum Verbindungen zu erwarten."
                .to_owned()
        }
    }
}

fn why_english(why: Why) -> String {
    match why {
        Why::FewDepartments(0) => {
            " It would take three offices with three functions each; no office here has that many."
                .to_owned()
        }
        Why::FewDepartments(n) => format!(
            " It would take three offices with three functions each; here only {n} {} that many.",
            one(n, "has", "have")
        ),
        Why::FewByChance => {
            " Going by office sizes, hardly any tie would be expected within an office.".to_owned()
        }
    }
}

/// „zu erwarten wären etwa 8 (3 bis 13)“
pub(super) fn expected_german(expected: f64, low: u64, high: u64) -> String {
    let number = whole(expected.round() as u64, Lang::De);
    let range = format!("({} bis {})", whole(low, Lang::De), whole(high, Lang::De));
    match expected.round() as u64 {
        0 => format!("zu erwarten wäre weniger als eine {range}"),
        1 => format!("zu erwarten wäre etwa 1 {range}"),
        _ => format!("zu erwarten wären etwa {number} {range}"),
    }
}

/// “about 8 (3 to 13) would be expected”
pub(super) fn expected_english(expected: f64, low: u64, high: u64) -> String {
    let number = whole(expected.round() as u64, Lang::En);
    let range = format!("({} to {})", whole(low, Lang::En), whole(high, Lang::En));
    match expected.round() as u64 {
        0 => format!("less than one {range} would be expected"),
        _ => format!("about {number} {range} would be expected"),
    }
}

/// The form of a word that a number takes.
pub(super) fn one(number: u64, singular: &'static str, plural: &'static str) -> &'static str {
    if number == 1 { singular } else { plural }
}
